//! What a disagreement in wording needs beside its words.
//!
//! Two articles of a sentence or two are set against each other as wholes. An article of many sentences has captions, quotations
//! and asides, and among hundreds of sentences some always share words: there both statements must be plain reports, say it of the
//! same named subject, on the same day, in more of the same words.

use super::alignment::{days_differ, names_differ};
use super::alike::alike;
use super::reading::{Kind, Reading};
use crate::gazetteer::lexical_relations::WordingCue;
use crate::syntax::{PennTag, Relation};

/// An article is short whose last statement is no later than this sentence, counted from 0.
pub(super) const LAST_OF_SHORT: u32 = 3;
/// and whose last claim begins within so many bytes.
pub(super) const LENGTH_OF_SHORT: u32 = 1_200;
/// Statements of longer articles share this many words that carry meaning,
const SHARED: usize = 4;
/// and this many that are rare among all statements.
pub(super) const SHARED_RARE: usize = 3;

/// Whether two statements of longer articles are plain reports of one thing; `subjects` are the words for that of which they
/// say what is disputed, where they say it of something.
pub(super) fn is_warranted(a: &Reading<'_>, b: &Reading<'_>, subjects: Option<(usize, usize)>) -> bool {
    let shared = (0..a.len())
        .filter(|&x| a.tells(x) && a.words[x].kind != Kind::Number && (0..b.len()).any(|y| alike(&a.words[x], &b.words[y]) > 0))
        .count();
    shared >= SHARED
        && is_plain_report(a)
        && is_plain_report(b)
        && !days_differ(a, b)
        && !names_differ(a, b)
        && subjects.is_none_or(|(x, y)| a.tells(x) && b.tells(y) && !is_pronoun(a, x) && !is_pronoun(b, y))
}

/// "(Published Monday, Oct. 31)", "Image 3 of 8", "'We are going to stop'": no finite verb in the main clause, no end of a
/// sentence, words in capitals, or somebody speaking for himself state nothing that another article denies.
fn is_plain_report(reading: &Reading<'_>) -> bool {
    let text = reading.text.trim();
    let ends = text.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with('.');
    let opens = !text.starts_with(['"', '“', '‘', '\'', '(', '[', '<']);
    let speaks = (0..reading.len()).any(|token| is_pronoun(reading, token) && reading.is_cue(token, WordingCue::Speaker));
    ends && opens && !speaks && !reading.in_capitals && has_finite_verb(reading)
}

fn has_finite_verb(reading: &Reading<'_>) -> bool {
    let main = reading.tree.root().map(|root| reading.clauses.owner[root]);
    (0..reading.len()).any(|token| {
        Some(reading.clauses.owner[token]) == main
            && reading.tree.tag(token).is_finite_or_modal()
            && (matches!(reading.tree.relation(token), Relation::Aux | Relation::AuxPass | Relation::Cop)
                || main.is_some_and(|main| reading.clauses.clauses[main].chain.contains(&token)))
    })
}

fn is_pronoun(reading: &Reading<'_>, token: usize) -> bool {
    matches!(reading.tree.tag(token), PennTag::PRP | PennTag::PRPS | PennTag::DT | PennTag::EX | PennTag::WP | PennTag::WDT)
}
