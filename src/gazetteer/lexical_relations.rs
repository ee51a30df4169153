//! Lexical relations: which words two writers use for one thing, which cannot both be said of it, and which tell nothing.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Sources;
use super::slots::SlotWords;
use super::table::TableKind;

const SYNONYMS: TableKind =
    TableKind { name: "synonyms", columns: &["words"], key: &[0], embedded: include_str!("../../gazetteers/synonyms.tsv") };

const ANTONYMS: TableKind =
    TableKind { name: "antonyms", columns: &["word", "opposite"], key: &[0, 1], embedded: include_str!("../../gazetteers/antonyms.tsv") };

const WORDING_CUES: TableKind = TableKind {
    name: "wording_cues",
    columns: &["lemma", "kind"],
    key: &[0, 1],
    embedded: include_str!("../../gazetteers/wording_cues.tsv"),
};

const HYPERNYMS: TableKind =
    TableKind { name: "hypernyms", columns: &["word", "kinds"], key: &[0], embedded: include_str!("../../gazetteers/hypernyms.tsv") };

const DIRECTED_RELATIONS: TableKind = TableKind {
    name: "directed_relations",
    columns: &["word", "relation", "subject", "link"],
    key: &[0, 1],
    embedded: include_str!("../../gazetteers/directed_relations.tsv"),
};

const UNIQUE_ROLES: TableKind =
    TableKind { name: "unique_roles", columns: &["role"], key: &[0], embedded: include_str!("../../gazetteers/unique_roles.tsv") };

const UNIQUE_EVENTS: TableKind = TableKind {
    name: "unique_events",
    columns: &["word", "unique"],
    key: &[0],
    embedded: include_str!("../../gazetteers/unique_events.tsv"),
};

const EXCLUSIVE_ROLES: TableKind = TableKind {
    name: "exclusive_roles",
    columns: &["roles", "within"],
    key: &[0],
    embedded: include_str!("../../gazetteers/exclusive_roles.tsv"),
};

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] =
    &[SYNONYMS, ANTONYMS, HYPERNYMS, WORDING_CUES, DIRECTED_RELATIONS, UNIQUE_EVENTS, UNIQUE_ROLES, EXCLUSIVE_ROLES];

/// Where roles of which nobody has two at a time exclude each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleGroup {
    /// The group of roles.
    pub group: u16,
    /// Only in one body, which both statements name.
    pub in_one_body: bool,
}

/// How a word tells of a relation with two unlike sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectedRelation {
    /// What the relation comes to: "own", of "subsidiary".
    pub relation: Box<str>,
    /// Whether the subject of the verb, or what the noun is said of, is the first of the two sides.
    pub subject_is_first: bool,
    /// Where the other side stands: "object", or prepositions.
    pub links: Vec<Box<str>>,
}

/// What there is one of in an event that comes about once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UniqueEvent {
    /// Who did it.
    pub agent: bool,
    /// When.
    pub time: bool,
    /// Where.
    pub place: bool,
}

/// What a word means where the wording of two passages is compared; the table's own comment says it of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordingCue {
    /// Says nothing by itself.
    Small,
    /// A class of predicates too wide to tell that two verbs mean one thing.
    WideClass,
    /// Its complement is asked, wished or doubted.
    Doubt,
    /// Says only that its subject is or was there.
    Happening,
    /// Says only where its subject is.
    Location,
    /// A preposition for being in a place, a time or a whole.
    Inside,
    /// Names a day, a month, a quarter.
    Calendar,
    /// What depends on the verb need not come about.
    Unfulfilled,
    /// What the noun names is not, not any more, or not yet.
    Unreal,
    /// Singles one out among others.
    Rank,
    /// The last word of what bounds a number.
    Bound,
    /// Before a preposition, keeps apart from the place.
    Distance,
    /// A verb of speech, whose subject can be silent on one thing and tell another.
    Speech,
    /// A pronoun of somebody who speaks or is spoken to.
    Speaker,
    /// Denies the word that it stands before.
    Prefix,
    /// A verb that only carries the noun that is its object.
    Carrier,
    /// An ending that makes one part of speech of another.
    Ending,
    /// A verb that says what its subject is or does, by "as".
    Function,
    /// Introduces some of those who are meant: "such as".
    Opening,
    /// Says of which country somebody is.
    National,
    /// Ties the parts of two lists one to one.
    Pairing,
    /// Means any human being.
    Person,
    /// Says by "from" of which country somebody is.
    Origin,
    /// Before a participle, says for what or by what: "for burning the mill".
    Ground,
    /// Says that somebody has a role now.
    Current,
    /// Before a noun, says that there is none.
    NoneOf,
    /// A verb that says without an object that its subject is or was there.
    Existing,
    /// A verb for giving, whose passive says that its subject got something.
    Giving,
    /// A verb for getting something.
    Receiving,
    /// A verb by which somebody says that something is not so.
    Denial,
    /// A noun for what is denied: "reports that …".
    Rumour,
    /// Says which one of a row it is.
    Ordinal,
    /// Before a noun, some of those that there are.
    Part,
    /// All of those that there are.
    Whole,
    /// A modal verb whose negation says that something does not come about.
    Ability,
    /// The verb of "take place".
    TakesPlace,
    /// The noun of "take place".
    Occasion,
    /// A pronoun for one person.
    OfPerson,
    /// A pronoun for a thing.
    OfThing,
    /// A pronoun for several.
    OfSeveral,
}

