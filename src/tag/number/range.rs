//! Two numbers that are one: ranges ("40 to 50"), and pairs that are none ("3–1", "2014-15").

use rust_decimal::Decimal;

use super::{Number, NumberForm};
use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::tag::neighbour;
use crate::tag::quantity::Quantity;

/// How two numbers are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::tag) enum Joint {
    /// "40-50".
    Dash,
    /// "40 to 50".
    To,
    /// "between 40 and 50".
    Between,
}

/// How the words from `left` to `right` join what stands on both sides; `start` is where the left side begins.
pub(in crate::tag) fn joint(text: &str, start: usize, left: usize, right: usize) -> Option<Joint> {
    let words = text.get(left..right)?;
    let inner = words.trim_matches(neighbour::is_blank);
    match inner {
        "-" | "–" | "—" | "‑" | "−" => Some(Joint::Dash),
        "to" | "-to-" | "to-" | "-to" | "–to–" => Some(Joint::To),
        "and" => {
            let before = neighbour::word_before(text, start)?;
            before.of(text).eq_ignore_ascii_case("between").then_some(Joint::Between)
        }
        _ => None,
    }
}

/// Joins neighbours of `numbers` that are one range or pair.
pub(super) fn join(text: &str, numbers: &mut Vec<Number>, gazetteers: &Gazetteers) {
    numbers.dedup_by(|number, last| match pair(text, last, number, gazetteers) {
        Some(both) => {
            *last = both;
            true
        }
        None => false,
    });
}

fn simple(number: &Number) -> Option<Decimal> {
    number.quantity.value.filter(|_| number.is_plain())
}

/// The range or pair that two neighbours make.
///
/// Matches: "40 to 50", "40-50", "between 40 and 50", "five to seven", "2 to 3 million" (the scale is shared).
/// A dash between falling numbers, or between years, makes a [`NumberForm::Pair`]: "3-1", "2014-15".
/// "from 8 to 5" is a range that is passed downward.
fn pair(text: &str, left: &Number, right: &Number, gazetteers: &Gazetteers) -> Option<Number> {
    let (low, high) = (simple(left)?, simple(right)?);
    let joint = joint(text, left.span.start, left.span.end, right.span.start)?;
    let span = left.span.join(right.span);
    let spaced_dash = joint == Joint::Dash && text[left.span.end..right.span.start].len() > 3;
    let low = shared_scale(left, right).unwrap_or(low);
    let years = joint == Joint::Dash && left.is_year_like(text) && (right.is_year_like(text) || right.span.len() == 2);
    if years || (joint == Joint::Dash && low >= high && !spaced_dash && left.form == right.form) {
        return Some(Number::new(span, Quantity::range(low.min(high), low.max(high)), NumberForm::Pair));
    }
    // "rose 60% in 2018 to 3.9 million": a year, then another number.
    let year_then_number =
        left.is_year_like(text) && (right.scale > Decimal::ONE || !right.span.of(text).bytes().all(|byte| byte.is_ascii_digit()));
    if year_then_number {
        return None;
    }
    if joint == Joint::To && is_given_to(text, left, right, gazetteers) {
        return None;
    }
    let (low, high) = ordered(text, left.span.start, joint, low, high)?;
    let mut number = Number::new(span, Quantity::range(low, high), right.form);
    number.scale = right.scale;
    Some(number)
}

/// "$500 to 1,200 families": a sum, then those it goes to.
fn is_given_to(text: &str, left: &Number, right: &Number, gazetteers: &Gazetteers) -> bool {
    let sum = text[..left.span.start].trim_end_matches(neighbour::is_blank).ends_with(['$', '£', '€', '¥', '₹']);
    let given = || {
        let next = neighbour::word_after(text, right.span.end).map_or("", |word| word.of(text));
        let money = gazetteers.currencies.word(next).is_some();
        next == "people" || next == "children" || next.len() > 3 && next.ends_with('s') && !money
    };
    sum && right.scale == Decimal::ONE && given()
}

/// The range that two quantities with a unit each make: "15 km to 20 km", "5% to 10%".
pub(in crate::tag) fn of_two(text: &str, left: (Span, &Quantity), right: (Span, &Quantity)) -> Option<(Span, Quantity)> {
    let joint = joint(text, left.0.start, left.0.end, right.0.start)?;
    let (low, high) = ordered(text, left.0.start, joint, left.1.value?, right.1.value?)?;
    Some((left.0.join(right.0), Quantity::range(low, high)))
}

/// The two ends of a range in rising order; falling ends make one only after "from" and "between": "fell from 8 to 5", "between
/// -4 and -11 degrees".
pub(in crate::tag) fn ordered(text: &str, start: usize, joint: Joint, low: Decimal, high: Decimal) -> Option<(Decimal, Decimal)> {
    let from = || neighbour::word_before(text, start).is_some_and(|word| word.of(text).eq_ignore_ascii_case("from"));
    if low < high {
        Some((low, high))
    } else if low > high && (joint == Joint::To && from() || joint == Joint::Between) {
        Some((high, low))
    } else {
        None
    }
}

/// The left number times the right one's scale, where it is the smaller without one of its own: "3" of "3 to 5 million".
pub(in crate::tag) fn shared_scale(left: &Number, right: &Number) -> Option<Decimal> {
    let (low, high) = (left.quantity.value?, right.quantity.value?);
    let shares =
        right.scale > Decimal::ONE && left.scale == Decimal::ONE && low < Decimal::ONE_THOUSAND && low <= high.checked_div(right.scale)?;
    shares.then(|| low.checked_mul(right.scale)).flatten()
}

/// Whether a word before a range belongs to it.
pub(in crate::tag) fn begins_range(word: &str) -> bool {
    word.eq_ignore_ascii_case("between") || word.eq_ignore_ascii_case("from")
}

/// The span of a range with "from" or "between" before it.
pub(super) fn outer(text: &str, span: Span) -> Span {
    match neighbour::word_before(text, span.start) {
        Some(word) if begins_range(word.of(text)) => word.join(span),
        _ => span,
    }
}
