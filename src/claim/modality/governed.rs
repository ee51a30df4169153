//! What the clause above says of a clause: "denied that …", "demanded that …", "the plan to …", "without giving …".

use super::{Modality, Put, around, negated_noun};
use crate::claim::clause::{Clause, ClauseKind, Clauses, has_to, is_noun, is_passive, is_verb, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::{Manner, MarkKind, NegationScope};
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Control, Frame};
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// What the clause above says of this one: "denied that …", "demanded that …", "the plan to …", "without giving …".
pub(super) fn governed(tree: &Tree, text: &str, gazetteers: &Gazetteers, clauses: &Clauses, clause: &Clause, put: &mut Put) {
    let top = clause.top();
    let without = tree.children(top).any(|child| {
        child < top
            && matches!(tree.relation(child), Relation::Mark | Relation::Case)
            && gazetteers.cues.negation(tree.lemma(child)) == Some(NegationScope::Complement)
    });
    if without {
        put.turn();
    }
    let Some(head) = tree.head(top) else { return };
    let governs = match clause.kind {
        ClauseKind::Complement => matches!(tree.relation(top), Relation::Ccomp | Relation::Acl | Relation::AclRelcl),
        ClauseKind::Infinitive => true,
        // "ordered him to pay *or leave*": what somebody is asked to do.
        ClauseKind::Purpose if tree.relation(top) == Relation::Xcomp && is_asked(tree, gazetteers, head) => true,
        // "accused the commission *of having lost* ballots", "barred *from sending*"
        ClauseKind::Adverbial | ClauseKind::Purpose if is_governed_gerund(tree, gazetteers, head, top) => true,
        // "accused *the rebels of burning* a mill": hung on whoever is accused.
        ClauseKind::Participle => {
            let verb =
                tree.head(head).filter(|&verb| tree.relation(head) == Relation::Obj && is_governed_gerund(tree, gazetteers, verb, top));
            if let Some(manner) = verb.and_then(|verb| row_of(tree, gazetteers, verb)).and_then(|row| row.complement) {
                put.add(manner);
            }
            return;
        }
        // "is to be held, selecting one of four": a participle without a subject goes with its clause.
        ClauseKind::Adverbial | ClauseKind::Purpose if !tree.children(top).any(|child| tree.relation(child).is_subject()) => {
            // "said it will close the mill, *cutting* 650 jobs" too.
            let tells = |kind: ClauseKind| matches!(kind, ClauseKind::Main | ClauseKind::Complement | ClauseKind::Conjunct);
            if let Some(parent) = clause.parent.filter(|&parent| tells(clauses.clauses[parent].kind)) {
                let above = &clauses.clauses[parent];
                let mut outer = Put::default();
                for (position, &word) in above.chain.iter().enumerate() {
                    around(tree, text, gazetteers, word, &mut outer);
                    if position == 0 && has_to(tree, word) && tree.child_with(word, Relation::Cop).is_some() {
                        outer.add(Manner::Planned);
                    }
                }
                let main = clauses.clauses[parent].kind == ClauseKind::Main;
                put.modality = put.modality.or(outer.modality.filter(|&modality| main || modality == Modality::Planned));
            }
            false
        }
        ClauseKind::Conjunct => {
            // A conjunct stands under what its first part stands under: "may resign or flee".
            if let Some(parent) = clause.parent {
                let first = &clauses.clauses[parent];
                if !tree.children(top).any(|child| tree.relation(child).is_subject()) {
                    modals_only(tree, gazetteers, first.top(), top, put);
                }
                governed(tree, text, gazetteers, clauses, first, put);
                shared_chain(tree, text, gazetteers, first, top, put);
            }
            return;
        }
        _ => false,
    };
    if !governs {
        return;
    }
    let finite = tree.relation(top) == Relation::Ccomp && !has_to(tree, top);
    // "It was reported that …": by nobody.
    if finite
        && is_verb(tree.tag(head))
        && is_passive(tree, head)
        && tree.child_with(head, Relation::OblAgent).is_none()
        && let Some(manner) = gazetteers.cues.report(tree.lemma(head))
    {
        put.add(manner);
    }
    // "It is fair to *assume that* …"
    if finite
        && has_to(tree, head)
        && is_nobodys(tree, head)
        && let Some(manner) = gazetteers.cues.report(tree.lemma(head))
    {
        put.add(manner);
    }
    if is_denied_with_its_head(tree, gazetteers, head, top) {
        put.turn();
        if is_noun(tree.tag(head)) {
            put.add(Manner::Possible);
        }
    }
    if finite && is_reported_future(tree, gazetteers, head, top) {
        put.add(Manner::Planned);
    }
    // "meant that it had lost an ally": what a finite clause says under "mean" or "decide" is no plan.
    if finite && row_of(tree, gazetteers, head).is_some_and(|row| row.complement == Some(Manner::Planned) && !is_future(tree, top)) {
        return;
    }
    if let Some(row) = row_of(tree, gazetteers, head)
        && let Some(manner) = row.complement
        && (row.frame != Frame::Speech || manner != Manner::Asserted)
    {
        // "took a call *that a shed was flooded*": what happened is not asked for.
        if manner == Manner::Requested && finite_past(tree, top) && tree.relation(top) != Relation::Xcomp {
            return;
        }
        // An infinitive under a noun of plans is planned; the content of a request is requested.
        if row.control != Control::None || row.frame == Frame::Speech || row.frame == Frame::Event {
            put.add(manner);
        }
    }
}

