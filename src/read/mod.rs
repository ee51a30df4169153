//! From files, folders and standard input to articles.
//!
//! - **Files** end in .txt, .md, .jsonl, .html (.htm), .warc (.wet) or .xml (.rss, .atom), each also in .gz or .zst. A file that is named and ends otherwise is
//!   refused; inside a folder it is passed over, as are hidden files and folders, README.md, folders named `gold`, and the folder
//!   `NAME_files` that a browser saves beside `NAME.html`.
//! - **Folders** are walked in order of their entries' names. A file that two paths lead to is read once.
//! - **Standard input**, `-`, is JSONL where its first character is `{`, a feed or a page where it is `<`, an archive where it
//!   begins with `WARC/`, else one text; it may be compressed.
//! - **JSONL**: an article a line; `text`, and as far as known `id`, `source`, `url`, `published`, `title` and `group`. Other
//!   fields are passed over, null and "" count as absent, an `id` or `group` may be a whole number.
//! - **Front matter**: a block between two lines `---` at the top of a text with the same names, one `name: value` a line.
//! - **Pages**: one article a file: its text without whatever stands around it, and what the page says of itself ([`html`]). The
//!   encoding is the one that the page names. [`Article::source_map`] leads back to the lines of the file.
//! - **Archives**: an article for each page that a server gave, and for each text that was made of one ([`warc`]). Pages
//!   without an article are counted in one notice.
//! - **Feeds**: an article for each item ([`feed`]): its text in full where the feed holds it, else its summary. Inside a
//!   folder, XML that is no feed is passed over.
//! - **Ids**: as given; else a text or a page has its file's stem, with as many folders before it as tell it from the other files of the
//!   run ("a/1", "b/1"), and a JSONL record its file's stem and its line ("news:12"), a record of an archive or an item of a feed its number ("crawl:12"). An article whose id an earlier one has
//!   is refused, so that every claim leads to one article.
//! - **Sources**: as given; else the host of the url; else the folder below the one that was named; else the file's stem.
//! - **Dates**: a day, or a timestamp of which the day is kept as written.
//! - A byte order mark and line ends of either kind are fine; offsets count them as they stand.
//!
//! Whatever cannot be read is one [`ReadError`], and the rest goes on. No more than one line, or one text file, is in memory
//! at a time: an article's text may be [`LIMIT`] bytes long, a line of JSONL [`LINE_LIMIT`].

mod date;
mod discovery;
mod encoding;
mod error;
mod feed;
mod front_matter;
mod html;
mod pages;
mod record;
mod stream;
mod warc;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::vec;

use rustc_hash::FxHashMap;

use self::discovery::{Format, Input, PassedOver};
pub use self::error::{ErrorPlace, ReadError, ReadProblem};
use self::pages::{Items, Pages};
use self::record::Fields;
use self::stream::{Bytes, Line};
use crate::article::{Article, Place};

/// The longest text of an article, in bytes after decompression: some 350,000 words, and 150 MB of memory to work on it.
pub const LIMIT: usize = 2_000_000;

/// The longest line of JSONL, in bytes after decompression: a record may hold more than the text.
pub const LINE_LIMIT: usize = 32_000_000;

/// The longest page of HTML, in bytes after decompression: twenty times what pages with everything in them have.
pub const PAGE_LIMIT: usize = 32_000_000;

/// The endings that are read, for messages.
const ENDINGS: &str = ".txt, .md, .jsonl, .html, .warc or .xml (each also .gz or .zst)";

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Reads article after article, in the order of the paths; what cannot be read comes as an error in its place.
///
/// ```no_run
/// use crossclaim::read::Reader;
/// for article in Reader::new(&["news".to_owned()]) {
///     match article {
///         Ok(article) => println!("{} {}", article.id, article.text.len()),
///         Err(error) => eprintln!("{error}"),
///     }
/// }
/// ```
#[derive(Debug)]
pub struct Reader {
    inputs: vec::IntoIter<Result<Input, ReadError>>,
    passed_over: PassedOver,
    open: Option<Open>,
    ids: Ids,
    limit: usize,
}

impl Reader {
    /// A reader of the files, the folders' files, and standard input (`-`).
    pub fn new(paths: &[String]) -> Self {
        let (inputs, passed_over) = discovery::discover(paths);
        Self { inputs: inputs.into_iter(), passed_over, open: None, ids: Ids::default(), limit: LIMIT }
    }

    /// What folders hold that is of no kind that is read, as a line for people: "3 files of other kinds (2 .jpg, 1 .pdf) are passed
    /// over; …". None where there is no such file.
    pub fn passed_over(&self) -> Option<String> {
        let files: usize = self.passed_over.values().sum();
        let by_ending = self.passed_over.iter().map(|(ending, count)| match ending.as_str() {
            "" => format!("{count} without an ending"),
            ending => format!("{count} .{ending}"),
        });
        let by_ending = by_ending.collect::<Vec<_>>().join(", ");
        let (plural, are) = if files == 1 { ("file of another kind", "is") } else { ("files of other kinds", "are") };
        (files > 0).then(|| format!("{files} {plural} ({by_ending}) {are} passed over; articles are files that end in {ENDINGS}"))
    }

