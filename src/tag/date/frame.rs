//! Resolution: an expression, the article's date and the verbs nearby make days and a value.

use jiff::civil::{Date, Weekday};

use super::calendar::{self, Period};
use super::expression::{Anchor, Calendar, Expression, Field, Length, Lengths, Tense, WeekSide, Year, duration, unfixed};
use crate::gazetteer::dates::{Direction, Part, Reference, Unit};
use crate::tag::mention::DateKind;

/// What a date is resolved against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// The article's date.
    pub(super) reference: Option<Date>,
    /// The first day of the period that was spoken of last in this sentence or the two before.
    pub(super) spoken: Option<Date>,
    /// The day spoken of last there, months and years left aside.
    pub(super) spoken_day: Option<Date>,
    /// The first day of the month named just before this one in the sentence, where it lies after the article's.
    pub(super) ahead: Option<Date>,
    /// Which way the verbs point.
    pub(super) tense: Tense,
}

/// A resolved expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Resolved {
    pub(super) period: Period,
    pub(super) kind: DateKind,
    /// Whether it is only said to be now, before or after.
    pub(super) is_vague: bool,
}

impl Resolved {
    fn date(period: Period) -> Self {
        Self { period, kind: DateKind::Date, is_vague: false }
    }

    /// Whether the words fix a day, a period, a number of units or a recurrence. "now", "recently", "years" and "many
    /// hours" fix none of them, and no claim can be checked against them: they are read and left out.
    pub(super) fn fixes_something(&self) -> bool {
        let open = match self.kind {
            DateKind::Duration => self.period.timex.is_empty() || self.period.timex.contains('X'),
            DateKind::Date => self.is_vague,
            DateKind::Time | DateKind::Set => false,
        };
        !open
    }

    fn duration(timex: String) -> Self {
        Self { period: Period::unfixed(timex), kind: DateKind::Duration, is_vague: false }
    }
}

/// The seven days that a day is in, begins or ends.
fn week_beside(day: Date, side: WeekSide) -> Option<Period> {
    let week = calendar::week(day)?;
    let (from, to) = match side {
        WeekSide::Any => return Some(week),
        WeekSide::First => (day, calendar::shift(day, Unit::Day, 6)?),
        WeekSide::Last => (calendar::shift(day, Unit::Day, -6)?, day),
    };
    Some(Period::new(from, to, week.timex))
}

impl Frame {
    /// The days and the value of an expression.
    pub(super) fn resolve(&self, expression: &Expression) -> Resolved {
        match expression {
            Expression::Calendar(calendar) => Resolved::date(self.calendar(calendar)),
            // "in use today": these days, not the day.
            Expression::Today if self.tense == Tense::Present => self.resolve(&Expression::Reference(Reference::Present)),
            Expression::Today => self.resolve(&Expression::Shifted { unit: Unit::Day, offset: 0, part: None }),
            Expression::Shifted { unit, offset, part } => {
                let period = self.reference.and_then(|reference| calendar::unit_at(reference, *unit, *offset));
                let period = period.unwrap_or_else(|| Period::unfixed(open_unit(*unit)));
                Resolved::date(with_part(period, *part, self.reference))
            }
            Expression::Away { lengths, sign, from } => self.away(lengths, *sign, from),
            Expression::Window { length, sign } => self.window(*length, *sign),
            Expression::Spoken { unit, offset } => {
                let base = match unit {
                    Unit::Day => self.spoken_day,
                    Unit::Weekend => self.spoken_day.filter(|day| day.weekday().to_monday_one_offset() > 5),
                    _ => self.spoken,
                };
                let period = match base {
                    Some(base) => calendar::unit_at(base, *unit, *offset),
                    // Of the weekends around a working day news speaks of the one before.
                    None if *unit == Unit::Weekend && *offset == 0 => self.weekend(),
                    None => self.reference.and_then(|reference| calendar::unit_at(reference, *unit, *offset)),
                };
                Resolved::date(period.unwrap_or_else(|| Period::unfixed(open_unit(*unit))))
            }
            Expression::SpokenWeekday(weekday) => {
                let ahead = |base: Date| i64::from((*weekday - base.weekday().to_monday_one_offset() + 6).rem_euclid(7)) + 1;
                let day = self.spoken_day.or(self.reference).and_then(|base| calendar::shift(base, Unit::Day, ahead(base)));
                Resolved::date(day.map_or_else(|| Period::unfixed(unfixed(Field::Weekday(*weekday), Year::Open)), calendar::day))
            }
            Expression::WeekOf(side, day) => {
                let day = self.resolve(day);
                let week = day.period.day().and_then(|day| week_beside(day, *side));
                week.map_or(day, Resolved::date)
            }
            Expression::Decade { first, part } => Resolved::date(with_part(calendar::decade(*first).unwrap_or_else(nowhere), *part, None)),
            Expression::Century { first, part } => {
                Resolved::date(with_part(calendar::century(*first).unwrap_or_else(nowhere), *part, None))
            }
            Expression::Reference(reference) => {
                let day = self.reference;
                let period = match reference {
                    Reference::Past => Period { to: day, ..Period::unfixed("PAST_REF") },
                    Reference::Present => Period { from: day, to: day, timex: "PRESENT_REF".to_owned() },
                    Reference::Future => Period { from: day, ..Period::unfixed("FUTURE_REF") },
                };
                Resolved { is_vague: true, ..Resolved::date(period) }
            }
            Expression::Duration(timex) => Resolved::duration(timex.clone()),
            Expression::Set(timex) => Resolved { kind: DateKind::Set, ..Resolved::date(Period::unfixed(timex.clone())) },
            Expression::Rate => Resolved::duration(String::new()),
            Expression::Range(first, last) => self.range(first, last),
            Expression::Lasting(start, lengths) => self.lasting(start, lengths),
        }
    }

