//! Clauses found in a tree: where they begin, how they stand, what they take in.

use super::chain::Chain;
use super::intention::owner_of_intention;
use super::word::{has_copula, has_subject, has_to, is_passive, is_relative_word, is_verb, row_of};
use super::{Clause, ClauseKind, Clauses};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::MarkKind;
use crate::gazetteer::predicates::{Control, Frame, Needs};
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};

impl Clauses {
    /// The clauses of a tree.
    pub(crate) fn of(tree: &Tree, gazetteers: &Gazetteers) -> Self {
        let count = tree.len();
        let mut clauses = Self { clauses: Vec::new(), owner: vec![usize::MAX; count] };
        let governs = governors(tree);
        let begins_clause = |token: usize| begins_clause(tree, &governs, token);
        let mut starts: Vec<usize> = (0..count).filter(|&token| begins_clause(token)).collect();
        if starts.is_empty() {
            starts.extend(tree.root());
        }
        let mut clause_of_start = vec![usize::MAX; count];
        for &start in &starts {
            if clause_of_start[start] != usize::MAX {
                continue;
            }
            let chain = Chain::follow(tree, gazetteers, start);
            let index = clauses.clauses.len();
            for &word in &chain.words {
                clause_of_start[word] = index;
            }
            let noun_clause = chain.through.iter().copied();
            for word in noun_clause {
                if clause_of_start[word] == usize::MAX && begins_clause(word) {
                    clause_of_start[word] = index;
                }
            }
            clauses.clauses.push(Clause {
                kind: kind_of(tree, gazetteers, start),
                passive: is_passive(tree, chain.words[chain.words.len() - 1]),
                chain: chain.words,
                noun: chain.noun,
                parent: None,
                antecedent: None,
                arguments: Vec::new(),
                absorbed: Vec::new(),
                absorbed_by: None,
            });
        }
        clauses.find_owners(tree, &clause_of_start);
        clauses.find_parents(tree);
        // "said in an interview *that two men had left*": what a noun says is told without it.
        for clause in clauses.clauses.iter_mut().filter(|clause| clause.kind == ClauseKind::Complement) {
            clause.antecedent = clause.antecedent.filter(|_| !is_whole(tree, gazetteers, clause.chain[clause.chain.len() - 1]));
        }
        clauses.find_arguments(tree, gazetteers);
        clauses.absorb(tree, gazetteers);
        clauses
    }

    pub(super) fn find_owners(&mut self, tree: &Tree, clause_of_start: &[usize]) {
        for token in 0..tree.len() {
            let mut at = token;
            self.owner[token] = loop {
                if clause_of_start[at] != usize::MAX {
                    break clause_of_start[at];
                }
                match tree.head(at) {
                    Some(head) => at = head,
                    None => break 0,
                }
            };
        }
    }

    pub(super) fn find_parents(&mut self, tree: &Tree) {
        for index in 0..self.clauses.len() {
            let top = self.clauses[index].top();
            let Some(head) = tree.head(top).filter(|_| self.clauses[index].kind != ClauseKind::Main) else { continue };
            if self.owner[head] != index {
                self.clauses[index].parent = Some(self.owner[head]);
            }
            let of_noun = self.clauses[index].kind != ClauseKind::Adverbial;
            if of_noun && matches!(tree.relation(top), Relation::Acl | Relation::AclRelcl) {
                self.clauses[index].antecedent = Some(head);
            }
        }
    }

    /// Purposes, and what somebody is asked to do, count as part of the clause that they depend on.
    pub(super) fn absorb(&mut self, tree: &Tree, gazetteers: &Gazetteers) {
        for index in 0..self.clauses.len() {
            let Some(parent) = self.clauses[index].parent else { continue };
            let top = self.clauses[index].top();
            let relation = tree.relation(top);
            let controlled = row_of(tree, gazetteers, self.clauses[parent].head()).is_some_and(|row| row.control == Control::Object);
            let bare = !tree.children(top).any(|child| tree.relation(child).is_subject());
            // "before deporting them", "by sending the prisoners": a gerund under a preposition serves its clause.
            let gerund = (relation == Relation::Advcl || (relation == Relation::Acl && under_accusation(tree, gazetteers, top)))
                && tree.tag(top) == PennTag::VBG
                && bare
                && tree.children(top).any(|child| {
                    child < top
                        && matches!(tree.relation(child), Relation::Mark | Relation::Case)
                        && !gazetteers.word_sets.has(FunctionSet::GerundTime, tree.lemma(child))
                });
            let asked = gerund
                || (relation == Relation::Xcomp && (controlled || !is_shown(tree, self.clauses[parent].head())))
                || (relation == Relation::Ccomp
                    && row_of(tree, gazetteers, self.clauses[parent].head())
                        .is_some_and(|row| row.control == Control::Object && row.frame != Frame::Speech));
            let planned = owner_of_intention(tree, gazetteers, top).is_some();
            let inside = matches!(self.clauses[index].kind, ClauseKind::Purpose | ClauseKind::Infinitive) && !planned || asked;
            let parent = if gerund && relation == Relation::Acl {
                self.owner[tree.head(top).and_then(|noun| tree.head(noun)).unwrap_or(top)]
            } else {
                parent
            };
            if inside && (bare || asked) && parent != index {
                self.clauses[index].absorbed_by = Some(parent);
                self.clauses[parent].absorbed.push(index);
            }
        }
    }
}

