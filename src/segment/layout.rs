//! From lines to paragraphs.

use super::ParagraphKind;
use crate::article::{Article, Span};

/// A paragraph without its sentences.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    pub(super) span: Span,
    pub(super) kind: ParagraphKind,
}

pub(super) fn blocks(article: &Article, _masks: &mut Vec<Span>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = article.body.start;
    for line in article.body.of(&article.text).split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trim(&article.text);
        start += line.len();
        if !span.is_empty() {
            blocks.push(Block { span, kind: ParagraphKind::Body });
        }
    }
    blocks
}
