//! Clauses found in a tree: where they begin, how they stand, what they take in.

use super::chain::Chain;
use super::word::{has_copula, has_subject, has_to, is_passive, is_verb, row_of};
use super::{Clause, ClauseKind, Clauses};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::MarkKind;
use crate::gazetteer::predicates::{Control, Frame};
use crate::gazetteer::word_sets::FunctionSet;
use crate::syntax::{PennTag, Relation, Sentence as Tree};

impl Clauses {
    /// The clauses of a tree.
    pub(crate) fn of(tree: &Tree, gazetteers: &Gazetteers) -> Self {
        let count = tree.len();
        let mut clauses = Self { clauses: Vec::new(), owner: vec![usize::MAX; count] };
        let mut starts: Vec<usize> = (0..count).filter(|&token| begins_clause(tree, token)).collect();
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
                if clause_of_start[word] == usize::MAX && begins_clause(tree, word) {
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
        clauses.find_arguments(tree);
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
            let Some(head) = tree.head(top) else { continue };
            if self.owner[head] != index {
                self.clauses[index].parent = Some(self.owner[head]);
            }
            if matches!(tree.relation(top), Relation::Acl | Relation::AclRelcl) {
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
            let inside = matches!(self.clauses[index].kind, ClauseKind::Purpose | ClauseKind::Infinitive) || asked;
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
fn under_accusation(tree: &Tree, gazetteers: &Gazetteers, gerund: usize) -> bool {
    let preposition = tree.children(gerund).any(|child| child < gerund && matches!(tree.lemma(child), "of" | "from"));
    let verb = tree.head(gerund).filter(|&noun| tree.relation(noun) == Relation::Obj).and_then(|noun| tree.head(noun));
    preposition && verb.is_some_and(|verb| row_of(tree, gazetteers, verb).is_some_and(|row| row.control == Control::Object))
}

/// Whether a verb has its object do or be something: "has *seen Kosovo agreeing*", "*left two dead*".
fn is_shown(tree: &Tree, verb: usize) -> bool {
    tree.child_with(verb, Relation::Obj).is_some()
}

/// Whether a clause begins at the token.
fn begins_clause(tree: &Tree, token: usize) -> bool {
    let relation = tree.relation(token);
    let tag = tree.tag(token);
    if matches!(relation, Relation::Root) {
        return true;
    }
    if relation.is_clausal() {
        // Appended noun phrases are no clauses: "…, 42, of Ohio".
        return relation != Relation::Parataxis || is_verb(tag) || has_subject(tree, token) || has_copula(tree, token);
    }
    if has_subject(tree, token) || has_copula(tree, token) {
        return true;
    }
    // "were shot and wounded": participles that are tagged as adjectives.
    let participle = tag == PennTag::JJ && tree.lemma(token).ends_with("ed");
    if relation == Relation::Conj && (is_verb(tag) || participle) {
        return tree.head(token).is_some_and(|head| is_verb(tree.tag(head)) || begins_clause(tree, head));
    }
    false
}

fn kind_of(tree: &Tree, gazetteers: &Gazetteers, start: usize) -> ClauseKind {
    let condition = tree.children(start).any(|child| {
        child < start
            && matches!(tree.relation(child), Relation::Mark | Relation::Advmod)
            && gazetteers.cues.mark(tree.lemma(child)) == Some(MarkKind::Condition)
    });
    let tag = tree.tag(start);
    if condition {
        return ClauseKind::Condition;
    }
    match tree.relation(start) {
        Relation::Root if is_verb(tag) || has_subject(tree, start) || has_copula(tree, start) => ClauseKind::Main,
        Relation::Root => ClauseKind::Fragment,
        Relation::Conj => ClauseKind::Conjunct,
        Relation::Parataxis => ClauseKind::Aside,
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
