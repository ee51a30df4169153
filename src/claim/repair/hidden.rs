//! Mends of sentences whose verb was taken for a modifier of its own subject or object.

use super::participles::is_no_agent;
use super::{Edit, FINITE};
use crate::claim::clause::{is_noun, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::{PennTag, ROOT, Relation, Sentence as Tree};

/// "Dozens of goats *huddled* under the bridge": an adjective in "-ed" with a subject and no copula is a verb in the past.
pub(super) fn adjectives_with_a_subject(edit: &mut Edit<'_>) {
    for verb in 1..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.tag(verb) != PennTag::JJ || !tree.lemma(verb).ends_with("ed") {
            continue;
        }
        let stands = matches!(tree.relation(verb), Relation::Root | Relation::Ccomp | Relation::Parataxis);
        let subject = tree.children(verb).any(|child| child < verb && tree.relation(child) == Relation::Nsubj);
        // "three others injured", "players aged five": no more than how they are.
        let more = tree
            .children(verb)
            .any(|child| child > verb && matches!(tree.relation(child), Relation::Obl | Relation::Obj | Relation::Xcomp));
        let linked = tree.children(verb).any(|child| matches!(tree.relation(child), Relation::Cop | Relation::Aux | Relation::AuxPass));
        if stands && subject && more && !linked && tree.lemma(verb) != "aged" {
            edit.tree.retag(verb, PennTag::VBD);
            edit.changed = true;
        }
    }
}

/// "Several nations, including Chile, *sent* 40 buses": a participle with an object, below a noun that the whole sentence hangs on and
/// that has no other verb, is the verb.
pub(super) fn participles_below_the_sentence(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    let tree = &*edit.tree;
    let Some(root) = tree.root().filter(|&root| is_noun(tree.tag(root))) else { return };
    let ends = (0..tree.len()).next_back().is_some_and(|last| {
        tree.tag(last) == PennTag::Period || tree.tag(last) == PennTag::CloseQuote && last > 0 && tree.tag(last - 1) == PennTag::Period
    });
    let told = tree.children(root).any(|child| {
        let relation = tree.relation(child);
        relation.is_subject() || matches!(relation, Relation::Cop | Relation::Aux | Relation::AuxPass | Relation::Expl | Relation::Case)
    });
    let Some(verb) = (root + 1..tree.len()).find(|&at| tree.tag(at) == PennTag::VBN && tree.relation(at) == Relation::Acl) else { return };
    // A finite verb anywhere but in words about somebody else, or in what is told last, leaves nothing to look for.
    let finite = |at: usize| FINITE.contains(&tree.tag(at));
    let elsewhere = (0..tree.subtree_range(verb).end).any(|at| finite(at) && !is_inside_a_relative(edit, at));
    if !ends || told || elsewhere || gazetteers.word_sets.has(LexicalSet::OwnParticiple, tree.lemma(verb)) {
        return;
    }
    let below = std::iter::successors(tree.head(verb), |&at| {
        matches!(tree.relation(at), Relation::Nmod | Relation::Conj | Relation::Appos | Relation::NmodUnmarked)
            .then(|| tree.head(at))
            .flatten()
    });
    let hangs_on_it = below.last() == Some(root);
    // "Some 1,400 people *travelled by air*", "the number of farms *fell by 40*": nobody whom it was done by.
    let amount = tree.child_with(verb, Relation::OblAgent).filter(|&agent| is_no_agent(tree, gazetteers, agent));
    let takes = |child: usize| {
        child > verb && (matches!(tree.relation(child), Relation::Obj | Relation::Xcomp | Relation::Ccomp) || amount == Some(child))
    };
    let object = tree.children(verb).any(takes) || calls_for_something(tree, gazetteers, verb);
    let passive = tree.children(verb).any(|child| {
        matches!(tree.relation(child), Relation::Aux | Relation::AuxPass | Relation::Mark)
            || tree.relation(child) == Relation::OblAgent && amount != Some(child)
            || tree.relation(child).is_subject()
    });
    if !hangs_on_it || !object || passive {
        return;
    }
    let behind: Vec<usize> = tree.children(root).filter(|&child| child > verb).collect();
    let own: Vec<usize> = tree.children(verb).filter(|&child| child < verb && tree.tag(child) == PennTag::Comma).collect();
    if let Some(amount) = amount {
        edit.tree.relations[amount] = Relation::Obl;
    }
    edit.tree.tags[verb] = PennTag::VBD;
    edit.tree.heads[verb] = ROOT;
    edit.tree.relations[verb] = Relation::Root;
    edit.tree.heads[root] = verb as u32;
    edit.tree.relations[root] = Relation::Nsubj;
    for child in behind.into_iter().filter(|&child| child != verb) {
        edit.tree.heads[child] = verb as u32;
    }
    for comma in own {
        edit.tree.heads[comma] = root as u32;
    }
    edit.changed = true;
    edit.tree.index_children();
}

