//! `wording/place`: two statements put one thing, or what happens to it once, in two countries.

use super::phrase::{is_named, meets, undergoer};
use super::reading::{Kind, Reading};
use crate::claim::model::Modality;
use crate::gazetteer::lexical_relations::WordingCue;

/// Where a thing is, or where something happened to it.
#[derive(Clone, Debug)]
struct Seat<'g> {
    /// What is told: the lemma of what comes about once, or the seat of a body.
    what: String,
    at: usize,
    thing: usize,
    country: &'g str,
}

/// Verbs that say where a body has its seat are one: "is headquartered in", "is based in".
const SEAT: &str = "headquarter";

/// The words by which two statements put one thing in two countries: "Otto Lind was born in Riga", "Otto Lind was born in Oslo".
pub(super) fn two_places(a: &Reading<'_>, b: &Reading<'_>) -> Option<(usize, usize)> {
    let seats_a = seats(a);
    if seats_a.is_empty() {
        return None;
    }
    let seats_b = seats(b);
    let same = |one: &Seat<'_>, other: &Seat<'_>| one.what == other.what && meets(a, one.thing, b, other.thing);
    seats_a.iter().find_map(|one| {
        let other = seats_b.iter().find(|other| same(one, other) && one.country != other.country)?;
        let agree = seats_b.iter().any(|other| same(one, other) && one.country == other.country)
            || seats_a.iter().any(|found| same(found, other) && found.country == other.country);
        (!agree).then_some((one.at, other.at))
    })
}

fn seats<'r>(reading: &'r Reading<'_>) -> Vec<Seat<'r>> {
    let mut seats = Vec::new();
    for (clause, standing) in reading.clauses.clauses.iter().zip(&reading.standings) {
        let told = !standing.negated && !standing.open && standing.modality == Modality::Asserted;
        let head = clause.head();
        let lemma = reading.tree.lemma(head);
        let based = lemma == "base" || lemma == SEAT || reading.is_cue(head, WordingCue::Location);
        let once = reading.relations.unique_event(lemma).is_some_and(|unique| unique.place);
        if !told || !(based || once) {
            continue;
        }
        let thing = undergoer(clause).or_else(|| clause.subject().map(|subject| subject.head));
        let mut place = clause.arguments.iter().filter(|argument| argument.preposition.is_some_and(|case| is_in(reading, case)));
        let what = if based { SEAT } else { lemma }.to_owned();
        if let (Some(thing), Some(country)) = (thing, place.find_map(|place| country(reading, place.head))) {
            seats.push(Seat { what, at: head, thing, country });
        }
    }
    seats.retain(|seat| is_named(reading, seat.thing));
    seats
}

fn is_in(reading: &Reading<'_>, case: usize) -> bool {
    reading.is_cue(case, WordingCue::Inside) && !matches!(reading.tree.lemma(case), "of" | "on" | "during")
}

/// The country that a place is or lies in: the longest name that ends or begins at its word.
fn country<'r>(reading: &'r Reading<'_>, place: usize) -> Option<&'r str> {
    let is_name = |token: usize| reading.words[token].kind == Kind::Name || reading.words[token].country.is_some();
    let first = (0..place).rev().take_while(|&token| is_name(token)).last().unwrap_or(place);
    let last = (place + 1..reading.len()).take_while(|&token| is_name(token)).last().unwrap_or(place);
    let name = &reading.text[reading.tree.token_span(first).start..reading.tree.token_span(last).end];
    reading.country_of(name)
}
