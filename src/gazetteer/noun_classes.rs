//! Nouns that name the same kind of thing.

use super::Sources;
use super::table::TableKind;
use crate::gazetteer::word_map::WordMap;

const KIND: TableKind = TableKind {
    name: "noun_classes",
    columns: &["lemma", "class", "kind"],
    key: &[0],
    embedded: include_str!("../../gazetteers/noun_classes.tsv"),
};

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[KIND];

/// What kind of thing a noun names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NounKind {
    /// People.
    Person,
    /// Countries.
    Country,
    /// Governments and their parts.
    Government,
    /// Organizations.
    Organization,
    /// Places.
    Place,
    /// Reports, letters, figures.
    Document,
    /// What happens.
    Event,
    /// Things.
    Thing,
    /// Periods.
    Time,
}

/// Nouns that name the same kind of thing.
#[derive(Debug, Default)]
pub struct NounClasses {
    rows: WordMap<(Box<str>, NounKind)>,
}

impl NounClasses {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let table = sources.table(KIND);
        let mut classes = Self::default();
        for row in &table.rows {
            let kind = match row.cell(2) {
                "person" => NounKind::Person,
                "country" => NounKind::Country,
                "government" => NounKind::Government,
                "organization" => NounKind::Organization,
                "place" => NounKind::Place,
                "document" => NounKind::Document,
                "event" => NounKind::Event,
                "thing" => NounKind::Thing,
                "time" => NounKind::Time,
                other => {
                    let problem = format_args!(
                        "the kind {other:?}; write person, country, government, organization, place, document, event, thing or time"
                    );
                    sources.problems.push(row.problem(problem));
                    continue;
                }
            };
            classes.rows.insert(row.cell(0), (row.cell(1).into(), kind));
        }
        classes
    }

    /// The class of a noun's lemma; of a phrase, that of its last word where the phrase itself has no row.
    pub fn class(&self, lemma: &str) -> Option<&str> {
        self.row(lemma).map(|row| &*row.0)
    }

    /// The kind of thing that a noun's lemma names.
    pub fn kind(&self, lemma: &str) -> Option<NounKind> {
        self.row(lemma).map(|row| row.1)
    }

    fn row(&self, lemma: &str) -> Option<&(Box<str>, NounKind)> {
        self.rows.get(lemma).or_else(|| self.rows.get(lemma.rsplit_once(' ')?.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteers;

    #[test]
    fn words_for_one_kind_of_thing_share_a_class() {
        let classes = &Gazetteers::embedded().noun_classes;
        for (one, other) in [("deportee", "migrant"), ("country", "nation"), ("asylum seeker", "refugee")] {
            assert_eq!(classes.class(one), classes.class(other));
            assert!(classes.class(one).is_some());
        }
        assert_eq!(classes.kind("venezuelan migrant"), Some(NounKind::Person));
        assert_eq!(classes.kind("kumquat"), None);
    }
}
