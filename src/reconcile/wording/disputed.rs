//! The words that two statements disagree in, as they are quoted and underlined.

use super::reading::{Kind, Reading};
use crate::article::Span;
use crate::syntax::{PennTag, Relation};

/// A clause longer than this, in bytes, is quoted from its subject to its predicate only.
const LONGEST: usize = 120;
/// What is counted stands within so many tokens behind its number.
const COUNTED: usize = 4;

/// The clause of `word`, with its subject.
pub(super) fn clause(reading: &Reading<'_>, word: usize, subject: Option<usize>) -> Span {
    let index = reading.clauses.owner[word];
    let tree = &reading.tree;
    let short = |span: &Span| span.len() <= LONGEST;
    let with = |span: Span| std::iter::once(word).chain(subject).fold(span, |span, token| span.join(tree.token_span(token)));
    let whole = with(reading.clauses.span(tree, &reading.text, index));
    if short(&whole) {
        return whole;
    }
    let clause = &reading.clauses.clauses[index];
    let core = with(clause.chain.iter().fold(tree.token_span(word), |span, &token| span.join(tree.token_span(token))));
    let core = if short(&core) { core } else { tree.token_span(word).join(tree.token_span(clause.head())) };
    let core = if short(&core) { core } else { tree.token_span(word) };
    let first = (0..reading.len()).find(|&token| tree.token_span(token).start == core.start).unwrap_or(word);
    // "the bridge", not "bridge".
    match first.checked_sub(1) {
        Some(before) if matches!(tree.tag(before), PennTag::DT | PennTag::PRPS) => core.join(tree.token_span(before)),
        _ => core,
    }
}

/// A number with its sign, what bounds it and what it counts: "more than 5 people", "$3 million".
pub(super) fn number(reading: &Reading<'_>, from: usize, number: usize) -> Span {
    let tree = &reading.tree;
    let signed = number > 0 && tree.tag(number - 1) == PennTag::Dollar;
    let first = if signed { from.min(number - 1) } else { from };
    let counted = tree.head(number).filter(|&noun| tree.relation(number) == Relation::Nummod && number < noun && noun <= number + COUNTED);
    let next = (number + 1 < reading.len() && matches!(reading.words[number + 1].kind, Kind::Noun | Kind::Number)).then_some(number + 1);
    let last = counted.or(next).unwrap_or(number);
    tree.token_span(first).join(tree.token_span(last))
}
