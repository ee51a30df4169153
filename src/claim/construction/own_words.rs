//! Claims that are their own subject's words, with no clause that says what was said.

use crate::claim::attribution;
use crate::claim::attribution::speaker;
use crate::claim::clause::{Argument, Clause, ClauseKind, Slot, has_to, is_passive, is_verb, preposition, row_of};
use crate::claim::model::{Attribution, Content, Participant, ParticipantKind, SpeakerKind};
use crate::claim::sentence_rules::SentenceRules;
use crate::gazetteer::cues::{Attributing, AttributingNoun};
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Frame, Role};
use crate::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation};

impl SentenceRules<'_, '_> {
    /// "The ministry described worse conditions": what is told is what somebody said, in no clause of its own.
    pub(in crate::claim) fn own_words(&self, clause: &Clause) -> Option<Attribution> {
        // To hear, to think and to know say nothing; "are thought to" says nothing of its subject's.
        let thought = self.scene.gazetteers.word_sets.has(LexicalSet::Thinking, self.tree.lemma(clause.head()));
        if thought || is_passive(self.tree, clause.top()) {
            return None;
        }
        let row = self.row(clause);
        let said = |argument: &Argument| match argument.slot {
            // Who writes something has made it, not said it; "gave a speech" gives none of it.
            Slot::Object => !matches!(self.tree.lemma(clause.head()), "write" | "give" | "deliver"),
            Slot::Oblique => argument.preposition.is_some_and(|preposition| {
                let word = self.tree.lemma(preposition);
                // "spoke against him", "spoke on Monday" gives nothing of what was said; "spoke of a visit" does.
                let speaks = self.tree.lemma(clause.head()) == "speak";
                matches!(row.and_then(|row| row.role(word)), Some(Role::Topic | Role::Content)) && (!speaks || word != "on")
                    || word == "against" && !speaks
            }),
            _ => false,
        };
        clause.arguments.iter().find(|argument| said(argument) && !self.is_time(argument.head))?;
        let subject = clause.subject().filter(|subject| subject.slot == Slot::Subject)?;
        let scope = attribution::own(self.scene, self.discourse, self.sentence, subject.head, clause.head())?;
        Some(attribution::attribution(self.scene, &scope, self.tree.token_span(clause.head()), Vec::new()))
    }

    /// "described *the victims as a happy family*", "expressed *regret for the delay*": what is said, in no clause of its own: all that
    /// stands behind the verb but whom it is said to.
    pub(in crate::claim) fn content_behind(&self, clause: &Clause, told: &[Participant]) -> Option<Content> {
        let head = clause.head();
        if clause.passive || is_passive(self.tree, head) {
            return None;
        }
        let tells = |child: &usize| {
            let tells = match self.tree.relation(*child) {
                Relation::Obj | Relation::Ccomp | Relation::Xcomp => true,
                Relation::Obl => preposition(self.tree, *child).is_some_and(|case| {
                    let role = self.row(clause).and_then(|row| row.role(self.tree.lemma(case)));
                    matches!(role, Some(Role::Topic | Role::Content)) || self.tree.lemma(case) == "as"
                }),
                _ => false,
            };
            *child > head && tells && !self.is_time(*child) && !self.is_hearer(*child, told)
        };
        let behind: Vec<usize> = self.tree.children(head).filter(tells).collect();
        let (first, last) = (behind.first()?, behind.last()?);
        let span = self.tree.subtree_span(*first).join(self.tree.subtree_span(*last)).trim(self.scene.text);
        Some(Content { text: span.of(self.scene.text).to_owned(), start: span.start, end: span.end })
    }

    /// "told *the paper*": a person or a body that is the object of a verb of telling hears it.
    fn is_hearer(&self, object: usize, told: &[Participant]) -> bool {
        let hears = || {
            let place = self.tree.token_span(object);
            told.iter().any(|participant| {
                participant.span().contains(place)
                    && matches!(participant.kind, ParticipantKind::Official | ParticipantKind::Organization | ParticipantKind::Group)
            })
        };
        let tells =
            self.tree.head(object).is_some_and(|verb| self.scene.gazetteers.word_sets.has(LexicalSet::SpokenTo, self.tree.lemma(verb)));
        self.tree.relation(object) == Relation::Obj && tells && hears()
    }

