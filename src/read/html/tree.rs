//! A page's elements and text, in the order of the source, from the tokens of html5gum.
//!
//! The tree is simpler than a browser's: nothing is moved to another place, so that a node's descendants are the nodes behind
//! it up to [`Node::end`], and text stays in the order in which it was written. End tags that HTML 4 leaves out are implied;
//! one that closes nothing is passed over.

use std::convert::Infallible;

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span as SourceSpan, Tokenizer};

use super::element::{Flow, element, ends, is_scope};

/// A page of more nodes is refused: ten times what the longest live blogs have.
const MOST_NODES: usize = 1_000_000;

/// Deeper elements become siblings of the one above them, as browsers have it.
const DEEPEST: usize = 512;

/// The attributes that anything is made of.
const ATTRIBUTES: [&str; 16] = [
    "aria-hidden",
    "class",
    "content",
    "datetime",
    "hidden",
    "href",
    "id",
    "itemprop",
    "itemtype",
    "name",
    "property",
    "pubdate",
    "rel",
    "role",
    "style",
    "type",
];

/// An element, or a run of text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) parent: usize,
    /// Index of the first node that is no descendant.
    pub(super) end: usize,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Element {
        /// As the table of elements has it; "" for those that it has not.
        name: &'static str,
        flow: Flow,
        /// Its attributes, as indices into [`Page::attributes`].
        attributes: (usize, usize),
        /// Whether it was never closed, or across another element's end.
        unclosed: bool,
    },
    /// Offsets into [`Page::decoded`].
    Text { start: usize, end: usize },
}

/// A page: node 0 stands for all of it.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) nodes: Vec<Node>,
    attributes: Vec<(&'static str, String)>,
    /// All text, character references resolved.
    pub(super) decoded: String,
    /// Where a stretch of `decoded` begins in the source; in the order of both.
    pieces: Vec<(usize, usize)>,
    /// What the comments before the first element say.
    pub(super) opening_comments: String,
    /// Whether there was more than is kept.
    pub(super) too_large: bool,
}

impl Page {
    pub(super) fn parse(source: &str) -> Self {
        let root = Node { parent: 0, end: 0, kind: Kind::Element { name: "", flow: Flow::Block, attributes: (0, 0), unclosed: false } };
        let page = Self { nodes: vec![root], ..Self::default() };
        let builder = Builder { source: source.as_bytes(), page, open: vec![0], chunks: Vec::new(), tag: None, attribute: None };
        let mut inner = CallbackEmitter::new(builder);
        inner.naively_switch_states(true);
        let mut emitter = Positions { inner, position: 0 };
        // Neither tokens nor errors come of it: all the work is done in the callback.
        let Ok(()) = Tokenizer::new_with_emitter(source, &mut emitter).finish();
        emitter.inner.callback_mut().finish()
    }

    pub(super) fn name(&self, node: usize) -> &'static str {
        match self.nodes[node].kind {
            Kind::Element { name, .. } => name,
            Kind::Text { .. } => "",
        }
    }

    /// The value of an attribute; an empty one where the element names it alone.
    pub(super) fn attribute(&self, node: usize, name: &str) -> Option<&str> {
        let Kind::Element { attributes: (start, end), .. } = self.nodes[node].kind else { return None };
        self.attributes[start..end].iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// The elements of a name.
    pub(super) fn elements<'p>(&'p self, name: &'p str) -> impl Iterator<Item = usize> + 'p {
        (0..self.nodes.len()).filter(move |&node| self.name(node) == name)
    }

    /// All text inside a node, as it stands.
    pub(super) fn text(&self, node: usize) -> String {
        self.nodes[node..self.nodes[node].end]
            .iter()
            .filter_map(|node| match node.kind {
                Kind::Text { start, end } => Some(&self.decoded[start..end]),
                Kind::Element { .. } => None,
            })
            .collect()
    }

    /// All text inside a node, each run of white space one blank.
    pub(super) fn words(&self, node: usize) -> String {
        self.text(node).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Where the stretch that holds the character at `offset` of [`Page::decoded`] begins, in it and in the source, and where
    /// the next one begins.
    pub(super) fn piece(&self, offset: usize) -> (usize, usize, usize) {
        let after = self.pieces.partition_point(|&(decoded, _)| decoded <= offset);
        let next = self.pieces.get(after).map_or(self.decoded.len(), |&(decoded, _)| decoded);
        let (decoded, source) = self.pieces.get(after.saturating_sub(1)).copied().unwrap_or_default();
        (decoded, source, next)
    }
}

/// Knows where the tokenizer stands whenever it hands on characters; the rest is html5gum's own emitter.
#[derive(Debug)]
struct Positions<'s> {
    inner: CallbackEmitter<Builder<'s>, Infallible, usize>,
    position: usize,
}

