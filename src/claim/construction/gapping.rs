//! What a sentence says once and means several times: left-out verbs, names behind a colon, names with their ages.

use rust_decimal::Decimal;

use crate::article::Span;
use crate::claim::clause::{Argument, Clause, Slot, is_verb};
use crate::claim::draft::Draft;
use crate::claim::model::{ClaimQuantity, Participant};
use crate::claim::participant::side::{Side, Sides, side_of};
use crate::claim::quantity::quantity_of;
use crate::claim::scene::{is_named, is_quantity};
use crate::claim::sentence_rules::SentenceRules;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::PredicateRow;
use crate::syntax::PennTag;
use crate::tag::mention::{Mention, MentionKind};
use crate::tag::quantity::Bound;

/// The oldest that somebody is.
const OLDEST: u32 = 115;

/// A name with its own amount, whose verb was said before.
struct Gapped {
    name: usize,
    quantity: ClaimQuantity,
    span: Span,
}

impl SentenceRules<'_, '_> {
    /// "Norway has pledged €300 million, *Sweden 2 billion kronor* and *Denmark €40 million*": a claim each. `from` is where the
    /// drafts of the clause begin.
    pub(in crate::claim) fn fill_gaps(&self, clause: &Clause, from: usize, drafts: &mut Vec<Draft>) {
        let verb = self.tree.token_span(clause.head()).end;
        let acts = clause.subject().is_some_and(|subject| subject.slot == Slot::Subject && self.tree.token_span(subject.head).end <= verb);
        let own = drafts.get(from..).unwrap_or_default().iter().filter_map(|draft| draft.claim.quantity.as_ref());
        let Some(own) = own.filter(|quantity| quantity.start >= verb).min_by_key(|quantity| quantity.start).cloned().filter(|_| acts)
        else {
            return;
        };
        let gapped = self.gapped(&own);
        let (Some(first), Some(last)) = (gapped.first(), gapped.last()) else { return };
        let gap = Span::new(first.span.start, last.span.end);
        let is_in_gap = |start: usize| gap.start <= start && start < gap.end;
        let mut at = 0;
        drafts.retain(|draft| {
            at += 1;
            at <= from || !draft.claim.quantity.as_ref().is_some_and(|quantity| is_in_gap(quantity.start))
        });
        let mut told = Vec::new();
        for draft in &mut drafts[from..] {
            draft.claim.target.retain(|participant| !is_in_gap(participant.start));
            for participant in &mut draft.claim.target {
                if participant.start < gap.start && participant.end > gap.start {
                    let kept = Span::new(participant.start, gap.start).of(self.scene.text).trim_end_matches([',', ' ']);
                    participant.end = participant.start + kept.len();
                    kept.clone_into(&mut participant.text);
                }
            }
            if !told.is_empty() || draft.claim.quantity.as_ref().is_none_or(|quantity| quantity.start != own.start) {
                continue;
            }
            for one in &gapped {
                let mut claim = draft.claim.clone();
                claim.actor = vec![self.phrases().participant(one.name)];
                claim.target.retain(|participant| participant.end <= own.start || own.end <= participant.start);
                claim.quantity = Some(one.quantity.clone());
                let mut rules = draft.rules.clone();
                rules.push("gapping");
                told.push(Draft { claim, place: draft.place, rules });
            }
        }
        drafts.extend(told);
    }

    /// Names after a comma or "and", each with an amount right behind it that is of one kind with the clause's own.
    fn gapped(&self, own: &ClaimQuantity) -> Vec<Gapped> {
        let mentions = self.scene.mentions_in(self.sentence);
        let is_money = |mention: &Mention| matches!(mention.kind, MentionKind::Money(_));
        let own_is_money = mentions.iter().any(|mention| mention.span.start == own.start && is_money(mention));
        let mut gapped = Vec::new();
        for mention in mentions.iter().filter(|mention| mention.span.start >= own.end) {
            if !matches!(&mention.kind, MentionKind::Country(country) if is_named(country)) {
                continue;
            }
            let tokens = self.tree.tokens_in(mention.span);
            let before = (0..tokens.start).rev().find(|&token| self.tree.tag(token) != PennTag::DT);
            let joined = before.is_some_and(|token| matches!(self.tree.tag(token), PennTag::Comma | PennTag::CC | PennTag::Colon));
            let Some(name) = tokens.clone().next_back().filter(|_| joined) else { continue };
            let behind = mentions.iter().find(|other| {
                is_quantity(other) && other.span.start >= mention.span.end && self.tree.tokens_in(other.span).start == tokens.end
            });
            let quantity = match behind {
                Some(amount) if is_money(amount) == own_is_money => quantity_of(self.scene.text, amount).map(|mut quantity| {
                    if !own_is_money && quantity.unit.is_none() {
                        quantity.unit.clone_from(&own.unit);
                    }
                    quantity
                }),
                Some(_) => None,
                None => self.bare_number(tokens.end).filter(|_| !own_is_money).map(|(value, span)| ClaimQuantity {
                    text: span.of(self.scene.text).to_owned(),
                    start: span.start,
                    end: span.end,
                    value: Some(value),
                    low: Some(value),
                    high: Some(value),
                    bound: Bound::Exact,
                    unit: own.unit.clone(),
                    unit_text: own.unit_text.clone(),
                }),
            };
            if let Some(quantity) = quantity {
                let span = Span::new(mention.span.start, quantity.end);
                gapped.push(Gapped { name, quantity, span });
            }
        }
        gapped
    }

