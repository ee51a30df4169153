//! Feeds: RSS (2.0 and its forerunners) and Atom. Each item is an article: its full text where the feed holds it, else its summary.
//!
//! An item's HTML is packed once more into the XML of the feed; the map back to the file goes through both.

use std::borrow::Cow;

use jiff::civil::Date;
use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use super::date;
use super::error::ReadProblem;
use super::html::{self, Extracted};
use super::record::Fields;
use crate::article::SourceMap;

/// Text out of XML, and where its stretches begin in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Content {
    text: String,
    /// Offsets of the text with those of the source, in order.
    pieces: Vec<(usize, usize)>,
}

impl Content {
    fn push(&mut self, text: &str, source: usize) {
        self.pieces.push((self.text.len(), source));
        self.text.push_str(text);
    }

    fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The words, markup taken off.
    fn words(&self) -> Option<String> {
        Some(html::words(&self.text)).filter(|words| !words.is_empty())
    }

    /// The same pairs of offsets with places in the file, and one more wherever a stretch begins inside a run.
    fn in_source(&self, pairs: &[(usize, usize)], length: usize) -> Vec<(usize, usize)> {
        let mut mapped = Vec::with_capacity(pairs.len());
        for (index, &(text, place)) in pairs.iter().enumerate() {
            let end = place + pairs.get(index + 1).map_or(length, |next| next.0) - text;
            let piece = self.pieces.partition_point(|&(at, _)| at <= place);
            if let Some(&(at, source)) = self.pieces.get(piece.saturating_sub(1)) {
                mapped.push((text, source + place.saturating_sub(at)));
            }
            let inside = self.pieces[piece..].iter().take_while(|&&(at, _)| at < end);
            mapped.extend(inside.map(|&(at, source)| (text + at - place, source)));
        }
        mapped
    }
}

/// An item of a feed.
#[derive(Debug, Default)]
pub(super) struct Item {
    /// The line on which it begins.
    pub(super) line: usize,
    title: Content,
    link: Option<String>,
    /// An identifier that is an address, where there is no link.
    identifier: Option<String>,
    source: Content,
    published: Option<Date>,
    updated: Option<Date>,
    full: Content,
    summary: Content,
}

/// A feed with its items.
#[derive(Debug, Default)]
pub(super) struct Feed {
    title: Option<String>,
    pub(super) items: Vec<Item>,
    /// Where the XML broke off, and why.
    pub(super) broken: Option<(ReadProblem, usize)>,
}

/// Whether XML that begins so is a feed: its root, behind the declaration and comments, says so.
pub(super) fn is_feed(beginning: &[u8]) -> bool {
    let beginning = beginning.strip_prefix("\u{feff}".as_bytes()).unwrap_or(beginning);
    let mut rest = beginning.trim_ascii_start();
    loop {
        let end: &[u8] = match rest {
            _ if rest.starts_with(b"<!--") => b"-->",
            _ if rest.starts_with(b"<?") => b"?>",
            _ if rest.starts_with(b"<!") => b">",
            _ => break,
        };
        let Some(at) = memchr::memmem::find(rest, end) else { return false };
        rest = rest[at + end.len()..].trim_ascii_start();
    }
    let Some(name) = rest.strip_prefix(b"<") else { return false };
    let length = name.iter().take_while(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'>' | b'/')).count();
    [&b"rss"[..], b"feed", b"atom:feed", b"rdf:RDF"].contains(&&name[..length])
}

impl Feed {
    pub(super) fn parse(source: &str) -> Self {
        let mut parser = Parser {
            source,
            reader: Reader::from_str(source),
            feed: Self::default(),
            lines: Lines::default(),
            item: None,
            field: None,
            path: Vec::new(),
        };
        let config = parser.reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        parser.run();
        parser.feed
    }

    /// The article of an item; an error where it has no text.
    pub(super) fn article(&self, item: &Item, source: &str) -> Result<Extracted, ReadProblem> {
        let content = if item.full.is_empty() { &item.summary } else { &item.full };
        let title = item.title.words();
        let (text, pairs) = html::fragment(&content.text, title.as_deref());
        if text.trim().is_empty() {
            return Err(ReadProblem::NoItemText);
        }
        let map = SourceMap::new(source, 1, content.in_source(&pairs, text.len()));
        let fields = Fields {
            title,
            source: item.source.words().or_else(|| self.title.clone()),
            url: item.link.clone().or_else(|| item.identifier.clone()),
            ..Fields::default()
        };
        Ok(Extracted { text, map, fields, published: item.published.or(item.updated) })
    }
}

/// The fields of an item, and of the feed, that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    Title,
    Link,
    Identifier,
    Source,
    Published,
    Updated,
    Full,
    Summary,
}

/// The field that an element is, by its name with its prefix.
fn field(name: &str) -> Option<Name> {
    Some(match name.strip_prefix("atom:").unwrap_or(name) {
        "title" => Name::Title,
        "link" => Name::Link,
        "guid" | "id" => Name::Identifier,
        "source" => Name::Source,
        "pubDate" | "published" | "issued" | "dc:date" => Name::Published,
        "updated" | "modified" | "dcterms:modified" => Name::Updated,
        "content:encoded" | "content" => Name::Full,
        "description" | "summary" => Name::Summary,
        _ => return None,
    })
}

struct Parser<'s> {
    source: &'s str,
    reader: Reader<&'s [u8]>,
    feed: Feed,
    lines: Lines,
    item: Option<Item>,
    field: Option<Open>,
    /// The elements that are open, outside of fields.
    path: Vec<String>,
}

