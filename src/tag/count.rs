//! Counts: a number of things, with the noun that is counted.

mod noun;
mod role;

use rust_decimal::Decimal;

use self::noun::Counted;
use super::context::Context;
use super::mention::{CountMention, Mention, MentionKind};
use super::neighbour;
use super::number::bound;
use super::number::{Number, NumberForm, are_alternatives};
use super::quantity::Bound;
use super::taken::Taken;
use crate::article::Span;
use crate::gazetteer::numbers::NumberCue;

/// Tags every count, and every quantifier with its noun.
///
/// - **noun**: "at least 58 countries", "261 alleged gang members" (the head's lemma is the unit).
/// - **partitive**: "two of the five men", "one of the oldest parks", "dozens of vehicles".
/// - **joined**: "a four-cylinder engine", "a 12-member panel".
/// - **shared noun**: "three or four houses", "three million and five million copies".
/// - **gapped**: "1,600 jobs in France, 400 in Spain": the noun before counts on.
/// - **ellipsis**: "three were killed", "200 more": no unit.
///
/// Refuses: what the rules of [`role`] name (years, times, labels, names, votes, list marks, pronouns).
/// Known misses: a noun before its number in brackets ("countries (58)"); "the two" as a pronoun is left out.
pub(crate) fn tag(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let taken = Taken::by_others(mentions);
    let mut last: Option<(usize, String, Span)> = None;
    let mut label: Option<Span> = None;
    let mut covered = 0;
    for (index, number) in context.numbers.iter().enumerate() {
        if number.span.start < covered
            || taken.overlaps(number.span)
            || matches!(number.form, NumberForm::Ordinal | NumberForm::Pair | NumberForm::Fraction)
        {
            continue;
        }
        let Some(sentence) = context.document.sentence_at(number.span.start) else { continue };
        let Some(place) = role::place(context, number, index, sentence) else { continue };
        let mut counted = noun::counted(context, number, &place, sentence);
        if counted.is_none() {
            counted = shared(context, index, sentence, &taken).or_else(|| noun::past_measure(context, number, &place, &taken));
        }
        // "Routes 54, 56 and 83": what is listed after a label is one too.
        let listed = counted.is_none()
            && label.is_some_and(|label| {
                matches!(context.text.get(label.end..number.span.start), Some(", " | " and " | ", and " | " or " | " & "))
            });
        if listed || !role::is_count(context, number, index, &place, counted.as_ref(), sentence) {
            label = (number.form == NumberForm::Digits).then_some(number.span);
            continue;
        }
        if number.form == NumberForm::Quantifier {
            if let Some(counted) = counted {
                mentions.push(mention(context, number, Some(counted), sentence, true));
            }
            continue;
        }
        if counted.is_none()
            && let Some((of, unit, span)) = &last
            && *of == sentence
            && (is_gapped(context, number) || unit == INDEX_UNIT && is_level(context, number))
        {
            counted = Some(Counted { unit: unit.clone(), span: *span, end: number.span.end, is_singular_name: false, is_plural: true });
        }
        if let Some(counted) = &counted {
            last = Some((sentence, counted.unit.clone(), counted.span));
        }
        let mention = mention(context, number, counted, sentence, false);
        covered = covered.max(number.span.end);
        mentions.push(mention);
    }
}

/// The noun of the next number, where "or", "and" or a comma stands between: "three or four houses".
fn shared(context: &Context<'_>, index: usize, sentence: usize, taken: &Taken) -> Option<Counted> {
    let number = &context.numbers[index];
    let next = context.numbers.get(index + 1)?;
    let joint = context.text.get(number.span.end..next.span.start)?;
    // An index and its change: "16,369 up 58 points".
    let is_level = matches!(joint, " up " | " down " | ", up " | ", down ");
    if !(are_alternatives(number, joint, next) || is_level && number.is_plain() && next.is_plain())
        || taken.overlaps(next.span)
        || next.is_year_like(context.text)
    {
        return None;
    }
    let place = role::place(context, next, index + 1, sentence)?;
    let counted = noun::counted(context, next, &place, sentence).or_else(|| shared(context, index + 1, sentence, taken))?;
    (!is_level || counted.unit == INDEX_UNIT).then_some(Counted { end: number.span.end, ..counted })
}

/// What an index counts.
const INDEX_UNIT: &str = "point";

/// "lost 162 points to fall to 7,425": the level of an index after its change.
fn is_level(context: &Context<'_>, number: &Number) -> bool {
    let before = neighbour::word_before(context.text, number.span.start).map_or("", |word| word.of(context.text));
    matches!(before, "to" | "at")
        && number.quantity.value.is_some_and(|value| value > Decimal::ONE_HUNDRED)
        && !number.is_year_like(context.text)
}

/// Whether a number without a noun takes up the one before it in the sentence: "400 in Spain", "200 more", "and 12 others".
fn is_gapped(context: &Context<'_>, number: &Number) -> bool {
    let next = neighbour::word_after(context.text, number.span.end);
    next.is_some_and(|word| context.gazetteers.numbers.has_cue(word.of(context.text), NumberCue::Gap))
}

fn mention(context: &Context<'_>, number: &Number, counted: Option<Counted>, sentence: usize, quantifier: bool) -> Mention {
    let mut span = number.outer;
    let mut quantity = number.quantity.clone();
    let (unit, unit_span) = match counted {
        Some(counted) => {
            span.end = span.end.max(counted.end);
            if let Some((bound, end)) =
                bound::after(context.text, counted.end, context.gazetteers).filter(|_| counted.end > number.span.end)
            {
                if quantity.bound == Bound::Exact {
                    quantity = number.bounded(bound);
                }
                span.end = end;
            }
            (Some(counted.unit), Some(counted.span))
        }
        None => (None, None),
    };
    let count = CountMention { quantity, unit, unit_span };
    let kind = if quantifier { MentionKind::Quantifier(count) } else { MentionKind::Count(count) };
    Mention { span, sentence, kind }
}

/// Whether the number is the word "one".
fn is_one(number: &Number) -> bool {
    number.quantity.value == Some(Decimal::ONE) && number.form == NumberForm::Words
}
