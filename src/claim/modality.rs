//! How a claim is put: modality and polarity, by what governs its predicate.
//!
//! The outermost word that is not plain assertion decides the modality ("reportedly plans to leave" is alleged); every
//! negation turns the polarity once ("did not refuse" affirms).

use super::clause::{Clause, ClauseKind, Clauses, Slot, has_to, is_noun, is_passive, is_verb, row_of};
use super::model::{Modality, Polarity};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::{Manner, MarkKind, NegationScope};
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Control, Frame, Role};
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// Modality and negation while they are put together, from the outermost word inwards.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Put {
    modality: Option<Modality>,
    negated: bool,
    /// Whether the modality is that of "would" alone.
    would: bool,
}

impl From<Manner> for Put {
    fn from(manner: Manner) -> Self {
        let mut put = Self::default();
        put.add(manner);
        put
    }
}

impl Put {
    pub(crate) fn add(&mut self, manner: Manner) {
        let modality = match manner {
            Manner::Asserted => return,
            Manner::Negated => {
                self.negated = !self.negated;
                return;
            }
            Manner::Planned => Modality::Planned,
            Manner::Requested => Modality::Requested,
            Manner::Possible => Modality::Possible,
            Manner::Alleged => Modality::Alleged,
        };
        self.modality.get_or_insert(modality);
    }

    /// "He said they had paid. *Peru would pay more.*": in speech that is reported, "would" is the speaker's "will".
    pub(crate) fn reported(mut self) -> Self {
        if self.would {
            self.modality = Some(Modality::Planned);
        }
        self
    }

    pub(crate) fn turn(&mut self) {
        self.negated = !self.negated;
    }

    pub(crate) fn modality(self) -> Modality {
        self.modality.unwrap_or_default()
    }

    pub(crate) fn polarity(self) -> Polarity {
        if self.negated { Polarity::Negated } else { Polarity::Affirmed }
    }
}

