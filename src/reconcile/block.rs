//! Blocks: which claims are compared at all.
//!
//! The variants of one partition (a group; elsewhere the families that can meet) are taken one by one, the most telling
//! first. Each looks up, in an index over participants, numbers, offices and stories, the facts that share something with it,
//! rarest first, and joins the one that it fits best. A variant is compared with at most [`FACTS_COMPARED`] facts and
//! [`MEMBERS_COMPARED`] members of each, so a hot block (every article about one summit) grows linearly; what lies beyond is
//! not compared, and stands as a fact of its own.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::Ground;
use super::rules::{self, Distance, Relation, Verdict};
use super::slot::Slot;
use super::variant::{Variant, around};

/// How many facts a variant is compared with.
const FACTS_COMPARED: usize = 24;
/// How many facts of one entry of the index are looked at.
const FACTS_OF_KEY: usize = 12;
/// In a partition of so few variants every two are compared.
const SMALL: usize = 48;
/// In one of so many a refusal, and a claim that there is none of a thing, is compared with every other: any verb can tell of what it denies.
const MIDDLING: usize = 512;
/// A side of so many countries is a list.
const LIST: usize = 3;
/// How many members of a fact a variant is compared with, those that made the fact first.
const MEMBERS_COMPARED: usize = 6;

/// A fact while it is put together: variants by number.
#[derive(Debug, Default)]
pub(crate) struct Members {
    /// The variants.
    pub(crate) variants: Vec<u32>,
    /// Whether a later value took the place of an earlier one.
    pub(crate) updated: bool,
}

/// What a partition came to.
#[derive(Debug, Default)]
pub(crate) struct Block {
    /// Its facts.
    pub(crate) facts: Vec<Members>,
    /// Pairs of variants that cannot both be right.
    pub(crate) conflicts: Vec<(u32, u32, Verdict)>,
    /// How many pairs of variants were compared.
    pub(crate) compared: usize,
}

/// Puts the variants of a partition together.
pub(crate) fn put_together(partition: &[u32], ground: &Ground<'_>) -> Block {
    let mut ordered = partition.to_vec();
    ordered.sort_by_key(|number| (telling(&ground.variants[*number as usize], ground), *number));
    let mut block = Block::default();
    let mut index: FxHashMap<u64, OfKey> = FxHashMap::default();
    let mut denials = OfKey::default();
    let mut touching: Vec<(u32, u32)> = Vec::new();
    let mut touched: Vec<u32> = Vec::new();
    for number in ordered {
        let variant = &ground.variants[number as usize];
        let keys = keys(variant, ground);
        let mut best: Option<(u32, u32, bool)> = None;
        touched.clear();
        let denies = is_denial(&ground.slots[variant.slot as usize]);
        let candidates = if partition.len() <= SMALL || (denies && partition.len() <= MIDDLING) {
            (0..block.facts.len() as u32).collect()
        } else {
            candidates(&keys, &index, &denials)
        };
        for fact in candidates {
            block.compared += block.facts[fact as usize].variants.len().min(MEMBERS_COMPARED);
            let standing = standing(number, &block.facts[fact as usize], ground, &mut block.conflicts);
            if standing.joins > 0 && !standing.kept_apart {
                touched.push(fact);
            }
            if let Some(fit) = standing.fit()
                && best.is_none_or(|(best, ..)| fit > best)
            {
                best = Some((fit, fact, standing.updated));
            }
        }
        let fact = if let Some((_, fact, updated)) = best {
            block.facts[fact as usize].updated |= updated;
            fact
        } else {
            block.facts.push(Members::default());
            block.facts.len() as u32 - 1
        };
        block.facts[fact as usize].variants.push(number);
        touching.extend(touched.iter().filter(|other| **other != fact).map(|other| (fact.min(*other), fact.max(*other))));
        for key in keys {
            index.entry(key).or_default().add(fact);
        }
        if denies {
            denials.add(fact);
        }
    }
    join_touching(&mut block, touching, ground);
    block
}

