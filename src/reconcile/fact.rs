//! Facts: the claims of one slot together, with a status, a value, and a line to read.

use super::compare::{Finding, Relation};
use super::model::{Fact, FactStatus};
use super::slot::{Dimension, Slot};
use crate::claim::model::{Claim, Modality, Participant, Polarity};
use crate::gazetteer::Gazetteers;

/// The members of a fact while it is put together, by the index of their slots.
#[derive(Clone, Debug, Default)]
pub(crate) struct Members {
    pub(crate) slots: Vec<usize>,
    pub(crate) relations: Vec<(usize, usize, Relation)>,
}

impl Members {
    /// The findings among the members.
    pub(crate) fn findings(&self) -> impl Iterator<Item = (usize, usize, &Finding)> {
        self.relations.iter().filter_map(|(a, b, relation)| match relation {
            Relation::Conflict(finding) => Some((*a, *b, finding)),
            _ => None,
        })
    }
}

/// Makes the fact of its members.
pub(crate) fn fact(members: &Members, slots: &[Slot<'_>], origins: &[String], gazetteers: &Gazetteers) -> Fact {
    let mut claims: Vec<&Claim> = members.slots.iter().map(|&index| slots[index].claim).collect();
    claims.sort_by(|a, b| a.id.cmp(&b.id));
    let mut supporting: Vec<String> = members.slots.iter().map(|&index| origins[index].clone()).collect();
    supporting.sort_unstable();
    supporting.dedup();
    let best = best(members, slots, origins);
    let quantity = slots[best].claim.quantity.as_ref();
    let ids: Vec<String> = claims.iter().map(|claim| claim.id.clone()).collect();
    Fact {
        id: super::identity::of("fact", &ids),
        statement: statement(&slots[best], gazetteers),
        status: status(members, slots, origins),
        value: quantity.and_then(|quantity| quantity.value),
        unit: quantity.and_then(|quantity| quantity.unit.clone()),
        origins: supporting,
        claims: ids,
        group: slots[best].claim.group.clone(),
    }
}

/// Disputed by a finding; else corroborated by two origins; else updated; else repeated by two articles.
fn status(members: &Members, slots: &[Slot<'_>], origins: &[String]) -> FactStatus {
    let several = |values: Vec<&str>| values.iter().any(|value| *value != values[0]);
    if members.findings().next().is_some() {
        FactStatus::Disputed
    } else if members.relations.iter().any(|(.., relation)| *relation == Relation::Update) {
        FactStatus::Updated
    } else if several(members.slots.iter().map(|&index| origins[index].as_str()).collect()) {
        FactStatus::Corroborated
    } else if several(members.slots.iter().map(|&index| slots[index].claim.article.as_str()).collect()) {
        FactStatus::Repeated
    } else {
        FactStatus::Single
    }
}

/// The member that speaks for the fact: the number most origins give, then the latest, then the most confident.
fn best(members: &Members, slots: &[Slot<'_>], origins: &[String]) -> usize {
    let support = |index: usize| {
        let value = slots[index].claim.quantity.as_ref().and_then(|quantity| quantity.value);
        let mut supporting: Vec<&str> = members
            .slots
            .iter()
            .filter(|&&other| slots[other].claim.quantity.as_ref().and_then(|quantity| quantity.value) == value)
            .map(|&other| origins[other].as_str())
            .collect();
        supporting.sort_unstable();
        supporting.dedup();
        (value.is_some(), supporting.len())
    };
    let updated = members.relations.iter().any(|(.., relation)| *relation == Relation::Update);
    let rank = |index: usize| {
        let claim = slots[index].claim;
        let latest = if updated { claim.published } else { None };
        (latest, support(index), claim.published, claim.confidence, std::cmp::Reverse(&claim.id))
    };
    members.slots.iter().copied().max_by(|&a, &b| rank(a).cmp(&rank(b))).unwrap_or_default()
}

/// One readable line: "United States paid Rwanda 100,000 USD".
fn statement(slot: &Slot<'_>, gazetteers: &Gazetteers) -> String {
    let claim = slot.claim;
    let names = |participants: &[Participant]| -> String {
        let names: Vec<String> = participants.iter().map(|participant| name(participant, gazetteers)).collect();
        match names.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => format!("{} and {last}", most.join(", ")),
        }
    };
    let not = if claim.polarity == Polarity::Negated { "not " } else { "" };
    let modality = match claim.modality {
        Modality::Asserted => "",
        Modality::Planned => "planned: ",
        Modality::Requested => "requested: ",
        Modality::Possible => "possible: ",
        Modality::Alleged => "alleged: ",
    };
    let quantity = claim.quantity.as_ref().map(|quantity| quantity.text.clone()).unwrap_or_default();
    let office = claim.office.as_ref().map(|office| {
        let state = if office.former {
            "former "
        } else if office.acting {
            "acting "
        } else {
            ""
        };
        format!("{state}{}", office.title)
    });
    let verb = if office.is_some() { "is".to_owned() } else { format!("{not}{}", claim.predicate.class.replace('_', " ")) };
    let time = claim.time.as_ref().map(|time| format!("({})", time.text)).unwrap_or_default();
    let people: Vec<String> =
        [format!("{modality}{}", names(&claim.actor)), verb, office.unwrap_or_default(), names(&claim.target), quantity, time]
            .into_iter()
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .collect();
    let line = people.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    if matches!(slot.dimension, Dimension::None) && line.len() < 4 { claim.text.clone() } else { line }
}

fn name(participant: &Participant, gazetteers: &Gazetteers) -> String {
    if let Some(name) = &participant.name {
        return name.clone();
    }
    match participant.country.as_deref().and_then(|code| gazetteers.countries.name(code)) {
        Some(country) => country.to_owned(),
        None => participant.text.clone(),
    }
}
