//! Variants: the claims that say exactly the same of one story, taken as one. A report printed a thousand times is one variant.

use std::hash::BuildHasher;
use std::sync::Arc;

use rust_decimal::Decimal;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::entry::Entry;
use super::evidence::{are_apart, likeness};
use super::name::Name;
use super::rules::Around;
use super::slot::{Dimension, Slot};
use super::story::Stories;
use super::symbol::Symbol;

/// How many stories and articles of a variant are remembered for comparing.
const REMEMBERED: usize = 8;

/// The claims that say exactly the same of one story.
#[derive(Debug)]
pub(crate) struct Variant {
    /// The slot, by number.
    pub(crate) slot: u32,
    /// The claims, by the index of their entries, in order.
    pub(crate) entries: Vec<u32>,
    /// The first stories that they stand in.
    pub(crate) stories: Vec<u32>,
    /// How many articles they stand in.
    pub(crate) articles: usize,
}

/// Gathers entries into variants, in the order of their first entries; `entries` must be sorted.
pub(crate) fn variants(entries: &[Entry], slots: &[Arc<Slot>], stories: &Stories) -> Vec<Variant> {
    let mut numbers: FxHashMap<(u32, Option<u32>, u64), u32> = FxHashMap::default();
    let mut variants: Vec<Variant> = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let slot = &slots[entry.slot as usize];
        let story = stories.story(entry.article);
        let known_by = if slot.is_anchored() { None } else { story };
        let number = *numbers.entry((entry.slot, known_by, words_that_tell(entry, slot))).or_insert_with(|| {
            variants.push(Variant { slot: entry.slot, entries: Vec::new(), stories: Vec::new(), articles: 0 });
            variants.len() as u32 - 1
        });
        let variant = &mut variants[number as usize];
        if variant.entries.last().is_none_or(|last| entries[*last as usize].article != entry.article) {
            variant.articles += 1;
        }
        variant.entries.push(index as u32);
        if let Some(story) = story
            && variant.stories.len() < REMEMBERED
            && !variant.stories.contains(&story)
        {
            variant.stories.push(story);
        }
    }
    variants
}

/// What two claims of one slot have to share of their words to say the same: nothing where a number or an office says what is
/// claimed, else all; "Hale said that the bridge is safe" and "Hale said that he would resign" are of one slot.
fn words_that_tell(entry: &Entry, slot: &Slot) -> u64 {
    if slot.number.is_some() || slot.post.is_some() { 0 } else { FxBuildHasher.hash_one(&entry.words) }
}

/// What is known of two variants beside their slots.
pub(crate) fn around(a: &Variant, b: &Variant, entries: &[Entry], slots: &[Arc<Slot>], side_by_side: &SideBySide) -> Around {
    let (slot_a, slot_b) = (&slots[a.slot as usize], &slots[b.slot as usize]);
    let same_group = slot_a.group.is_some() && slot_a.group == slot_b.group;
    let (first_a, first_b) = (&entries[a.entries[0] as usize], &entries[b.entries[0] as usize]);
    let same_article = a.articles == 1 && b.articles == 1 && first_a.article == first_b.article;
    let (likeness, covered) = likeness(&first_a.words, &first_b.words);
    Around {
        same_story: same_group || same_article || a.stories.iter().any(|story| b.stories.contains(story)),
        same_article,
        side_by_side: side_by_side.holds(slot_a, &a.stories, slot_b),
        likeness,
        covered,
        verb_said: (first_b.words.binary_search(&first_a.verb).is_ok(), first_a.words.binary_search(&first_b.verb).is_ok()),
        names_apart: are_apart(&first_a.names, &first_b.names),
        one_office: side_by_side.is_one_office(slot_a, &a.stories, slot_b),
        part_of_own: side_by_side.is_part(first_a.article, slot_a) || side_by_side.is_part(first_b.article, slot_b),
        deaths_told: side_by_side.tells_of_deaths(first_a.article) && side_by_side.tells_of_deaths(first_b.article),
        one_has_died: side_by_side.one_has_died((first_a.article, slot_a), (first_b.article, slot_b)),
        both_tolls_differ: side_by_side.both_tolls_differ(first_a.article, first_b.article),
        only_ones: side_by_side.is_only(first_a.article, slot_a) && side_by_side.is_only(first_b.article, slot_b),
        one_thing: false,
    }
}

