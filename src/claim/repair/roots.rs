//! Mends of sentences whose root is wrong: their only verb was taken for a noun, or a place before it for nothing.

use super::Edit;
use crate::claim::clause::{is_noun, is_verb};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::Part;
use crate::syntax::{PennTag, ROOT, Relation};

/// "*Inside the car* were two adults", "*Among the injured* was the mayor": who was there is the subject, where or among whom the predicate.
pub(super) fn places_before_their_subject(edit: &mut Edit<'_>) {
    for noun in 3..edit.tree.len() {
        let tree = &*edit.tree;
        if !is_noun(tree.tag(noun))
            || tree.children(noun).any(|child| tree.relation(child).is_subject() || tree.relation(child) == Relation::Expl)
        {
            continue;
        }
        let Some(copula) = tree.child_with(noun, Relation::Cop).filter(|&copula| copula < noun) else { continue };
        let place = tree.children(noun).find(|&child| {
            child < copula
                && matches!(tree.relation(child), Relation::Nmod | Relation::Obl)
                && tree.child_with(child, Relation::Case).is_some_and(|case| case < child)
                && tree.subtree_range(child).end == copula
        });
        let Some(place) = place else { continue };
        let own = copula + 1..noun + 1;
        let others =
            |child: &usize| *child != place && (*child <= copula || tree.relation(*child) == Relation::Punct && !own.contains(child));
        let moved: Vec<usize> = tree.children(noun).filter(others).collect();
        edit.swap(noun, place, Relation::Nsubj);
        edit.move_to(moved, place);
    }
}

/// "*Lena Roth owns* the mill": a plural in small letters after a name, where the sentence has no other verb and goes on, is the verb.
pub(super) fn verbs_taken_for_the_end_of_a_name(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    let tree = &*edit.tree;
    let Some(root) = tree.root().filter(|&root| root > 0 && tree.tag(root) == PennTag::NNS) else { return };
    let finite = (0..tree.len()).any(|token| is_verb(tree.tag(token)) && tree.tag(token) != PennTag::VBG || tree.tag(token) == PennTag::MD);
    let known =
        gazetteers.predicates.get(Part::Verb, tree.lemma(root)).is_some() || gazetteers.lexical_relations.is_known(tree.lemma(root));
    let goes_on = root + 1 < tree.len()
        && (matches!(tree.tag(root + 1), PennTag::DT | PennTag::PRPS | PennTag::CD | PennTag::Dollar | PennTag::TO | PennTag::JJ)
            || tree.tag(root + 1).is_proper());
    let name = tree.children(root).rfind(|&child| {
        child + 1 == root && tree.tag(child).is_noun() && matches!(tree.relation(child), Relation::Compound | Relation::NmodPoss)
    });
    let Some(name) = name.filter(|_| !finite && known && goes_on) else { return };
    edit.tree.tags[root] = PennTag::VBZ;
    edit.tree.relations[name] = Relation::Nsubj;
    let before: Vec<usize> = edit.tree.children(root).filter(|&child| child < name).collect();
    for child in before {
        edit.tree.heads[child] = name as u32;
    }
    let object = edit.tree.children(root).find(|&child| child > root && edit.tree.relation(child) == Relation::Appos);
    if let Some(object) = object {
        edit.tree.relations[object] = Relation::Obj;
    }
    edit.changed = true;
    edit.tree.index_children();
}

