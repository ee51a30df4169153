//! What a report for people is made of: disputes first, then what several articles stand behind, and a summary in one line.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::Findings;
use crate::claim::model::Claim;
use crate::reconcile::model::{Conflict, ConflictCode, Fact, FactStatus, Severity};

/// The conflicts by what they are about: those of one fact and one kind together, the worst first.
pub(super) fn disputes(conflicts: &[Conflict]) -> Vec<Vec<&Conflict>> {
    let mut disputes: Vec<Vec<&Conflict>> = Vec::new();
    let mut number_of: BTreeMap<(&str, ConflictCode), usize> = BTreeMap::new();
    for conflict in conflicts {
        let about = conflict.fact.as_deref().unwrap_or(&conflict.id);
        let number = *number_of.entry((about, conflict.code)).or_insert_with(|| {
            disputes.push(Vec::new());
            disputes.len() - 1
        });
        disputes[number].push(conflict);
    }
    disputes
}

/// The claims of a dispute beyond those of its first conflict, each with the first conflict that names it.
pub(super) fn others<'a>(dispute: &[&'a Conflict], claims: &BTreeMap<&str, &'a Claim>) -> Vec<(&'a Conflict, &'a Claim)> {
    let mut shown = vec![dispute[0].a.as_str(), dispute[0].b.as_str()];
    let mut others = Vec::new();
    for (conflict, id) in dispute[1..].iter().flat_map(|conflict| [(*conflict, conflict.a.as_str()), (*conflict, conflict.b.as_str())]) {
        let Some(&claim) = claims.get(id).filter(|_| !shown.contains(&id)) else { continue };
        shown.push(id);
        others.push((conflict, claim));
    }
    others
}

/// The facts that more than one article stands behind, under a heading each kind, best supported first; kinds without a fact are left out.
pub(super) fn shared_facts(findings: &Findings) -> Vec<(&'static str, Vec<&Fact>)> {
    let headings = [
        (FactStatus::Corroborated, "corroborated by independent origins"),
        (FactStatus::Updated, "updated"),
        (FactStatus::Repeated, "repeated from one origin"),
    ];
    let of_status = |status| findings.ledger.facts.iter().filter(|fact| fact.status == status).collect::<Vec<_>>();
    headings.into_iter().map(|(status, heading)| (heading, of_status(status))).filter(|(_, facts)| !facts.is_empty()).collect()
}

/// Who stands behind a fact: "2 origins, 3 articles: Channel North News; The Exchange".
pub(super) fn support(fact: &Fact, claims: &BTreeMap<&str, &Claim>) -> String {
    let articles: BTreeSet<&str> =
        fact.claims.iter().filter_map(|id| claims.get(id.as_str())).map(|claim| claim.article.as_str()).collect();
    let origins: Vec<String> = fact.origins.iter().map(|origin| one_line(origin)).collect();
    format!("{}, {}: {}", number(origins.len(), "origin"), number(articles.len(), "article"), origins.join("; "))
}

/// The words with single blanks between them.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "5 articles, 84 claims, 65 facts (…); 2 conflicts, 1 tension".
pub(super) fn summary(findings: &Findings) -> String {
    let mut line = String::new();
    let facts = &findings.ledger.facts;
    let with = |status: FactStatus| facts.iter().filter(|fact| fact.status == status).count();
    // As many as are printed: a dispute of many articles is one.
    let disputes = disputes(&findings.ledger.conflicts);
    let severity = |severity: Severity| disputes.iter().filter(|dispute| dispute[0].severity == severity).count();
    let _ = write!(
        line,
        "{}, {}, {} ({} corroborated, {} repeated, {} updated, {} disputed); {}, {}",
        number(findings.articles.len(), "article"),
        number(findings.claims.len(), "claim"),
        number(facts.len(), "fact"),
        with(FactStatus::Corroborated),
        with(FactStatus::Repeated),
        with(FactStatus::Updated),
        with(FactStatus::Disputed),
        number(severity(Severity::Conflict), "conflict"),
        number(severity(Severity::Tension), "tension"),
    );
    line
}

fn number(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
