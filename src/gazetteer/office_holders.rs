//! Known office-holders with the years in which they held their offices.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::Sources;
use super::automaton::{Case, Names, SenseKind};
use super::countries::known_code;
use super::table::{Row, TableError, TableKind};

const OFFICE_HOLDERS: TableKind = TableKind {
    name: "office_holders",
    columns: &["name", "other_names", "alone", "office", "country", "organization", "from", "to"],
    key: &[0, 3, 6],
    embedded: include_str!("../../gazetteers/office_holders.tsv"),
};

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[OFFICE_HOLDERS];

/// An office that a person held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldOffice {
    /// The office: "president", "foreign minister".
    pub office: String,
    /// ISO code of its country; none for an office of an international body.
    pub country: Option<&'static str>,
    /// The body it is an office of, where that is no government: "United Nations".
    pub organization: Option<String>,
    /// First year.
    pub from: i16,
    /// Last year; none while it is held.
    pub to: Option<i16>,
}

impl HeldOffice {
    /// Whether the office was held at some time of the year `year`.
    pub fn held_in(&self, year: i16) -> bool {
        self.from <= year && self.to.is_none_or(|to| year <= to)
    }
}

/// A person with the offices held, in the order of their first years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeHolder {
    /// The full name.
    pub name: String,
    /// The offices.
    pub offices: Vec<HeldOffice>,
    /// Other spellings of the full name.
    other_names: Vec<String>,
    /// A surname that alone means this person: "Putin".
    alone: Vec<String>,
}

impl OfficeHolder {
    /// Whether `name` is a surname that alone means this person.
    pub fn is_called(&self, name: &str) -> bool {
        self.alone.iter().any(|alone| alone == name)
    }

    /// The office held on `day`; where none was, the last one held before it, which is then a former office. Without a day:
    /// the last office of all.
    pub fn office_on(&self, day: Option<Date>) -> Option<(&HeldOffice, bool)> {
        let Some(year) = day.map(Date::year) else { return self.offices.last().map(|office| (office, office.to.is_some())) };
        let held = self.offices.iter().rev().find(|office| office.held_in(year)).map(|office| (office, false));
        held.or_else(|| self.offices.iter().rev().find(|office| office.from <= year).map(|office| (office, true)))
    }
}

/// Known office-holders.
#[derive(Debug, Default)]
pub struct OfficeHolders {
    holders: Vec<OfficeHolder>,
    by_name: FxHashMap<String, usize>,
}

impl OfficeHolders {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let table = sources.table(OFFICE_HOLDERS);
        let mut holders: Vec<OfficeHolder> = Vec::new();
        let mut index_of_name: FxHashMap<&str, usize> = FxHashMap::default();
        for row in &table.rows {
            let office = match read_office(row) {
                Ok(office) => office,
                Err(problem) => {
                    sources.problems.push(problem);
                    continue;
                }
            };
            let index = *index_of_name.entry(row.cell(0)).or_insert_with(|| {
                let name = row.cell(0).to_owned();
                holders.push(OfficeHolder { name, offices: Vec::new(), other_names: Vec::new(), alone: Vec::new() });
                holders.len() - 1
            });
            let holder = &mut holders[index];
            holder.offices.push(office);
            add_new(&mut holder.other_names, row.list(1));
            add_new(&mut holder.alone, row.list(2));
        }
        for holder in &mut holders {
            holder.offices.sort_by_key(|office| (office.from, office.to.unwrap_or(i16::MAX)));
        }
        let names = |(index, holder): (usize, &OfficeHolder)| -> Vec<(String, usize)> {
            std::iter::once(&holder.name).chain(&holder.other_names).map(|name| (name.clone(), index)).collect()
        };
        let by_name = holders.iter().enumerate().flat_map(names).collect();
        Self { holders, by_name }
    }

    /// Whether the person of this full name held the office at any time.
    pub fn held(&self, name: &str, office: &str) -> bool {
        self.by_name.get(name).is_some_and(|index| self.holders[*index].offices.iter().any(|held| held.office == office))
    }

    /// Whether the table has a person of this full name.
    pub fn is_known(&self, name: &str) -> bool {
        self.by_name.contains_key(name)
    }

    pub(crate) fn names(&self, names: &mut Names) {
        for (index, holder) in self.holders.iter().enumerate() {
            for name in std::iter::once(&holder.name).chain(&holder.other_names).chain(&holder.alone) {
                names.add(name, Case::Name, SenseKind::OfficeHolder, index);
            }
        }
    }

    /// The person with index `index`, as a hit of [`SenseKind::OfficeHolder`] gives it.
    pub fn get(&self, index: usize) -> &OfficeHolder {
        &self.holders[index]
    }

    /// All persons, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &OfficeHolder> {
        self.holders.iter()
    }
}

