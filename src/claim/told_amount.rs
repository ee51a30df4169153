//! Which of several quantities of a clause say how much of what it tells.

use rust_decimal::Decimal;

use super::clause::{Clause, Slot, preposition};
use super::model::Participant;
use super::sentence_rules::SentenceRules;
use super::when::time_of;
use crate::article::Span;
use crate::claim::participant::side::Sides;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::Role;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::{Mention, MentionKind};
use crate::tag::quantity::Bound;

impl<'a> SentenceRules<'_, 'a> {
    /// Of several quantities, those deep inside a phrase go with the phrase: "12 contracts for repairs of more than $90,000".
    pub(super) fn keep_direct(&self, index: usize, quantities: &mut Vec<Option<&'a Mention>>) {
        if quantities.len() < 2 {
            return;
        }
        keep_totals(quantities);
        let clause = &self.clauses.clauses[index];
        let phrases = self.phrases();
        let mut heads: Vec<usize> = clause.arguments.iter().flat_map(|argument| phrases.coordinated(argument.head)).collect();
        // "12 donors made *40 contributions*"
        heads.extend(clause.noun.into_iter().flat_map(|noun| phrases.coordinated(noun)));
        for &inner in &clause.absorbed {
            heads.extend(
                self.clauses.clauses[inner]
                    .arguments
                    .iter()
                    .filter(|argument| !argument.shared)
                    .flat_map(|argument| phrases.coordinated(argument.head)),
            );
        }
        // "printed 45,000 maps *for more than 30 schools*": what is counted first is what it is done to or who does it.
        let core: Vec<usize> = clause
            .arguments
            .iter()
            .filter(|argument| matches!(argument.slot, Slot::Object | Slot::PassiveSubject | Slot::Subject) && !argument.shared)
            .flat_map(|argument| phrases.coordinated(argument.head))
            .collect();
        let of_core = |mention: &Mention| core.iter().any(|&head| mention.span.overlaps(self.tree.token_span(head)));
        let row = self.row(clause);
        let beside = |mention: &Mention| {
            clause.arguments.iter().any(|argument| {
                argument.slot == Slot::Oblique
                    && mention.span.overlaps(self.tree.token_span(argument.head))
                    && argument.preposition.is_some_and(|case| {
                        let role = row.and_then(|row| row.role(self.tree.lemma(case)));
                        // "sold *for $40*" is a price, "sold *for 100 countries*" is none.
                        role.is_none_or(|role| {
                            role == Role::Amount && !matches!(mention.kind, MentionKind::Money(_) | MentionKind::Percent(_))
                        })
                    })
            })
        };
        if quantities.iter().flatten().any(|mention| of_core(mention)) {
            quantities.retain(|quantity| quantity.is_some_and(|mention| of_core(mention) || !beside(mention)));
        }
        // "a ransom of 120 million naira was paid for 61 girls": the sum is what the ransom is.
        let is_sum = |token: usize, head: usize| {
            self.tree.head(token) == Some(head)
                && self.tree.relation(token).universal() == Relation::Nmod
                && self.scene.gazetteers.slots.amount_noun(self.tree.lemma(head)).is_some()
        };
        // "*a total of 20 firms* built it": what a noun of amount is of.
        let is_of_total = |token: usize, head: usize| {
            self.tree.head(token) == Some(head)
                && self.tree.relation(token).universal() == Relation::Nmod
                && self.scene.gazetteers.word_sets.has(LexicalSet::Total, self.tree.lemma(head))
        };
        let direct = |mention: &Mention| {
            heads.iter().any(|&head| {
                mention.span.overlaps(self.tree.token_span(head))
                    || self.anchors.iter().any(|(other, token)| {
                        let money = matches!(other.kind, MentionKind::Money(_));
                        other.span == mention.span
                            && self.tree.head(*token) == Some(head)
                            && (money && is_sum(*token, head)
                                || is_of_total(*token, head)
                                || matches!(
                                    self.tree.relation(*token).universal(),
                                    Relation::Nummod | Relation::Compound | Relation::Advmod | Relation::Amod | Relation::Det
                                ))
                    })
            })
        };
        if quantities.iter().flatten().any(|mention| direct(mention)) {
            let kept: Vec<&Mention> = quantities.iter().flatten().copied().filter(|mention| direct(mention)).collect();
            quantities.retain(|quantity| quantity.is_some_and(|mention| direct(mention) || self.is_parallel(mention, &kept)));
        }
    }

    /// Of several quantities, one that only says which, how long or compared with what gives way to one that says how much.
    pub(super) fn keep_plain(&self, quantities: &mut Vec<Option<&'a Mention>>) {
        let whole: Vec<&Mention> = quantities.iter().flatten().copied().collect();
        let alone = |mention: &Mention| whole.iter().all(|other| other.span == mention.span || !self.is_in_one_list(mention, other));
        let weak: [&dyn Fn(&Mention) -> bool; 8] = [
            &|mention| whole.iter().any(|other| self.is_base_of(mention, other)),
            &|mention| whole.iter().any(|other| self.is_alternative(mention, other)),
            &|mention| self.is_known(mention),
            &|mention| self.is_single(mention) && alone(mention),
            &|mention| self.is_lasting(mention) && alone(mention),
            &|mention| self.is_difference(mention),
            &|mention| self.is_attribute(mention),
            &|mention| whole.iter().any(|other| self.is_from_to(mention, other)),
        ];
        for weak in weak {
            if quantities.iter().flatten().any(|mention| !weak(mention)) {
                quantities.retain(|quantity| quantity.is_some_and(|mention| !weak(mention)));
            }
        }
    }

    /// "the *two cities*", "these *three men*": a number of what is known already.
    fn is_known(&self, mention: &Mention) -> bool {
        let MentionKind::Count(count) = &mention.kind else { return false };
        let before = self.tree.tokens_in(mention.span).start.checked_sub(1);
        let small = count.quantity.value.is_some_and(|value| value == Decimal::TWO);
        small
            && before.is_some_and(|before| {
                let lemma = self.tree.lemma(before);
                // "said *that two cities* fell": the word opens the clause.
                lemma == "the"
                    || self.tree.tag(before) == PennTag::DT && self.scene.gazetteers.word_sets.has(FunctionSet::Demonstrative, lemma)
            })
    }

    /// "*one letter* asks for 60": one thing that does something is hardly counted.
    fn is_single(&self, mention: &Mention) -> bool {
        let MentionKind::Count(count) = &mention.kind else { return false };
        let words = mention.span.of(self.scene.text);
        let one = count.quantity.value == Some(Decimal::ONE) && count.quantity.bound == Bound::Exact;
        let subject = self.anchors.iter().any(|(other, token)| other.span == mention.span && self.tree.relation(*token).is_subject());
        one && subject && !words.contains(" of ")
    }

    /// "promised to pay Chad $4,500 *for six months*": how long it is done.
    fn is_lasting(&self, mention: &Mention) -> bool {
        let MentionKind::Measure(measure) = &mention.kind else { return false };
        let Some((_, token)) = self.anchors.iter().find(|(other, _)| other.span == mention.span) else { return false };
        let case = preposition(self.tree, *token).map(|case| self.tree.lemma(case));
        self.scene.gazetteers.noun_classes.kind(&measure.unit) == Some(NounKind::Time)
            && self.tree.relation(*token).universal() == Relation::Obl
            && case.is_some_and(|case| case == "for" || self.scene.gazetteers.word_sets.has(FunctionSet::SpanPreposition, case))
    }

    /// "six months and $40": both under one word.
    fn is_in_one_list(&self, one: &Mention, other: &Mention) -> bool {
        let between = Span::new(one.span.end.min(other.span.end), one.span.start.max(other.span.start));
        self.tree.tokens_in(between).all(|token| matches!(self.tree.tag(token), PennTag::CC | PennTag::Comma | PennTag::DT | PennTag::IN))
    }

    /// "walked *for five hours*", "repaired *four days after* it sank": how long is how much where nothing else in the clause is.
    pub(super) fn length_beside(&self, index: usize) -> Option<&'a Mention> {
        let clause = &self.clauses.clauses[index];
        let of_verb = |token: usize| self.tree.head(token).is_some_and(|head| clause.chain.contains(&head));
        // "nine years *after the tax was scrapped*" is no length of the scrapping.
        let before_mark = |mention: &Mention| {
            let next = self.tree.tokens_in(mention.span).end;
            next < self.tree.len() && self.tree.relation(next) == Relation::Mark && of_verb(next)
        };
        let says_when = |mention: &Mention| {
            self.anchors.iter().any(|(other, _)| other.span.contains(mention.span) && time_of(self.scene, other).is_some())
        };
        let found = self.anchors.iter().find(|(mention, token)| {
            matches!(mention.kind, MentionKind::Measure(_))
                && !before_mark(mention)
                && !says_when(mention)
                && self.clauses.owner[*token] == index
                && self.tree.relation(*token).universal() == Relation::Obl
                && of_verb(*token)
                && self.scene.is_amount(mention)
                && self.is_time_adjunct(mention, *token)
                && !self.is_in_passing(mention, *token)
        });
        found.map(|(mention, _)| *mention)
    }

    /// "*$700 more* than the repair": how far it is from something else.
    fn is_difference(&self, mention: &Mention) -> bool {
        let next = self.tree.tokens_in(mention.span).end;
        next + 1 < self.tree.len() && matches!(self.tree.tag(next), PennTag::JJR | PennTag::RBR) && self.tree.lemma(next + 1) == "than"
    }

    /// "the levy on a *$90,000 barn* is $45": which barn.
    fn is_attribute(&self, mention: &Mention) -> bool {
        let Some((_, token)) = self.anchors.iter().find(|(other, _)| other.span == mention.span) else { return false };
        matches!(mention.kind, MentionKind::Money(_))
            && self.tree.relation(*token) == Relation::Compound
            && self.tree.head(*token).is_some_and(|noun| self.tree.relation(noun) == Relation::Nmod)
    }

    /// "rose *from 410 loans* in May to 560 loans": what it was before.
    fn is_from_to(&self, from: &Mention, to: &Mention) -> bool {
        let before = |mention: &Mention| self.tree.tokens_in(mention.span).start.checked_sub(1).map(|token| self.tree.lemma(token));
        let near = from.span.end <= to.span.start && self.tree.tokens_in(Span::new(from.span.end, to.span.start)).len() <= 6;
        near && before(from) == Some("from") && before(to) == Some("to")
    }

    /// "cost $50 for adults, *$350 for groups* and *$20 for children*": amounts of a list that have one preposition behind them.
    fn is_parallel(&self, mention: &Mention, kept: &[&Mention]) -> bool {
        let tokens = self.tree.tokens_in(mention.span);
        let listed = tokens.start.checked_sub(1).is_some_and(|before| matches!(self.tree.tag(before), PennTag::Comma | PennTag::CC));
        let behind = |mention: &Mention| {
            let next = self.tree.tokens_in(mention.span).end;
            (next < self.tree.len() && self.tree.tag(next) == PennTag::IN).then(|| self.tree.lemma(next))
        };
        let word = behind(mention);
        listed
            && word.is_some()
            && kept.iter().any(|known| {
                std::mem::discriminant(&known.kind) == std::mem::discriminant(&mention.kind)
                    && known.span.end <= mention.span.start
                    && behind(known) == word
            })
    }

    /// "8 percent *of $45,000*": what a share is of.
    fn is_base_of(&self, base: &Mention, share: &Mention) -> bool {
        matches!(share.kind, MentionKind::Percent(_))
            && share.span.end <= base.span.start
            && matches!(Span::new(share.span.end, base.span.start).of(self.scene.text), " of " | " of the " | " of its " | " of a ")
    }

    /// "*three or* four houses": the lower end of a range whose noun stands behind the upper.
    pub(super) fn is_alternative(&self, low: &Mention, high: &Mention) -> bool {
        let value = |mention: &Mention| match &mention.kind {
            MentionKind::Count(count) if count.quantity.bound == Bound::Exact => count.quantity.value,
            _ => None,
        };
        low.span.end <= high.span.start
            && Span::new(low.span.end, high.span.start).of(self.scene.text) == " or "
            && value(low).zip(value(high)).is_some_and(|(low, high)| low < high)
    }
}

