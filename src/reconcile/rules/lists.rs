//! The rule for two complete lists.

use super::{Pair, Relation, Verdict, union};
use crate::reconcile::model::{ConflictCode, Severity};
use crate::reconcile::quantity::{self, Agreement};
use crate::reconcile::slot::{Side, Slot};

/// A list of fewer is no list.
const LIST: usize = 3;

/// `list/closed`: two complete lists of one slot, mostly the same, each with a member that the other has not: "the three are
/// Chile, Mexico and Peru", "ministers of Chile, Colombia and Peru".
///
/// Refuses: open lists ("including", "such as"); a list within a longer one; lists of fewer than three; lists that share
/// less than half, or whose numbers differ.
pub(super) fn compare(pair: &Pair<'_>) -> Option<Verdict> {
    let (a, b) = (pair.a, pair.b);
    if a.open_list || b.open_list || a.polarity != b.polarity || pair.around.same_article || !pair.same_footing() || !pair.around.same_story
    {
        return None;
    }
    if let (Some(a), Some(b)) = (&a.number, &b.number)
        && quantity::compare_intervals((a.strict, a.usual), (b.strict, b.usual)) > Agreement::Refine
    {
        return None;
    }
    let (list_a, list_b) = (list(a)?, list(b)?);
    let shared = list_a.countries.iter().filter(|country| list_b.countries.binary_search(country).is_ok()).count();
    let (own_a, own_b) = (list_a.countries.len() - shared, list_b.countries.len() - shared);
    let mostly = 2 * shared >= list_a.countries.len().min(list_b.countries.len());
    (own_a > 0 && own_b > 0 && mostly && shared >= 2)
        .then_some(Verdict::new(Relation::Conflict(ConflictCode::ListConflict, Severity::Tension), "list/closed"))
}

/// `list/same`, `list/closed`: two lists of one story whose claims are of different classes.
///
/// The same four countries or more are one list: "the seven are Benin, …", "is negotiating with Benin, …". Two counted lists of one
/// length, mostly the same, are two accounts of one: "four non-members apply it: …", "four countries have joined: …".
pub(super) fn across_classes(pair: &Pair<'_>) -> Option<Verdict> {
    let (a, b) = (pair.a, pair.b);
    if a.open_list || b.open_list || !a.is_affirmed() || !b.is_affirmed() || pair.around.same_article || !pair.around.same_story {
        return None;
    }
    let (list_a, list_b) = (list(a)?, list(b)?);
    if super::times_differ(pair) || !a.is_settled() || !b.is_settled() {
        return None;
    }
    let one_side = || one_side(a).zip(one_side(b)).is_some_and(|(a, b)| a.countries == b.countries);
    if list_a.countries == list_b.countries || one_side() {
        return (list_a.countries.len() > LIST).then_some(Verdict::new(Relation::Agree, "list/same"));
    }
    let counted = |slot: &Slot, list: &Side| {
        let value = slot.number.as_ref().and_then(|number| number.value);
        value == Some(list.countries.len().into())
    };
    let shared = list_a.countries.iter().filter(|country| list_b.countries.binary_search(country).is_ok()).count();
    let mostly = list_a.countries.len() == list_b.countries.len() && 3 * shared >= 2 * list_a.countries.len();
    (mostly && counted(a, &list_a) && counted(b, &list_b))
        .then_some(Verdict::new(Relation::Conflict(ConflictCode::ListConflict, Severity::Tension), "list/closed"))
}

/// `list/one-of-many`: one names fewer than half of the countries that the other lists: "Rwanda is in talks" does not tell again
/// that "the seven in talks are Benin, Eswatini, …".
pub(super) fn is_one_of_many(pair: &Pair<'_>) -> bool {
    let named = |slot: &Slot| union(&slot.actor, &slot.target).countries.len();
    let (few, many) = if named(pair.a) <= named(pair.b) { (pair.a, pair.b) } else { (pair.b, pair.a) };
    let in_list = list(many).map_or(0, |list| list.countries.len());
    many.traits.symmetric && !few.open_list && in_list > LIST && 2 * named(few) < in_list
}

/// The side that lists countries; both together where the predicate is symmetric.
fn list(slot: &Slot) -> Option<Side> {
    if slot.traits.symmetric {
        let all = union(&slot.actor, &slot.target);
        return (all.countries.len() >= LIST).then_some(all);
    }
    one_side(slot).cloned()
}

/// The side that lists countries, without the other: with whom the United States is in talks.
fn one_side(slot: &Slot) -> Option<&Side> {
    [&slot.actor, &slot.target].into_iter().find(|side| side.countries.len() >= LIST)
}
