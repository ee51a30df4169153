//! The words of which persons' names are made: first names, particles, suffixes, and the words that no name ends with.

use super::Sources;
use super::table::TableKind;
use crate::gazetteer::word_map::WordMap;

pub(crate) const NAME_WORDS: TableKind =
    TableKind { name: "name_words", columns: &["word", "kind"], key: &[0], embedded: include_str!("../../gazetteers/name_words.tsv") };

pub(crate) const FIRST_NAMES: TableKind =
    TableKind { name: "first_names", columns: &["name"], key: &[0], embedded: include_str!("../../gazetteers/first_names.tsv") };

pub(crate) const GENDERS: TableKind =
    TableKind { name: "genders", columns: &["word", "gender"], key: &[0], embedded: include_str!("../../gazetteers/genders.tsv") };

/// Whom a name, a form of address or a title belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// "John", "Mr", "spokesman".
    Man,
    /// "Mary", "Mrs", "chairwoman".
    Woman,
}

/// What a word does at the edge of a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameWord {
    /// Small, inside a name: "de", "bin", "al".
    Particle,
    /// After a name, telling a son from his father or numbering who holds a throne: "Jr.", "III".
    Generation,
    /// After a name, an honour or a degree: "MBE", "Ph.D.".
    Suffix,
    /// Capitalised and yet no part of a name: "The", "Monday".
    Never,
    /// Last word of a place's or building's name: "Airport", "County".
    Place,
    /// Last word of an organization's name: "Council", "Inc.".
    Organization,
    /// Last word of a place's name and a surname too: "Hill", "Park".
    Surname,
    /// First word of a place's or body's name: "San", "North".
    PlaceFirst,
    /// Whose relative a person is: "brother".
    Kinship,
    /// After a name and a hyphen, no part of it: "-led", "-era".
    Compound,
    /// Last word of the name of some other thing: "Act", "Prize".
    Thing,
}

impl NameWord {
    const NAMES: [(&'static str, Self); 11] = [
        ("particle", Self::Particle),
        ("generation", Self::Generation),
        ("suffix", Self::Suffix),
        ("never", Self::Never),
        ("place", Self::Place),
        ("organization", Self::Organization),
        ("surname", Self::Surname),
        ("compound", Self::Compound),
        ("place_first", Self::PlaceFirst),
        ("kinship", Self::Kinship),
        ("thing", Self::Thing),
    ];
}

/// The words of persons' names.
#[derive(Debug, Default)]
pub struct PersonNames {
    words: WordMap<NameWord>,
    first_names: WordMap<()>,
    genders: WordMap<Gender>,
}

impl PersonNames {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let mut read = Self::default();
        for row in &sources.table(NAME_WORDS).rows {
            if let Some(&(_, kind)) = NameWord::NAMES.iter().find(|(name, _)| *name == row.cell(1)) {
                read.words.insert(row.cell(0), kind);
            } else {
                let kinds = NameWord::NAMES.map(|(name, _)| name).join(", ");
                sources.problems.push(row.problem(format_args!("kind {:?} is none of {kinds}", row.cell(1))));
            }
        }
        read.first_names = sources.table(FIRST_NAMES).rows.iter().map(|row| (row.cell(0), ())).collect();
        for row in &sources.table(GENDERS).rows {
            let gender = match row.cell(1) {
                "man" => Gender::Man,
                "woman" => Gender::Woman,
                other => {
                    sources.problems.push(row.problem(format_args!("gender {other:?} is neither man nor woman")));
                    continue;
                }
            };
            read.genders.insert(row.cell(0), gender);
        }
        read
    }

    /// Whose a first name, a form of address ("Mrs") or a title in small letters ("spokesman") is; none where both have it.
    pub fn gender(&self, word: &str) -> Option<Gender> {
        self.genders.get(word).copied()
    }

    /// What `word` does at the edge of a name; none for an ordinary word.
    pub fn word(&self, word: &str) -> Option<NameWord> {
        self.words.get(word).copied()
    }

    /// Whether `word` is a known first name, capitalised as one.
    pub fn is_first_name(&self, word: &str) -> bool {
        self.first_names.contains(word)
    }
}
