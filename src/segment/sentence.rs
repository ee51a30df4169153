//! Where a sentence ends inside a paragraph. The policy stands in the module's parent.

use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::abbreviations::{AbbreviationKind, Abbreviations};
use crate::gazetteer::boilerplate::Boilerplate;

/// The words of one paragraph on their way to sentences.
pub(super) struct Splitter<'a> {
    text: &'a str,
    bytes: &'a [u8],
    abbreviations: &'a Abbreviations,
    boilerplate: &'a Boilerplate,
    /// Stretches that are not words, sorted, apart.
    masks: &'a [Span],
}

/// One or more marks that may end a sentence, with what closes after them.
#[derive(Clone, Copy, Debug)]
struct Mark {
    start: usize,
    /// Past the last closing quote, bracket or reference.
    end: usize,
    kind: MarkKind,
    /// Whether a quotation mark closes after it.
    quoted: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkKind {
    Point,
    Ellipsis,
    /// A question or exclamation mark.
    Exclaim,
    /// A full stop of another script, which ends a sentence anywhere.
    Full,
}

/// The first word after a mark.
#[derive(Clone, Copy, Debug)]
struct Next<'a> {
    start: usize,
    /// The opening mark before the word, if any.
    opening: Option<char>,
    case: NextCase,
    word: &'a str,
    spaced: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NextCase {
    Upper,
    Lower,
    Digit,
    /// A sign, a dash, or a letter of a script without case.
    Other,
}

impl<'a> Splitter<'a> {
    pub(super) fn new(text: &'a str, gazetteers: &'a Gazetteers, masks: &'a [Span]) -> Self {
        Self { text, bytes: text.as_bytes(), abbreviations: &gazetteers.abbreviations, boilerplate: &gazetteers.boilerplate, masks }
    }

    /// Adds the sentences of the paragraph `paragraph` to `sentences`.
    pub(super) fn split(&self, paragraph: Span, sentences: &mut Vec<Span>) {
        let mut start = paragraph.start;
        let mut at = paragraph.start;
        let list = Enumeration::opening(self.text, paragraph);
        let mut expected = list;
        while let Some(found) = self.next_candidate(at, paragraph.end, expected.is_some()) {
            at = found + 1;
            if self.bytes[found] == b' ' {
                if let Some(next) = expected.and_then(|list| list.successor_at(self.text, found + 1, paragraph.end)) {
                    push(self.text, Span::new(start, found), sentences);
                    start = found + 1;
                    at = next.end;
                    expected = Some(next);
                }
                continue;
            }
            let Some(mark) = self.mark_at(found, paragraph.end) else { continue };
            at = mark.end;
            let Some(next) = self.next_after(mark.end, paragraph.end) else { break };
            if self.mask_at(mark.start).is_some() || expected.is_some_and(|list| list.start >= start && mark.start < list.end) {
                continue;
            }
            if self.ends_sentence(start, mark, next) {
                push(self.text, Span::new(start, mark.end), sentences);
                start = next.start;
                at = at.max(next.start);
                if let Some(item) = expected.and_then(|list| list.successor_at(self.text, start, paragraph.end)) {
                    expected = Some(item);
                    at = item.end;
                }
            }
        }
        push(self.text, Span::new(start, paragraph.end), sentences);
    }

    /// The next byte that can begin a mark, or a space where a list's next item may follow.
    fn next_candidate(&self, from: usize, end: usize, listed: bool) -> Option<usize> {
        self.bytes[from..end]
            .iter()
            .position(|&byte| match CANDIDATE[usize::from(byte)] {
                0 => false,
                1 => true,
                _ => listed,
            })
            .map(|offset| from + offset)
    }

    fn mask_at(&self, offset: usize) -> Option<Span> {
        let index = self.masks.partition_point(|mask| mask.end <= offset);
        self.masks.get(index).copied().filter(|mask| mask.contains_offset(offset))
    }

