//! Countries and their names, and what beside or around a name decides what it names.
//!
//! `countries.tsv` is the list of codes there are; every other table of this kind may name no other. What a name means
//! where it can mean more than one thing is in [`readings`], what the words beside it tell in [`neighbours`].

pub mod neighbours;
pub mod readings;

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use self::neighbours::{Class, Classes, Neighbours};
use self::readings::Readings;
use super::Sources;
use super::automaton::{Case, Names, SenseKind};
use super::table::{Row, Table, TableKind};

const COUNTRIES: TableKind = TableKind {
    name: "countries",
    columns: &["iso2", "iso3", "name", "names", "abbreviations", "adjectives", "people", "weak"],
    key: &[0],
    embedded: include_str!("../../gazetteers/countries.tsv"),
};
const PHRASES: TableKind = TableKind {
    name: "countries_phrases",
    columns: &["phrase", "what"],
    key: &[0],
    embedded: include_str!("../../gazetteers/countries_phrases.tsv"),
};
pub(crate) const CAPITALS: TableKind = TableKind {
    name: "countries_capitals",
    columns: &["name", "iso2", "kind", "weak"],
    key: &[0],
    embedded: include_str!("../../gazetteers/countries_capitals.tsv"),
};
const PREFIXES: TableKind = TableKind {
    name: "countries_prefixes",
    columns: &["prefix", "iso2"],
    key: &[0],
    embedded: include_str!("../../gazetteers/countries_prefixes.tsv"),
};
pub(crate) const REGIONS: TableKind = TableKind {
    name: "regions",
    columns: &["name", "iso2", "abbreviations"],
    key: &[0],
    embedded: include_str!("../../gazetteers/regions.tsv"),
};

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[COUNTRIES, PHRASES, CAPITALS, PREFIXES, REGIONS, neighbours::KIND, readings::KIND];

/// The codes of `countries.tsv`, so that a code of a user's table is one of these.
static CODES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let rows = COUNTRIES.embedded.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|line| line.split('\t').next()).filter(|code| !code.is_empty()).collect()
});

/// The code of `countries.tsv` that is written like `code`.
pub(crate) fn known_code(code: &str) -> Option<&'static str> {
    CODES.get(code).copied()
}

/// A country, by its row in `countries.tsv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code; XK for Kosovo.
    pub iso2: &'static str,
    /// ISO 3166-1 alpha-3 code; XKX for Kosovo.
    pub iso3: String,
    /// The short English name: "South Korea".
    pub name: String,
}

/// What kind of word names the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "South Sudan", "Britain".
    Name,
    /// "US", "U.K.".
    Abbreviation,
    /// "Salvadoran", "Rwandans".
    Demonym,
}

/// What a spelling in the text can name: a country, its government, or half of "Franco-German".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A name, abbreviation, adjective or demonym.
    Name(CountryName),
    /// A capital or seat of government.
    Capital {
        /// The country, as an index into [`Countries::all`].
        country: usize,
        /// Whether it is a building or street of the government itself ("the Kremlin"), not its city.
        seat: bool,
    },
    /// "Franco-", with its hyphen.
    Prefix {
        /// The country, as an index into [`Countries::all`].
        country: usize,
    },
}

/// A country's name, abbreviation, adjective or demonym.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryName {
    /// The country, as an index into [`Countries::all`]; the first of several where the name has readings.
    pub country: usize,
    /// What kind of word it is.
    pub form: Form,
    /// Whether it counts only where the article names the country in another way.
    pub weak: bool,
    /// The name's group in [`Readings`], where it can mean more than one thing.
    pub group: Option<usize>,
    /// What the name itself also is: a first name, a language.
    pub classes: Classes,
}

/// What else the automaton finds for countries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cue {
    /// A phrase that holds a country's name and names no country.
    Phrase,
    /// A state or province of the United States or Canada, or its abbreviation.
    Region,
    /// Speaks for readings, as indices into [`Readings::all`].
    Evidence(Vec<usize>),
}

