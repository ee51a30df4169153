//! Words of the closed classes, whose part of speech is known without the words around them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::part_of_speech::PennTag;

/// The words, with the tag that the tagger gives them everywhere.
const TABLE: &str = include_str!("closed_words.tsv");

/// The rows of [`TABLE`]: after the comments and the header, a word and its tag.
fn rows() -> impl Iterator<Item = (&'static str, Option<PennTag>)> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|line| line.split_once('\t')).map(|(word, tag)| (word, PennTag::parse(tag)))
}

static WORDS: LazyLock<FxHashMap<&'static str, PennTag>> = LazyLock::new(|| rows().filter_map(|(word, tag)| Some((word, tag?))).collect());

/// The most bytes that a word of the table has.
const LONGEST: usize = 7;

/// The tag of a word that has the same one wherever it stands: "the", "of", a comma.
#[inline]
pub(crate) fn tag(word: &str) -> Option<PennTag> {
    if word.len() > LONGEST { None } else { WORDS.get(word).copied() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Span;
    use crate::syntax::Analyser;

    #[test]
    fn every_row_has_a_tag_and_is_short_enough() {
        let rows: Vec<_> = rows().collect();
        assert!(rows.len() > 40 && rows.is_sorted_by(|a, b| a.0 < b.0));
        for (word, expected) in rows {
            assert!(expected.is_some(), "{word}");
            assert_eq!(tag(word), expected, "{word}");
        }
    }

    #[test]
    fn the_tagger_agrees() {
        let texts = [
            "If the men were not at the border by noon, they would lose their pay, and none of it was paid back.",
            "He told them: she has never been to Quito, but it is where we can also see our friends, who will not wait.",
            "Would you give me $5 for an apple or for every pear that my aunt may have, because these are his?",
            "Into which of those lakes does the river flow during May, between the hills and against the wind?",
            "She could then ask whether each of its members should sign without a lawyer, until another came from Lima.",
            "They just didn’t know him when he was among us.",
        ];
        let mut known = 0;
        for text in texts {
            let tagged = Analyser::embedded().tag(text, Span::new(0, text.len()));
            for (token, chosen) in tagged.tokens.iter().zip(&tagged.tags) {
                let word = token.span.of(text);
                if let Some(expected) = tag(word) {
                    assert_eq!(*chosen, expected, "{word} of {text}");
                    known += 1;
                }
            }
        }
        assert!(known > 60, "{known}");
    }

    #[test]
    fn words_of_two_classes_are_not_known() {
        for word in ["that", "to", "her", "in", "on", "A", "Will", "May", "said", "people", ""] {
            assert_eq!(tag(word), None, "{word}");
        }
    }
}
