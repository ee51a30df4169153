//! Accord: claims that say the same share what conflicts with one of them.
//!
//! A pair is compared by its own words alone. Where they are few ("the Post also has 112 girls abducted"), a claim that says the
//! same with more of them ("112 girls were taken from the college on 12 May") shows what they are of.

use std::collections::BTreeSet;

use super::Ground;
use super::block::Members;
use super::model::ConflictCode;
use super::rules::{self, Around, Distance, Relation, Verdict};
use super::slot::Slot;
use super::variant::around;

/// How many members of a fact are asked whether they say the same.
const MEMBERS_ASKED: usize = 12;

/// What one says and another denies is set against a third on a like day only: a decision may be taken anew.
const DAYS_OF_STANCE: i32 = 2;

/// The conflicts that follow from others: `x` conflicts with `z`, and `y` says the same as `x`.
///
/// Refuses: a `y` that gives another value than `x`; that a key keeps apart from `z`, or that agrees with it; in another article
/// than the fact of `x`.
pub(crate) fn of_accord(facts: &[Members], conflicts: &[(u32, u32, Verdict)], ground: &Ground<'_>) -> Vec<(u32, u32, Verdict)> {
    if conflicts.is_empty() {
        return Vec::new();
    }
    let mut fact_of = vec![0_u32; ground.variants.len()];
    for (fact, members) in facts.iter().enumerate() {
        for variant in &members.variants {
            fact_of[*variant as usize] = fact as u32;
        }
    }
    let mut known: BTreeSet<(u32, u32)> = conflicts.iter().map(|(a, b, _)| (*a, *b)).collect();
    let mut found = Vec::new();
    for &(a, b, verdict) in conflicts {
        for (x, z) in [(a, b), (b, a)] {
            let members = &facts[fact_of[x as usize] as usize].variants;
            for &y in members.iter().filter(|y| **y != x && **y != z).take(MEMBERS_ASKED) {
                let pair = (y.min(z), y.max(z));
                if !known.contains(&pair)
                    && let Some(verdict) = shared(x, y, z, verdict, ground)
                {
                    known.insert(pair);
                    found.push((pair.0, pair.1, verdict));
                }
            }
        }
    }
    found
}

/// How `y`, which may say the same as `x`, stands to `z`, with which `x` is in conflict.
fn shared(x: u32, y: u32, z: u32, of_x: Verdict, ground: &Ground<'_>) -> Option<Verdict> {
    let variant = |number: u32| &ground.variants[number as usize];
    let slot = |number: u32| &*ground.slots[variant(number).slot as usize];
    let around = |a: u32, b: u32| around(variant(a), variant(b), ground.entries, ground.slots, ground.side_by_side);
    let value = |number: u32| slot(number).number.as_ref().and_then(|number| number.value);
    let same = rules::compare(slot(x), slot(y), around(x, y), ground.opposition).relation == Relation::Agree;
    if !same || value(x) != value(y) || slot(x).polarity != slot(y).polarity {
        return None;
    }
    let of_pair = around(y, z);
    let own = rules::compare(slot(y), slot(z), of_pair, ground.opposition);
    if own.relation != Relation::Distinct || own.distance() == Distance::Strong || !of_pair.same_story || of_pair.same_article {
        return None;
    }
    match of_x.relation {
        Relation::Conflict(ConflictCode::CountConflict | ConflictCode::AmountConflict, _) => {
            // What happened on the day that the one gives happened on that day for the other.
            let dated = Slot { period: slot(y).period.or(slot(x).period), ..slot(y).clone() };
            let known = rules::compare(&dated, slot(z), Around { one_thing: true, ..of_pair }, ground.opposition);
            matches!(known.relation, Relation::Conflict(..)).then_some(known)
        }
        Relation::Conflict(ConflictCode::StanceConflict, _) => {
            let days = slot(y).published.zip(slot(z).published).and_then(|(y, z)| y.since(z).ok()).map(|span| span.get_days().abs());
            (own.distance() == Distance::None && days.is_none_or(|days| days <= DAYS_OF_STANCE)).then_some(of_x)
        }
        _ => None,
    }
}
