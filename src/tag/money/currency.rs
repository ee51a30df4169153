//! What names the currency of an amount: signs and codes before it, signs, codes and names after it.

use std::cell::OnceCell;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use crate::article::{Article, Span};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::currencies::CurrencyWord;
use crate::gazetteer::word_sets::LexicalSet;
use crate::tag::context::Context;
use crate::tag::mention::{Mention, MentionKind};
use crate::tag::neighbour;
use crate::tag::number::digits::DAMAGED_POUND;
use crate::tag::number::{Number, NumberForm};
use crate::tag::place;

/// A sign or name of a currency in the text.
pub(super) struct Named<'g> {
    pub(super) span: Span,
    pub(super) word: &'g CurrencyWord,
    /// A million for "MUSD".
    pub(super) scale: Decimal,
}

/// The currency sign or code that ends directly before `start`, with at most one blank between.
pub(super) fn sign_before<'g>(text: &str, start: usize, homes: &Homes<'_>, gazetteers: &'g Gazetteers) -> Option<Named<'g>> {
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
    let reach = if currencies.sign_edges().may_end(before) { 7 } else { 0 };
    for (from, character) in before.char_indices().rev().take(reach) {
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
        let is_word = spaced && gazetteers.word_sets.has(LexicalSet::CodeLikeWord, sign);
        // "#COP22"
        let is_tag = before[..from].ends_with(['#', '@']);
        return (!is_word && !is_tag).then_some(Named { span: Span::new(from, end), word, scale: Decimal::ONE });
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
    let local = currencies.local_sign(letters).filter(|word| !spaced && homes.speak_for(gazetteers, word)).map(|word| (word, Decimal::ONE));
    local.or_else(|| thousands_of_code(letters, gazetteers)).map(|(word, scale)| Named { span: Span::new(from, end), word, scale })
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
    // "A $5 million deal" has an article there, no Australian dollar; "it cost us $5" a pronoun.
    if letters.len() > 4 || letters.eq_ignore_ascii_case("a") || letters == "us" || sign - word.end > 1 {
        return None;
    }
    let qualified = format!("{}$", letters.to_uppercase());
    gazetteers.currencies.sign(&qualified).map(|found| Named { span: Span::new(word.start, sign + 1), word: found, scale: Decimal::ONE })
}

/// The currency sign, code or name after a number.
pub(super) fn name_after<'g>(context: &Context<'g>, homes: &Homes<'_>, number: &Number, has_sign: bool) -> Option<Named<'g>> {
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
    let (span, word) = neighbour::phrase_after(text, from, 4, currencies.word_edges(), |phrase| currencies.word(phrase))
        .or_else(|| hyphenated_name(context, from))?;
    if has_sign {
        let next_sign = text[span.end..].trim_start_matches(' ').starts_with(|character: char| character.is_ascii_digit());
        return (word.per_unit == 1 && !next_sign).then_some(Named { span, word, scale: Decimal::ONE });
    }
    is_currency(context, homes, number, span, word).then_some(Named { span, word, scale: Decimal::ONE })
}

/// "75 USD million": the scale after the code, where the next number is nothing else, and where it ends.
pub(super) fn scale_after(context: &Context<'_>, index: usize, end: usize) -> Option<(usize, Decimal)> {
    let next = context.numbers.get(index + 1)?;
    let bare = next.form == NumberForm::Words && next.scale > Decimal::ONE && next.quantity.value == Some(next.scale);
    let close = next.span.start == end + 1 && !next.span.of(context.text).contains(' ');
    (bare && close && context.numbers[index].scale == Decimal::ONE).then_some((next.span.end, next.scale))
}

/// "dollar" of "a 50-dollar-a-share bid".
fn hyphenated_name<'g>(context: &Context<'g>, from: usize) -> Option<(Span, &'g CurrencyWord)> {
    let word = neighbour::word_after(context.text, from)?;
    let (first, _) = word.of(context.text).split_once('-').filter(|(first, _)| first.len() > 2)?;
    let word_of = context.gazetteers.currencies.word(&first.to_lowercase())?;
    Some((Span::new(word.start, word.start + first.len()), word_of))
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
    let Some(word) = context.gazetteers.currencies.sign(sign) else {
        let (word, scale) = thousands_of_code(sign, context.gazetteers)?;
        return Some(Named { span: Span::new(start, start + length), word, scale });
    };
    if after.starts_with(|character: char| character.is_ascii_digit()) {
        return None;
    }
    let belongs_to_next = after.starts_with(' ') && after[1..].starts_with(|character: char| character.is_ascii_digit());
    if !first.is_alphabetic() && belongs_to_next && (number.is_year_like(text) || start == from) {
        return None;
    }
    // Letters that are signs only before a number ("Rs", "RM", "T") are no names after it, unless they are codes.
    let sets = &context.gazetteers.word_sets;
    let code = sign.len() == 3 && sign.bytes().all(|byte| byte.is_ascii_uppercase());
    if first.is_ascii_alphabetic() && (!(code || sets.has(LexicalSet::SignBehindNumber, sign)) || sets.has(LexicalSet::CodeLikeWord, sign))
    {
        return None;
    }
    Some(Named { span: Span::new(start, start + length), word, scale: Decimal::ONE })
}

