//! The tables of world and language knowledge: loaded, validated, compiled into one automaton.
//!
//! Each kind of table is one module here and one or more files of `gazetteers/`; [`table`] reads them, [`automaton`] finds
//! their names in a text. A user's folder may hold files of the same names, whose rows are added or take the place of
//! embedded ones with the same key.

pub mod abbreviations;
pub mod automaton;
pub mod boilerplate;
pub mod countries;
pub mod cues;
pub mod currencies;
pub mod dates;
pub(crate) mod edges;
pub mod lexical_relations;
pub mod noun_classes;
pub mod numbers;
pub mod office_holders;
pub mod organizations;
pub mod person_names;
pub mod places;
pub mod predicates;
pub mod senses;
pub mod slots;
pub mod table;
pub mod titles;
pub mod units;
mod word_map;
pub mod word_sets;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use self::automaton::{Automaton, Names};
use self::table::{Table, TableError, TableKind};

/// Why a set of tables cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum GazetteerError {
    /// Rows are wrong; every one is listed, one a line.
    #[error("{}", list(.0))]
    Tables(Vec<TableError>),
    /// A file of the folder cannot be read.
    #[error("{}: {error}; check that the folder and its .tsv files can be read", file.display())]
    Read {
        /// The file or folder.
        file: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// A file that no kind of table has.
    #[error("{}: no table has this name; the tables are {names}", file.display())]
    UnknownTable {
        /// The file.
        file: PathBuf,
        /// The names there are.
        names: String,
    },
}

fn list(problems: &[TableError]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// All tables, compiled.
#[derive(Debug)]
pub struct Gazetteers {
    /// Abbreviations that end in a point without ending a sentence.
    pub abbreviations: abbreviations::Abbreviations,
    /// Lines of web pages that are not the article's own words.
    pub boilerplate: boilerplate::Boilerplate,
    /// Countries, their names, demonyms, adjectives and capitals, and what around them decides.
    pub countries: countries::Countries,
    /// Hedges, modals, negations and other cues of polarity and modality.
    pub cues: cues::Cues,
    /// Currencies with signs, names and slang.
    pub currencies: currencies::Currencies,
    /// Words of dates.
    pub dates: dates::DateWords,
    /// Synonyms and antonyms.
    pub lexical_relations: lexical_relations::LexicalRelations,
    /// Nouns that name the same kind of thing.
    pub noun_classes: noun_classes::NounClasses,
    /// Number words, scales and bounds.
    pub numbers: numbers::NumberWords,
    /// Known office-holders with years.
    pub office_holders: office_holders::OfficeHolders,
    /// Organizations and news outlets.
    pub organizations: organizations::Organizations,
    /// Places that lie in one country.
    pub places: places::Places,
    /// Predicates: lemma to class, polarity and roles.
    pub predicates: predicates::Predicates,
    /// When the senses of a class hold.
    pub senses: senses::Senses,
    /// What reconciliation must know of words: families of classes, stages, scope, offices, units.
    pub slots: slots::SlotWords,
    /// Titles and offices.
    pub titles: titles::Titles,
    /// Units of measure.
    pub units: units::Units,
    /// Small closed sets of words that single rules ask for.
    pub word_sets: word_sets::WordSets,
    automaton: Automaton,
}

impl Gazetteers {
    /// The tables that are compiled in.
    ///
    /// # Panics
    /// Never in a released build: a test loads them and refuses any wrong row.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Gazetteers> = LazyLock::new(|| match Gazetteers::load(&[]) {
            Ok(gazetteers) => gazetteers,
            Err(error) => panic!("an embedded table is wrong:\n{error}"),
        });
        &EMBEDDED
    }

    /// The embedded tables with the `.tsv` files of a folder laid over them.
    ///
    /// # Errors
    /// Where a file cannot be read, has no table's name, or holds a wrong row (all of them are listed).
    pub fn with_folder(folder: &Path) -> Result<Self, GazetteerError> {
        Self::load(&read_folder(folder)?)
    }

    fn load(files: &[UserFile]) -> Result<Self, GazetteerError> {
        let mut sources = Sources { files, problems: Vec::new() };
        let abbreviations = abbreviations::Abbreviations::load(&mut sources);
        let boilerplate = boilerplate::Boilerplate::load(&mut sources);
        let countries = countries::Countries::load(&mut sources);
        let cues = cues::Cues::load(&mut sources);
        let currencies = currencies::Currencies::load(&mut sources);
        let dates = dates::DateWords::load(&mut sources);
        let slots = slots::SlotWords::load(&mut sources);
        let lexical_relations = lexical_relations::LexicalRelations::load(&mut sources, &slots);
        let noun_classes = noun_classes::NounClasses::load(&mut sources);
        let numbers = numbers::NumberWords::load(&mut sources);
        let office_holders = office_holders::OfficeHolders::load(&mut sources);
        let organizations = organizations::Organizations::load(&mut sources);
        let places = places::Places::load(&mut sources);
        let predicates = predicates::Predicates::load(&mut sources);
        let senses = senses::Senses::load(&mut sources);
        let titles = titles::Titles::load(&mut sources);
        let units = units::Units::load(&mut sources);
        let word_sets = word_sets::WordSets::load(&mut sources);
        if !sources.problems.is_empty() {
            return Err(GazetteerError::Tables(sources.problems));
        }
        let mut names = Names::default();
        countries.names(&mut names);
        dates.names(&mut names);
        numbers.names(&mut names);
        office_holders.names(&mut names);
        organizations.names(&mut names);
        titles.names(&mut names);
        let automaton = Automaton::build(names);
        Ok(Self {
            abbreviations,
            boilerplate,
            countries,
            cues,
            currencies,
            dates,
            lexical_relations,
            noun_classes,
            numbers,
            office_holders,
            organizations,
            places,
            predicates,
            senses,
            slots,
            titles,
            units,
            word_sets,
            automaton,
        })
    }

    /// Validates every row of the embedded tables.
    ///
    /// # Errors
    /// Lists every row that is wrong.
    pub fn check_embedded() -> Result<(), GazetteerError> {
        Self::load(&[]).map(|_| ())
    }

    /// The automaton over all names.
    pub fn automaton(&self) -> &Automaton {
        &self.automaton
    }

    /// Every kind of table there is, sorted by name.
    pub fn kinds() -> Vec<TableKind> {
        let mut kinds: Vec<TableKind> = [
            abbreviations::KINDS,
            boilerplate::KINDS,
            countries::KINDS,
            cues::KINDS,
            currencies::KINDS,
            dates::KINDS,
            lexical_relations::KINDS,
            noun_classes::KINDS,
            numbers::KINDS,
            office_holders::KINDS,
            organizations::KINDS,
            places::KINDS,
            predicates::KINDS,
            senses::KINDS,
            slots::KINDS,
            titles::KINDS,
            units::KINDS,
            word_sets::KINDS,
        ]
        .concat();
        kinds.sort_by_key(|kind| kind.name);
        kinds
    }
}

