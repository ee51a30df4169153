//! Splits a sentence into tokens the way English treebanks do, as spans of the text.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::sentence::Token;
use crate::article::{Span, leading_letters};

/// The forms of `token_rules.tsv`, by rule.
#[derive(Default)]
struct Rules {
    abbreviations: FxHashSet<&'static str>,
    /// Abbreviations that are words too: "Ill.", "remain ill."
    capital: FxHashSet<&'static str>,
    before_number: FxHashSet<&'static str>,
    prefixes: FxHashSet<&'static str>,
    units: FxHashSet<&'static str>,
    whole: FxHashSet<&'static str>,
    whole_begin: Beginnings,
    /// Length in bytes of the first of the two tokens.
    joined: FxHashMap<&'static str, usize>,
    joined_begin: Beginnings,
}

/// How some forms begin: for each first byte the bytes that follow it, a bit each, whatever their case; few other words pass.
#[derive(Default)]
struct Beginnings([u32; 32]);

impl Beginnings {
    fn add(&mut self, form: &str) {
        if let [first, second, ..] = form.as_bytes() {
            self.0[letter(*first)] |= 1 << letter(*second);
        }
    }

    fn may_hold(&self, word: &str) -> bool {
        matches!(word.as_bytes(), [first, second, ..] if self.0[letter(*first)] >> letter(*second) & 1 == 1)
    }
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let mut rules = Rules::default();
    for line in include_str!("token_rules.tsv").lines().filter(|line| !line.starts_with('#')).skip(1) {
        let mut cells = line.split('\t');
        let (Some(rule), Some(form)) = (cells.next(), cells.next()) else { continue };
        match rule {
            "abbreviation" => _ = rules.abbreviations.insert(form),
            "capital" => _ = rules.capital.insert(form),
            "before_number" => _ = rules.before_number.insert(form),
            "prefix" => _ = rules.prefixes.insert(form),
            "unit" => _ = rules.units.insert(form),
            "whole" => {
                rules.whole.insert(form);
                rules.whole_begin.add(form);
            }
            _ => {
                rules.joined.insert(form, cells.next().and_then(|parts| parts.find('|')).unwrap_or(0));
                rules.joined_begin.add(form);
            }
        }
    }
    rules
});

/// The bits of a letter that both cases share.
fn letter(byte: u8) -> usize {
    usize::from(byte & 31)
}

/// The tokens of `sentence` in `text`.
///
/// Contractions and possessives are split ("don't" is "do" and "n't", "U.S.'s" is "U.S." and "'s"), hyphens too unless they follow a
/// prefix ("war-torn" is three tokens, "non-citizen" one), currency signs and units leave their figure ("$5m" is "$", "5", "m"), and
/// abbreviations keep their full stop. Tokens never overlap, hold no white space, and leave nothing but white space between them.
pub fn tokenize(text: &str, sentence: Span) -> Vec<Token> {
    let mut tokens = Vec::new();
    tokenize_into(text, sentence, &mut tokens);
    tokens
}

/// [`tokenize`] into a vector that is emptied first.
pub(crate) fn tokenize_into(text: &str, sentence: Span, tokens: &mut Vec<Token>) {
    tokens.clear();
    let words = sentence.of(text);
    // A token has about five bytes with the blank before it; tables of figures have less.
    tokens.reserve(words.len() / 4);
    let bytes = words.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if is_blank(byte) {
            at += 1;
            continue;
        }
        if !byte.is_ascii()
            && let Some(blank) = words[at..].chars().next().filter(|character| character.is_whitespace())
        {
            at += blank.len_utf8();
            continue;
        }
        let letters = leading_letters(&bytes[at..]);
        let end = match &bytes[at + letters..] {
            [] => words.len(),
            [byte, ..] if is_blank(*byte) => at + letters,
            rest => {
                let ascii = rest.iter().position(|&byte| is_blank(byte) || !byte.is_ascii());
                match ascii.map(|length| at + letters + length) {
                    Some(end) if bytes[end].is_ascii() => end,
                    Some(end) => words[end..].find(char::is_whitespace).map_or(words.len(), |length| end + length),
                    None => words.len(),
                }
            }
        };
        let mut chunk = Chunk::new(&words[..end], at, words, sentence.start, tokens);
        if letters == end - at {
            chunk.split_letters();
        } else {
            chunk.split();
        }
        at = end;
    }
}

/// Whether a byte is white space by itself.
fn is_blank(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// A stretch without white space: `upto` ends with it, and it begins at byte `at`.
struct Chunk<'a> {
    /// The sentence up to the end of the chunk.
    upto: &'a str,
    /// Next byte to split.
    at: usize,
    /// The whole sentence.
    words: &'a str,
    /// Where the sentence begins in the text.
    base: usize,
    tokens: &'a mut Vec<Token>,
}

