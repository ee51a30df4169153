//! From the clauses of a sentence to claims: which clauses are told, who stands where, how much, when.

use super::attribution::{self, Scope};
use super::casualty;
use super::clause::{Argument, Clause, ClauseKind, Clauses, Slot, is_verb, row_of};
use super::modality::{self, Put};
use super::model::{Claim, ClaimQuantity, ClaimTime, Participant, Predicate};
use super::nominal::{self, Event};
use super::reference::Discourse;
use super::roles::{Phrases, Side, Sides, side_of};
use super::scene::{Scene, is_quantity};
use super::trace::Notes;
use crate::article::Span;
use crate::gazetteer::cues::Manner;
use crate::gazetteer::predicates::{Frame, PredicateRow, Role};
use crate::syntax::{Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind};
use crate::tag::quantity::Quantity;

/// Classes whose actors act together: "Libya and Rwanda are negotiating" is one event.
const TOGETHER: [&str; 9] = ["negotiate", "meet", "agree", "include", "fight", "cooperate", "trade", "be", "compare"];

/// A claim with what its confidence and its fate depend on.
pub(crate) struct Draft {
    pub(crate) claim: Claim,
    /// Where the word stands that carries the meaning.
    pub(crate) place: Span,
    /// Whether the table of predicates has a row for it.
    pub(crate) listed: bool,
    /// How the clause stands.
    pub(crate) kind: Option<ClauseKind>,
    /// How many mentions of interest it takes in.
    pub(crate) told: usize,
    /// The rules that made it.
    pub(crate) rules: Vec<&'static str>,
}

/// What the rules of one sentence work on.
pub(crate) struct SentenceRules<'s, 'a> {
    pub(crate) scene: &'s Scene<'a>,
    pub(crate) discourse: &'s Discourse,
    pub(crate) scopes: &'s [Scope],
    pub(crate) sentence: usize,
    tree: &'s Tree,
    clauses: &'s Clauses,
    events: Vec<Event<'a>>,
    /// The sentence's mentions with the token that each hangs from.
    anchors: Vec<(&'a Mention, usize)>,
}

impl<'s, 'a> SentenceRules<'s, 'a> {
    pub(crate) fn new(scene: &'s Scene<'a>, discourse: &'s Discourse, scopes: &'s [Scope], sentence: usize) -> Self {
        let analysis = scene.analysis(sentence);
        let (tree, clauses) = (&analysis.tree, &analysis.clauses);
        let taken: Vec<usize> = clauses.clauses.iter().flat_map(|clause| clause.chain.iter().copied().chain(clause.noun)).collect();
        let events = nominal::events(scene, sentence, &taken);
        let anchors = scene.mentions_in(sentence).iter().filter_map(|mention| Some((mention, anchor(tree, mention)?))).collect();
        Self { scene, discourse, scopes, sentence, tree, clauses, events, anchors }
    }

