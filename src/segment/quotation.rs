//! Words between quotation marks, over sentences and paragraphs.
//!
//! - Curly marks pair by their shape, straight ones by the white space around them, and in turn where that leaves it open.
//! - English puts no double marks inside double ones: an opening mark inside an open quotation goes on with it (the break of
//!   a paragraph was lost), a straight one begins anew.
//! - A single mark inside or after a word is an apostrophe; a straight or single mark after a figure is a foot or an inch.
//! - A quotation that a paragraph leaves open goes on where the next paragraph begins with an opening mark of the same kind
//!   ("“One paragraph. / “The next.”"), or where the next paragraph closes what it has not opened; else it ends with its
//!   paragraph, or after a thousand bytes.

use super::{Block, ParagraphKind, Quotation, Sentence};
use crate::article::Span;

/// Which marks belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Double,
    Single,
    StraightDouble,
    StraightSingle,
    Angle,
}

/// A quotation that is open.
#[derive(Clone, Copy, Debug)]
struct Open {
    style: Style,
    start: usize,
    content: usize,
}

/// The quotations of a document, in order of their opening marks.
pub(super) fn find(text: &str, blocks: &[Block], masks: &[Span], sentences: &[Sentence]) -> Vec<Quotation> {
    let mut finder = Finder { text, masks, open: Vec::new(), found: Vec::new(), unclosed: None };
    for (index, block) in blocks.iter().enumerate() {
        finder.paragraph(block.span);
        let next = blocks.get(index + 1).filter(|next| next.kind == block.kind && block.kind == ParagraphKind::Body);
        finder.end_paragraph(block.span.end, next.map(|next| next.span.of(text)));
    }
    let mut quotations: Vec<Quotation> = finder
        .found
        .into_iter()
        .map(|found| found.within_bounds(sentences))
        .filter(|found| !found.content.trim(text).is_empty())
        .map(|Found { span, content, .. }| {
            let first = sentences.partition_point(|sentence| sentence.span.end <= span.start);
            let last = sentences.partition_point(|sentence| sentence.span.start < span.end);
            Quotation { span, content, sentences: first..last.max(first) }
        })
        .collect();
    quotations.sort_by_key(|quotation| (quotation.span.start, std::cmp::Reverse(quotation.span.end)));
    quotations
}

/// A quotation with and without its marks.
#[derive(Clone, Copy, Debug)]
struct Found {
    span: Span,
    content: Span,
    closed: bool,
}

/// A quotation that nothing closes is no longer than this, in bytes, and ends with a sentence.
const UNCLOSED: usize = 1000;

impl Found {
    fn within_bounds(mut self, sentences: &[Sentence]) -> Self {
        if !self.closed && self.content.len() > UNCLOSED {
            let first = sentences.partition_point(|sentence| sentence.span.end <= self.content.start);
            let over = sentences.partition_point(|sentence| sentence.span.end <= self.content.start + UNCLOSED);
            let end = sentences.get(over.max(first + 1) - 1).map_or(self.content.end, |sentence| sentence.span.end.min(self.content.end));
            self.content.end = end;
            self.span.end = end;
        }
        self
    }
}

struct Finder<'a> {
    text: &'a str,
    masks: &'a [Span],
    open: Vec<Open>,
    found: Vec<Found>,
    /// The quotation that the paragraph before left open, as an index into `found`, until this one opens another.
    unclosed: Option<(Style, usize)>,
}

/// What a byte can begin: a quotation mark of one byte, or of two or three.
static MARKS: [bool; 256] = {
    let mut table = [false; 256];
    table[b'"' as usize] = true;
    table[b'\'' as usize] = true;
    table[b'`' as usize] = true;
    table[0xC2] = true;
    table[0xE2] = true;
    table
};