const APOSTROPHES: [char; 2] = ['\'', '’'];

/// The lower-case form of a short ASCII word, on the stack.
fn lowered<'b>(word: &str, buffer: &'b mut [u8; 16]) -> Option<&'b str> {
    let bytes = buffer.get_mut(..word.len())?;
    bytes.copy_from_slice(word.as_bytes());
    bytes.make_ascii_lowercase();
    std::str::from_utf8(bytes).ok()
}

/// Whether `word` in lower case is one of `forms`.
fn listed(forms: &FxHashSet<&'static str>, word: &str) -> bool {
    lowered(word, &mut [0; 16]).is_some_and(|form| forms.contains(form))
}

impl<'a> Chunk<'a> {
    fn new(upto: &'a str, at: usize, words: &'a str, base: usize, tokens: &'a mut Vec<Token>) -> Self {
        Self { upto, at, words, base, tokens }
    }

    fn rest(&self) -> &'a str {
        &self.upto[self.at..]
    }

    fn emit(&mut self, length: usize) {
        let start = self.base + self.at;
        self.tokens.push(Token { span: Span::new(start, start + length) });
        self.at += length;
    }

    fn is_last(&self) -> bool {
        self.words[self.upto.len()..].trim_start().is_empty()
    }

    /// Splits a chunk of nothing but letters: the short way for most words, the same as [`split`](Self::split).
    fn split_letters(&mut self) {
        let word = self.rest();
        if let Some(cut) = joined(word) {
            self.emit(cut);
        }
        self.emit(self.rest().len());
    }

    /// Splits the chunk from left to right.
    fn split(&mut self) {
        if self.rest().starts_with(APOSTROPHES) && clitic_length(self.rest()) == Some(self.rest().len())
            || RULES.whole_begin.may_hold(self.rest()) && RULES.whole.contains(self.rest())
        {
            return self.emit(self.rest().len());
        }
        let address = looks_like_address(self.rest());
        while let Some(first) = self.rest().chars().next() {
            if address && is_word(first) {
                let length = address_length(self.rest());
                if looks_like_address(&self.rest()[..length]) {
                    self.emit(length);
                    continue;
                }
            }
            if is_word(first) {
                self.split_word();
            } else {
                self.split_mark(first);
            }
        }
    }

    /// Whether the last token ends where the next begins.
    fn touches_token(&self) -> bool {
        self.tokens.last().is_some_and(|token| token.span.end == self.base + self.at)
    }

    fn split_mark(&mut self, first: char) {
        let rest = self.rest();
        let width = first.len_utf8();
        let after = &rest[width..];
        let next = after.chars().next();
        if APOSTROPHES.contains(&first) {
            if self.touches_token()
                && let Some(length) = clitic_length(rest)
            {
                return self.emit(length);
            }
            // "'73", "'90s": the century left out; "'em" and the like.
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            if !self.touches_token() && digits == 2 {
                let plural = usize::from(after[digits..].starts_with('s'));
                if !after[digits + plural..].starts_with(is_word) {
                    return self.emit(width + digits + plural);
                }
            }
            if next == Some(first) {
                return self.emit(2 * width);
            }
            return self.emit(width);
        }
        // "-5", "+1" and ".5" at the start of a chunk belong to the figure.
        if matches!(first, '.' | '+') && !self.touches_token() && next.is_some_and(|next| next.is_ascii_digit()) {
            let length = width + number_length(after);
            return self.emit(length);
        }
        if matches!(first, '#' | '@') && !self.touches_token() && next.is_some_and(char::is_alphabetic) {
            let length = after.find(|character: char| !is_word(character)).unwrap_or(after.len());
            return self.emit(width + length);
        }
        let length = match first {
            '.' | '…' => rest.find(|character| !matches!(character, '.' | '…')),
            '!' | '?' => rest.find(|character| !matches!(character, '!' | '?')),
            '-' | '*' | '=' | '~' | '_' | '<' | '>' | '+' | '`' | '^' | '|' | '•' => rest.find(|character| character != first),
            _ => Some(width),
        };
        self.emit(length.unwrap_or(rest.len()));
    }

    fn split_word(&mut self) {
        let rest = self.rest();
        let length = self.word_length();
        let word = &rest[..length];
        let first = word.as_bytes()[0];
        if first.is_ascii_digit() {
            let number = number_length(word);
            let suffix = &word[number..];
            if number > 0 && !suffix.is_empty() && listed(&RULES.units, suffix) {
                self.emit(number);
                return self.emit(suffix.len());
            }
        } else if let Some(cut) = contraction(word) {
            self.emit(cut);
            return self.emit(length - cut);
        }
        self.emit(length);
    }

    /// Bytes of the word that begins here, its abbreviation mark included.
    fn word_length(&self) -> usize {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let mut length = 0;
        loop {
            length += bytes[length..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            let Some(character) = rest[length..].chars().next() else { break };
            let width = character.len_utf8();
            let before = &rest[..length];
            let after = &rest[length + width..];
            let keep = match character {
                '.' => self.keeps_period(before, after),
                ',' => {
                    before.ends_with(|last: char| last.is_ascii_digit())
                        && before.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
                        && after.starts_with(|next: char| next.is_ascii_digit())
                }
                ':' => {
                    before.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
                        && after.starts_with(|next: char| next.is_ascii_digit())
                }
                '/' => {
                    before.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/')
                        && after.starts_with(|next: char| next.is_ascii_digit())
                }
                '-' => keeps_hyphen(before, after),
                '&' => {
                    before.bytes().all(|byte| byte.is_ascii_uppercase())
                        && before.len() <= 3
                        && after.starts_with(|next: char| next.is_ascii_uppercase())
                }
                '\'' | '’' => keeps_apostrophe(before, &rest[length..], after),
                '$' => before.len() <= 3 && before.bytes().all(|byte| byte.is_ascii_uppercase()),
                _ => is_word(character),
            };
            if !keep {
                break;
            }
            length += width;
            if character == '$' {
                break;
            }
        }
        length
    }

    /// Whether the full stop after `before` belongs to the word.
    fn keeps_period(&self, before: &str, after: &str) -> bool {
        let last_part = before.rsplit(['.', '-']).next().unwrap_or(before);
        if let Some(next) = after.chars().next().filter(|&next| is_word(next)) {
            let letter = last_part.chars().count() == 1 && last_part.chars().all(char::is_alphabetic);
            let digits = last_part.ends_with(|last: char| last.is_ascii_digit()) && next.is_ascii_digit();
            // "amazon.com", "TEXT.htm", but not "them.They".
            let lower = last_part.ends_with(char::is_lowercase) && next.is_lowercase();
            let file =
                matches!(after.len(), 2..=4) && after.bytes().all(|byte| byte.is_ascii_lowercase()) || after.eq_ignore_ascii_case("com");
            let doctor = next.is_uppercase() && after[next.len_utf8()..].starts_with('.') && last_part.len() <= 2;
            return letter || digits || lower || doctor || file;
        }
        // "U.S.", "a.m.", "Ph.D.": letters with stops between them.
        if before.contains('.')
            && before.rsplit('.').next().is_some_and(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
        {
            return true;
        }
        let ends = after.is_empty() && self.is_last();
        let mut letters = before.chars();
        if let (Some(initial), None) = (letters.next(), letters.next()) {
            return initial.is_uppercase() && initial != 'I' && !ends;
        }
        if listed(&RULES.abbreviations, before) {
            return !ends || before.len() > 2 || before.eq_ignore_ascii_case("jr");
        }
        if listed(&RULES.capital, before) {
            return !ends || before.starts_with(char::is_uppercase);
        }
        listed(&RULES.before_number, before) && self.words[self.upto.len()..].trim_start().starts_with(|next: char| next.is_ascii_digit())
    }
}

/// Whether `character` can stand inside a word or figure.
fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_' || ('\u{300}'..='\u{36f}').contains(&character)
}

