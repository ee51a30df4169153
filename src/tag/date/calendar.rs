//! Periods of the calendar and their TIMEX3 values.
//!
//! All arithmetic is checked: near the calendar's ends (years -9999 and 9999) a period that does not exist is none.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::gazetteer::dates::{Holiday, Part, Season, Unit};

/// A period: its days, where they are known, and its TIMEX3 value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) timex: String,
}

impl Period {
    pub(super) fn new(from: Date, to: Date, timex: String) -> Self {
        Self { from: Some(from), to: Some(to), timex }
    }

    /// A time whose days are not known.
    pub(super) fn unfixed(timex: impl Into<String>) -> Self {
        Self { from: None, to: None, timex: timex.into() }
    }

    /// The day, where the period is one.
    pub(super) fn day(&self) -> Option<Date> {
        self.from.filter(|_| self.from == self.to)
    }
}

pub(super) fn day(date: Date) -> Period {
    Period::new(date, date, iso(date))
}

/// The date as jiff writes it, without its machinery: nearly every date of a text is written so, some of them for several readings.
fn iso(date: Date) -> String {
    let Ok(year @ 0..=9999) = u16::try_from(date.year()) else { return date.to_string() };
    let pair = |number: u16| [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8].map(char::from);
    let [month, day] = [date.month(), date.day()].map(|number| pair(u16::from(number.unsigned_abs())));
    let mut written = String::with_capacity("2025-03-01".len());
    written.extend([pair(year / 100), pair(year % 100)].as_flattened());
    for part in [month, day] {
        written.push('-');
        written.extend(part);
    }
    written
}

pub(super) fn week(date: Date) -> Option<Period> {
    let week = date.iso_week_date();
    let (monday, sunday) = week_ends(date)?;
    Some(Period::new(monday, sunday, format!("{:04}-W{:02}", week.year(), week.week())))
}

pub(super) fn weekend(date: Date) -> Option<Period> {
    let week = date.iso_week_date();
    let (_, sunday) = week_ends(date)?;
    Some(Period::new(sunday.yesterday().ok()?, sunday, format!("{:04}-W{:02}-WE", week.year(), week.week())))
}

/// The week of a year by its ISO number.
pub(super) fn week_of_year(year: i16, number: i8) -> Option<Period> {
    week(ISOWeekDate::new(year, number, Weekday::Monday).ok()?.date())
}

/// The n-th seven days of a month.
pub(super) fn week_of_month(year: i16, month: i8, nth: i8) -> Option<Period> {
    let first = Date::new(year, month, nth.checked_sub(1)?.checked_mul(7)?.checked_add(1)?).ok()?;
    let last = first.checked_add(6.days()).ok()?.min(first.last_of_month());
    Some(Period::new(first, last, format!("{year:04}-{month:02}-W{nth:02}")))
}

fn week_ends(date: Date) -> Option<(Date, Date)> {
    let since_monday = i64::from(date.weekday().to_monday_zero_offset());
    let monday = date.checked_sub(since_monday.days()).ok()?;
    Some((monday, monday.checked_add(6.days()).ok()?))
}

pub(super) fn month(year: i16, month: i8) -> Option<Period> {
    let first = Date::new(year, month, 1).ok()?;
    Some(Period::new(first, first.last_of_month(), format!("{year:04}-{month:02}")))
}

pub(super) fn quarter(year: i16, number: i8) -> Option<Period> {
    months(year, number * 3 - 2, 3, format!("{year:04}-Q{number}"))
}

pub(super) fn half(year: i16, number: i8) -> Option<Period> {
    months(year, number * 6 - 5, 6, format!("{year:04}-H{number}"))
}

/// A season by its meteorological months; a winter belongs to the year of its December.
pub(super) fn season(year: i16, season: Season) -> Option<Period> {
    let first = match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    };
    months(year, first, 3, format!("{year:04}-{}", season.code()))
}

