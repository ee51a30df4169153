//! Dates in numbers alone: "2025-03-12", "12/03/2025", "3/12", "20161016".

use super::expression::{Calendar, Expression, Field, Year};
use super::grammar::{Found, Grammar};
use crate::gazetteer::dates::Connective;

/// The marks between the numbers.
const MARKS: [char; 4] = ['-', '/', '.', ','];

impl Grammar<'_> {
    /// `date/numeric`: year first ("2025-03-12", "2015/08/12", "2015.5.13", "2019-aug-1", "2015-3", "20161016"), else month
    /// first as in the United States unless that number is above 12 ("12/03/2025", "21/04/16", "4/22").
    ///
    /// "9/11" alone is the day of the attacks of 2001.
    ///
    /// Refuses scores, fractions, telephone numbers and versions: numbers that are no day, and two numbers with a hyphen or a
    /// point between them and no year.
    pub(super) fn numeric(&self, at: usize) -> Found<Expression> {
        self.numeric_with(at, false)
    }

    /// As [`numeric`](Self::numeric), where what stands around may already say that it is a date.
    pub(super) fn numeric_with(&self, at: usize, is_date: bool) -> Found<Expression> {
        self.eight_digits(at)
            .or_else(|| self.year_first(at))
            .or_else(|| self.day_and_year(at))
            .or_else(|| self.month_and_year(at))
            .or_else(|| self.month_and_day_in_numbers(at, is_date))
            .filter(|(end, _)| !self.goes_on(at, *end))
    }

    /// A number right after the mark at `at`.
    fn after_mark(&self, at: usize, marks: &[char]) -> Option<(char, u32, u8)> {
        let mark = marks.iter().copied().find(|&mark| self.is_mark(at, &[mark]))?;
        let (value, count) = self.digits(at + 1)?;
        (self.is_joined(at) && (self.is_joined(at + 1) || mark == ',')).then_some((mark, value, count))
    }

    /// Whether the number belongs to something longer: "1-800-555", "10/1-11/7" is left to the ranges.
    fn goes_on(&self, at: usize, end: usize) -> bool {
        let before = self.token(at).and_then(|token| self.text[self.sentence.start..token.span.start].chars().next_back());
        let after = self.rest(end).chars().next();
        before.is_some_and(|before| before.is_alphanumeric() || matches!(before, '$' | '€' | '£' | '.' | '/'))
            || after.is_some_and(|after| after.is_alphanumeric() || matches!(after, '%' | '/'))
            || self.is_mark(end, &['.', ',']) && self.is_joined(end) && self.is_joined(end + 1) && self.digits(end + 1).is_some()
    }

    fn eight_digits(&self, at: usize) -> Found<Expression> {
        let (value, 8) = self.digits(at)? else { return None };
        day(value / 10_000, value / 100 % 100, value % 100).map(|expression| (at + 1, expression))
    }

    fn year_first(&self, at: usize) -> Found<Expression> {
        let (year, 4) = self.digits(at)? else { return None };
        let fits = (1000..=2999).contains(&year);
        let mark = MARKS
            .into_iter()
            .find(|&mark| mark != ',' && self.is_mark(at + 1, &[mark]) && self.is_joined(at + 1) && self.is_joined(at + 2))?;
        let (place, month) = match (self.digits(at + 2), self.month(at + 2)) {
            (Some((month, 1 | 2)), _) => (at + 3, month),
            (_, Some((end, (month, _)))) => (end, month as u32),
            _ => return None,
        };
        if !fits {
            return None;
        }
        match self.after_mark(place, &[mark]) {
            Some((_, number, 1 | 2)) => day(year, month, number).map(|expression| (place + 2, expression)),
            Some(_) => None,
            None if mark == '.' || !(1..=12).contains(&month) => None,
            // "2012-13" is a season or a range, and above 12 in any case; "2010-11" is the range that news writes.
            None if self.digits(at + 2).is_some_and(|(_, count)| mark == '-' && count == 2 && year % 100 + 1 == month) => None,
            None => Some((place, Expression::Calendar(Calendar::of_year(Field::Month(month as i8), Year::Fixed(year as i16))))),
        }
    }

    fn day_and_year(&self, at: usize) -> Found<Expression> {
        let (first, 1 | 2) = self.digits(at)? else { return None };
        let (mark, second, 1 | 2) = self.after_mark(at + 1, &['-', '/', '.'])? else { return None };
        let (last_mark, year, count) = self.after_mark(at + 3, &MARKS)?;
        if last_mark != mark && (last_mark != ',' || !self.is_joined(at + 4) && count != 4) {
            return None;
        }
        let year = match count {
            4 => year,
            2 if mark == '/' => u32::try_from(self.full_year(year)).ok()?,
            _ => return None,
        };
        let (month, number) = if first > 12 { (second, first) } else { (first, second) };
        day(year, month, number).map(|expression| (at + 5, expression))
    }

    /// "12-2015", "3/2019"
    fn month_and_year(&self, at: usize) -> Found<Expression> {
        let (month, 1 | 2) = self.digits(at)? else { return None };
        let (_, year, 4) = self.after_mark(at + 1, &['-', '/'])? else { return None };
        let fits = (1..=12).contains(&month) && (1900..=2099).contains(&year);
        fits.then(|| (at + 3, Expression::Calendar(Calendar::of_year(Field::Month(month as i8), Year::Fixed(year as i16)))))
    }

    /// "4/22", "22/04" after a word that introduces a time or where nothing else follows.
    fn month_and_day_in_numbers(&self, at: usize, is_date: bool) -> Found<Expression> {
        let (first, 1 | 2) = self.digits(at)? else { return None };
        let (mark, second, 1 | 2) = self.after_mark(at + 1, &['/', '.'])? else { return None };
        let (month, number) = if first > 12 { (second, first) } else { (first, second) };
        if !(1..=12).contains(&month) || !(1..=31).contains(&number) {
            return None;
        }
        let after = self.word_after(at + 3);
        let weekday_before = at.checked_sub(1).is_some_and(|before| self.weekday(before).is_some());
        let listed = at >= 4 && self.is_mark(at - 1, &[',']) && self.digits(at - 2).is_some() && self.is_mark(at - 3, &['/']);
        let for_day = self.any_connective(at.wrapping_sub(1), &[Connective::For, Connective::Or]);
        let introduced = is_date
            || listed
            || for_day
            || weekday_before
            || self.follows_time_preposition(at)
            || at.checked_sub(1).is_some_and(|before| self.direction(before).is_some());
        let takes = match mark {
            '/' => introduced || after.is_empty() && (first > 2 && second > 9 || first > 12),
            _ => weekday_before,
        };
        let direction = at.checked_sub(1).and_then(|before| self.direction(before));
        if mark == '/' && (first, second) == (9, 11) && !is_date && !listed && direction.is_none() {
            return day(2001, 9, 11).map(|expression| (at + 3, expression));
        }
        let calendar = Calendar::new(Field::Day { month: month as i8, day: number as i8, weekday: None });
        takes.then_some((at + 3, Expression::Calendar(Calendar { direction, ..calendar })))
    }
}

fn day(year: u32, month: u32, day: u32) -> Option<Expression> {
    let (year, month, day) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    jiff::civil::Date::new(year, month, day).ok()?;
    Some(Expression::Calendar(Calendar::of_year(Field::Day { month, day, weekday: None }, Year::Fixed(year))))
}
