//! Amounts in brackets that say the amount before them again in other units.

use super::mention::{Mention, MentionKind};
use super::quantity::{Bound, Quantity};

/// Gives a conversion the bound of what it converts: "more than 100 kilometres (60 miles)", "over 7.5 million crowns ($1.1 million)".
///
/// `mentions` are of one kind, in the order of the text.
pub(super) fn share_bounds(text: &str, mentions: &mut [Mention]) {
    for index in 1..mentions.len() {
        let (before, rest) = mentions.split_at_mut(index);
        let (Some(converted), Some(conversion)) = (before.last(), rest.first_mut()) else { return };
        let bracketed = text.get(converted.span.end..conversion.span.start) == Some(" (") && text[conversion.span.end..].starts_with(')');
        let Some(bound) = quantity(&converted.kind).filter(|_| bracketed).map(|quantity| quantity.bound) else { continue };
        let Some(quantity) = quantity_mut(&mut conversion.kind) else { continue };
        if let (Bound::Exact, Some(value)) = (quantity.bound, quantity.value)
            && !matches!(bound, Bound::Exact | Bound::Range | Bound::Vague)
        {
            *quantity = Quantity::bounded(value, quantity.tolerance, bound);
        }
    }
}

fn quantity(kind: &MentionKind) -> Option<&Quantity> {
    match kind {
        MentionKind::Money(money) => Some(&money.quantity),
        MentionKind::Measure(measure) => Some(&measure.quantity),
        _ => None,
    }
}

fn quantity_mut(kind: &mut MentionKind) -> Option<&mut Quantity> {
    match kind {
        MentionKind::Money(money) => Some(&mut money.quantity),
        MentionKind::Measure(measure) => Some(&mut measure.quantity),
        _ => None,
    }
}
