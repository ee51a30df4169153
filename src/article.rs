//! An article as it was read, and the byte spans that everything later points into it with.

use std::fmt;
use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 byte offsets into an article's text, exactly as the text was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset just past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to just before `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether no byte lies inside.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies inside.
    pub const fn contains_offset(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// How many bytes the two share.
    pub fn shared(self, other: Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// The words that the span covers.
    ///
    /// ```
    /// use crossclaim::article::Span;
    /// assert_eq!(Span::new(4, 9).of("The Hague"), "Hague");
    /// ```
    ///
    /// # Panics
    /// Where the span does not lie on character boundaries of `text`: spans are only ever made from the text they slice.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The span without the white space at its two ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Written as `[start, end]`, as the claim interface has it.
impl Serialize for Span {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (start, end) = <(usize, usize)>::deserialize(deserializer)?;
        if start > end {
            return Err(serde::de::Error::custom(format!("span [{start}, {end}] ends before it starts")));
        }
        Ok(Self::new(start, end))
    }
}

/// One article, its text exactly as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Unique in a run: the `id` given, else the stem of the file's path.
    pub id: String,
    /// Who published it: the `source` given, else the folder or file it was found in.
    pub source: String,
    /// Where it was published.
    pub url: Option<String>,
    /// The day of publication; dates such as "Tuesday" are resolved against it.
    pub published: Option<Date>,
    /// The headline, where it was given apart from the text.
    pub title: Option<String>,
    /// Articles of different groups are never compared.
    pub group: Option<String>,
    /// The text; every offset points into it.
    pub text: String,
    /// The part of the text that is the article itself: a front matter block before it is masked.
    pub body: Span,
    /// Whether the text is Markdown, whose marks are masked.
    pub markdown: bool,
    /// The file it was read from.
    pub place: Place,
    /// Where in the file the text stands, where the text was taken out of markup; none where the file, or the record's `text`,
    /// is the text.
    pub source_map: Option<SourceMap>,
}

impl Article {
    /// An article from memory, of source `source`.
    pub fn new(id: impl Into<String>, source: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { id: id.into(), source: source.into(), body: Span::new(0, text.len()), text, ..Self::default() }
    }

    /// Line and column of the character at `offset` of the text: in the file, where the file is the article or markup around it;
    /// in the text, where a line of JSONL holds it.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        self.source_map.as_ref().map_or_else(|| LineColumn::at(&self.text, offset), |map| map.line_column(&self.text, offset))
    }

    /// Line and column just past the character that ends at `offset`, as [`Article::line_column`] counts them.
    pub fn line_column_after(&self, offset: usize) -> LineColumn {
        self.source_map.as_ref().map_or_else(|| LineColumn::at(&self.text, offset), |map| map.line_column_after(&self.text, offset))
    }

    /// The article with its day of publication set.
    #[must_use]
    pub fn with_published(mut self, published: Date) -> Self {
        self.published = Some(published);
        self
    }
}

/// Where an article was read from, for messages to people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file as named on the command line or found in a folder; `-` for standard input; empty for an article from memory.
    pub file: String,
    /// The line on which the article's record begins, from 1, in a file that holds many; none where the file is the article.
    pub record: Option<usize>,
}

/// A line and a column as people count them, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl LineColumn {
    /// The line and column of a byte offset of `text`; an offset inside a character or past the end counts as the place before it.
    pub fn at(text: &str, offset: usize) -> Self {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self { line: 1 + memchr::memchr_iter(b'\n', before.as_bytes()).count(), column: 1 + before[line_start..].chars().count() }
    }
}

/// From a text that was taken out of markup back to the file: where each of its characters stands there.
///
/// Offsets, lines and columns are those of the file once it is decompressed and decoded; decoding keeps lines and columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    /// The line on which the markup begins: all that is known where there are no runs.
    line: u32,
    /// In the order of the text.
    runs: Vec<Run>,
}

/// Characters that follow each other in the text as they do in the source, on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// Offset of the first byte in the text.
    text: u32,
    /// Offset of the same byte in the source.
    source: u32,
    line: u32,
    column: u32,
}

impl SourceMap {
    /// A map for text that stands nowhere in the file as it is (packed once more): all of it is said to stand on `line`.
    pub fn pinned(line: usize) -> Self {
        Self { line: line as u32, runs: Vec::new() }
    }

