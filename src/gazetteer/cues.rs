//! Cues of polarity and modality, and words that stand for something named elsewhere.

use super::Sources;
use super::table::TableKind;
use crate::gazetteer::word_map::WordMap;

const HEDGES: TableKind =
    TableKind { name: "hedges", columns: &["lemma", "modality"], key: &[0], embedded: include_str!("../../gazetteers/hedges.tsv") };
const MODALS: TableKind =
    TableKind { name: "modals", columns: &["lemma", "modality"], key: &[0], embedded: include_str!("../../gazetteers/modals.tsv") };
const NEGATIONS: TableKind =
    TableKind { name: "negations", columns: &["lemma", "scope"], key: &[0], embedded: include_str!("../../gazetteers/negations.tsv") };
const MARKS: TableKind =
    TableKind { name: "clause_marks", columns: &["lemma", "kind"], key: &[0], embedded: include_str!("../../gazetteers/clause_marks.tsv") };
const REFERENCES: TableKind =
    TableKind { name: "references", columns: &["word", "kind"], key: &[0], embedded: include_str!("../../gazetteers/references.tsv") };

const ATTRIBUTING: TableKind = TableKind {
    name: "attributing_verbs",
    columns: &["lemma", "kind"],
    key: &[0],
    embedded: include_str!("../../gazetteers/attributing_verbs.tsv"),
};

const ATTRIBUTING_NOUNS: TableKind = TableKind {
    name: "attributing_nouns",
    columns: &["lemma", "kind"],
    key: &[0],
    embedded: include_str!("../../gazetteers/attributing_nouns.tsv"),
};

const REPORTS: TableKind = TableKind {
    name: "report_verbs",
    columns: &["lemma", "modality"],
    key: &[0],
    embedded: include_str!("../../gazetteers/report_verbs.tsv"),
};

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[ATTRIBUTING, ATTRIBUTING_NOUNS, HEDGES, MODALS, NEGATIONS, MARKS, REFERENCES, REPORTS];

/// How a word puts the clause that it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Manner {
    /// As a fact.
    Asserted,
    /// As a plan.
    Planned,
    /// As something asked for.
    Requested,
    /// As something that may be.
    Possible,
    /// As something alleged.
    Alleged,
    /// As something that is not so.
    Negated,
}

impl Manner {
    pub(crate) const NAMES: &'static str = "asserted, planned, requested, possible, alleged or negated";

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "asserted" => Self::Asserted,
            "planned" => Self::Planned,
            "requested" => Self::Requested,
            "possible" => Self::Possible,
            "alleged" => Self::Alleged,
            "negated" => Self::Negated,
            _ => return None,
        })
    }
}

/// What a negating word covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NegationScope {
    /// The clause it stands in: "not".
    Clause,
    /// The clause whose noun it determines: "no".
    Noun,
    /// The complement it introduces: "without".
    Complement,
}

/// What a verb says of whose words something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attributing {
    /// It tells what its subject says of somebody or something: "criticize".
    Act,
    /// It tells what its subject thinks of somebody or something: "regard".
    View,
    /// It tells what its subject wants, promises or means to do: "promise", "call for".
    Stance,
    /// Its subject is a document or a body, and the object is what that finds: "show".
    Finding,
    /// Its clause is nobody's words: "ensure".
    Fact,
    /// Its object names what its subject says: "launch an attack on".
    Utter,
}

impl Attributing {
    /// Whether the verb alone gives somebody's words or thoughts.
    pub(crate) fn gives_words(self) -> bool {
        !matches!(self, Self::Fact | Self::Utter)
    }
}

/// What a noun says of whose words something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributingNoun {
    /// What somebody says by making it: "launched an attack on", "issued a threat".
    Act,
    /// What somebody's thoughts or words are called: "in the minister's view".
    View,
    /// What people are asked in: "poll".
    Poll,
    /// A piece of research: "study".
    Study,
    /// What an outlet named before is called: "the newspaper".
    Outlet,
    /// People who act and speak together under a word for what they do: "the Torres campaign".
    Body,
}

/// What a word that introduces a clause makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// It is not asserted.
    Condition,
    /// It gives a reason.
    Cause,
    /// It is set against the main clause.
    Contrast,
    /// It says when.
    Time,
}

/// What a referring word can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// "he"
    Man,
    /// "she"
    Woman,
    /// "they"
    Several,
    /// "it"
    Thing,
    /// "we"
    Own,
    /// "I"
    Speaker,
    /// "there"
    Place,
    /// "the country"
    Country,
    /// "these nations"
    Countries,
    /// "the government"
    Government,
    /// "a judge", "the court": somebody with an office or a public body, by description.
    Office,
}

/// Cues of polarity and modality.
#[derive(Debug, Default)]
pub struct Cues {
    hedges: WordMap<Manner>,
    modals: WordMap<Manner>,
    negations: WordMap<NegationScope>,
    marks: WordMap<MarkKind>,
    references: WordMap<ReferenceKind>,
    attributing: WordMap<Attributing>,
    attributing_nouns: WordMap<AttributingNoun>,
    reports: WordMap<Manner>,
}

