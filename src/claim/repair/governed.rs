//! Verbs that were hung below the noun that they govern, or beside it.

use super::Edit;
use crate::claim::clause::{has_to, is_verb};
use crate::syntax::{PennTag, Relation};

/// "the U.S. *compensated* Chad with $100,000 to accept them": a past tense that was taken for part of the name behind it, which
/// then became the subject of an infinitive; no infinitive with "to" has a subject.
pub(super) fn verbs_taken_for_compounds(edit: &mut Edit<'_>) {
    for verb in 1..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.tag(verb) != PennTag::VBD || tree.relation(verb) != Relation::Compound {
            continue;
        }
        let Some(object) = tree.head(verb).filter(|&object| object > verb && tree.relation(object) == Relation::Nsubj) else { continue };
        let Some(infinitive) = tree.head(object).filter(|&above| above > object && tree.tag(above) == PennTag::VB && has_to(tree, above))
        else {
            continue;
        };
        let subject = verb - 1;
        if !tree.tag(subject).is_noun() {
            continue;
        }
        let before: Vec<usize> = tree.children(object).chain(tree.children(verb)).filter(|&child| child < subject).collect();
        let after: Vec<usize> = tree.children(object).filter(|&child| child > object && has_case(edit, child)).collect();
        let conjuncts: Vec<usize> = tree.children(infinitive).filter(|&child| tree.relation(child) == Relation::Conj).collect();
        let marks: Vec<usize> = tree.children(infinitive).filter(|&child| child < subject).collect();
        edit.tree.heads[verb] = edit.tree.heads[infinitive];
        edit.tree.relations[verb] = edit.tree.relations[infinitive];
        edit.tree.heads[infinitive] = verb as u32;
        edit.tree.relations[infinitive] = Relation::Advcl;
        edit.tree.heads[object] = verb as u32;
        edit.tree.relations[object] = Relation::Obj;
        edit.changed = true;
        edit.tree.index_children();
        edit.hang(subject, verb, Relation::Nsubj);
        edit.move_to(before, subject);
        for child in after {
            edit.hang(child, verb, Relation::Obl);
        }
        for child in conjuncts {
            edit.hang(child, verb, Relation::Conj);
        }
        edit.move_to(marks, verb);
    }
}

fn has_case(edit: &Edit<'_>, noun: usize) -> bool {
    edit.tree.child_with(noun, Relation::Case).is_some()
}

/// "saw migrants *sent* to Guatemala": a past participle right behind its noun, without a word that relates and a subject, is no
/// relative clause.
pub(super) fn participles_taken_for_relatives(edit: &mut Edit<'_>) {
    for participle in 1..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.tag(participle) != PennTag::VBN || tree.relation(participle) != Relation::AclRelcl {
            continue;
        }
        let behind = tree.head(participle) == Some(participle - 1) && tree.tag(participle - 1).is_noun();
        let bare = !tree.children(participle).any(|child| {
            child < participle || tree.relation(child).is_subject() || matches!(tree.relation(child), Relation::Obj | Relation::Cop)
        });
        // "which *saw migrants sent*": only where a verb shows what happens to them.
        let shown = tree.head(participle - 1).is_some_and(|verb| is_verb(tree.tag(verb)) && tree.lemma(verb) == "see");
        if behind && bare && shown {
            edit.tree.relations[participle] = Relation::Acl;
            edit.changed = true;
        }
    }
}