/// A number of people this many times another is of another event.
const OTHER_EVENT: Decimal = Decimal::TEN;

/// How many values of one kind in one article are taken as given side by side.
const VALUES_OF_ARTICLE: usize = 12;

/// Where an article gives a value: its group or story, what happens, what is counted.
type Where = (Option<Symbol>, Option<u32>, Symbol, Dimension);

/// Two numbers of things, the lesser first, with their group or story and what is counted.
type ThingPair = (Option<Symbol>, Option<u32>, Dimension, Decimal, Decimal);

/// What an article gives of the dead and the hurt.
#[derive(Clone, Copy, Debug, Default)]
struct Tolls {
    /// The greatest number of dead; one where it gives none but tells of a death.
    dead: Decimal,
    /// The greatest number of hurt.
    hurt: Decimal,
    /// Whether it counts the dead as such, not as some of those hurt.
    counts_dead: bool,
}

impl Tolls {
    fn add(&mut self, slot: &Slot) {
        let people = slot.number.as_ref().filter(|number| matches!(number.dimension, Dimension::People(_)));
        let value = people.and_then(|number| number.value);
        self.counts_dead |= slot.traits.dead && value.is_some() && slot.scope.is_plain();
        let toll = if slot.traits.dead { &mut self.dead } else { &mut self.hurt };
        *toll = value.unwrap_or(Decimal::ONE).max(*toll);
    }
}

/// The values that single articles give side by side: pairs that are values of different things in the whole story.
#[derive(Debug, Default)]
pub(crate) struct SideBySide {
    pairs: FxHashSet<(Where, Decimal, Decimal)>,
    /// The same for what is no number of people, whatever happens.
    of_things: FxHashSet<ThingPair>,
    /// Offices that a story gives of more than one country, or one article to more than one person.
    shared_offices: FxHashSet<(Option<Symbol>, Option<u32>, Symbol)>,
    /// Articles that give several values of one kind.
    several: FxHashSet<(Symbol, Dimension)>,
    tolls: FxHashMap<Symbol, Tolls>,
    /// The greatest sum, and number of people, that an article gives for a family of classes, now.
    totals: FxHashMap<(Symbol, Symbol, Dimension), Vec<Decimal>>,
}

/// "Lind was sentenced to 21 months and Holm to 18": each value is somebody's own, and says nothing of what the other's can be.
fn are_of_two_people(a: &Slot, b: &Slot) -> bool {
    let apart =
        |a: &[Name], b: &[Name]| !a.is_empty() && !b.is_empty() && !a.iter().any(|name| b.iter().any(|other| name.last == other.last));
    apart(&a.target.names, &b.target.names)
}

