//! People with an office or title: "US President Barack Obama", "Ann Lee, a former Treasury official".
//!
//! Every rule starts from a word of the table of titles, never from capitals alone. A rule finds one pair of a name and what
//! the text says the person is; a person with a title before the name and an apposition after it ("Major General Olaf Brandt,
//! spokesman for the military") gives two mentions that share the name, since two offices are said. Later mentions by a part of
//! the name, and known office-holders without any title, give mentions without an office of their own ([`resolve`]).
//!
//! | rule | example |
//! | --- | --- |
//! | [`title::before_name`] | U.S. Appeals Court Judge Ann Lee |
//! | [`title::with_phrase_before_name`] | the mayor of London Sadiq Khan |
//! | [`apposition::after_name`] | Omar Diop, a representative for the port |
//! | [`apposition::before_name`] | Norway's Prime Minister, Ann Lee |
//! | [`relative::after_name`] | John Reed, who is the agency's director |
//! | [`predicate::after_verb`] | John Reed was named director of the agency |
//! | [`resolve`] | Miller wrote; Mr Miller; Putin |
//!
//! What the office says: the words of the text without the article. A title in capitals leaves the possessor out ("The
//! Gambia's Finance Minister Lamin Sowe" is "Finance Minister"), a description keeps it ("his mentor", "the site's founder"). Of
//! "writer and director Ann Lee" the first is the office; a relative clause is no part of it.

mod apposition;
mod name;
mod namesake;
mod phrase;
mod predicate;
mod relative;
mod resolve;
mod title;
mod words;

use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::automaton::SenseKind;
use crate::gazetteer::person_names::NameWord;
use crate::gazetteer::titles::{Title, TitleUse};
use crate::gazetteer::word_sets::FunctionSet;
use crate::segment::ParagraphKind;

use super::context::Context;
use super::mention::{Mention, MentionKind};
use words::Words;

/// A name with what the text says the person is.
#[derive(Clone, Debug)]
struct Found<'a> {
    sentence: usize,
    name: Span,
    /// The office as said, or the honorific.
    office: Span,
    /// The office with its possessor and article: where the country may stand.
    phrase: Span,
    /// The last word of the title itself.
    head: Span,
    title: &'a Title,
    /// Whether the office stands apart, before the first of several names: "Senators Cole and Diaz".
    apart: bool,
    /// Whether a verb says it: "Ann Lee was elected mayor".
    predicate: bool,
    /// "former", "ex-", "then".
    former: bool,
    /// "acting", "interim".
    acting: bool,
}

impl Found<'_> {
    fn is_honorific(&self) -> bool {
        self.title.usage == TitleUse::Honorific
    }
}

/// Adds the officials of the document; countries and organizations must have been added before.
pub(crate) fn tag(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let mut found = Vec::new();
    for sentence in sentences_with_titles(context) {
        let words = Words::new(context, sentence);
        for index in 0..words.titles.len() {
            if words.is_title_within_name(&words.titles[index]) {
                continue;
            }
            title::before_name(&words, index, &mut found);
            title::with_phrase_before_name(&words, index, &mut found);
            if !apposition::after_name(&words, index, &mut found) && !relative::after_name(&words, index, &mut found) {
                apposition::before_name(&words, index, &mut found);
                predicate::after_verb(&words, index, &mut found);
            }
        }
    }
    drop_doubles(&mut found);
    drop_bodies_in_names(&found, mentions);
    resolve::add_mentions(context, &found, mentions);
}