/// "accused Russia *of poisoning him*", "barred them *from entering*": the gerund belongs to the verb, wherever it hangs.
pub(super) fn under_accusation(tree: &Tree, gazetteers: &Gazetteers, gerund: usize) -> bool {
    let preposition = tree.children(gerund).any(|child| child < gerund && matches!(tree.lemma(child), "of" | "from"));
    let verb = tree.head(gerund).filter(|&noun| tree.relation(noun) == Relation::Obj).and_then(|noun| tree.head(noun));
    preposition && verb.is_some_and(|verb| row_of(tree, gazetteers, verb).is_some_and(|row| row.control == Control::Object))
}

/// Whether a verb has its object do or be something: "has *seen Kosovo agreeing*", "*left two dead*".
fn is_shown(tree: &Tree, verb: usize) -> bool {
    tree.child_with(verb, Relation::Obj).is_some()
}

/// For each token, whether a subject or a copula hangs on it.
fn governors(tree: &Tree) -> Vec<bool> {
    let mut governs = vec![false; tree.len()];
    for token in 0..tree.len() {
        let relation = tree.relation(token);
        if (relation.is_subject() || relation == Relation::Cop)
            && let Some(head) = tree.head(token)
        {
            governs[head] = true;
        }
    }
    governs
}

/// Whether a clause begins at the token.
fn begins_clause(tree: &Tree, governs: &[bool], token: usize) -> bool {
    let relation = tree.relation(token);
    let tag = tree.tag(token);
    if matches!(relation, Relation::Root) {
        return true;
    }
    if relation.is_clausal() {
        // Appended noun phrases are no clauses: "…, 42, of Ohio".
        return relation != Relation::Parataxis || is_verb(tag) || governs[token];
    }
    if governs[token] {
        return true;
    }
    // "were shot and wounded": participles that are tagged as adjectives.
    let participle = tag == PennTag::JJ && tree.lemma(token).ends_with("ed");
    if relation == Relation::Conj && (is_verb(tag) || participle) {
        return tree.head(token).is_some_and(|head| is_verb(tree.tag(head)) || begins_clause(tree, governs, head));
    }
    false
}

/// "*provided that* they pay", "*assuming that* they pay", "*on condition that* they pay", "*as long as* they pay", "*in case* they pay";
/// not "it is assumed that they pay", "we assume that they pay".
fn is_condition_by_several_words(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    let before = |mark: usize, back: usize| mark.checked_sub(back).map_or("", |at| tree.lemma(at));
    tree.children(verb).filter(|&child| child < verb && tree.relation(child) == Relation::Mark).any(|mark| match tree.lemma(mark) {
        "that" => mark.checked_sub(1).is_some_and(|word| {
            let finite =
                |relation: Relation| relation.is_subject() || matches!(relation, Relation::Aux | Relation::AuxPass | Relation::Mark);
            let participle = !tree.children(word).any(|child| child < word && finite(tree.relation(child)));
            tree.lemma(word) == "condition" || participle && gazetteers.word_sets.has(LexicalSet::Supposing, tree.lemma(word))
        }),
        "as" => before(mark, 1) == "long" && before(mark, 2) == "as",
        "in" => mark + 1 < tree.len() && tree.lemma(mark + 1) == "case",
        _ => false,
    })
}

