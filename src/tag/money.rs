//! Amounts of money: a number with a currency's sign, code or name on either side.

use rust_decimal::Decimal;

use super::context::Context;
use super::mention::{Mention, MentionKind, MoneyMention};
use super::neighbour;
use super::number::bound;
use super::number::digits::DAMAGED_POUND;
use super::number::range;
use super::number::{Number, NumberForm};
use super::quantity::{Bound, Quantity};
use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::currencies::CurrencyWord;

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
    let mut amounts: Vec<Amount> = Vec::new();
    for (index, number) in context.numbers.iter().enumerate() {
        let taken = amounts.last().map_or(0, |last| last.span.end);
        if number.span.start < taken {
            continue;
        }
        let Some(mut amount) = amount(context, number, index, taken) else { continue };
        if let Some(last) = amounts.last_mut() {
            if join_range(context, last, &amount) || join_coins(context, last, &amount) {
                continue;
            }
        }
        add_bare_coins(context, &mut amount);
        amounts.push(amount);
    }
    for amount in amounts {
        mentions.extend(mention(context, amount));
    }
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

/// A sign or name of a currency in the text.
struct Named<'g> {
    span: Span,
    word: &'g CurrencyWord,
    /// A million for "MUSD".
    scale: Decimal,
}

/// The amount that a number makes with the sign or name beside it; a sign before `taken` belongs to the amount before.
fn amount(context: &Context<'_>, number: &Number, index: usize, taken: usize) -> Option<Amount> {
    match number.form {
        NumberForm::Digits | NumberForm::Scaled | NumberForm::Words | NumberForm::Vague => {}
        NumberForm::Quantifier if number.quantity.low.is_some_and(|low| low > Decimal::ONE) => {}
        NumberForm::Quantifier | NumberForm::Fraction | NumberForm::Ordinal | NumberForm::Pair => return None,
    }
    let before = sign_before(context.text, number.span.start, context.gazetteers).filter(|sign| sign.span.start >= taken);
    let after = name_after(context, number, before.is_some());
    if before.is_none() && after.is_none() {
        return figures(context, number, index);
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

/// Codes that are English words too; before a number they are those words in a headline ("ALL 50", "TOP 10").
const CODES_THAT_ARE_WORDS: &[&str] = &["ALL", "TOP", "TRY", "CUP", "MAD", "PEN", "BOB", "SOS", "GEL", "AMD", "LAK"];

/// The currency sign or code that ends directly before `start`, with at most one blank between.
fn sign_before<'g>(text: &str, start: usize, gazetteers: &'g Gazetteers) -> Option<Named<'g>> {
    let currencies = &gazetteers.currencies;
    let before = &text[..start];
    let end = before.strip_suffix(neighbour::is_blank).map_or(start, str::len);
    let spaced = end < start;
    let before = &text[..end];
    let last = before.chars().next_back()?;
    if last.is_whitespace() || last.is_ascii_digit() {
        return None;
    }
    let mut found: Option<(usize, &CurrencyWord)> = None;
    for (from, character) in before.char_indices().rev().take(7) {
        let boundary = !character.is_alphanumeric() || !before[..from].ends_with(char::is_alphanumeric);
        if boundary && let Some(word) = currencies.sign(&before[from..]) {
            found = Some((from, word));
        }
    }
    if let Some((from, word)) = found {
        let sign = &before[from..];
        if sign == "$"
            && let Some(qualified) = qualified_dollar(text, from, gazetteers)
        {
            return Some(qualified);
        }
        let is_word = CODES_THAT_ARE_WORDS.contains(&sign) && spaced;
        return (!is_word).then_some(Named { span: Span::new(from, end), word, scale: Decimal::ONE });
    }
    let from = before
        .rfind(|character: char| !character.is_ascii_alphabetic())
        .map_or(0, |index| index + before[index..].chars().next().map_or(1, char::len_utf8));
    let letters = &before[from..];
    if letters == DAMAGED_POUND && !spaced {
        let amount = &text[start..];
        let looks_like_money = amount.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b',')).count() > 1;
        let word = currencies.sign("£").filter(|_| looks_like_money)?;
        return Some(Named { span: Span::new(from, end), word, scale: Decimal::ONE });
    }
    thousands_of_code(letters, gazetteers).map(|(word, scale)| Named { span: Span::new(from, end), word, scale })
}