fn months(year: i16, first: i8, count: i64, timex: String) -> Option<Period> {
    let from = Date::new(year, first, 1).ok()?;
    let to = from.checked_add((count - 1).months()).ok()?.last_of_month();
    Some(Period::new(from, to, timex))
}

pub(super) fn year(number: i16) -> Option<Period> {
    Some(Period::new(Date::new(number, 1, 1).ok()?, Date::new(number, 12, 31).ok()?, format!("{number:04}")))
}

pub(super) fn decade(first: i16) -> Option<Period> {
    years(first, 10, format!("{:03}", first / 10))
}

/// The hundred years from `first`: TIMEX3 and the common use count the 20th century from 1900.
pub(super) fn century(first: i16) -> Option<Period> {
    years(first, 100, format!("{:02}", first / 100))
}

pub(super) fn millennium(first: i16) -> Option<Period> {
    years(first, 1000, format!("{:01}", first / 1000))
}

fn years(first: i16, count: i16, timex: String) -> Option<Period> {
    let last = first.checked_add(count - 1)?;
    Some(Period::new(Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?, timex))
}

/// The period of `unit` that holds the day so many units from `date`.
pub(super) fn unit_at(date: Date, unit: Unit, offset: i64) -> Option<Period> {
    let at = shift(date, unit, offset)?;
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Some(day(at)),
        Unit::Night => Some(Period { timex: format!("{at}TNI"), ..day(at) }),
        Unit::Weekend => weekend(at),
        Unit::Week | Unit::Fortnight => week(at),
        Unit::Month => month(at.year(), at.month()),
        Unit::Quarter => quarter(at.year(), (at.month() + 2) / 3),
        Unit::Year => year(at.year()),
        Unit::Decade => decade(at.year() - at.year().rem_euclid(10)),
        Unit::Century => century(at.year() - at.year().rem_euclid(100)),
        Unit::Millennium => millennium(at.year() - at.year().rem_euclid(1000)),
    }
}

/// The day so many units after `date`; hours and less stay on the day they fall on.
pub(super) fn shift(date: Date, unit: Unit, offset: i64) -> Option<Date> {
    // jiff's spans panic beyond their own limits, which lie far outside the calendar.
    if offset.unsigned_abs() > 1_000_000 {
        return None;
    }
    match unit {
        Unit::Second | Unit::Minute => Some(date),
        Unit::Hour => date.checked_add((offset / 24).days()).ok(),
        Unit::Day | Unit::Night => date.checked_add(offset.days()).ok(),
        Unit::Weekend | Unit::Week => date.checked_add((7 * offset).days()).ok(),
        Unit::Fortnight => date.checked_add((14 * offset).days()).ok(),
        Unit::Month => shift_months(date, offset),
        Unit::Quarter => shift_months(date, 3 * offset),
        Unit::Year => shift_months(date, 12 * offset),
        Unit::Decade => shift_months(date, 120 * offset),
        Unit::Century => shift_months(date, 1200 * offset),
        Unit::Millennium => shift_months(date, 12_000 * offset),
    }
}

fn shift_months(date: Date, months: i64) -> Option<Date> {
    if months.unsigned_abs() > 200_000 {
        return None;
    }
    date.checked_add(months.months()).ok()
}