    fn phrases(&self) -> Phrases<'s, 'a> {
        Phrases { scene: self.scene, discourse: self.discourse, scopes: self.scopes, sentence: self.sentence, tree: self.tree }
    }

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
            self.clause(index, question, notes, &mut drafts);
        }
        if !question {
            self.casualties(&mut drafts);
        }
        drafts
    }

    /// Casualties that the clauses did not give: [`casualty`].
    fn casualties(&self, drafts: &mut Vec<Draft>) {
        for casualty in casualty::casualties(self.scene, self.sentence, self.tree) {
            let index = self.standing(self.clauses.owner[casualty.word]);
            let known = drafts.iter().any(|draft| {
                let class = &*draft.claim.predicate.class;
                let same = draft
                    .claim
                    .quantity
                    .as_ref()
                    .is_some_and(|quantity| quantity.start <= casualty.mention.span.start && casualty.mention.span.end <= quantity.end);
                same && class == casualty.class
            });
            if known || self.is_conditional(index) {
                continue;
            }
            // "two people were shot and killed": one event, told by its outcome; "left two dead" tells no leaving.
            drafts.retain(|draft| {
                let about = draft.claim.quantity.as_ref().is_some_and(|quantity| quantity.start == casualty.mention.span.start);
                !(about && matches!(&*draft.claim.predicate.class, "shoot" | "leave" | "be" | "find"))
            });
            let word = self.tree.token_span(casualty.word);
            let mut sides = Sides::default();
            if let Some((_, token)) = self.anchors.iter().find(|(mention, _)| mention.span == casualty.mention.span) {
                let mut participant = self.phrases().participant(*token);
                (participant.start, participant.end) = (casualty.people.start, casualty.people.end);
                casualty.people.of(self.scene.text).clone_into(&mut participant.text);
                sides.add(Side::Target, participant);
            }
            let predicate = Predicate {
                text: word.of(self.scene.text).to_owned(),
                lemma: self.tree.lemma(casualty.word).to_owned(),
                class: casualty.class.to_owned(),
                start: word.start,
                end: word.end,
            };
            let mut draft = self.draft(DraftParts {
                span: casualty.span,
                place: word,
                predicate,
                put: modality::of_clause(self.tree, self.scene.text, self.scene.gazetteers, self.clauses, index),
                sides,
                quantity: Some(casualty.mention),
                time: self.time(index),
                listed: true,
                kind: None,
                told: 1,
                rules: vec!["casualty-words"],
            });
            if let (Some(total), Some(quantity)) = (casualty.total, draft.claim.quantity.as_mut()) {
                casualty.people.of(self.scene.text).clone_into(&mut quantity.text);
                (quantity.start, quantity.end) = (casualty.people.start, casualty.people.end);
                (quantity.value, quantity.low, quantity.high) = (Some(total), Some(total), Some(total));
                quantity.unit = Some("person".to_owned());
            }
            drafts.push(draft);
        }
    }

    /// Mentions of interest in the clause `index`, its absorbed clauses with it, event nouns apart.
    fn told(&self, index: usize) -> Vec<&'a Mention> {
        self.anchors
            .iter()
            .filter(|(mention, token)| {
                self.scene.is_trigger(mention)
                    && self.standing(self.clauses.owner[*token]) == index
                    && !self.events.iter().any(|event| event.span.contains(mention.span))
                    && !self.in_cue(mention.span)
            })
            .map(|(mention, _)| *mention)
            .collect()
    }

    /// The clause that stands for `index`, with purposes that take over left standing by themselves.
    fn standing(&self, mut index: usize) -> usize {
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
    fn takes_over(&self, index: usize) -> bool {
        let clause = &self.clauses.clauses[index];
        let Some(by) = clause.absorbed_by else { return false };
        let matrix = &self.clauses.clauses[by];
        if matrix.absorbed_by.is_some() {
            return false;
        }
        let counts = |at: usize| self.anchors.iter().any(|(mention, token)| is_quantity(mention) && self.clauses.owner[*token] == at);
        let listed =
            |at: usize| row_of(self.tree, self.scene.gazetteers, at).is_some_and(|row| row.frame == Frame::Plain && &*row.class != "use");
        counts(index) && !counts(by) && listed(clause.head()) && !listed(matrix.head()) && matrix.kind != ClauseKind::Fragment
    }

    fn in_cue(&self, span: Span) -> bool {
        self.scopes.iter().any(|scope| scope.sentence == self.sentence && scope.source.contains(span) && scope.rule == "according-to")
    }

    fn clause(&self, index: usize, question: bool, notes: &mut Notes, drafts: &mut Vec<Draft>) {
        let clause = &self.clauses.clauses[index];
        let (tree, gazetteers) = (self.tree, self.scene.gazetteers);
        let mut told = self.told(index);
        let shared = self.shared(clause);
        if told.is_empty() && shared.is_empty() && !self.is_referred(clause) {
            return;
        }
        let span = self.evidence(index);
        let row = self.row(clause);
        let class = self.class(clause, row);
        let loose = (class == "kill" && !self.is_of_people(clause)) || (class == "attack" && !self.is_attack(clause));
        let class = if loose { self.tree.lemma(clause.head()).to_owned() } else { class };
        let sentence = self.sentence;
        let mut refuse = |rule| notes.refuse(sentence, span, &class, rule);
        if question {
            return refuse("question");
        }
        if self.is_conditional(index) {
            return refuse("condition");
        }
        if self.scopes.iter().any(|scope| clause.chain.iter().any(|&word| scope.verb == tree.token_span(word))) {
            return refuse("says-rather-than-is");
        }
        let content =
            clause.arguments.iter().any(|argument| matches!(argument.slot, Slot::Object | Slot::Oblique) && !self.is_time(argument.head));
        if class == "say" && !content && !clause.passive {
            return refuse("says-nothing-here");
        }
        if self.is_embedded_question(clause) {
            return refuse("embedded-question");
        }
        if class == "say" && !self.can_say(clause) {
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
        if let Some(rule) = self.refusal(index, &told, &shared, row, span) {
            return refuse(rule);
        }
        let put = if self.takes_over(index) {
            Put::default()
        } else {
            modality::of_clause(tree, self.scene.text, gazetteers, self.clauses, index)
        };
        told.extend(shared.iter().filter(|mention| is_quantity(mention) && self.shares_quantity(clause)));
        let mut quantities: Vec<Option<&Mention>> = Vec::new();
        for mention in told.iter().filter(|mention| is_quantity(mention) && self.scene.is_amount(mention)) {
            let nested = told.iter().any(|other| is_quantity(other) && other.span != mention.span && other.span.contains(mention.span));
            if !nested && !quantities.iter().flatten().any(|known| known.span == mention.span) {
                quantities.push(Some(*mention));
            }
        }
        // "several countries" is said only where no number is.
        if quantities.iter().flatten().any(|mention| !matches!(mention.kind, MentionKind::Quantifier(_))) {
            quantities.retain(|quantity| quantity.is_some_and(|mention| !matches!(mention.kind, MentionKind::Quantifier(_))));
        }
        self.keep_direct(index, &mut quantities);
        if quantities.is_empty() {
            quantities.push(None);
        }
        let casualties = matches!(&*class, "kill" | "injure");
        let sum = casualties.then(|| self.sum(clause, &quantities)).flatten();
        if casualties {
            // "wounded about 30 yards away": only the people themselves count.
            for quantity in &mut quantities {
                *quantity = quantity.filter(|mention| self.is_casualty(clause, mention));
            }
            quantities.dedup_by(|one, other| one.is_none() && other.is_none());
            if quantities.iter().any(Option::is_some) {
                quantities.retain(Option::is_some);
            }
        }
        if sum.is_some() {
            quantities.truncate(1);
        }
        let subjects = self.subjects(clause, &class);
        for quantity in quantities {
            for subject in &subjects {
                let sides = self.sides(index, row, subject.as_deref());
                if let Some(rule) = self.nobody(clause, &class, &sides) {
                    notes.refuse(self.sentence, span, &class, rule);
                    continue;
                }
                let class = paid(&class, quantity);
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
                    time: self.time(index),
                    listed: row.is_some(),
                    kind: Some(clause.kind),
                    told: told.len(),
                    rules,
                });
                if let Some(sum) = &sum {
                    draft.claim.quantity = Some(sum.clone());
                    draft.rules.push("coordinated-sum");
                }
                if draft.claim.attribution.is_none() && &*draft.claim.predicate.class == "say" {
                    draft.claim.attribution = self.own_words(clause);
                }
                drafts.push(draft);
            }
        }
    }

    /// Of several quantities, those deep inside a phrase go with the phrase: "298 projects for investments of more than $6 billion".
    fn keep_direct(&self, index: usize, quantities: &mut Vec<Option<&'a Mention>>) {
        if quantities.len() < 2 {
            return;
        }
        let clause = &self.clauses.clauses[index];
        let phrases = self.phrases();
        let mut heads: Vec<usize> = clause.arguments.iter().flat_map(|argument| phrases.coordinated(argument.head)).collect();
        for &inner in &clause.absorbed {
            heads.extend(
                self.clauses.clauses[inner]
                    .arguments
                    .iter()
                    .filter(|argument| !argument.shared)
                    .flat_map(|argument| phrases.coordinated(argument.head)),
            );
        }
        let direct = |mention: &Mention| {
            heads.iter().any(|&head| {
                mention.span.overlaps(self.tree.token_span(head))
                    || self.anchors.iter().any(|(other, token)| {
                        other.span == mention.span
                            && self.tree.head(*token) == Some(head)
                            && matches!(
                                self.tree.relation(*token).universal(),
                                Relation::Nummod | Relation::Compound | Relation::Advmod | Relation::Amod | Relation::Det
                            )
                    })
            })
        };
        if quantities.iter().flatten().any(|mention| direct(mention)) {
            quantities.retain(|quantity| quantity.is_some_and(&direct));
        }
    }

    /// "The State Department reported similar conditions": what is told is what somebody said, in no clause of its own.
    fn own_words(&self, clause: &Clause) -> Option<super::model::Attribution> {
        // To tell, inform and talk take whom, not what, as their object.
        let told = matches!(
            self.tree.lemma(clause.head()),
            "tell"
                | "inform"
                | "notify"
                | "brief"
                | "assure"
                | "address"
                | "write"
                | "express"
                | "describe"
                | "hear"
                | "know"
                | "project"
                | "think"
                | "feel"
                | "fear"
                | "read"
                | "say"
        );
        clause.arguments.iter().find(|argument| argument.slot == Slot::Object && !self.is_time(argument.head) && !told)?;
        let subject = clause.subject().filter(|subject| subject.slot == Slot::Subject)?;
        let scope = attribution::own(self.scene, self.discourse, self.sentence, subject.head, clause.head())?;
        Some(attribution::attribution(self.scene, &scope, self.tree.token_span(clause.head()), Vec::new()))
    }

    /// Whether a quantity counts the people that were killed or injured: an argument itself, and people.
    fn is_casualty(&self, clause: &Clause, mention: &Mention) -> bool {
        let MentionKind::Count(count) = &mention.kind else { return false };
        let people = count.unit.as_deref().is_none_or(|unit| {
            matches!(
                self.scene.gazetteers.noun_classes.kind(unit),
                Some(crate::gazetteer::noun_classes::NounKind::Person | crate::gazetteer::noun_classes::NounKind::Event) | None
            )
        });
        let Some((_, token)) = self.anchors.iter().find(|(other, _)| other.span == mention.span) else { return false };
        let toll = self.is_death_toll(clause);
        let direct = |argument: &Argument| toll || matches!(argument.slot, Slot::Subject | Slot::PassiveSubject | Slot::Object);
        let phrases = self.phrases();
        people
            && clause.arguments.iter().any(|argument| {
                direct(argument)
                    && phrases
                        .coordinated(argument.head)
                        .iter()
                        .any(|&head| head == *token || self.tree.token_span(head).overlaps(mention.span) || self.counts_of(head, *token))
            })
    }

    /// "three of the victims", "as many as 20": the number hangs on the noun, or the noun on it.
    fn counts_of(&self, head: usize, token: usize) -> bool {
        self.tree.head(token) == Some(head)
            && matches!(self.tree.relation(token), Relation::Nummod | Relation::Advmod | Relation::Compound | Relation::Det)
    }

    /// "one man and two women were killed" is three: the parts of one coordinated argument, all of them counted people.
    fn sum(&self, clause: &Clause, quantities: &[Option<&Mention>]) -> Option<ClaimQuantity> {
        let phrases = self.phrases();
        for argument in
            clause.arguments.iter().filter(|argument| matches!(argument.slot, Slot::Subject | Slot::PassiveSubject | Slot::Object))
        {
            let heads = phrases.coordinated(argument.head);
            if heads.len() < 2 {
                continue;
            }
            let mut total = rust_decimal::Decimal::ZERO;
            let mut span: Option<Span> = None;
            let counted = heads.iter().all(|&head| {
                let place = self.tree.token_span(head);
                let number = quantities.iter().flatten().find(|mention| mention.span.overlaps(place));
                let (value, part) = match number {
                    Some(mention) => match &mention.kind {
                        MentionKind::Count(count) if count.quantity.bound == crate::tag::quantity::Bound::Exact => {
                            (count.quantity.value, mention.span)
                        }
                        _ => return false,
                    },
                    // "a man"
                    None => {
                        let one = self.tree.tag(head) == crate::syntax::PennTag::NN
                            && self.tree.children(head).any(|child| {
                                self.tree.relation(child) == Relation::Det && matches!(self.tree.lemma(child), "a" | "an" | "another")
                            })
                            && matches!(
                                self.scene.gazetteers.noun_classes.kind(self.tree.lemma(head)),
                                Some(crate::gazetteer::noun_classes::NounKind::Person)
                            );
                        (one.then_some(rust_decimal::Decimal::ONE), phrases.span(head))
                    }
                };
                let Some(value) = value else { return false };
                total += value;
                span = Some(span.map_or(part, |span| span.join(part)));
                true
            });
            if let Some(span) = span.filter(|_| counted && total > rust_decimal::Decimal::ONE) {
                return Some(ClaimQuantity {
                    text: span.of(self.scene.text).to_owned(),
                    start: span.start,
                    end: span.end,
                    value: Some(total),
                    low: Some(total),
                    high: Some(total),
                    bound: crate::tag::quantity::Bound::Exact,
                    unit: Some("person".to_owned()),
                    unit_text: None,
                });
            }
        }
        None
    }

    /// An active clause of a number alone, with nobody told who does it: "…, grabbing 25 rebounds".
    fn nobody(&self, clause: &Clause, class: &str, sides: &Sides) -> Option<&'static str> {
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

    /// Why a clause that names something of interest is nonetheless no claim.
    fn refusal(
        &self,
        index: usize,
        told: &[&Mention],
        shared: &[&Mention],
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
        if clause.absorbed.iter().any(|&inner| self.takes_over(inner)) {
            return Some("serves-a-purpose");
        }
        if self.is_who_of_country(clause) {
            return Some("who-needs-people");
        }
        // "which saw migrants sent to Guatemala"
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
        let imperative = clause.kind == ClauseKind::Main
            && tree.tag(head) == crate::syntax::PennTag::VB
            && clause.subject().is_none()
            && clause.chain.len() == 1;
        if imperative && !tree.children(head).any(|child| tree.relation(child) == Relation::Aux) {
            return Some("imperative");
        }
        if told.is_empty() && matches!(clause.kind, ClauseKind::Adverbial | ClauseKind::Purpose | ClauseKind::Infinitive) {
            return Some("only-shared");
        }
        if told.is_empty() && row.is_none_or(|row| row.frame == Frame::Light) && (shared.is_empty() || clause.kind != ClauseKind::Relative)
        {
            return Some("nothing-told");
        }
        if span.is_empty() {
            return Some("no-evidence");
        }
        // "has seen Kosovo agreeing", "left two people dead": what is shown is told by its own clause.
        let shows = tree.child_with(head, Relation::Obj).is_some()
            && tree.children(head).any(|child| {
                tree.relation(child) == Relation::Xcomp && self.clauses.clauses[self.clauses.owner[child]].absorbed_by.is_none()
            });
        if shows {
            return Some("shows-what-is-told");
        }
        let weak = !told.is_empty() && told.iter().all(|mention| self.is_weak(mention));
        let counted = told.iter().any(|mention| is_quantity(mention) && !self.is_weak(mention));
        let listed =
            row.is_some_and(|row| matches!(row.frame, Frame::Plain | Frame::Speech) && !matches!(&*row.class, "have" | "be" | "see"));
        match clause.kind {
            ClauseKind::Adverbial if clause.subject().is_none_or(|subject| subject.shared) && !counted && (weak || !listed) => {
                Some("adverbial-aside")
            }
            ClauseKind::Relative if !counted && self.is_restrictive(clause) && !is_named_head(self, clause) => Some("restrictive-relative"),
            ClauseKind::Participle | ClauseKind::Infinitive if !counted && (weak || told.is_empty()) && self.is_restrictive(clause) => {
                Some("restrictive-participle")
            }
            _ if weak && !listed && !self.is_subject_told(clause, told) => Some("only-in-passing"),
            _ => None,
        }
    }

    /// "on *what position it should adopt*", "asked *how many were sent*".
    fn is_embedded_question(&self, clause: &Clause) -> bool {
        let head = clause.head();
        let range = self.tree.subtree_range(clause.top());
        let first = range
            .clone()
            .find(|&token| !matches!(self.tree.relation(token), Relation::Punct | Relation::Case | Relation::Cc))
            .unwrap_or(head);
        let asks = matches!(self.tree.lemma(first), "what" | "how" | "why" | "whose" | "whom")
            && self.tree.tag(first) != crate::syntax::PennTag::IN;
        asks && clause.kind != ClauseKind::Main && clause.kind != ClauseKind::Conjunct
    }

    /// Whether the subject is somebody or something that can say anything.
    fn can_say(&self, clause: &Clause) -> bool {
        use crate::gazetteer::noun_classes::NounKind;
        let Some(subject) = clause.subject() else { return clause.passive };
        let place = self.tree.token_span(subject.head);
        let kind = self.scene.gazetteers.noun_classes.kind(self.tree.lemma(subject.head));
        matches!(kind, Some(NounKind::Person | NounKind::Government | NounKind::Organization | NounKind::Document | NounKind::Country))
            || self.scene.official_at(self.sentence, place).is_some()
            || self.scene.organization_at(self.sentence, place).is_some()
            || self.scene.country_at(self.sentence, place).is_some()
            || self.phrases().resolve(subject.head).is_some()
            || matches!(self.tree.tag(subject.head), crate::syntax::PennTag::NNP | crate::syntax::PennTag::PRP)
    }

    /// A mention that does not make a claim by itself: a country as an adjective, "one side", a bare number.
    fn is_weak(&self, mention: &Mention) -> bool {
        match &mention.kind {
            MentionKind::Country(country) => {
                let modifies = self.anchors.iter().any(|(other, token)| {
                    other.span == mention.span
                        && matches!(
                            self.tree.relation(*token),
                            Relation::Amod | Relation::Compound | Relation::NmodPoss | Relation::NmodDesc
                        )
                });
                modifies
                    || country.form == crate::tag::mention::CountryForm::Demonym
                        && !modifies
                        && self.scene.organization_at(self.sentence, mention.span).is_some()
            }
            MentionKind::Quantifier(_) => true,
            MentionKind::Count(count) => {
                let one = count.quantity.value == Some(rust_decimal::Decimal::ONE)
                    && mention.span.of(self.scene.text).get(..3).is_some_and(|word| word.eq_ignore_ascii_case("one"));
                let person = count.unit.as_deref().is_some_and(|unit| {
                    matches!(
                        self.scene.gazetteers.noun_classes.kind(unit),
                        Some(crate::gazetteer::noun_classes::NounKind::Person | crate::gazetteer::noun_classes::NounKind::Country)
                    )
                });
                (one && !person) || count.unit.is_none()
            }
            _ => false,
        }
    }

    /// Whether a relative clause or participle says which one is meant rather than something new of it: no comma before it.
    fn is_restrictive(&self, clause: &Clause) -> bool {
        let first = self.tree.subtree_range(clause.top()).start;
        !(first > 0 && matches!(self.tree.tag(first - 1), crate::syntax::PennTag::Comma)
            || self.tree.tag(first) == crate::syntax::PennTag::Comma)
    }

    /// "accept individuals expelled from the U.S. *who are not citizens*": "who" takes up people, never a country.
    fn is_who_of_country(&self, clause: &Clause) -> bool {
        clause.kind == ClauseKind::Relative
            && clause.antecedent.is_some_and(|antecedent| {
                self.scene
                    .country_at(self.sentence, self.tree.token_span(antecedent))
                    .is_some_and(|(_, country)| super::scene::is_named(&country))
            })
            && self.tree.children(clause.head()).any(|child| self.tree.relation(child).is_subject() && self.tree.lemma(child) == "who")
    }

    fn is_subject_told(&self, clause: &Clause, told: &[&Mention]) -> bool {
        clause.subject().is_some_and(|subject| {
            let span = self.phrases().span(subject.head);
            told.iter()
                .any(|mention| span.contains(mention.span) && matches!(mention.kind, MentionKind::Country(_) | MentionKind::Official(_)))
        })
    }

    fn is_conditional(&self, mut index: usize) -> bool {
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

    /// The row that says what the clause tells.
    fn row(&self, clause: &Clause) -> Option<&'a PredicateRow> {
        let head = clause.noun.unwrap_or(clause.head());
        row_of(self.tree, self.scene.gazetteers, head)
    }

    /// The class of the clause: its row's; "be" for what a noun is said to be; else the lemma.
    fn class(&self, clause: &Clause, row: Option<&PredicateRow>) -> String {
        let head = clause.head();
        let nominal = !is_verb(self.tree.tag(head)) && clause.noun.is_none();
        if let Some(event) = self.listed_event(clause) {
            return event.class.to_string();
        }
        if self.is_death_toll(clause) {
            return "kill".to_owned();
        }
        match row {
            // "carried out a survey": a light verb whose noun has no row says no more than itself.
            Some(row) if row.frame == Frame::Light && &*row.class == "have" => self.tree.lemma(head).to_owned(),
            Some(row) if !nominal || super::clause::preposition(self.tree, head).is_some() => row.class.to_string(),
            Some(row) if !super::clause::is_noun(self.tree.tag(head)) || row.frame == Frame::Event => row.class.to_string(),
            _ if nominal => match clause.chain.iter().rev().find(|&&word| is_verb(self.tree.tag(word))) {
                // "proved expensive", "remains a threat": the verb says what holds where the adjective has no row.
                Some(&verb) => row_of(self.tree, self.scene.gazetteers, verb)
                    .map_or_else(|| self.tree.lemma(verb).to_owned(), |row| row.class.to_string()),
                None => "be".to_owned(),
            },
            _ => self.tree.lemma(head).to_owned(),
        }
    }

    /// Whether "hit" and "strike" have a place, people or a country to attack: "hit a jumper" attacks nobody.
    fn is_attack(&self, clause: &Clause) -> bool {
        use crate::gazetteer::noun_classes::NounKind;
        if !matches!(self.tree.lemma(clause.head()), "hit" | "strike" | "target" | "storm" | "torch") {
            return true;
        }
        clause.arguments.iter().filter(|argument| matches!(argument.slot, Slot::Object | Slot::PassiveSubject)).any(|argument| {
            let place = self.tree.token_span(argument.head);
            let kind = self.scene.gazetteers.noun_classes.kind(self.tree.lemma(argument.head));
            matches!(kind, Some(NounKind::Place | NounKind::Person | NounKind::Country | NounKind::Government | NounKind::Organization))
                || self.scene.country_at(self.sentence, place).is_some()
                || self.scene.gazetteers.noun_classes.class(self.tree.lemma(argument.head)) == Some("vehicle")
        })
    }

    /// Whether somebody dies, so that "a strategy executed under his administration" and "killed the bill" are no killings.
    fn is_of_people(&self, clause: &Clause) -> bool {
        use crate::gazetteer::noun_classes::NounKind;
        if self.is_death_toll(clause) {
            return true;
        }
        let victim = clause.arguments.iter().find(|argument| match argument.slot {
            Slot::PassiveSubject | Slot::Object => true,
            Slot::Subject => self.row(clause).and_then(|row| row.role("subject")).is_some(),
            _ => false,
        });
        let Some(victim) = victim else { return true };
        !matches!(
            self.scene.gazetteers.noun_classes.kind(self.tree.lemma(victim.head)),
            Some(NounKind::Document | NounKind::Event | NounKind::Time | NounKind::Place | NounKind::Organization | NounKind::Government)
        ) && !super::clause::row_of(self.tree, self.scene.gazetteers, victim.head)
            .is_some_and(|row| matches!(row.frame, Frame::Event | Frame::Plan))
    }

    /// "The death toll rose to 40": how many were killed.
    fn is_death_toll(&self, clause: &Clause) -> bool {
        clause.arguments.iter().any(|argument| {
            matches!(argument.slot, Slot::Subject | Slot::PassiveSubject | Slot::Object)
                && self.tree.lemma(argument.head) == "toll"
                && self.tree.children(argument.head).any(|child| matches!(self.tree.lemma(child), "death" | "fatality"))
        })
    }

    /// "Countries *in talks with the US* include Libya and Rwanda": the talks are told, the verb only lists who takes part.
    fn listed_event(&self, clause: &Clause) -> Option<&'a PredicateRow> {
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

    fn listed_noun(&self, subject: usize) -> Option<usize> {
        self.tree.children(subject).find(|&child| {
            matches!(self.tree.relation(child), Relation::Nmod | Relation::Acl | Relation::AclRelcl)
                && super::clause::preposition(self.tree, child).is_some_and(|case| self.tree.lemma(case) == "in")
                && row_of(self.tree, self.scene.gazetteers, child).is_some_and(|row| row.frame == Frame::Event)
        })
    }

    /// Mentions in what the clause shares with another: the antecedent, the subject of the first conjunct.
    fn shared(&self, clause: &Clause) -> Vec<&'a Mention> {
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
    fn shares_quantity(&self, clause: &Clause) -> bool {
        matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participle)
            || (clause.passive && clause.kind != ClauseKind::Conjunct)
            || self.row(clause).is_some_and(|row| matches!(&*row.class, "kill" | "injure"))
    }

    /// Whether the subject stands for somebody or some country named elsewhere.
    fn is_referred(&self, clause: &Clause) -> bool {
        if !matches!(clause.kind, ClauseKind::Main | ClauseKind::Conjunct | ClauseKind::Complement) {
            return false;
        }
        let phrases = self.phrases();
        let told = row_of(self.tree, self.scene.gazetteers, clause.top()).is_some()
            && self
                .row(clause)
                .is_some_and(|row| row.frame != Frame::Light && !matches!(&*row.class, "plan" | "be" | "use" | "say" | "have" | "see"));
        clause.arguments.iter().any(|argument| {
            matches!(argument.slot, Slot::Subject | Slot::PassiveSubject | Slot::Agent)
                && phrases.resolve(argument.head).is_some_and(|referent| match referent.name {
                    Some(name) => self.scene.holds_office(&name),
                    // "the administration" alone tells little: only what the table has a class for.
                    None => told && referent.country.is_some(),
                })
        })
    }

    /// The parts of a coordinated subject, each for a claim of its own; one empty part where nothing is split.
    fn subjects(&self, clause: &Clause, class: &str) -> Vec<Option<Vec<usize>>> {
        let whole = vec![None];
        let Some(subject) = clause.subject() else { return whole };
        if TOGETHER.contains(&class) {
            return whole;
        }
        let phrases = self.phrases();
        let members = phrases.members(subject.head);
        let parts = if members.is_empty() { phrases.coordinated(subject.head) } else { members };
        if parts.len() < 2 {
            return whole;
        }
        let named = |&part: &usize| {
            let place = self.tree.token_span(part);
            self.scene.country_at(self.sentence, place).is_some() || self.scene.official_at(self.sentence, place).is_some()
        };
        if parts.iter().filter(|part| named(part)).count() < 2 {
            return whole;
        }
        parts.into_iter().map(|part| Some(vec![part])).collect()
    }

    fn sides(&self, index: usize, row: Option<&PredicateRow>, subject: Option<&[usize]>) -> Sides {
        let clause = &self.clauses.clauses[index];
        let phrases = self.phrases();
        let mut sides = Sides::default();
        if let Some(noun) =
            clause.subject().filter(|_| self.listed_event(clause).is_some()).and_then(|subject| self.listed_noun(subject.head))
        {
            for child in self.tree.children(noun).filter(|&child| self.tree.relation(child) == Relation::Nmod) {
                phrases.add(&mut sides, Side::Actor, child);
            }
            for argument in clause.arguments.iter().filter(|argument| matches!(argument.slot, Slot::Object | Slot::Predicative)) {
                phrases.add(&mut sides, Side::Target, argument.head);
            }
        }
        for argument in &clause.arguments {
            self.side(&mut sides, argument, row, subject, clause);
        }
        if let Some(noun) = clause.noun {
            for child in self
                .tree
                .children(noun)
                .filter(|&child| matches!(self.tree.relation(child), Relation::NmodPoss | Relation::Amod | Relation::Compound))
            {
                if self.scene.country_at(self.sentence, self.tree.token_span(child)).is_some() {
                    phrases.add(&mut sides, Side::Target, child);
                }
            }
        }
        for &inner in &clause.absorbed {
            self.absorbed(&mut sides, inner);
        }
        if clause.absorbed_by.is_some() {
            self.serve(&mut sides, clause);
        }
        let split = subject.and_then(|_| clause.subject()).map(|subject| self.tree.subtree_span(subject.head));
        self.rest(&mut sides, index, split);
        sides
    }

    fn side(&self, sides: &mut Sides, argument: &Argument, row: Option<&PredicateRow>, subject: Option<&[usize]>, clause: &Clause) {
        let phrases = self.phrases();
        let Some(side) = side_of(self.tree, row, argument) else { return };
        if self.is_time(argument.head) {
            return;
        }
        if matches!(argument.slot, Slot::Subject | Slot::PassiveSubject) {
            if let Some(parts) = subject {
                for &part in parts {
                    sides.add(side, phrases.participant(part));
                }
                return;
            }
        }
        let weak = argument.slot == Slot::Oblique && !self.is_interesting(argument, row);
        if weak || Some(argument.head) == clause.noun {
            return;
        }
        phrases.add(sides, side, argument.head);
    }

    /// Whether a phrase with a preposition holds something that a claim is about.
    fn is_interesting(&self, argument: &Argument, row: Option<&PredicateRow>) -> bool {
        let under = self.tree.subtree_span(argument.head);
        let named = self.scene.mentions_in(self.sentence).iter().any(|mention| {
            !matches!(mention.kind, MentionKind::Date(_) | MentionKind::Percent(_) | MentionKind::Measure(_) | MentionKind::Money(_))
                && under.contains(mention.span)
        });
        let role = argument.preposition.and_then(|case| row.and_then(|row| row.role(self.tree.lemma(case))));
        named
            || matches!(role, Some(Role::Target | Role::Counterpart | Role::Source | Role::Actor))
            || self.phrases().resolve(argument.head).is_some()
    }

    fn is_time(&self, token: usize) -> bool {
        let place = self.tree.token_span(token);
        self.scene
            .mentions_in(self.sentence)
            .iter()
            .any(|mention| matches!(mention.kind, MentionKind::Date(_)) && mention.span.contains(place))
    }

    /// What a purpose or a request names goes to the target's side of the clause that it belongs to.
    fn absorbed(&self, sides: &mut Sides, inner: usize) {
        if self.takes_over(inner) {
            return;
        }
        let phrases = self.phrases();
        let clause = &self.clauses.clauses[inner];
        for argument in clause.arguments.iter().filter(|argument| !argument.shared) {
            if !self.is_time(argument.head) && self.is_interesting(argument, None) {
                phrases.add(sides, Side::Target, argument.head);
            }
        }
        for &deeper in &clause.absorbed {
            self.absorbed(sides, deeper);
        }
    }

    /// A purpose that takes over has the subject of the clause that serves it.
    fn serve(&self, sides: &mut Sides, clause: &Clause) {
        let Some(matrix) = clause.absorbed_by.map(|by| &self.clauses.clauses[by]) else { return };
        if clause.subject().is_none()
            && let Some(subject) = matrix.subject()
        {
            self.phrases().add(sides, Side::Actor, subject.head);
        }
    }

    /// Countries and officials of the clause that no argument brought in: the target's side.
    fn rest(&self, sides: &mut Sides, index: usize, split: Option<Span>) {
        for (mention, token) in &self.anchors {
            if split.is_some_and(|span| span.contains(mention.span))
                || self.scene.is_currency(mention)
                || self.standing(self.clauses.owner[*token]) != index
                || self.in_cue(mention.span)
            {
                continue;
            }
            let inside =
                sides.actor.iter().chain(&sides.target).any(|known| known.start <= mention.span.start && mention.span.end <= known.end);
            match &mention.kind {
                MentionKind::Country(country) if !sides.has_country(country.iso2) && !inside => {
                    sides.add(Side::Target, self.phrases().participant(*token));
                }
                MentionKind::Official(official) => {
                    let known = sides.actor.iter().chain(&sides.target).any(|known| known.name.as_deref() == Some(&*official.full_name));
                    if !known && !inside {
                        sides.add(Side::Target, self.phrases().participant(*token));
                    }
                }
                _ => {}
            }
        }
    }

    fn evidence(&self, index: usize) -> Span {
        let own = self.clauses.span(self.tree, self.scene.text, index);
        let mut span = own;
        let clause = &self.clauses.clauses[index];
        if clause.absorbed_by.is_some()
            && let Some(by) = clause.absorbed_by
        {
            span = span.join(self.clauses.span(self.tree, self.scene.text, by));
        }
        // The words that attribute do not belong to what is claimed.
        for scope in self.scopes.iter().filter(|scope| scope.sentence == self.sentence) {
            if !span.contains(scope.cue) {
                continue;
            }
            let place = self.tree.token_span(clause.top());
            if scope.cue.contains(place) {
                continue;
            }
            if scope.cue.end <= place.start && scope.cue.start <= span.start + 2 {
                span.start = scope.cue.end;
            } else if scope.cue.start >= place.end && scope.cue.end + 2 >= span.end {
                span.end = scope.cue.start;
            }
        }
        trim(self.scene.text, span)
    }

    fn predicate(&self, clause: &Clause, class: &str) -> Predicate {
        let head = clause.noun.unwrap_or(clause.head());
        let mut span = self.tree.token_span(clause.top()).join(self.tree.token_span(head));
        if let Some(copula) = self.tree.child_with(clause.top(), Relation::Cop).filter(|&copula| copula < clause.top()) {
            span = span.join(self.tree.token_span(copula));
        }
        if let Some(particle) = self.tree.child_with(head, Relation::CompoundPrt).filter(|&particle| particle == head + 1) {
            span = span.join(self.tree.token_span(particle));
        }
        let lemma = if class == "be" { "be" } else { self.tree.lemma(head) };
        Predicate {
            text: span.of(self.scene.text).to_owned(),
            lemma: lemma.to_owned(),
            class: class.to_owned(),
            start: span.start,
            end: span.end,
        }
    }

    /// When: a date of the clause, else of the clause around it.
    fn time(&self, index: usize) -> Option<ClaimTime> {
        let own = self
            .anchors
            .iter()
            .filter(|(mention, token)| matches!(mention.kind, MentionKind::Date(_)) && self.standing(self.clauses.owner[*token]) == index);
        own.filter_map(|(mention, _)| time_of(self.scene.text, mention)).max_by_key(|time| time.start.is_some())
    }

    fn event(&self, event: &Event<'a>, drafts: &mut Vec<Draft>) {
        let phrases = self.phrases();
        let mut sides = Sides::default();
        for &(head, role) in &event.arguments {
            let side = match role {
                Role::Actor => Side::Actor,
                Role::Place => Side::Place,
                _ => Side::Target,
            };
            let modifier = matches!(self.tree.relation(head), Relation::Amod | Relation::Compound);
            if modifier {
                let place = self.tree.token_span(head);
                if self.scene.country_at(self.sentence, place).is_none() && self.scene.official_at(self.sentence, place).is_none() {
                    continue;
                }
            }
            phrases.add(&mut sides, side, head);
        }
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
        let predicate = Predicate {
            text: place.of(self.scene.text).to_owned(),
            lemma: self.tree.lemma(event.noun).to_owned(),
            class: event.row.class.to_string(),
            start: place.start,
            end: place.end,
        };
        let counted: Vec<&Mention> = self
            .anchors
            .iter()
            .map(|(mention, _)| *mention)
            .filter(|mention| is_quantity(mention) && event.span.contains(mention.span))
            .collect();
        let told = self.anchors.iter().filter(|(mention, _)| self.scene.is_trigger(mention) && event.span.contains(mention.span)).count();
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
                predicate: Predicate { class: paid(&predicate.class, quantity).to_owned(), ..predicate.clone() },
                put,
                sides: sides.clone(),
                quantity,
                time: self.time(self.standing(owner)),
                listed: true,
                kind: None,
                told,
                rules: vec!["event-noun"],
            }));
            if let Some(draft) = drafts.last_mut().filter(|draft| draft.claim.attribution.is_none()) {
                draft.claim.attribution = self.asker(event.noun);
            }
        }
    }

    /// "*They* call for implementation": whoever asks says it.
    fn asker(&self, noun: usize) -> Option<super::model::Attribution> {
        let head = self.tree.head(noun)?;
        self.asked_for(noun).filter(|&manner| manner == Manner::Requested)?;
        let clause = &self.clauses.clauses[self.clauses.owner[head]];
        let subject = clause.subject().filter(|subject| subject.slot == Slot::Subject)?;
        let scope = attribution::own(self.scene, self.discourse, self.sentence, subject.head, head)?;
        Some(attribution::attribution(self.scene, &scope, self.tree.token_span(noun), Vec::new()))
    }

    /// "called for *negotiations with nine nations*": what a request or a plan is about is requested or planned.
    fn asked_for(&self, noun: usize) -> Option<Manner> {
        let head = self.tree.head(noun)?;
        let argument = matches!(self.tree.relation(noun), Relation::Obj | Relation::Obl | Relation::Nmod);
        let row = row_of(self.tree, self.scene.gazetteers, head).filter(|_| argument)?;
        row.complement.filter(|manner| matches!(manner, Manner::Requested | Manner::Planned) && row.frame != Frame::Speech)
    }

    fn draft(&self, parts: DraftParts<'_>) -> Draft {
        let article = self.scene.document.article;
        let mut parts = parts;
        let attribution = attribution::of_claim(self.scene, self.scopes, parts.place);
        parts.rules.extend(attribution::rule_of_claim(self.scopes, parts.place));
        let claim = Claim {
            id: String::new(),
            article: article.id.clone(),
            source: article.source.clone(),
            published: article.published,
            url: article.url.clone(),
            group: article.group.clone(),
            sentence: self.sentence,
            start: parts.span.start,
            end: parts.span.end,
            text: parts.span.of(self.scene.text).to_owned(),
            predicate: parts.predicate,
            polarity: parts.put.polarity(),
            modality: parts.put.modality(),
            actor: parts.sides.actor,
            target: parts.sides.target,
            quantity: parts.quantity.and_then(|mention| quantity_of(self.scene.text, mention)),
            time: parts.time,
            place: parts.sides.place,
            attribution,
            credits: Vec::new(),
            office: None,
            open_list: parts.sides.open_list,
            confidence: super::model::Decimal2(0),
            repeats: Vec::new(),
            rules: Vec::new(),
        };
        Draft { claim, place: parts.place, listed: parts.listed, kind: parts.kind, told: parts.told, rules: parts.rules }
    }
}

