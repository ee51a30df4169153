//! What a number is when it is no count: the rules that keep years, times, labels and names out.

use rust_decimal::Decimal;

use super::super::context::Context;
use super::super::neighbour;
use super::super::number::{Number, NumberForm};
use super::noun::Counted;
use crate::article::Span;
use crate::gazetteer::automaton::SenseKind;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::numbers::NumberCue;
use crate::gazetteer::word_sets::{LexicalSet, WordSets};
use crate::syntax::{PennTag, Words};

/// Where a number stands among the words of its sentence.
pub(super) struct Place<'c> {
    pub(super) words: Words<'c>,
    /// The first token of the number with the words that bound it.
    pub(super) first: usize,
    /// The token after the number (and after the words that bound it there).
    pub(super) next: usize,
}

impl Place<'_> {
    fn tag_before(&self) -> Option<PennTag> {
        self.first.checked_sub(1).map(|token| self.words.tag(token))
    }

    fn word_before<'t>(&self, text: &'t str) -> &'t str {
        self.first.checked_sub(1).map_or("", |token| self.words.word(text, token))
    }
}

/// Looks the number up among the words of its sentence; none where rules that need no words refuse it already.
pub(super) fn place<'c>(context: &'c Context<'_>, number: &Number, index: usize, sentence: usize) -> Option<Place<'c>> {
    if is_clock_time(context, number)
        || is_list_mark(context, number)
        || is_month_day(context, index)
        || is_vote(context, index)
        || is_multiple(context, number)
        || is_of_law(context, number)
    {
        return None;
    }
    if number.form == NumberForm::Quantifier && !may_quantify(context, number) {
        return None;
    }
    let words = context.words(sentence);
    let tokens = words.tokens_in(number.span);
    let first = words.tokens_in(number.outer).start.min(tokens.start);
    let next = words.tokens.partition_point(|token| token.span.start < number.outer.end.max(number.span.end));
    Some(Place { words, first, next })
}

/// "7 p.m.", "10 o'clock", "0900 GMT".
fn is_clock_time(context: &Context<'_>, number: &Number) -> bool {
    neighbour::word_after(context.text, number.span.end)
        .is_some_and(|word| context.gazetteers.numbers.has_cue(word.of(context.text), NumberCue::Clock))
}

/// "1." and "2)" at the start of a line, "either 1) … or 2) …".
fn is_list_mark(context: &Context<'_>, number: &Number) -> bool {
    if number.form != NumberForm::Digits || number.span.len() > 2 {
        return false;
    }
    let rest = &context.text[number.span.end..];
    // A note's number: "[1]".
    if rest.starts_with(']') && context.text[..number.span.start].ends_with('[') {
        return true;
    }
    let before = context.text[..number.span.start].trim_end_matches(neighbour::is_blank);
    let line_start = before.is_empty() || before.ends_with('\n');
    // "are, in order: 1. Strong skills; 2. Good manners"
    let in_line = before.ends_with([':', ';']) && rest.strip_prefix(". ").is_some_and(|rest| rest.starts_with(char::is_uppercase));
    (rest.starts_with(')') && (!before.ends_with('(') || number.span.len() == 1))
        || in_line
        || (line_start && (rest.starts_with(". ") || rest.starts_with(") ")))
}

fn is_month(word: &str, sets: &WordSets) -> bool {
    sets.has(LexicalSet::MonthName, word)
        || sets.has(LexicalSet::MonthAbbreviation, word.trim_end_matches('.'))
        || word == "Sept"
        || word == "Sept."
}

/// "March 5", "5 March", "25" of "April 24 and 25", "2024" of "May 7 2024".
fn is_month_day(context: &Context<'_>, index: usize) -> bool {
    let text = context.text;
    let number = &context.numbers[index];
    let range = number.quantity.value.is_none() && number.quantity.high.is_some_and(|high| high <= Decimal::from(31));
    let day = number.form == NumberForm::Digits && (number.span.len() <= 2 || range);
    let before =
        || neighbour::word_before(text, number.span.start).is_some_and(|word| is_month(word.of(text), &context.gazetteers.word_sets));
    let after = || neighbour::word_after(text, number.span.end).is_some_and(|word| is_month(word.of(text), &context.gazetteers.word_sets));
    let last = || index.checked_sub(1).map(|last| (last, text.get(context.numbers[last].span.end..number.span.start).unwrap_or_default()));
    let listed = || last().is_some_and(|(last, joint)| matches!(joint, " and " | ", " | " & ") && is_month_day(context, last));
    let of_day = || last().is_some_and(|(last, joint)| matches!(joint, " " | ", ") && is_month_day(context, last));
    (day && (before() || after() || listed())) || (number.is_year_like(text) && (before() || of_day()))
}