    /// The weekend of the article: the last one in the past tense or none, else the one to come.
    fn weekend(&self) -> Option<Period> {
        let reference = self.reference?;
        let working_day = reference.weekday().to_monday_one_offset() < 6;
        let back = working_day && matches!(self.tense, Tense::Past | Tense::Unknown | Tense::Present);
        calendar::unit_at(reference, Unit::Weekend, -i64::from(back))
    }

    fn calendar(&self, calendar: &Calendar) -> Period {
        let period = match calendar.year {
            Year::Fixed(year) => in_year(calendar.field, year),
            Year::Relative(offset) => {
                let year = self.reference.and_then(|reference| reference.year().checked_add(i16::try_from(offset).ok()?));
                year.and_then(|year| in_year(calendar.field, year))
            }
            Year::Spoken => self.spoken.and_then(|spoken| in_year(calendar.field, spoken.year())),
            // "that November"
            Year::Open if calendar.direction == Some(Direction::Same) && !matches!(calendar.field, Field::Weekday(_)) => {
                self.spoken.and_then(|spoken| in_year(calendar.field, spoken.year()))
            }
            Year::Open => self.open(calendar),
        };
        let period = period.unwrap_or_else(|| Period::unfixed(unfixed(calendar.field, calendar.year)));
        with_part(period, calendar.part, self.reference)
    }

    /// A place in the calendar without its year.
    fn open(&self, calendar: &Calendar) -> Option<Period> {
        let reference = self.reference?;
        match calendar.field {
            Field::Year => calendar::year(reference.year()),
            Field::FiscalYear(_) => in_year(calendar.field, reference.year()),
            Field::Weekday(weekday) => self.weekday(reference, weekday, calendar.direction).map(calendar::day),
            Field::WeekdayOfWeek { weekday, weeks } => {
                let monday = calendar::unit_at(reference, Unit::Week, weeks)?.from?;
                calendar::shift(monday, Unit::Day, i64::from(weekday) - 1).map(calendar::day)
            }
            Field::DayOfMonth { day, months, weekday } => self.day_of_month(reference, day, months, weekday).map(calendar::day),
            Field::WeekOfMonthFromNow { months, nth } => {
                let month = calendar::unit_at(reference, Unit::Month, months)?.from?;
                let last = if month.days_in_month() > 28 { 5 } else { 4 };
                calendar::week_of_month(month.year(), month.month(), if nth < 0 { last } else { nth })
            }
            Field::NthWeekday { nth, weekday, month: Err(months) } => {
                let month = calendar::unit_at(reference, Unit::Month, months)?.from?;
                calendar::nth_weekday(month.year(), month.month(), nth, weekday).map(calendar::day)
            }
            Field::Day { weekday: Some(weekday), .. } if calendar.direction.is_none() => years(reference, calendar)
                .into_iter()
                .flatten()
                .find(|period| period.from.is_some_and(|day| day.weekday().to_monday_one_offset() == weekday))
                .or_else(|| self.nearest(reference, calendar)),
            _ => self.nearest(reference, calendar),
        }
    }

