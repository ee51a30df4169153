//! Times of day, alone and with their day.

use super::expression::{Calendar, Clock, DayTime, Expression, Field, Year};
use super::grammar::{Found, Grammar, When, hour, longer};
use super::token::{TokenKind, trait_of, traits};
use crate::gazetteer::dates::{Connective, DateSense, DayPart, Direction, Unit};

impl Grammar<'_> {
    /// A date with or without a time of day, in either order.
    pub(super) fn when(&self, at: usize) -> Found<When> {
        let clock = self.clock(at);
        let best = longer(self.time_and_date(at, clock), self.date_and_time(at));
        longer(longer(best, self.named_night(at)), self.time_alone(at, clock))
    }

    /// `time/clock`: "7 p.m.", "10:30", "15:00 GMT", "noon", "seven o'clock", "1700 GMT", "2.30pm", "half past seven".
    ///
    /// Refuses ratios and scores ("a 4:3 screen"), "I am", and bare numbers.
    pub(super) fn clock(&self, at: usize) -> Found<Clock> {
        let (end, clock, certain) = self.clock_numbers(at)?;
        let (end, clock, certain) = match self.token(end).map(|token| token.kind) {
            Some(TokenKind::Meridiem(afternoon)) if (1..=12).contains(&clock.hour) => (end + 1, twelve_hours(clock, afternoon), true),
            _ if self.pick(end, |sense| (sense == DateSense::OClock).then_some(())).is_some() => (end + 1, clock, true),
            _ => (end, clock, certain),
        };
        // "7 in the morning", "seven o'clock in the evening"
        let (end, clock, certain) = match self.part_of_day_after(end) {
            Some((end, part)) if (1..=12).contains(&clock.hour) => (end, twelve_hours(clock, part != DayPart::Morning), true),
            _ => (end, clock, certain),
        };
        let zone = |at: usize| self.pick(at, |sense| if let DateSense::Zone(utc) = sense { Some(utc) } else { None });
        if let Some(utc) = zone(end) {
            return Some((end + 1, Clock { utc, ..clock }));
        }
        certain.then_some((end, clock))
    }

    /// The numbers of a time, and whether they can be nothing else.
    fn clock_numbers(&self, at: usize) -> Option<(usize, Clock, bool)> {
        const BEGINNINGS: u64 = traits::CLOCK | traits::NUMBER | traits::HALF | traits::UNIT | trait_of(Connective::A);
        if self.digits(at).is_none() && !self.has(at, BEGINNINGS) {
            return None;
        }
        if let Some(named) = self.pick(at, |sense| if let DateSense::Clock(hour) = sense { Some(hour) } else { None }) {
            // "Noon Road", "Midnight Madness", not "Noon Friday"
            let next = self.word_after(at + 1);
            let capital = |word: &str| word.starts_with(char::is_uppercase);
            let in_name = capital(self.word(at)) && capital(next) && !self.is_function(next) && self.pick(at + 1, |_| Some(())).is_none();
            return (!in_name).then(|| (at + 1, hour(named), true));
        }
        // "12 noon"
        if self.digits(at).is_some_and(|(value, _)| value == 12)
            && let Some(named) = self.pick(at + 1, |sense| if let DateSense::Clock(hour) = sense { Some(hour) } else { None })
        {
            return Some((at + 2, hour(named), true));
        }
        if let Some((end, clock)) = self.past_the_hour(at) {
            return Some((end, clock, true));
        }
        if let Some((value, count)) = self.digits(at) {
            if count == 4 && value / 100 < 24 && value % 100 < 60 {
                let clock = Clock { minute: Some((value % 100) as i8), ..hour((value / 100) as i8) };
                return Some((at + 1, clock, false));
            }
            // "on Tuesday about 2,500 people marched"
            let thousands = self.is_mark(at + 1, &[',']) && self.is_joined(at + 1) && self.is_joined(at + 2);
            if value > 24 || count > 2 || (thousands && matches!(self.digits(at + 2), Some((_, 3)))) {
                return None;
            }
            let minutes = |at: usize, marks: &[char]| {
                let (value, 2) = self.digits(at + 1)? else { return None };
                (self.is_mark(at, marks) && self.is_joined(at) && self.is_joined(at + 1) && value < 60).then_some(value as i8)
            };
            let Some(minute) = minutes(at + 1, &[':', '.']) else {
                return Some((at + 1, hour(value as i8), false));
            };
            let point = self.is_mark(at + 1, &['.']);
            let second = if point { None } else { minutes(at + 3, &[':']) };
            let end = if second.is_some() { at + 5 } else { at + 3 };
            return Some((end, Clock { minute: Some(minute), second, ..hour(value as i8) }, !point));
        }
        let (end, (value, _)) = self.number_words(at, false).filter(|(_, (value, _))| (1..=12).contains(value))?;
        // "five-thirty"
        let half = self.skip_mark(end, &['-']);
        if let Some((end, (minute, _))) = self.number_words(half, false).filter(|(_, (minute, _))| matches!(minute, 10..=59)) {
            return Some((end, Clock { minute: Some(minute as i8), ..hour(value as i8) }, minute % 5 == 0));
        }
        Some((end, hour(value as i8), false))
    }

    /// "half past seven", "a quarter to nine", "25 minutes past six".
    fn past_the_hour(&self, at: usize) -> Found<Clock> {
        let place = self.skip(at, &[Connective::A]);
        let (place, minutes) = if self.pick(place, |sense| (sense == DateSense::Half).then_some(())).is_some() {
            (place + 1, 30)
        } else if self.unit(place) == Some((Unit::Quarter, false)) {
            (place + 1, 15)
        } else {
            let (end, minutes) = match self.digits(place) {
                Some((value, 1 | 2)) => (place + 1, value as i32),
                Some(_) => return None,
                None => self.number_words(place, false).map(|(end, (value, _))| (end, value))?,
            };
            if self.unit(end) != Some((Unit::Minute, true)) {
                return None;
            }
            (end + 1, minutes)
        };
        let before = self.connective(place, Connective::To);
        if !(1..60).contains(&minutes) || !before && self.direction(place) != Some(Direction::Past) {
            return None;
        }
        let (end, hours) = match self.digits(place + 1) {
            Some((value, 1 | 2)) => (place + 2, value as i32),
            Some(_) => return None,
            None => self.number_words(place + 1, false).map(|(end, (value, _))| (end, value))?,
        };
        if !(1..=24).contains(&hours) {
            return None;
        }
        let minutes = (hours * 60 + if before { -minutes } else { minutes }).rem_euclid(24 * 60);
        Some((end, Clock { minute: Some((minutes % 60) as i8), ..hour((minutes / 60) as i8) }))
    }

    /// "in the morning", "at night" after a time.
    fn part_of_day_after(&self, at: usize) -> Found<DayPart> {
        if self.connective(at, Connective::At) && self.unit(at + 1) == Some((Unit::Night, false)) {
            return Some((at + 2, DayPart::Night));
        }
        let place = if self.connective(at, Connective::In) && self.connective(at + 1, Connective::The) { at + 2 } else { return None };
        Some((place + 1, self.day_part(place)?))
    }

    /// `time/with-date`: "7 p.m. Tuesday", "16:00 UTC today", "the morning of March 3", "8am this morning"; `clock` is the time that
    /// begins there.
    fn time_and_date(&self, at: usize, clock: Found<Clock>) -> Found<When> {
        if let Some((end, clock)) = clock {
            let place = self.skip(end, &[Connective::On, Connective::Of]);
            if let Some((end, mut when)) = self.date_and_time(place).or_else(|| self.named_night(place))
                && (place > end || !matches!(when.time, Some(DayTime::Clock(_) | DayTime::Span(..))))
            {
                let clock = match when.time {
                    Some(DayTime::Part(part)) if clock.hour < 12 && part != DayPart::Morning => Clock { hour: clock.hour + 12, ..clock },
                    _ => clock,
                };
                when.time = Some(DayTime::Clock(clock));
                return Some((end, when));
            }
        }
        let place = self.skip(at, &[Connective::The]);
        let part = self.day_part(place)?;
        if place == at || !self.connective(place + 1, Connective::Of) {
            return None;
        }
        let (end, expression) = self.date(place + 2).filter(|(_, expression)| is_day(expression))?;
        Some((end, When { expression: Some(expression), time: Some(DayTime::Part(part)) }))
    }

    /// `date/with-time`: "Tuesday night", "yesterday morning", "Monday at 2:30", "March 12 at noon", "tomorrow 8:00am".
    pub(super) fn date_and_time(&self, at: usize) -> Found<When> {
        let (end, expression) = self.date(at)?;
        let plain = Some((end, When::date(expression.clone())));
        if !is_day(&expression) {
            return plain;
        }
        let (place, prefix) = self.prefix(end);
        if prefix.direction.is_none()
            && !prefix.article
            && let Some(part) = self.day_part(place)
        {
            let (end, expression) = self.day_after_part(place + 1, expression);
            let (end, expression) = self.week_after_part(end, expression);
            let when = When { expression: Some(expression), time: Some(DayTime::Part(part)) };
            return Some(self.with_clock(end, when, part));
        }
        let place = self.skip_mark(end, &[',', '@']);
        let introduced = self.any_connective(place, &[Connective::At, Connective::Around]);
        let place =
            self.skip(place, &[Connective::At, Connective::Around, Connective::Before, Connective::After, Connective::By, Connective::For]);
        if let Some((end, clock)) = self.clock(place) {
            let (end, expression) = self.year_after_clock(end, expression);
            return Some((end, When { expression: Some(expression), time: Some(DayTime::Clock(clock)) }));
        }
        // "Saturday at 5"
        if introduced
            && let Some((end, clock, _)) = self.clock_numbers(place)
            && !self.rest(end).trim_start().starts_with(|next: char| next.is_alphanumeric() || matches!(next, '%' | '-' | '$'))
        {
            return Some((end, When { expression: Some(expression), time: Some(DayTime::Clock(clock)) }));
        }
        plain
    }

    /// "Wed Oct 26 15:50:06 2016": the year may stand after the time.
    fn year_after_clock(&self, at: usize, expression: Expression) -> (usize, Expression) {
        match (expression, self.year_number(at)) {
            (Expression::Calendar(calendar @ Calendar { field: Field::Day { .. }, year: Year::Open, .. }), Some((end, year))) => {
                (end, Expression::Calendar(Calendar { year: Year::Fixed(year), ..calendar }))
            }
            (expression, _) => (at, expression),
        }
    }

    /// "Sunday morning, Oct. 2, 2016"
    fn day_after_part(&self, at: usize, expression: Expression) -> (usize, Expression) {
        let Expression::Calendar(Calendar { field: Field::Weekday(weekday), direction: None, .. }) = expression else {
            return (at, expression);
        };
        let place = self.skip_mark(at, &[',']);
        match self.month_and_day(place).or_else(|| self.day_and_month(place)) {
            Some((end, Expression::Calendar(Calendar { field: Field::Day { month, day, .. }, year, .. }))) => {
                (end, Expression::Calendar(Calendar::of_year(Field::Day { month, day, weekday: Some(weekday) }, year)))
            }
            _ => (at, expression),
        }
    }

    /// "Wednesday evening next week"
    fn week_after_part(&self, at: usize, expression: Expression) -> (usize, Expression) {
        match (&expression, self.relative_week(self.skip(at, &[Connective::Of]))) {
            (Expression::Calendar(Calendar { field: Field::Weekday(weekday), direction: None, .. }), Some((end, weeks))) => {
                (end, super::grammar::calendar(Field::WeekdayOfWeek { weekday: *weekday, weeks }))
            }
            _ => (at, expression),
        }
    }

    /// `time/named`: "tonight", "last night", "this morning", "tomorrow night".
    pub(super) fn named_night(&self, at: usize) -> Found<When> {
        if !self.holds(at, traits::NIGHT_OF | traits::DAY_PART) {
            return None;
        }
        let of_day = |offset: i64, part: DayPart| {
            let expression = Expression::Shifted { unit: Unit::Day, offset, part: None };
            When { expression: Some(expression), time: Some(DayTime::Part(part)) }
        };
        if let Some(offset) = self.pick(at, |sense| if let DateSense::NightOf(offset) = sense { Some(i64::from(offset)) } else { None }) {
            return Some(self.with_clock(at + 1, of_day(offset, DayPart::Night), DayPart::Night));
        }
        let (place, prefix) = self.prefix(at);
        let direction = prefix.direction?;
        let part = self.day_part(place)?;
        let offset = match direction {
            Direction::Last | Direction::Previous | Direction::Past => -1,
            Direction::This => 0,
            Direction::Next => 1,
            Direction::Same => return None,
        };
        Some(self.with_clock(place + 1, of_day(offset, part), part))
    }

    /// The clock after "tonight", "this morning": "tonight at 8", "last night around 10:30".
    fn with_clock(&self, at: usize, when: When, part: DayPart) -> (usize, When) {
        let place = self.skip(at, &[Connective::At, Connective::Around]);
        match self.clock(place) {
            Some((end, clock)) => {
                let meridiem = matches!(self.token(end - 1).map(|token| token.kind), Some(TokenKind::Meridiem(_)));
                let clock = if meridiem { clock } else { in_part(clock, part) };
                (end, When { time: Some(DayTime::Clock(clock)), ..when })
            }
            None => (at, when),
        }
    }

    /// A time of day without its day, and "in the morning".
    fn time_alone(&self, at: usize, clock: Found<Clock>) -> Found<When> {
        if let Some((end, clock)) = clock {
            return (!self.is_ratio(at, end) && !self.is_verse(at, end))
                .then_some((end, When { expression: None, time: Some(DayTime::Clock(clock)) }));
        }
        let place = if self.connective(at, Connective::In) && self.connective(at + 1, Connective::The) { at + 2 } else { return None };
        let (place, prefix) = self.prefix(place);
        let part = self.pick(place, |sense| if let DateSense::DayPart(part) = sense { Some(part) } else { None })?;
        let end = place + 1;
        if prefix.direction.is_some() {
            return None;
        }
        let at = self.skip(end, &[Connective::At]);
        let clock = self.clock(at).or_else(|| {
            let (next, clock, _) = self.clock_numbers(at).filter(|_| at > end)?;
            self.word_after(next).is_empty().then_some((next, clock))
        });
        if let Some((end, clock)) = clock {
            let clock = if part == DayPart::Morning { clock } else { in_part(clock, part) };
            return Some((end, When { expression: None, time: Some(DayTime::Clock(clock)) }));
        }
        Some((end, When { expression: None, time: Some(DayTime::Part(part)) }))
    }

    /// "Exodus 18:21": a bare time after a name.
    fn is_verse(&self, at: usize, end: usize) -> bool {
        let before = self.word_before(at);
        let bare = self.digits(at).is_some() && end == at + 3 && self.is_mark(at + 1, &[':']);
        bare && before.starts_with(char::is_uppercase)
            && self.dates.senses(before).next().is_none()
            && before.chars().any(char::is_lowercase)
    }

    /// "4:3", "1:1", and a time of two parts that nothing makes one: "a 10:30 ratio" is not told apart.
    fn is_ratio(&self, at: usize, end: usize) -> bool {
        !self.word_after(end).is_empty() && self.is_mark(at + 1, &[':']) && self.digits(at + 2).is_some_and(|(_, count)| count == 1)
    }
}