/// Drops the organizations that are a word of a person's name: "Mayor Iris Guardian", "Michael Dell, the founder".
fn drop_bodies_in_names(found: &[Found<'_>], mentions: &mut Vec<Mention>) {
    if found.is_empty() {
        return;
    }
    let mut names: Vec<Span> = found.iter().map(|find| find.name).collect();
    names.sort_unstable();
    mentions.retain(|mention| {
        let name = || names[..names.partition_point(|name| name.start <= mention.span.start)].last();
        !matches!(mention.kind, MentionKind::Organization(_)) || name().is_none_or(|name| !name.contains(mention.span))
    });
}

/// The sentences in which a title stands beside something that may be a name: a cheap look that spares the others their tags.
fn sentences_with_titles(context: &Context<'_>) -> Vec<usize> {
    let mut sentences: Vec<usize> = Vec::new();
    for hit in &context.hits {
        let Some(index) = hit.sense(SenseKind::Title) else { continue };
        if context.gazetteers.titles.get(index).usage == TitleUse::Modifier {
            continue;
        }
        let Some(sentence) = context.document.sentence_at(hit.span.start) else { continue };
        if sentences.last() == Some(&sentence) || context.document.paragraph_kind(sentence) == ParagraphKind::Boilerplate {
            continue;
        }
        if has_name_beside(context.gazetteers, context.text, context.document.sentences[sentence].span, hit.span) {
            sentences.push(sentence);
        }
    }
    sentences
}

/// Whether a capitalised word follows the title or the phrase that a preposition begins after it, or stands before the comma,
/// bracket, dash or "who" that the title's phrase follows.
fn has_name_beside(gazetteers: &Gazetteers, text: &str, sentence: Span, title: Span) -> bool {
    const LONGEST_PHRASE: usize = 12;
    const LONGEST_CLAUSE: usize = 60;
    const LONGEST_PAIR: usize = 4;
    let is_capital = |word: &str| word.trim_start_matches(['"', '“', '‘', '(']).starts_with(char::is_uppercase);
    let after = &text[title.end.min(sentence.end)..sentence.end];
    let mut following =
        after.split_whitespace().skip_while(|word| !word.contains(char::is_alphanumeric) || word.starts_with(['-', '.', ',']));
    let next = following.next().unwrap_or_default();
    let goes_on = gazetteers.word_sets.has(FunctionSet::TitleGoesOn, next);
    let names = &gazetteers.titles.person_names;
    let particle = names.word(next) == Some(NameWord::Particle);
    // "members of the board": many are named seldom, and then after a comma.
    let title_head = title.of(text).split(" of ").next().unwrap_or_default();
    let several = title_head.ends_with('s') && title_head.starts_with(char::is_lowercase);
    let phrase = || following.clone().take(LONGEST_PHRASE);
    let after_comma = || phrase().zip(phrase().skip(1)).any(|(word, next)| word.ends_with(',') && is_capital(next));
    if is_capital(next) || (goes_on || particle) && if several { after_comma() } else { phrase().any(is_capital) } {
        return true;
    }
    let before = &text[sentence.start..title.start.max(sentence.start)];
    if !several && memchr::memmem::rfind(&before.as_bytes()[before.len().saturating_sub(LONGEST_CLAUSE)..], b" who ").is_some() {
        return true;
    }
    if !several && may_be_said_of_name(gazetteers, before) {
        return true;
    }
    let Some(mark) = last_mark(before) else { return false };
    let name = before[..mark].trim_end_matches(|character: char| !character.is_alphabetic());
    // "Ann Lee and Jon Vik, members of".
    let shared = || name.rsplit(' ').take(LONGEST_PAIR).any(|word| word == "and");
    mark + 80 > before.len() && (!several || shared()) && name.rsplit(char::is_whitespace).next().is_some_and(is_capital)
}

/// Whether a known first name and a verb stand close before a title: "Ann Lee was elected | mayor".
fn may_be_said_of_name(gazetteers: &Gazetteers, before: &str) -> bool {
    const LONGEST_PREDICATE: usize = 10;
    let words = || before.rsplit([' ', '\n']).take(LONGEST_PREDICATE);
    let names = &gazetteers.titles.person_names;
    words().any(|word| word.starts_with(char::is_uppercase) && names.is_first_name(word))
        && words().any(|word| gazetteers.word_sets.has(FunctionSet::BesideSaidOffice, word))
}

/// The last comma, bracket or dash; a hyphen inside a word ("a 54-year-old carpenter") is none.
fn last_mark(before: &str) -> Option<usize> {
    let mut rest = before;
    while let Some(mark) = rest.rfind([',', '(', '—', '–', '-']) {
        let bytes = before.as_bytes();
        let inside = bytes[mark] == b'-'
            && mark > 0
            && bytes[mark - 1].is_ascii_alphanumeric()
            && bytes.get(mark + 1).is_some_and(u8::is_ascii_alphanumeric);
        if !inside {
            return Some(mark);
        }
        rest = &before[..mark];
    }
    None
}

/// Keeps one of two finds with the same name and an overlapping office: the longer office.
fn drop_doubles(found: &mut Vec<Found<'_>>) {
    found.sort_by_key(|find| (find.name.start, find.office.start, std::cmp::Reverse(find.office.end)));
    let mut kept: Vec<Found<'_>> = Vec::with_capacity(found.len());
    for find in found.drain(..) {
        let double = kept.iter().rposition(|known| known.name.overlaps(find.name) && known.office.overlaps(find.office));
        match double {
            Some(index) if kept[index].office.len() < find.office.len() && !find.is_honorific() => kept[index] = find,
            Some(_) => {}
            None => kept.push(find),
        }
    }
    *found = kept;
}
