//! Number words, scales and the words that bound a number.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::Sources;
use super::automaton::{Case, Names, SenseKind};
use super::edges::Edges;
use super::table::TableKind;
use crate::gazetteer::word_map::WordMap;

const NUMBERS: TableKind = TableKind {
    name: "numbers",
    columns: &["word", "class", "value", "high"],
    key: &[0, 1],
    embedded: include_str!("../../gazetteers/numbers.tsv"),
};

const BOUNDS: TableKind = TableKind {
    name: "bounds",
    columns: &["phrase", "side", "bound"],
    key: &[0, 1],
    embedded: include_str!("../../gazetteers/bounds.tsv"),
};

const CUES: TableKind =
    TableKind { name: "number_cues", columns: &["word", "cue"], key: &[0, 1], embedded: include_str!("../../gazetteers/number_cues.tsv") };

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[BOUNDS, CUES, NUMBERS];

/// What part a number word plays in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberClass {
    /// "zero" to "nineteen".
    Unit,
    /// "twenty" to "ninety".
    Ten,
    /// "hundred".
    Hundred,
    /// "thousand", "million", "crore".
    Scale,
    /// "dozen".
    Group,
    /// "half", "quarters", "thirds"; the value is the denominator.
    Part,
    /// "third", "twentieth".
    Ordinal,
    /// "dozens", "millions": at least `value`.
    Many,
    /// "a few", "several", "a couple": `value` to `high`.
    Few,
    /// "many", "no": `value` to `high`, and never part of a larger number.
    Quantifier,
    /// "bn", "k": a scale written after digits.
    Abbreviation,
}

impl NumberClass {
    fn read(word: &str) -> Option<Self> {
        Some(match word {
            "unit" => Self::Unit,
            "ten" => Self::Ten,
            "hundred" => Self::Hundred,
            "scale" => Self::Scale,
            "group" => Self::Group,
            "part" => Self::Part,
            "ordinal" => Self::Ordinal,
            "many" => Self::Many,
            "few" => Self::Few,
            "quantifier" => Self::Quantifier,
            "abbreviation" => Self::Abbreviation,
            _ => return None,
        })
    }
}

/// A number word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberWord {
    /// What part it plays.
    pub class: NumberClass,
    /// Its value, or the least it can mean.
    pub value: Decimal,
    /// The most it can mean, for words that mean no one number.
    pub high: Option<Decimal>,
}

/// How a number is bounded by the words around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// "261"; "exactly", "a record" stress the number and bound nothing.
    #[default]
    Exact,
    /// "at least 58", "58 or more".
    AtLeast,
    /// "more than 130", "over 130".
    MoreThan,
    /// "at most 50", "no more than 50".
    AtMost,
    /// "fewer than 50", "under 50".
    LessThan,
    /// "up to 50", "as many as 50".
    UpTo,
    /// "about 50", "some 50", "an estimated 50".
    About,
    /// "nearly 500", "almost 500".
    Nearly,
    /// "40 to 50", "between 40 and 50".
    Range,
    /// "dozens", "several", "many".
    Vague,
}

impl Bound {
    /// The bound that the table says a phrase has; ranges and vague amounts are no phrases.
    fn read(word: &str) -> Option<Self> {
        Some(match word {
            "exact" => Self::Exact,
            "at_least" => Self::AtLeast,
            "more_than" => Self::MoreThan,
            "at_most" => Self::AtMost,
            "less_than" => Self::LessThan,
            "up_to" => Self::UpTo,
            "about" => Self::About,
            "nearly" => Self::Nearly,
            _ => return None,
        })
    }
}

/// What a word beside a number says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberCue {
    /// Stands after a number that is an age: "she was 16 when".
    AfterAge,
    /// A verb after a name and an age without commas: "Nora Hague 44 has".
    AfterName,
    /// What happens "at" an age: "died at 82".
    AgeEvent,
    /// Stands before a year: "in 1999".
    BeforeYear,
    /// Stands after a time of day: "7 p.m.".
    Clock,
    /// A plural that ends its noun phrase: "people".
    Complete,
    /// Stands before a number that stands for things: "the two".
    Determiner,
    /// Stands after "m" for metres: "20m high".
    Dimension,
    /// Stands after "or" behind an age: "11 or younger".
    Elder,
    /// Stands after a year: "1600 BCE".
    Era,
    /// What a number of figures is said of: "a six-figure sum".
    Figure,
    /// Stands after a number that takes up the noun before it: "400 in Spain".
    Gap,
    /// Makes a set phrase with "no": "no doubt".
    Idiom,
    /// Stands before a number that is a name: "Section 5".
    Label,
    /// Stands before "half" that is no share: "the second half".
    Portion,
    /// What a price is given for: "$20 a share".
    Priced,
    /// What a count is given for: "two a day".
    Rate,
    /// A number that is called: "911".
    Service,
    /// A singular that is no noun after a number above one: "three shot".
    State,
    /// Ends an address: "10 Elm Street".
    Street,
    /// What a length of time is the measure of: "a three-year sentence".
    Term,
    /// What "half" is a share of: "half the seats".
    Whole,
}

impl NumberCue {
    fn read(word: &str) -> Option<Self> {
        Some(match word {
            "after_age" => Self::AfterAge,
            "after_name" => Self::AfterName,
            "age_event" => Self::AgeEvent,
            "before_year" => Self::BeforeYear,
            "clock" => Self::Clock,
            "complete" => Self::Complete,
            "determiner" => Self::Determiner,
            "dimension" => Self::Dimension,
            "elder" => Self::Elder,
            "era" => Self::Era,
            "figure" => Self::Figure,
            "gap" => Self::Gap,
            "idiom" => Self::Idiom,
            "label" => Self::Label,
            "portion" => Self::Portion,
            "priced" => Self::Priced,
            "rate" => Self::Rate,
            "service" => Self::Service,
            "state" => Self::State,
            "street" => Self::Street,
            "term" => Self::Term,
            "whole" => Self::Whole,
            _ => return None,
        })
    }
}