/// A time of the twelve-hour clock as the part of the day has it: "7:30" of a night is in the evening.
pub(super) fn in_part(clock: Clock, part: DayPart) -> Clock {
    let afternoon = matches!(part, DayPart::Afternoon | DayPart::Evening | DayPart::Night) && (5..12).contains(&clock.hour)
        || part == DayPart::Afternoon && clock.hour < 5;
    if afternoon { twelve_hours(clock, true) } else { clock }
}

/// A time of the twelve-hour clock in the afternoon or before it.
pub(super) fn twelve_hours(clock: Clock, afternoon: bool) -> Clock {
    let hour = clock.hour % 12 + if afternoon { 12 } else { 0 };
    Clock { hour, ..clock }
}

/// Whether a time of day may follow: the expression is one day.
pub(super) fn is_day(expression: &Expression) -> bool {
    match expression {
        Expression::Calendar(Calendar { field, .. }) => {
            matches!(
                field,
                Field::Day { .. }
                    | Field::DayOfMonth { .. }
                    | Field::Weekday(_)
                    | Field::WeekdayOfWeek { .. }
                    | Field::NthWeekday { .. }
                    | Field::Holiday(_)
            )
        }
        Expression::Shifted { unit, part, .. } => *unit == Unit::Day && part.is_none(),
        Expression::Spoken { unit, .. } => *unit == Unit::Day,
        Expression::SpokenWeekday(_) | Expression::Today => true,
        _ => false,
    }
}
