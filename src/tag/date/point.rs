//! Dates that the calendar names: days, months, years, weekdays, seasons, quarters, decades, centuries, holidays.

use super::expression::{Calendar, Expression, Field, Year};
use super::grammar::{Found, Grammar};
use super::token::TokenKind;
use crate::gazetteer::dates::{Connective, DateSense, Direction, Unit};

impl Grammar<'_> {
    /// Any date without a time of day; the longest reading wins.
    pub(super) fn date(&self, at: usize) -> Found<Expression> {
        let candidates = [
            self.numeric(at),
            self.weekday_and_day(at),
            self.month_and_day(at),
            self.day_and_month(at),
            self.month_expression(at),
            self.weekday_expression(at),
            self.nth_weekday(at),
            self.season(at),
            self.quarter(at),
            self.decade(at),
            self.century(at),
            self.year(at),
            self.day_word(at),
            self.holiday(at),
            self.unit_expression(at),
            self.day_of_month(at),
            self.week_number(at),
        ];
        candidates.into_iter().flatten().fold(None, |best: Found<Expression>, (end, value)| match best {
            Some((longest, _)) if longest >= end => best,
            _ => Some((end, value)),
        })
    }

    /// `date/month-day`: "March 12", "March 12th, 2025", "Mar. 12 2025", "March the twelfth".
    pub(super) fn month_and_day(&self, at: usize) -> Found<Expression> {
        let (place, (month, _)) = self.month(at)?;
        let place = self.skip(self.skip_mark(place, &['-', '/']), &[Connective::The]);
        let (place, (day, _)) = self.day_number(place)?;
        let (end, year) = self.trailing_year(place).filter(|_| !self.is_range_mark(place)).map_or((place, Year::Open), |found| found);
        Some((end, Expression::Calendar(Calendar::of_year(Field::Day { month, day, weekday: None }, year))))
    }

    /// `date/day-month`: "12 March", "the 12th of March 2025", "12-Mar-2025", "twenty-fifth day of January".
    pub(super) fn day_and_month(&self, at: usize) -> Found<Expression> {
        let place = self.skip(at, &[Connective::The]);
        let (place, (day, ordinal)) = self.day_number(place)?;
        let place = if ordinal && self.unit(place) == Some((Unit::Day, false)) { place + 1 } else { place };
        let place = self.skip(self.skip_mark(place, &['-', '/', '.']), &[Connective::Of]);
        let (place, (month, _)) = self.month(place)?;
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
        let (end, year) = self.trailing_year(place).map_or((place, Year::Open), |found| found);
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
            return Some((end, Expression::Calendar(calendar)));
        }
        let place = self.skip(place, &[Connective::The]);
        let (end, (day, ordinal)) = self.day_number(place)?;
        let is_plain = ordinal || !self.rest(end).trim_start().starts_with(char::is_alphanumeric) || self.connective(end, Connective::At);
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
        if !framed && (!alone && !self.follows_time_preposition(at) || self.is_name_or_modal(month_token, at)) {
            return None;
        }
        (!prefix.article || framed).then_some((place, Expression::Calendar(calendar)))
    }

    /// "April of 87"
    fn short_year_of(&self, at: usize) -> Found<Year> {
        let (value, count) = self.digits(at + 1)?;
        (self.connective(at, Connective::Of) && count == 2).then(|| (at + 2, Year::Fixed(self.full_year(value))))
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
        let pronoun = matches!(
            after,
            "I" | "we" | "you" | "he" | "she" | "it" | "they" | "be" | "have" | "not" | "the" | "also" | "has" | "had" | "is"
        );
        if is_may && pronoun && !self.follows_time_preposition(at) {
            return true;
        }
        let is_given_name = matches!(word, "May" | "April" | "June" | "August" | "March" | "Jan");
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
        let week = self.skip(end, &[Connective::Of]);
        if let Some((end, weeks)) = self.relative_week(week) {
            return Some((end, Expression::Calendar(Calendar::new(Field::WeekdayOfWeek { weekday, weeks }))));
        }
        if !alone && prefix.direction.is_none() && !self.is_abbreviated_weekday(at, end) {
            return None;
        }
        let calendar = Calendar { part: prefix.part, direction: prefix.direction, ..Calendar::new(Field::Weekday(weekday)) };
        Some((end, Expression::Calendar(calendar)))
    }

    /// "Mon" and "Sat" only where they can be nothing else: after "on" or "or", before a time, or with their point.
    fn is_abbreviated_weekday(&self, at: usize, end: usize) -> bool {
        let word = self.word(at);
        let pointed = self.is_mark(end - 1, &['.']);
        let capital = word.starts_with(char::is_uppercase);
        capital && !matches!(word, "Sun" | "Mon") && (pointed || self.any_connective(end, &[Connective::At, Connective::Or]))
            || capital
                && matches!(self.word_before(at), "on" | "or" | "until" | "by")
                && (pointed || self.word_after(end).is_empty() || self.any_connective(end, &[Connective::At, Connective::Or]))
    }

    fn relative_week(&self, at: usize) -> Found<i64> {
        let direction = self.direction(at)?;
        if self.unit(at + 1) != Some((Unit::Week, false)) {
            return None;
        }
        let weeks = match direction {
            Direction::Last => -1,
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

    fn nth(&self, at: usize) -> Option<i8> {
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
    fn relative_month(&self, at: usize) -> Found<i64> {
        let at = self.skip(at, &[Connective::The]);
        if let Some((Unit::Month, false)) = self.unit(at) {
            return Some((at + 1, 0));
        }
        let direction = self.direction(at)?;
        if self.unit(at + 1) != Some((Unit::Month, false)) {
            return None;
        }
        let months = match direction {
            Direction::Last => -1,
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
        let alone =
            place > at && digits && matches!(self.word_before(at), "on" | "until" | "by" | "since") && self.word_after(end).is_empty();
        alone.then(|| (end, Expression::Calendar(Calendar::new(Field::DayOfMonth { day, months: None, weekday: None }))))
    }

    /// `date/season`: "this spring", "the summer of 2016", "winter 2013", "last fall", "in the spring".
    ///
    /// Refuses "fall" without a year or a word such as "this" before it, and seasons in names ("Winter Olympics").
    fn season(&self, at: usize) -> Found<Expression> {
        let (place, prefix) = self.prefix(at);
        let (season, alone) = self.pick(place, |sense| match sense {
            DateSense::Season(season) => Some((season, true)),
            DateSense::SeasonInDate(season) => Some((season, false)),
            _ => None,
        })?;
        let calendar = Calendar { part: prefix.part, direction: prefix.direction, ..Calendar::new(Field::Season(season)) };
        if let Some((end, year)) = self.trailing_year(place + 1) {
            return Some((end, Expression::Calendar(Calendar { year, ..calendar })));
        }
        let framed = prefix.direction.is_some() || prefix.part.is_some();
        let after = self.word_after(place + 1);
        let in_season =
            matches!(self.word_before(at), "in" | "during" | "by" | "since" | "until" | "through" | "throughout" | "over" | "whole");
        let in_name = after.starts_with(char::is_uppercase) || matches!(after, "water" | "break" | "training" | "roll" | "loaded");
        let takes = framed || alone && !in_name || !alone && prefix.article && in_season && after.is_empty();
        takes.then_some((place + 1, Expression::Calendar(calendar)))
    }

    /// `date/quarter`: "the third quarter of last year", "third-quarter", "Q3 2023", "2023 Q3", "the first half of 2024".
    ///
    /// Refuses a quarter as a share or as a part of a game ("a quarter of its dealers", "in the fourth quarter of the game").
    fn quarter(&self, at: usize) -> Found<Expression> {
        if let Some((place, year)) = self.year_number(at) {
            let place = self.skip_mark(place, &['-']);
            let (end, field) = self.short_quarter(place)?;
            return Some((end, Expression::Calendar(Calendar::of_year(field, Year::Fixed(year)))));
        }
        let (place, prefix) = self.prefix(at);
        let (end, field) = self.short_quarter(place).or_else(|| {
            let nth = self.nth(place)?;
            let place = if self.digits(place).is_some() { place + 2 } else { place + 1 };
            let place = self.skip_mark(place, &['-', '\u{2011}']);
            let place =
                if self.pick(place, |sense| matches!(sense, DateSense::Fiscal(_)).then_some(())).is_some() { place + 1 } else { place };
            let field = match self.unit(place) {
                Some((Unit::Quarter, false)) if nth == -1 || (1..=4).contains(&nth) => Field::Quarter(nth),
                _ if self.pick(place, |sense| (sense == DateSense::Half).then_some(())).is_some() && (1..=2).contains(&nth) => {
                    Field::Half(nth)
                }
                _ => return None,
            };
            Some((place + 1, field))
        })?;
        let calendar = Calendar { part: prefix.part, ..Calendar::new(field) };
        let of_year = self
            .trailing_year(end)
            .or_else(|| {
                let place = self.skip(self.skip(end, &[Connective::Of]), &[Connective::The]);
                let (end, expression) = self.fiscal_year(place)?;
                let Expression::Calendar(Calendar { year, .. }) = expression else { return None };
                Some((end, year))
            })
            .or_else(|| {
                let place = self.skip(end, &[Connective::Of]);
                let article = self.skip(place, &[Connective::The]);
                (place > end && article > place && self.unit(article) == Some((Unit::Year, false)))
                    .then_some((article + 1, Year::Relative(0)))
            });
        if let Some((end, year)) = of_year {
            return Some((end, Expression::Calendar(Calendar { year, ..calendar })));
        }
        let other_whole = self.connective(end, Connective::Of) || matches!(field, Field::Half(_));
        (!other_whole).then_some((end, Expression::Calendar(calendar)))
    }

    /// "Q3", "H1"
    fn short_quarter(&self, at: usize) -> Found<Field> {
        let (value, 1) = self.digits(at + 1)? else { return None };
        if !self.is_joined(at + 1) {
            return None;
        }
        match self.word(at) {
            "Q" | "q" if (1..=4).contains(&value) => Some((at + 2, Field::Quarter(value as i8))),
            "H" if (1..=2).contains(&value) => Some((at + 2, Field::Half(value as i8))),
            _ => None,
        }
    }

    /// `date/year`: "2022", "in 2022", "mid-2025", "late 2024", "the year 2008", "fiscal 2024", "FY24", "'82".
    ///
    /// Refuses numbers that count or measure: "2000 pieces", "1500 metres", "No. 1980".
    fn year(&self, at: usize) -> Found<Expression> {
        if let Some(found) = self.fiscal_year(at) {
            return Some(found);
        }
        let (mut place, prefix) = self.prefix(at);
        if prefix.direction.is_some() {
            return None;
        }
        let mut named = false;
        if self.pick(place, |sense| (sense == DateSense::Filler).then_some(())).is_some() && self.unit(place + 1).is_some() {
            place += 1;
        }
        if self.unit(place) == Some((Unit::Year, false)) {
            named = true;
            place = self.skip(place + 1, &[Connective::Of]);
        } else if prefix.article && prefix.part.is_none() {
            return None;
        }
        let (end, year) = self.year_number(place)?;
        let end = match self.pick(end, |sense| if let DateSense::Era(before) = sense { Some(before) } else { None }) {
            Some(true) => return None,
            Some(false) => end + 1,
            None => end,
        };
        let words = self.digits(place).is_none() && !self.is_mark(place, &['\'', '’', '‘', '`']);
        if !named && prefix.part.is_none() && !self.is_year(place, end, year, words) {
            return None;
        }
        Some((end, Expression::Calendar(Calendar { part: prefix.part, ..Calendar::of_year(Field::Year, Year::Fixed(year)) })))
    }

    /// "fiscal 2024", "fiscal year 2024", "the 2024 fiscal year", "FY2024", "this fiscal year".
    fn fiscal_year(&self, at: usize) -> Found<Expression> {
        let fiscal_at = |at: usize| self.pick(at, |sense| if let DateSense::Fiscal(fiscal) = sense { Some(fiscal) } else { None });
        let found = |end: usize, fiscal, year: Year| Some((end, Expression::Calendar(Calendar::of_year(Field::FiscalYear(fiscal), year))));
        if let Some(fiscal) = self.pick(at, |sense| if let DateSense::FiscalYear(fiscal) = sense { Some(fiscal) } else { None }) {
            if let Some((end, year)) = self.year_number(at + 1) {
                return found(end, fiscal, Year::Fixed(year));
            }
            let (value, 2) = self.digits(at + 1)? else { return None };
            return found(at + 2, fiscal, Year::Fixed(self.full_year(value)));
        }
        let (place, prefix) = self.prefix(at);
        if let Some((place, year)) = self.year_number(place)
            && let Some(fiscal) = fiscal_at(place)
            && self.unit(place + 1) == Some((Unit::Year, false))
        {
            return found(place + 2, fiscal, Year::Fixed(year));
        }
        let fiscal = fiscal_at(place)?;
        let after = if self.unit(place + 1) == Some((Unit::Year, false)) { place + 2 } else { place + 1 };
        if let Some((end, year)) = self.year_number(after) {
            return found(end, fiscal, Year::Fixed(year));
        }
        if after == place + 1 {
            return None;
        }
        let offset = match prefix.direction {
            Some(Direction::Last) => -1,
            Some(Direction::Next) => 1,
            Some(Direction::This) => 0,
            _ if prefix.article => 0,
            _ => return None,
        };
        found(after, fiscal, Year::Relative(offset))
    }

    /// Whether a bare number in the range of years is one.
    fn is_year(&self, at: usize, end: usize, year: i16, words: bool) -> bool {
        let before = self.word_before(at);
        let preposition = self.follows_time_preposition(at) || matches!(before, "in" | "In");
        let after = self.word_after(end);
        let measured = self.dates.senses(after).any(|sense| matches!(sense, DateSense::Units(_) | DateSense::UnitAfterNumber(_)))
            || matches!(
                after,
                "people"
                    | "percent"
                    | "per"
                    | "million"
                    | "billion"
                    | "metres"
                    | "meters"
                    | "km"
                    | "kilometres"
                    | "kilometers"
                    | "miles"
                    | "feet"
                    | "pounds"
                    | "euros"
                    | "dollars"
                    | "tons"
                    | "tonnes"
                    | "GMT"
                    | "UTC"
                    | "hours"
                    | "pieces"
                    | "points"
                    | "votes"
                    | "troops"
                    | "soldiers"
                    | "workers"
                    | "jobs"
            );
        let numbered = matches!(
            before,
            "No" | "no"
                | "number"
                | "Number"
                | "Route"
                | "Highway"
                | "Boeing"
                | "Flight"
                | "flight"
                | "page"
                | "Room"
                | "than"
                | "nearly"
                | "some"
                | "least"
                | "most"
                | "only"
                | "another"
                | "over"
        );
        if measured || numbered && !(before == "than" || before == "over" || before == "only") || before == "over" && year < 1900 {
            return false;
        }
        let token = self.token(at);
        let joined_before = token.is_some_and(|token| {
            let before = self.text[self.sentence.start..token.span.start].chars().next_back();
            matches!(before, Some('-' | '–' | '/' | '.' | '_')) && !self.text[self.sentence.start..token.span.start].ends_with("mid-")
        });
        let round = year % 100 == 0;
        let plural_after = after.ends_with('s') && after.chars().all(char::is_lowercase) && !matches!(after, "was" | "is" | "has" | "as");
        if joined_before && !preposition {
            let wide =
                token.is_some_and(|token| self.text[..token.span.start].ends_with(" –") || self.text[..token.span.start].ends_with(" -"));
            if !wide && !self.is_range_mark(at.wrapping_sub(1)) {
                return false;
            }
        }
        match year {
            1900..=2099 if !words => !(round && plural_after) || preposition && !plural_after,
            1900..=2099 => preposition,
            1000..=1899 => {
                preposition && !plural_after && (after.is_empty() || !after.starts_with(char::is_lowercase) || self.is_function_word(after))
            }
            _ => {
                (2100..2200).contains(&year)
                    && preposition
                    && matches!(before, "in" | "by" | "until" | "In" | "By")
                    && (after.is_empty() || self.is_function_word(after))
            }
        }
    }

    /// Whether a lower-case word cannot be the noun that a number counts.
    fn is_function_word(&self, word: &str) -> bool {
        self.dates.senses(word).any(|sense| matches!(sense, DateSense::Connective(_) | DateSense::Tense(_)))
            || matches!(
                word,
                "with"
                    | "when"
                    | "where"
                    | "which"
                    | "that"
                    | "who"
                    | "but"
                    | "while"
                    | "under"
                    | "because"
                    | "he"
                    | "she"
                    | "they"
                    | "it"
                    | "we"
                    | "is"
                    | "are"
                    | "were"
                    | "be"
                    | "that's"
            )
    }

    pub(super) fn is_range_mark(&self, at: usize) -> bool {
        self.is_mark(at, &['-', '–', '—', '~'])
    }

    /// `date/decade`: "the 1990s", "the early 1990s", "the '90s", "the sixties".
    fn decade(&self, at: usize) -> Found<Expression> {
        let (place, prefix) = self.prefix(at);
        if let Some(decade) = self.pick(place, |sense| if let DateSense::Decade(decade) = sense { Some(decade) } else { None }) {
            let framed = prefix.article || prefix.part.is_some() || matches!(self.word_before(at), "in" | "since");
            let aged = matches!(self.word_before(at), "his" | "her" | "their" | "my");
            return (framed && !aged).then_some((place + 1, Expression::Decade { first: 1900 + decade, part: prefix.part }));
        }
        let apostrophe = self.is_mark(place, &['\'', '’', '‘', '`']);
        let digits_at = place + usize::from(apostrophe);
        let (value, count) = self.digits(digits_at)?;
        let mut end = digits_at + 1;
        if self.is_mark(end, &['\'', '’']) && self.is_joined(end) {
            end += 1;
        }
        if !self.token(end).is_some_and(|token| token.kind == TokenKind::LetterS && !token.spaced) || value % 10 != 0 {
            return None;
        }
        let first = match count {
            4 if (1000..=2990).contains(&value) => value as i16,
            2 if (apostrophe || prefix.article) && value >= 10 => {
                let year = self.full_year(value);
                if year > self.reference_year.unwrap_or(2025) { year - 100 } else { year }
            }
            _ => return None,
        };
        // "the 1800s" are a century.
        if first % 100 == 0 && first < 2000 {
            return Some((end + 1, Expression::Century { first, part: prefix.part }));
        }
        Some((end + 1, Expression::Decade { first, part: prefix.part }))
    }

    /// `date/century`: "the 18th century", "20th-century", "the early nineteenth century".
    fn century(&self, at: usize) -> Found<Expression> {
        let (place, prefix) = self.prefix(at);
        let (place, (number, ordinal)) = match self.digits(place) {
            Some((value, _)) => {
                (place + 2, (value as i32, self.token(place + 1).is_some_and(|token| token.kind == TokenKind::OrdinalSuffix)))
            }
            None => self.number_words(place, true)?,
        };
        let place = self.skip_mark(place, &['-', '\u{2011}']);
        let fits = ordinal && (1..=30).contains(&number) && matches!(self.unit(place), Some((Unit::Century, _)));
        fits.then(|| (place + 1, Expression::Century { first: (number as i16 - 1) * 100, part: prefix.part }))
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
        // "today's" technology is of these days; "today's" announcement is not, and is the more common in news.
        (prefix.direction.is_none()).then_some((place + 1, Expression::Shifted { unit: Unit::Day, offset, part: None }))
    }

    /// `date/holiday`: "Labor Day", "Christmas 2014", "last Thanksgiving", "independence day of this year".
    fn holiday(&self, at: usize) -> Found<Expression> {
        let (place, prefix) = self.prefix(at);
        let holiday = self.pick(place, |sense| if let DateSense::Holiday(holiday) = sense { Some(holiday) } else { None })?;
        let (end, year) = self.trailing_year(place + 1).unwrap_or((place + 1, Year::Open));
        let calendar = Calendar { direction: prefix.direction, ..Calendar::of_year(Field::Holiday(holiday), year) };
        Some((end, Expression::Calendar(calendar)))
    }

    /// `date/unit`: "last week", "this month", "next year", "the current quarter", "earlier this year", "the end of the year".
    ///
    /// Refuses "this day and age", "this time", "next day" (counted from what was spoken of, see `date/spoken`).
    fn unit_expression(&self, at: usize) -> Found<Expression> {
        use crate::gazetteer::dates::Part;
        let (mut place, prefix) = self.prefix(at);
        // "this working week"
        if prefix.direction.is_some()
            && self.pick(place, |sense| (sense == DateSense::Filler).then_some(())).is_some()
            && !matches!(self.word(place), "straight" | "consecutive" | "successive")
        {
            place += 1;
        }
        // "year end", "year-end"
        if prefix.part.is_none()
            && let Some((unit @ (Unit::Year | Unit::Month | Unit::Quarter), false)) = self.unit(place)
            && self.part(self.skip_mark(place + 1, &['-'])) == Some(Part::End)
            && matches!(prefix.direction, None | Some(Direction::This))
        {
            return Some((self.skip_mark(place + 1, &['-']) + 1, Expression::Shifted { unit, offset: 0, part: Some(Part::End) }));
        }
        let (unit, plural) = self.unit(place)?;
        if plural || matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Night) {
            return None;
        }
        let end = place + 1;
        let offset = match prefix.direction {
            Some(Direction::Last) => -1,
            Some(Direction::This) => 0,
            Some(Direction::Next) => 1,
            Some(Direction::Past | Direction::Same) => return None,
            None => {
                // "the end of the year", "end of day", "the middle of the month"
                let whole = prefix.part.is_some_and(|part| matches!(part, Part::Start | Part::End | Part::Mid | Part::Early | Part::Late));
                if !whole || self.connective(end, Connective::Of) {
                    return None;
                }
                0
            }
        };
        if unit == Unit::Day && offset != 0 {
            return None;
        }
        // "this weekend" of news about what happened is the one before.
        let offset = match (unit, prefix.direction) {
            (Unit::Weekend, Some(Direction::This)) if self.tense(at, end) == super::expression::Tense::Past => -1,
            _ => offset,
        };
        Some((end, Expression::Shifted { unit, offset, part: prefix.part }))
    }

    /// `date/week-number`: "week 31", "the week 3 of 2027".
    fn week_number(&self, at: usize) -> Found<Expression> {
        let place = self.skip(at, &[Connective::The]);
        if self.unit(place) != Some((Unit::Week, false)) {
            return None;
        }
        let (value, count) = self.digits(place + 1)?;
        if !(1..=53).contains(&value) || count > 2 || self.is_in_number(place + 1, place + 2) {
            return None;
        }
        let (end, year) = self.trailing_year(place + 2).unwrap_or((place + 2, Year::Relative(0)));
        Some((end, Expression::Calendar(Calendar::of_year(Field::Week(value as i8), year))))
    }
}
