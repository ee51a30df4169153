//! Titles and offices, occupations, honorifics, and the words of which persons' names are made.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::Sources;
use super::automaton::{Case, Names, SenseKind};
use super::office_holders::read_countries;
use super::person_names::{self, PersonNames};
use super::table::{Row, TableError, TableKind};
use crate::gazetteer::word_map::WordMap;

const TITLES: TableKind = TableKind {
    name: "titles",
    columns: &["title", "forms", "kind", "use", "country"],
    key: &[0],
    embedded: include_str!("../../gazetteers/titles.tsv"),
};

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[TITLES, person_names::NAME_WORDS, person_names::FIRST_NAMES, person_names::GENDERS];

/// What sort of office or occupation a title names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TitleKind {
    /// "acting", "interim".
    Acting,
    /// "professor", "historian", "student".
    Academic,
    /// "actor", "poet", "composer".
    Arts,
    /// "chief executive", "banker", "founder".
    Business,
    /// "leading", "reigning": says something of the holder, nothing of the office.
    Description,
    /// "-designate", "-elect".
    Designate,
    /// "ambassador", "special envoy", "negotiator".
    Diplomat,
    /// "former", "ex-".
    Former,
    /// "prime minister", "premier", "taoiseach".
    HeadOfGovernment,
    /// "president", "supreme leader".
    HeadOfState,
    /// "Mr", "Dr", "Sir": introduces a person, is no office.
    Honorific,
    /// "judge", "chief justice", "magistrate".
    Judge,
    /// "attorney", "prosecutor", "special counsel".
    Law,
    /// "senator", "MP", "speaker".
    Legislator,
    /// "mayor", "governor".
    LocalGovernment,
    /// "journalist", "editor", "host".
    Media,
    /// "general", "Lt. Col.", "warlord".
    Military,
    /// "foreign minister", "treasury secretary".
    Minister,
    /// "Scotsman", "Briton".
    Native,
    /// "director", "chairman", "head", "member".
    Official,
    /// "party leader", "candidate", "activist".
    Party,
    /// "police chief", "sheriff", "detective".
    Police,
    /// "nurse", "engineer", "farmer", "survivor".
    Profession,
    /// "friend", "boyfriend", "mentor".
    Relation,
    /// "pope", "imam", "Rev.".
    Religious,
    /// "king", "Duchess", "Sheikh".
    Royal,
    /// "footballer", "coach", "champion".
    Sport,
    /// "spokesman", "spokesperson".
    Spokesperson,
    /// "chief of staff", "adviser", "press secretary".
    Staff,
}

impl TitleKind {
    const NAMES: [(&'static str, Self); 29] = [
        ("academic", Self::Academic),
        ("acting", Self::Acting),
        ("arts", Self::Arts),
        ("business", Self::Business),
        ("description", Self::Description),
        ("designate", Self::Designate),
        ("diplomat", Self::Diplomat),
        ("former", Self::Former),
        ("head_of_government", Self::HeadOfGovernment),
        ("head_of_state", Self::HeadOfState),
        ("honorific", Self::Honorific),
        ("judge", Self::Judge),
        ("law", Self::Law),
        ("legislator", Self::Legislator),
        ("local_government", Self::LocalGovernment),
        ("media", Self::Media),
        ("military", Self::Military),
        ("minister", Self::Minister),
        ("native", Self::Native),
        ("official", Self::Official),
        ("party", Self::Party),
        ("police", Self::Police),
        ("profession", Self::Profession),
        ("relation", Self::Relation),
        ("religious", Self::Religious),
        ("royal", Self::Royal),
        ("sport", Self::Sport),
        ("spokesperson", Self::Spokesperson),
        ("staff", Self::Staff),
    ];

    /// The kind as the table writes it.
    pub fn as_str(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// The kind that the table writes as `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|&(_, kind)| kind)
    }

    /// Whether a title of this kind is an office or a position that somebody holds, not what a person does or is: "curator",
    /// "Sen.", "professor", not "painter", "survivor", "friend".
    pub fn is_office(self) -> bool {
        !matches!(
            self,
            Self::Acting
                | Self::Arts
                | Self::Description
                | Self::Designate
                | Self::Former
                | Self::Honorific
                | Self::Native
                | Self::Profession
                | Self::Relation
                | Self::Sport
        )
    }

    /// Whether an office of this kind is one of a national government, so that the article's country can be its country.
    pub fn is_national(self) -> bool {
        matches!(self, Self::HeadOfState | Self::HeadOfGovernment | Self::Minister)
    }
}

/// How a title stands beside a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TitleUse {
    /// Before a name in any case, before a surname alone too: "President Obama", "president Barack Obama".
    Title,
    /// Describes a person, best with a full name: "actor Tom Hanks", "Tom Hanks, an actor".
    Noun,
    /// As [`Self::Title`], only when capitalised: "Major Smith", never "major Hollywood studios".
    Capital,
    /// As [`Self::Noun`], only in small letters: capitalised it is a surname ("Baker").
    Small,
    /// "Mr", "Dr", "Lady": introduces a person.
    Honorific,
    /// Stands inside a title and says whether the office is held: "former", "acting", "elect".
    Modifier,
}