impl WordingCue {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "small" => Self::Small,
            "wide_class" => Self::WideClass,
            "doubt" => Self::Doubt,
            "ground" => Self::Ground,
            "happening" => Self::Happening,
            "location" => Self::Location,
            "inside" => Self::Inside,
            "calendar" => Self::Calendar,
            "unfulfilled" => Self::Unfulfilled,
            "unreal" => Self::Unreal,
            "rank" => Self::Rank,
            "bound" => Self::Bound,
            "current" => Self::Current,
            "distance" => Self::Distance,
            "speech" => Self::Speech,
            "speaker" => Self::Speaker,
            "prefix" => Self::Prefix,
            "carrier" => Self::Carrier,
            "ending" => Self::Ending,
            "function" => Self::Function,
            "national" => Self::National,
            "none_of" => Self::NoneOf,
            "existing" => Self::Existing,
            "giving" => Self::Giving,
            "receiving" => Self::Receiving,
            "denial" => Self::Denial,
            "rumour" => Self::Rumour,
            "ordinal" => Self::Ordinal,
            "part" => Self::Part,
            "whole" => Self::Whole,
            "ability" => Self::Ability,
            "takes_place" => Self::TakesPlace,
            "occasion" => Self::Occasion,
            "of_person" => Self::OfPerson,
            "of_thing" => Self::OfThing,
            "of_several" => Self::OfSeveral,
            "opening" => Self::Opening,
            "origin" => Self::Origin,
            "pairing" => Self::Pairing,
            "person" => Self::Person,
            _ => return None,
        })
    }
}

/// Synonyms and antonyms, by lemma.
#[derive(Debug, Default)]
pub struct LexicalRelations {
    groups: FxHashMap<Box<str>, Vec<u16>>,
    opposites: FxHashMap<Box<str>, Vec<Box<str>>>,
    /// The verbs of those that stand there with a particle: "call", of "call off".
    verbs_of_opposites: FxHashSet<Box<str>>,
    cues: FxHashMap<Box<str>, Vec<WordingCue>>,
    kinds: FxHashMap<Box<str>, Vec<Box<str>>>,
    directed: FxHashMap<Box<str>, Vec<DirectedRelation>>,
    unique: FxHashMap<Box<str>, UniqueEvent>,
    roles: FxHashSet<Box<str>>,
    /// The last words of unique roles: "minister".
    heads_of_roles: FxHashSet<Box<str>>,
    exclusive: FxHashMap<Box<str>, RoleGroup>,
    /// The last words of exclusive roles.
    heads_of_exclusive: FxHashSet<Box<str>>,
}

