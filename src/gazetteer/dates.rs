//! Words of dates.
//!
//! The table `dates` gives each word one or more senses. What the column `value` holds, by sense:
//!
//! | sense | example | value |
//! | --- | --- | --- |
//! | `month`, `month_in_date` | March, Mar | 1 to 12; the second only beside a day or a year |
//! | `weekday`, `weekday_in_date`, `weekdays` | Monday, Mon, Mondays | 1 (Monday) to 7 |
//! | `season`, `season_in_date` | spring, fall | TIMEX3 code: SP, SU, FA, WI |
//! | `unit`, `units`, `unit_after_number` | year, years, yrs | `Y`, `M`, `W`, `D`, `TH` … as in a TIMEX3 duration; plurals apart |
//! | `number`, `ordinal` | twenty, third | the number; -1 for "final" |
//! | `fraction` | half | 0.5 |
//! | `day`, `night_of` | yesterday, tonight | days from the reference day |
//! | `day_part`, `day_parts` | morning, mornings | TIMEX3 code: MO, AF, EV, NI, DT |
//! | `clock` | noon | the hour |
//! | `direction` | last, next, this, past, same | one of `last`, `previous`, `next`, `this`, `past`, `same` |
//! | `part` | early, mid, late, start, end | one of `early`, `mid`, `late`, `start`, `end`, `earlier`, `later` |
//! | `frequency` | weekly | the TIMEX3 value of the set |
//! | `reference` | now, recently | PRESENT_REF, PAST_REF, FUTURE_REF |
//! | `fiscal`, `fiscal_year` | fiscal, FY | TIMEX3 prefix of the year: FY, SY |
//! | `decade` | nineties | the decade's first year in its century |
//! | `meridiem` | p.m. | AM or PM |
//! | `zone` | UTC, GMT | what TIMEX3 writes after the time: Z for UTC, nothing for the others |
//! | `era` | BC, AD | BC or nothing |
//! | `holiday` | Labor Day | `MM-DD`; `MM-Wn-d`: the n-th (−1: last) weekday d of the month; `easter+n`, `thanksgiving+n`; `election` |
//! | `ahead`, `speech` | will, said | nothing: a verb that makes a date lie ahead, a verb of speech |
//! | `counted`, `label`, `function` | people, No, when | nothing: what around a number shows that it is no year, or may be one |
//! | `word` | of, until | the connective it stands for |
//! | `given_name`, `named_day` | April, Super | nothing: a month that is a person's name too; what before a weekday makes it another day |
//! | `opening` | half past | nothing: a time of day with the number after it |
//! | others | ago, every, straight | nothing |

use rustc_hash::FxHashMap;

use super::Sources;
use super::automaton::{Case, Names, SenseKind};
use super::edges::Edges;
use super::table::{Row, TableKind};

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[TableKind {
    name: "dates",
    columns: &["name", "sense", "value", "case"],
    key: &[0, 1],
    embedded: include_str!("../../gazetteers/dates.tsv"),
}];

/// Words of dates.
#[derive(Debug, Default)]
pub struct DateWords {
    words: Vec<DateWord>,
    senses_of: FxHashMap<Box<str>, Vec<u16>>,
    edges: Edges,
    longest: usize,
}

/// One row: a word in one sense.
#[derive(Clone, Debug, PartialEq)]
pub struct DateWord {
    /// The word or phrase.
    pub name: String,
    /// What it stands for.
    pub sense: DateSense,
    /// How it must be written.
    pub case: Case,
}

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

/// The values of the sense `frequency`.
const FREQUENCIES: [&str; 11] = ["P1D", "TNI", "P1W", "P2W", "P1M", "P2M", "P3M", "P0.5Y", "P1Y", "P2Y", "PT1H"];

impl DateSense {
    fn read(sense: &str, value: &str) -> Option<Self> {
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
    fn is_anchor(self) -> bool {
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

impl Season {
    fn read(code: &str) -> Option<Self> {
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

impl Unit {
    fn read(code: &str) -> Option<Self> {
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

impl DayPart {
    fn read(code: &str) -> Option<Self> {
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

impl Fiscal {
    fn read(code: &str) -> Option<Self> {
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

impl Holiday {
    fn read(value: &str) -> Option<Self> {
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

impl Connective {
    fn read(word: &str) -> Option<Self> {
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

impl DateWords {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let mut dates = Self::default();
        let table = sources.table(KINDS[0]);
        for row in &table.rows {
            match read_row(row) {
                Ok(word) => dates.add(word),
                Err(problem) => sources.problems.push(row.problem(problem)),
            }
        }
        dates.edges = Edges::of(dates.senses_of.keys().map(|spelling| &**spelling));
        dates
    }

    fn add(&mut self, word: DateWord) {
        let index = u16::try_from(self.words.len()).unwrap_or(u16::MAX);
        let spelling = word.name.to_ascii_lowercase();
        self.longest = self.longest.max(spelling.len());
        self.senses_of.entry(spelling.into_boxed_str()).or_default().push(index);
        self.words.push(word);
    }

    pub(crate) fn names(&self, names: &mut Names) {
        for (index, word) in self.words.iter().enumerate() {
            if word.sense.is_anchor() {
                names.add(&word.name, word.case, SenseKind::Date, index);
            }
        }
    }

    /// The senses of `word` as it is written here, in the order of the table.
    pub fn senses<'w>(&'w self, word: &'w str) -> impl Iterator<Item = DateSense> + 'w {
        let indices = if word.len() > self.longest { None } else { self.indices(word) };
        indices
            .into_iter()
            .flatten()
            .map(|&index| &self.words[usize::from(index)])
            .filter(|row| row.case.accepts(&row.name, word))
            .map(|row| row.sense)
    }

    fn indices(&self, word: &str) -> Option<&Vec<u16>> {
        let mut buffer = [0; 24];
        match buffer.get_mut(..word.len()).filter(|_| word.is_ascii()) {
            Some(_) if !self.edges.may_be(word) => None,
            Some(lower) => {
                lower.copy_from_slice(word.as_bytes());
                lower.make_ascii_lowercase();
                self.senses_of.get(std::str::from_utf8(lower).ok()?)
            }
            None => self.senses_of.get(&*lower_case(word)),
        }
    }

    /// The sense of the row at `index` of the compiled table.
    pub fn sense(&self, index: usize) -> Option<DateSense> {
        self.words.get(index).map(|word| word.sense)
    }

    /// The TIMEX3 value of a sense [`DateSense::Frequency`].
    pub fn frequency(index: u16) -> &'static str {
        FREQUENCIES.get(usize::from(index)).copied().unwrap_or(FREQUENCIES[0])
    }
}

fn lower_case(word: &str) -> std::borrow::Cow<'_, str> {
    if word.bytes().any(|byte| byte.is_ascii_uppercase() || byte >= 0x80) {
        word.replace('’', "'").to_ascii_lowercase().into()
    } else {
        word.into()
    }
}

fn read_row(row: &Row<'_>) -> Result<DateWord, String> {
    let case = match row.cell(3) {
        "exact" => Case::Exact,
        "name" => Case::Name,
        "any" => Case::Any,
        other => return Err(format!("the case {other:?} is unknown; write exact, name or any")),
    };
    let sense = DateSense::read(row.cell(1), row.cell(2)).ok_or_else(|| {
        format!(
            "{:?} is no value of the sense {:?}; the senses and their values are listed in src/gazetteer/dates.rs",
            row.cell(2),
            row.cell(1)
        )
    })?;
    Ok(DateWord { name: row.cell(0).to_owned(), sense, case })
}