impl TitleUse {
    const NAMES: [(&'static str, Self); 6] = [
        ("title", Self::Title),
        ("noun", Self::Noun),
        ("capital", Self::Capital),
        ("small", Self::Small),
        ("honorific", Self::Honorific),
        ("modifier", Self::Modifier),
    ];

    fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|&(_, usage)| usage)
    }
}

/// A title, an office, an occupation or an honorific.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Its main spelling.
    pub name: String,
    /// What sort of office it is.
    pub kind: TitleKind,
    /// How it stands beside a name.
    pub usage: TitleUse,
    /// The ISO codes of the countries that alone have an office of this name, or alone shorten it so ("Gov."), the likeliest first.
    pub countries: Vec<&'static str>,
    /// Every spelling, the main one first.
    spellings: Vec<String>,
}

/// Titles and offices.
#[derive(Debug, Default)]
pub struct Titles {
    all: Vec<Title>,
    /// Titles by their spellings, in small letters.
    kinds: WordMap<TitleKind>,
    /// The words of ministers' titles in small letters: what they may be ministers of.
    duties: FxHashSet<String>,
    /// The words and first names that persons' names are made of.
    pub person_names: PersonNames,
}

impl Titles {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let table = sources.table(TITLES);
        let mut titles = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            match Title::read(row) {
                Ok(title) => titles.push(title),
                Err(problem) => sources.problems.push(problem),
            }
        }
        let spellings = titles.iter().flat_map(|title| title.spellings.iter().map(|spelling| (spelling.to_lowercase(), title.kind)));
        let mut kinds = WordMap::default();
        for (spelling, kind) in spellings {
            kinds.insert(&spelling, kind);
        }
        let ministers = titles.iter().filter(|title| title.kind == TitleKind::Minister).flat_map(|title| &title.spellings);
        let duties = ministers.flat_map(|spelling| spelling.split(' ')).map(str::to_lowercase).collect();
        Self { all: titles, kinds, duties, person_names: PersonNames::load(sources) }
    }

    pub(crate) fn names(&self, names: &mut Names) {
        for (index, title) in self.all.iter().enumerate() {
            for spelling in &title.spellings {
                names.add(spelling, title.case_of(spelling), SenseKind::Title, index);
            }
        }
    }

    /// The title with index `index`, as a hit of [`SenseKind::Title`] gives it.
    pub fn get(&self, index: usize) -> &Title {
        &self.all[index]
    }

    /// What sort of office the words name, by the longest title that they end with: "former Benue governor" is one of local government.
    pub fn kind_of(&self, office: &str) -> Option<TitleKind> {
        let is_small = office.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        let office = if is_small { Cow::Borrowed(office) } else { Cow::Owned(office.to_lowercase()) };
        let mut words = &*office;
        loop {
            if let Some(&kind) = self.kinds.get(words) {
                return Some(kind);
            }
            words = words.split_once([' ', '-'])?.1;
        }
    }

    /// Whether a minister of the table has the word in the title: "Development" as in "Minister for Trade and Development".
    pub fn is_duty(&self, word: &str) -> bool {
        self.duties.contains(&word.to_lowercase())
    }

    /// Whether the words are a title of the table and nothing more.
    pub fn is_title(&self, office: &str) -> bool {
        self.kinds.contains(&office.to_lowercase())
    }

    /// All titles, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Title> {
        self.all.iter()
    }
}

