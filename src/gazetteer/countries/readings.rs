//! Names that can mean more than one thing: Georgia the country or the state, Congo the one or the other.
//!
//! A group is names that are read alike ("Georgia", "Georgian", "Georgians"); a reading is one thing they can mean, with a
//! head start and the words elsewhere in an article that speak for it.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::unknown_code;
use crate::gazetteer::Sources;
use crate::gazetteer::table::TableKind;

pub(crate) const KIND: TableKind = TableKind {
    name: "countries_readings",
    columns: &["names", "reading", "prior", "evidence"],
    key: &[0, 1],
    embedded: include_str!("../../../gazetteers/countries_readings.tsv"),
};

/// What a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A country, as an index into the list of countries.
    Country(usize),
    /// A state or province.
    State,
    /// A town or county.
    Town,
    /// A person.
    Person,
    /// Anything else that is no country.
    Other,
}

/// One reading of a group of names.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// What the names mean.
    pub(crate) meaning: Meaning,
    /// The head start over other readings.
    pub(crate) prior: i32,
}

/// The readings of all ambiguous names.
#[derive(Debug, Default)]
pub(crate) struct Readings {
    all: Vec<Reading>,
    groups: Vec<Range<usize>>,
    names: Vec<(String, usize)>,
    evidence: Vec<(String, Vec<usize>)>,
}

impl Readings {
    pub(crate) fn load(sources: &mut Sources<'_>, country: impl Fn(&str) -> Option<usize>) -> Self {
        let table = sources.table(KIND);
        let mut rows: Vec<_> = table.rows.iter().collect();
        rows.sort_by_key(|row| row.cell(0));
        let mut readings = Self::default();
        let mut of_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for chunk in rows.chunk_by(|one, next| one.cell(0) == next.cell(0)) {
            let first = readings.all.len();
            for row in chunk {
                let meaning = match row.cell(1) {
                    "state" => Meaning::State,
                    "town" => Meaning::Town,
                    "person" => Meaning::Person,
                    "other" => Meaning::Other,
                    code => {
                        let Some(country) = country(code) else {
                            sources.problems.push(unknown_code(row, code));
                            continue;
                        };
                        Meaning::Country(country)
                    }
                };
                let Ok(prior) = row.cell(2).parse() else {
                    sources.problems.push(row.problem(format_args!("{:?} is no whole number; write the head start as one", row.cell(2))));
                    continue;
                };
                row.list(3).for_each(|word| of_word.entry(word).or_default().push(readings.all.len()));
                readings.all.push(Reading { meaning, prior });
            }
            let group = readings.groups.len();
            readings.groups.push(first..readings.all.len());
            if let Some(row) = chunk.first() {
                readings.names.extend(row.list(0).map(|name| (name.to_owned(), group)));
            }
        }
        let mut evidence: Vec<(String, Vec<usize>)> = of_word.into_iter().map(|(word, readings)| (word.to_owned(), readings)).collect();
        evidence.sort();
        readings.evidence = evidence;
        readings
    }

    /// The ambiguous names, each with its group.
    pub(crate) fn names(&self) -> impl Iterator<Item = (&str, usize)> {
        self.names.iter().map(|(name, group)| (name.as_str(), *group))
    }

    /// The words that speak for readings, each with the readings' indices; handed over once, to the automaton's cues.
    pub(crate) fn take_evidence(&mut self) -> Vec<(String, Vec<usize>)> {
        std::mem::take(&mut self.evidence)
    }

    /// How many readings there are in all groups together.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// How many groups there are.
    pub(crate) fn groups(&self) -> usize {
        self.groups.len()
    }

    /// The readings of a group, with their indices.
    pub(crate) fn of_group(&self, group: usize) -> impl Iterator<Item = (usize, &Reading)> {
        self.groups[group].clone().map(|index| (index, &self.all[index]))
    }
}
