//! Mends of noun phrases.

use super::Edit;
use crate::claim::clause::{is_noun, is_verb, preposition, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::predicates::Frame;
use crate::syntax::{PennTag, Relation};

/// "called for *negotiations with nine nations*", "denounced *the removal of 70 sailors to Yemen*": a phrase right after a noun that
/// names what happens is the noun's, where the table gives the noun a place for its preposition and the verb has none.
pub(super) fn arguments_of_event_nouns(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for phrase in 1..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.relation(phrase) != Relation::Obl || !is_noun(tree.tag(phrase)) {
            continue;
        }
        let Some(verb) = tree.head(phrase).filter(|&verb| verb < phrase && is_verb(tree.tag(verb))) else { continue };
        let Some(case) = preposition(tree, phrase).filter(|&case| case < phrase) else { continue };
        let first = tree.subtree_range(phrase).start;
        let event = tree.children(verb).find(|&noun| {
            matches!(tree.relation(noun), Relation::Obj | Relation::Obl)
                && is_noun(tree.tag(noun))
                && noun < first
                && tree.subtree_range(noun).end == first
        });
        let Some(event) = event else { continue };
        let Some(row) = row_of(tree, gazetteers, event).filter(|row| row.frame == Frame::Event) else { continue };
        let word = tree.lemma(case);
        let of_verb = row_of(tree, gazetteers, verb);
        let free = tree.relation(event) == Relation::Obl || of_verb.is_none_or(|row| row.role(word).is_none());
        let light = of_verb.is_some_and(|row| row.frame == Frame::Light);
        if row.role(word).is_some() && free && !light {
            edit.hang(phrase, event, Relation::Nmod);
        }
    }
}

/// "found *Maria Lopez with wounds*": no part of a compound has a preposition between itself and its head; the name heads the phrase.
pub(super) fn compounds_across_a_preposition(edit: &mut Edit<'_>) {
    for part in 0..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.relation(part) != Relation::Compound || !is_noun(tree.tag(part)) {
            continue;
        }
        let Some(noun) = tree.head(part).filter(|&noun| noun > part && is_noun(tree.tag(noun))) else { continue };
        // The preposition was hung on the name or on one of its words.
        let case = (part + 1..noun).find(|&token| {
            tree.relation(token) == Relation::Case
                && tree.tag(token) == PennTag::IN
                && tree.head(token).is_some_and(|head| (part..token).contains(&head))
        });
        let Some(case) = case else { continue };
        let before: Vec<usize> = tree.children(noun).filter(|&child| child < part).collect();
        edit.swap(noun, part, Relation::Nmod);
        edit.hang(case, noun, Relation::Case);
        for child in before {
            let relation = edit.tree.relation(child);
            edit.hang(child, part, relation);
        }
        let inside: Vec<usize> =
            (case + 1..noun).filter(|&token| edit.tree.head(token).is_some_and(|head| (part..case).contains(&head))).collect();
        for token in inside {
            let relation = edit.tree.relation(token);
            edit.hang(token, noun, relation);
        }
    }
}

/// "found *17-year-old Ann Lee* hurt": the name heads its age, which the tree took for the head.
pub(super) fn ages_taken_for_heads(edit: &mut Edit<'_>) {
    for old in 2..edit.tree.len() {
        let tree = &*edit.tree;
        let age = tree.lemma(old) == "old" && matches!(tree.lemma(old - 1), "-" | "year" | "month");
        if !age {
            continue;
        }
        let name = tree.children(old).find(|&child| {
            child == old + 1
                && is_noun(tree.tag(child))
                && matches!(tree.relation(child), Relation::Compound | Relation::Flat | Relation::Appos | Relation::Obj)
        });
        let Some(name) = name else { continue };
        let verb = tree.head(old).filter(|&verb| is_verb(tree.tag(verb)));
        edit.swap(old, name, Relation::Amod);
        if edit.tree.relation(name) == Relation::Amod && verb.is_some_and(|verb| verb < old) {
            edit.tree.relations[name] = Relation::Obj;
        }
        let moved: Vec<usize> = edit
            .tree
            .children(old)
            .filter(|&child| {
                let relation = edit.tree.relation(child);
                child > old || relation.is_subject() || matches!(relation, Relation::Cop | Relation::Case | Relation::Mark | Relation::Cc)
            })
            .collect();
        for child in moved {
            let relation = edit.tree.relation(child);
            edit.hang(child, name, relation);
        }
    }
}
