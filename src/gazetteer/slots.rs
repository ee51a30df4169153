//! What reconciliation must know of words: families of classes, opposed classes, stages of a transfer, scope, offices, units.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Sources;
use super::table::TableKind;

const CLASS_FAMILIES: TableKind = TableKind {
    name: "class_families",
    columns: &["class", "family", "traits", "base", "past", "participle", "link"],
    key: &[0],
    embedded: include_str!("../../gazetteers/class_families.tsv"),
};

const OPPOSED_CLASSES: TableKind = TableKind {
    name: "opposed_classes",
    columns: &["class", "polarity", "opposite", "opposite_polarity"],
    key: &[0, 1, 2, 3],
    embedded: include_str!("../../gazetteers/opposed_classes.tsv"),
};

const STAGES: TableKind =
    TableKind { name: "stages", columns: &["lemma", "stage"], key: &[0], embedded: include_str!("../../gazetteers/stages.tsv") };

const SCOPE_WORDS: TableKind = TableKind {
    name: "scope_words",
    columns: &["words", "scope"],
    key: &[0, 1],
    embedded: include_str!("../../gazetteers/scope_words.tsv"),
};

const UNIQUE_OFFICES: TableKind =
    TableKind { name: "unique_offices", columns: &["office"], key: &[0], embedded: include_str!("../../gazetteers/unique_offices.tsv") };

const UNIT_CONVERSIONS: TableKind = TableKind {
    name: "unit_conversions",
    columns: &["unit", "base", "factor"],
    key: &[0],
    embedded: include_str!("../../gazetteers/unit_conversions.tsv"),
};

const AMOUNT_NOUNS: TableKind = TableKind {
    name: "amount_nouns",
    columns: &["words", "class", "change"],
    key: &[0],
    embedded: include_str!("../../gazetteers/amount_nouns.tsv"),
};

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] =
    &[AMOUNT_NOUNS, CLASS_FAMILIES, OPPOSED_CLASSES, STAGES, SCOPE_WORDS, UNIQUE_OFFICES, UNIT_CONVERSIONS];

/// How the claims of a class behave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Traits {
    /// Its counts grow while a story runs: deaths, arrests.
    pub running: bool,
    /// Who does it and with whom can change places: talks, deals.
    pub symmetric: bool,
    /// It can be taken back later without contradiction: accepting, joining.
    pub decision: bool,
    /// With an amount of money it is a commitment to pay: approving a package.
    pub commits: bool,
    /// It is about words.
    pub speech: bool,
    /// It holds over time: being, including.
    pub state: bool,
    /// It is a change or a rate.
    pub measure: bool,
    /// It only presents its number: counting, registering, confirming.
    pub presents: bool,
    /// A story has one count of it: the dead, the injured.
    pub toll: bool,
    /// Its counts are of the dead.
    pub dead: bool,
    /// It is told beside the dead: the injured of "one killed, three others hurt" are all of them.
    pub beside_dead: bool,
}

/// A class of predicates as reconciliation takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassFamily {
    /// The family: classes of one family can be claims of one slot.
    pub family: String,
    /// How its claims behave.
    pub traits: Traits,
    /// "pay".
    pub base: String,
    /// "paid".
    pub past: String,
    /// "paid", as in "was paid".
    pub participle: String,
    /// What stands before the target: "to"; empty for a direct object.
    pub link: String,
}

/// How far along a transfer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Asked for.
    Asked,
    /// Offered, pledged, approved, ordered.
    Promised,
    /// Paid, sent, received.
    Delivered,
}

/// What the words beside a number say that it is a number of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScopeWord {
    /// A part: "of them", "first instalment".
    Part,
    /// An addition: "a further 20".
    More,
    /// Beside somebody named: "three others".
    Others,
    /// A rate: "each", "per".
    Each,
    /// "a day".
    Daily,
    /// "a week".
    Weekly,
    /// "a month".
    Monthly,
    /// "a year".
    Yearly,
    /// What did not come about: "would have".
    Contrary,
    /// Counted from an earlier point: "since".
    Since,
    /// A former figure: "earlier", "initially".
    Earlier,
    /// Whoever did it is counted too: "including the gunman".
    Perpetrator,
    /// The whole of which a part is told: "the first part of a package of 90 million"; from the build of the words, not the table.
    Whole,
}