/// "235 to 189", "5-to-4": two falling numbers without nouns.
fn is_vote(context: &Context<'_>, index: usize) -> bool {
    let falls = |left: &Number, right: &Number| {
        let joined = matches!(context.text.get(left.span.end..right.span.start), Some(" to " | "-to-"));
        let from =
            neighbour::word_before(context.text, left.span.start).is_some_and(|word| matches!(word.of(context.text), "from" | "From"));
        let sum = context.text[..left.span.start].ends_with(['$', '£', '€', '¥', '₹']);
        joined && !from && !sum && matches!((left.quantity.value, right.quantity.value), (Some(left), Some(right)) if left > right)
    };
    let numbers = &context.numbers;
    let with_next = numbers.get(index + 1).is_some_and(|next| falls(&numbers[index], next));
    with_next || index.checked_sub(1).is_some_and(|last| falls(&numbers[last], &numbers[index]))
}

/// "501(c)(3)": a number with a letter or a number in brackets right after it.
fn is_of_law(context: &Context<'_>, number: &Number) -> bool {
    let rest = &context.text.as_bytes()[number.span.end..];
    number.form == NumberForm::Digits && matches!(rest, [b'(', inner, b')', ..] if inner.is_ascii_alphanumeric())
}

/// "three times as many", "10 times the": a multiple of something else.
fn is_multiple(context: &Context<'_>, number: &Number) -> bool {
    let rest = &context.text[number.span.end..];
    rest.starts_with(" times as ") || rest.starts_with(" times the ") || rest.starts_with(" times that ")
}

/// Cheap look at what follows a quantifier, before words are tagged: a letter on the same line.
fn may_quantify(context: &Context<'_>, number: &Number) -> bool {
    neighbour::word_after(context.text, number.span.end).is_some_and(|word| word.of(context.text).starts_with(char::is_alphabetic))
}

/// Whether the number counts, given the noun that was found for it.
pub(super) fn is_count(
    context: &Context<'_>,
    number: &Number,
    index: usize,
    place: &Place<'_>,
    counted: Option<&Counted>,
    sentence: usize,
) -> bool {
    if number.form == NumberForm::Quantifier {
        let none = number.quantity.value.is_some_and(|value| value.is_zero());
        return counted.is_some_and(|counted| {
            counted.unit != "one" && !(none && context.gazetteers.numbers.has_cue(&counted.unit, NumberCue::Idiom))
        });
    }
    let _ = (index, sentence);
    !(is_part_of_name(context, number, place)
        || is_year(context, number, place, counted)
        || is_label(context, number, place, counted)
        || is_name(context, number, place, counted)
        || is_address(context, number, counted)
        || is_telephone(context, number, counted)
        || is_pronoun(context, number, place, counted))
}

/// No single word counts more than the multipliers from here on.
const THOUSAND: Decimal = Decimal::ONE_THOUSAND;

/// "the Super Millions draw", "his Super Million ticket": a number that is no more than a capitalised multiplier, behind a word with a
/// capital, is part of a name.
fn is_part_of_name(context: &Context<'_>, number: &Number, place: &Place<'_>) -> bool {
    let capital = |word: Span| word.of(context.text).starts_with(char::is_uppercase);
    let one_word = number.form == NumberForm::Words && number.span.of(context.text).chars().all(char::is_alphabetic);
    let multiplier = one_word && number.quantity.value.is_some_and(|value| value >= THOUSAND) && place.tag_before() == Some(PennTag::NNP);
    (number.form == NumberForm::Vague || multiplier)
        && capital(number.span)
        && neighbour::word_before(context.text, number.span.start)
            .is_some_and(|word| capital(word) && context.text[word.end..number.span.start] == *" ")
}

