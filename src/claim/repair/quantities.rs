//! Mends around numbers and dates.

use super::Edit;
use crate::claim::clause::{is_noun, is_verb, preposition};
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

/// "*No fewer than* 20 people died": what bounds a number is no subject; the noun that is counted is.
pub(super) fn bounds_taken_for_heads(edit: &mut Edit<'_>, mentions: &[Mention]) {
    for mention in mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Count(_))) {
        let tree = &*edit.tree;
        let tokens = tree.tokens_in(mention.span);
        let Some(noun) = tokens.end.checked_sub(1).filter(|&noun| is_noun(tree.tag(noun))) else { continue };
        let bound = tokens.clone().find(|&token| tree.tag(token) == PennTag::JJR && token + 1 < noun && tree.lemma(token + 1) == "than");
        let Some(bound) = bound.filter(|&bound| tree.head(bound).is_none_or(|head| !tokens.contains(&head))) else { continue };
        let beside = tree.head(noun).is_some_and(|head| head == bound || Some(head) == tree.head(bound));
        if !beside || !matches!(tree.relation(noun).universal(), Relation::Obl | Relation::Nmod | Relation::Obj) {
            continue;
        }
        edit.tree.heads[noun] = edit.tree.heads[bound];
        edit.tree.relations[noun] = edit.tree.relations[bound];
        edit.tree.heads[bound] = noun as u32;
        edit.tree.relations[bound] = Relation::Advmod;
        edit.changed = true;
        edit.tree.index_children();
        for token in tokens.clone().filter(|&token| token < bound || token == bound + 1) {
            edit.hang(token, noun, Relation::Advmod);
        }
        let outside: Vec<usize> = edit.tree.children(bound).filter(|child| !tokens.contains(child)).collect();
        edit.move_to(outside, noun);
    }
}

/// "one count of burglary, *two counts of robbery* and *one count of arson*": so many counts each, all of one list.
pub(super) fn charges_taken_for_appositions(edit: &mut Edit<'_>, mentions: &[Mention]) {
    let counts: Vec<usize> = mentions
        .iter()
        .filter(|mention| matches!(&mention.kind, MentionKind::Count(count) if count.unit.as_deref() == Some("count")))
        .filter_map(|mention| edit.tree.tokens_in(mention.span).end.checked_sub(1))
        .collect();
    let Some(&first) = counts.first() else { return };
    for &count in &counts[1..] {
        let tree = &*edit.tree;
        let loose = matches!(
            tree.relation(count),
            Relation::Appos | Relation::Conj | Relation::NmodUnmarked | Relation::List | Relation::Dep | Relation::Parataxis
        );
        let start = tree.subtree_range(count).start;
        let listed = start > 0 && matches!(tree.tag(start - 1), PennTag::Comma | PennTag::CC) || tree.tag(start) == PennTag::CC;
        let below = std::iter::successors(tree.head(count), |&at| tree.head(at)).any(|at| at == first);
        if loose && listed && below && is_noun(tree.tag(first)) {
            edit.hang(count, first, Relation::Conj);
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

/// "*one hundred and nine* cases": the words of one number are no list, and the noun that is counted heads them.
pub(super) fn number_words_taken_for_lists(edit: &mut Edit<'_>, mentions: &[Mention]) {
    for mention in mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Count(_))) {
        let tokens = edit.tree.tokens_in(mention.span);
        let Some(noun) = tokens.end.checked_sub(1).filter(|&noun| is_noun(edit.tree.tag(noun))) else { continue };
        let numbers = tokens.clone().take_while(|&token| matches!(edit.tree.tag(token), PennTag::CD | PennTag::CC)).count();
        let joined = tokens.clone().take(numbers).any(|token| edit.tree.tag(token) == PennTag::CC);
        let Some(top) = tokens.clone().take(numbers).find(|&token| edit.tree.head(token).is_none_or(|head| !tokens.contains(&head))) else {
            continue;
        };
        let below = std::iter::successors(edit.tree.head(noun), |&at| edit.tree.head(at)).any(|at| at == top);
        if !joined || !below || edit.tree.tag(top) != PennTag::CD {
            continue;
        }
        let (head, relation) = (edit.tree.heads[top], edit.tree.relations[top]);
        edit.tree.heads[noun] = head;
        edit.tree.relations[noun] = relation;
        edit.tree.heads[top] = noun as u32;
        edit.tree.relations[top] = Relation::Nummod;
        edit.changed = true;
        edit.tree.index_children();
        for token in tokens.clone().take(numbers).filter(|&token| token != top) {
            edit.hang(token, noun, if edit.tree.tag(token) == PennTag::CC { Relation::Dep } else { Relation::Nummod });
        }
        let outside: Vec<usize> = edit.tree.children(top).filter(|child| !tokens.contains(child)).collect();
        edit.move_to(outside, noun);
    }
}

/// "had paid *Oslo* 240 million crowns": a name between the verb and a sum is who gets it, no part of the sum.
pub(super) fn receivers_taken_for_part_of_the_sum(edit: &mut Edit<'_>, mentions: &[Mention]) {
    for mention in mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Money(_))) {
        let tree = &*edit.tree;
        let tokens = tree.tokens_in(mention.span);
        let Some(name) = tokens.start.checked_sub(1).filter(|&name| tree.tag(name).is_proper()) else { continue };
        let Some(sum) = tree.head(name).filter(|sum| tokens.contains(sum) && tree.relation(name) == Relation::Compound) else { continue };
        let Some(verb) = tree.head(sum).filter(|&verb| tree.relation(sum) == Relation::Obj && is_verb(tree.tag(verb))) else { continue };
        if tree.subtree_range(name).start == verb + 1 {
            edit.hang(name, verb, Relation::Iobj);
        }
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
