//! Facts: the claims of one slot together, with a status, a value, and a line to read.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Ground;
use super::block::Members;
use super::line::Reads;
use super::model::{Fact, FactStatus};
use super::statement::statement;
use super::symbol::Symbol;
use crate::gazetteer::Gazetteers;

/// Makes the fact of its members.
pub(crate) fn fact(members: &Members, disputed: bool, origins: &[Symbol], ground: &Ground<'_>, gazetteers: &Gazetteers) -> Fact {
    let entries: Vec<u32> = members.variants.iter().flat_map(|number| &ground.variants[*number as usize].entries).copied().collect();
    let mut supporting: Vec<&str> = entries.iter().map(|entry| ground.symbols.string(origins[*entry as usize])).collect();
    supporting.sort_unstable();
    supporting.dedup();
    let mut ids: Vec<String> = entries.iter().map(|entry| ground.entries[*entry as usize].id.to_string()).collect();
    ids.sort_unstable();
    let best = best(members, origins, ground);
    let entry = &ground.entries[best as usize];
    let slot = &ground.slots[entry.slot as usize];
    let first_article = ground.entries[entries[0] as usize].article;
    let articles = entries.iter().any(|entry| ground.entries[*entry as usize].article != first_article);
    let status = if disputed {
        FactStatus::Disputed
    } else if members.updated {
        FactStatus::Updated
    } else if supporting.len() > 1 {
        FactStatus::Corroborated
    } else if articles {
        FactStatus::Repeated
    } else {
        FactStatus::Single
    };
    Fact {
        id: super::identity::of("fact", &ids),
        statement: {
            let shown = &ground.entries[readable(best, &entries, ground, gazetteers) as usize];
            statement(shown, &ground.slots[shown.slot as usize], ground.symbols, gazetteers)
        },
        status,
        value: slot.number.as_ref().and_then(|number| number.value),
        unit: slot.number.as_ref().and_then(|number| number.unit).map(|unit| ground.symbols.string(unit).to_owned()),
        origins: supporting.into_iter().map(str::to_owned).collect(),
        claims: ids,
        group: slot.group.map(|group| ground.symbols.string(group).to_owned()),
    }
}

/// The claim that speaks for the fact: in an updated fact the latest; else the number that most origins give, then the latest,
/// then the most confident.
fn best(members: &Members, origins: &[Symbol], ground: &Ground<'_>) -> u32 {
    let mut support: BTreeMap<_, Vec<Symbol>> = BTreeMap::new();
    let value_of =
        |number: u32| ground.slots[ground.variants[number as usize].slot as usize].number.as_ref().and_then(|number| number.value);
    for &number in &members.variants {
        let list = support.entry(value_of(number)).or_default();
        list.extend(ground.variants[number as usize].entries.iter().map(|entry| origins[*entry as usize]));
    }
    for list in support.values_mut() {
        list.sort_unstable();
        list.dedup();
    }
    let entries = members.variants.iter().flat_map(|number| {
        let value = value_of(*number);
        let supporting = support.get(&value).map_or(0, Vec::len);
        ground.variants[*number as usize].entries.iter().map(move |entry| (*entry, value.is_some(), supporting))
    });
    let best = entries.max_by_key(|(index, has_value, supporting)| {
        let entry = &ground.entries[*index as usize];
        let slot = &ground.slots[entry.slot as usize];
        let latest = if members.updated { entry.published } else { None };
        let named = usize::from(!slot.actor.is_empty()) + usize::from(!slot.target.is_empty());
        (latest, *has_value, *supporting, slot.is_affirmed(), named, entry.published, entry.confidence, Reverse(*index))
    });
    best.map_or(0, |(index, ..)| index)
}

/// The claim whose line the fact shows: of those that say what the best one says, the one that reads best; the best one where it
/// reads as well as any.
fn readable(best: u32, entries: &[u32], ground: &Ground<'_>, gazetteers: &Gazetteers) -> u32 {
    let entry_of = |number: u32| &ground.entries[number as usize];
    let reads = |number: u32| entry_of(number).shown.reads;
    let speech = |number: u32| {
        let slot = &ground.slots[entry_of(number).slot as usize];
        gazetteers.slots.traits(ground.symbols.string(slot.class)).speech
    };
    // What is said differs from one speech to the next.
    if reads(best) == Reads::Whole || speech(best) {
        return best;
    }
    let said = |number: u32| {
        let slot = &ground.slots[entry_of(number).slot as usize];
        let value = slot.number.as_ref().and_then(|number| number.value);
        // Without a value the words for the quantity tell it: "ninety-one abstained" is not "three members abstained".
        let quantity = value.is_none().then_some(entry_of(number).shown.quantity);
        (value, quantity, slot.class, slot.is_affirmed(), slot.is_settled())
    };
    let of_best = said(best);
    let others = entries.iter().copied().filter(|number| reads(*number) > reads(best) && said(*number) == of_best);
    others.max_by_key(|number| (reads(*number), entry_of(*number).confidence, Reverse(*number))).unwrap_or(best)
}
