//! The noun that a number counts: the noun phrase after it, its head, the head's lemma.

use rust_decimal::Decimal;

use super::super::context::Context;
use super::super::number::{Number, NumberForm};
use super::super::taken::Taken;
use super::role::Place;
use crate::article::Span;
use crate::gazetteer::automaton::SenseKind;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::numbers::NumberCue;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Words, lemma};

/// What is counted.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    /// The head's lemma, in lower case.
    pub(super) unit: String,
    /// The noun phrase without number and determiner.
    pub(super) span: Span,
    /// Where the mention ends: the noun phrase's end, or the number's where the noun stands elsewhere.
    pub(super) end: usize,
    /// Whether the head is a name in the singular: "Dreamliner".
    pub(super) is_singular_name: bool,
    /// Whether the head is a plural.
    pub(super) is_plural: bool,
}

/// The noun that the number counts, where one follows it.
pub(super) fn counted(context: &Context<'_>, number: &Number, place: &Place<'_>, _sentence: usize) -> Option<Counted> {
    let text = context.text;
    let words = &place.words;
    let mut token = place.next;
    if let Some(joined) = joined_noun(text, words, number, token) {
        return Some(joined);
    }
    let gap = text.get(number.outer.end..words.tokens.get(token)?.span.start)?;
    // "some 400" at the end of a line that is broken inside a sentence: its indentation is no gap.
    if gap.len() > 2 && !(gap.contains('\n') && gap.trim().is_empty()) {
        return None;
    }
    if matches!(words.word(text, token), "-" | "–" | "‐") {
        return None;
    }
    // "five (5) boats": the number again in digits.
    let again = |at: usize| words.get_tag(at + 1) == Some(PennTag::CD) && at + 3 < words.len() && words.word(text, at + 2) == ")";
    if words.word(text, token) == "(" && again(token) {
        return phrase(context, words, token + 3, true);
    }
    if words.word(text, token).eq_ignore_ascii_case("of") {
        token = after_of(text, words, token + 1)?;
        return phrase(context, words, token, true);
    }
    if number.form == NumberForm::Vague
        && number.scale == Decimal::ONE
        && number.quantity.low.is_some_and(|low| low >= Decimal::TWO * Decimal::TEN)
        && number.span.of(text).ends_with('s')
    {
        // "hundreds" without "of" count nothing that follows.
        return None;
    }
    let one = super::is_one(number);
    phrase(context, words, token, !one)
}

/// "bottles" of "eight million 250ml bottles": the noun after a measure that stands between.
pub(super) fn past_measure(context: &Context<'_>, number: &Number, place: &Place<'_>, taken: &Taken) -> Option<Counted> {
    let first = place.words.tokens.get(place.next)?.span.start;
    let measure = taken.beginning_at(first).filter(|_| first == number.outer.end + 1)?;
    let token = place.words.tokens.partition_point(|token| token.span.start < measure.end);
    let adjacent = place.words.tokens.get(token)?.span.start <= measure.end + 1;
    phrase(context, &place.words, token, true).filter(|counted| adjacent && counted.is_plural)
}

/// The first token of the noun phrase after "of": past determiners and a second number ("two of the five men").
fn after_of(text: &str, words: &Words<'_>, mut token: usize) -> Option<usize> {
    while token < words.len() {
        let skip = matches!(words.tag(token), PennTag::DT | PennTag::PDT | PennTag::PRPS | PennTag::CD)
            || ["all", "its", "their"].iter().any(|word| words.word(text, token).eq_ignore_ascii_case(word));
        if !skip {
            break;
        }
        token += 1;
    }
    // "one of Norvik's oldest ferries": the owner's name is left out too.
    let owner = (token..words.len().min(token + 4)).find(|&place| words.tag(place) == PennTag::POS);
    let named = owner.is_some_and(|owner| (token..owner).all(|place| words.tag(place).is_noun()));
    Some(owner.filter(|_| named).map_or(token, |owner| owner + 1)).filter(|&token| token < words.len())
}

