//! Mends of sentences whose verb was taken for a modifier of its own subject or object.

use super::participles::is_no_agent;
use super::{Edit, FINITE};
use crate::claim::clause::{is_noun, is_verb, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::{PennTag, ROOT, Relation, Sentence as Tree};

/// "a vehicle *drove by and the guards fired*": a past below its own subject, before "and" and a further subject of the verb, is a verb of
/// its own.
pub(super) fn pasts_below_the_first_of_two_subjects(edit: &mut Edit<'_>) {
    for past in 1..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.tag(past) != PennTag::VBD || tree.relation(past) != Relation::Acl {
            continue;
        }
        let Some(first) = tree.head(past).filter(|&first| first < past && tree.relation(first).is_subject()) else { continue };
        let Some(verb) = tree.head(first).filter(|&verb| verb > past && is_verb(tree.tag(verb))) else { continue };
        let second = tree.children(verb).find(|&child| child > past && child < verb && tree.relation(child).is_subject());
        let Some(second) = second else { continue };
        let start = tree.subtree_range(second).start;
        let joined =
            (past..start).any(|at| tree.tag(at) == PennTag::CC && matches!(tree.head(at), Some(head) if head == verb || head == second));
        if joined {
            edit.hang(past, verb, Relation::Parataxis);
            edit.hang(first, past, Relation::Nsubj);
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

/// "*Three people shot on the pier* have died", "*The cases confirmed today* are mild": a past without an object whose clause runs into
/// a finite verb without a subject is a participle, and its noun that verb's subject.
pub(super) fn participles_taken_for_the_verb(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 3..edit.tree.len() {
        let Some((subject, participle)) = participle_before(edit.tree, gazetteers, verb) else { continue };
        let start = edit.tree.subtree_range(subject).start;
        let passive = edit.tree.child_with(verb, Relation::AuxPass).is_some();
        let others = |child: &usize| *child != subject && *child != verb && (*child < start || *child > verb);
        let others: Vec<usize> = edit.tree.children(participle).filter(others).collect();
        if edit.tree.head(verb) == Some(participle) {
            edit.swap(participle, verb, Relation::Acl);
        }
        edit.hang(subject, verb, if passive { Relation::NsubjPass } else { Relation::Nsubj });
        edit.hang(participle, subject, Relation::Acl);
        edit.move_to(others, verb);
        edit.tree.tags[participle] = PennTag::VBN;
    }
}

/// The noun and the participle whose phrase ends right before a finite verb without a subject.
fn participle_before(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> Option<(usize, usize)> {
    let helps = |child: usize| {
        child < verb
            && matches!(tree.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop)
            && tree.tag(child).is_finite_or_modal()
    };
    let finite = tree.tag(verb).is_finite() || tree.children(verb).any(helps);
    let other = |child: usize| {
        let relation = tree.relation(child);
        relation.is_subject() || matches!(relation, Relation::Expl | Relation::Mark | Relation::Cc)
    };
    if !finite || tree.children(verb).any(other) {
        return None;
    }
    let above = tree.head(verb).filter(|&above| {
        above < verb && matches!(tree.relation(verb), Relation::Ccomp | Relation::Parataxis | Relation::Dep | Relation::Advcl)
    });
    let below = || {
        tree.children(verb).find(|&child| {
            child < verb
                && matches!(tree.relation(child), Relation::Acl | Relation::Advcl | Relation::Csubj | Relation::CsubjPass | Relation::Ccomp)
                && is_past(tree, child)
        })
    };
    let participle = above.or_else(below).filter(|&word| is_past(tree, word))?;
    let alone = tree.child_with(participle, Relation::Obj).is_none()
        && !gazetteers.word_sets.has(LexicalSet::OwnParticiple, tree.lemma(participle))
        && !tree.children(participle).any(|child| matches!(tree.relation(child), Relation::Aux | Relation::AuxPass | Relation::Mark));
    let subject = tree.children(participle).find(|&child| {
        tree.relation(child).is_subject()
            && matches!(tree.tag(child), PennTag::NN | PennTag::NNS)
            && tree.subtree_range(child).end == participle
    })?;
    let first = tree.children(verb).filter(|&child| child > participle && helps(child)).min().unwrap_or(verb);
    let own = |token: usize| {
        !matches!(tree.tag(token), PennTag::Comma | PennTag::CC | PennTag::WDT | PennTag::WP | PennTag::Colon | PennTag::OpenQuote)
            && tree.lemma(token) != "that"
            && (tree.is_ancestor(participle, token) && !tree.is_ancestor(verb, token) || tree.tag(token) == PennTag::RB || above.is_none())
    };
    (alone && participle + 1 < first && (participle + 1..first).all(own)).then_some((subject, participle))
}

fn is_past(tree: &Tree, word: usize) -> bool {
    matches!(tree.tag(word), PennTag::VBD | PennTag::VBN)
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