/// How the clause `index` is put.
pub(crate) fn of_clause(tree: &Tree, text: &str, gazetteers: &Gazetteers, clauses: &Clauses, index: usize) -> Put {
    let mut put = Put::default();
    let clause = &clauses.clauses[index];
    governed(tree, text, gazetteers, clauses, clause, &mut put);
    let last = clause.chain.len() - 1;
    for (position, &word) in clause.chain.iter().enumerate() {
        around(tree, text, gazetteers, word, &mut put);
        // "is to begin", and the headline's "UK to begin"
        let headline = clause.kind == ClauseKind::Main && is_verb(tree.tag(word)) && clause.subject().is_some();
        if position == 0 && has_to(tree, word) && (headline || is_to(tree, word)) {
            put.add(Manner::Planned);
        }
        // "is believed to have left", "claims to have left"
        if position < last
            && is_verb(tree.tag(word))
            && is_hearsay(tree, gazetteers, word)
            && let Some(manner) = gazetteers.cues.report(tree.lemma(word))
        {
            put.add(manner);
        }
        if position < last && is_too_much(tree, gazetteers, word, clause.chain[position + 1]) {
            put.turn();
        }
        let Some(row) = row_of(tree, gazetteers, word) else { continue };
        if position < last {
            // "stopped working"; who "finished adrift" did finish.
            let of_manner = matches!(tree.tag(clause.chain[position + 1]), PennTag::JJ | PennTag::JJR | PennTag::JJS | PennTag::RB);
            // "considers him *a fraud*": what somebody is taken for is no plan.
            let named = !is_verb(tree.tag(clause.chain[position + 1])) && tree.child_with(word, Relation::Obj).is_some();
            let told = |manner: &Manner| match manner {
                Manner::Negated => !was_able(tree, word) && !of_manner,
                Manner::Planned => !was_able(tree, word) && !named,
                _ => !was_able(tree, word) && !had_to(tree, word),
            };
            if let Some(manner) = row.complement.filter(told) {
                put.add(manner);
            }
            if row.negated && row.complement != Some(Manner::Negated) {
                put.turn();
            }
        } else {
            if row.negated {
                put.turn();
            }
            // "offered 300 million euros", "expects six million visitors": what is offered is not yet given.
            let object = clause.arguments.iter().any(|argument| argument.slot == Slot::Object && argument.of == word && !argument.shared);
            if let Some(manner) =
                gazetteers.cues.modal(tree.lemma(word)).filter(|&manner| object && manner != Manner::Requested && !is_service(tree, word))
            {
                put.add(manner);
            }
        }
    }
    for argument in clause.arguments.iter().filter(|argument| !argument.shared) {
        // "no governments have …", "made no statement"
        let direct = matches!(argument.slot, Slot::Subject | Slot::PassiveSubject | Slot::Object | Slot::Predicative);
        if direct && negated_noun(tree, gazetteers, argument.head) {
            put.turn();
        }
    }
    hedged_subject(tree, gazetteers, clause, &mut put);
    hedged_number(tree, gazetteers, clause, &mut put);
    // "If the dam breaks, 4,000 people *lose* their homes": what holds on a condition alone.
    if put.modality.is_none() && is_consequence(tree, gazetteers, clause.top()) {
        put.add(Manner::Possible);
    }
    // "to drain the cellar *and stop* leaks": the second of two infinitives goes with the first.
    let goes_on = clause.kind == ClauseKind::Conjunct
        && matches!(tree.tag(clause.top()), PennTag::VB | PennTag::VBP)
        && !tree.children(clause.top()).any(|child| tree.relation(child).is_subject() || tree.relation(child) == Relation::Aux);
    let first = clause.parent.filter(|_| goes_on).map_or(clause, |parent| &clauses.clauses[parent]);
    if put.modality.is_none()
        && let Some(manner) = unreal_infinitive(tree, gazetteers, first)
    {
        put.add(manner);
    }
    if put.modality.is_none() && (is_part_of_a_plan(tree, gazetteers, clause.top()) || is_a_goal(tree, gazetteers, clause)) {
        put.add(Manner::Planned);
    }
    if put.modality.is_none() && is_accused(tree, gazetteers, clause) {
        put.add(Manner::Alleged);
    }
    if let Some(noun) = clause.noun {
        around(tree, text, gazetteers, noun, &mut put);
        if negated_noun(tree, gazetteers, noun) && !clause.arguments.iter().any(|argument| argument.head == noun) {
            put.turn();
        }
    }
    put
}

/// "they *are to* leave": a finite form of "be" before the infinitive.
fn is_to(tree: &Tree, verb: usize) -> bool {
    tree.children(verb).any(|child| tree.relation(child) == Relation::Cop || is_finite_be(tree, child))
}

fn is_finite_be(tree: &Tree, token: usize) -> bool {
    tree.relation(token) == Relation::Aux && tree.lemma(token) == "be" && tree.tag(token).is_finite()
}

/// What an infinitive says that no word of the table governs: "measures *to protect* 30 villages", "the plan *to build*" are meant to be,
/// "harder for Lind *to resign*" may be. Who was "the first *to sign*" did sign, and so did who "went home *to find*" something find it.
fn unreal_infinitive(tree: &Tree, gazetteers: &Gazetteers, clause: &Clause) -> Option<Manner> {
    let top = clause.top();
    // "absurd for them to *have left*", "to *be leaving*": what is already so.
    let already = |child: usize| tree.relation(child) == Relation::Aux && matches!(tree.lemma(child), "have" | "be");
    if !has_to(tree, top) || tree.children(top).any(already) {
        return None;
    }
    let marked = |lemma: &str| tree.children(top).any(|child| tree.relation(child) == Relation::Mark && tree.lemma(child) == lemma);
    if marked("for") && tree.children(top).any(|child| tree.relation(child).is_subject()) {
        return Some(Manner::Possible);
    }
    if let Some(manner) = noun_of_infinitive(tree, gazetteers, clause) {
        return Some(manner).filter(|manner| matches!(manner, Manner::Planned | Manner::Requested));
    }
    let singled = |noun: usize| {
        tree.children(noun).chain([noun]).any(|child| {
            gazetteers.word_sets.has(LexicalSet::Singling, tree.lemma(child)) || matches!(tree.tag(child), PennTag::JJS | PennTag::RBS)
        })
    };
    let purpose = match clause.kind {
        ClauseKind::Infinitive => !tree.head(top).is_some_and(singled),
        ClauseKind::Purpose => {
            tree.relation(top) != Relation::Xcomp && !gazetteers.word_sets.has(LexicalSet::Outcome, tree.lemma(clause.head()))
        }
        _ => false,
    };
    purpose.then_some(Manner::Planned)
}

