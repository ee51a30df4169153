//! What a noun phrase holds that is not named: "the politics of the country", "her sentence".

use crate::article::Span;
use crate::claim::model::{Participant, ParticipantKind};
use crate::claim::participant::phrase::{Phrases, fill};
use crate::claim::participant::reference;
use crate::claim::participant::side::{Side, Sides, add_country};
use crate::gazetteer::cues::ReferenceKind;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::person_names::NameWord;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation};

impl Phrases<'_, '_> {
    /// "the politics of *the country*", "*the country's* parliament": countries inside a noun phrase that are not named.
    pub(super) fn add_inner_references(&self, sides: &mut Sides, side: Side, head: usize, whole: Span) {
        let tree = self.tree;
        for token in tree.tokens_in(whole).filter(|&token| token != head) {
            if tree.tag(token) == PennTag::PRPS {
                self.add_possessor(sides, side, head, token);
                continue;
            }
            let kind = self.scene.gazetteers.cues.reference(tree.lemma(token));
            if !matches!(kind, Some(ReferenceKind::Country | ReferenceKind::Countries)) || self.is_under_clause(token, head) {
                continue;
            }
            // "voters across *the country*": says where they are.
            if self.is_under_spot(token) {
                continue;
            }
            let Some(referent) = reference::resolve(self.scene, self.discourse, self.scopes, self.sentence, tree, token) else { continue };
            for country in referent.country.iter().chain(&referent.more).filter(|country| !sides.has_country(country)).collect::<Vec<_>>() {
                add_country(sides, side, self.scene.text, self.span(token), country);
            }
        }
    }

    fn is_under_spot(&self, noun: usize) -> bool {
        crate::claim::clause::preposition(self.tree, noun)
            .is_some_and(|case| self.scene.gazetteers.word_sets.has(FunctionSet::Spot, self.tree.lemma(case)))
    }

    /// "*her* sentence", "the trial of *his* minister": the person whose it is, as in "Berg's sentence".
    pub(super) fn add_possessor(&self, sides: &mut Sides, side: Side, head: usize, pronoun: usize) {
        if self.is_under_clause(pronoun, head) || self.is_relative_of(pronoun) {
            return;
        }
        let Some(referent) = reference::resolve(self.scene, self.discourse, self.scopes, self.sentence, self.tree, pronoun) else { return };
        let known = sides.actor.iter().chain(&sides.target).any(|known| known.name.is_some() && known.name == referent.name);
        if referent.name.is_none() || known || !referent.body && self.owns_followers(pronoun, head) {
            return;
        }
        let span = self.tree.token_span(pronoun);
        let mut participant = Participant::at(self.scene.text, span, ParticipantKind::default());
        fill(&mut participant, referent);
        sides.add(side, participant);
    }

    /// "*her* campaign", "*his* advisers": who they are is told by their country, if it is.
    fn owns_followers(&self, pronoun: usize, head: usize) -> bool {
        let lemma = self.tree.lemma(head);
        let followers = self.scene.gazetteers.word_sets.has(LexicalSet::Followers, lemma)
            || self.scene.gazetteers.noun_classes.kind(lemma) == Some(NounKind::Person);
        followers && self.tree.head(pronoun) == Some(head)
    }

    /// "*his* wife", "*Lind's* father": somebody else than the one named.
    pub(super) fn is_relative_of(&self, owner: usize) -> bool {
        let names = &self.scene.gazetteers.titles.person_names;
        self.tree.relation(owner) == Relation::NmodPoss
            && self.tree.head(owner).is_some_and(|noun| names.word(self.tree.lemma(noun)) == Some(NameWord::Kinship))
    }
}
