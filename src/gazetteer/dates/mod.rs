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

mod sense;
mod vocabulary;

pub use self::sense::DateSense;
pub use self::vocabulary::{Connective, DayPart, Direction, Fiscal, Holiday, Part, Reference, Season, Unit};

use crate::gazetteer::Sources;
use crate::gazetteer::automaton::{Case, Names, SenseKind};
use crate::gazetteer::edges::Edges;
use crate::gazetteer::table::{Row, TableKind};
use crate::gazetteer::word_map::WordMap;

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[TableKind {
    name: "dates",
    columns: &["name", "sense", "value", "case"],
    key: &[0, 1],
    embedded: include_str!("../../../gazetteers/dates.tsv"),
}];

/// Words of dates.
#[derive(Debug, Default)]
pub struct DateWords {
    words: Vec<DateWord>,
    senses_of: WordMap<Vec<u16>>,
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
        dates.edges = Edges::of(dates.words.iter().map(|word| word.name.as_str()));
        dates
    }

    fn add(&mut self, word: DateWord) {
        let index = u16::try_from(self.words.len()).unwrap_or(u16::MAX);
        let spelling = word.name.to_ascii_lowercase();
        self.longest = self.longest.max(spelling.len());
        self.senses_of.entry(&spelling).push(index);
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
            None => self.senses_of.get(&lower_case(word)),
        }
    }

    /// The sense of the row at `index` of the compiled table.
    pub fn sense(&self, index: usize) -> Option<DateSense> {
        self.words.get(index).map(|word| word.sense)
    }

    /// The TIMEX3 value of a sense [`DateSense::Frequency`].
    pub fn frequency(index: u16) -> &'static str {
        sense::FREQUENCIES.get(usize::from(index)).copied().unwrap_or(sense::FREQUENCIES[0])
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
            "{:?} is no value of the sense {:?}; the senses and their values are listed in src/gazetteer/dates/mod.rs",
            row.cell(2),
            row.cell(1)
        )
    })?;
    Ok(DateWord { name: row.cell(0).to_owned(), sense, case })
}
