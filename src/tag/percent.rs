//! Percentages, percentage points, and shares of a whole.

use rust_decimal::Decimal;

use super::context::Context;
use super::mention::{Mention, MentionKind, PercentMention, PercentUnit};
use super::neighbour;
use super::number::bound;
use super::number::range;
use super::number::{Number, NumberForm};
use super::quantity::{Bound, Quantity};
use crate::article::Span;
use crate::gazetteer::numbers::NumberCue;
use crate::gazetteer::word_sets::{LexicalSet, WordSets};

/// Tags every percentage and share.
///
/// - **percent**: "40%", "40 per cent", "24pc", "5% to 10%", "two percentage points", "60 basis points".
/// - **share**: "half of the seats", "a third of voters", "two-thirds", "half as much": in per cent, 50 and so on.
/// - **one in**: "one in four", "two out of five", "four in 10 adults".
///
/// Refuses: "half an hour" (a measure), "half as tall" (a multiple), "the second half", "one in two days".
/// Known miss: "the other half".
pub(crate) fn tag(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let mut shares: Vec<Share> = Vec::new();
    let mut skip = 0;
    for (index, number) in context.numbers.iter().enumerate() {
        if index < skip {
            continue;
        }
        let found = percent(context, number).or_else(|| fraction(context, number)).or_else(|| {
            let share = one_in(context, index)?;
            skip = index + 2;
            Some(share)
        });
        let Some(share) = found else { continue };
        if let Some(last) = shares.last_mut()
            && join_range(context, last, &share)
        {
            continue;
        }
        shares.push(share);
    }
    for share in shares {
        mentions.extend(mention(context, &share));
    }
}

struct Share {
    span: Span,
    quantity: Quantity,
    unit: PercentUnit,
}

/// A number with "%", "per cent", "points" after it.
fn percent(context: &Context<'_>, number: &Number) -> Option<Share> {
    if matches!(number.form, NumberForm::Ordinal | NumberForm::Pair | NumberForm::Quantifier | NumberForm::Vague) {
        return None;
    }
    let (end, unit) = sign_after(context.text, number.span.end, &context.gazetteers.word_sets)?;
    Some(Share { span: Span::new(number.span.start, end), quantity: number.bounded(Bound::Exact), unit })
}

/// Where the sign or words for per cent directly after `end` end, and what they count.
pub(super) fn sign_after(text: &str, end: usize, sets: &WordSets) -> Option<(usize, PercentUnit)> {
    let rest = &text[end..];
    let trimmed = rest.trim_start_matches(neighbour::is_blank);
    if trimmed.starts_with('%') {
        return Some((text.len() - trimmed.len() + 1, PercentUnit::Percent));
    }
    let from = end + usize::from(rest.starts_with('-'));
    let glued = rest.starts_with(|character: char| character.is_alphabetic());
    neighbour::phrase_where(text, from, 2, |phrase| match phrase {
        _ if sets.has(LexicalSet::PercentWord, phrase) => Some(PercentUnit::Percent),
        _ if sets.has(LexicalSet::PercentagePoint, phrase) => Some(PercentUnit::Point),
        _ if sets.has(LexicalSet::BasisPoint, phrase) => Some(PercentUnit::BasisPoint),
        "bp" => glued.then_some(PercentUnit::BasisPoint),
        _ => None,
    })
    .map(|(span, unit)| (span.end, unit))
}

/// "half of", "a third of", "two-thirds".
fn fraction(context: &Context<'_>, number: &Number) -> Option<Share> {
    if number.form != NumberForm::Fraction {
        return None;
    }
    let text = context.text;
    let value = number.quantity.value?.checked_mul(Decimal::ONE_HUNDRED)?.round_dp(2).normalize();
    let written = number.span.of(text);
    let next = neighbour::word_after(text, number.span.end).map(|word| word.of(text));
    let next_lower = next.map(str::to_ascii_lowercase);
    let whole = next_lower.as_deref().is_some_and(|word| context.gazetteers.numbers.has_cue(word, NumberCue::Whole));
    let one_word = !written.contains([' ', '-', '/']);
    let noun = next_lower.as_deref().is_some_and(|word| context.gazetteers.units.name(word).is_some());
    // "half *as much* as they need": the share that one amount is of another.
    let multiple = [" as much", " as many"].iter().any(|words| text[number.span.end..].starts_with(words));
    let article_unit = !multiple && matches!(next_lower.as_deref(), Some("a" | "an" | "as"));
    if (one_word && !whole && !multiple) || noun || article_unit {
        return None;
    }
    let before = neighbour::word_before(text, number.span.start).map(|word| word.of(text).to_ascii_lowercase()).unwrap_or_default();
    if text[number.span.end..].starts_with('-') || context.gazetteers.numbers.has_cue(&before, NumberCue::Portion) {
        return None;
    }
    Some(Share { span: number.span, quantity: Quantity::exact(value), unit: PercentUnit::Percent })
}

/// "one in four", "two out of five", "four in every 10": two numbers and the words between them.
fn one_in(context: &Context<'_>, index: usize) -> Option<Share> {
    let [above, below] = context.numbers.get(index..index + 2)? else { return None };
    let text = context.text;
    let plain = |number: &Number| number.quantity.value.filter(|_| number.is_plain());
    let (part, whole) = (plain(above)?, plain(below)?);
    let joint = text.get(above.span.end..below.span.start)?;
    let joined = matches!(joint, " in " | " out of " | " in every " | " out of every " | " of every ");
    if !joined || part < Decimal::ONE || part >= whole || part.scale() > 0 || below.is_year_like(text) && joint == " in " {
        return None;
    }
    let noun = neighbour::word_after(text, below.span.end).map(|word| word.of(text).to_lowercase());
    let time = noun.as_deref().and_then(|noun| context.gazetteers.units.name(noun)).is_some();
    // "5 in 10 games" counts goals; "five in 10 people" and "1 in 10" are shares: other digits on the left need "out of".
    let loose = above.form == NumberForm::Digits && part > Decimal::ONE && !joint.contains("of");
    if time || loose || sign_after(text, below.span.end, &context.gazetteers.word_sets).is_some() {
        return None;
    }
    let value = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?.round_sf(6)?.normalize();
    Some(Share { span: above.span.join(below.span), quantity: Quantity::exact(value), unit: PercentUnit::Percent })
}

/// Makes one range of two percentages that "to", a dash or "between … and" joins: "5% to 10%".
fn join_range(context: &Context<'_>, left: &mut Share, right: &Share) -> bool {
    let both = range::of_two(context.text, (left.span, &left.quantity), (right.span, &right.quantity));
    let Some((span, quantity)) = both.filter(|_| left.unit == right.unit) else { return false };
    (left.span, left.quantity) = (span, quantity);
    true
}

fn mention(context: &Context<'_>, share: &Share) -> Option<Mention> {
    let sentence = context.document.sentence_at(share.span.start)?;
    let (bound, span) = bound::around(context.text, share.span, context.gazetteers);
    let quantity = super::number::bind(&share.quantity, bound);
    Some(Mention { span, sentence, kind: MentionKind::Percent(PercentMention { quantity, unit: share.unit }) })
}