    /// The reading of an open date that the words and the tense allow, and of those the nearest, rather in the past.
    fn nearest(&self, reference: Date, calendar: &Calendar) -> Option<Period> {
        let readings = years(reference, calendar);
        let [this, _, _] = &readings;
        if calendar.direction == Some(Direction::This) {
            // In January, this winter began last year.
            let running = readings.iter().flatten().find(|period| holds(period, reference));
            return running.or(this.as_ref()).cloned();
        }
        let excluded = |period: &Period| calendar.direction.is_some() && holds(period, reference);
        let candidates = || readings.iter().flatten().filter(|period| !excluded(period));
        let past = candidates().filter(|period| period.from.is_some_and(|from| from <= reference)).max_by_key(|period| period.from);
        let future = candidates().filter(|period| period.to.is_some_and(|to| to >= reference)).min_by_key(|period| period.from);
        if let Some(ahead) = self.ahead
            && calendar.direction.is_none()
            && matches!(calendar.field, Field::Month(_))
            && self.tense != Tense::Past
        {
            return readings
                .iter()
                .flatten()
                .filter(|period| period.from.is_some_and(|from| from >= ahead))
                .min_by_key(|period| period.from)
                .cloned();
        }
        match calendar.direction {
            Some(Direction::Last | Direction::Previous | Direction::Past) => past.cloned(),
            Some(Direction::Next) => future.cloned(),
            _ => self.choose(reference, past, future).cloned(),
        }
    }

    fn choose<'p>(&self, reference: Date, past: Option<&'p Period>, future: Option<&'p Period>) -> Option<&'p Period> {
        let (Some(before), Some(after)) = (past, future) else { return past.or(future) };
        if before == after {
            return past;
        }
        let back = before.to.map_or(0, |to| days(to, reference));
        let ahead = after.from.map_or(0, |from| days(reference, from));
        let take_future = match self.tense {
            Tense::Past => ahead * 12 < back,
            Tense::Unknown | Tense::Present => ahead * 3 < back,
            Tense::Leaning | Tense::Modal => ahead < back,
            Tense::Future => ahead < back * 6,
        };
        if take_future { future } else { past }
    }

    fn weekday(&self, reference: Date, weekday: i8, direction: Option<Direction>) -> Option<Date> {
        let today = reference.weekday().to_monday_one_offset();
        let back = i64::from((today - weekday).rem_euclid(7));
        let ahead = i64::from((weekday - today).rem_euclid(7));
        let offset = match direction {
            Some(Direction::Last | Direction::Past) => -(if back == 0 { 7 } else { back }),
            // The one of the coming week, as an editor means it.
            Some(Direction::Next) => i64::from(7 - today + weekday),
            Some(Direction::Previous) => i64::from(weekday - today - 7),
            Some(Direction::This) => i64::from(weekday - today),
            Some(Direction::Same) | None => match self.tense {
                Tense::Future | Tense::Modal => ahead,
                // "holds its caucuses on Saturday" on a Thursday, "sues on Monday" on a Tuesday: the nearer one.
                Tense::Present if ahead < back => ahead,
                Tense::Past | Tense::Unknown | Tense::Leaning | Tense::Present => -back,
            },
        };
        calendar::shift(reference, Unit::Day, offset)
    }

    fn day_of_month(&self, reference: Date, day: i8, months: Option<i64>, weekday: Option<i8>) -> Option<Date> {
        let in_month = |months: i64| {
            let first = calendar::unit_at(reference, Unit::Month, months)?.from?;
            Date::new(first.year(), first.month(), day).ok()
        };
        if let Some(months) = months {
            return in_month(months);
        }
        if let Some(weekday) = weekday {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            return (0..13).flat_map(|months| [-months, months]).filter_map(in_month).find(|day| day.weekday() == weekday);
        }
        match self.tense {
            Tense::Future | Tense::Modal => (0..3).filter_map(in_month).find(|day| *day >= reference),
            Tense::Past | Tense::Unknown | Tense::Leaning | Tense::Present => {
                (-2..=0).rev().filter_map(in_month).find(|day| *day <= reference)
            }
        }
    }

