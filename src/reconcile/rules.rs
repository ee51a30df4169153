//! The rules: how two claims stand to each other, and which rule decided.
//!
//! Every key of the two slots is compared first; a key that differs makes them distinct. What is left is decided by one named
//! rule. Precision comes first: a rule that reports a conflict says what it refuses, and when in doubt refuses.

mod dates;
mod lists;
mod numbers;
mod offices;
mod stance;

use rustc_hash::FxHashSet;

use super::model::{ConflictCode, Severity};
use super::slot::{DAYS_OF_NOW, Dimension, Key, Overlap, Side, Slot, heads_apart, overlap};
use super::symbol::{Symbol, Symbols};
use crate::gazetteer::slots::{SlotWords, Traits};

/// How two claims stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// They say the same.
    Agree,
    /// They agree, and the one says more.
    Refine,
    /// The later one took the place of the earlier.
    Update,
    /// They cannot both be right, or hardly.
    Conflict(ConflictCode, Severity),
    /// They say different things that can both be so.
    Distinct,
}

/// A set of keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Keys(u16);

impl Keys {
    const ALL: [Key; 11] = [
        Key::Group,
        Key::Class,
        Key::Actor,
        Key::Target,
        Key::Unit,
        Key::Scope,
        Key::Stage,
        Key::Place,
        Key::Time,
        Key::SameSource,
        Key::NothingShared,
    ];

    fn with(self, key: Key) -> Self {
        Self(self.0 | 1 << key as u16)
    }

    fn add_if(&mut self, condition: bool, key: Key) {
        if condition {
            *self = self.with(key);
        }
    }

    /// Whether the set holds no key.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the set holds the key.
    pub(crate) fn has(self, key: Key) -> bool {
        self.0 & (1 << key as u16) != 0
    }

    /// The keys, in the order of the slot.
    pub(crate) fn iter(self) -> impl Iterator<Item = Key> {
        Self::ALL.into_iter().filter(move |key| self.has(*key))
    }
}

/// What comparing two claims came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// How they stand to each other.
    pub(crate) relation: Relation,
    /// The rule that decided.
    pub(crate) rule: &'static str,
    /// The keys that differ.
    pub(crate) differs: Keys,
}

impl Verdict {
    fn new(relation: Relation, rule: &'static str) -> Self {
        Self { relation, rule, differs: Keys::default() }
    }

    fn distinct(key: Key, rule: &'static str) -> Self {
        Self { relation: Relation::Distinct, rule, differs: Keys::default().with(key) }
    }

    /// Nothing keeps them apart, but nothing brings them together either.
    fn unrelated() -> Self {
        Self::distinct(Key::NothingShared, "slot/nothing-shared")
    }

    /// How far the two are apart.
    pub(crate) fn distance(self) -> Distance {
        if self.relation != Relation::Distinct || self.differs.has(Key::NothingShared) || self.differs == Keys::default().with(Key::Class) {
            Distance::None
        } else if self.differs == Keys::default().with(Key::Time) || self.rule == OTHER_NAMES {
            Distance::Weak
        } else {
            Distance::Strong
        }
    }

    /// Whether they are claims of one fact, no conflict.
    pub(crate) fn joins(self) -> bool {
        matches!(self.relation, Relation::Agree | Relation::Refine | Relation::Update)
    }
}

/// How far two claims are apart that could be of one fact by what a third says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Distance {
    /// Nothing keeps them apart: they agree, disagree, or too little brings them together; or another verb tells of each.
    None,
    /// Days or names that can be of one event: "74 by Friday", "241 by the 20th".
    Weak,
    /// A key that both name makes them claims of two things.
    Strong,
}

/// The rule that keeps two numbers apart by the names beside them.
const OTHER_NAMES: &str = "count/other-names";

