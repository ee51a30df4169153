//! `wording/negated`: one statement says, in much the same words, that what the other says is not so.

use super::alike::{CLASS, alike, likest};
use super::reading::{Kind, Reading};
use crate::claim::clause::{ClauseKind, Slot};
use crate::claim::model::Modality;
use crate::syntax::{PennTag, Relation};

/// What is denied stands in the other statement to this part, in hundredths.
const COVERED: u32 = 80;
/// A word of what is denied is found within this many steps of the predicate.
const NEAR: usize = 3;

/// A clause that one statement denies and the other affirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Denied {
    /// The word that carries what is denied.
    pub(super) negated: usize,
    /// The word that says it is so.
    pub(super) affirmed: usize,
    /// What part of the denied words the other statement has.
    pub(super) covered: u32,
}

/// What `negated` denies and `affirmed` affirms.
pub(super) fn denied(negated: &Reading, affirmed: &Reading) -> Option<Denied> {
    (0..negated.clauses.clauses.len()).filter_map(|clause| of_clause(negated, clause, affirmed)).max_by_key(|denied| denied.covered)
}

fn of_clause(n: &Reading, index: usize, a: &Reading) -> Option<Denied> {
    let clause = &n.clauses.clauses[index];
    let standing = n.standings[index];
    let told = matches!(clause.kind, ClauseKind::Main | ClauseKind::Conjunct | ClauseKind::Complement | ClauseKind::Fragment);
    if !standing.negated || standing.open || !told || !matches!(standing.modality, Modality::Asserted | Modality::Planned) {
        return None;
    }
    let (head, subject) = matter(n, index)?;
    let core = core(n, index, head);
    let candidates = (0..a.len()).filter(|&token| alike(&n.words[head], &a.words[token]) >= CLASS);
    candidates.filter_map(|token| fit(n, index, head, subject, &core, a, token)).max_by_key(|denied| denied.covered)
}

/// Verbs that only say that what their subject names is so.
const HAPPEN: [&str; 12] =
    ["arise", "attempt", "be", "conduct", "exist", "happen", "hold", "make", "occur", "record", "report", "stage"];

/// The word that carries what a clause says, and its subject: "no strike was *attempted*" is about the strike.
fn matter(n: &Reading, index: usize) -> Option<(usize, Option<usize>)> {
    let clause = &n.clauses.clauses[index];
    let head = clause.noun.unwrap_or(clause.head());
    let subject = clause.subject().map(|subject| subject.head);
    let lemma = n.tree.lemma(head);
    let happens = HAPPEN.binary_search(&lemma).is_ok() && (clause.passive || matches!(lemma, "be" | "exist" | "happen" | "occur" | "arise"));
    if let Some(subject) = subject.filter(|_| happens && n.tree.tag(head) != PennTag::NN) {
        return Some((subject, None));
    }
    let object = clause.arguments.iter().find(|argument| argument.slot == Slot::Object && !argument.shared).map(|object| object.head);
    if matches!(lemma, "have" | "take" | "make" | "give" | "get" | "be" | "do")
        && let Some(object) = object
    {
        return Some((object, subject));
    }
    n.tells(head).then_some((head, subject))
}

/// The words of what is denied: those of the clause and of what hangs on it, without what stands beside it.
fn core(n: &Reading, index: usize, head: usize) -> Vec<usize> {
    let top = n.clauses.clauses[index].top();
    let beside = |token: usize| {
        let mut at = token;
        while at != top {
            let Some(up) = n.tree.head(at) else { return true };
            let own = n.clauses.owner[at];
            let starts = n.clauses.clauses[own].top() == at && own != index;
            let apart = starts
                && matches!(
                    n.clauses.clauses[own].kind,
                    ClauseKind::Conjunct | ClauseKind::Aside | ClauseKind::Condition | ClauseKind::Adverbial | ClauseKind::Relative
                );
            if apart || matches!(n.tree.relation(at), Relation::Parataxis | Relation::Discourse | Relation::Vocative) {
                return true;
            }
            at = up;
        }
        false
    };
    (0..n.len()).filter(|&token| token != head && n.tells(token) && !beside(token)).collect()
}

/// How well what is denied fits the word `found` of the other statement.
fn fit(n: &Reading, index: usize, head: usize, subject: Option<usize>, core: &[usize], a: &Reading, found: usize) -> Option<Denied> {
    let standing = a.standing(found);
    let modality = n.standings[index].modality;
    if standing.negated || standing.open || !(standing.modality == Modality::Asserted || standing.modality == modality) {
        return None;
    }
    if denied_noun(a, found) || !subject_fits(n, subject, a, found) {
        return None;
    }
    let (mut known, mut all) = (0, 0);
    for &token in core {
        let word = &n.words[token];
        let weight = match word.kind {
            Kind::Name | Kind::Number => 3,
            Kind::Adverb => 1,
            _ => 2,
        };
        all += weight;
        let near = (0..a.len()).filter(|&other| other != found && a.distance(other, found) <= NEAR);
        match likest(word, a, near) {
            Some(_) => known += weight,
            None if matches!(word.kind, Kind::Name | Kind::Number) && !is_part_of_known_name(n, token, a) => return None,
            None => {}
        }
    }
    if all == 0 {
        return None;
    }
    let covered = 100 * known / all;
    (covered >= COVERED).then_some(Denied { negated: head, affirmed: found, covered })
}

/// "No strike": a noun with a negating determiner, or one that only might be.
fn denied_noun(a: &Reading, token: usize) -> bool {
    a.tree.children(token).any(|child| {
        (a.tree.relation(child) == Relation::Det && matches!(a.tree.lemma(child), "no" | "neither"))
            || matches!(a.tree.lemma(child), "former" | "ex" | "alleged" | "possible" | "potential" | "planned" | "proposed" | "would-be")
    })
}

/// Whether a name is told in the other statement by another part: "Mr. Fitzgerald", "Patrick Fitzgerald".
fn is_part_of_known_name(n: &Reading, token: usize, a: &Reading) -> bool {
    let known = |token: usize| (0..a.len()).any(|other| alike(&n.words[token], &a.words[other]) > 0);
    let head = n.tree.head(token).filter(|_| matches!(n.tree.relation(token), Relation::Flat | Relation::Compound | Relation::NmodDesc));
    head.is_some_and(known) || n.tree.children(token).any(|child| n.tree.relation(child) == Relation::Flat && known(child))
}

/// Whether the subject of what is denied is the one of whom the other statement says it.
fn subject_fits(n: &Reading, subject: Option<usize>, a: &Reading, found: usize) -> bool {
    let Some(subject) = subject.filter(|&subject| n.tells(subject)) else { return true };
    let same = |other: usize| alike(&n.words[subject], &a.words[other]) > 0;
    let arguments = a.arguments(found);
    let named: Vec<usize> = arguments
        .iter()
        .filter(|argument| matches!(argument.slot, Slot::Subject | Slot::PassiveSubject | Slot::Agent | Slot::Object))
        .map(|argument| argument.head)
        .collect();
    if !named.is_empty() {
        return named.iter().any(|&role| (0..a.len()).any(|other| same(other) && is_in_core(a, other, role)));
    }
    (0..a.len()).any(|other| same(other) && a.distance(other, found) <= 2)
}

/// Whether a word names what the phrase at `role` names: its head, a part of its name, what is set beside it.
fn is_in_core(a: &Reading, token: usize, role: usize) -> bool {
    let mut at = token;
    while at != role {
        if !a.is_loose(at) {
            return false;
        }
        match a.tree.head(at) {
            Some(head) => at = head,
            None => return false,
        }
    }
    true
}
