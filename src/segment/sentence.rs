//! Where a sentence ends inside a paragraph. The policy stands in the module's parent.

use super::enumeration::Enumeration;
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
    /// Whether it is the number of a list's item.
    item: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NextCase {
    Upper,
    Lower,
    Digit,
    /// A sign that nothing begins with: a comma, a closing bracket.
    GoesOn,
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
        let mut item = Enumeration::first(self.text, paragraph.start, paragraph.end);
        while let Some(found) = self.next_candidate(at, paragraph.end, item.is_some()) {
            at = found + 1;
            // An item's own number ends nothing.
            if self.mask_at(found).is_some() || item.is_some_and(|item| item.start >= start && found < item.end) {
                continue;
            }
            let gap = match self.bytes[found] {
                b' ' => item.and_then(|item| item.successor_at(self.text, found + 1, paragraph.end)).map(|_| Span::new(found, found + 1)),
                b'*' | b'_' | b'=' | b'-' => self.separator(start, found, paragraph.end),
                b'>' => self.after_address(start, found, paragraph.end),
                b':' if paragraph.len() <= CAPTION => self.before_credit(start, found),
                b':' => None,
                _ => match self.mark_at(start, found, paragraph.end) {
                    Some(mark) => {
                        at = mark.end;
                        self.gap_after(start, mark, paragraph.end)
                    }
                    None => None,
                },
            };
            let Some(gap) = gap else { continue };
            push(self.text, Span::new(start, gap.start), sentences);
            start = gap.end;
            at = at.max(start);
            let next = item.and_then(|item| item.successor_at(self.text, start, paragraph.end));
            item = next.or_else(|| Enumeration::first(self.text, start, paragraph.end)).or(item);
            at = item.filter(|item| item.start == start).map_or(at, |item| at.max(item.end));
        }
        push(self.text, Span::new(start, paragraph.end), sentences);
    }

    /// The next byte that can begin a mark, or a space where a list's next item may follow.
    fn next_candidate(&self, from: usize, end: usize, listed: bool) -> Option<usize> {
        let candidates = if listed { &CANDIDATES_IN_LIST } else { &CANDIDATES };
        self.bytes[from..end].iter().position(|&byte| candidates[usize::from(byte)]).map(|offset| from + offset)
    }

    /// Between two sentences after a mark, if it ends one.
    fn gap_after(&self, start: usize, mark: Mark, end: usize) -> Option<Span> {
        // "[...]" leaves words out.
        if mark.kind == MarkKind::Ellipsis && mark.start > start && matches!(self.bytes[mark.start - 1], b'[' | b'(') {
            return None;
        }
        let next = self.next_after(mark.end, end)?;
        (self.ends_sentence(start, mark, next) && !self.in_brackets(start, mark, end)).then(|| Span::new(mark.end, next.start))
    }

    /// Before and after a line drawn inside a paragraph: "… in May. *** The talks …".
    fn separator(&self, start: usize, found: usize, end: usize) -> Option<Span> {
        let byte = self.bytes[found];
        let width = self.bytes[found..end].iter().take_while(|&&other| other == byte).count();
        let alone = |at: usize| self.bytes.get(at).is_none_or(u8::is_ascii_whitespace);
        if (found > start && !alone(found - 1)) || !alone(found + width) {
            return None;
        }
        match (byte, width) {
            // "** The talks ** The envoys …": a heading in its line.
            (b'*', 2) if found == start => None,
            (b'*', 2) if self.bytes[start..].starts_with(b"** ") => Some(Span::new(found + width, found + width)),
            (b'*', 2) => Some(Span::new(found, found)),
            (b'-', 0..4) | (_, 0..3) => None,
            _ if found == start => Some(Span::new(found + width, found + width)),
            _ => Some(Span::new(found, found)),
        }
    }

    /// After an address in angle brackets that a capital follows: "From: Jane Doe <jane@x.example> The talks …".
    fn after_address(&self, start: usize, found: usize, end: usize) -> Option<Span> {
        let next = self.next_after(found + 1, end).filter(|next| next.spaced && next.case == NextCase::Upper)?;
        let open = memchr::memrchr(b'<', &self.bytes[start..found])?;
        let address = &self.bytes[start + open..found];
        let is_address = memchr::memchr(b'@', address).is_some() || memchr::memmem::find(address, b"://").is_some();
        is_address.then(|| Span::new(found + 1, next.start))
    }

    /// Before the credit in a caption: "The bridge at dusk Image: Jane Doe".
    fn before_credit(&self, start: usize, found: usize) -> Option<Span> {
        let before = &self.text[start..found];
        let word = before.rfind(' ').map(|space| start + space + 1)?;
        (before.len() > found - word
            && self.text[word..].starts_with(char::is_uppercase)
            && self.boilerplate.is_credit(&self.text[word..found]))
        .then(|| Span::new(word, word))
    }

    /// Whether a mark stands inside brackets that a sentence opens half-way: "(see p. 5. It is long.)".
    fn in_brackets(&self, start: usize, mark: Mark, end: usize) -> bool {
        let before = &self.bytes[start..mark.start];
        let mut open = Vec::new();
        for at in memchr::memchr2_iter(b'(', b'[', before).map(|at| start + at) {
            let close = if self.bytes[at] == b'(' { b')' } else { b']' };
            if at > start && memchr::memchr(close, &self.bytes[at..mark.end]).is_none() {
                open.push(close);
            }
        }
        open.iter().any(|&close| {
            let rest = &self.bytes[mark.end..end.min(mark.end + BRACKETS)];
            memchr::memchr(close, rest).is_some_and(|at| !rest[..at].contains(&if close == b')' { b'(' } else { b'[' }))
        })
    }

    fn mask_at(&self, offset: usize) -> Option<Span> {
        let index = self.masks.partition_point(|mask| mask.end <= offset);
        self.masks.get(index).copied().filter(|mask| mask.contains_offset(offset))
    }

    /// The run of marks at `start` with the closing signs and references after it, in the sentence that begins at `sentence`.
    fn mark_at(&self, sentence: usize, start: usize, end: usize) -> Option<Mark> {
        let mut points = 0;
        let mut exclaim = false;
        let mut full = false;
        let mut at = start;
        while at < end {
            match self.bytes[at] {
                b'.' => points += 1,
                b'!' | b'?' => exclaim = true,
                // Marks set apart: ". . .", "? ! ?"
                b' ' if at > start && self.mark_follows(start, at, end) => {}
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
        let (mut close, mut quoted) = self.closing(at, end);
        if let Some(apart) = self.closing_apart(sentence, start, close, end) {
            close = apart;
            quoted = true;
        }
        Some(Mark { start, end: close, kind, quoted })
    }

    /// Whether the space at `at` stands between marks: ". . .", "Really? ..."; a full stop ends a sentence before "... and then"
    /// and ". . . The".
    fn mark_follows(&self, start: usize, at: usize, end: usize) -> bool {
        let rest = &self.bytes[at + 1..end];
        let marks = rest.iter().take_while(|byte| matches!(byte, b'.' | b'!' | b'?')).count();
        let full_stop = at == start + 1 && self.bytes[start] == b'.' && start > 0 && self.bytes[start - 1].is_ascii_alphanumeric();
        let opens = full_stop
            && (rest.starts_with(b"... ") && rest.get(4).is_some_and(u8::is_ascii_alphabetic)
                || rest.starts_with(b". . . ") && rest.get(6).is_some_and(u8::is_ascii_uppercase));
        marks > 0 && !opens && rest.get(marks).is_none_or(u8::is_ascii_whitespace)
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

    /// Past a closing quotation mark set apart by spaces, which only the marks before it in the sentence tell from an opening
    /// one: "… who will go ? \" The minister …".
    fn closing_apart(&self, sentence: usize, start: usize, from: usize, end: usize) -> Option<usize> {
        let rest = self.text[from..end].strip_prefix(' ')?;
        let quote = &rest[..rest.len() - rest.trim_start_matches(['"', '\'', '”']).len()];
        let alone = !quote.is_empty() && rest[quote.len()..].chars().next().is_none_or(char::is_whitespace);
        if !alone {
            return None;
        }
        let marked = |word: &&str| word.starts_with(quote) || word.ends_with(quote);
        let after = &rest[quote.len()..];
        let before = self.text[sentence..start].split_whitespace().filter(marked).count();
        let opened = before % 2 == 1;
        let goes_on = after.trim_start().starts_with([',', '.', ';']);
        // What nothing closes later opens nothing, unless the sentence closed its own quotation: "'' We saw it , '' he said . '' Why …".
        let closes = quote == "”" || opened || goes_on || before == 0 && !after.split_whitespace().any(|word| marked(&word));
        closes.then_some(from + 1 + quote.len())
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
            let rest = match character {
                '"' | '“' | '„' | '\'' | '‘' | '(' | '[' | '«' | '¿' | '¡' | '*' | '_' | '`' => &word[character.len_utf8()..],
                '<' => word[1..].trim_start(),
                '…' => word['…'.len_utf8()..].trim_start(),
                '.' if word.starts_with("...") => word[3..].trim_start(),
                '.' if word.starts_with(". . . ") => &word[6..],
                _ => break,
            };
            opening = opening.or(Some(character));
            word = rest;
        }
        let length =
            word.char_indices().find(|&(_, c)| !c.is_alphanumeric() && c != '\'' && c != '’').map_or(word.len(), |(length, _)| length);
        let case = match word.chars().next() {
            // Names such as "eBay" and "iPhone" open sentences as they are.
            Some(character) if character.is_lowercase() && word[..length].contains(char::is_uppercase) => NextCase::Upper,
            Some(character) if character.is_uppercase() => NextCase::Upper,
            Some(character) if character.is_lowercase() => NextCase::Lower,
            Some(',' | ';' | ':' | '.' | ')' | ']' | '”') => NextCase::GoesOn,
            Some(character) if character.is_numeric() || matches!(character, '$' | '€' | '£') => NextCase::Digit,
            _ => NextCase::Other,
        };
        let numbered = length <= 3 && matches!(word.as_bytes().get(length), Some(b'.' | b')'));
        let item = numbered && Enumeration::first(self.text, start, end).is_some();
        Some(Next { start, opening, case, word: &word[..length], spaced: start > from, item })
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
        if !next.spaced || next.case == NextCase::GoesOn {
            return false;
        }
        if next.case == NextCase::Lower {
            // "Yahoo! shares" goes on, "a great game! nobody left" does not.
            return mark.end == mark.start + 1 && next.opening.is_none() && is_plain(self.word_before(start, mark.end));
        }
        if mark.quoted && self.speaker_follows(next) {
            return false;
        }
        let word = self.word_before(start, mark.start + width(self.bytes[mark.start]));
        if self.abbreviations.kind(word) == Some(AbbreviationKind::Mark) {
            return self.abbreviations.sentence_word(next.word).opener;
        }
        true
    }

    /// "a girl.*Lind* was there": a word with a capital that a blank or a comma follows, no part of an address.
    fn is_word_of_text(&self, next: Next<'_>) -> bool {
        let behind = self.bytes.get(next.start + next.word.len());
        next.word.len() > 1
            && next.word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase() || byte == b'\'')
            && matches!(behind, Some(b' ' | b','))
    }

    fn point_ends(&self, start: usize, mark: Mark, next: Next<'_>) -> bool {
        let mut word = self.word_before(start, mark.start + 1);
        let rejoined;
        if word == "." {
            // Words set apart from their points: "Mr . Smith".
            rejoined = format!("{}.", self.word_before(start, start + self.text[start..mark.start].trim_end().len()));
            word = &rejoined;
        }
        let opener = || self.opens_sentence(next);
        if !next.spaced {
            let title = || self.abbreviations.kind(&format!("{}.", next.word)) == Some(AbbreviationKind::Title);
            // "he said.“I do not know": a mark that only opens closes nothing.
            let opening = next.opening.is_none_or(|mark| mark == '“');
            let glued = next.case == NextCase::Upper && mark.end == mark.start + 1 && opening && ends_plain(word);
            return glued && (opener() || title() || is_whole_word(word) && self.is_word_of_text(next));
        }
        let upper = next.case == NextCase::Upper;
        // A closing mark after the point ends what an abbreviation would go on with.
        if mark.quoted && !matches!(next.case, NextCase::Lower | NextCase::GoesOn) {
            return upper || next.opening.is_some() || next.case == NextCase::Digit;
        }
        match self.abbreviations.kind(word) {
            Some(AbbreviationKind::Title | AbbreviationKind::Inner) => false,
            Some(AbbreviationKind::Number) if next.case == NextCase::Digit || is_roman(next.word) => false,
            Some(AbbreviationKind::Date) => upper && opener(),
            Some(AbbreviationKind::Name) => upper && next.opening != Some('(') && opener(),
            Some(AbbreviationKind::Place) => {
                upper && next.opening != Some('(') && (opener() || self.after_comma(start, mark.start + 1 - word.len()))
            }
            Some(AbbreviationKind::Time) if mark.start + 1 == start + word.len() => false,
            Some(AbbreviationKind::Time) => {
                let role = self.abbreviations.sentence_word(next.word);
                (next.case == NextCase::Digit && !self.only_phrase(start, mark.start))
                    || upper && !role.zone && (role.opener || !self.only_phrase(start, mark.start))
            }
            Some(AbbreviationKind::Unit) if self.number_before(start, mark.start + 1 - word.len()) => upper,
            Some(AbbreviationKind::Last) => upper || (next.opening.is_some() && next.case != NextCase::Lower),
            _ => self.word_ends(start, word, mark, next),
        }
    }

    /// Whether a point after a word that is no abbreviation of the table ends a sentence.
    fn word_ends(&self, start: usize, word: &str, mark: Mark, next: Next<'_>) -> bool {
        let stem = &word[..word.len().saturating_sub(1)];
        let opener = || self.opens_sentence(next);
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
            _ if next.item => true,
            NextCase::Upper | NextCase::Digit => true,
            NextCase::Other => next.opening.is_some(),
            NextCase::GoesOn => false,
            NextCase::Lower => {
                matches!(next.opening, Some('(' | '<'))
                    || next.word == "http"
                    || next.word == "https"
                    || (mark.end == mark.start + 1 && next.word.len() > 1 && is_whole_word(word))
            }
        }
    }

    /// Whether the next word opens sentences; a letter with a point is an initial, "U. A. E.".
    fn opens_sentence(&self, next: Next<'_>) -> bool {
        let initial = next.word.len() == 1 && self.text[next.start..].trim_start_matches(['"', '“', '(']).as_bytes().get(1) == Some(&b'.');
        !initial && self.abbreviations.sentence_word(next.word).opener
    }

    /// The text of `start..end`, or of what is left of it where `end` lies inside a character: words are counted back over
    /// white space that may be a wide one.
    fn head(&self, start: usize, end: usize) -> &'a str {
        let end = (start..=end.max(start)).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(start);
        &self.text[start..end]
    }

    /// The word that ends at `end`, from the last white space or opening sign.
    fn word_before(&self, start: usize, end: usize) -> &'a str {
        let words = self.head(start, end);
        let word = words.rfind(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | '/')).map_or(words, |space| {
            let width = words[space..].chars().next().map_or(1, char::len_utf8);
            &words[space + width..]
        });
        word.trim_start_matches(['"', '“', '„', '\'', '‘', '(', '[', '«', '*', '_', '`', '<', '•', '⁃', '-'])
    }

    fn after_comma(&self, start: usize, word: usize) -> bool {
        self.head(start, word).trim_end().ends_with(',')
    }

    fn number_before(&self, start: usize, end: usize) -> bool {
        let before = self.head(start, end).trim_end();
        before.ends_with(|c: char| c.is_ascii_digit())
            || self
                .head(start, end)
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

/// Captions with their credits are no longer than this, in bytes.
const CAPTION: usize = 300;
/// How far after a mark the bracket may close that keeps a sentence together, in bytes.
const BRACKETS: usize = 120;

/// The bytes that can begin the end of a sentence.
static CANDIDATES: [bool; 256] = candidates(b".!?*_=->:");
/// The same where the next item of a list may follow a space.
static CANDIDATES_IN_LIST: [bool; 256] = candidates(b".!?*_=->: ");

const fn candidates(bytes: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut index = 0;
    while index < bytes.len() {
        table[bytes[index] as usize] = true;
        index += 1;
    }
    // The first bytes of "…", of full stops and of question marks of other scripts.
    table[0xD8] = true;
    table[0xDB] = true;
    table[0xE2] = true;
    table[0xE3] = true;
    table[0xEF] = true;
    table
}

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

/// "I", "I'm", "I’ve"
fn is_first_person(word: &str) -> bool {
    word.strip_prefix('I').is_some_and(|rest| rest.is_empty() || rest.starts_with(['\'', '’']))
}

/// A word of small letters only, with its point: "house."
fn is_plain(word: &str) -> bool {
    word.len() > 2 && word.bytes().rev().skip(1).all(|byte| byte.is_ascii_lowercase())
}

/// A word whose end is no letter of an abbreviation, with its point: "Tuesday.", "1,000."
fn ends_plain(word: &str) -> bool {
    let stem = &word.as_bytes()[..word.len() - 1];
    let letters = stem.iter().rev().take_while(|byte| byte.is_ascii_lowercase()).count();
    let digits = stem.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    letters >= 2 && stem.iter().all(u8::is_ascii_alphabetic) || digits >= 2
}

/// A word that is long enough to be no unknown abbreviation.
fn is_whole_word(word: &str) -> bool {
    let stem = &word.as_bytes()[..word.len().saturating_sub(1)];
    let least = if stem.first().is_some_and(u8::is_ascii_uppercase) { 5 } else { 4 };
    stem.len() >= least && stem.iter().all(u8::is_ascii_alphabetic) && stem.last().is_some_and(u8::is_ascii_lowercase)
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
    !word.is_empty() && word != "I" && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C' | b'M'))
}
