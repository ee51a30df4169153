//! Classes: what a plain verb tells by what stands beside it.

use super::figure;
use super::name::fold;
use crate::claim::model::{Claim, Participant, ParticipantKind, Polarity};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::Part;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::lemma;

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

/// What somebody is said to be in: "are in *custody*", "were at *the jail*".
fn states(claim: &Claim) -> impl Iterator<Item = &str> {
    let heads = claim.target.iter().chain(&claim.place).filter_map(|target| target.head.as_deref());
    heads.chain(claim.predicate.text.rsplit(' ').next())
}

/// Whether the claim tells who is held: "the owner and four engineers *are in custody*".
pub(crate) fn is_in_custody(claim: &Claim, gazetteers: &Gazetteers) -> bool {
    claim.predicate.lemma == "be"
        && !claim.actor.is_empty()
        && states(claim).any(|head| gazetteers.word_sets.has(LexicalSet::Custody, head))
}

/// Whether a country says that it does not take people in: "Peru *will not receive* third-country nationals".
fn refuses_people(claim: &Claim, lemma: &str, gazetteers: &Gazetteers) -> bool {
    let people = |head: &str| gazetteers.noun_classes.kind(&fold(head)) == Some(NounKind::Person);
    claim.polarity == Polarity::Negated
        && gazetteers.word_sets.has(LexicalSet::TakesIn, lemma)
        && claim.actor.iter().any(|actor| actor.country.is_some())
        && claim.target.iter().filter_map(|target| target.head.as_deref()).any(people)
}

/// The class of a plain verb by what stands beside it.
///
/// "87 pupils were *taken* from the school", "gunmen *took* 87 pupils" tell of an abduction; "94 deputies were *in favour*" of a
/// vote; "four engineers are *in custody*" of an arrest; "Ghana *will not take* deportees" of a refusal; "Uganda *acknowledged* an
/// outbreak" confirms it. Refuses people taken to a place, in or into custody, and those whom no stranger takes.
pub(crate) fn class_of_construction(claim: &Claim, lemma: &str, gazetteers: &Gazetteers) -> Option<&'static str> {
    if gazetteers.word_sets.has(LexicalSet::Owning, lemma) {
        let thing = |target: &Participant| {
            target.kind == ParticipantKind::Other && target.name.is_none() && target.head.is_some() && target.start > claim.predicate.start
        };
        return (claim.predicate.class == "say" && claim.target.iter().any(thing)).then_some("confirm");
    }
    if refuses_people(claim, lemma, gazetteers) {
        return Some("accept");
    }
    let quantity = claim.quantity.as_ref()?;
    let people = quantity.unit.as_deref().is_some_and(|unit| gazetteers.noun_classes.kind(&fold(unit)) == Some(NounKind::Person));
    if !people {
        return None;
    }
    if lemma == "be" {
        if is_in_custody(claim, gazetteers) {
            return Some("detain");
        }
        let favour = states(claim).any(|head| matches!(head, "favor" | "favour"));
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

/// Whether the words of the predicate refuse what its lemma says: "*refused* to hold a vote", "*declined* to sign"; or its class is a refusal.
pub(crate) fn is_refusal(claim: &Claim, class: &str, gazetteers: &Gazetteers) -> bool {
    if claim.polarity != Polarity::Negated {
        return false;
    }
    let refuses = |word: &str| {
        let row = gazetteers.predicates.get(Part::Verb, &lemma::of_verb(word));
        row.is_some_and(|row| row.negated && &*row.class == "accept")
    };
    class == "accept" || claim.predicate.text.split_once(" to ").is_some_and(|(governor, _)| governor.split(' ').any(refuses))
}
