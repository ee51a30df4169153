//! Mentions against what annotated claims tell of them. Gold annotates claims, not mentions: it can tell what tagging missed,
//! never what it found too much of, so there is recall here and no precision.

use std::collections::{BTreeMap, BTreeSet};

use super::Tally;
use super::gold::{Gold, GoldClaim};
use crate::article::{Article, Span};
use crate::tag::mention::{Mention, MentionKind};
use crate::tag::quantity::Quantity;

/// Adds one article's mentions to the tallies.
pub(super) fn add(gold: &Gold, article: &Article, mentions: &[Mention], tallies: &mut BTreeMap<&'static str, Tally>) {
    let mut countries = BTreeSet::new();
    for claim in gold.claims.iter().filter(|claim| claim.article == article.id) {
        countries.extend(claim.actor.iter().chain(&claim.target).map(String::as_str));
        let inside: Vec<&Mention> = mentions.iter().filter(|mention| mention.span.shared(claim.span()) > 0).collect();
        add_quantity(claim, &article.text, &inside, tallies);
        add_people(claim, &inside, tallies);
    }
    for country in countries {
        let named = mentions.iter().any(|mention| matches!(&mention.kind, MentionKind::Country(found) if found.iso2 == country));
        count(tallies, "country", named);
    }
}

fn count(tallies: &mut BTreeMap<&'static str, Tally>, tag: &'static str, found: bool) {
    let tally = tallies.entry(tag).or_default();
    tally.right += usize::from(found);
    tally.gold += 1;
}

/// A claim's quantity: a mention inside the evidence with its value, and with its unit too where the evidence says one.
fn add_quantity(claim: &GoldClaim, text: &str, inside: &[&Mention], tallies: &mut BTreeMap<&'static str, Tally>) {
    let Some(gold) = &claim.quantity else { return };
    let equal: Vec<Unit<'_>> = inside
        .iter()
        .filter_map(|mention| quantity(mention, text))
        .filter(|(found, _)| gold.has_bounds(found.value, found.low))
        .map(|(_, unit)| unit)
        .collect();
    count(tallies, "quantity value", !equal.is_empty());
    if let Some(unit) = gold.unit.as_deref().filter(|unit| is_said(unit, &claim.quote)) {
        count(tallies, "quantity value and unit", equal.iter().any(|found| found.is(unit)));
    }
}

/// A mention's unit.
struct Unit<'a> {
    /// As claims write it.
    name: &'a str,
    /// The words of the text.
    written: &'a str,
}

impl Unit<'_> {
    /// Whether it is the annotated one, by name or as written: "tonne" for "222,000 tonnes", whose name is "metric ton".
    fn is(&self, gold: &str) -> bool {
        let gold = gold.to_lowercase();
        self.name.to_lowercase() == gold || (gold == "person" && self.name == "people") || self.written.to_lowercase().contains(&gold)
    }
}

/// Whether the words say the unit: where a text leaves the noun out, gold gives the one that the reader supplies.
fn is_said(unit: &str, quote: &str) -> bool {
    let quote = quote.to_lowercase();
    let is_code = unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code || unit == "percent" || quote.contains(&unit.to_lowercase()) || (unit == "person" && quote.contains("people"))
}

/// What a mention says how much of, and its unit.
fn quantity<'a>(mention: &'a Mention, text: &'a str) -> Option<(Quantity, Unit<'a>)> {
    let unit =
        |name: Option<&'a str>, span: Option<Span>| Unit { name: name.unwrap_or_default(), written: span.map_or("", |span| span.of(text)) };
    match &mention.kind {
        MentionKind::Money(money) => Some((money.amount(), unit(money.currency, None))),
        MentionKind::Count(count) | MentionKind::Quantifier(count) => {
            Some((count.quantity.clone(), unit(count.unit.as_deref(), count.unit_span)))
        }
        MentionKind::Percent(percent) => Some((percent.quantity.clone(), unit(Some(percent.unit.as_str()), None))),
        MentionKind::Measure(measure) => Some((measure.quantity.clone(), unit(Some(&measure.unit), measure.unit_span))),
        _ => None,
    }
}

/// The people that the evidence names, with the full name they have in the article; of those whose office the claim is about,
/// the office too.
fn add_people(claim: &GoldClaim, inside: &[&Mention], tallies: &mut BTreeMap<&'static str, Tally>) {
    let named = |person: &&String| person.split_whitespace().next_back().is_some_and(|surname| claim.quote.contains(surname));
    for person in claim.people.iter().filter(named) {
        let of_person = |mention: &&&Mention| matches!(&mention.kind, MentionKind::Official(found) if found.full_name == *person);
        count(tallies, "person", inside.iter().any(|mention| of_person(&mention)));
        if let Some(office) = &claim.office {
            let holds = |mention: &&Mention| match &mention.kind {
                MentionKind::Official(found) => found.office.as_deref().is_some_and(|found| is_one_office(found, office)),
                _ => false,
            };
            count(tallies, "person and office", inside.iter().filter(of_person).any(holds));
        }
    }
}

/// A longer and a shorter title are one office: "U.S. District Judge", "judge".
fn is_one_office(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    a.contains(&b) || b.contains(&a)
}
