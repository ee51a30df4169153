//! What happened to each candidate, for `explain`: the rules that fired, and the reasons of those that were dropped.

use std::collections::BTreeMap;

use crate::article::Span;
use crate::syntax;

/// What extraction did with one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// Candidates that gave no claim, in the order of the text.
    pub dropped: Vec<Dropped>,
    /// The trees that the claims were read from, by sentence: the parser's, mended where its shape cannot be right.
    pub trees: BTreeMap<usize, syntax::Sentence>,
}

/// A candidate that gave no claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The words it would have had as evidence.
    pub span: Span,
    /// The sentence, as an index.
    pub sentence: usize,
    /// The class it would have had.
    pub class: String,
    /// The rule that refused it.
    pub rule: &'static str,
}

/// Takes notes, or does not: the plain path pays one test for each.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(crate) on: bool,
    pub(crate) trace: Trace,
}

impl Notes {
    pub(crate) fn refuse(&mut self, sentence: usize, span: Span, class: &str, rule: &'static str) {
        if self.on {
            self.trace.dropped.push(Dropped { span, sentence, class: class.to_owned(), rule });
        }
    }
}
