//! Which encoding a page is in, and its text: pages, unlike texts, say so themselves.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::error::ReadProblem;

/// How far into a page its encoding is looked for; browsers stop after 1024 bytes.
const DECLARED_WITHIN: usize = 4096;

/// The text of a page; `named` is the encoding that the server gave.
///
/// A byte order mark decides; then what is UTF-8 is taken for it, whatever else is said (no text of another encoding looks like
/// it by chance); then the server's word, the page's own, and windows-1252. Bytes that stand for nothing become U+FFFD.
pub(super) fn decode(bytes: Vec<u8>, named: Option<&str>) -> Result<String, ReadProblem> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes)
        && encoding != UTF_8
    {
        return Ok(encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned());
    }
    if let Some(offset) = memchr::memchr(0, &bytes[..bytes.len().min(DECLARED_WITHIN)]) {
        return Err(ReadProblem::Binary { offset });
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error.into_bytes(),
    };
    let encoding =
        named.and_then(|label| Encoding::for_label(label.trim().as_bytes())).or_else(|| declared(&bytes)).unwrap_or(WINDOWS_1252);
    // Said to be UTF-8 and not: cut short or with a stray byte where some of it is, mislabelled where none is.
    let encoding = if encoding == UTF_8 && !has_utf8_character(&bytes) { WINDOWS_1252 } else { encoding };
    Ok(match encoding.decode_without_bom_handling(&bytes).0 {
        Cow::Borrowed(text) => text.to_owned(),
        Cow::Owned(text) => text,
    })
}

/// The encoding that `meta charset`, `meta http-equiv` or an XML declaration names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes[..bytes.len().min(DECLARED_WITHIN)].to_ascii_lowercase();
    ["charset", "encoding"].iter().find_map(|name| {
        memchr::memmem::find_iter(&start, name).find_map(|at| {
            let rest = start[at + name.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
            let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest).trim_ascii_start();
            let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.')).count();
            Encoding::for_label(&rest[..length])
        })
    })
}

/// Whether a character of several bytes is written as UTF-8 writes it.
fn has_utf8_character(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_told_from_what_the_page_and_the_server_say() {
        let rows: [(&[u8], Option<&str>, &str); 9] = [
            ("café £".as_bytes(), None, "café £"),
            ("<meta charset=latin1>café £".as_bytes(), Some("windows-1251"), "<meta charset=latin1>café £"),
            (b"caf\xe9 \xa3 \x93so\x94", None, "café £ “so”"),
            (b"<meta charset='windows-1251'>\xcc\xe8\xf0", None, "<meta charset='windows-1251'>Мир"),
            (
                b"<META http-equiv=x content=\"text/html; charset=ISO-8859-2\">\xb3",
                None,
                "<META http-equiv=x content=\"text/html; charset=ISO-8859-2\">ł",
            ),
            (b"\xcc\xe8\xf0", Some("windows-1251"), "Мир"),
            (b"<meta charset=utf-8>caf\xe9", None, "<meta charset=utf-8>café"),
            ("<meta charset=utf-8>café \u{e9}".as_bytes(), None, "<meta charset=utf-8>café é"),
            (b"\xff\xfeO\x00n\x00", None, "On"),
        ];
        for (bytes, named, expected) in rows {
            assert_eq!(decode(bytes.to_vec(), named).ok().as_deref(), Some(expected));
        }
        assert_eq!(
            decode(b"<meta charset=utf-8>caf\xc3\xa9 \xff".to_vec(), None).ok().as_deref(),
            Some("<meta charset=utf-8>café \u{fffd}")
        );
        assert!(decode(b"\x89PNG\x00\x00".to_vec(), None).is_err());
    }
}
