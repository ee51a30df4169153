//! Archives of crawls (WARC 1.0 and 1.1): record after record, those that hold a page or a text made of one.
//!
//! `response` and `resource` records of HTML are read as pages, `conversion` records of plain text as texts; all others, and
//! answers that are no success, are passed over. What a server packed for the way (chunks, gzip, deflate, zstd) is unpacked.
//! Of a packed archive each member is a record as a rule; where one is damaged, the next is looked for.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::{GzDecoder, MultiGzDecoder, ZlibDecoder};

use super::error::ReadProblem;

/// The header of a record, and of the answer in it, is no longer.
const HEADER_LIMIT: usize = 1 << 16;

/// A page or a text of an archive.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) place: RecordPlace,
    pub(super) url: Option<String>,
    pub(super) body: Vec<u8>,
    /// The line of the archive on which the body begins; none where the body was packed once more.
    pub(super) body_line: Option<usize>,
    /// The encoding that the server named.
    pub(super) charset: Option<String>,
    pub(super) page: bool,
}

/// Where a record stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RecordPlace {
    /// How many records stand before it and it, of all kinds.
    pub(super) number: usize,
    /// Its first line, in the unpacked archive, from 1.
    pub(super) line: usize,
    /// Its first byte, in the archive as it is stored: of a gzip member, the member's.
    pub(super) offset: usize,
}

/// The records of an archive.
#[derive(Debug)]
pub(super) struct Archive {
    stream: Stream,
    /// How many records have begun.
    records: usize,
    limit: usize,
    /// Where the record stands whose first line has been read.
    begun: Option<RecordPlace>,
    /// The record inside which the archive breaks off.
    cut: Option<RecordPlace>,
    ended: bool,
}

impl Archive {
    /// An archive in `bytes`, which is gzip where `gzip` says so; bodies may be `limit` bytes long.
    pub(super) fn new(bytes: Box<dyn BufRead + Send>, gzip: bool, limit: usize) -> Self {
        let counted = Counted { inner: bytes, passed: 0 };
        let inner = if gzip { Inner::Gzip(BufReader::new(GzDecoder::new(counted))) } else { Inner::Plain(counted) };
        Self { stream: Stream { inner, line: 1, handed: 0, member: 0 }, records: 0, limit, begun: None, cut: None, ended: false }
    }

    /// The next page or text; what is wrong with a record, and where, in its place.
    pub(super) fn next(&mut self) -> Option<Result<Record, (ReadProblem, RecordPlace)>> {
        while !self.ended {
            let place = match self.begin() {
                Ok(Some(place)) => place,
                Ok(None) => {
                    self.ended = true;
                    let problem = ReadProblem::Record("the archive breaks off inside it".to_owned());
                    return self.cut.take().map(|place| Err((problem, place)));
                }
                Err(failed) => return Some(self.failed(failed)),
            };
            match self.record(place) {
                Ok(Some(record)) => return Some(Ok(record)),
                Ok(None) => {}
                Err(problem) => return Some(self.failed((problem, place))),
            }
        }
        None
    }

    /// Hands a failure on, and goes on to the next record.
    fn failed<T>(&mut self, failure: (ReadProblem, RecordPlace)) -> Result<T, (ReadProblem, RecordPlace)> {
        let line = self.stream.line;
        self.begun = self.stream.find_record().ok().flatten().map(|offset| RecordPlace { number: 0, line, offset });
        if let Some(begun) = &mut self.begun {
            begun.line = self.stream.line - 1;
        }
        self.ended = self.begun.is_none();
        Err(failure)
    }

    /// Reads the first line of the next record; none at the end of the archive.
    fn begin(&mut self) -> Result<Option<RecordPlace>, (ReadProblem, RecordPlace)> {
        let mut place = self.begun.take();
        let mut line = Vec::new();
        while place.is_none() {
            let begin = RecordPlace { number: self.records + 1, line: self.stream.line, offset: self.stream.offset() };
            match self.stream.line(&mut line, HEADER_LIMIT) {
                Ok(0) => return Ok(None),
                Ok(_) if line.trim_ascii().is_empty() => {}
                Ok(_) if line.starts_with(b"WARC/") => place = Some(begin),
                Ok(_) => return Err((ReadProblem::Record("it does not begin with WARC/1.0 or WARC/1.1".to_owned()), begin)),
                Err(error) => return Err((ReadProblem::DamagedRecord(error), begin)),
            }
        }
        self.records += 1;
        Ok(place.map(|place| RecordPlace { number: self.records, ..place }))
    }

