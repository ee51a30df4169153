//! How good it is: mentions, claims and relations against annotated articles, as precision, recall and F1.
//!
//! Gold is the `gold/` folder of a story: `claims.jsonl` and `relations.jsonl`, as corpus/README.md describes them.

mod gold;
mod tags;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub use self::gold::{Gold, GoldClaim, GoldEnd, GoldError, GoldRelation};

use crate::article::{Article, Span};
use crate::claim::model::{Claim, Participant};
use crate::reconcile::model::{Ledger, Severity};
use crate::tag::mention::Mention;

/// How often something was right: of what was found, and of what there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Found, and right.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// What there is to find.
    pub gold: usize,
}

impl Tally {
    /// Of what was found, the part that is right; 0 where nothing was.
    pub fn precision(self) -> f64 {
        part(self.right, self.found)
    }

    /// Of what there is, the part that was found.
    pub fn recall(self) -> f64 {
        part(self.right, self.gold)
    }

    /// The harmonic mean of the two.
    pub fn f1(self) -> f64 {
        part(2 * self.right, self.found + self.gold)
    }
}

fn part(right: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { right as f64 / of as f64 }
}

/// The scores of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scores {
    /// By what is scored: "claim", then its slots over the claims that were found.
    pub claims: BTreeMap<&'static str, Tally>,
    /// By what is tagged: of what the annotated claims name, the part that is a mention. Nothing is known of what was found
    /// too much, so `found` stays 0.
    pub tags: BTreeMap<&'static str, Tally>,
    /// By relation: how many of the gold relations were kept.
    pub relations: BTreeMap<String, Tally>,
    /// Conflicts and tensions reported between annotated articles that no gold relation holds.
    pub false_alarms: usize,
}

/// Scores claims and their reconciliation against gold. Only articles with annotated claims count for claims, and only
/// articles with annotated relations for false alarms.
pub fn score(gold: &Gold, claims: &[Claim], ledger: &Ledger) -> Scores {
    let mut scores = Scores::default();
    score_claims(gold, claims, &mut scores);
    score_relations(gold, claims, ledger, &mut scores);
    scores
}

impl Scores {
    /// Adds the mentions of an article that has annotated claims.
    pub fn add_tags(&mut self, gold: &Gold, article: &Article, mentions: &[Mention]) {
        tags::add(gold, article, mentions, &mut self.tags);
    }
}

/// Two spans are of one passage where they share half of the shorter one.
fn are_one_passage(a: Span, b: Span) -> bool {
    let shared = a.shared(b);
    shared > 0 && 2 * shared >= a.len().min(b.len())
}

fn score_claims(gold: &Gold, claims: &[Claim], scores: &mut Scores) {
    let mut of_article: BTreeMap<&str, (Vec<&GoldClaim>, Vec<&Claim>)> = BTreeMap::new();
    for claim in &gold.claims {
        of_article.entry(&claim.article).or_default().0.push(claim);
    }
    for claim in claims {
        if let Some((_, found)) = of_article.get_mut(claim.article.as_str()) {
            found.push(claim);
        }
    }
    for (gold, found) in of_article.values() {
        let matched = matched(gold, found);
        let mut count = |slot: &'static str, right: usize, found: usize, gold: usize| {
            let tally: &mut Tally = scores.claims.entry(slot).or_default();
            tally.right += right;
            tally.found += found;
            tally.gold += gold;
        };
        count("claim", matched.len(), found.len(), gold.len());
        for (gold, found) in matched {
            let countries = |participants: &[Participant]| -> BTreeSet<String> {
                participants.iter().filter_map(|participant| participant.country.clone()).collect()
            };
            let sets = [("actor", &gold.actor, &found.actor), ("target", &gold.target, &found.target)];
            for (slot, gold, found) in sets {
                let (gold, found): (BTreeSet<String>, _) = (gold.iter().cloned().collect(), countries(found));
                count(slot, gold.intersection(&found).count(), found.len(), gold.len());
            }
            let class = gold.predicate == found.predicate.class || gold.lemma.as_deref() == Some(&found.predicate.lemma);
            count("predicate", usize::from(class), 1, 1);
            count("polarity", usize::from(gold.polarity == found.polarity), 1, 1);
            count("modality", usize::from(gold.modality == found.modality), 1, 1);
            let value = |right: bool, found: bool, gold: bool| (usize::from(right), usize::from(found), usize::from(gold));
            let quantity = found.quantity.as_ref();
            let same = matches!((&gold.quantity, quantity), (Some(gold), Some(found)) if gold.agrees_with(found));
            let (right, found_one, gold_one) = value(same, quantity.is_some(), gold.quantity.is_some());
            count("quantity", right, found_one, gold_one);
            let said = (gold.attribution.is_some(), found.attribution.is_some());
            let (right, found_one, gold_one) = value(said.0 && said.1, said.1, said.0);
            count("attribution", right, found_one, gold_one);
        }
    }
}

