//! Tokens around the places where a date may stand.
//!
//! An island is a stretch of one sentence that holds only words of dates, digits and marks, grown to both sides from an
//! anchor: a word of the table that is a date by itself, or digits that look like one. Words outside islands are never
//! looked at.

use std::cell::Cell;

use crate::article::Span;
use crate::gazetteer::automaton::{Hit, SenseKind};
use crate::gazetteer::dates::{Connective, DateSense, DateWords, Unit};
use crate::tag::neighbour;
use crate::tag::number::is_ordinal_ending;

/// A word, a run of digits or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) kind: TokenKind,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
    /// What the word can mean, the first ones first.
    pub(super) senses: [Option<DateSense>; 4],
    /// Which [`traits`] it has, so that a rule that asks for another is done with it at once.
    pub(super) traits: u64,
    /// The traits of this token and of all that follow it: a rule that needs another is not tried from here on.
    pub(super) ahead: u64,
}

/// What rules ask of a word's senses or of how it is written, a bit each; the bits below [`DIGITS`](traits::DIGITS) are the connectives.
pub(super) mod traits {
    pub(in crate::tag::date) const DIGITS: u64 = 1 << 40;
    pub(in crate::tag::date) const RANGE_MARK: u64 = 1 << 41;
    /// A unit, also one that only a number makes one.
    pub(in crate::tag::date) const ANY_UNIT: u64 = 1 << 42;
    pub(in crate::tag::date) const SEASON: u64 = 1 << 43;
    pub(in crate::tag::date) const HOLIDAY: u64 = 1 << 44;
    pub(in crate::tag::date) const FISCAL: u64 = 1 << 45;
    pub(in crate::tag::date) const DECADE: u64 = 1 << 46;
    pub(in crate::tag::date) const DAY: u64 = 1 << 47;
    pub(in crate::tag::date) const MONTH: u64 = 1 << 48;
    pub(in crate::tag::date) const WEEKDAY: u64 = 1 << 49;
    pub(in crate::tag::date) const UNIT: u64 = 1 << 50;
    pub(in crate::tag::date) const NUMBER: u64 = 1 << 51;
    pub(in crate::tag::date) const DIRECTION: u64 = 1 << 52;
    pub(in crate::tag::date) const PART: u64 = 1 << 53;
    pub(in crate::tag::date) const DAY_PART: u64 = 1 << 54;
    pub(in crate::tag::date) const CLOCK: u64 = 1 << 55;
    pub(in crate::tag::date) const HALF: u64 = 1 << 56;
    pub(in crate::tag::date) const BEGINNING: u64 = 1 << 57;
    /// What makes a time come again: "every", "weekly", "Mondays", "mornings".
    pub(in crate::tag::date) const RECURRING: u64 = 1 << 58;
    pub(in crate::tag::date) const NIGHT_OF: u64 = 1 << 59;
    pub(in crate::tag::date) const AGO: u64 = 1 << 60;
    /// A sense that has no trait of its own.
    pub(in crate::tag::date) const OTHER: u64 = 1 << 61;
    /// What says when, how long or how often: connectives, "last", "early" and the like find nothing without one of these.
    pub(in crate::tag::date) const CONTENT: u64 = 1 << 62;
    /// All connectives.
    pub(in crate::tag::date) const CONNECTIVES: u64 = DIGITS - 1;
}

/// The bit of a connective.
#[inline]
pub(super) const fn trait_of(connective: Connective) -> u64 {
    1 << connective as u32
}

fn traits_of(sense: DateSense) -> u64 {
    let own = match sense {
        DateSense::Connective(connective) => trait_of(connective),
        DateSense::Month(_) | DateSense::MonthInDate(_) => traits::MONTH,
        DateSense::Weekday(_) | DateSense::WeekdayInDate(_) => traits::WEEKDAY,
        DateSense::Unit(Unit::Night) => traits::UNIT | traits::ANY_UNIT | traits::DAY_PART,
        DateSense::Unit(_) | DateSense::Units(_) => traits::UNIT | traits::ANY_UNIT,
        DateSense::UnitAfterNumber(_) => traits::ANY_UNIT,
        DateSense::Season(_) | DateSense::SeasonInDate(_) => traits::SEASON,
        DateSense::Holiday(_) => traits::HOLIDAY,
        DateSense::Fiscal(_) | DateSense::FiscalYear(_) => traits::FISCAL,
        DateSense::Decade(_) => traits::DECADE,
        DateSense::Day(_) => traits::DAY,
        DateSense::Number(_) | DateSense::Ordinal(_) => traits::NUMBER,
        DateSense::Direction(_) => traits::DIRECTION,
        DateSense::Part(_) => traits::PART,
        DateSense::DayPart(_) => traits::DAY_PART,
        DateSense::Clock(_) => traits::CLOCK,
        DateSense::Half => traits::HALF,
        DateSense::Every | DateSense::Frequency(_) | DateSense::Weekdays(_) | DateSense::DayParts(_) => traits::RECURRING,
        DateSense::NightOf(_) => traits::NIGHT_OF,
        DateSense::Ago => traits::AGO,
        _ => traits::OTHER,
    };
    let beginning = if sense.may_begin() { traits::BEGINNING } else { 0 };
    own | beginning | if is_content(sense) { traits::CONTENT } else { 0 }
}