/// "a sequel to the *plan* to drain the lake": what the noun right before an infinitive says of it, whatever the infinitive was hung on.
pub(super) fn noun_of_infinitive(tree: &Tree, gazetteers: &Gazetteers, clause: &Clause) -> Option<Manner> {
    let top = clause.top();
    let noun = tree.subtree_range(top).start.checked_sub(1).filter(|&noun| has_to(tree, top) && is_noun(tree.tag(noun)))?;
    row_of(tree, gazetteers, noun)?.complement
}

/// "the office *offers* permits", "stalls *offered* fruit": what is on offer, no sum that is still to be paid.
fn is_service(tree: &Tree, word: usize) -> bool {
    let present = matches!(tree.tag(word), PennTag::VBZ | PennTag::VBP);
    let sum = |token: usize| matches!(tree.tag(token), PennTag::Dollar) || !present && tree.tag(token) == PennTag::CD;
    let summed = tree.child_with(word, Relation::Obj).is_some_and(|object| tree.subtree_range(object).any(sum));
    tree.lemma(word) == "offer" && !summed
}

/// "*was able* to recruit", "have been able to": what somebody could do, and did.
fn was_able(tree: &Tree, word: usize) -> bool {
    let past = |child: usize| {
        matches!(tree.relation(child), Relation::Cop | Relation::Aux) && matches!(tree.tag(child), PennTag::VBD | PennTag::VBN)
    };
    tree.lemma(word) == "able" && tree.children(word).any(past)
}

/// "*too proud* to accept": who is did not; "too quick to lend money" does.
fn is_too_much(tree: &Tree, gazetteers: &Gazetteers, word: usize, infinitive: usize) -> bool {
    let too = |child: usize| child < word && tree.relation(child) == Relation::Advmod && tree.lemma(child) == "too";
    has_to(tree, infinitive)
        && !is_verb(tree.tag(word))
        && tree.children(word).any(too)
        && !gazetteers.word_sets.has(LexicalSet::Willing, tree.lemma(word))
}

/// "*had* to leave", "having to wait": what somebody had to do, and did.
fn had_to(tree: &Tree, word: usize) -> bool {
    let past = matches!(tree.tag(word), PennTag::VBD | PennTag::VBN | PennTag::VBG);
    tree.lemma(word) == "have"
        && past
        && !tree.children(word).any(|child| tree.relation(child) == Relation::Aux && tree.tag(child) == PennTag::MD)
}

/// "*Potential* nations include …", "the *alleged* crime involved …": a hedge on what is listed, or on an event, covers the clause; one on
/// a person ("alleged members were deported") does not.
fn hedged_subject(tree: &Tree, gazetteers: &Gazetteers, clause: &Clause, put: &mut Put) {
    let Some(subject) = clause.subject() else { return };
    let lists =
        matches!(tree.lemma(clause.head()), "include" | "be" | "comprise") || tree.child_with(clause.head(), Relation::Cop).is_some();
    let event = row_of(tree, gazetteers, subject.head).is_some_and(|row| row.frame == Frame::Event) || tree.lemma(subject.head) == "crime";
    if !lists && !event {
        return;
    }
    for child in tree.children(subject.head).filter(|&child| tree.relation(child) == Relation::Amod) {
        if let Some(manner) = gazetteers.cues.hedge(tree.lemma(child)).filter(|&manner| event || manner == Manner::Possible) {
            put.add(manner);
        }
    }
}