/// "MUSD", "KEUR": a code in millions or thousands, as business reports write.
fn thousands_of_code<'g>(letters: &str, gazetteers: &'g Gazetteers) -> Option<(&'g CurrencyWord, Decimal)> {
    if letters.len() != 4 || !letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let scale = match &letters[..1] {
        "M" => 1_000_000,
        "K" | "T" => 1000,
        _ => return None,
    };
    gazetteers.currencies.sign(&letters[1..]).map(|word| (word, Decimal::from(scale)))
}

/// "US $5", "HK $200", "c $ 300 million": the word before a bare "$" that says whose dollar it is.
fn qualified_dollar<'g>(text: &str, sign: usize, gazetteers: &'g Gazetteers) -> Option<Named<'g>> {
    let word = neighbour::word_before(text, sign)?;
    let letters = word.of(text);
    // "A $5 million deal" has an article there, no Australian dollar.
    if letters.len() > 4 || letters.eq_ignore_ascii_case("a") || sign - word.end > 1 {
        return None;
    }
    let qualified = format!("{}$", letters.to_uppercase());
    gazetteers.currencies.sign(&qualified).map(|found| Named { span: Span::new(word.start, sign + 1), word: found, scale: Decimal::ONE })
}

/// The currency sign, code or name after a number.
fn name_after<'g>(context: &Context<'g>, number: &Number, has_sign: bool) -> Option<Named<'g>> {
    let text = context.text;
    let currencies = &context.gazetteers.currencies;
    let end = number.span.end;
    let rest = &text[end..];
    let from = if number.form == NumberForm::Vague && rest.starts_with(" of ") {
        end + 4
    } else if let Some(joined) = rest.strip_prefix(['-', '‐']) {
        text.len() - joined.len()
    } else {
        end
    };
    if !has_sign && let Some(named) = sign_after(context, number, from) {
        return Some(named);
    }
    let (span, word) =
        neighbour::phrase_after(text, from, 4, |phrase| currencies.word(phrase)).or_else(|| hyphenated_name(context, from))?;
    if has_sign {
        let next_sign = text[span.end..].trim_start_matches(' ').starts_with(|character: char| character.is_ascii_digit());
        return (word.per_unit == 1 && !next_sign).then_some(Named { span, word, scale: Decimal::ONE });
    }
    is_currency(context, number, span, word).then_some(Named { span, word, scale: Decimal::ONE })
}

/// "75 USD million": the scale after the code, where the next number is nothing else, and where it ends.
fn scale_after(context: &Context<'_>, index: usize, end: usize) -> Option<(usize, Decimal)> {
    let next = context.numbers.get(index + 1)?;
    let bare = next.form == NumberForm::Words && next.scale > Decimal::ONE && next.quantity.value == Some(next.scale);
    let close = next.span.start == end + 1 && !next.span.of(context.text).contains(' ');
    (bare && close && context.numbers[index].scale == Decimal::ONE).then_some((next.span.end, next.scale))
}

/// "dollar" of "a 50-dollar-a-share bid".
fn hyphenated_name<'g>(context: &Context<'g>, from: usize) -> Option<(Span, &'g CurrencyWord)> {
    let word = neighbour::word_after(context.text, from)?;
    let first = word.of(context.text).split('-').next()?;
    let word_of = context.gazetteers.currencies.word(&first.to_lowercase())?;
    (first.len() < word.len() && first.len() > 2).then_some((Span::new(word.start, word.start + first.len()), word_of))
}

