//! From an article to its parts: paragraphs, headings, sentences, quotations, repeated passages, boilerplate.
//!
//! Nothing is cut: what is markup, front matter or boilerplate is masked, so that every offset points into the text as read.

mod layout;
mod markup;
mod quotation;
mod repeat;
mod sentence;

use std::ops::Range;

use self::layout::Block;
use self::sentence::Splitter;
use crate::article::{Article, Span};
use crate::gazetteer::Gazetteers;

/// Finds the parts of an article.
pub fn segment<'a>(article: &'a Article, gazetteers: &Gazetteers) -> Document<'a> {
    let text = article.text.as_str();
    let markdown = article.markdown || markup::is_markdown(text);
    let mut masks = vec![Span::new(0, article.body.start), Span::new(article.body.end, text.len())];
    let blocks = layout::blocks(article, &gazetteers.boilerplate, markdown, &mut masks);
    if markdown {
        for block in &blocks {
            markup::mask(text, block.span, &mut masks);
        }
    }
    markup::tidy(&mut masks);
    let (paragraphs, mut sentences) = split(text, &blocks, &masks, gazetteers);
    repeat::mark(text, &mut sentences);
    let quotations = quotation::find(text, &blocks, &masks, &sentences);
    Document { article, paragraphs, sentences, quotations, masks }
}

fn split(text: &str, blocks: &[Block], masks: &[Span], gazetteers: &Gazetteers) -> (Vec<Paragraph>, Vec<Sentence>) {
    let splitter = Splitter::new(text, gazetteers, masks);
    let mut spans = Vec::new();
    let mut paragraphs = Vec::with_capacity(blocks.len());
    let mut sentences = Vec::with_capacity(text.len() / 100);
    for block in blocks {
        let first = sentences.len();
        spans.clear();
        splitter.split(block.span, &mut spans);
        let paragraph = paragraphs.len();
        sentences.extend(spans.iter().map(|&span| Sentence { span, paragraph, repeat_of: None }));
        paragraphs.push(Paragraph { span: block.span, kind: block.kind, sentences: first..sentences.len() });
    }
    (paragraphs, sentences)
}

/// An article with its parts found.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// The article.
    pub article: &'a Article,
    /// Paragraphs, in order; they do not overlap.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences of all paragraphs, in order; each lies inside one paragraph and is trimmed of white space.
    pub sentences: Vec<Sentence>,
    /// Quotations, in order of their opening marks; a quotation may run over several sentences and paragraphs.
    pub quotations: Vec<Quotation>,
    /// Stretches that are not words of the article (front matter, Markdown marks, link targets), sorted, apart.
    pub masks: Vec<Span>,
}

/// A block of text between blank lines, or a line that stands alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where, trimmed of white space.
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
    /// Its sentences, as indices into [`Document::sentences`].
    pub sentences: Range<usize>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Running text.
    Body,
    /// A headline or a heading between paragraphs.
    Heading,
    /// An item of a list.
    ListItem,
    /// Not the article's own words: "--Advertisement--", "Read more: …", a photo credit. No claims are made from it.
    Boilerplate,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where, trimmed of white space.
    pub span: Span,
    /// Its paragraph, as an index into [`Document::paragraphs`].
    pub paragraph: usize,
    /// The sentence that this one repeats word for word, as an index; repeated sentences give no claims of their own.
    pub repeat_of: Option<usize>,
}

/// Words between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With the marks.
    pub span: Span,
    /// Without the marks.
    pub content: Span,
    /// The sentences it touches, as indices into [`Document::sentences`].
    pub sentences: Range<usize>,
}

impl<'a> Document<'a> {
    /// The text of the article.
    pub fn text(&self) -> &'a str {
        &self.article.text
    }

    /// The index of the sentence that holds the byte at `offset`.
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.span.end <= offset);
        self.sentences.get(index).filter(|sentence| sentence.span.contains_offset(offset)).map(|_| index)
    }

    /// What the paragraph of sentence `sentence` is.
    pub fn paragraph_kind(&self, sentence: usize) -> ParagraphKind {
        self.paragraphs[self.sentences[sentence].paragraph].kind
    }

    /// The innermost quotation that holds the byte at `offset`.
    pub fn quotation_at(&self, offset: usize) -> Option<&Quotation> {
        self.quotations.iter().filter(|quotation| quotation.content.contains_offset(offset)).min_by_key(|quotation| quotation.span.len())
    }
}