/// "*Had they* paid, …", "*Should they* pay, …": the auxiliary stands before the subject, and the clause is no question.
fn is_inverted_condition(tree: &Tree, verb: usize) -> bool {
    // "…, *should they pay*": behind a comma, too.
    let Some(first) = tree.subtree_range(verb).find(|&token| !tree.tag(token).is_punctuation()) else { return false };
    let inverts = match tree.tag(first) {
        PennTag::VBD => matches!(tree.lemma(first), "have" | "be"),
        PennTag::MD => tree.lemma(first) == "should",
        _ => false,
    };
    let subject = tree.children(verb).any(|child| tree.relation(child).is_subject() && child > first && child < verb);
    let aside = match tree.relation(verb) {
        Relation::Advcl => true,
        // "Should they pay, Chad *will leave*": the tree may take the condition for the main clause.
        Relation::Root => tree.children(verb).any(|child| {
            child > verb
                && (tree.relation(child) == Relation::Parataxis
                    || (tree.relation(child) == Relation::Advcl
                        && tree.children(child).any(|below| tree.tag(below) == PennTag::MD)
                        && tree.child_with(child, Relation::Mark).is_none()))
        }),
        _ => false,
    };
    inverts && tree.head(first) == Some(verb) && subject && aside && tree.lemma(tree.len() - 1) != "?"
}

/// "Should they pay, Chad *will leave*": what follows from a condition that the tree took for the main clause.
fn is_consequence_of_inverted(tree: &Tree, verb: usize) -> bool {
    matches!(tree.relation(verb), Relation::Parataxis | Relation::Advcl)
        && tree.head(verb).is_some_and(|head| head < verb && tree.relation(head) == Relation::Root && is_inverted_condition(tree, head))
}

/// "*before* he spoke", "*while* it lasted".
fn has_mark_of_time(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    tree.children(verb).any(|child| {
        child < verb && tree.relation(child) == Relation::Mark && gazetteers.word_sets.has(FunctionSet::AdverbialMark, tree.lemma(child))
    })
}

/// Whether a clause with "that" has a subject of its own, lacks no object, and hangs on a noun for something said.
fn is_content_of_noun(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    let said = tree.head(verb).and_then(|noun| row_of(tree, gazetteers, noun)).is_some_and(|row| row.complement.is_some());
    let that = tree.children(verb).any(|child| child < verb && tree.lemma(child) == "that" && !tree.relation(child).is_subject());
    let subject = tree.children(verb).any(|child| tree.relation(child).is_subject() && !is_relative_word(tree, child));
    said && that && subject && is_whole(tree, gazetteers, verb)
}

/// Whether a verb has all it needs, so that nothing in front of the clause can be its object: "two men *had left*", not "the deal
/// that they *struck*".
pub(in crate::claim) fn is_whole(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    let has = |relation| tree.child_with(verb, relation).is_some_and(|child| child > verb);
    let takes_object = row_of(tree, gazetteers, verb)
        .is_some_and(|row| row.role("object").is_some() && !matches!(row.needs, Needs::NoObject | Needs::Amount | Needs::Place));
    !is_verb(tree.tag(verb))
        || is_passive(tree, verb)
        || has(Relation::Obj)
        || has(Relation::Ccomp)
        || has(Relation::Xcomp)
        || !takes_object
}

fn kind_of(tree: &Tree, gazetteers: &Gazetteers, start: usize) -> ClauseKind {
    let condition = tree.children(start).any(|child| {
        child < start
            && matches!(tree.relation(child), Relation::Mark | Relation::Advmod)
            && gazetteers.cues.mark(tree.lemma(child)) == Some(MarkKind::Condition)
    });
    let tag = tree.tag(start);
    if condition || is_condition_by_several_words(tree, gazetteers, start) || is_inverted_condition(tree, start) {
        return ClauseKind::Condition;
    }
    if is_consequence_of_inverted(tree, start) {
        return ClauseKind::Main;
    }
    match tree.relation(start) {
        Relation::Root if is_verb(tag) || has_subject(tree, start) || has_copula(tree, start) => ClauseKind::Main,
        Relation::Root => ClauseKind::Fragment,
        Relation::Conj => ClauseKind::Conjunct,
        Relation::Parataxis => ClauseKind::Aside,
        // "reports of the fire, but *before they had come*": a clause of time, whatever noun it hangs on.
        Relation::AclRelcl if has_mark_of_time(tree, gazetteers, start) => ClauseKind::Adverbial,
        // "the demand *that half of them be made here*": nothing in it takes up the noun.
        Relation::AclRelcl if is_content_of_noun(tree, gazetteers, start) => ClauseKind::Complement,
        Relation::AclRelcl => ClauseKind::Relative,
        Relation::Acl if has_subject(tree, start) => ClauseKind::Complement,
        Relation::Acl if has_to(tree, start) => ClauseKind::Infinitive,
        Relation::Acl => ClauseKind::Participle,
        Relation::Advcl | Relation::AdvclRelcl if !has_subject(tree, start) && has_to(tree, start) => ClauseKind::Purpose,
        Relation::Advcl | Relation::AdvclRelcl => ClauseKind::Adverbial,
        Relation::Xcomp if has_to(tree, start) => ClauseKind::Purpose,
        _ => ClauseKind::Complement,
    }
}