/// A sign after the number: "10 €", "100元", "115USD"; not the next number's own ("5 $20 bills").
fn sign_after<'g>(context: &Context<'g>, number: &Number, from: usize) -> Option<Named<'g>> {
    let text = context.text;
    let start =
        if text[from..].starts_with(neighbour::is_blank) { from + text[from..].chars().next().map_or(0, char::len_utf8) } else { from };
    let rest = &text[start..];
    let first = rest.chars().next()?;
    let length = if first.is_alphabetic() {
        rest.find(|character: char| !character.is_alphabetic()).unwrap_or(rest.len())
    } else {
        first.len_utf8()
    };
    let sign = &rest[..length];
    let after = &rest[length..];
    let word = match context.gazetteers.currencies.sign(sign) {
        Some(word) => word,
        None => {
            let (word, scale) = thousands_of_code(sign, context.gazetteers)?;
            return Some(Named { span: Span::new(start, start + length), word, scale });
        }
    };
    if after.starts_with(|character: char| character.is_ascii_digit()) {
        return None;
    }
    let belongs_to_next = after.starts_with(' ') && after[1..].starts_with(|character: char| character.is_ascii_digit());
    if !first.is_alphabetic() && belongs_to_next && (number.is_year_like(text) || start == from) {
        return None;
    }
    // Letters that are signs only before a number ("Rs", "RM", "T") are no names after it, unless they are codes.
    let code = sign.len() == 3 && sign.bytes().all(|byte| byte.is_ascii_uppercase());
    if first.is_ascii_alphabetic()
        && (!(code || matches!(sign, "kn" | "Kč" | "Ft" | "kr" | "DM" | "TL" | "usd" | "rmb" | "eur" | "gbp"))
            || CODES_THAT_ARE_WORDS.contains(&sign))
    {
        return None;
    }
    Some(Named { span: Span::new(start, start + length), word, scale: Decimal::ONE })
}

/// Names that name other things at least as often; they need a large number, a country or a currency's adjective beside them.
const WEAK_NAMES: &[&str] = &[
    "all", "ban", "bob", "cfa", "colon", "crown", "crowns", "cup", "ether", "fen", "franc", "kip", "lev", "mad", "mark", "marks", "ore",
    "p", "para", "pen", "penny", "pound", "pounds", "rand", "real", "reals", "sen", "sol", "soles", "som", "sos", "stone", "sum", "sums",
    "tala", "top", "try", "won", "buck", "sterling", "lari", "som", "gel", "amd", "pula", "lek", "leone", "lira", "dong", "sou", "bar",
    "bani",
];

/// Whether a name after a number is the currency it can be.
fn is_currency(context: &Context<'_>, number: &Number, span: Span, word: &CurrencyWord) -> bool {
    let found = span.of(context.text);
    let lower = found.to_lowercase();
    if !WEAK_NAMES.contains(&lower.as_str()) {
        return true;
    }
    let glued = span.start == number.span.end;
    if lower == "p" {
        return (glued || number.form == NumberForm::Digits) && !context.text[span.end..].starts_with('.');
    }
    if found.len() == 3 && found.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return true;
    }
    if lower == "penny" || lower == "sen" || lower == "lira" || lower == "won" {
        return lower != "won" || number.form != NumberForm::Words || number.scale > Decimal::ONE;
    }
    let large = number.scale >= Decimal::ONE_THOUSAND || number.quantity.low.is_some_and(|low| low >= Decimal::from(10_000));
    let weight = lower.starts_with("pound") && context.text[span.end..].starts_with(" of ");
    if large && !weight {
        return true;
    }
    let home = mentioned(context, word);
    if lower.starts_with("pound") {
        let hyphen = context.text[number.span.end..].starts_with('-');
        let british = context.text.contains('£') || home;
        return british && !hyphen && !weight;
    }
    home && word.candidates.len() < 12
}