impl Finder<'_> {
    fn paragraph(&mut self, span: Span) {
        let bytes = self.text.as_bytes();
        let mut at = span.start;
        let mut begun = false;
        while let Some(offset) = bytes[at..span.end].iter().position(|&byte| MARKS[usize::from(byte)]) {
            at += offset;
            let Some(mut mark) = self.text[at..].chars().next() else { break };
            let mut width = mark.len_utf8();
            // Double marks made of single ones: ``So it is,''
            if matches!(mark, '\'' | '`' | '‘' | '’') && self.text[at + width..].starts_with(mark) {
                mark = match mark {
                    '‘' => '“',
                    '’' => '”',
                    _ => '"',
                };
                width *= 2;
            }
            // A mark that goes on with a quotation of the paragraph before opens nothing.
            let goes_on = !begun && at == span.start && self.open.last().is_some_and(|open| Some(open.style) == opening_style(mark));
            begun = true;
            if !goes_on && !self.masked(at) {
                self.mark(mark, Span::new(at, at + width), span);
            }
            at += width;
        }
    }

    fn masked(&self, offset: usize) -> bool {
        let index = self.masks.partition_point(|mask| mask.end <= offset);
        self.masks.get(index).is_some_and(|mask| mask.contains_offset(offset))
    }

    fn mark(&mut self, mark: char, at: Span, paragraph: Span) {
        let around = Around::new(self.text, at, paragraph);
        match mark {
            '”' | '"' if around.is_measure() => {}
            // German closes with the mark that English opens with: „…“.
            '“' if self.opened_low() => self.close(Style::Double, at),
            '“' if self.is_open(Style::Double) => {}
            '“' | '„' => self.open(Style::Double, at),
            '”' if self.is_open(Style::Double) || !self.is_open(Style::StraightDouble) => self.close(Style::Double, at),
            '”' => self.close(Style::StraightDouble, at),
            '"' if around.only_opens() => {
                self.close(Style::StraightDouble, Span::new(at.start, at.start));
                self.open(Style::StraightDouble, at);
            }
            // “So it is," with a typewriter's mark at the end.
            '"' if around.only_closes() && self.is_open(Style::Double) && !self.is_open(Style::StraightDouble) => {
                self.close(Style::Double, at);
            }
            '"' if self.is_open(Style::StraightDouble) || around.only_closes() => self.close(Style::StraightDouble, at),
            '"' if !around.before_is_digit => self.open(Style::StraightDouble, at),
            '«' => self.open(Style::Angle, at),
            '»' => self.close(Style::Angle, at),
            '‘' if around.opens_single() && self.closes_later(at.end, paragraph.end, '’') => self.open(Style::Single, at),
            '’' if self.is_open(Style::Single) => self.close_single(Style::Single, at, around, paragraph.end, mark),
            '\'' if self.is_open(Style::StraightSingle) && around.closes_single() => {
                self.close_single(Style::StraightSingle, at, around, paragraph.end, mark);
            }
            '\'' if around.opens_single() && self.closes_later(at.end, paragraph.end, '\'') => self.open(Style::StraightSingle, at),
            _ => {}
        }
    }

    fn close_single(&mut self, style: Style, at: Span, around: Around, end: usize, mark: char) {
        if around.closes_single() && !self.is_possessive(at, around, end, mark) {
            self.close(style, at);
        }
    }

    fn is_open(&self, style: Style) -> bool {
        self.open.iter().any(|open| open.style == style)
    }

    fn opened_low(&self) -> bool {
        self.open.iter().rfind(|open| open.style == Style::Double).is_some_and(|open| self.text[open.start..].starts_with('„'))
    }

    fn open(&mut self, style: Style, at: Span) {
        self.unclosed = None;
        self.open.push(Open { style, start: at.start, content: at.end });
    }

    /// Closes the innermost quotation of the style; what is open inside it was none.
    fn close(&mut self, style: Style, at: Span) {
        if let Some(index) = self.open.iter().rposition(|open| open.style == style) {
            let open = self.open[index];
            self.open.truncate(index);
            self.found.push(Found { span: Span::new(open.start, at.end), content: Span::new(open.content, at.start), closed: true });
        } else if let Some((_, index)) = self.unclosed.take_if(|(unclosed, _)| *unclosed == style) {
            let found = &mut self.found[index];
            found.span.end = at.end;
            found.content.end = at.start;
            found.closed = true;
        }
    }

    /// Whether a mark that can close follows before the paragraph ends.
    fn closes_later(&self, from: usize, end: usize, mark: char) -> bool {
        self.text[from..end].match_indices(mark).any(|(offset, _)| {
            let at = from + offset;
            Around::new(self.text, Span::new(at, at + mark.len_utf8()), Span::new(from, end)).closes_single()
        })
    }

    /// "the workers’ rights": after an s, with a word in small letters behind it and a better mark to come.
    fn is_possessive(&self, at: Span, around: Around, end: usize, mark: char) -> bool {
        let after = &self.text[at.end..end];
        around.before == Some('s')
            && after.strip_prefix(' ').is_some_and(|word| word.starts_with(char::is_lowercase))
            && self.closes_later(at.end, end, mark)
    }

    /// Leaves open what the next paragraph goes on with, and ends the rest.
    fn end_paragraph(&mut self, end: usize, next: Option<&str>) {
        let going_on = next.and_then(|next| opening_style(next.chars().next()?));
        self.unclosed = None;
        let kept = self.open.iter().rposition(|open| Some(open.style) == going_on).map_or(0, |index| index + 1);
        for open in self.open.drain(kept..) {
            // A single mark that nothing closes is an apostrophe.
            if !matches!(open.style, Style::Single | Style::StraightSingle) {
                self.unclosed = next.map(|_| (open.style, self.found.len()));
                self.found.push(Found { span: Span::new(open.start, end), content: Span::new(open.content, end), closed: false });
            }
        }
    }
}

