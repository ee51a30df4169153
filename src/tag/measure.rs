//! Measures: a number with a unit of the table, magnitudes, ages.

use super::context::Context;
use super::conversion::share_bounds;
use super::mention::{MeasureMention, Mention, MentionKind};
use super::neighbour;
use super::number::bound;
use super::number::range;
use super::number::{Number, NumberForm, are_alternatives};
use super::quantity::{Bound, Quantity};
use super::taken::Taken;
use crate::article::Span;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::numbers::NumberCue;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet, WordSets};
use crate::syntax::{PennTag, lemma};

/// Tags every measure.
///
/// - **unit after**: "12 kilometres", "50mph", "5 W", "1.8 billion-mile", "three years", "half an hour", "40 to 50 km".
/// - **rate**: "15 miles per hour", "325,000 barrels a day", "10 kV/cm".
/// - **age**: "61-year-old", "nine months old", "aged 8 to 10", "Smith, 44,", "he was 73".
/// - **magnitude**: "a 6.1-magnitude quake", "magnitude 6.1".
/// - **shared unit**: "two or three years".
///
/// Refuses: what is money already ("200 pounds"), ordinals, quantifiers ("several years").
pub(crate) fn tag(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let taken = Taken::by_amounts(mentions);
    let mut measures: Vec<Measure> = Vec::new();
    for (index, number) in context.numbers.iter().enumerate() {
        if taken.overlaps(number.span) {
            continue;
        }
        let found = with_unit(context, number)
            .or_else(|| magnitude_before(context, number))
            .or_else(|| shared_unit(context, index, &taken))
            .or_else(|| carried_unit(context, number, measures.last()))
            .or_else(|| age(context, number))
            .or_else(|| listed_age(context, number, measures.last()));
        let Some(measure) = found else { continue };
        if let Some(last) = measures.last_mut()
            && join_range(context, last, &measure)
        {
            continue;
        }
        measures.push(measure);
    }
    let first = mentions.len();
    for measure in measures {
        mentions.extend(mention(context, measure));
    }
    share_bounds(context.text, &mut mentions[first..]);
}

struct Measure {
    /// The number and the unit.
    span: Span,
    quantity: Quantity,
    unit: String,
    unit_span: Option<Span>,
}

/// The canonical unit of an age.
const AGE_UNIT: &str = "year of age";

fn countable(number: &Number) -> bool {
    match number.form {
        NumberForm::Digits | NumberForm::Scaled | NumberForm::Words | NumberForm::Fraction | NumberForm::Vague => true,
        NumberForm::Ordinal | NumberForm::Quantifier | NumberForm::Pair => false,
    }
}

/// A number with a unit after it: "12 km", "five-year", "half an hour".
fn with_unit(context: &Context<'_>, number: &Number) -> Option<Measure> {
    if !countable(number) {
        return None;
    }
    let text = context.text;
    let from = unit_start(text, number)?;
    let (span, name) = unit_at(context, number, from)?;
    // "at 2200 hours" is a time of day.
    if name == "hour" && number.span.len() == 4 && number.form == NumberForm::Digits && !number.span.of(text).contains([',', '.']) {
        return None;
    }
    let (span, name) = rate(context, span, name);
    let (span, end, name) = aged(text, span, name, &context.gazetteers.word_sets);
    Some(Measure { span: Span::new(number.span.start, end), quantity: number.quantity.clone(), unit: name, unit_span: Some(span) })
}

/// Between a fraction and its unit, the longest first: "half *an* hour".
const BEHIND_FRACTION: [&str; 6] = [" of an ", " of a ", " an ", " a ", " ", "-"];

/// Where the unit may begin: after a hyphen, "of" ("dozens of kilometres") or an article ("half an hour").
fn unit_start(text: &str, number: &Number) -> Option<usize> {
    let end = number.span.end;
    let rest = &text[end..];
    let skip = match number.form {
        NumberForm::Vague => rest.starts_with(" of ").then_some(" of ".len()),
        NumberForm::Fraction => BEHIND_FRACTION.iter().find(|joint| rest.starts_with(**joint)).map(|joint| joint.len()),
        _ if rest.starts_with(['-', '‐']) => rest.chars().next().map(char::len_utf8),
        // "1,000-plus kilometres", "20+ miles": the bound stands between.
        _ => Some(0),
    };
    match skip {
        Some(skip) => Some(end + skip),
        None if number.form == NumberForm::Vague => Some(end),
        None => None,
    }
}

