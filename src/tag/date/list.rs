//! Days of one month in a list.

use super::expression::{Calendar, Expression, Field, Year};
use super::grammar::{Grammar, When};
use crate::gazetteer::dates::Connective;

/// The days after the first of a list.
pub(super) struct FurtherDays {
    /// The token of each, and what it says.
    pub(super) days: Vec<(usize, Expression)>,
    /// The year that the whole list shares.
    pub(super) year: Year,
    /// Just past the list.
    pub(super) end: usize,
}

impl Grammar<'_> {
    /// `date/list`: "2" of "May 1 and 2, 2024", "2" and "3" of "June 1, 2 or 3".
    ///
    /// Refuses a number that counts something ("On May 1 and 2 people died"), falling days, and numbers that no "and" or "or"
    /// closes.
    pub(super) fn further_days(&self, end: usize, first: &When) -> Option<FurtherDays> {
        let When { expression: Some(Expression::Calendar(Calendar { field, year: Year::Open, .. })), time: None } = first else {
            return None;
        };
        let &Field::Day { month, day, .. } = field else { return None };
        let mut numbers = Vec::new();
        let mut last = day;
        let mut place = end;
        loop {
            let after_comma = self.skip_mark(place, &[',']);
            let after_word = self.skip(after_comma, &[Connective::And, Connective::Or]);
            if after_word == place || self.digits(after_word).is_none() {
                return None;
            }
            let (next, (number, _)) = self.day_number(after_word).filter(|(_, (number, _))| *number > last)?;
            numbers.push((after_word, number));
            (last, place) = (number, next);
            if after_word > after_comma {
                break;
            }
        }
        let year = self.trailing_year(place);
        let ended = self.rest(place).trim_start_matches(' ').chars().next().is_none_or(|next| !next.is_alphanumeric() && next != '%');
        let (end, year) = match year {
            Some(found) => found,
            None if ended => (place, Year::Open),
            None => return None,
        };
        let said = |number: i8| Expression::Calendar(Calendar::of_year(Field::Day { month, day: number, weekday: None }, year));
        Some(FurtherDays { days: numbers.into_iter().map(|(token, number)| (token, said(number))).collect(), year, end })
    }
}
