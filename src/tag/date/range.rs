//! Ranges: from one date or time to another.

use super::clock::{in_part, is_day, twelve_hours};
use super::expression::{Calendar, Clock, DayTime, Expression, Field, Year};
use super::grammar::{Found, Grammar, NUMBERS, When, calendar, hour};
use super::token::{TokenKind, trait_of, traits};
use crate::gazetteer::dates::Connective;
use crate::tag::neighbour;

impl Grammar<'_> {
    /// `range`: "from March to May", "between 2010 and 2015", "2019-2021", "1957-58", "12–14 March", "November 18-19",
    /// "Jan-Feb 2017", "2:00 - 2:30 pm on Tuesday".
    ///
    /// The two ends are of one kind. Refuses "to" and "and" between dates that no "from" or "between" opens, unless both
    /// are months or years or days, and a hyphen between numbers that are a score or a telephone number.
    pub(super) fn range(&self, at: usize) -> Found<When> {
        let between = self.connective(at, Connective::Between);
        let from = self.connective(at, Connective::From) || between;
        let start = if from { at + 1 } else { at };
        let candidates = [
            self.lasting(at),
            self.clock_range(start, from, between),
            self.day_range(start, between),
            self.date_range(start, from, between),
        ];
        candidates.into_iter().flatten().max_by_key(|(end, _)| *end)
    }

    /// `range/lasting`: "for three days from Friday", "from 2pm for 2 hours", "14 February from 9:30am for 7 hours".
    ///
    /// Refuses a length after a date that no "from" opens ("met on Tuesday for two hours"): those are two times.
    fn lasting(&self, at: usize) -> Found<When> {
        if !self.holds(at, trait_of(Connective::From)) {
            return None;
        }
        if self.connective(at, Connective::For) {
            let (place, lengths) = self.lengths(at + 1)?;
            let place = self.skip_mark(place, &[',']);
            if !self.connective(place, Connective::From) {
                return None;
            }
            if let Some((end, clock)) = self.clock(place + 1) {
                return Some((end, When { expression: None, time: Some(DayTime::lasting(clock, &lengths)?) }));
            }
            let (end, start) = self.date(place + 1).filter(|(_, expression)| is_day(expression))?;
            return Some((end, When::date(Expression::Lasting(Box::new(start), lengths))));
        }
        let (place, day) = match self.date(at).filter(|(_, expression)| is_day(expression)) {
            Some((end, day)) => (end, Some(day)),
            None => (at, None),
        };
        if !self.connective(place, Connective::From) {
            return None;
        }
        let (place, clock) = self.clock(place + 1)?;
        if !self.connective(place, Connective::For) {
            return None;
        }
        let (end, lengths) = self.lengths(place + 1)?;
        Some((end, When { expression: day, time: Some(DayTime::lasting(clock, &lengths)?) }))
    }

    /// The word or mark between the two ends.
    fn joint(&self, at: usize, between: bool) -> Option<usize> {
        if between && self.connective(at, Connective::And) {
            return Some(at + 1);
        }
        if self.is_range_mark(at) {
            // "the October-to-December quarter"
            let tied = self.any_connective(at + 1, &[Connective::To, Connective::Through]) && self.is_range_mark(at + 2);
            return Some(if tied { at + 3 } else { at + 1 });
        }
        self.any_connective(at, &[Connective::To, Connective::Until, Connective::Through]).then(|| at + 1)
    }

    /// Two dates, the first without what both share: "Jan-Feb 2017", "26 June to 28 June 2020".
    fn date_range(&self, at: usize, from: bool, between: bool) -> Found<When> {
        let (place, first) = self.range_end(at)?;
        let next = self.joint(place, between)?;
        let by_mark = self.is_range_mark(place) && next == place + 1;
        let (end, last) = self.second_end(next, &first)?;
        let same_kind = kind(&first) == kind(&last);
        let now = matches!(last, Expression::Reference(_)) || matches!(&last, Expression::Shifted { .. } | Expression::Today);
        let fixed = |expression: &Expression| matches!(expression, Expression::Calendar(Calendar { year: Year::Fixed(_), .. }));
        let takes = if from {
            same_kind || kind(&first) <= 3 && kind(&last) <= 3 || now
        } else {
            same_kind && kind(&first) < 3 || !by_mark && fixed(&first) && (fixed(&last) || now)
        };
        if !takes || by_mark && !self.is_balanced(place) {
            return None;
        }
        let old =
            matches!(first, Expression::Calendar(Calendar { field: Field::Year, year: Year::Fixed(year), .. }) if is_old_and_round(year));
        if old && self.is_counted(end) {
            return None;
        }
        let (first, last) = share_year(first, last)?;
        Some((end, When::date(Expression::Range(Box::new(first), Box::new(last)))))
    }

    /// Whether a plural stands at `end`, which the numbers before it count: "from 1000 to 2000 | hires".
    fn is_counted(&self, end: usize) -> bool {
        let word = || neighbour::word_after(self.text, self.token(end.checked_sub(1)?)?.span.end).map(|word| word.of(self.text));
        word().is_some_and(|word| word == "people" || word.ends_with('s') && word.len() > 3 && word.starts_with(char::is_lowercase))
    }

    /// "1000" of "from 1000 to 2000 hires".
    pub(super) fn begins_count(&self, end: usize, year: i16) -> bool {
        let next = || self.joint(end, false).and_then(|next| self.year_number(next));
        is_old_and_round(year) && next().is_some_and(|(end, _)| self.is_counted(end))
    }

    /// Whether a dash stands close on both sides or apart on both sides.
    fn is_balanced(&self, mark: usize) -> bool {
        self.token(mark).zip(self.token(mark + 1)).is_some_and(|(mark, next)| mark.spaced == next.spaced)
    }

    fn range_end(&self, at: usize) -> Found<Expression> {
        // A year with a hyphen after it is the beginning of "2014-2018", not of a month.
        if let Some((end, year)) = self.year_number(at)
            && self.joint(end, true).is_some()
            && self.digits(at).is_some()
            && self.is_year_like(at, end)
        {
            return Some((end, Expression::Calendar(Calendar::of_year(Field::Year, Year::Fixed(year)))));
        }
        // "Jan-Feb 2017": the year after the second end makes the first a month.
        if let Some((end, (month, _))) = self.month(at)
            && self.joint(end, true).is_some_and(|next| self.month(next).is_some())
        {
            return Some((end, calendar(Field::Month(month))));
        }
        self.numeric_in_range(at).or_else(|| self.date(at)).filter(|(_, expression)| kind(expression) < 9)
    }

    /// "10/1" of "10/1-11/7".
    fn numeric_in_range(&self, at: usize) -> Found<Expression> {
        self.numeric_with(at, true).filter(|(end, _)| self.joint(*end, false).is_some_and(|next| self.numeric_with(next, true).is_some()))
    }

    /// Whether the digits at `at` may be the first year of a range, by their value and what stands before them.
    fn is_year_like(&self, at: usize, _end: usize) -> bool {
        let before = self.token(at).and_then(|token| self.text[self.sentence.start..token.span.start].chars().next_back());
        self.digits(at).is_some_and(|(value, _)| (1500..=2100).contains(&value))
            && !before.is_some_and(|before| before.is_alphanumeric() || matches!(before, '-' | '/' | '.'))
    }

    fn second_end(&self, at: usize, first: &Expression) -> Found<Expression> {
        // "1957-58", "2014–15"
        if let Expression::Calendar(Calendar { field: Field::Year, year: Year::Fixed(year), .. }) = first
            && let Some((value, 2)) = self.digits(at)
            && self.is_joined(at)
            && i32::from(year % 100) < value as i32
            && !self.is_in_number(at, at + 1)
        {
            return Some((at + 1, Expression::Calendar(Calendar::of_year(Field::Year, Year::Fixed(year - year % 100 + value as i16)))));
        }
        if let Some((end, year)) = self.year_number(at)
            && self.digits(at).is_some()
            && kind(first) == 0
        {
            return Some((end, Expression::Calendar(Calendar::of_year(Field::Year, Year::Fixed(year)))));
        }
        // "from March to date"
        if self.connective(at, Connective::Date) {
            return Some((at + 1, Expression::Reference(crate::gazetteer::dates::Reference::Present)));
        }
        let in_numbers = if matches!(first, Expression::Calendar(Calendar { field: Field::Day { .. }, .. })) {
            self.numeric_with(at, true)
        } else {
            None
        };
        in_numbers.or_else(|| self.date(at)).or_else(|| self.reference_end(at)).filter(|(_, expression)| kind(expression) < 9)
    }

    fn reference_end(&self, at: usize) -> Found<Expression> {
        matches!(self.word(at), "now" | "present").then_some((at + 1, Expression::Reference(crate::gazetteer::dates::Reference::Present)))
    }

    /// Days of one month: "12–14 March 2025", "November 18-19", "April 9th through 17th", "between the 9th and the 17th of April".
    fn day_range(&self, at: usize, between: bool) -> Found<When> {
        if !self.holds(at, traits::MONTH) || !self.holds(at, NUMBERS) {
            return None;
        }
        let of = |month: i8, first: i8, last: i8, year: Year| {
            let day = |day: i8| Expression::Calendar(Calendar::of_year(Field::Day { month, day, weekday: None }, year));
            When::date(Expression::Range(Box::new(day(first)), Box::new(day(last))))
        };
        if let Some((place, (month, _))) = self.month(at) {
            let place = self.skip(place, &[Connective::The]);
            let (place, (first, _)) = self.day_number(place)?;
            let next = self.joint(place, between)?;
            let next = self.skip(next, &[Connective::The]);
            let (place, (last, _)) = self.day_number(next)?;
            if self.month(place).is_some() || self.is_mark(place, &['/', ':']) && self.is_joined(place) {
                return None;
            }
            let (end, year) = self.trailing_year(place).unwrap_or((place, Year::Open));
            return (first < last).then(|| (end, of(month, first, last, year)));
        }
        let place = self.skip(at, &[Connective::The]);
        let (place, (first, _)) = self.day_number(place)?;
        let next = self.joint(place, between)?;
        let next = self.skip(next, &[Connective::The]);
        let (place, (last, _)) = self.day_number(next)?;
        let place = self.skip(place, &[Connective::Of]);
        if first >= last {
            return None;
        }
        let (place, (month, _)) = self.month(place)?;
        let (end, year) = self.trailing_year(place).unwrap_or((place, Year::Open));
        Some((end, of(month, first, last, year)))
    }

    /// Times of one day, with the day before or after them: "5 to 6pm", "between 9:30 and 3:00 pm", "tomorrow from 7:00 to 8:00pm".
    fn clock_range(&self, at: usize, from: bool, between: bool) -> Found<When> {
        if !self.holds(at, NUMBERS | traits::CLOCK) {
            return None;
        }
        let span = |(first, last): (Clock, Clock), when: Option<When>| {
            let (first, last) = match &when {
                Some(When { time: Some(DayTime::Part(part)), .. }) => (in_part(first, *part), in_part(last, *part)),
                _ => (first, last),
            };
            When { expression: when.and_then(|when| when.expression), time: Some(DayTime::Span(first, last)) }
        };
        let day = |at: usize| {
            let part = |when: &When| !matches!(when.time, Some(DayTime::Clock(_) | DayTime::Span(..)));
            let parted = self.date_and_time(at).filter(|(_, when)| when.expression.as_ref().is_some_and(is_day) && part(when));
            let dated =
                || self.date(at).filter(|(_, expression)| is_day(expression)).map(|(end, expression)| (end, When::date(expression)));
            self.named_night(at).filter(|(_, when)| part(when)).or(parted).or_else(dated)
        };
        if let Some((end, first, last, certain)) = self.clocks(at, between) {
            let place = self.skip(end, &[Connective::On, Connective::Of]);
            let day = day(place);
            // "between 3 and 5" needs the day after it, "3-1 on Sunday" is a score.
            if certain || from && day.is_some() {
                let (end, when) = day.map_or((end, None), |(end, when)| (end, Some(when)));
                return Some((end, span((first, last), when)));
            }
        }
        if from {
            return None;
        }
        let (place, when) = day(at)?;
        let place = self.skip_mark(place, &[',']);
        let opened = self.any_connective(place, &[Connective::From, Connective::Between]);
        let between = self.connective(place, Connective::Between);
        let place = self.skip(place, &[Connective::From, Connective::Between, Connective::At]);
        let (end, first, last, certain) = self.clocks(place, between)?;
        (certain || opened).then(|| (end, span((first, last), Some(when))))
    }

    /// Two times, and whether one of them can be nothing else.
    fn clocks(&self, at: usize, between: bool) -> Option<(usize, Clock, Clock, bool)> {
        let bare = |at: usize| {
            let (value, count) = self.digits(at)?;
            let fits = (1..=24).contains(&value) && count <= 2;
            // "9.30-4.30pm"
            if let Some((minute @ 0..60, 2)) = self.digits(at + 2)
                && self.is_mark(at + 1, &['.'])
                && fits
            {
                return Some((at + 3, Clock { minute: Some(minute as i8), ..hour(value as i8) }));
            }
            (fits && !self.is_mark(at + 1, &[':', '.', ','])).then(|| (at + 1, hour(value as i8)))
        };
        let certain = |(end, clock)| (end, clock, true);
        let uncertain = |(end, clock)| (end, clock, false);
        let time = |at: usize| self.clock(at).map(certain).or_else(|| bare(at).map(uncertain));
        let (place, first, first_certain) = time(at)?;
        let next = self.joint(place, between)?;
        let (end, last, last_certain) = time(next)?;
        // "5 to 6pm", "5 and 6 in the afternoon": the first time shares the half of the day unless that would put it after the second.
        let halved = |from: usize, end: usize| {
            (from..end)
                .any(|at| matches!(self.token(at).map(|token| token.kind), Some(TokenKind::Meridiem(_))) || self.day_part(at).is_some())
        };
        let late = |clock: Clock| (clock.hour, clock.minute);
        let (first, last) = match (halved(at, place), halved(next, end)) {
            (false, true) if first.hour <= 12 => {
                let afternoon = twelve_hours(first, last.hour >= 12);
                (if late(afternoon) <= late(last) { afternoon } else { twelve_hours(first, last.hour < 12) }, last)
            }
            // "from 10:30 to 3"
            (false, false) if late(last) < late(first) && last.hour < 12 => (first, twelve_hours(last, true)),
            _ => (first, last),
        };
        Some((end, first, last, first_certain || last_certain))
    }
}