/// Joins facts that a claim of the one shares with the other, where their claims by and large tell of one thing.
///
/// "41 have died", "74 have died by Friday" and "241 have died by the 20th" are of one toll, though the last two give other days. A
/// claim joins the fact that it fits best, and another may come only later that shows two facts to be one.
fn join_touching(block: &mut Block, mut touching: Vec<(u32, u32)>, ground: &Ground<'_>) {
    touching.sort_unstable();
    touching.dedup();
    if touching.is_empty() {
        return;
    }
    let mut joined: Vec<usize> = (0..block.facts.len()).collect();
    for (a, b) in touching {
        let (a, b) = (root(&joined, a as usize), root(&joined, b as usize));
        if a == b {
            continue;
        }
        let (a, b) = (a.min(b), a.max(b));
        let mut whole = Standing::default();
        for number in block.facts[b].variants.clone().into_iter().take(MEMBERS_COMPARED) {
            block.compared += block.facts[a].variants.len().min(MEMBERS_COMPARED);
            whole.add(standing(number, &block.facts[a], ground, &mut block.conflicts));
        }
        if whole.is_of_one_fact() && whole.joins >= whole.unrelated {
            joined[b] = a;
            let other = std::mem::take(&mut block.facts[b]);
            block.facts[a].updated |= other.updated || whole.updated;
            block.facts[a].variants.extend(other.variants);
        }
    }
    block.facts.retain(|fact| !fact.variants.is_empty());
}

/// What stands for a fact among those joined.
fn root(joined: &[usize], mut fact: usize) -> usize {
    while joined[fact] != fact {
        fact = joined[fact];
    }
    fact
}

/// The most telling first: those with a number, naming both sides, in many articles.
fn telling(variant: &Variant, ground: &Ground<'_>) -> Reverse<(bool, usize, usize)> {
    let slot = &ground.slots[variant.slot as usize];
    let named = usize::from(!slot.actor.is_empty()) + usize::from(!slot.target.is_empty());
    Reverse((slot.number.is_some(), named, variant.articles))
}