/// Countries and their names.
#[derive(Debug, Default)]
pub struct Countries {
    all: Vec<Country>,
    index_of_code: FxHashMap<&'static str, usize>,
    entries: Vec<Entry>,
    spellings: Vec<(String, usize)>,
    entry_of_spelling: FxHashMap<String, usize>,
    cues: Vec<Cue>,
    cue_spellings: Vec<(String, usize)>,
    first_names: FxHashSet<String>,
    neighbours: Neighbours,
    readings: Readings,
}

impl Countries {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let mut countries = Self { neighbours: Neighbours::load(sources), ..Self::default() };
        let mut claims: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        let table = sources.table(COUNTRIES);
        countries.load_countries(&table, sources, &mut claims);
        countries.load_readings(&table, sources, &claims);
        countries.load_governments(sources);
        for row in &sources.table(PHRASES).rows {
            countries.add_cue(row.cell(0), Cue::Phrase);
        }
        countries.load_regions(sources);
        for row in &sources.table(super::person_names::FIRST_NAMES).rows {
            // "Jordan" and "Chad" are first names, too; what they are is decided by what stands around them.
            if countries.name_entry(row.cell(0)).is_none() {
                countries.first_names.insert(row.cell(0).to_owned());
            }
        }
        countries
    }

    fn load_countries(&mut self, table: &Table<'_>, sources: &mut Sources<'_>, claims: &mut FxHashMap<String, Vec<usize>>) {
        let mut line_of_iso3: FxHashMap<&str, usize> = FxHashMap::default();
        for row in &table.rows {
            let Some(iso2) = known_code(row.cell(0)) else {
                sources.problems.push(unknown_code(row, row.cell(0)));
                continue;
            };
            let iso3 = row.cell(1);
            if iso3.len() != 3 || !iso3.bytes().all(|byte| byte.is_ascii_uppercase()) {
                sources.problems.push(row.problem(format_args!("{iso3:?} is no alpha-3 code; write three capital letters")));
                continue;
            }
            if let Some(line) = line_of_iso3.insert(iso3, row.line) {
                sources.problems.push(row.problem(format_args!("the code {iso3} stands already on line {line}; keep one of the two")));
                continue;
            }
            if row.cell(2).is_empty() {
                sources.problems.push(row.problem("the column name is empty; write the name that reports use"));
                continue;
            }
            let country = self.all.len();
            self.all.push(Country { iso2, iso3: iso3.to_owned(), name: row.cell(2).to_owned() });
            self.index_of_code.insert(iso2, country);
            let mut add = |name: &str, form: Form, weak: bool| {
                let sharing = claims.entry(name.to_owned()).or_default();
                if !sharing.contains(&country) {
                    sharing.push(country);
                }
                if sharing.len() == 1 && !self.entry_of_spelling.contains_key(name) {
                    let classes = self.neighbours.classes(name);
                    let entry = Entry::Name(CountryName { country, form, weak, group: None, classes });
                    self.entry_of_spelling.insert(name.to_owned(), self.entries.len());
                    self.spellings.push((name.to_owned(), self.entries.len()));
                    self.entries.push(entry);
                }
            };
            add(row.cell(2), Form::Name, false);
            row.list(3).for_each(|name| add(name, Form::Name, false));
            row.list(4).for_each(|name| add(name, Form::Abbreviation, false));
            row.list(5).for_each(|name| add(name, Form::Demonym, false));
            row.list(6).for_each(|name| add(name, Form::Demonym, false));
            for name in row.list(7) {
                let form = if name.bytes().any(|byte| byte.is_ascii_lowercase()) { Form::Name } else { Form::Abbreviation };
                add(name, form, true);
            }
        }
    }

    /// Reads the readings, and refuses a name of two countries that has none.
    fn load_readings(&mut self, table: &Table<'_>, sources: &mut Sources<'_>, claims: &FxHashMap<String, Vec<usize>>) {
        self.readings = Readings::load(sources, |code| self.index_of_code.get(code).copied());
        for (name, group) in self.readings.names() {
            if let Some(&entry) = self.entry_of_spelling.get(name)
                && let Entry::Name(entry) = &mut self.entries[entry]
            {
                entry.group = Some(group);
            }
        }
        let mut shared: Vec<(&String, &Vec<usize>)> = claims.iter().filter(|(_, sharing)| sharing.len() > 1).collect();
        shared.sort();
        for (name, sharing) in shared {
            let grouped = self
                .entry_of_spelling
                .get(name)
                .is_some_and(|&entry| matches!(&self.entries[entry], Entry::Name(name) if name.group.is_some()));
            if !grouped
                && let Some(row) = sharing.last().and_then(|&country| table.rows.iter().find(|row| row.cell(0) == self.all[country].iso2))
            {
                let first = self.all[sharing[0]].iso2;
                sources
                    .problems
                    .push(row.problem(format_args!("{name:?} is a name of {first} too; take one out, or give both in countries_readings")));
            }
        }
        let evidence: Vec<(String, Vec<usize>)> = self.readings.take_evidence();
        for (word, readings) in evidence {
            self.add_cue(&word, Cue::Evidence(readings));
        }
    }

    fn load_governments(&mut self, sources: &mut Sources<'_>) {
        let capitals = sources.table(CAPITALS);
        for row in &capitals.rows {
            let Some(country) = self.country_of(row, 1, sources) else { continue };
            let seat = match row.cell(2) {
                "capital" => false,
                "seat" => true,
                other => {
                    sources.problems.push(row.problem(format_args!("{other:?} is no kind of capital; write capital or seat")));
                    continue;
                }
            };
            self.add_entry(row.cell(0), Entry::Capital { country, seat });
        }
        let prefixes = sources.table(PREFIXES);
        for row in &prefixes.rows {
            let Some(country) = self.country_of(row, 1, sources) else { continue };
            if row.cell(0).ends_with('-') {
                self.add_entry(row.cell(0), Entry::Prefix { country });
            } else {
                sources.problems.push(row.problem("a prefix ends in a hyphen; add it"));
            }
        }
    }

    fn load_regions(&mut self, sources: &mut Sources<'_>) {
        let regions = sources.table(REGIONS);
        for row in &regions.rows {
            if self.country_of(row, 1, sources).is_some() {
                self.add_cue(row.cell(0), Cue::Region);
                row.list(2).for_each(|abbreviation| self.add_cue(abbreviation, Cue::Region));
            }
        }
    }

    /// The country that a cell names by its code; a code that is in no row of the list is a problem.
    fn country_of(&self, row: &Row<'_>, column: usize, sources: &mut Sources<'_>) -> Option<usize> {
        let country = self.index_of_code.get(row.cell(column)).copied();
        if country.is_none() {
            sources.problems.push(unknown_code(row, row.cell(column)));
        }
        country
    }

    fn add_entry(&mut self, spelling: &str, entry: Entry) {
        self.spellings.push((spelling.to_owned(), self.entries.len()));
        self.entries.push(entry);
    }

    fn add_cue(&mut self, spelling: &str, cue: Cue) {
        self.cue_spellings.push((spelling.to_owned(), self.cues.len()));
        self.cues.push(cue);
    }

    pub(crate) fn names(&self, names: &mut Names) {
        for (spelling, entry) in &self.spellings {
            let exact = matches!(&self.entries[*entry], Entry::Name(name) if name.form == Form::Abbreviation || name.weak);
            names.add(spelling, if exact { Case::Exact } else { Case::Name }, SenseKind::Country, *entry);
        }
        for (spelling, cue) in &self.cue_spellings {
            let exact = spelling.len() <= 3 || !spelling.bytes().any(|byte| byte.is_ascii_lowercase());
            names.add(spelling, if exact { Case::Exact } else { Case::Name }, SenseKind::CountryContext, *cue);
        }
    }

    /// All countries, in the order of their codes.
    pub fn all(&self) -> &[Country] {
        &self.all
    }

    /// The country with an alpha-2 code.
    ///
    /// ```
    /// let countries = &crossclaim::gazetteer::Gazetteers::embedded().countries;
    /// assert_eq!(countries.by_iso2("KR").map(|country| country.name.as_str()), Some("South Korea"));
    /// ```
    pub fn by_iso2(&self, iso2: &str) -> Option<&Country> {
        self.index_of_code.get(iso2).map(|&country| &self.all[country])
    }

    /// The short English name of the country with an alpha-2 code.
    pub fn name(&self, iso2: &str) -> Option<&str> {
        self.by_iso2(iso2).map(|country| country.name.as_str())
    }

    /// The country that a name, abbreviation or demonym names where nothing else is known; exactly as written in the table.
    ///
    /// ```
    /// let countries = &crossclaim::gazetteer::Gazetteers::embedded().countries;
    /// assert_eq!(countries.by_name("Rwandans").map(|country| country.iso2), Some("RW"));
    /// ```
    pub fn by_name(&self, name: &str) -> Option<&Country> {
        self.name_entry(name).map(|(_, name)| &self.all[name.country])
    }

    /// The row that a spelling has, with its index among the entries.
    pub(crate) fn name_entry(&self, spelling: &str) -> Option<(usize, &CountryName)> {
        let &index = self.entry_of_spelling.get(spelling)?;
        match &self.entries[index] {
            Entry::Name(name) => Some((index, name)),
            _ => None,
        }
    }

    /// What the sense of [`SenseKind::Country`] with this index names.
    pub(crate) fn entry(&self, index: usize) -> &Entry {
        &self.entries[index]
    }

    /// What the sense of [`SenseKind::CountryContext`] with this index tells.
    pub(crate) fn cue(&self, index: usize) -> &Cue {
        &self.cues[index]
    }

    /// What names that can mean more than one thing mean.
    pub(crate) fn readings(&self) -> &Readings {
        &self.readings
    }

    /// What a word beside a country's name tells.
    pub(crate) fn classes(&self, word: &str) -> Classes {
        self.neighbours.classes(word)
    }

    /// Whether the word is a first name and hardly anything else.
    pub fn is_first_name(&self, word: &str) -> bool {
        self.first_names.contains(word)
    }
}

