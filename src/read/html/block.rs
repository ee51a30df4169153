//! A page's text in blocks: paragraphs, headings, list items, rows of tables.

use super::element::Flow;
use super::tree::{Kind, Page};

/// A stretch of text that no block element's start or end interrupts.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// The innermost block element around it; a row, where a table of data holds it.
    pub(super) element: usize,
    /// Its nodes: those from the first to before the last, without the ones that are left out.
    pub(super) nodes: (usize, usize),
    pub(super) role: Role,
    /// Bytes of its words, blanks left out.
    pub(super) length: usize,
    /// How many of them are links to other pages.
    pub(super) linked: usize,
    /// Whether it reads as a sentence: four words or more (in a paragraph two) and a mark that ends one, or more words than
    /// headlines have.
    pub(super) sentence: bool,
}

/// What a block is, by its element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Of an element that is made for text: `p`, `blockquote`, `dd`.
    Paragraph,
    /// Stands in a `div` or another container as it is.
    Bare,
    /// `h1` to `h6`, with its rank.
    Heading(u8),
    Item,
    /// The cells of a row, in a table of data.
    Row,
    /// `pre`, whose line breaks count.
    Preformatted,
}

/// A cell of a table of data holds no more than this many bytes.
const CELL_BYTES: usize = 160;

/// So many words are a sentence without a mark that ends it.
const SENTENCE_WORDS: usize = 18;
/// In an element that is made for text fewer will do.
const PARAGRAPH_WORDS: usize = 8;

impl Block {
    /// Whether nearly all of it is links.
    pub(super) fn is_link(&self) -> bool {
        self.linked * 10 >= self.length * if self.sentence { 9 } else { 7 }
    }

    /// Bytes that speak for an article.
    pub(super) fn prose(&self) -> usize {
        let speaks = self.sentence
            && self.linked * 2 < self.length
            && matches!(self.role, Role::Paragraph | Role::Bare | Role::Item | Role::Preformatted);
        if speaks { self.length - self.linked } else { 0 }
    }

    /// Bytes that speak against one: links and fragments; rows and headings, which articles have too, a quarter.
    pub(super) fn noise(&self) -> usize {
        match self.role {
            _ if self.prose() > 0 => 0,
            Role::Heading(_) | Role::Row if !self.is_link() => self.length / 4,
            _ => self.length,
        }
    }
}

/// The blocks of a page without what `dropped` names, in order.
pub(super) fn blocks(page: &Page, dropped: &[bool]) -> Vec<Block> {
    let mut builder = Builder { page, blocks: Vec::new(), current: None, bytes: Words::default() };
    let mut open = vec![0];
    // Where a link, and a table of data, end.
    let (mut link, mut data) = (0, 0);
    let mut at = 0;
    while at < page.nodes.len() {
        let node = page.nodes[at];
        while open.len() > 1 && open.last().is_some_and(|&block| page.nodes[block].end <= at) {
            builder.flush(at);
            open.pop();
        }
        let element = open.last().copied().unwrap_or_default();
        match node.kind {
            Kind::Element { flow, .. } if at > 0 && (flow == Flow::Skipped || dropped[at]) => {
                if flow == Flow::Block {
                    builder.flush(at);
                }
                at = node.end;
                continue;
            }
            Kind::Element { name, flow: Flow::Block, .. } if at > 0 => {
                if name == "table" && at >= data && is_data(page, at) {
                    data = node.end;
                }
                if matches!(name, "td" | "th") && at < data {
                    builder.bytes.end_word();
                } else {
                    builder.flush(at);
                    open.push(at);
                }
            }
            Kind::Element { name: "hr", .. } => builder.flush(at),
            Kind::Element { name: "br", .. } => builder.line_break(at),
            Kind::Element { name: "a", unclosed: false, .. } if page.attribute(at, "href").is_some_and(leads_away) => {
                link = link.max(node.end);
            }
            Kind::Element { .. } => {}
            Kind::Text { start, end } => builder.text(at, &page.decoded[start..end], element, at < link),
        }
        at += 1;
    }
    builder.flush(page.nodes.len());
    builder.blocks
}

/// Whether a link leads to another page, or is a button ("#"); "#post-12" is a place on this one.
fn leads_away(target: &str) -> bool {
    !target.starts_with('#') || target.len() <= 2
}

