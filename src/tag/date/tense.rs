//! Which way the verbs around a date point.

use super::expression::Tense;
use crate::article::Span;
use crate::gazetteer::dates::{DateSense, DateWords};

/// How many words to each side are looked at.
const WORDS: usize = 12;

/// The tense of the nearest cue in the sentence around the date at `span`: a word of the table, or a form in "-ed".
///
/// A cue before the date weighs more than one after it at the same distance, since English puts the verb first.
pub(super) fn around(text: &str, sentence: Span, span: Span, dates: &DateWords) -> Tense {
    let before = &text[sentence.start..span.start.max(sentence.start)];
    let after = &text[span.end.min(sentence.end)..sentence.end];
    let cue = |word: &str| {
        let by_table = dates.senses(word).find_map(|sense| {
            if let DateSense::Tense(future) = sense { Some(if future { Tense::Future } else { Tense::Past }) } else { None }
        });
        by_table.or_else(|| (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")).then_some(Tense::Past))
    };
    let words = |text| -> Box<dyn Iterator<Item = &str>> { Box::new(split(text)) };
    let back = before
        .rsplit(|character: char| !character.is_alphanumeric() && character != '\'' && character != '’')
        .filter(|word| !word.is_empty())
        .take(WORDS)
        .enumerate()
        .find_map(|(distance, word)| cue(word).map(|tense| (distance, tense)));
    let ahead = words(after).take(WORDS).enumerate().find_map(|(distance, word)| cue(word).map(|tense| (distance + 2, tense)));
    match (back, ahead) {
        (Some((near, tense)), Some((far, other))) => {
            if near <= far {
                tense
            } else {
                other
            }
        }
        (Some((_, tense)), None) | (None, Some((_, tense))) => tense,
        (None, None) => Tense::Unknown,
    }
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric() && character != '\'' && character != '’').filter(|word| !word.is_empty())
}