impl SideBySide {
    /// Collects them; `entries` must be sorted by article.
    pub(crate) fn of(entries: &[Entry], slots: &[Arc<Slot>], stories: &Stories) -> Self {
        let mut pairs = FxHashSet::default();
        let mut of_things = FxHashSet::default();
        let mut several = FxHashSet::default();
        let mut tolls: FxHashMap<Symbol, Tolls> = FxHashMap::default();
        let mut shared_offices = FxHashSet::default();
        let mut countries: FxHashMap<(Option<Symbol>, Option<u32>, Symbol), Symbol> = FxHashMap::default();
        let mut holders: FxHashMap<Symbol, Symbol> = FxHashMap::default();
        let mut totals: FxHashMap<(Symbol, Symbol, Dimension), Vec<Decimal>> = FxHashMap::default();
        let mut seen: FxHashMap<Dimension, Decimal> = FxHashMap::default();
        for run in entries.chunk_by(|a, b| a.article == b.article) {
            let story = stories.story(run[0].article);
            let mut values: Vec<(Where, Decimal, Option<Symbol>, &Slot)> = Vec::new();
            for entry in run {
                let slot = &slots[entry.slot as usize];
                if let Some(office) = slot.post.as_ref().filter(|post| !post.former && !post.acting).and_then(|post| post.unique) {
                    let held = (slot.group, story, office);
                    let said = slot.post.as_ref().is_some_and(|post| post.country_said);
                    let country = slot.actor.countries.iter().chain(&slot.target.countries).filter(|_| said);
                    let elsewhere = country.copied().any(|country| *countries.entry(held).or_insert(country) != country);
                    let two = slot.actor.names.iter().any(|name| *holders.entry(office).or_insert(name.last) != name.last);
                    if elsewhere || two {
                        shared_offices.insert(held);
                    }
                }
                if (slot.traits.dead || slot.traits.beside_dead) && slot.is_affirmed() && slot.is_settled() && !slot.is_past() {
                    tolls.entry(entry.article).or_default().add(slot);
                }
                let Some(number) = &slot.number else { continue };
                let Some(value) = number.value else { continue };
                if *seen.entry(number.dimension).or_insert(value) != value {
                    several.insert((run[0].article, number.dimension));
                }
                let counts = matches!(number.dimension, Dimension::People(_)) && slot.traits.running;
                if (counts || matches!(number.dimension, Dimension::Money(_))) && !slot.is_past() && slot.is_affirmed() {
                    totals.entry((run[0].article, slot.family, kind(number.dimension))).or_default().push(value);
                }
                values.push(((slot.group, story, slot.family, kind(number.dimension)), value, entry.speaker, slot));
            }
            seen.clear();
            holders.clear();
            values.sort_by_key(|value| (value.0, value.1));
            for of_kind in values.chunk_by(|a, b| a.0 == b.0) {
                let of_kind = &of_kind[..of_kind.len().min(2 * VALUES_OF_ARTICLE)];
                for (index, a) in of_kind.iter().enumerate() {
                    // What two speakers say of one thing stands side by side too, and is a dispute.
                    let of_one = |b: &&(_, _, Option<Symbol>, &Slot)| a.2.is_none() || b.2.is_none() || a.2 == b.2;
                    let others = of_kind[index + 1..].iter().filter(of_one).filter(|b| a.1 != b.1 && !are_of_two_people(a.3, b.3));
                    pairs.extend(others.map(|b| (a.0, a.1.min(b.1), a.1.max(b.1))));
                }
            }
            values.retain(|value| !matches!(value.0.3, Dimension::People(_)));
            values.sort_by_key(|value| (value.0.3, value.1));
            for of_kind in values.chunk_by(|a, b| a.0.3 == b.0.3) {
                let of_kind = &of_kind[..of_kind.len().min(VALUES_OF_ARTICLE)];
                for (index, a) in of_kind.iter().enumerate() {
                    let (group, story, _, dimension) = a.0;
                    let others = of_kind[index + 1..].iter().filter(|b| a.1 != b.1 && !are_of_two_people(a.3, b.3));
                    of_things.extend(others.map(|b| (group, story, dimension, a.1, b.1)));
                }
            }
        }
        Self { pairs, of_things, shared_offices, several, tolls, totals }
    }

    /// Whether a story has the office of two slots once.
    fn is_one_office(&self, a: &Slot, stories: &[u32], b: &Slot) -> bool {
        let office = |slot: &Slot| slot.post.as_ref().and_then(|post| post.unique);
        let Some(office) = office(a).filter(|unique| office(b) == Some(*unique)) else { return false };
        let once = |story: Option<u32>| !self.shared_offices.contains(&(a.group, story, office));
        if stories.is_empty() { once(None) } else { stories.iter().all(|story| once(Some(*story))) }
    }