/// "cylinder" of "four-cylinder", "member" of "12-member".
fn joined_noun(text: &str, words: &Words<'_>, number: &Number, token: usize) -> Option<Counted> {
    let rest = &text[number.span.end..];
    let hyphen = rest.chars().next().filter(|character| matches!(character, '-' | '‐'))?;
    let from = number.span.end + hyphen.len_utf8();
    let noun = (token..words.len()).find(|&place| words.token_span(place).start >= from)?;
    let span = words.token_span(noun);
    if span.start != from || !span.of(text).starts_with(char::is_alphabetic) {
        return None;
    }
    let word = span.of(text);
    let unit = word.split('-').next()?.to_lowercase();
    let end = span.start + unit.len().min(span.len());
    text.is_char_boundary(end).then(|| Counted { unit, span: Span::new(span.start, end), end, is_singular_name: false, is_plural: false })
}

fn is_modifier(tag: PennTag) -> bool {
    tag.is_adjective()
        || tag.is_noun()
        || matches!(tag, PennTag::VBN | PennTag::VBG | PennTag::HYPH | PennTag::POS | PennTag::CD | PennTag::AFX | PennTag::FW)
}

/// "two *outside* groups", "30 *slow* burning candles": words that stand before a noun as adjectives do, whatever they are elsewhere.
fn is_compound_adjective(words: &Words<'_>, token: usize, word: &str) -> bool {
    let next = words.get_tag(token + 1);
    match word {
        "outside" | "inside" | "then" => next.is_some_and(|next| next.is_noun() || next.is_adjective()),
        "long" | "fast" | "slow" | "hard" => next == Some(PennTag::VBG),
        _ => false,
    }
}

