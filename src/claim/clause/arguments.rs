//! The arguments of a clause, shared subjects and antecedents among them.

use super::build::under_accusation;
use super::intention::owner_of_intention;
use super::word::{
    has_copula, has_to, is_noun, is_passive, is_relative_word, is_verb, object_of_the_next, preposition, row_of, shared_object,
};
use super::{Argument, ClauseKind, Clauses, Slot};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::predicates::Frame;
use crate::syntax::{PennTag, Relation, Sentence as Tree};

impl Clauses {
    pub(super) fn find_arguments(&mut self, tree: &Tree, gazetteers: &Gazetteers) {
        // Parents come before their dependents in the walk, so that a shared subject is there when it is asked for.
        let mut order: Vec<usize> = (0..self.clauses.len()).collect();
        order.sort_by_key(|&index| self.depth(index));
        for index in order {
            let arguments = self.arguments_of(tree, gazetteers, index);
            self.clauses[index].arguments = arguments;
        }
    }

    fn depth(&self, mut index: usize) -> usize {
        let mut depth = 0;
        while let Some(parent) = self.clauses[index].parent {
            depth += 1;
            index = parent;
            if depth > self.clauses.len() {
                break;
            }
        }
        depth
    }

    fn arguments_of(&self, tree: &Tree, gazetteers: &Gazetteers, index: usize) -> Vec<Argument> {
        let clause = &self.clauses[index];
        let mut arguments = Vec::new();
        if let Some(subject) = self.subject_of(tree, gazetteers, index) {
            arguments.push(subject);
        }
        let words = clause.chain.iter().chain(clause.noun.as_ref());
        for &word in words {
            for child in tree.children(word) {
                let slot = match tree.relation(child) {
                    // "*that* an ancestor came here": a mark that was taken for the object.
                    Relation::Obj if is_mark(tree, child, word) => continue,
                    Relation::Obj => Slot::Object,
                    Relation::Iobj => Slot::IndirectObject,
                    Relation::OblAgent => Slot::Agent,
                    Relation::Obl | Relation::OblUnmarked | Relation::Nmod | Relation::NmodUnmarked => Slot::Oblique,
                    // "sending them there"
                    Relation::Advmod if matches!(tree.lemma(child), "there" | "here") && tree.tag(child) == PennTag::RB => Slot::Oblique,
                    _ => continue,
                };
                if Some(child) == clause.noun {
                    continue;
                }
                let case = preposition(tree, child);
                let by = case.is_some_and(|case| tree.lemma(case) == "by");
                // "shot *at an agent*", "taken *to the station*": only "by" names who does it.
                let slot = if slot == Slot::Agent && case.is_some() && !by { Slot::Oblique } else { slot };
                let slot = if by && slot == Slot::Oblique && (clause.passive || is_passive(tree, word)) { Slot::Agent } else { slot };
                arguments.push(Argument { head: child, slot, preposition: case, of: word, shared: false });
            }
        }
        if let Some(object) = shared_object(tree, clause.top()).filter(|_| clause.chain.len() == 1) {
            arguments.push(Argument { head: object, slot: Slot::Object, preposition: None, of: clause.top(), shared: true });
        }
        if let Some(object) = object_of_the_next(tree, gazetteers, clause.head()).filter(|_| !clause.passive) {
            arguments.push(Argument { head: object, slot: Slot::Object, preposition: None, of: clause.head(), shared: true });
        }
        let head = clause.head();
        // "is a refuge", "has become *a refuge*", "is *one of its rivals*"
        let linked = || has_copula(tree, head) || clause.chain.iter().any(|&word| word != head && tree.lemma(word) == "become");
        let counted = || tree.tag(head) == PennTag::CD && tree.children(head).any(|child| tree.relation(child) == Relation::Nmod);
        if (is_noun(tree.tag(head)) || counted()) && linked() {
            arguments.push(Argument { head, slot: Slot::Predicative, preposition: preposition(tree, head), of: head, shared: false });
        }
        self.add_antecedent(tree, index, &mut arguments);
        arguments
    }

