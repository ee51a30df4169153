//! Mends of speech: what is said, and who says it.

use super::Edit;
use crate::claim::clause::is_verb;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::predicates::{Frame, Part};
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind};

/// "Estimates suggest *8000 migrants may be* at sea": the noun after a verb of saying is the subject of the clause that goes on.
pub(super) fn contents_cut_after_their_subject(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 0..edit.tree.len() {
        if !is_verb(edit.tree.tag(verb)) || !says(edit.tree, gazetteers, verb) {
            continue;
        }
        let Some(noun) = edit.tree.child_with(verb, Relation::Obj) else { continue };
        let end = edit.tree.subtree_range(noun).end;
        let predicate = edit.tree.children(verb).chain(edit.tree.children(noun)).find(|&child| {
            child > noun
                && !edit.tree.relation(child).is_subject()
                && !edit.tree.children(child).any(|below| edit.tree.relation(below).is_subject())
                && edit.tree.children(child).any(|below| {
                    matches!(edit.tree.relation(below), Relation::Aux | Relation::Cop | Relation::AuxPass)
                        && below >= end.min(child)
                        && below <= end + 1
                        && matches!(edit.tree.tag(below), PennTag::MD | PennTag::VBP | PennTag::VBZ | PennTag::VBD)
                })
        });
        // "said John Kerry, the secretary, *contacted* the minister": a participle with an object of its own is a past tense.
        let past = edit.tree.children(noun).find(|&child| {
            child >= end.saturating_sub(edit.tree.subtree_range(child).len())
                && edit.tree.relation(child) == Relation::Acl
                && matches!(edit.tree.tag(child), PennTag::VBN | PennTag::VBD)
                && edit.tree.child_with(child, Relation::Obj).is_some()
                && child > 0
                && edit.tree.tag(child - 1) == PennTag::Comma
        });
        // "stated *Montalvo left* the group"
        let bare = edit.tree.children(verb).find(|&child| {
            child == end
                && edit.tree.relation(child) == Relation::Xcomp
                && matches!(edit.tree.tag(child), PennTag::VBD | PennTag::VBZ | PennTag::VBP)
                && !edit.tree.children(child).any(|below| edit.tree.relation(below).is_subject())
        });
        if let Some(predicate) = predicate.or(past).or(bare) {
            edit.hang(predicate, verb, Relation::Ccomp);
            edit.hang(noun, predicate, Relation::Nsubj);
        }
    }
}

/// "admitted Monday *that it had deported* one man": a clause with "that" under a verb of saying is its content.
pub(super) fn contents_taken_for_adverbials(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for clause in 0..edit.tree.len() {
        if edit.tree.relation(clause) != Relation::Advcl {
            continue;
        }
        let that = edit
            .tree
            .children(clause)
            .any(|child| child < clause && edit.tree.relation(child) == Relation::Mark && edit.tree.lemma(child) == "that");
        let Some(verb) = edit.tree.head(clause).filter(|&verb| that && verb < clause && says(edit.tree, gazetteers, verb)) else {
            continue;
        };
        if edit.tree.child_with(verb, Relation::Ccomp).is_none() {
            edit.tree.relations[clause] = Relation::Ccomp;
            edit.changed = true;
        }
    }
}

/// "“…,” *said Prime Minister Anna Berg*": somebody named right after a verb of saying that has no subject is its subject.
pub(super) fn speakers_after_the_verb(edit: &mut Edit<'_>, mentions: &[Mention], gazetteers: &Gazetteers) {
    for mention in mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Official(_) | MentionKind::Organization(_))) {
        let tokens = edit.tree.tokens_in(mention.span);
        let Some(mut verb) = tokens.start.checked_sub(1) else { continue };
        if edit.tree.tag(verb) == PennTag::DT && verb > 0 {
            verb -= 1;
        }
        let past = matches!(edit.tree.tag(verb), PennTag::VBD | PennTag::VBZ);
        if !past || !says(edit.tree, gazetteers, verb) || edit.tree.children(verb).any(|child| edit.tree.relation(child).is_subject()) {
            continue;
        }
        let quoted = verb > 0 && matches!(edit.tree.tag(verb - 1), PennTag::Comma | PennTag::CloseQuote);
        let speaker = tokens.clone().find(|&token| edit.tree.head(token) == Some(verb));
        if let Some(speaker) = speaker.filter(|_| quoted) {
            edit.tree.relations[speaker] = Relation::Nsubj;
            edit.changed = true;
        }
    }
}

/// "…, *the Wall Street Journal reported*.": a verb of saying with its own subject at the end of the sentence stands beside it.
pub(super) fn speakers_at_the_end(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    let count = edit.tree.len();
    for verb in 1..count {
        let relation = edit.tree.relation(verb);
        let wrong = matches!(
            relation,
            Relation::AclRelcl | Relation::Acl | Relation::Advcl | Relation::Conj | Relation::Appos | Relation::Dep | Relation::Ccomp
        );
        if !wrong || !matches!(edit.tree.tag(verb), PennTag::VBD | PennTag::VBZ | PennTag::VBP) {
            continue;
        }
        let says = gazetteers.predicates.get(Part::Verb, edit.tree.lemma(verb)).is_some_and(|row| row.frame == Frame::Speech);
        let Some(subject) = edit.tree.child_with(verb, Relation::Nsubj).filter(|_| says) else { continue };
        if matches!(edit.tree.tag(subject), PennTag::WDT | PennTag::WP) {
            continue;
        }
        let start = edit.tree.subtree_range(verb).start;
        let end = edit.tree.subtree_range(verb).end;
        let closes = (end..count).all(|token| edit.tree.relation(token) == Relation::Punct);
        let comma = start > 0
            && (matches!(edit.tree.tag(start - 1), PennTag::Comma | PennTag::CloseQuote)
                || matches!(edit.tree.tag(start), PennTag::Comma | PennTag::CloseQuote));
        let content = edit
            .tree
            .children(verb)
            .any(|child| matches!(edit.tree.relation(child), Relation::Ccomp | Relation::Obj | Relation::Mark | Relation::Xcomp));
        if closes && comma && !content && subject < verb {
            let Some(mut top) = edit.tree.head(verb) else { continue };
            while let Some(head) = edit.tree.head(top) {
                if head == verb {
                    break;
                }
                top = head;
            }
            edit.hang(verb, top, Relation::Parataxis);
        }
    }
}

fn says(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    gazetteers.predicates.get(Part::Verb, tree.lemma(verb)).is_some_and(|row| row.frame == Frame::Speech)
}