/// A part of a period; its value stays that of the whole, as TIMEX3 has it.
///
/// Early, middle and late are thirds, in whole months where the period has three or more; its start and its end are a month
/// of a longer period, a week of a month, a day of a week. A day has no parts.
pub(super) fn part(period: Period, part: Part, reference: Option<Date>) -> Period {
    let (Some(from), Some(to)) = (period.from, period.to) else { return period };
    let days = i64::from((to - from).get_days()) + 1;
    if days < 3 {
        return period;
    }
    let months = (i64::from(to.year()) - i64::from(from.year())) * 12 + i64::from(to.month()) - i64::from(from.month()) + 1;
    let whole_months = months >= 3 && from.day() == 1 && to == to.last_of_month();
    let (length, edge) = if whole_months { (months, 1) } else { (days, if days > 10 { 7 } else { 1 }) };
    let at = |offset: i64| {
        let shifted = if whole_months { shift_months(from, offset) } else { from.checked_add(offset.days()).ok() };
        shifted.unwrap_or(to)
    };
    let until = |offset: i64| at(offset).yesterday().unwrap_or(to);
    let in_period = reference.filter(|day| (from..=to).contains(day));
    let (from, to) = match part {
        Part::Early => (from, until(length / 3)),
        Part::Mid => (at(length / 3), until(length - length / 3)),
        Part::Late => (at(length - length / 3), to),
        Part::Start => (from, until(edge)),
        Part::End => (at(length - edge), to),
        Part::Earlier => (from, in_period.unwrap_or(to)),
        Part::Later => (in_period.unwrap_or(from), to),
    };
    Period { from: Some(from), to: Some(to), timex: period.timex }
}

pub(super) fn nth_weekday(year: i16, month: i8, nth: i8, weekday: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
}

pub(super) fn holiday(year: i16, holiday: Holiday) -> Option<Date> {
    match holiday {
        Holiday::Fixed { month, day } => Date::new(year, month, day).ok(),
        Holiday::Weekday { month, nth, weekday } => nth_weekday(year, month, nth, weekday),
        Holiday::Easter(days) => easter(year)?.checked_add(i64::from(days).days()).ok(),
        Holiday::Thanksgiving(days) => nth_weekday(year, 11, 4, 4)?.checked_add(i64::from(days).days()).ok(),
        Holiday::Election => nth_weekday(year, 11, 1, 1)?.tomorrow().ok(),
    }
}

/// Easter Sunday by the Gregorian rule of Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    if year < 1583 {
        return None;
    }
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let day = moon + weekday - 7 * late + 114;
    Date::new(year as i16, (day / 31) as i8, (day % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_written_as_iso_8601_has_it() {
        for (day, written) in [(date(2025, 3, 1), "2025-03-01"), (date(987, 12, 31), "0987-12-31"), (date(9999, 10, 20), "9999-10-20")] {
            assert_eq!(iso(day), written);
            assert_eq!(day.to_string(), written);
        }
        assert_eq!(iso(date(-44, 3, 15)), date(-44, 3, 15).to_string());
    }

    #[test]
    fn movable_feasts_fall_on_their_days() {
        let rows = [
            (Holiday::Easter(0), 2008, date(2008, 3, 23)),
            (Holiday::Easter(0), 2025, date(2025, 4, 20)),
            (Holiday::Easter(-2), 2024, date(2024, 3, 29)),
            (Holiday::Thanksgiving(0), 2023, date(2023, 11, 23)),
            (Holiday::Thanksgiving(1), 2024, date(2024, 11, 29)),
            (Holiday::Election, 2016, date(2016, 11, 8)),
            (Holiday::Election, 2022, date(2022, 11, 8)),
            (Holiday::Weekday { month: 5, nth: -1, weekday: 1 }, 2025, date(2025, 5, 26)),
        ];
        for (feast, year, expected) in rows {
            assert_eq!(holiday(year, feast), Some(expected), "{feast:?} of {year}");
        }
    }

    #[test]
    fn nothing_panics_at_the_calendars_ends() {
        for date in [Date::MIN, Date::MAX] {
            for unit in [
                Unit::Day,
                Unit::Weekend,
                Unit::Week,
                Unit::Month,
                Unit::Quarter,
                Unit::Year,
                Unit::Decade,
                Unit::Century,
                Unit::Millennium,
            ] {
                for offset in [-1_000_000_000, -12, -1, 0, 1, 12, 1_000_000_000] {
                    let _ = unit_at(date, unit, offset);
                }
            }
        }
    }
}
