//! `wording/holder`: two statements give one role that one has at a time to two.

use super::phrase::{holder, meets, names_two, possessor};
use super::reading::Reading;
use crate::gazetteer::lexical_relations::WordingCue;
use crate::syntax::{PennTag, Relation};

/// A role that one has at a time, as a statement gives it.
#[derive(Clone, Debug)]
struct Held {
    role: String,
    at: usize,
    by: usize,
    of: usize,
}

/// The words by which two statements give one role to two: "Lena Roth is the mayor of Riga", "Riga's mayor, Otto Lind, …".
pub(super) fn two_holders(a: &Reading<'_>, b: &Reading<'_>) -> Option<(usize, usize)> {
    let held_a = held(a);
    if held_a.is_empty() {
        return None;
    }
    let held_b = held(b);
    let differ = |one: &Held, other: &Held| one.role == other.role && meets(a, one.of, b, other.of) && names_two(a, one.by, b, other.by);
    // Who is named in both may have held it before, or after.
    let named_in_both = |one: &Held, other: &Held| {
        let within = |x: &Reading<'_>, by: usize, y: &Reading<'_>| y.words.iter().any(|word| word.lemma == x.words[by].lemma);
        within(a, one.by, b) || within(b, other.by, a)
    };
    held_a.iter().find_map(|one| {
        let other = held_b.iter().find(|other| differ(one, other) && !named_in_both(one, other))?;
        Some((one.at, other.at))
    })
}

fn held(reading: &Reading<'_>) -> Vec<Held> {
    (0..reading.len())
        .filter(|&at| reading.tree.tag(at).is_noun() && reading.relations.ends_unique_role(reading.tree.lemma(at)) && is_now(reading, at))
        .filter_map(|at| {
            let role = role(reading, at)?;
            Some(Held { role, at, by: holder(reading, at)?, of: possessor(reading, at)? })
        })
        .collect()
}

/// The role with the words before it, where one at a time has it: not "deputy mayor".
fn role(reading: &Reading<'_>, noun: usize) -> Option<String> {
    let before = reading.tree.children(noun).filter(|&child| {
        child < noun
            && matches!(reading.tree.relation(child), Relation::Amod | Relation::Compound | Relation::NmodDesc)
            && reading.words[child].country.is_none()
            && !reading.is_cue(child, WordingCue::Current)
    });
    let words: Vec<&str> = before.chain([noun]).map(|token| reading.tree.lemma(token)).collect();
    let role = words.join(" ");
    reading.relations.is_unique_role(&role).then_some(role)
}

/// "former", "the then": stands within so many tokens before a role.
const BEFORE_ROLE: usize = 3;

/// Whether the role is held now, as far as the words say: no past tense, no negation, no condition, no "former".
pub(super) fn is_now(reading: &Reading<'_>, noun: usize) -> bool {
    if (noun.saturating_sub(BEFORE_ROLE)..noun).any(|token| reading.is_cue(token, WordingCue::Unreal)) {
        return false;
    }
    let standing = reading.standing(noun);
    let head = reading.clauses.clauses[reading.clauses.owner[noun]].head();
    let copula = |token: usize| reading.tree.child_with(token, Relation::Cop);
    let past = [noun, head].into_iter().filter_map(copula).any(|copula| reading.tree.tag(copula) == PennTag::VBD);
    !past && !standing.negated && !standing.open
}
