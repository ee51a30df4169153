//! What the words of a date say, before the article's date is brought in.

use crate::gazetteer::dates::{DayPart, Direction, Fiscal, Holiday, Part, Reference, Season, Unit};

/// What the words say.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression {
    /// A place in the calendar, as far as the words fix it.
    Calendar(Calendar),
    /// The unit so many units from now: "last week", "yesterday".
    Shifted { unit: Unit, offset: i64, part: Option<Part> },
    /// "today", which may mean these days.
    Today,
    /// So long before or after something: "three days ago", "two weeks after Easter".
    Away { lengths: Lengths, sign: i64, from: Anchor },
    /// A stretch up to now or from now: "the past two weeks", "the next 3 days".
    Window { length: Length, sign: i64 },
    /// A unit of what was spoken of before, so many units on: "the same day", "the next day".
    Spoken { unit: Unit, offset: i64 },
    /// The first such weekday after the day spoken of before: "the next Tuesday".
    SpokenWeekday(i8),
    /// "the week of May 5": the week that holds the day, ends with it or begins with it.
    WeekOf(WeekSide, Box<Expression>),
    /// "the 1990s", from its first year, with the part.
    Decade { first: i16, part: Option<Part> },
    /// "the 18th century", from its first year.
    Century { first: i16, part: Option<Part> },
    /// "now", "recently".
    Reference(Reference),
    /// A length of time by its TIMEX3 value.
    Duration(String),
    /// A time that comes again.
    Set(String),
    /// "a year" of "15 a year", "per month": what an amount is counted by, no time of its own.
    Rate,
    /// From one to the other.
    Range(Box<Expression>, Box<Expression>),
    /// So long from a day on.
    Lasting(Box<Expression>, Lengths),
}

/// Where a day stands in the week that is named by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WeekSide {
    /// "the week beginning May 5"
    First,
    /// "the week of May 5"
    Any,
    /// "the week ended May 3"
    Last,
}

/// Where a length is counted from.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Anchor {
    /// The article's date.
    Now,
    /// What was spoken of before.
    Spoken,
    /// Another date in the words.
    Date(Box<Expression>),
}

/// A number of units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Length {
    /// None for "a few", "several" and a bare plural.
    pub(super) amount: Option<f64>,
    pub(super) unit: Unit,
}

/// Up to three lengths: "1 month 2 years and 21 days".
pub(super) type Lengths = Vec<Length>;

/// A place in the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Calendar {
    pub(super) field: Field,
    pub(super) year: Year,
    /// "last", "next", "this" before it.
    pub(super) direction: Option<Direction>,
    pub(super) part: Option<Part>,
}

/// Which year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// Not said.
    Open,
    /// Said.
    Fixed(i16),
    /// Counted from the article's: "last year" is -1.
    Relative(i64),
    /// That of what was spoken of before: "the same year".
    Spoken,
}

/// Which part of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Year,
    FiscalYear(Fiscal),
    Half(i8),
    /// -1 for "the final quarter".
    Quarter(i8),
    Season(Season),
    Month(i8),
    /// A day of a month, with the weekday where it is said.
    Day {
        month: i8,
        day: i8,
        weekday: Option<i8>,
    },
    /// A day of a month counted from the article's: "the 20th of next month"; none where no month is said.
    DayOfMonth {
        day: i8,
        months: Option<i64>,
        weekday: Option<i8>,
    },
    Weekday(i8),
    /// A weekday of the week so many weeks on.
    WeekdayOfWeek {
        weekday: i8,
        weeks: i64,
    },
    /// "the first Friday of July"; the month is one of the year or counted from the article's.
    NthWeekday {
        nth: i8,
        weekday: i8,
        month: Result<i8, i64>,
    },
    Holiday(Holiday),
    /// By its ISO number.
    Week(i8),
    /// "the first week of March".
    WeekOfMonth {
        month: i8,
        nth: i8,
    },
    /// "the last week of this month", by months from the article's; -1 is the last week.
    WeekOfMonthFromNow {
        months: i64,
        nth: i8,
    },
}

impl Calendar {
    pub(super) fn new(field: Field) -> Self {
        Self { field, year: Year::Open, direction: None, part: None }
    }

    pub(super) fn of_year(field: Field, year: Year) -> Self {
        Self { year, ..Self::new(field) }
    }
}

/// Which way an open date lies, as the verbs around it have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Unknown,
    /// An infinitive: rather ahead.
    Leaning,
    /// The present, and "can": these days for "today".
    Present,
    /// A modal other than "will" and "can".
    Modal,
    Future,
}