impl Title {
    /// The country that the title alone gives an office in an article about `main`.
    pub fn country_in(&self, main: Option<&'static str>) -> Option<&'static str> {
        main.filter(|main| self.countries.contains(main)).or(self.countries.first().copied())
    }

    fn read(row: &Row<'_>) -> Result<Self, TableError> {
        let kinds = || TitleKind::NAMES.map(|(name, _)| name).join(", ");
        let kind =
            TitleKind::parse(row.cell(2)).ok_or_else(|| row.problem(format_args!("kind {:?} is none of {}", row.cell(2), kinds())))?;
        let usage = TitleUse::parse(row.cell(3)).ok_or_else(|| {
            row.problem(format_args!("use {:?} is none of {}", row.cell(3), TitleUse::NAMES.map(|(name, _)| name).join(", ")))
        })?;
        let countries = read_countries(row, 4)?;
        let spellings = std::iter::once(row.cell(0)).chain(row.list(1)).map(ToOwned::to_owned).collect();
        Ok(Self { name: row.cell(0).to_owned(), kind, usage, countries, spellings })
    }

    /// Abbreviations ("Sen.", "CEO") are found as written, words of the table in any case unless the use says otherwise.
    fn case_of(&self, spelling: &str) -> Case {
        let abbreviation = spelling.ends_with('.') || (spelling.len() <= 4 && spelling.starts_with(char::is_uppercase));
        match self.usage {
            TitleUse::Small => Case::Exact,
            TitleUse::Capital | TitleUse::Honorific => Case::Name,
            TitleUse::Title | TitleUse::Noun | TitleUse::Modifier if abbreviation => Case::Exact,
            TitleUse::Title | TitleUse::Noun | TitleUse::Modifier => Case::Any,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteers;

    fn read(line: &str) -> Result<Title, String> {
        let row = Row { file: "titles.tsv", line: 7, cells: line.split('\t').collect() };
        Title::read(&row).map_err(|problem| problem.to_string())
    }

    #[test]
    fn wrong_rows_are_refused_with_what_to_mend() {
        let kind = read("warden\t\tguardian\tnoun\t").expect_err("no such kind");
        assert!(kind.starts_with("titles.tsv:7: kind \"guardian\" is none of academic, acting,"), "{kind}");
        let usage = read("warden\t\tpolice\tverb\t").expect_err("no such use");
        assert_eq!(usage, "titles.tsv:7: use \"verb\" is none of title, noun, capital, small, honorific, modifier");
        let country = read("warden\t\tpolice\tnoun\tusa").expect_err("no such country");
        assert!(country.contains("\"usa\" is no ISO 3166-1 code"), "{country}");
        assert!(read("warden\t\tpolice\tnoun\tUS").is_ok());
    }

    #[test]
    fn titles_are_found_by_their_case_rules() {
        let gazetteers = Gazetteers::embedded();
        let rows: [(&str, &[&str]); 8] = [
            ("the Prime Minister and the prime minister", &["Prime Minister", "prime minister"]),
            ("Sen. Cole met Rep. Diaz", &["Sen.", "Rep."]),
            ("a major general, Maj. Gen. Roe", &["major general", "Maj. Gen."]),
            ("a private talk with Private Lane", &["Private"]),
            ("the baker and Mrs Baker", &["baker", "Mrs"]),
            ("Mr. Day and Ms Roe", &["Mr.", "Ms"]),
            ("deputy chief of staff", &["deputy chief of staff"]),
            ("generally speaking, presidency", &[]),
        ];
        for (text, expected) in rows {
            let hits = gazetteers.automaton().scan(text);
            let found: Vec<&str> = hits.iter().filter(|hit| hit.sense(SenseKind::Title).is_some()).map(|hit| hit.span.of(text)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