/// A field that is being read.
struct Open {
    name: Name,
    content: Content,
    /// How many elements are open inside it.
    depth: usize,
    /// Whether its markup is that of the feed itself, so that its references stay.
    markup: bool,
    /// Where a link leads that says so by an attribute.
    link: Option<String>,
}

impl Parser<'_> {
    fn run(&mut self) {
        loop {
            let before = self.reader.buffer_position() as usize;
            match self.reader.read_event() {
                Ok(Event::Eof) => break,
                Ok(event) => self.event(&event, before),
                Err(error) => {
                    let line = self.lines.of(self.source, before);
                    self.feed.broken = Some((ReadProblem::Xml(error.to_string()), line));
                    break;
                }
            }
        }
        // An item that the end of the file cuts is kept as far as it goes.
        self.close_field();
        self.close_item();
    }

    fn event(&mut self, event: &Event<'_>, before: usize) {
        if let Some(open) = &mut self.field {
            let after = self.reader.buffer_position() as usize;
            let written = self.source.get(before..after).unwrap_or_default();
            match event {
                Event::Start(_) => {
                    open.depth += 1;
                    open.content.push(written, before);
                }
                Event::End(_) if open.depth == 0 => self.close_field(),
                Event::End(_) => {
                    open.depth -= 1;
                    open.content.push(written, before);
                }
                Event::Empty(_) | Event::Text(_) => open.content.push(written, before),
                Event::CData(data) => open.content.push(data, before + "<![CDATA[".len()),
                Event::GeneralRef(reference) => {
                    let named = resolve_xml_entity(reference).map(str::to_owned);
                    let resolved = named.or_else(|| reference.resolve_char_ref().ok().flatten().map(String::from));
                    match resolved.filter(|_| !open.markup) {
                        Some(text) => open.content.push(&text, before),
                        None => open.content.push(written, before),
                    }
                }
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(start) => self.start(start, before),
            Event::Empty(start) => {
                self.start(start, before);
                self.end();
            }
            Event::End(_) => self.end(),
            _ => {}
        }
    }

    fn start(&mut self, start: &BytesStart<'_>, before: usize) {
        let name = start.name().0;
        if matches!(name, "item" | "entry" | "atom:entry") {
            self.close_item();
            self.item = Some(Item { line: self.lines.of(self.source, before), ..Item::default() });
        }
        // The feed's own title stands right below its root; pictures and authors have titles and links too.
        let holder = self.path.last().map_or("", String::as_str);
        let of_feed = matches!(holder, "channel" | "feed" | "atom:feed");
        let of_item = self.item.is_some() && matches!(holder, "item" | "entry" | "atom:entry");
        // Where an entry comes from another feed, `source` holds that feed's title.
        let of_source = self.item.is_some() && holder == "source" && name == "title";
        let field = match field(name) {
            Some(_) if of_source => Some(Name::Source),
            Some(Name::Source) if !start.attributes().any(|attribute| attribute.is_ok_and(|attribute| attribute.key.0 == "url")) => None,
            Some(Name::Title) if of_feed => Some(Name::Title),
            field => field.filter(|_| of_item),
        };
        match field {
            Some(name) => {
                let value = |name: &str| {
                    let attribute = start.try_get_attribute(name).ok().flatten()?;
                    Some(unescape(&attribute.value).map_or_else(|_| attribute.value.to_string(), Cow::into_owned))
                };
                let other = value("rel").is_some_and(|rel| rel != "alternate") || value("isPermaLink").is_some_and(|is| is == "false");
                let link = value("href").filter(|_| !other);
                let markup = value("type").is_some_and(|kind| kind == "xhtml");
                let name = if other && name == Name::Link { None } else { Some(name) };
                self.field = name.map(|name| Open { name, content: Content::default(), depth: 0, markup, link });
                if self.field.is_none() {
                    self.path.push(String::new());
                }
            }
            None => self.path.push(name.to_owned()),
        }
    }

    fn end(&mut self) {
        if self.field.is_some() {
            self.close_field();
        } else if let Some(name) = self.path.pop()
            && matches!(name.as_str(), "item" | "entry" | "atom:entry")
        {
            self.close_item();
        }
    }

    fn close_item(&mut self) {
        self.feed.items.extend(self.item.take());
    }

    /// Keeps the field that ends; the first of a name that says something counts.
    fn close_field(&mut self) {
        let Some(Open { name, content, link, .. }) = self.field.take() else { return };
        let Some(item) = &mut self.item else {
            self.feed.title = self.feed.title.take().or_else(|| content.words());
            return;
        };
        let address = || Some(content.text.trim().to_owned()).filter(|text| text.starts_with("https://") || text.starts_with("http://"));
        match name {
            Name::Title if item.title.is_empty() => item.title = content,
            Name::Link => item.link = item.link.take().or(link).or_else(address),
            Name::Identifier => item.identifier = item.identifier.take().or_else(address),
            Name::Source if item.source.is_empty() => item.source = content,
            Name::Published => item.published = item.published.or_else(|| date::lenient(&content.text)),
            Name::Updated => item.updated = item.updated.or_else(|| date::lenient(&content.text)),
            Name::Full if item.full.is_empty() => item.full = content,
            Name::Summary if item.summary.is_empty() => item.summary = content,
            _ => {}
        }
    }
}

/// Counts the lines of a source up to offsets that grow.
#[derive(Debug, Default)]
struct Lines {
    offset: usize,
    newlines: usize,
}

impl Lines {
    /// The line, from 1, of the byte at `offset`.
    fn of(&mut self, source: &str, offset: usize) -> usize {
        let passed = source.as_bytes().get(self.offset..offset).unwrap_or_default();
        self.newlines += memchr::memchr_iter(b'\n', passed).count();
        self.offset = self.offset.max(offset);
        self.newlines + 1
    }
}
