//! Lexical relations: which words two writers use for one thing, and which cannot both be said of it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Sources;
use super::table::TableKind;

const SYNONYMS: TableKind =
    TableKind { name: "synonyms", columns: &["words"], key: &[0], embedded: include_str!("../../gazetteers/synonyms.tsv") };

const ANTONYMS: TableKind =
    TableKind { name: "antonyms", columns: &["word", "opposite"], key: &[0, 1], embedded: include_str!("../../gazetteers/antonyms.tsv") };

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[SYNONYMS, ANTONYMS];

/// Synonyms and antonyms, by lemma.
#[derive(Debug, Default)]
pub struct LexicalRelations {
    groups: FxHashMap<Box<str>, Vec<u16>>,
    opposites: FxHashSet<(Box<str>, Box<str>)>,
}

impl LexicalRelations {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let mut relations = Self::default();
        let table = sources.table(SYNONYMS);
        for (group, row) in table.rows.iter().enumerate() {
            let words: Vec<&str> = row.list(0).collect();
            if words.len() < 2 {
                sources.problems.push(row.problem("a group has two words or more, separated by |"));
            }
            for word in words {
                relations.groups.entry(word.into()).or_default().push(group as u16);
            }
        }
        for row in sources.table(ANTONYMS).rows {
            let (a, b) = (row.cell(0), row.cell(1));
            relations.opposites.insert((a.into(), b.into()));
            relations.opposites.insert((b.into(), a.into()));
        }
        relations
    }

    /// The groups of words that a lemma stands in.
    pub fn groups(&self, lemma: &str) -> &[u16] {
        self.groups.get(lemma).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether two lemmas name opposites.
    pub fn are_opposed(&self, a: &str, b: &str) -> bool {
        self.opposites.contains(&(Box::from(a), Box::from(b)))
    }
}

#[cfg(test)]
mod tests {
    use crate::gazetteer::Gazetteers;

    #[test]
    fn words_stand_in_groups_and_pairs() {
        let relations = &Gazetteers::embedded().lexical_relations;
        let share = |a: &str, b: &str| relations.groups(a).iter().any(|group| relations.groups(b).contains(group));
        assert!(share("buy", "purchase") && share("physician", "doctor") && !share("buy", "doctor"));
        assert!(relations.are_opposed("rise", "fall") && relations.are_opposed("fall", "rise") && !relations.are_opposed("rise", "climb"));
    }
}
