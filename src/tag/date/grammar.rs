//! The pieces that all rules of dates share, and the choice among the rules.

use std::cell::OnceCell;

use super::expression::{Calendar, Clock, DayTime, Expression, Field, Tense, Year};
use super::tense;
use super::token::{Token, TokenKind, trait_of, traits};
use crate::article::Span;
use crate::gazetteer::dates::{Connective, DateSense, DateWords, DayPart, Direction, Part, Unit};
use crate::tag::context::Context;

/// The rules over one island.
pub(super) struct Grammar<'i> {
    pub(super) text: &'i str,
    /// The sentence that holds the island.
    pub(super) sentence: Span,
    pub(super) tokens: &'i [Token],
    pub(super) dates: &'i DateWords,
    /// The whole text, for the words' tags.
    pub(super) context: &'i Context<'i>,
    /// The sentence's index in the document.
    pub(super) index: usize,
    /// The year of the article, for years of two digits.
    pub(super) reference_year: Option<i16>,
    /// The date that begins at each token, once it was asked for: several rules ask.
    pub(super) dates_at: Vec<OnceCell<Found<Expression>>>,
}

/// What a rule found: the index just past its last token, and its value.
pub(super) type Found<T> = Option<(usize, T)>;

/// A date with a time of day, or one of the two.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct When {
    pub(super) expression: Option<Expression>,
    pub(super) time: Option<DayTime>,
}

impl When {
    pub(super) fn date(expression: Expression) -> Self {
        Self { expression: Some(expression), time: None }
    }
}

/// Words before a unit, a month or a weekday that say which one or which part of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Prefix {
    pub(super) part: Option<Part>,
    pub(super) direction: Option<Direction>,
    pub(super) article: bool,
}

/// The traits of which every range has one: what stands between its ends, or the "from" before a time that lasts.
const JOINTS: u64 = traits::RANGE_MARK
    | trait_of(Connective::And)
    | trait_of(Connective::To)
    | trait_of(Connective::Until)
    | trait_of(Connective::Through)
    | trait_of(Connective::From);

/// The traits of which every time that comes again has one; a unit is one after "a" and as "weekends".
const SETS: u64 = traits::RECURRING | traits::UNIT | trait_of(Connective::Any) | trait_of(Connective::All);

/// A number, in digits or words.
pub(super) const NUMBERS: u64 = traits::DIGITS | traits::NUMBER;