    /// The same with another bound than [`LIMIT`] on the bytes of one article's text.
    #[must_use]
    pub fn with_limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// Opens an input: a text is read at once, records are left to be read one by one.
    fn start(&mut self, input: Input) -> Option<Result<Article, ReadError>> {
        let failed = |problem| Some(Err(ReadError::new(&input.name, None, problem)));
        let mut bytes = match Bytes::open(&input) {
            Ok(bytes) => bytes,
            Err(problem) => return failed(problem),
        };
        let format = match input.format {
            Format::Told => match bytes.beginning().map(told) {
                Ok(format) => format,
                Err(problem) => return failed(problem),
            },
            format => format,
        };
        if format == Format::JsonLines {
            self.open = Some(Open::Lines(Records { input, bytes, line: Vec::new(), number: 0, offset: 0, found: false }));
            return None;
        }
        if format == Format::Warc {
            let stored = if input.format == Format::Told { Ok((bytes.into_inner(), false)) } else { Bytes::open_stored(&input) };
            match stored {
                Ok((bytes, gzip)) => self.open = Some(Open::Archive(Box::new(Pages::new(input, bytes, gzip)))),
                Err(problem) => return failed(problem),
            }
            return None;
        }
        if format == Format::Feed {
            match bytes.whole(PAGE_LIMIT).and_then(|bytes| Items::new(input.clone(), bytes)) {
                Ok(items) => self.open = Some(Open::Feed(items)),
                Err(problem) => return failed(problem),
            }
            return None;
        }
        if format == Format::Html {
            let article = bytes.whole(PAGE_LIMIT).and_then(|bytes| pages::page_article(&input, bytes, self.limit));
            return Some(article.map_err(|problem| ReadError::new(&input.name, None, problem)));
        }
        Some(match bytes.whole(self.limit) {
            Ok(bytes) => text_article(&input, bytes, format == Format::Markdown),
            Err(problem) => Err(ReadError::new(&input.name, None, problem)),
        })
    }

