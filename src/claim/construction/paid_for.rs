//! What somebody is paid for: "paid Chad $300,000 *to house a Libyan exile*".

use rust_decimal::Decimal;

use crate::claim::clause::{Clause, ClauseKind, Slot, is_verb, row_of};
use crate::claim::draft::{Draft, DraftParts};
use crate::claim::modality;
use crate::claim::participant::side::{Side, Sides};
use crate::claim::quantity::of_people;
use crate::claim::sentence_rules::SentenceRules;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::Frame;
use crate::gazetteer::word_sets::ClassSet;
use crate::syntax::Relation;

impl SentenceRules<'_, '_> {
    /// A country that is paid to do something does it: a claim of its own, without the amount, which belongs to the payment.
    pub(in crate::claim) fn paid_for(&self, index: usize, class: &str, drafts: &mut Vec<Draft>) {
        let clause = &self.clauses.clauses[index];
        if class != "pay" {
            return;
        }
        let paid = clause.arguments.iter().find(|argument| {
            matches!(argument.slot, Slot::Object | Slot::IndirectObject | Slot::PassiveSubject)
                && self.scene.country_at(self.sentence, self.tree.token_span(argument.head)).is_some()
        });
        let Some(paid) = paid else { return };
        for &inner in &clause.absorbed {
            let purpose = &self.clauses.clauses[inner];
            let row = row_of(self.tree, self.scene.gazetteers, purpose.head())
                .filter(|row| row.frame == Frame::Plain && self.scene.gazetteers.word_sets.has(ClassSet::PaidFor, &row.class));
            let Some(row) = row.filter(|_| purpose.kind == ClauseKind::Purpose && is_verb(self.tree.tag(purpose.head()))) else { continue };
            let phrases = self.phrases();
            let mut sides = Sides::default();
            phrases.add(&mut sides, Side::Actor, paid.head);
            for argument in purpose.arguments.iter().filter(|argument| !argument.shared && argument.slot == Slot::Object) {
                phrases.add(&mut sides, Side::Target, argument.head);
            }
            if sides.target.is_empty() {
                continue;
            }
            let mut draft = self.draft(DraftParts {
                span: self.clauses.span(self.tree, self.scene.text, inner),
                place: self.tree.token_span(purpose.head()),
                predicate: self.predicate(purpose, &row.class),
                put: modality::of_clause(self.tree, self.scene.text, self.scene.gazetteers, self.clauses, index),
                sides,
                quantity: None,
                time: self.time(index),
                rules: vec!["paid-for"],
            });
            draft.claim.quantity = self.one_person(purpose);
            drafts.push(draft);
        }
    }

    /// "an Iraqi deportee": one.
    fn one_person(&self, clause: &Clause) -> Option<crate::claim::model::ClaimQuantity> {
        let object = clause.arguments.iter().find(|argument| argument.slot == Slot::Object && !argument.shared)?.head;
        let one = self
            .tree
            .children(object)
            .any(|child| self.tree.relation(child) == Relation::Det && matches!(self.tree.lemma(child), "a" | "an"));
        let person = matches!(self.scene.gazetteers.noun_classes.kind(self.tree.lemma(object)), Some(NounKind::Person));
        (one && person).then(|| of_people(self.scene.text, self.phrases().span(object), Decimal::ONE))
    }
}
