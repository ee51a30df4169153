//! How two quantities of one slot stand to each other.
//!
//! A quantity is an interval twice over: what its words strictly allow, and what a reader would usually take them to mean
//! ("at least 58" is strictly 58 and up, usually 58 to 60). Two quantities agree where the usual readings meet, are in
//! tension where only the strict ones do, and conflict where not even those do.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::claim::model::ClaimQuantity;
use crate::tag::quantity::Bound;

/// A closed interval; `None` is open on that side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The least value.
    pub low: Option<Decimal>,
    /// The greatest value.
    pub high: Option<Decimal>,
}

impl Interval {
    fn new(low: Decimal, high: Decimal) -> Self {
        Self { low: Some(low), high: Some(high) }
    }

    /// Whether the two have a value in common.
    pub fn meets(self, other: Self) -> bool {
        let below = |high: Option<Decimal>, low: Option<Decimal>| matches!((high, low), (Some(high), Some(low)) if high < low);
        !below(self.high, other.low) && !below(other.high, self.low)
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        let low = self.low.is_none_or(|low| other.low.is_some_and(|other| low <= other));
        let high = self.high.is_none_or(|high| other.high.is_some_and(|other| other <= high));
        low && high
    }

    /// Where the whole of the one lies against the whole of the other; none where they meet.
    pub fn order(self, other: Self) -> Option<Ordering> {
        match (self.high, other.low, other.high, self.low) {
            (Some(high), Some(low), _, _) if high < low => Some(Ordering::Less),
            (_, _, Some(high), Some(low)) if high < low => Some(Ordering::Greater),
            _ => None,
        }
    }
}

/// How two quantities of one slot stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// The same, or overlapping as usually read.
    Agree,
    /// They agree, and the one is narrower: "some 2,000" and "2,040".
    Refine,
    /// Only the widest readings meet: "over 130" and "261".
    Tension,
    /// Not even the widest readings meet: "nearly 500" and "261".
    Conflict,
}

/// What the words strictly allow. "Nearly 500" is held to four fifths of the number, as "about" is: nobody says it of 261.
pub fn strict(quantity: &ClaimQuantity) -> Interval {
    let low = match (quantity.bound, quantity.value) {
        (Bound::Nearly, Some(value)) => Some(value * Decimal::new(8, 1)),
        _ => quantity.low,
    };
    Interval { low, high: quantity.high }
}

/// What a reader would usually take the words to mean.
pub fn usual(quantity: &ClaimQuantity) -> Interval {
    let strict = strict(quantity);
    let Some(value) = quantity.value else { return strict };
    let part = |tenths: i64| value * Decimal::new(tenths, 1);
    match quantity.bound {
        Bound::AtLeast | Bound::MoreThan => Interval::new(value, next_round_step(value)),
        Bound::UpTo | Bound::AtMost => Interval::new(part(5), value),
        Bound::LessThan => Interval::new(part(8), value),
        Bound::Nearly => Interval::new(part(9), value),
        Bound::About => Interval::new(part(9), part(11)),
        Bound::Exact | Bound::Range | Bound::Vague => strict,
    }
}

/// The next multiple of the number's own order of magnitude: 60 for 58, 200 for 130, 2,000 for 1,000.
fn next_round_step(value: Decimal) -> Decimal {
    let mut step = Decimal::ONE;
    let ten = Decimal::TEN;
    while let Some(next) = step.checked_mul(ten).filter(|next| *next <= value) {
        step = next;
    }
    let steps = (value / step).floor() + Decimal::ONE;
    steps.checked_mul(step).unwrap_or(value)
}

/// How the quantities of two claims stand to each other; both must be of one slot and one unit.
pub fn compare(a: &ClaimQuantity, b: &ClaimQuantity) -> Agreement {
    compare_intervals((strict(a), usual(a)), (strict(b), usual(b)))
}

/// How two quantities stand to each other, each as its strict and its usual interval.
pub(crate) fn compare_intervals((strict_a, usual_a): (Interval, Interval), (strict_b, usual_b): (Interval, Interval)) -> Agreement {
    if usual_a == usual_b {
        Agreement::Agree
    } else if usual_a.meets(usual_b) {
        if usual_a.contains(usual_b) || usual_b.contains(usual_a) { Agreement::Refine } else { Agreement::Agree }
    } else if strict_a.meets(strict_b) {
        Agreement::Tension
    } else {
        Agreement::Conflict
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tag::quantity::Quantity;

    fn quantity(value: i64, bound: Bound) -> ClaimQuantity {
        from(&Quantity::bounded(Decimal::from(value), Decimal::ZERO, bound))
    }

    fn from(quantity: &Quantity) -> ClaimQuantity {
        ClaimQuantity { value: quantity.value, low: quantity.low, high: quantity.high, bound: quantity.bound, ..ClaimQuantity::default() }
    }

    #[test]
    fn quantities_stand_to_each_other_as_readers_take_them() {
        use Agreement::{Agree, Conflict, Refine, Tension};
        let rows = [
            (quantity(130, Bound::MoreThan), quantity(261, Bound::Exact), Tension),
            (quantity(500, Bound::Nearly), quantity(261, Bound::Exact), Conflict),
            (quantity(261, Bound::Exact), quantity(262, Bound::Exact), Conflict),
            (quantity(58, Bound::AtLeast), quantity(58, Bound::AtLeast), Agree),
            (quantity(58, Bound::AtLeast), quantity(58, Bound::Exact), Refine),
            (quantity(9, Bound::Exact), quantity(58, Bound::AtLeast), Conflict),
            (quantity(2000, Bound::About), quantity(2040, Bound::Exact), Refine),
            (quantity(2000, Bound::About), quantity(2300, Bound::Exact), Tension),
            (quantity(50, Bound::UpTo), quantity(60, Bound::Exact), Conflict),
            (from(&Quantity::range(40.into(), 50.into())), quantity(45, Bound::Exact), Refine),
            (from(&Quantity::vague(24.into(), Some(99.into()))), quantity(150, Bound::Exact), Conflict),
        ];
        for (a, b, expected) in rows {
            assert_eq!(compare(&a, &b), expected, "{a:?} {b:?}");
            assert_eq!(compare(&b, &a), expected, "{b:?} {a:?}");
        }
    }

    #[test]
    fn round_steps_follow_the_order_of_magnitude() {
        for (value, step) in [(9, 10), (10, 20), (58, 60), (130, 200), (900, 1000), (1000, 2000), (100_000, 200_000)] {
            assert_eq!(next_round_step(value.into()), Decimal::from(step), "{value}");
        }
    }
}