/// "*Maybe* 900 houses were flooded", "cost *perhaps* $40 million": a hedge on a number covers what is told with it.
fn hedged_number(tree: &Tree, gazetteers: &Gazetteers, clause: &Clause, put: &mut Put) {
    for argument in clause.arguments.iter().filter(|argument| !argument.shared) {
        let numbers = tree.children(argument.head).filter(|&child| tree.relation(child) == Relation::Nummod).chain([argument.head]);
        for number in numbers.filter(|&number| matches!(tree.tag(number), PennTag::CD | PennTag::Dollar) || number == argument.head) {
            let hedges = |child: &usize| {
                tree.relation(*child) == Relation::Advmod
                    && tree.tag(*child) == PennTag::RB
                    && gazetteers.cues.hedge(tree.lemma(*child)) == Some(Manner::Possible)
                    && (*child + 1 == number || matches!(tree.tag(*child + 1), PennTag::CD | PennTag::Dollar))
            };
            if tree.children(number).filter(|&child| child < number).any(|child| hedges(&child)) {
                put.add(Manner::Possible);
            }
        }
    }
}

/// "Lind *is accused* of fraud", "camps *faced allegations*": an allegation against the subject that nobody is told to make.
fn is_accused(tree: &Tree, gazetteers: &Gazetteers, clause: &Clause) -> bool {
    let head = clause.head();
    let by_somebody = clause.arguments.iter().any(|argument| argument.slot == Slot::Agent);
    !by_somebody
        && row_of(tree, gazetteers, head)
            .is_some_and(|row| &*row.class == "accuse" && (clause.passive || row.role("subject") == Some(Role::Target)))
}

/// "If …, you *lose*": a verb in the present with a condition of its own and no modal.
fn is_consequence(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    let present = |token: usize| matches!(tree.tag(token), PennTag::VBP | PennTag::VBZ);
    let copula = tree.child_with(verb, Relation::Cop);
    let finite = present(copula.unwrap_or(verb)) && tree.child_with(verb, Relation::Aux).is_none();
    let conditional = |clause: usize| {
        tree.children(clause).any(|mark| {
            tree.relation(mark) == Relation::Mark
                && gazetteers.cues.mark(tree.lemma(mark)) == Some(MarkKind::Condition)
                && mark.checked_sub(1).is_none_or(|before| tree.lemma(before) != "even")
        })
    };
    finite && tree.children(verb).any(|child| tree.relation(child) == Relation::Advcl && conditional(child))
}

/// "the plan includes *raising* the tax": the parts of a plan are planned.
fn is_part_of_a_plan(tree: &Tree, gazetteers: &Gazetteers, gerund: usize) -> bool {
    if tree.tag(gerund) != PennTag::VBG {
        return false;
    }
    let Some(verb) = tree.head(gerund).filter(|&verb| gazetteers.word_sets.has(LexicalSet::HasParts, tree.lemma(verb))) else {
        return false;
    };
    let subject = tree.children(verb).find(|&child| tree.relation(child).is_subject());
    subject.and_then(|noun| row_of(tree, gazetteers, noun)).is_some_and(|row| row.frame == Frame::Plan)
}

/// "their *target* is 350 chairs": a number that is still to be reached.
fn is_a_goal(tree: &Tree, gazetteers: &Gazetteers, clause: &Clause) -> bool {
    let head = clause.head();
    let numbered =
        tree.tag(head) == PennTag::CD || tree.children(head).any(|child| matches!(tree.tag(child), PennTag::CD | PennTag::Dollar));
    let goal = |subject: usize| gazetteers.word_sets.has(LexicalSet::Goal, tree.lemma(subject));
    numbered && tree.child_with(head, Relation::Cop).is_some() && clause.subject().is_some_and(|subject| goal(subject.head))
}