/// What is known of two claims beside their slots.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Around {
    /// Their articles tell one story: they are of one group, or name the same people, countries and things.
    pub(crate) same_story: bool,
    /// They stand in one article.
    pub(crate) same_article: bool,
    /// Some article gives both values side by side.
    pub(crate) side_by_side: bool,
    /// How many content words of the shorter evidence the other has too, in hundredths.
    pub(crate) likeness: u32,
    /// What part of the content words of each the other has, in hundredths.
    pub(crate) covered: (u32, u32),
    /// Whether the evidence of the other says the verb of each.
    pub(crate) verb_said: (bool, bool),
    /// Both pieces of evidence hold names, and none in common.
    pub(crate) names_apart: bool,
    /// The story has the office of both once: of one country, and no article gives it to two people.
    pub(crate) one_office: bool,
    /// The article of one of them gives a greater number of its family and kind elsewhere.
    pub(crate) part_of_own: bool,
    /// Both articles tell of deaths.
    pub(crate) deaths_told: bool,
    /// One counts among the hurt who has died in the article of the other.
    pub(crate) one_has_died: bool,
    /// One of the articles has both far more dead and far more hurt than the other.
    pub(crate) both_tolls_differ: bool,
    /// Each is the only number of its kind (money of one currency, things of one noun) in its article.
    pub(crate) only_ones: bool,
    /// A third claim, which says the same as one of them, shows that they are of one thing.
    pub(crate) one_thing: bool,
}

/// Opposed classes by their symbols.
#[derive(Debug, Default)]
pub(crate) struct Opposition {
    pairs: FxHashSet<(Symbol, bool, Symbol, bool)>,
    sides: FxHashSet<(Symbol, bool)>,
}

impl Opposition {
    /// The pairs of the table whose classes have been seen.
    pub(crate) fn of(words: &SlotWords, symbols: &mut Symbols) -> Self {
        let mut opposition = Self::default();
        for (a, polarity_a, b, polarity_b) in words.opposed() {
            let (a, b) = (symbols.of(a), symbols.of(b));
            opposition.pairs.insert((a, polarity_a, b, polarity_b));
            opposition.sides.insert((a, polarity_a));
        }
        opposition
    }

    /// Whether the class, affirmed or negated, is opposed to any.
    pub(crate) fn knows(&self, class: Symbol, affirmed: bool) -> bool {
        self.sides.contains(&(class, affirmed))
    }

    fn holds(&self, a: &Slot, b: &Slot) -> bool {
        self.pairs.contains(&(a.class, a.is_affirmed(), b.class, b.is_affirmed()))
    }
}

/// Two slots as every rule sees them.
pub(crate) struct Pair<'s> {
    a: &'s Slot,
    b: &'s Slot,
    around: Around,
    actor: Overlap,
    target: Overlap,
}

impl Pair<'_> {
    fn same_class(&self) -> bool {
        self.a.class == self.b.class
    }

    fn same_family(&self) -> bool {
        self.a.family == self.b.family
    }

    /// Whether the class of one of them has a trait.
    fn either(&self, has: impl Fn(&Traits) -> bool) -> bool {
        has(&self.a.traits) || has(&self.b.traits)
    }

    fn same_lemma(&self) -> bool {
        self.a.lemma == self.b.lemma
    }

    /// How many sides name somebody in common.
    fn shared_sides(&self) -> u32 {
        if self.a.traits.symmetric && self.b.traits.symmetric {
            return if self.actor >= Overlap::Within { 2 } else { u32::from(self.actor >= Overlap::Partial) };
        }
        u32::from(self.actor >= Overlap::Partial) + u32::from(self.target >= Overlap::Partial)
    }

    /// Whether they have somebody in common on both sides.
    ///
    /// Where who and with whom may change places, that takes two: "the United States is in talks with Libya and Benin" and "the
    /// United States is negotiating pacts in Latin America" are not of one negotiation.
    fn joined_on_both_sides(&self) -> bool {
        let both = self.actor >= Overlap::Partial && self.target >= Overlap::Partial;
        let symmetric = self.a.traits.symmetric && self.b.traits.symmetric;
        if !both || !symmetric {
            return both;
        }
        let (a, b) = (union(&self.a.actor, &self.a.target), union(&self.b.actor, &self.b.target));
        let shared = a.countries.iter().filter(|country| b.countries.contains(country)).count()
            + a.names.iter().filter(|name| b.names.iter().any(|other| other.last == name.last)).count();
        shared >= 2
    }

    /// Whether the one is published on a later day than the other.
    fn days_apart(&self) -> Option<i32> {
        let (a, b) = (self.a.published?, self.b.published?);
        Some((a.since(b).ok()?.get_days()).abs())
    }

    /// Whether a group or two days say that the articles can be of one event; articles of one subject alone are not.
    fn is_dated(&self) -> bool {
        self.a.group.is_some() || (self.a.published.is_some() && self.b.published.is_some())
    }

    /// Whether things without a name on one side are of different kinds: a treaty, an offer.
    fn heads_differ(&self) -> bool {
        self.actor_heads_differ() || heads_apart(&self.a.target.heads, &self.b.target.heads)
    }

    /// Whether the actors are of different kinds: imports, exports; or the one is a country, the other a part of it.
    fn actor_heads_differ(&self) -> bool {
        heads_apart(&self.a.actor.heads, &self.b.actor.heads)
    }

    /// What part of the content words of `slot`, one of the two, the other has.
    fn coverage_of(&self, slot: &Slot) -> u32 {
        if std::ptr::eq(slot, self.a) { self.around.covered.0 } else { self.around.covered.1 }
    }

    /// Whether both are put alike: as facts, or both as plans or requests.
    fn same_footing(&self) -> bool {
        (self.a.is_settled() && self.b.is_settled()) || self.a.modality == self.b.modality
    }
}