/// Whether a name after a number is the currency it can be.
fn is_currency(context: &Context<'_>, homes: &Homes<'_>, number: &Number, span: Span, word: &CurrencyWord) -> bool {
    if !word.weak {
        return true;
    }
    let text = context.text;
    let found = span.of(text);
    let home = homes.speak_for(context.gazetteers, word);
    if found.len() == 3 && found.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return home || !context.gazetteers.word_sets.has(LexicalSet::CodeLikeWord, found);
    }
    if found.chars().count() == 1 {
        // "68p", "68 p": never "7 p.m.".
        return number.form == NumberForm::Digits && !text[span.end..].starts_with('.');
    }
    let large = number.scale >= Decimal::ONE_THOUSAND || number.quantity.low.is_some_and(|low| low >= Decimal::from(10_000));
    if word.per_unit > 1 {
        return home || number.form == NumberForm::Digits || found.eq_ignore_ascii_case("penny");
    }
    if found.to_ascii_lowercase().starts_with("pound") {
        let weight = text[span.end..].starts_with(" of ") || text[number.span.end..].starts_with('-');
        return !weight && (large || home || text.contains('£'));
    }
    large || home
}

/// The countries that the article names, as often as it names them: they decide what a shared noun or sign means.
#[derive(Debug)]
pub(super) struct Homes<'a> {
    mentions: FxHashMap<&'static str, u32>,
    /// The sentence of each country named, in the order of the text.
    places: Vec<(usize, &'static str)>,
    /// The currencies that the article's amounts name without doubt: by a code or sign of their own.
    said: Vec<usize>,
    article: &'a Article,
    /// How often the article names towns and regions of each country; counted where no country decides.
    towns: OnceCell<FxHashMap<&'static str, u32>>,
}

impl<'a> Homes<'a> {
    /// Counts the countries among the mentions made so far.
    pub(super) fn new(context: &Context<'a>, mentions: &[Mention]) -> Self {
        let article = context.document.article;
        let mut homes = Self { mentions: FxHashMap::default(), places: Vec::new(), said: Vec::new(), article, towns: OnceCell::new() };
        for mention in mentions {
            if let MentionKind::Country(country) = &mention.kind {
                *homes.mentions.entry(country.iso2).or_default() += 1;
                homes.places.push((mention.sentence, country.iso2));
            }
        }
        homes.places.sort_unstable();
        homes
    }

    /// Takes note of a currency that an amount names without doubt.
    pub(super) fn note(&mut self, currency: usize) {
        if !self.said.contains(&currency) {
            self.said.push(currency);
        }
    }