    fn next_unchecked(&mut self) -> Option<Result<Article, ReadError>> {
        loop {
            if let Some(open) = &mut self.open {
                let next = match open {
                    Open::Lines(records) => records.next(self.limit),
                    Open::Archive(pages) => pages.next(self.limit),
                    Open::Feed(items) => items.next(self.limit),
                };
                match next {
                    Some(article) => return Some(article),
                    None => self.open = None,
                }
            }
            match self.inputs.next()? {
                Ok(input) => {
                    if let Some(article) = self.start(input) {
                        return Some(article);
                    }
                }
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl Iterator for Reader {
    type Item = Result<Article, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_unchecked().map(|article| self.ids.check(article?))
    }
}

/// A file of many articles that is being read.
#[derive(Debug)]
enum Open {
    Lines(Records),
    Archive(Box<Pages>),
    Feed(Items),
}

/// The kind of what begins with these bytes.
fn told(beginning: &[u8]) -> Format {
    match beginning {
        [b'{', ..] => Format::JsonLines,
        [b'<', ..] if feed::is_feed(beginning) => Format::Feed,
        [b'<', ..] => Format::Html,
        _ if beginning.starts_with(b"WARC/") => Format::Warc,
        _ => Format::Text,
    }
}

/// The ids that are taken, and by which article.
#[derive(Debug, Default)]
struct Ids {
    files: Vec<String>,
    /// Index of the file and line of the record (0 for a whole file), by the id's fingerprint.
    taken: FxHashMap<[u64; 2], (u32, u32)>,
}

/// Stands for an id in 16 bytes, so that millions of articles fit: of 10^9 ids two share one by chance once in 10^20 runs.
fn fingerprint(id: &str) -> [u64; 2] {
    [0_u8, 1].map(|half| {
        let mut hasher = DefaultHasher::new();
        (half, id).hash(&mut hasher);
        hasher.finish()
    })
}

impl Ids {
    fn check(&mut self, article: Article) -> Result<Article, ReadError> {
        let fingerprint = fingerprint(&article.id);
        if let Some(&(file, line)) = self.taken.get(&fingerprint) {
            let file = self.files.get(file as usize).map_or("", String::as_str);
            let first = if line == 0 { file.to_owned() } else { format!("{file}:{line}") };
            return Err(ReadError::new(&article.place.file, article.place.record, ReadProblem::DuplicateId { id: article.id, first }));
        }
        if self.files.last() != Some(&article.place.file) {
            self.files.push(article.place.file.clone());
        }
        let line = article.place.record.unwrap_or(0);
        self.taken.insert(fingerprint, (self.files.len() as u32 - 1, line as u32));
        Ok(article)
    }
}

/// The records of one JSONL file.
#[derive(Debug)]
struct Records {
    input: Input,
    bytes: Bytes,
    line: Vec<u8>,
    /// The number of lines read.
    number: usize,
    /// The number of bytes read.
    offset: usize,
    /// Whether any line held something.
    found: bool,
}

impl Records {
    fn next(&mut self, limit: usize) -> Option<Result<Article, ReadError>> {
        loop {
            let before = self.offset;
            let line = match self.bytes.line(&mut self.line, LINE_LIMIT) {
                Ok(line) => line,
                Err(problem) => {
                    let error = self.error(self.number + 1, problem);
                    self.close();
                    return Some(Err(error));
                }
            };
            match line {
                Line::End if self.found => return None,
                Line::End => {
                    self.found = true;
                    return Some(Err(ReadError::new(&self.input.name, None, ReadProblem::Empty)));
                }
                Line::TooLong(passed) => {
                    self.number += 1;
                    self.offset += passed;
                    self.found = true;
                    return Some(Err(self.error(self.number, ReadProblem::LineTooLong { limit: LINE_LIMIT })));
                }
                Line::Whole(passed) => {
                    self.number += 1;
                    self.offset += passed;
                    if self.line.iter().all(u8::is_ascii_whitespace) {
                        continue;
                    }
                    self.found = true;
                    let article = self.article(before, limit);
                    return Some(article.map_err(|problem| self.error(self.number, problem)));
                }
            }
        }
    }

    /// Nothing more comes out of a file that broke off.
    fn close(&mut self) {
        self.bytes = Bytes::empty();
        self.found = true;
    }

    fn error(&self, line: usize, problem: ReadProblem) -> ReadError {
        ReadError::new(&self.input.name, Some(line), problem)
    }

    fn article(&mut self, before: usize, limit: usize) -> Result<Article, ReadProblem> {
        let line = stream::text(std::mem::take(&mut self.line), before).map_err(|(problem, _)| problem)?;
        let (fields, text) = record::parse(line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&line))?;
        if text.len() > limit {
            return Err(ReadProblem::TooLarge { limit });
        }
        let mut article = Article::new(String::new(), String::new(), text);
        article.body.start = after_byte_order_mark(&article.text);
        article.place = Place { file: self.input.name.clone(), record: Some(self.number) };
        article.published = fields.published.as_deref().map(published).transpose()?;
        describe(&mut article, fields, format!("{}:{}", self.input.id, self.number), &self.input.source);
        self.line = line.into_bytes();
        Ok(article)
    }
}

fn text_article(input: &Input, bytes: Vec<u8>, markdown: bool) -> Result<Article, ReadError> {
    let failed = |line, problem| ReadError::new(&input.name, line, problem);
    let text = stream::text(bytes, 0).map_err(|(problem, lines)| {
        let line = if matches!(problem, ReadProblem::Utf16) { None } else { Some(lines + 1) };
        failed(line, problem)
    })?;
    let begin = after_byte_order_mark(&text);
    if text[begin..].trim().is_empty() {
        return Err(failed(None, ReadProblem::Empty));
    }
    let front = front_matter::parse(&text, begin).map_err(|(problem, line)| failed(Some(line), problem))?;
    let mut article = Article::new(String::new(), String::new(), text);
    article.place = Place { file: input.name.clone(), record: None };
    article.markdown = markdown;
    article.body.start = begin;
    let mut fields = Fields::default();
    if let Some(front) = front {
        if article.text[front.end..].trim().is_empty() {
            return Err(failed(None, ReadProblem::EmptyBody));
        }
        article.body.start = front.end;
        let day = front.fields.published.as_deref().map(published).transpose();
        article.published = day.map_err(|problem| failed(Some(front.published_line), problem))?;
        fields = front.fields;
    }
    describe(&mut article, fields, input.id.clone(), &input.source);
    Ok(article)
}

fn after_byte_order_mark(text: &str) -> usize {
    if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 }
}

/// Fills in what is known of the article, and what follows from its place where it is not.
fn describe(article: &mut Article, fields: Fields, id: String, source: &str) {
    article.id = fields.id.unwrap_or(id);
    article.source = fields.source.or_else(|| fields.url.as_deref().and_then(host)).unwrap_or_else(|| source.to_owned());
    article.url = fields.url;
    article.title = fields.title;
    article.group = fields.group;
}

/// The host of a url, without "www.".
fn host(url: &str) -> Option<String> {
    let (scheme, rest) = url.trim().split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (scheme.starts_with("http") && host.contains('.')).then(|| host.to_owned())
}

/// The day of publication that was given.
fn published(written: &str) -> Result<jiff::civil::Date, ReadProblem> {
    date::day(written).ok_or_else(|| ReadProblem::Date(written.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_names_the_publisher() {
        let rows = [
            ("https://www.herald.example/world/1?x=y", Some("herald.example")),
            ("http://user@news.example:8080", Some("news.example")),
            ("herald.example/1", None),
            ("ftp://herald.example/1", None),
            ("https://", None),
        ];
        for (url, expected) in rows {
            assert_eq!(host(url).as_deref(), expected, "{url}");
        }
    }
}