/// Compares two slots: every key first, then the rule for what is left.
pub(crate) fn compare(a: &Slot, b: &Slot, around: Around, opposition: &Opposition) -> Verdict {
    let (actor, target) = sides(a, b);
    let pair = Pair { a, b, around, actor, target };
    if a.group != b.group {
        return Verdict::distinct(Key::Group, "slot/group");
    }
    let opposed = opposition.holds(a, b);
    if a.family != b.family && !opposed {
        let across = if a.polarity == b.polarity {
            lists::across_classes(&pair)
                .or_else(|| numbers::across_classes(&pair))
                .or_else(|| numbers::same_figure(&pair))
                .or_else(|| stance::both_deny(&pair))
        } else {
            stance::given_up(&pair).or_else(|| stance::across_classes(&pair))
        };
        return across.unwrap_or(Verdict::distinct(Key::Class, "slot/class"));
    }
    if a.post.is_some() && b.post.is_some() && a.polarity == b.polarity {
        return offices::compare(&pair);
    }
    let mut differs = Keys::default();
    differs.add_if(actor == Overlap::Apart, Key::Actor);
    differs.add_if(target == Overlap::Apart, Key::Target);
    differs.add_if(overlap(&a.place, &b.place) == Overlap::Apart, Key::Place);
    differs.add_if(!units_meet(a.dimension(), b.dimension()) && !numbers::one_currency(&pair), Key::Unit);
    if times_differ(&pair) {
        if differs.is_empty()
            && let Some(verdict) = dates::compare(&pair, opposed)
        {
            return verdict;
        }
        differs.add_if(true, Key::Time);
    }
    if !differs.is_empty() {
        return Verdict { relation: Relation::Distinct, rule: "slot/keys", differs };
    }
    if a.polarity != b.polarity || opposed {
        return stance::compare(&pair, opposed);
    }
    if let Some(verdict) = lists::compare(&pair) {
        return verdict;
    }
    match (&a.number, &b.number) {
        (Some(number_a), Some(number_b)) => numbers::compare(&pair, number_a, number_b),
        (None, None) => same_words(&pair),
        _ => one_number(&pair),
    }
}

/// Whether the participants or the places alone keep two slots apart, as they do most: what [`compare`] comes to for these
/// without a look at their words.
pub(crate) fn kept_apart_by_sides(a: &Slot, b: &Slot, opposition: &Opposition) -> bool {
    let two_posts = a.post.is_some() && b.post.is_some() && a.polarity == b.polarity;
    if a.group != b.group || two_posts || (a.family != b.family && !opposition.holds(a, b)) {
        return false;
    }
    let (actor, target) = sides(a, b);
    actor == Overlap::Apart || target == Overlap::Apart || overlap(&a.place, &b.place) == Overlap::Apart
}

