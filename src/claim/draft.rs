//! A claim in the making: the record, and what its confidence and its fate depend on.

use super::attribution;
use super::modality::Put;
use super::model::{Claim, ClaimTime, Content, Participant, Predicate};
use super::quantity::quantity_of;
use super::scene::Scene;
use super::sentence_rules::SentenceRules;
use crate::article::Span;
use crate::claim::participant::side::Sides;
use crate::syntax::PennTag;
use crate::tag::mention::Mention;

/// A claim with what its confidence and its fate depend on.
pub(crate) struct Draft {
    pub(crate) claim: Claim,
    /// Where the word stands that carries the meaning.
    pub(crate) place: Span,
    /// The rules that made it.
    pub(crate) rules: Vec<&'static str>,
}

impl Draft {
    /// A claim of `sentence`, asserted and affirmed, with nobody and nothing in it yet.
    pub(crate) fn new(scene: &Scene<'_>, sentence: usize, span: Span, predicate: Predicate, place: Span) -> Self {
        let article = scene.document.article;
        let claim = Claim {
            article: article.id.clone(),
            source: article.source.clone(),
            published: article.published,
            url: article.url.clone(),
            group: article.group.clone(),
            sentence,
            start: span.start,
            end: span.end,
            text: span.of(scene.text).to_owned(),
            predicate,
            ..Claim::default()
        };
        Self { claim, place, rules: Vec::new() }
    }
}

/// What a draft is made of.
pub(super) struct DraftParts<'m> {
    pub(super) span: Span,
    pub(super) place: Span,
    pub(super) predicate: Predicate,
    pub(super) put: Put,
    pub(super) sides: Sides,
    pub(super) quantity: Option<&'m Mention>,
    pub(super) time: Option<ClaimTime>,
    pub(super) rules: Vec<&'static str>,
}

impl SentenceRules<'_, '_> {
    pub(super) fn draft(&self, mut parts: DraftParts<'_>) -> Draft {
        let attribution = attribution::of_claim(self.scene, self.scopes, parts.place);
        let mut draft = Draft::new(self.scene, self.sentence, parts.span, parts.predicate, parts.place);
        draft.rules = parts.rules;
        draft.rules.extend(attribution::rule_of_claim(self.scopes, parts.place));
        parts.sides.drop_parts();
        if attribution.is_some() && attribution::runs_on(self.scopes, parts.place, self.sentence) {
            draft.rules.push("said-before");
            if attribution.as_ref().is_some_and(|said| !said.quoted) {
                parts.put = parts.put.reported();
            }
        }
        let claim = &mut draft.claim;
        (claim.polarity, claim.modality) = (parts.put.polarity(), parts.put.modality());
        (claim.actor, claim.target, claim.place) = (parts.sides.actor, parts.sides.target, parts.sides.place);
        claim.quantity = parts.quantity.and_then(|mention| {
            let mut quantity = quantity_of(self.scene.text, mention)?;
            self.complete(&claim.predicate.class, mention, &mut quantity);
            Some(quantity)
        });
        claim.time = parts.time;
        claim.attribution = attribution;
        claim.content =
            parts.sides.content.map(|span| Content { text: span.of(self.scene.text).to_owned(), start: span.start, end: span.end });
        claim.open_list = parts.sides.open_list;
        self.reach_place(claim);
        draft
    }

    /// "⟦four people wounded⟧ *outside a bar*": the place right behind the evidence belongs to it.
    fn reach_place(&self, claim: &mut Claim) {
        let behind = |place: &&Participant| {
            let between = claim.end < place.start;
            between && self.tree.tokens_in(Span::new(claim.end, place.start)).all(|token| self.tree.tag(token) == PennTag::IN)
        };
        if let Some(end) = claim.place.iter().find(behind).map(|place| place.end) {
            claim.end = end;
            Span::new(claim.start, end).of(self.scene.text).clone_into(&mut claim.text);
        }
    }
}