    /// Reads what follows the first line of a record; none where it holds nothing to read.
    fn record(&mut self, place: RecordPlace) -> Result<Option<Record>, ReadProblem> {
        let header = Header::read(&mut self.stream)
            .map_err(ReadProblem::DamagedRecord)?
            .ok_or_else(|| ReadProblem::Record("its header does not end".to_owned()))?;
        let length = header.value("content-length").and_then(|length| length.parse::<u64>().ok());
        let length = length.ok_or_else(|| ReadProblem::Record("it has no Content-Length".to_owned()))?;
        let kind = header.value("warc-type").unwrap_or_default().to_ascii_lowercase();
        let media = header.value("content-type").unwrap_or_default().to_ascii_lowercase();
        let wanted = match kind.as_str() {
            "response" => media.is_empty() || media.starts_with("application/http"),
            "resource" => is_html(&media),
            "conversion" => media.is_empty() || media.starts_with("text/plain"),
            _ => false,
        };
        if !wanted {
            self.skip(length, place)?;
            return Ok(None);
        }
        let url = header.value("warc-target-uri").map(|url| url.trim_matches(['<', '>']).to_owned());
        let mut rest = length;
        let mut answer = Answer::default();
        if kind == "response" {
            let before = self.stream.handed;
            answer = Answer::read(&mut self.stream).map_err(ReadProblem::DamagedRecord)?;
            rest = rest.saturating_sub(self.stream.handed - before);
            if !answer.wanted {
                self.skip(rest, place)?;
                return Ok(None);
            }
        }
        if rest > self.limit as u64 {
            self.skip(rest, place)?;
            return Err(ReadProblem::TooLarge { limit: self.limit });
        }
        let body_line = self.stream.line;
        let mut body = Vec::new();
        // The last record of an archive that broke off is still a page, as one that the crawler cut is.
        let passed = self.stream.pass(rest, |part| body.extend_from_slice(part)).map_err(ReadProblem::DamagedRecord)?;
        self.cut = (passed < rest).then_some(place);
        let (body, packed) = answer.unpack(body, self.limit)?;
        if kind == "response" && answer.untold && !looks_like_html(&body) {
            return Ok(None);
        }
        let charset = answer.charset.or_else(|| charset(&media));
        Ok(Some(Record { place, url, body, body_line: (!packed).then_some(body_line), charset, page: kind != "conversion" }))
    }
}

impl Archive {
    fn skip(&mut self, length: u64, place: RecordPlace) -> Result<(), ReadProblem> {
        let passed = self.stream.pass(length, |_| {}).map_err(ReadProblem::DamagedRecord)?;
        self.cut = (passed < length).then_some(place);
        Ok(())
    }
}

fn is_html(media: &str) -> bool {
    media.starts_with("text/html") || media.starts_with("application/xhtml+xml")
}

fn looks_like_html(body: &[u8]) -> bool {
    let start = body[..body.len().min(1024)].to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| memchr::memmem::find(&start, tag.as_bytes()).is_some())
}

fn charset(media: &str) -> Option<String> {
    let (_, label) = media.split_once("charset=")?;
    Some(label.split(';').next().unwrap_or(label).trim().trim_matches(['"', '\'']).to_owned())
}

/// Lines `Name: value` up to an empty one.
#[derive(Debug, Default)]
struct Header(Vec<(String, String)>);

