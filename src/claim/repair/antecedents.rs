//! Relative clauses that were hung on a noun which their pronoun cannot take up.

use super::Edit;
use crate::claim::clause::{is_noun, is_verb};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// "an exhibition *of painters who emigrated*": "who" takes up people, and the noun right before it names some.
pub(super) fn relatives_of_people_hung_on_a_thing(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 3..edit.tree.len() {
        let tree = &*edit.tree;
        let Some((who, far)) = who_relative(tree, verb) else { continue };
        let kind = |noun: usize| gazetteers.noun_classes.kind(tree.lemma(noun));
        let thing = match kind(far) {
            Some(kind) => matches!(kind, NounKind::Thing | NounKind::Event | NounKind::Document | NounKind::Time | NounKind::Place),
            None => tree.tag(far) == PennTag::NN,
        };
        let last = if tree.tag(who - 1) == PennTag::Comma { who - 2 } else { who - 1 };
        if !thing || last <= far || !tree.subtree_range(far).contains(&last) {
            continue;
        }
        // The noun phrase that ends right before the pronoun, and those that it is part of.
        let near = std::iter::successors(Some(last), |&at| tree.head(at)).take_while(|&at| at != far).find(|&at| {
            is_noun(tree.tag(at))
                && tree.relation(at).universal() == Relation::Nmod
                && (kind(at) == Some(NounKind::Person)
                    || tree.tag(at) == PennTag::NNPS
                    || (kind(far).is_some() && tree.tag(at).is_proper()))
        });
        if let Some(near) = near {
            edit.hang(verb, near, Relation::AclRelcl);
        }
    }
}

/// "Lind, who planned to rob the bank and *who drove* there": the second of two goes with the first.
pub(super) fn second_relatives(edit: &mut Edit<'_>) {
    for verb in 4..edit.tree.len() {
        let tree = &*edit.tree;
        let Some((who, noun)) = who_relative(tree, verb) else { continue };
        if tree.tag(who - 1) != PennTag::CC {
            continue;
        }
        let first = (0..who - 1).rev().find_map(|before| who_relative(tree, before).filter(|&(_, head)| head < before));
        let inside = first.filter(|&(_, head)| head != noun && head < noun);
        if let Some((_, head)) = inside {
            edit.hang(verb, head, Relation::AclRelcl);
        }
    }
}

/// "scandals of the years *that sent three to prison*": what happens is done by no length of time.
pub(super) fn relatives_hung_on_a_time(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 3..edit.tree.len() {
        let tree = &*edit.tree;
        let Some(time) = tree.head(verb).filter(|&noun| tree.relation(verb) == Relation::AclRelcl && noun + 1 < verb) else { continue };
        let upper = tree.head(time).filter(|&upper| {
            tree.relation(time) == Relation::Nmod
                && is_noun(tree.tag(upper))
                && gazetteers.noun_classes.kind(tree.lemma(upper)) != Some(NounKind::Time)
        });
        let word = tree.children(verb).find(|&child| child == time + 1 && tree.relation(child).is_subject());
        let relates = word.is_some_and(|word| matches!(tree.lemma(word), "that" | "which"));
        let Some(upper) = upper.filter(|_| relates && gazetteers.noun_classes.kind(tree.lemma(time)) == Some(NounKind::Time)) else {
            continue;
        };
        edit.hang(verb, upper, Relation::AclRelcl);
    }
}

/// "faced the anger of *the clan, who ordered* him out": what a relative pronoun takes up is the noun before it, and no verb.
pub(super) fn relatives_hung_on_a_verb(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 3..edit.tree.len() {
        let tree = &*edit.tree;
        let upper = tree.head(verb).filter(|&upper| tree.relation(verb) == Relation::AclRelcl && upper < verb && is_verb(tree.tag(upper)));
        let Some(upper) = upper else { continue };
        let word = tree.children(verb).find(|&child| {
            child > upper + 1 && child < verb && tree.relation(child).is_subject() && matches!(tree.tag(child), PennTag::WP | PennTag::WDT)
        });
        let Some(word) = word else { continue };
        let last = if tree.tag(word - 1) == PennTag::Comma { word - 2 } else { word - 1 };
        // "left on *Friday* that claimed": no day does anything.
        let time = gazetteers.noun_classes.kind(tree.lemma(last)) == Some(NounKind::Time)
            || gazetteers.dates.senses(tree.lemma(last)).next().is_some();
        if last <= upper || time || !is_noun(tree.tag(last)) || !tree.subtree_range(upper).contains(&last) {
            continue;
        }
        // "firms and *unions that* gave": the whole list.
        let first = tree.head(last).filter(|&first| tree.relation(last) == Relation::Conj && is_noun(tree.tag(first)));
        edit.hang(verb, first.unwrap_or(last), Relation::AclRelcl);
    }
}

/// The "who" that is the subject of a relative clause, and the noun that the clause hangs on.
fn who_relative(tree: &Tree, verb: usize) -> Option<(usize, usize)> {
    let noun = tree.head(verb).filter(|&noun| tree.relation(verb) == Relation::AclRelcl && noun + 1 < verb && is_noun(tree.tag(noun)))?;
    let who = tree.children(verb).find(|&child| child > noun && child < verb && tree.relation(child).is_subject())?;
    (tree.lemma(who) == "who").then_some((who, noun))
}
