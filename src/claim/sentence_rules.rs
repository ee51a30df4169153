//! What the rules of one sentence work on: its tree, its clauses and event nouns, its mentions, and the article around it.
//!
//! Each rule is a method of [`SentenceRules`] in the file of its construction, and finds here what it needs.

use std::cell::OnceCell;

use super::attribution::Scope;
use super::clause::{ClauseKind, Clauses, row_of};
use super::evidence::signature;
use super::scene::Scene;
use crate::claim::construction::nominal::{self, Event};
use crate::claim::participant::phrase::Phrases;
use crate::claim::participant::place::Spot;
use crate::claim::participant::reference::Discourse;
use crate::gazetteer::predicates::PredicateRow;
use crate::syntax::{Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind};

/// What the rules of one sentence work on.
pub(crate) struct SentenceRules<'s, 'a> {
    pub(crate) scene: &'s Scene<'a>,
    pub(crate) discourse: &'s Discourse,
    pub(crate) scopes: &'s [Scope],
    pub(crate) sentence: usize,
    pub(super) tree: &'s Tree,
    pub(super) clauses: &'s Clauses,
    pub(super) events: Vec<Event<'a>>,
    /// The sentence's mentions with the token that each hangs from.
    pub(super) anchors: Vec<(&'a Mention, usize)>,
    /// The rows of the tokens that were asked for: the rules ask again and again for that of a clause's verb.
    rows: Vec<OnceCell<Option<&'a PredicateRow>>>,
    /// Its phrases of place, where a rule asked for them.
    pub(super) spots: OnceCell<Vec<Spot>>,
}

impl<'s, 'a> SentenceRules<'s, 'a> {
    pub(crate) fn new(scene: &'s Scene<'a>, discourse: &'s Discourse, scopes: &'s [Scope], sentence: usize) -> Self {
        let analysis = scene.analysis(sentence);
        let (tree, clauses) = (&analysis.tree, analysis.clauses(scene.gazetteers));
        // "*A survey of 40 schools.*": a heading that is a noun alone is told as that noun.
        let told = clauses.clauses.iter().filter(|clause| clause.kind != ClauseKind::Fragment);
        let taken: Vec<usize> = told.flat_map(|clause| clause.chain.iter().copied().chain(clause.noun)).collect();
        let events = nominal::events(scene, sentence, &taken);
        let signed = signature(scene.text, scene.document.sentences[sentence].span).unwrap_or(usize::MAX);
        let inside = |mention: &&Mention| mention.span.start < signed;
        let anchors =
            scene.mentions_in(sentence).iter().filter(inside).filter_map(|mention| Some((mention, anchor(tree, mention)?))).collect();
        let rows = vec![OnceCell::new(); tree.len()];
        Self { scene, discourse, scopes, sentence, tree, clauses, events, anchors, rows, spots: OnceCell::new() }
    }

    /// As [`row_of`].
    pub(super) fn row_at(&self, token: usize) -> Option<&'a PredicateRow> {
        *self.rows[token].get_or_init(|| row_of(self.tree, self.scene.gazetteers, token))
    }

    pub(super) fn phrases(&self) -> Phrases<'s, 'a> {
        Phrases { scene: self.scene, discourse: self.discourse, scopes: self.scopes, sentence: self.sentence, tree: self.tree }
    }
}

/// The token that a mention hangs from: the one whose head lies outside.
pub(crate) fn anchor(tree: &Tree, mention: &Mention) -> Option<usize> {
    let span = match &mention.kind {
        MentionKind::Official(official) => official.name,
        _ => mention.span,
    };
    let tokens = tree.tokens_in(span);
    let outside = tokens
        .clone()
        .rev()
        .find(|&token| tree.head(token).is_none_or(|head| !tokens.contains(&head)) && tree.relation(token) != Relation::Punct);
    outside.or(tokens.last())
}
