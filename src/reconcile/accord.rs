//! Accord: claims that say the same share what conflicts with one of them.
//!
//! A pair is compared by its own words alone. Where they are few ("the Post also has 14 vans stolen"), a claim that says the
//! same with more of them ("14 vans were taken from the depot on 3 June") shows what they are of.

use std::collections::BTreeSet;

use super::Ground;
use super::block::Members;
use super::model::ConflictCode;
use super::rules::{self, Around, Distance, Relation, Verdict};
use super::slot::Slot;
use super::variant::around;

/// How many members of a fact are asked whether they say the same.
const MEMBERS_ASKED: usize = 12;

/// What one says and another denies is set against a third of these days; a decision may be taken anew after [`DAYS_OF_DECISION`].
const DAYS_OF_STANCE: i32 = 14;
const DAYS_OF_DECISION: i32 = 2;

/// The conflicts that follow from others: one claim conflicts with another, and a third says the same as the one.
///
/// Refuses: a third that gives another value than the one; that a key keeps apart from the other, or that agrees with it; that stands in
/// another fact than the one.
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
    let mut known: BTreeSet<(u32, u32)> = conflicts.iter().map(|(one, other, _)| (*one, *other)).collect();
    let mut found = Vec::new();
    for &(first, second, verdict) in conflicts {
        for (one, other) in [(first, second), (second, first)] {
            let members = &facts[fact_of[one as usize] as usize].variants;
            for &third in members.iter().filter(|third| **third != one && **third != other).take(MEMBERS_ASKED) {
                let pair = (third.min(other), third.max(other));
                if !known.contains(&pair)
                    && let Some(verdict) = shared(one, third, other, verdict, ground)
                {
                    known.insert(pair);
                    found.push((pair.0, pair.1, verdict));
                }
            }
        }
    }
    found
}

/// How `third`, which may say the same as `one`, stands to `other`, with which `one` is in conflict.
fn shared(one: u32, third: u32, other: u32, of_one: Verdict, ground: &Ground<'_>) -> Option<Verdict> {
    let variant = |number: u32| &ground.variants[number as usize];
    let slot = |number: u32| &*ground.slots[variant(number).slot as usize];
    let around = |a: u32, b: u32| around(variant(a), variant(b), ground.entries, ground.slots, ground.side_by_side);
    let value = |number: u32| slot(number).number.as_ref().and_then(|number| number.value);
    let same = rules::compare(slot(one), slot(third), around(one, third), ground.opposition).relation == Relation::Agree;
    if !same || value(one) != value(third) || slot(one).polarity != slot(third).polarity {
        return None;
    }
    let of_pair = around(third, other);
    let own = rules::compare(slot(third), slot(other), of_pair, ground.opposition);
    if own.relation != Relation::Distinct || own.distance() == Distance::Strong || !of_pair.same_story || of_pair.same_article {
        return None;
    }
    match of_one.relation {
        Relation::Conflict(ConflictCode::CountConflict | ConflictCode::AmountConflict, _) => {
            // What happened on the day that the one gives happened on that day for the third.
            let dated = Slot { period: slot(third).period.or(slot(one).period), ..slot(third).clone() };
            let known = rules::compare(&dated, slot(other), Around { one_thing: true, ..of_pair }, ground.opposition);
            matches!(known.relation, Relation::Conflict(..)).then_some(known)
        }
        Relation::Conflict(ConflictCode::StanceConflict, _) => {
            let published = slot(third).published.zip(slot(other).published);
            let days = published.and_then(|(third, other)| third.since(other).ok()).map(|span| span.get_days().abs());
            let decision = [one, third, other].into_iter().any(|number| slot(number).traits.decision || slot(number).refusal);
            let limit = if decision { DAYS_OF_DECISION } else { DAYS_OF_STANCE };
            (own.distance() == Distance::None && days.is_none_or(|days| days <= limit)).then_some(of_one)
        }
        _ => None,
    }
}
