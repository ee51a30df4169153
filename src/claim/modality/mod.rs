//! How a claim is put: modality and polarity, by what governs its predicate.
//!
//! The outermost word that is not plain assertion decides the modality ("reportedly plans to leave" is alleged); every
//! negation turns the polarity once ("did not refuse" affirms).

mod governed;
mod unreal;

use self::governed::{governed, is_hearsay};
pub(super) use self::unreal::noun_of_infinitive;
use self::unreal::{hedged_number, hedged_subject, is_a_goal, is_accused, is_consequence, is_part_of_a_plan, unreal_infinitive};
use super::clause::{ClauseKind, Clauses, Slot, has_to, is_verb, row_of};
use super::model::{Modality, Polarity};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::{Manner, NegationScope};
use crate::gazetteer::predicates::{Frame, Needs};
use crate::gazetteer::word_sets::LexicalSet;
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
            put.add(if is_still_to_come(tree, word) { Manner::Negated } else { Manner::Planned });
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
            // "the *declining* fleet" refuses nothing.
            let has = |slot: Slot| clause.arguments.iter().any(|argument| argument.slot == slot);
            let complete = row.needs != Needs::Object || last > 0 || clause.passive || has(Slot::Object);
            if row.negated && complete {
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
        // "pleaded *no contest*": the noun is a part of the verb.
        let of_verb = row_of(tree, gazetteers, argument.of)
            .is_some_and(|row| row.lemma.split_once(' ').is_some_and(|(_, word)| word == tree.lemma(argument.head)));
        if direct && !of_verb && negated_noun(tree, gazetteers, argument.head) {
            put.turn();
        }
    }
    // "no relief for the town, *whose mills have closed*" is no part of what is not there.
    let first = tree.subtree_range(clause.top()).start;
    let beside = matches!(clause.kind, ClauseKind::Participle | ClauseKind::Relative)
        && tree.tag(first) != PennTag::Comma
        && first.checked_sub(1).is_none_or(|before| tree.tag(before) != PennTag::Comma);
    if beside && clause.antecedent.is_some_and(|noun| is_not_there(tree, gazetteers, noun)) {
        put.turn();
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
    if put.modality.is_none() && is_bare_gerund(tree, clause) {
        put.add(Manner::Planned);
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

/// "*Reopening* the port at once.": a sentence that is a gerund alone says what is meant to be done.
fn is_bare_gerund(tree: &Tree, clause: &super::clause::Clause) -> bool {
    let top = clause.top();
    tree.relation(top) == Relation::Root
        && tree.tag(top) == PennTag::VBG
        && clause.subject().is_none()
        && tree.child_with(top, Relation::Obj).is_some()
        && !tree.children(top).any(|child| matches!(tree.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop))
}

/// "they *are to* leave": a finite form of "be" before the infinitive.
fn is_to(tree: &Tree, verb: usize) -> bool {
    tree.children(verb).any(|child| tree.relation(child) == Relation::Cop || is_finite_be(tree, child))
}

/// "*is yet to* leave", "are still to pay": what has not been done.
fn is_still_to_come(tree: &Tree, verb: usize) -> bool {
    let marks = |child: usize| child < verb && tree.tag(child) == PennTag::TO;
    let still = |at: usize| tree.lemma(at) == "yet" || tree.lemma(at) == "still";
    tree.children(verb).find(|&child| marks(child)).is_some_and(|to| to.checked_sub(1).is_some_and(still))
}

fn is_finite_be(tree: &Tree, token: usize) -> bool {
    tree.relation(token) == Relation::Aux && tree.lemma(token) == "be" && tree.tag(token).is_finite()
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

fn negated_noun(tree: &Tree, gazetteers: &Gazetteers, noun: usize) -> bool {
    gazetteers.cues.negation(tree.lemma(noun)) == Some(NegationScope::Noun)
        || tree.children(noun).any(|child| {
            child < noun
                && matches!(tree.relation(child), Relation::Det | Relation::DetPredet | Relation::CcPreconj)
                && gazetteers.cues.negation(tree.lemma(child)) == Some(NegationScope::Noun)
        })
}

/// "There were *not many calls* placed by Chad", "there was *no ship* that sank": what is said not to be there.
fn is_not_there(tree: &Tree, gazetteers: &Gazetteers, noun: usize) -> bool {
    let Some(verb) = tree.head(noun).filter(|&verb| tree.relation(noun).is_subject() && tree.child_with(verb, Relation::Expl).is_some())
    else {
        return false;
    };
    let denied = |child: usize| {
        matches!(tree.relation(child), Relation::Advmod)
            && gazetteers.cues.negation(tree.lemma(child)) == Some(NegationScope::Clause)
            && !(child + 1 < tree.len() && tree.lemma(child + 1) == "only")
    };
    tree.children(verb).any(denied) || negated_noun(tree, gazetteers, noun)
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
                    if would && is_kept_back(tree, gazetteers, word) {
                        continue;
                    }
                    put.would |= would && put.modality.is_none();
                    // "it *must have* been so": what is inferred, not asked for.
                    let inferred = lemma == "must"
                        && tree.children(word).any(|other| tree.relation(other) == Relation::Aux && tree.lemma(other) == "have");
                    put.add(if would || inferred { Manner::Possible } else { manner });
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

/// "Police *would not identify* the men": who would not say something did not.
fn is_kept_back(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    let denied = |child: usize| {
        tree.relation(child) == Relation::Advmod && gazetteers.cues.negation(tree.lemma(child)) == Some(NegationScope::Clause)
    };
    let already = |child: usize| tree.relation(child) == Relation::Aux && matches!(tree.lemma(child), "have" | "be");
    let says = row_of(tree, gazetteers, verb).is_some_and(|row| row.frame == Frame::Speech)
        || gazetteers.word_sets.has(LexicalSet::KeptBack, tree.lemma(verb));
    says && is_verb(tree.tag(verb)) && tree.children(verb).any(denied) && !tree.children(verb).any(already)
}

/// "three boats *can be seen* from the tower", "*could be seen*": what there is to see is there.
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
        "could" => perceives() && (sees() || seen()),
        _ => false,
    }
}

fn no_longer(tree: &Tree, child: usize) -> bool {
    tree.lemma(child) == "longer" || tree.lemma(child) == "long" && tree.children(child).any(|below| tree.lemma(below) == "no")
}
