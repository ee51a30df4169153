//! Origins: whom a claim comes from. Five outlets that cite one newspaper are one origin.
//!
//! In this order: the outlet or document cited for the claim; the outlet that its article credits; whoever first printed the
//! same passage, near-duplicates included; whoever an article takes most of its passages from; its own publisher.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::entry::Entry;
use super::evidence::{SKETCH, sketch_likeness};
use super::name::fold;
use super::slot::Slot;
use super::symbol::{Symbol, Symbols};
use crate::gazetteer::word_sets::{LexicalSet, WordSets};

/// Passages that share this many hundredths of their shingles are one passage.
const NEAR_DUPLICATE: u32 = 55;
/// Places of a sketch that are looked up together: two passages meet where they agree in all of one band.
const BAND: usize = 3;
/// How many passages of one look-up a passage is compared with.
const PASSAGES_COMPARED: usize = 4;
/// An article that shares this many passages with another,
const PASSAGES_TAKEN: usize = 3;
/// and this part of its own, in hundredths, is a retelling of it.
const PART_TAKEN: usize = 40;

/// The origin of each entry; `entries` must be sorted by article and place.
pub(crate) fn origins(entries: &[Entry], slots: &[Arc<Slot>], symbols: &mut Symbols, sets: &WordSets) -> Vec<Symbol> {
    let cited = cited_names(entries, slots, symbols, sets);
    let passages = Passages::of(entries, slots, symbols);
    let taken = taken_from(entries, &passages, symbols);
    (0..entries.len())
        .map(|index| {
            let first = passages.first(index);
            let source = taken.get(&entries[first].article).copied().unwrap_or(entries[first].source);
            cited[index].or(cited[first]).unwrap_or(source)
        })
        .collect()
}

fn name_words(name: &str, sets: &WordSets) -> Vec<String> {
    fold(name)
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty() && !sets.has(LexicalSet::OutletDescription, word))
        .map(str::to_owned)
        .collect()
}

/// Names by their group and each of their words.
type FullNames = FxHashMap<(Option<Symbol>, String), Vec<(Vec<String>, Symbol)>>;

/// The outlet or document cited for each entry, the short form of a name ("the Journal") as the full one where its group has one.
fn cited_names(entries: &[Entry], slots: &[Arc<Slot>], symbols: &mut Symbols, sets: &WordSets) -> Vec<Option<Symbol>> {
    let mut full: FullNames = FxHashMap::default();
    let mut seen = rustc_hash::FxHashSet::default();
    for entry in entries {
        let group = slots[entry.slot as usize].group;
        for name in [Some(entry.source), entry.cited].into_iter().flatten() {
            if !seen.insert((group, name)) {
                continue;
            }
            let words = name_words(symbols.string(name), sets);
            for word in &words {
                full.entry((group, word.clone())).or_default().push((words.clone(), name));
            }
        }
    }
    let mut resolved: FxHashMap<(Option<Symbol>, Symbol), Option<Symbol>> = FxHashMap::default();
    entries
        .iter()
        .map(|entry| {
            let name = entry.cited?;
            let group = slots[entry.slot as usize].group;
            *resolved.entry((group, name)).or_insert_with(|| {
                let words = name_words(symbols.string(name), sets);
                let last = words.last()?;
                let fuller = full
                    .get(&(group, last.clone()))
                    .into_iter()
                    .flatten()
                    .filter(|(longer, _)| words.iter().all(|word| longer.contains(word)));
                // The longest of the names that hold all its words; of equally long ones the first by name.
                let best = fuller
                    .max_by_key(|(longer, symbol)| (longer.len().min(6), std::cmp::Reverse(symbols.string(*symbol))))
                    .map(|(_, symbol)| *symbol);
                Some(best.unwrap_or(name))
            })
        })
        .collect()
}

/// Passages printed more than once, near-duplicates together.
struct Passages {
    parent: Vec<u32>,
}

impl Passages {
    fn of(entries: &[Entry], slots: &[Arc<Slot>], symbols: &Symbols) -> Self {
        let mut passages = Self { parent: (0..entries.len() as u32).collect() };
        let mut rank: Vec<u32> = (0..entries.len() as u32).collect();
        // Earliest published first, those without a date last; of one day in the order of the entries: by article and place.
        rank.sort_by_key(|index| {
            let published = entries[*index as usize].published;
            (published.is_none(), published)
        });
        let mut place = vec![0_u32; entries.len()];
        for (order, index) in rank.iter().enumerate() {
            place[*index as usize] = order as u32;
        }
        // Passages of different groups are never compared, nor do they take each other's place among those that are.
        let group = |entry: &Entry| slots[entry.slot as usize].group.map_or(0, |group| symbols.hash(group));
        let mut looked_up: Vec<(u64, u32)> = Vec::new();
        for band in 0..SKETCH / BAND {
            looked_up.clear();
            for (index, entry) in entries.iter().enumerate() {
                let Some(sketch) = &entry.sketch else { continue };
                let key = sketch[band * BAND..][..BAND].iter().fold(group(entry), |key, least| key.rotate_left(21) ^ u64::from(*least));
                looked_up.push((key, place[index]));
            }
            looked_up.par_sort_unstable();
            for run in looked_up.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() > 1) {
                for position in 1..run.len() {
                    let one = rank[run[position].1 as usize] as usize;
                    for other in &run[..position.min(PASSAGES_COMPARED)] {
                        passages.join_if_alike(one, rank[other.1 as usize] as usize, entries, slots, &place);
                    }
                }
            }
        }
        passages
    }

    fn join_if_alike(&mut self, one: usize, other: usize, entries: &[Entry], slots: &[Arc<Slot>], place: &[u32]) {
        let (root_one, root_other) = (self.first(one), self.first(other));
        if root_one == root_other || slots[entries[one].slot as usize].group != slots[entries[other].slot as usize].group {
            return;
        }
        let (Some(a), Some(b)) = (&entries[one].sketch, &entries[other].sketch) else { return };
        if sketch_likeness(a, b) >= NEAR_DUPLICATE {
            // The first printed stands for all.
            let (first, later) = if place[root_one] < place[root_other] { (root_one, root_other) } else { (root_other, root_one) };
            self.parent[later] = first as u32;
        }
    }

    /// The first printing of an entry's passage.
    fn first(&self, mut index: usize) -> usize {
        while self.parent[index] as usize != index {
            index = self.parent[index] as usize;
        }
        index
    }
}

/// The publisher that an article takes most of its passages from, for articles that do.
fn taken_from(entries: &[Entry], passages: &Passages, symbols: &Symbols) -> FxHashMap<Symbol, Symbol> {
    let mut taken = FxHashMap::default();
    for run in entries.iter().enumerate().collect::<Vec<_>>().chunk_by(|a, b| a.1.article == b.1.article) {
        let mut from: FxHashMap<Symbol, (usize, Symbol)> = FxHashMap::default();
        let mut long = 0;
        for (index, entry) in run {
            long += usize::from(entry.sketch.is_some());
            let first = &entries[passages.first(*index)];
            if first.article != entry.article {
                from.entry(first.article).or_insert((0, first.source)).0 += 1;
            }
        }
        let mut most: Vec<(usize, Symbol, Symbol)> =
            from.into_iter().map(|(article, (number, source))| (number, article, source)).collect();
        most.sort_by(|a, b| (b.0, symbols.string(a.1)).cmp(&(a.0, symbols.string(b.1))));
        if let Some((number, _, source)) = most.first()
            && *number >= PASSAGES_TAKEN
            && 100 * number >= PART_TAKEN * long
        {
            taken.insert(run[0].1.article, *source);
        }
    }
    taken
}
