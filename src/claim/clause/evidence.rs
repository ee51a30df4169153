//! The words of a clause without the clauses around and beside it.

use super::word::{has_subject, is_noun};
use super::{Argument, ClauseKind, Clauses, Slot};
use crate::article::Span;
use crate::syntax::{PennTag, Relation, Sentence as Tree};

impl Clauses {
    /// The evidence of a clause: its words without the clauses around and beside it.
    pub(crate) fn span(&self, tree: &Tree, text: &str, index: usize) -> Span {
        let clause = &self.clauses[index];
        let top = clause.top();
        let mut keep = Vec::with_capacity(tree.subtree_range(top).len() + 1);
        keep.push(top);
        let mut next = 0;
        while let Some(&at) = keep.get(next) {
            next += 1;
            for child in tree.children(at) {
                if self.is_beside(tree, index, at, child) {
                    continue;
                }
                keep.push(child);
            }
        }
        // "shot and *wounded five*": what both verbs have for their object stands behind the second.
        let behind = |argument: &&Argument| argument.shared && argument.slot == Slot::Object && argument.head > top;
        if let Some(object) = clause.arguments.iter().find(behind).filter(|_| clause.antecedent.is_none()) {
            keep.extend(tree.subtree_range(object.head));
        }
        if let Some(antecedent) = clause.antecedent {
            // The antecedent with what stands before it: "over 100 migrants sent to Panama".
            keep.push(antecedent);
            // Without what the clause around says of it: "what united them was *Lind's plan to leave*", "As usual, it was *Lind who paid*".
            let around = clause.kind == ClauseKind::Infinitive || tree.child_with(antecedent, Relation::Cop).is_some();
            let own = |child: usize| match tree.relation(child) {
                Relation::Case | Relation::Obl | Relation::OblUnmarked => false,
                Relation::Cop | Relation::Aux | Relation::Advmod => !around,
                relation => !(around && relation.is_subject()),
            };
            keep.extend(tree.children(antecedent).filter(|&child| child < antecedent && own(child)));
        }
        keep.sort_unstable();
        keep.dedup();
        // "charged with assault *after he shot four*": nothing in front of the word that opens a clause belongs to it.
        let opens = |&child: &usize| child < top && tree.relation(child) == Relation::Mark && tree.tag(child) == PennTag::IN;
        if let Some(mark) = tree.children(top).find(opens).filter(|_| clause.antecedent.is_none()) {
            keep.retain(|&token| token >= mark);
        }
        let mut kept = keep.as_slice();
        while let [first, rest @ ..] = kept
            && !rest.is_empty()
            && is_edge(tree, *first)
        {
            kept = rest;
        }
        while let [rest @ .., last] = kept
            && !rest.is_empty()
            && is_closing(tree, *last)
            && !closes_inside(tree, text, rest[0], *last)
        {
            kept = rest;
        }
        let (first, last) = (kept.first().copied().unwrap_or(top), kept.last().copied().unwrap_or(top));
        tree.token_span(first).join(tree.token_span(last))
    }

    /// Whether `child` stands beside the clause `index`, not in it: coordinated clauses, asides, clauses of time and contrast.
    fn is_beside(&self, tree: &Tree, index: usize, parent: usize, child: usize) -> bool {
        let relation = tree.relation(child);
        if matches!(relation, Relation::Parataxis | Relation::Discourse | Relation::Vocative) {
            return true;
        }
        // "will leave *as long as* they pay", "was shot *as soon as* he came": the adverb goes with its clause.
        let goes = |below: usize| {
            let other = &self.clauses[self.owner[below]];
            match other.kind {
                ClauseKind::Condition => true,
                ClauseKind::Adverbial => other.top() == below && has_subject(tree, below),
                _ => false,
            }
        };
        let opens_condition = relation == Relation::Advmod && tree.children(child).any(|below| self.owner[below] != index && goes(below));
        if opens_condition {
            return true;
        }
        let owner = self.owner[child];
        if owner == index || self.owner[parent] != index {
            return false;
        }
        let other = &self.clauses[owner];
        if other.top() != child {
            return false;
        }
        match other.kind {
            // "through a bargain *or for changing sides*": a gerund beside a phrase belongs to the phrase.
            ClauseKind::Conjunct => {
                let of_phrase = tree.tag(child) == PennTag::VBG && is_noun(tree.tag(parent)) && !has_subject(tree, child);
                !of_phrase
            }
            ClauseKind::Aside | ClauseKind::Condition => true,
            ClauseKind::Adverbial => has_subject(tree, child) || preceded_by_comma(tree, child) || child < self.clauses[index].top(),
            ClauseKind::Relative => preceded_by_comma(tree, child),
            ClauseKind::Participle => preceded_by_comma(tree, child) && child > parent && !is_including(tree, child),
            _ => false,
        }
    }
}

fn is_including(tree: &Tree, token: usize) -> bool {
    tree.lemma(token) == "include"
}

fn preceded_by_comma(tree: &Tree, token: usize) -> bool {
    let first = tree.subtree_range(token).start;
    first > 0 && matches!(tree.tag(first - 1), PennTag::Comma | PennTag::Colon)
        || matches!(tree.tag(first), PennTag::Comma | PennTag::Colon)
}

/// Words that do not belong to the evidence at its beginning: marks, conjunctions, punctuation.
fn is_edge(tree: &Tree, token: usize) -> bool {
    matches!(tree.relation(token), Relation::Cc | Relation::Punct)
        || (tree.relation(token) == Relation::Mark && tree.tag(token) != PennTag::TO)
}

fn is_closing(tree: &Tree, token: usize) -> bool {
    // "in San Francisco *in*": a preposition whose noun the text left out.
    let stranded = tree.relation(token) == Relation::Case && tree.head(token).is_some_and(|head| head < token);
    stranded || tree.relation(token) == Relation::Punct || tree.relation(token) == Relation::Cc
}

/// Whether the closing mark at `last` belongs to one inside: "“safe third country” pacts" keeps its marks.
fn closes_inside(tree: &Tree, text: &str, first: usize, last: usize) -> bool {
    let opens = match tree.word(text, last) {
        "”" => '“',
        ")" => '(',
        "’" => '‘',
        _ => return false,
    };
    tree.token_span(first).join(tree.token_span(last)).of(text).contains(opens)
}