/// The unit whose symbol or name stands at `from`.
fn unit_at(context: &Context<'_>, number: &Number, from: usize) -> Option<(Span, String)> {
    let text = context.text;
    let units = &context.gazetteers.units;
    let after_bound = bound::after(text, number.span.end, context.gazetteers).map(|(_, end)| end);
    for start in [Some(from), after_bound].into_iter().flatten() {
        if let Some((span, unit)) = symbol_at(context, number, start) {
            return Some((span, units.unit(unit).name.clone()));
        }
        if let Some((span, unit)) = neighbour::phrase_after(text, start, 5, units.name_edges(), |phrase| units.name(phrase)) {
            return Some((span, units.unit(unit).name.clone()));
        }
        if let Some((span, unit)) = hyphenated_unit(context, start) {
            return Some((span, units.unit(unit).name.clone()));
        }
    }
    None
}

/// The longest symbol that begins at `from` or after one blank; letters after it end the match.
fn symbol_at(context: &Context<'_>, number: &Number, from: usize) -> Option<(Span, usize)> {
    if number.form == NumberForm::Words && number.scale == rust_decimal::Decimal::ONE {
        return None;
    }
    let text = context.text;
    let units = &context.gazetteers.units;
    let rest = &text[from..];
    let blank = rest.chars().next().filter(|&character| neighbour::is_blank(character)).map_or(0, char::len_utf8);
    let start = from + blank;
    let rest = &text[start..];
    if !units.symbol_edges().may_begin(rest) {
        return None;
    }
    let limit = units.longest_symbol().min(rest.len());
    let (end, unit) = (1..=limit).rev().filter(|&length| rest.is_char_boundary(length)).find_map(|length| {
        let (symbol, after) = rest.split_at(length);
        let unit = units.symbol(symbol)?;
        let letter = symbol.chars().next_back().is_some_and(char::is_alphanumeric);
        let runs_on = letter && after.starts_with(|character: char| character.is_alphanumeric());
        (!runs_on).then_some((start + length, unit))
    })?;
    let symbol = &text[start..end];
    // "in", "t" and their kind after a blank are words: "5 in the morning", "in 2014 a".
    let like_a_word = blank > 0
        && ((context.gazetteers.word_sets.has(LexicalSet::SymbolLikeWord, symbol) && !text[end..].starts_with('/'))
            || number.is_year_like(text) && symbol.len() == 1);
    // "Section 6A"
    let label = || {
        neighbour::word_before(text, number.span.start)
            .is_some_and(|word| context.gazetteers.numbers.has_cue_in_any_case(word.of(text), NumberCue::Label))
    };
    if blank == 0 && symbol.len() == 1 && symbol.starts_with(char::is_uppercase) && label() {
        return None;
    }
    // "561 *N. Center*", "800 *W* Elm Street": which side of the town a street is on.
    let rest = text[end..].strip_prefix('.').unwrap_or(&text[end..]);
    let street = || rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    let long = || number.span.len() > 2 && street();
    if matches!(symbol, "N" | "W")
        && number.form == NumberForm::Digits
        && blank > 0
        && (rest.len() < text[end..].len() && street() || long())
    {
        return None;
    }
    let possessive = text[end..].starts_with(['\'', '’']) || (symbol == "′" && number.is_year_like(text));
    (!like_a_word && !possessive).then_some((Span::new(start, end), unit))
}

/// "year" of "14-year-old", "mile" of "20-mile-long": the first part of a hyphenated word.
fn hyphenated_unit(context: &Context<'_>, from: usize) -> Option<(Span, usize)> {
    let word = neighbour::word_after(context.text, from)?;
    if !word.of(context.text).contains('-') {
        return None;
    }
    let lower = word.of(context.text).to_ascii_lowercase();
    let mut hyphens: Vec<usize> = lower.match_indices('-').map(|(index, _)| index).collect();
    hyphens.reverse();
    hyphens.into_iter().find_map(|end| {
        let unit = context.gazetteers.units.name(&lower[..end])?;
        Some((Span::new(word.start, word.start + end), unit))
    })
}