/// Money that is sent or agreed on is paid: "dispatched $100,000 to Rwanda", "a $6 million deal with Bukele".
fn paid<'c>(class: &'c str, quantity: Option<&Mention>) -> &'c str {
    let money = quantity.is_some_and(|mention| matches!(mention.kind, MentionKind::Money(_)));
    if money && matches!(class, "send" | "agree" | "give") { "pay" } else { class }
}

/// Whether a clause modifies the name of a country or an official.
fn is_named_head(rules: &SentenceRules<'_, '_>, clause: &Clause) -> bool {
    clause.antecedent.is_some_and(|antecedent| {
        let place = rules.tree.token_span(antecedent);
        rules.scene.country_at(rules.sentence, place).is_some_and(|(_, country)| super::scene::is_named(&country))
            || rules.scene.official_at(rules.sentence, place).is_some()
    })
}

struct DraftParts<'m> {
    span: Span,
    place: Span,
    predicate: Predicate,
    put: Put,
    sides: Sides,
    quantity: Option<&'m Mention>,
    time: Option<ClaimTime>,
    listed: bool,
    kind: Option<ClauseKind>,
    told: usize,
    rules: Vec<&'static str>,
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

/// The token that a mention hangs from: the one whose head lies outside.
pub(crate) fn anchor(tree: &Tree, mention: &Mention) -> Option<usize> {
    let span = match &mention.kind {
        MentionKind::Official(official) => official.name,
        _ => mention.span,
    };
    let tokens = tree.tokens_in(span);
    let outside = tokens
        .clone()
        .rev()
        .find(|&token| tree.head(token).is_none_or(|head| !tokens.contains(&head)) && tree.relation(token) != Relation::Punct);
    outside.or(tokens.last())
}

