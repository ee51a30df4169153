//! The block between two lines `---` at the top of a text file that says where the article comes from.

use super::error::ReadProblem;
use super::record::Fields;

/// What a block says, and where the article begins after it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub(super) fields: Fields,
    /// The line (from 1) on which the day of publication stands, for the message that it is none.
    pub(super) published_line: usize,
    /// Offset of the first byte after the block.
    pub(super) end: usize,
}

/// Reads the block at the top of `text`, if there is one; `from` is where the text begins (after a byte order mark).
///
/// # Errors
/// With the line (from 1) to blame.
pub(super) fn parse(text: &str, from: usize) -> Result<Option<FrontMatter>, (ReadProblem, usize)> {
    let mut lines = Lines { text, at: from };
    if lines.next().is_none_or(|line| line.trim_end() != "---") {
        return Ok(None);
    }
    let mut front = FrontMatter::default();
    let mut number = 1;
    let mut known = 0;
    while let Some(line) = lines.next() {
        number += 1;
        let line = line.trim_end();
        if line == "---" || line == "..." {
            front.end = lines.at;
            return Ok(Some(front));
        }
        // Values of unknown names may run over indented lines or lists.
        if line.is_empty() || line.starts_with(['#', ' ', '\t']) || line.starts_with("- ") {
            continue;
        }
        match name_and_value(line) {
            Some((name, value)) => known += usize::from(front.set(name, value, number).map_err(|problem| (problem, number))?),
            // A rule at the top of an article, not a block.
            None if known == 0 && !names_follow(text, lines.at) => return Ok(None),
            None => return Err((ReadProblem::FrontMatterLine, number)),
        }
    }
    if known == 0 { Ok(None) } else { Err((ReadProblem::FrontMatterOpen, 1)) }
}

/// Whether a line with a known name stands before the next line `---`.
fn names_follow(text: &str, from: usize) -> bool {
    Lines { text, at: from }.take_while(|line| !matches!(line.trim_end(), "---" | "...")).take(64).any(|line| {
        let mut front = FrontMatter::default();
        name_and_value(line).is_some_and(|(name, value)| front.set(name, value, 0).unwrap_or(true))
    })
}

impl FrontMatter {
    /// Keeps the value of a known name; whether it is one.
    fn set(&mut self, name: &str, value: &str, line: usize) -> Result<bool, ReadProblem> {
        let field = match name.to_ascii_lowercase().as_str() {
            "id" => &mut self.fields.id,
            "source" => &mut self.fields.source,
            "url" => &mut self.fields.url,
            "published" => {
                self.published_line = line;
                &mut self.fields.published
            }
            "title" => &mut self.fields.title,
            "group" => &mut self.fields.group,
            _ => return Ok(false),
        };
        if field.is_some() {
            return Err(ReadProblem::FrontMatterTwice(name.to_owned()));
        }
        let value = unquoted(value).ok_or_else(|| ReadProblem::FrontMatterQuote(name.to_owned()))?;
        if !value.is_empty() {
            *field = Some(value);
        }
        Ok(true)
    }
}

fn name_and_value(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let named = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    // "Warning:text" is no pair, "title:" and "title: x" are.
    (named && (value.is_empty() || value.starts_with([' ', '\t']))).then(|| (name, value.trim()))
}

/// The value without quotation marks around it; none where only the first is there.
fn unquoted(value: &str) -> Option<String> {
    for mark in ['"', '\''] {
        if let Some(rest) = value.strip_prefix(mark) {
            let inner = rest.strip_suffix(mark)?;
            return Some(if mark == '"' { inner.replace("\\\"", "\"").replace("\\\\", "\\") } else { inner.replace("''", "'") });
        }
    }
    Some(value.to_owned())
}

/// Lines without their line breaks, and where the next one begins.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            return None;
        }
        let length = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |newline| newline + 1);
        self.at += length;
        Some(rest[..length].trim_end_matches(['\n', '\r']))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Fields {
        parse(text, 0).expect("the block is right").expect("there is a block").fields
    }

    #[test]
    fn known_names_are_kept_and_others_passed_over() {
        let text = "---\r\nsource: The Herald\r\ntags:\r\n  - a\r\n- b\r\nTitle: \"Talks: a \\\"first\\\" step\"\r\n# note\r\nurl: https://h.example/a:b\r\ngroup:\r\n---\r\nBody.";
        let front = parse(text, 0).expect("the block is right").expect("there is a block");
        assert_eq!(front.fields.source.as_deref(), Some("The Herald"));
        assert_eq!(front.fields.title.as_deref(), Some("Talks: a \"first\" step"));
        assert_eq!(front.fields.url.as_deref(), Some("https://h.example/a:b"));
        assert_eq!(front.fields.group, None);
        assert_eq!(&text[front.end..], "Body.");
        assert_eq!(fields("---\ntitle: 'It''s'\n...\nx").title.as_deref(), Some("It's"));
    }

    #[test]
    fn a_rule_at_the_top_is_no_block() {
        for text in
            ["---\nThe article begins here.\n", "--- \n\nBody.\n\n---", "----\nsource: x\n---\n", "No block\n---\n", "---\nNote: a rule.\n"]
        {
            assert!(matches!(parse(text, 0), Ok(None)), "{text:?}");
        }
    }

    #[test]
    fn a_broken_block_names_its_line() {
        let rows = [
            ("---\nsource: x\nBody without an end.\n", 3, "not a line of front matter"),
            ("---\nsource: x\n\n", 1, "not closed"),
            ("---\nsource: x\nsource: y\n---\n", 3, "source stands twice"),
            ("---\ntitle: \"x\n---\n", 2, "value of title opens a quotation mark"),
            ("---\nThis is prose\nsource: x\n---\n", 2, "not a line of front matter"),
        ];
        for (text, line, message) in rows {
            let (problem, at) = parse(text, 0).expect_err("the block is broken");
            assert_eq!(at, line, "{text:?}");
            assert!(problem.to_string().contains(message), "{problem}");
        }
    }
}