fn negated_noun(tree: &Tree, gazetteers: &Gazetteers, noun: usize) -> bool {
    gazetteers.cues.negation(tree.lemma(noun)) == Some(NegationScope::Noun)
        || tree.children(noun).any(|child| {
            child < noun
                && matches!(tree.relation(child), Relation::Det | Relation::DetPredet | Relation::CcPreconj)
                && gazetteers.cues.negation(tree.lemma(child)) == Some(NegationScope::Noun)
        })
}

/// What the clause above says of this one: "denied that …", "demanded that …", "the plan to …", "without giving …".
fn governed(tree: &Tree, text: &str, gazetteers: &Gazetteers, clauses: &Clauses, clause: &Clause, put: &mut Put) {
    let top = clause.top();
    let without = tree.children(top).any(|child| {
        child < top
            && matches!(tree.relation(child), Relation::Mark | Relation::Case)
            && gazetteers.cues.negation(tree.lemma(child)) == Some(NegationScope::Complement)
    });
    if without {
        put.turn();
    }
    let Some(head) = tree.head(top) else { return };
    let governs = match clause.kind {
        ClauseKind::Complement => matches!(tree.relation(top), Relation::Ccomp | Relation::Acl | Relation::AclRelcl),
        ClauseKind::Infinitive => true,
        // "ordered him to pay *or leave*": what somebody is asked to do.
        ClauseKind::Purpose if tree.relation(top) == Relation::Xcomp && is_asked(tree, gazetteers, head) => true,
        // "accused the commission *of having lost* ballots", "barred *from sending*"
        ClauseKind::Adverbial | ClauseKind::Purpose if is_governed_gerund(tree, gazetteers, head, top) => true,
        // "accused *the rebels of burning* a mill": hung on whoever is accused.
        ClauseKind::Participle => {
            let verb =
                tree.head(head).filter(|&verb| tree.relation(head) == Relation::Obj && is_governed_gerund(tree, gazetteers, verb, top));
            if let Some(manner) = verb.and_then(|verb| row_of(tree, gazetteers, verb)).and_then(|row| row.complement) {
                put.add(manner);
            }
            return;
        }
        // "is to be held, selecting one of four": a participle without a subject goes with its clause.
        ClauseKind::Adverbial | ClauseKind::Purpose if !tree.children(top).any(|child| tree.relation(child).is_subject()) => {
            if let Some(parent) = clause.parent.filter(|&parent| clauses.clauses[parent].kind == ClauseKind::Main) {
                let above = &clauses.clauses[parent];
                let mut outer = Put::default();
                for (position, &word) in above.chain.iter().enumerate() {
                    around(tree, text, gazetteers, word, &mut outer);
                    if position == 0 && has_to(tree, word) && tree.child_with(word, Relation::Cop).is_some() {
                        outer.add(Manner::Planned);
                    }
                }
                put.modality = put.modality.or(outer.modality);
            }
            false
        }
        ClauseKind::Conjunct => {
            // A conjunct stands under what its first part stands under: "may resign or flee".
            if let Some(parent) = clause.parent {
                let first = &clauses.clauses[parent];
                if !tree.children(top).any(|child| tree.relation(child).is_subject()) {
                    modals_only(tree, gazetteers, first.top(), top, put);
                }
                governed(tree, text, gazetteers, clauses, first, put);
                shared_chain(tree, text, gazetteers, first, top, put);
            }
            return;
        }
        _ => false,
    };
    if !governs {
        return;
    }
    let finite = tree.relation(top) == Relation::Ccomp && !has_to(tree, top);
    // "It was reported that …": by nobody.
    if finite
        && is_verb(tree.tag(head))
        && is_passive(tree, head)
        && tree.child_with(head, Relation::OblAgent).is_none()
        && let Some(manner) = gazetteers.cues.report(tree.lemma(head))
    {
        put.add(manner);
    }
    // "It is fair to *assume that* …"
    if finite
        && has_to(tree, head)
        && is_nobodys(tree, head)
        && let Some(manner) = gazetteers.cues.report(tree.lemma(head))
    {
        put.add(manner);
    }
    if finite && is_reported_future(tree, gazetteers, head, top) {
        put.add(Manner::Planned);
    }
    // "meant that it had lost an ally": what a finite clause says under "mean" or "decide" is no plan.
    if finite && row_of(tree, gazetteers, head).is_some_and(|row| row.complement == Some(Manner::Planned) && !is_future(tree, top)) {
        return;
    }
    if let Some(row) = row_of(tree, gazetteers, head)
        && let Some(manner) = row.complement
        && (row.frame != Frame::Speech || manner != Manner::Asserted)
    {
        // "took a call *that a shed was flooded*": what happened is not asked for.
        if manner == Manner::Requested && finite_past(tree, top) && tree.relation(top) != Relation::Xcomp {
            return;
        }
        // An infinitive under a noun of plans is planned; the content of a request is requested.
        if row.control != Control::None || row.frame == Frame::Speech || row.frame == Frame::Event {
            put.add(manner);
        }
    }
}

