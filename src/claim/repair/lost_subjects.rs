//! Subjects that were hung on another word than the finite verb right behind them, which was left without one.

use super::{Edit, is_time};
use crate::claim::clause::{is_noun, is_verb, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::MarkKind;
use crate::gazetteer::predicates::Frame;
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// "According to police*, Lind then walked* home", "two men died *as the crowd fled*", "said *the guard, in white, fired* a shot": a
/// finite verb has the noun phrase right before it for its subject.
pub(super) fn subjects_lost_before_a_verb(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 1..edit.tree.len() {
        let tree = &*edit.tree;
        if !lacks_subject(tree, verb) {
            continue;
        }
        let Some(noun) = noun_before(tree, gazetteers, verb).filter(|&noun| may_become_subject(tree, noun, verb)) else {
            continue;
        };
        let relation = if tree.child_with(verb, Relation::AuxPass).is_some() { Relation::NsubjPass } else { Relation::Nsubj };
        let marks: Vec<usize> = tree.children(noun).filter(|&child| tree.relation(child) == Relation::Case && child < noun).collect();
        if tree.is_ancestor(noun, verb) {
            take_place(edit, gazetteers, noun, verb);
        }
        edit.hang(noun, verb, relation);
        for mark in marks {
            edit.hang(mark, verb, Relation::Mark);
        }
    }
}

/// "*The 15-year-old* suffered a wound": a noun phrase that was hung on the verb word for word.
pub(super) fn subjects_taken_for_modifiers(edit: &mut Edit<'_>) {
    for verb in 2..edit.tree.len() {
        let tree = &*edit.tree;
        let head = verb - 1;
        // The article may have been taken for the head.
        let article = tree.head(head).filter(|&article| {
            tree.head(article) == Some(verb)
                && tree.relation(article) == Relation::Det
                && tree.lemma(head) == "old"
                && lacks_subject(tree, verb)
        });
        if let Some(article) = article {
            edit.tree.relations[article] = Relation::Nsubj;
            edit.changed = true;
            continue;
        }
        if tree.head(head) != Some(verb)
            || !matches!(tree.relation(head), Relation::Amod | Relation::Compound)
            || !(is_noun(tree.tag(head)) || tree.lemma(head) == "old")
            || !lacks_subject(tree, verb)
        {
            continue;
        }
        let own = |child: usize| {
            child < head
                && matches!(
                    tree.relation(child),
                    Relation::Det | Relation::Amod | Relation::Compound | Relation::Nummod | Relation::NmodPoss
                )
        };
        let before: Vec<usize> = tree.children(verb).filter(|&child| own(child)).collect();
        if !before.iter().any(|&child| tree.relation(child) == Relation::Det || tree.relation(child) == Relation::NmodPoss) {
            continue;
        }
        edit.hang(head, verb, Relation::Nsubj);
        edit.move_to(before, head);
    }
}

/// A finite verb that heads a clause and has nobody who does it.
fn lacks_subject(tree: &Tree, verb: usize) -> bool {
    let heads = matches!(
        tree.relation(verb),
        Relation::Root | Relation::Ccomp | Relation::Advcl | Relation::Parataxis | Relation::Conj | Relation::Dep
    );
    heads
        && is_finite(tree, verb)
        && !tree.children(verb).any(|child| {
            let relation = tree.relation(child);
            relation.is_subject() || matches!(relation, Relation::Expl | Relation::Cop)
        })
}

/// A finite verb, or one with a finite auxiliary: "*fled*", "*had fled*", "*will flee*".
fn is_finite(tree: &Tree, verb: usize) -> bool {
    let helps = |child: usize| {
        child < verb && matches!(tree.relation(child), Relation::Aux | Relation::AuxPass) && tree.tag(child).is_finite_or_modal()
    };
    tree.tag(verb).is_finite() || matches!(tree.tag(verb), PennTag::VB | PennTag::VBN | PennTag::VBG) && tree.children(verb).any(helps)
}

/// The head of the noun phrase that ends right before a verb and its adverbs, and begins where a phrase can.
fn noun_before(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> Option<usize> {
    let beside = |token: usize| {
        matches!(tree.tag(token), PennTag::RB | PennTag::RBR)
            || tree.head(token) == Some(verb) && matches!(tree.relation(token), Relation::Aux | Relation::AuxPass)
    };
    let last = (0..verb).rev().find(|&token| !beside(token))?;
    // "Lind, 31*,* left"
    let closed = tree.tag(last) == PennTag::Comma;
    let end = if closed { last.checked_sub(1)? } else { last };
    if !(is_noun(tree.tag(end)) || closed && tree.tag(end) == PennTag::CD) {
        return None;
    }
    let mut found = None;
    let mut at = Some(end);
    while let Some(noun) = at {
        let (first, past) = own_range(tree, noun, verb);
        let commas = (first..=end).any(|token| tree.tag(token) == PennTag::Comma);
        // "LIMA (Wire) – Lind", "the house, *whose roof* fell"
        let cut = (first..=end).any(|token| {
            matches!(tree.tag(token), PennTag::Colon | PennTag::NFP | PennTag::OpenBracket | PennTag::WPS | PennTag::WDT | PennTag::WP)
        });
        let listed = (first..=end).any(|token| tree.tag(token) == PennTag::CC);
        let whole = past == end || closed && past == last;
        if noun < verb
            && !cut
            && is_noun(tree.tag(noun))
            && !is_time(tree, gazetteers, noun)
            && whole
            && is_free(tree, gazetteers, noun)
            && if closed { commas } else { !commas || listed }
        {
            let opens = match tree.child_with(noun, Relation::Case) {
                Some(mark) if mark == first => true,
                _ => first == 0 || is_boundary(tree, gazetteers, first - 1),
            };
            if opens {
                found = Some(noun);
            }
        }
        at = tree.head(noun).filter(|&above| above != verb);
    }
    found
}

/// The first and the last token of a noun's phrase, without the clause of `verb` in it.
fn own_range(tree: &Tree, noun: usize, verb: usize) -> (usize, usize) {
    let range = tree.subtree_range(noun);
    if range.end <= verb || !tree.is_ancestor(noun, verb) {
        return (range.start, range.end - 1);
    }
    let own = range.filter(|&token| token < verb && token != verb && !tree.is_ancestor(verb, token));
    let (mut first, mut past) = (noun, noun);
    for token in own {
        first = first.min(token);
        past = past.max(token);
    }
    (first, past)
}

/// Whether a noun stands under no preposition but one that may be a conjunction: "*as* the crowd fled"; not "*since* the war began",
/// which says when and no more.
fn is_free(tree: &Tree, gazetteers: &Gazetteers, noun: usize) -> bool {
    tree.children(noun).filter(|&child| tree.relation(child) == Relation::Case).all(|case| {
        let lemma = tree.lemma(case);
        let mark =
            matches!(gazetteers.cues.mark(lemma), Some(MarkKind::Cause | MarkKind::Contrast)) || matches!(lemma, "as" | "after" | "until");
        tree.tag(case) == PennTag::POS || case < noun && mark && lemma != "since"
    })
}

/// What a clause may begin behind: a comma, a conjunction, a verb of saying.
fn is_boundary(tree: &Tree, gazetteers: &Gazetteers, token: usize) -> bool {
    matches!(
        tree.tag(token),
        PennTag::Comma | PennTag::Colon | PennTag::CC | PennTag::OpenQuote | PennTag::CloseQuote | PennTag::WRB | PennTag::NFP
    ) || tree.relation(token) == Relation::Mark
        || tree.lemma(token) == "that"
        || is_verb(tree.tag(token)) && row_of(tree, gazetteers, token).is_some_and(|row| row.frame == Frame::Speech)
}

fn may_become_subject(tree: &Tree, noun: usize, verb: usize) -> bool {
    let relation = tree.relation(noun);
    let own = tree.head(noun) == Some(verb);
    // "train | *sets* sold there": a plural that was taken for a verb.
    let governs = tree.children(verb).any(|child| {
        child > verb
            && matches!(
                tree.relation(child).universal(),
                Relation::Obj | Relation::Obl | Relation::Ccomp | Relation::Xcomp | Relation::Advmod
            )
    });
    let plural = matches!(tree.tag(verb), PennTag::VBZ | PennTag::VBP) && (!governs || tree.relation(verb) == Relation::Conj);
    !relation.is_subject()
        && !(plural && (own || tree.is_ancestor(noun, verb)))
        && !(own && matches!(relation, Relation::NmodPoss | Relation::Appos | Relation::Conj))
}

/// Puts a verb into the place of the noun that it hangs below.
fn take_place(edit: &mut Edit<'_>, gazetteers: &Gazetteers, noun: usize, verb: usize) {
    let tree = &*edit.tree;
    let said = tree.head(noun).is_some_and(|head| row_of(tree, gazetteers, head).is_some_and(|row| row.frame == Frame::Speech));
    let relation = match tree.relation(noun) {
        Relation::Root => Relation::Root,
        Relation::Ccomp => Relation::Ccomp,
        Relation::Obj if said => Relation::Ccomp,
        _ => Relation::Parataxis,
    };
    edit.tree.heads[verb] = edit.tree.heads[noun];
    edit.tree.relations[verb] = relation;
    edit.tree.heads[noun] = verb as u32;
    edit.tree.relations[noun] = Relation::Nsubj;
    edit.changed = true;
    edit.tree.index_children();
}

/// "fired a shot at Lind and *missed*": a past tense goes on from the verb before, not from a noun between.
pub(super) fn pasts_hung_on_a_noun(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 3..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.tag(verb) != PennTag::VBD || tree.relation(verb) != Relation::Conj || !lacks_subject(tree, verb) {
            continue;
        }
        let adverb = |token: usize| matches!(tree.tag(token), PennTag::RB | PennTag::RBR);
        let joined = (0..verb).rev().find(|&token| !adverb(token)).is_some_and(|token| tree.tag(token) == PennTag::CC);
        let Some(noun) = tree.head(verb).filter(|&noun| joined && noun < verb && is_noun(tree.tag(noun))) else { continue };
        let first = std::iter::successors(tree.head(noun), |&at| tree.head(at)).find(|&at| is_verb(tree.tag(at)));
        let subject = tree.children(noun).any(|child| tree.relation(child).is_subject() || tree.relation(child) == Relation::Cop);
        let noun_above = tree.relation(noun).is_subject();
        let says = |verb: usize| row_of(tree, gazetteers, verb).is_some_and(|row| row.frame == Frame::Speech);
        let past = |first: usize| first < noun && tree.tag(first) == PennTag::VBD && !says(first);
        if let Some(first) = first.filter(|&first| !subject && !noun_above && past(first)) {
            edit.hang(verb, first, Relation::Conj);
        }
    }
}