    /// "Kallio *accused* the ministry of delays", "the premier *promised to* send 40 buses": a word of blame or praise is whoever
    /// speaks it; a promise or a wish is a person's word, of a body or a country it is a deed.
    pub(in crate::claim) fn own_act(&self, clause: &Clause) -> Option<Attribution> {
        // "was critical of the ministry"; "was certain to win" says nothing.
        let tells = |word: usize, kind: Attributing| {
            let infinitive = || self.tree.children(word).any(|child| has_to(self.tree, child));
            let adjective = self.tree.tag(word) == PennTag::JJ && (kind == Attributing::Act || kind == Attributing::View && !infinitive());
            is_verb(self.tree.tag(word)) || adjective
        };
        let (word, kind) = clause.chain.iter().find_map(|&word| Some((word, self.attributes(word).filter(|&kind| tells(word, kind))?)))?;
        // "officials, *called delegates*", "the *favoured* candidate": a participle by itself; "*asked* the mayor": nothing is said of him.
        let participle = self.tree.tag(word) == PennTag::VBN
            && !self.tree.children(word).any(|child| {
                let relation = self.tree.relation(child);
                relation.is_subject() || matches!(relation, Relation::Aux | Relation::AuxPass | Relation::OblAgent)
            });
        if participle && matches!(self.tree.relation(word), Relation::Amod | Relation::Acl | Relation::Advcl) || self.only_asks(word) {
            return None;
        }
        // "Trump called for …" is easily taken for a passive; one that has a subject has an auxiliary too.
        let auxiliary = self.tree.children(word).any(|child| matches!(self.tree.relation(child), Relation::AuxPass | Relation::Aux));
        let bare = self.tree.children(word).any(|child| self.tree.relation(child).is_subject()) && !auxiliary;
        let passive = is_verb(self.tree.tag(word)) && is_passive(self.tree, word) && !bare;
        let slot = if passive { Slot::Agent } else { Slot::Subject };
        let own = clause.arguments.iter().find(|argument| argument.slot == slot).map(|argument| argument.head);
        let subject = own
            .or_else(|| speaker::subject(self.scene, self.sentence, word).filter(|_| !passive))
            .or_else(|| self.subject_of_participle(clause, word).filter(|_| !passive))?;
        if self.tree.lemma(subject) == "it" {
            return None;
        }
        let scope = attribution::own(self.scene, self.discourse, self.sentence, subject, word)?;
        // "a pastor *supporting the dam*" says who is meant, not what he said.
        // "Ekholm, *who has called for* 300 buses" tells it too.
        let set_off = self.tree.tokens_in(self.tree.subtree_span(clause.top())).start;
        let beside = self.tree.tag(set_off) == PennTag::Comma || set_off > 0 && self.tree.tag(set_off - 1) == PennTag::Comma;
        let told_beside = clause.kind == ClauseKind::Relative && beside;
        let finite = self.tree.tag(word).is_finite() && clause.kind == ClauseKind::Participle;
        let restricts =
            !told_beside && !finite && matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participle | ClauseKind::Infinitive);
        // "the trustees *denied the plea* for a delay", "*rejected a motion*": to refuse is a deed.
        let refuses = matches!(self.tree.lemma(word), "deny" | "reject")
            && self.tree.child_with(word, Relation::Obj).is_some_and(|object| {
                let pleaded = matches!(self.tree.lemma(object), "motion" | "appeal" | "petition");
                pleaded
                    || kind == Attributing::Act
                        && self.tree.lemma(word) == "deny"
                        && row_of(self.tree, self.scene.gazetteers, object)
                            .is_some_and(|row| self.scene.gazetteers.word_sets.has(ClassSet::RefusedRequest, &row.class))
            });
        // "*welcomed the leaders* to dinner" says nothing.
        let receives = self.tree.lemma(word) == "welcome"
            && self.tree.child_with(word, Relation::Obj).is_some_and(|object| {
                self.scene.gazetteers.noun_classes.kind(self.tree.lemma(object)) == Some(NounKind::Person)
                    || self.scene.official_at(self.sentence, self.tree.token_span(object)).is_some()
            });
        let told = match kind {
            _ if refuses || receives => false,
            Attributing::Stance if restricts => false,
            Attributing::Act | Attributing::View => !scope.thing,
            // What unnamed people ask for is a deed too.
            Attributing::Stance => match scope.kind {
                SpeakerKind::Official | SpeakerKind::Document | SpeakerKind::Outlet => true,
                SpeakerKind::Unnamed => {
                    let asks = self.row(clause).is_some_and(|row| &*row.class == "request");
                    !scope.thing && (!asks || scope.speaker.contains(' ') && scope.is_named_person(self.scene))
                }
                SpeakerKind::Organization => false,
            },
            // "the ministry *put* the damage *at* €7 million"
            Attributing::Finding => clause.arguments.iter().any(|argument| {
                let numbered = self
                    .tree
                    .tokens_in(self.tree.subtree_span(argument.head))
                    .any(|at| matches!(self.tree.tag(at), PennTag::CD | PennTag::Dollar));
                numbered
                    && argument.preposition.is_some_and(|preposition| self.tree.lemma(preposition) == "at")
                    && argument.slot == Slot::Oblique
            }),
            Attributing::Fact | Attributing::Utter => false,
        };
        told.then(|| attribution::attribution(self.scene, &scope, self.tree.token_span(word), Vec::new()))
    }

    /// "Lind *asked* Torres", "*pressed* by Lind": a question was put, and what it was is not told.
    fn only_asks(&self, word: usize) -> bool {
        let tells = |at: usize| {
            self.tree.tag(at) == PennTag::TO || self.scene.gazetteers.word_sets.has(FunctionSet::WhatIsAsked, self.tree.lemma(at))
        };
        matches!(self.tree.lemma(word), "ask" | "press") && !(word + 1..self.tree.subtree_range(word).end).any(tells)
    }

    /// "mocking the plan *and accusing* the mayor of …", "spoke, *blaming* him": a participle beside the clause is its subject's.
    fn subject_of_participle(&self, clause: &Clause, word: usize) -> Option<usize> {
        if self.tree.tag(word) != PennTag::VBG || !matches!(clause.kind, ClauseKind::Adverbial | ClauseKind::Conjunct) {
            return None;
        }
        speaker::subject_above(self.tree, word)
    }

    /// Whose words a verb gives: by its row, with its particle or preposition, by what it utters ("*issued a threat* to the state"), or
    /// by itself.
    fn attributes(&self, word: usize) -> Option<Attributing> {
        let cues = &self.scene.gazetteers.cues;
        let lemma = self.tree.lemma(word);
        let row = self.row_at(word);
        if let Some(kind) = row.and_then(|row| cues.attributing(&row.lemma)).filter(|&kind| kind == Attributing::Act) {
            return Some(kind);
        }
        let beside = self.tree.children(word).find_map(|child| {
            let particle = match self.tree.relation(child) {
                Relation::CompoundPrt | Relation::Advmod if child > word => child,
                Relation::Obl | Relation::Obj | Relation::Advcl | Relation::Xcomp if child > word => preposition(self.tree, child)?,
                _ => return None,
            };
            cues.attributing(&format!("{lemma} {}", self.tree.lemma(particle)))
        });
        if beside.is_some() {
            return beside;
        }
        let light = row.is_some_and(|row| row.frame == Frame::Light) || cues.attributing(lemma) == Some(Attributing::Utter);
        let utters = light
            && self
                .tree
                .child_with(word, Relation::Obj)
                .is_some_and(|object| cues.attributing_noun(self.tree.lemma(object)) == Some(AttributingNoun::Act));
        if utters {
            return Some(Attributing::Act);
        }
        let kind = row.and_then(|row| cues.attributing(&row.lemma)).or_else(|| cues.attributing(lemma));
        kind.filter(|kind| kind.gives_words())
    }
}