/// Bytes of the figure at the start of `text`, with its separators.
fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut length = 0;
    while let Some(byte) = bytes.get(length) {
        let inside = matches!(byte, b'.' | b',' | b':' | b'/') && bytes.get(length + 1).is_some_and(u8::is_ascii_digit);
        if !byte.is_ascii_digit() && !inside {
            break;
        }
        length += 1;
    }
    length
}

/// Whether the hyphen between `before` and `after` leaves the word whole.
fn keeps_hyphen(before: &str, after: &str) -> bool {
    let Some(next) = after.chars().next().filter(|&next| is_word(next)) else { return false };
    if next.is_alphabetic() {
        return listed(&RULES.prefixes, before);
    }
    // Telephone numbers: "713-853-3989".
    let run = after.bytes().take_while(u8::is_ascii_digit).count();
    let last = before.rsplit('-').next().unwrap_or(before);
    let digits = before.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    digits && last.len() == 3 && (run == 3 || run == 4)
}

/// Whether the apostrophe that `rest` begins with lies inside a name ("O'Connell") or before a clitic.
fn keeps_apostrophe(before: &str, rest: &str, after: &str) -> bool {
    if clitic_length(rest).is_some() {
        // "1990's" is a plural, "2025's" a possessive.
        let decade = matches!(before.len(), 2 | 4) && before.ends_with('0') && before.bytes().all(|byte| byte.is_ascii_digit());
        return decade && after.starts_with('s');
    }
    after.starts_with(char::is_alphabetic)
}

