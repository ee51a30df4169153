//! Abbreviations whose final point need not end a sentence, and the words that tell whether it does.

use rustc_hash::FxHashMap;

use super::Sources;
use super::table::{Row, TableKind};

const ABBREVIATIONS: TableKind = TableKind {
    name: "abbreviations",
    columns: &["abbreviation", "kind"],
    key: &[0],
    embedded: include_str!("../../gazetteers/abbreviations.tsv"),
};

const SENTENCE_WORDS: TableKind = TableKind {
    name: "sentence_words",
    columns: &["word", "role"],
    key: &[0],
    embedded: include_str!("../../gazetteers/sentence_words.tsv"),
};

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[ABBREVIATIONS, SENTENCE_WORDS];

/// What may follow an abbreviation's point without a new sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbbreviationKind {
    /// "Mr.", "Sen.": stands before a name and never ends a sentence.
    Title,
    /// "e.g.", "vs.": never ends a sentence.
    Inner,
    /// "No.", "p.": goes on before a number; else it is an ordinary word.
    Number,
    /// "Jan.", "Tues.": goes on before a number.
    Date,
    /// "Inc.", "Blvd.", "U.S.": goes on unless a word that opens sentences follows.
    Name,
    /// "Calif.", "N.Y.": as `Name`, but after a comma ends before any capital: "in Gary, Ind. Police said".
    Place,
    /// "p.m.", "B.C.": ends before a capital, but for zones, days and phrases that open a sentence.
    Time,
    /// "lb.", "ft.": as `Time`, and only after a number.
    Unit,
    /// "etc.", "Ph.D.": ends before any capital.
    Last,
    /// "Yahoo!": a name whose last character is a mark.
    Mark,
}

impl AbbreviationKind {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "title" => Self::Title,
            "inner" => Self::Inner,
            "number" => Self::Number,
            "date" => Self::Date,
            "name" => Self::Name,
            "place" => Self::Place,
            "time" => Self::Time,
            "unit" => Self::Unit,
            "last" => Self::Last,
            "mark" => Self::Mark,
            _ => return None,
        })
    }
}

/// What a word tells about the sentence it stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SentenceWord {
    /// Opens sentences and seldom goes on with a name: "The", "However".
    pub opener: bool,
    /// Opens a phrase that is no sentence by itself: "At 5 p.m.".
    pub preposition: bool,
    /// A verb of saying: "“Why?” Smith asked".
    pub speech: bool,
    /// A zone, day or month that goes on after a time of day: "7 p.m. Tuesday".
    pub zone: bool,
    /// Stands in small letters between the names of a byline: "By Jane Doe and John Roe".
    pub byline: bool,
}

/// Abbreviations and sentence words.
#[derive(Debug, Default)]
pub struct Abbreviations {
    kinds: FxHashMap<Box<str>, AbbreviationKind>,
    words: FxHashMap<Box<str>, SentenceWord>,
}

/// No row is longer, so no longer word needs to be looked up.
const LONGEST: usize = 24;

