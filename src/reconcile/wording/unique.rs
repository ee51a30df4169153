//! `wording/unique`: two statements tell of one thing what comes about once, with another agent or another year.

use super::alike::{CLASS, alike};
use super::phrase::{doer, is_named, meets, names_two, undergoer};
use super::reading::{Day, Kind, Reading};
use crate::claim::clause::{Clause, preposition};
use crate::claim::model::Modality;
use crate::gazetteer::lexical_relations::{UniqueEvent, WordingCue};
use crate::syntax::{PennTag, Relation};

/// Where two statements give one event two agents or two years: "the mill was founded by Lena Roth in 1890", "… by Otto Lind in 1903".
pub(super) fn other(a: &Reading<'_>, b: &Reading<'_>) -> Option<(usize, usize)> {
    for x in events(a) {
        for y in events(b) {
            let (one, two) = (&a.clauses.clauses[x.clause], &b.clauses.clauses[y.clause]);
            let (at_a, at_b) = (one.head(), two.head());
            if alike(&a.words[at_a], &b.words[at_b]) < CLASS || !is_one_thing(a, x.thing, b, y.thing) {
                continue;
            }
            if x.unique.agent
                && y.unique.agent
                && let (Some(doer_a), Some(doer_b)) = (doer(one), doer(two))
                && !is_open(a, doer_a)
                && !is_open(b, doer_b)
                && names_two(a, doer_a, b, doer_b)
                && !mentions(a, b, doer_b)
                && !mentions(b, a, doer_a)
            {
                return Some((at_a, at_b));
            }
            if x.unique.time
                && y.unique.time
                && let (Some(year_a), Some(year_b)) = (year(a, one), year(b, two))
                && a.words[year_a].value != b.words[year_b].value
            {
                return Some((at_a, at_b));
            }
            if x.unique.time && y.unique.time && is_other_day(&days(a, one), &days(b, two)) {
                return Some((at_a, at_b));
            }
        }
    }
    None
}

/// The days of the calendar by which a clause says when it happened: "on *Monday*", "in *March* 1890".
fn days(reading: &Reading<'_>, clause: &Clause) -> Vec<Day> {
    let arguments = clause.arguments.iter().filter(|argument| !argument.shared && reading.is_cue(argument.head, WordingCue::Calendar));
    let placed = arguments.filter(|argument| argument.preposition.is_none_or(|case| reading.is_cue(case, WordingCue::Inside)));
    placed
        .flat_map(|argument| reading.tree.descendants(argument.head).into_iter().chain([argument.head]))
        .filter_map(|token| reading.day(token))
        .collect()
}

/// Whether two dates name one month or one weekday each, and not the same.
fn is_other_day(a: &[Day], b: &[Day]) -> bool {
    let one = |days: &[Day], number: fn(Day) -> Option<i8>| {
        let mut numbers: Vec<i8> = days.iter().copied().filter_map(number).collect();
        numbers.dedup();
        if let [only] = numbers[..] { Some(only) } else { None }
    };
    let differ = |number: fn(Day) -> Option<i8>| matches!((one(a, number), one(b, number)), (Some(a), Some(b)) if a != b);
    differ(Day::month) || differ(Day::weekday)
}

/// A clause that tells of an event that comes about once, and the thing to which it happens.
struct Event {
    clause: usize,
    thing: usize,
    unique: UniqueEvent,
}

fn events(reading: &Reading<'_>) -> Vec<Event> {
    let of = |index: usize| {
        let clause = &reading.clauses.clauses[index];
        let unique = reading.relations.unique_event(reading.tree.lemma(clause.head()))?;
        let standing = reading.standings[index];
        let told = !standing.negated && !standing.open && standing.modality == Modality::Asserted;
        let thing = undergoer(clause).or_else(|| clause.subject().map(|subject| subject.head).filter(|_| !unique.agent))?;
        told.then_some(Event { clause: index, thing, unique })
    };
    (0..reading.clauses.clauses.len()).filter_map(of).collect()
}

/// Whether two phrases name one definite thing: a name, or a noun with an article or owner whose other words agree.
fn is_one_thing(a: &Reading<'_>, x: usize, b: &Reading<'_>, y: usize) -> bool {
    let telling = |reading: &Reading<'_>, head: usize| -> Vec<usize> {
        reading.tree.descendants(head).into_iter().filter(|&token| token != head && reading.tells(token)).collect()
    };
    let covers = |one: &Reading<'_>, words: Vec<usize>, other: &Reading<'_>, others: &[usize]| {
        words.iter().all(|&token| others.iter().any(|&there| alike(&one.words[token], &other.words[there]) > 0))
    };
    if !meets(a, x, b, y) {
        return false;
    }
    if is_named(a, x) && a.words[x].kind == Kind::Name && b.words[y].kind == Kind::Name {
        return true;
    }
    let (words_a, words_b) = (telling(a, x), telling(b, y));
    is_definite(a, x) && is_definite(b, y) && (covers(a, words_a.clone(), b, &words_b) && covers(b, words_b, a, &words_a))
}

fn is_definite(reading: &Reading<'_>, noun: usize) -> bool {
    reading.tree.children(noun).any(|child| {
        reading.tree.relation(child) == Relation::NmodPoss
            || (reading.tree.relation(child) == Relation::Det && reading.tree.lemma(child) == "the")
    })
}

/// "by artists such as …", "by Lena Roth among others": more than those who are named may have done it.
fn is_open(reading: &Reading<'_>, head: usize) -> bool {
    reading.tree.descendants(head).into_iter().any(|token| {
        reading.is_cue(token, WordingCue::Opening) || matches!(reading.tree.tag(token), PennTag::PRP | PennTag::WP | PennTag::WDT)
    })
}

/// Whether a statement names elsewhere what a phrase of the other names.
fn mentions(one: &Reading<'_>, other: &Reading<'_>, head: usize) -> bool {
    one.words.iter().any(|word| word.kind == Kind::Name && alike(word, &other.words[head]) > 0)
}

/// The year in which a clause says that it happened: "in 1890".
fn year(reading: &Reading<'_>, clause: &Clause) -> Option<usize> {
    let is_year = |token: usize| {
        reading.words[token]
            .value
            .is_some_and(|value| value.is_integer() && (1000..2100).contains(&i64::try_from(value).unwrap_or_default()))
            && reading.tree.token_span(token).len() == 4
    };
    let mut years = clause.arguments.iter().filter(|argument| !argument.shared).flat_map(|argument| {
        let placed = argument.preposition.is_none_or(|case| reading.is_cue(case, WordingCue::Inside));
        let time = is_year(argument.head) || reading.is_cue(argument.head, WordingCue::Calendar);
        let within = reading.tree.descendants(argument.head);
        within.into_iter().filter(move |&token| placed && time && is_year(token) && preposition_allows(reading, token))
    });
    let year = years.next()?;
    years.next().is_none().then_some(year)
}

/// A year that hangs on its date, not on a phrase of its own: "before 1890" inside it says another thing.
fn preposition_allows(reading: &Reading<'_>, token: usize) -> bool {
    preposition(&reading.tree, token).is_none_or(|case| reading.is_cue(case, WordingCue::Inside))
}