/// What reconciliation must know of words.
#[derive(Debug, Default)]
pub struct SlotWords {
    classes: FxHashMap<String, ClassFamily>,
    opposed: BTreeSet<(String, bool, String, bool)>,
    stages: FxHashMap<String, Stage>,
    scope: FxHashMap<String, Vec<(Vec<String>, ScopeWord)>>,
    offices: FxHashSet<String>,
    units: FxHashMap<String, (String, Decimal)>,
    amount_nouns: FxHashMap<String, (String, bool)>,
}

impl SlotWords {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let mut words = Self::default();
        words.load_classes(sources);
        for row in sources.table(OPPOSED_CLASSES).rows {
            let polarity = |cell: &str| match cell {
                "affirmed" => Some(true),
                "negated" => Some(false),
                _ => None,
            };
            match (polarity(row.cell(1)), polarity(row.cell(3))) {
                (Some(a), Some(b)) => {
                    words.opposed.insert((row.cell(0).to_owned(), a, row.cell(2).to_owned(), b));
                }
                _ => sources.problems.push(row.problem("a polarity is affirmed or negated")),
            }
        }
        for row in sources.table(STAGES).rows {
            let stage = match row.cell(1) {
                "asked" => Stage::Asked,
                "promised" => Stage::Promised,
                "delivered" => Stage::Delivered,
                other => {
                    sources.problems.push(row.problem(format_args!("the stage {other:?}; write asked, promised or delivered")));
                    continue;
                }
            };
            words.stages.insert(row.cell(0).to_owned(), stage);
        }
        words.load_scope(sources);
        for row in sources.table(AMOUNT_NOUNS).rows {
            let fixed = match row.cell(2) {
                "fixed" => true,
                "grows" => false,
                other => {
                    sources.problems.push(row.problem(format_args!("the change {other:?}; write fixed or grows")));
                    continue;
                }
            };
            words.amount_nouns.insert(row.cell(0).to_owned(), (row.cell(1).to_owned(), fixed));
        }
        words.offices = sources.table(UNIQUE_OFFICES).rows.iter().map(|row| row.cell(0).to_owned()).collect();
        for row in sources.table(UNIT_CONVERSIONS).rows {
            match row.cell(2).parse::<Decimal>() {
                Ok(factor) if factor > Decimal::ZERO => {
                    words.units.insert(row.cell(0).to_owned(), (row.cell(1).to_owned(), factor));
                }
                _ => sources.problems.push(row.problem(format_args!("the factor {:?}; write a number above 0", row.cell(2)))),
            }
        }
        words
    }

    fn load_classes(&mut self, sources: &mut Sources<'_>) {
        for row in sources.table(CLASS_FAMILIES).rows {
            let mut traits = Traits::default();
            for name in row.list(2) {
                match name {
                    "running" => traits.running = true,
                    "symmetric" => traits.symmetric = true,
                    "decision" => traits.decision = true,
                    "commits" => traits.commits = true,
                    "speech" => traits.speech = true,
                    "state" => traits.state = true,
                    "measure" => traits.measure = true,
                    "presents" => traits.presents = true,
                    "toll" => traits.toll = true,
                    "dead" => traits.dead = true,
                    "beside_dead" => traits.beside_dead = true,
                    other => sources.problems.push(row.problem(format_args!(
                        "the trait {other:?}; write running, symmetric, decision, commits, speech, state, measure, presents, toll, dead or beside_dead"
                    ))),
                }
            }
            let class = ClassFamily {
                family: row.cell(1).to_owned(),
                traits,
                base: row.cell(3).to_owned(),
                past: row.cell(4).to_owned(),
                participle: row.cell(5).to_owned(),
                link: row.cell(6).to_owned(),
            };
            self.classes.insert(row.cell(0).to_owned(), class);
        }
    }

    fn load_scope(&mut self, sources: &mut Sources<'_>) {
        for row in sources.table(SCOPE_WORDS).rows {
            let scope = match row.cell(1) {
                "part" => ScopeWord::Part,
                "more" => ScopeWord::More,
                "others" => ScopeWord::Others,
                "each" => ScopeWord::Each,
                "daily" => ScopeWord::Daily,
                "weekly" => ScopeWord::Weekly,
                "monthly" => ScopeWord::Monthly,
                "yearly" => ScopeWord::Yearly,
                "contrary" => ScopeWord::Contrary,
                "since" => ScopeWord::Since,
                "earlier" => ScopeWord::Earlier,
                "perpetrator" => ScopeWord::Perpetrator,
                other => {
                    sources
                        .problems
                        .push(row.problem(format_args!("the scope {other:?}; see the table's own comment for the words it takes")));
                    continue;
                }
            };
            let mut phrase = row.cell(0).split(' ').map(str::to_owned);
            if let Some(first) = phrase.next() {
                self.scope.entry(first).or_default().push((phrase.collect(), scope));
            }
        }
    }

    /// The class's row, where it has one.
    pub fn class(&self, class: &str) -> Option<&ClassFamily> {
        self.classes.get(class)
    }

    /// The family of a class; a class without a row is its own family.
    pub fn family<'w>(&'w self, class: &'w str) -> &'w str {
        self.classes.get(class).map_or(class, |row| &row.family)
    }

    /// How the claims of a class behave.
    pub fn traits(&self, class: &str) -> Traits {
        self.classes.get(class).map(|row| row.traits).unwrap_or_default()
    }

    /// Pairs of classes, each with whether it is affirmed, that cannot both hold of one actor, one thing and one time.
    pub fn opposed(&self) -> impl Iterator<Item = (&str, bool, &str, bool)> {
        self.opposed.iter().map(|(a, polarity_a, b, polarity_b)| (a.as_str(), *polarity_a, b.as_str(), *polarity_b))
    }

    /// The stage that a verb says a transfer is at.
    pub fn stage(&self, lemma: &str) -> Option<Stage> {
        self.stages.get(lemma).copied()
    }

    /// The scopes that a run of lower-case words names.
    pub fn scopes(&self, words: &[&str]) -> Vec<ScopeWord> {
        let mut found = Vec::new();
        for (index, word) in words.iter().enumerate() {
            for (rest, scope) in self.scope.get(*word).into_iter().flatten() {
                let follows = words.get(index + 1..index + 1 + rest.len());
                if follows.is_some_and(|follows| follows.iter().zip(rest).all(|(a, b)| a == b)) {
                    found.push(*scope);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The offices that one person at a time holds in a country, in lower case and in no order.
    pub(crate) fn unique_offices(&self) -> impl Iterator<Item = &str> {
        self.offices.iter().map(String::as_str)
    }

    /// Whether one person at a time holds the office in a country; `title` in lower case, without the country.
    pub fn is_unique_office(&self, title: &str) -> bool {
        self.offices.contains(title)
    }

    /// The kind of amount that one or two words in lower case name ("ransom", "aid package"), and whether it is set once.
    pub fn amount_noun(&self, words: &str) -> Option<(&str, bool)> {
        self.amount_nouns.get(words).map(|(class, fixed)| (class.as_str(), *fixed))
    }

    /// The base unit of a unit's dimension, and the factor that turns the unit into it.
    pub fn conversion(&self, unit: &str) -> Option<(&str, Decimal)> {
        self.units.get(unit).map(|(base, factor)| (base.as_str(), *factor))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteers;

    #[test]
    fn classes_of_one_kind_of_event_share_a_family() {
        let words = &Gazetteers::embedded().slots;
        for (a, b) in [("request", "negotiate"), ("send", "expel"), ("sign", "agree"), ("kill", "die")] {
            assert_eq!(words.family(a), words.family(b), "{a} {b}");
        }
        assert_ne!(words.family("pay"), words.family("kill"));
        assert_eq!(words.family("juggle"), "juggle");
    }

    #[test]
    fn opposition_holds_in_both_directions() {
        let words = &Gazetteers::embedded().slots;
        for (a, polarity_a, b, polarity_b) in &words.opposed {
            assert!(words.opposed.contains(&(b.clone(), *polarity_b, a.clone(), *polarity_a)), "{b} against {a}");
        }
    }

    #[test]
    fn words_beside_a_number_say_its_scope() {
        let words = &Gazetteers::embedded().slots;
        let scopes = |text: &str| words.scopes(&text.split(' ').collect::<Vec<_>>());
        assert_eq!(scopes("twelve of them children"), [ScopeWord::Part]);
        assert_eq!(scopes("a further 300 million"), [ScopeWord::More]);
        assert_eq!(scopes("25,000 pesos a day"), [ScopeWord::Daily]);
        assert_eq!(scopes("more than 40 people"), []);
    }
}