impl Abbreviations {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let mut loaded = Self::default();
        let table = sources.table(ABBREVIATIONS);
        for row in &table.rows {
            match abbreviation(row) {
                Ok((spelling, kind)) => {
                    loaded.kinds.insert(spelling.into(), kind);
                }
                Err(problem) => sources.problems.push(row.problem(problem)),
            }
        }
        let table = sources.table(SENTENCE_WORDS);
        for row in &table.rows {
            match sentence_word(row) {
                Ok(word) => {
                    loaded.words.insert(row.cell(0).into(), word);
                }
                Err(problem) => sources.problems.push(row.problem(problem)),
            }
        }
        loaded
    }

    /// The kind of the abbreviation `word`, written with its final point or mark ("Sen.", "Yahoo!").
    ///
    /// A row with a capital matches as it stands or in capitals throughout; a row in lower case matches any case.
    pub fn kind(&self, word: &str) -> Option<AbbreviationKind> {
        if word.len() > LONGEST {
            return None;
        }
        if let Some(&kind) = self.kinds.get(word) {
            return Some(kind);
        }
        if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return None;
        }
        if let Some(&kind) = self.kinds.get(word.to_ascii_lowercase().as_str()) {
            return Some(kind);
        }
        if word.bytes().any(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let mut name = word.to_ascii_lowercase();
        if let Some(first) = name.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        self.kinds.get(name.as_str()).copied()
    }

    /// What `word` tells about its sentence; zones as they stand, other words in any case.
    pub fn sentence_word(&self, word: &str) -> SentenceWord {
        if word.len() > LONGEST {
            return SentenceWord::default();
        }
        if let Some(&found) = self.words.get(word) {
            return found;
        }
        if word.contains('’') || word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            let lower = word.to_ascii_lowercase().replace('’', "'");
            return self.words.get(lower.as_str()).copied().unwrap_or_default();
        }
        SentenceWord::default()
    }
}

fn abbreviation<'t>(row: &Row<'t>) -> Result<(&'t str, AbbreviationKind), String> {
    let (spelling, name) = (row.cell(0), row.cell(1));
    let kind = AbbreviationKind::parse(name).ok_or_else(|| {
        format!("{name:?} is no kind of abbreviation; use title, inner, number, date, name, place, time, unit, last or mark")
    })?;
    let last = spelling.chars().next_back();
    let fits = if kind == AbbreviationKind::Mark { matches!(last, Some('!' | '?')) } else { last == Some('.') };
    if !fits {
        return Err(format!("{spelling:?} must be written with its final point (or with ! or ? for the kind mark)"));
    }
    if spelling.len() > LONGEST || spelling.contains(char::is_whitespace) {
        return Err(format!("{spelling:?} must be one word of at most {LONGEST} bytes"));
    }
    Ok((spelling, kind))
}

fn sentence_word(row: &Row<'_>) -> Result<SentenceWord, String> {
    let mut word = SentenceWord::default();
    for role in row.list(1) {
        match role {
            "opener" => word.opener = true,
            "preposition" => word.preposition = true,
            "speech" => word.speech = true,
            "zone" => word.zone = true,
            "byline" => word.byline = true,
            _ => return Err(format!("{role:?} is no role of a sentence word; use opener, preposition, speech, zone or byline")),
        }
    }
    if word == SentenceWord::default() {
        return Err("the column role is empty; use opener, preposition, speech, zone or byline".to_owned());
    }
    if row.cell(0).len() > LONGEST {
        return Err(format!("{:?} is longer than {LONGEST} bytes", row.cell(0)));
    }
    Ok(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteers;

    #[test]
    fn case_decides_where_the_row_has_a_capital() {
        let abbreviations = &Gazetteers::embedded().abbreviations;
        let rows = [
            ("Gen.", Some(AbbreviationKind::Title)),
            ("GEN.", Some(AbbreviationKind::Title)),
            ("gen.", None),
            ("P.M.", Some(AbbreviationKind::Time)),
            ("p.m.", Some(AbbreviationKind::Time)),
            ("Inc.", Some(AbbreviationKind::Name)),
            ("sat.", None),
            ("house.", None),
            ("Yahoo!", Some(AbbreviationKind::Mark)),
        ];
        for (word, kind) in rows {
            assert_eq!(abbreviations.kind(word), kind, "{word}");
        }
    }

    #[test]
    fn sentence_words_are_known_in_any_case_and_zones_as_they_stand() {
        let abbreviations = &Gazetteers::embedded().abbreviations;
        assert!(abbreviations.sentence_word("The").opener);
        assert!(abbreviations.sentence_word("It’s").opener);
        assert!(abbreviations.sentence_word("EST").zone);
        assert!(!abbreviations.sentence_word("est").zone);
        assert!(abbreviations.sentence_word("said").speech);
        assert_eq!(abbreviations.sentence_word("Tuvalu"), SentenceWord::default());
    }
}