/// Without white space and punctuation at the two ends that belongs to what is around.
fn trim(text: &str, span: Span) -> Span {
    let mut span = span.trim(text);
    loop {
        let words = span.of(text);
        let cut = words.trim_end_matches([',', ';', ':', ' ']);
        let mut next = Span::new(span.start, span.start + cut.len());
        let front = next.of(text).trim_start_matches([',', ';', ':', ' ', '-', '–', '—']);
        next.start = next.end - front.len();
        if next == span {
            return span;
        }
        span = next;
    }
}

fn time_of(text: &str, mention: &Mention) -> Option<ClaimTime> {
    let MentionKind::Date(date) = &mention.kind else { return None };
    Some(ClaimTime { text: mention.span.of(text).to_owned(), start: date.from, end: date.to, timex: Some(date.timex.clone()) })
}

/// A mention's quantity as a claim's.
pub(crate) fn quantity_of(text: &str, mention: &Mention) -> Option<ClaimQuantity> {
    let (quantity, unit, unit_span): (Quantity, Option<String>, Option<Span>) = match &mention.kind {
        MentionKind::Money(money) => (money.amount(), money.currency.map(str::to_owned), None),
        MentionKind::Count(count) | MentionKind::Quantifier(count) => (count.quantity.clone(), count.unit.clone(), count.unit_span),
        MentionKind::Percent(percent) => (percent.quantity.clone(), Some(percent.unit.as_str().to_owned()), None),
        MentionKind::Measure(measure) => (measure.quantity.clone(), Some(measure.unit.clone()), measure.unit_span),
        _ => return None,
    };
    Some(ClaimQuantity {
        text: mention.span.of(text).to_owned(),
        start: mention.span.start,
        end: mention.span.end,
        value: quantity.value,
        low: quantity.low,
        high: quantity.high,
        bound: quantity.bound,
        unit,
        unit_text: unit_span.map(|span| span.of(text).to_owned()),
    })
}

/// A participant for somebody who is named by an official's mention.
pub(crate) fn speaker_participant(scope: &Scope, text: &str) -> Participant {
    Participant {
        text: scope.source.of(text).to_owned(),
        start: scope.source.start,
        end: scope.source.end,
        kind: super::model::ParticipantKind::Official,
        country: scope.country.map(str::to_owned),
        name: scope.name.clone(),
        ..Participant::default()
    }
}
