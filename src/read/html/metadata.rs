//! What a page says of its article besides the text: title, publisher, address, day of publication.
//!
//! Where a page says it several times over, the first in these orders counts:
//! - title: the one `h1` of three words or more (no name of the site), the structured data's `headline`, `og:title` and its like, `title` without the name of
//!   the site behind it.
//! - source: `og:site_name`, the structured data's `publisher`, `application-name`; else, as everywhere, the host of the address.
//! - address: `link rel="canonical"`, `og:url`, the structured data's `url`, the address that a browser wrote when it saved the page.
//! - published: `article:published_time`, the structured data's `datePublished`, the other names of [`PUBLISHED`], an element with
//!   `itemprop="datePublished"`, `time` with `pubdate`, the only `time` before the text, a day in the address.
//!
//! Structured data is JSON-LD: an object, an array or an `@graph`; what cannot be read of it is passed over.

use jiff::civil::Date;
use serde_json::Value;

use super::render::same_words;
use super::tree::Page;
use crate::read::date;

/// The names of `meta` under which pages say their day of publication, in lower case, the surest first.
const PUBLISHED: [&str; 19] = [
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "publisheddate",
    "published-date",
    "publication_date",
    "publication-date",
    "publish_date",
    "publish-date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dcterms.created",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "date",
];

const TITLE: [&str; 4] = ["og:title", "twitter:title", "parsely-title", "dc.title"];
const SOURCE: [&str; 2] = ["og:site_name", "application-name"];

/// What a page says of its article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) source: Option<String>,
    pub(super) url: Option<String>,
    pub(super) published: Option<Date>,
    /// The article's text in the structured data, and the script that holds it: for pages that write their text by scripts.
    pub(super) body: Option<(String, usize)>,
}

impl Metadata {
    pub(super) fn of(page: &Page) -> Self {
        let structured = Structured::of(page);
        let named = |names: &[&str]| names.iter().find_map(|name| meta(page, name));
        let source = meta(page, SOURCE[0]).or_else(|| structured.publisher.clone()).or_else(|| meta(page, SOURCE[1]));
        let url = address(page, &structured);
        let given = structured.headline.clone().or_else(|| named(&TITLE));
        let title = headline(page, given.as_deref()).or(given).or_else(|| window_title(page, source.as_deref()));
        let published = meta(page, "article:published_time")
            .and_then(|written| date::lenient(&written))
            .or(structured.published)
            .or_else(|| PUBLISHED.iter().filter_map(|name| meta(page, name)).find_map(|written| date::lenient(&written)))
            .or_else(|| marked_date(page))
            .or_else(|| url.as_deref().and_then(date::in_address));
        Self { title, source, url, published, body: structured.body }
    }
}

/// The content of the first `meta` of a name (in lower case).
fn meta(page: &Page, name: &str) -> Option<String> {
    page.elements("meta")
        .filter(|&node| {
            ["property", "name", "itemprop"]
                .iter()
                .any(|key| page.attribute(node, key).is_some_and(|given| given.trim().eq_ignore_ascii_case(name)))
        })
        .find_map(|node| some_words(page.attribute(node, "content")?))
}

fn some_words(text: &str) -> Option<String> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

/// The page's only `h1` that is more than a name; where the title is `given` elsewhere, it must share a word with it.
fn headline(page: &Page, given: Option<&str>) -> Option<String> {
    let mut headlines = page.elements("h1").map(|node| page.words(node)).filter(|words| words.split(' ').count() >= 3);
    let first = headlines.next()?;
    let long_words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3).map(str::to_lowercase).collect()
    };
    let known = given.is_none_or(|given| {
        let given = long_words(given);
        long_words(&first).iter().any(|word| given.contains(word))
    });
    (known && headlines.all(|other| same_words(&first, &other))).then_some(first)
}

/// The words of `title`, without " - Site" or " | Site" behind them.
fn window_title(page: &Page, source: Option<&str>) -> Option<String> {
    let title = some_words(&page.words(page.elements("title").next()?))?;
    for mark in [" | ", " – ", " — ", " - ", " :: ", " » "] {
        if let Some((head, tail)) = title.rsplit_once(mark)
            && (source.is_some_and(|source| same_words(source, tail))
                || mark == " | "
                || (head.split(' ').count() >= 4 && tail.split(' ').count() <= 4))
        {
            return Some(head.trim().to_owned());
        }
    }
    Some(title)
}

/// Where the page was published; a relative address is none.
fn address(page: &Page, structured: &Structured) -> Option<String> {
    let absolute = |address: &str| {
        let address = address.trim();
        (address.starts_with("https://") || address.starts_with("http://")).then(|| address.to_owned())
    };
    let mut canonical = page.elements("link").filter(|&link| {
        page.attribute(link, "rel").is_some_and(|rel| rel.split_whitespace().any(|word| word.eq_ignore_ascii_case("canonical")))
    });
    canonical
        .find_map(|link| page.attribute(link, "href").and_then(absolute))
        .or_else(|| meta(page, "og:url").as_deref().and_then(absolute))
        .or_else(|| structured.url.as_deref().and_then(absolute))
        .or_else(|| saved_from(&page.opening_comments).and_then(absolute))
}