/// What English writes behind an apostrophe as a word of its own: "she*'ll*".
const CLITICS: [&str; 6] = ["d", "ll", "m", "re", "s", "ve"];

/// Bytes of the clitic that `rest`, which begins with an apostrophe, begins with: "'s", "'re", "'ll".
fn clitic_length(rest: &str) -> Option<usize> {
    let width = rest.chars().next()?.len_utf8();
    let after = &rest[width..];
    let letters = after.find(|character: char| !is_word(character)).unwrap_or(after.len());
    let mut buffer = [0; 16];
    let form = lowered(&after[..letters], &mut buffer)?;
    CLITICS.contains(&form).then_some(width + letters)
}

/// Where a word is cut in two: "don't" before "n't", "cannot" before "not".
fn contraction(word: &str) -> Option<usize> {
    let last = word.as_bytes().last()?.to_ascii_lowercase();
    // The last letters of "n't" and of all that is written as one word.
    if !matches!(last, b't' | b'a' | b'e') {
        return None;
    }
    let mut buffer = [0; 16];
    let form = lowered(word, &mut buffer)?;
    for ending in ["n't", "n’t"] {
        if let Some(stem) = form.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            return Some(stem.len());
        }
    }
    joined(word)
}

/// Where a word of nothing but letters is cut in two: "cannot" before "not".
fn joined(word: &str) -> Option<usize> {
    let (4..=8, [.., last]) = (word.len(), word.as_bytes()) else { return None };
    if !matches!(last.to_ascii_lowercase(), b't' | b'a' | b'e') || !RULES.joined_begin.may_hold(word) {
        return None;
    }
    RULES.joined.get(lowered(word, &mut [0; 16])?).copied().filter(|&cut| cut > 0)
}

/// Whether a chunk holds a web or mail address.
fn looks_like_address(chunk: &str) -> bool {
    if memchr::memchr3(b'@', b':', b'w', chunk.as_bytes()).is_none() {
        return false;
    }
    if chunk.contains("://") || chunk.contains("www.") {
        return true;
    }
    let around = |at| chunk[..at].ends_with(|last| is_word(last) || last == '.') && chunk[at + 1..].starts_with(is_word);
    chunk.find('@').is_some_and(around)
}

/// Bytes of the address at the start of `rest`: up to a bracket or quotation mark, without the marks that end a sentence.
fn address_length(rest: &str) -> usize {
    let end = rest.find(['<', '>', '"', '“', '”', '(', ')', '[', ']', '{', '}', '|']).unwrap_or(rest.len());
    rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '-', '*']).len().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokenize(text, Span::new(0, text.len())).into_iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn splits_as_treebanks_do() {
        let table: &[(&str, &[&str])] = &[
            ("They don't know.", &["They", "do", "n't", "know", "."]),
            ("The U.S.'s deal", &["The", "U.S.", "'s", "deal"]),
            ("Trump’s war-torn Ukraine", &["Trump", "’s", "war", "-", "torn", "Ukraine"]),
            ("non-citizens and ex-officials", &["non-citizens", "and", "ex-officials"]),
            ("It cost $155m, or US$1.2 million.", &["It", "cost", "$", "155", "m", ",", "or", "US$", "1.2", "million", "."]),
            ("nearly $73million raised", &["nearly", "$", "73", "million", "raised"]),
            ("Sen. J. Smith of the U.S.", &["Sen.", "J.", "Smith", "of", "the", "U.S."]),
            ("at 5:30pm on 9/11", &["at", "5:30", "pm", "on", "9/11"]),
            ("“We cannot,” he said", &["“", "We", "can", "not", ",", "”", "he", "said"]),
            ("The ministers' plan...", &["The", "ministers", "'", "plan", "..."]),
            ("See https://example.org/a?b=1.", &["See", "https://example.org/a?b=1", "."]),
            ("O'Brien rose 5.2% in the 1990s", &["O'Brien", "rose", "5.2", "%", "in", "the", "1990s"]),
            ("40-50 people—mostly men", &["40", "-", "50", "people", "—", "mostly", "men"]),
            ("AT&T, Inc. and/or No. 10", &["AT&T", ",", "Inc.", "and", "/", "or", "No.", "10"]),
            ("", &[]),
        ];
        for (text, expected) in table {
            assert_eq!(words(text), *expected, "{text}");
        }
    }
}