    /// A map from pairs of offsets, of the text and of `source`, each of which begins a run; the source begins on `first_line`.
    ///
    /// The pairs ascend in their first offset; a run ends where the next one begins, or with its line.
    pub fn new(source: &str, first_line: usize, pairs: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let (mut offset, mut place) = (0, LineColumn { line: first_line, column: 1 });
        let runs = pairs.into_iter().map(|(text, at)| {
            if at < offset {
                (offset, place) = (0, LineColumn { line: first_line, column: 1 });
            }
            let passed = LineColumn::at(&source[offset..], at - offset);
            let column = if passed.line == 1 { place.column + passed.column - 1 } else { passed.column };
            (offset, place) = (at, LineColumn { line: place.line + passed.line - 1, column });
            Run { text: text as u32, source: at as u32, line: place.line as u32, column: place.column as u32 }
        });
        Self { runs: runs.collect(), line: first_line as u32 }
    }

    /// Line and column in the file of the character at `offset` of `text`, the article's text.
    pub fn line_column(&self, text: &str, offset: usize) -> LineColumn {
        let Some(run) = self.run(offset) else { return LineColumn { line: self.line as usize, column: 1 } };
        let passed = text.get(run.text as usize..offset).map_or(0, |passed| passed.chars().count());
        LineColumn { line: run.line as usize, column: run.column as usize + passed }
    }

    /// Line and column in the file just past the character that ends at `offset` of `text`.
    pub fn line_column_after(&self, text: &str, offset: usize) -> LineColumn {
        let Some(last) = text.get(..offset).and_then(|before| before.chars().next_back()) else { return self.line_column(text, offset) };
        let place = self.line_column(text, offset - last.len_utf8());
        LineColumn { line: place.line, column: place.column + usize::from(!self.runs.is_empty()) }
    }

    /// Offset in the decoded source of the byte at `offset` of the text; none where the text stands nowhere as it is.
    pub fn source_offset(&self, offset: usize) -> Option<usize> {
        self.run(offset).map(|run| run.source as usize + (offset - run.text as usize))
    }

    fn run(&self, offset: usize) -> Option<Run> {
        let after = self.runs.partition_point(|run| run.text as usize <= offset);
        self.runs.get(after.saturating_sub(1)).copied().filter(|run| run.text as usize <= offset)
    }
}

/// The highest bit of each of eight bytes that is no ASCII letter.
#[inline]
fn others_of_eight(bytes: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    let small = (bytes | (0x20 * EACH)) & !HIGH;
    // No sum of seven bits goes over into the next byte.
    let from_a = small + (0x80 - u64::from(b'a')) * EACH;
    let beyond_z = small + (0x7f - u64::from(b'z')) * EACH;
    !(from_a & !beyond_z & !bytes) & HIGH
}

/// How many ASCII letters eight bytes of a text begin with; the first byte is the lowest.
#[inline]
pub(crate) fn letters_of_eight(bytes: u64) -> usize {
    others_of_eight(bytes).trailing_zeros() as usize / 8
}

/// How many ASCII letters `bytes` begin with, eight at a time: the end of a word is no branch that is guessed wrong.
#[inline]
pub(crate) fn leading_letters(bytes: &[u8]) -> usize {
    let mut length = 0;
    while let Some(eight) = bytes[length..].first_chunk() {
        let letters = letters_of_eight(u64::from_le_bytes(*eight));
        length += letters;
        if letters < 8 {
            return length;
        }
    }
    length + bytes[length..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
}

/// How many ASCII letters `bytes` end with, as [`leading_letters`].
#[inline]
pub(crate) fn trailing_letters(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((before, eight)) = rest.split_last_chunk() {
        let letters = others_of_eight(u64::from_le_bytes(*eight)).leading_zeros() as usize / 8;
        if letters < 8 {
            return bytes.len() - rest.len() + letters;
        }
        rest = before;
    }
    bytes.len() - rest.len() + rest.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_eight_at_a_time() {
        for byte in 0..=u8::MAX {
            for length in 0..20 {
                let mut bytes = b"aZzAbYkMqWertzuiopasdf"[..length].to_vec();
                bytes.push(byte);
                bytes.extend(*b" and more");
                let expected = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                assert_eq!(leading_letters(&bytes), expected, "{bytes:?}");
                assert_eq!(leading_letters(&bytes[..=length]), length + usize::from(byte.is_ascii_alphabetic()));
                bytes.reverse();
                assert_eq!(trailing_letters(&bytes), expected, "{bytes:?}");
                assert_eq!(trailing_letters(&bytes[9..]), length + usize::from(byte.is_ascii_alphabetic()));
            }
        }
    }
}
