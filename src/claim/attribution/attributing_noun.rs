//! Nouns that attribute: a claim or a promise and whose it is, a poll and what it found.

use super::speaker;
use crate::article::Span;
use crate::claim::attribution::{self, Scope};
use crate::claim::clause::{has_to, is_verb, row_of};
use crate::claim::participant::reference::Discourse;
use crate::claim::scene::Scene;
use crate::gazetteer::cues::{Attributing, AttributingNoun};
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::Frame;
use crate::gazetteer::word_sets::{ClassSet, FunctionSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// What a noun attributes: "her vow to …", "the minister's claim that …", "his call for …": a noun of saying with whose it is.
pub(in crate::claim) fn noun(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, token: usize, scopes: &mut Vec<Scope>) {
    shows(scene, discourse, sentence, token, scopes);
    poll(scene, discourse, sentence, token, scopes);
    view(scene, discourse, sentence, token, scopes);
    let tree = &scene.analysis(sentence).tree;
    let Some(row) = row_of(tree, scene.gazetteers, token) else { return };
    let commits = row.frame == Frame::Plan && scene.gazetteers.cues.attributing(&row.lemma) == Some(Attributing::Stance);
    if row.frame != Frame::Words && !commits && !scene.gazetteers.word_sets.has(ClassSet::SaidByNoun, &row.class) {
        return;
    }
    let owner = tree.child_with(token, Relation::NmodPoss).or_else(|| {
        tree.children(token).find(|&child| child > token && tree.relation(child) == Relation::Nmod && has_case(tree, child, "by"))
    });
    let Some(owner) = owner.filter(|&owner| speaker::can_speak(scene, sentence, tree, owner)) else { return };
    let content = tree.children(token).find(|&child| {
        let clause = matches!(tree.relation(child), Relation::Acl | Relation::Ccomp);
        child > token && (clause || (tree.relation(child) == Relation::Nmod && has_case(tree, child, "for")))
    });
    // "his *plan to close the port*" is his deed, as "he plans to" is a body's; "his *vow to close it*" was said.
    let meant = |content: usize| commits && tree.relation(content) == Relation::Acl && has_to(tree, content);
    let Some(content) = content.filter(|&content| !meant(content)) else { return };
    let Some(speaker) = speaker::at(scene, discourse, sentence, owner) else { return };
    let cue = tree.token_span(token).join(speaker.span);
    // "her call for a day *honouring sailors*": whom it honours is no part of the call.
    let words = if tree.relation(content) == Relation::Nmod { without_clauses(tree, content) } else { tree.subtree_span(content) };
    attribution::push(scene, sentence, vec![words], cue, tree.token_span(token), speaker, "claim-that", scopes);
}

/// The words under a noun up to the first clause that modifies it.
fn without_clauses(tree: &Tree, noun: usize) -> Span {
    let whole = tree.subtree_span(noun);
    let clause = tree.children(noun).find(|&child| child > noun && matches!(tree.relation(child), Relation::Acl | Relation::AclRelcl));
    clause.map_or(whole, |clause| Span::new(whole.start, tree.subtree_span(clause).start))
}

fn has_case(tree: &Tree, noun: usize, word: &str) -> bool {
    tree.children(noun).any(|child| tree.relation(child) == Relation::Case && tree.lemma(child) == word)
}

/// "The new survey *shows* Ekholm has gained": the verb is easily taken for a plural noun behind "survey".
fn shows(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, token: usize, scopes: &mut Vec<Scope>) {
    let tree = &scene.analysis(sentence).tree;
    if tree.tag(token) != PennTag::NNS || scene.gazetteers.cues.attributing(tree.lemma(token)) != Some(Attributing::Finding) {
        return;
    }
    let document = token.checked_sub(1).filter(|&before| is_document(scene, tree, before) && tree.head(before) == Some(token));
    let clause = tree.children(token).any(|child| child > token && tree.relation(child).is_clausal());
    let Some(document) = document.filter(|_| clause) else { return };
    let Some(mut speaker) = speaker::at(scene, discourse, sentence, document) else { return };
    speaker.span = Span::new(tree.subtree_span(token).start.min(speaker.span.start), speaker.span.end);
    speaker.span.of(scene.text).clone_into(&mut speaker.text);
    let place = tree.token_span(token);
    let content = Span::new(place.end, tree.subtree_span(token).end);
    attribution::push(scene, sentence, vec![content], place.join(speaker.span), place, speaker, "document-finds", scopes);
}

/// "*In a Norvik poll*, Ekholm had 31 percent", "led by 4 points *in a survey by Norvik*": a poll tells what stands beside it.
fn poll(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, token: usize, scopes: &mut Vec<Scope>) {
    let tree = &scene.analysis(sentence).tree;
    let asked = matches!(tree.relation(token), Relation::Obl | Relation::Nmod)
        && scene.gazetteers.cues.attributing_noun(tree.lemma(token)) == Some(AttributingNoun::Poll)
        && (tree.tag(token) == PennTag::NN || tree.tag(token) == PennTag::NNS && is_certain_poll(tree, token));
    if !asked {
        return;
    }
    let case = ["in", "from", "per"].iter().any(|word| has_case(tree, token, word));
    let Some(head) = tree.head(token).filter(|_| case) else { return };
    let top = attribution::clause_top(tree, head);
    if !is_verb(tree.tag(top)) && tree.child_with(top, Relation::Cop).is_none() {
        return;
    }
    let Some(speaker) = speaker::at(scene, discourse, sentence, token) else { return };
    let whole = tree.subtree_span(token);
    let content = attribution::around(tree, top, whole);
    attribution::push(scene, sentence, content, whole, tree.token_span(token), speaker, "in-a-poll", scopes);
}

/// "*In the minister's view*, P", "*in the words of the mayor*, P": whose view or words stands beside it.
fn view(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, token: usize, scopes: &mut Vec<Scope>) {
    let tree = &scene.analysis(sentence).tree;
    if !matches!(tree.relation(token).universal(), Relation::Obl | Relation::Nmod | Relation::Advcl)
        || scene.gazetteers.cues.attributing_noun(tree.lemma(token)) != Some(AttributingNoun::View)
    {
        return;
    }
    let inside = scene.gazetteers.word_sets.words(FunctionSet::ViewPreposition).any(|word| has_case(tree, token, word));
    let of = tree.children(token).find(|&child| child > token && tree.relation(child) == Relation::Nmod && has_case(tree, child, "of"));
    let possessor = tree.child_with(token, Relation::NmodPoss);
    // "In *her* assessment of the deal, Lind said …": the pronoun looks ahead to whoever speaks in the clause.
    if of.is_some() && possessor.is_some_and(|possessor| tree.tag(possessor) == PennTag::PRPS) {
        return;
    }
    let owner = possessor.or(of);
    let Some(owner) = owner.filter(|&owner| inside && speaker::can_speak(scene, sentence, tree, owner)) else { return };
    let (Some(head), Some(speaker)) = (tree.head(token), speaker::at(scene, discourse, sentence, owner)) else { return };
    let whole = tree.subtree_span(token);
    let tokens = tree.tokens_in(whole);
    // Only where a comma or a mark sets it off: "an increase in the party's estimation" is none.
    let set_off = |at: usize| at < tree.len() && matches!(tree.tag(at), PennTag::Comma | PennTag::OpenQuote | PennTag::CloseQuote);
    if !(set_off(tokens.end) || tokens.end > 0 && set_off(tokens.end - 1) || tokens.start > 0 && set_off(tokens.start - 1)) {
        return;
    }
    let content = attribution::around(tree, attribution::clause_top(tree, head), whole);
    attribution::push(scene, sentence, content, whole, tree.token_span(token), speaker, "in-the-view-of", scopes);
}

/// "in recent polls from Quinnipiac", not "in the polls".
fn is_certain_poll(tree: &Tree, noun: usize) -> bool {
    let any = |relation: Relation| tree.children(noun).any(|child| tree.relation(child) == relation);
    any(Relation::Nmod) && !any(Relation::Det)
}

/// Whether a noun names a document, or a poll as one: "a new Fox News poll".
pub(in crate::claim) fn is_document(scene: &Scene<'_>, tree: &Tree, noun: usize) -> bool {
    scene.gazetteers.noun_classes.kind(tree.lemma(noun)) == Some(NounKind::Document)
}