    /// Whether the article gives a greater number of the slot's family and kind elsewhere, of which it can be a part: one of
    /// [`OTHER_EVENT`] times as many people is of another event.
    fn is_part(&self, article: Symbol, slot: &Slot) -> bool {
        let Some(number) = &slot.number else { return false };
        let Some(value) = number.value else { return false };
        let people = matches!(number.dimension, Dimension::People(_));
        let greater = |other: &Decimal| value < *other && (!people || *other < value.saturating_mul(OTHER_EVENT));
        self.totals.get(&(article, slot.family, kind(number.dimension))).is_some_and(|numbers| numbers.iter().any(greater))
    }

    /// Whether the article tells of deaths.
    fn tells_of_deaths(&self, article: Symbol) -> bool {
        self.tolls.get(&article).is_some_and(|tolls| !tolls.dead.is_zero())
    }

    /// Whether the greater of two numbers of the hurt is the lesser with the dead of its article, and the article of the greater
    /// counts no dead beside them.
    fn one_has_died(&self, (a, slot_a): (Symbol, &Slot), (b, slot_b): (Symbol, &Slot)) -> bool {
        let value = |slot: &Slot| slot.number.as_ref().and_then(|number| number.value);
        let (Some(value_a), Some(value_b)) = (value(slot_a), value(slot_b)) else { return false };
        if !(slot_a.traits.beside_dead && slot_b.traits.beside_dead) {
            return false;
        }
        let (greater, lesser) = if value_a < value_b { ((b, value_b), (a, value_a)) } else { ((a, value_a), (b, value_b)) };
        let counts_dead = self.tolls.get(&greater.0).is_some_and(|tolls| tolls.counts_dead);
        let dead = self.tolls.get(&lesser.0).map_or(Decimal::ZERO, |tolls| tolls.dead);
        !counts_dead && !dead.is_zero() && greater.1 == lesser.1 + dead
    }

    /// Whether one of two articles that tell of both has half as many dead again as the other, and half as many hurt again.
    fn both_tolls_differ(&self, a: Symbol, b: Symbol) -> bool {
        let (Some(a), Some(b)) = (self.tolls.get(&a), self.tolls.get(&b)) else { return false };
        let told = [a.dead, a.hurt, b.dead, b.hurt].iter().all(|toll| !toll.is_zero());
        let far = |less: Decimal, more: Decimal| less.saturating_mul(Decimal::new(15, 1)) <= more;
        told && ((far(a.dead, b.dead) && far(a.hurt, b.hurt)) || (far(b.dead, a.dead) && far(b.hurt, a.hurt)))
    }

    /// Whether the number of a slot is the only one of its kind in the article.
    fn is_only(&self, article: Symbol, slot: &Slot) -> bool {
        slot.number.as_ref().is_some_and(|number| !self.several.contains(&(article, number.dimension)))
    }

    fn holds(&self, a: &Slot, stories: &[u32], b: &Slot) -> bool {
        let (Some(number_a), Some(number_b)) = (&a.number, &b.number) else { return false };
        let (Some(value_a), Some(value_b)) = (number_a.value, number_b.value) else { return false };
        let (low, high) = (value_a.min(value_b), value_a.max(value_b));
        let stands = |story: Option<u32>| {
            (a.family != b.family && self.of_things.contains(&(a.group, story, number_a.dimension, low, high)))
                || [a, b]
                    .into_iter()
                    .any(|slot| self.pairs.contains(&((slot.group, story, slot.family, kind(number_a.dimension)), low, high)))
        };
        if stories.is_empty() { stands(None) } else { stories.iter().any(|story| stands(Some(*story))) }
    }
}

/// People of any kind are counted side by side.
fn kind(dimension: Dimension) -> Dimension {
    match dimension {
        Dimension::People(_) => Dimension::People(None),
        other => other,
    }
}
