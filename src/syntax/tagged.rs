//! Sentences of a document that are tagged when they are first asked for, so that a later stage goes on from there to trees.

use std::cell::OnceCell;

use super::features::{TagChoice, WordRows};
use super::tagger::TaggerScratch;
use super::{Analyser, Sentence, WORKSPACE, Workspace};
use crate::article::Span;

/// A tagged sentence with what the parser needs to know of its words.
#[derive(Debug)]
struct Tagged {
    sentence: Sentence,
    /// None where no tree will be asked for.
    words: Option<(Vec<WordRows>, Vec<TagChoice>)>,
}

/// The sentences of one document, by their index; each is tagged once, and only where somebody asks for it.
#[derive(Debug)]
pub struct TaggedSentences {
    sentences: Vec<OnceCell<Tagged>>,
    for_trees: bool,
}

impl TaggedSentences {
    /// So many sentences, none of them tagged.
    pub fn new(count: usize) -> Self {
        Self { sentences: (0..count).map(|_| OnceCell::new()).collect(), for_trees: true }
    }

    /// As [`new`](Self::new), where nobody will ask for trees: what only the parser needs is not kept.
    pub(crate) fn without_trees(count: usize) -> Self {
        Self { for_trees: false, ..Self::new(count) }
    }

    /// Tokens, tags and lemmas of sentence `index`, which stands at `span` in `text`.
    pub(crate) fn tagged(&self, index: usize, text: &str, span: Span) -> &Sentence {
        let tag = || {
            WORKSPACE.with_borrow_mut(|workspace| {
                let mut sentence = Sentence::default();
                Analyser::embedded().tag_into(text, span, workspace, &mut sentence);
                let TaggerScratch { rows, choices, .. } = &workspace.tagger;
                Tagged { sentence, words: self.for_trees.then(|| (rows.clone(), choices.clone())) }
            })
        };
        &self.sentences[index].get_or_init(tag).sentence
    }

    /// The same with its tree; what was tagged already is not tagged again.
    pub(crate) fn parsed(&self, index: usize, text: &str, span: Span) -> Sentence {
        let analyser = Analyser::embedded();
        let Some(Tagged { sentence, words: Some((rows, choices)) }) = self.sentences[index].get() else {
            return analyser.parse(text, span);
        };
        let mut analysed = sentence.clone();
        WORKSPACE.with_borrow_mut(|Workspace { parser, .. }| analyser.add_tree(rows, choices, parser, &mut analysed));
        analysed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_made_after_tagging_is_the_same() {
        let text = "Norway pledged $40 million to Ethiopia on Monday, officials said.";
        let span = Span::new(0, text.len());
        let sentences = TaggedSentences::new(2);
        assert_eq!(sentences.tagged(0, text, span), &Analyser::embedded().tag(text, span));
        // Another sentence in between leaves nothing behind.
        sentences.tagged(1, "It rained.", Span::new(0, 10));
        assert_eq!(sentences.parsed(0, text, span), Analyser::embedded().parse(text, span));
    }
}
