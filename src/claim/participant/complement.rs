//! What a verb without an object is about: "asked for *a larger van*", "refers to *the first plan*", "spent $500 on *maps*".

use crate::claim::clause::{Argument, Clause, Slot, is_noun};
use crate::claim::participant::side::{Side, Sides};
use crate::claim::scene::is_quantity;
use crate::claim::sentence_rules::SentenceRules;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Frame, PredicateRow, Role};
use crate::gazetteer::word_sets::FunctionSet;
use crate::syntax::{PennTag, Relation};

impl SentenceRules<'_, '_> {
    /// Adds what stands under a preposition right behind the predicate where nothing else is a target.
    pub(super) fn complement(&self, sides: &mut Sides, clause: &Clause, row: Option<&PredicateRow>) {
        let speech = row.is_some_and(|row| row.frame == Frame::Speech);
        if speech || clause.passive || !sides.target.is_empty() {
            return;
        }
        let head = clause.noun.unwrap_or(clause.head());
        let complement = clause.arguments.iter().find(|argument| {
            argument.slot == Slot::Oblique && !argument.shared && argument.of == head && self.is_complement(argument, head, row)
        });
        if let Some(argument) = complement {
            self.phrases().add(sides, Side::Target, argument.head);
        }
    }

    fn is_complement(&self, argument: &Argument, head: usize, row: Option<&PredicateRow>) -> bool {
        let tree = self.tree;
        let Some(case) = argument.preposition else { return false };
        let noun = argument.head;
        let preposition = tree.lemma(case);
        let role = row.and_then(|row| row.role(preposition));
        let kind = self.scene.gazetteers.noun_classes.kind(tree.lemma(noun));
        // "stabbed to *death*", "put on *record*": a bare noun in the singular is a turn of phrase.
        let bare = tree.tag(noun) == PennTag::NN && tree.children(noun).all(|child| child == case || child > noun);
        // "for *the sixty-one*": of whom, is said elsewhere.
        let number = tree.lemma(noun).split('-').all(|word| self.scene.gazetteers.numbers.named(word).is_some());
        self.scene.gazetteers.word_sets.has(FunctionSet::Complement, preposition)
            && !number
            && is_noun(tree.tag(noun))
            && !bare
            && !matches!(role, Some(Role::Amount | Role::Place))
            && kind != Some(NounKind::Time)
            && self.stands_behind(head, case)
            && !self.is_time(noun)
            && !self.is_compared(noun)
            && !self.in_cue(tree.token_span(noun))
    }

    /// Whether nothing but adverbs, or an amount as the object, stands between a predicate and a preposition.
    fn stands_behind(&self, head: usize, case: usize) -> bool {
        let tree = self.tree;
        let amount = tree.child_with(head, Relation::Obj).filter(|&object| {
            let place = tree.token_span(object);
            self.scene.mentions_in(self.sentence).iter().any(|mention| is_quantity(mention) && mention.span.contains(place))
        });
        let paid = amount.map(|object| tree.subtree_range(object)).unwrap_or_default();
        let passed = |token: usize| matches!(tree.tag(token), PennTag::RB | PennTag::RP | PennTag::RBR) || paid.contains(&token);
        head < case && (head + 1..case).all(passed)
    }
}
