//! Mends of speech: what is said, and who says it.

use super::Edit;
use crate::claim::clause::is_verb;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::Attributing;
use crate::gazetteer::predicates::{Control, Frame, Part};
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind};

/// "Figures suggest *40 boats may be* at sea": the noun after a verb of saying is the subject of the clause that goes on.
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
                        && edit.tree.tag(below).is_finite_or_modal()
                })
        });
        // "said Otto Lind, the secretary, *contacted* the minister": a participle with an object of its own is a past tense.
        let past = edit.tree.children(noun).find(|&child| {
            child >= end.saturating_sub(edit.tree.subtree_range(child).len())
                && edit.tree.relation(child) == Relation::Acl
                && matches!(edit.tree.tag(child), PennTag::VBN | PennTag::VBD)
                && edit.tree.child_with(child, Relation::Obj).is_some()
                && child > 0
                && edit.tree.tag(child - 1) == PennTag::Comma
        });
        // "stated *Ekholm left* the group"
        let bare = edit.tree.children(verb).find(|&child| {
            child == end
                && edit.tree.relation(child) == Relation::Xcomp
                && edit.tree.tag(child).is_finite()
                && !edit.tree.children(child).any(|below| edit.tree.relation(below).is_subject())
        });
        if let Some(predicate) = predicate.or(past).or(bare) {
            edit.hang(predicate, verb, Relation::Ccomp);
            edit.hang(noun, predicate, Relation::Nsubj);
        }
    }
}

/// "“…,” Lind said *as he left the court*": a clause behind "as" says when, and not what.
pub(super) fn times_taken_for_content(edit: &mut Edit<'_>) {
    for clause in 2..edit.tree.len() {
        let tree = &*edit.tree;
        let marked =
            tree.children(clause).any(|child| child < clause && tree.relation(child) == Relation::Mark && tree.lemma(child) == "as");
        let behind = tree.relation(clause) == Relation::Ccomp && tree.head(clause).is_some_and(|verb| verb < clause);
        if marked && behind {
            edit.tree.relations[clause] = Relation::Advcl;
            edit.changed = true;
        }
    }
}

/// "Mr. Putin *forecast* that …", "Calderon *calls* the idea useless": a noun has no subject before it and a clause or an object behind;
/// a word of saying that has both is a verb.
pub(super) fn nouns_with_a_subject(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for word in 1..edit.tree.len() {
        let tag = edit.tree.tag(word);
        if !matches!(tag, PennTag::NN | PennTag::NNS) {
            continue;
        }
        let any = |test: &dyn Fn(usize, Relation) -> bool| edit.tree.children(word).any(|child| test(child, edit.tree.relation(child)));
        let subject = any(&|child, relation| child < word && relation == Relation::Nsubj);
        let governs = any(&|child, relation| child > word && matches!(relation, Relation::Ccomp | Relation::Obj));
        let nominal =
            any(&|_, relation| matches!(relation, Relation::Cop | Relation::Det | Relation::Case | Relation::NmodPoss | Relation::Amod));
        if subject && governs && !nominal && attributes(edit.tree, gazetteers, word) {
            edit.tree.tags[word] = if tag == PennTag::NNS { PennTag::VBZ } else { PennTag::VBD };
            edit.changed = true;
        }
    }
}

/// Whether a word, as a verb, can have what somebody says or thinks behind it.
fn attributes(tree: &Tree, gazetteers: &Gazetteers, word: usize) -> bool {
    let lemma = tree.lemma(word);
    gazetteers.cues.report(lemma).is_some()
        || gazetteers.cues.attributing(lemma).is_some_and(Attributing::gives_words)
        || says(tree, gazetteers, word)
}

/// "ruled *out sending* 40 buses", "decided *against sending*", "stopped *short of accepting*": the particle of a verb of the table
/// belongs to the verb, and what it governs is the verb's.
pub(super) fn particles_hung_on_the_gerund(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 0..edit.tree.len().saturating_sub(2) {
        let particle = verb + 1;
        if !is_verb(edit.tree.tag(verb)) || edit.tree.lemma(particle) == "to" {
            continue;
        }
        let of = edit.tree.lemma(particle + 1) == "of";
        let gerund = particle + 1 + usize::from(of);
        if gerund >= edit.tree.len() || edit.tree.tag(gerund) != PennTag::VBG {
            continue;
        }
        let row = gazetteers.predicates.phrase(Part::Verb, edit.tree.lemma(verb), |_, word| word == edit.tree.lemma(particle));
        let hangs = edit.tree.head(gerund).is_some_and(|head| head == verb || head == particle);
        if !hangs || row.is_none_or(|row| row.control != Control::Subject) {
            continue;
        }
        edit.hang(gerund, verb, Relation::Xcomp);
        edit.hang(particle, verb, Relation::CompoundPrt);
    }
}

/// "“They saved four people,” *the mayor of Van, Gulistan Aras,* said", "Turnout was 68%, *the commission's chairman, Otto Lind,* told us":
/// whom commas set off between what was said and a verb of saying without a subject of its own is the speaker, in all his words.
pub(super) fn speakers_hung_on_the_content(edit: &mut Edit<'_>, mentions: &[Mention], gazetteers: &Gazetteers) {
    for mention in mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Official(_))) {
        let tree = &*edit.tree;
        let tokens = tree.tokens_in(mention.span);
        let comma = tokens.end < tree.len() && tree.tag(tokens.end) == PennTag::Comma;
        let verb = tokens.end + usize::from(comma);
        if verb >= tree.len() || !matches!(tree.tag(verb), PennTag::VBD | PennTag::VBZ) || !says(tree, gazetteers, verb) {
            continue;
        }
        let begin = if tokens.start > 0 && tree.tag(tokens.start - 1) == PennTag::DT { tokens.start - 1 } else { tokens.start };
        let set_off = begin > 0 && matches!(tree.tag(begin - 1), PennTag::Comma | PennTag::CloseQuote);
        let subject = tree.children(verb).find(|&child| tree.relation(child).is_subject());
        let content = tree.children(verb).any(|child| child < begin && tree.relation(child) == Relation::Ccomp);
        let told = tree.children(verb).any(|child| child > verb && matches!(tree.relation(child), Relation::Ccomp | Relation::Obj));
        if !set_off || !content || told || subject.is_some_and(|subject| !tokens.contains(&subject)) {
            continue;
        }
        let outside: Vec<usize> = tokens.clone().filter(|&token| tree.head(token).is_some_and(|head| !tokens.contains(&head))).collect();
        let first = || outside.iter().copied().find(|&token| tree.tag(token).is_noun());
        let Some(speaker) = subject.or_else(first) else { continue };
        if outside.len() == 1 && subject.is_some() {
            continue;
        }
        edit.hang(speaker, verb, Relation::Nsubj);
        for token in outside.into_iter().filter(|&token| token != speaker) {
            edit.hang(token, speaker, if token < speaker { Relation::NmodDesc } else { Relation::Appos });
        }
        // What was between the marks and the speaker goes with him.
        for token in begin..tokens.start {
            edit.hang(token, speaker, Relation::Det);
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
        if !wrong || !edit.tree.tag(verb).is_finite() {
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
