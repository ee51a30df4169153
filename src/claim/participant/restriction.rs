//! The clause that says which one is meant: "a law *that bans them*", "the need *to open the harbour*", "missiles capable *of reaching it*".

use crate::article::Span;
use crate::claim::clause::{is_verb, row_of};
use crate::claim::draft::Draft;
use crate::claim::model::{Participant, ParticipantKind};
use crate::claim::sentence_rules::SentenceRules;
use crate::gazetteer::predicates::Frame;
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::{PennTag, Relation};

/// How many words such a clause has at most: a longer one is a sentence of its own.
const LONGEST: usize = 16;

impl SentenceRules<'_, '_> {
    /// Adds to the participants of each claim the clause that they cannot be told without, and to the evidence that ends with them.
    pub(crate) fn restrict(&self, drafts: &mut [Draft]) {
        for draft in drafts.iter_mut().filter(|draft| &*draft.claim.predicate.class != "hold_office") {
            let claim = &mut draft.claim;
            let predicate = Span::new(claim.predicate.start, claim.predicate.end);
            let mut end = claim.end;
            for participant in claim.actor.iter_mut().chain(&mut claim.target) {
                let Some(whole) = self.restricted(participant, predicate) else { continue };
                if participant.end == claim.end {
                    end = whole.end;
                }
                whole.of(self.scene.text).clone_into(&mut participant.text);
                participant.end = whole.end;
            }
            if end > claim.end {
                claim.end = end;
                Span::new(claim.start, claim.end).of(self.scene.text).clone_into(&mut claim.text);
            }
        }
    }

    /// The participant's words with the clause directly behind them; none where there is none, or where the claim is what it says.
    fn restricted(&self, participant: &Participant, predicate: Span) -> Option<Span> {
        let tree = self.tree;
        let own = participant.span();
        if participant.inside || participant.kind == ParticipantKind::Country {
            return None;
        }
        let behind = tree.token_at(own.end + 1).filter(|&token| tree.token_span(token).start == own.end + 1)?;
        if tree.tag(behind).is_punctuation() || behind == 0 {
            return None;
        }
        let words = tree.tokens_in(own);
        let clause = words
            .clone()
            .flat_map(|word| tree.children(word))
            .find(|&child| child >= behind && tree.subtree_range(child).start == behind && self.says_which(child))?;
        let range = tree.subtree_range(clause);
        let stop = range.clone().find(|&token| tree.tag(token).is_punctuation() && tree.tag(token) != PennTag::HYPH).unwrap_or(range.end);
        let whole = own.join(tree.token_span(stop.checked_sub(1)?));
        let told = self.scopes.iter().any(|scope| scope.sentence == self.sentence && scope.cue.overlaps(Span::new(own.end, whole.end)));
        let stands = stop > clause && stop - behind >= 2 && stop - behind <= LONGEST;
        (stands && !told && !whole.overlaps(predicate) && self.is_whole(clause, stop)).then_some(whole)
    }

    /// Whether the clause is not cut before its object, nor inside a phrase: no "that has affected" of "that has affected at least 40".
    fn is_whole(&self, clause: usize, stop: usize) -> bool {
        let tree = self.tree;
        let last = stop - 1;
        let inside = tree.head(last).is_some_and(|head| head >= stop) || tree.tag(last) == PennTag::IN && last != clause;
        let says = row_of(tree, self.scene.gazetteers, last).is_some_and(|row| row.frame == Frame::Speech);
        let cut = || stop < tree.len() && matches!(tree.tag(stop), PennTag::IN | PennTag::DT | PennTag::CD | PennTag::JJ);
        let open = last == clause && (says || cut());
        !inside && !open
    }

    /// A relative clause, an infinitive, a content ("the fact *that it fell*"); a participle only of those who have no other name.
    fn says_which(&self, clause: usize) -> bool {
        let tree = self.tree;
        let Some(noun) = tree.head(clause) else { return false };
        let plain = matches!(tree.tag(noun), PennTag::NN | PennTag::NNS) || tree.tag(noun).is_adjective() || self.stands_for_any(noun);
        match tree.relation(clause) {
            Relation::AclRelcl => plain,
            Relation::Acl if is_verb(tree.tag(clause)) => {
                let marks = |child: usize| {
                    tree.relation(child) == Relation::Mark
                        && child < clause
                        && matches!(tree.lemma(child), "to" | "that" | "of" | "whether")
                };
                let marked = tree.children(clause).any(marks);
                plain && (marked || self.stands_for_any(noun))
            }
            // "missiles *capable* of reaching it"
            Relation::Advcl | Relation::Xcomp => {
                tree.tag(noun).is_adjective() && tree.relation(noun) == Relation::Amod && tree.head(noun).is_some_and(|head| head < noun)
            }
            _ => false,
        }
    }

    /// "*those* living here", "*anyone* who asks", "half the *people* affected".
    fn stands_for_any(&self, noun: usize) -> bool {
        self.scene.gazetteers.word_sets.has(LexicalSet::StandsForAny, self.tree.lemma(noun))
    }
}
