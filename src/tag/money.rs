//! Amounts of money: a number with a currency's sign, code or name on either side.

mod currency;
mod per;

use rust_decimal::Decimal;

use self::currency::{Homes, name_after, scale_after, sign_before};
use self::per::per;
use super::context::Context;
use super::conversion::share_bounds;
use super::mention::{Mention, MentionKind, MoneyMention};
use super::neighbour;
use super::number::bound;
use super::number::range;
use super::number::{Number, NumberForm};
use super::quantity::{Bound, Quantity};
use crate::article::Span;
use crate::gazetteer::currencies::CurrencyWord;
use crate::gazetteer::numbers::NumberCue;

/// Tags every amount.
///
/// - **sign before**: "$5", "US$ 1.4 billion", "EUR50m", "c $ 300 million", "Rs 500", the damaged pound "PS6m".
/// - **sign or name after**: "10 €", "40 rmb", "155 million dollars", "7.5 million Danish crowns", "a million-dollar house".
/// - **vague**: "tens of millions of euros", "a six-figure sum".
/// - **coins**: "26 cents" stays 26 with 100 coins a unit; "five dollars and thirty cents" is 5.30.
/// - **range**: "$10 to $15 billion", "between $500,000 and $1 million", "$3-5 million".
/// - **per**: "$20 a barrel", "$1,100 per square foot".
///
/// Refuses: "208 pounds" (a weight, unless the article is about Britain or the number is large), "three crowns" (a thing),
/// "5 $20 bills" (the sign belongs to the 20). Known miss: an amount whose currency stands only before the one it is
/// listed with ("$5, 6 and 7").
pub(crate) fn tag(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let mut homes = Homes::new(context, mentions);
    let mut amounts: Vec<Amount> = Vec::new();
    for (index, number) in context.numbers.iter().enumerate() {
        let taken = amounts.last().map_or(0, |last| last.span.end);
        if number.span.start < taken {
            continue;
        }
        let found = amount(context, &homes, number, index, taken).or_else(|| converted(context, &homes, &amounts, index));
        let Some(mut amount) = found else { continue };
        if let Some(last) = amounts.last_mut()
            && (join_range(context, last, &amount) || join_coins(context, last, &amount))
        {
            continue;
        }
        add_bare_coins(context, &mut amount);
        amounts.push(amount);
    }
    for word in amounts.iter().filter_map(|amount| amount.currency.as_ref()).filter(|word| word.candidates.len() == 1) {
        homes.note(word.currency);
    }
    let first = mentions.len();
    for amount in amounts {
        mentions.extend(mention(context, &homes, amount));
    }
    share_bounds(context.text, &mut mentions[first..]);
}

/// An amount on its way: the number and what names its currency.
struct Amount {
    /// From the sign to the currency's name.
    span: Span,
    /// The number's index.
    number: usize,
    quantity: Quantity,
    scale: Decimal,
    /// None for "a six-figure sum".
    currency: Option<CurrencyWord>,
    /// The sign and the name as written.
    signs: [Option<Span>; 2],
}

/// The amount that a number makes with the sign or name beside it; a sign before `taken` belongs to the amount before.
fn amount(context: &Context<'_>, homes: &Homes<'_>, number: &Number, index: usize, taken: usize) -> Option<Amount> {
    match number.form {
        NumberForm::Digits | NumberForm::Scaled | NumberForm::Words | NumberForm::Vague => {}
        NumberForm::Quantifier if number.quantity.low.is_some_and(|low| low > Decimal::ONE) => {}
        NumberForm::Quantifier | NumberForm::Fraction | NumberForm::Ordinal | NumberForm::Pair => return None,
    }
    let before = sign_before(context.text, number.span.start, homes, context.gazetteers).filter(|sign| sign.span.start >= taken);
    let after = name_after(context, homes, number, before.is_some());
    if before.is_none() && after.is_none() {
        return figures(context, number, index).or_else(|| shared_name(context, homes, index));
    }
    let named = after.as_ref().or(before.as_ref())?;
    let mut word = named.word.clone();
    // A bare sign says less than a qualified name, and the other way round.
    if let (Some(before), Some(after)) = (&before, &after)
        && before.word.candidates.len() < after.word.candidates.len()
    {
        word = before.word.clone();
    }
    let mut span = number.span;
    for named in before.iter().chain(&after) {
        span = span.join(named.span);
    }
    let mut factor = before.iter().chain(&after).map(|named| named.scale).max().unwrap_or(Decimal::ONE);
    let mut index = index;
    if let Some((end, scale)) = scale_after(context, index, span.end) {
        (factor, span.end, index) = (factor.checked_mul(scale)?, end, index + 1);
    }
    let (quantity, scale) = (times(&number.quantity, factor)?, number.scale.checked_mul(factor)?);
    Some(Amount {
        span,
        number: index,
        quantity,
        scale,
        currency: Some(word),
        signs: [before.map(|named| named.span), after.map(|named| named.span)],
    })
}

