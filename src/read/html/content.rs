//! Which part of a page is the article.
//!
//! First whatever surely is none is left out: hidden elements, navigation, footers, and elements whose class or id says
//! comments, related stories, sharing, advertising. A part that holds half of the page's prose is never left out so: some sites
//! put everything into a form, or say `sidebar-layout` on the whole page. Only readers' comments may be longer than the article.
//!
//! Then the article is, in this order, the one element with `itemprop="articleBody"`, the one `article`, or the one `main` that
//! holds most of the prose; where there is none or several, the element with the best **prose balance**: the bytes of sentences
//! in it, less the bytes of links and fragments in it. Of equal ones the innermost is taken. The balance grows from a paragraph
//! outwards as long as more prose than clutter is added, and falls where menus and teasers begin.

use super::block::{Block, Role, blocks};
use super::element::Flow;
use super::tree::{Kind, Page};

/// The words that a class or an id has where the element is no part of the article; sorted.
#[rustfmt::skip]
const CLUTTER: [&str; 73] = [
    "ad", "ads", "advert", "advertisement", "advertising", "advertorial", "affiliate", "aside", "author", "authors", "banner", "bio",
    "breadcrumb", "breadcrumbs", "byline", "bylines", "caption", "captions", "comment", "comments", "consent", "cookie", "cookies",
    "copyright", "credit", "credits", "disclaimer", "disqus", "donate", "donation", "embed", "flyout", "footer",
    "gdpr", "instagram", "login", "masthead", "menu", "modal", "mostread", "nav", "navbar", "navigation", "newsletter",
    "newsletters", "outbrain", "overlay", "pager", "pagination", "paywall", "popular", "popup", "promo", "promos", "recirc",
    "recirculation", "recommended", "related", "respond", "share", "sharing", "sidebar", "signup", "social", "sponsor", "sponsored",
    "subscribe", "taboola", "tags", "toolbar", "tooltip", "trending", "twitter",
];

/// Of these the readers' comments: left out also where they are longer than the article.
const COMMENTS: [&str; 3] = ["comment", "comments", "disqus"];

/// Before a word of the list these say that it is not meant: "no-sidebar", "has-comments".
const MODIFIERS: [&str; 8] = ["has", "have", "hide", "is", "no", "not", "with", "without"];

/// The roles of elements that are no part of the article.
const CLUTTER_ROLES: [&str; 12] = [
    "alertdialog",
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "menu",
    "menubar",
    "navigation",
    "search",
    "tablist",
    "toolbar",
    "tooltip",
];

/// The classes by which style sheets hide elements.
const UNSEEN: [&str; 10] = [
    "d-none",
    "display-none",
    "hidden",
    "invisible",
    "is-hidden",
    "screen-reader-text",
    "sr-only",
    "u-hidden",
    "visually-hidden",
    "visuallyhidden",
];

/// So much prose, in bytes without blanks, is an article whatever a class says of it; less is one where nothing says that it is
/// clutter, or where it is most of what the page says.
const ENOUGH: usize = 120;

/// A card holds no more: a linked headline of another story with a line or two about it.
const CARD_BYTES: usize = 400;
const CARD_BLOCKS: usize = 2;

/// The article of a page.
#[derive(Debug)]
pub(super) struct Content {
    /// Its blocks, in order.
    pub(super) blocks: Vec<Block>,
    /// Which nodes are left out.
    pub(super) dropped: Vec<bool>,
}

/// The article of a page; none where the page has none.
pub(super) fn content(page: &Page) -> Option<Content> {
    let hidden: Vec<bool> = (0..page.nodes.len()).map(|node| is_hidden(page, node)).collect();
    let whole = Prose::of(blocks(page, &hidden));
    let said = whole.blocks.iter().map(|block| block.length).sum::<usize>();
    // Where what a class says takes the article away, the class is not believed.
    [true, false].into_iter().find_map(|by_class| {
        let mut dropped = hidden.clone();
        drop_clutter(page, &whole, by_class, &mut dropped);
        let mut prose = Prose::of(blocks(page, &dropped));
        if drop_cards(page, &prose, &mut dropped) {
            prose = Prose::of(blocks(page, &dropped));
        }
        let main = main_element(page, &prose);
        let enough = prose.balance(page, main).0;
        // One sentence is an article, where whatever is clutter has been left out.
        (enough >= ENOUGH || (enough > 0 && (by_class || enough * 2 >= said))).then(|| {
            let (first, last) = prose.range(page, main);
            Content { blocks: readable(&prose.blocks[first..last]), dropped }
        })
    })
}

/// The blocks of a piece of a page that is all article: an item of a feed.
pub(super) fn all(page: &Page) -> Content {
    let dropped: Vec<bool> = (0..page.nodes.len()).map(|node| is_hidden(page, node)).collect();
    let mut blocks = blocks(page, &dropped);
    // Text without any element around it is a paragraph here.
    for block in blocks.iter_mut().filter(|block| block.role == Role::Bare) {
        block.role = Role::Paragraph;
    }
    Content { blocks: readable(&blocks), dropped }
}

