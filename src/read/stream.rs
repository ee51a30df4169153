//! Bytes out of files, decompressed, within bounds: whole files and single lines.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use super::discovery::{Input, Packing};
use super::error::ReadProblem;

const BUFFER: usize = 1 << 16;

/// The decompressed bytes of one file.
pub(super) struct Bytes {
    inner: Box<dyn BufRead + Send>,
    packing: Option<&'static str>,
}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bytes").field("packing", &self.packing).finish_non_exhaustive()
    }
}

/// A line within the bound, past it, or the end of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// It stands in the buffer, without its line break; the number of bytes passed, line break included.
    Whole(usize),
    /// It was longer than the bound and is passed over; the number of bytes passed.
    TooLong(usize),
    End,
}

impl Bytes {
    pub(super) fn open(input: &Input) -> Result<Self, ReadProblem> {
        let raw: Box<dyn Read + Send> = match &input.path {
            Some(path) => Box::new(File::open(path).map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => ReadProblem::NotFound,
                _ => ReadProblem::Unreadable(error),
            })?),
            None => Box::new(io::stdin()),
        };
        let mut raw = BufReader::with_capacity(BUFFER, raw);
        let packing = match input.packing {
            Packing::Told => told(raw.fill_buf().map_err(ReadProblem::Unreadable)?),
            packing => packing,
        };
        Ok(match packing {
            Packing::Gzip => {
                Self { inner: Box::new(BufReader::with_capacity(BUFFER, flate2::bufread::MultiGzDecoder::new(raw))), packing: Some("gzip") }
            }
            Packing::Zstd => {
                let decoder = zstd::stream::read::Decoder::with_buffer(raw).map_err(ReadProblem::Unreadable)?;
                Self { inner: Box::new(BufReader::with_capacity(BUFFER, decoder)), packing: Some("zstd") }
            }
            Packing::Plain | Packing::Told => Self { inner: Box::new(raw), packing: None },
        })
    }

    /// The bytes as they are stored, and whether they are a gzip: for archives, whose members are read one by one. Other
    /// packings are unpacked.
    pub(super) fn open_stored(input: &Input) -> Result<(Box<dyn BufRead + Send>, bool), ReadProblem> {
        let gzip = Input { packing: Packing::Plain, ..input.clone() };
        match input.packing {
            Packing::Gzip => Self::open(&gzip).map(|bytes| (bytes.inner, true)),
            Packing::Plain | Packing::Zstd | Packing::Told => Self::open(input).map(|bytes| (bytes.inner, false)),
        }
    }

    /// What is left of them.
    pub(super) fn into_inner(self) -> Box<dyn BufRead + Send> {
        self.inner
    }

    /// No bytes.
    pub(super) fn empty() -> Self {
        Self { inner: Box::new(io::empty()), packing: None }
    }

    /// What they begin with after a byte order mark and white space, left in place; nothing where the first buffer holds no more.
    pub(super) fn beginning(&mut self) -> Result<&[u8], ReadProblem> {
        let packing = self.packing;
        let buffer = self.inner.fill_buf().map_err(|error| problem(packing, error))?;
        let buffer = buffer.strip_prefix("\u{feff}".as_bytes()).unwrap_or(buffer);
        Ok(buffer.trim_ascii_start())
    }

    /// Everything there is, up to `limit` bytes.
    pub(super) fn whole(mut self, limit: usize) -> Result<Vec<u8>, ReadProblem> {
        let mut bytes = Vec::new();
        let packing = self.packing;
        self.inner.by_ref().take(limit as u64 + 1).read_to_end(&mut bytes).map_err(|error| problem(packing, error))?;
        if bytes.len() > limit { Err(ReadProblem::TooLarge { limit }) } else { Ok(bytes) }
    }

    /// Reads the next line into `line`, which never grows past `limit` bytes.
    pub(super) fn line(&mut self, line: &mut Vec<u8>, limit: usize) -> Result<Line, ReadProblem> {
        line.clear();
        let mut passed = 0;
        let mut too_long = false;
        loop {
            let packing = self.packing;
            let buffer = self.inner.fill_buf().map_err(|error| problem(packing, error))?;
            if buffer.is_empty() {
                break;
            }
            let newline = memchr::memchr(b'\n', buffer);
            let part = &buffer[..newline.unwrap_or(buffer.len())];
            if too_long || line.len() + part.len() > limit {
                too_long = true;
                line.clear();
            } else {
                line.extend_from_slice(part);
            }
            let used = newline.map_or(buffer.len(), |newline| newline + 1);
            self.inner.consume(used);
            passed += used;
            if newline.is_some() {
                break;
            }
        }
        Ok(match (passed, too_long) {
            (0, _) => Line::End,
            (_, true) => Line::TooLong(passed),
            (_, false) => Line::Whole(passed),
        })
    }
}

fn told(start: &[u8]) -> Packing {
    match start {
        [0x1F, 0x8B, ..] => Packing::Gzip,
        [0x28, 0xB5, 0x2F, 0xFD, ..] => Packing::Zstd,
        _ => Packing::Plain,
    }
}

fn problem(packing: Option<&'static str>, error: io::Error) -> ReadProblem {
    match packing {
        Some(format) => ReadProblem::Compressed { format, error },
        None => ReadProblem::Unreadable(error),
    }
}

/// The bytes as text, or why they are none; `before` is how many bytes of the file stand before them.
pub(super) fn text(bytes: Vec<u8>, before: usize) -> Result<String, (ReadProblem, usize)> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err((ReadProblem::Utf16, 0));
    }
    if let Some(offset) = memchr::memchr(0, &bytes) {
        return Err((ReadProblem::Binary { offset: before + offset }, newlines(&bytes[..offset])));
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        (ReadProblem::NotUtf8 { offset: before + offset, byte: bytes[offset] }, newlines(&bytes[..offset]))
    })
}

fn newlines(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', bytes).count()
}
