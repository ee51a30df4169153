//! Which clauses are told because they refer to somebody or something: "he was barred from his ministry", "the country closed it".

use super::clause::{Clause, ClauseKind, Slot, is_noun, is_verb, row_of};
use super::sentence_rules::SentenceRules;
use crate::gazetteer::cues::ReferenceKind;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::Frame;
use crate::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation};

impl SentenceRules<'_, '_> {
    /// Whether the subject stands for somebody or some country named elsewhere, and the clause says enough of them: what the
    /// table has a row for, or, of a sentence's own clause in the writer's words, what has an object or a place.
    pub(super) fn is_referred(&self, clause: &Clause) -> bool {
        let own = clause.subject().is_some_and(|subject| !subject.shared);
        let own_clause = matches!(clause.kind, ClauseKind::Main | ClauseKind::Conjunct);
        if !own_clause && clause.kind != ClauseKind::Complement && !(clause.kind == ClauseKind::Adverbial && own) {
            return false;
        }
        let listed = self.row_at(clause.top()).is_some()
            && self
                .row(clause)
                .is_some_and(|row| row.frame != Frame::Light && !self.scene.gazetteers.word_sets.has(ClassSet::SaysLittle, &row.class));
        let told = listed || own_clause && !self.scene.is_quoted(self.tree.token_span(clause.head())) && self.has_content(clause);
        if !told {
            return false;
        }
        if listed && own_clause && (self.is_done_to_government(clause) || self.is_done_to_official(clause)) {
            return true;
        }
        clause.arguments.iter().any(|argument| {
            matches!(argument.slot, Slot::Subject | Slot::PassiveSubject | Slot::Agent)
                && !self.is_wish_of_speaker(clause, argument.head)
                && self.phrases().resolve(argument.head).is_some_and(|referent| {
                    if let Some(name) = referent.name.filter(|_| !referent.body) {
                        return self.scene.holds_office(&name);
                    }
                    // "the administration" alone tells little: only what the table has a class for.
                    let country = self.is_country_word(argument.head) || self.is_of_government(argument.head);
                    let enough = listed && clause.kind != ClauseKind::Adverbial || country;
                    (referent.country.is_some() || referent.local) && enough
                })
        })
    }

    /// "*We should* inspire more kids": what a speaker thinks right tells nothing of the speaker.
    fn is_wish_of_speaker(&self, clause: &Clause, subject: usize) -> bool {
        let speaks =
            matches!(self.scene.gazetteers.cues.reference(self.tree.lemma(subject)), Some(ReferenceKind::Own | ReferenceKind::Speaker));
        speaks
            && clause.chain.iter().any(|&word| {
                self.scene.gazetteers.word_sets.has(LexicalSet::Wish, self.tree.lemma(word))
                    || self.tree.children(word).any(|child| {
                        self.tree.relation(child) == Relation::Aux
                            && self.scene.gazetteers.word_sets.has(FunctionSet::Duty, self.tree.lemma(child))
                    })
            })
    }

    /// "They urged *the country's parliament* to act": what is asked of or done to a government that is not named.
    fn is_done_to_government(&self, clause: &Clause) -> bool {
        clause.arguments.iter().any(|argument| {
            let noun = argument.head;
            let kind = self.scene.gazetteers.noun_classes.kind(self.tree.lemma(noun));
            matches!(argument.slot, Slot::Object | Slot::IndirectObject | Slot::Oblique | Slot::PassiveSubject)
                && matches!(self.tree.tag(noun), PennTag::NN | PennTag::NNP)
                && (kind == Some(NounKind::Government) || self.is_country_word(noun))
                && self.phrases().resolve(noun).is_some_and(|referent| referent.country.is_some())
        })
    }

    /// "An appeal court cut *his* sentence", "the police arrested *her*": what is done to an official who is not named.
    fn is_done_to_official(&self, clause: &Clause) -> bool {
        let phrases = self.phrases();
        clause.arguments.iter().filter(|argument| matches!(argument.slot, Slot::Object | Slot::PassiveSubject)).any(|argument| {
            let event = row_of(self.tree, self.scene.gazetteers, argument.head).is_some_and(|row| row.frame == Frame::Event);
            let owner = self.tree.child_with(argument.head, Relation::NmodPoss);
            let owner = owner.filter(|&owner| event && self.tree.tag(owner) == PennTag::PRPS);
            let meant = if self.tree.tag(argument.head) == PennTag::PRP { Some(argument.head) } else { owner };
            meant
                .and_then(|token| phrases.resolve(token))
                .is_some_and(|referent| referent.official && referent.name.is_some_and(|name| self.scene.holds_office(&name)))
        })
    }

    /// Whether the clause says what is done to whom or where: "she *visited the school*", not "he smiled", "she has for weeks".
    pub(super) fn has_content(&self, clause: &Clause) -> bool {
        let head = clause.head();
        let light = self.scene.gazetteers.word_sets.has(LexicalSet::Contentless, self.tree.lemma(head));
        let adjective = !is_verb(self.tree.tag(head)) && !is_noun(self.tree.tag(head));
        // "the country *has become a refuge*": what somebody turns into.
        if is_noun(self.tree.tag(head)) && clause.chain.iter().any(|&word| self.tree.lemma(word) == "become") {
            return true;
        }
        !light
            && !adjective
            && (clause.passive
                || clause.arguments.iter().any(|argument| {
                    matches!(argument.slot, Slot::Object | Slot::IndirectObject | Slot::Oblique | Slot::Predicative)
                        && !self.is_time(argument.head)
                        && is_noun(self.tree.tag(argument.head))
                }))
    }

    /// "*the government's* project", "*the country's* economy".
    fn is_of_government(&self, noun: usize) -> bool {
        self.tree.child_with(noun, Relation::NmodPoss).is_some_and(|owner| {
            matches!(self.scene.gazetteers.cues.reference(self.tree.lemma(owner)), Some(ReferenceKind::Country | ReferenceKind::Government))
        })
    }

    /// "the country", "the nation".
    fn is_country_word(&self, noun: usize) -> bool {
        self.scene.gazetteers.cues.reference(self.tree.lemma(noun)) == Some(ReferenceKind::Country)
    }
}
