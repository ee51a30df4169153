//! From an article to its parts: paragraphs, headings, sentences, quotations, repeated passages, boilerplate.
//!
//! Nothing is cut: what is markup, front matter or boilerplate is masked, so that every offset points into the text as read.
//!
//! # Paragraphs
//! A blank line ends a paragraph. Lines that no blank line parts are one paragraph where they look wrapped (of 40 to 120 bytes
//! and as long as the next word allowed, or many beginning in lower case), else a paragraph each. A line drawn with signs, and the marks of
//! Markdown headings, are masked in every text; the other marks of Markdown in a text that is Markdown by name or by its links.
//! A heading is a line of at most 120 bytes and 16 words without a full stop, in title case or capitals, or before a longer
//! paragraph. Lines without a full stop after a paragraph that ends in a colon are a list, as are lines with a bullet or number.
//! A line that the table of boilerplate holds, and a byline, is boilerplate.
//!
//! # Sentences
//! A sentence ends inside a paragraph:
//! - after a point, question or exclamation mark or ellipsis, with the quotation marks, brackets and references ("\[1\]") that
//!   close right after it, where white space follows and the next word has a capital, is a number, or is opened by a sign;
//! - also inside a quotation: "“We agreed. We will sign,” he said." is two sentences;
//! - before a word in lower case only after a whole word of small letters ("the talks. they");
//! - without white space only between a plain word and a word that opens sentences ("the talks.The envoys");
//! - around a line drawn inside a paragraph, before the credit of a caption, after an address in angle brackets, and before
//!   each further item of a list written on in one line ("1. One 2. Two").
//!
//! It does not end:
//! - after a title ("Sen.") or an abbreviation that stands inside sentences ("vs."); after others of the table only where what
//!   follows cannot go on with them: "Inc.", "U.S." and initials before a word that opens sentences ("The", "However"), "No."
//!   and "Jan." before no number, "p.m." before a capital that is no day or zone ("7 p.m. Tuesday") unless only a phrase
//!   stands before it ("At 5 p.m. Mr. Smith"), "Calif." after a comma before any capital, "lb." after a number;
//! - after an ellipsis before a word in lower case or "I", or where the ellipsis stands in brackets;
//! - after a question or exclamation mark before lower case ("“Why?” he asked", "Yahoo! shares") or before a speaker with a
//!   verb of saying that ends the sentence ("“Why?” Smith asked.");
//! - inside brackets that a sentence opens half-way and closes soon; at a colon, semicolon or dash; after a dateline.
//!
//! The base is the marks themselves rather than the word-boundary machine of Unicode, which reads every letter: on the sets
//! this was measured with, it is as good and several times as fast.
//!
//! # Quotations and repeats
//! See [`Quotation`] and [`Sentence::repeat_of`].

mod enumeration;
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
    let blocks = layout::blocks(article, gazetteers, markdown, &mut masks);
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
        let unmasked = spans.iter().filter_map(|&span| without_masks(text, span, masks));
        sentences.extend(unmasked.map(|span| Sentence { span, paragraph, repeat_of: None }));
        let (Some(begin), Some(end)) = (sentences.get(first), sentences[first..].last()) else { continue };
        let span = begin.span.join(end.span);
        // What holds two sentences heads nothing: a quotation with its source.
        let kind = match block.kind {
            ParagraphKind::Heading if sentences.len() - first > 1 => ParagraphKind::Body,
            kind => kind,
        };
        paragraphs.push(Paragraph { span, kind, sentences: first..sentences.len() });
    }
    (paragraphs, sentences)
}

/// The span without masks and white space at its ends; none where nothing is left.
fn without_masks(text: &str, mut span: Span, masks: &[Span]) -> Option<Span> {
    let first = masks.partition_point(|mask| mask.end <= span.start);
    let last = masks.partition_point(|mask| mask.start < span.end);
    for mask in masks.get(first..last).unwrap_or_default() {
        if mask.start <= span.start {
            span = Span::new(mask.end.min(span.end), span.end).trim(text);
        }
    }
    for mask in masks.get(first..last).unwrap_or_default().iter().rev() {
        if mask.end >= span.end && mask.start > span.start {
            span = Span::new(span.start, mask.start).trim(text);
        }
    }
    (!span.is_empty()).then_some(span)
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
    /// The first sentence of six words or more with the very same words, whatever white space stands between them, as an index;
    /// repeated sentences give no claims of their own.
    pub repeat_of: Option<usize>,
}

/// Words between quotation marks.
///
/// Curly marks pair by their shape, straight ones in turn. A single mark in or after a word is an apostrophe, a mark after
/// feet and inches (6'2") no quotation. What a paragraph leaves open goes on where the next paragraph begins with an opening
/// mark of the same kind, else it ends with its paragraph.
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
