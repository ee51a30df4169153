//! From the clauses of a sentence to claims: which clauses are told, who stands where, how much, when.

use rust_decimal::Decimal;

use super::amount::paid;
use super::attribution::{self, Scope};
use super::clause::{Clause, ClauseKind, Slot, is_passive, is_verb, row_of};
use super::draft::{Draft, DraftParts};
use super::modality::{self, Put};
use super::model::{Claim, ClaimQuantity, Modality, Participant, ParticipantKind, Polarity};
use super::scene::is_quantity;
use super::sentence_rules::SentenceRules;
use super::trace::Notes;
use crate::article::Span;
use crate::claim::participant::side::{Side, Sides};
use crate::gazetteer::cues::Manner;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Control, Frame, PredicateRow};
use crate::gazetteer::word_sets::{ClassSet, LexicalSet};
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::{Mention, MentionKind};

impl<'a> SentenceRules<'_, 'a> {
    /// The claims of the sentence, those of offices apart.
    pub(crate) fn drafts(&self, notes: &mut Notes) -> Vec<Draft> {
        let mut drafts = Vec::new();
        let question = self.scene.document.sentences[self.sentence]
            .span
            .of(self.scene.text)
            .trim_end_matches(['"', '”', '’', '\'', ')'])
            .ends_with('?');
        for event in &self.events {
            if question {
                notes.refuse(self.sentence, event.span, &event.row.class, "question");
                continue;
            }
            self.event(event, &mut drafts);
        }
        for index in 0..self.clauses.clauses.len() {
            if self.clauses.clauses[index].absorbed_by.is_some() && !self.takes_over(index) {
                continue;
            }
            self.clause(index, question, false, notes, &mut drafts);
        }
        if !question {
            self.appositions(&mut drafts);
            self.casualties(&mut drafts);
            self.included(&mut drafts);
        }
        self.restrict(&mut drafts);
        drafts
    }

    /// Mentions of interest in the clause `index`, its absorbed clauses with it, event nouns apart.
    pub(super) fn told(&self, index: usize) -> Vec<&'a Mention> {
        self.anchors
            .iter()
            .filter(|(mention, token)| {
                // The cheapest question first: most mentions stand in other clauses.
                self.standing(self.clauses.owner[*token]) == index
                    && self.scene.is_trigger(mention)
                    && !self.is_time_adjunct(mention, *token)
                    && !self.is_in_passing(mention, *token)
                    && !self.events.iter().any(|event| !event.beside && event.span.contains(mention.span))
                    && !self.in_cue(mention.span)
            })
            .map(|(mention, _)| *mention)
            .collect()
    }

    /// "installed a turbine *built off the coast of Denmark*": countries under a participle that says which object is meant.
    fn told_of_objects(&self, index: usize) -> Vec<(&'a Mention, usize)> {
        let clause = &self.clauses.clauses[index];
        let main = matches!(clause.kind, ClauseKind::Main | ClauseKind::Conjunct | ClauseKind::Complement);
        let listed = self
            .row(clause)
            .is_some_and(|row| row.frame == Frame::Plain && !self.scene.gazetteers.word_sets.has(ClassSet::Colourless, &row.class));
        if !main || !listed {
            return Vec::new();
        }
        let below = |owner: usize| {
            let inner = &self.clauses.clauses[owner];
            inner.kind == ClauseKind::Participle && inner.parent == Some(index) && self.is_restrictive(inner)
        };
        let named = |mention: &Mention| matches!(mention.kind, MentionKind::Country(_) | MentionKind::Official(_));
        let told = self.anchors.iter().filter(|(mention, token)| {
            named(mention)
                && self.scene.is_trigger(mention)
                && !self.is_weak(mention)
                && below(self.clauses.owner[*token])
                && !self.in_cue(mention.span)
        });
        told.copied().collect()
    }

    /// The clause that stands for `index`, with purposes that take over left standing by themselves.
    pub(super) fn standing(&self, mut index: usize) -> usize {
        while let Some(by) = self.clauses.clauses[index].absorbed_by {
            if self.takes_over(index) {
                break;
            }
            index = by;
        }
        index
    }

    /// "invoked the act *to deport over 130 people*": the purpose is told, its clause only serves it: the purpose holds a
    /// quantity, has a row in the table, and the clause it serves has neither.
    pub(super) fn takes_over(&self, index: usize) -> bool {
        let clause = &self.clauses.clauses[index];
        let Some(by) = clause.absorbed_by else { return false };
        let matrix = &self.clauses.clauses[by];
        if matrix.absorbed_by.is_some() {
            return false;
        }
        let counts = |at: usize| self.anchors.iter().any(|(mention, token)| is_quantity(mention) && self.clauses.owner[*token] == at);
        let listed =
            |at: usize| row_of(self.tree, self.scene.gazetteers, at).is_some_and(|row| row.frame == Frame::Plain && &*row.class != "use");
        if !counts(index) || matrix.kind == ClauseKind::Fragment {
            return false;
        }
        self.is_counted_apart(index, by) || !counts(by) && listed(clause.head()) && !listed(matrix.head())
    }

    /// "keeping *three acres* to build *two homes*": a purpose with an amount of its own beside that of what serves it is told apart.
    pub(super) fn is_counted_apart(&self, index: usize, by: usize) -> bool {
        let clause = &self.clauses.clauses[index];
        let counts = |at: usize| {
            self.anchors.iter().any(|(mention, token)| {
                let object = self.clauses.clauses[at].arguments.iter().find(|argument| argument.slot == Slot::Object);
                is_quantity(mention)
                    && self.scene.is_trigger(mention)
                    && self.clauses.owner[*token] == at
                    && object.is_some_and(|object| !object.shared && self.tree.subtree_range(object.head).contains(token))
            })
        };
        let matrix = self.clauses.clauses[by].head();
        // "expect the price *to reach* $4 million": a complement is no purpose.
        let takes_one = row_of(self.tree, self.scene.gazetteers, matrix).is_some_and(|row| row.control == Control::Object);
        clause.kind == ClauseKind::Purpose && is_verb(self.tree.tag(clause.head())) && !takes_one && counts(index) && counts(by)
    }

    pub(super) fn in_cue(&self, span: Span) -> bool {
        self.scopes.iter().any(|scope| {
            scope.sentence == self.sentence && (scope.source.contains(span) || span.contains(scope.source)) && scope.rule == "according-to"
        })
    }

    /// The claims of the clause `index`; `reported` says that who says it makes it one, whatever it names.
    pub(super) fn clause(&self, index: usize, question: bool, reported: bool, notes: &mut Notes, drafts: &mut Vec<Draft>) {
        let clause = &self.clauses.clauses[index];
        let (tree, gazetteers) = (self.tree, self.scene.gazetteers);
        let mut told = self.told(index);
        let of_objects = if told.is_empty() { self.told_of_objects(index) } else { Vec::new() };
        told.extend(of_objects.iter().map(|(mention, _)| *mention));
        let shared = self.shared(clause);
        let by_office =
            told.is_empty() && (self.is_act_of_office(clause) || self.changes_office(clause) || self.is_deed_of_officials(index, clause));
        let referred = told.is_empty() && !by_office && (reported || self.is_referred(clause) || self.is_deed_of_person(index, clause));
        // "is *not* the director" gives nobody an office.
        let affirmed = || modality::of_clause(tree, self.scene.text, gazetteers, self.clauses, index).polarity() == Polarity::Affirmed;
        let office = self.office_said(clause).filter(|_| affirmed());
        if told.is_empty() && shared.is_empty() && !by_office && !referred && office.is_none() {
            return;
        }
        let span = self.evidence(index);
        let row = self.row(clause);
        let class = self.class(clause, row);
        let meant = self.has_sense(clause, row, &class);
        let says = class == "say";
        let class = if meant { class } else { self.own_class(clause, &class) };
        // "admitted *40 refugees*", "heard *six shots*": who is let in is not what is said; what somebody "is described as" he is.
        let has_object = clause.passive || clause.arguments.iter().any(|argument| argument.slot == Slot::Object);
        let in_words = says && (meant || !has_object);
        let row = row.filter(|row| meant || row.frame != Frame::Speech || class == "be" || clause.passive);
        let class = if office.is_some() { "hold_office".to_owned() } else { class };
        let sentence = self.sentence;
        let mut refuse = |rule| notes.refuse(sentence, span, &class, rule);
        if question {
            return refuse("question");
        }
        if self.is_conditional(index) {
            return refuse("condition");
        }
        let of_scope = |scope: &&Scope| clause.chain.iter().any(|&word| scope.verb == tree.token_span(word));
        let only_said = |scope: &Scope| attribution::is_only_said(scope, &class, self.scene.gazetteers);
        if self.scopes.iter().filter(of_scope).any(only_said) && !self.is_more_than_said(clause, &told, says) {
            return refuse("says-rather-than-is");
        }
        let content =
            clause.arguments.iter().any(|argument| matches!(argument.slot, Slot::Object | Slot::Oblique) && !self.is_time(argument.head));
        if says && !content && !clause.passive {
            return refuse("says-nothing-here");
        }
        // "he said, *speaking to reporters*": how it was said.
        let aside = clause.kind == ClauseKind::Adverbial && clause.subject().is_none_or(|subject| subject.shared);
        if says && aside && told.is_empty() {
            return refuse("says-on-the-side");
        }
        if self.is_embedded_question(clause) {
            return refuse("embedded-question");
        }
        // "One case *was reported* in Norway": what is told was said by nobody in particular.
        let only_told = clause.passive
            && matches!(clause.kind, ClauseKind::Main | ClauseKind::Conjunct | ClauseKind::Complement)
            && told.iter().any(|mention| !self.is_weak(mention));
        if says && !only_told && !self.can_say(clause) {
            return refuse("nobody-says");
        }
        if class == "be"
            && clause.kind != ClauseKind::Relative
            && !told.is_empty()
            && told.iter().all(|mention| self.is_weak(mention) && !is_quantity(mention))
            && !self.is_subject_told(clause, &told)
        {
            return refuse("only-in-passing");
        }
        if let Some(rule) = self.refusal(index, &told, &shared, referred, row, span).filter(|_| office.is_none()) {
            return refuse(rule);
        }
        // "*is to* begin issuing forms to decide 12,000 cases": a purpose that takes over is put as what it serves.
        let put = if let Some(by) = clause.absorbed_by.filter(|_| self.takes_over(index)) {
            let serves = matches!(clause.kind, ClauseKind::Purpose | ClauseKind::Infinitive);
            let planned = modality::noun_of_infinitive(tree, gazetteers, clause);
            if let Some(manner) = planned.filter(|_| serves) {
                Put::from(manner)
            } else if serves && self.is_counted_apart(index, by) {
                Put::from(Manner::Planned)
            } else if serves {
                modality::of_clause(tree, self.scene.text, gazetteers, self.clauses, by)
            } else {
                // "accused of *smuggling 40 rifles*": what a gerund takes over is put by what governs it.
                let own = modality::of_clause(tree, self.scene.text, gazetteers, self.clauses, index);
                if matches!(own.modality(), Modality::Alleged | Modality::Planned) { own } else { Put::default() }
            }
        } else {
            modality::of_clause(tree, self.scene.text, gazetteers, self.clauses, index)
        };
        if !self.counts_for_itself(clause, &told, &class) {
            told.extend(shared.iter().filter(|mention| is_quantity(mention) && self.shares_quantity(clause)));
        }
        if clause.kind == ClauseKind::Conjunct && !told.iter().any(|mention| is_quantity(mention)) {
            told.extend(shared.iter().filter(|mention| self.counts_shared_subject(clause, mention)));
        }
        let (quantities, sum) = self.quantities(index, &class, &told);
        let subjects = self.subjects(clause, &class);
        let from = drafts.len();
        for &quantity in &quantities {
            let stray = quantity.and_then(|mention| self.stray_member(clause, &subjects, mention));
            let apart = stray.map(|token| vec![Some(vec![token])]);
            for subject in apart.as_ref().unwrap_or(&subjects) {
                if let (Some(parts), Some(mention)) = (subject, quantity)
                    && self.is_of_another_part(clause, parts, mention.span)
                {
                    continue;
                }
                let mut sides = self.sides(index, row, subject.as_deref());
                if let Some(mention) = quantity {
                    keep_own_places(&mut sides, &quantities, mention);
                    if self.tree.may_have_lemma("respectively") && !self.keep_respective(clause, &mut sides, &quantities, mention) {
                        continue;
                    }
                    keep_own_counts(&mut sides.actor, &quantities, mention);
                    // "charged with *one count of murder, two of theft*": each of the counts is a part of one charge.
                    if !self.scene.gazetteers.word_sets.has(ClassSet::NamesCharges, &class) || !is_count_of_charges(mention) {
                        keep_own_counts(&mut sides.target, &quantities, mention);
                    }
                }
                for &(_, token) in &of_objects {
                    sides.add(Side::Target, self.phrases().participant(token));
                }
                self.add_places(&mut sides, index, row, &class);
                if let Some(rule) = self.nobody(clause, &class, &sides) {
                    notes.refuse(self.sentence, span, &class, rule);
                    continue;
                }
                let class = paid(&class, clause.passive, quantity, self.scene.gazetteers);
                let mut rules = vec![rule_of(clause.kind)];
                if subjects.len() > 1 {
                    rules.push("coordination-split");
                }
                if clause.passive {
                    rules.push("passive");
                }
                let mut draft = self.draft(DraftParts {
                    span,
                    place: self.tree.token_span(clause.noun.unwrap_or(clause.head())),
                    predicate: self.predicate(clause, class),
                    put,
                    sides,
                    quantity,
                    time: self.time_with(index, quantity),
                    rules,
                });
                if let Some(noun) = office {
                    self.hold(clause, noun, &mut draft);
                }
                if let Some(sum) = &sum {
                    draft.claim.quantity = Some(sum.clone());
                    draft.rules.push("coordinated-sum");
                }
                if draft.claim.attribution.is_none() {
                    // "did *not* mention the costs": nobody's words.
                    let silent = says && draft.claim.polarity == Polarity::Negated;
                    let words = || self.own_words(clause).filter(|_| in_words).map(|own| (own, "own-words"));
                    let act = || self.own_act(clause).map(|own| (own, "own-act"));
                    if let Some((own, rule)) = words().or_else(act).filter(|_| !silent) {
                        draft.claim.attribution = Some(own);
                        draft.rules.push(rule);
                    }
                }
                if subjects.len() > 1 {
                    self.speak_for_themselves(&subjects, &mut draft.claim);
                }
                if in_words {
                    draft.claim.content = self.content_behind(clause, &draft.claim.target);
                } else if draft.claim.content.is_none() {
                    draft.claim.content = self.complement_of(clause);
                }
                draft.claim.circumstances = self.circumstances(clause, &draft.claim);
                drafts.push(draft);
            }
        }
        self.fill_gaps(clause, from, drafts);
        if drafts.len() > from {
            self.paid_for(index, &class, drafts);
        }
    }

    /// "Ann Lee and *Otto Lind* have pledged to act": each of those who share a verb speaks for himself.
    fn speak_for_themselves(&self, subjects: &[Option<Vec<usize>>], claim: &mut Claim) {
        let Some(attribution) = &mut claim.attribution else { return };
        let (Some(first), [own]) = (subjects.iter().flatten().flatten().next(), &claim.actor[..]) else { return };
        let (Some(name), first) = (&own.name, self.phrases().participant(*first)) else { return };
        if own.start != first.start && first.name.as_ref() == Some(&attribution.speaker) {
            attribution.speaker.clone_from(name);
        }
    }

    /// The quantities of the clause `index`, each of which gives a claim of its own (one without any, where it has none), and the
    /// sum that they make where they count the casualties of one event.
    fn quantities(&self, index: usize, class: &str, told: &[&'a Mention]) -> (Vec<Option<&'a Mention>>, Option<ClaimQuantity>) {
        let clause = &self.clauses.clauses[index];
        let mut quantities: Vec<Option<&'a Mention>> = Vec::new();
        let counts = |mention: &Mention| {
            is_quantity(mention) && self.scene.is_amount(mention) && !self.scene.is_calibre(mention) || self.is_age_told(clause, mention)
        };
        for mention in told.iter().filter(|mention| counts(mention)) {
            let inside =
                |inner: &Mention, outer: &Mention| is_quantity(outer) && outer.span != inner.span && outer.span.contains(inner.span);
            // "is *one of nine lighthouses*": being one tells nothing, that there are nine does.
            let being = |outer: &Mention| class == "be" && self.is_one_of(clause, outer);
            let nested = told.iter().any(|other| inside(mention, other) && !being(other));
            let replaced = being(mention) && told.iter().any(|other| inside(other, mention));
            if !nested && !replaced && !quantities.iter().flatten().any(|known| known.span == mention.span) {
                quantities.push(Some(*mention));
            }
        }
        // "one of her oldest rivals"
        let rank = |mention: &Mention| super::scene::is_rank(mention.span.of(self.scene.text), &["one", "of"]);
        let of_somebody = |mention| self.is_of_children(mention) || self.is_one_in_an_apposition(mention);
        quantities.retain(|quantity| !quantity.is_some_and(|mention| of_somebody(mention) || rank(mention)));
        // "several countries" is said only where no number is.
        if quantities.iter().flatten().any(|mention| !matches!(mention.kind, MentionKind::Quantifier(_))) {
            quantities.retain(|quantity| quantity.is_some_and(|mention| !matches!(mention.kind, MentionKind::Quantifier(_))));
        }
        let casualties = matches!(class, "kill" | "injure");
        if !casualties {
            self.keep_plain(&mut quantities);
        }
        self.keep_direct(index, &mut quantities);
        if quantities.is_empty() {
            quantities.push(if casualties { None } else { self.length_beside(index) });
        }
        if !casualties {
            return (quantities, None);
        }
        let sum = self.sum(clause, &quantities);
        // "wounded about 30 yards away": only the people themselves count.
        for quantity in &mut quantities {
            *quantity = quantity.filter(|mention| self.is_casualty(clause, mention));
        }
        quantities.dedup_by(|one, other| one.is_none() && other.is_none());
        if quantities.iter().any(Option::is_some) {
            quantities.retain(Option::is_some);
        }
        if sum.is_some() {
            quantities.truncate(1);
        }
        (quantities, sum)
    }

    /// The row that says what the clause tells.
    pub(super) fn row(&self, clause: &Clause) -> Option<&'a PredicateRow> {
        let head = clause.noun.unwrap_or(clause.head());
        // "*found* Moreno *guilty*", "*pleaded* not *guilty*": the row of both words; "was found guilty" has that of the adjective.
        if let [.., verb, adjective] = *clause.chain.as_slice()
            && let Some(row) = self.row_at(verb)
            && row.lemma.split_once(' ').is_some_and(|(_, word)| word == self.tree.lemma(adjective))
            && !is_passive(self.tree, verb)
        {
            return Some(row);
        }
        self.row_at(head)
    }

    /// The class of the clause: its row's; "be" for what a noun is said to be; else the lemma.
    pub(super) fn class(&self, clause: &Clause, row: Option<&PredicateRow>) -> String {
        let head = clause.head();
        let nominal = !is_verb(self.tree.tag(head)) && clause.noun.is_none();
        if let Some(event) = self.listed_event(clause) {
            return event.class.to_string();
        }
        if self.is_death_toll(clause) {
            return "kill".to_owned();
        }
        if self.is_only_agreed(clause, row) {
            return "agree".to_owned();
        }
        if let Some(row) = self.existing_event(clause).or_else(|| self.event_done(clause, row)) {
            return row.class.to_string();
        }
        match row {
            // "carried out a survey": a light verb whose noun has no row says no more than itself.
            Some(row) if row.frame == Frame::Light && &*row.class == "have" => self.tree.lemma(head).to_owned(),
            Some(row) if !nominal || self.is_state(head) || row.lemma.contains(' ') => row.class.to_string(),
            // "the first *is the death* of a girl": what is named kills nobody.
            Some(row) if nominal && matches!(&*row.class, "kill" | "injure") && super::clause::is_noun(self.tree.tag(head)) => {
                "be".to_owned()
            }
            Some(row) if !super::clause::is_noun(self.tree.tag(head)) || row.frame == Frame::Event => row.class.to_string(),
            // "is believed *to be the target*": what is said, not that it is said.
            _ if nominal && clause.chain.len() > 1 && self.tree.child_with(head, Relation::Cop).is_some() => "be".to_owned(),
            _ if nominal => match clause.chain.iter().rev().find(|&&word| is_verb(self.tree.tag(word))) {
                // "proved expensive", "remains a threat": the verb says what holds where the adjective has no row.
                // "*consider* him a fraud" plans nothing.
                Some(&verb) => row_of(self.tree, self.scene.gazetteers, verb)
                    .filter(|row| row.complement != Some(Manner::Planned) && !(row.frame == Frame::Light && &*row.class == "have"))
                    .map_or_else(|| self.tree.lemma(verb).to_owned(), |row| row.class.to_string()),
                None => "be".to_owned(),
            },
            _ => self.tree.lemma(head).to_owned(),
        }
    }

    /// "*agreed to restore* ties": that they agreed is so, not that the ties are restored; "agreed to accept them" accepts them.
    fn is_only_agreed(&self, clause: &Clause, row: Option<&PredicateRow>) -> bool {
        let agrees = |&word: &usize| row_of(self.tree, self.scene.gazetteers, word).is_some_and(|row| &*row.class == "agree");
        let [.., first, _] = clause.chain.as_slice() else { return false };
        is_verb(self.tree.tag(clause.head())) && agrees(first) && row.is_none_or(|row| &*row.class != "accept")
    }

    /// "*An arrest* was made", "*a survey* was carried out": what is done with a light verb in the passive.
    fn event_done(&self, clause: &Clause, row: Option<&PredicateRow>) -> Option<&'a PredicateRow> {
        row.filter(|row| row.frame == Frame::Light && &*row.class == "have" && clause.passive)?;
        let subject = clause.subject().filter(|subject| !subject.shared)?;
        row_of(self.tree, self.scene.gazetteers, subject.head).filter(|row| row.frame == Frame::Event)
    }

    /// "There were *12 arrests*": what there is happened.
    fn existing_event(&self, clause: &Clause) -> Option<&'a PredicateRow> {
        let head = clause.head();
        self.tree.child_with(head, Relation::Expl).filter(|_| self.tree.lemma(head) == "be")?;
        let subject = clause.subject()?.head;
        // "There were *a total of* 12 arrests": what the total is of.
        let total = self.scene.gazetteers.word_sets.has(LexicalSet::Total, self.tree.lemma(subject));
        let noun = if total { self.tree.children(subject).find(|&child| self.tree.relation(child) == Relation::Nmod)? } else { subject };
        self.counted_at(noun)?;
        row_of(self.tree, self.scene.gazetteers, noun).filter(|row| row.frame == Frame::Event)
    }

    /// "The firms *in talks with Norway* include Boliden and Vale": the talks are told, the verb only lists who takes part.
    pub(super) fn listed_event(&self, clause: &Clause) -> Option<&'a PredicateRow> {
        let head = clause.head();
        let lists =
            self.tree.lemma(head) == "include" || (!is_verb(self.tree.tag(head)) && self.tree.child_with(head, Relation::Cop).is_some());
        if !lists {
            return None;
        }
        let subject = clause.subject()?.head;
        let noun = self.listed_noun(subject)?;
        row_of(self.tree, self.scene.gazetteers, noun)
    }

    pub(super) fn listed_noun(&self, subject: usize) -> Option<usize> {
        self.tree.subtree_range(subject).find(|&child| {
            child != subject
                && self.tree.head(child).is_none_or(|head| !is_verb(self.tree.tag(head)))
                && super::clause::preposition(self.tree, child).is_some_and(|case| self.tree.lemma(case) == "in")
                && row_of(self.tree, self.scene.gazetteers, child).is_some_and(|row| row.frame == Frame::Event)
        })
    }

    /// Mentions in what the clause shares with another: the antecedent, the subject of the first conjunct.
    pub(super) fn shared(&self, clause: &Clause) -> Vec<&'a Mention> {
        clause
            .arguments
            .iter()
            .filter(|argument| argument.shared)
            .flat_map(|argument| {
                let place = self.phrases().span(argument.head);
                self.scene
                    .mentions_in(self.sentence)
                    .iter()
                    .filter(move |mention| self.scene.is_trigger(mention) && mention.span.overlaps(place))
            })
            .collect()
    }

    /// Casualties, and whoever a relative clause or participle is about, carry their number along.
    pub(super) fn shares_quantity(&self, clause: &Clause) -> bool {
        matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participle)
            || (clause.passive && clause.kind != ClauseKind::Conjunct)
            || clause.arguments.iter().any(|argument| argument.shared && argument.slot == Slot::Object && argument.head > clause.top())
            || self.row(clause).is_some_and(|row| matches!(&*row.class, "kill" | "injure"))
            || self.is_shown(clause)
    }

    /// "*Two others* were treated and released": how many do the first thing is how many do the second.
    fn counts_shared_subject(&self, clause: &Clause, mention: &Mention) -> bool {
        let several = matches!(&mention.kind, MentionKind::Count(count) if count.quantity.value != Some(Decimal::ONE));
        several
            && clause.subject().is_some_and(|subject| {
                subject.shared
                    && matches!(subject.slot, Slot::Subject | Slot::PassiveSubject)
                    && mention.span.overlaps(self.tree.token_span(subject.head))
            })
    }

    /// "*four storms* that left ten people homeless": where a relative clause or participle counts for itself, how many things its noun
    /// has is told by the clause around.
    fn counts_for_itself(&self, clause: &Clause, told: &[&Mention], class: &str) -> bool {
        let people = |noun: usize| self.scene.gazetteers.noun_classes.kind(self.tree.lemma(noun)) == Some(NounKind::Person);
        let counts = |mention: &Mention| is_quantity(mention) && self.scene.is_amount(mention) && !self.is_weak(mention);
        matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participle)
            && (clause.kind == ClauseKind::Relative || self.tree.tag(clause.head()) != PennTag::VBD)
            && clause.antecedent.is_some_and(|antecedent| !people(antecedent))
            && !matches!(class, "kill" | "injure")
            && told.iter().any(|mention| counts(mention))
    }

    /// "show *45,000 migrants crossing* the sea": an infinitive or participle about the object of the verb before.
    fn is_shown(&self, clause: &Clause) -> bool {
        let governor = self.tree.head(clause.top()).filter(|_| self.tree.relation(clause.top()) == Relation::Xcomp);
        clause.subject().is_some_and(|subject| {
            subject.shared
                && governor.is_some()
                && self.tree.head(subject.head) == governor
                && self.tree.relation(subject.head) == Relation::Obj
        })
    }
}

