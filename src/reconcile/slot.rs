//! Slots: what a value is a value of.
//!
//! Two claims are of one slot when nothing that both of them say keeps them apart: the class of what happens, who does it
//! and to whom, the kind of thing counted, place and period. What only one of them says keeps nothing apart, but it takes
//! something shared, a participant or the story itself, to bring two claims together.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::claim::model::{Claim, Modality, Participant, ParticipantKind, Polarity};
use crate::gazetteer::Gazetteers;

/// A key of a slot in which two claims can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The group of the articles.
    Group,
    /// What happens.
    Class,
    /// Who does it.
    Actor,
    /// To whom, with whom, where to.
    Target,
    /// What is counted, or the currency.
    Unit,
    /// Where.
    Place,
    /// When.
    Time,
    /// One article gives both values, so they are values of different things.
    SameSource,
    /// Nothing that both name brings them together.
    NothingShared,
}

impl Key {
    /// The key in a sentence: "they differ in …".
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Group => "the group of their articles",
            Self::Class => "what happens",
            Self::Actor => "who does it",
            Self::Target => "to whom or with whom it is done",
            Self::Unit => "what is counted",
            Self::Place => "where",
            Self::Time => "when",
            Self::SameSource => "the thing meant, as one article gives both values",
            Self::NothingShared => "everything: no participant is shared",
        }
    }
}

/// The people and countries on one side of a claim, as sorted names of one notation (`country:RW`, `person:nayib bukele`).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Side {
    /// Countries by their codes.
    pub countries: Vec<String>,
    /// People and organizations by the last word of their names and in full, lower case.
    pub names: Vec<String>,
    /// The head nouns of groups and other things without a name, as noun classes.
    pub heads: Vec<String>,
}

impl Side {
    fn new(participants: &[Participant], gazetteers: &Gazetteers) -> Self {
        let mut side = Self::default();
        for participant in participants {
            if let Some(country) = &participant.country {
                side.countries.push(country.clone());
            }
            if let Some(name) = &participant.name {
                side.names.push(name.to_lowercase());
            } else if participant.country.is_none()
                && participant.kind != ParticipantKind::Country
                && let Some(head) = &participant.head
            {
                side.heads.push(gazetteers.noun_classes.class_of(head).to_owned());
            }
        }
        for values in [&mut side.countries, &mut side.names, &mut side.heads] {
            values.sort_unstable();
            values.dedup();
        }
        side
    }

    /// Whether nothing is named.
    pub fn is_empty(&self) -> bool {
        self.countries.is_empty() && self.names.is_empty()
    }

    fn union(&self, other: &Self) -> Self {
        let join = |a: &[String], b: &[String]| {
            let mut all = [a, b].concat();
            all.sort_unstable();
            all.dedup();
            all
        };
        Self {
            countries: join(&self.countries, &other.countries),
            names: join(&self.names, &other.names),
            heads: join(&self.heads, &other.heads),
        }
    }
}

/// How two sides stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Overlap {
    /// Both name somebody, and nobody is shared.
    Apart,
    /// One of them names nobody.
    Unknown,
    /// Some are shared.
    Partial,
    /// The same.
    Same,
}

/// How the named participants of two sides stand to each other.
pub fn overlap(a: &Side, b: &Side) -> Overlap {
    let countries = overlap_of(&a.countries, &b.countries);
    let names = overlap_of(&a.names, &b.names);
    match (countries, names) {
        (Overlap::Unknown, other) | (other, Overlap::Unknown) => other,
        // Two people of one country are two; one person with and without a country is one.
        (Overlap::Apart, _) | (_, Overlap::Apart) => Overlap::Apart,
        (a, b) => a.min(b),
    }
}

fn overlap_of(a: &[String], b: &[String]) -> Overlap {
    if a.is_empty() || b.is_empty() {
        Overlap::Unknown
    } else if a == b {
        Overlap::Same
    } else if a.iter().any(|value| b.binary_search(value).is_ok()) {
        Overlap::Partial
    } else {
        Overlap::Apart
    }
}

/// What kind of number a claim gives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// No number.
    None,
    /// Money of one currency.
    Money(String),
    /// Things of one noun class.
    Count(String),
    /// Per cent.
    Percent,
}

/// One claim as it is compared.
#[derive(Clone, Debug)]
pub struct Slot<'c> {
    /// The claim.
    pub claim: &'c Claim,
    /// The family of its class.
    pub family: String,
    /// Who does it.
    pub actor: Side,
    /// To whom, with whom, where to.
    pub target: Side,
    /// Where.
    pub place: Side,
    /// What kind of number it gives.
    pub dimension: Dimension,
    /// The words that narrow what is counted down: "venezuelan", "child".
    pub qualifiers: Vec<String>,
    /// First and last day, where both are known.
    pub period: Option<(Date, Date)>,
}

impl<'c> Slot<'c> {
    /// The slot of a claim.
    pub fn new(claim: &'c Claim, gazetteers: &Gazetteers) -> Self {
        let time = claim.time.as_ref();
        Self {
            claim,
            family: gazetteers.predicates.family(&claim.predicate.class).to_owned(),
            actor: Side::new(&claim.actor, gazetteers),
            target: Side::new(&claim.target, gazetteers),
            place: Side::new(&claim.place, gazetteers),
            dimension: dimension(claim, gazetteers),
            qualifiers: Vec::new(),
            period: time.and_then(|time| time.start.zip(time.end)),
        }
    }