impl SentenceRules<'_, '_> {
    /// "Lind and Berg got two and *three* years, *respectively*": the first number is the first one's, and so on; false where the claim is
    /// only about those who have another number.
    pub(super) fn keep_respective(&self, clause: &Clause, sides: &mut Sides, quantities: &[Option<&Mention>], own: &Mention) -> bool {
        let said = |token: usize| self.tree.lemma(token) == "respectively" && self.tree.token_span(token).start > own.span.end;
        let Some(subject) = clause.subject().filter(|_| quantities.len() > 1 && (0..self.tree.len()).any(said)) else { return true };
        // "*two* men, Lind and Berg, got three and four years": the number of the subject is of all of them.
        let place = self.tree.token_span(subject.head);
        let quantities: Vec<&Mention> = quantities.iter().flatten().copied().filter(|mention| mention.span.start > place.start).collect();
        let mut heads = self.phrases().coordinated(subject.head);
        // "two men, *Lind and Berg*, got …"
        let names: Vec<usize> = self.tree.children(subject.head).filter(|&child| self.tree.relation(child) == Relation::Appos).collect();
        if let (&[_], &[name]) = (heads.as_slice(), names.as_slice()) {
            heads = self.phrases().coordinated(name);
        }
        let Some(first) = heads.len().checked_sub(quantities.len()) else { return true };
        let Some(place) = quantities.iter().position(|mention| mention.span == own.span) else { return true };
        let holds = |participant: &Participant, head: usize| participant.span().contains(self.tree.token_span(head));
        let other =
            |participant: &Participant| !holds(participant, heads[first + place]) && heads.iter().any(|&head| holds(participant, head));
        let mut kept = false;
        let mut dropped = false;
        // "two men, *Lind and Berg*, …": he stands for the two of them.
        if heads[0] != subject.head && heads.len() == quantities.len() {
            for participant in sides.actor.iter_mut().chain(&mut sides.target).filter(|participant| holds(participant, subject.head)) {
                *participant = self.phrases().participant(heads[place]);
            }
            return true;
        }
        for side in [&mut sides.actor, &mut sides.target] {
            dropped |= side.iter().any(other);
            side.retain(|participant| !other(participant));
            kept |= side.iter().any(|participant| holds(participant, heads[first + place]));
        }
        kept || !dropped
    }
}

/// "9 sailors, 5 Norwegians and 4 Peruvians": the parts of a total are told with the total.
fn keep_totals(quantities: &mut Vec<Option<&Mention>>) {
    let value = |quantity: Option<&Mention>| match quantity.map(|mention| &mention.kind) {
        Some(MentionKind::Count(count)) if count.quantity.bound == Bound::Exact => count.quantity.value,
        _ => None,
    };
    let unit = |quantity: Option<&Mention>| match quantity.map(|mention| &mention.kind) {
        Some(MentionKind::Count(count)) => count.unit.clone(),
        _ => None,
    };
    for first in 0..quantities.len().saturating_sub(2) {
        let Some(total) = value(quantities[first]) else { continue };
        // "7 green mugs, 4 white mugs and 3 brown mugs" add up by chance.
        let whole = unit(quantities[first]);
        let parts = quantities[first + 1..].iter().take_while(|&&part| unit(part) != whole);
        let mut sum = Decimal::ZERO;
        for (part, value) in parts.map_while(|&part| value(part)).enumerate() {
            sum += value;
            if part > 0 && sum == total {
                quantities.drain(first + 1..=first + 1 + part);
                return;
            }
        }
    }
}
