//! The words beside a place in the text, on its line: what rules that look around a number ask for.

use std::borrow::Cow;

use crate::article::{Span, leading_letters, trailing_letters};
use crate::gazetteer::edges::Edges;

/// Whether a character stands inside a word as the rules here read words: letters, digits, and marks that join them.
fn in_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '\'' | '’' | '-' | '.' | '‐')
}

/// Whether a character is white space that does not end the line.
pub(crate) fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// The place of the next ASCII digit at or after `from`; stretches without one are passed over many bytes at a time.
pub(crate) fn next_digit(text: &str, from: usize) -> Option<usize> {
    const STRIDE: usize = 32;
    let rest = &text.as_bytes()[from..];
    let (chunks, _) = rest.as_chunks::<STRIDE>();
    let has_digit = |chunk: &[u8; STRIDE]| chunk.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    let passed = STRIDE * chunks.iter().position(has_digit).unwrap_or(chunks.len());
    rest[passed..].iter().position(u8::is_ascii_digit).map(|offset| from + passed + offset)
}

/// [`in_word`] for a character of one byte.
#[inline]
fn in_ascii_word(byte: u8) -> bool {
    const INSIDE: [bool; 256] = {
        let mut inside = [false; 256];
        let mut byte = 0;
        while byte < 0x80 {
            inside[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'\'' | b'-' | b'.');
            byte += 1;
        }
        inside
    };
    INSIDE[usize::from(byte)]
}

/// Bytes of `text` up to the first character that does not stand inside a word.
fn word_length(text: &str) -> usize {
    // Bytes first: a character beyond ASCII is looked at as such.
    let letters = leading_letters(text.as_bytes());
    let ascii = letters + text.as_bytes()[letters..].iter().take_while(|&&byte| in_ascii_word(byte)).count();
    match text.as_bytes().get(ascii) {
        Some(byte) if !byte.is_ascii() => text[ascii..].find(|character| !in_word(character)).map_or(text.len(), |length| ascii + length),
        _ => ascii,
    }
}

/// The text without the blanks that it begins with.
#[inline]
fn after_blanks(text: &str) -> &str {
    match text.as_bytes() {
        // Nearly always there is a space, and a word after it.
        [b' ', next, ..] if in_ascii_word(*next) => &text[1..],
        [first, ..] if in_ascii_word(*first) => text,
        _ => text.trim_start_matches(is_blank),
    }
}

/// The text without the blanks that it ends with.
#[inline]
fn before_blanks(text: &str) -> &str {
    match text.as_bytes() {
        [.., last, b' '] if in_ascii_word(*last) => &text[..text.len() - 1],
        [.., last] if in_ascii_word(*last) => text,
        _ => text.trim_end_matches(is_blank),
    }
}

/// The word that ends at `at`, or before the blanks there.
pub(crate) fn word_before(text: &str, at: usize) -> Option<Span> {
    let before = before_blanks(&text[..at]);
    let before = before.strip_suffix('-').unwrap_or(before);
    let end = before.len();
    // Bytes first, as in `word_length`.
    let letters = trailing_letters(before.as_bytes());
    let ascii = letters + before.as_bytes()[..end - letters].iter().rev().take_while(|&&byte| in_ascii_word(byte)).count();
    let start = match before.as_bytes()[..end - ascii].last() {
        Some(byte) if !byte.is_ascii() => before
            .rfind(|character| !in_word(character))
            .map_or(0, |index| index + before[index..].chars().next().map_or(1, char::len_utf8)),
        _ => end - ascii,
    };
    (start < end).then(|| Span::new(start, end))
}

/// The word that begins at `at`, or after the blanks there, without a full stop, dash or apostrophe at its end.
pub(crate) fn word_after(text: &str, at: usize) -> Option<Span> {
    let after = &text[at..];
    let rest = after_blanks(after);
    let start = text.len() - rest.len();
    let word = &rest[..word_length(rest)];
    let ends_plainly = word.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric);
    let word = if ends_plainly { word } else { word.trim_end_matches(['.', '-', '\'', '’']) };
    (!word.is_empty()).then(|| Span::new(start, start + word.len()))
}

