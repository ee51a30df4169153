//! Whether a sentence can attribute anything, by its words alone: a sentence without such words needs no tree.

use crate::article::Span;
use crate::claim::participant::setting;
use crate::claim::scene::Scene;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::predicates::{Frame, Part};
use crate::gazetteer::word_sets::ClassSet;
use crate::syntax::PennTag;

/// Whether a rule of the sentence's own words could find who says something in it: it has a word that any of them asks for, or stands
/// beside a quotation mark.
///
/// Says yes too often, never no where a rule would find something: "that" alone will do.
pub(super) fn may_attribute(scene: &Scene<'_>, sentence: usize) -> bool {
    let span = scene.document.sentences[sentence].span;
    // The tree of "MANILA (Wire) — …" begins behind the dash, and its words may have other tags.
    if is_beside_marks(scene, sentence) || setting::dateline(scene.text, span, &scene.gazetteers.places).is_some() {
        return true;
    }
    let words = scene.tagged_words(sentence);
    (0..words.len()).any(|token| {
        let closed = matches!(
            words.tag(token),
            PennTag::DT | PennTag::CC | PennTag::CD | PennTag::PRP | PennTag::PRPS | PennTag::Comma | PennTag::Period | PennTag::Colon
        );
        let word = words.word(scene.text, token);
        !closed
            && word.starts_with(char::is_alphabetic)
            && (word.eq_ignore_ascii_case("according") || attributes(scene.gazetteers, words.lemma(token)))
    })
}

/// Whether any rule asks for the word, be it a verb, a noun or an adjective.
fn attributes(gazetteers: &Gazetteers, lemma: &str) -> bool {
    let (cues, predicates) = (&gazetteers.cues, &gazetteers.predicates);
    let row_says = |part: Part, lemma: &str| {
        predicates.of_word(part, lemma).is_some_and(|rows| {
            rows.any(|row| {
                row.complement.is_some()
                    || matches!(row.frame, Frame::Speech | Frame::Words | Frame::Plan)
                    || gazetteers.word_sets.has(ClassSet::SaidByNoun, &row.class)
            })
        })
    };
    let says = |lemma: &str| [Part::Verb, Part::Noun].into_iter().any(|part| row_says(part, lemma));
    lemma == "that"
        || cues.attributing(lemma).is_some()
        || cues.attributing_noun(lemma).is_some()
        || cues.report(lemma).is_some()
        || says(lemma)
        // As rows are looked up: a lemma that was guessed with an "e" too many.
        || lemma.strip_suffix('e').is_some_and(says)
}

/// Whether a word of the sentence that is not quoted itself may stand beside a quotation mark.
fn is_beside_marks(scene: &Scene<'_>, sentence: usize) -> bool {
    const MARKS: [char; 3] = ['"', '“', '”'];
    const TWO_STROKES: &str = "''";
    let span = scene.document.sentences[sentence].span;
    let text = span.of(scene.text);
    let (before, after) = (scene.text[..span.start].trim_end(), scene.text[span.end..].trim_start());
    let after = after.strip_prefix([':', ',']).unwrap_or(after).trim_start();
    let marks = text.contains(MARKS)
        || text.contains(TWO_STROKES)
        || before.ends_with(MARKS)
        || before.ends_with(TWO_STROKES)
        || after.starts_with(MARKS)
        || after.starts_with(TWO_STROKES);
    let opened = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = span.end - opened.len();
    let words = Span::new(start, start + opened.trim_end_matches(|c: char| !c.is_alphanumeric()).len());
    marks && !scene.is_quoted(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_give_or_name_words_may_attribute() {
        let gazetteers = Gazetteers::embedded();
        for lemma in ["say", "tell", "announce", "believe", "poll", "claim", "accuse", "request", "that", "promise", "show"] {
            assert!(attributes(gazetteers, lemma), "{lemma}");
        }
        for lemma in ["bridge", "walk", "green", "rain", "the", "slowly"] {
            assert!(!attributes(gazetteers, lemma), "{lemma}");
        }
    }
}