/// The address in the comment of a browser ("saved from url=(0030)https://…") or of SingleFile ("url: https://…").
fn saved_from(comments: &str) -> Option<&str> {
    let browser = comments.split_once("saved from url=(").and_then(|(_, rest)| rest.split_once(')'));
    let single_file = || comments.lines().find_map(|line| line.trim().strip_prefix("url: "));
    let (address, _) = browser.map(|(_, rest)| rest).or_else(single_file)?.trim_start().split_once(char::is_whitespace)?;
    Some(address)
}

/// A day in the markup of the page itself.
fn marked_date(page: &Page) -> Option<Date> {
    let written = |node: usize| {
        let given = page.attribute(node, "datetime").or_else(|| page.attribute(node, "content"));
        given.and_then(date::lenient).or_else(|| date::lenient(&page.words(node)))
    };
    let marked = (1..page.nodes.len()).filter(|&node| page.attribute(node, "itemprop") == Some("datePublished")).find_map(written);
    let pubdate = || page.elements("time").filter(|&node| page.attribute(node, "pubdate").is_some()).find_map(written);
    let only = || {
        let article = page.elements("article").next();
        let inside = |node: &usize| article.is_none_or(|article| *node > article && *node < page.nodes[article].end);
        let mut days = page.elements("time").filter(inside).filter_map(|node| page.attribute(node, "datetime").and_then(date::lenient));
        let first = days.next()?;
        // Several days are those of comments or of updates.
        days.all(|other| other == first).then_some(first)
    };
    marked.or_else(pubdate).or_else(only)
}

/// What JSON-LD says of the article.
#[derive(Debug, Default)]
struct Structured {
    headline: Option<String>,
    publisher: Option<String>,
    url: Option<String>,
    published: Option<Date>,
    body: Option<(String, usize)>,
}

impl Structured {
    fn of(page: &Page) -> Self {
        let mut structured = Self::default();
        let scripts = page.elements("script").filter(|&script| {
            page.attribute(script, "type").is_some_and(|kind| kind.trim().to_ascii_lowercase().starts_with("application/ld+json"))
        });
        for script in scripts {
            let text = page.text(script);
            let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->");
            let text = text
                .trim()
                .trim_start_matches("//<![CDATA[")
                .trim_start_matches("<![CDATA[")
                .trim_end_matches("//]]>")
                .trim_end_matches("]]>");
            let Ok(value) = serde_json::from_str::<Value>(text) else { continue };
            let mut things = Vec::new();
            flatten(&value, &mut things);
            for article in things.iter().filter(|thing| is_article(thing)) {
                structured.add(article, &things, script);
            }
        }
        structured
    }

    /// What is not known yet.
    fn add(&mut self, article: &Value, things: &[&Value], script: usize) {
        let text = |value: &Value| value.as_str().and_then(|text| some_words(&unescaped(text)));
        self.headline = self.headline.take().or_else(|| text(&article["headline"])).or_else(|| text(&article["name"]));
        self.published = self.published.or_else(|| article["datePublished"].as_str().and_then(date::lenient));
        self.publisher = self.publisher.take().or_else(|| {
            let publisher = match &article["publisher"] {
                Value::Array(several) => several.first()?,
                one => one,
            };
            let named =
                publisher["@id"].as_str().and_then(|id| things.iter().find(|thing| thing["@id"] == id && thing["name"].is_string()));
            text(publisher).or_else(|| text(&publisher["name"])).or_else(|| text(&named?["name"]))
        });
        self.url = self.url.take().or_else(|| {
            let main = &article["mainEntityOfPage"];
            text(&article["url"]).or_else(|| text(main)).or_else(|| text(&main["@id"]))
        });
        let body = || article["articleBody"].as_str().filter(|body| !body.trim().is_empty()).map(|body| (body.to_owned(), script));
        self.body = self.body.take().or_else(body);
    }
}

/// All objects of a document: those of arrays and graphs, and what they are about.
fn flatten<'v>(value: &'v Value, things: &mut Vec<&'v Value>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| flatten(value, things)),
        Value::Object(object) => {
            things.push(value);
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(inner) = object.get(key).filter(|inner| inner.is_array() || inner.is_object()) {
                    flatten(inner, things);
                }
            }
        }
        _ => {}
    }
}

/// NewsArticle, Article, BlogPosting, ReportageNewsArticle, LiveBlogPosting and the other kinds.
fn is_article(thing: &Value) -> bool {
    let named =
        |kind: &Value| kind.as_str().is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("Posting") || kind.ends_with("Report"));
    match &thing["@type"] {
        Value::Array(kinds) => kinds.iter().any(named),
        kind => named(kind),
    }
}

/// Character references that some sites leave in their structured data.
fn unescaped(text: &str) -> String {
    if text.contains('&') && text.contains(';') { Page::parse(&text.replace('<', "&lt;")).text(0) } else { text.to_owned() }
}
