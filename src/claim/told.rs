//! Which clauses are told: why a clause that names something of interest is nonetheless no claim.

use rust_decimal::Decimal;

use super::clause::{Argument, Clause, ClauseKind, Slot, has_to, is_passive, is_verb, row_of};
use super::scene::{is_named, is_quantity};
use super::sentence_rules::SentenceRules;
use crate::article::Span;
use crate::claim::model::Participant;
use crate::claim::participant::side::Sides;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::Manner;
use crate::gazetteer::cues::ReferenceKind;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Frame, PredicateRow};
use crate::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::{CountryForm, Mention, MentionKind};

/// No pronoun is longer.
const LONGEST_PRONOUN: usize = 10;

impl SentenceRules<'_, '_> {
    /// An active clause of a number alone, with nobody told who does it: "…, grabbing 25 rebounds".
    pub(super) fn nobody(&self, clause: &Clause, class: &str, sides: &Sides) -> Option<&'static str> {
        if self.is_nobody_known(class, sides) {
            return Some("nobody-is-known");
        }
        // "*their* plan to close it": nobody knows whose.
        if clause.kind == ClauseKind::Infinitive && clause.subject().is_some() && !clause.passive && sides.actor.is_empty() {
            return Some("nobody-does-it");
        }
        let casualties = matches!(class, "kill" | "injure");
        let named = sides.actor.iter().chain(&sides.target).any(|participant| participant.country.is_some() || participant.name.is_some());
        let headless = matches!(
            clause.kind,
            ClauseKind::Adverbial
                | ClauseKind::Participle
                | ClauseKind::Infinitive
                | ClauseKind::Purpose
                | ClauseKind::Complement
                | ClauseKind::Fragment
        );
        (!clause.passive && !casualties && self.row(clause).is_none() && !named && sides.actor.is_empty() && headless)
            .then_some("nobody-does-it")
    }

    /// "*It* rose by 2 percent", "*you* may get $3,000": where all who take part are pronouns that nothing in the article explains, nobody
    /// can tell what is claimed; nor can they where one does it whom only the words around could name, or holds the office.
    fn is_nobody_known(&self, class: &str, sides: &Sides) -> bool {
        let sets = &self.scene.gazetteers.word_sets;
        let pronoun = |participant: &Participant, set| {
            let unknown = participant.country.is_none() && participant.name.is_none() && participant.antecedent.is_none();
            unknown && participant.text.len() <= LONGEST_PRONOUN && sets.has(set, &participant.text.to_ascii_lowercase())
        };
        let open = |participant: &&Participant| pronoun(participant, FunctionSet::OpenPronoun);
        let taking_part = || sides.actor.iter().chain(&sides.target).chain(&sides.place).filter(|participant| !participant.inside);
        let addressed = sides.actor.iter().any(|actor| pronoun(actor, FunctionSet::OfDialogue));
        let held = class == "hold_office" && !sides.actor.is_empty() && sides.actor.iter().all(|actor| open(&actor));
        addressed || held || taking_part().next().is_some() && taking_part().all(|participant| open(&participant))
    }

    /// Why a clause that names something of interest is nonetheless no claim.
    pub(super) fn refusal(
        &self,
        index: usize,
        told: &[&Mention],
        shared: &[&Mention],
        referred: bool,
        row: Option<&PredicateRow>,
        span: Span,
    ) -> Option<&'static str> {
        let clause = &self.clauses.clauses[index];
        let tree = self.tree;
        let head = clause.head();
        let verbal = clause.chain.iter().any(|&word| is_verb(tree.tag(word)))
            || tree.child_with(head, Relation::Cop).is_some()
            || clause.noun.is_some()
            || row.is_some();
        if clause.kind == ClauseKind::Fragment && !(row.is_some_and(|row| row.frame == Frame::Event) && told.len() >= 2) {
            return Some("no-predicate");
        }
        if !verbal {
            return Some("no-predicate");
        }
        if clause.absorbed.iter().any(|&inner| self.takes_over(inner) && !self.is_counted_apart(inner, index)) {
            return Some("serves-a-purpose");
        }
        // "to retire two units *rather than spend* millions": only what is set against what is told.
        let set_against = |child: usize| {
            matches!(tree.relation(child), Relation::Cc | Relation::Mark | Relation::Case | Relation::Advmod)
                && (tree.lemma(child) == "rather" || tree.lemma(child) == "instead")
                && child + 1 < tree.len()
                && matches!(tree.lemma(child + 1), "than" | "of")
        };
        if tree.children(clause.top()).any(set_against) {
            return Some("set-against-what-is-told");
        }
        if clause.chain.iter().any(|&word| self.is_only_wished(word)) {
            return Some("only-wished");
        }
        // "*Moving animals* is hard": what is talked about is not said to happen.
        if tree.relation(clause.top()).universal() == Relation::Csubj && clause.subject().is_none() && clause.antecedent.is_none() {
            return Some("subject-clause");
        }
        if row.is_some_and(|row| self.is_told_by_its_outcome(clause, row)) {
            return Some("told-by-its-outcome");
        }
        if let Some(rule) = self.broken_predicate(clause, told) {
            return Some(rule);
        }
        if self.is_who_of_country(clause) {
            return Some("who-needs-people");
        }
        // "which saw workers sent to Chad"
        let seen = row.is_some_and(|row| &*row.class == "see")
            && tree
                .child_with(head, Relation::Obj)
                .is_some_and(|object| tree.children(object).any(|child| tree.relation(child) == Relation::Acl));
        if seen {
            return Some("shows-what-is-told");
        }
        // "Also implicated was the Samsung chief": what is told stands in the other order.
        let copular = !is_verb(tree.tag(head)) && clause.chain.len() == 1 && tree.child_with(head, Relation::Cop).is_some();
        if copular
            && clause.subject().is_none()
            && !tree.children(head).any(|child| matches!(tree.relation(child), Relation::Expl | Relation::Csubj))
        {
            return Some("no-subject");
        }
        if self.is_opinion(clause, told) {
            return Some("opinion");
        }
        let imperative =
            clause.kind == ClauseKind::Main && tree.tag(head) == PennTag::VB && clause.subject().is_none() && clause.chain.len() == 1;
        // "*Be responsible*", with the copula for its verb.
        let told_to_be = matches!(clause.kind, ClauseKind::Main | ClauseKind::Conjunct)
            && clause.subject().is_none_or(|subject| subject.shared)
            && tree
                .child_with(head, Relation::Cop)
                .is_some_and(|copula| tree.tag(copula) == PennTag::VB && copula == tree.subtree_range(head).start);
        if told_to_be {
            return Some("imperative");
        }
        if imperative && !tree.children(head).any(|child| tree.relation(child) == Relation::Aux) {
            return Some("imperative");
        }
        let meant = is_meant_by_somebody(clause, shared);
        if told.is_empty()
            && !(referred || meant)
            && matches!(clause.kind, ClauseKind::Adverbial | ClauseKind::Purpose | ClauseKind::Infinitive)
        {
            return Some("only-shared");
        }
        let unlisted = row.is_none_or(|row| row.frame == Frame::Light && row.complement != Some(Manner::Negated));
        if told.is_empty() && !(referred || meant) && unlisted && (shared.is_empty() || clause.kind != ClauseKind::Relative) {
            return Some("nothing-told");
        }
        if span.is_empty() {
            return Some("no-evidence");
        }
        // "has seen Kosovo agreeing", "left two people dead": what is shown is told by its own clause.
        // "called it *a step back*", "holds them *accountable*": a noun or an adjective without a row tells nothing by itself; "made them
        // *happy*" tells nothing at all.
        let little = self.scene.gazetteers.word_sets.has(LexicalSet::Contentless, tree.lemma(head));
        let shows = tree.child_with(head, Relation::Obj).is_some()
            && tree.children(head).any(|child| {
                tree.relation(child) == Relation::Xcomp
                    && self.clauses.clauses[self.clauses.owner[child]].absorbed_by.is_none()
                    && (is_verb(tree.tag(child)) || little || row_of(tree, self.scene.gazetteers, child).is_some())
            });
        if shows {
            return Some("shows-what-is-told");
        }
        let weak = !told.is_empty() && told.iter().all(|mention| self.is_weak(mention));
        let counted = told.iter().any(|mention| is_quantity(mention) && !self.is_weak(mention));
        let listed = row.is_some_and(|row| {
            matches!(row.frame, Frame::Plain | Frame::Speech) && !self.scene.gazetteers.word_sets.has(ClassSet::Colourless, &row.class)
        });
        match clause.kind {
            ClauseKind::Adverbial
                if clause.subject().is_none_or(|subject| subject.shared) && !counted && !self.reaches(clause, told, listed) =>
            {
                Some("adverbial-aside")
            }
            ClauseKind::Relative
                if !counted
                    && self.is_restrictive(clause)
                    && !is_named_head(self, clause)
                    && !self.is_of_an_amount(clause, listed)
                    && !self.reaches(clause, told, listed) =>
            {
                Some("restrictive-relative")
            }
            ClauseKind::Participle | ClauseKind::Infinitive
                if !(counted || meant || self.is_headline(clause))
                    && (told.is_empty() || weak && !self.reaches(clause, told, listed))
                    && self.is_restrictive(clause) =>
            {
                Some("restrictive-participle")
            }
            _ if weak
                && !listed
                && !self.is_subject_told(clause, told)
                && !self.is_office_subject(clause)
                && !self.is_death_toll(clause)
                && !self.is_between_countries(clause, told) =>
            {
                Some("only-in-passing")
            }
            _ => None,
        }
    }

    /// "the $12 million *he raised*", "the 12 boats *that Chad bought*": what somebody did to an amount.
    fn is_of_an_amount(&self, clause: &Clause, listed: bool) -> bool {
        let own = clause.subject().is_some_and(|subject| !subject.shared);
        let amount = |noun: usize| {
            let place = self.tree.token_span(noun);
            self.scene.mentions_in(self.sentence).iter().filter(|mention| mention.span.overlaps(place)).any(|mention| match &mention.kind {
                MentionKind::Money(_) => self.scene.is_amount(mention),
                // "one of the few whom she trusts", "the two nights he had": which one, and how long.
                MentionKind::Count(count) => {
                    let time = |unit: &str| self.scene.gazetteers.noun_classes.kind(unit) == Some(NounKind::Time);
                    let several = count.quantity.value != Some(Decimal::ONE) && !count.unit.as_deref().is_some_and(time);
                    several && listed && self.scene.is_amount(mention) && !self.is_weak(mention)
                }
                _ => false,
            })
        };
        let object = |argument: &Argument| argument.shared && argument.slot == Slot::Object && Some(argument.head) == clause.antecedent;
        own && clause.arguments.iter().any(object) && clause.antecedent.is_some_and(amount)
    }

    /// "a scandal *which gripped Norway*": a clause that does something to what it names tells it; "the countries *that Norway is
    /// targeting*" only says which are meant. A country as an adjective is told where the table has the verb and the adjective
    /// of an unmarked participle belongs to what it is done to: "…, *waving Norwegian flags*", not "…, *changing the future of
    /// Norwegian policy*".
    fn reaches(&self, clause: &Clause, told: &[&Mention], listed: bool) -> bool {
        // "the first time *that* a judge ruled"
        let is_time = |antecedent: usize| self.scene.gazetteers.noun_classes.kind(self.tree.lemma(antecedent)) == Some(NounKind::Time);
        if clause.antecedent.is_some_and(is_time) {
            return false;
        }
        let unmarked = clause.kind == ClauseKind::Adverbial && self.tree.child_with(clause.top(), Relation::Mark).is_none();
        let own = |argument: &&Argument| !argument.shared && !matches!(argument.slot, Slot::Subject | Slot::PassiveSubject);
        clause.arguments.iter().filter(own).any(|argument| {
            let (under, place) = (self.tree.subtree_span(argument.head), self.tree.token_span(argument.head));
            told.iter().any(|mention| {
                let token = self.anchors.iter().find(|(other, _)| other.span == mention.span).map(|(_, token)| *token);
                let modifies = || mention.span.overlaps(place) || token.is_some_and(|token| self.modified(token) == argument.head);
                under.contains(mention.span) && (!self.is_weak(mention) || listed && (!unmarked || modifies()))
            })
        })
    }

    /// "*Two Norwegian men charged over fire*", "*Chad to host talks*": a headline leaves out the form of "be".
    fn is_headline(&self, clause: &Clause) -> bool {
        let Some(subject) = clause.antecedent.filter(|&subject| self.tree.root() == Some(subject)) else { return false };
        let index = self.clauses.owner[subject];
        self.clauses.clauses[index].kind == ClauseKind::Fragment && !self.tree.span.of(self.scene.text).ends_with(['.', '!', ':', ';'])
    }

    /// The noun that a word stands before, through whatever it is a part of: "flags" of "Norwegian and Danish flags".
    fn modified(&self, mut token: usize) -> usize {
        while matches!(self.tree.relation(token).universal(), Relation::Amod | Relation::Compound | Relation::Flat | Relation::Conj)
            || matches!(self.tree.relation(token), Relation::NmodPoss | Relation::NmodDesc)
        {
            match self.tree.head(token) {
                Some(head) => token = head,
                None => break,
            }
        }
        token
    }

    pub(super) fn is_conditional(&self, mut index: usize) -> bool {
        loop {
            let clause = &self.clauses.clauses[index];
            if clause.kind == ClauseKind::Condition {
                return true;
            }
            match clause.parent {
                Some(parent) if parent != index && parent < self.clauses.clauses.len() => index = parent,
                _ => return false,
            }
            if index == 0 && self.clauses.clauses[0].parent.is_none() {
                return self.clauses.clauses[0].kind == ClauseKind::Condition;
            }
        }
    }

    /// A mention that does not make a claim by itself: a country as an adjective, "one side", a bare number.
    pub(super) fn is_weak(&self, mention: &Mention) -> bool {
        match &mention.kind {
            MentionKind::Country(country) => {
                let modifies = self.anchors.iter().any(|(other, token)| {
                    other.span == mention.span
                        && matches!(
                            self.tree.relation(*token),
                            Relation::Amod | Relation::Compound | Relation::NmodPoss | Relation::NmodDesc
                        )
                });
                modifies || country.form == CountryForm::Demonym && self.scene.organization_at(self.sentence, mention.span).is_some()
            }
            MentionKind::Quantifier(_) => true,
            // "the *Obama*-era rule"
            MentionKind::Official(_) => self.scene.text[mention.span.end..].starts_with('-'),
            MentionKind::Count(count) => {
                let one = count.quantity.value == Some(Decimal::ONE)
                    && mention.span.of(self.scene.text).get(..3).is_some_and(|word| word.eq_ignore_ascii_case("one"));
                let person = count.unit.as_deref().is_some_and(|unit| {
                    matches!(self.scene.gazetteers.noun_classes.kind(unit), Some(NounKind::Person | NounKind::Country))
                });
                (one && !person) || count.unit.is_none() && !self.is_plain_number(mention)
            }
            _ => false,
        }
    }

    /// "*31 percent of cooks* say the dam leaks": the share is told, not only what they say; "the poll shows *a lead of 6 points*", "‘Oak
    /// Market’ has *728 shops*": a quantity that the verb itself has as its object.
    pub(super) fn is_more_than_said(&self, clause: &Clause, told: &[&Mention], says: bool) -> bool {
        let under = |slots: &[Slot], mention: &Mention| {
            let own = |argument: &&Argument| slots.contains(&argument.slot) && !argument.shared;
            clause.arguments.iter().filter(own).any(|argument| self.tree.subtree_span(argument.head).contains(mention.span))
        };
        told.iter().filter(|mention| is_quantity(mention) && !self.is_weak(mention)).any(|mention| {
            matches!(mention.kind, MentionKind::Percent(_)) && under(&[Slot::Subject], mention)
                || !says && !self.has_content_clause(clause) && under(&[Slot::Object], mention)
        })
    }

    /// "the poll found *a quarter favoured it*": the clause below says it, where the tree takes it for a part of the object too.
    fn has_content_clause(&self, clause: &Clause) -> bool {
        let tree = self.tree;
        let below = |object: usize| {
            tree.children(object).any(|child| {
                matches!(tree.relation(child), Relation::Acl | Relation::AclRelcl)
                    && is_verb(tree.tag(child))
                    && tree.tag(child) != PennTag::VBG
                    && !tree.children(child).any(|word| tree.relation(word).is_subject())
            })
        };
        tree.children(clause.head()).any(|child| match tree.relation(child) {
            Relation::Ccomp | Relation::Xcomp => true,
            Relation::Obj => tree.subtree_range(child).any(below),
            _ => false,
        })
    }

    /// "*6,415* are Norwegians", "a turnout of *412*": a number without a noun that is the subject itself, or the size of what the
    /// noun before it measures.
    fn is_plain_number(&self, mention: &Mention) -> bool {
        let tree = self.tree;
        self.anchors.iter().filter(|(other, _)| other.span == mention.span).any(|&(_, token)| {
            let small =
                matches!(&mention.kind, MentionKind::Count(count) if count.quantity.value.is_none_or(|value| value <= Decimal::ONE));
            let measured = || {
                tree.relation(token) == Relation::Nmod
                    && tree.head(token).is_some_and(|head| self.scene.gazetteers.slots.amount_noun(tree.lemma(head)).is_some())
            };
            !small && (tree.relation(token).is_subject() || measured())
        })
    }

    /// Whether a relative clause or participle says which one is meant rather than something new of it: no comma before it.
    pub(super) fn is_restrictive(&self, clause: &Clause) -> bool {
        let first = self.tree.subtree_range(clause.top()).start;
        !(first > 0 && matches!(self.tree.tag(first - 1), PennTag::Comma) || self.tree.tag(first) == PennTag::Comma)
    }

    /// "house people expelled from Chad *who are stateless*": "who" takes up people, never a country.
    pub(super) fn is_who_of_country(&self, clause: &Clause) -> bool {
        clause.kind == ClauseKind::Relative
            && clause.antecedent.is_some_and(|antecedent| {
                self.scene.country_at(self.sentence, self.tree.token_span(antecedent)).is_some_and(|(_, country)| is_named(&country))
            })
            && self.tree.children(clause.head()).any(|child| self.tree.relation(child).is_subject() && self.tree.lemma(child) == "who")
    }

    pub(super) fn is_subject_told(&self, clause: &Clause, told: &[&Mention]) -> bool {
        clause.subject().is_some_and(|subject| {
            let span = self.tree.subtree_span(subject.head);
            told.iter()
                .any(|mention| span.contains(mention.span) && matches!(mention.kind, MentionKind::Country(_) | MentionKind::Official(_)))
        })
    }

    /// "Chad *should have paid*", "he *should never have been* arrested": a judgement on what happened otherwise.
    fn is_only_wished(&self, verb: usize) -> bool {
        let helped_by = |lemma: &str| {
            let helps = |child: usize| self.tree.relation(child) == Relation::Aux && self.tree.lemma(child) == lemma;
            self.tree.children(verb).any(helps)
        };
        helped_by("should") && helped_by("have")
    }

    /// "*It* began a dispute over the Danish tariff": of the country or body that a pronoun stands for and another country.
    fn is_between_countries(&self, clause: &Clause, told: &[&Mention]) -> bool {
        let subject = clause.subject().filter(|subject| !subject.shared && self.tree.tag(subject.head) == PennTag::PRP);
        subject.and_then(|subject| self.phrases().resolve(subject.head)?.country).is_some_and(|own| {
            is_verb(self.tree.tag(clause.head()))
                && told.iter().any(|mention| matches!(&mention.kind, MentionKind::Country(country) if country.iso2 != own))
        })
    }

    /// "was *shot* and killed", "*stabbed* and killed two guards": who died of it was killed.
    fn is_told_by_its_outcome(&self, clause: &Clause, row: &PredicateRow) -> bool {
        let (tree, head) = (self.tree, clause.head());
        let killed = |verb: usize| row_of(tree, self.scene.gazetteers, verb).is_some_and(|row| &*row.class == "kill");
        (&*row.class == "shoot" || self.scene.gazetteers.word_sets.has(LexicalSet::Hits, tree.lemma(head)))
            && tree.children(head).any(|verb| {
                tree.relation(verb) == Relation::Conj
                    && verb == head + 2
                    && tree.lemma(head + 1) == "and"
                    && killed(verb)
                    && is_passive(tree, verb) == clause.passive
            })
    }

    /// "on *what position it should adopt*", "asked *how many were sent*".
    pub(super) fn is_embedded_question(&self, clause: &Clause) -> bool {
        let head = clause.head();
        let range = self.tree.subtree_range(clause.top());
        let first = range
            .clone()
            .find(|&token| {
                // "a say *on* who to hire"
                let opens = self.tree.relation(token) == Relation::Mark
                    && self.tree.tag(token) == PennTag::IN
                    && token < head
                    && self.tree.tag(token + 1) == PennTag::WP;
                !opens && !matches!(self.tree.relation(token), Relation::Punct | Relation::Case | Relation::Cc)
            })
            .unwrap_or(head);
        let asks =
            self.scene.gazetteers.word_sets.has(FunctionSet::Question, self.tree.lemma(first)) && self.tree.tag(first) != PennTag::IN;
        // "deciding *who will govern*": no relative clause without what it belongs to.
        let who = self.tree.lemma(first) == "who"
            && (clause.antecedent.is_none() && clause.kind == ClauseKind::Complement || has_to(self.tree, clause.top()));
        // "the artists *whose murals* were painted over": no question where it takes up a noun.
        let takes_up = clause.kind == ClauseKind::Relative
            && clause.antecedent.is_some_and(|antecedent| antecedent < first)
            && matches!(self.tree.lemma(first), "whose" | "whom");
        (asks || who) && !takes_up && clause.kind != ClauseKind::Main && clause.kind != ClauseKind::Conjunct
    }

    /// Whether the subject is somebody or something that can say anything.
    pub(super) fn can_say(&self, clause: &Clause) -> bool {
        let Some(subject) = clause.subject() else { return clause.passive };
        let place = self.tree.token_span(subject.head);
        let kind = self.scene.gazetteers.noun_classes.kind(self.tree.lemma(subject.head));
        matches!(kind, Some(NounKind::Person | NounKind::Government | NounKind::Organization | NounKind::Document | NounKind::Country))
            || self.scene.official_at(self.sentence, place).is_some()
            || self.scene.organization_at(self.sentence, place).is_some()
            || self.scene.country_at(self.sentence, place).is_some()
            || self.phrases().resolve(subject.head).is_some()
            || matches!(self.tree.tag(subject.head), PennTag::NNP | PennTag::PRP)
            // "*31 percent* say the dam leaks"
            || self.scene.mentions_in(self.sentence).iter().any(|mention| matches!(mention.kind, MentionKind::Percent(_)) && mention.span.overlaps(place))
    }

    /// "in talks", "under investigation", "on trial": a bare noun under a preposition says what goes on; "on the 400 block" says where.
    pub(super) fn is_state(&self, noun: usize) -> bool {
        super::clause::preposition(self.tree, noun).is_some()
            && !self.tree.children(noun).any(|child| matches!(self.tree.relation(child), Relation::Det | Relation::Nummod))
    }

    /// "The death toll rose to 40": how many were killed.
    pub(super) fn is_death_toll(&self, clause: &Clause) -> bool {
        clause.arguments.iter().any(|argument| {
            matches!(argument.slot, Slot::Subject | Slot::PassiveSubject | Slot::Object)
                && self.tree.lemma(argument.head) == "toll"
                && self.tree.children(argument.head).any(|child| matches!(self.tree.lemma(child), "death" | "fatality"))
        })
    }

    /// "*A federal judge* blocked the deportations", "the plan was halted *by a court*": an office told by its description alone.
    pub(super) fn is_act_of_office(&self, clause: &Clause) -> bool {
        matches!(clause.kind, ClauseKind::Main | ClauseKind::Conjunct | ClauseKind::Complement)
            && self.row(clause).is_some_and(|row| {
                matches!(row.frame, Frame::Plain | Frame::Speech) && self.scene.gazetteers.word_sets.has(ClassSet::ActOfOffice, &row.class)
            })
            && clause.arguments.iter().any(|argument| match argument.slot {
                Slot::Subject | Slot::Agent => {
                    is_office_word(self.tree.lemma(argument.head), self.scene.gazetteers)
                        || self.is_decision_of_office(argument.head)
                        || self.scene.gazetteers.noun_classes.class(self.tree.lemma(argument.head)) == Some("police")
                }
                _ => false,
            })
    }

    /// "*The judge* quoted an old paragraph of the Danish code", "*the mayor* left for the French coast".
    fn is_office_subject(&self, clause: &Clause) -> bool {
        clause.subject().is_some_and(|subject| {
            !subject.shared
                && matches!(self.tree.tag(subject.head), PennTag::NN | PennTag::NNP)
                && (is_office_word(self.tree.lemma(subject.head), self.scene.gazetteers)
                    || self.phrases().resolve(subject.head).is_some_and(|referent| referent.name.is_some()))
        })
    }

    /// "stopped by *a court order*": what an office decides acts as the office does.
    fn is_decision_of_office(&self, noun: usize) -> bool {
        row_of(self.tree, self.scene.gazetteers, noun)
            .is_some_and(|row| self.scene.gazetteers.word_sets.has(ClassSet::DecisionOfOffice, &row.class))
            && self.tree.children(noun).any(|child| {
                matches!(self.tree.relation(child), Relation::Compound | Relation::NmodPoss)
                    && is_office_word(self.tree.lemma(child), self.scene.gazetteers)
            })
    }
}