impl Grammar<'_> {
    /// The longest expression that begins at token `at`.
    pub(super) fn best(&self, at: usize) -> Found<When> {
        if !self.may_begin(at) || !self.holds(at, traits::CONTENT) {
            return None;
        }
        let as_when = |found: Found<Expression>| found.map(|(end, expression)| (end, When::date(expression)));
        let range = if self.holds(at, JOINTS) { self.range(at) } else { None };
        let set = if self.holds(at, SETS) { self.set(at) } else { None };
        let best = longer(range, as_when(set));
        let best = longer(best, as_when(self.relative(at)));
        let best = longer(best, self.when(at));
        let length = if self.holds(at, traits::ANY_UNIT) { self.length(at) } else { None };
        longer(best, as_when(length))
    }

    /// Whether the token at `at` or any after it has one of the [`traits`].
    #[inline]
    pub(super) fn holds(&self, at: usize, traits: u64) -> bool {
        self.token(at).is_some_and(|token| token.ahead & traits != 0)
    }

    /// Whether any rule may begin with the token.
    fn may_begin(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        match token.kind {
            TokenKind::Digits { .. } => true,
            TokenKind::Mark(mark) => matches!(mark, '\'' | '’' | '‘' | '`'),
            TokenKind::OrdinalSuffix | TokenKind::LetterS | TokenKind::Meridiem(_) => false,
            // The prefixes "Q" and "H" have no sense.
            TokenKind::Word => token.senses[0].is_none() || token.has(traits::BEGINNING),
        }
    }

    #[inline]
    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    pub(super) fn pick<T>(&self, at: usize, pick: impl Fn(DateSense) -> Option<T>) -> Option<T> {
        self.token(at)?.pick(pick)
    }

    /// The words of the token, or nothing past the end.
    pub(super) fn word(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| token.span.of(self.text))
    }

    pub(super) fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.token(at).is_some_and(|token| matches!(token.kind, TokenKind::Mark(mark) if marks.contains(&mark)))
    }

    /// Whether the token follows the one before it without white space.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| !token.spaced)
    }

    /// Whether a sense of the token has one of the [`traits`].
    #[inline]
    pub(super) fn has(&self, at: usize, traits: u64) -> bool {
        self.token(at).is_some_and(|token| token.has(traits))
    }

    #[inline]
    pub(super) fn connective(&self, at: usize, connective: Connective) -> bool {
        self.has(at, trait_of(connective))
    }

    #[inline]
    pub(super) fn any_connective(&self, at: usize, connectives: &[Connective]) -> bool {
        self.has(at, connectives.iter().fold(0, |traits, &connective| traits | trait_of(connective)))
    }

    /// Just past the token when it is one of the connectives, else where it was.
    #[inline]
    pub(super) fn skip(&self, at: usize, connectives: &[Connective]) -> usize {
        if self.any_connective(at, connectives) { at + 1 } else { at }
    }

    pub(super) fn skip_mark(&self, at: usize, marks: &[char]) -> usize {
        if self.is_mark(at, marks) { at + 1 } else { at }
    }

    pub(super) fn direction(&self, at: usize) -> Option<Direction> {
        if !self.has(at, traits::DIRECTION) {
            return None;
        }
        let direction = self.pick(at, |sense| match sense {
            DateSense::Direction(direction) => Some(direction),
            _ => None,
        })?;
        // "Following Wednesday's leak" is no direction, "the following Wednesday" is.
        let refused = self.word(at).eq_ignore_ascii_case("following") && !self.connective(at.wrapping_sub(1), Connective::The);
        (!refused).then_some(direction)
    }

    pub(super) fn part(&self, at: usize) -> Option<Part> {
        if !self.has(at, traits::PART) {
            return None;
        }
        self.pick(at, |sense| match sense {
            DateSense::Part(part) => Some(part),
            _ => None,
        })
    }

    /// A unit, and whether it is in the plural.
    pub(super) fn unit(&self, at: usize) -> Option<(Unit, bool)> {
        if !self.has(at, traits::UNIT) {
            return None;
        }
        self.pick(at, |sense| match sense {
            DateSense::Unit(unit) => Some((unit, false)),
            DateSense::Units(unit) => Some((unit, true)),
            _ => None,
        })
    }

    /// A month, and whether it can stand alone; the point of an abbreviation is taken with it.
    pub(super) fn month(&self, at: usize) -> Found<(i8, bool)> {
        if !self.has(at, traits::MONTH) {
            return None;
        }
        let (month, alone) = self.pick(at, |sense| match sense {
            DateSense::Month(month) => Some((month, true)),
            DateSense::MonthInDate(month) => Some((month, false)),
            _ => None,
        })?;
        let pointed = self.is_mark(at + 1, &['.']) && self.is_joined(at + 1) && at + 2 < self.tokens.len();
        Some((at + 1 + usize::from(pointed), (month, alone)))
    }

    /// A weekday, and whether it can stand alone.
    pub(super) fn weekday(&self, at: usize) -> Found<(i8, bool)> {
        if !self.has(at, traits::WEEKDAY) {
            return None;
        }
        let (weekday, alone) = self.pick(at, |sense| match sense {
            DateSense::Weekday(weekday) => Some((weekday, true)),
            DateSense::WeekdayInDate(weekday) => Some((weekday, false)),
            _ => None,
        })?;
        let pointed = !alone && self.is_mark(at + 1, &['.']) && self.is_joined(at + 1) && at + 2 < self.tokens.len();
        Some((at + 1 + usize::from(pointed), (weekday, alone)))
    }

    pub(super) fn digits(&self, at: usize) -> Option<(u32, u8)> {
        match self.token(at)?.kind {
            TokenKind::Digits { value, count } => Some((value, count)),
            _ => None,
        }
    }

    /// Whether the digits at `at` are part of a longer number: "1,200", "2.5", "4:3", "$5".
    pub(super) fn is_in_number(&self, at: usize, end: usize) -> bool {
        let Some(first) = self.token(at) else { return false };
        let digits_at = |at: usize| self.digits(at).is_some();
        let continues = self.is_mark(end, &[',', '.', ':']) && self.is_joined(end) && digits_at(end + 1) && self.is_joined(end + 1);
        let thousands = self.is_mark(end, &[',']) && continues && self.digits(end + 1).is_some_and(|(_, count)| count != 3);
        let before = self.text[self.sentence.start..first.span.start].chars().next_back();
        let after = self.tokens.get(end.wrapping_sub(1)).and_then(|token| self.text[token.span.end..self.sentence.end].chars().next());
        continues && !thousands
            || before.is_some_and(|before| matches!(before, '$' | '£' | '€' | '¥' | '#' | '%'))
            || after.is_some_and(|after| matches!(after, '%' | '°' | '$' | '€' | '£'))
    }

    /// A day of the month in digits or words; true for an ordinal.
    pub(super) fn day_number(&self, at: usize) -> Found<(i8, bool)> {
        if let Some((value, count)) = self.digits(at) {
            let ordinal = self.token(at + 1).is_some_and(|token| token.kind == TokenKind::OrdinalSuffix);
            let end = at + 1 + usize::from(ordinal);
            let fits = (1..=31).contains(&value) && count <= 2;
            return (fits && !self.is_in_number(at, end)).then_some((end, (value as i8, ordinal)));
        }
        let (end, (value, ordinal)) = self.number_words(at, true)?;
        (1..=31).contains(&value).then_some((end, (value as i8, ordinal)))
    }

    /// "twenty-one", "twenty first", "nine", with whether it is an ordinal; two-part numbers below a hundred.
    pub(super) fn number_words(&self, at: usize, with_ordinals: bool) -> Found<(i32, bool)> {
        let read = |at: usize| {
            self.pick(at, |sense| match sense {
                DateSense::Number(number) => Some((number, false)),
                DateSense::Ordinal(number) if with_ordinals && number > 0 => Some((number, true)),
                _ => None,
            })
        };
        if !self.has(at, traits::NUMBER) {
            return None;
        }
        let (first, ordinal) = read(at)?;
        if (20..100).contains(&first) && first % 10 == 0 && !ordinal {
            let mut next = self.skip_mark(at + 1, &['-']);
            if next == at + 1 && self.connective(next, Connective::And) {
                next += 1;
            }
            if let Some((second, ordinal)) = read(next)
                && second < 10
                && second > 0
            {
                return Some((next + 1, (first + second, ordinal)));
            }
        }
        Some((at + 1, (first, ordinal)))
    }

    /// A year in four digits, or in two after an apostrophe.
    pub(super) fn year_number(&self, at: usize) -> Found<i16> {
        if self.is_mark(at, &['\'', '’', '‘', '`'])
            && let Some((value, 2)) = self.digits(at + 1)
            && self.is_joined(at + 1)
            && !(self.is_joined(at) && at.checked_sub(1).is_some_and(|before| self.digits(before).is_some()))
        {
            let plural = self.token(at + 2).is_some_and(|token| token.kind == TokenKind::LetterS);
            return (!plural).then(|| (at + 2, self.full_year(value)));
        }
        if let Some(found) = self.year_words(at) {
            return Some(found);
        }
        let (value, count) = self.digits(at)?;
        let suffixed = self
            .token(at + 1)
            .is_some_and(|token| matches!(token.kind, TokenKind::LetterS | TokenKind::OrdinalSuffix | TokenKind::Meridiem(_)));
        let fits = count == 4 && (1000..=2999).contains(&value) && !suffixed && !self.is_in_number(at, at + 1);
        fits.then_some((at + 1, value as i16))
    }

    /// A year of two digits in full, at most 30 years after the article's.
    pub(super) fn full_year(&self, two_digits: u32) -> i16 {
        let now = i32::from(self.reference_year.unwrap_or(2025));
        let year = now - now.rem_euclid(100) + two_digits as i32;
        let year = if year > now + 30 { year - 100 } else { year };
        year as i16
    }

    /// "nineteen eighty six", "two thousand and five", "nineteen hundred ninety three".
    fn year_words(&self, at: usize) -> Found<i16> {
        let number = |at: usize| {
            self.pick(at, |sense| match sense {
                DateSense::Number(number) => Some(number),
                _ => None,
            })
        };
        let below_hundred = |at: usize| {
            self.number_words(at, false).filter(|(_, (number, _))| (1..100).contains(number)).map(|(end, (number, _))| (end, number))
        };
        if !self.has(at, traits::NUMBER) {
            return None;
        }
        let first = number(at)?;
        let (end, year) = if number(at + 1) == Some(1000) && (1..=2).contains(&first) {
            let rest = self.skip(at + 2, &[Connective::And]);
            match below_hundred(rest) {
                Some((end, rest)) => (end, first * 1000 + rest),
                None => (at + 2, first * 1000),
            }
        } else if matches!(first, 16..=20) {
            let hundred = number(at + 1) == Some(100);
            let rest = self.skip(at + 1 + usize::from(hundred), if hundred { &[Connective::And] } else { &[] });
            let zero = number(rest) == Some(0);
            match below_hundred(rest + usize::from(zero)) {
                Some((end, number)) if zero || number >= 10 || hundred => (end, first * 100 + number),
                _ if hundred && first < 20 => (at + 2, first * 100),
                _ => return None,
            }
        } else {
            return None;
        };
        Some((end, i16::try_from(year).ok()?))
    }

    /// "last year", "this year", "next year" where a year may stand.
    pub(super) fn relative_year(&self, at: usize) -> Found<i64> {
        let at = self.skip(at, &[Connective::The]);
        let direction = self.direction(at)?;
        let (unit, plural) = self.unit(at + 1)?;
        if unit != Unit::Year || plural {
            return None;
        }
        let offset = match direction {
            Direction::Last | Direction::Previous => -1,
            Direction::This => 0,
            Direction::Next => 1,
            Direction::Past | Direction::Same => return None,
        };
        Some((at + 2, offset))
    }

    /// The year after a month, a day, a season, a quarter: "2010", ", 2010", "of 2010", "of last year", "in 2010".
    pub(super) fn trailing_year(&self, at: usize) -> Found<Year> {
        let mut place = at;
        let mut joined = false;
        if self.is_mark(place, &[',', '/', '-', '.']) {
            joined = !self.is_mark(place, &[',']);
            if joined && !self.is_joined(place + 1) {
                return None;
            }
            place += 1;
        } else {
            place = self.skip(place, &[Connective::Of, Connective::In]);
            let article = self.skip(place, &[Connective::The]);
            if self.unit(article) == Some((Unit::Year, false))
                && self.direction(article).is_none()
                && self.year_number(article + 1).is_some()
            {
                place = article + 1;
            }
        }
        if let Some((end, year)) = self.year_number(place) {
            return Some((end, Year::Fixed(year)));
        }
        if joined {
            return None;
        }
        if let Some((end, offset)) = self.relative_year(place) {
            return Some((end, Year::Relative(offset)));
        }
        // "of the same year", "of that year"
        let same = self.skip(place, &[Connective::The]);
        let spoken = place > at && self.direction(same) == Some(Direction::Same) && self.unit(same + 1) == Some((Unit::Year, false));
        spoken.then_some((same + 2, Year::Spoken))
    }

    /// "the early", "late last", "this past", "mid-", "later this".
    pub(super) fn prefix(&self, at: usize) -> (usize, Prefix) {
        let mut prefix = Prefix::default();
        let mut place = at;
        if self.connective(place, Connective::The) {
            prefix.article = true;
            place += 1;
        }
        if let Some(part) = self.part(place) {
            prefix.part = Some(part);
            place = self.skip_mark(place + 1, &['-', '–']);
            place = self.skip(place, &[Connective::Of, Connective::In]);
            if self.connective(place, Connective::The) {
                prefix.article = true;
                place += 1;
            }
        }
        if let Some(direction) = self.direction(place) {
            prefix.direction = Some(direction);
            place += 1;
            // "this past Wednesday", "this coming May"
            if direction == Direction::This
                && let Some(second) = self.direction(place)
            {
                prefix.direction = Some(if second == Direction::Past { Direction::Last } else { second });
                place += 1;
            }
            if prefix.part.is_none()
                && let Some(part) = self.part(place)
            {
                prefix.part = Some(part);
                place = self.skip_mark(place + 1, &['-', '–']);
            }
        }
        (place, prefix)
    }

    pub(super) fn day_part(&self, at: usize) -> Option<DayPart> {
        if !self.has(at, traits::DAY_PART) {
            return None;
        }
        self.pick(at, |sense| match sense {
            DateSense::DayPart(part) => Some(part),
            DateSense::Unit(Unit::Night) => Some(DayPart::Night),
            _ => None,
        })
    }

    /// Which way the verbs around token `at` point.
    pub(super) fn tense(&self, at: usize, end: usize) -> Tense {
        let (Some(first), Some(last)) = (self.token(at), self.token(end.saturating_sub(1))) else { return Tense::Unknown };
        tense::around(self.text, &self.context.words(self.index), first.span.join(last.span), self.dates)
    }

    /// The last word before token `at`, whatever it is; empty at the beginning of the sentence or after a mark.
    pub(super) fn word_before(&self, at: usize) -> &str {
        let Some(token) = self.token(at) else { return "" };
        let before = self.text[self.sentence.start..token.span.start].trim_end();
        let length: usize = before.chars().rev().take_while(|character| character.is_alphanumeric()).map(char::len_utf8).sum();
        &before[before.len() - length..]
    }

    /// The words after the token before `end`, to the end of the sentence.
    pub(super) fn rest(&self, end: usize) -> &str {
        let from = end.checked_sub(1).and_then(|last| self.token(last)).map_or(self.sentence.start, |token| token.span.end);
        &self.text[from..self.sentence.end]
    }

    /// The next word after the token before `end`; empty where a mark or the end of the sentence comes first.
    pub(super) fn word_after(&self, end: usize) -> &str {
        let rest = self.rest(end).trim_start();
        let length = rest.find(|character: char| !character.is_alphanumeric()).unwrap_or(rest.len());
        &rest[..length]
    }
}

/// The longer of two readings; at equal length the first.
#[inline]
pub(super) fn longer<T>(first: Found<T>, second: Found<T>) -> Found<T> {
    match (&first, &second) {
        (Some((longest, _)), Some((end, _))) if end > longest => second,
        (None, _) => second,
        _ => first,
    }
}

pub(super) fn calendar(field: Field) -> Expression {
    Expression::Calendar(Calendar::new(field))
}

/// A time of day of the given hour.
pub(super) fn hour(hour: i8) -> Clock {
    Clock { hour, minute: None, second: None, utc: false }
}
