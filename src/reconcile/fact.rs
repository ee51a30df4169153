//! Facts: the claims of one slot together, with a status, a value, and a line to read.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Ground;
use super::block::Members;
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
        statement: statement(entry, slot, ground.symbols, gazetteers),
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
