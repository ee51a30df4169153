//! Conflicts: two variants that cannot both be right, as pairs of claims with one sentence that says why.

use rayon::prelude::*;

use super::Ground;
use super::entry::Entry;
use super::identity;
use super::model::{Conflict, ConflictCode, Severity};
use super::rules::{Relation, Verdict};
use super::slot::Slot;
use super::variant::Variant;

/// How many articles of each of two variants are set against each other at most.
const ARTICLES_SHOWN: usize = 6;

/// The pairs of variants to report, each with its conflicts between claims of two articles.
pub(crate) fn reported(pairs: &[(u32, u32, Verdict)], ground: &Ground<'_>) -> Vec<(u32, u32, Vec<Conflict>)> {
    let mut sorted: Vec<&(u32, u32, Verdict)> = pairs.iter().collect();
    sorted.sort_by_key(|(a, b, _)| (*a, *b));
    sorted.dedup_by_key(|(a, b, _)| (*a, *b));
    sorted
        .into_par_iter()
        .filter_map(|(a, b, verdict)| {
            let conflicts = between(&ground.variants[*a as usize], &ground.variants[*b as usize], *verdict, ground);
            (!conflicts.is_empty()).then_some((*a, *b, conflicts))
        })
        .collect()
}

/// One conflict for each two articles; none for articles that hold both sides.
fn between(a: &Variant, b: &Variant, verdict: Verdict, ground: &Ground<'_>) -> Vec<Conflict> {
    let Relation::Conflict(code, severity) = verdict.relation else { return Vec::new() };
    let (first_a, first_b) = (first_of_articles(a, ground), first_of_articles(b, ground));
    let mut conflicts = Vec::new();
    // An article that says both of what opposes each other ("acquitted of one charge, convicted of another") means two things.
    let (slot_a, slot_b) = (&ground.slots[a.slot as usize], &ground.slots[b.slot as usize]);
    let says_both = |entry: &Entry| {
        let says = |slot: &Slot| ground.said.contains(&(entry.article, slot.class, slot.is_affirmed()));
        verdict.rule == "stance/opposed" && says(slot_a) && says(slot_b)
    };
    if first_a.iter().chain(&first_b).any(|entry| says_both(entry)) {
        return conflicts;
    }
    for a in &first_a {
        if first_b.iter().any(|b| b.article == a.article) {
            continue;
        }
        for b in &first_b {
            if first_a.iter().any(|a| a.article == b.article) {
                continue;
            }
            conflicts.push(conflict(a, b, code, severity, verdict.rule, ground));
        }
    }
    conflicts
}

fn first_of_articles<'r>(variant: &Variant, ground: &Ground<'r>) -> Vec<&'r Entry> {
    let mut first: Vec<&Entry> = Vec::new();
    for index in &variant.entries {
        let entry = &ground.entries[*index as usize];
        if first.last().is_none_or(|last| last.article != entry.article) {
            first.push(entry);
            if first.len() == ARTICLES_SHOWN {
                break;
            }
        }
    }
    first
}

fn conflict(a: &Entry, b: &Entry, code: ConflictCode, severity: Severity, rule: &'static str, ground: &Ground<'_>) -> Conflict {
    let speakers_differ = a.speaker.is_some() && b.speaker.is_some() && a.speaker != b.speaker;
    let (severity, rule) =
        if code == ConflictCode::StanceConflict && speakers_differ { (Severity::Tension, "stance/speakers") } else { (severity, rule) };
    let (a, b) = if a.id <= b.id { (a, b) } else { (b, a) };
    Conflict {
        id: identity::of("conflict", &[code.as_str().to_owned(), a.id.to_string(), b.id.to_string()]),
        code,
        severity,
        a: a.id.to_string(),
        b: b.id.to_string(),
        why: why(a, b, code, rule, ground),
        rule: rule.to_owned(),
        fact: None,
        words: None,
    }
}

/// One sentence that says what disagrees.
pub(crate) fn why(a: &Entry, b: &Entry, code: ConflictCode, rule: &str, ground: &Ground<'_>) -> String {
    let text = |symbol| ground.symbols.string(symbol);
    let slot = |entry: &Entry| &ground.slots[entry.slot as usize];
    let who = |entry: &Entry| {
        let source = text(entry.source);
        match entry.speaker {
            Some(speaker) if rule == "stance/speakers" => format!("{} ({source})", text(speaker)),
            _ => source.to_owned(),
        }
    };
    let says = |entry: &Entry| {
        let shown = &entry.shown;
        match code {
            ConflictCode::CountConflict | ConflictCode::AmountConflict => text(shown.quantity).to_owned(),
            ConflictCode::StanceConflict => {
                let so = if slot(entry).is_affirmed() { "so" } else { "not so" };
                format!("“{}” ({so})", text(shown.predicate))
            }
            ConflictCode::DateConflict => slot(entry).period.map_or_else(|| text(shown.time).to_owned(), |period| period.start.to_string()),
            ConflictCode::OfficeConflict => format!("{} as {}", text(shown.actor), text(shown.office)),
            ConflictCode::ListConflict => [text(shown.actor), text(shown.target)]
                .into_iter()
                .max_by_key(|list| list.matches(", ").count())
                .unwrap_or_default()
                .to_owned(),
        }
    };
    let matter = match code {
        ConflictCode::CountConflict if rule == "count/revised-down" => "a later, lower count: ",
        ConflictCode::StanceConflict if rule == "stance/speakers" => "two speakers disagree: ",
        ConflictCode::CountConflict | ConflictCode::AmountConflict | ConflictCode::StanceConflict => "",
        ConflictCode::DateConflict => "one event on two days: ",
        ConflictCode::OfficeConflict => "one office, one time: ",
        ConflictCode::ListConflict => "two complete lists differ: ",
    };
    format!("{matter}{} says {}, {} says {}", who(a), says(a), who(b), says(b))
}