/// A unit for another unit, time or noun: "miles per hour", "barrels a day", "kV/cm".
fn rate(context: &Context<'_>, span: Span, name: String) -> (Span, String) {
    let text = context.text;
    let units = &context.gazetteers.units;
    let rest = &text[span.end..];
    if rest.starts_with('/') {
        let from = span.end + 1;
        let after = &text[from..];
        let length = after.find(|character: char| !character.is_alphanumeric()).unwrap_or(after.len());
        let below = units.symbol(&after[..length]).or_else(|| units.name(&after[..length].to_ascii_lowercase()));
        return match below {
            Some(below) => (Span::new(span.start, from + length), format!("{name} per {}", units.unit(below).name)),
            None => (span, name),
        };
    }
    let Some(first) = neighbour::word_after(text, span.end).filter(|word| text[span.end..word.start].chars().all(neighbour::is_blank))
    else {
        return (span, name);
    };
    let is_time = |unit: usize| matches!(units.unit(unit).dimension.as_str(), "duration");
    let below = match first.of(text) {
        "per" => neighbour::phrase_after(text, first.end, 3, units.name_edges(), |phrase| units.name(phrase)),
        article if context.gazetteers.word_sets.has(FunctionSet::RateArticle, article) => {
            neighbour::phrase_after(text, first.end, 1, units.name_edges(), |phrase| units.name(phrase).filter(|&unit| is_time(unit)))
        }
        _ => None,
    };
    match below {
        Some((place, below)) => (span.join(place), format!("{name} per {}", units.unit(below).name)),
        None => (span, name),
    }
}

/// Behind a time, make it an age, the longest first: "a nine-month*-old*".
const AGE_ENDINGS: [&str; 5] = ["-olds", "-old", " olds", " old", " of age"];

/// How "year-old" is cut short.
const YEAR_OLD: [&str; 3] = ["yo", "y/o", "y.o."];

/// Turns a time into an age where "old" or "of age" follows; the unit stays as written, the measure takes the words in.
fn aged(text: &str, span: Span, name: String, sets: &WordSets) -> (Span, usize, String) {
    let rest = &text[span.end..];
    let ending = AGE_ENDINGS.iter().find(|ending| rest.starts_with(**ending));
    match ending {
        Some(ending) if sets.has(LexicalSet::UnitOfAge, &name) => (span, span.end + ending.len(), format!("{name} of age")),
        _ => (span, span.end, name),
    }
}

/// "magnitude 6.1", "a magnitude of 6.1", "magnitude-6.1".
fn magnitude_before(context: &Context<'_>, number: &Number) -> Option<Measure> {
    let text = context.text;
    if number.form != NumberForm::Digits || number.quantity.value.is_none_or(|value| value > rust_decimal::Decimal::TEN) {
        return None;
    }
    let end = number.span.start - usize::from(text[..number.span.start].ends_with('-'));
    let word = neighbour::word_before(text, end)?;
    let word = if word.of(text) == "of" { neighbour::word_before(text, word.start)? } else { word };
    word.of(text).trim_end_matches('-').eq_ignore_ascii_case("magnitude").then(|| Measure {
        span: number.span,
        quantity: number.quantity.clone(),
        unit: "magnitude".to_owned(),
        unit_span: Some(word),
    })
}

/// "two" of "two or three years": the next number's unit, over "or", "and" or a comma.
fn shared_unit(context: &Context<'_>, index: usize, taken: &Taken) -> Option<Measure> {
    let number = &context.numbers[index];
    let next = context.numbers.get(index + 1)?;
    let joint = context.text.get(number.span.end..next.span.start)?;
    if !are_alternatives(number, joint, next) || taken.overlaps(next.span) || number.is_year_like(context.text) {
        return None;
    }
    let measure = with_unit(context, next)?;
    Some(Measure { span: number.span, quantity: number.quantity.clone(), unit: measure.unit, unit_span: measure.unit_span })
}