    fn away(&self, lengths: &Lengths, sign: i64, anchor: &Anchor) -> Resolved {
        let base = match anchor {
            Anchor::Now => self.reference,
            Anchor::Spoken if lengths.iter().any(|length| length.unit as u8 <= Unit::Week as u8) => self.spoken_day,
            Anchor::Spoken => self.spoken,
            Anchor::Date(expression) => {
                let resolved = self.resolve(expression).period;
                if sign < 0 { resolved.from } else { resolved.to }
            }
        };
        let vague = lengths.iter().any(|length| length.amount.is_none());
        let unfixed = || {
            if vague || base.is_some() {
                let timex = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
                let (from, to) = if sign < 0 { (None, base) } else { (base, None) };
                // "several years ago" lies before the article, "hours later" after who knows what.
                Resolved { is_vague: *anchor == Anchor::Spoken, ..Resolved::date(Period { from, to, timex: timex.to_owned() }) }
            } else {
                Resolved::duration(duration(lengths))
            }
        };
        let Some(base) = base.filter(|_| !vague) else { return unfixed() };
        let target = lengths.iter().try_fold(base, |day, length| {
            let (amount, unit) = whole(length.amount?, length.unit)?;
            calendar::shift(day, unit, sign * amount)
        });
        let Some(target) = target else { return unfixed() };
        // The words are as exact as their smallest unit: "two years ago" is a year, "a week ago" a day.
        let coarse = match anchor {
            Anchor::Date(_) => Unit::Day,
            _ => lengths.iter().map(|length| length.unit).fold(Unit::Century, finer),
        };
        let grain = match coarse {
            Unit::Month | Unit::Quarter => Unit::Month,
            Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => Unit::Year,
            _ => Unit::Day,
        };
        calendar::unit_at(target, grain, 0).map_or_else(unfixed, Resolved::date)
    }

    fn window(&self, length: Length, sign: i64) -> Resolved {
        let timex = duration(&[length]);
        let far = || {
            let (amount, unit) = whole(length.amount?, length.unit)?;
            calendar::shift(self.reference?, unit, sign * amount)
        };
        let (from, to) = match (far(), sign < 0) {
            (None, _) => (None, None),
            (far, true) => (far, self.reference),
            (far, false) => (self.reference, far),
        };
        Resolved { kind: DateKind::Duration, ..Resolved::date(Period { from, to, timex }) }
    }

    fn lasting(&self, start: &Expression, lengths: &Lengths) -> Resolved {
        let begin = self.resolve(start).period;
        let end = begin.from.and_then(|from| {
            lengths.iter().try_fold(from, |day, length| {
                let (amount, unit) = whole(length.amount?, length.unit)?;
                calendar::shift(day, unit, amount)
            })
        });
        let (Some(from), Some(end)) = (begin.from, end) else { return Resolved::date(begin) };
        let timex = format!("({from},{end},{})", duration(lengths));
        Resolved::date(Period { from: Some(from), to: end.yesterday().ok().map(|last| last.max(from)), timex })
    }

    /// The value of a range is written as Recognizers-Text has it, since TIMEX3 knows none: the first days of both ends, as far
    /// as the words fix them, and the distance between them. The days are those from the first of the one to the last of the
    /// other, each the reading nearest to the other.
    fn range(&self, first: &Expression, last: &Expression) -> Resolved {
        let end = self.resolve(last).period;
        let mut begin = self.resolve(first).period;
        if let (Expression::Calendar(open @ Calendar { year: Year::Open, .. }), Some(end_day)) = (first, end.from) {
            // The last reading of the first end that does not lie after the second.
            let frame = Frame { reference: Some(end_day), tense: Tense::Past, ahead: None, ..*self };
            if open.direction.is_none() && begin.from.is_none_or(|from| from > end_day || days(from, end_day) > 366) {
                begin = frame.calendar(&Calendar { direction: None, ..*open });
            }
        }
        let distance = match (begin.from, end.from) {
            (Some(from), Some(to)) if from <= to => distance(from, to, begin.day().is_none() && end.day().is_none()),
            _ => "PX".to_owned(),
        };
        let timex = format!("({},{},{distance})", range_end(first, &begin), range_end(last, &end));
        let (from, to) = match (begin.from, end.to) {
            (Some(from), Some(to)) if from > to => (None, None),
            ends => ends,
        };
        Resolved::date(Period { from, to, timex })
    }
}