impl LexicalRelations {
    pub(crate) fn load(sources: &mut Sources<'_>, slots: &SlotWords) -> Self {
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
            relations.opposites.entry(a.into()).or_default().push(b.into());
            relations.opposites.entry(b.into()).or_default().push(a.into());
            let verbs = [a, b].into_iter().filter_map(|word| word.split_once(' ')).map(|(verb, _)| verb);
            relations.verbs_of_opposites.extend(verbs.map(Into::into));
        }
        for row in sources.table(HYPERNYMS).rows {
            relations.kinds.insert(row.cell(0).into(), row.list(1).map(Into::into).collect());
        }
        for row in sources.table(WORDING_CUES).rows {
            match WordingCue::parse(row.cell(1)) {
                Some(cue) => relations.cues.entry(row.cell(0).into()).or_default().push(cue),
                None => sources.problems.push(row.problem(format_args!("the kind {:?}; the table's own comment lists them", row.cell(1)))),
            }
        }
        relations.load_directed(sources);
        relations.load_unique(sources);
        for row in sources.table(UNIQUE_ROLES).rows {
            relations.add_role(row.cell(0));
        }
        for office in slots.unique_offices() {
            relations.add_role(office);
        }
        relations.load_exclusive(sources);
        relations
    }

    fn load_exclusive(&mut self, sources: &mut Sources<'_>) {
        for (group, row) in sources.table(EXCLUSIVE_ROLES).rows.into_iter().enumerate() {
            let in_one_body = match row.cell(1) {
                "body" => true,
                "alone" => false,
                other => {
                    sources.problems.push(row.problem(format_args!("the word {other:?}; it is body or alone")));
                    continue;
                }
            };
            for role in row.list(0) {
                self.heads_of_exclusive.insert(role.rsplit(' ').next().unwrap_or(role).into());
                self.exclusive.insert(role.into(), RoleGroup { group: group as u16, in_one_body });
            }
        }
    }

    fn add_role(&mut self, role: &str) {
        self.heads_of_roles.insert(role.rsplit(' ').next().unwrap_or(role).into());
        self.roles.insert(role.into());
    }

    fn load_directed(&mut self, sources: &mut Sources<'_>) {
        for row in sources.table(DIRECTED_RELATIONS).rows {
            let subject_is_first = match row.cell(2) {
                "first" => true,
                "second" => false,
                other => {
                    sources.problems.push(row.problem(format_args!("the side {other:?}; it is first or second")));
                    continue;
                }
            };
            let relation =
                DirectedRelation { relation: row.cell(1).into(), subject_is_first, links: row.list(3).map(Into::into).collect() };
            self.directed.entry(row.cell(0).into()).or_default().push(relation);
        }
    }

    fn load_unique(&mut self, sources: &mut Sources<'_>) {
        for row in sources.table(UNIQUE_EVENTS).rows {
            let mut unique = UniqueEvent::default();
            for word in row.list(1) {
                match word {
                    "agent" => unique.agent = true,
                    "time" => unique.time = true,
                    "place" => unique.place = true,
                    other => sources.problems.push(row.problem(format_args!("the word {other:?}; it is agent, time or place"))),
                }
            }
            self.unique.insert(row.cell(0).into(), unique);
        }
    }

    /// The relations with two unlike sides that a lemma tells of.
    pub fn directed(&self, lemma: &str) -> &[DirectedRelation] {
        self.directed.get(lemma).map(Vec::as_slice).unwrap_or_default()
    }

    /// What there is one of in the event that a lemma tells of.
    pub fn unique_event(&self, lemma: &str) -> Option<UniqueEvent> {
        self.unique.get(lemma).copied()
    }

    /// Whether a lemma tells of a relation with two unlike sides, of what comes about once, or of a role that one has.
    pub fn is_told_of_two(&self, lemma: &str) -> bool {
        self.directed.contains_key(lemma)
            || self.unique.contains_key(lemma)
            || self.heads_of_roles.contains(lemma)
            || self.heads_of_exclusive.contains(lemma)
    }

    /// The group of a role, whose words are in lower case, of which nobody has two at a time.
    pub fn exclusive_role(&self, role: &str) -> Option<RoleGroup> {
        self.exclusive.get(role).copied()
    }

    /// Whether a role of which nobody has two at a time ends in a lemma.
    pub fn ends_exclusive_role(&self, lemma: &str) -> bool {
        self.heads_of_exclusive.contains(lemma)
    }

    /// Whether one at a time has a role, whose words are lemmas.
    pub fn is_unique_role(&self, role: &str) -> bool {
        self.roles.contains(role)
    }

    /// Whether a unique role ends in a lemma.
    pub fn ends_unique_role(&self, lemma: &str) -> bool {
        self.heads_of_roles.contains(lemma)
    }

    /// Whether a lemma stands in any table of what words mean to each other.
    pub fn is_known(&self, lemma: &str) -> bool {
        self.groups.contains_key(lemma) || self.opposites.contains_key(lemma) || self.is_told_of_two(lemma)
    }

    /// The groups of words that a lemma stands in.
    pub fn groups(&self, lemma: &str) -> &[u16] {
        self.groups.get(lemma).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether two lemmas name opposites.
    pub fn are_opposed(&self, a: &str, b: &str) -> bool {
        self.opposites.get(a).is_some_and(|opposites| opposites.iter().any(|opposite| **opposite == *b))
    }

    /// What a thing or deed is a kind of: "dynamite" is to "attack", "mayor" is "politician".
    pub fn kinds(&self, lemma: &str) -> &[Box<str>] {
        self.kinds.get(lemma).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a lemma, or a verb with its particle, has an opposite.
    pub fn has_opposite(&self, lemma: &str) -> bool {
        self.opposites.contains_key(lemma)
    }

    /// Whether a lemma has an opposite, alone or with a particle.
    pub fn can_be_opposed(&self, lemma: &str) -> bool {
        self.opposites.contains_key(lemma) || self.verbs_of_opposites.contains(lemma)
    }

    /// Whether a lemma, or a class of predicates, is a cue of one kind.
    pub fn is_cue(&self, lemma: &str, cue: WordingCue) -> bool {
        self.cues.get(lemma).is_some_and(|cues| cues.contains(&cue))
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
