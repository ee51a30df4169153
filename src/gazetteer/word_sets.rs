//! Small closed sets of words that single rules ask for: function words, words by their meaning, classes of predicates.
//!
//! A set is a variant of [`FunctionSet`], [`LexicalSet`] or [`ClassSet`], whose comment says what the set is for; its members are
//! rows of the table of the same kind.

mod class_sets;
mod function_words;
mod lexical_sets;

use super::Sources;
use super::table::TableKind;
use crate::gazetteer::word_map::WordMap;

pub use self::class_sets::ClassSet;
pub use self::function_words::FunctionSet;
pub use self::lexical_sets::LexicalSet;

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[ClassSet::KIND, FunctionSet::KIND, LexicalSet::KIND];

/// The sets of one table.
pub trait WordSet: Copy {
    /// The table that the members stand in: a set's name, then a member.
    const KIND: TableKind;
    /// The sets' names, as the table has them, in the order of the variants.
    const NAMES: &'static [&'static str];

    /// The members, by the sets' order.
    fn members(sets: &WordSets) -> &[Members];

    /// The set's place in that order.
    fn index(self) -> usize;
}

/// An enumeration of the sets of one table, with their names there.
macro_rules! word_sets {
    ($(#[$about:meta])* $name:ident, $field:ident, $kind:expr, { $($(#[$purpose:meta])* $set:ident = $row:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$purpose])* $set,)+
        }

        impl $crate::gazetteer::word_sets::WordSet for $name {
            const KIND: $crate::gazetteer::table::TableKind = $kind;
            const NAMES: &'static [&'static str] = &[$($row),+];

            fn members(sets: &$crate::gazetteer::word_sets::WordSets) -> &[$crate::gazetteer::word_sets::Members] {
                &sets.$field
            }

            fn index(self) -> usize {
                self as usize
            }
        }
    };
}
use word_sets;

/// The members of one set.
#[derive(Clone, Debug, Default)]
pub struct Members {
    /// In order.
    words: Vec<Box<str>>,
    known: WordMap<()>,
    /// The lengths of the members, a bit each, by the last five bits of their first byte: most words that are asked for are none by
    /// these alone.
    lengths: [u32; 32],
}

impl Members {
    fn add(&mut self, word: &str) {
        self.lengths[first(word)] |= length(word);
        self.known.insert(word, ());
        if let Err(at) = self.words.binary_search_by(|member| (**member).cmp(word)) {
            self.words.insert(at, word.into());
        }
    }

    fn has(&self, word: &str) -> bool {
        self.lengths[first(word)] & length(word) != 0 && self.known.contains(word)
    }
}

fn first(word: &str) -> usize {
    usize::from(word.as_bytes().first().copied().unwrap_or_default() & 31)
}

fn length(word: &str) -> u32 {
    1 << word.len().min(31)
}

/// All sets of words.
#[derive(Debug, Default)]
pub struct WordSets {
    class_sets: Vec<Members>,
    function_words: Vec<Members>,
    lexical_sets: Vec<Members>,
}

impl WordSets {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        Self {
            class_sets: load::<ClassSet>(sources),
            function_words: load::<FunctionSet>(sources),
            lexical_sets: load::<LexicalSet>(sources),
        }
    }

    /// Whether a word, as it stands, is of a set.
    pub fn has<S: WordSet>(&self, set: S, word: &str) -> bool {
        S::members(self)[set.index()].has(word)
    }

    /// The words of a set, in order.
    pub fn words<S: WordSet>(&self, set: S) -> impl Iterator<Item = &str> {
        S::members(self)[set.index()].words.iter().map(|word| &**word)
    }
}

fn load<S: WordSet>(sources: &mut Sources<'_>) -> Vec<Members> {
    let mut sets = vec![Members::default(); S::NAMES.len()];
    for row in sources.table(S::KIND).rows {
        if let Some(at) = S::NAMES.iter().position(|name| *name == row.cell(0)) {
            sets[at].add(row.cell(1));
        } else {
            let file = S::KIND.file();
            let problem = format_args!("the set {:?} is not known; see the rows of {file} for the sets there are", row.cell(0));
            sources.problems.push(row.problem(problem));
        }
    }
    sets
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteers;

    #[test]
    fn every_set_has_members_and_a_name_of_its_own() {
        fn check<S: WordSet>(sets: &WordSets) {
            for (name, members) in S::NAMES.iter().zip(S::members(sets)) {
                assert!(!members.words.is_empty(), "{name} of {} has no row", S::KIND.file());
                assert_eq!(S::NAMES.iter().filter(|other| *other == name).count(), 1, "{name}");
            }
        }
        let sets = &Gazetteers::embedded().word_sets;
        check::<ClassSet>(sets);
        check::<FunctionSet>(sets);
        check::<LexicalSet>(sets);
    }

    #[test]
    fn a_set_holds_its_members_alone() {
        let mut members = Members::default();
        for word in ["under", "off", "über", "off"] {
            members.add(word);
        }
        assert_eq!(members.words.iter().map(|word| &**word).collect::<Vec<_>>(), ["off", "under", "über"]);
        for (word, held) in [("off", true), ("under", true), ("über", true), ("of", false), ("udder", false), ("", false), ("ünder", false)]
        {
            assert_eq!(members.has(word), held, "{word}");
        }
    }
}
