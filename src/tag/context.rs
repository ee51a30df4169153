//! What every kind of tag is found from: the document, the automaton's hits, the numbers, and words tagged on demand.

use super::number::Number;
use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::automaton::Hit;
use crate::segment::Document;
use crate::syntax::{self, TaggedSentences};

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
    sentences: TaggedSentences,
}

impl<'a> Context<'a> {
    /// Scans the document's text once; words that are tagged on the way go into `sentences`.
    pub(crate) fn new(document: &'a Document<'a>, gazetteers: &'a Gazetteers, sentences: TaggedSentences) -> Self {
        let text = document.text();
        let hits = gazetteers.automaton().scan(text);
        let numbers = super::number::read(document, gazetteers, &hits);
        Self { document, text, gazetteers, hits, numbers, sentences }
    }

    /// The sentence's words; part-of-speech tags and lemmas are made on first use.
    pub(crate) fn words(&self, sentence: usize) -> syntax::Words<'_> {
        self.sentences.words(sentence, self.text, self.document.sentences[sentence].span)
    }

    /// The sentences that were tagged on the way.
    pub(crate) fn into_sentences(self) -> TaggedSentences {
        self.sentences
    }

    /// The hits that begin inside `span`.
    pub(crate) fn hits_in(&self, span: Span) -> &[Hit<'a>] {
        let first = self.hits.partition_point(|hit| hit.span.start < span.start);
        let last = self.hits.partition_point(|hit| hit.span.start < span.end);
        &self.hits[first..last]
    }
}
