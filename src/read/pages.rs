//! Articles out of markup: a page, the pages of an archive, the items of a feed.

use std::io::BufRead;

use super::discovery::Input;
use super::error::{ReadError, ReadProblem};
use super::feed::Feed;
use super::warc::{Archive, Record, RecordPlace};
use super::{PAGE_LIMIT, describe, encoding, feed, html};
use crate::article::{Article, Place, SourceMap};

/// The article of a file that is a page.
pub(super) fn page_article(input: &Input, bytes: Vec<u8>, limit: usize) -> Result<Article, ReadProblem> {
    let source = encoding::decode(bytes, None)?;
    if source.trim().is_empty() {
        return Err(ReadProblem::Empty);
    }
    let place = Place { file: input.name.clone(), record: None };
    extracted_article(html::article(&source, 1)?, place, input.id.clone(), &input.source, limit)
}

/// The pages and texts of an archive.
#[derive(Debug)]
pub(super) struct Pages {
    input: Input,
    archive: Archive,
    /// How many pages held no article, and where the first stands.
    without: usize,
    first_without: RecordPlace,
    found: bool,
}

impl Pages {
    pub(super) fn new(input: Input, bytes: Box<dyn BufRead + Send>, gzip: bool) -> Self {
        let archive = Archive::new(bytes, gzip, PAGE_LIMIT);
        Self { input, archive, without: 0, first_without: RecordPlace::default(), found: false }
    }

    pub(super) fn next(&mut self, limit: usize) -> Option<Result<Article, ReadError>> {
        loop {
            let error = |problem, place: RecordPlace| {
                let problem = ReadProblem::InRecord { number: place.number, offset: place.offset, problem: Box::new(problem) };
                Some(Err(ReadError::new(&self.input.name, None, problem)))
            };
            match self.archive.next() {
                Some(Ok(record)) => {
                    let place = record.place;
                    self.found = true;
                    match self.article(record, limit) {
                        Ok(article) => return Some(Ok(article)),
                        Err(ReadProblem::NoArticleText | ReadProblem::Empty) => {
                            if self.without == 0 {
                                self.first_without = place;
                            }
                            self.without += 1;
                        }
                        Err(problem) => return error(problem, place),
                    }
                }
                Some(Err((problem, place))) => {
                    self.found = true;
                    return error(problem, place);
                }
                None => return self.close(),
            }
        }
    }

    /// What there is to say once the archive has been read.
    fn close(&mut self) -> Option<Result<Article, ReadError>> {
        let problem = if !std::mem::replace(&mut self.found, true) {
            ReadProblem::NoPage
        } else if self.without > 0 {
            let RecordPlace { number, offset, .. } = self.first_without;
            ReadProblem::PagesWithoutArticle { count: std::mem::take(&mut self.without), number, offset }
        } else {
            return None;
        };
        Some(Err(ReadError::new(&self.input.name, None, problem)))
    }

    fn article(&self, record: Record, limit: usize) -> Result<Article, ReadProblem> {
        let source = encoding::decode(record.body, record.charset.as_deref())?;
        if source.trim().is_empty() {
            return Err(ReadProblem::Empty);
        }
        let mut extracted =
            if record.page { html::article(&source, record.body_line.unwrap_or(1))? } else { plain(source, record.body_line) };
        if record.body_line.is_none() {
            extracted.map = SourceMap::pinned(record.place.line);
        }
        extracted.fields.url = record.url.or(extracted.fields.url);
        let place = Place { file: self.input.name.clone(), record: Some(record.place.line) };
        extracted_article(extracted, place, format!("{}:{}", self.input.id, record.place.number), &self.input.source, limit)
    }
}

/// The items of a feed.
#[derive(Debug)]
pub(super) struct Items {
    input: Input,
    source: String,
    feed: Feed,
    next: usize,
    /// How many items held no text, and the line of the first.
    without: usize,
    first_without: usize,
}

impl Items {
    pub(super) fn new(input: Input, bytes: Vec<u8>) -> Result<Self, ReadProblem> {
        let source = encoding::decode(bytes, None)?;
        if source.trim().is_empty() {
            return Err(ReadProblem::Empty);
        }
        if !feed::is_feed(source.as_bytes()) {
            return Err(ReadProblem::NoFeed);
        }
        let feed = Feed::parse(&source);
        if feed.items.is_empty() && feed.broken.is_none() {
            return Err(ReadProblem::Empty);
        }
        Ok(Self { input, source, feed, next: 0, without: 0, first_without: 0 })
    }

    pub(super) fn next(&mut self, limit: usize) -> Option<Result<Article, ReadError>> {
        while let Some(item) = self.feed.items.get(self.next) {
            self.next += 1;
            let place = Place { file: self.input.name.clone(), record: Some(item.line) };
            let id = format!("{}:{}", self.input.id, self.next);
            let extracted = self.feed.article(item, &self.source);
            match extracted.and_then(|extracted| extracted_article(extracted, place, id, &self.input.source, limit)) {
                Ok(article) => return Some(Ok(article)),
                Err(ReadProblem::NoItemText) => {
                    self.first_without = if self.without == 0 { item.line } else { self.first_without };
                    self.without += 1;
                }
                Err(problem) => return Some(Err(ReadError::new(&self.input.name, Some(item.line), problem))),
            }
        }
        let (problem, line) = match (self.feed.broken.take(), std::mem::take(&mut self.without)) {
            (Some((problem, line)), without) => {
                self.without = without;
                (problem, Some(line))
            }
            (None, 0) => return None,
            (None, count) => (ReadProblem::ItemsWithoutText { count, line: self.first_without }, None),
        };
        Some(Err(ReadError::new(&self.input.name, line, problem)))
    }
}

/// A text that stands in its file as it is, from line `first_line` on.
fn plain(text: String, first_line: Option<usize>) -> html::Extracted {
    let lines = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|newline| newline + 1));
    let map = SourceMap::new(&text, first_line.unwrap_or(1), lines.map(|line| (line, line)));
    html::Extracted { text, map, ..html::Extracted::default() }
}

/// The article of what was taken out of markup.
fn extracted_article(extracted: html::Extracted, place: Place, id: String, source: &str, limit: usize) -> Result<Article, ReadProblem> {
    if extracted.text.len() > limit {
        return Err(ReadProblem::TooLarge { limit });
    }
    let mut article = Article::new(String::new(), String::new(), extracted.text);
    article.place = place;
    article.published = extracted.published;
    article.source_map = Some(extracted.map);
    describe(&mut article, extracted.fields, id, source);
    Ok(article)
}
