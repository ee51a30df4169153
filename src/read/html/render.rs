//! From the blocks of an article to its text, and for each of its characters the place in the source.
//!
//! Blocks stand a blank line apart, items of a list and rows of a table a line. Headings begin with `## `, items and rows with
//! `• `, the cells of a row are parted by ` | `: that is how the segmenter tells them. White space is one blank; a no-break
//! space stays between digits, where it groups them; characters that are never seen (soft hyphens) are left out.

use super::block::{Block, Role};
use super::content::Content;
use super::element::Flow;
use super::tree::{Kind, Page};

/// The text of an article, and which of its offsets begin stretches that follow each other in the source.
#[derive(Debug, Default)]
pub(super) struct Rendered {
    pub(super) text: String,
    /// Offsets of the text with those of the source, in order.
    pub(super) pairs: Vec<(usize, usize)>,
}

/// Writes the text; a block whose words are `title` is left out.
pub(super) fn render(page: &Page, content: &Content, title: Option<&str>) -> Rendered {
    let mut writer = Writer { page, rendered: Rendered::default(), expected: None, space: None, line_break: false };
    let mut before: Option<&Block> = None;
    for block in &content.blocks {
        let start = writer.rendered.text.len();
        let tight = before.is_some_and(|before| before.role == block.role && matches!(block.role, Role::Item | Role::Row));
        writer.begin(block.role, tight);
        let begun = writer.rendered.text.len();
        writer.block(block, &content.dropped);
        let written = &writer.rendered.text[begun..];
        if written.is_empty() || (matches!(block.role, Role::Heading(_)) && title.is_some_and(|title| same_words(title, written))) {
            writer.take_back(start);
        } else {
            before = Some(block);
        }
    }
    writer.rendered
}

/// Whether two lines have the same words, whatever their case and signs.
pub(super) fn same_words(a: &str, b: &str) -> bool {
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    letters(a) == letters(b)
}

struct Writer<'p> {
    page: &'p Page,
    rendered: Rendered,
    /// The offset in the source that follows the last character written; none where the next character begins a stretch.
    expected: Option<usize>,
    /// A blank that is due before the next word: where it stands in the source.
    space: Option<usize>,
    /// A line break that is due before the next word.
    line_break: bool,
}

impl Writer<'_> {
    fn begin(&mut self, role: Role, tight: bool) {
        self.expected = None;
        self.space = None;
        self.line_break = false;
        let text = &mut self.rendered.text;
        if !text.is_empty() {
            text.push_str(if tight { "\n" } else { "\n\n" });
        }
        text.push_str(match role {
            Role::Heading(_) => "## ",
            Role::Item | Role::Row => "• ",
            Role::Paragraph | Role::Bare | Role::Preformatted => "",
        });
    }

    fn take_back(&mut self, length: usize) {
        self.rendered.text.truncate(length);
        let kept = self.rendered.pairs.partition_point(|&(text, _)| text < length);
        self.rendered.pairs.truncate(kept);
        self.expected = None;
    }

    fn block(&mut self, block: &Block, dropped: &[bool]) {
        let mut at = block.nodes.0;
        let mut quotes: Vec<usize> = Vec::new();
        let begun = self.rendered.text.len();
        while at < block.nodes.1 {
            while quotes.last().is_some_and(|&end| end <= at) {
                quotes.pop();
                self.inserted('”');
            }
            let node = self.page.nodes[at];
            match node.kind {
                Kind::Element { flow, .. } if flow == Flow::Skipped || dropped[at] => {
                    at = node.end;
                    continue;
                }
                Kind::Element { name: "td" | "th", .. } if self.rendered.text.len() > begun => {
                    self.inserted(' ');
                    self.inserted('|');
                    self.space = Some(usize::MAX);
                }
                Kind::Element { name: "br", .. } => self.line_break = true,
                Kind::Element { name: "q", .. } => {
                    self.inserted('“');
                    quotes.push(node.end);
                }
                Kind::Element { .. } => {}
                Kind::Text { start, end } => self.text(start, end, block.role == Role::Preformatted),
            }
            at += 1;
        }
        for _ in quotes {
            self.inserted('”');
        }
        let trimmed = self.rendered.text.trim_end_matches([' ', '|']).len();
        if block.role == Role::Row && trimmed > begun {
            self.rendered.text.truncate(trimmed);
        }
    }

    fn text(&mut self, start: usize, end: usize, preformatted: bool) {
        let mut at = start;
        while at < end {
            let (from, source, next) = self.page.piece(at);
            let stop = next.clamp(at + 1, end);
            let part = &self.page.decoded[at..stop];
            for (offset, character) in part.char_indices() {
                let place = source + (at + offset - from);
                let grouping = character == '\u{a0}' && self.is_between_digits(at + offset);
                match character {
                    '\n' if preformatted => self.line_break = true,
                    _ if character.is_whitespace() && !grouping => self.space = self.space.or(Some(place)),
                    '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fffd}' | '\u{200e}' | '\u{200f}' => self.expected = None,
                    _ if character.is_control() => self.expected = None,
                    _ => self.word_character(character, place),
                }
            }
            at = stop;
        }
    }

    fn is_between_digits(&self, at: usize) -> bool {
        let before = self.page.decoded[..at].ends_with(|c: char| c.is_ascii_digit());
        before && self.page.decoded[at..].chars().nth(1).is_some_and(|c| c.is_ascii_digit())
    }

    fn word_character(&mut self, character: char, place: usize) {
        let begins = self.rendered.text.is_empty() || self.rendered.text.ends_with('\n');
        if std::mem::take(&mut self.line_break) {
            if !begins {
                self.rendered.text.push('\n');
            }
            self.space = None;
            self.expected = None;
        }
        if let Some(blank) = self.space.take() {
            if !self.rendered.text.ends_with([' ', '\n']) && !begins {
                if blank != usize::MAX {
                    self.follow(blank);
                }
                self.rendered.text.push(' ');
            }
            // A blank may stand for a line break, or for several.
            self.expected = None;
        }
        self.follow(place);
        self.rendered.text.push(character);
        self.expected = Some(place + character.len_utf8());
    }

    /// Begins a stretch at `place`, where the source does not simply go on.
    fn follow(&mut self, place: usize) {
        if self.expected != Some(place) {
            self.rendered.pairs.push((self.rendered.text.len(), place));
        }
    }

    /// A character that the page implies: quotation marks of `q`, the lines between cells.
    fn inserted(&mut self, character: char) {
        if character == '“' && self.space.take().is_some() && !self.rendered.text.ends_with([' ', '\n']) {
            self.rendered.text.push(' ');
        }
        self.rendered.text.push(character);
        self.expected = None;
    }
}
