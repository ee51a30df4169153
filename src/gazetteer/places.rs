//! Places that lie in one country: towns and regions, the capitals, the states and provinces of North America.

use rustc_hash::FxHashMap;

use super::Sources;
use super::countries::{CAPITALS, REGIONS, known_code, unknown_code};
use super::table::{Row, TableKind};

const PLACES: TableKind =
    TableKind { name: "places", columns: &["name", "iso2", "weak"], key: &[0], embedded: include_str!("../../gazetteers/places.tsv") };
/// The larger cities, apart for the licence of what they were chosen from.
const CITIES: TableKind =
    TableKind { name: "cities", columns: &["name", "iso2"], key: &[0], embedded: include_str!("../../gazetteers/cities.tsv") };

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[PLACES, CITIES];

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// The capital of a country.
    Capital,
    /// A state or province of the United States or Canada.
    Region,
    /// Another town or region.
    Town,
}

/// A place and the country it lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// ISO 3166-1 alpha-2 code of the country.
    pub country: &'static str,
    /// What it is.
    pub kind: PlaceKind,
    /// Whether the name is as often another town's, a person's or a thing's, so that alone it tells nothing: "Florence".
    pub weak: bool,
}

/// Places that lie in one country, by their names with ASCII letters in lower case.
#[derive(Debug, Default)]
pub struct Places {
    by_name: FxHashMap<String, Place>,
}

impl Places {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let mut places = Self::default();
        let towns = [CITIES, PLACES].map(|kind| sources.table(kind));
        places.by_name.reserve(towns.iter().map(|table| table.rows.len()).sum::<usize>());
        for row in sources.table(CAPITALS).rows.iter().filter(|row| row.cell(2) == "capital") {
            places.add(row, PlaceKind::Capital, is_weak(row, 3, sources));
        }
        for row in &sources.table(REGIONS).rows {
            places.add(row, PlaceKind::Region, false);
        }
        for row in towns.iter().flat_map(|table| &table.rows) {
            if known_code(row.cell(1)).is_none() {
                sources.problems.push(unknown_code(row, row.cell(1)));
            }
            places.add(row, PlaceKind::Town, is_weak(row, 2, sources));
        }
        places
    }

    /// Adds the place of a row that begins with its name and its country's code.
    fn add(&mut self, row: &Row<'_>, kind: PlaceKind, weak: bool) {
        if let Some(country) = known_code(row.cell(1)) {
            self.by_name.insert(row.cell(0).to_ascii_lowercase(), Place { country, kind, weak });
        }
    }

    /// The place of a name with ASCII letters in lower case.
    ///
    /// ```
    /// let places = &crossclaim::gazetteer::Gazetteers::embedded().places;
    /// let country = |name: &str| places.get(name).map(|place| place.country);
    /// assert_eq!([country("pune"), country("manila"), country("ohio")], [Some("IN"), Some("PH"), Some("US")]);
    /// assert_eq!([country("guayaquil"), country("kolwezi"), country("hyderabad")], [Some("EC"), Some("CD"), None]);
    /// ```
    pub fn get(&self, name: &str) -> Option<Place> {
        self.by_name.get(name).copied()
    }
}

fn is_weak(row: &Row<'_>, column: usize, sources: &mut Sources<'_>) -> bool {
    if !matches!(row.cell(column), "" | "yes") {
        sources.problems.push(row.problem(format_args!("weak is {:?}; write yes or leave it empty", row.cell(column))));
    }
    row.cell(column) == "yes"
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_place_stands_in_one_table() {
        let mut seen = BTreeSet::new();
        for table in [PLACES, CITIES, CAPITALS, REGIONS] {
            for row in table.embedded.lines().filter(|line| !line.starts_with('#')).skip(1) {
                let name = row.split('\t').next().unwrap_or_default();
                assert!(seen.insert(name), "{name} of {} stands in another table, too", table.name);
            }
        }
    }
}