/// Whether some rule finds something in a stretch whose other words are no content.
fn is_content(sense: DateSense) -> bool {
    !matches!(
        sense,
        DateSense::Connective(_)
            | DateSense::Direction(_)
            | DateSense::Part(_)
            | DateSense::Vague
            | DateSense::Half
            | DateSense::Every
            | DateSense::Ago
            | DateSense::Era(_)
            | DateSense::Ahead
            | DateSense::Speech
            | DateSense::Counted
            | DateSense::Label
            | DateSense::GivenName
            | DateSense::NamedDay
            | DateSense::Function
            | DateSense::Filler
    )
}

/// What a token is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A run of ASCII digits, at most nine of them.
    Digits {
        value: u32,
        count: u8,
    },
    Word,
    Mark(char),
    /// "th", "st", "nd", "rd" right after digits.
    OrdinalSuffix,
    /// "s" right after digits or an apostrophe.
    LetterS,
    /// "am", "p.m." after a number; true for "pm".
    Meridiem(bool),
}

/// Reads tokens of one sentence, forwards and backwards.
pub(super) struct Lexer<'a> {
    pub(super) text: &'a str,
    pub(super) hits: &'a [Hit<'a>],
    pub(super) dates: &'a DateWords,
    /// The hit looked at last: islands go from word to word, so that the next is near.
    near: Cell<usize>,
}

