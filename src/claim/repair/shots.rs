//! "Shot" as a verb and as a participle, where it was taken for the noun.

use super::Edit;
use crate::claim::clause::{is_noun, is_verb};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// "The guard *shot* and killed two men": "shot" before a further verb with an object is the verb, the noun before it its subject;
/// "A guard *shot two men*": so is one with a subject and an object of its own.
pub(super) fn shots_taken_for_nouns(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for shot in 1..edit.tree.len() {
        let tree = &*edit.tree;
        if !matches!(tree.tag(shot), PennTag::NN | PennTag::JJ) || tree.lemma(shot) != "shot" {
            continue;
        }
        if tree.children(shot).any(|child| tree.relation(child) == Relation::AuxPass)
            || tree.relation(shot) == Relation::Xcomp && tree.head(shot).is_some_and(|verb| tree.lemma(verb) == "find")
        {
            edit.tree.retag_as(shot, PennTag::VBN, "shoot");
            edit.changed = true;
            continue;
        }
        let Some(subject) = subject_of(tree, shot) else { continue };
        let object = tree.children(shot).any(|child| child > shot && tree.relation(child) == Relation::Obj);
        let goes_on = tree.children(shot).any(|child| {
            tree.relation(child) == Relation::Conj
                && matches!(tree.tag(child), PennTag::VBN | PennTag::VBD)
                && (object || tree.child_with(child, Relation::Obj).is_some())
                && !tree.children(child).any(|below| tree.relation(below).is_subject())
        });
        if goes_on || object && matches!(tree.relation(subject), Relation::Nsubj | Relation::Nummod) {
            govern(edit, shot, subject, (PennTag::VBD, Relation::Nsubj));
        } else if !object && is_hit(tree, gazetteers, shot, subject) {
            match edit.tree.relation(shot) {
                Relation::Root | Relation::Ccomp | Relation::Parataxis => govern(edit, shot, subject, (PennTag::VBN, Relation::NsubjPass)),
                Relation::Nsubj
                | Relation::NsubjPass
                | Relation::Obj
                | Relation::Conj
                | Relation::Obl
                | Relation::Nmod
                | Relation::Appos => {
                    modify(edit, shot, subject);
                }
                _ => {}
            }
        }
    }
}

/// "shot *dead* two guards": how it ended, and no word for those who were shot.
pub(super) fn dead_taken_for_a_modifier(edit: &mut Edit<'_>) {
    for verb in 0..edit.tree.len().saturating_sub(2) {
        let (tree, dead) = (&*edit.tree, verb + 1);
        let shot = is_verb(tree.tag(verb)) && matches!(tree.lemma(verb), "shoot" | "gun");
        let modified = tree.head(dead).filter(|&noun| noun > dead && tree.relation(dead) == Relation::Amod);
        if shot && tree.lemma(dead) == "dead" && modified.is_some_and(|noun| tree.head(noun) == Some(verb)) {
            edit.hang(dead, verb, Relation::Xcomp);
        }
    }
}

/// The noun right before the word that may be who shoots, or who is shot.
fn subject_of(tree: &Tree, shot: usize) -> Option<usize> {
    let whole = |child: usize| tree.relation(child) == Relation::Nsubj && child < shot;
    // "the two *shot* him"
    let counted = |child: usize| child + 1 == shot && tree.tag(child) == PennTag::CD && tree.relation(child) == Relation::Nummod;
    let beside = |child: usize| child + 1 == shot && matches!(tree.relation(child), Relation::Compound | Relation::Nsubj);
    tree.children(shot)
        .find(|&child| counted(child) || (beside(child) || whole(child)) && (is_noun(tree.tag(child)) || tree.tag(child) == PennTag::PRP))
}

/// "a man *shot in the arm*", "a boy *shot and killed*": somebody, and where or what else became of him.
fn is_hit(tree: &Tree, gazetteers: &Gazetteers, shot: usize, person: usize) -> bool {
    let next = shot + 1;
    let how = next < tree.len()
        && (matches!(tree.tag(next), PennTag::IN)
            || matches!(tree.lemma(next), "dead" | "multiple" | "several")
            || tree.tag(next) == PennTag::CC
                && tree.children(shot).any(|child| {
                    child == next + 1 && tree.relation(child) == Relation::Conj && matches!(tree.tag(child), PennTag::VBN | PennTag::VBD)
                }));
    person + 1 == shot && how && gazetteers.noun_classes.kind(tree.lemma(person)) == Some(NounKind::Person)
}

/// Makes the noun before it the subject of the word, with what belongs to the noun.
fn govern(edit: &mut Edit<'_>, shot: usize, subject: usize, (tag, relation): (PennTag, Relation)) {
    let before = modifiers(edit.tree, shot, subject);
    edit.tree.retag_as(shot, tag, "shoot");
    edit.tree.relations[subject] = relation;
    edit.changed = true;
    edit.move_to(before, subject);
}

/// Hangs the word on the noun before it, which takes its place.
fn modify(edit: &mut Edit<'_>, shot: usize, noun: usize) {
    let mut before = modifiers(edit.tree, shot, noun);
    before.extend(edit.tree.children(shot).filter(|&child| child < noun && edit.tree.relation(child) == Relation::Case));
    edit.tree.retag_as(shot, PennTag::VBN, "shoot");
    edit.swap(shot, noun, Relation::Acl);
    edit.move_to(before, noun);
}

fn modifiers(tree: &Tree, shot: usize, noun: usize) -> Vec<usize> {
    let own = |child: usize| {
        matches!(tree.relation(child), Relation::Det | Relation::Amod | Relation::Nummod | Relation::Compound | Relation::NmodPoss)
    };
    tree.children(shot).filter(|&child| child < noun && own(child)).collect()
}
