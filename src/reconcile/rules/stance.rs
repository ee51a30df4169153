//! The rule for what one says is so and another says is not.

use super::{Pair, Relation, Verdict, union};
use crate::reconcile::model::{ConflictCode, Severity};
use crate::reconcile::quantity::{self, Agreement};
use crate::reconcile::slot::{Dimension, Key, Overlap, overlap};

/// A decision reported this many days later was taken anew.
const DAYS_TO_DECIDE: i32 = 3;
/// A denial of what happened is set against reports of it within this many days.
const DAYS_OF_DENIAL: i32 = 14;

/// `stance/polarity`, `stance/opposed`: one says that it is so, the other that it is not: "Kenya signed the pact", "Kenya
/// rejected the pact".
///
/// Refuses: plans and requests against refusals; actors that are not the same; targets of different kinds; a refusal given up
/// in a later article (`development/decided-anew`); numbers that differ besides.
pub(super) fn compare(pair: &Pair<'_>, opposed: bool) -> Verdict {
    let (a, b) = (pair.a, pair.b);
    if !a.is_settled() || !b.is_settled() {
        return Verdict::distinct(Key::Stage, "stance/plan-against-refusal");
    }
    if let (Some(number_a), Some(number_b)) = (&a.number, &b.number)
        && quantity::compare_intervals((number_a.strict, number_a.usual), (number_b.strict, number_b.usual)) >= Agreement::Tension
        && !number_a.value.is_some_and(|value| value.is_zero())
        && !number_b.value.is_some_and(|value| value.is_zero())
    {
        return Verdict::distinct(Key::Unit, "stance/other-number");
    }
    // "Parliament approved it" and "nine members voted against it" are of one vote, and both so.
    let counted = |dimension: Option<Dimension>| matches!(dimension, Some(Dimension::People(_)));
    let negated = if a.is_affirmed() { b } else { a };
    if (pair.a.scope != pair.b.scope) || counted(negated.dimension()) && !negated.number.as_ref().is_some_and(|number| number.value.is_some_and(|value| value.is_zero())) {
        return Verdict::distinct(Key::Scope, "stance/part-of-the-actors");
    }
    if !same_matter(pair, opposed) {
        return Verdict::unrelated();
    }
    if pair.around.same_article || pair.around.side_by_side {
        return Verdict::distinct(Key::SameSource, "slot/one-article-gives-both");
    }
    let decision = a.traits.decision || b.traits.decision;
    if let Some(days) = pair.days_apart() {
        if decision && days >= DAYS_TO_DECIDE {
            return Verdict::new(Relation::Update, "development/decided-anew");
        }
        if days > DAYS_OF_DENIAL {
            return Verdict::distinct(Key::Time, "stance/long-after");
        }
    }
    let severity = if pair.around.speakers_differ { Severity::Tension } else { Severity::Conflict };
    let rule = match (severity, opposed) {
        (Severity::Tension, _) => "stance/speakers",
        (Severity::Conflict, true) => "stance/opposed",
        (Severity::Conflict, false) => "stance/polarity",
    };
    Verdict::new(Relation::Conflict(ConflictCode::StanceConflict, severity), rule)
}

/// Whether both speak of one actor and one matter.
fn same_matter(pair: &Pair<'_>, opposed: bool) -> bool {
    let around = pair.around;
    if pair.heads_differ() && around.likeness < 50 {
        return false;
    }
    let actor = pair.actor >= Overlap::Within && refuser_is_named(pair);
    let target = pair.target >= Overlap::Within;
    let verb = pair.same_lemma() || pair.same_class() || opposed;
    if !around.same_story {
        return actor && target && verb && around.likeness >= 30;
    }
    if pair.a.traits.state || pair.a.traits.speech {
        return around.likeness >= 60;
    }
    (actor && target) || (actor && around.likeness >= 34) || (target && around.likeness >= 34) || around.likeness >= 50
}

/// Whether those who refuse are among those who are said to have done it: Korea's signing says nothing of Colombia's refusal.
fn refuser_is_named(pair: &Pair<'_>) -> bool {
    let (negated, affirmed) = if pair.a.is_affirmed() { (pair.b, pair.a) } else { (pair.a, pair.b) };
    if negated.actor.is_empty() {
        return true;
    }
    let doers = if affirmed.traits.symmetric { union(&affirmed.actor, &affirmed.target) } else { affirmed.actor.clone() };
    overlap(&negated.actor, &doers) >= Overlap::Within
        && negated.actor.countries.iter().all(|country| doers.countries.is_empty() || doers.countries.binary_search(country).is_ok())
}
