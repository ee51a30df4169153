//! Which stretches of the text earlier rules have taken, so that a number belongs to one mention only.

use super::mention::{DateKind, Mention, MentionKind};
use crate::article::Span;

/// Sorted spans that are taken.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    spans: Vec<Span>,
    longest: usize,
}

impl Taken {
    fn new(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable();
        let longest = spans.iter().map(|span| span.len()).max().unwrap_or(0);
        Self { spans, longest }
    }

    /// By amounts of money and percentages.
    pub(crate) fn by_amounts(mentions: &[Mention]) -> Self {
        let amount = |mention: &&Mention| matches!(mention.kind, MentionKind::Money(_) | MentionKind::Percent(_));
        Self::new(mentions.iter().filter(amount).map(|mention| mention.span).collect())
    }

    /// By everything that a number can be but a count: amounts, percentages, measures, dates and times.
    pub(crate) fn by_others(mentions: &[Mention]) -> Self {
        let other = |mention: &&Mention| match &mention.kind {
            MentionKind::Money(_) | MentionKind::Percent(_) | MentionKind::Measure(_) => true,
            MentionKind::Date(date) => date.kind != DateKind::Duration,
            _ => false,
        };
        Self::new(mentions.iter().filter(other).map(|mention| mention.span).collect())
    }

    /// The first that begins at `start`.
    pub(crate) fn beginning_at(&self, start: usize) -> Option<Span> {
        let index = self.spans.partition_point(|taken| taken.start < start);
        self.spans.get(index).copied().filter(|taken| taken.start == start)
    }

    /// Whether any of them shares a byte with `span`.
    pub(crate) fn overlaps(&self, span: Span) -> bool {
        let first = self.spans.partition_point(|taken| taken.start + self.longest <= span.start);
        self.spans[first..].iter().take_while(|taken| taken.start < span.end).any(|taken| taken.overlaps(span))
    }
}
