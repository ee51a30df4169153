//! Lines of web pages that are not the article's own words.

use std::fmt;

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashMap;

use super::Sources;
use super::table::TableKind;

const BOILERPLATE: TableKind = TableKind {
    name: "boilerplate",
    columns: &["pattern", "place"],
    key: &[0, 1],
    embedded: include_str!("../../gazetteers/boilerplate.tsv"),
};

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[BOILERPLATE];

/// Longer lines are an article's own words, whatever they begin with.
const LONGEST_LINE: usize = 300;

/// The same for lines that hold or end with a pattern.
const LONGEST_HOLDER: usize = 200;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Whole,
    Start,
    End,
    Anywhere,
    Label,
    Credit,
}

impl Place {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "whole" => Self::Whole,
            "start" => Self::Start,
            "end" => Self::End,
            "anywhere" => Self::Anywhere,
            "label" => Self::Label,
            "credit" => Self::Credit,
            _ => return None,
        })
    }
}

/// The patterns, compiled.
#[derive(Default)]
pub struct Boilerplate {
    /// Patterns of the places whole and start, by their first letters in lower case.
    openings: FxHashMap<[u8; OPENING], Vec<(Box<str>, Place)>>,
    /// Patterns of the places anywhere and end.
    search: Option<AhoCorasick>,
    places: Vec<Place>,
    labels: FxHashMap<Box<str>, Place>,
}

/// How many bytes of a line choose the patterns to compare it with.
const OPENING: usize = 2;

fn opening(line: &str) -> [u8; OPENING] {
    let mut first = [0; OPENING];
    for (slot, byte) in first.iter_mut().zip(line.bytes()) {
        *slot = byte.to_ascii_lowercase();
    }
    first
}

impl fmt::Debug for Boilerplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Boilerplate").field("openings", &self.openings.len()).field("labels", &self.labels.len()).finish_non_exhaustive()
    }
}

impl Boilerplate {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let mut loaded = Self::default();
        let mut patterns: Vec<String> = Vec::new();
        let table = sources.table(BOILERPLATE);
        for row in &table.rows {
            let (pattern, name) = (row.cell(0), row.cell(1));
            let Some(place) = Place::parse(name) else {
                sources.problems.push(row.problem(format_args!("{name:?} is no place; use whole, start, end, anywhere, label or credit")));
                continue;
            };
            if pattern.chars().any(char::is_uppercase) || pattern.contains('’') {
                sources.problems.push(row.problem(format_args!("{pattern:?} must be in lower case, with straight apostrophes")));
                continue;
            }
            if matches!(place, Place::Label | Place::Credit) {
                loaded.labels.insert(pattern.into(), place);
                continue;
            }
            let mut add = |pattern: String| match place {
                Place::Whole | Place::Start => {
                    loaded.openings.entry(opening(&pattern)).or_default().push((pattern.into(), place));
                }
                _ => {
                    patterns.push(pattern);
                    loaded.places.push(place);
                }
            };
            if pattern.contains('\'') {
                add(pattern.replace('\'', "’"));
            }
            add(pattern.to_owned());
        }
        match AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(&patterns) {
            Ok(search) => loaded.search = Some(search),
            Err(error) => sources.problems.push(super::table::TableError {
                file: BOILERPLATE.file(),
                line: 1,
                problem: format!("the patterns cannot be compiled ({error}); take rows out"),
            }),
        }
        loaded
    }

    /// Whether a line or short paragraph is none of the article's own words.
    pub fn is_boilerplate(&self, line: &str) -> bool {
        if line.len() > LONGEST_LINE {
            return false;
        }
        // Signs around the words count for nothing: "--Advertisement--", "[Read more]".
        let words = line.trim_start_matches(is_ornament).trim_end_matches(is_ornament);
        // Patterns may begin with a bracket: "(Photo", "[Advertisement]".
        let inner = words.trim_start_matches(['(', '[']);
        !line.bytes().any(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
            || self.opens(words)
            || (inner.len() < words.len() && self.opens(inner))
            || self.holds(words)
    }

    fn opens(&self, words: &str) -> bool {
        let Some(patterns) = self.openings.get(&opening(words)) else { return false };
        patterns.iter().any(|(pattern, place)| {
            let begins = words.get(..pattern.len()).is_some_and(|start| start.eq_ignore_ascii_case(pattern));
            begins
                && if *place == Place::Whole {
                    words.len() == pattern.len()
                } else {
                    opens_year(pattern) || ends_word(words.as_bytes(), pattern.len())
                }
        })
    }

    fn holds(&self, words: &str) -> bool {
        let Some(search) = self.search.as_ref().filter(|_| words.len() <= LONGEST_HOLDER) else { return false };
        let bytes = words.as_bytes();
        search.find_iter(words).any(|found| {
            let ends_line = self.places[found.pattern().as_usize()] == Place::End;
            (found.start() == 0 || ends_word(bytes, found.start()))
                && if ends_line { found.end() == words.len() } else { ends_word(bytes, found.end()) }
        })
    }

    /// Whether `word` labels what follows it after a heading's marks: "Title" in "### Title: …".
    pub fn is_label(&self, word: &str) -> bool {
        self.labels.get(word.to_ascii_lowercase().as_str()) == Some(&Place::Label)
    }

    /// Whether `words` open the credit in a caption: "Image" in "… at dusk Image: …".
    pub fn is_credit(&self, words: &str) -> bool {
        self.labels.get(words.to_ascii_lowercase().as_str()) == Some(&Place::Credit)
    }
}

