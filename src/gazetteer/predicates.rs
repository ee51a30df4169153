//! Predicates: lemma to class, polarity and roles.

use super::Sources;
use super::cues::Manner;
use super::table::{Row, TableError, TableKind};
use crate::gazetteer::word_map::WordMap;

const KIND: TableKind = TableKind {
    name: "predicates",
    columns: &["lemma", "part", "class", "polarity", "complement", "control", "frame", "roles"],
    key: &[0, 1],
    embedded: include_str!("../../gazetteers/predicates.tsv"),
};

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[KIND];

/// What part of speech a row describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A verb.
    Verb,
    /// A noun.
    Noun,
    /// An adjective.
    Adjective,
}

/// Who does what the complement of a predicate says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Control {
    /// The complement has its own subject.
    #[default]
    None,
    /// The subject: "agreed to accept".
    Subject,
    /// The object: "urged Peru to accept".
    Object,
}

/// How a predicate works beyond its class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Frame {
    /// It says what happens.
    #[default]
    Plain,
    /// Its complement is somebody's words: "say".
    Speech,
    /// Its object says what happens: "hold talks".
    Light,
    /// A noun that names what happens: "removal".
    Event,
    /// A noun that names what is meant to happen: "plan".
    Plan,
    /// A noun that names something said: "statement".
    Words,
}

/// What a verb must be said of for its row to hold; else the verb is a class of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Needs {
    /// It always holds.
    #[default]
    Nothing,
    /// An object, or the passive: "runs a school", not "ran to school".
    Object,
    /// An amount that changes: "prices climbed", not "climbed the hill".
    Amount,
    /// People it is done to: "holds two reporters", not "holds a ticket".
    People,
    /// No object: "they gathered", not "gathered evidence".
    NoObject,
    /// Somewhere that its subject goes: "came to Oslo", not "came with an idea".
    Place,
    /// A sum of money: "spent $3 million", not "spent two years".
    Sum,
    /// A clause that depends on it: "hopes to sell", not "hopes for rain"; the verb alone is a class of its own.
    Complement,
}

/// What a dependent of a predicate is to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Who does it.
    Actor,
    /// What or whom it is done to.
    Target,
    /// With whom.
    Counterpart,
    /// From whom or where.
    Source,
    /// What for.
    Purpose,
    /// Where.
    Place,
    /// About what.
    Topic,
    /// What is said.
    Content,
    /// How much.
    Amount,
    /// Who is told.
    Recipient,
    /// With what.
    Instrument,
}

impl Role {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "actor" => Self::Actor,
            "target" => Self::Target,
            "counterpart" => Self::Counterpart,
            "source" => Self::Source,
            "purpose" => Self::Purpose,
            "place" => Self::Place,
            "topic" => Self::Topic,
            "content" => Self::Content,
            "amount" => Self::Amount,
            "recipient" => Self::Recipient,
            "instrument" => Self::Instrument,
            _ => return None,
        })
    }
}

/// One row: what a word says happens, and who stands where.
#[derive(Debug)]
pub struct PredicateRow {
    /// The lemma, with the particle, preposition or object that belongs to it.
    pub lemma: Box<str>,
    /// The class.
    pub class: Box<str>,
    /// Whether the word itself negates its class ("refuse" for "accept").
    pub negated: bool,
    /// How the complement is put; none where the word takes none.
    pub complement: Option<Manner>,
    /// Who does what the complement says.
    pub control: Control,
    /// How it works beyond its class.
    pub frame: Frame,
    /// What the verb must be said of for the row to hold.
    pub needs: Needs,
    /// The words of the lemma after the first.
    further: Vec<Box<str>>,
    roles: Vec<(Box<str>, Role)>,
}

impl PredicateRow {
    /// The role of `slot`: "subject", "object", "iobject" or a preposition.
    pub fn role(&self, slot: &str) -> Option<Role> {
        self.roles.iter().find(|(name, _)| &**name == slot).map(|(_, role)| *role)
    }
}

/// Predicates: lemma to class, polarity and roles.
#[derive(Debug, Default)]
pub struct Predicates {
    rows: Vec<PredicateRow>,
    /// By part of speech and first word.
    entries: [WordMap<Entry>; 3],
}

/// The rows that begin with a word.
#[derive(Debug, Default)]
struct Entry {
    /// The row of the word alone.
    single: Option<u32>,
    /// Those of several words.
    phrases: Vec<u32>,
}

/// The rows of a word, looked up once: that of the word alone, and those of several words that begin with it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordRows<'p> {
    rows: &'p [PredicateRow],
    entry: &'p Entry,
}

impl<'p> WordRows<'p> {
    /// The row of the word alone.
    pub(crate) fn single(self) -> Option<&'p PredicateRow> {
        self.entry.single.map(|index| &self.rows[index as usize])
    }

    /// Whether one of them is as `test` asks.
    pub(crate) fn any(self, mut test: impl FnMut(&PredicateRow) -> bool) -> bool {
        self.entry.single.iter().chain(&self.entry.phrases).any(|&index| test(&self.rows[index as usize]))
    }

    /// As [`Predicates::phrase`].
    pub(crate) fn phrase(self, mut has: impl FnMut(&PredicateRow, &str) -> bool) -> Option<&'p PredicateRow> {
        let rows = self.entry.phrases.iter().map(|&index| &self.rows[index as usize]);
        rows.filter(|row| row.further.iter().all(|word| has(row, word))).max_by_key(|row| row.further.len())
    }
}

