//! `wording/doer`: two statements tell one deed in the same words and numbers of two who did it.

use super::alike::{SAME, alike};
use super::phrase::{is_named, meets, undergoer};
use super::reading::{Kind, Reading};
use crate::claim::clause::{ClauseKind, Slot};
use crate::claim::model::Modality;
use crate::syntax::PennTag;

/// So many words of the deed agree beside its verb,
const FEWEST_WORDS: usize = 4;

/// The words by which two statements tell one deed of two: "Divers found 31 coins in the wreck, the museum said", "The museum found
/// 31 coins in the wreck".
pub(super) fn two_doers(a: &Reading<'_>, b: &Reading<'_>) -> Option<(usize, usize)> {
    if a.len() <= b.len() { told_of_another(a, b) } else { told_of_another(b, a).map(|(y, x)| (x, y)) }
}

/// What the shorter statement tells as a whole and the longer one of somebody else.
fn told_of_another(shorter: &Reading<'_>, longer: &Reading<'_>) -> Option<(usize, usize)> {
    let root = shorter.tree.root()?;
    let index = shorter.clauses.owner[root];
    let (verb, doer) = deed(shorter, index)?;
    let words: Vec<usize> =
        (0..shorter.len()).filter(|&token| shorter.tells(token) && token != verb && !is_within(shorter, token, doer)).collect();
    let counts = words.iter().any(|&token| shorter.words[token].kind == Kind::Number);
    if words.len() < FEWEST_WORDS || !counts || !is_named(shorter, doer) {
        return None;
    }
    (0..longer.clauses.clauses.len()).find_map(|other| {
        let (at, by) = deed(longer, other)?;
        let there = longer.tree.descendants(longer.clauses.clauses[other].top());
        let known = |&token: &usize| there.iter().any(|&place| alike(&shorter.words[token], &longer.words[place]) > 0);
        let same_deed = alike(&shorter.words[verb], &longer.words[at]) == SAME && words.iter().all(known);
        // He is named in the longer one too, in another part.
        let elsewhere =
            (0..longer.len()).any(|token| alike(&shorter.words[doer], &longer.words[token]) > 0 && !is_within(longer, token, by));
        let related = longer.tree.descendants(by).into_iter().any(|token| alike(&shorter.words[doer], &longer.words[token]) > 0);
        (same_deed && elsewhere && !related && !meets(shorter, doer, longer, by)).then_some((verb, at))
    })
}

/// The verb of a deed with an object, and who did it.
fn deed(reading: &Reading<'_>, index: usize) -> Option<(usize, usize)> {
    let (clause, standing) = (&reading.clauses.clauses[index], reading.standings[index]);
    let told = !standing.negated && !standing.open && standing.modality == Modality::Asserted && !clause.passive;
    let plain = matches!(clause.kind, ClauseKind::Main | ClauseKind::Complement | ClauseKind::Conjunct);
    let doer = clause.arguments.iter().find(|argument| argument.slot == Slot::Subject && !argument.shared)?.head;
    let says = reading.tree.tag(doer) != PennTag::PRP && reading.tells(doer) && undergoer(clause).is_some();
    (told && plain && says).then_some((clause.head(), doer))
}

fn is_within(reading: &Reading<'_>, token: usize, head: usize) -> bool {
    token == head || reading.tree.is_ancestor(head, token)
}