/// How many tokens an island may grow to each side of its anchor, so that a text of nothing but digits stays linear.
const REACH: usize = 40;

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str, hits: &'a [Hit<'a>], dates: &'a DateWords) -> Self {
        Self { text, hits, dates, near: Cell::new(0) }
    }

    /// How many hits begin before `place`.
    fn hits_before(&self, place: usize) -> usize {
        let mut near = self.near.get();
        while self.hits.get(near).is_some_and(|hit| hit.span.start < place) {
            near += 1;
        }
        while near > 0 && self.hits[near - 1].span.start >= place {
            near -= 1;
        }
        self.near.set(near);
        near
    }

    /// The island around the anchor at `anchor`, inside `limits`.
    ///
    /// `tokens` is emptied first.
    pub(super) fn island(&self, anchor: usize, limits: Span, tokens: &mut Vec<Token>) {
        tokens.clear();
        let mut place = anchor;
        while tokens.len() < REACH
            && let Some(token) = self.backward(place, limits.start)
        {
            place = token.span.start;
            tokens.push(token);
        }
        tokens.reverse();
        let before = tokens.len();
        place = anchor;
        while tokens.len() < before + REACH
            && let Some(token) = self.forward(place, limits.end, tokens.last())
        {
            place = token.span.end;
            tokens.push(token);
        }
        let mut ahead = 0;
        for token in tokens.iter_mut().rev() {
            ahead |= token.traits;
            token.ahead = ahead;
        }
    }

    /// The token after `place`; none where a word begins that belongs to no date.
    fn forward(&self, place: usize, limit: usize, last: Option<&Token>) -> Option<Token> {
        let rest = &self.text[place..limit];
        let skipped = rest.len() - rest.trim_start().len();
        let start = place + skipped;
        let spaced = skipped > 0;
        if let Some(found) = self.phrase(start, limit) {
            return Some(Token { spaced, ..found });
        }
        let rest = &self.text[start..limit];
        let first = rest.chars().next()?;
        let after_number = last.is_some_and(Token::is_number);
        if after_number && let Some((length, afternoon)) = meridiem(rest, spaced) {
            return Some(Token::new(Span::new(start, start + length), TokenKind::Meridiem(afternoon), spaced));
        }
        if first.is_ascii_digit() {
            return digits(self.text, start, run(rest, |byte| byte.is_ascii_digit()), spaced);
        }
        if first.is_alphabetic() {
            let span = Span::new(start, start + letters(rest));
            return self.word(span, spaced, last);
        }
        is_joining_mark(first).then(|| Token::new(Span::new(start, start + first.len_utf8()), TokenKind::Mark(first), spaced))
    }

    /// The token before `place`.
    fn backward(&self, place: usize, limit: usize) -> Option<Token> {
        let rest = &self.text[limit..place];
        let trimmed = rest.trim_end();
        let end = limit + trimmed.len();
        let last = trimmed.chars().next_back()?;
        let spaced_at = |start: usize| self.text[limit..start].chars().next_back().is_some_and(char::is_whitespace);
        if let Some(hit) = self.hit_ending(end)
            && let Some(sense) = phrase_sense(hit, self.dates)
        {
            return (hit.span.start >= limit)
                .then(|| Token::new(hit.span, TokenKind::Word, spaced_at(hit.span.start)).meaning(std::iter::once(sense)));
        }
        if last.is_ascii_digit() {
            let start = end - run_back(trimmed, |byte| byte.is_ascii_digit());
            return digits(self.text, start, end - start, spaced_at(start));
        }
        if last.is_alphabetic() {
            let length: usize = trimmed.chars().rev().take_while(|character| character.is_alphabetic()).map(char::len_utf8).sum();
            let span = Span::new(end - length, end);
            let before = self.text[limit..span.start].chars().next_back();
            if before.is_some_and(|before| before.is_ascii_digit()) {
                let kind = match span.of(self.text) {
                    ending if is_ordinal_ending(ending) => TokenKind::OrdinalSuffix,
                    "s" => TokenKind::LetterS,
                    _ => return None,
                };
                return Some(Token::new(span, kind, false));
            }
            return self.word(span, spaced_at(span.start), None);
        }
        is_joining_mark(last).then(|| {
            let start = end - last.len_utf8();
            Token::new(Span::new(start, end), TokenKind::Mark(last), spaced_at(start))
        })
    }

    fn word(&self, span: Span, spaced: bool, last: Option<&Token>) -> Option<Token> {
        let word = span.of(self.text);
        if !spaced && let Some(last) = last {
            let kind = match (last.kind, word) {
                (TokenKind::Digits { .. }, ending) if is_ordinal_ending(ending) => Some(TokenKind::OrdinalSuffix),
                (TokenKind::Digits { .. } | TokenKind::Mark('\'' | '’'), "s") => Some(TokenKind::LetterS),
                _ => None,
            };
            if let Some(kind) = kind {
                return Some(Token::new(span, kind, spaced));
            }
        }
        if self.inside_other_name(span) {
            return None;
        }
        let token = Token::new(span, TokenKind::Word, spaced).meaning(self.dates.senses(word));
        if token.senses[0].is_none() && is_number_prefix(word) && self.text[span.end..].starts_with(|next: char| next.is_ascii_digit()) {
            return Some(token);
        }
        token.senses[0].map(|_| token)
    }

    /// The name of several words that begins at `start`: a holiday, "at the moment", "local time".
    fn phrase(&self, start: usize, limit: usize) -> Option<Token> {
        let hit = self.hits.get(self.hits_before(start)).filter(|hit| hit.span.start == start)?;
        if hit.span.end > limit {
            return None;
        }
        let sense = phrase_sense(hit, self.dates)?;
        // "in the past" is a time by itself, "in the past two years" is not.
        if let DateSense::Reference(_) = sense {
            let words = hit.span.of(self.text);
            let last = words.rsplit(' ').next().unwrap_or(words);
            let counts = |next: &str| {
                next.starts_with(|first: char| first.is_ascii_digit())
                    || self
                        .dates
                        .senses(next)
                        .any(|sense| matches!(sense, DateSense::Number(_) | DateSense::Vague | DateSense::Unit(_) | DateSense::Units(_)))
            };
            let next = self.text[hit.span.end..limit].trim_start();
            if self.dates.senses(last).any(|sense| matches!(sense, DateSense::Direction(_)))
                && counts(&next[..letters(next).max(run(next, |byte| byte.is_ascii_digit()))])
            {
                return None;
            }
        }
        Some(Token::new(hit.span, TokenKind::Word, false).meaning(std::iter::once(sense)))
    }

    fn hit_ending(&self, end: usize) -> Option<&Hit<'_>> {
        self.hits[..self.hits_before(end)].last().filter(|hit| hit.span.end == end)
    }

    /// Whether the word is part of a longer name that is no date: "Sunday" of "The Sunday Times".
    fn inside_other_name(&self, word: Span) -> bool {
        self.hits[..self.hits_before(word.start + 1)].last().is_some_and(|hit| {
            hit.span.contains(word)
                && hit.span != word
                && !hit.senses.iter().any(|sense| {
                    matches!(sense.kind, SenseKind::Date | SenseKind::Number | SenseKind::Unit | SenseKind::Bound | SenseKind::Currency)
                })
        })
    }
}

