//! Mends around numbers and dates.

use super::Edit;
use crate::claim::clause::{is_noun, is_verb, preposition, row_of};
use crate::claim::scene::is_quantity;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::word_sets::FunctionSet;
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::{Mention, MentionKind};

/// "accept *up to* 50 deportees", "deported *over* 100 migrants": the words belong to the number; the noun is the object.
pub(super) fn bounds_are_no_prepositions(edit: &mut Edit<'_>, mentions: &[Mention]) {
    for mention in mentions.iter().filter(|mention| is_quantity(mention)) {
        let tokens = edit.tree.tokens_in(mention.span);
        for token in tokens.clone() {
            let relation = edit.tree.relation(token);
            let Some(head) = edit.tree.head(token) else { continue };
            if relation == Relation::Case && tokens.contains(&head) && token < head && edit.tree.lemma(token) != "of" {
                edit.tree.relations[token] = Relation::Advmod;
                edit.changed = true;
                let other_case = edit.tree.children(head).any(|child| edit.tree.relation(child) == Relation::Case && child < head);
                let Some(verb) = edit.tree.head(head).filter(|&verb| is_verb(edit.tree.tag(verb)) && verb < head) else { continue };
                if !other_case && edit.tree.relation(head) == Relation::Obl && edit.tree.child_with(verb, Relation::Obj).is_none() {
                    edit.tree.relations[head] = Relation::Obj;
                }
            } else if relation == Relation::CompoundPrt && !tokens.contains(&head) {
                // "up" of "accept up to 50" is no particle of the verb.
                let last = tokens.end - 1;
                if token < last {
                    edit.hang(token, last, Relation::Advmod);
                }
            }
        }
    }
}

/// "admitted *Monday* that …", "received a directive *this spring* to …": a date is no object, and nothing hangs on it.
pub(super) fn dates_are_no_objects(edit: &mut Edit<'_>, mentions: &[Mention]) {
    for mention in mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Date(_))) {
        for token in edit.tree.tokens_in(mention.span) {
            if !matches!(edit.tree.relation(token), Relation::Obj | Relation::Iobj) {
                continue;
            }
            let Some(verb) = edit.tree.head(token).filter(|&verb| verb < token) else { continue };
            let verbal = is_verb(edit.tree.tag(verb));
            edit.tree.relations[token] = if verbal { Relation::OblUnmarked } else { Relation::NmodUnmarked };
            edit.changed = true;
            let host = if verbal {
                edit.tree
                    .children(verb)
                    .find(|&child| child < token && matches!(edit.tree.relation(child), Relation::Obj) && is_noun(edit.tree.tag(child)))
            } else {
                Some(verb)
            };
            let clauses: Vec<usize> = edit.tree.children(token).filter(|&child| edit.tree.relation(child).is_clausal()).collect();
            for clause in clauses {
                match host {
                    Some(host) => edit.hang(clause, host, Relation::Acl),
                    None => edit.hang(clause, verb, Relation::Advcl),
                }
            }
        }
    }
}

/// "offers *140 natural resource-related permits*": what is counted ends with the last noun of the count, which heads it, whatever
/// part of its compound the tree took for the head.
pub(super) fn counted_nouns_cut_in_two(edit: &mut Edit<'_>, mentions: &[Mention]) {
    for mention in mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Count(_))) {
        let tokens = edit.tree.tokens_in(mention.span);
        let Some(last) = tokens.end.checked_sub(1).filter(|&last| is_noun(edit.tree.tag(last))) else { continue };
        let Some(head) = edit.tree.head(last).filter(|head| tokens.contains(head) && *head < last) else { continue };
        let cut = matches!(edit.tree.relation(last), Relation::Appos | Relation::NmodUnmarked | Relation::Dep | Relation::List);
        if cut && is_noun(edit.tree.tag(head)) && edit.tree.child_with(last, Relation::Case).is_none() {
            edit.swap(head, last, Relation::Compound);
            let moved: Vec<usize> =
                edit.tree.children(head).filter(|&child| edit.tree.relation(child) == Relation::Nummod || child > last).collect();
            for child in moved {
                let relation = edit.tree.relation(child);
                edit.hang(child, last, relation);
            }
        }
    }
}

/// "had paid *Oslo* 240 million crowns", "gave *the museum* 12 boats": a name, or a noun with its article, between the verb and what is
/// given is who gets it, no part of that.
pub(super) fn receivers_taken_for_part_of_the_gift(edit: &mut Edit<'_>, mentions: &[Mention], gazetteers: &Gazetteers) {
    let given = |mention: &&Mention| matches!(mention.kind, MentionKind::Money(_) | MentionKind::Count(_));
    for mention in mentions.iter().filter(given) {
        let tree = &*edit.tree;
        let tokens = tree.tokens_in(mention.span);
        let Some(receiver) = tokens.start.checked_sub(1).filter(|&before| is_noun(tree.tag(before))) else { continue };
        let inside = |at: usize| {
            is_noun(tree.tag(at)) || tree.tag(at).is_adjective() || matches!(tree.tag(at), PennTag::DT | PennTag::PRPS | PennTag::POS)
        };
        let first = (0..=receiver).rev().take_while(|&at| inside(at)).last().unwrap_or(receiver);
        let Some(verb) = first.checked_sub(1).filter(|&verb| is_verb(tree.tag(verb))) else { continue };
        let gives = row_of(tree, gazetteers, verb).is_some_and(|row| row.role("iobject").is_some());
        let definite = tree.tag(receiver).is_proper() || matches!(tree.tag(first), PennTag::DT | PennTag::PRPS);
        let Some(gift) = tokens.clone().find(|&at| tree.head(at) == Some(verb) && tree.relation(at) == Relation::Obj) else { continue };
        let part = std::iter::successors(Some(receiver), |&at| tree.head(at)).any(|at| at == gift);
        if !(gives && definite && part) {
            continue;
        }
        let of_gift: Vec<usize> = tree.children(receiver).filter(|child| tokens.contains(child)).collect();
        let of_receiver: Vec<usize> = (first..receiver).filter(|&at| tree.head(at).is_some_and(|head| tokens.contains(&head))).collect();
        edit.hang(receiver, verb, Relation::Iobj);
        for token in of_gift {
            edit.hang(token, gift, Relation::Nummod);
        }
        edit.move_to(of_receiver, receiver);
    }
}

/// "awarded *$6 million to 21 artists*": who gets a sum is told by the verb, not by the sum.
pub(super) fn receivers_hung_on_the_sum(edit: &mut Edit<'_>, mentions: &[Mention], gazetteers: &Gazetteers) {
    for mention in mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Money(_))) {
        let tokens = edit.tree.tokens_in(mention.span);
        for token in tokens.clone() {
            let object = matches!(edit.tree.relation(token), Relation::Obj | Relation::Obl);
            let Some(verb) = edit.tree.head(token).filter(|&verb| object && is_verb(edit.tree.tag(verb))) else { continue };
            let receivers: Vec<usize> = edit
                .tree
                .children(token)
                .filter(|&child| {
                    child >= tokens.end
                        && edit.tree.relation(child) == Relation::Nmod
                        && preposition(edit.tree, child)
                            .is_some_and(|case| gazetteers.word_sets.has(FunctionSet::Receiver, edit.tree.lemma(case)))
                })
                .collect();
            for receiver in receivers {
                edit.hang(receiver, verb, Relation::Obl);
            }
        }
    }
}