fn opening_style(mark: char) -> Option<Style> {
    Some(match mark {
        '“' | '„' => Style::Double,
        '‘' => Style::Single,
        '"' => Style::StraightDouble,
        '\'' => Style::StraightSingle,
        '«' => Style::Angle,
        _ => return None,
    })
}

/// The characters on both sides of a mark.
#[derive(Clone, Copy, Debug)]
struct Around {
    before: Option<char>,
    before_is_digit: bool,
    after: Option<char>,
    after_is_word: bool,
    /// Whether a foot mark stands before the figure before the mark: 6'2".
    feet: bool,
}

impl Around {
    fn new(text: &str, at: Span, paragraph: Span) -> Self {
        let left = &text[paragraph.start..at.start];
        let before = left.chars().next_back();
        let after = text[at.end..paragraph.end].chars().next();
        let before_is_digit = before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '½' | '¼' | '¾'));
        let feet = before_is_digit
            && left.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '½' | '¼' | '¾' | ' ')).ends_with(['\'', '’', '′'])
            && left
                .trim_end_matches(|c: char| !matches!(c, '\'' | '’' | '′'))
                .trim_end_matches(['\'', '’', '′'])
                .ends_with(|c: char| c.is_ascii_digit());
        Self { before, before_is_digit, after, after_is_word: after.is_some_and(char::is_alphanumeric), feet }
    }

    /// A straight mark before a word and after none.
    fn only_opens(self) -> bool {
        let free = self.before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '‘' | '\''));
        free && self.after.is_some_and(|c| !c.is_whitespace())
    }

    /// A straight mark at the end of a word or clause.
    fn only_closes(self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace())
            && self
                .after
                .is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '—' | '–' | '’' | '\''))
    }

    fn is_measure(self) -> bool {
        self.feet && !self.after_is_word
    }

    /// A single mark opens before a word and after none: not in "don't", nor in "'90s".
    fn opens_single(self) -> bool {
        let free = self.before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '—' | '–' | '-' | '‘' | '/'));
        free && self.after.is_some_and(|c| !c.is_whitespace() && !c.is_ascii_digit() && !matches!(c, '\'' | '’'))
    }

    fn closes_single(self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace()) && !self.after_is_word
    }
}