/// "24" of "from 18 mpg to 24": the unit of the measure before it.
fn carried_unit(context: &Context<'_>, number: &Number, last: Option<&Measure>) -> Option<Measure> {
    let text = context.text;
    let last = last.filter(|last| text.get(last.span.end..number.span.start) == Some(" to "))?;
    let (_, start) = bound::before(text, last.span.start, context.gazetteers);
    let from = neighbour::word_before(text, start)?.of(text).eq_ignore_ascii_case("from");
    (from && number.form == NumberForm::Digits && !number.is_year_like(text)).then(|| Measure {
        span: number.span,
        quantity: number.quantity.clone(),
        unit: last.unit.clone(),
        unit_span: last.unit_span,
    })
}

/// An age without a unit.
///
/// Matches: "aged 8 to 10", "age 16", "the age of 21", "Smith, 44, said", "she is 44.", "when he was 10".
/// Refuses: "was 10 points", numbers above 115.
fn age(context: &Context<'_>, number: &Number) -> Option<Measure> {
    let text = context.text;
    let highest = number.quantity.high.or(number.quantity.value)?;
    let plain = matches!(number.form, NumberForm::Digits | NumberForm::Words) && highest.trunc() == highest;
    if !plain || highest > rust_decimal::Decimal::from(115) || highest < rust_decimal::Decimal::ONE {
        return None;
    }
    let rest = &text[number.span.end..];
    let next = rest.chars().next();
    // "a 16yo", "a 16 y/o boy"
    let short = YEAR_OLD.iter().find_map(|short| rest.trim_start_matches([' ', '-', '/']).strip_prefix(*short));
    if number.form == NumberForm::Digits && short.is_some_and(|after| !after.starts_with(char::is_alphanumeric)) {
        let end = text.len() - short.map_or(0, str::len);
        let span = Span::new(number.span.start, end);
        return Some(Measure { span, quantity: number.quantity.clone(), unit: AGE_UNIT.to_owned(), unit_span: None });
    }
    let measure = || Measure { span: number.span, quantity: number.quantity.clone(), unit: AGE_UNIT.to_owned(), unit_span: None };
    if is_first_of_two_ages(rest) {
        return Some(measure());
    }
    let before = neighbour::word_before(text, number.span.start);
    let word = before.map(|word| word.of(text).to_ascii_lowercase()).unwrap_or_default();
    if matches!(word.as_str(), "aged" | "age" | "ages") {
        return Some(measure());
    }
    let elder = [" or ", " and "]
        .iter()
        .find_map(|joint| rest.strip_prefix(*joint))
        .and_then(|_| neighbour::word_after(text, number.span.end))
        .and_then(|or| neighbour::word_after(text, or.end));
    if elder.is_some_and(|elder| context.gazetteers.numbers.has_cue(elder.of(text), NumberCue::Elder)) {
        return Some(measure());
    }
    let closes = next.is_none_or(|character| matches!(character, '.' | ',' | ';' | ')' | '?' | '!' | '\n'));
    if before.is_none() && number.form == NumberForm::Digits && is_apposition(context, number, next) {
        return Some(measure());
    }
    let before = before?;
    let second = neighbour::word_before(text, before.start).map(|word| word.of(text).to_ascii_lowercase()).unwrap_or_default();
    if (word == "of" && matches!(second.as_str(), "age" | "ages")) || (word == "both" && closes) {
        return Some(measure());
    }
    let adverbial = neighbour::word_after(text, number.span.end)
        .is_some_and(|word| context.gazetteers.numbers.has_cue(word.of(text), NumberCue::AfterAge));
    if !(closes || adverbial) {
        return is_beside_name(context, before, number).then(measure);
    }
    let sets = &context.gazetteers.word_sets;
    let verb = sets.has(LexicalSet::TurnsAge, &word) || sets.has(LexicalSet::IsAge, &word);
    let pronoun_be = sets.has(LexicalSet::PronounIsAge, &word);
    let dies = word == "at" && context.gazetteers.numbers.has_cue(&second, NumberCue::AgeEvent);
    (pronoun_be || dies || (verb && is_said_of_person(text, before, sets)) || is_age_of_group(context, number)).then(measure)
}

