//! The senses of the table of words of dates.

use super::vocabulary::{Connective, DayPart, Direction, Fiscal, Holiday, Part, Reference, Season, Unit};

/// What a word of dates stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DateSense {
    /// A month, 1 to 12.
    Month(i8),
    /// A month's abbreviation or a form that is also a common word: a month only beside a day or a year.
    MonthInDate(i8),
    /// A weekday, 1 (Monday) to 7.
    Weekday(i8),
    /// A weekday's abbreviation: a weekday only beside another piece of a date.
    WeekdayInDate(i8),
    /// "Mondays".
    Weekdays(i8),
    /// A season.
    Season(Season),
    /// "fall": a season only after "this", "last", "the" and the like or before a year.
    SeasonInDate(Season),
    /// A unit of time in the singular.
    Unit(Unit),
    /// A unit of time in the plural.
    Units(Unit),
    /// An abbreviated unit, only after a number: "5 min".
    UnitAfterNumber(Unit),
    /// A cardinal.
    Number(i32),
    /// An ordinal; -1 is the last.
    Ordinal(i32),
    /// "half".
    Half,
    /// "few", "several": a number left open.
    Vague,
    /// A day counted from the reference day: "yesterday" is -1.
    Day(i32),
    /// The night of a day counted from the reference day: "tonight".
    NightOf(i32),
    /// A part of the day.
    DayPart(DayPart),
    /// Parts of days, again and again: "mornings".
    DayParts(DayPart),
    /// An hour by name: "noon".
    Clock(i8),
    /// "last", "next", "this".
    Direction(Direction),
    /// "early", "end".
    Part(Part),
    /// "every", "each".
    Every,
    /// A set: "weekly" is `P1W`; an index into [`DateWords::frequency`].
    Frequency(u16),
    /// "now", "recently".
    Reference(Reference),
    /// "ago".
    Ago,
    /// "fiscal", "school", before a year.
    Fiscal(Fiscal),
    /// "FY", before a number.
    FiscalYear(Fiscal),
    /// "nineties", as 90.
    Decade(i16),
    /// A time zone; true for UTC.
    Zone(bool),
    /// "o'clock".
    OClock,
    /// Words that are a time of day with the number after them: "half past".
    Opening,
    /// "a.m."; true for "p.m.".
    Meridiem(bool),
    /// "AD"; true for "BC".
    Era(bool),
    /// A day of the year with a name.
    Holiday(Holiday),
    /// A word that makes an undated weekday or month near it lie ahead: "will", "scheduled".
    Ahead,
    /// A verb of speech: what it reports has its own time.
    Speech,
    /// A word that, after a number, shows that it counts: "2000 people".
    Counted,
    /// A word that, before a number, shows that it is a name or an amount: "No. 1980", "nearly 2000".
    Label,
    /// A month's name that is a person's too: "April Ryan".
    GivenName,
    /// A word that, before a weekday, makes it a day of its own: "Super Tuesday", "Black Monday".
    NamedDay,
    /// A word that is no noun, so that a number before it counts nothing: "in 1850 when".
    Function,
    /// Between a number and a unit without meaning for the length: "straight".
    Filler,
    /// A connective.
    Connective(Connective),
}

/// The values of the sense `frequency`.
pub(super) const FREQUENCIES: [&str; 11] = ["P1D", "TNI", "P1W", "P2W", "P1M", "P2M", "P3M", "P0.5Y", "P1Y", "P2Y", "PT1H"];