/// Every number of a quantity times `factor`; none where that is beyond 28 digits.
fn times(quantity: &Quantity, factor: Decimal) -> Option<Quantity> {
    let scaled = |number: Option<Decimal>| match number {
        Some(number) => number.checked_mul(factor).map(Some),
        None => Some(None),
    };
    Some(Quantity {
        value: scaled(quantity.value)?,
        low: scaled(quantity.low)?,
        high: scaled(quantity.high)?,
        bound: quantity.bound,
        tolerance: quantity.tolerance.checked_mul(factor)?,
    })
}

/// "900" of "1,200 yen ($8) and 900 ($6)": a number that is converted in brackets as an amount before it was.
fn converted(context: &Context<'_>, homes: &Homes<'_>, amounts: &[Amount], index: usize) -> Option<Amount> {
    let [number, next] = context.numbers.get(index..index + 2)? else { return None };
    let text = context.text;
    let opens = |end: usize| text[end..].starts_with(" (");
    if !opens(number.span.end) || !matches!(number.form, NumberForm::Digits | NumberForm::Scaled) {
        return None;
    }
    let sign = sign_before(text, next.span.start, homes, context.gazetteers).filter(|sign| sign.span.start == number.span.end + 2)?;
    let from = &amounts.last()?.currency.as_ref().filter(|word| word.candidates == sign.word.candidates)?.candidates;
    let before = amounts.iter().rev().take(4).find(|amount| opens(amount.span.end))?;
    let word = before.currency.as_ref().filter(|word| &word.candidates != from)?;
    Some(Amount {
        span: number.span,
        number: index,
        quantity: number.quantity.clone(),
        scale: number.scale,
        currency: Some(word.clone()),
        signs: before.signs,
    })
}

/// "eight" of "eight or nine euros": the name of the next number's currency.
fn shared_name(context: &Context<'_>, homes: &Homes<'_>, index: usize) -> Option<Amount> {
    let [number, next] = context.numbers.get(index..index + 2)? else { return None };
    let joint = context.text.get(number.span.end..next.span.start)?;
    let plain = |number: &Number| matches!(number.form, NumberForm::Digits | NumberForm::Scaled | NumberForm::Words);
    if !matches!(joint, " or " | " and ") || !plain(number) || !plain(next) || number.is_year_like(context.text) {
        return None;
    }
    let name = name_after(context, homes, next, false)?;
    (name.span.start <= next.span.end + 1).then(|| Amount {
        span: number.span,
        number: index,
        quantity: number.quantity.clone(),
        scale: number.scale,
        currency: Some(name.word.clone()),
        signs: [None, Some(name.span)],
    })
}

/// "a six-figure sum", "seven figures": as many digits as the word says.
fn figures(context: &Context<'_>, number: &Number, index: usize) -> Option<Amount> {
    let text = context.text;
    let digits = number
        .quantity
        .value
        .filter(|value| number.form == NumberForm::Words && *value > Decimal::from(3) && *value < Decimal::from(13))?;
    let rest = &text[number.span.end..];
    let length = [" figures", "-figure", " figure"].iter().find(|ending| rest.starts_with(**ending)).map(|ending| ending.len())?;
    let sum = neighbour::word_after(text, number.span.end + length).map(|word| word.of(text)).unwrap_or_default();
    let plural = rest.starts_with(" figures");
    let money = context.gazetteers.numbers.has_cue(sum, NumberCue::Figure);
    if !plural && !money {
        return None;
    }
    let exponent: u32 = digits.try_into().ok()?;
    let low = Decimal::from(10_u64.checked_pow(exponent - 1)?);
    let high = low.checked_mul(Decimal::TEN)? - Decimal::ONE;
    let quantity = Quantity::vague(low, Some(high));
    let span = Span::new(number.span.start, number.span.end + length);
    Some(Amount { span, number: index, quantity, scale: Decimal::ONE, currency: None, signs: [None, None] })
}

/// Makes one range of two amounts that a dash, "to" or "between … and" joins: "$10 to $15 billion".
fn join_range(context: &Context<'_>, left: &mut Amount, right: &Amount) -> bool {
    let Some(joint) = range::joint(context.text, left.span.start, left.span.end, right.span.start) else { return false };
    let (Some(low), Some(high)) = (left.quantity.value, right.quantity.value) else { return false };
    let same = match (&left.currency, &right.currency) {
        (Some(left), Some(right)) => {
            left.per_unit == right.per_unit && left.candidates.iter().any(|candidate| right.candidates.contains(candidate))
        }
        _ => false,
    };
    let left_number = &context.numbers[left.number];
    let right_number = &context.numbers[right.number];
    let low = range::shared_scale(left_number, right_number).unwrap_or(low);
    let Some((low, high)) = range::ordered(context.text, left.span.start, joint, low, high).filter(|_| same) else { return false };
    if let (Some(mine), Some(other)) = (&mut left.currency, &right.currency)
        && other.candidates.len() < mine.candidates.len()
    {
        mine.clone_from(other);
    }
    left.quantity = Quantity::range(low, high);
    left.scale = right.scale;
    left.span = left.span.join(right.span);
    left.number = right.number;
    left.signs[1] = left.signs[1].or(right.signs[1]);
    true
}

