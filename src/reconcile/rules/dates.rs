//! The rule for one event on two days, and for what changed between two times.

use super::{Pair, Relation, Verdict};
use crate::reconcile::model::{ConflictCode, Severity};
use crate::reconcile::quantity::{self, Agreement};
use crate::reconcile::slot::Overlap;

/// Two days further apart than this are days of two events.
const DAYS_OF_ONE_EVENT: i32 = 100;

/// `date/two-days`: one event that happens once, on two days: "signed on 14 October", "signed on 21 October".
///
/// Both give one day; class, actor and target, or most of the words, are the same; no number differs. Refuses: what
/// happens again and again (speech, states, changes), parts of months and years (granularity), days that one article gives
/// both, and a tension only where a day is told by its weekday.
pub(super) fn compare(pair: &Pair<'_>, opposed: bool) -> Option<Verdict> {
    let (a, b) = (pair.a.period?, pair.b.period?);
    let around = pair.around;
    if pair.a.polarity != pair.b.polarity || opposed {
        let decision = pair.either(|traits| traits.decision);
        let settled = pair.a.is_settled() && pair.b.is_settled();
        return (decision && settled && pair.actor == Overlap::Same && around.same_story)
            .then_some(Verdict::new(Relation::Update, "development/decided-anew"));
    }
    if !a.is_day() || !b.is_day() || pair.either(|traits| traits.speech || traits.state || traits.measure) || !around.same_story {
        return None;
    }
    // A part of the signers signed when all did; a part of a number is another number.
    let scopes_differ = pair.a.scope != pair.b.scope && pair.a.number.is_some() && pair.b.number.is_some();
    if around.same_article || around.side_by_side || !pair.same_footing() || scopes_differ || pair.heads_differ() {
        return None;
    }
    if let (Some(a), Some(b)) = (&pair.a.number, &pair.b.number)
        && quantity::compare_intervals((a.strict, a.usual), (b.strict, b.usual)) > Agreement::Refine
    {
        return None;
    }
    let days = a.start.since(b.start).ok()?.get_days().abs();
    let both_sides = pair.actor >= Overlap::Within && pair.target >= Overlap::Within;
    let one_side = pair.shared_sides() > 0;
    let same_event =
        (both_sides && around.likeness >= 20) || (one_side && around.likeness >= 40) || (pair.same_lemma() && around.likeness >= 50);
    if days > DAYS_OF_ONE_EVENT || !same_event || !(pair.same_class() || pair.same_lemma()) {
        return None;
    }
    let explicit = a.explicit && b.explicit;
    // The same words under two dates are one text printed twice.
    if !explicit && (days == 1 || around.likeness >= 90) {
        return None;
    }
    let severity = if explicit { Severity::Conflict } else { Severity::Tension };
    Some(Verdict::new(Relation::Conflict(ConflictCode::DateConflict, severity), "date/two-days"))
}