impl Expression {
    /// The value of the expression's first day where its year or its week is open in the words, whatever the article's date.
    pub(super) fn open_value(&self) -> Option<String> {
        match self {
            Self::Calendar(Calendar { field: field @ Field::Month(_), year: Year::Open, direction: None, .. }) => {
                Some(format!("{}-01", unfixed(*field, Year::Open)))
            }
            Self::Calendar(Calendar {
                field: field @ (Field::Day { .. } | Field::Weekday(_) | Field::DayOfMonth { weekday: Some(_), .. }),
                year: Year::Open,
                direction: None,
                ..
            }) => Some(unfixed(*field, Year::Open)),
            _ => None,
        }
    }
}

/// The value of a place in the calendar whose year, or whose week, is not known.
pub(super) fn unfixed(field: Field, year: Year) -> String {
    let year = match year {
        Year::Fixed(year) => format!("{year:04}"),
        Year::Open | Year::Relative(_) | Year::Spoken => "XXXX".to_owned(),
    };
    match field {
        Field::Year => year,
        Field::FiscalYear(fiscal) => format!("{}{year}", fiscal.code()),
        Field::Half(number) => format!("{year}-H{number}"),
        Field::Quarter(number) => format!("{year}-Q{}", if number < 0 { 4 } else { number }),
        Field::Season(season) => format!("{year}-{}", season.code()),
        Field::Month(month) => format!("{year}-{month:02}"),
        Field::Day { month, day, .. } | Field::Holiday(Holiday::Fixed { month, day }) => format!("{year}-{month:02}-{day:02}"),
        Field::DayOfMonth { weekday: Some(weekday), .. } | Field::Weekday(weekday) | Field::WeekdayOfWeek { weekday, .. } => {
            format!("{year}-WXX-{weekday}")
        }
        Field::DayOfMonth { day, .. } => format!("{year}-XX-{day:02}"),
        Field::NthWeekday { nth, weekday, month } => match month {
            Ok(month) => format!("{year}-{month:02}-WXX-{weekday}-#{nth}"),
            Err(_) => format!("{year}-XX-WXX-{weekday}-#{nth}"),
        },
        Field::Holiday(_) => format!("{year}-XX-XX"),
        Field::Week(number) => format!("{year}-W{number:02}"),
        Field::WeekOfMonth { month, nth } => format!("{year}-{month:02}-W{nth:02}"),
        Field::WeekOfMonthFromNow { nth, .. } => format!("{year}-XX-W{nth:02}"),
    }
}

/// The TIMEX3 value of a length: "P2W", "PT1H30M", "PXY".
pub(super) fn duration(lengths: &[Length]) -> String {
    use std::fmt::Write as _;
    let mut timex = String::from("P");
    let mut in_time = false;
    for length in lengths {
        let (time, code, factor) = match length.unit {
            Unit::Second => (true, "S", 1.0),
            Unit::Minute => (true, "M", 1.0),
            Unit::Hour => (true, "H", 1.0),
            Unit::Night | Unit::Day => (false, "D", 1.0),
            Unit::Weekend => (false, "WE", 1.0),
            Unit::Week => (false, "W", 1.0),
            Unit::Fortnight => (false, "W", 2.0),
            Unit::Month => (false, "M", 1.0),
            Unit::Quarter => (false, "Q", 1.0),
            Unit::Year => (false, "Y", 1.0),
            Unit::Decade => (false, "DE", 1.0),
            Unit::Century => (false, "CE", 1.0),
            Unit::Millennium => (false, "ML", 1.0),
        };
        if time && !in_time {
            timex.push('T');
            in_time = true;
        }
        let _ = match length.amount {
            Some(amount) => write!(timex, "{}{code}", amount * factor),
            None => write!(timex, "X{code}"),
        };
    }
    timex
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: i8,
    pub(super) minute: Option<i8>,
    pub(super) second: Option<i8>,
    /// Whether it is said to be UTC.
    pub(super) utc: bool,
}

impl Clock {
    /// The time as TIMEX3 writes it after the day, as exact as the words: "T19", "T19:30", "T12:00Z".
    pub(super) fn timex(self) -> String {
        use std::fmt::Write as _;
        let mut timex = format!("T{:02}", self.hour);
        for smaller in [self.minute, self.second].into_iter().flatten() {
            let _ = write!(timex, ":{smaller:02}");
        }
        if self.utc {
            timex.push('Z');
        }
        timex
    }
}

/// A time of day or a part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayTime {
    Clock(Clock),
    Part(DayPart),
    /// From one time to another.
    Span(Clock, Clock),
    /// From a time on, so many minutes.
    Lasting(Clock, i32),
}

impl DayTime {
    /// From a time on for hours or minutes; none for longer units.
    pub(super) fn lasting(start: Clock, lengths: &[Length]) -> Option<Self> {
        let minutes = lengths.iter().try_fold(0.0, |sum, length| {
            let factor = match length.unit {
                Unit::Hour => 60.0,
                Unit::Minute => 1.0,
                _ => return None,
            };
            Some(sum + length.amount? * factor)
        })?;
        (1.0..=10_000.0).contains(&minutes).then_some(Self::Lasting(start, minutes.round() as i32))
    }
}