/// "*Chad to host* talks": in a headline whoever is about to do something stands before the infinitive and is its subject.
pub(super) fn infinitives_of_headlines(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    let tree = &*edit.tree;
    if (0..tree.len()).any(|token| tree.tag(token).is_finite_or_modal()) {
        return;
    }
    let Some(root) = tree.root() else { return };
    let acts = |noun: usize| {
        let kind = gazetteers.noun_classes.kind(tree.lemma(noun));
        tree.tag(noun).is_proper()
            || matches!(kind, Some(NounKind::Person | NounKind::Country | NounKind::Government | NounKind::Organization))
    };
    let infinitive = tree.children(root).find(|&child| {
        tree.relation(child) == Relation::Acl
            && tree.tag(child) == PennTag::VB
            && tree.child_with(child, Relation::Mark).is_some_and(|mark| mark + 1 == child && tree.tag(mark) == PennTag::TO)
    });
    let Some(verb) = infinitive.filter(|_| tree.tag(root).is_noun() && acts(root)) else { return };
    let inside =
        |child: usize| child < verb && matches!(tree.relation(child), Relation::Flat | Relation::Nmod | Relation::Conj | Relation::Appos);
    let whole = tree.children(root).all(|child| child < root || child == verb || inside(child) || tree.subtree_range(child).start > verb);
    let after = tree.children(root).filter(|&child| child > verb).collect::<Vec<_>>();
    if !whole {
        return;
    }
    edit.swap(root, verb, Relation::Nsubj);
    edit.move_to(after, verb);
}

/// "*4 injured* in the fire", "Millvale: *2 killed*": a bare number right before a participle without a subject is its subject.
pub(super) fn numbers_before_a_participle(edit: &mut Edit<'_>) {
    for verb in 1..edit.tree.len() {
        let tree = &*edit.tree;
        let number = verb - 1;
        let bare = tree.tag(verb) == PennTag::VBN
            && matches!(tree.tag(number), PennTag::CD | PennTag::LS)
            && tree.head(number) == Some(verb)
            && matches!(tree.relation(number), Relation::Nummod | Relation::Discourse | Relation::Dep);
        let opens = number == 0 || matches!(tree.tag(number - 1), PennTag::Colon | PennTag::Comma | PennTag::CC | PennTag::Period);
        let plain = !tree.children(verb).any(|child| tree.relation(child).is_subject() || tree.relation(child) == Relation::Cop)
            && tree.child_with(verb, Relation::Obj).is_none()
            && matches!(tree.relation(verb), Relation::Root | Relation::Parataxis | Relation::Conj | Relation::Appos | Relation::List);
        if bare && opens && plain {
            edit.tree.tags[number] = PennTag::CD;
            edit.tree.relations[number] = Relation::NsubjPass;
            edit.changed = true;
        }
    }
}

/// "The mayor, Otto Lind, *sent* 40 buses": behind the comma that closes an apposition a participle with an object, in a sentence
/// without a finite verb, is that verb.
pub(super) fn verbs_behind_an_apposition(edit: &mut Edit<'_>) {
    let tree = &*edit.tree;
    let Some(root) = tree.root().filter(|&root| !is_verb(tree.tag(root))) else { return };
    if (0..tree.len()).any(|token| tree.tag(token).is_finite_or_modal()) {
        return;
    }
    let verb = (2..tree.len()).find(|&verb| {
        tree.tag(verb) == PennTag::VBN
            && tree.tag(verb - 1) == PennTag::Comma
            && tree.relation(verb) == Relation::Acl
            && tree.child_with(verb, Relation::Obj).is_some()
            && !tree.children(verb).any(|child| child < verb - 1 || tree.relation(child).is_subject())
    });
    let Some(verb) = verb else { return };
    let above = tree.head(verb).map(|noun| if tree.relation(noun) == Relation::Appos { tree.head(noun).unwrap_or(noun) } else { noun });
    let apposed = |noun: usize| tree.children(noun).any(|child| tree.relation(child) == Relation::Appos && child < verb);
    let Some(noun) = above.filter(|&noun| noun < verb && tree.tag(noun).is_noun() && apposed(noun)) else { return };
    if noun != root && tree.tag(root).is_noun() {
        return;
    }
    let others: Vec<usize> = tree.children(root).filter(|&child| root != noun && child != noun).collect();
    edit.tree.tags[verb] = PennTag::VBD;
    edit.tree.heads[verb] = ROOT;
    edit.tree.relations[verb] = Relation::Root;
    edit.tree.heads[noun] = verb as u32;
    edit.tree.relations[noun] = Relation::Nsubj;
    if root != noun {
        edit.tree.heads[root] = verb as u32;
        edit.tree.relations[root] = Relation::Punct;
    }
    edit.changed = true;
    edit.tree.index_children();
    edit.move_to(others, verb);
}