/// "a 14- *and 18-year-old*": what follows the first of two ages that share "year-old".
fn is_first_of_two_ages(rest: &str) -> bool {
    let joint = ["- or ", "- and ", "- to "].iter().find_map(|joint| rest.strip_prefix(joint));
    joint.is_some_and(|second| {
        let unit = second.trim_start_matches(|character: char| character.is_ascii_digit());
        let word = unit.trim_start_matches([' ', '-']);
        unit.len() < second.len() && word.get(.."year-old".len()).is_some_and(|start| start.eq_ignore_ascii_case("year-old"))
    })
}

/// Whether the subject of the verb at `verb` is a person's pronoun, auxiliaries and adverbs of time between: "she would have just turned".
fn is_said_of_person(text: &str, verb: Span, sets: &WordSets) -> bool {
    const LONGEST: usize = 4;
    let mut place = verb.start;
    for _ in 0..LONGEST {
        let Some(word) = neighbour::word_before(text, place) else { return false };
        match word.of(text).to_ascii_lowercase().as_str() {
            subject if sets.has(FunctionSet::OnePersonSubject, subject) => return true,
            between if sets.has(LexicalSet::BeforeAgeVerb, between) => place = word.start,
            _ => return false,
        }
    }
    false
}

/// "Nora Hague 44 has": a full name, two digits, a verb.
fn is_beside_name(context: &Context<'_>, surname: Span, number: &Number) -> bool {
    let text = context.text;
    let capital = |word: Span| word.of(text).starts_with(char::is_uppercase);
    let first = || neighbour::word_before(text, surname.start).filter(|first| text[first.end..surname.start] == *" ");
    let named = || first().is_some_and(|first| context.gazetteers.titles.person_names.is_first_name(first.of(text)));
    let verb = || {
        neighbour::word_after(text, number.span.end)
            .is_some_and(|word| context.gazetteers.numbers.has_cue(word.of(text), NumberCue::AfterName))
    };
    number.form == NumberForm::Digits
        && number.span.len() == 2
        && text[surname.end..].starts_with(' ')
        && capital(surname)
        && verb()
        && named()
}

/// "voters over 65", "children under 5": people, and the age that bounds them.
fn is_age_of_group(context: &Context<'_>, number: &Number) -> bool {
    let text = context.text;
    if number.form != NumberForm::Digits || number.quantity.value.is_none() {
        return false;
    }
    let (_, start) = bound::before(text, number.span.start, context.gazetteers);
    let bounding = text[start..number.span.start].trim_end();
    let Some(people) = neighbour::word_before(text, start).filter(|_| context.gazetteers.word_sets.has(LexicalSet::AgeBound, bounding))
    else {
        return false;
    };
    is_person_noun(context, &people.of(text).to_ascii_lowercase(), PennTag::NNS)
}

/// Whether a noun, in lower case, names people.
fn is_person_noun(context: &Context<'_>, noun: &str, tag: PennTag) -> bool {
    let lemma = lemma::of(noun, tag);
    context.gazetteers.noun_classes.kind(&lemma) == Some(NounKind::Person)
}

