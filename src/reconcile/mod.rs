//! Reconciliation: what the claims of all articles come to.
//!
//! Claims are grouped by origin first; then each meets, inside its block only, the claims that could be of its slot; those
//! that are of one slot make a fact, and what cannot be so together makes a conflict. The result depends on the set of
//! claims alone, not on their order, and reconciling the same set twice gives the same facts.

pub mod compare;
mod fact;
pub(crate) mod identity;
pub mod model;
pub mod origin;
pub mod quantity;
pub mod slot;
mod story;

use std::collections::BTreeMap;

use self::compare::Relation;
use self::fact::Members;
use self::model::{Conflict, Ledger};
use self::slot::{Dimension, Match, SideBySide, Slot};
use self::story::Stories;
use crate::claim::model::Claim;
use crate::gazetteer::Gazetteers;

/// Reconciles the claims of all articles into facts and conflicts.
pub fn reconcile(claims: &[Claim], gazetteers: &Gazetteers) -> Ledger {
    let mut claims: Vec<&Claim> = claims.iter().collect();
    claims.sort_by(|a, b| (&a.article, a.start, a.end, &a.id).cmp(&(&b.article, b.start, b.end, &b.id)));
    claims.dedup_by(|a, b| a.id == b.id);
    let origins = origin::origins(&claims);
    let slots: Vec<Slot<'_>> = claims.iter().map(|claim| Slot::new(claim, gazetteers)).collect();
    let side_by_side = SideBySide::of(&slots);
    let stories = Stories::of(&slots);
    let mut ledger = Ledger::default();
    for block in blocks(&slots).into_values() {
        for members in facts_of(&block, &slots, &side_by_side, &stories) {
            let fact = fact::fact(&members, &slots, &origins, gazetteers);
            for (a, b, finding) in members.findings() {
                let (a, b) = (slots[a].claim, slots[b].claim);
                ledger.conflicts.push(Conflict {
                    id: identity::of("conflict", &[finding.code.as_str().to_owned(), a.id.clone(), b.id.clone()]),
                    code: finding.code,
                    severity: finding.severity,
                    a: a.id.clone(),
                    b: b.id.clone(),
                    why: finding.why.clone(),
                    rule: finding.rule.to_owned(),
                    fact: Some(fact.id.clone()),
                });
            }
            ledger.facts.push(fact);
        }
    }
    ledger.facts.sort_by(|a, b| {
        (a.status, std::cmp::Reverse(a.origins.len()), &a.group, &a.statement, &a.id).cmp(&(
            b.status,
            std::cmp::Reverse(b.origins.len()),
            &b.group,
            &b.statement,
            &b.id,
        ))
    });
    ledger
        .conflicts
        .sort_by(|a, b| (std::cmp::Reverse(a.severity), a.code, &a.a, &a.b).cmp(&(std::cmp::Reverse(b.severity), b.code, &b.a, &b.b)));
    ledger
}

/// Claims that could be of one slot, by group and family: claims meet only inside a block.
fn blocks(slots: &[Slot<'_>]) -> BTreeMap<(Option<String>, String), Vec<usize>> {
    let mut blocks: BTreeMap<(Option<String>, String), Vec<usize>> = BTreeMap::new();
    for (index, slot) in slots.iter().enumerate() {
        blocks.entry((slot.claim.group.clone(), slot.family.clone())).or_default().push(index);
    }
    blocks
}

/// Puts each claim of a block to the first fact whose members it is of one slot with, the most telling claims first.
fn facts_of(block: &[usize], slots: &[Slot<'_>], side_by_side: &SideBySide, stories: &Stories) -> Vec<Members> {
    let mut ordered = block.to_vec();
    let telling = |slot: &Slot<'_>| {
        let named = usize::from(!slot.actor.is_empty()) + usize::from(!slot.target.is_empty());
        std::cmp::Reverse((slot.dimension != Dimension::None, named))
    };
    ordered.sort_by(|&a, &b| (telling(&slots[a]), &slots[a].claim.id).cmp(&(telling(&slots[b]), &slots[b].claim.id)));
    let mut facts: Vec<Members> = Vec::new();
    for index in ordered {
        let relations = facts.iter().map(|members| relations_with(index, members, slots, side_by_side, stories));
        let best = relations.enumerate().filter_map(|(fact, relations)| Some((fact, relations?))).next();
        match best {
            Some((fact, relations)) => {
                facts[fact].slots.push(index);
                facts[fact].relations.extend(relations);
            }
            None => facts.push(Members { slots: vec![index], relations: Vec::new() }),
        }
    }
    facts
}

/// How a claim stands to every member of a fact; none where it is not of one slot with one of them.
fn relations_with(
    index: usize,
    members: &Members,
    slots: &[Slot<'_>],
    side_by_side: &SideBySide,
    stories: &Stories,
) -> Option<Vec<(usize, usize, Relation)>> {
    members
        .slots
        .iter()
        .map(|&member| {
            let (a, b) = if index < member { (index, member) } else { (member, index) };
            let same_story = stories.same(&slots[a], &slots[b]);
            let Match::One { .. } = slot::compare(&slots[a], &slots[b], same_story, side_by_side) else { return None };
            match compare::compare(&slots[a], &slots[b]) {
                Relation::Distinct => None,
                Relation::Conflict(_) if slots[a].claim.article == slots[b].claim.article => None,
                relation => Some((a, b, relation)),
            }
        })
        .collect()
}