/// "*were* shot", "*fell*": a verb in the past that is no participle alone and has no modal.
fn finite_past(tree: &Tree, verb: usize) -> bool {
    let auxiliaries =
        || tree.children(verb).filter(|&child| matches!(tree.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop));
    if auxiliaries().any(|auxiliary| tree.tag(auxiliary) == PennTag::MD) {
        return false;
    }
    auxiliaries().any(|auxiliary| tree.tag(auxiliary) == PennTag::VBD) || tree.tag(verb) == PennTag::VBD
}

/// Whether an infinitive hangs on an adjective whose subject is "it".
fn is_nobodys(tree: &Tree, infinitive: usize) -> bool {
    tree.head(infinitive).is_some_and(|above| {
        let it = |child: usize| tree.lemma(child) == "it" && (tree.relation(child).is_subject() || tree.relation(child) == Relation::Expl);
        !is_verb(tree.tag(above)) && tree.children(above).any(it)
    })
}

/// Whether a verb of the table asks somebody else to do something.
fn is_asked(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    row_of(tree, gazetteers, verb).is_some_and(|row| row.control == Control::Object && row.complement == Some(Manner::Requested))
}

/// Whether a gerund behind a preposition is what a verb of the table blames for or keeps from.
fn is_governed_gerund(tree: &Tree, gazetteers: &Gazetteers, head: usize, gerund: usize) -> bool {
    let mark = tree.children(gerund).any(|child| {
        child < gerund
            && matches!(tree.relation(child), Relation::Mark | Relation::Case)
            && gazetteers.word_sets.has(FunctionSet::GovernsGerund, tree.lemma(child))
    });
    let complement = row_of(tree, gazetteers, head).and_then(|row| row.complement);
    mark && tree.tag(gerund) == PennTag::VBG && is_verb(tree.tag(head)) && matches!(complement, Some(Manner::Alleged | Manner::Negated))
}

/// "is believed to have left", "claims to have left": an infinitive under a verb that reports, with nobody told to do it.
fn is_hearsay(tree: &Tree, gazetteers: &Gazetteers, word: usize) -> bool {
    let infinitive = tree.children(word).any(|child| tree.relation(child) == Relation::Xcomp && has_to(tree, child));
    let told = tree.children(word).any(|child| matches!(tree.relation(child), Relation::Obj | Relation::Iobj));
    infinitive && !told && (is_passive(tree, word) || gazetteers.cues.report(tree.lemma(word)) == Some(Manner::Alleged))
}

