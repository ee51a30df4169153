//! What a name is said to be in passing: "*Rohingya, a stateless minority from Myanmar*", "*Chad and Niger, two French allies*".

use rust_decimal::Decimal;

use crate::claim::clause::{is_noun, preposition};
use crate::claim::draft::{Draft, DraftParts};
use crate::claim::modality::Put;
use crate::claim::model::Predicate;
use crate::claim::participant::side::{Side, Sides};
use crate::claim::scene::is_quantity;
use crate::claim::sentence_rules::SentenceRules;
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::{Mention, MentionKind};

impl<'a> SentenceRules<'_, 'a> {
    /// A name with a description behind a comma that names a country or counts something says what the named is.
    ///
    /// "Ann Lee, the Norwegian minister" is told as an office instead.
    pub(in crate::claim) fn appositions(&self, drafts: &mut Vec<Draft>) {
        for described in 0..self.tree.len() {
            let Some(name) = self.described_name(described) else { continue };
            let phrases = self.phrases();
            let description = phrases.span(described);
            let Some(told) = self.told_of(name, described) else { continue };
            let span = phrases.span(name).join(description);
            let mut sides = Sides::default();
            phrases.add(&mut sides, Side::Actor, name);
            sides.actor.retain(|participant| participant.end <= description.start);
            phrases.add(&mut sides, Side::Target, described);
            if sides.actor.is_empty() {
                continue;
            }
            let place = self.tree.token_span(described);
            let draft = self.draft(DraftParts {
                span,
                place,
                predicate: Predicate::at(self.scene.text, place, "be".to_owned(), "be"),
                put: Put::default(),
                sides,
                quantity: Some(told).filter(|mention| is_quantity(mention)),
                time: None,
                rules: vec!["apposition"],
            });
            drafts.push(draft);
        }
    }

    /// The name that a common noun behind a comma describes: the tree's, or the one right before the comma, which the tree hangs
    /// elsewhere where several names stand there.
    fn described_name(&self, noun: usize) -> Option<usize> {
        let relation = self.tree.relation(noun).universal();
        let bare = matches!(relation, Relation::Obl | Relation::Nmod) && preposition(self.tree, noun).is_none();
        if !(relation == Relation::Appos || bare) || !matches!(self.tree.tag(noun), PennTag::NN | PennTag::NNS) {
            return None;
        }
        let range = self.tree.subtree_range(noun);
        let comma =
            [Some(range.start), range.start.checked_sub(1)].into_iter().flatten().find(|&at| self.tree.tag(at) == PennTag::Comma)?;
        let is_name = |token: usize| matches!(self.tree.tag(token), PennTag::NNP | PennTag::NNPS);
        let name = if relation == Relation::Appos {
            self.tree.head(noun).filter(|&name| name < noun)
        } else {
            comma.checked_sub(1).filter(|&last| is_name(last) && comma < noun).map(|last| self.head_of_names(last))
        }?;
        // "Chad and Niger, two allies", not "the minister Ann Lee, the delegations of both": several describe several.
        if self.tree.tag(noun) == PennTag::NNS && self.phrases().coordinated(name).len() < 2 {
            return None;
        }
        let office = self.scene.official_at(self.sentence, self.tree.token_span(noun)).is_some();
        (is_name(name) && !office && !self.is_time(name) && !self.is_time(noun)).then_some(name)
    }

    /// The first of the names that are listed up to `last`.
    fn head_of_names(&self, mut last: usize) -> usize {
        while matches!(self.tree.relation(last).universal(), Relation::Conj | Relation::Flat | Relation::Compound) {
            match self.tree.head(last).filter(|&head| matches!(self.tree.tag(head), PennTag::NNP | PennTag::NNPS)) {
                Some(head) => last = head,
                None => break,
            }
        }
        last
    }

    /// The count of what the description counts, where that many are named, else a country that stands before its noun or under
    /// one of its prepositions.
    fn told_of(&self, name: usize, noun: usize) -> Option<&'a Mention> {
        let place = self.tree.token_span(noun);
        let counted = self.anchors.iter().find_map(|(mention, _)| match &mention.kind {
            MentionKind::Count(count) if mention.span.contains(place) => Some((*mention, count)),
            _ => None,
        });
        if let Some((mention, count)) = counted {
            let named = self.phrases().coordinated(name).len();
            return (named > 1 && count.quantity.value == Some(Decimal::from(named))).then_some(mention);
        }
        let determined = |child: usize| matches!(self.tree.relation(child), Relation::Det | Relation::NmodPoss);
        if !self.tree.children(noun).any(determined) {
            return None;
        }
        let under = |token: usize| {
            let head = self.tree.head(token);
            head == Some(noun)
                || head.is_some_and(|head| {
                    self.tree.head(head) == Some(noun) && is_noun(self.tree.tag(head)) && preposition(self.tree, head).is_some()
                })
                || head.and_then(|head| self.tree.head(head)).and_then(|head| self.tree.head(head)) == Some(noun)
        };
        let country = |mention: &Mention| matches!(mention.kind, MentionKind::Country(_));
        self.anchors.iter().find(|(mention, token)| country(mention) && under(*token)).map(|(mention, _)| *mention)
    }
}