/// "© 20" stands for every year of the century.
fn opens_year(pattern: &str) -> bool {
    pattern.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether no word runs over the place `at`.
fn ends_word(bytes: &[u8], at: usize) -> bool {
    let inside = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    !inside(bytes.get(at)) || !inside(bytes.get(at - 1))
}

fn is_ornament(character: char) -> bool {
    !character.is_alphanumeric() && !matches!(character, '(' | '[' | '©' | '@')
}

#[cfg(test)]
mod tests {
    use crate::gazetteer::Gazetteers;

    #[test]
    fn furniture_is_told_from_prose() {
        let boilerplate = &Gazetteers::embedded().boilerplate;
        let furniture = [
            "--Advertisement--",
            "ADVERTISEMENT",
            "Story continues below advertisement",
            "Read more: Talks fail in Oslo",
            "Photo: A. Photographer/Agency",
            "Follow us on Instagram and Facebook",
            "Sign up for our newsletter to get the news",
            "© 2025 The Herald. All rights reserved.",
            "Copyright 2025 The Herald",
            "Editor’s note: This piece was first published in May.",
            "Jane Doe in Oslo contributed to this report.",
            "(Reporting by Jane Doe; Editing by John Roe)",
            "This material may not be published, broadcast, rewritten or redistributed.",
            "5 min read",
            "Related articles",
            "(© 2016 The Herald)",
            "[advertisement]",
            "};",
        ];
        for line in furniture {
            assert!(boilerplate.is_boilerplate(line), "{line}");
        }
        let prose = [
            "Advertisements for the drug were banned in March.",
            "Read more books, the minister told pupils.",
            "The photo shows two men leaving the bank.",
            "Related talks were held in Oslo on Monday.",
            "Follow-up talks are planned for May.",
            "Sources said the talks had failed.",
            "Updated figures show that 40 people died.",
            "Watchdogs said the vote was fair.",
            "He contributed to this reporter’s fund.",
            "Video of the attack was shown in court.",
        ];
        for line in prose {
            assert!(!boilerplate.is_boilerplate(line), "{line}");
        }
        assert!(boilerplate.is_label("Title") && !boilerplate.is_label("Kosovo"));
        assert!(boilerplate.is_credit("Image") && !boilerplate.is_credit("Libya"));
    }
}