/// "There is *no evidence* that she paid", "did *not recommend* that she pay": what a denied word would show or ask for is denied too, the
/// first not for certain.
fn is_denied_with_its_head(tree: &Tree, gazetteers: &Gazetteers, head: usize, top: usize) -> bool {
    if is_noun(tree.tag(head)) {
        let that = tree.children(top).any(|child| tree.relation(child) == Relation::Mark && tree.lemma(child) == "that");
        return that && gazetteers.word_sets.has(LexicalSet::Sign, tree.lemma(head)) && negated_noun(tree, gazetteers, head);
    }
    let denied = |child: usize| {
        tree.relation(child) == Relation::Advmod && gazetteers.cues.negation(tree.lemma(child)) == Some(NegationScope::Clause)
    };
    let asks = || row_of(tree, gazetteers, head).is_some_and(|row| row.complement == Some(Manner::Requested));
    is_verb(tree.tag(head)) && tree.children(head).any(denied) && asks()
}

/// "*were* shot", "*fell*": a verb in the past that is no participle alone and has no modal.
fn finite_past(tree: &Tree, verb: usize) -> bool {
    let auxiliaries =
        || tree.children(verb).filter(|&child| matches!(tree.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop));
    if auxiliaries().any(|auxiliary| tree.tag(auxiliary) == PennTag::MD) {
        return false;
    }
    auxiliaries().any(|auxiliary| tree.tag(auxiliary) == PennTag::VBD) || tree.tag(verb) == PennTag::VBD
}

/// Whether an infinitive hangs on an adjective whose subject is "it".
fn is_nobodys(tree: &Tree, infinitive: usize) -> bool {
    tree.head(infinitive).is_some_and(|above| {
        let it = |child: usize| tree.lemma(child) == "it" && (tree.relation(child).is_subject() || tree.relation(child) == Relation::Expl);
        !is_verb(tree.tag(above)) && tree.children(above).any(it)
    })
}

/// Whether a verb of the table asks somebody else to do something.
fn is_asked(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    row_of(tree, gazetteers, verb).is_some_and(|row| row.control == Control::Object && row.complement == Some(Manner::Requested))
}

/// Whether a gerund behind a preposition is what a verb of the table blames for or keeps from.
fn is_governed_gerund(tree: &Tree, gazetteers: &Gazetteers, head: usize, gerund: usize) -> bool {
    let mark = tree.children(gerund).any(|child| {
        child < gerund
            && matches!(tree.relation(child), Relation::Mark | Relation::Case)
            && gazetteers.word_sets.has(FunctionSet::GovernsGerund, tree.lemma(child))
    });
    let complement = row_of(tree, gazetteers, head).and_then(|row| row.complement);
    mark && tree.tag(gerund) == PennTag::VBG && is_verb(tree.tag(head)) && matches!(complement, Some(Manner::Alleged | Manner::Negated))
}

/// "is believed to have left", "claims to have left": an infinitive under a verb that reports, with nobody told to do it.
pub(super) fn is_hearsay(tree: &Tree, gazetteers: &Gazetteers, word: usize) -> bool {
    let infinitive = tree.children(word).any(|child| tree.relation(child) == Relation::Xcomp && has_to(tree, child));
    let told = tree.children(word).any(|child| matches!(tree.relation(child), Relation::Obj | Relation::Iobj));
    infinitive && !told && (is_passive(tree, word) || gazetteers.cues.report(tree.lemma(word)) == Some(Manner::Alleged))
}

