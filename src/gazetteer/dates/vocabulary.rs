//! What the words of dates stand for: seasons, units, parts of days and years, holidays, connectives.

/// A season, as TIMEX3 codes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

impl Season {
    pub(super) fn read(code: &str) -> Option<Self> {
        [Self::Spring, Self::Summer, Self::Autumn, Self::Winter].into_iter().find(|season| season.code() == code)
    }

    /// The TIMEX3 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }
}

/// A unit of time, in the order of their lengths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A night; counts as a day.
    Night,
    /// A day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// A week.
    Week,
    /// Two weeks.
    Fortnight,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
}

impl Unit {
    pub(super) fn read(code: &str) -> Option<Self> {
        Some(match code {
            "TS" => Self::Second,
            "TM" => Self::Minute,
            "H" => Self::Hour,
            "NI" => Self::Night,
            "D" => Self::Day,
            "WE" => Self::Weekend,
            "W" => Self::Week,
            "2W" => Self::Fortnight,
            "M" => Self::Month,
            "Q" => Self::Quarter,
            "Y" => Self::Year,
            "DE" => Self::Decade,
            "CE" => Self::Century,
            "ML" => Self::Millennium,
            _ => return None,
        })
    }
}

/// A part of the day, as TIMEX3 codes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// MO
    Morning,
    /// AF
    Afternoon,
    /// EV
    Evening,
    /// NI
    Night,
    /// DT
    Daytime,
}

impl DayPart {
    pub(super) fn read(code: &str) -> Option<Self> {
        [Self::Morning, Self::Afternoon, Self::Evening, Self::Night, Self::Daytime].into_iter().find(|part| part.code() == code)
    }

    /// The TIMEX3 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }
}

/// Where a period lies, by the word before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// "last week".
    Last,
    /// "the previous week": before the one spoken of.
    Previous,
    /// "next week".
    Next,
    /// "this week".
    This,
    /// "the past week": the length of a week up to now.
    Past,
    /// "the same week": the one spoken of.
    Same,
}

/// A part of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its first third.
    Early,
    /// Its middle third.
    Mid,
    /// Its last third.
    Late,
    /// Its first days.
    Start,
    /// Its last days.
    End,
    /// What of it lies before now.
    Earlier,
    /// What of it lies after now.
    Later,
}

/// A time that is only before, at or after now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// PAST_REF
    Past,
    /// PRESENT_REF
    Present,
    /// FUTURE_REF
    Future,
}

/// A year that does not begin in January.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fiscal {
    /// FY
    Fiscal,
    /// SY
    School,
}

impl Fiscal {
    pub(super) fn read(code: &str) -> Option<Self> {
        [Self::Fiscal, Self::School].into_iter().find(|fiscal| fiscal.code() == code)
    }

    /// What TIMEX3 writes before the year.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fiscal => "FY",
            Self::School => "SY",
        }
    }
}

/// When a named day falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// The same day of the same month each year.
    Fixed {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// The n-th weekday of a month, the last for -1.
    Weekday {
        /// 1 to 12.
        month: i8,
        /// Which one, from 1; -1 is the last.
        nth: i8,
        /// 1 (Monday) to 7.
        weekday: i8,
    },
    /// So many days after Easter Sunday.
    Easter(i16),
    /// So many days after the fourth Thursday of November.
    Thanksgiving(i16),
    /// The Tuesday after the first Monday of November.
    Election,
}

impl Holiday {
    pub(super) fn read(value: &str) -> Option<Self> {
        if value == "election" {
            return Some(Self::Election);
        }
        if let Some(days) = value.strip_prefix("easter") {
            return days.parse().ok().map(Self::Easter);
        }
        if let Some(days) = value.strip_prefix("thanksgiving") {
            return days.parse().ok().map(Self::Thanksgiving);
        }
        let (month, rest) = value.split_once('-')?;
        let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        let Some(rest) = rest.strip_prefix('W') else {
            return Some(Self::Fixed { month, day: rest.parse().ok().filter(|day| (1..=31).contains(day))? });
        };
        let (nth, weekday) = rest.rsplit_once('-')?;
        let nth = nth.parse().ok().filter(|nth| (1..=4).contains(nth) || *nth == -1)?;
        Some(Self::Weekday { month, nth, weekday: weekday.parse().ok().filter(|weekday| (1..=7).contains(weekday))? })
    }
}

/// A word that joins pieces of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the word itself")]
pub enum Connective {
    The,
    Of,
    In,
    On,
    At,
    And,
    Or,
    To,
    Until,
    Through,
    /// "ended", "ending"
    Ending,
    From,
    Between,
    Since,
    Before,
    After,
    By,
    A,
    Within,
    During,
    For,
    Per,
    Date,
    Prior,
    Around,
    Out,
    Other,
    Over,
    Than,
    As,
    All,
    Any,
    My,
}

impl Connective {
    pub(super) fn read(word: &str) -> Option<Self> {
        Some(match word {
            "the" => Self::The,
            "of" => Self::Of,
            "in" => Self::In,
            "on" => Self::On,
            "at" => Self::At,
            "and" => Self::And,
            "or" => Self::Or,
            "to" => Self::To,
            "until" => Self::Until,
            "through" => Self::Through,
            "ending" => Self::Ending,
            "from" => Self::From,
            "between" => Self::Between,
            "since" => Self::Since,
            "before" => Self::Before,
            "after" => Self::After,
            "by" => Self::By,
            "a" => Self::A,
            "within" => Self::Within,
            "during" => Self::During,
            "for" => Self::For,
            "per" => Self::Per,
            "date" => Self::Date,
            "prior" => Self::Prior,
            "around" => Self::Around,
            "out" => Self::Out,
            "other" => Self::Other,
            "over" => Self::Over,
            "than" => Self::Than,
            "as" => Self::As,
            "all" => Self::All,
            "any" => Self::Any,
            "my" => Self::My,
            _ => return None,
        })
    }
}
