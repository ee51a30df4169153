//! What an event leaves behind: "*A fire* in Lima has left 20 people hurt and one man dead".
//!
//! The words after the verb say what became of whom; whatever left them so stands before it, for all of them.

use crate::article::Span;
use crate::claim::clause::{is_noun, is_passive, is_verb};
use crate::claim::construction::casualty::{Casualty, fate};
use crate::claim::draft::Draft;
use crate::claim::model::{Participant, ParticipantKind, Polarity};
use crate::claim::repair::{is_harmful_event, may_do_harm};
use crate::claim::sentence_rules::SentenceRules;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::word_sets::FunctionSet;
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::CountryForm;

/// How many words behind the verb somebody may be that it left hurt.
const REACH: usize = 24;

impl SentenceRules<'_, '_> {
    /// Gives the dead and hurt that something left behind what left them so, and the words of it to their evidence.
    pub(in crate::claim) fn outcomes(&self, casualties: &[Casualty<'_>], drafts: &mut Vec<Draft>) {
        let harms = |draft: &Draft| matches!(&*draft.claim.predicate.class, "kill" | "injure");
        for draft in drafts.iter_mut().filter(|draft| harms(draft)) {
            self.suffer(casualties, draft);
        }
        let open = |draft: &Draft| harms(draft) && draft.claim.actor.is_empty() && draft.claim.polarity == Polarity::Affirmed;
        if !drafts.iter().any(open) {
            return;
        }
        for leave in 1..self.tree.len() {
            if self.tree.lemma(leave) != "leave" || !is_verb(self.tree.tag(leave)) || is_passive(self.tree, leave) {
                continue;
            }
            let left: Vec<&mut Draft> = drafts.iter_mut().filter(|draft| open(draft) && self.is_left(leave, draft)).collect();
            if left.is_empty() {
                continue;
            }
            let causes = self.what_leaves(leave);
            let Some(first) = causes.iter().map(|cause| cause.start).min() else { continue };
            let verb = self.tree.token_span(leave);
            for draft in left {
                let claim = &mut draft.claim;
                claim.target.retain(|participant| participant.start > verb.start);
                claim.actor.clone_from(&causes);
                let span = Span::new(first.min(claim.start), claim.end);
                (claim.start, claim.end) = (span.start, span.end);
                span.of(self.scene.text).clone_into(&mut claim.text);
                let cause = Span::new(first, verb.start);
                if claim.time.is_none() {
                    claim.time = self.time_in(cause);
                }
                if claim.place.is_empty() {
                    claim.place = self.places_in(cause);
                }
                draft.rules.push("left-behind");
            }
        }
        // "The blast left *two dead and five wounded*": the clause that took the blast for the wounded says no more than those.
        drafts.retain(|draft| {
            let empty = draft.claim.target.is_empty() && draft.claim.quantity.is_none();
            !(empty && draft.rules.last() == Some(&"left-behind"))
        });
    }

    /// What leaves somebody dead or hurt: the subject, of a relative clause its antecedent, or the event around a place or people
    /// that the tree took for it: "a *shooting* at the house that left two dead".
    fn what_leaves(&self, leave: usize) -> Vec<Participant> {
        let (tree, gazetteers) = (self.tree, self.scene.gazetteers);
        let clause = &self.clauses.clauses[self.clauses.owner[leave]];
        let subject =
            clause.subject().filter(|subject| clause.chain.contains(&leave) && subject.head < leave && !self.is_time(subject.head));
        // "*A shooting* at a house early Sunday left two dead": the tree may have lost it.
        let Some(subject) = subject else { return self.event_before(leave).map(|event| self.whole_event(event)).into_iter().collect() };
        let that = (0..leave).rev().take(3).any(|token| gazetteers.word_sets.has(FunctionSet::RelativeThing, tree.lemma(token)));
        let relative = that || subject.shared && (subject.head + 1..leave).any(|token| tree.tag(token) == PennTag::WDT);
        let mut head = subject.head;
        if relative && !is_harmful_event(tree, gazetteers, head) {
            let event = (0..leave).rev().find(|&token| is_harmful_event(tree, gazetteers, token));
            match event {
                Some(event) => head = event,
                None if !may_do_harm(tree, gazetteers, head) => return Vec::new(),
                None => {}
            }
        }
        let named = is_noun(tree.tag(head)) || matches!(tree.tag(head), PennTag::PRP | PennTag::CD) || head != subject.head;
        if !named {
            return Vec::new();
        }
        let phrases = self.phrases();
        let parts = phrases.coordinated(head).into_iter().filter(|&part| part < leave);
        parts.map(|part| self.whole_event(part)).filter(|part| part.end <= tree.token_span(leave).start).collect()
    }

    /// The last event that hurts before a verb, with no other finite verb between them.
    fn event_before(&self, verb: usize) -> Option<usize> {
        let tree = self.tree;
        let clause = |token: &usize| !tree.tag(*token).is_finite_or_modal() || tree.head(*token) == Some(verb);
        (0..verb).rev().take_while(clause).find(|&token| is_harmful_event(tree, self.scene.gazetteers, token))
    }

    /// "a daylight *shooting*", "the *shooting* incident": an event that the tree cut out of its noun phrase, with the words around it.
    fn whole_event(&self, head: usize) -> Participant {
        let tree = self.tree;
        let of = |token: usize| tree.head(token).filter(|&noun| tree.relation(token) == Relation::Compound && is_noun(tree.tag(noun)));
        let head = of(head).unwrap_or(head);
        let mut participant = self.phrases().participant(head);
        let first = tree.tokens_in(Span::new(participant.start, participant.end)).start;
        if first != head {
            return participant;
        }
        let mut start = first;
        while let Some(before) = start.checked_sub(1).filter(|&token| {
            let joins = matches!(tree.tag(token), PennTag::JJ | PennTag::NN | PennTag::NNP | PennTag::CD | PennTag::HYPH | PennTag::POS);
            joins || matches!(tree.tag(token), PennTag::DT | PennTag::PRPS)
        }) {
            start = before;
            if matches!(tree.tag(before), PennTag::DT | PennTag::PRPS) {
                break;
            }
        }
        let span = tree.token_span(start).join(Span::new(participant.start, participant.end));
        (participant.start, participant.end) = (span.start, span.end);
        span.of(self.scene.text).clone_into(&mut participant.text);
        participant
    }

    /// Whether those a draft is about stand behind the verb with nothing but other people and what became of them between.
    fn is_left(&self, leave: usize, draft: &Draft) -> bool {
        let tree = self.tree;
        let word = tree.tokens_in(Span::new(draft.claim.predicate.start, draft.claim.predicate.end)).end;
        if word <= leave + 1 || word - leave > REACH {
            return false;
        }
        let last = word - 1;
        // "a dozen fighters *left dead*": who was left so stands before it.
        let verb = tree.token_span(leave).start;
        if draft.claim.quantity.as_ref().is_some_and(|quantity| quantity.start < verb) {
            return false;
        }
        // "left *the scene* and was not hurt": somewhere, nobody.
        let object = tree.child_with(leave, Relation::Obj).filter(|&object| object > leave && object < last);
        let somewhere = object.is_some_and(|object| {
            matches!(
                self.scene.gazetteers.noun_classes.kind(tree.lemma(object)),
                Some(NounKind::Place | NounKind::Time | NounKind::Organization)
            ) || self.scene.country_at(self.sentence, tree.token_span(object)).is_some_and(|(_, country)| country.form == CountryForm::Name)
        });
        let between = |token: usize| {
            let finite = matches!(tree.tag(token), PennTag::VBZ | PennTag::VBP | PennTag::MD)
                || tree.tag(token) == PennTag::VBD && tree.child_with(token, Relation::Obj).is_some_and(|object| object > token);
            let relative = matches!(tree.tag(token), PennTag::WP | PennTag::WDT | PennTag::WRB | PennTag::WPS);
            let purpose = tree.tag(token) == PennTag::TO;
            finite || relative || purpose || self.scene.gazetteers.word_sets.has(FunctionSet::EndsCasualties, tree.lemma(token))
        };
        !somewhere && !(leave + 1..last).any(between)
    }

    /// "left a boy *dead and three others* hurt": who is hurt does nothing, and what became of the first is no part of the second.
    fn suffer(&self, casualties: &[Casualty<'_>], draft: &mut Draft) {
        let claim = &mut draft.claim;
        for casualty in casualties.iter().filter(|casualty| casualty.people.end <= self.tree.token_span(casualty.word).start) {
            let counted = claim.quantity.as_ref().is_some_and(|quantity| {
                casualty.people.contains(Span::new(quantity.start, quantity.end)) && &*claim.predicate.class == casualty.class
            });
            let same = |participant: &Participant| participant.end == casualty.people.end && casualty.people.start >= participant.start;
            if !counted || !claim.target.is_empty() {
                continue;
            }
            // "kill *others* himself": who both acts and is counted is nobody's victim.
            claim.actor.retain(|participant| !same(participant));
            claim.target.push(self.people_of(casualty));
        }
        for participant in &mut claim.target {
            let mut words = participant.text.splitn(3, ' ');
            let (Some(_), Some("and"), Some(rest)) = (words.next(), words.next(), words.next()) else { continue };
            let first = self.tree.tokens_in(Span::new(participant.start, participant.end)).start;
            if !rest.is_empty() && fate(self.scene, self.tree, first).is_some() {
                let span = Span::new(participant.end - rest.len(), participant.end);
                let head = participant.head.take();
                *participant = Participant { head, ..Participant::at(self.scene.text, span, ParticipantKind::Group) };
            }
        }
    }

    fn people_of(&self, casualty: &Casualty<'_>) -> Participant {
        let head = self.tree.tokens_in(casualty.people).last().map(|token| self.tree.lemma(token).to_owned());
        Participant { head, ..Participant::at(self.scene.text, casualty.people, ParticipantKind::Group) }
    }
}