impl Predicates {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let table = sources.table(KIND);
        let mut predicates = Self::default();
        for row in &table.rows {
            match read_row(row) {
                Ok((part, read)) => predicates.add(part, read),
                Err(problem) => sources.problems.push(problem),
            }
        }
        predicates
    }

    fn add(&mut self, part: Part, row: PredicateRow) {
        let index = self.rows.len() as u32;
        let first = row.lemma.split(' ').next().unwrap_or_default();
        let entry = self.entries[part as usize].entry(first);
        if row.lemma.contains(' ') {
            entry.phrases.push(index);
        } else {
            entry.single = Some(index);
        }
        self.rows.push(row);
    }

    /// The rows that begin with `lemma`.
    pub(crate) fn of_word(&self, part: Part, lemma: &str) -> Option<WordRows<'_>> {
        self.entries[part as usize].get(lemma).map(|entry| WordRows { rows: &self.rows, entry })
    }

    /// The row of a single word.
    pub fn get(&self, part: Part, lemma: &str) -> Option<&PredicateRow> {
        self.of_word(part, lemma)?.single()
    }

    /// The longest row of several words that begins with `lemma` and whose other words `has` finds beside it.
    pub fn phrase(&self, part: Part, lemma: &str, has: impl FnMut(&PredicateRow, &str) -> bool) -> Option<&PredicateRow> {
        self.of_word(part, lemma)?.phrase(has)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

fn read_row(row: &Row<'_>) -> Result<(Part, PredicateRow), TableError> {
    let part = match row.cell(1) {
        "verb" => Part::Verb,
        "noun" => Part::Noun,
        "adjective" => Part::Adjective,
        other => return Err(row.problem(format_args!("the part {other:?}; write verb, noun or adjective"))),
    };
    let negated = match row.cell(3) {
        "affirmed" => false,
        "negated" => true,
        other => return Err(row.problem(format_args!("the polarity {other:?}; write affirmed or negated"))),
    };
    let complement = match row.cell(4) {
        "" => None,
        name => Some(Manner::parse(name).ok_or_else(|| row.problem(format_args!("the complement {name:?}; write {}", Manner::NAMES)))?),
    };
    let control = match row.cell(5) {
        "" => Control::None,
        "subject" => Control::Subject,
        "object" => Control::Object,
        other => return Err(row.problem(format_args!("the control {other:?}; write subject, object or nothing"))),
    };
    let frame = match row.cell(6) {
        "" | "transitive" | "intransitive" | "amount" | "people" | "place" | "sum" | "own" => Frame::Plain,
        "speech" | "thought" => Frame::Speech,
        "light" => Frame::Light,
        "event" => Frame::Event,
        "plan" => Frame::Plan,
        "words" => Frame::Words,
        other => {
            return Err(row.problem(format_args!(
                "the frame {other:?}; write speech, thought, light, event, plan, words, transitive, intransitive, amount, people, place, sum, \
                 own or nothing"
            )));
        }
    };
    if row.cell(2).is_empty() {
        return Err(row.problem("the class is empty; write the lemma itself where there is no wider one"));
    }
    let mut roles = Vec::new();
    for pair in row.list(7) {
        let (slot, role) = pair.split_once('=').unwrap_or((pair, ""));
        let role = Role::parse(role).ok_or_else(|| row.problem(format_args!("the role in {pair:?}; write slot=role, as in to=target")))?;
        roles.push((slot.into(), role));
    }
    let needs = match row.cell(6) {
        "transitive" => Needs::Object,
        "amount" => Needs::Amount,
        "people" => Needs::People,
        "intransitive" => Needs::NoObject,
        "place" => Needs::Place,
        "sum" => Needs::Sum,
        "own" | "thought" => Needs::Complement,
        _ => Needs::Nothing,
    };
    let (lemma, class) = (row.cell(0).into(), row.cell(2).into());
    let further = row.cell(0).split(' ').skip(1).map(Into::into).collect();
    Ok((part, PredicateRow { lemma, class, negated, complement, control, frame, needs, further, roles }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteers;

    #[test]
    fn refusals_are_negated_acceptances() {
        let predicates = &Gazetteers::embedded().predicates;
        for lemma in ["refuse", "decline", "resist", "reject"] {
            let row = predicates.get(Part::Verb, lemma).expect(lemma);
            assert_eq!((&*row.class, row.negated), ("accept", true), "{lemma}");
        }
        for lemma in ["halt", "thwart", "bar", "suspend"] {
            assert_eq!(&*predicates.get(Part::Verb, lemma).expect(lemma).class, "block");
        }
    }

    #[test]
    fn phrases_need_all_their_words() {
        let predicates = &Gazetteers::embedded().predicates;
        assert_eq!(&*predicates.phrase(Part::Verb, "step", |_, word| word == "down").expect("step down").class, "resign");
        assert!(predicates.phrase(Part::Verb, "step", |_, _| false).is_none());
        assert_eq!(predicates.get(Part::Verb, "pay").and_then(|row| row.role("to")), Some(Role::Target));
    }
}