/// "five dollars and thirty cents", "10 $ 30 cent": adds the coins to the units before them.
fn join_coins(context: &Context<'_>, left: &mut Amount, right: &Amount) -> bool {
    let gap = &context.text[left.span.end..right.span.start.max(left.span.end)];
    let (Some(units), Some(coins)) = (&left.currency, &right.currency) else { return false };
    let shared = units.candidates.iter().any(|candidate| coins.candidates.contains(candidate));
    if units.per_unit != 1 || coins.per_unit == 1 || !shared || !matches!(gap, " " | " and " | ", ") {
        return false;
    }
    let (Some(whole), Some(part)) = (left.quantity.value, right.quantity.value) else { return false };
    let per_unit = Decimal::from(coins.per_unit);
    if part >= per_unit || part < Decimal::ZERO {
        return false;
    }
    let Some(sum) = part.checked_div(per_unit).and_then(|part| whole.checked_add(part)) else { return false };
    left.quantity = Quantity::exact(sum.normalize());
    left.span = left.span.join(right.span);
    left.number = right.number;
    true
}

/// "15 dollars and 50." and "15 dollars 50.": two digits that end the clause are coins.
fn add_bare_coins(context: &Context<'_>, amount: &mut Amount) {
    let text = context.text;
    let (Some(whole), Some(currency)) = (amount.quantity.value, &amount.currency) else { return };
    if currency.per_unit != 1
        || whole.scale() > 0
        || amount.scale > Decimal::ONE
        || amount.signs[1].is_none() && !text[amount.span.end..].starts_with(" and ")
    {
        return;
    }
    let Some(next) = context.numbers.get(amount.number + 1) else { return };
    let joined = next.span.start > amount.span.end && matches!(&text[amount.span.end..next.span.start], " " | " and ");
    let ends = text[next.span.end..].chars().next().is_none_or(|character| matches!(character, '.' | '!' | '?' | ',' | ';'));
    let Some(coins) = next.quantity.value.filter(|coins| coins.scale() == 0 && *coins >= Decimal::TEN && *coins < Decimal::ONE_HUNDRED)
    else {
        return;
    };
    if joined
        && ends
        && matches!(next.form, NumberForm::Digits | NumberForm::Words)
        && let Some(sum) = coins.checked_div(Decimal::ONE_HUNDRED).and_then(|coins| whole.checked_add(coins))
    {
        amount.quantity = Quantity::exact(sum.normalize());
        amount.span = amount.span.join(next.span);
        amount.number += 1;
    }
}

fn mention<'a>(context: &Context<'a>, homes: &Homes<'a>, amount: Amount) -> Option<Mention> {
    let text = context.text;
    let sentence = context.document.sentence_at(amount.span.start)?;
    let (mut bound, mut span) = bound::around(text, amount.span, context.gazetteers);
    if amount.quantity.bound == Bound::Range
        && span.start == amount.span.start
        && let Some(word) = neighbour::word_before(text, span.start).filter(|word| range::begins_range(word.of(text)))
    {
        span = span.join(word);
    }
    let per = per(context, amount.span.end);
    if let Some((words, _)) = per {
        span = span.join(words);
        if let Some((after, end)) = bound::after(text, words.end, context.gazetteers) {
            bound = if bound == Bound::Exact { after } else { bound };
            span.end = end;
        }
    }
    let mut unit_text = String::new();
    for written in amount.signs.iter().flatten().chain(per.iter().map(|(words, _)| words)) {
        if !unit_text.is_empty() {
            unit_text.push(' ');
        }
        unit_text.push_str(written.of(text));
    }
    let quantity = match amount.quantity.value {
        Some(value) if bound != Bound::Exact => Quantity::bounded(value, amount.quantity.tolerance, bound),
        _ => amount.quantity,
    };
    let coins_per_unit = amount.currency.as_ref().map_or(1, |word| word.per_unit);
    let currencies = &context.gazetteers.currencies;
    let named = amount.currency.map(|word| match homes.resolve(context.gazetteers, &word, sentence) {
        Some(currency) => (Some(currencies.currency(currency)), currencies.currency(currency)),
        // "4 billion pesos" of nobody knows where: all that share the name have one noun.
        None => (None, currencies.currency(word.currency)),
    });
    let unit = named.map(|(_, currency)| if coins_per_unit > 1 { currency.coin.clone() } else { currency.noun.clone() });
    let currency = named.and_then(|(currency, _)| currency);
    let currency = currency.map(|currency| currency.code);
    let kind = MentionKind::Money(MoneyMention { quantity, currency, coins_per_unit, unit, unit_text, per: per.map(|(_, noun)| noun) });
    Some(Mention { span, sentence, kind })
}