/// The noun phrase that begins at `from`; where `plural`, a plural head is looked for first.
fn phrase(context: &Context<'_>, words: &Words<'_>, from: usize, plural: bool) -> Option<Counted> {
    let text = context.text;
    let mut head: Option<usize> = None;
    let mut token = from;
    let limit = words.len().min(from + 10);
    while token < limit {
        let tag = words.tag(token);
        let word = words.word(text, token);
        // "the top seven supplied 48% of the tea": a share is nothing that another number counts.
        if word == "%" {
            break;
        }
        let joined = is_joined(text, words, token);
        // "12 Tuesday" ends; "four Super Tuesday states" goes on.
        let named = token > from
            && words.word(text, token - 1).starts_with(char::is_uppercase)
            && head.is_none_or(|head| head + 1 == token && words.tag(head) == PennTag::NNP);
        // The first word of such a name may be taken for an adverb: "Super".
        let opens_name = tag == PennTag::RB && word.starts_with(char::is_uppercase) && words.get_tag(token + 1) == Some(PennTag::NNP);
        if opens_name && head.is_none() {
            token += 1;
            continue;
        }
        let weekday = tag == PennTag::NNP && word.ends_with("day") && !named;
        if weekday || (tag == PennTag::HYPH && !joined) {
            break;
        }
        // A part of a hyphenated word before its end is a modifier: "gas-only options", "20-year-old men".
        let goes_on = joined
            && token + 1 < words.len()
            && words.token_span(token + 1).start == words.token_span(token).end
            && is_joined(text, words, token + 1);
        if goes_on || (joined && !tag.is_noun()) {
            token += 1;
            continue;
        }
        // "two hires", "three broadcast network debates": after a number above one a plural must come.
        let no_plural = head.is_none_or(|head| {
            let alone = head + 1 == token && matches!(words.tag(head), PennTag::NN | PennTag::NNP);
            alone && ends_phrase(context, words, token) && (from..token).all(|place| words.tag(place) != PennTag::POS)
        });
        if plural && no_plural && is_mistaken_verb(words, token, word) {
            head = Some(token);
            break;
        }
        // "one Norwegian *national*": a noun that the tagger took for an adjective.
        let after_name = head.is_some_and(|head| head + 1 == token && words.tag(head) == PennTag::NNP);
        if after_name && tag.is_adjective() && context.gazetteers.noun_classes.kind(words.lemma(token)) == Some(NounKind::Person) {
            head = Some(token);
            break;
        }
        // "one person *shot* and wounded": what befell a person, and no noun that the person stands before.
        let befell =
            head.is_some_and(|head| head + 1 == token && context.gazetteers.noun_classes.kind(words.lemma(head)) == Some(NounKind::Person));
        if befell && context.gazetteers.word_sets.has(LexicalSet::Hits, word) {
            break;
        }
        // "*one village*'s appeal": what is one is the owner.
        if !plural && tag == PennTag::POS && head.is_some_and(|head| words.tag(head) == PennTag::NN) {
            break;
        }
        if matches!(tag, PennTag::NNS | PennTag::NNPS) {
            head = Some(token);
            if is_last(context, words, token, plural) {
                break;
            }
        } else if matches!(tag, PennTag::NN | PennTag::NNP) {
            if plural && head.is_some_and(|head| words.tag(head) == PennTag::NNS) && !continues(text, words, token) {
                break;
            }
            head = Some(token);
        } else if matches!(tag, PennTag::CC) || word == "," {
            // "digital and physical sales", "Kia and Hyundai vehicles": a list of modifiers with the noun still to come.
            let list = head.is_none_or(|head| !matches!(words.tag(head), PennTag::NNS | PennTag::NNPS));
            if !(plural && list && token > from && plural_follows(words, token + 1, limit)) {
                break;
            }
        } else if head.is_none() && is_compound_adjective(words, token, word) {
            token += 1;
            continue;
        } else if matches!(tag, PennTag::RB | PennTag::RBR | PennTag::RBS) {
            let modifies = words.get_tag(token + 1).is_some_and(|next| next.is_adjective() || matches!(next, PennTag::VBN | PennTag::HYPH));
            if head.is_some() || !modifies {
                break;
            }
        } else if matches!(word, "\"" | "“" | "”" | "'" | "‘" | "``" | "''") {
            if head.is_some() {
                break;
            }
        } else if tag == PennTag::VBG
            && plural
            && head.is_some_and(|head| head + 1 == token && words.tag(head) == PennTag::NNP)
            && words.get_tag(token + 1) == Some(PennTag::NNS)
        {
            // "five Oslo *rowing* clubs"
        } else if !is_modifier(tag)
            || (head.is_some() && matches!(tag, PennTag::VBN | PennTag::VBG | PennTag::CD))
            || (head.is_some() && tag.is_adjective())
        {
            // "two northern Luzon *quarantined* farms", "nine West *African* countries": a name that the plural still follows.
            let name = plural && tag != PennTag::CD && head.is_some_and(|head| head + 1 == token && words.tag(head) == PennTag::NNP);
            if !(name && noun_follows_at_once(words, token + 1)) {
                break;
            }
        }
        token += 1;
    }
    // "four Super Tuesday": the noun was taken for a verb.
    let head = head.filter(|&head| !(words.tag(head) == PennTag::NNP && words.word(text, head).ends_with("day")))?;
    let mistaken = is_mistaken_verb(words, head, words.word(text, head));
    let singular = !mistaken && !matches!(words.tag(head), PennTag::NNS | PennTag::NNPS);
    // "Few predicted Norway": a verb with its object.
    if plural && singular && words.tag(from) == PennTag::VBN && words.tag(head) == PennTag::NNP {
        return None;
    }
    let state = |token: usize| context.gazetteers.numbers.has_cue_in_any_case(words.word(text, token), NumberCue::State);
    if plural && singular && (state(from) || state(head)) {
        return None;
    }
    let mut first = from;
    while first < head && (matches!(words.word(text, first), "\"" | "“" | "'" | "‘" | "``") || words.tag(first) == PennTag::CD) {
        first += 1;
    }
    let span = words.token_span(first).join(words.token_span(head));
    let tag = words.tag(head);
    let written = words.word(text, head);
    let of_country = || {
        tag == PennTag::NNP
            && plural
            && context
                .hits_in(words.token_span(first).join(words.token_span(head)))
                .iter()
                .any(|hit| hit.sense(SenseKind::Country).is_some())
    };
    let unit = match tag {
        // "millions of South Koreans", whichever way the tagger takes the name.
        _ if of_country() => lemma::of(written, PennTag::NNS).to_lowercase(),
        PennTag::NNPS | PennTag::VBZ => lemma::of(written, PennTag::NNS).to_lowercase(),
        // A plural that the tagger takes for a singular.
        PennTag::NN if plural && words.lemma(head) == written && written.ends_with('s') && !written.ends_with("ss") => {
            lemma::of(written, PennTag::NNS).to_lowercase()
        }
        _ => words.lemma(head).to_owned(),
    };
    let span = with_rate(context, words, head, span);
    let is_plural = matches!(tag, PennTag::NNS | PennTag::NNPS | PennTag::VBZ);
    let is_singular_name = tag == PennTag::NNP && !written.ends_with('s');
    Some(Counted { unit, span, end: span.end, is_singular_name, is_plural })
}

