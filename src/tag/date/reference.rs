//! The article's own date, where it was not given: the dateline of its first lines.

use std::cell::OnceCell;

use jiff::civil::Date;

use super::expression::{Calendar, Expression, Field, Tense, Year};
use super::frame::Frame;
use super::grammar::{Grammar, NUMBERS};
use super::token::{Lexer, digit_anchors};
use crate::article::Span;
use crate::gazetteer::automaton::{Hit, SenseKind};
use crate::gazetteer::word_sets::LexicalSet;
use crate::tag::context::Context;

/// How many bytes from the beginning of the article a dateline may begin.
const HEAD: usize = 1500;
/// How many sentences from the beginning are looked at.
const SENTENCES: usize = 6;

/// The first full date among the first lines that stands as a dateline does: alone on its line ("Wednesday, October 9,
/// 2013"), at the beginning of a line before a dash ("LONDON, March 3, 2021 —"), or behind a word for publishing ("Posted: March 3,
/// 2021").
///
/// Known misses: datelines without a year ("LONDON, March 3 —"), which nothing else in the article fixes.
pub(super) fn dateline(context: &Context<'_>, lexer: &Lexer<'_>) -> Option<Date> {
    let head = context.document.sentences.iter().take(SENTENCES).take_while(|sentence| sentence.span.start < HEAD);
    head.enumerate().find_map(|(index, sentence)| in_sentence(context, index, sentence.span, lexer))
}

fn in_sentence(context: &Context<'_>, index: usize, sentence: Span, lexer: &Lexer<'_>) -> Option<Date> {
    let text = context.text;
    let is_date = |hit: &&Hit<'_>| sentence.contains(hit.span) && hit.sense(SenseKind::Date).is_some();
    let hit = context.hits_in(sentence).iter().find(is_date).map(|hit| hit.span.start);
    let digits = digit_anchors(sentence.of(text)).next().map(|anchor| sentence.start + anchor);
    let anchor = hit.into_iter().chain(digits).min()?;
    let mut tokens = Vec::new();
    lexer.island(anchor, sentence, &mut tokens);
    // A full date has a year.
    if tokens.first()?.ahead & NUMBERS == 0 {
        return None;
    }
    let grammar = Grammar {
        text,
        sentence,
        tokens: &tokens,
        dates: lexer.dates,
        context,
        index,
        reference_year: None,
        dates_at: vec![OnceCell::new(); tokens.len()],
    };
    for at in 0..tokens.len() {
        let Some((end, Expression::Calendar(calendar @ Calendar { field: Field::Day { .. }, year: Year::Fixed(_), .. }))) =
            grammar.date(at)
        else {
            continue;
        };
        let before = text[..tokens[at].span.start].rsplit('\n').next().unwrap_or_default();
        let after = text[tokens[end - 1].span.end..].lines().next().unwrap_or_default().trim();
        let alone = before.trim().is_empty() && after.is_empty();
        let before_dash = before.len() < 60 && after.trim_start_matches(['.', ')', ' ']).starts_with(['—', '–', '-']);
        let published = || {
            let words = before.rsplit(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()).take(2);
            words.into_iter().any(|word| context.gazetteers.word_sets.has(LexicalSet::Publishing, &word.to_ascii_lowercase()))
        };
        if alone || before_dash || published() {
            return Frame { reference: None, spoken: None, spoken_day: None, ahead: None, tense: Tense::Unknown }
                .resolve(&Expression::Calendar(calendar))
                .period
                .day();
        }
    }
    None
}