/// The date sense of a hit that is a name of several words or holds marks.
fn phrase_sense(hit: &Hit<'_>, dates: &DateWords) -> Option<DateSense> {
    let sense = dates.sense(hit.sense(SenseKind::Date)?)?;
    matches!(sense, DateSense::Holiday(_) | DateSense::Reference(_) | DateSense::Zone(_) | DateSense::OClock | DateSense::Frequency(_))
        .then_some(sense)
}

/// A mark that stands between the two ends of a range.
pub(super) fn is_range_mark(mark: char) -> bool {
    matches!(mark, '-' | '–' | '—' | '~')
}

fn is_joining_mark(mark: char) -> bool {
    matches!(mark, ',' | '-' | '–' | '—' | '/' | ':' | '.' | '\'' | '’' | '‘' | '`' | '~' | '(' | ')' | '@' | '\u{2011}')
}

/// "w" of "W31" and the like: letters that belong to the digits after them.
fn is_number_prefix(word: &str) -> bool {
    matches!(word, "Q" | "q" | "H")
}

impl Token {
    fn new(span: Span, kind: TokenKind, spaced: bool) -> Self {
        let traits = match kind {
            TokenKind::Digits { .. } => traits::DIGITS | traits::CONTENT,
            TokenKind::Mark(mark) if is_range_mark(mark) => traits::RANGE_MARK,
            _ => 0,
        };
        Self { span, kind, spaced, senses: [None; 4], traits, ahead: traits }
    }

    /// The token with what its word can mean; more than four senses are left out.
    fn meaning(mut self, senses: impl Iterator<Item = DateSense>) -> Self {
        for (slot, sense) in self.senses.iter_mut().zip(senses) {
            *slot = Some(sense);
            self.traits |= traits_of(sense);
        }
        self
    }

    /// Whether one of its senses has one of the traits.
    #[inline]
    pub(super) fn has(&self, traits: u64) -> bool {
        self.traits & traits != 0
    }

    /// Whether the word is nothing but a connective, other than "the": no date begins with it.
    pub(super) fn is_mere_connective(&self) -> bool {
        const OTHERS: u64 = traits::CONNECTIVES & !trait_of(Connective::The);
        self.has(OTHERS) && self.traits & !(OTHERS | traits::BEGINNING) == 0
    }

    /// The first sense that `pick` takes.
    pub(super) fn pick<T>(&self, pick: impl Fn(DateSense) -> Option<T>) -> Option<T> {
        self.senses.iter().map_while(|&sense| sense).find_map(pick)
    }

    fn is_number(&self) -> bool {
        match self.kind {
            TokenKind::Digits { .. } => true,
            TokenKind::Word => {
                self.pick(|sense| matches!(sense, DateSense::Number(_) | DateSense::Half | DateSense::OClock).then_some(())).is_some()
            }
            _ => false,
        }
    }
}

fn digits(text: &str, start: usize, length: usize, spaced: bool) -> Option<Token> {
    let span = Span::new(start, start + length);
    let value = if length <= 9 { span.of(text).parse().ok()? } else { return None };
    Some(Token::new(span, TokenKind::Digits { value, count: length as u8 }, spaced))
}

/// Length of the run of bytes at the beginning of `text` that `accept` takes.
pub(super) fn run(text: &str, accept: impl Fn(u8) -> bool) -> usize {
    text.bytes().position(|byte| !accept(byte)).unwrap_or(text.len())
}

fn run_back(text: &str, accept: impl Fn(u8) -> bool) -> usize {
    text.bytes().rev().position(|byte| !accept(byte)).unwrap_or(text.len())
}