impl Cues {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        Self {
            hedges: load(sources, HEDGES, Manner::parse),
            modals: load(sources, MODALS, Manner::parse),
            negations: load(sources, NEGATIONS, |name| {
                Some(match name {
                    "clause" => NegationScope::Clause,
                    "noun" => NegationScope::Noun,
                    "complement" => NegationScope::Complement,
                    _ => return None,
                })
            }),
            reports: load(sources, REPORTS, Manner::parse),
            attributing: load(sources, ATTRIBUTING, |name| {
                Some(match name {
                    "act" => Attributing::Act,
                    "view" => Attributing::View,
                    "stance" => Attributing::Stance,
                    "finding" => Attributing::Finding,
                    "fact" => Attributing::Fact,
                    "utter" => Attributing::Utter,
                    _ => return None,
                })
            }),
            attributing_nouns: load(sources, ATTRIBUTING_NOUNS, |name| {
                Some(match name {
                    "act" => AttributingNoun::Act,
                    "view" => AttributingNoun::View,
                    "poll" => AttributingNoun::Poll,
                    "study" => AttributingNoun::Study,
                    "outlet" => AttributingNoun::Outlet,
                    "body" => AttributingNoun::Body,
                    _ => return None,
                })
            }),
            marks: load(sources, MARKS, |name| {
                Some(match name {
                    "condition" => MarkKind::Condition,
                    "cause" => MarkKind::Cause,
                    "contrast" => MarkKind::Contrast,
                    "time" => MarkKind::Time,
                    _ => return None,
                })
            }),
            references: load(sources, REFERENCES, |name| {
                Some(match name {
                    "man" => ReferenceKind::Man,
                    "woman" => ReferenceKind::Woman,
                    "several" => ReferenceKind::Several,
                    "thing" => ReferenceKind::Thing,
                    "own" => ReferenceKind::Own,
                    "speaker" => ReferenceKind::Speaker,
                    "place" => ReferenceKind::Place,
                    "country" => ReferenceKind::Country,
                    "countries" => ReferenceKind::Countries,
                    "government" => ReferenceKind::Government,
                    "office" => ReferenceKind::Office,
                    _ => return None,
                })
            }),
        }
    }

    /// How an adverb or adjective puts what it modifies: "reportedly", "planned".
    pub fn hedge(&self, lemma: &str) -> Option<Manner> {
        self.hedges.get(lemma).copied()
    }

    /// How a modal verb puts its clause, by its lemma or its word in lower case.
    pub fn modal(&self, word: &str) -> Option<Manner> {
        self.modals.get(word).copied()
    }

    /// What a negating word covers.
    pub fn negation(&self, lemma: &str) -> Option<NegationScope> {
        self.negations.get(lemma).copied()
    }

    /// What a word that introduces a clause makes of it.
    pub fn mark(&self, lemma: &str) -> Option<MarkKind> {
        self.marks.get(lemma).copied()
    }

    /// How a verb of report or belief puts what is told under it, where nobody is named who says it: "is believed to".
    pub fn report(&self, lemma: &str) -> Option<Manner> {
        self.reports.get(lemma).copied()
    }

    /// Whose words a verb gives, by its lemma, with particle or preposition where it has one.
    pub fn attributing(&self, lemma: &str) -> Option<Attributing> {
        self.attributing.get(lemma).copied()
    }

    /// What a noun says of whose words something is, by its lemma.
    pub fn attributing_noun(&self, lemma: &str) -> Option<AttributingNoun> {
        self.attributing_nouns.get(lemma).copied()
    }

    /// What a referring word, in lower case, can stand for.
    pub fn reference(&self, word: &str) -> Option<ReferenceKind> {
        self.references.get(word).copied()
    }
}

fn load<T>(sources: &mut Sources<'_>, kind: TableKind, read: impl Fn(&str) -> Option<T>) -> WordMap<T> {
    let mut entries = WordMap::default();
    let table = sources.table(kind);
    for row in &table.rows {
        if let Some(value) = read(row.cell(1)) {
            entries.insert(row.cell(0), value);
        } else {
            let problem = format_args!("the {} {:?} is not known; see the other rows for what there is", kind.columns[1], row.cell(1));
            sources.problems.push(row.problem(problem));
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteers;

    #[test]
    fn cues_say_what_they_cover() {
        let cues = &Gazetteers::embedded().cues;
        assert_eq!(cues.hedge("reportedly"), Some(Manner::Alleged));
        assert_eq!(cues.modal("may"), Some(Manner::Possible));
        assert_eq!(cues.negation("not"), Some(NegationScope::Clause));
        assert_eq!(cues.negation("no"), Some(NegationScope::Noun));
        assert_eq!(cues.mark("if"), Some(MarkKind::Condition));
        assert_eq!(cues.reference("he"), Some(ReferenceKind::Man));
        assert_eq!(cues.attributing("call for"), Some(Attributing::Stance));
        assert_eq!(cues.attributing("ensure"), Some(Attributing::Fact));
        assert_eq!(cues.attributing_noun("poll"), Some(AttributingNoun::Poll));
        assert_eq!(cues.hedge("table"), None);
    }
}