/// How the sides stand to each other, crosswise where the predicate is symmetric.
pub(crate) fn sides(a: &Slot, b: &Slot) -> (Overlap, Overlap) {
    let (actor, target) = (overlap(&a.actor, &b.actor), overlap(&a.target, &b.target));
    if a.traits.symmetric && b.traits.symmetric && (actor < Overlap::Within || target < Overlap::Within) {
        let all = overlap(&union(&a.actor, &a.target), &union(&b.actor, &b.target));
        // "Chile, Mexico and Peru signed with Korea" and "Mexico signed with Korea": Korea alone brings no two signers together.
        if all == Overlap::Partial && actor == Overlap::Apart && target >= Overlap::Within {
            return (actor, target);
        }
        return (all, all);
    }
    (actor, target)
}

fn union(a: &Side, b: &Side) -> Side {
    fn join<T: Ord + Copy>(a: &[T], b: &[T]) -> Box<[T]> {
        let mut all: Vec<T> = a.iter().chain(b).copied().collect();
        all.sort_unstable();
        all.dedup();
        all.into()
    }
    Side { countries: join(&a.countries, &b.countries), names: join(&a.names, &b.names), heads: join(&a.heads, &b.heads) }
}

/// A claim without a number meets any number; two numbers meet in one dimension only, and people meet people as such.
fn units_meet(a: Option<Dimension>, b: Option<Dimension>) -> bool {
    match (a, b) {
        (None, _) | (_, None) => true,
        (Some(Dimension::People(a)), Some(Dimension::People(b))) => a == b || a.is_none() || b.is_none(),
        // "Costa Rica accommodates dozens": of what, the other says.
        (Some(Dimension::Bare), Some(other)) | (Some(other), Some(Dimension::Bare)) => {
            matches!(other, Dimension::People(_) | Dimension::Countries | Dimension::Things(_) | Dimension::Bare)
        }
        (Some(a), Some(b)) => a == b,
    }
}

/// Both give a time, and the times have no day in common.
fn times_differ(pair: &Pair<'_>) -> bool {
    matches!((pair.a.period, pair.b.period), (Some(a), Some(b)) if a.is_apart(b))
}

/// One is of the past, and the other gives no time: "in 2017 an outbreak killed three" and "11 have died".
fn one_is_past(pair: &Pair<'_>) -> bool {
    let past = |dated: &Slot, undated: &Slot| {
        let (Some(period), None) = (dated.period, undated.period) else { return false };
        let Some(now) = dated.published.or(undated.published) else { return false };
        now.since(period.end).is_ok_and(|span| span.get_days() > DAYS_OF_NOW)
    };
    past(pair.a, pair.b) || past(pair.b, pair.a)
}