fn letters(text: &str) -> usize {
    text.char_indices().find(|(_, character)| !character.is_alphabetic()).map_or(text.len(), |(end, _)| end)
}

/// "am", "p.m.", "P.M", "a. m." at the beginning of `text`, and a lone "a" or "p" right after the digits: length, and true for the afternoon.
fn meridiem(text: &str, spaced: bool) -> Option<(usize, bool)> {
    let mut characters = text.char_indices().peekable();
    let (_, first) = characters.next()?;
    let afternoon = match first {
        'a' | 'A' => false,
        'p' | 'P' => true,
        _ => return None,
    };
    let mut end = 1;
    let mut point = false;
    while let Some(&(at, character)) = characters.peek() {
        match character {
            '.' if !point => {
                point = true;
                end = at + 1;
            }
            ' ' if point || spaced => {}
            _ => break,
        }
        characters.next();
    }
    match characters.peek() {
        Some(&(at, 'm' | 'M')) if at == end || point || spaced => {
            let mut end = at + 1;
            if point {
                end += run(&text[end..], |byte| byte == b' ');
                if text[end..].starts_with('.') {
                    end += 1;
                } else {
                    end = at + 1;
                }
            }
            (!text[end..].starts_with(char::is_alphanumeric)).then_some((end, afternoon))
        }
        next if !spaced => next.is_none_or(|(_, next)| !next.is_alphanumeric()).then_some((1, afternoon)),
        _ => None,
    }
}

/// Where in `text` digits begin that may be a date or a time without any word of the table near them: a year, a date in
/// numbers, a time of day, "Q3", "FY24".
pub(super) fn digit_anchors(text: &str) -> impl Iterator<Item = usize> {
    let mut place = 0;
    let runs = std::iter::from_fn(move || {
        let start = neighbour::next_digit(text, place)?;
        place = start + run(&text[start..], |byte| byte.is_ascii_digit());
        Some((start, place))
    });
    runs.filter_map(|(start, end)| digit_anchor(text, start, end))
}

fn digit_anchor(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let before = start.checked_sub(1).map_or(b' ', |before| bytes[before]);
    let after = bytes.get(end).copied().unwrap_or(b' ');
    let count = end - start;
    match before {
        b'q' | b'Q' | b'h' | b'H' if count == 1 => return Some(start - 1),
        b'Y' | b'y' if count == 2 || count == 4 => return start.checked_sub(2).filter(|&start| bytes[start].is_ascii_alphabetic()),
        b'$' | b'#' | b'+' | b'_' | b'=' | b'%' => return None,
        b',' | b'.' if start >= 2 && bytes[start - 2].is_ascii_digit() && before == b',' => return None,
        _ if before.is_ascii_alphabetic() => return None,
        _ => {}
    }
    let follows = |mark: u8| after == mark && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
    let is_anchor = match count {
        4 => !follows(b',') && !follows(b'.') || follows(b'-') || follows(b'/') || is_point_date(text, start),
        2 if matches!(before, b'\'' | b'`') || text[..start].ends_with(['’', '‘']) => true,
        1 | 2 => {
            follows(b':')
                || follows(b'/')
                || follows(b'-')
                || follows(b'.')
                || matches!(after | 0x20, b'a' | b'p')
                || matches!(&bytes[end..bytes.len().min(end + 2)], b"st" | b"nd" | b"rd" | b"th")
                || is_short_unit(&text[end..])
                || after == b' '
                    && bytes.get(end + 1).is_some_and(|byte| matches!(byte | 0x20, b'a' | b'p'))
                    && bytes.get(end + 2).is_some_and(|byte| matches!(byte | 0x20, b'm' | b'.'))
        }
        8 => matches!(&text[start..start + 2], "19" | "20"),
        _ => false,
    };
    is_anchor.then_some(start)
}

/// Units that are too short to be anchors themselves.
const SHORT_UNITS: [&str; 5] = ["hr", "min", "sec", "wk", "yr"];

/// "5 min", "10 hrs"
fn is_short_unit(after: &str) -> bool {
    let word = after.trim_start_matches([' ', '-']);
    SHORT_UNITS
        .iter()
        .any(|unit| word.strip_prefix(unit).is_some_and(|rest| !rest.trim_start_matches('s').starts_with(char::is_alphabetic)))
}

/// "2015.5.13"
fn is_point_date(text: &str, start: usize) -> bool {
    text[start..].bytes().take(11).filter(|&byte| byte == b'.').count() >= 2
}