impl Header {
    /// None where the header never ends, or is longer than any.
    fn read(stream: &mut Stream) -> io::Result<Option<Self>> {
        let mut header = Self::default();
        let mut line = Vec::new();
        let mut bytes = 0;
        loop {
            let passed = stream.line(&mut line, HEADER_LIMIT)?;
            bytes += passed;
            if passed == 0 || bytes > HEADER_LIMIT {
                return Ok(None);
            }
            let text = String::from_utf8_lossy(&line);
            if text.trim().is_empty() {
                return Ok(Some(header));
            }
            match (text.starts_with([' ', '\t']), header.0.last_mut(), text.split_once(':')) {
                (true, Some((_, value)), _) => {
                    value.push(' ');
                    value.push_str(text.trim());
                }
                (_, _, Some((name, value))) => header.0.push((name.trim().to_ascii_lowercase(), value.trim().to_owned())),
                _ => {}
            }
        }
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// What a server said before the page.
#[derive(Debug, Default)]
struct Answer {
    wanted: bool,
    /// Whether it did not say what it sent.
    untold: bool,
    charset: Option<String>,
    chunked: bool,
    encodings: Vec<String>,
}

impl Answer {
    fn read(stream: &mut Stream) -> io::Result<Self> {
        let mut status = Vec::new();
        stream.line(&mut status, HEADER_LIMIT)?;
        let success = String::from_utf8_lossy(&status).split_whitespace().nth(1).is_some_and(|code| code.starts_with('2'));
        let Some(header) = Header::read(stream)? else { return Ok(Self::default()) };
        let media = header.value("content-type").unwrap_or_default().to_ascii_lowercase();
        let words = |name: &str| -> Vec<String> {
            header
                .value(name)
                .unwrap_or_default()
                .split(',')
                .map(|word| word.trim().to_ascii_lowercase())
                .filter(|word| !word.is_empty())
                .collect()
        };
        Ok(Self {
            wanted: success && (media.is_empty() || is_html(&media)),
            untold: media.is_empty(),
            charset: charset(&media),
            chunked: words("transfer-encoding").iter().any(|word| word == "chunked"),
            encodings: words("content-encoding"),
        })
    }

    /// The body without chunks and compression, and whether there were any; many crawlers take them off and leave the header.
    fn unpack(&self, mut body: Vec<u8>, limit: usize) -> Result<(Vec<u8>, bool), ReadProblem> {
        let mut packed = false;
        if self.chunked
            && let Some(whole) = without_chunks(&body)
        {
            body = whole;
            packed = true;
        }
        for encoding in self.encodings.iter().rev() {
            let unpacked = match encoding.as_str() {
                "gzip" | "x-gzip" if body.starts_with(&[0x1F, 0x8B]) => unpacked(MultiGzDecoder::new(&body[..]), limit),
                "deflate" if body.first().is_some_and(|byte| byte & 0x0F == 8) => unpacked(ZlibDecoder::new(&body[..]), limit),
                "zstd" if body.starts_with(&[0x28, 0xB5, 0x2F, 0xFD]) => {
                    zstd::Decoder::new(&body[..]).and_then(|decoder| unpacked(decoder, limit))
                }
                "br" if !looks_like_html(&body) => {
                    return Err(ReadProblem::Record("its page is packed with Brotli, which is not read: crawl without it".to_owned()));
                }
                _ => continue,
            };
            body = unpacked.map_err(ReadProblem::DamagedRecord)?;
            packed = true;
        }
        if body.len() > limit { Err(ReadProblem::TooLarge { limit }) } else { Ok((body, packed)) }
    }
}

/// All that a decoder gives up to one byte above `limit`; what came before damage, where something did.
fn unpacked(decoder: impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match decoder.take(limit as u64 + 1).read_to_end(&mut bytes) {
        Err(error) if bytes.is_empty() => Err(error),
        _ => Ok(bytes),
    }
}

/// The body of a chunked answer; none where it is not chunked. A last chunk may be cut short.
fn without_chunks(body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(body.len());
    let mut rest = body;
    let mut first = true;
    loop {
        let Some(end) = memchr::memchr(b'\n', &rest[..rest.len().min(1024)]) else { return (!first).then_some(whole) };
        let size = std::str::from_utf8(&rest[..end]).ok().and_then(|line| usize::from_str_radix(line.split(';').next()?.trim(), 16).ok());
        let Some(size) = size else { return (!first).then_some(whole) };
        rest = &rest[end + 1..];
        let part = &rest[..size.min(rest.len())];
        whole.extend_from_slice(part);
        if size == 0 || part.len() < size {
            return Some(whole);
        }
        rest = &rest[size..];
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        first = false;
    }
}

/// Bytes with a count of those that were read.
struct Counted {
    inner: Box<dyn BufRead + Send>,
    passed: usize,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.passed += read;
        Ok(read)
    }
}

impl BufRead for Counted {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.passed += bytes;
        self.inner.consume(bytes);
    }
}

/// The unpacked bytes of an archive.
enum Inner {
    Plain(Counted),
    /// One member of many.
    Gzip(BufReader<GzDecoder<Counted>>),
    /// A member is being changed for the next.
    Between,
}

struct Stream {
    inner: Inner,
    /// The line that is read next, from 1.
    line: usize,
    /// How many bytes were handed out, unpacked.
    handed: u64,
    /// Where in the archive the member that is being read begins.
    member: usize,
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stream").field("line", &self.line).finish_non_exhaustive()
    }
}

impl Stream {
    /// What is read next; nothing at the end of the archive.
    fn fill(&mut self) -> io::Result<&[u8]> {
        while let Inner::Gzip(member) = &mut self.inner {
            if !member.fill_buf()?.is_empty() {
                break;
            }
            if let Some(mut raw) = self.between() {
                let ended = raw.fill_buf()?.is_empty();
                self.member = raw.passed;
                self.inner = if ended { Inner::Plain(raw) } else { Inner::Gzip(BufReader::new(GzDecoder::new(raw))) };
            }
        }
        match &mut self.inner {
            Inner::Plain(bytes) => bytes.fill_buf(),
            Inner::Gzip(member) => member.fill_buf(),
            Inner::Between => Ok(&[]),
        }
    }

