//! What every kind of tag is found from: the document, the automaton's hits, the numbers, and words tagged on demand.

use std::cell::OnceCell;

use super::number::Number;
use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::automaton::Hit;
use crate::segment::Document;
use crate::syntax::{self, Analyser};

/// One document on its way through the tag rules.
pub(crate) struct Context<'a> {
    /// The document.
    pub(crate) document: &'a Document<'a>,
    /// Its text.
    pub(crate) text: &'a str,
    /// The tables.
    pub(crate) gazetteers: &'a Gazetteers,
    /// Where names of the tables stand, in order, apart from each other.
    pub(crate) hits: Vec<Hit<'a>>,
    /// The numbers of the text, in order.
    pub(crate) numbers: Vec<Number>,
    words: Vec<OnceCell<syntax::Sentence>>,
}

impl<'a> Context<'a> {
    /// Scans the document's text once.
    pub(crate) fn new(document: &'a Document<'a>, gazetteers: &'a Gazetteers) -> Self {
        let text = document.text();
        let hits = gazetteers.automaton().scan(text);
        let numbers = super::number::read(document, gazetteers, &hits);
        let words = vec![OnceCell::new(); document.sentences.len()];
        Self { document, text, gazetteers, hits, numbers, words }
    }

    /// The sentence's words with part-of-speech tags and lemmas, without a tree; made on first use.
    pub(crate) fn words(&self, sentence: usize) -> &syntax::Sentence {
        self.words[sentence].get_or_init(|| Analyser::embedded().tag(self.text, self.document.sentences[sentence].span))
    }

    /// The hits that begin inside `span`.
    pub(crate) fn hits_in(&self, span: Span) -> &[Hit<'a>] {
        let first = self.hits.partition_point(|hit| hit.span.start < span.start);
        let last = self.hits.partition_point(|hit| hit.span.start < span.end);
        &self.hits[first..last]
    }
}