fn add_new<'r>(values: &mut Vec<String>, more: impl Iterator<Item = &'r str>) {
    for value in more {
        if !values.iter().any(|known| known == value) {
            values.push(value.to_owned());
        }
    }
}

/// The country code in column `column`; none for an empty cell.
pub(super) fn read_country(row: &Row<'_>, column: usize) -> Result<Option<&'static str>, TableError> {
    match row.cell(column) {
        "" => Ok(None),
        code => known_code(code).map(Some).ok_or_else(|| {
            row.problem(format_args!("{code:?} is no ISO 3166-1 code of a country; write two capital letters, or leave it empty"))
        }),
    }
}

/// The countries of a cell, in its order.
pub(super) fn read_countries(row: &Row<'_>, column: usize) -> Result<Vec<&'static str>, TableError> {
    let read = |code: &str| {
        known_code(code).ok_or_else(|| {
            row.problem(format_args!("{code:?} is no ISO 3166-1 code of a country; write two capital letters, or leave it empty"))
        })
    };
    row.list(column).map(read).collect()
}

fn read_office(row: &Row<'_>) -> Result<HeldOffice, TableError> {
    if row.cell(3).is_empty() {
        return Err(row.problem("the column office is empty; say which office was held"));
    }
    let country = read_country(row, 4)?;
    let organization = Some(row.cell(5)).filter(|cell| !cell.is_empty()).map(ToOwned::to_owned);
    let year = |column: usize, cell: &str| {
        cell.parse::<i16>()
            .map_err(|_| row.problem(format_args!("{} {cell:?} is no year; write four digits", OFFICE_HOLDERS.columns[column])))
    };
    let from = year(6, row.cell(6))?;
    let to = match row.cell(7) {
        "" => None,
        cell => Some(year(7, cell)?),
    };
    if to.is_some_and(|to| to < from) {
        return Err(row.problem(format_args!("the office ends in {} before it begins in {from}; swap the years", row.cell(7))));
    }
    Ok(HeldOffice { office: row.cell(3).to_owned(), country, organization, from, to })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::gazetteer::Gazetteers;

    fn read(line: &str) -> Result<HeldOffice, String> {
        let row = Row { file: "office_holders.tsv", line: 9, cells: line.split('\t').collect() };
        read_office(&row).map_err(|problem| problem.to_string())
    }

    #[test]
    fn wrong_rows_are_refused_with_what_to_mend() {
        let rows = [
            ("A B\t\t\t\tUS\t\t2001\t", "office_holders.tsv:9: the column office is empty; say which office was held"),
            ("A B\t\t\tpresident\tUS\t\tMay\t", "office_holders.tsv:9: from \"May\" is no year; write four digits"),
            (
                "A B\t\t\tpresident\tUS\t\t2009\t2001",
                "office_holders.tsv:9: the office ends in 2001 before it begins in 2009; swap the years",
            ),
        ];
        for (line, expected) in rows {
            assert_eq!(read(line).expect_err("wrong"), expected, "{line}");
        }
        assert!(read("A B\t\t\tpresident\tUSA\t\t2001\t").is_err());
        assert!(read("A B\t\t\tpresident\tUS\t\t2001\t2001").is_ok());
    }

    #[test]
    fn the_date_decides_which_office() {
        let holders = &Gazetteers::embedded().office_holders;
        let putin = holders.iter().find(|holder| holder.name == "Vladimir Putin").expect("a well-known president");
        let on = |year| putin.office_on(Some(date(year, 6, 1))).map(|(office, former)| (office.office.as_str(), former));
        assert_eq!(on(2005), Some(("president", false)));
        assert_eq!(on(2010), Some(("prime minister", false)));
        assert_eq!(on(2020), Some(("president", false)));
        assert_eq!(on(1980), None);
        let merkel = holders.iter().find(|holder| holder.name == "Angela Merkel").expect("a well-known chancellor");
        assert_eq!(
            merkel.office_on(Some(date(2024, 1, 1))).map(|(office, former)| (office.office.as_str(), former)),
            Some(("chancellor", true))
        );
    }
}