/// "Lind, the town's mayor, *called for* 40 buses": a verb that the table has with its preposition, next to it, is in no passive.
fn calls_for_something(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    row_of(tree, gazetteers, verb)
        .and_then(|row| row.lemma.split_once(' '))
        .is_some_and(|(_, word)| verb + 1 < tree.len() && tree.lemma(verb + 1) == word && tree.relation(verb + 1) == Relation::Case)
}

fn is_inside_a_relative(edit: &Edit<'_>, token: usize) -> bool {
    let tree = &*edit.tree;
    std::iter::successors(Some(token), |&at| tree.head(at)).any(|at| tree.relation(at) == Relation::AclRelcl)
}

/// "Countries like Norway, Bolivia *and Kenya have signalled* …": the end of the list was taken for the subject of a second clause, the
/// noun that the list is of for a first one.
pub(super) fn lists_cut_before_their_verb(edit: &mut Edit<'_>) {
    let tree = &*edit.tree;
    let Some(root) = tree.root().filter(|&root| is_noun(tree.tag(root))) else { return };
    let told = tree.children(root).any(|child| tree.relation(child).is_subject() || tree.relation(child) == Relation::Cop);
    let Some(list) = tree.children(root).find(|&child| {
        child > root && tree.relation(child) == Relation::Nmod && tree.children(child).any(|below| tree.relation(below) == Relation::Conj)
    }) else {
        return;
    };
    let end = tree.subtree_range(list).end;
    let verb = tree.children(root).find(|&child| child > end && tree.relation(child) == Relation::Conj && !is_noun(tree.tag(child)));
    let Some(verb) = verb.filter(|_| !told) else { return };
    let Some(last) = tree.children(verb).find(|&child| child < verb && tree.relation(child) == Relation::Nsubj) else { return };
    let first = tree.subtree_range(last).start;
    let Some(and) = first.checked_sub(1).filter(|&and| tree.tag(and) == PennTag::CC && tree.head(and) == Some(verb)) else { return };
    if and > end + 1 || !tree.tag(last).is_proper() || !tree.tag(list).is_proper() {
        return;
    }
    let behind: Vec<usize> = tree.children(root).filter(|&child| child > verb).collect();
    edit.tree.heads[verb] = ROOT;
    edit.tree.relations[verb] = Relation::Root;
    edit.tree.heads[root] = verb as u32;
    edit.tree.relations[root] = Relation::Nsubj;
    edit.tree.heads[last] = list as u32;
    edit.tree.relations[last] = Relation::Conj;
    edit.tree.heads[and] = last as u32;
    for child in behind {
        edit.tree.heads[child] = verb as u32;
    }
    edit.changed = true;
    edit.tree.index_children();
}

/// "*If the dam breaks*, Peru will pay": a plural before the comma of a clause without a verb is the verb, the noun before it its
/// subject.
pub(super) fn verbs_of_fronted_clauses(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    let tree = &*edit.tree;
    let Some(mark) =
        (0..tree.len().min(2)).find(|&at| tree.relation(at) == Relation::Mark && gazetteers.cues.mark(tree.lemma(at)).is_some())
    else {
        return;
    };
    let Some(comma) = (mark + 1..tree.len().min(mark + 9)).find(|&at| tree.tag(at) == PennTag::Comma) else { return };
    let Some(main) = tree.head(mark).filter(|&main| main > comma) else { return };
    let Some(verb) = comma.checked_sub(1).filter(|&verb| {
        verb > mark + 1
            && tree.tag(verb) == PennTag::NNS
            && tree.head(verb) == Some(main)
            && !tree.relation(verb).is_clausal()
            && tree.child_with(verb, Relation::Case).is_none()
    }) else {
        return;
    };
    let verbal = (mark + 1..comma).any(|at| crate::claim::clause::is_verb(tree.tag(at)) || tree.tag(at) == PennTag::CC);
    let subject = tree.children(verb).rfind(|&child| child < verb && tree.relation(child) == Relation::Compound);
    let Some(subject) = subject.filter(|&subject| !verbal && subject + 1 == verb) else { return };
    let before: Vec<usize> = tree.children(verb).filter(|&child| child < subject).collect();
    edit.tree.retag(verb, PennTag::VBZ);
    edit.tree.relations[verb] = Relation::Advcl;
    edit.tree.relations[subject] = Relation::Nsubj;
    for child in before {
        edit.tree.heads[child] = subject as u32;
    }
    edit.tree.heads[mark] = verb as u32;
    edit.changed = true;
    edit.tree.index_children();
}