/// Whether the article names a country that uses one of the currencies.
fn mentioned(_context: &Context<'_>, _word: &CurrencyWord) -> bool {
    false
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
    let money = [
        "sum",
        "sums",
        "salary",
        "salaries",
        "fee",
        "fees",
        "deal",
        "deals",
        "settlement",
        "donation",
        "payment",
        "payments",
        "contract",
        "price",
        "bonus",
        "income",
        "fine",
        "advance",
        "budget",
        "amount",
        "cheque",
        "check",
    ];
    if !plural && !money.contains(&sum) {
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
    let Some(_) = range::joint(context.text, left.span.start, left.span.end, right.span.start) else { return false };
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
    if !same || low >= high {
        return false;
    }
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

/// Nouns that a price is often given for after "a", beside the units of measure.
const PRICED_NOUNS: &[&str] = &[
    "share",
    "head",
    "piece",
    "person",
    "pop",
    "ticket",
    "unit",
    "seat",
    "copy",
    "bottle",
    "time",
    "vote",
    "shot",
    "visit",
    "game",
    "child",
    "household",
    "family",
    "student",
    "pupil",
    "worker",
    "employee",
    "flight",
    "trip",
    "ride",
    "plate",
    "term",
    "season",
    "quarter",
    "acre",
    "cup",
    "litre",
    "liter",
    "gallon",
    "throw",
    "barrel",
];

/// "a barrel", "per square foot", "an hour", "/day": the words, and the noun in them.
fn per(context: &Context<'_>, end: usize) -> Option<(Span, Span)> {
    let text = context.text;
    let rest = &text[end..];
    if let Some(noun) = rest.strip_prefix('/') {
        let word = neighbour::word_after(text, end + 1)?;
        return noun.starts_with(|character: char| character.is_alphabetic()).then_some((Span::new(end, word.end), word));
    }
    let from = end + usize::from(rest.starts_with('-'));
    let first = neighbour::word_after(text, from)?;
    let article = first.of(text).to_ascii_lowercase();
    if let Some((article, noun)) = article.split_once('-') {
        let known = matches!(article, "a" | "an" | "per") && is_priced(context, noun);
        return known.then(|| (first, Span::new(first.end - noun.len(), first.end)));
    }
    let (noun, ()) = match article.as_str() {
        "per" => neighbour::phrase_after(text, first.end, 2, |phrase| context.gazetteers.units.name(phrase).map(|_| ()))
            .or_else(|| neighbour::word_after(text, first.end).map(|word| (word, ())))?,
        "a" | "an" | "each" | "every" => neighbour::phrase_after(text, first.end, 2, |phrase| is_priced(context, phrase).then_some(()))?,
        _ => return None,
    };
    text[first.end..noun.start].chars().all(neighbour::is_blank).then_some((first.join(noun), noun))
}

fn is_priced(context: &Context<'_>, noun: &str) -> bool {
    context.gazetteers.units.name(noun).is_some() || PRICED_NOUNS.contains(&noun)
}

/// Which of a word's currencies the article means.
fn resolve(_context: &Context<'_>, word: &CurrencyWord) -> usize {
    word.currency
}

fn mention(context: &Context<'_>, amount: Amount) -> Option<Mention> {
    let text = context.text;
    let sentence = context.document.sentence_at(amount.span.start)?;
    let (mut bound, mut span) = bound::around(text, amount.span, context.gazetteers);
    if amount.quantity.bound == Bound::Range
        && span.start == amount.span.start
        && let Some(word) =
            neighbour::word_before(text, span.start).filter(|word| matches!(word.of(text), "between" | "from" | "Between" | "From"))
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
    let currency = amount.currency.map(|word| context.gazetteers.currencies.currency(resolve(context, &word)).code);
    let kind = MentionKind::Money(MoneyMention { quantity, currency, coins_per_unit, unit_text, per: per.map(|(_, noun)| noun) });
    Some(Mention { span, sentence, kind })
}