/// A number of four digits that is a year: after "in" and its kind, or with no plural noun after it.
fn is_year(context: &Context<'_>, number: &Number, place: &Place<'_>, counted: Option<&Counted>) -> bool {
    let text = context.text;
    if neighbour::word_after(text, number.span.end).is_some_and(|word| context.gazetteers.numbers.has_cue(word.of(text), NumberCue::Era)) {
        return true;
    }
    let years = if number.span.len() > 4 {
        number
            .span
            .of(text)
            .split(|character: char| !character.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .all(|part| part.len() == 4 && ("1000"..="2100").contains(&part))
    } else {
        number.is_year_like(text)
    };
    if !years {
        return false;
    }
    let written = number.span.of(text);
    let recent = written.get(..4).is_some_and(|year| ("1800"..="2049").contains(&year));
    if number.span.len() > 4 && !recent {
        return false;
    }
    let plural = counted.is_some_and(|counted| counted.end > number.span.end && counted.is_plural);
    if !plural {
        return recent
            || place.tag_before().is_none_or(|tag| matches!(tag, PennTag::IN | PennTag::TO | PennTag::DT | PennTag::NNP))
            || counted.is_none();
    }
    recent && context.gazetteers.numbers.has_cue_in_any_case(place.word_before(text), NumberCue::BeforeYear)
}

/// "Section 5", "Route 66", "Game 2", "No. 5": a noun that labels, directly before; a plural noun after the number overrules it.
fn is_label(context: &Context<'_>, number: &Number, place: &Place<'_>, counted: Option<&Counted>) -> bool {
    if place.first < place.words.tokens_in(number.span).start {
        return false;
    }
    let text = context.text;
    let Some(mut word) = neighbour::word_before(text, number.span.start) else { return false };
    let label = |word: Span| context.gazetteers.numbers.has_cue_in_any_case(word.of(text).trim_end_matches('.'), NumberCue::Label);
    // "Image 2 of 10 Two men were hurt": the first number, whatever is counted behind.
    let of_number = || {
        text[number.span.end..]
            .strip_prefix(" of ")
            .is_some_and(|rest| rest.trim_start_matches("/ ").starts_with(|c: char| c.is_ascii_digit()))
    };
    if number.form == NumberForm::Digits && label(word) && of_number() {
        return true;
    }
    // The second number too.
    if word.of(text) == "of"
        && let Some(first) =
            neighbour::word_before(text, word.start).filter(|first| first.of(text).bytes().all(|byte| byte.is_ascii_digit()))
    {
        word = neighbour::word_before(text, first.start).unwrap_or(word);
        if label(word) {
            return true;
        }
    }
    // "text a tip to 274637": a code is written in one piece, an amount of as many digits is not.
    let digits = number.span.of(text);
    if counted.is_none() && digits.len() > 5 && digits.bytes().all(|byte| byte.is_ascii_digit()) && word.of(text) == "to" {
        return true;
    }
    // "U.S. 41", "US 17-92": a road.
    let road = matches!(word.of(text), "U.S." | "US") && number.form != NumberForm::Words && counted.is_none();
    if is_scaled(number) || !(label(word) || road) {
        return false;
    }
    let plural = counted.is_some_and(|counted| counted.end > number.span.end && counted.is_plural);
    !plural
}

fn is_scaled(number: &Number) -> bool {
    number.form == NumberForm::Scaled || number.scale > Decimal::ONE
}

/// "Boeing 737", "Apollo 11", "the S&P 500": a proper noun directly before digits; also "787 Dreamliner", "911 Turbo".
///
/// A country or a weekday before the number is no such name, nor is a name that a preposition begins ("In Paris 130 people").
fn is_name(context: &Context<'_>, number: &Number, place: &Place<'_>, counted: Option<&Counted>) -> bool {
    let text = context.text;
    let bounded = place.first < place.words.tokens_in(number.span).start;
    if is_scaled(number) || bounded || number.quantity.value.is_none() {
        return false;
    }
    if counted.is_some_and(|counted| counted.is_singular_name && !super::is_one(number)) && number.form == NumberForm::Digits {
        return true;
    }
    let close = neighbour::word_before(text, number.span.start);
    let Some(before) = close else { return false };
    let joined = place.first > 0 && place.words.token_span(place.first - 1).overlaps(before);
    // "S&P 500", "NASDAQ 100": capitals throughout, where the words after are not.
    let acronym =
        |word: &str| word.bytes().filter(u8::is_ascii_uppercase).count() > 1 && !word.bytes().any(|byte| byte.is_ascii_lowercase());
    let shouted = counted.is_some_and(|counted| acronym(counted.span.of(text)));
    let country = context.hits_in(before).iter().any(|hit| hit.sense(SenseKind::Country).is_some());
    if joined && acronym(place.words.word(text, place.first - 1)) && !shouted && !country {
        return true;
    }
    // At the start of a sentence only the tag can tell a name.
    if !joined || !before.of(text).starts_with(char::is_uppercase) {
        return false;
    }
    // The full stop of "W.Va. 61" may be a token of its own.
    let tag = place.words.tokens_in(before).next().map(|token| place.words.tag(token));
    let proper = matches!(tag, Some(PennTag::NNP | PennTag::NNPS));
    let untagged = place.first > 1 && matches!(tag, Some(PennTag::NN | PennTag::JJ)) && (counted.is_none() || before.len() == 1);
    if !(proper || untagged) {
        return false;
    }
    let grouped = number.span.of(text).contains([',', '\u{a0}']);
    let weekday = before.of(text).ends_with("day");
    let plural = counted.is_some_and(|counted| counted.end > number.span.end && counted.is_plural);
    let after_preposition = place.first >= 2 && matches!(place.words.tag(place.first - 2), PennTag::IN | PennTag::TO);
    let adverbial = plural && (after_preposition || number.form == NumberForm::Words);
    !(grouped || is_month(before.of(text), &context.gazetteers.word_sets) || (plural && (weekday || country)) || adverbial)
}

/// "10 Downing Street", "742 Elm Avenue".
fn is_address(context: &Context<'_>, number: &Number, counted: Option<&Counted>) -> bool {
    let ungrouped = number.form == NumberForm::Digits && number.span.of(context.text).bytes().all(|byte| byte.is_ascii_digit());
    // "the 3100 block of Elm", "4181 Weathered Oaks Lane".
    let block = counted.is_some_and(|counted| counted.unit == "block" && !counted.is_plural) && number.span.len() > 2;
    if ungrouped && (block || is_street(context, number.span.end)) {
        return true;
    }
    number.form == NumberForm::Digits
        && counted.is_some_and(|counted| {
            context.gazetteers.numbers.has_cue(counted.unit.trim_end_matches('.'), NumberCue::Street)
                && counted.span.of(context.text).starts_with(char::is_uppercase)
        })
}

/// Whether capitalised words after `end` end in the word of a street.
fn is_street(context: &Context<'_>, end: usize) -> bool {
    let mut place = end;
    for _ in 0..5 {
        let Some(word) = neighbour::word_after(context.text, place) else { return false };
        let written = word.of(context.text);
        let joined = context.text[place..word.start].chars().all(neighbour::is_blank);
        if !joined || !written.starts_with(char::is_uppercase) {
            return false;
        }
        if place > end && context.gazetteers.numbers.has_cue_in_any_case(written, NumberCue::Street) {
            return true;
        }
        place = word.end;
    }
    false
}

/// "112 pupils were taken": several people are counted, and not those who answer the call ("911 dispatchers").
fn counts_people(context: &Context<'_>, counted: &Counted) -> bool {
    let person = context.gazetteers.noun_classes.kind(&counted.unit) == Some(NounKind::Person);
    person && counted.is_plural && !context.gazetteers.word_sets.has(LexicalSet::AnswersCalls, &counted.unit)
}

/// "911", "(415) 555-0123", "555-TIPS".
fn is_telephone(context: &Context<'_>, number: &Number, counted: Option<&Counted>) -> bool {
    let text = context.text;
    let written = number.span.of(text);
    let rest = &text[number.span.end..];
    let area = text[..number.span.start].ends_with('(')
        && rest.strip_prefix(')').is_some_and(|rest| {
            let rest = rest.trim_start();
            rest.starts_with(|character: char| character.is_ascii_digit())
                || rest.bytes().take_while(|&byte| byte.is_ascii_uppercase() || byte == b'-').count() > 4
        });
    let grouped = written.len() <= 3 && is_in_telephone(text, number.span);
    let letters = rest.strip_prefix('-').is_some_and(|rest| rest.bytes().take_while(u8::is_ascii_uppercase).count() > 2);
    let called =
        context.gazetteers.numbers.has_cue(written, NumberCue::Service) && !counted.is_some_and(|counted| counts_people(context, counted));
    called || (written.len() == 3 && area) || letters || grouped
}

/// "1 877 555-0123": groups of digits that end in one of four after a hyphen.
fn is_in_telephone(text: &str, number: Span) -> bool {
    let inside = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'-' | b'.');
    let rest = text.as_bytes()[number.start..].iter().take_while(|byte| inside(byte)).count();
    let run = text[number.start..number.start + rest].trim_end_matches([' ', '.', '-']);
    let Some((before, last)) = run.rsplit_once('-') else { return false };
    let digits = before.bytes().filter(u8::is_ascii_digit).count();
    last.len() == 4 && last.bytes().all(|byte| byte.is_ascii_digit()) && (6..=7).contains(&digits)
}

/// "no one", "this one", "one expects", "the two": a number word that stands for a person or thing.
fn is_pronoun(context: &Context<'_>, number: &Number, place: &Place<'_>, counted: Option<&Counted>) -> bool {
    let text = context.text;
    if number.form != NumberForm::Words || is_scaled(number) {
        return false;
    }
    let before = place.word_before(text);
    let determined = context.gazetteers.numbers.has_cue_in_any_case(before, NumberCue::Determiner);
    if super::is_one(number) {
        let adjective = || matches!(place.tag_before(), Some(PennTag::JJ | PennTag::JJR | PennTag::JJS));
        return counted.is_none()
            || before.eq_ignore_ascii_case("no")
            || (counted.is_some_and(|counted| counted.end == number.span.end) && (determined || adjective()));
    }
    // "the top *five*", "the other *three*".
    let ranked = || {
        context.gazetteers.word_sets.has(LexicalSet::Ranking, &before.to_ascii_lowercase())
            && neighbour::word_before(text, number.span.start)
                .and_then(|word| neighbour::word_before(text, word.start))
                .is_some_and(|word| context.gazetteers.numbers.has_cue_in_any_case(word.of(text), NumberCue::Determiner))
    };
    counted.is_none() && (determined || ranked())
}
