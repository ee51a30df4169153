//! The quantity of a claim: that of a mention, or of people who are counted by several words.

use rust_decimal::Decimal;

use super::model::ClaimQuantity;
use crate::article::Span;
use crate::tag::mention::{Mention, MentionKind};
use crate::tag::quantity::{Bound, Quantity};

/// So many people, by all the words that count them.
pub(crate) fn of_people(text: &str, people: Span, total: Decimal) -> ClaimQuantity {
    ClaimQuantity {
        text: people.of(text).to_owned(),
        start: people.start,
        end: people.end,
        value: Some(total),
        low: Some(total),
        high: Some(total),
        bound: Bound::Exact,
        unit: Some("person".to_owned()),
        unit_text: None,
    }
}

/// "people" counts persons, as "one person" does: a claim's unit is the singular.
fn person_of_people(unit: String) -> String {
    if unit == "people" { "person".to_owned() } else { unit }
}

/// A mention's quantity as a claim's.
pub(crate) fn quantity_of(text: &str, mention: &Mention) -> Option<ClaimQuantity> {
    let (quantity, unit, unit_span): (Quantity, Option<String>, Option<Span>) = match &mention.kind {
        // "4 billion pesos" where nothing says whose: the noun stands for the currency.
        MentionKind::Money(money) => (money.amount(), money.currency.map(str::to_owned).or_else(|| money.unit.clone()), None),
        MentionKind::Count(count) | MentionKind::Quantifier(count) => (count.quantity.clone(), count.unit.clone(), count.unit_span),
        MentionKind::Percent(percent) => (percent.quantity.clone(), Some(percent.unit.as_str().to_owned()), None),
        // An age is told in years, as a length of time is.
        MentionKind::Measure(measure) => {
            let unit = measure.unit.strip_suffix(" of age").unwrap_or(&measure.unit);
            (measure.quantity.clone(), Some(unit.to_owned()), measure.unit_span)
        }
        _ => return None,
    };
    Some(ClaimQuantity {
        text: mention.span.of(text).to_owned(),
        start: mention.span.start,
        end: mention.span.end,
        value: quantity.value,
        low: quantity.low,
        high: quantity.high,
        bound: quantity.bound,
        unit: unit.map(person_of_people),
        unit_text: unit_span.map(|span| span.of(text).to_owned()),
    })
}
