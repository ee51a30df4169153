//! Periods that the calendar names: seasons, quarters, years, decades, centuries, and units counted from now.

use super::expression::{Calendar, Expression, Field, Tense, Year};
use super::grammar::{Found, Grammar};
use super::token::{TokenKind, traits};
use crate::gazetteer::dates::{Connective, DateSense, Direction, Part, Unit};

impl Grammar<'_> {
    /// `date/season`: "this spring", "the summer of 2016", "winter 2013", "last fall", "in the spring".
    ///
    /// Refuses "fall" without a year or a word such as "this" before it, and seasons in names ("Winter Olympics", "Silver Spring").
    pub(super) fn season(&self, at: usize) -> Found<Expression> {
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
        let in_season = self.follows_time_preposition(at);
        let named = |word: &str| word.starts_with(char::is_uppercase) && !self.is_function(word);
        // "Winter Olympics", "Sinking Spring"
        let in_name = named(after) || named(self.word(place)) && named(self.word_before(place));
        let takes = framed || alone && !in_name || !alone && prefix.article && in_season && after.is_empty();
        takes.then_some((place + 1, Expression::Calendar(calendar)))
    }

    /// `date/quarter`: "the third quarter of last year", "third-quarter", "Q3 2023", "2023 Q3", "the first half of 2024".
    ///
    /// Refuses a quarter as a share or as a part of a game ("a quarter of its dealers", "in the fourth quarter of the game").
    pub(super) fn quarter(&self, at: usize) -> Found<Expression> {
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
                // "the third quarter of the year": which year is left to the verbs
                let place = self.skip(end, &[Connective::Of]);
                let article = self.skip(place, &[Connective::The]);
                (place > end && article > place && self.unit(article) == Some((Unit::Year, false))).then_some((article + 1, Year::Open))
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
    pub(super) fn year(&self, at: usize) -> Found<Expression> {
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
        if !named && prefix.part.is_none() && (!self.is_year(place, end, year, words) || self.begins_count(end, year)) {
            return None;
        }
        Some((end, Expression::Calendar(Calendar { part: prefix.part, ..Calendar::of_year(Field::Year, Year::Fixed(year)) })))
    }

    /// "fiscal 2024", "fiscal year 2024", "the 2024 fiscal year", "FY2024", "this fiscal year".
    fn fiscal_year(&self, at: usize) -> Found<Expression> {
        if !self.holds(at, traits::FISCAL) {
            return None;
        }
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
            Some(Direction::Last | Direction::Previous) => -1,
            Some(Direction::Next) => 1,
            Some(Direction::This) => 0,
            _ if prefix.article => 0,
            _ => return None,
        };
        found(after, fiscal, Year::Relative(offset))
    }

    /// Whether a bare number in the range of years is one.
    ///
    /// From 1900 to 2099 it is unless something says otherwise; before that only after a preposition.
    fn is_year(&self, at: usize, end: usize, year: i16, words: bool) -> bool {
        let before = self.word_before(at);
        let after = self.word_after(end);
        let introduced = self.follows_time_preposition(at);
        let counts = self.is_sense_of(after, |sense| {
            matches!(
                sense,
                DateSense::Unit(_) | DateSense::Units(_) | DateSense::UnitAfterNumber(_) | DateSense::Counted | DateSense::Zone(_)
            )
        });
        // "2015-1-32" and other numbers that go on are no years.
        let goes_on =
            self.is_mark(end, &['-', '/', '.']) && self.is_joined(end) && self.is_joined(end + 1) && self.digits(end + 1).is_some();
        if goes_on || counts || self.is_sense_of(before, |sense| sense == DateSense::Label) || self.is_joined_before(at) && !introduced {
            return false;
        }
        let is_plural = after.ends_with('s') && after.chars().all(char::is_lowercase) && !self.is_function(after);
        let ends = !after.starts_with(char::is_lowercase) || self.is_function(after);
        match year {
            1900..=2099 if words => introduced,
            1900..=2099 => year % 100 != 0 || !is_plural,
            1000..=1899 => introduced && ends,
            _ => (2100..2200).contains(&year) && introduced && ends,
        }
    }

    /// Whether a hyphen, a slash or a point joins the number to something before it that is no range: "F-1999", "x/2020".
    fn is_joined_before(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let before = &self.text[self.sentence.start..token.span.start];
        let joined = before.ends_with(['-', '–', '/', '.', '_', '+']);
        let open = before.trim_end_matches(['-', '–', '/', '.', '_', '+']).ends_with(char::is_whitespace);
        let after_digits = before.trim_end_matches(['-', '–', '/', '.', '_', '+']).ends_with(|last: char| last.is_ascii_digit());
        joined && !open && !before.ends_with("mid-") && (after_digits || !self.is_range_mark(at.wrapping_sub(1)))
    }

    pub(super) fn is_sense_of(&self, word: &str, is_it: impl Fn(DateSense) -> bool) -> bool {
        self.dates.senses(word).any(is_it)
    }

    /// Whether the word is no noun, so that a number before it counts nothing.
    pub(super) fn is_function(&self, word: &str) -> bool {
        self.is_sense_of(word, |sense| matches!(sense, DateSense::Connective(_) | DateSense::Function | DateSense::Ahead))
    }

    pub(super) fn is_range_mark(&self, at: usize) -> bool {
        self.has(at, traits::RANGE_MARK)
    }

    /// `date/decade`: "the 1990s", "the early 1990s", "the '90s", "the sixties".
    pub(super) fn decade(&self, at: usize) -> Found<Expression> {
        let (place, prefix) = self.prefix(at);
        if let Some(decade) = self.pick(place, |sense| if let DateSense::Decade(decade) = sense { Some(decade) } else { None }) {
            let framed = prefix.article || prefix.part.is_some() || self.follows_time_preposition(at);
            let aged = self.is_sense_of(self.word_before(at), |sense| sense == DateSense::Connective(Connective::My));
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
    pub(super) fn century(&self, at: usize) -> Found<Expression> {
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

    /// `date/unit`: "last week", "this month", "next year", "the current quarter", "earlier this year", "the end of the year".
    ///
    /// Refuses "this day and age", "this time", "next day" (counted from what was spoken of, see `date/spoken`).
    pub(super) fn unit_expression(&self, at: usize) -> Found<Expression> {
        let (mut place, prefix) = self.prefix(at);
        // "this working week"
        if prefix.direction.is_some() && self.pick(place, |sense| (sense == DateSense::Filler).then_some(())).is_some() {
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
        // "this years festival": a possessive without its apostrophe
        let plural = plural && !(prefix.direction == Some(Direction::This) && !self.word_after(place + 1).is_empty() && unit == Unit::Year);
        if plural || matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Night) {
            return None;
        }
        let end = place + 1;
        // "the week after next"
        if prefix.article
            && prefix.direction.is_none()
            && self.connective(end, Connective::After)
            && self.direction(end + 1) == Some(Direction::Next)
            && self.unit(end + 2).is_none()
        {
            return Some((end + 2, Expression::Shifted { unit, offset: 2, part: None }));
        }
        let offset = match prefix.direction {
            Some(Direction::Last | Direction::Previous) => -1,
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
        // "at the end of the day" names no part of a period.
        if unit == Unit::Day && (offset != 0 || prefix.part.is_some() && prefix.article) {
            return None;
        }
        // "this weekend" of news about what happened is the one before.
        let offset = match (unit, prefix.direction) {
            (Unit::Weekend, Some(Direction::This)) if self.tense(at, end) == Tense::Past => -1,
            _ => offset,
        };
        Some((end, Expression::Shifted { unit, offset, part: prefix.part }))
    }

    /// `date/week-number`: "week 31", "the week 3 of 2027", "the first week of March", "the second week of 2015".
    pub(super) fn week_number(&self, at: usize) -> Found<Expression> {
        let place = self.skip(at, &[Connective::The]);
        if let Some(nth) = self.nth(place).filter(|nth| *nth == -1 || (1..=5).contains(nth))
            && self.unit(place + 1) == Some((Unit::Week, false))
            && self.connective(place + 2, Connective::Of)
        {
            if nth > 0
                && let Some((end, (month, _))) = self.month(place + 3)
            {
                let (end, year) = self.trailing_year(end).unwrap_or((end, Year::Open));
                return Some((end, Expression::Calendar(Calendar::of_year(Field::WeekOfMonth { month, nth }, year))));
            }
            if let Some((end, months)) = self.relative_month(place + 3) {
                return Some((end, Expression::Calendar(Calendar::new(Field::WeekOfMonthFromNow { months, nth }))));
            }
            let (end, year) = self.year_number(place + 3)?;
            return (nth > 0).then(|| (end, Expression::Calendar(Calendar::of_year(Field::Week(nth), Year::Fixed(year)))));
        }
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
