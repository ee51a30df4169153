//! Two claims of one slot: do they agree, does one refine or update the other, are they in tension or conflict?

use super::model::{ConflictCode, Severity};
use super::quantity::{self, Agreement};
use super::slot::{Dimension, Overlap, Slot, sides};
use crate::claim::model::{Claim, ClaimQuantity, Polarity};

/// How two claims of one slot stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// They say the same.
    Agree,
    /// They agree, and the one says more.
    Refine,
    /// The later one took the place of the earlier.
    Update,
    /// They cannot both be right, or hardly.
    Conflict(Finding),
    /// They say different things that can both be so.
    Distinct,
}

/// A conflict or a tension, with the rule that decided and one sentence that says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind.
    pub code: ConflictCode,
    /// How bad.
    pub severity: Severity,
    /// The rule.
    pub rule: &'static str,
    /// Why, in one sentence.
    pub why: String,
}

/// Classes whose numbers run up while a story develops.
const RUNNING: [&str; 7] = ["kill", "injure", "displace", "arrest", "detain", "infect", "rescue"];

/// Compares two claims that [`super::slot::compare`] found to be of one slot.
pub fn compare(a: &Slot<'_>, b: &Slot<'_>) -> Relation {
    if a.claim.polarity != b.claim.polarity {
        return stance(a, b);
    }
    if a.claim.predicate.class == "hold_office" {
        return office(a, b);
    }
    match (&a.claim.quantity, &b.claim.quantity) {
        (Some(quantity_a), Some(quantity_b)) if a.dimension == b.dimension => numbers(a, b, quantity_a, quantity_b),
        (None, None) => {
            let (actor, target) = sides(a, b);
            if actor == Overlap::Same && target == Overlap::Same { Relation::Agree } else { Relation::Refine }
        }
        _ => Relation::Refine,
    }
}

/// One says that it is so, the other that it is not: "Kenya signed the pact" against "Kenya rejected the pact".
///
/// Refuses: plans and requests against refusals, claims whose actors are not the same, claims that share no target.
fn stance(a: &Slot<'_>, b: &Slot<'_>) -> Relation {
    let (actor, target) = sides(a, b);
    let clear = a.is_settled() && b.is_settled() && actor == Overlap::Same && target == Overlap::Same;
    let numbers_differ = match (&a.claim.quantity, &b.claim.quantity) {
        (Some(a), Some(b)) => quantity::compare(a, b) >= Agreement::Tension,
        _ => false,
    };
    if !clear || numbers_differ || a.claim.predicate.class != b.claim.predicate.class {
        return Relation::Distinct;
    }
    let (yes, no) = if a.claim.polarity == Polarity::Affirmed { (a.claim, b.claim) } else { (b.claim, a.claim) };
    Relation::Conflict(Finding {
        code: ConflictCode::StanceConflict,
        severity: if speakers_differ(yes, no) { Severity::Tension } else { Severity::Conflict },
        rule: "stance/polarity",
        why: format!(
            "{} says that it is so (“{}”), {} that it is not (“{}”)",
            source(yes),
            short(&yes.predicate.text),
            source(no),
            short(&no.predicate.text)
        ),
    })
}

/// Two people who each speak for themselves dispute something; neither source is wrong about it.
fn speakers_differ(a: &Claim, b: &Claim) -> bool {
    match (&a.attribution, &b.attribution) {
        (Some(a), Some(b)) => a.speaker != b.speaker,
        _ => false,
    }
}

/// Two offices of one person, or one office of two people.
fn office(a: &Slot<'_>, b: &Slot<'_>) -> Relation {
    let same_person = super::slot::overlap(&a.actor, &b.actor) >= Overlap::Partial;
    if same_person { Relation::Refine } else { Relation::Distinct }
}

fn numbers(a: &Slot<'_>, b: &Slot<'_>, quantity_a: &ClaimQuantity, quantity_b: &ClaimQuantity) -> Relation {
    let agreement = quantity::compare(quantity_a, quantity_b);
    match agreement {
        Agreement::Agree => Relation::Agree,
        Agreement::Refine => Relation::Refine,
        Agreement::Tension | Agreement::Conflict => differ(a, b, quantity_a, quantity_b, agreement),
    }
}

/// Numbers that do not agree: development where the story runs and the later number is the higher, else a finding.
///
/// Refuses: plans, requests and possibilities; claims that share no side; the number of one part against the whole.
fn differ(a: &Slot<'_>, b: &Slot<'_>, quantity_a: &ClaimQuantity, quantity_b: &ClaimQuantity, agreement: Agreement) -> Relation {
    let (actor, target) = sides(a, b);
    let anchored = actor >= Overlap::Partial || target >= Overlap::Partial || a.claim.group.is_some();
    if !a.is_settled() || !b.is_settled() || !anchored || a.claim.predicate.class != b.claim.predicate.class {
        return Relation::Distinct;
    }
    let (usual_a, usual_b) = (quantity::usual(quantity_a), quantity::usual(quantity_b));
    let running = RUNNING.contains(&a.claim.predicate.class.as_str());
    let mut severity = if agreement == Agreement::Conflict { Severity::Conflict } else { Severity::Tension };
    let mut rule = "count/disjoint";
    if running
        && let (Some(day_a), Some(day_b)) = (a.claim.published, b.claim.published)
        && day_a != day_b
    {
        let grows = usual_a.order(usual_b).is_some_and(|order| order == day_a.cmp(&day_b));
        if grows {
            return Relation::Update;
        }
        severity = Severity::Tension;
        rule = "count/revised-down";
    }
    let money = matches!(a.dimension, Dimension::Money(_));
    Relation::Conflict(Finding {
        code: if money { ConflictCode::AmountConflict } else { ConflictCode::CountConflict },
        severity,
        rule: if money { "amount/disjoint" } else { rule },
        why: format!("{} says “{}”, {} says “{}”", source(a.claim), quantity_a.text, source(b.claim), quantity_b.text),
    })
}

fn source(claim: &Claim) -> &str {
    &claim.source
}

/// The first words of a text, so that a message stays on a line.
fn short(text: &str) -> &str {
    match text.char_indices().nth(60) {
        Some((end, _)) => text[..end].trim_end(),
        None => text,
    }
}
