//! How likely a claim is right, from how it was made.

use super::assemble::Draft;
use super::clause::ClauseKind;
use super::model::Decimal2;

/// Confidence in hundredths.
pub(crate) fn of(draft: &Draft) -> Decimal2 {
    let mut points: i32 = match draft.kind {
        Some(ClauseKind::Main) => 70,
        Some(ClauseKind::Conjunct | ClauseKind::Complement) => 65,
        Some(ClauseKind::Relative | ClauseKind::Participle | ClauseKind::Adverbial) => 60,
        None => 65,
        Some(_) => 50,
    };
    let claim = &draft.claim;
    if draft.listed {
        points += 8;
    }
    if claim.quantity.is_some() {
        points += 6;
    }
    if claim.actor.iter().any(|actor| actor.country.is_some() || actor.name.is_some()) {
        points += 6;
    }
    if draft.told >= 2 {
        points += 4;
    }
    Decimal2(points.clamp(5, 95) as u8)
}