/// "said it *would accept* 50": the form that "will" takes under a verb of saying in the past, where no condition is set.
fn is_reported_future(tree: &Tree, gazetteers: &Gazetteers, head: usize, verb: usize) -> bool {
    let past = matches!(tree.tag(head), PennTag::VBD | PennTag::VBN | PennTag::VBG);
    let says = row_of(tree, gazetteers, head).is_some_and(|row| row.frame == Frame::Speech);
    let would = tree.children(verb).any(|child| tree.relation(child) == Relation::Aux && tree.lemma(child) == "would");
    let perfect = tree.children(verb).any(|child| tree.relation(child) == Relation::Aux && tree.lemma(child) == "have");
    let open = tree.children(verb).any(|child| {
        gazetteers.cues.hedge(tree.lemma(child)) == Some(Manner::Possible)
            || (tree.relation(child) == Relation::Advcl
                && tree.children(child).any(|mark| gazetteers.cues.mark(tree.lemma(mark)) == Some(MarkKind::Condition)))
    });
    past && says && would && !perfect && !open && !is_done_by_a_thing(tree, gazetteers, verb)
}

/// "said *the snow* would close roads": what a thing does is foreseen, not planned.
fn is_done_by_a_thing(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    tree.child_with(verb, Relation::Nsubj).is_some_and(|subject| {
        let kind = gazetteers.noun_classes.kind(tree.lemma(subject));
        let event = row_of(tree, gazetteers, subject).is_some_and(|row| row.frame == Frame::Event);
        let thing = matches!(kind, Some(NounKind::Thing | NounKind::Event | NounKind::Time)) || kind.is_none() && event;
        is_noun(tree.tag(subject)) && thing
    })
}

fn is_future(tree: &Tree, verb: usize) -> bool {
    tree.children(verb).any(|child| tree.relation(child) == Relation::Aux && matches!(tree.lemma(child), "will" | "would" | "shall"))
}

/// The modal of the first verb of a coordination covers the further ones that have none of their own.
fn modals_only(tree: &Tree, gazetteers: &Gazetteers, first: usize, verb: usize, put: &mut Put) {
    // "should never have been arrested *or prosecuted*": the second of two participles shares all of the first's auxiliaries.
    let participle = tree.tag(verb) == PennTag::VBN && tree.child_with(first, Relation::AuxPass).is_some() && is_passive(tree, verb);
    // The tagger takes the second infinitive for the present: "would improve conditions *and prevent* cases".
    let present = tree.tag(verb) == PennTag::VBP && tree.tag(first) == PennTag::VB;
    let bare = tree.tag(verb) == PennTag::VB || present || participle;
    if !bare || has_to(tree, verb) || tree.children(verb).any(|child| matches!(tree.relation(child), Relation::Aux | Relation::AuxPass)) {
        return;
    }
    for child in tree.children(first).filter(|&child| tree.relation(child) == Relation::Aux) {
        if let Some(manner) = gazetteers.cues.modal(tree.lemma(child)) {
            put.add(manner);
        }
    }
    let either = participle && tree.children(verb).any(|child| tree.relation(child) == Relation::Cc && tree.lemma(child) == "or");
    let denied = |child: usize| {
        tree.relation(child) == Relation::Advmod && gazetteers.cues.negation(tree.lemma(child)) == Some(NegationScope::Clause)
    };
    if either && tree.children(first).any(denied) {
        put.turn();
    }
}

/// "wanted to clear *and develop* the site": the words of the first chain that both infinitives depend on.
fn shared_chain(tree: &Tree, text: &str, gazetteers: &Gazetteers, first: &Clause, verb: usize, put: &mut Put) {
    let Some(beside) = first.chain.iter().position(|&word| tree.head(verb) == Some(word)) else { return };
    let own = tree.tag(verb) != PennTag::VB || tree.children(verb).any(|child| tree.relation(child).is_subject());
    if own {
        return;
    }
    for &word in &first.chain[..beside] {
        around(tree, text, gazetteers, word, put);
        if let Some(manner) = row_of(tree, gazetteers, word).and_then(|row| row.complement) {
            put.add(manner);
        }
    }
}