/// "Smith, 44,", "Smith, 44." and "Smith (44)": a capitalised word, a comma, two digits, a comma or the end.
fn is_apposition(context: &Context<'_>, number: &Number, next: Option<char>) -> bool {
    let text = context.text;
    let bracketed = number.span.len() == 2 && next == Some(')');
    let Some(before) =
        text[..number.span.start].strip_suffix(", ").or_else(|| text[..number.span.start].strip_suffix(" (").filter(|_| bracketed))
    else {
        return false;
    };
    let Some(word) = neighbour::word_before(text, before.len()) else { return false };
    let capital = word.of(text).chars().next().is_some_and(char::is_uppercase);
    let digits = number.span.len();
    // "Sept. 5, 12 guards": no age; "Janet, 11," and "Mark, 5;" are.
    let sets = &context.gazetteers.word_sets;
    let month = sets.has(LexicalSet::MonthName, word.of(text))
        || sets.has(LexicalSet::MonthAbbreviation, word.of(text).trim_end_matches('.'))
        || word.of(text).trim_end_matches('.') == "Sept";
    let after = &text[number.span.end..];
    let next_number = after.strip_prefix(", ").map(|rest| rest.trim_start_matches(|character: char| character.is_ascii_digit()));
    // "Roe, 27, 69 Wooster St.": a number before a name is an address.
    let address = |rest: &str| rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let listed = next_number.is_some_and(|rest| rest.len() + 2 < after.len() && !address(rest));
    // "the suspect, 44, was": a common noun needs the closing comma, a name may end the sentence.
    let alone = word.of(text).chars().all(char::is_alphabetic) && word.len() > 2;
    let two_digits = digits == 2 || digits == 1 && is_person_noun(context, word.of(text), PennTag::NN);
    let common = !capital && two_digits && next == Some(',') && alone;
    // "Ann Lee, 55 of Leeds", "Ann Lee, 55 -- gave up", "Ann B. Lee, 55 and a cook": only behind a full name.
    let goes_on = || {
        [" of ", " from "].iter().any(|of| after.strip_prefix(*of).is_some_and(|place| place.starts_with(char::is_uppercase)))
            || [" -", " –", " —", "\n", " and "].iter().any(|mark| after.starts_with(mark))
            // "Ann Lee, 55 was hurt"
            || digits == 2
                && neighbour::word_after(text, number.span.end)
                    .is_some_and(|word| context.gazetteers.numbers.has_cue(word.of(text), NumberCue::AfterName))
    };
    let is_first_name = |name: Span| context.gazetteers.titles.person_names.is_first_name(name.of(text));
    let in_full = || {
        let first = neighbour::word_before(text, word.start);
        let initial = first.filter(|first| first.len() == 1 && first.of(text).starts_with(char::is_uppercase));
        first.is_some_and(is_first_name)
            || initial.and_then(|initial| neighbour::word_before(text, initial.start)).is_some_and(is_first_name)
    };
    let named = capital && digits <= 3 && (matches!(next, Some(',' | '.' | ';' | ')') | None) || digits == 2 && goes_on() && in_full());
    (named || common) && !month && !listed
}

/// "7" and "11" of "ages 3, 7 and 11": a number listed after an age without a unit.
fn listed_age(context: &Context<'_>, number: &Number, last: Option<&Measure>) -> Option<Measure> {
    let last = last.filter(|last| last.unit == AGE_UNIT && last.unit_span.is_none())?;
    let joint = context.text.get(last.span.end..number.span.start)?;
    let plain = (number.form == NumberForm::Digits && number.span.len() <= 2) || number.form == NumberForm::Words;
    let ends = context.text[number.span.end..].chars().next().is_none_or(|next| !next.is_alphanumeric());
    let noun = neighbour::word_after(context.text, number.span.end)
        .is_some_and(|word| !context.gazetteers.word_sets.has(FunctionSet::AfterListedAge, word.of(context.text)));
    let closed = !noun || !context.text[number.span.end..].starts_with(' ');
    (plain && ends && closed && matches!(joint, ", " | " and " | ", and " | " or ")).then(|| Measure {
        span: number.span,
        quantity: number.quantity.clone(),
        unit: AGE_UNIT.to_owned(),
        unit_span: None,
    })
}

/// Makes one range of two measures of one unit: "15 km to 20 km".
fn join_range(context: &Context<'_>, left: &mut Measure, right: &Measure) -> bool {
    let both = range::of_two(context.text, (left.span, &left.quantity), (right.span, &right.quantity));
    let Some((span, quantity)) = both.filter(|_| left.unit == right.unit) else { return false };
    (left.span, left.quantity) = (span, quantity);
    true
}

fn mention(context: &Context<'_>, measure: Measure) -> Option<Mention> {
    let sentence = context.document.sentence_at(measure.span.start)?;
    let (bound, span) = bound::around(context.text, measure.span, context.gazetteers);
    let quantity = if bound == Bound::Exact { measure.quantity } else { super::number::bind(&measure.quantity, bound) };
    let kind = MentionKind::Measure(MeasureMention { quantity, unit: measure.unit, unit_span: measure.unit_span });
    Some(Mention { span, sentence, kind })
}