/// Whether a word by itself names a holder of public office, a court or a government: "judge", "ministry".
pub(super) fn is_office_word(word: &str, gazetteers: &Gazetteers) -> bool {
    matches!(gazetteers.cues.reference(word), Some(ReferenceKind::Government | ReferenceKind::Office))
}

/// Whether a clause modifies a name, of which there is one: nothing restricts it.
fn is_named_head(rules: &SentenceRules<'_, '_>, clause: &Clause) -> bool {
    clause.antecedent.is_some_and(|antecedent| {
        let place = rules.tree.token_span(antecedent);
        let own = matches!(rules.tree.tag(antecedent), PennTag::NNP)
            && !rules.tree.children(antecedent).any(|child| rules.tree.relation(child) == Relation::Det);
        own || rules.scene.country_at(rules.sentence, place).is_some_and(|(_, country)| is_named(&country))
            || rules.scene.official_at(rules.sentence, place).is_some()
    })
}

/// "*the governor's* plan *to close the port*": what somebody who is named means to do to something.
fn is_meant_by_somebody(clause: &Clause, shared: &[&Mention]) -> bool {
    clause.kind == ClauseKind::Infinitive
        && !shared.is_empty()
        && clause.subject().is_some()
        && clause.arguments.iter().any(|argument| argument.slot == Slot::Object && !argument.shared)
}