/// Two claims without numbers: the same words, or the same participants on both sides.
///
/// Refuses: claims that share a frequent actor only ("the United States said" twice), unless their words are alike; where no group
/// and no days say that two articles tell of one time, the words have to be much alike.
fn same_words(pair: &Pair<'_>) -> Verdict {
    let Around { same_story, likeness, .. } = pair.around;
    let told_together = same_story && pair.is_dated();
    let speaks_of_state = pair.either(|traits| traits.speech || traits.state);
    let both = pair.joined_on_both_sides()
        && likeness
            >= match (told_together, speaks_of_state) {
                (true, false) => 0,
                (true, true) => 25,
                (false, false) => 40,
                (false, true) => 60,
            };
    let refused = !pair.a.is_affirmed() && pair.same_class() && pair.actor == Overlap::Same;
    let alike = match (told_together, speaks_of_state) {
        (true, false) => 25,
        (true, true) => 40,
        (false, _) => 60,
    };
    let together = if pair.either(|traits| traits.speech) {
        likeness >= alike && pair.shared_sides() > 0
    } else {
        let decided = pair.same_class() && pair.either(|traits| traits.decision) && likeness >= 34;
        both || (same_story && (refused || decided || likeness >= 60)) || (pair.shared_sides() > 0 && likeness >= alike)
    };
    // A refusal is the same whether the requests or the policy are named that it refuses.
    let one_refusal = refused && same_story && pair.either(|traits| traits.decision) && !pair.actor_heads_differ();
    // "An attempt to send them to Libya and Chad was stopped by a court", "plans for Libya and Chad were halted by a ruling".
    let one_decision = same_story
        && pair.same_class()
        && pair.either(|traits| traits.decision)
        && pair.a.is_affirmed()
        && pair.b.is_affirmed()
        && pair.actor >= Overlap::Unknown
        && pair.target == Overlap::Same
        && pair.a.target.countries.len() >= 2;
    if !(together || one_decision) || (pair.heads_differ() && likeness < 40 && !one_refusal && !one_decision) {
        return Verdict::unrelated();
    }
    if let Some(verdict) = became_deed(pair) {
        return verdict;
    }
    if lists::is_one_of_many(pair) {
        return Verdict::distinct(Key::Scope, "list/one-of-many");
    }
    let equal = pair.actor == Overlap::Same && pair.target == Overlap::Same;
    if equal || likeness >= 60 { Verdict::new(Relation::Agree, "slot/same") } else { Verdict::new(Relation::Refine, "slot/fuller") }
}

/// One gives a number, the other does not: the number refines.
fn one_number(pair: &Pair<'_>) -> Verdict {
    let Around { same_story, likeness, .. } = pair.around;
    let told_together = same_story && pair.is_dated();
    let both = pair.joined_on_both_sides() && (told_together || likeness >= 40);
    // The United States may be in talks with many: one party is no more than half of who is in them.
    let parties = pair.a.traits.symmetric && pair.b.traits.symmetric;
    // "Three members signed a trade agreement with Korea", "Korea concluded a trade agreement with the bloc".
    let one_day = matches!((pair.a.period, pair.b.period), (Some(a), Some(b)) if a.is_day() && a.start == b.start && b.is_day());
    let one_pact = same_story && parties && likeness >= if one_day { 30 } else { 60 };
    let of_class = pair.same_class()
        && likeness
            >= match (told_together, parties) {
                (true, false) => 20,
                (true, true) => 40,
                (false, _) => 60,
            };
    let one = (of_class || one_pact) && pair.shared_sides() > 0;
    let actor_alone = same_story
        && !parties
        && pair.same_class()
        && pair.actor == Overlap::Same
        && !pair.either(|traits| traits.speech)
        && pair.either(|traits| traits.decision);
    let together = both || one || actor_alone || (same_story && likeness >= 60);
    if !together || pair.heads_differ() && likeness < 40 || is_some_of_them(pair) {
        return Verdict::unrelated();
    }
    became_deed(pair).unwrap_or(Verdict::new(Relation::Refine, "slot/with-number"))
}

/// One names who was hit, and the other counts others or more: "Ana Moraru died in the flood", "three people died in the flood".
fn is_some_of_them(pair: &Pair<'_>) -> bool {
    let (counted, named) = if pair.a.number.is_some() { (pair.a, pair.b) } else { (pair.b, pair.a) };
    let value = counted.number.as_ref().and_then(|number| number.value);
    let people = matches!(counted.dimension(), Some(Dimension::People(_)));
    people
        && pair.either(|traits| traits.toll)
        && counted.target.names.is_empty()
        && !named.target.names.is_empty()
        && value != Some(named.target.names.len().into())
}

/// What was planned, asked for or possible in an earlier article is done in a later one.
fn became_deed(pair: &Pair<'_>) -> Option<Verdict> {
    let (earlier, later) = if pair.a.published? < pair.b.published? { (pair.a, pair.b) } else { (pair.b, pair.a) };
    (earlier.published < later.published && !earlier.is_settled() && later.is_settled() && earlier.is_affirmed())
        .then_some(Verdict::new(Relation::Update, "development/plan-became-deed"))
}