    /// The run of marks at `start` with the closing signs and references after it.
    fn mark_at(&self, start: usize, end: usize) -> Option<Mark> {
        let mut points = 0;
        let mut exclaim = false;
        let mut full = false;
        let mut at = start;
        while at < end {
            match self.bytes[at] {
                b'.' => points += 1,
                b'!' | b'?' => exclaim = true,
                // Marks set apart: ". . .", "? ! ?"
                b' ' if at > start && self.mark_follows(at, end) => {}
                0xE2.. => match self.text[at..end].chars().next() {
                    Some('…') => points += 3,
                    Some('‼' | '⁇' | '⁈' | '⁉' | '！' | '？') => exclaim = true,
                    Some('。' | '｡' | '．') => full = true,
                    _ => break,
                },
                0xD8..=0xDF if matches!(self.text[at..end].chars().next(), Some('؟' | '۔')) => full = true,
                _ => break,
            }
            at += width(self.bytes[at]);
        }
        if at == start {
            return None;
        }
        let kind = match (full, exclaim, points) {
            (true, ..) => MarkKind::Full,
            (_, true, _) => MarkKind::Exclaim,
            (_, _, 0 | 1) => MarkKind::Point,
            _ => MarkKind::Ellipsis,
        };
        let (end, quoted) = self.closing(at, end);
        Some(Mark { start, end, kind, quoted })
    }

    /// Whether the space at `at` stands between marks: ". . .", "Really? ..."
    fn mark_follows(&self, at: usize, end: usize) -> bool {
        let rest = &self.bytes[at + 1..end];
        let marks = rest.iter().take_while(|byte| matches!(byte, b'.' | b'!' | b'?')).count();
        marks > 0 && rest.get(marks).is_none_or(u8::is_ascii_whitespace)
    }

    /// Past the closing quotation marks, brackets, emphasis and references ("[1]") that stand right after a mark.
    fn closing(&self, from: usize, end: usize) -> (usize, bool) {
        let mut at = from;
        let mut quoted = false;
        while at < end {
            if let Some(mask) = self.mask_at(at) {
                at = mask.end.min(end);
                continue;
            }
            match self.text[at..end].chars().next() {
                Some(mark @ ('"' | '”' | '’' | '\'' | '»')) => {
                    quoted = true;
                    at += mark.len_utf8();
                }
                Some(')' | ']' | '}' | '*' | '_' | '`') => at += 1,
                _ => break,
            }
        }
        while let Some(reference) = reference(&self.bytes[at..end]) {
            at += reference;
        }
        (at, quoted)
    }

    fn next_after(&self, from: usize, end: usize) -> Option<Next<'a>> {
        let rest = &self.text[from..end];
        let trimmed = rest.trim_start();
        if trimmed.is_empty() {
            return None;
        }
        let start = end - trimmed.len();
        let mut opening = None;
        let mut word = trimmed;
        while let Some(character) = word.chars().next() {
            match character {
                '"' | '“' | '„' | '\'' | '‘' | '(' | '[' | '«' | '¿' | '¡' | '*' | '_' | '`' => {
                    opening = opening.or(Some(character))
                }
                _ => break,
            }
            word = &word[character.len_utf8()..];
        }
        let case = match word.chars().next() {
            Some(character) if character.is_uppercase() => NextCase::Upper,
            Some(character) if character.is_lowercase() => NextCase::Lower,
            Some(character) if character.is_numeric() || matches!(character, '$' | '€' | '£') => NextCase::Digit,
            _ => NextCase::Other,
        };
        let length =
            word.char_indices().find(|&(_, c)| !c.is_alphanumeric() && c != '\'' && c != '’').map_or(word.len(), |(length, _)| length);
        Some(Next { start, opening, case, word: &word[..length], spaced: start > from })
    }

    fn ends_sentence(&self, start: usize, mark: Mark, next: Next<'_>) -> bool {
        match mark.kind {
            MarkKind::Full => true,
            MarkKind::Exclaim => self.exclamation_ends(start, mark, next),
            MarkKind::Ellipsis => next.spaced && next.case == NextCase::Upper && !is_first_person(next.word) && mark.start > start,
            MarkKind::Point => self.point_ends(start, mark, next),
        }
    }

    fn exclamation_ends(&self, start: usize, mark: Mark, next: Next<'_>) -> bool {
        if !next.spaced || next.case == NextCase::Lower {
            return false;
        }
        if mark.quoted && self.speaker_follows(next) {
            return false;
        }
        let word = self.word_before(start, mark.start + 1);
        if self.abbreviations.kind(word) == Some(AbbreviationKind::Mark) {
            return self.abbreviations.sentence_word(next.word).opener;
        }
        true
    }

