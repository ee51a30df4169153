//! Dates that the calendar names: days, months, years, weekdays, seasons, quarters, decades, centuries, holidays.

use super::expression::{Calendar, Expression, Field, Year};
use super::grammar::{Found, Grammar, NUMBERS};
use super::token::{TokenKind, traits};
use crate::gazetteer::dates::{Connective, DateSense, Direction, Unit};

impl Grammar<'_> {
    /// Any date without a time of day; the longest reading wins.
    pub(super) fn date(&self, at: usize) -> Found<Expression> {
        if self.token(at)?.is_mere_connective() {
            return None;
        }
        self.dates_at.get(at)?.get_or_init(|| self.longest_date(at)).clone()
    }

    fn longest_date(&self, at: usize) -> Found<Expression> {
        let mut best = if self.has(at, traits::DIGITS) { self.numeric(at) } else { None };
        let mut read = |found: Found<Expression>| {
            if found.as_ref().is_some_and(|(end, _)| best.as_ref().is_none_or(|(longest, _)| end > longest)) {
                best = found;
            }
        };
        let holds = |traits| self.holds(at, traits);
        let numbered = holds(NUMBERS);
        // "the last", "the 1st"
        let ordered = numbered || holds(traits::DIRECTION);
        // Where two readings are equally long, the first one stands: their order matters.
        if numbered && holds(traits::WEEKDAY) {
            read(self.weekday_and_day(at));
        }
        if holds(traits::MONTH) {
            if numbered {
                read(self.month_and_day(at));
                read(self.day_and_month(at));
            }
            read(self.month_expression(at));
        }
        if holds(traits::WEEKDAY) {
            read(self.weekday_expression(at));
            if ordered {
                read(self.nth_weekday(at));
            }
        }
        if holds(traits::SEASON) {
            read(self.season(at));
        }
        if holds(traits::DIGITS) || ordered && holds(traits::UNIT | traits::HALF) {
            read(self.quarter(at));
        }
        if holds(traits::DIGITS | traits::DECADE) {
            read(self.decade(at));
        }
        if numbered && holds(traits::UNIT) {
            read(self.century(at));
        }
        if numbered || holds(traits::FISCAL) {
            read(self.year(at));
        }
        if holds(traits::DAY) {
            read(self.day_word(at));
        }
        if holds(traits::HOLIDAY) {
            read(self.holiday(at));
        }
        if holds(traits::UNIT) {
            read(self.unit_expression(at));
        }
        if numbered {
            read(self.day_of_month(at));
        }
        if ordered && holds(traits::UNIT) {
            read(self.week_number(at));
        }
        best
    }

    /// `date/month-day`: "March 12", "March 12th, 2025", "Mar. 12 2025", "March the twelfth".
    pub(super) fn month_and_day(&self, at: usize) -> Found<Expression> {
        let (place, (month, _)) = self.month(at)?;
        let place = self.skip(self.skip_mark(place, &['-', '/']), &[Connective::The]);
        let (place, (day, _)) = self.day_number(place)?;
        let joined = self.is_mark(at + 1, &['-']);
        let (end, year) = self.trailing_year(place).filter(|_| joined || !self.is_range_mark(place)).unwrap_or((place, Year::Open));
        Some((end, Expression::Calendar(Calendar::of_year(Field::Day { month, day, weekday: None }, year))))
    }

    /// `date/day-month`: "12 March", "the 12th of March 2025", "12-Mar-2025", "twenty-fifth day of January".
    pub(super) fn day_and_month(&self, at: usize) -> Found<Expression> {
        let place = self.skip(at, &[Connective::The]);
        let (place, (day, ordinal)) = self.day_number(place)?;
        let place = if ordinal && self.unit(place) == Some((Unit::Day, false)) { place + 1 } else { place };
        let place = self.skip(self.skip_mark(place, &['-', '/', '.']), &[Connective::Of]);
        let month_token = place;
        let (place, (month, _)) = self.month(place)?;
        // "One may ask"
        if self.digits(at).is_none()
            && !ordinal
            && self.word(month_token).starts_with(char::is_lowercase)
            && self.year_number(place).is_none()
        {
            return None;
        }
        // "12 December 27": the second number is the day.
        if !ordinal
            && self.day_number(place).is_some_and(|(end, _)| self.trailing_year(end).is_some() || self.year_number(place).is_none())
            && !self.is_mark(place, &['-'])
        {
            let begins_sentence_part = self.text[..self.token(at)?.span.start].trim_end().ends_with(['$', '£', '€']);
            if begins_sentence_part {
                return None;
            }
        }
        let (end, year) = self.trailing_year(place).or_else(|| self.short_year_of(place)).unwrap_or((place, Year::Open));
        Some((end, Expression::Calendar(Calendar::of_year(Field::Day { month, day, weekday: None }, year))))
    }

    /// `date/weekday-day`: "Tuesday, March 7, 2023", "Wed, 22 of Jan", "Friday 2018-7-6", "tuesday the eleventh".
    pub(super) fn weekday_and_day(&self, at: usize) -> Found<Expression> {
        let (place, prefix) = self.prefix(at);
        if prefix.part.is_some() {
            return None;
        }
        let (place, (weekday, _)) = self.weekday(place)?;
        let place = self.skip_mark(place, &[',', '-']);
        let inner =
            [self.month_and_day(place), self.day_and_month(place), self.numeric(place)].into_iter().flatten().max_by_key(|(end, _)| *end);
        if let Some((end, Expression::Calendar(mut calendar))) = inner {
            if let Field::Day { weekday: slot, .. } = &mut calendar.field {
                *slot = Some(weekday);
            }
            calendar.direction = prefix.direction;
            return Some((end, Expression::Calendar(calendar)));
        }
        let place = self.skip(place, &[Connective::The]);
        let (end, (day, ordinal)) = self.day_number(place)?;
        let is_plain = ordinal
            || !self.rest(end).trim_start().starts_with(char::is_alphanumeric)
            || self.any_connective(end, &[Connective::At, Connective::Between, Connective::From]);
        is_plain.then_some((end, Expression::Calendar(Calendar::new(Field::DayOfMonth { day, months: None, weekday: Some(weekday) }))))
    }

    /// `date/month`: "March", "March 2025", "Mar. 2025", "early March", "last March", "June of 1992", "April of '87".
    ///
    /// Refuses "may" and "march" in lower case without a day or a year beside them, and names ("Theresa May", "April Ryan").
    fn month_expression(&self, at: usize) -> Found<Expression> {
        let (place, prefix) = self.prefix(at);
        let (place, (month, alone)) = self.month(place)?;
        let year = self.trailing_year(place).or_else(|| self.short_year_of(place));
        let calendar = Calendar { part: prefix.part, direction: prefix.direction, ..Calendar::new(Field::Month(month)) };
        if let Some((end, year)) = year {
            return Some((end, Expression::Calendar(Calendar { year, ..calendar })));
        }
        let framed = prefix.direction.is_some() || prefix.part.is_some();
        let month_token = if place > 0 && self.is_mark(place - 1, &['.']) { place - 2 } else { place - 1 };
        let is_capital = self.word(month_token).starts_with(char::is_uppercase);
        let refused = if alone {
            !framed && self.is_name_or_modal(month_token, at)
        } else {
            !is_capital || !framed && !self.follows_time_preposition(at)
        };
        if refused {
            return None;
        }
        (!prefix.article || framed).then_some((place, Expression::Calendar(calendar)))
    }

    /// "April of 87"
    fn short_year_of(&self, at: usize) -> Found<Year> {
        let (value, count) = self.digits(at + 1)?;
        (self.connective(at, Connective::Of) && count == 2).then(|| (at + 2, Year::Fixed(self.full_year(value))))
    }

    /// Whether the word before token `at` may stand before a day of the month alone: "on the 4th".
    fn introduces_day(&self, at: usize) -> bool {
        let day = |sense| {
            matches!(
                sense,
                DateSense::Connective(Connective::On | Connective::By | Connective::Until | Connective::Since | Connective::For)
            )
        };
        self.is_sense_of(self.word_before(at), day)
    }

    /// Whether the word before token `at` introduces a time.
    pub(super) fn follows_time_preposition(&self, at: usize) -> bool {
        let before = self.word_before(at);
        self.dates.senses(before).any(|sense| {
            matches!(
                sense,
                DateSense::Connective(
                    Connective::In
                        | Connective::Since
                        | Connective::By
                        | Connective::Until
                        | Connective::Through
                        | Connective::From
                        | Connective::Between
                        | Connective::During
                        | Connective::Before
                        | Connective::After
                        | Connective::Around
                        | Connective::To
                        | Connective::Of
                        | Connective::On
                        | Connective::Within
                )
            )
        })
    }

    /// "Theresa May", "April Ryan", "May I ask", "the August session" is not one: a month's name as a person's, or a modal.
    fn is_name_or_modal(&self, month: usize, at: usize) -> bool {
        let word = self.word(month);
        let after = self.word_after(month + 1);
        let is_may = word.eq_ignore_ascii_case("may");
        let pronoun = self.is_function(after) || after == "I";
        if is_may && pronoun && !self.follows_time_preposition(at) {
            return true;
        }
        let is_given_name = self.is_sense_of(word, |sense| sense == DateSense::GivenName);
        if !is_given_name || self.follows_time_preposition(at) {
            return false;
        }
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let before = self.word_before(month);
        let name_before = capital(before) && !self.begins_sentence(before);
        let possessive = self.rest(month + 1).starts_with(['\'', '’']);
        capital(after) && self.dates.senses(after).next().is_none()
            || name_before && self.dates.senses(before).next().is_none()
            || is_may && possessive
    }

    fn begins_sentence(&self, word: &str) -> bool {
        word.as_ptr() == self.sentence.of(self.text).as_ptr()
    }

    /// `date/weekday`: "Tuesday", "last Tuesday", "this coming Friday", "Tuesday of next week", "next week on Tuesday".
    pub(super) fn weekday_expression(&self, at: usize) -> Found<Expression> {
        if let Some((place, weeks)) = self.relative_week(at) {
            let place = self.skip(place, &[Connective::On]);
            let (end, (weekday, _)) = self.weekday(place)?;
            return Some((end, Expression::Calendar(Calendar::new(Field::WeekdayOfWeek { weekday, weeks }))));
        }
        let (place, prefix) = self.prefix(at);
        let (end, (weekday, alone)) = self.weekday(place)?;
        if self.is_sense_of(self.word_before(place), |sense| sense == DateSense::NamedDay) || self.is_title(end) {
            return None;
        }
        let week = self.skip(end, &[Connective::Of]);
        if let Some((end, weeks)) = self.relative_week(week) {
            return Some((end, Expression::Calendar(Calendar::new(Field::WeekdayOfWeek { weekday, weeks }))));
        }
        if !alone && prefix.direction.is_none() && !self.is_abbreviated_weekday(at, end) {
            return None;
        }
        // "the next Tuesday" is counted from the day spoken of, "next Tuesday" from the article's.
        if prefix.article && prefix.direction == Some(Direction::Next) {
            return Some((end, Expression::SpokenWeekday(weekday)));
        }
        let calendar = Calendar { part: prefix.part, direction: prefix.direction, ..Calendar::new(Field::Weekday(weekday)) };
        Some((end, Expression::Calendar(calendar)))
    }

    /// "Monday Night Football", "Saturday Night Live": a part of the day in capitals before a name.
    fn is_title(&self, at: usize) -> bool {
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        self.day_part(at).is_some() && capital(self.word(at)) && capital(self.word_after(at + 1))
    }

    /// "Mon" and "Sat" only where they can be nothing else: after "on" or "or", before a time, or with their point.
    fn is_abbreviated_weekday(&self, at: usize, end: usize) -> bool {
        let pointed = self.is_mark(end - 1, &['.']);
        let timed = self.any_connective(end, &[Connective::At, Connective::Or]) || self.digits(end).is_some();
        self.word(at).starts_with(char::is_uppercase)
            && (timed
                || (self.follows_time_preposition(at) || self.connective(at.wrapping_sub(1), Connective::Or))
                    && (pointed || self.word_after(end).is_empty()))
    }

    pub(super) fn relative_week(&self, at: usize) -> Found<i64> {
        let direction = self.direction(at)?;
        if self.unit(at + 1) != Some((Unit::Week, false)) {
            return None;
        }
        let weeks = match direction {
            Direction::Last | Direction::Previous => -1,
            Direction::This => 0,
            Direction::Next => 1,
            Direction::Past | Direction::Same => return None,
        };
        Some((at + 2, weeks))
    }

    /// `date/nth-weekday`: "the first Friday of July", "the second Monday of next month".
    fn nth_weekday(&self, at: usize) -> Found<Expression> {
        let place = self.skip(at, &[Connective::The]);
        let nth = self.nth(place)?;
        let (place, (weekday, _)) = self.weekday(place + 1)?;
        if !(nth == -1 || (1..=5).contains(&nth)) {
            return None;
        }
        let month_at = self.any_connective(place, &[Connective::Of, Connective::In]).then_some(place + 1);
        if let Some(month_at) = month_at {
            if let Some((end, (month, _))) = self.month(month_at) {
                let (end, year) = self.trailing_year(end).unwrap_or((end, Year::Open));
                return Some((end, Expression::Calendar(Calendar::of_year(Field::NthWeekday { nth, weekday, month: Ok(month) }, year))));
            }
            if let Some((end, months)) = self.relative_month(month_at) {
                return Some((end, Expression::Calendar(Calendar::new(Field::NthWeekday { nth, weekday, month: Err(months) }))));
            }
        }
        None
    }

    pub(super) fn nth(&self, at: usize) -> Option<i8> {
        if let Some((value, _)) = self.digits(at) {
            return self.token(at + 1).filter(|token| token.kind == TokenKind::OrdinalSuffix).and(i8::try_from(value).ok());
        }
        self.pick(at, |sense| match sense {
            DateSense::Ordinal(number) => i8::try_from(number).ok(),
            DateSense::Direction(Direction::Last) => Some(-1),
            _ => None,
        })
    }

    /// "this month", "the next month", as months from the article's.
    pub(super) fn relative_month(&self, at: usize) -> Found<i64> {
        let at = self.skip(at, &[Connective::The]);
        if let Some((Unit::Month, false)) = self.unit(at) {
            return Some((at + 1, 0));
        }
        let direction = self.direction(at)?;
        if self.unit(at + 1) != Some((Unit::Month, false)) {
            return None;
        }
        let months = match direction {
            Direction::Last | Direction::Previous => -1,
            Direction::This => 0,
            Direction::Next => 1,
            Direction::Past | Direction::Same => return None,
        };
        Some((at + 2, months))
    }

    /// `date/day-of-month`: "the 20th of next month", "the 15th day of this month", "on the 4th".
    ///
    /// Refuses an ordinal that something else follows ("the 4th round").
    fn day_of_month(&self, at: usize) -> Found<Expression> {
        let place = self.skip(at, &[Connective::The]);
        let (end, (day, ordinal)) = self.day_number(place)?;
        if !ordinal {
            return None;
        }
        let after_day = if self.unit(end) == Some((Unit::Day, false)) { end + 1 } else { end };
        if self.any_connective(after_day, &[Connective::Of, Connective::In])
            && let Some((end, months)) = self.relative_month(after_day + 1)
        {
            return Some((end, Expression::Calendar(Calendar::new(Field::DayOfMonth { day, months: Some(months), weekday: None }))));
        }
        let digits = self.digits(place).is_some();
        let alone = place > at && digits && self.introduces_day(at) && self.word_after(end).is_empty();
        alone.then(|| (end, Expression::Calendar(Calendar::new(Field::DayOfMonth { day, months: None, weekday: None }))))
    }

    /// `date/day-word`: "today", "yesterday", "earlier today", "the day before yesterday", "the day after tomorrow".
    pub(super) fn day_word(&self, at: usize) -> Found<Expression> {
        let day = |at: usize| self.pick(at, |sense| if let DateSense::Day(offset) = sense { Some(i64::from(offset)) } else { None });
        let (place, prefix) = self.prefix(at);
        if prefix.direction.is_none() && self.unit(place) == Some((Unit::Day, false)) {
            let far = match (self.connective(place + 1, Connective::Before), self.connective(place + 1, Connective::After), day(place + 2))
            {
                (true, _, Some(-1)) => Some(-2),
                (_, true, Some(1)) => Some(2),
                _ => None,
            };
            if let Some(offset) = far {
                return Some((place + 3, Expression::Shifted { unit: Unit::Day, offset, part: None }));
            }
        }
        let offset = day(place)?;
        let today = offset == 0 && prefix.part.is_none() && !self.rest(place + 1).starts_with(['\'', '’']);
        let expression = if today { Expression::Today } else { Expression::Shifted { unit: Unit::Day, offset, part: None } };
        prefix.direction.is_none().then_some((place + 1, expression))
    }

    /// `date/holiday`: "Labor Day", "Christmas 2014", "last Thanksgiving", "independence day of this year".
    fn holiday(&self, at: usize) -> Found<Expression> {
        let (place, prefix) = self.prefix(at);
        let holiday = self.pick(place, |sense| if let DateSense::Holiday(holiday) = sense { Some(holiday) } else { None })?;
        // "Otto Christmas"
        let before = self.word_before(place);
        let named = before.starts_with(char::is_uppercase) && !self.begins_sentence(before) && self.dates.senses(before).next().is_none();
        if named && !self.word(place).contains(' ') {
            return None;
        }
        let (end, year) = self.trailing_year(place + 1).unwrap_or((place + 1, Year::Open));
        let calendar = Calendar { direction: prefix.direction, ..Calendar::of_year(Field::Holiday(holiday), year) };
        Some((end, Expression::Calendar(calendar)))
    }
}