/// "said it *would accept* 50": the form that "will" takes under a verb of saying in the past, where no condition is set.
fn is_reported_future(tree: &Tree, gazetteers: &Gazetteers, head: usize, verb: usize) -> bool {
    let past = matches!(tree.tag(head), PennTag::VBD | PennTag::VBN | PennTag::VBG);
    let says = row_of(tree, gazetteers, head).is_some_and(|row| row.frame == Frame::Speech);
    let would = tree.children(verb).any(|child| tree.relation(child) == Relation::Aux && tree.lemma(child) == "would");
    let perfect = tree.children(verb).any(|child| tree.relation(child) == Relation::Aux && tree.lemma(child) == "have");
    let open = tree.children(verb).any(|child| {
        gazetteers.cues.hedge(tree.lemma(child)) == Some(Manner::Possible)
            || (tree.relation(child) == Relation::Advcl
                && tree.children(child).any(|mark| gazetteers.cues.mark(tree.lemma(mark)) == Some(MarkKind::Condition)))
    });
    past && says && would && !perfect && !open && !is_done_by_a_thing(tree, gazetteers, verb)
}

/// "said *the snow* would close roads": what a thing does is foreseen, not planned.
fn is_done_by_a_thing(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    tree.child_with(verb, Relation::Nsubj).is_some_and(|subject| {
        let kind = gazetteers.noun_classes.kind(tree.lemma(subject));
        let event = row_of(tree, gazetteers, subject).is_some_and(|row| row.frame == Frame::Event);
        let thing = matches!(kind, Some(NounKind::Thing | NounKind::Event | NounKind::Time)) || kind.is_none() && event;
        is_noun(tree.tag(subject)) && thing
    })
}

fn is_future(tree: &Tree, verb: usize) -> bool {
    tree.children(verb).any(|child| tree.relation(child) == Relation::Aux && matches!(tree.lemma(child), "will" | "would" | "shall"))
}

/// The modal of the first verb of a coordination covers the further ones that have none of their own.
fn modals_only(tree: &Tree, gazetteers: &Gazetteers, first: usize, verb: usize, put: &mut Put) {
    // "should never have been arrested *or prosecuted*": the second of two participles shares all of the first's auxiliaries.
    let participle = tree.tag(verb) == PennTag::VBN && tree.child_with(first, Relation::AuxPass).is_some() && is_passive(tree, verb);
    // The tagger takes the second infinitive for the present: "would improve conditions *and prevent* cases".
    let present = tree.tag(verb) == PennTag::VBP && tree.tag(first) == PennTag::VB;
    let bare = tree.tag(verb) == PennTag::VB || present || participle;
    if !bare || has_to(tree, verb) || tree.children(verb).any(|child| matches!(tree.relation(child), Relation::Aux | Relation::AuxPass)) {
        return;
    }
    for child in tree.children(first).filter(|&child| tree.relation(child) == Relation::Aux) {
        if let Some(manner) = gazetteers.cues.modal(tree.lemma(child)) {
            put.add(manner);
        }
    }
    let either = participle && tree.children(verb).any(|child| tree.relation(child) == Relation::Cc && tree.lemma(child) == "or");
    let denied = |child: usize| {
        tree.relation(child) == Relation::Advmod && gazetteers.cues.negation(tree.lemma(child)) == Some(NegationScope::Clause)
    };
    if either && tree.children(first).any(denied) {
        put.turn();
    }
}

/// "wanted to clear *and develop* the site": the words of the first chain that both infinitives depend on.
fn shared_chain(tree: &Tree, text: &str, gazetteers: &Gazetteers, first: &Clause, verb: usize, put: &mut Put) {
    let Some(beside) = first.chain.iter().position(|&word| tree.head(verb) == Some(word)) else { return };
    let own = tree.tag(verb) != PennTag::VB || tree.children(verb).any(|child| tree.relation(child).is_subject());
    if own {
        return;
    }
    for &word in &first.chain[..beside] {
        around(tree, text, gazetteers, word, put);
        if let Some(manner) = row_of(tree, gazetteers, word).and_then(|row| row.complement) {
            put.add(manner);
        }
    }
}

