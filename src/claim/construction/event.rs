//! Claims of nouns that name what happens: "*the removal of 261 members to El Salvador*".

use crate::claim::amount::paid;
use crate::claim::attribution;
use crate::claim::clause::{Slot, is_noun, preposition, row_of};
use crate::claim::construction::nominal::Event;
use crate::claim::draft::{Draft, DraftParts};
use crate::claim::modality::{self, Put};
use crate::claim::model::{Attribution, ClaimTime, Predicate};
use crate::claim::participant::side::{Side, Sides};
use crate::claim::scene::is_quantity;
use crate::claim::sentence_rules::SentenceRules;
use crate::claim::when::time_of;
use crate::gazetteer::cues::{Manner, MarkKind};
use crate::gazetteer::predicates::{Frame, Role};
use crate::gazetteer::word_sets::FunctionSet;
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::{Mention, MentionKind};

impl<'a> SentenceRules<'_, 'a> {
    /// "the death of a cook and *injuries to five others*": what is counted under a second event is not of the first.
    fn is_of_second_event(&self, noun: usize, token: usize) -> bool {
        let class = row_of(self.tree, self.scene.gazetteers, noun).map(|row| &row.class);
        let event = |at: usize| {
            row_of(self.tree, self.scene.gazetteers, at).is_some_and(|row| row.frame == Frame::Event && Some(&row.class) != class)
        };
        let above = std::iter::successors(Some(token), |&at| self.tree.head(at));
        above.take_while(|&at| at != noun).any(|at| {
            let under_first = || self.tree.head(at).is_some_and(|head| head == noun || self.tree.subtree_range(noun).contains(&head));
            self.tree.relation(at) == Relation::Conj && is_noun(self.tree.tag(at)) && event(at) && under_first()
        })
    }

    pub(in crate::claim) fn event(&self, event: &Event<'a>, drafts: &mut Vec<Draft>) {
        let phrases = self.phrases();
        let mut sides = Sides::default();
        for &(head, role) in &event.arguments {
            let side = match role {
                Role::Actor => Side::Actor,
                Role::Place => Side::Place,
                _ => Side::Target,
            };
            // "visits of 84,500": a bare number takes no part.
            if self.tree.tag(head) == PennTag::CD && self.counted_at(head).is_none() {
                continue;
            }
            let modifier = matches!(self.tree.relation(head), Relation::Amod | Relation::Compound);
            if modifier {
                let place = self.tree.token_span(head);
                if self.scene.country_at(self.sentence, place).is_none() && self.scene.official_at(self.sentence, place).is_none() {
                    continue;
                }
            }
            phrases.add(&mut sides, side, head);
        }
        self.add_traveller(event, &mut sides);
        self.add_places_of_event(&mut sides, event.noun);
        let mut put = Put::default();
        let owner = self.clauses.owner[event.noun];
        if let Some(manner) = self.asked_for(event.noun) {
            put.add(manner);
        }
        modality::around(self.tree, self.scene.text, self.scene.gazetteers, event.noun, &mut put);
        if event.row.negated {
            put.turn();
        }
        for (mention, _) in &self.anchors {
            if let MentionKind::Country(country) = &mention.kind
                && event.span.contains(mention.span)
                && !sides.has_country(country.iso2)
            {
                let token = self.tree.tokens_in(mention.span).end.saturating_sub(1);
                sides.add(Side::Target, phrases.participant(token));
            }
        }
        let place = self.tree.token_span(event.noun);
        // "the *attempted* murders of five": nobody died of them.
        let attempted = self.tree.children(event.noun).any(|child| {
            self.tree.relation(child) == Relation::Amod && matches!(self.tree.word(self.scene.text, child), "attempted" | "Attempted")
        });
        let class = if attempted && &*event.row.class == "kill" { "attack" } else { &*event.row.class };
        let predicate = Predicate::at(self.scene.text, place, self.tree.lemma(event.noun).to_owned(), class);
        let counted: Vec<&Mention> = self
            .anchors
            .iter()
            .filter(|(_, token)| !self.is_of_second_event(event.noun, *token))
            .map(|(mention, _)| *mention)
            .filter(|mention| is_quantity(mention) && self.scene.is_amount(mention) && event.span.contains(mention.span))
            .collect();
        let numbered = counted.iter().any(|mention| !matches!(mention.kind, MentionKind::Quantifier(_)));
        let mut quantities: Vec<Option<&Mention>> =
            counted.into_iter().filter(|mention| !numbered || !matches!(mention.kind, MentionKind::Quantifier(_))).map(Some).collect();
        if quantities.is_empty() {
            quantities.push(None);
        }
        for quantity in quantities {
            drafts.push(self.draft(DraftParts {
                span: event.span,
                place,
                predicate: Predicate {
                    class: paid(&predicate.class, false, quantity, self.scene.gazetteers).to_owned(),
                    ..predicate.clone()
                },
                put,
                sides: sides.clone(),
                quantity,
                time: self.time_of_event(event, self.standing(owner)),
                rules: vec!["event-noun"],
            }));
            if let Some(draft) = drafts.last_mut().filter(|draft| draft.claim.attribution.is_none()) {
                draft.claim.attribution = self.asker(event.noun).or_else(|| self.requester(event));
            }
        }
    }

    /// "the visit to the UK *in 2017*": a date inside the phrase or right behind it; one elsewhere is that of the clause.
    fn time_of_event(&self, event: &Event<'a>, owner: usize) -> Option<ClaimTime> {
        // The date of a further event below, and what is compared with ("*from* three days ago"), are not its own.
        let other = |at: usize| row_of(self.tree, self.scene.gazetteers, at).is_some_and(|row| row.frame == Frame::Event);
        let from = |token: usize| preposition(self.tree, token).is_some_and(|case| self.tree.lemma(case) == "from");
        let under = |token: usize| {
            let mut heads = std::iter::successors(self.tree.head(token), |&at| self.tree.head(at));
            !from(token) && heads.find(|&at| at == event.noun || other(at)) == Some(event.noun)
        };
        let mut own = self.anchors.iter().filter(|(mention, token)| event.span.contains(mention.span) && under(*token));
        if let Some(time) = own.find_map(|(mention, _)| time_of(self.scene, mention)) {
            return Some(time);
        }
        let time = self.time(owner)?;
        let noun = self.tree.token_span(event.noun).end;
        let near = self.anchors.iter().any(|(mention, _)| {
            let behind = mention.span.start.checked_sub(event.span.end).is_some_and(|gap| gap <= " in the ".len());
            matches!(mention.kind, MentionKind::Date(_)) && (event.span.contains(mention.span) || behind)
        });
        // The clause itself happens when its subject or object does: "the attack was on Monday".
        let plain = self.clauses.clauses[owner].arguments.iter().any(|argument| self.tree.token_span(argument.head).end == noun);
        (near || plain).then_some(time)
    }

    /// "*They* call for implementation": whoever asks says it.
    pub(in crate::claim) fn asker(&self, noun: usize) -> Option<Attribution> {
        let head = self.tree.head(noun)?;
        self.asked_for(noun).filter(|&manner| manner == Manner::Requested)?;
        let clause = &self.clauses.clauses[self.clauses.owner[head]];
        let subject = clause.subject().filter(|subject| subject.slot == Slot::Subject)?;
        let scope = attribution::own(self.scene, self.discourse, self.sentence, subject.head, head)?;
        Some(attribution::attribution(self.scene, &scope, self.tree.token_span(noun), Vec::new()))
    }

    /// "called for *negotiations with nine nations*": what a request or a plan is about is requested or planned.
    pub(in crate::claim) fn asked_for(&self, noun: usize) -> Option<Manner> {
        let head = self.tree.head(noun)?;
        // "is sought *in the deaths* of two people", "*after the raid*": what a request goes with has happened.
        let around = || {
            preposition(self.tree, noun).filter(|&case| self.tree.lemma(case) != "on").is_some_and(|case| {
                let word = self.tree.lemma(case);
                self.scene.gazetteers.word_sets.has(FunctionSet::Locative, word)
                    || self.scene.gazetteers.cues.mark(word) == Some(MarkKind::Time)
            })
        };
        let argument = matches!(self.tree.relation(noun), Relation::Obj | Relation::Obl | Relation::Nmod) && !around();
        let row = row_of(self.tree, self.scene.gazetteers, head).filter(|_| argument)?;
        row.complement.filter(|manner| matches!(manner, Manner::Requested | Manner::Planned) && row.frame != Frame::Speech)
    }
}
