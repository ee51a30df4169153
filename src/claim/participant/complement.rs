//! What a verb without an object is about: "asked for *a larger van*", "refers to *the first plan*", "spent $500 on *maps*".

use crate::article::Span;
use crate::claim::clause::{Argument, Clause, Slot, is_noun, is_verb};
use crate::claim::participant::side::{Side, Sides};
use crate::claim::scene::is_quantity;
use crate::claim::sentence_rules::SentenceRules;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Frame, PredicateRow, Role};
use crate::gazetteer::word_sets::FunctionSet;
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::MentionKind;

impl SentenceRules<'_, '_> {
    /// Adds what stands under a preposition right behind the predicate where nothing else is a target.
    pub(super) fn complement(&self, sides: &mut Sides, clause: &Clause, row: Option<&PredicateRow>) {
        let speech = row.is_some_and(|row| row.frame == Frame::Speech);
        // "is *critical of* the law": an adjective too is about something.
        let tells = is_verb(self.tree.tag(clause.head())) || self.tree.tag(clause.head()).is_adjective();
        if speech || !tells || clause.passive || self.office_said(clause).is_some() {
            return;
        }
        let head = clause.noun.unwrap_or(clause.head());
        // "called for *a prosecutor for Lind*": who is only named inside it is no target of its own.
        let end = self.tree.token_span(head).end;
        if sides.target.iter().any(|target| target.start < end) {
            return;
        }
        let complement = clause.arguments.iter().find(|argument| {
            argument.slot == Slot::Oblique && !argument.shared && argument.of == head && self.is_complement(argument, head, row)
        });
        let within = |argument: &&Argument| {
            let whole = self.tree.subtree_span(argument.head);
            sides.target.iter().all(|target| target.start != target.end && whole.contains(Span::new(target.start, target.end)))
                && !sides.target.iter().any(|target| target.head.as_deref() == Some(self.tree.lemma(argument.head)))
        };
        if let Some(argument) = complement.filter(within) {
            self.phrases().add(sides, Side::Target, argument.head);
        }
    }

    fn is_complement(&self, argument: &Argument, head: usize, row: Option<&PredicateRow>) -> bool {
        let tree = self.tree;
        let Some(case) = argument.preposition else { return false };
        let noun = argument.head;
        let preposition = tree.lemma(case);
        let role = row.and_then(|row| row.role(preposition));
        let words = &self.scene.gazetteers.word_sets;
        let inner = matches!(preposition, "in" | "on");
        is_noun(tree.tag(noun))
            && !matches!(role, Some(Role::Amount | Role::Place))
            && self.stands_behind(head, case)
            && if inner {
                // "was involved *in a fight*", "reneged *on its promise*"; not where or when.
                role.is_none() && self.is_plain_thing(noun, case) && self.is_no_spot(noun)
            } else {
                // "paid $500 *for repairs*": behind an amount a thing is what for, unless the row says more.
                let thing = role.is_some() || tree.child_with(head, Relation::Obj).is_none();
                words.has(FunctionSet::Complement, preposition) && (self.is_party(noun, case) || thing && self.is_plain_thing(noun, case))
            }
            && !self.is_time(noun)
            && !self.is_compared(noun)
            && !self.in_cue(tree.token_span(noun))
    }

    /// A thing or event that is no place, body or name of one.
    fn is_no_spot(&self, noun: usize) -> bool {
        let tree = self.tree;
        let kind = self.scene.gazetteers.noun_classes.kind(tree.lemma(noun));
        let owned = tree.children(noun).any(|child| matches!(tree.relation(child), Relation::Det | Relation::Amod | Relation::NmodPoss));
        matches!(kind, None | Some(NounKind::Event | NounKind::Document)) && !tree.tag(noun).is_proper() && owned
    }

    /// Somebody, some body, or somewhere to go: "cared for *the victims*", "drove to *Lisbon*".
    fn is_party(&self, noun: usize, case: usize) -> bool {
        let tree = self.tree;
        let place = tree.token_span(noun);
        let goes = self.scene.gazetteers.word_sets.has(FunctionSet::Motion, tree.lemma(case));
        let named = self.scene.mentions_in(self.sentence).iter().any(|mention| {
            matches!(mention.kind, MentionKind::Country(_) | MentionKind::Official(_) | MentionKind::Organization(_))
                && mention.span.overlaps(place)
        });
        match self.scene.gazetteers.noun_classes.kind(tree.lemma(noun)) {
            Some(NounKind::Person | NounKind::Government | NounKind::Organization | NounKind::Country) => !self.is_bare(noun, case),
            Some(NounKind::Place) => goes && !self.is_bare(noun, case),
            Some(NounKind::Time) => false,
            _ => named || goes && tree.tag(noun).is_proper(),
        }
    }

    /// "asked for *a larger van*", "called for *the release* of two men": a thing or an event that is nobody's own and not counted.
    fn is_plain_thing(&self, noun: usize, case: usize) -> bool {
        let tree = self.tree;
        let place = tree.token_span(noun);
        let counted = self.scene.mentions_in(self.sentence).iter().any(|mention| is_quantity(mention) && mention.span.overlaps(place));
        let owned = tree.child_with(noun, Relation::NmodPoss).is_some_and(|owner| tree.tag(owner) == PennTag::PRPS);
        let time = self.scene.gazetteers.noun_classes.kind(tree.lemma(noun)) == Some(NounKind::Time);
        // "paid for *the sixty-one*": of whom, is said elsewhere.
        let number = tree.lemma(noun).split('-').all(|word| self.scene.gazetteers.numbers.named(word).is_some());
        !counted && !owned && !time && !number && !self.is_bare(noun, case)
    }

    /// "stabbed to *death*", "went to *jail*": a bare noun in the singular is a turn of phrase.
    fn is_bare(&self, noun: usize, case: usize) -> bool {
        self.tree.tag(noun) == PennTag::NN && self.tree.children(noun).all(|child| child == case || child > noun)
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