impl ForwardingEmitter for &mut Positions<'_> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.inner
    }

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
        self.inner.move_position(offset);
    }

    fn emit_string(&mut self, characters: &[u8]) {
        let position = self.position;
        self.inner.callback_mut().chunks.push((characters.len(), position));
        self.inner.emit_string(characters);
    }
}

/// Makes nodes of tokens.
#[derive(Debug)]
struct Builder<'s> {
    source: &'s [u8],
    page: Page,
    /// The elements that are open, from the root on.
    open: Vec<usize>,
    /// The parts of the characters to come: their length, and where they end in the source.
    chunks: Vec<(usize, usize)>,
    /// The start tag that is being read: its name, flow, and first attribute.
    tag: Option<(&'static str, Flow, usize)>,
    /// The attribute whose value may follow, where it is one that is kept.
    attribute: Option<&'static str>,
}

impl Callback<Infallible, usize> for Builder<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: SourceSpan<usize>) -> Option<Infallible> {
        if self.page.nodes.len() >= MOST_NODES {
            self.page.too_large = true;
            return None;
        }
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.keep_attribute("");
                let (name, flow) = element(name);
                self.tag = Some((name, flow, self.page.attributes.len()));
            }
            CallbackEvent::AttributeName { name } => {
                self.keep_attribute("");
                self.attribute = ATTRIBUTES.iter().copied().find(|known| known.as_bytes() == name);
            }
            CallbackEvent::AttributeValue { value } => self.keep_attribute(&String::from_utf8_lossy(value)),
            CallbackEvent::CloseStartTag { self_closing } => {
                self.keep_attribute("");
                if let Some((name, flow, first)) = self.tag.take() {
                    self.start(name, flow, first, self_closing);
                }
            }
            CallbackEvent::EndTag { name } => {
                self.attribute = None;
                self.close(element(name).0, name);
            }
            CallbackEvent::String { value } => self.text(value, span.start),
            CallbackEvent::Comment { value } if self.page.nodes.len() < 8 && self.page.opening_comments.len() < 4096 => {
                self.page.opening_comments.push_str(&String::from_utf8_lossy(value));
                self.page.opening_comments.push('\n');
            }
            _ => {}
        }
        None
    }
}