    /// "Qatar *800* and …": a number by itself before a comma, an "and" or the end.
    fn bare_number(&self, token: usize) -> Option<(Decimal, Span)> {
        let closes = |next: usize| {
            next >= self.tree.len() || matches!(self.tree.tag(next), PennTag::Comma | PennTag::CC | PennTag::Period | PennTag::Colon)
        };
        if token >= self.tree.len() || self.tree.tag(token) != PennTag::CD || !closes(token + 1) {
            return None;
        }
        let span = self.tree.token_span(token);
        let digits = span.of(self.scene.text).replace(',', "");
        Some((digits.parse().ok()?, span))
    }

    /// "*Four countries* have joined: *Iceland, Norway, Switzerland and Ukraine*": who a number of countries are, behind a colon,
    /// stands where the countries stand.
    pub(in crate::claim) fn name_behind_colon(&self, sides: &mut Sides, clause: &Clause, row: Option<&PredicateRow>) {
        let Some(subject) = clause.subject().filter(|subject| !subject.shared) else { return };
        let countries = self.scene.gazetteers.noun_classes.kind(self.tree.lemma(subject.head)) == Some(NounKind::Country);
        let Some(counted) = self.counted_at(subject.head) else { return };
        if side_of(self.tree, self.scene.gazetteers, row, subject) != Some(Side::Actor) {
            return;
        }
        let colon = (clause.head()..self.tree.len()).find(|&token| self.tree.lemma(token) == ":");
        let Some(colon) = colon.map(|token| self.tree.token_span(token).end) else { return };
        let is_named = |participant: &Participant| participant.start >= colon && participant.country.is_some();
        // "*Four members* pay: Chad, Mali, Niger and Togo": as many as are counted.
        let many = Decimal::from(sides.target.iter().filter(|participant| is_named(participant)).count());
        let as_many = self.anchors.iter().any(|(mention, _)| {
            mention.span == counted && matches!(&mention.kind, MentionKind::Count(count) if count.quantity.value == Some(many))
        });
        if countries || as_many {
            let (named, rest): (Vec<_>, Vec<_>) = sides.target.drain(..).partition(is_named);
            sides.target = rest;
            sides.actor.extend(named);
        }
    }

    /// "*Ann Lee*, 31, *Omar Diop*, 27, and *Jan Kral*, 40, were hurt": all of them, where the tree keeps the first.
    pub(in crate::claim) fn persons_with_ages(&self, argument: &Argument, clause: &Clause) -> Vec<Participant> {
        let verb = clause.chain.iter().copied().min().unwrap_or(clause.head());
        if !matches!(argument.slot, Slot::Subject | Slot::PassiveSubject) || argument.shared || argument.head > verb {
            return Vec::new();
        }
        let is_name = |token: usize| matches!(self.tree.tag(token), PennTag::NNP | PennTag::NNPS);
        // "*Ann Lee, 31, died*, and Omar Diop, 27, died later": who stands before the verb that the clause goes on from is its subject.
        let above = (0..verb).rev().find(|&before| is_verb(self.tree.tag(before)) && self.tree.is_ancestor(before, clause.head()));
        let mut persons = Vec::new();
        for age in above.map_or(0, |above| above + 1) + 2..verb {
            let years: Option<u32> = self.tree.word(self.scene.text, age).parse().ok();
            let parted = self.tree.tag(age) == PennTag::CD && self.tree.tag(age - 1) == PennTag::Comma && is_name(age - 2);
            if !parted || years.is_none_or(|years| years > OLDEST) {
                continue;
            }
            let mut first = age - 2;
            while first > 0 && is_name(first - 1) {
                first -= 1;
            }
            // A person has a first and a last name: "Monday, 24" is none.
            if age - 2 == first {
                continue;
            }
            let span = self.tree.token_span(first).join(self.tree.token_span(age - 2));
            let mut person = self.phrases().participant(age - 2);
            (person.start, person.end) = (span.start, span.end);
            span.of(self.scene.text).clone_into(&mut person.text);
            persons.push(person);
        }
        if persons.len() < 2 { Vec::new() } else { persons }
    }
}