/// Blocks with the sums of their prose and noise, for the balance of any element.
struct Prose {
    blocks: Vec<Block>,
    /// Prose, noise, and number of blocks of prose before each block.
    sums: Vec<(usize, usize, usize)>,
}

impl Prose {
    fn of(blocks: Vec<Block>) -> Self {
        let mut sums = vec![(0, 0, 0)];
        let (mut prose, mut noise, mut count) = (0, 0, 0);
        for block in &blocks {
            prose += block.prose();
            noise += block.noise();
            count += usize::from(block.prose() > 0);
            sums.push((prose, noise, count));
        }
        Self { blocks, sums }
    }

    /// The blocks inside an element, as indices.
    fn range(&self, page: &Page, node: usize) -> (usize, usize) {
        let before = |node: usize| self.blocks.partition_point(|block| block.nodes.0 < node);
        (before(node), before(page.nodes[node].end))
    }

    /// The prose and the noise inside an element, and how many blocks of prose.
    fn balance(&self, page: &Page, node: usize) -> (usize, usize, usize) {
        let (first, last) = self.range(page, node);
        let (from, to) = (self.sums[first], self.sums[last]);
        (to.0 - from.0, to.1 - from.1, to.2 - from.2)
    }

    fn total(&self) -> usize {
        self.sums.last().map_or(0, |sums| sums.0)
    }
}