    /// Takes the packed bytes out of a member.
    fn between(&mut self) -> Option<Counted> {
        match std::mem::replace(&mut self.inner, Inner::Between) {
            Inner::Gzip(member) => Some(member.into_inner().into_inner()),
            other => {
                self.inner = other;
                None
            }
        }
    }

    fn consume(&mut self, bytes: usize) {
        self.handed += bytes as u64;
        match &mut self.inner {
            Inner::Plain(inner) => inner.consume(bytes),
            Inner::Gzip(inner) => inner.consume(bytes),
            Inner::Between => {}
        }
    }

    /// The offset in the archive of what is read next; of a packed one, that of its member.
    fn offset(&mut self) -> usize {
        // At the end of a member the next one is meant; an error comes up again with the record.
        let _ = self.fill();
        match &self.inner {
            Inner::Plain(bytes) => bytes.passed,
            Inner::Gzip(_) | Inner::Between => self.member,
        }
    }

    /// Reads a line with its line break, up to `limit` bytes of it; how many bytes were passed.
    fn line(&mut self, line: &mut Vec<u8>, limit: usize) -> io::Result<usize> {
        line.clear();
        let mut passed = 0;
        loop {
            let buffer = self.fill()?;
            if buffer.is_empty() {
                return Ok(passed);
            }
            let newline = memchr::memchr(b'\n', buffer);
            let used = newline.map_or(buffer.len(), |newline| newline + 1);
            line.extend_from_slice(&buffer[..used.min(limit.saturating_sub(line.len()))]);
            self.consume(used);
            passed += used;
            if newline.is_some() {
                self.line += 1;
                return Ok(passed);
            }
        }
    }

    /// Hands the next `length` bytes to `each`, as far as there are so many; how many there were.
    fn pass(&mut self, length: u64, mut each: impl FnMut(&[u8])) -> io::Result<u64> {
        let mut rest = length;
        while rest > 0 {
            let buffer = self.fill()?;
            if buffer.is_empty() {
                break;
            }
            let used = (buffer.len() as u64).min(rest) as usize;
            each(&buffer[..used]);
            let newlines = memchr::memchr_iter(b'\n', &buffer[..used]).count();
            self.line += newlines;
            self.consume(used);
            rest -= used as u64;
        }
        Ok(length - rest)
    }

    /// Goes on to the next line that begins a record, past what is damaged; whether there is one. The line is read.
    fn find_record(&mut self) -> io::Result<Option<usize>> {
        let mut line = Vec::new();
        loop {
            let offset = self.offset();
            match self.line(&mut line, 16) {
                Ok(0) => return Ok(None),
                Ok(_) if line.starts_with(b"WARC/") => return Ok(Some(offset)),
                Ok(_) => {}
                Err(_) if self.find_member()? => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Goes on to what looks like the beginning of a gzip member; whether there is one.
    fn find_member(&mut self) -> io::Result<bool> {
        const BEGIN: &[u8] = &[0x1F, 0x8B, 8];
        let Some(mut raw) = self.between() else { return Ok(false) };
        let mut matched = 0;
        loop {
            let buffer = raw.fill_buf()?;
            if buffer.is_empty() {
                self.inner = Inner::Plain(raw);
                return Ok(false);
            }
            let mut used = 0;
            for &byte in buffer {
                used += 1;
                matched = match matched {
                    _ if byte == BEGIN[matched] => matched + 1,
                    _ => usize::from(byte == BEGIN[0]),
                };
                if matched == BEGIN.len() {
                    break;
                }
            }
            raw.consume(used);
            if matched == BEGIN.len() {
                break;
            }
        }
        self.member = raw.passed - BEGIN.len();
        let again = Counted { inner: Box::new(BEGIN.chain(raw.inner)), passed: self.member };
        self.inner = Inner::Gzip(BufReader::new(GzDecoder::new(again)));
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined_and_what_has_none_is_left() {
        let rows: [(&[u8], Option<&[u8]>); 5] = [
            (b"4\r\nWiki\r\n5;x=y\r\npedia\r\n0\r\n\r\n", Some(b"Wikipedia")),
            (b"4\r\nWiki\r\n5\r\nped", Some(b"Wikiped")),
            (b"4\r\nWiki\r\n", Some(b"Wiki")),
            (b"<html><body>\n", None),
            (b"", None),
        ];
        for (body, expected) in rows {
            assert_eq!(without_chunks(body).as_deref(), expected, "{body:?}");
        }
    }
}