    fn point_ends(&self, start: usize, mark: Mark, next: Next<'_>) -> bool {
        let word = self.word_before(start, mark.start + 1);
        let opener = || self.abbreviations.sentence_word(next.word).opener;
        if !next.spaced {
            return next.case == NextCase::Upper && mark.end == mark.start + 1 && next.opening.is_none() && is_plain(word) && opener();
        }
        let upper = next.case == NextCase::Upper;
        // A closing mark after the point ends what an abbreviation would go on with.
        if mark.quoted && next.case != NextCase::Lower {
            return upper || next.opening.is_some() || next.case == NextCase::Digit;
        }
        match self.abbreviations.kind(word) {
            Some(AbbreviationKind::Title | AbbreviationKind::Inner) => false,
            Some(AbbreviationKind::Number) if next.case == NextCase::Digit || is_roman(next.word) => false,
            Some(AbbreviationKind::Date) => upper && opener(),
            Some(AbbreviationKind::Name) => upper && next.opening != Some('(') && opener(),
            Some(AbbreviationKind::Time) => {
                let role = self.abbreviations.sentence_word(next.word);
                upper && !role.zone && (role.opener || !self.only_phrase(start, mark.start))
            }
            Some(AbbreviationKind::Unit) if self.number_before(start, mark.start + 1 - word.len()) => upper,
            Some(AbbreviationKind::Last) => upper || (next.opening.is_some() && next.case != NextCase::Lower),
            _ => self.word_ends(start, word, mark, next),
        }
    }

    /// Whether a point after a word that is no abbreviation of the table ends a sentence.
    fn word_ends(&self, start: usize, word: &str, mark: Mark, next: Next<'_>) -> bool {
        let stem = &word[..word.len().saturating_sub(1)];
        let opener = || self.abbreviations.sentence_word(next.word).opener;
        if is_initial(stem) {
            // "you and I. Did": the word, not a name's letter.
            let before = self.word_before(start, (mark.start + 1).saturating_sub(word.len() + 1));
            if stem == "I" && before.starts_with(char::is_lowercase) {
                return next.case != NextCase::Lower;
            }
            return next.case == NextCase::Upper && opener();
        }
        if is_acronym(stem) {
            return next.case == NextCase::Upper && opener();
        }
        match next.case {
            NextCase::Upper | NextCase::Digit => true,
            NextCase::Other => next.opening.is_some(),
            NextCase::Lower => false,
        }
    }

    /// The word that ends at `end`, from the last white space or opening sign.
    fn word_before(&self, start: usize, end: usize) -> &'a str {
        if end <= start {
            return "";
        }
        let words = &self.text[start..end];
        let word = words.rfind(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | '/')).map_or(words, |space| {
            let width = words[space..].chars().next().map_or(1, char::len_utf8);
            &words[space + width..]
        });
        word.trim_start_matches(['"', '“', '„', '\'', '‘', '(', '[', '«', '*', '_', '`', '<', '•', '⁃', '-'])
    }

    fn number_before(&self, start: usize, end: usize) -> bool {
        let before = self.text[start..end.max(start)].trim_end();
        before.ends_with(|c: char| c.is_ascii_digit())
            || self.text[start..end.max(start)]
                .trim_end()
                .rsplit(char::is_whitespace)
                .next()
                .is_some_and(|word| self.abbreviations.kind(word) == Some(AbbreviationKind::Unit))
    }

    /// Whether what stands before `end` is only the phrase that opens a sentence: "At 5 a.m. Mr. Smith …".
    fn only_phrase(&self, start: usize, end: usize) -> bool {
        let words = &self.text[start..end];
        let clause = words.rfind(": ").or_else(|| words.rfind("; ")).map_or(words, |colon| &words[colon + 1..]);
        let mut count = 0;
        let mut first = "";
        for word in clause.split_whitespace() {
            if count == 0 {
                first = word;
            }
            count += 1;
        }
        count <= 9 && self.abbreviations.sentence_word(first.trim_matches(|c: char| !c.is_alphanumeric())).preposition
    }

    /// Whether a speaker and a verb of saying follow that end a sentence begun by a quotation: "“Why?” Smith asked."
    fn speaker_follows(&self, next: Next<'_>) -> bool {
        if next.opening.is_some() {
            return false;
        }
        let mut words = self.text[next.start..].split_whitespace();
        for count in 0..4 {
            let Some(word) = words.next() else { return false };
            let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            if count > 0 && self.abbreviations.sentence_word(bare).speech {
                return bare.len() < word.len() || words.next().is_none();
            }
            if bare.len() < word.len() || !word.starts_with(char::is_uppercase) {
                return false;
            }
        }
        false
    }
}