impl Builder<'_> {
    fn keep_attribute(&mut self, value: &str) {
        if let Some(name) = self.attribute.take().filter(|_| self.tag.is_some()) {
            self.page.attributes.push((name, value.to_owned()));
        }
    }

    fn start(&mut self, name: &'static str, flow: Flow, first: usize, self_closing: bool) {
        if matches!(name, "html" | "body") && self.open.iter().any(|&open| self.page.name(open) == name) {
            return;
        }
        self.imply_ends(name, flow);
        let attributes = (first, self.page.attributes.len());
        let node = self.push(Kind::Element { name, flow, attributes, unclosed: false });
        let foreign = matches!(name, "svg" | "math") || self.open.iter().any(|&open| matches!(self.page.name(open), "svg" | "math"));
        if flow != Flow::Void && !(self_closing && foreign) && self.open.len() < DEEPEST {
            self.open.push(node);
        }
    }

    /// Ends what the start of an element ends without an end tag.
    fn imply_ends(&mut self, name: &str, flow: Flow) {
        let mut level = self.open.len();
        while level > 1 {
            let open = self.page.name(self.open[level - 1]);
            if ends(name, flow, open) {
                self.close_from(level - 1);
                // A row ends its cell first, then the row before it.
                level = self.open.len();
                continue;
            }
            let list = matches!(open, "ul" | "ol" | "menu" | "dl") && matches!(name, "li" | "dt" | "dd");
            if is_scope(open) || list {
                break;
            }
            level -= 1;
        }
        // A link inside a link ends it.
        if name == "a"
            && let Some(level) = self.open.iter().rposition(|&open| self.page.name(open) == "a")
        {
            self.leave_unclosed(level);
        }
    }

    /// An end tag: closes the innermost element of its name that it reaches.
    fn close(&mut self, name: &'static str, written: &[u8]) {
        if matches!(name, "html" | "body") {
            return;
        }
        let heading = matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
        let inline = element(written).1 == Flow::Inline;
        for level in (1..self.open.len()).rev() {
            let open = self.open[level];
            let Kind::Element { name: open_name, flow, unclosed, .. } = self.page.nodes[open].kind else { continue };
            let fits = open_name == name || (heading && matches!(open_name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6"));
            if fits && !unclosed && !(name.is_empty() && flow == Flow::Block) {
                if inline && self.open[level + 1..].iter().any(|&inner| self.flow(inner) == Flow::Block) {
                    self.leave_unclosed(level);
                } else {
                    self.close_from(level);
                }
                return;
            }
            if is_scope(open_name) && !matches!(name, "table" | "tr" | "tbody" | "thead" | "tfoot") {
                return;
            }
        }
    }

    fn flow(&self, node: usize) -> Flow {
        match self.page.nodes[node].kind {
            Kind::Element { flow, .. } => flow,
            Kind::Text { .. } => Flow::Inline,
        }
    }

    /// An inline element that another one's end crosses: its content stays where it is, and it counts for nothing more.
    fn leave_unclosed(&mut self, level: usize) {
        let node = self.open[level];
        if let Kind::Element { unclosed, .. } = &mut self.page.nodes[node].kind {
            *unclosed = true;
        }
    }

    fn close_from(&mut self, level: usize) {
        let end = self.page.nodes.len();
        for node in self.open.drain(level..) {
            self.page.nodes[node].end = end;
        }
    }

    fn text(&mut self, value: &[u8], start: usize) {
        let decoded = self.page.decoded.len();
        self.page.decoded.push_str(&String::from_utf8_lossy(value));
        let end = self.page.decoded.len();
        let pieces = self.page.pieces.len();
        // What is no copy of the source, such as a character reference, begins where the part before it ended.
        let (mut at, mut reached) = (0, start);
        for (length, position) in self.chunks.drain(..) {
            let from = position.saturating_sub(length);
            let copied = from >= reached && self.source.get(from..position) == value.get(at..at + length);
            let begins = if copied { from } else { reached };
            // A part that follows the one before it in the source too (it may be the rest of a character) is one with it.
            let follows = self.page.pieces[pieces..].last().is_some_and(|&(decoded_at, place)| decoded + at - decoded_at + place == begins);
            if !(copied && follows) && self.page.decoded.is_char_boundary(decoded + at) {
                self.page.pieces.push((decoded + at, begins));
            }
            at += length;
            reached = position.max(reached);
        }
        // Where a byte was replaced, the parts lead nowhere in particular.
        if decoded + at != end {
            self.page.pieces.truncate(pieces);
            self.page.pieces.push((decoded, start));
        }
        if end > decoded {
            self.push(Kind::Text { start: decoded, end });
        }
    }

    fn push(&mut self, kind: Kind) -> usize {
        let node = self.page.nodes.len();
        let parent = self.open.last().copied().unwrap_or_default();
        self.page.nodes.push(Node { parent, end: node + 1, kind });
        node
    }

    fn finish(&mut self) -> Page {
        self.close_from(0);
        std::mem::take(&mut self.page)
    }
}
