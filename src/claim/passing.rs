//! What a clause names only in passing: numbers of where it happens, of what it is compared with, of what an apposition adds.

use super::clause::{is_verb, preposition};
use super::sentence_rules::SentenceRules;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::Role;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::Relation;
use crate::tag::mention::{CountMention, Mention, MentionKind};

impl SentenceRules<'_, '_> {
    /// Whether a quantity is told of something beside the clause, not of what happens in it.
    pub(super) fn is_in_passing(&self, mention: &Mention, token: usize) -> bool {
        self.is_inside_an_apposition(mention, token)
            || matches!(mention.kind, MentionKind::Count(_)) && self.is_compared(token)
            || self.is_of_circumstances(mention, token)
            || self.is_deep_inside(mention, token)
    }

    /// "sold the mill, her home *for twenty years*": a length of time inside an apposition is told of it alone.
    fn is_inside_an_apposition(&self, mention: &Mention, token: usize) -> bool {
        let lasting = match &mention.kind {
            MentionKind::Measure(_) => true,
            MentionKind::Count(count) => {
                count.unit.as_deref().is_some_and(|unit| self.scene.gazetteers.noun_classes.kind(unit) == Some(NounKind::Time))
            }
            _ => false,
        };
        let path = std::iter::successors(self.tree.head(token), |&at| self.tree.head(at));
        lasting && path.take_while(|&at| !is_verb(self.tree.tag(at))).any(|at| self.tree.relation(at) == Relation::Appos)
    }

    /// "a mother *of two*": how many children somebody has, said of who it is.
    pub(super) fn is_of_children(&self, mention: &Mention) -> bool {
        let MentionKind::Count(count) = &mention.kind else { return false };
        let Some(&(_, token)) = self.anchors.iter().find(|(other, _)| other.span == mention.span) else { return false };
        let of = preposition(self.tree, token).is_some_and(|case| self.tree.lemma(case) == "of");
        let parent = self.tree.head(token).map(|head| self.tree.lemma(head));
        count.unit.is_none() && of && parent.is_some_and(|parent| self.scene.gazetteers.word_sets.has(LexicalSet::ParentOf, parent))
    }

    /// "met Lind, the mother *of one of the victims*": which one of several, said of who somebody is.
    pub(super) fn is_one_in_an_apposition(&self, mention: &Mention) -> bool {
        let one_of = matches!(mention.kind, MentionKind::Count(_)) && mention.span.of(self.scene.text).starts_with("one of ");
        let Some(&(_, token)) = self.anchors.iter().find(|(other, _)| one_of && other.span == mention.span) else { return false };
        let path = std::iter::successors(self.tree.head(token), |&at| self.tree.head(at));
        self.tree.relation(token) == Relation::Nmod
            && path.take_while(|&at| !is_verb(self.tree.tag(at))).any(|at| self.tree.relation(at) == Relation::Appos)
    }

    /// "with the mayors *of the six towns*": two nouns away from the clause, neither of which names an event, an amount or a group.
    fn is_deep_inside(&self, mention: &Mention, token: usize) -> bool {
        let tree = self.tree;
        let MentionKind::Count(_) = &mention.kind else { return false };
        let mut levels = 0;
        let mut at = token;
        while tree.relation(at) == Relation::Nmod {
            let Some(head) = tree.head(at).filter(|&head| !is_verb(tree.tag(head))) else { break };
            let lemma = tree.lemma(head);
            let carries = super::clause::row_of(tree, self.scene.gazetteers, head).is_some()
                || self.scene.gazetteers.slots.amount_noun(lemma).is_some()
                || self.scene.gazetteers.word_sets.has(LexicalSet::CarriesNumber, lemma);
            if carries {
                return false;
            }
            levels += 1;
            at = head;
        }
        levels >= 2
    }

    /// "*After the two shootings*, police sought Lind", "*before 200 guests*": what it is dated by is no amount of it; people before whom it
    /// is done are no date.
    fn is_of_time_before(&self, count: &CountMention, case: &str) -> bool {
        let kind = count.unit.as_deref().and_then(|unit| self.scene.gazetteers.noun_classes.kind(unit));
        match case {
            "after" | "during" | "since" | "following" => kind != Some(NounKind::Time),
            "before" => kind == Some(NounKind::Event),
            _ => false,
        }
    }

    /// "found *at two homes*", "on *one level*", "*unlike ten others*, he is free": things counted where it happens, and whatever it is
    /// compared with, are no amount of what happens. People, bodies and countries are ("sold in 44 countries").
    fn is_of_circumstances(&self, mention: &Mention, token: usize) -> bool {
        let (count, vague) = match &mention.kind {
            MentionKind::Count(count) => (count, false),
            MentionKind::Quantifier(count) => (count, true),
            _ => return false,
        };
        let tree = self.tree;
        if !matches!(tree.relation(token).universal(), Relation::Obl) {
            return false;
        }
        let Some(case) = preposition(tree, token).map(|case| tree.lemma(case)) else { return false };
        if matches!(case, "unlike" | "than") {
            return true;
        }
        // "*unlike* at least ten others": the bound of a number may look like its preposition.
        let compared = |child: usize| tree.relation(child) == Relation::Case && tree.lemma(child) == "unlike";
        if tree.children(token).any(compared) || self.is_of_time_before(count, case) {
            return true;
        }
        // "*in many cases*" only: "guilty on several counts" says of what.
        if vague && case != "in" {
            return false;
        }
        let kind = count.unit.as_deref().and_then(|unit| self.scene.gazetteers.noun_classes.kind(unit));
        let counted = matches!(kind, Some(NounKind::Person | NounKind::Country | NounKind::Government | NounKind::Organization));
        let role =
            tree.head(token).and_then(|verb| super::clause::row_of(tree, self.scene.gazetteers, verb)).and_then(|row| row.role(case));
        let takes_it = role.is_some_and(|role| role != Role::Place);
        self.scene.gazetteers.word_sets.has(FunctionSet::Spot, case) && !counted && !takes_it
    }
}
