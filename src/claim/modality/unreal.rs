//! What is not simply so though no word above the clause says it: purposes, conditions, goals, accusations, hedges on what is told of.

use super::Put;
use crate::claim::clause::{Clause, ClauseKind, Slot, has_to, is_noun, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::{Manner, MarkKind};
use crate::gazetteer::predicates::{Frame, Role};
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// What an infinitive says that no word of the table governs: "measures *to protect* 30 villages", "the plan *to build*" are meant to be,
/// "harder for Lind *to resign*" may be. Who was "the first *to sign*" did sign, and so did who "went home *to find*" something find it.
pub(super) fn unreal_infinitive(tree: &Tree, gazetteers: &Gazetteers, clause: &Clause) -> Option<Manner> {
    let top = clause.top();
    // "absurd for them to *have left*", "to *be leaving*": what is already so.
    let already = |child: usize| tree.relation(child) == Relation::Aux && matches!(tree.lemma(child), "have" | "be");
    if !has_to(tree, top) || tree.children(top).any(already) {
        return None;
    }
    let marked = |lemma: &str| tree.children(top).any(|child| tree.relation(child) == Relation::Mark && tree.lemma(child) == lemma);
    if marked("for") && tree.children(top).any(|child| tree.relation(child).is_subject()) {
        return Some(Manner::Possible);
    }
    if let Some(manner) = noun_of_infinitive(tree, gazetteers, clause) {
        return Some(manner).filter(|manner| matches!(manner, Manner::Planned | Manner::Requested));
    }
    let singled = |noun: usize| {
        tree.children(noun).chain([noun]).any(|child| {
            gazetteers.word_sets.has(LexicalSet::Singling, tree.lemma(child)) || matches!(tree.tag(child), PennTag::JJS | PennTag::RBS)
        })
    };
    let purpose = match clause.kind {
        ClauseKind::Infinitive => !tree.head(top).is_some_and(singled),
        ClauseKind::Purpose => {
            tree.relation(top) != Relation::Xcomp && !gazetteers.word_sets.has(LexicalSet::Outcome, tree.lemma(clause.head()))
        }
        _ => false,
    };
    purpose.then_some(Manner::Planned)
}

/// "a sequel to the *plan* to drain the lake": what the noun right before an infinitive says of it, whatever the infinitive was hung on.
pub(in crate::claim) fn noun_of_infinitive(tree: &Tree, gazetteers: &Gazetteers, clause: &Clause) -> Option<Manner> {
    let top = clause.top();
    let noun = tree.subtree_range(top).start.checked_sub(1).filter(|&noun| has_to(tree, top) && is_noun(tree.tag(noun)))?;
    row_of(tree, gazetteers, noun)?.complement
}

/// "Lind *is accused* of fraud", "camps *faced allegations*": an allegation against the subject that nobody is told to make.
pub(super) fn is_accused(tree: &Tree, gazetteers: &Gazetteers, clause: &Clause) -> bool {
    let head = clause.head();
    let by_somebody = clause.arguments.iter().any(|argument| argument.slot == Slot::Agent);
    !by_somebody
        && row_of(tree, gazetteers, head)
            .is_some_and(|row| &*row.class == "accuse" && (clause.passive || row.role("subject") == Some(Role::Target)))
}

/// "If …, you *lose*": a verb in the present with a condition of its own and no modal.
pub(super) fn is_consequence(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    let present = |token: usize| matches!(tree.tag(token), PennTag::VBP | PennTag::VBZ);
    let copula = tree.child_with(verb, Relation::Cop);
    let finite = present(copula.unwrap_or(verb)) && tree.child_with(verb, Relation::Aux).is_none();
    let conditional = |clause: usize| {
        tree.children(clause).any(|mark| {
            tree.relation(mark) == Relation::Mark
                && gazetteers.cues.mark(tree.lemma(mark)) == Some(MarkKind::Condition)
                && mark.checked_sub(1).is_none_or(|before| tree.lemma(before) != "even")
        })
    };
    finite && tree.children(verb).any(|child| tree.relation(child) == Relation::Advcl && conditional(child))
}

/// "the plan includes *raising* the tax": the parts of a plan are planned.
pub(super) fn is_part_of_a_plan(tree: &Tree, gazetteers: &Gazetteers, gerund: usize) -> bool {
    if tree.tag(gerund) != PennTag::VBG {
        return false;
    }
    let Some(verb) = tree.head(gerund).filter(|&verb| gazetteers.word_sets.has(LexicalSet::HasParts, tree.lemma(verb))) else {
        return false;
    };
    let subject = tree.children(verb).find(|&child| tree.relation(child).is_subject());
    subject.and_then(|noun| row_of(tree, gazetteers, noun)).is_some_and(|row| row.frame == Frame::Plan)
}

/// "their *target* is 350 chairs": a number that is still to be reached.
pub(super) fn is_a_goal(tree: &Tree, gazetteers: &Gazetteers, clause: &Clause) -> bool {
    let head = clause.head();
    let numbered =
        tree.tag(head) == PennTag::CD || tree.children(head).any(|child| matches!(tree.tag(child), PennTag::CD | PennTag::Dollar));
    let goal = |subject: usize| gazetteers.word_sets.has(LexicalSet::Goal, tree.lemma(subject));
    numbered && tree.child_with(head, Relation::Cop).is_some() && clause.subject().is_some_and(|subject| goal(subject.head))
}

/// "*Potential* nations include …", "the *alleged* crime involved …": a hedge on what is listed, or on an event, covers the clause; one on
/// a person ("alleged members were deported") does not.
pub(super) fn hedged_subject(tree: &Tree, gazetteers: &Gazetteers, clause: &Clause, put: &mut Put) {
    let Some(subject) = clause.subject() else { return };
    let lists =
        matches!(tree.lemma(clause.head()), "include" | "be" | "comprise") || tree.child_with(clause.head(), Relation::Cop).is_some();
    let event = row_of(tree, gazetteers, subject.head).is_some_and(|row| row.frame == Frame::Event) || tree.lemma(subject.head) == "crime";
    if !lists && !event {
        return;
    }
    for child in tree.children(subject.head).filter(|&child| tree.relation(child) == Relation::Amod) {
        if let Some(manner) = gazetteers.cues.hedge(tree.lemma(child)).filter(|&manner| event || manner == Manner::Possible) {
            put.add(manner);
        }
    }
}

/// "*Maybe* 900 houses were flooded", "cost *perhaps* $40 million": a hedge on a number covers what is told with it.
pub(super) fn hedged_number(tree: &Tree, gazetteers: &Gazetteers, clause: &Clause, put: &mut Put) {
    for argument in clause.arguments.iter().filter(|argument| !argument.shared) {
        let numbers = tree.children(argument.head).filter(|&child| tree.relation(child) == Relation::Nummod).chain([argument.head]);
        for number in numbers.filter(|&number| matches!(tree.tag(number), PennTag::CD | PennTag::Dollar) || number == argument.head) {
            let hedges = |child: &usize| {
                tree.relation(*child) == Relation::Advmod
                    && tree.tag(*child) == PennTag::RB
                    && gazetteers.cues.hedge(tree.lemma(*child)) == Some(Manner::Possible)
                    && (*child + 1 == number || matches!(tree.tag(*child + 1), PennTag::CD | PennTag::Dollar))
            };
            if tree.children(number).filter(|&child| child < number).any(|child| hedges(&child)) {
                put.add(Manner::Possible);
            }
        }
    }
}