/// "has 300 workers *in Norway* and 40 *in Chad*": where each quantity has a country of its own behind it, the others' are not its.
fn keep_own_places(sides: &mut Sides, quantities: &[Option<&Mention>], own: &Mention) {
    if quantities.len() < 2 {
        return;
    }
    let owner = |participant: &Participant| {
        let place = Span::new(participant.start, participant.end);
        let behind = quantities.iter().flatten().filter(|mention| mention.span.overlaps(place) || mention.span.end <= place.start);
        behind.max_by_key(|mention| mention.span.start).map(|mention| mention.span)
    };
    let named = |span: Span| sides.target.iter().any(|participant| participant.country.is_some() && owner(participant) == Some(span));
    if quantities.iter().flatten().all(|mention| named(mention.span)) {
        sides.target.retain(|participant| owner(participant).is_none_or(|span| span == own.span));
    }
}

/// "charged with *two counts of arson* and *three counts of theft*": who or what is counted apart takes part in the claim of its count.
fn keep_own_counts(side: &mut Vec<Participant>, quantities: &[Option<&Mention>], own: &Mention) {
    let holds = |participant: &Participant, mention: &Mention| participant.span().contains(mention.span);
    if quantities.len() < 2 || !side.iter().any(|participant| holds(participant, own)) {
        return;
    }
    side.retain(|participant| holds(participant, own) || !quantities.iter().flatten().any(|mention| holds(participant, mention)));
}

/// "two *counts* of theft".
fn is_count_of_charges(mention: &Mention) -> bool {
    matches!(&mention.kind, MentionKind::Count(count) if matches!(count.unit.as_deref(), Some("count" | "charge" | "felony")))
}

fn rule_of(kind: ClauseKind) -> &'static str {
    match kind {
        ClauseKind::Main => "main-clause",
        ClauseKind::Conjunct => "coordinated-clause",
        ClauseKind::Complement => "content-clause",
        ClauseKind::Relative => "relative-clause",
        ClauseKind::Participle => "participle",
        ClauseKind::Infinitive => "infinitive",
        ClauseKind::Adverbial => "adverbial-clause",
        ClauseKind::Purpose => "purpose",
        ClauseKind::Aside => "aside",
        ClauseKind::Condition => "condition",
        ClauseKind::Fragment => "fragment",
    }
}

/// A participant for somebody who is named by an official's mention.
pub(crate) fn speaker_participant(scope: &Scope, text: &str) -> Participant {
    let kind = if scope.name.is_some() { ParticipantKind::Official } else { ParticipantKind::Organization };
    Participant { country: scope.country.map(str::to_owned), name: scope.name.clone(), ..Participant::at(text, scope.source, kind) }
}