/// The problem of a row that gives a code of no country.
pub(crate) fn unknown_code(row: &Row<'_>, code: &str) -> super::table::TableError {
    row.problem(format_args!("{code:?} is no code of countries.tsv; use an ISO 3166-1 alpha-2 code, or XK for Kosovo"))
}

impl CountryName {
    /// Whether the name is also a first name: "Jordan".
    pub(crate) fn is_first_name(&self) -> bool {
        self.classes.has(Class::Given)
    }
}

#[cfg(test)]
mod tests {
    use crate::gazetteer::Gazetteers;

    #[test]
    fn every_code_has_a_row_and_a_name() {
        let countries = &Gazetteers::embedded().countries;
        assert_eq!(countries.all().len(), 250, "249 entries of ISO 3166-1 and Kosovo");
        assert!(countries.all().iter().all(|country| country.iso2.len() == 2 && country.iso3.len() == 3 && !country.name.is_empty()));
        assert_eq!(countries.by_iso2("XK").map(|country| country.name.as_str()), Some("Kosovo"));
        assert_eq!(countries.by_iso2("XX"), None);
    }

    #[test]
    fn names_of_every_kind_are_looked_up() {
        let countries = &Gazetteers::embedded().countries;
        for (name, iso2) in
            [("Burma", "MM"), ("Türkiye", "TR"), ("Swaziland", "SZ"), ("U.A.E.", "AE"), ("Filipinos", "PH"), ("Dutch", "NL")]
        {
            assert_eq!(countries.by_name(name).map(|country| country.iso2), Some(iso2), "{name}");
        }
    }
}
