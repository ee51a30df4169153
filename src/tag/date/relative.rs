//! Dates counted from now, from what was spoken of before, or from another date.

use super::expression::{Anchor, Calendar, Expression, Field, Length, Tense, WeekSide};
use super::grammar::{Found, Grammar};
use super::token::{trait_of, traits};
use crate::gazetteer::dates::{Connective, DateSense, Direction, Part, Unit};

impl Grammar<'_> {
    /// All rules of this kind; the longest reading wins.
    pub(super) fn relative(&self, at: usize) -> Found<Expression> {
        if !self.holds(at, traits::ANY_UNIT) {
            return self.reference(at);
        }
        let candidates = [
            self.ago(at),
            self.before_or_after(at),
            self.in_length(at),
            self.window(at),
            self.spoken(at),
            self.week_of(at),
            self.reference(at),
        ];
        candidates.into_iter().flatten().fold(None, |best: Found<Expression>, (end, value)| match best {
            Some((longest, _)) if longest >= end => best,
            _ => Some((end, value)),
        })
    }

    /// `relative/week-of`: "the week of May 5", "week of 12 June", "the week ended May 3", "the week beginning 2 March".
    fn week_of(&self, at: usize) -> Found<Expression> {
        let place = self.skip(at, &[Connective::The]);
        if self.unit(place) != Some((Unit::Week, false)) {
            return None;
        }
        let side = if self.connective(place + 1, Connective::Of) {
            WeekSide::Any
        } else if self.connective(place + 1, Connective::Since) {
            WeekSide::First
        } else if self.any_connective(place + 1, &[Connective::Ending, Connective::To]) {
            WeekSide::Last
        } else {
            return None;
        };
        let (end, day) = self.date(place + 2)?;
        matches!(day, Expression::Calendar(Calendar { field: Field::Day { .. }, .. }))
            .then(|| (end, Expression::WeekOf(side, Box::new(day))))
    }

    /// `relative/ago`: "three days ago", "two weeks from now", "two weeks later", "a year earlier", "60 years on".
    fn ago(&self, at: usize) -> Found<Expression> {
        if !self.holds(at, traits::AGO | traits::PART | trait_of(Connective::From)) {
            return None;
        }
        let (end, lengths) = self.lengths(at).or_else(|| {
            let (unit, true) = self.unit(at)? else { return None };
            Some((at + 1, vec![Length { amount: None, unit }]))
        })?;
        let away = |end: usize, sign: i64, from: Anchor| Some((end, Expression::Away { lengths: lengths.clone(), sign, from }));
        if self.pick(end, |sense| (sense == DateSense::Ago).then_some(())).is_some() {
            return away(end + 1, -1, Anchor::Now);
        }
        match self.part(end).filter(|_| !self.is_followed_by_date(end + 1)) {
            Some(Part::Later) => return away(end + 1, 1, Anchor::Spoken),
            Some(Part::Earlier) => return away(end + 1, -1, Anchor::Spoken),
            _ => {}
        }
        if self.connective(end, Connective::From) && self.is_now(end + 1) {
            return away(end + 2, 1, Anchor::Now);
        }
        None
    }

    /// Whether a unit or a direction follows: "later this month" of "two weeks later this month".
    fn is_followed_by_date(&self, at: usize) -> bool {
        self.direction(at) == Some(Direction::This)
    }

    /// A preposition that cannot open a clause that says which day: "the day at", not "the day of".
    fn is_preposition(&self, word: &str) -> bool {
        self.is_sense_of(word, |sense| {
            matches!(sense, DateSense::Connective(Connective::At | Connective::On | Connective::After | Connective::As))
        }) || matches!(word, "with" | "up" | "down")
    }

    fn is_now(&self, at: usize) -> bool {
        matches!(self.word(at), "now" | "Now")
    }

    /// `relative/before-after`: "two days after today", "three weeks from tomorrow", "2 weeks before May 13, 1999".
    fn before_or_after(&self, at: usize) -> Found<Expression> {
        if !self.holds(at, trait_of(Connective::After) | trait_of(Connective::From) | trait_of(Connective::Before)) {
            return None;
        }
        let (end, lengths) = self.lengths(at)?;
        let sign = if self.any_connective(end, &[Connective::After, Connective::From]) {
            1
        } else if self.connective(end, Connective::Before) {
            -1
        } else {
            return None;
        };
        let (end, expression) = self.date(end + 1)?;
        let day = super::clock::is_day(&expression);
        let fine = lengths.iter().all(|length| !matches!(length.unit, Unit::Second | Unit::Minute | Unit::Hour));
        (day && fine).then(|| (end, Expression::Away { lengths, sign, from: Anchor::Date(Box::new(expression)) }))
    }

    /// `relative/in`: "in two weeks", "within 9 months", "in 3 weeks' time", where the verbs look ahead; otherwise "in two
    /// weeks" is how long something took.
    fn in_length(&self, at: usize) -> Found<Expression> {
        if !self.any_connective(at, &[Connective::In]) {
            return None;
        }
        let (end, lengths) = self.lengths(at + 1)?;
        let fine = lengths.iter().any(|length| matches!(length.unit, Unit::Second | Unit::Minute | Unit::Hour) || length.amount.is_none());
        let rest = self.rest(end).trim_start_matches(['\'', '’', 's']);
        let ahead = !fine && (rest.starts_with(" time") || self.tense(at, end) == Tense::Future);
        ahead.then_some((end, Expression::Away { lengths, sign: 1, from: Anchor::Now }))
    }

    /// `relative/window`: "the past two weeks", "the last 3 months", "the next four years", "5 upcoming years", "recent years".
    fn window(&self, at: usize) -> Found<Expression> {
        if self.connective(at, Connective::Within)
            && let Some((end, length)) = self.one_length(at + 1)
        {
            return Some((end, Expression::Window { length, sign: 1 }));
        }
        let place = self.skip(at, &[Connective::The]);
        if self.word(place).eq_ignore_ascii_case("recent")
            && let Some((unit, true)) = self.unit(place + 1)
        {
            return Some((place + 2, Expression::Window { length: Length { amount: None, unit }, sign: -1 }));
        }
        let direction = self.direction(place)?;
        let sign = match direction {
            Direction::Last | Direction::Previous | Direction::Past => -1,
            Direction::Next => 1,
            Direction::This | Direction::Same => return None,
        };
        if direction == Direction::Past
            && let Some((unit, false)) = self.unit(place + 1)
        {
            if place > 0 && self.direction(place - 1) == Some(Direction::This) {
                return None;
            }
            return Some((place + 2, Expression::Window { length: Length { amount: Some(1.0), unit }, sign }));
        }
        // "the following decade", "the next century"
        if let Some((unit @ (Unit::Decade | Unit::Century | Unit::Hour | Unit::Minute | Unit::Fortnight), false)) = self.unit(place + 1) {
            return Some((place + 2, Expression::Window { length: Length { amount: Some(1.0), unit }, sign }));
        }
        let (end, length) = match self.unit(place + 1) {
            Some((unit, true)) => (place + 2, Length { amount: None, unit }),
            _ => self.one_length(place + 1)?,
        };
        Some((end, Expression::Window { length, sign }))
    }

    /// `date/spoken`: "the same day", "that day", "the next day", "the following month", "the day before", "the previous year".
    ///
    /// Refuses "that time", "the day" before a clause that says which day ("the day he died", "the day of the vote").
    fn spoken(&self, at: usize) -> Found<Expression> {
        let the = self.connective(at, Connective::The);
        let place = self.skip(at, &[Connective::The]);
        let grain = |unit: Unit| matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Weekend | Unit::Night);
        if let Some(direction) = self.direction(place) {
            let (unit, false) = self.unit(place + 1)? else { return None };
            let following = self.word(place).eq_ignore_ascii_case("following");
            let offset = match direction {
                Direction::Same => 0,
                Direction::Next if unit == Unit::Day || the && following => 1,
                Direction::Last | Direction::Previous if unit == Unit::Day => -1,
                Direction::Previous if the => -1,
                _ => return None,
            };
            return grain(unit).then_some((place + 2, Expression::Spoken { unit, offset }));
        }
        let (unit, false) = self.unit(place)? else { return None };
        if !grain(unit) || unit == Unit::Night {
            return None;
        }
        // "the year before", "the day after", "the year previous"
        let offset = match self.word(place + 1).to_ascii_lowercase().as_str() {
            "before" | "earlier" | "previous" => Some(-1),
            "after" | "later" | "following" => Some(1),
            _ => None,
        };
        let rest = self.rest(place + 2);
        if let Some(offset) = offset
            && the
            && !rest.trim_start().starts_with(char::is_alphanumeric)
        {
            return Some((place + 2, Expression::Spoken { unit, offset }));
        }
        if !the || unit == Unit::Month {
            return None;
        }
        let after = self.word_after(place + 1);
        let rest = self.rest(place + 1);
        let ends = after.is_empty() && !rest.starts_with(['-', '\'', '’']) || self.is_preposition(after);
        ends.then_some((place + 1, Expression::Spoken { unit, offset: 0 }))
    }

    /// `reference`: "now", "currently", "recently", "at the time", "in the past".
    ///
    /// Refuses "now" in "until now" ranges only where the range takes it, and "recent" before a unit, which is a length.
    fn reference(&self, at: usize) -> Found<Expression> {
        let reference = self.pick(at, |sense| if let DateSense::Reference(reference) = sense { Some(reference) } else { None })?;
        Some((at + 1, Expression::Reference(reference)))
    }
}
