//! Mends of clauses whose verb was taken for a participle before its own object.

use super::Edit;
use crate::claim::clause::is_noun;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::predicates::Part;
use crate::syntax::{PennTag, Relation};

/// "*The award, long sought by Lind, drew* crowds", "dozens of sailors *donned raincoats*": a noun with a subject and no copula is the
/// object of the participle that opens its phrase right behind the subject.
pub(super) fn verbs_taken_for_participles(edit: &mut Edit<'_>) {
    for noun in 2..edit.tree.len() {
        let Some((subject, verb)) = hidden_verb(edit, noun) else { continue };
        if edit.tree.tag(verb) == PennTag::JJ {
            edit.tree.retag(verb, PennTag::VBD);
        }
        edit.tree.tags[verb] = PennTag::VBD;
        edit.swap(noun, verb, Relation::Obj);
        let outside = |child: usize| {
            let relation = edit.tree.relation(child);
            child < verb || child > noun && (relation.is_clausal() && relation != Relation::Acl && relation != Relation::AclRelcl)
        };
        let moved: Vec<usize> = edit.tree.children(noun).filter(|&child| child == subject || outside(child)).collect();
        edit.move_to(moved, verb);
        let closing: Vec<usize> = edit.tree.children(noun).filter(|&child| edit.tree.tag(child) == PennTag::Period).collect();
        edit.move_to(closing, verb);
    }
}

/// "Also *arrested in the raid were two officers*": a participle that opens the sentence with a form of "be" behind its phrase is a
/// passive whose subject comes last.
pub(super) fn passives_before_their_subject(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    let tree = &*edit.tree;
    let Some(verb) = tree.root().filter(|&root| root <= 2 && tree.tag(root) == PennTag::VBN) else { return };
    // "Pictured from left are …" only says who stands where.
    let known = gazetteers.predicates.get(Part::Verb, tree.lemma(verb)).is_some();
    let opens = known && (0..verb).all(|at| tree.tag(at) == PennTag::RB);
    let plain = !tree
        .children(verb)
        .any(|child| tree.relation(child).is_subject() || matches!(tree.relation(child), Relation::Aux | Relation::AuxPass));
    let finite = |at: usize| tree.tag(at).is_finite_or_modal();
    let Some(auxiliary) = (verb + 1..tree.len()).find(|&at| finite(at) || tree.tag(at) == PennTag::Comma) else { return };
    if !opens || !plain || tree.lemma(auxiliary) != "be" || tree.relation(auxiliary) != Relation::Cop {
        return;
    }
    let Some(subject) = tree.head(auxiliary).filter(|&subject| subject > auxiliary && is_noun(tree.tag(subject))) else { return };
    edit.hang(auxiliary, verb, Relation::AuxPass);
    edit.hang(subject, verb, Relation::NsubjPass);
}

/// The subject of a noun that has no copula, and the participle that stands for the verb between the two.
fn hidden_verb(edit: &Edit<'_>, noun: usize) -> Option<(usize, usize)> {
    let tree = &*edit.tree;
    if !is_noun(tree.tag(noun)) {
        return None;
    }
    let subject = tree.children(noun).find(|&child| child < noun && tree.relation(child) == Relation::Nsubj)?;
    if tree.children(noun).any(|child| matches!(tree.relation(child), Relation::Cop | Relation::Aux | Relation::AuxPass | Relation::Expl)) {
        return None;
    }
    let end = tree.subtree_range(subject).end;
    let verb = tree.children(noun).find(|&child| {
        child >= end
            && child < noun
            && matches!(tree.relation(child), Relation::Amod | Relation::Compound)
            && (matches!(tree.tag(child), PennTag::VBN | PennTag::VBD)
                || tree.tag(child) == PennTag::JJ && tree.lemma(child).ends_with("ed"))
    })?;
    let clear = (end..verb).all(|at| matches!(tree.tag(at), PennTag::RB | PennTag::Comma));
    // "the *newly appointed* minister": an adverb and an article before it make it a participle indeed.
    let first = tree.children(verb).all(|child| tree.relation(child) == Relation::Advmod);
    (clear && first).then_some((subject, verb))
}