/// Whether nobody who looks at the page sees the element.
fn is_hidden(page: &Page, node: usize) -> bool {
    let attribute = |name| page.attribute(node, name);
    let styled = || {
        attribute("style").is_some_and(|style| {
            let style: String = style.split_whitespace().collect::<String>().to_ascii_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
    };
    let unseen = || {
        attribute("class").is_some_and(|class| {
            let mut classes = class.split_whitespace();
            // "hidden md:block" is hidden on small screens only.
            classes.clone().any(|class| UNSEEN.contains(&class)) && !classes.any(|class| class.contains(':'))
        })
    };
    let covered = || attribute("aria-hidden") == Some("true") && (node + 1..page.nodes[node].end).all(|inner| page.name(inner) != "p");
    // A footnote's mark: "[2]".
    let footnote = || {
        page.name(node) == "sup" && {
            let text = page.words(node);
            text.starts_with('[')
                || (node + 1..page.nodes[node].end).any(|inner| page.attribute(inner, "href").is_some_and(|to| to.contains('#')))
        }
    };
    attribute("hidden").is_some_and(|value| value != "until-found") || styled() || unseen() || covered() || footnote()
}

/// Leaves out navigation, footers, forms and what `by_class` calls clutter, but nothing that holds half of the page's prose.
fn drop_clutter(page: &Page, whole: &Prose, by_class: bool, dropped: &mut [bool]) {
    for (node, dropped) in dropped.iter_mut().enumerate().skip(1) {
        let Kind::Element { name, flow, .. } = page.nodes[node].kind else { continue };
        if flow != Flow::Block || matches!(name, "h1" | "main" | "article" | "body" | "html" | "head") {
            continue;
        }
        let by_name = match name {
            "nav" | "footer" | "aside" | "form" | "menu" | "search" => true,
            "header" => !heads_article(page, node),
            _ => false,
        };
        let by_role = page.attribute(node, "role").is_some_and(|role| CLUTTER_ROLES.contains(&role));
        let said = |attribute| page.attribute(node, attribute).is_some_and(|names| says(names, &CLUTTER));
        let clutter =
            by_name || by_role || (by_class && page.attribute(node, "itemprop") != Some("articleBody") && (said("class") || said("id")));
        let (prose, total) = (whole.balance(page, node).0, whole.total());
        let comments = |attribute| page.attribute(node, attribute).is_some_and(|names| says(names, &COMMENTS));
        let rest_is_enough = || total - prose >= ENOUGH && by_class && (comments("class") || comments("id"));
        // On a page with little text the footer may be most of it.
        let small = prose < ENOUGH && name != "form";
        if clutter && (small || prose * 2 < total || rest_is_enough()) {
            *dropped = true;
        }
    }
}

/// Whether a header is that of the article, not that of the page.
fn heads_article(page: &Page, header: usize) -> bool {
    let mut above = page.nodes[header].parent;
    while above > 0 {
        if matches!(page.name(above), "article" | "main") {
            return true;
        }
        above = page.nodes[above].parent;
    }
    (header + 1..page.nodes[header].end).any(|inner| page.name(inner) == "h1")
}

/// Whether a class or an id has a word of a sorted list: "article__share-tools", "relatedStories".
fn says(names: &str, list: &[&str]) -> bool {
    names.split_whitespace().any(|name| {
        let mut before = "";
        words_of_name(name).any(|word| {
            let lower = word.to_ascii_lowercase();
            let listed = list.binary_search(&lower.as_str()).is_ok() && !MODIFIERS.contains(&before.to_ascii_lowercase().as_str());
            before = word;
            listed
        })
    })
}

/// The words of a name, parted by signs or by capitals.
fn words_of_name(name: &str) -> impl Iterator<Item = &str> {
    name.split(|character: char| !character.is_alphanumeric()).flat_map(|part| {
        let mut ends: Vec<usize> = part
            .char_indices()
            .zip(part.chars().skip(1))
            .filter(|((_, first), second)| first.is_lowercase() && second.is_uppercase())
            .map(|((at, first), _)| at + first.len_utf8())
            .collect();
        ends.push(part.len());
        let mut start = 0;
        ends.into_iter().map(move |end| {
            let word = &part[start..end];
            start = end;
            word
        })
    })
}

/// Leaves out cards: the linked headline of another story with a line or two about it. Whether there are any.
fn drop_cards(page: &Page, prose: &Prose, dropped: &mut [bool]) -> bool {
    let mut any = false;
    for heading in prose.blocks.iter().filter(|block| matches!(block.role, Role::Heading(_)) && block.is_link()) {
        let mut card = page.nodes[heading.element].parent;
        while card > 0 && prose.balance(page, card).0 == 0 {
            card = page.nodes[card].parent;
        }
        let (bytes, _, count) = prose.balance(page, card);
        let name = page.name(card);
        if card > 0 && bytes <= CARD_BYTES && count <= CARD_BLOCKS && bytes * 3 < prose.total() && !matches!(name, "body" | "html" | "main")
        {
            dropped[card] = true;
            any = true;
        }
    }
    any
}

/// The element that is the article, clutter left out.
fn main_element(page: &Page, prose: &Prose) -> usize {
    let total = prose.total();
    let is_body = |node: &usize| page.attribute(*node, "itemprop") == Some("articleBody");
    let is_main = |node: &usize| page.name(*node) == "main" || page.attribute(*node, "role") == Some("main");
    let named =
        [the_one(page, prose, total / 3, (1..page.nodes.len()).filter(is_body)), the_one(page, prose, total / 2, page.elements("article"))];
    if let Some(node) = named.into_iter().flatten().next() {
        return node;
    }
    let within = the_one(page, prose, total / 2, (1..page.nodes.len()).filter(is_main)).unwrap_or(0);
    let mut best = (within, i64::MIN);
    for node in within..page.nodes[within].end {
        if let Kind::Element { flow: Flow::Block, .. } = page.nodes[node].kind {
            let (prose, noise, _) = prose.balance(page, node);
            let balance = prose as i64 - noise as i64;
            // An element comes before what is in it.
            if balance >= best.1 && prose > 0 {
                best = (node, balance);
            }
        }
    }
    best.0
}

/// The only one of the elements that holds more prose than `least`; of nested ones the outermost.
fn the_one(page: &Page, prose: &Prose, least: usize, elements: impl Iterator<Item = usize>) -> Option<usize> {
    let mut found: Option<usize> = None;
    for node in elements.filter(|&node| prose.balance(page, node).0 > least) {
        match found {
            Some(outer) if node < page.nodes[outer].end => {}
            Some(_) => return None,
            None => found = Some(node),
        }
    }
    found
}

/// The blocks that are read: no links to other pages, no fragments outside paragraphs, no headings of nothing.
fn readable(blocks: &[Block]) -> Vec<Block> {
    let wanted = |block: &&Block| match block.role {
        _ if block.is_link() => false,
        Role::Bare => block.sentence,
        _ => true,
    };
    let mut kept: Vec<Block> = Vec::new();
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| wanted(block)) {
        if let Role::Heading(rank) = block.role {
            // What follows up to the next heading of its rank.
            let headed = blocks[index + 1..].iter().take_while(|next| !matches!(next.role, Role::Heading(other) if other <= rank));
            let mut headed = headed.filter(|next| !matches!(next.role, Role::Heading(_)));
            if rank > 1 && !headed.any(|next| wanted(&next)) {
                continue;
            }
        }
        kept.push(block.clone());
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_clutter_by_whole_words() {
        assert!(CLUTTER.windows(2).all(|pair| pair[0] < pair[1]));
        let rows = [
            ("related", true),
            ("article__share-tools", true),
            ("relatedStories", true),
            ("story comments-list", true),
            ("has-sidebar", false),
            ("story-body", false),
            ("shareholder", false),
            ("header", false),
            ("page no-comments", false),
        ];
        for (names, expected) in rows {
            assert_eq!(says(names, &CLUTTER), expected, "{names}");
        }
    }
}