/// What each byte can be: 1 may begin a mark, 2 may stand before a list's next item.
static CANDIDATE: [u8; 256] = {
    let mut table = [0; 256];
    table[b'.' as usize] = 1;
    table[b'!' as usize] = 1;
    table[b'?' as usize] = 1;
    table[0xE2] = 1;
    table[0xE3] = 1;
    table[0xEF] = 1;
    table[0xD8] = 1;
    table[0xDB] = 1;
    table[b' ' as usize] = 2;
    table
};

const fn width(byte: u8) -> usize {
    match byte {
        0xF0.. => 4,
        0xE0.. => 3,
        0xC0.. => 2,
        _ => 1,
    }
}

fn push(text: &str, span: Span, sentences: &mut Vec<Span>) {
    let span = span.trim(text);
    if !span.is_empty() {
        sentences.push(span);
    }
}

/// The length of a reference such as "[1]" or " [2]" at the start of `bytes`.
fn reference(bytes: &[u8]) -> Option<usize> {
    let open = usize::from(bytes.first() == Some(&b' '));
    if bytes.get(open) != Some(&b'[') {
        return None;
    }
    let digits = bytes[open + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    (digits > 0 && bytes.get(open + 1 + digits) == Some(&b']')).then_some(open + digits + 2)
}

fn is_first_person(word: &str) -> bool {
    matches!(word, "I" | "I'm" | "I’m" | "I'd" | "I’d" | "I'll" | "I’ll" | "I've" | "I’ve")
}

/// A word of small letters only, with its point: "house."
fn is_plain(word: &str) -> bool {
    word.len() > 2 && word.bytes().rev().skip(1).all(|byte| byte.is_ascii_lowercase())
}

fn is_initial(stem: &str) -> bool {
    let mut characters = stem.chars();
    characters.next().is_some_and(char::is_uppercase) && characters.next().is_none()
}

/// Letters with points between them: "U.S", "J.R.R", "e.g".
fn is_acronym(stem: &str) -> bool {
    stem.len() > 2 && stem.contains('.') && stem.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C' | b'M'))
}

/// An item's number in a list that is written on in one line: "1. First 2. Second", "a) first b) second".
#[derive(Clone, Copy, Debug)]
struct Enumeration {
    start: usize,
    end: usize,
    /// Its number: 1 for "1", "a", "i".
    value: u32,
    style: Style,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Number,
    Lower,
    Upper,
}

impl Enumeration {
    /// The item's number that opens the paragraph.
    fn opening(text: &str, paragraph: Span) -> Option<Self> {
        Self::parse(text, paragraph.start, paragraph.end)
    }

    /// The next item's number, if it stands at `at`.
    fn successor_at(self, text: &str, at: usize, end: usize) -> Option<Self> {
        let next = Self::parse(text, at, end)?;
        (next.value == self.value + 1 && next.style == self.style).then_some(next)
    }

    fn parse(text: &str, start: usize, end: usize) -> Option<Self> {
        let item = text[start..end].trim_start_matches(['•', '⁃', '(', ' ']);
        let marker = end - item.len();
        let length = item.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (value, style) = match &item.as_bytes()[..length] {
            digits if (1..=3).contains(&length) && digits.iter().all(u8::is_ascii_digit) => (item[..length].parse().ok()?, Style::Number),
            [letter @ b'a'..=b'z'] => (u32::from(letter - b'a') + 1, Style::Lower),
            [letter @ b'A'..=b'Z'] => (u32::from(letter - b'A') + 1, Style::Upper),
            _ => return None,
        };
        let closing = item.bytes().skip(length).take_while(|byte| matches!(byte, b'.' | b')')).count();
        let after = marker + length + closing;
        (closing > 0 && text[after..end].starts_with(' ')).then_some(Self { start, end: after, value, style })
    }
}