/// Negations, modals and hedges that depend on one word.
pub(crate) fn around(tree: &Tree, text: &str, gazetteers: &Gazetteers, word: usize, put: &mut Put) {
    let cues = &gazetteers.cues;
    let verbal = is_verb(tree.tag(word)) || tree.child_with(word, Relation::Cop).is_some();
    for child in tree.children(word) {
        let lemma = tree.lemma(child);
        match tree.relation(child) {
            Relation::Aux => {
                let written = tree.word(text, child);
                let manner = cues.modal(lemma).or_else(|| cues.modal(&written.to_ascii_lowercase()));
                if let Some(manner) = manner.filter(|_| tree.tag(child) == PennTag::MD && !shows(tree, gazetteers, word, child)) {
                    // "would": the form that "will" takes in reported speech and on conditions alike.
                    let would = written.eq_ignore_ascii_case("would") || written.eq_ignore_ascii_case("'d");
                    put.would |= would && put.modality.is_none();
                    put.add(if would { Manner::Possible } else { manner });
                }
            }
            Relation::Advmod | Relation::Amod | Relation::Cc | Relation::CcPreconj => {
                // "neither accepted nor expelled": each of the two is denied.
                let neither = cues.negation(lemma) == Some(NegationScope::Noun)
                    && is_verb(tree.tag(word))
                    && matches!(lemma, "neither" | "nor")
                    && child < word;
                if neither || cues.negation(lemma) == Some(NegationScope::Clause) || no_longer(tree, child) {
                    // "not only" adds, it does not deny; what happened "not before" did happen.
                    let only = child + 1 < tree.len()
                        && (tree.lemma(child + 1) == "only" || (lemma == "not" && tree.lemma(child + 1) == "before"));
                    if !only {
                        put.turn();
                    }
                } else if tree.relation(child) == Relation::Amod && matches!(tree.tag(child), PennTag::VBN | PennTag::VBD) {
                    // "the *expected* decline"
                    let written = || cues.hedge(&tree.word(text, child).to_ascii_lowercase()).filter(|_| !verbal);
                    if let Some(manner) = cues.hedge(lemma).or_else(written) {
                        put.add(manner);
                    }
                } else if let Some(manner) = cues.hedge(lemma).filter(|_| verbal || tree.relation(child) == Relation::Amod) {
                    put.add(manner);
                }
            }
            Relation::Obl | Relation::Discourse | Relation::Parataxis | Relation::Dep => {
                // "…, a formal update *is* forthcoming": a clause of its own.
                let own = tree.children(child).any(|below| matches!(tree.relation(below), Relation::Aux | Relation::Cop | Relation::Nsubj));
                if let Some(manner) = cues.hedge(lemma).filter(|_| !own) {
                    put.add(manner);
                }
            }
            _ => {}
        }
    }
}

/// "three boats *can be seen* from the tower": what there is to see is there.
/// "she *could hear* the bells" did hear them.
fn shows(tree: &Tree, gazetteers: &Gazetteers, verb: usize, modal: usize) -> bool {
    let seen = || tree.child_with(verb, Relation::AuxPass).is_some();
    let sees = || {
        let object = tree.child_with(verb, Relation::Obj).is_some_and(|object| tree.child_with(object, Relation::Nummod).is_none());
        let person = |child: usize| tree.relation(child) == Relation::Nsubj && matches!(tree.lemma(child), "he" | "she" | "they" | "i");
        object && tree.children(verb).any(person)
    };
    let perceives = || gazetteers.word_sets.has(LexicalSet::Perceiving, tree.lemma(verb));
    match tree.lemma(modal) {
        "can" => seen() && perceives(),
        "could" => perceives() && sees(),
        _ => false,
    }
}

fn no_longer(tree: &Tree, child: usize) -> bool {
    tree.lemma(child) == "longer" || tree.lemma(child) == "long" && tree.children(child).any(|below| tree.lemma(below) == "no")
}