/// Whether a table holds data and is no frame for the page's layout: several rows with several short cells.
fn is_data(page: &Page, table: usize) -> bool {
    let (mut rows, mut cells) = (0, 0);
    let mut at = table + 1;
    while at < page.nodes[table].end {
        match page.name(at) {
            "table" => return false,
            "tr" => rows += 1,
            "td" | "th" => {
                cells += 1;
                if !is_short(page, at) {
                    return false;
                }
                at = page.nodes[at].end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    rows >= 2 && cells >= 2 * rows
}

/// Whether a cell holds little text and no other table.
fn is_short(page: &Page, cell: usize) -> bool {
    let mut bytes = 0;
    for node in cell + 1..page.nodes[cell].end {
        if let Kind::Text { start, end } = page.nodes[node].kind {
            bytes += page.decoded[start..end].split_whitespace().map(str::len).sum::<usize>();
        }
        if bytes > CELL_BYTES || page.name(node) == "table" {
            return false;
        }
    }
    true
}

/// Counts the bytes of words in text that comes in parts.
#[derive(Debug, Default)]
struct Words {
    length: usize,
    linked: usize,
    count: usize,
    inside: bool,
    /// Whether a mark that ends a sentence has come and only closing marks since, and whether one stood before a blank.
    ended: bool,
    sentences: usize,
}

impl Words {
    fn end_word(&mut self) {
        self.inside = false;
    }

    fn add(&mut self, text: &str, linked: bool) {
        for character in text.chars() {
            if character.is_whitespace() {
                self.sentences += usize::from(self.inside && self.ended);
                self.inside = false;
                continue;
            }
            if !self.inside {
                self.count += 1;
                self.inside = true;
            }
            self.length += character.len_utf8();
            self.linked += if linked { character.len_utf8() } else { 0 };
            match character {
                '.' | '!' | '?' | '…' => self.ended = true,
                // "The points are these:" leads on to a list; "Share this:" does not.
                ':' => self.ended = self.count >= 5,
                '"' | '”' | '’' | '\'' | ')' | ']' | '»' => {}
                _ => self.ended = false,
            }
        }
    }

    fn is_sentence(&self, role: Role) -> bool {
        let (least, enough) = if role == Role::Paragraph { (2, PARAGRAPH_WORDS) } else { (4, SENTENCE_WORDS) };
        self.count >= least && (self.ended || self.sentences > 0 || self.count >= enough)
    }
}

struct Builder<'p> {
    page: &'p Page,
    blocks: Vec<Block>,
    /// The first node and the element of the block that is being read.
    current: Option<Current>,
    bytes: Words,
}

#[derive(Clone, Copy)]
struct Current {
    first: usize,
    element: usize,
    /// Whether the last thing in it is a line break.
    broken: bool,
}

impl Builder<'_> {
    fn text(&mut self, node: usize, text: &str, element: usize, linked: bool) {
        let blank = text.trim().is_empty();
        match &mut self.current {
            None if blank => return,
            None => self.current = Some(Current { first: node, element, broken: false }),
            Some(current) => current.broken &= blank,
        }
        self.bytes.add(text, linked);
    }

    /// Two line breaks with nothing between them part blocks.
    fn line_break(&mut self, node: usize) {
        self.bytes.add(" ", false);
        match &mut self.current {
            Some(Current { broken: true, .. }) => self.flush(node),
            Some(current) => current.broken = true,
            None => {}
        }
    }

    fn flush(&mut self, end: usize) {
        let bytes = std::mem::take(&mut self.bytes);
        let Some(current) = self.current.take().filter(|_| bytes.length > 0) else { return };
        let role = self.role(current.element);
        self.blocks.push(Block {
            element: current.element,
            nodes: (current.first, end),
            role,
            length: bytes.length,
            linked: bytes.linked,
            sentence: bytes.is_sentence(role),
        });
    }

    /// The role of text whose innermost block element is `element`; a paragraph inside an item is a paragraph.
    fn role(&self, element: usize) -> Role {
        match self.page.name(element) {
            "h1" => Role::Heading(1),
            "h2" => Role::Heading(2),
            "h3" => Role::Heading(3),
            "h4" => Role::Heading(4),
            "h5" | "h6" => Role::Heading(5),
            "li" => Role::Item,
            "tr" => Role::Row,
            "pre" | "xmp" | "plaintext" => Role::Preformatted,
            "p" | "blockquote" | "dd" | "dt" | "address" => Role::Paragraph,
            _ => Role::Bare,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> Vec<(String, Role)> {
        let page = Page::parse(source);
        let blocks = blocks(&page, &vec![false; page.nodes.len()]);
        let words = |block: &Block| {
            let text: String = (block.nodes.0..block.nodes.1)
                .filter_map(|node| match page.nodes[node].kind {
                    Kind::Text { start, end } => Some(&page.decoded[start..end]),
                    Kind::Element { .. } => None,
                })
                .collect();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        blocks.iter().map(|block| (words(block), block.role)).collect()
    }

    #[test]
    fn elements_make_blocks() {
        use Role::{Bare, Heading, Item, Paragraph, Row};
        let rows: [(&str, &[(&str, Role)]); 8] = [
            ("<P>One <b>two</b>.<P>Three", &[("One two.", Paragraph), ("Three", Paragraph)]),
            ("<div>One<p>two</p>three</div>", &[("One", Bare), ("two", Paragraph), ("three", Bare)]),
            ("One<br>two<br> <br>three", &[("Onetwo", Bare), ("three", Bare)]),
            ("<ul><li>One<li>two<ol><li>three</ol></ul>", &[("One", Item), ("two", Item), ("three", Item)]),
            ("<h2>One</h2>two<hr>three", &[("One", Heading(2)), ("two", Bare), ("three", Bare)]),
            ("<table><tr><th>A<th>B<tr><td>1<td>2</table>", &[("AB", Row), ("12", Row)]),
            ("<table><tr><td><p>One</p><p>Two</p></table>", &[("One", Paragraph), ("Two", Paragraph)]),
            ("<p>One<!-- no --> two</p>", &[("One two", Paragraph)]),
        ];
        for (source, expected) in rows {
            let expected: Vec<(String, Role)> = expected.iter().map(|&(text, role)| (text.to_owned(), role)).collect();
            assert_eq!(found(source), expected, "{source}");
        }
    }

    #[test]
    fn a_misnested_or_stray_end_tag_loses_nothing() {
        for source in
            ["<p><b>One <p>two</b> three</p></div>", "<div><p>One </span>two</em> three", "<table><tr><td>One </div>two three</table>"]
        {
            let text: String = found(source).into_iter().map(|(text, _)| text + " ").collect();
            assert_eq!(text.split_whitespace().collect::<Vec<_>>(), ["One", "two", "three"], "{source}");
        }
    }
}