/// A user's table file.
#[derive(Debug)]
struct UserFile {
    table: String,
    file: String,
    text: String,
}

fn read_folder(folder: &Path) -> Result<Vec<UserFile>, GazetteerError> {
    let failed = |file: &Path| {
        let file = file.to_owned();
        move |error| GazetteerError::Read { file, error }
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed(folder))? {
        let path = entry.map_err(failed(folder))?.path();
        if path.extension().is_some_and(|ending| ending == "tsv") {
            paths.push(path);
        }
    }
    paths.sort();
    let names: Vec<&str> = Gazetteers::kinds().iter().map(|kind| kind.name).collect();
    let mut files = Vec::new();
    for path in paths {
        let table = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        if !names.contains(&table.as_str()) {
            return Err(GazetteerError::UnknownTable { file: path, names: names.join(", ") });
        }
        let text = fs::read_to_string(&path).map_err(failed(&path))?;
        files.push(UserFile { table, file: path.display().to_string(), text });
    }
    Ok(files)
}

/// Where the tables' rows come from while they are loaded, and what was wrong with them.
#[derive(Debug)]
pub struct Sources<'t> {
    files: &'t [UserFile],
    /// Every problem found so far; a kind's own checks add theirs.
    pub problems: Vec<TableError>,
}

impl<'t> Sources<'t> {
    /// The embedded rows of a kind with the user's laid over them.
    pub fn table(&mut self, kind: TableKind) -> Table<'t> {
        let mut table = Table::read(kind, kind.name, kind.embedded, &mut self.problems);
        for file in self.files.iter().filter(|file| file.table == kind.name) {
            let over = Table::read(kind, &file.file, &file.text, &mut self.problems);
            table.lay_over(over);
        }
        table
    }
}