impl DateSense {
    pub(super) fn read(sense: &str, value: &str) -> Option<Self> {
        let number = || value.parse::<i32>().ok();
        let within = |low: i32, high: i32| number().filter(|number| (low..=high).contains(number)).map(|number| number as i8);
        Some(match sense {
            "month" => Self::Month(within(1, 12)?),
            "month_in_date" => Self::MonthInDate(within(1, 12)?),
            "weekday" => Self::Weekday(within(1, 7)?),
            "weekday_in_date" => Self::WeekdayInDate(within(1, 7)?),
            "weekdays" => Self::Weekdays(within(1, 7)?),
            "season" => Self::Season(Season::read(value)?),
            "season_in_date" => Self::SeasonInDate(Season::read(value)?),
            "unit" => Self::Unit(Unit::read(value)?),
            "units" => Self::Units(Unit::read(value)?),
            "unit_after_number" => Self::UnitAfterNumber(Unit::read(value)?),
            "number" => Self::Number(number()?),
            "ordinal" => Self::Ordinal(number()?),
            "fraction" => Self::Half,
            "vague" => Self::Vague,
            "day" => Self::Day(number()?),
            "night_of" => Self::NightOf(number()?),
            "day_part" => Self::DayPart(DayPart::read(value)?),
            "day_parts" => Self::DayParts(DayPart::read(value)?),
            "clock" => Self::Clock(within(0, 23)?),
            "direction" => Self::Direction(match value {
                "last" => Direction::Last,
                "previous" => Direction::Previous,
                "next" => Direction::Next,
                "this" => Direction::This,
                "past" => Direction::Past,
                "same" => Direction::Same,
                _ => return None,
            }),
            "part" => Self::Part(match value {
                "early" => Part::Early,
                "mid" => Part::Mid,
                "late" => Part::Late,
                "start" => Part::Start,
                "end" => Part::End,
                "earlier" => Part::Earlier,
                "later" => Part::Later,
                _ => return None,
            }),
            "every" => Self::Every,
            "frequency" => Self::Frequency(FREQUENCIES.iter().position(|frequency| *frequency == value)? as u16),
            "reference" => Self::Reference(match value {
                "PAST_REF" => Reference::Past,
                "PRESENT_REF" => Reference::Present,
                "FUTURE_REF" => Reference::Future,
                _ => return None,
            }),
            "ago" => Self::Ago,
            "fiscal" => Self::Fiscal(Fiscal::read(value)?),
            "fiscal_year" => Self::FiscalYear(Fiscal::read(value)?),
            "decade" => Self::Decade(within(10, 90)?.into()),
            "zone" => Self::Zone(value == "Z"),
            "oclock" => Self::OClock,
            "opening" => Self::Opening,
            "meridiem" => Self::Meridiem(value == "PM"),
            "era" => Self::Era(value == "BC"),
            "holiday" => Self::Holiday(Holiday::read(value)?),
            "ahead" => Self::Ahead,
            "speech" => Self::Speech,
            "counted" => Self::Counted,
            "label" => Self::Label,
            "given_name" => Self::GivenName,
            "named_day" => Self::NamedDay,
            "function" => Self::Function,
            "filler" => Self::Filler,
            "word" => Self::Connective(Connective::read(value)?),
            _ => return None,
        })
    }

    /// Whether a date, a length or a set may begin with the word.
    pub fn may_begin(self) -> bool {
        match self {
            Self::Connective(word) => matches!(
                word,
                Connective::The
                    | Connective::A
                    | Connective::In
                    | Connective::From
                    | Connective::Between
                    | Connective::For
                    | Connective::Within
                    | Connective::Any
                    | Connective::All
                    | Connective::Per
            ),
            Self::Ahead
            | Self::Speech
            | Self::Counted
            | Self::Label
            | Self::Function
            | Self::GivenName
            | Self::NamedDay
            | Self::Era(_)
            | Self::Zone(_)
            | Self::OClock
            | Self::Meridiem(_)
            | Self::Ago => false,
            _ => true,
        }
    }

    /// Whether a text that holds the word may hold a date for that reason alone.
    pub(super) fn is_anchor(self) -> bool {
        !matches!(
            self,
            Self::UnitAfterNumber(_)
                | Self::Number(_)
                | Self::Ordinal(_)
                | Self::Half
                | Self::Vague
                | Self::Direction(_)
                | Self::Part(_)
                | Self::Every
                | Self::Ago
                | Self::Fiscal(_)
                | Self::Era(_)
                | Self::Ahead
                | Self::Speech
                | Self::Counted
                | Self::Label
                | Self::GivenName
                | Self::NamedDay
                | Self::Function
                | Self::Filler
                | Self::Connective(_)
        )
    }
}