    /// Whether a sentence names a country that uses the currency.
    fn are_named_in(&self, gazetteers: &Gazetteers, currency: usize, sentence: usize) -> bool {
        let countries = &gazetteers.currencies.currency(currency).countries;
        let first = self.places.partition_point(|place| place.0 < sentence);
        self.places[first..].iter().take_while(|place| place.0 == sentence).any(|place| countries.iter().any(|country| country == place.1))
    }

    fn times_named(&self, gazetteers: &Gazetteers, currency: usize) -> u32 {
        let countries = &gazetteers.currencies.currency(currency).countries;
        countries.iter().filter_map(|country| self.mentions.get(country.as_str())).sum()
    }

    /// Whether the article names a country that uses one of the word's currencies.
    fn speak_for(&self, gazetteers: &Gazetteers, word: &CurrencyWord) -> bool {
        word.candidates.iter().any(|&currency| self.times_named(gazetteers, currency) > 0)
    }

    /// Which of the currencies that a word in `sentence` can mean the article means.
    ///
    /// The only one that a country of the same sentence uses, else the one whose countries the article names most: "5 billion
    /// rupees" of Pakistan in a story about India. A dollar or a cent, which most often is the American one anywhere, follows
    /// only countries that are named twice and more than twice as often as the first meaning's; a pound those that are named
    /// more than twice as often. Where the article names no country that has one of them, its places decide.
    /// None where nothing decides and no currency of the name is meant more than the others: "pesos".
    pub(super) fn resolve(&self, gazetteers: &'a Gazetteers, word: &CurrencyWord, sentence: usize) -> Option<usize> {
        let first = word.currency;
        if word.candidates.len() < 2 {
            return Some(first);
        }
        let code = gazetteers.currencies.currency(first).code;
        let everywhere = matches!(code, "USD" | "EUR");
        if !everywhere {
            let mut here = word.candidates.iter().filter(|&&currency| self.are_named_in(gazetteers, currency, sentence));
            if let (Some(&only), None) = (here.next(), here.next()) {
                return Some(only);
            }
        }
        let needed = self.times_named(gazetteers, first) * if everywhere || code == "GBP" { 2 } else { 1 } + u32::from(everywhere);
        if !everywhere && !self.speak_for(gazetteers, word) {
            // "PHP 4 billion", then "2 billion pesos".
            let mut said = word.candidates.iter().filter(|candidate| self.said.contains(candidate));
            if let (Some(&only), None) = (said.next(), said.next()) {
                return Some(only);
            }
            return self.by_places(gazetteers, word).or((!word.undecided).then_some(first));
        }
        let mut best = (first, needed);
        for &candidate in &word.candidates {
            let times = self.times_named(gazetteers, candidate);
            if candidate != first && times > best.1 {
                best = (candidate, times);
            }
        }
        Some(best.0)
    }

    /// The currency whose towns and regions the article names most, in its text or its source's name; else that of the
    /// outlet's country: "4.2 billion pesos" in the Tacloban Beacon.
    fn by_places(&self, gazetteers: &'a Gazetteers, word: &CurrencyWord) -> Option<usize> {
        let towns = self.towns.get_or_init(|| {
            let mut towns = FxHashMap::default();
            place::count(&self.article.text, gazetteers, &mut towns);
            place::count(&self.article.source, gazetteers, &mut towns);
            towns
        });
        let countries = |currency: usize| gazetteers.currencies.currency(currency).countries.iter().map(String::as_str);
        let times = |currency: usize| countries(currency).filter_map(|country| towns.get(country)).sum::<u32>();
        let most = word.candidates.iter().copied().rev().max_by_key(|&currency| times(currency)).filter(|&currency| times(currency) > 0);
        most.or_else(|| {
            let home = gazetteers.organizations.by_name(&self.article.source)?.country?;
            word.candidates.iter().copied().find(|&currency| countries(currency).any(|country| country == home))
        })
    }
}