    /// Whether who does it and with whom can change places: talks, deals, meetings.
    pub fn is_symmetric(&self) -> bool {
        matches!(self.family.as_str(), "negotiate" | "agree" | "meet")
    }

    /// Whether it is put as a fact, even as an alleged one.
    pub fn is_settled(&self) -> bool {
        matches!(self.claim.modality, Modality::Asserted | Modality::Alleged)
    }

    /// Whether it says that something is so.
    pub fn is_affirmed(&self) -> bool {
        self.claim.polarity == Polarity::Affirmed
    }
}

fn dimension(claim: &Claim, gazetteers: &Gazetteers) -> Dimension {
    let Some(quantity) = &claim.quantity else { return Dimension::None };
    match quantity.unit.as_deref() {
        Some("percent") => Dimension::Percent,
        Some(unit) if unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()) => Dimension::Money(unit.to_owned()),
        Some(unit) => Dimension::Count(gazetteers.noun_classes.class_of(unit).to_owned()),
        None => Dimension::Count("person".to_owned()),
    }
}

/// What keeps two slots apart, or how strongly they are held together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// They are of different slots, for each of these keys.
    Apart(Vec<Key>),
    /// They are of one slot.
    One {
        /// How many participants' sides both name alike.
        shared: usize,
    },
}

/// The values that single articles give side by side: pairs that are values of different things everywhere.
#[derive(Debug, Default)]
pub struct SideBySide {
    pairs: FxHashMap<(String, Dimension), Vec<(String, String)>>,
}

impl SideBySide {
    /// Collects them from all slots.
    pub fn of(slots: &[Slot<'_>]) -> Self {
        let mut by_article: FxHashMap<(&str, &str, &Dimension), Vec<String>> = FxHashMap::default();
        let mut order = Vec::new();
        for slot in slots {
            let Some(value) = value_words(slot.claim) else { continue };
            let key = (slot.claim.article.as_str(), slot.family.as_str(), &slot.dimension);
            let values = by_article.entry(key).or_insert_with(|| {
                order.push(key);
                Vec::new()
            });
            if !values.contains(&value) {
                values.push(value);
            }
        }
        let mut pairs: FxHashMap<(String, Dimension), Vec<(String, String)>> = FxHashMap::default();
        for key in order {
            let values = &by_article[&key];
            let list = pairs.entry((key.1.to_owned(), key.2.clone())).or_default();
            for (index, a) in values.iter().enumerate() {
                list.extend(values[index + 1..].iter().map(|b| ordered(a, b)));
            }
        }
        Self { pairs }
    }

    fn holds(&self, a: &Slot<'_>, b: &Slot<'_>) -> bool {
        let (Some(value_a), Some(value_b)) = (value_words(a.claim), value_words(b.claim)) else { return false };
        let key = (a.family.clone(), a.dimension.clone());
        self.pairs.get(&key).is_some_and(|pairs| pairs.contains(&ordered(&value_a, &value_b)))
    }
}

fn ordered(a: &str, b: &str) -> (String, String) {
    if a <= b { (a.to_owned(), b.to_owned()) } else { (b.to_owned(), a.to_owned()) }
}

fn value_words(claim: &Claim) -> Option<String> {
    claim.quantity.as_ref().and_then(|quantity| quantity.value).map(|value| value.normalize().to_string())
}

/// Compares every key of two slots.
pub fn compare(a: &Slot<'_>, b: &Slot<'_>, same_story: bool, side_by_side: &SideBySide) -> Match {
    let mut apart = Vec::new();
    if a.claim.group != b.claim.group {
        apart.push(Key::Group);
    }
    if a.family != b.family {
        apart.push(Key::Class);
    }
    let (actor, target) = sides(a, b);
    if actor == Overlap::Apart {
        apart.push(Key::Actor);
    }
    if target == Overlap::Apart {
        apart.push(Key::Target);
    }
    if overlap(&a.place, &b.place) == Overlap::Apart {
        apart.push(Key::Place);
    }
    if !units_meet(&a.dimension, &b.dimension) {
        apart.push(Key::Unit);
    }
    if let (Some((start_a, end_a)), Some((start_b, end_b))) = (a.period, b.period)
        && (end_a < start_b || end_b < start_a)
    {
        apart.push(Key::Time);
    }
    if apart.is_empty() && side_by_side.holds(a, b) {
        apart.push(Key::SameSource);
    }
    let shared = usize::from(actor >= Overlap::Partial) + usize::from(target >= Overlap::Partial);
    let both_count = a.dimension != Dimension::None && a.dimension == b.dimension;
    if apart.is_empty() && shared == 0 && !(same_story && both_count) {
        apart.push(Key::NothingShared);
    }
    if apart.is_empty() { Match::One { shared } } else { Match::Apart(apart) }
}

/// How the sides stand to each other, crosswise where the predicate is symmetric.
pub fn sides(a: &Slot<'_>, b: &Slot<'_>) -> (Overlap, Overlap) {
    if a.is_symmetric() {
        let all = overlap(&a.actor.union(&a.target), &b.actor.union(&b.target));
        return (all, all);
    }
    (overlap(&a.actor, &b.actor), overlap(&a.target, &b.target))
}

/// A claim without a number meets any number; two numbers meet in one unit only.
fn units_meet(a: &Dimension, b: &Dimension) -> bool {
    a == b || *a == Dimension::None || *b == Dimension::None
}