    /// The subject by the tree, or the one that the clause shares with another: of a coordination, an adverbial participle, a
    /// relative clause.
    fn subject_of(&self, tree: &Tree, gazetteers: &Gazetteers, index: usize) -> Option<Argument> {
        let clause = &self.clauses[index];
        for &word in &clause.chain {
            // "the trouble is that *prices* rose": of two subjects the inner one does it.
            let inner = tree
                .children(word)
                .rfind(|&child| child < word && tree.tag(child) == PennTag::IN && tree.relation(child) == Relation::Mark);
            let from = inner.unwrap_or(0);
            let outer = tree.children(word).any(|child| tree.relation(child).is_subject() && child > from);
            for child in tree.children(word) {
                let relation = tree.relation(child);
                if !relation.is_subject() || relation.universal() == Relation::Csubj || (outer && child < from) {
                    continue;
                }
                let slot = if clause.passive { Slot::PassiveSubject } else { Slot::Subject };
                if is_relative_word(tree, child) {
                    let head = clause.antecedent.or_else(|| self.relative_antecedent(tree, index))?;
                    return Some(Argument { head, slot, preposition: None, of: word, shared: true });
                }
                return Some(Argument { head: child, slot, preposition: None, of: word, shared: false });
            }
        }
        let top = clause.top();
        let slot = if clause.passive { Slot::PassiveSubject } else { Slot::Subject };
        // "*Moving animals* is hard": a clause as the subject leaves nobody to share, and has nobody who does it.
        let clausal = |word: usize| tree.relation(word).universal() == Relation::Csubj;
        // "… and *it* seems unlikely that": "it" stands for a clause, for nobody of the clause before.
        let expletive = |word: usize| tree.child_with(word, Relation::Expl).is_some();
        if clausal(top) || clause.chain.iter().any(|&word| tree.children(word).any(clausal) || expletive(word)) {
            return None;
        }
        match clause.kind {
            ClauseKind::Participle => {
                // "the task *of counting* the boats": the noun does nothing here; "accused *rebels of burning* it": here it does.
                let under = |child: usize| child < top && matches!(tree.relation(child), Relation::Mark | Relation::Case);
                if tree.tag(top) == PennTag::VBG && tree.children(top).any(under) && !under_accusation(tree, gazetteers, top) {
                    return None;
                }
                let head = clause.antecedent?;
                Some(Argument { head, slot, preposition: None, of: top, shared: true })
            }
            // "has seen Kosovo agreeing to …", "left two people dead": the object of the one is the subject of the other.
            _ if tree.relation(top) == Relation::Xcomp => {
                let governor = tree.head(top)?;
                // "*the council* took pains to say so", "it makes *sense* to sell": what a light verb has as its object does nothing.
                let light = row_of(tree, gazetteers, governor).is_some_and(|row| row.frame == Frame::Light) && has_to(tree, top);
                if let Some(object) = tree.child_with(governor, Relation::Obj).filter(|_| !light) {
                    return Some(Argument { head: object, slot, preposition: None, of: top, shared: true });
                }
                let subject = self.clauses[clause.parent?].subject().filter(|subject| !light || tree.lemma(subject.head) != "it")?;
                Some(Argument { slot, of: top, shared: true, ..*subject })
            }
            ClauseKind::Conjunct | ClauseKind::Adverbial | ClauseKind::Purpose | ClauseKind::Complement => {
                let parent = clause.parent?;
                if clause.kind == ClauseKind::Complement && is_verb(tree.tag(top)) && !has_to(tree, top) && is_finite(tree, top) {
                    // "two sons, *who he said were* in Lima": whom the relative clause around is about.
                    let around = &self.clauses[parent];
                    let about = around.antecedent.filter(|&noun| {
                        is_noun(tree.tag(noun)) && around.kind == ClauseKind::Relative && tree.relation(top) == Relation::Ccomp
                    })?;
                    return Some(Argument { head: about, slot, preposition: None, of: top, shared: true });
                }
                let subject = self.clauses[parent].subject()?;
                Some(Argument { slot, of: top, shared: true, ..*subject })
            }
            ClauseKind::Infinitive => {
                let head = owner_of_intention(tree, gazetteers, top)?;
                Some(Argument { head, slot, preposition: None, of: top, shared: true })
            }
            _ => None,
        }
    }

    fn relative_antecedent(&self, tree: &Tree, index: usize) -> Option<usize> {
        let mut at = self.clauses[index].top();
        while let Some(head) = tree.head(at) {
            if matches!(tree.relation(at), Relation::AclRelcl | Relation::Acl) {
                return Some(head);
            }
            at = head;
        }
        None
    }

    /// The antecedent as object or place of a relative clause: "a policy which both have criticised", "Libya, where …".
    fn add_antecedent(&self, tree: &Tree, index: usize, arguments: &mut Vec<Argument>) {
        let clause = &self.clauses[index];
        let Some(antecedent) = clause.antecedent else { return };
        if clause.kind != ClauseKind::Relative || arguments.iter().any(|argument| argument.head == antecedent) {
            return;
        }
        let head = clause.head();
        // "the city *where* two agents became involved": with the first verb of the chain.
        let mut below = clause.chain.iter().flat_map(|&verb| tree.children(verb));
        let place = below.find(|&child| tree.tag(child) == PennTag::WRB && tree.lemma(child) == "where");
        let (slot, preposition) = match place {
            Some(word) => (Slot::Oblique, Some(word)),
            None => (Slot::Object, None),
        };
        for argument in arguments.iter_mut() {
            if is_relative_word(tree, argument.head) {
                argument.head = antecedent;
                argument.shared = true;
                return;
            }
        }
        // "two women, *one of whom* left", "a man *whose* car burned": it is a part of what is told already.
        let inside = |argument: &Argument| {
            let range = tree.subtree_range(argument.head);
            range.start > antecedent
                && range.into_iter().any(|token| token != argument.head && matches!(tree.tag(token), PennTag::WP | PennTag::WPS))
        };
        if slot == Slot::Object
            && arguments.iter().any(|argument| !argument.shared && argument.slot != Slot::Predicative && inside(argument))
        {
            return;
        }
        if slot == Slot::Oblique || !arguments.iter().any(|argument| argument.slot == Slot::Object) {
            arguments.push(Argument { head: antecedent, slot, preposition, of: head, shared: true });
        }
    }
}

/// Whether what was taken for the object of a verb is the "that" before the verb's subject; in a relative clause it may be the object.
fn is_mark(tree: &Tree, token: usize, verb: usize) -> bool {
    tree.tag(token) == PennTag::IN
        && tree.lemma(token) == "that"
        && tree.relation(verb) != Relation::AclRelcl
        && tree.children(verb).any(|child| token < child && child < verb && tree.relation(child).is_subject())
}

/// Whether a verb or its auxiliary is finite; a bare participle or gerund is not.
fn is_finite(tree: &Tree, verb: usize) -> bool {
    tree.tag(verb) != PennTag::VBG
        || tree.children(verb).any(|child| tree.relation(child) == Relation::Aux && tree.tag(child).is_finite_or_modal())
}
