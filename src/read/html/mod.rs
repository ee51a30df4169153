//! From a page of HTML to one article: its text in reading order, what it says of itself, and the way back to the source.
//!
//! [`tree`] makes nodes of html5gum's tokens, [`block`] finds paragraphs, [`content`] chooses those of the article, [`render`]
//! writes its text with a map back to the source, [`metadata`] finds title, source, address and day.

mod block;
mod content;
mod element;
mod metadata;
mod render;
mod tree;

use jiff::civil::Date;

use self::metadata::Metadata;
use self::tree::Page;
use super::error::ReadProblem;
use super::record::Fields;
use crate::article::SourceMap;

/// What a page gives.
#[derive(Debug, Default)]
pub(super) struct Extracted {
    pub(super) text: String,
    pub(super) map: SourceMap,
    pub(super) fields: Fields,
    pub(super) published: Option<Date>,
}

/// The article of a page that begins on line `first_line` of its file.
pub(super) fn article(source: &str, first_line: usize) -> Result<Extracted, ReadProblem> {
    let page = Page::parse(source);
    if page.too_large {
        return Err(ReadProblem::PageTooLarge);
    }
    let metadata = Metadata::of(&page);
    let (text, map) = match content::content(&page) {
        Some(content) => {
            let rendered = render::render(&page, &content, metadata.title.as_deref());
            let map = SourceMap::new(source, first_line, rendered.pairs);
            (rendered.text, map)
        }
        None => metadata.body.map(|(text, script)| (text, pinned(&page, source, first_line, script))).ok_or(ReadProblem::NoArticleText)?,
    };
    let fields = Fields { title: metadata.title, source: metadata.source, url: metadata.url, ..Fields::default() };
    Ok(Extracted { text, map, fields, published: metadata.published })
}

/// The text of markup that is all article, and the offsets of its runs with those of `source`; a heading that is `title` is left
/// out.
pub(super) fn fragment(source: &str, title: Option<&str>) -> (String, Vec<(usize, usize)>) {
    let page = Page::parse(source);
    let rendered = render::render(&page, &content::all(&page), title);
    (rendered.text, rendered.pairs)
}

/// The words of markup.
pub(super) fn words(source: &str) -> String {
    Page::parse(source).words(0)
}

/// A map to the line on which the text of a node begins.
fn pinned(page: &Page, source: &str, first_line: usize, node: usize) -> SourceMap {
    let begins = page.nodes.get(node + 1).and_then(|text| match text.kind {
        tree::Kind::Text { start, .. } => Some(page.piece(start).1),
        tree::Kind::Element { .. } => None,
    });
    let before = begins.and_then(|begins| source.get(..begins)).unwrap_or_default();
    SourceMap::pinned(first_line + before.bytes().filter(|&byte| byte == b'\n').count())
}
