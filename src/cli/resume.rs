//! Where an interrupted `extract` left off: what of a file is whole, and which article its last lines are of.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

use anyhow::{Context, bail};
use serde::Deserialize;

/// How many bytes are read at a time, from the end of the file towards its beginning.
const BLOCK: u64 = 1 << 16;

/// Which of a file's lines stand for an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lines {
    /// Claims, any number an article: the last one's may be missing, so that the article is done again.
    Claims,
    /// One record an article.
    Records,
}

impl Lines {
    /// The id of the article that `line` is of.
    fn article(self, line: &[u8]) -> serde_json::Result<String> {
        #[derive(Deserialize)]
        struct ClaimLine {
            article: String,
        }
        #[derive(Deserialize)]
        struct RecordLine {
            id: String,
        }
        match self {
            Self::Claims => serde_json::from_slice(line).map(|line: ClaimLine| line.article),
            Self::Records => serde_json::from_slice(line).map(|line: RecordLine| line.id),
        }
    }
}

/// What an interrupted run left in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Left {
    lines: Lines,
    /// The article of the last whole line; none where the file holds none.
    pub(crate) last: Option<String>,
    /// How many bytes of the file stay.
    bytes: u64,
    /// Whether `last` has come by in the input.
    passed: bool,
}

impl Left {
    /// Looks at the end of `path`; a file that is not there was left empty.
    pub(crate) fn in_file(path: &Path, lines: Lines) -> anyhow::Result<Self> {
        let mut left = Self { lines, last: None, bytes: 0, passed: false };
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(left),
            Err(error) => return Err(error).with_context(|| format!("{}: cannot be read; check the file and its rights", path.display())),
        };
        let mut backward = Backward::new(file).with_context(|| unreadable(path))?;
        while let Some((start, line)) = backward.line().with_context(|| unreadable(path))? {
            let article = lines.article(&line).with_context(|| {
                format!(
                    "{}: the line at byte {start} is not one that extract wrote; name the file of the interrupted run, or leave --resume out",
                    path.display()
                )
            })?;
            match (&left.last, lines) {
                (None, Lines::Records) => {
                    left.last = Some(article);
                    left.bytes = start + line.len() as u64 + 1;
                    break;
                }
                (None, Lines::Claims) => left.last = Some(article),
                (Some(last), _) if *last != article => break,
                _ => {}
            }
            left.bytes = start;
        }
        Ok(left)
    }

    /// Whether an article that comes by in the input is still to be done; asked once for each, in order.
    pub(crate) fn wants(&mut self, article: &str) -> bool {
        if self.passed || self.last.is_none() {
            return true;
        }
        self.passed = self.last.as_deref() == Some(article);
        self.passed && self.lines == Lines::Claims
    }

    /// Refuses an input that the last article did not come by in.
    pub(crate) fn check_passed(&self, path: &Path) -> anyhow::Result<()> {
        match &self.last {
            Some(last) if !self.passed => bail!(
                "{}: its last article, {last}, is not in the input; name the inputs of the interrupted run, or leave --resume out to start again",
                path.display()
            ),
            _ => Ok(()),
        }
    }

    /// Opens the file for what follows; what was left unfinished is cut off.
    pub(crate) fn open(&self, path: &Path) -> anyhow::Result<Box<dyn Write>> {
        let open = || {
            let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
            file.set_len(self.bytes)?;
            file.seek(SeekFrom::End(0))?;
            io::Result::Ok(file)
        };
        let file = open().with_context(|| format!("{}: cannot be written; check the folder and its rights", path.display()))?;
        Ok(Box::new(BufWriter::new(file)))
    }
}

fn unreadable(path: &Path) -> String {
    format!("{}: cannot be read to its beginning", path.display())
}

/// The whole lines of a file, the last first.
struct Backward {
    file: File,
    /// Where in the file `bytes` begin.
    start: u64,
    /// What has been read and not handed out.
    bytes: Vec<u8>,
}

impl Backward {
    /// Passes over what stands after the last line break.
    fn new(mut file: File) -> io::Result<Self> {
        let start = file.seek(SeekFrom::End(0))?;
        let mut backward = Self { file, start, bytes: Vec::new() };
        while memchr::memrchr(b'\n', &backward.bytes).is_none() && backward.start > 0 {
            backward.bytes.clear();
            backward.read_block()?;
        }
        let end = memchr::memrchr(b'\n', &backward.bytes).map_or(0, |end| end + 1);
        backward.bytes.truncate(end);
        Ok(backward)
    }

    fn read_block(&mut self) -> io::Result<()> {
        let length = self.start.min(BLOCK);
        self.start -= length;
        self.file.seek(SeekFrom::Start(self.start))?;
        let mut block = vec![0; length as usize];
        self.file.read_exact(&mut block)?;
        block.append(&mut self.bytes);
        self.bytes = block;
        Ok(())
    }

    /// The next line towards the beginning, without its line break, and where it begins.
    fn line(&mut self) -> io::Result<Option<(u64, Vec<u8>)>> {
        loop {
            if self.bytes.is_empty() && self.start > 0 {
                self.read_block()?;
            }
            let Some(end) = self.bytes.len().checked_sub(1) else { return Ok(None) };
            let begin = match memchr::memrchr(b'\n', &self.bytes[..end]) {
                Some(before) => before + 1,
                None if self.start == 0 => 0,
                None => {
                    self.read_block()?;
                    continue;
                }
            };
            let mut line = self.bytes.split_off(begin);
            line.pop();
            return Ok(Some((self.start + begin as u64, line)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str, lines: Lines) -> (Option<String>, u64) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("claims.jsonl");
        std::fs::write(&path, text).expect("a file");
        let left = Left::in_file(&path, lines).expect("lines of extract");
        (left.last, left.bytes)
    }

    fn claim(article: &str) -> String {
        format!("{{\"id\":\"x\",\"article\":\"{article}\"}}\n")
    }

    #[test]
    fn the_last_article_is_cut_with_a_partial_tail() {
        let (a, b) = (claim("a"), claim("b"));
        let rows: [(String, Option<&str>, usize); 6] = [
            (String::new(), None, 0),
            (a[..10].to_owned(), None, 0),
            (a.clone(), Some("a"), 0),
            (format!("{a}{b}"), Some("b"), a.len()),
            (format!("{a}{b}{b}{}", &b[..5]), Some("b"), a.len()),
            (format!("{a}{}", &b[..b.len() - 1]), Some("a"), 0),
        ];
        for (text, last, bytes) in rows {
            assert_eq!(left(&text, Lines::Claims), (last.map(str::to_owned), bytes as u64), "{text}");
        }
    }

    #[test]
    fn lines_longer_than_a_block_are_read_whole() {
        let long = format!("{{\"article\":\"b\",\"text\":\"{}\"}}\n", "x".repeat(3 * BLOCK as usize));
        let a = claim("a");
        assert_eq!(left(&format!("{a}{long}{long}"), Lines::Claims), (Some("b".to_owned()), a.len() as u64));
        let tail = format!("{a}{}", long.trim_end());
        assert_eq!(left(&tail, Lines::Claims), (Some("a".to_owned()), 0));
    }

    #[test]
    fn records_stay_with_the_last_one() {
        let text = "{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":";
        assert_eq!(left(text, Lines::Records), (Some("b".to_owned()), 22));
    }
}