/// The keys that the index knows a variant by.
fn keys(variant: &Variant, ground: &Ground<'_>) -> Vec<u64> {
    let slot = &ground.slots[variant.slot as usize];
    let of = |symbol| ground.symbols.hash(symbol);
    let hash = |parts: (u8, u64, u64)| FxBuildHasher.hash_one(parts);
    let family = of(ground.meeting.get(&slot.family).copied().unwrap_or(slot.family));
    let value = slot.number.as_ref().and_then(|number| number.value).map(|value| FxBuildHasher.hash_one(value));
    let mut keys = Vec::with_capacity(12);
    for symbol in slot.actor.symbols().chain(slot.target.symbols()).take(8) {
        keys.push(hash((0, family, of(symbol))));
        if let Some(value) = value {
            keys.push(hash((1, family ^ value, of(symbol))));
        }
    }
    // A partition holds one group, which is one story.
    let stories = if slot.group.is_some() { &[u32::MAX][..] } else { &variant.stories[..] };
    for story in stories {
        keys.push(hash((2, family, u64::from(*story))));
        if let (Some(number), Some(value)) = (&slot.number, value) {
            keys.push(hash((3, u64::from(*story), value ^ number.unit.map_or(0, of))));
        }
        if let Some(number) = &slot.number {
            let things = matches!(number.dimension, super::slot::Dimension::Things(_));
            if let Some(named) = number.label.map(|label| label.class).or(number.unit.filter(|_| things)) {
                keys.push(hash((5, u64::from(*story), of(named))));
            }
        }
        // Lists meet lists, whatever is told of them.
        for side in [&slot.actor, &slot.target].into_iter().filter(|side| side.countries.len() >= LIST) {
            keys.extend(side.countries.iter().take(8).map(|country| hash((6, u64::from(*story), of(*country)))));
        }
        if let Some(unique) = slot.post.as_ref().and_then(|post| post.unique) {
            keys.push(hash((4, u64::from(*story), of(unique))));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The facts of one key of the index.
#[derive(Debug, Default)]
struct OfKey {
    /// How many there are.
    number: u32,
    /// The last of them.
    last: u32,
    /// The first of them.
    first: Vec<u32>,
}

impl OfKey {
    fn add(&mut self, fact: u32) {
        if self.number > 0 && self.last == fact {
            return;
        }
        self.number += 1;
        self.last = fact;
        if self.first.len() < FACTS_OF_KEY {
            self.first.push(fact);
        }
    }
}

/// Whether it says that there is none of a thing, or that somebody refuses; where no group joins families, only its own meets it.
fn is_denial(slot: &Slot) -> bool {
    let none = slot.number.as_ref().and_then(|number| number.value).is_some_and(|value| value.is_zero());
    slot.group.is_some() && !slot.is_affirmed() && (slot.refusal || (none && slot.traits.presents))
}

/// The facts that share a key, those of the rarest key first.
fn candidates(keys: &[u64], index: &FxHashMap<u64, OfKey>, denials: &OfKey) -> Vec<u32> {
    let mut lists: Vec<&OfKey> = keys.iter().filter_map(|key| index.get(key)).chain([denials]).collect();
    lists.sort_by_key(|list| list.number);
    let mut found = Vec::with_capacity(FACTS_COMPARED);
    for list in lists {
        for fact in &list.first {
            if found.len() == FACTS_COMPARED {
                return found;
            }
            if !found.contains(fact) {
                found.push(*fact);
            }
        }
    }
    found
}

/// How a variant stands to the members of a fact.
#[derive(Clone, Copy, Debug, Default)]
struct Standing {
    /// The best of what it is to a member, then of how alike their words are.
    best: Option<u32>,
    /// How many members it agrees with, refines or updates; one that says just the same counts twice.
    joins: u32,
    /// How many members give another day, or other names.
    weakly_apart: u32,
    /// How many members nothing brings it together with.
    unrelated: u32,
    /// Whether a key keeps it apart from a member.
    kept_apart: bool,
    /// Whether it updates a member, or is updated.
    updated: bool,
}

impl Standing {
    fn add(&mut self, other: Self) {
        self.best = self.best.max(other.best);
        self.joins += other.joins;
        self.weakly_apart += other.weakly_apart;
        self.unrelated += other.unrelated;
        self.kept_apart |= other.kept_apart;
        self.updated |= other.updated;
    }

    /// Whether more brings it in than keeps it out.
    fn is_of_one_fact(self) -> bool {
        !self.kept_apart && (self.weakly_apart == 0 || self.joins > self.weakly_apart)
    }

    /// How well it fits; none where it is kept out or nothing brings it in.
    fn fit(self) -> Option<u32> {
        self.best.filter(|_| self.is_of_one_fact())
    }
}

/// Compares a variant with the members of a fact; pairs that cannot both be right go to `conflicts`.
fn standing(number: u32, fact: &Members, ground: &Ground<'_>, conflicts: &mut Vec<(u32, u32, Verdict)>) -> Standing {
    let mut standing = Standing::default();
    let variant = &ground.variants[number as usize];
    let slot: &Slot = &ground.slots[variant.slot as usize];
    for &member in fact.variants.iter().take(MEMBERS_COMPARED) {
        let other = &ground.variants[member as usize];
        let other_slot = &ground.slots[other.slot as usize];
        if rules::kept_apart_by_sides(slot, other_slot, ground.opposition) {
            standing.kept_apart = true;
            continue;
        }
        let around = around(variant, other, ground.entries, ground.slots, ground.side_by_side);
        let verdict = rules::compare(slot, other_slot, around, ground.opposition);
        let fit = match verdict.relation {
            Relation::Agree => 4,
            Relation::Refine => 3,
            Relation::Update => 2,
            Relation::Conflict(..) => {
                conflicts.push((number.min(member), number.max(member), verdict));
                1
            }
            Relation::Distinct => {
                match verdict.distance() {
                    Distance::None => standing.unrelated += 1,
                    Distance::Weak => standing.weakly_apart += 1,
                    Distance::Strong => standing.kept_apart = true,
                }
                continue;
            }
        };
        if verdict.joins() {
            standing.joins += if verdict.relation == Relation::Agree { 2 } else { 1 };
        }
        standing.updated |= verdict.relation == Relation::Update;
        // Of equal relations the one of the likest words.
        standing.best = standing.best.max(Some(1000 * fit + around.likeness));
    }
    standing
}

/// How many facts of one figure in one story are looked at.
const FACTS_OF_FIGURE: usize = 8;

/// What a fact is known again by across families: the number of its first variant, and the long lists of its first variants.
fn figures(fact: &Members, ground: &Ground<'_>) -> Vec<((u32, u64), u32)> {
    let mut figures = Vec::new();
    for (place, &number) in fact.variants.iter().take(MEMBERS_COMPARED).enumerate() {
        let variant = &ground.variants[number as usize];
        let slot = &ground.slots[variant.slot as usize];
        // A group is one story.
        let group = slot.group.map(|group| ground.symbols.hash(group));
        let stories = if group.is_some() { &[u32::MAX][..] } else { &variant.stories[..] };
        let value = slot.number.as_ref().filter(|_| place == 0).and_then(|number| Some((number.value?, number.unit)));
        let counted = value.map(|(value, unit)| {
            let unit = unit.filter(|_| group.is_none()).map(|unit| ground.symbols.hash(unit));
            FxBuildHasher.hash_one((value, unit, group))
        });
        let lists = [&slot.actor, &slot.target].into_iter().filter(|side| side.countries.len() > LIST).map(|side| {
            let countries: Vec<u64> = side.countries.iter().map(|country| ground.symbols.hash(*country)).collect();
            FxBuildHasher.hash_one((countries, group))
        });
        let keys: Vec<u64> = counted.into_iter().chain(lists).collect();
        figures.extend(stories.iter().flat_map(|story| keys.iter().map(|key| ((*story, *key), number))));
    }
    figures
}

/// Joins facts of different families in which one story gives one telling figure or list: "58 countries are being asked" and "58
/// countries have been contacted" are of two, and another claim of the one can keep the other apart.
pub(crate) fn join_same_figures(facts: Vec<Members>, ground: &Ground<'_>) -> Vec<Members> {
    let mut by_figure: BTreeMap<(u32, u64), Vec<(usize, u32)>> = BTreeMap::new();
    for (fact, members) in facts.iter().enumerate() {
        for (figure, variant) in figures(members, ground) {
            let of_figure = by_figure.entry(figure).or_default();
            if of_figure.last().is_none_or(|(last, _)| *last != fact) {
                of_figure.push((fact, variant));
            }
        }
    }
    let mut joined: Vec<usize> = (0..facts.len()).collect();
    for together in by_figure.values().filter(|facts| facts.len() > 1) {
        let together = &together[..together.len().min(FACTS_OF_FIGURE)];
        for (index, (a, variant_a)) in together.iter().enumerate() {
            for (b, variant_b) in &together[index + 1..] {
                let (variant_a, variant_b) = (&ground.variants[*variant_a as usize], &ground.variants[*variant_b as usize]);
                let (a, b) = (root(&joined, *a), root(&joined, *b));
                if a == b {
                    continue;
                }
                let around = around(variant_a, variant_b, ground.entries, ground.slots, ground.side_by_side);
                let (slot_a, slot_b) = (&ground.slots[variant_a.slot as usize], &ground.slots[variant_b.slot as usize]);
                if rules::compare(slot_a, slot_b, around, ground.opposition).relation == Relation::Agree {
                    joined[a.max(b)] = a.min(b);
                }
            }
        }
    }
    let mut merged: BTreeMap<usize, Members> = BTreeMap::new();
    for (fact, members) in facts.into_iter().enumerate() {
        let whole = merged.entry(root(&joined, fact)).or_default();
        whole.updated |= members.updated;
        whole.variants.extend(members.variants);
    }
    merged.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::super::Reconciler;
    use super::*;
    use crate::claim::model::{Claim, ClaimQuantity, Participant, ParticipantKind, Predicate};
    use crate::gazetteer::Gazetteers;

    /// How many pairs are compared where `number` articles tell of one summit, each with a minister and a figure of its own.
    fn compared(number: u32, group: Option<&str>) -> usize {
        let mut reconciler = Reconciler::new(Gazetteers::embedded());
        let country = |code: &str| Participant { kind: ParticipantKind::Country, country: Some(code.to_owned()), ..Participant::default() };
        for index in 0..number {
            let minister = format!("Minister Name{index}");
            let figure = ClaimQuantity { value: Some((20 + index).into()), unit: Some("agreement".to_owned()), ..ClaimQuantity::default() };
            reconciler.add(&Claim {
                id: format!("claim-{index:05}"),
                article: format!("article-{index:05}"),
                group: group.map(str::to_owned),
                text: format!("{minister} of Peru negotiated {} agreements with Chile at the summit in Lima", 20 + index),
                predicate: Predicate { lemma: "negotiate".to_owned(), class: "negotiate".to_owned(), ..Predicate::default() },
                actor: vec![country("PE"), Participant { kind: ParticipantKind::Official, name: Some(minister), ..Participant::default() }],
                target: vec![country("CL")],
                quantity: (index % 2 == 0).then_some(figure),
                ..Claim::default()
            });
        }
        reconciler.finish_and_count().1
    }

    #[test]
    fn a_hot_block_grows_in_step_with_its_claims() {
        for group in [None, Some("summit")] {
            let (one, four) = (compared(1_000, group), compared(4_000, group));
            assert!(four <= 5 * one, "{one} pairs of 1,000 claims, {four} of 4,000");
            assert!(four <= 4_000 * FACTS_COMPARED * MEMBERS_COMPARED, "{four} pairs of 4,000 claims");
        }
    }
}