/// A figure that is as often a number of things: "1000", "1500".
fn is_old_and_round(year: i16) -> bool {
    year < 1800 && year % 100 == 0
}

/// Which dates make a range together: years, months, days, seasons and quarters, words for now.
fn kind(expression: &Expression) -> u8 {
    match expression {
        Expression::Calendar(Calendar { field, .. }) => match field {
            Field::Year | Field::FiscalYear(_) => 0,
            Field::Month(_) => 1,
            Field::Day { .. }
            | Field::Holiday(_)
            | Field::DayOfMonth { .. }
            | Field::Weekday(_)
            | Field::WeekdayOfWeek { .. }
            | Field::NthWeekday { .. } => 2,
            Field::Quarter(_)
            | Field::Half(_)
            | Field::Season(_)
            | Field::Week(_)
            | Field::WeekOfMonth { .. }
            | Field::WeekOfMonthFromNow { .. } => 3,
        },
        Expression::Decade { .. } | Expression::Century { .. } => 4,
        Expression::Shifted { .. } | Expression::Today | Expression::Reference(_) => 5,
        _ => 9,
    }
}

/// Gives the end without a year the year of the other: "January 23 - March 9, 2014", "Nov-Feb 2017" (November 2016).
fn share_year(first: Expression, last: Expression) -> Option<(Expression, Expression)> {
    let (Expression::Calendar(mut a), Expression::Calendar(mut b)) = (first.clone(), last.clone()) else { return Some((first, last)) };
    let place = |calendar: &Calendar| match calendar.field {
        Field::Month(month) => Some((month, 0)),
        Field::Day { month, day, .. } => Some((month, day)),
        _ => None,
    };
    if let (Some(begin), Some(end)) = (place(&a), place(&b)) {
        match (a.year, b.year) {
            (Year::Open, Year::Fixed(year)) if a.direction.is_none() => a.year = Year::Fixed(if begin > end { year - 1 } else { year }),
            (Year::Fixed(year), Year::Open) => b.year = Year::Fixed(if begin > end { year + 1 } else { year }),
            (Year::Open, relative @ Year::Relative(_)) => a.year = relative,
            _ => {}
        }
    }
    if let (Year::Fixed(first), Year::Fixed(last)) = (a.year, b.year)
        && first > last
    {
        return None;
    }
    Some((Expression::Calendar(a), Expression::Calendar(b)))
}
