//! Lengths of time and times that come again.

use super::expression::{Expression, Length, Lengths, duration};
use super::grammar::{Found, Grammar};
use super::token::TokenKind;
use crate::gazetteer::dates::{Connective, DateSense, DateWords, Direction, Unit};

impl Grammar<'_> {
    /// `duration/length`: "two weeks", "41-year", "18 months", "a few days", "two and a half years", "an hour and 30 minutes",
    /// "decades", "several hours".
    ///
    /// Refuses ages ("a 14-year-old boy", "22 years old"), shares ("a quarter of"), ordinals ("a second attempt").
    pub(super) fn length(&self, at: usize) -> Found<Expression> {
        if let Some((end, unit)) = self.bare_units(at) {
            return Some((end, Expression::Duration(duration(&[Length { amount: None, unit }]))));
        }
        let (end, lengths) = self.lengths(at)?;
        // "24-Hour News"
        let named = [self.word(end - 1), self.word_after(end)].iter().all(|word| word.starts_with(char::is_uppercase));
        if self.is_age(end) || named {
            return None;
        }
        Some((end, Expression::Duration(duration(&lengths))))
    }

    /// One to three lengths that add up.
    pub(super) fn lengths(&self, at: usize) -> Found<Lengths> {
        let (mut end, first) = self.one_length(at)?;
        let mut lengths = vec![first];
        while lengths.len() < 3 {
            let after_comma = self.skip_mark(end, &[',']);
            let place = self.skip(after_comma, &[Connective::And]);
            // "an hour, two years" and "two days and three weeks" are two lengths each.
            let falls = |length: &Length| place == end || length.unit < lengths[lengths.len() - 1].unit;
            match self.one_length(place) {
                Some((next, length))
                    if length.unit != lengths[0].unit
                        && falls(&length)
                        && length.amount.is_some()
                        && first.amount.is_some()
                        && !self.connective(place, Connective::A) =>
                {
                    // "1 month 2 years 21 days" is taken too.
                    lengths.push(length);
                    end = next;
                }
                _ => break,
            }
        }
        Some((end, lengths))
    }

    pub(super) fn one_length(&self, at: usize) -> Found<Length> {
        let (place, amount) = self.amount(at)?;
        let by_article = self.connective(at, Connective::A) && place == at + 1;
        let mut place = self.skip_mark(place, &['-', '–', '\u{2011}']);
        let mut fillers = 0;
        let mut directed = false;
        while fillers < 2 {
            let direction = self.direction(place);
            let takes = match direction {
                // "5 upcoming years", not "13 this week".
                Some(Direction::Next | Direction::Past) => true,
                Some(_) => false,
                None => self.pick(place, |sense| (sense == DateSense::Filler).then_some(())).is_some(),
            };
            if !takes {
                break;
            }
            directed |= direction.is_some();
            place = self.skip_mark(place + 1, &['-']);
            fillers += 1;
        }
        let (unit, plural) = self.pick(place, |sense| match sense {
            DateSense::Unit(unit) => Some((unit, false)),
            DateSense::Units(unit) | DateSense::UnitAfterNumber(unit) => Some((unit, true)),
            _ => None,
        })?;
        let mut end = place + 1;
        if directed && !plural {
            return None;
        }
        let refused = match unit {
            Unit::Second | Unit::Quarter | Unit::Night => {
                by_article
                    || !plural && amount != Some(1.0) && !self.is_mark(place - 1, &['-'])
                    || self.connective(end, Connective::Of) && unit == Unit::Quarter
            }
            Unit::Minute | Unit::Day => by_article && fillers == 0 && self.word_after(end) == "when",
            _ => false,
        };
        if refused {
            return None;
        }
        let amount = match self.half_after(end) {
            Some((next, fraction)) => {
                end = next;
                amount.map(|amount| amount + fraction)
            }
            None => amount,
        };
        Some((end, Length { amount, unit }))
    }

    /// "and a half", "and a quarter" after a unit: "one year and a quarter".
    fn half_after(&self, at: usize) -> Found<f64> {
        let place = self.skip_mark(at, &['-']);
        if !self.connective(place, Connective::And) {
            return None;
        }
        let place = self.skip_mark(place + 1, &['-']);
        let article = self.skip(place, &[Connective::A]);
        let article = self.skip_mark(article, &['-']);
        if self.pick(article, |sense| (sense == DateSense::Half).then_some(())).is_some() {
            return Some((article + 1, 0.5));
        }
        (article > place && self.unit(article) == Some((Unit::Quarter, false))).then_some((article + 1, 0.25))
    }

    /// A number before a unit; none inside for "a few" and the like.
    pub(super) fn amount(&self, at: usize) -> Found<Option<f64>> {
        if self.digits(at).is_some() {
            return self.digit_amount(at);
        }
        let half = |at: usize| self.pick(at, |sense| (sense == DateSense::Half).then_some(())).is_some();
        if half(at) {
            let end = self.skip_mark(at + 1, &['-']);
            return Some((self.skip(end, &[Connective::A]), Some(0.5)));
        }
        let article = self.skip(at, &[Connective::A]);
        if let Some(()) = self.pick(article, |sense| (sense == DateSense::Vague).then_some(())) {
            return Some((article + 1, None));
        }
        if let Some((end, (value, _))) = self.number_words(article, false) {
            // "a [two-week] strike", but "[a couple of weeks]"
            if article > at && self.is_mark(end, &['-']) {
                return None;
            }
            let mut end = end;
            let mut value = f64::from(value);
            if let Some((next, fraction)) = self.half_after(end) {
                return Some((next, Some(value + fraction)));
            }
            if let Some(scale @ (100 | 1000)) =
                self.pick(end, |sense| if let DateSense::Number(scale) = sense { Some(scale) } else { None })
                && value < 100.0
            {
                value *= f64::from(scale);
                end += 1;
            }
            // "a couple of weeks"
            let of = self.skip(end, &[Connective::Of]);
            return Some((of, Some(value)));
        }
        if article == at {
            return None;
        }
        Some((if half(article) { article + 1 } else { article }, Some(if half(article) { 0.5 } else { 1.0 })))
    }

    fn digit_amount(&self, at: usize) -> Found<Option<f64>> {
        let (value, _) = self.digits(at)?;
        let before = self.token(at).and_then(|token| self.text[self.sentence.start..token.span.start].chars().next_back());
        if before.is_some_and(|before| matches!(before, '$' | '£' | '€' | '¥' | '.' | ',' | '/' | ':')) {
            return None;
        }
        let joined = |at: usize, mark: &[char]| self.is_mark(at, mark) && self.is_joined(at) && self.is_joined(at + 1);
        let mut end = at + 1;
        let mut amount = f64::from(value);
        while joined(end, &[','])
            && let Some((next, 3)) = self.digits(end + 1)
        {
            amount = amount * 1000.0 + f64::from(next);
            end += 2;
        }
        if joined(end, &['.'])
            && let Some((next, count)) = self.digits(end + 1)
        {
            amount += f64::from(next) / 10_f64.powi(i32::from(count));
            end += 2;
        }
        if let Some((next, fraction)) = self.half_after(end) {
            return Some((next, Some(amount + fraction)));
        }
        Some((end, Some(amount)))
    }

    /// "years", "minutes" without a number: a length left open.
    fn bare_units(&self, at: usize) -> Found<Unit> {
        let (unit, true) = self.unit(at)? else { return None };
        let common =
            matches!(unit, Unit::Year | Unit::Month | Unit::Week | Unit::Day | Unit::Hour | Unit::Minute | Unit::Decade | Unit::Century);
        if !common || self.is_age(at + 1) {
            return None;
        }
        // "recent years", "over the years"; "the days of", "opening hours" are none.
        let the = self.connective(at.wrapping_sub(1), Connective::The);
        (!the || !self.connective(at + 1, Connective::Of)).then_some((at + 1, unit))
    }

    /// "years old", "-year-old", "years of age".
    fn is_age(&self, end: usize) -> bool {
        let rest = self.rest(end).trim_start_matches(['-', ' ', '\u{2011}', '\u{a0}']);
        rest.starts_with("old") && !rest[3..].starts_with(char::is_alphanumeric) || rest.starts_with("of age")
    }

    /// `set`: "every Monday", "each week", "Thursdays", "daily", "annual", "every other day", "every night", "$5 a year".
    pub(super) fn set(&self, at: usize) -> Found<Expression> {
        self.clock_and_set(at)
            .or_else(|| self.frequency(at))
            .or_else(|| self.every(at))
            .or_else(|| self.plural_weekdays(at))
            .or_else(|| self.per_unit(at))
    }

    /// "3pm each day", "8 p.m. every Monday"
    fn clock_and_set(&self, at: usize) -> Found<Expression> {
        let (place, clock) = self.clock(at)?;
        let (end, expression) = self.every(self.skip(place, &[Connective::On]))?;
        let Expression::Set(timex) = expression else { return None };
        let day = if timex == "P1D" { "" } else { &timex };
        (day.is_empty() || day.starts_with("XXXX")).then(|| (end, Expression::Set(format!("{day}{}", clock.timex()))))
    }

    fn frequency(&self, at: usize) -> Found<Expression> {
        let index = self.pick(at, |sense| if let DateSense::Frequency(index) = sense { Some(index) } else { None })?;
        // "LA Weekly", "the Daily Mail"
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        if capital(self.word(at)) && (capital(self.word_before(at)) || capital(self.word_after(at + 1))) {
            return None;
        }
        Some((at + 1, Expression::Set(DateWords::frequency(index).to_owned())))
    }

    fn every(&self, at: usize) -> Found<Expression> {
        let every = self.pick(at, |sense| (sense == DateSense::Every).then_some(())).is_some();
        if !every && !self.any_connective(at, &[Connective::Any, Connective::All]) {
            return None;
        }
        if let Some((end, (weekday, _))) = self.weekday(at + 1).filter(|_| every) {
            let timex = match self.day_part(end) {
                Some(part) => return Some((end + 1, Expression::Set(format!("XXXX-WXX-{weekday}T{}", part.code())))),
                None => format!("XXXX-WXX-{weekday}"),
            };
            let time = self.skip(end, &[Connective::At]);
            if let Some((end, clock)) = self.clock(time) {
                return Some((end, Expression::Set(format!("{timex}{}", clock.timex()))));
            }
            return Some((end, Expression::Set(timex)));
        }
        if let Some((end, (month, _))) = self.month(at + 1).filter(|_| every) {
            return Some((end, Expression::Set(format!("XXXX-{month:02}"))));
        }
        if let Some(season) = self.pick(at + 1, |sense| if let DateSense::Season(season) = sense { Some(season) } else { None })
            && every
        {
            return Some((at + 2, Expression::Set(format!("XXXX-{}", season.code()))));
        }
        if let Some(part) = self.day_part(at + 1).filter(|_| every) {
            return Some((at + 2, Expression::Set(format!("T{}", part.code()))));
        }
        if every && self.connective(at + 1, Connective::Other) {
            let (unit, _) = self.unit(at + 2)?;
            return Some((at + 3, Expression::Set(duration(&[Length { amount: Some(2.0), unit }]))));
        }
        if let Some((unit, plural)) = self.unit(at + 1) {
            let timex = if unit == Unit::Weekend {
                if every { "XXXX-WXX-WE".to_owned() } else { "P1WE".to_owned() }
            } else {
                duration(&[Length { amount: Some(1.0), unit }])
            };
            let takes = if every {
                !plural
            } else {
                unit == Unit::Weekend || !plural && self.connective(at, Connective::Any) && unit != Unit::Second && unit != Unit::Minute
            };
            // "all day" is a length.
            return if takes {
                Some((at + 2, Expression::Set(timex)))
            } else {
                (self.connective(at, Connective::All) && !plural).then(|| (at + 2, Expression::Duration(timex)))
            };
        }
        if !every {
            return None;
        }
        let (end, length) = self.one_length(at + 1)?;
        Some((end, Expression::Set(duration(&[length]))))
    }

    fn plural_weekdays(&self, at: usize) -> Found<Expression> {
        if let Some((Unit::Weekend, true)) = self.unit(at)
            && !self.token(at.wrapping_sub(1)).is_some_and(|token| {
                matches!(token.kind, TokenKind::Digits { .. })
                    || token.pick(|sense| matches!(sense, DateSense::Number(_) | DateSense::Direction(_)).then_some(())).is_some()
            })
        {
            return Some((at + 1, Expression::Set("P1WE".to_owned())));
        }
        if let Some((end, (weekday, _))) = self.weekday(at)
            && let Some(part) = self.pick(end, |sense| if let DateSense::DayParts(part) = sense { Some(part) } else { None })
        {
            return Some((end + 1, Expression::Set(format!("XXXX-WXX-{weekday}T{}", part.code()))));
        }
        let weekday = self.pick(at, |sense| if let DateSense::Weekdays(weekday) = sense { Some(weekday) } else { None })?;
        let time = self.skip(at + 1, &[Connective::At]);
        if let Some((end, clock)) = self.clock(time) {
            return Some((end, Expression::Set(format!("XXXX-WXX-{weekday}{}", clock.timex()))));
        }
        Some((at + 1, Expression::Set(format!("XXXX-WXX-{weekday}"))))
    }

    /// "15 a year", "$20 per month".
    fn per_unit(&self, at: usize) -> Found<Expression> {
        let (unit, false) = self.unit(at + 1)? else { return None };
        let per = self.connective(at, Connective::Per);
        if !per && !self.connective(at, Connective::A)
            || matches!(unit, Unit::Second | Unit::Minute | Unit::Weekend | Unit::Quarter | Unit::Night | Unit::Hour)
        {
            return None;
        }
        let before = self.token(at).map_or("", |token| self.text[self.sentence.start..token.span.start].trim_end());
        let counted = before.ends_with(|last: char| last.is_ascii_digit() || last == '%')
            || self.is_sense_of(self.word_before(at), |sense| {
                matches!(sense, DateSense::Counted | DateSense::Number(_) | DateSense::Units(_))
            });
        (per || counted).then_some((at + 2, Expression::Rate))
    }
}