/// The longest run of words before `at`, up to `count` words, for which `look_up` (given it in lower case) answers; `edges` are
/// those of all phrases for which it does.
pub(crate) fn phrase_before<T>(
    text: &str,
    at: usize,
    count: usize,
    edges: &Edges,
    look_up: impl Fn(&str) -> Option<T>,
) -> Option<(Span, T)> {
    // A word ends after blanks and a hyphen are left out, as `word_before` has it.
    let before = before_blanks(&text[..at]);
    if !edges.may_end(before.strip_suffix('-').unwrap_or(before)) {
        return None;
    }
    let mut starts = [0_usize; 8];
    let mut found = 0;
    let mut place = at;
    let mut end = at;
    while found < count.min(starts.len()) {
        let Some(word) = word_before(text, place) else { break };
        if found == 0 {
            end = word.end;
        }
        starts[found] = word.start;
        found += 1;
        place = word.start;
    }
    if found == 0 {
        return None;
    }
    let from = starts[found - 1];
    let mut buffer = [0; SHORT];
    let lower = small(&text[from..end], &mut buffer);
    (0..found).rev().find_map(|index| look_up(&lower[starts[index] - from..]).map(|answer| (Span::new(starts[index], end), answer)))
}

/// The longest phrase that is made small without memory of its own, in bytes.
const SHORT: usize = 64;

/// The words with their ASCII letters in lower case.
fn small<'b>(words: &str, buffer: &'b mut [u8; SHORT]) -> Cow<'b, str> {
    if let Some(bytes) = buffer.get_mut(..words.len()) {
        bytes.copy_from_slice(words.as_bytes());
        bytes.make_ascii_lowercase();
        if let Ok(lower) = std::str::from_utf8(bytes) {
            return Cow::Borrowed(lower);
        }
    }
    Cow::Owned(words.to_ascii_lowercase())
}

/// The longest run of words from `at`, up to `count` words, for which `look_up` (given it in lower case) answers.
///
/// `at` may stand before blanks or one hyphen. Words are joined by blanks or hyphens. `edges` are those of all phrases for which
/// `look_up` answers.
pub(crate) fn phrase_after<T>(
    text: &str,
    at: usize,
    count: usize,
    edges: &Edges,
    look_up: impl Fn(&str) -> Option<T>,
) -> Option<(Span, T)> {
    if !edges.may_begin(after_blanks(&text[at..])) {
        return None;
    }
    phrase_where(text, at, count, look_up)
}

/// As [`phrase_after`], for a rule that has no table.
pub(crate) fn phrase_where<T>(text: &str, at: usize, count: usize, look_up: impl Fn(&str) -> Option<T>) -> Option<(Span, T)> {
    let start = text.len() - after_blanks(&text[at..]).len();
    let mut ends = [0_usize; 8];
    let mut found = 0;
    let mut place = start;
    while found < count.min(ends.len()) {
        let Some(word) = word_after(text, place) else { break };
        if found > 0 && text[place..word.start].contains(['.', '-']) {
            break;
        }
        ends[found] = word.end;
        found += 1;
        place = word.end;
    }
    if found == 0 {
        return None;
    }
    let mut buffer = [0; SHORT];
    let lower = small(&text[start..ends[found - 1]], &mut buffer);
    (0..found).rev().find_map(|index| look_up(&lower[..ends[index] - start]).map(|answer| (Span::new(start, ends[index]), answer)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_on_both_sides_of_a_place() {
        let text = "no fewer than 50 of them.";
        assert_eq!(word_before(text, 14).map(|word| word.of(text)), Some("than"));
        assert_eq!(word_after(text, 16).map(|word| word.of(text)), Some("of"));
        assert_eq!(word_after(text, 19).map(|word| word.of(text)), Some("them"));
        assert_eq!(word_after("50 (of", 2), None);
        assert_eq!(word_before("a\n50", 2), None);
    }

    #[test]
    fn the_longest_phrase_wins() {
        let text = "No fewer than 50";
        let known = |phrase: &str| matches!(phrase, "fewer than" | "no fewer than").then_some(());
        let edges = Edges::of(["fewer than", "no fewer than"].into_iter());
        assert_eq!(phrase_before(text, 14, 4, &edges, known).map(|(span, ())| span.of(text)), Some("No fewer than"));
        let text = "50 or more people";
        let known = |phrase: &str| matches!(phrase, "or more").then_some(());
        assert_eq!(phrase_after(text, 2, 4, &Edges::of(["or more"].into_iter()), known).map(|(span, ())| span.of(text)), Some("or more"));
    }
}
