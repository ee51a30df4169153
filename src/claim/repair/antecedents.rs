//! Relative clauses that were hung on a noun which their pronoun cannot take up.

use super::Edit;
use crate::claim::clause::is_noun;
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
                && (kind(at) == Some(NounKind::Person) || tree.tag(at) == PennTag::NNPS || (kind(far).is_some() && tree.tag(at).is_proper()))
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

/// The "who" that is the subject of a relative clause, and the noun that the clause hangs on.
fn who_relative(tree: &Tree, verb: usize) -> Option<(usize, usize)> {
    let noun = tree.head(verb).filter(|&noun| tree.relation(verb) == Relation::AclRelcl && noun + 1 < verb && is_noun(tree.tag(noun)))?;
    let who = tree.children(verb).find(|&child| child > noun && child < verb && tree.relation(child).is_subject())?;
    (tree.lemma(who) == "who").then_some((who, noun))
}
