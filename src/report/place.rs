//! Where the words that disagree stand, as people and programs name places: file, line, column.

use std::collections::BTreeMap;

use crate::article::{Article, LineColumn, Span};
use crate::claim::model::Claim;
use crate::reconcile::model::Conflict;

/// A stretch of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The file, or the article's id where there is none.
    pub(crate) file: String,
    /// The first character; in a JSONL file the article's line, as the text is one line there.
    pub(crate) start: LineColumn,
    /// Just past the last character.
    pub(crate) end: LineColumn,
}

impl Place {
    /// Where the words of `claim` stand that a conflict is about.
    pub(crate) fn of(claim: &Claim, conflict: &Conflict, articles: &BTreeMap<&str, &Article>) -> Self {
        let words = words_that_disagree(claim, conflict);
        let unknown = LineColumn { line: 1, column: 1 };
        let Some(article) = articles.get(claim.article.as_str()) else {
            return Self { file: claim.article.clone(), start: unknown, end: unknown };
        };
        let file = if article.place.file.is_empty() { article.id.clone() } else { article.place.file.clone() };
        match article.place.record {
            Some(line) => Self { file, start: LineColumn { line, column: 1 }, end: LineColumn { line, column: 1 } },
            None => Self { file, start: LineColumn::at(&article.text, words.start), end: LineColumn::at(&article.text, words.end) },
        }
    }
}

/// What the conflict says is disputed; else the quantity where the claim has one, else its predicate, else all of it.
pub(crate) fn words_that_disagree(claim: &Claim, conflict: &Conflict) -> Span {
    let inside = |span: Span| (claim.span().contains(span) && !span.is_empty()).then_some(span);
    let disputed = conflict.words.map(|[a, b]| if conflict.a == claim.id { a } else { b });
    if let Some(words) = disputed.and_then(|[start, end]| inside(Span::new(start, end))) {
        return words;
    }
    let quantity = claim.quantity.as_ref().and_then(|quantity| inside(Span::new(quantity.start, quantity.end)));
    quantity.or_else(|| inside(Span::new(claim.predicate.start, claim.predicate.end))).unwrap_or(claim.span())
}
