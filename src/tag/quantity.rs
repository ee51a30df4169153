//! Quantities as intervals: a value, its bound, and what the words strictly allow.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serializer};

pub use crate::gazetteer::numbers::Bound;

/// A number with its bound, as an interval of what the words strictly allow.
///
/// `low..=high`; `None` is open on that side. A strict bound ("more than 130") gives the number itself as the end: the
/// bound says that the end is not included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quantity {
    /// The number as said; none for a range or a vague quantity.
    pub value: Option<Decimal>,
    /// The least that the words allow.
    pub low: Option<Decimal>,
    /// The most that the words allow.
    pub high: Option<Decimal>,
    /// How the words bound it.
    pub bound: Bound,
    /// Half the weight of the last digit shown: 0 for "261", 50,000 for "2.5 million"; the number may be off by this much.
    pub tolerance: Decimal,
}

impl Quantity {
    /// A number as said, under a bound that takes one number (any but [`Bound::Range`] and [`Bound::Vague`]).
    pub fn bounded(value: Decimal, tolerance: Decimal, bound: Bound) -> Self {
        let (low, high) = match bound {
            Bound::Exact | Bound::Range | Bound::Vague => (Some(value.saturating_sub(tolerance)), Some(value.saturating_add(tolerance))),
            Bound::AtLeast | Bound::MoreThan => (Some(value), None),
            Bound::AtMost | Bound::LessThan | Bound::UpTo => (Some(Decimal::ZERO.min(value)), Some(value)),
            Bound::Nearly => (None, Some(value)),
            Bound::About => {
                let fifth = value.abs() / Decimal::from(5);
                (Some(value.saturating_sub(fifth)), Some(value.saturating_add(fifth)))
            }
        };
        Self { value: Some(value), low, high, bound, tolerance }
    }

    /// A number exactly as said.
    pub fn exact(value: Decimal) -> Self {
        Self::bounded(value, Decimal::ZERO, Bound::Exact)
    }

    /// "40 to 50".
    pub fn range(low: Decimal, high: Decimal) -> Self {
        Self { value: None, low: Some(low), high: Some(high), bound: Bound::Range, tolerance: Decimal::ZERO }
    }

    /// "dozens": at least `low`, and below the next word's number where there is one.
    pub fn vague(low: Decimal, high: Option<Decimal>) -> Self {
        Self { value: None, low: Some(low), high, bound: Bound::Vague, tolerance: Decimal::ZERO }
    }
}

/// Writes a decimal as a JSON number: an integer where it is one, else the nearest float.
#[expect(clippy::ref_option, reason = "serde hands over a reference")]
pub(crate) fn number<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        None => serializer.serialize_none(),
        Some(value) => match value.normalize() {
            value if value.scale() == 0 && value.to_i64().is_some() => serializer.serialize_i64(value.to_i64().unwrap_or_default()),
            value => serializer.serialize_f64(value.to_f64().unwrap_or(f64::NAN)),
        },
    }
}

/// Reads a JSON number as the decimal it is written as.
pub(crate) fn read_number<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
    let Some(number) = Option::<serde_json::Number>::deserialize(deserializer)? else { return Ok(None) };
    let written = number.to_string();
    let read = written.parse::<Decimal>().or_else(|_| Decimal::from_scientific(&written));
    read.map(Some).map_err(|_| serde::de::Error::custom(format!("{written} is out of the range of decimals (28 digits)")))
}
