//! Classes: what a plain verb tells by what stands beside it.

use super::figure;
use super::slot::fold;
use crate::claim::model::{Claim, Polarity};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::word_sets::FunctionSet;

/// The class of what is told of the members of a list: "those who *signed* are Chile, Mexico and Peru".
///
/// Refuses lists of one, and lists that a number or a name presents: who is told of is then more than the list.
pub(crate) fn class_of_relative<'g>(claim: &Claim, before: &str, gazetteers: &'g Gazetteers) -> Option<&'g str> {
    let listed = claim.target.iter().filter(|participant| participant.country.is_some()).count();
    if claim.predicate.class != "be" || claim.polarity == Polarity::Negated || claim.quantity.is_some() || listed < 2 {
        return None;
    }
    let mut words = before.split_ascii_whitespace().skip_while(|word| !matches!(*word, "who" | "that" | "which")).skip(1);
    let verb = words.find(|word| !matches!(*word, "has" | "have" | "had"))?;
    words.next().is_none().then(|| figure::class_of_participle(verb, gazetteers)).flatten()
}

/// The class of a plain verb by what stands beside it.
///
/// "87 pupils were *taken* from the school", "gunmen *took* 87 pupils" tell of an abduction; "94 deputies were *in favour*" of a
/// vote. Refuses people taken to a place, in or into custody, and those whom no stranger takes.
pub(crate) fn class_of_construction(claim: &Claim, lemma: &str, gazetteers: &Gazetteers) -> Option<&'static str> {
    let quantity = claim.quantity.as_ref()?;
    let people = quantity.unit.as_deref().is_some_and(|unit| gazetteers.noun_classes.kind(&fold(unit)) == Some(NounKind::Person));
    if !people {
        return None;
    }
    if lemma == "be" {
        let favour = claim.target.iter().filter_map(|target| target.head.as_deref()).any(|head| matches!(head, "favor" | "favour"));
        return favour.then_some("vote");
    }
    if lemma != "take" {
        return None;
    }
    let after = claim.predicate.end.checked_sub(claim.start).and_then(|end| claim.text.get(end..)).unwrap_or_default();
    let mut words = after.split_ascii_whitespace().skip_while(|word| matches!(*word, "taken" | "took"));
    let led = words.next().is_some_and(|word| gazetteers.word_sets.has(FunctionSet::LedAway, word))
        || after.split_ascii_whitespace().any(|word| matches!(word, "to" | "into"));
    let captors = || {
        let heads = claim.actor.iter().filter_map(|actor| actor.head.as_deref());
        heads.into_iter().any(|head| gazetteers.noun_classes.class(head) == Some("member"))
    };
    (!led && (figure::is_done_to(claim) || captors())).then_some("abduct")
}
