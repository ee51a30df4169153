//! Why an input gave no article: each error is one line that names the file, the line where there is one, and the mend.

use std::fmt;
use std::io;

use super::ENDINGS;

/// An input, or one record of it, that gave no article.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct ReadError {
    /// Where.
    pub place: ErrorPlace,
    /// What is wrong, and the mend.
    pub problem: ReadProblem,
}

impl ReadError {
    /// Whether nothing failed: it is only to be known.
    pub fn is_notice(&self) -> bool {
        matches!(self.problem, ReadProblem::PagesWithoutArticle { .. } | ReadProblem::ItemsWithoutText { .. })
    }

    pub(super) fn new(file: &str, line: Option<usize>, problem: ReadProblem) -> Self {
        Self { place: ErrorPlace { file: file.to_owned(), line }, problem }
    }
}

/// The file, and the line where one is to blame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorPlace {
    /// The file as it was named, or found in a folder; `-` for standard input.
    pub file: String,
    /// The line, from 1.
    pub line: Option<usize>,
}

impl fmt::Display for ErrorPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))
    }
}

/// What is wrong with an input.
#[derive(Debug, thiserror::Error)]
pub enum ReadProblem {
    /// The path leads nowhere.
    #[error("no such file or folder; check the path")]
    NotFound,
    /// The system would not give the file.
    #[error("cannot be read: {0}; check that it exists and that you may read it")]
    Unreadable(io::Error),
    /// A folder without anything to read.
    #[error("no article in this folder; articles are files that end in {ENDINGS}")]
    NoArticle,
    /// A file was named whose ending says nothing.
    #[error("unknown kind of file; name it with one of the endings {ENDINGS}, or give its text on standard input as -")]
    UnknownEnding,
    /// No text at all, or white space only.
    #[error("holds no text; fill it or leave it out")]
    Empty,
    /// A front matter block and nothing after it.
    #[error("holds no text after its front matter; write the article below the closing ---")]
    EmptyBody,
    /// A byte that no text holds.
    #[error("not text: a NUL byte at byte {offset}; convert it to plain text in UTF-8")]
    Binary {
        /// From the start of the file, decompressed.
        offset: usize,
    },
    /// Bytes of another encoding.
    #[error("not UTF-8 at byte {offset} (0x{byte:02X}); convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8`")]
    NotUtf8 {
        /// From the start of the file, decompressed.
        offset: usize,
        /// The first byte that does not fit.
        byte: u8,
    },
    /// Two bytes a character.
    #[error("UTF-16, not UTF-8; convert it, for example with `iconv -f UTF-16 -t UTF-8`")]
    Utf16,
    /// Compressed data that ends early or is damaged.
    #[error("the {format} data is damaged or cut short ({error}); what follows is lost: fetch the file again")]
    Compressed {
        /// gzip or zstd.
        format: &'static str,
        /// What the decoder said.
        error: io::Error,
    },
    /// An article of a size that no article has.
    #[error("more than {} MB in one article; split it, or write one article a line as .jsonl", limit / 1_000_000)]
    TooLarge {
        /// The largest size that is read, in bytes.
        limit: usize,
    },
    /// A page whose text, if it has any, is no article's.
    #[error(
        "no article text on this page: it is an index of links, shows its text only after a login or by scripts, or was cut short; save \
         the page as the browser shows it, or give its text as .txt"
    )]
    NoArticleText,
    /// A page with more elements than any article has.
    #[error("more elements than any page has; take its text out and give it as .txt")]
    PageTooLarge,
    /// XML that is broken.
    #[error("the XML is broken ({0}); what follows in this file is lost: mend it, or fetch the feed again")]
    Xml(String),
    /// XML that is no feed.
    #[error("no feed: RSS and Atom are read of XML; take its text out and give it as .txt or .jsonl")]
    NoFeed,
    /// An item of a feed that has a title only.
    #[error("an item without a text; fetch the page that it links to")]
    NoItemText,
    /// Items of a feed without a text: a notice.
    #[error("{count} {} of this feed without a text {} passed over, the first on line {line}; fetch the pages that they link to", if *count == 1 { "item" } else { "items" }, if *count == 1 { "is" } else { "are" })]
    ItemsWithoutText {
        /// How many.
        count: usize,
        /// The line on which the first one begins.
        line: usize,
    },
    /// A record of an archive that gave no article.
    #[error("record {number} at byte {offset}: {problem}")]
    InRecord {
        /// How many records of all kinds stand before it and it.
        number: usize,
        /// Its first byte in the archive as it is stored; of a packed one, that of its member.
        offset: usize,
        /// What is wrong with it.
        problem: Box<ReadProblem>,
    },
    /// A record of an archive whose bytes cannot be read to their end.
    #[error("it is damaged or cut short ({0}); the records after it are read: fetch it again, or leave it out")]
    DamagedRecord(io::Error),
    /// A record of an archive that cannot be used.
    #[error("{0}; the records after it are read: fetch it again, or leave it out")]
    Record(String),
    /// An archive without a page.
    #[error("holds no page of HTML and no text made of one; check that it is the archive that was meant")]
    NoPage,
    /// Pages of an archive without an article: a notice, as every crawl holds some.
    #[error("{count} {} of this archive without an article text (indexes of links, pages that scripts fill) {} passed over, the first is record {number} at byte {offset}", if *count == 1 { "page" } else { "pages" }, if *count == 1 { "is" } else { "are" })]
    PagesWithoutArticle {
        /// How many.
        count: usize,
        /// The number of the first one's record.
        number: usize,
        /// Where the first one's record begins.
        offset: usize,
    },
    /// A line of a size that no article has, whatever else its record holds.
    #[error("more than {} MB in one line; write one article a line, and leave out what is no field of an article", limit / 1_000_000)]
    LineTooLong {
        /// The longest line that is read, in bytes.
        limit: usize,
    },
    /// A line that is no JSON object.
    #[error("not a JSON object: {message} (column {column}); write one article a line, such as {{\"id\": \"a1\", \"text\": \"…\"}}")]
    Json {
        /// What the parser said.
        message: String,
        /// The column in bytes, from 1.
        column: usize,
    },
    /// A record without its text.
    #[error("no \"text\"; every article needs its text as a string")]
    MissingText,
    /// A record with nothing in its text.
    #[error("\"text\" is empty; fill it or leave the line out")]
    EmptyText,
    /// A field of a record that holds something else than a string.
    #[error("\"{field}\" is {found}; write it as a string in quotes, or leave it out")]
    WrongType {
        /// The field.
        field: &'static str,
        /// What it holds.
        found: &'static str,
    },
    /// A day of publication that is none.
    #[error("\"{0}\" is no date; write published as 2025-03-31 or 2025-03-31T18:00:00Z")]
    Date(String),
    /// A front matter block that is never closed.
    #[error("the front matter that begins here is not closed; end it with a line ---")]
    FrontMatterOpen,
    /// A line of the front matter that says nothing.
    #[error("not a line of front matter; write `name: value` (id, source, url, published, title or group), or close the block with ---")]
    FrontMatterLine,
    /// A value whose quotation mark is not closed.
    #[error("the value of {0} opens a quotation mark and does not close it; add the closing mark")]
    FrontMatterQuote(String),
    /// One name twice.
    #[error("{0} stands twice in the front matter; keep one of the two")]
    FrontMatterTwice(String),
    /// An id that an earlier article has.
    #[error("the id \"{id}\" belongs to {first} already; give each article its own id")]
    DuplicateId {
        /// The id.
        id: String,
        /// Where the first article with it stands.
        first: String,
    },
}