/// The phrase with the time or thing that it is counted by: "visitors per month", "times a minute".
fn with_rate(context: &Context<'_>, words: &Words<'_>, head: usize, span: Span) -> Span {
    let text = context.text;
    let Some(noun) = (head + 2 < words.len()).then_some(head + 2) else { return span };
    let rate = match words.word(text, head + 1) {
        "per" => words.tag(noun).is_noun(),
        article if context.gazetteers.word_sets.has(FunctionSet::RateArticle, article) => {
            context.gazetteers.numbers.has_cue(words.word(text, noun), NumberCue::Rate)
        }
        _ => false,
    };
    if rate { span.join(words.token_span(noun)) } else { span }
}

/// Whether a word after a number above one is a plural noun that the tagger takes for a verb: "2,000 hires", "eight more picks".
fn is_mistaken_verb(words: &Words<'_>, token: usize, word: &str) -> bool {
    words.tag(token) == PennTag::VBZ && word.len() > 3 && word.ends_with('s') && !matches!(words.lemma(token), "be" | "have" | "do")
}

/// Whether what follows a word lets it be the head of a noun phrase rather than a verb with an object.
fn ends_phrase(context: &Context<'_>, words: &Words<'_>, token: usize) -> bool {
    // "12 cup appearances *this season*".
    let timed = || {
        token + 2 < words.len()
            && matches!(words.lemma(token + 1), "this" | "last" | "next")
            && context.gazetteers.word_sets.has(LexicalSet::EndsSeason, words.lemma(token + 2))
    };
    words.get_tag(token + 1).is_none_or(|next| {
        next.is_punctuation()
            || matches!(next, PennTag::IN | PennTag::MD | PennTag::VBD | PennTag::VBP | PennTag::VBG | PennTag::CC)
            || timed()
    })
}

/// Whether the token is a part of a hyphenated word: "gas-only", "Venezuelan-born".
fn is_joined(text: &str, words: &Words<'_>, token: usize) -> bool {
    let span = words.token_span(token);
    let hyphen = |token: usize| matches!(words.word(text, token), "-" | "‐");
    let before = token.checked_sub(1).is_some_and(|left| words.token_span(left).end == span.start && (hyphen(left) || hyphen(token)));
    let after = token + 1 < words.len() && words.token_span(token + 1).start == span.end && (hyphen(token + 1) || hyphen(token));
    if hyphen(token) { before && after } else { before || after }
}

/// Whether the plural noun at `token` ends its phrase.
fn is_last(context: &Context<'_>, words: &Words<'_>, token: usize, plural: bool) -> bool {
    let text = context.text;
    // "one *Rovers* player": after "one", a plural may be part of a compound.
    let compound = |place: usize| words.tag(place) == PennTag::NN && words.word(text, place).starts_with(char::is_lowercase);
    if !plural && token + 1 < words.len() && compound(token + 1) {
        return false;
    }
    if context.gazetteers.numbers.has_cue(words.lemma(token), NumberCue::Complete) {
        return true;
    }
    match words.get_tag(token + 1) {
        Some(PennTag::NN | PennTag::NNS) => !continues(text, words, token + 1),
        Some(PennTag::HYPH) => false,
        _ => true,
    }
}

/// Whether the noun at `token` goes on with the plural before it: small letters, and a plural at the end ("weapons experts").
fn continues(text: &str, words: &Words<'_>, token: usize) -> bool {
    let small = |place: &usize| words.tag(*place).is_noun() && words.word(text, *place).starts_with(char::is_lowercase);
    (token..words.len()).take_while(small).last().is_some_and(|last| words.tag(last) == PennTag::NNS)
}

/// Whether the noun at `token` is a plural, or one that a plural follows: "farms", "school students".
fn noun_follows_at_once(words: &Words<'_>, token: usize) -> bool {
    let nouns = (token..words.len()).map(|place| words.tag(place)).take_while(|&tag| matches!(tag, PennTag::NN | PennTag::NNS));
    nouns.last() == Some(PennTag::NNS)
}

/// Whether the words from `token` on are modifiers up to a plural noun.
fn plural_follows(words: &Words<'_>, token: usize, limit: usize) -> bool {
    (token..limit)
        .map(|place| words.tag(place))
        .take_while(|&tag| is_modifier(tag) || tag == PennTag::CC)
        .any(|tag| matches!(tag, PennTag::NNS | PennTag::NNPS))
        && !matches!(words.get_tag(token), Some(PennTag::CD | PennTag::NNS | PennTag::NNPS))
}