/// Number words, scales and bounds.
#[derive(Debug, Default)]
pub struct NumberWords {
    words: Vec<(String, NumberWord)>,
    by_name: FxHashMap<String, usize>,
    abbreviations: FxHashMap<String, Decimal>,
    before: FxHashMap<String, Bound>,
    after: FxHashMap<String, Bound>,
    before_edges: Edges,
    after_edges: Edges,
    cues: WordMap<Vec<NumberCue>>,
    cue_edges: Edges,
}

impl NumberWords {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let mut loaded = Self::default();
        for row in sources.table(NUMBERS).rows {
            let class = NumberClass::read(row.cell(1));
            let value = row.cell(2).parse::<Decimal>();
            let high = if row.cell(3).is_empty() { Ok(None) } else { row.cell(3).parse::<Decimal>().map(Some) };
            match (class, value, high) {
                (None, ..) => sources.problems.push(row.problem(format_args!(
                    "no class {:?}; use unit, ten, hundred, scale, group, part, ordinal, many, few, quantifier or abbreviation",
                    row.cell(1)
                ))),
                (_, Err(_), _) => sources.problems.push(row.problem(format_args!("{:?} is no number; write digits", row.cell(2)))),
                (_, _, Err(_)) => sources.problems.push(row.problem(format_args!("{:?} is no number; write digits", row.cell(3)))),
                (Some(class), Ok(value), Ok(_)) if class == NumberClass::Part && value <= Decimal::ONE => {
                    sources.problems.push(row.problem("a part needs its denominator, 2 or more"));
                }
                (Some(NumberClass::Abbreviation), Ok(value), Ok(_)) => {
                    loaded.abbreviations.insert(row.cell(0).to_owned(), value);
                }
                (Some(class), Ok(value), Ok(high)) => {
                    loaded.by_name.insert(row.cell(0).to_owned(), loaded.words.len());
                    loaded.words.push((row.cell(0).to_owned(), NumberWord { class, value: value.normalize(), high }));
                }
            }
        }
        for row in sources.table(BOUNDS).rows {
            let phrases = match row.cell(1) {
                "before" => &mut loaded.before,
                "after" => &mut loaded.after,
                side => {
                    sources.problems.push(row.problem(format_args!("no side {side:?}; use before or after")));
                    continue;
                }
            };
            match Bound::read(row.cell(2)) {
                Some(bound) => {
                    phrases.insert(row.cell(0).to_lowercase(), bound);
                }
                None => sources.problems.push(row.problem(format_args!(
                    "no bound {:?}; use exact, at_least, more_than, at_most, less_than, up_to, about or nearly",
                    row.cell(2)
                ))),
            }
        }
        let cues = sources.table(CUES);
        loaded.cue_edges = Edges::of(cues.rows.iter().map(|row| row.cell(0)));
        for row in cues.rows {
            match NumberCue::read(row.cell(1)) {
                Some(cue) => loaded.cues.entry(row.cell(0)).push(cue),
                None => sources.problems.push(row.problem(format_args!("no cue {:?}; the head of the table lists the cues", row.cell(1)))),
            }
        }
        loaded.before_edges = Edges::of(loaded.before.keys().map(String::as_str));
        loaded.after_edges = Edges::of(loaded.after.keys().map(String::as_str));
        loaded
    }

    pub(crate) fn names(&self, names: &mut Names) {
        for (index, (word, _)) in self.words.iter().enumerate() {
            names.add(word, Case::Any, SenseKind::Number, index);
        }
    }

    /// The number word that a word in lower case is.
    pub fn named(&self, word: &str) -> Option<NumberWord> {
        self.by_name.get(word).map(|&index| self.words[index].1)
    }

    /// The number word of an automaton hit's index.
    pub fn word(&self, index: usize) -> NumberWord {
        self.words[index].1
    }

    /// The scale that letters directly after digits stand for: "bn" of "12bn"; exactly as written.
    pub fn abbreviation(&self, letters: &str) -> Option<Decimal> {
        self.abbreviations.get(letters).copied()
    }

    /// Whether a word, as the table writes it, is such a cue beside a number.
    pub fn has_cue(&self, word: &str, cue: NumberCue) -> bool {
        self.cue_edges.may_be(word) && self.cues.get(word).is_some_and(|cues| cues.contains(&cue))
    }

    /// As [`has_cue`](Self::has_cue), with the word's ASCII letters taken as small.
    pub fn has_cue_in_any_case(&self, word: &str, cue: NumberCue) -> bool {
        let mut buffer = [0; 24];
        match buffer.get_mut(..word.len()) {
            Some(lower) => {
                lower.copy_from_slice(word.as_bytes());
                lower.make_ascii_lowercase();
                std::str::from_utf8(lower).is_ok_and(|word| self.has_cue(word, cue))
            }
            None => self.has_cue(&word.to_ascii_lowercase(), cue),
        }
    }

    /// How the phrases before a number end.
    pub(crate) fn before_edges(&self) -> &Edges {
        &self.before_edges
    }

    /// How the phrases after a number begin.
    pub(crate) fn after_edges(&self) -> &Edges {
        &self.after_edges
    }

    /// What a phrase in lower case before a number says of it.
    pub fn before(&self, phrase: &str) -> Option<Bound> {
        self.before.get(phrase).copied()
    }

    /// What a phrase in lower case after a number says of it.
    pub fn after(&self, phrase: &str) -> Option<Bound> {
        self.after.get(phrase).copied()
    }
}