/// Gold claims with the claims found for them, one to one: those that agree in most slots first.
fn matched<'g, 'c>(gold: &[&'g GoldClaim], found: &[&'c Claim]) -> Vec<(&'g GoldClaim, &'c Claim)> {
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (at, claim) in gold.iter().enumerate() {
        for (of, other) in found.iter().enumerate() {
            if are_one_passage(claim.span(), other.span()) {
                pairs.push((claim.agreement(other), at, of));
            }
        }
    }
    pairs.sort_by_key(|(agreement, at, of)| (std::cmp::Reverse(*agreement), *at, *of));
    let (mut gold_taken, mut found_taken) = (BTreeSet::new(), BTreeSet::new());
    let mut matched = Vec::new();
    for (_, at, of) in pairs {
        if !gold_taken.contains(&at) && !found_taken.contains(&of) {
            gold_taken.insert(at);
            found_taken.insert(of);
            matched.push((gold[at], found[of]));
        }
    }
    matched
}

fn score_relations(gold: &Gold, claims: &[Claim], ledger: &Ledger, scores: &mut Scores) {
    let mut facts_of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for fact in &ledger.facts {
        for claim in &fact.claims {
            facts_of.entry(claim).or_default().insert(&fact.id);
        }
    }
    let at = |end: &GoldEnd| -> Vec<&Claim> {
        let stands_at = |claim: &Claim| {
            claim.article == end.article
                && (are_one_passage(claim.span(), end.span()) || claim.repeats.iter().any(|repeat| are_one_passage(*repeat, end.span())))
        };
        claims.iter().filter(|claim| stands_at(claim)).collect()
    };
    let mut explained = BTreeSet::new();
    let mut articles = BTreeSet::new();
    for relation in &gold.relations {
        articles.extend([relation.a.article.as_str(), relation.b.article.as_str()]);
        let (at_a, at_b) = (at(&relation.a), at(&relation.b));
        let facts = |claims: &[&Claim]| -> BTreeSet<&str> {
            claims.iter().filter_map(|claim| facts_of.get(claim.id.as_str())).flatten().copied().collect()
        };
        let (facts_a, facts_b) = (facts(&at_a), facts(&at_b));
        let holds = |claims: &[&Claim], id: &str| claims.iter().any(|claim| claim.id == id);
        let between: Vec<_> = ledger
            .conflicts
            .iter()
            .filter(|conflict| {
                (holds(&at_a, &conflict.a) && holds(&at_b, &conflict.b)) || (holds(&at_b, &conflict.a) && holds(&at_a, &conflict.b))
            })
            .collect();
        let one_fact = facts_a.intersection(&facts_b).next().is_some();
        let kept = match relation.relation.as_str() {
            "conflict" | "tension" => {
                explained.extend(between.iter().map(|conflict| conflict.id.as_str()));
                !between.is_empty()
            }
            "distinct" => {
                let same =
                    facts_a == facts_b && !facts_a.is_empty() && at_a.iter().map(|claim| &claim.id).ne(at_b.iter().map(|claim| &claim.id));
                !at_a.is_empty() && !at_b.is_empty() && between.is_empty() && !same
            }
            "repeat" => one_fact || at_a.iter().any(|a| at_b.iter().any(|b| a.id == b.id)),
            _ => one_fact && between.iter().all(|conflict| conflict.severity != Severity::Conflict),
        };
        let tally = scores.relations.entry(relation.relation.clone()).or_default();
        tally.right += usize::from(kept);
        tally.found += usize::from(!at_a.is_empty() && !at_b.is_empty());
        tally.gold += 1;
    }
    let article_of: BTreeMap<&str, &str> = claims.iter().map(|claim| (claim.id.as_str(), claim.article.as_str())).collect();
    let annotated = |id: &str| article_of.get(id).is_some_and(|article| articles.contains(article));
    scores.false_alarms = ledger
        .conflicts
        .iter()
        .filter(|conflict| !explained.contains(conflict.id.as_str()) && annotated(&conflict.a) && annotated(&conflict.b))
        .count();
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<12}{:>10}{:>8}{:>7}{:>8}", "claims", "precision", "recall", "F1", "gold")?;
        for (slot, tally) in &self.claims {
            let (precision, recall, f1) = (tally.precision(), tally.recall(), tally.f1());
            writeln!(f, "{slot:<12}{precision:>10.3}{recall:>8.3}{f1:>7.3}{:>8}", tally.gold)?;
        }
        if !self.tags.is_empty() {
            writeln!(f, "\n{:<24}{:>6}{:>6}{:>8}", "tags", "found", "of", "recall")?;
        }
        for (tag, tally) in &self.tags {
            writeln!(f, "{tag:<24}{:>6}{:>6}{:>8.3}", tally.right, tally.gold, tally.recall())?;
        }
        writeln!(f, "\n{:<12}{:>10}{:>8}{:>18}", "relations", "kept", "of", "both claims found")?;
        for (relation, tally) in &self.relations {
            writeln!(f, "{relation:<12}{:>10}{:>8}{:>18}", tally.right, tally.gold, tally.found)?;
        }
        write!(f, "{:<12}{:>10}", "false alarms", self.false_alarms)
    }
}