/// The readings of an open date in this year, the last and the next, in this order.
fn years(reference: Date, calendar: &Calendar) -> [Option<Period>; 3] {
    let year = reference.year();
    [year, year.saturating_sub(1), year.saturating_add(1)].map(|year| in_year(calendar.field, year))
}

/// The period that a field names in a year; none where it needs more than the year.
fn in_year(field: Field, year: i16) -> Option<Period> {
    match field {
        Field::Year => calendar::year(year),
        // A fiscal year's ends differ by country and company; the days are those of the year it is named for.
        Field::FiscalYear(fiscal) => calendar::year(year).map(|period| Period { timex: format!("{}{year:04}", fiscal.code()), ..period }),
        Field::Half(number) => calendar::half(year, number),
        Field::Quarter(number) => calendar::quarter(year, if number < 0 { 4 } else { number }),
        Field::Season(season) => calendar::season(year, season),
        Field::Month(month) => calendar::month(year, month),
        Field::Day { month, day, .. } => Date::new(year, month, day).ok().map(calendar::day),
        Field::NthWeekday { nth, weekday, month: Ok(month) } => calendar::nth_weekday(year, month, nth, weekday).map(calendar::day),
        Field::Holiday(holiday) => calendar::holiday(year, holiday).map(calendar::day),
        Field::Week(number) => calendar::week_of_year(year, number),
        Field::WeekOfMonth { month, nth } => calendar::week_of_month(year, month, nth),
        Field::DayOfMonth { .. }
        | Field::Weekday(_)
        | Field::WeekdayOfWeek { .. }
        | Field::NthWeekday { .. }
        | Field::WeekOfMonthFromNow { .. } => None,
    }
}

/// The value of an end of a range: its first day, with the year left open where the words do.
fn range_end(expression: &Expression, period: &Period) -> String {
    match (expression.open_value(), period.from) {
        (Some(open), _) => open,
        (None, Some(day)) => day.to_string(),
        (None, None) => period.timex.clone(),
    }
}

fn finer(a: Unit, b: Unit) -> Unit {
    if (a as u8) < (b as u8) { a } else { b }
}

fn days(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days()).max(0)
}

fn distance(from: Date, to: Date, whole_months: bool) -> String {
    let months = (i64::from(to.year()) - i64::from(from.year())) * 12 + i64::from(to.month()) - i64::from(from.month());
    match months {
        _ if !whole_months || from.day() != 1 || to.day() != 1 => format!("P{}D", days(from, to)),
        months if months % 12 == 0 => format!("P{}Y", months / 12),
        months => format!("P{months}M"),
    }
}

fn holds(period: &Period, day: Date) -> bool {
    period.from.is_some_and(|from| from <= day) && period.to.is_some_and(|to| day <= to)
}

fn nowhere() -> Period {
    Period::unfixed("XXXX")
}

fn with_part(period: Period, part: Option<Part>, reference: Option<Date>) -> Period {
    match part {
        Some(part) => calendar::part(period, part, reference),
        None => period,
    }
}

/// A fractional amount as a whole number of a smaller unit: 2.5 years are 30 months.
fn whole(amount: f64, unit: Unit) -> Option<(i64, Unit)> {
    let is_whole = |amount: f64| (amount - amount.round()).abs() < 1e-9 && amount.abs() < 1e6;
    if is_whole(amount) {
        return Some((amount.round() as i64, unit));
    }
    let (factor, smaller) = match unit {
        Unit::Year => (12.0, Unit::Month),
        Unit::Day | Unit::Night => (24.0, Unit::Hour),
        Unit::Week => (7.0, Unit::Day),
        Unit::Decade => (10.0, Unit::Year),
        Unit::Century => (100.0, Unit::Year),
        _ => return None,
    };
    let amount = amount * factor;
    is_whole(amount).then_some((amount.round() as i64, smaller))
}

/// The value of a unit whose place is not known.
fn open_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => "XXXX-XX-XX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        Unit::Millennium => "X",
    }
}
