//! Phrases of a statement: who is named by which noun, who stands on which side of a predicate, and whether two phrases of two
//! statements name one thing.

use super::alike::alike;
use super::reading::{Kind, Reading};
use crate::claim::clause::{Clause, Slot, preposition};
use crate::gazetteer::lexical_relations::WordingCue;
use crate::syntax::Relation;

/// Who does what a clause tells: the subject of an active clause, the agent of a passive.
pub(super) fn doer(clause: &Clause) -> Option<usize> {
    let wanted = if clause.passive { Slot::Agent } else { Slot::Subject };
    clause.arguments.iter().find(|argument| argument.slot == wanted).map(|argument| argument.head)
}

/// To whom or what it is done: the object of an active clause, the subject of a passive.
pub(super) fn undergoer(clause: &Clause) -> Option<usize> {
    let wanted = if clause.passive { Slot::PassiveSubject } else { Slot::Object };
    clause.arguments.iter().find(|argument| argument.slot == wanted).map(|argument| argument.head)
}

/// What stands in a clause after one of some prepositions.
pub(super) fn after_preposition(reading: &Reading<'_>, clause: &Clause, prepositions: &[Box<str>]) -> Option<usize> {
    let linked = |case: usize| prepositions.iter().any(|preposition| **preposition == *reading.tree.lemma(case));
    clause.arguments.iter().find(|argument| argument.preposition.is_some_and(linked)).map(|argument| argument.head)
}

/// Of whom a noun is said: "*Lena Roth* is the owner", "*Lena Roth*, owner of …", "owner *Lena Roth*".
pub(super) fn holder(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let clause = &reading.clauses.clauses[reading.clauses.owner[noun]];
    let is_predicate = clause.head() == noun && reading.tree.child_with(noun, Relation::Cop).is_some();
    // "*The owner* is *Lena Roth*."
    let is_subject = clause.subject().is_some_and(|subject| subject.head == noun);
    let called = Some(clause.head())
        .filter(|&head| is_subject && reading.words[head].kind == Kind::Name && reading.tree.child_with(head, Relation::Cop).is_some());
    match clause.subject().filter(|_| is_predicate).map(|subject| subject.head).or(called) {
        Some(subject) => Some(subject),
        None => (0..reading.len()).find(|&name| name != noun && reading.words[name].kind == Kind::Name && is_called(reading, name, noun)),
    }
}

/// What a noun is a noun of: "the owner *of the mill*", "*the mill's* owner", "the *Danish* owner".
pub(super) fn possessor(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let tree = &reading.tree;
    tree.children(noun).find(|&child| match tree.relation(child) {
        Relation::NmodPoss => true,
        Relation::Nmod => preposition(tree, child).is_some_and(|case| tree.lemma(case) == "of"),
        Relation::Amod | Relation::Compound => reading.words[child].country.is_some(),
        _ => false,
    })
}

/// The words of the name that a phrase is, or that stands beside its head.
fn names(reading: &Reading<'_>, head: usize) -> Vec<usize> {
    (0..reading.len())
        .filter(|&token| {
            (reading.words[token].kind == Kind::Name || reading.words[token].country.is_some()) && is_in_core(reading, token, head)
        })
        .collect()
}

/// Whether a phrase is a name or has one beside it.
pub(super) fn is_named(reading: &Reading<'_>, head: usize) -> bool {
    !names(reading, head).is_empty()
}

/// Whether two phrases name the same: every word of the shorter name stands in the longer, or neither is named and their heads agree.
pub(super) fn meets(a: &Reading<'_>, x: usize, b: &Reading<'_>, y: usize) -> bool {
    let (names_a, names_b) = (names(a, x), names(b, y));
    match (names_a.is_empty(), names_b.is_empty()) {
        (false, false) => {
            let within = |one: &Reading<'_>, shorter: &[usize], other: &Reading<'_>, longer: &[usize]| {
                shorter.iter().all(|&token| longer.iter().any(|&there| alike(&one.words[token], &other.words[there]) > 0))
            };
            within(a, &names_a, b, &names_b) || within(b, &names_b, a, &names_a)
        }
        (true, true) => alike(&a.words[x], &b.words[y]) > 0,
        // "Quarks" begins a sentence with a capital.
        (false, true) => names_a.iter().chain([&x]).any(|&token| a.words[token].lemma == b.words[y].lemma),
        (true, false) => names_b.iter().chain([&y]).any(|&token| b.words[token].lemma == a.words[x].lemma),
    }
}

/// Whether two phrases name two: both have a name, and no word of the one is in the other.
pub(super) fn names_two(a: &Reading<'_>, x: usize, b: &Reading<'_>, y: usize) -> bool {
    let (names_a, names_b) = (names(a, x), names(b, y));
    let common = names_a.iter().any(|&token| names_b.iter().any(|&there| alike(&a.words[token], &b.words[there]) > 0));
    !names_a.is_empty() && !names_b.is_empty() && !common && a.words[x].kind == b.words[y].kind
}

/// Whether the one noun says what the other names: "Zapata, the rebel leader", "President Bush", "companies, including Lukoil",
/// "he serves as a broker".
pub(super) fn is_called(a: &Reading<'_>, name: usize, noun: usize) -> bool {
    let named = |relation: Relation| matches!(relation, Relation::Appos | Relation::NmodDesc | Relation::Flat);
    let below = |head: usize, below: usize| a.tree.head(below) == Some(head);
    // "Otto Lind, the minister *Eva Roth*": a noun right before a name is said of that one.
    let next = noun + 1;
    let is_part = |token: usize| below(name, token) && a.tree.relation(token) == Relation::Flat;
    if name < noun && next < a.len() && a.words[next].kind == Kind::Name && a.tree.tag(noun).is_noun() && !is_part(next) && !is_part(noun) {
        return false;
    }
    let title = |name: usize| {
        below(name, noun)
            && (named(a.tree.relation(noun))
                || (a.tree.relation(noun) == Relation::Compound && noun < name && a.words[name].kind == Kind::Name))
    };
    if title(name) || (below(noun, name) && named(a.tree.relation(name))) {
        return true;
    }
    let case = |token: usize| preposition(&a.tree, token);
    if below(noun, name) && case(name).is_some_and(|case| a.is_cue(case, WordingCue::Opening)) {
        return true;
    }
    // "serves as secretary-general": of whom the verb says it.
    if case(noun).is_some_and(|case| a.tree.lemma(case) == "as")
        && let Some(head) = a.tree.head(noun)
    {
        return head == name
            || a.arguments(head).iter().any(|argument| argument.slot != Slot::Oblique && is_in_core(a, name, argument.head));
    }
    // Of "the minister Otto Lind" the minister is Lind, whoever else stands beside him.
    let taken = a.tree.children(noun).any(|child| child != name && named(a.tree.relation(child)) && a.words[child].kind == Kind::Name);
    !taken && a.is_loose(name) && a.tree.head(name).is_some_and(title)
}

/// Whether a word names what the phrase at `role` names: its head, a part of its name, what is set beside it.
pub(super) fn is_in_core(a: &Reading<'_>, token: usize, role: usize) -> bool {
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
