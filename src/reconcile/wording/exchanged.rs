//! `wording/exchanged`: two statements tell one relation of the same two, each the other way round.

use super::phrase::{after_preposition, doer, holder, is_named, meets, possessor, undergoer};
use super::reading::Reading;
use crate::claim::model::Modality;

/// A relation with two unlike sides as a statement tells it.
#[derive(Clone, Copy, Debug)]
struct Told<'g> {
    relation: &'g str,
    /// The word that tells it.
    at: usize,
    first: usize,
    second: usize,
}

/// The words by which two statements exchange the sides of a relation: "the club was bought by the bank", "the bank belongs to the club".
pub(super) fn exchanged(a: &Reading<'_>, b: &Reading<'_>) -> Option<(usize, usize)> {
    let told_a = told(a, false);
    if told_a.is_empty() {
        return None;
    }
    let told_b = told(b, false);
    for one in &told_a {
        let of_same: Vec<&Told<'_>> = told_b.iter().filter(|other| other.relation == one.relation).collect();
        let same = |other: &Told<'_>| meets(a, one.first, b, other.first) || meets(a, one.second, b, other.second);
        let turned = |other: &&&Told<'_>| meets(a, one.first, b, other.second) && meets(a, one.second, b, other.first) && !same(other);
        if let Some(other) = of_same.iter().find(turned)
            && !of_same.iter().any(|other| same(other))
        {
            return Some((one.at, other.at));
        }
    }
    None
}

/// The words by which one statement denies a relation that the other tells from its other side: "the bank does not own the club",
/// "the club is a subsidiary of the bank".
pub(super) fn denied_from_other_side(n: &Reading<'_>, a: &Reading<'_>) -> Option<(usize, usize)> {
    let denied = told(n, true);
    if denied.is_empty() {
        return None;
    }
    let affirmed = told(a, false);
    denied.iter().find_map(|one| {
        let same = |other: &&Told<'_>| {
            other.relation == one.relation && meets(n, one.first, a, other.first) && meets(n, one.second, a, other.second)
        };
        let named = is_named(n, one.first) && is_named(n, one.second);
        affirmed.iter().find(same).filter(|_| named).map(|other| (one.at, other.at))
    })
}

/// The relations that a statement tells, or those that it denies.
fn told<'g>(reading: &Reading<'g>, denied: bool) -> Vec<Told<'g>> {
    let mut told = Vec::new();
    for (clause, standing) in reading.clauses.clauses.iter().zip(&reading.standings) {
        let at = clause.head();
        if standing.negated != denied || standing.open || standing.modality != Modality::Asserted {
            continue;
        }
        for row in reading.relations.directed(reading.tree.lemma(at)) {
            let by_object = row.links.iter().any(|link| &**link == "object");
            let other = if by_object { undergoer(clause) } else { after_preposition(reading, clause, &row.links) };
            if let (Some(subject), Some(other)) = (doer(clause), other) {
                let (first, second) = if row.subject_is_first { (subject, other) } else { (other, subject) };
                told.push(Told { relation: &row.relation, at, first, second });
            }
        }
    }
    for at in 0..reading.len() {
        for row in reading.relations.directed(reading.tree.lemma(at)).iter().filter(|row| row.links.iter().any(|link| &**link == "of")) {
            let standing = reading.standing(at);
            if !reading.tree.tag(at).is_noun() || standing.negated != denied || standing.open {
                continue;
            }
            if let (Some(subject), Some(other)) = (holder(reading, at), possessor(reading, at)) {
                let (first, second) = if row.subject_is_first { (subject, other) } else { (other, subject) };
                told.push(Told { relation: &row.relation, at, first, second });
            }
        }
    }
    told
}
