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
    /// The first character; in a JSONL file the article's line, as the text is one line there; in a page its place in the markup.
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
        match article.place.record.filter(|_| article.source_map.is_none()) {
            Some(line) => Self { file, start: LineColumn { line, column: 1 }, end: LineColumn { line, column: 1 } },
            None => Self { file, start: article.line_column(words.start), end: article.line_column_after(words.end) },
        }
    }
}

/// The file of an article, with its line and id where the file holds many and places are counted in the article's text.
pub(super) fn named_place(article: &Article) -> String {
    match article.place.record.filter(|_| article.source_map.is_none()) {
        Some(record) => format!("{}:{record}: {}", article.place.file, article.id),
        None if article.place.file.is_empty() => article.id.clone(),
        None => article.place.file.clone(),
    }
}

/// What the conflict says is disputed; else the quantity where the claim has one, else its predicate, else all of it.
pub(super) fn words_that_disagree(claim: &Claim, conflict: &Conflict) -> Span {
    let disputed = conflict.words.map(|[a, b]| if conflict.a == claim.id { a } else { b });
    disputed.and_then(|[start, end]| inside(claim, Span::new(start, end))).unwrap_or_else(|| words_that_count(claim))
}

/// The quantity where the claim has one, else its predicate, else all of it.
pub(super) fn words_that_count(claim: &Claim) -> Span {
    let quantity = claim.quantity.as_ref().and_then(|quantity| inside(claim, Span::new(quantity.start, quantity.end)));
    quantity.or_else(|| inside(claim, Span::new(claim.predicate.start, claim.predicate.end))).unwrap_or(claim.span())
}

fn inside(claim: &Claim, span: Span) -> Option<Span> {
    (claim.span().contains(span) && !span.is_empty()).then_some(span)
}
