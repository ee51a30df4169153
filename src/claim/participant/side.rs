//! The sides of a claim, and on which one an argument of a predicate stands.

use crate::article::Span;
use crate::claim::clause::{Argument, Slot};
use crate::claim::model::{Participant, ParticipantKind};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{PredicateRow, Role};
use crate::gazetteer::word_sets::FunctionSet;
use crate::syntax::{PennTag, Sentence as Tree};

/// A side of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    /// Who does it.
    Actor,
    /// To whom, with whom, where to, what.
    Target,
    /// Where it happens, which may be what it is done to: a country, a person's house.
    Place,
    /// Where it happens, and no more: "shot *at the apartments*".
    Where,
}

/// The participants of one claim.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sides {
    pub(crate) actor: Vec<Participant>,
    pub(crate) target: Vec<Participant>,
    pub(crate) place: Vec<Participant>,
    /// What somebody is asked, ordered or accused of doing: "ordered them *to leave*".
    pub(crate) content: Option<Span>,
    /// Whether a list of members is open ("including", "such as").
    pub(crate) open_list: bool,
}

impl Sides {
    pub(crate) fn add(&mut self, side: Side, participant: Participant) {
        if side == Side::Place {
            if is_place_like(&participant) {
                push(&mut self.place, participant.clone());
            }
            push(&mut self.target, participant);
        } else if side == Side::Where {
            if is_place_like(&participant) {
                push(&mut self.place, participant);
            }
        } else if !self.holds(&participant) {
            push(if side == Side::Actor { &mut self.actor } else { &mut self.target }, participant);
        }
    }

    /// Takes out what is only a part of another participant's words and names nobody ("two" of "two of her children"), or nobody else.
    pub(crate) fn drop_parts(&mut self) {
        let known = |known: &Participant| (known.start, known.end, known.name.clone());
        let whole: Vec<(usize, usize, Option<String>)> = self.actor.iter().chain(&self.target).map(known).collect();
        let is_part = |participant: &Participant| {
            let nameless = participant.country.is_none() && participant.name.is_none();
            whole.iter().any(|(start, end, name)| {
                // "the suspect, Otto Lind" holds "Otto Lind", who is the same.
                (nameless || name.is_some() && *name == participant.name)
                    && *start <= participant.start
                    && participant.end <= *end
                    && end - start > participant.end - participant.start
            })
        };
        self.actor.retain(|participant| !is_part(participant));
        self.target.retain(|participant| !is_part(participant));
    }

    fn holds(&self, participant: &Participant) -> bool {
        self.actor.iter().chain(&self.target).any(|known| known.start == participant.start && known.end == participant.end)
    }

    /// Whether a country stands on either side.
    pub(crate) fn has_country(&self, code: &str) -> bool {
        self.actor.iter().chain(&self.target).any(|participant| participant.country.as_deref() == Some(code))
    }
}

/// Whether a participant can be where something happens: a country, or a name of a few words.
fn is_place_like(participant: &Participant) -> bool {
    participant.name.is_none()
        && participant.text.split(' ').count() <= 6
        && (participant.country.is_some() || participant.text.contains(char::is_uppercase) || participant.kind == ParticipantKind::Other)
}

fn push(list: &mut Vec<Participant>, participant: Participant) {
    let known =
        list.iter().any(|known| known.start == participant.start && known.end == participant.end && known.country == participant.country);
    if !known {
        list.push(participant);
    }
}

/// The side on which an argument stands, by the row of its predicate, else by its slot.
pub(crate) fn side_of(tree: &Tree, gazetteers: &Gazetteers, row: Option<&PredicateRow>, argument: &Argument) -> Option<Side> {
    let by_row = |slot: &str| row.and_then(|row| row.role(slot));
    let side = |role: Role| match role {
        Role::Actor => Side::Actor,
        Role::Place => Side::Place,
        _ => Side::Target,
    };
    Some(match argument.slot {
        // "faces *allegations* of torture": the object is part of what is said to happen.
        Slot::Object if is_object_of_phrase(tree, row, argument.head) => return None,
        Slot::Subject => by_row("subject").map_or(Side::Actor, side),
        Slot::Agent => Side::Actor,
        // "is *in the jail*", "are *in custody*"
        Slot::Predicative
            if argument.preposition.is_some_and(|case| gazetteers.word_sets.has(FunctionSet::Where, tree.lemma(case)))
                && names_a_place(tree, gazetteers, argument.head) =>
        {
            Side::Place
        }
        Slot::PassiveSubject | Slot::Object | Slot::IndirectObject | Slot::Predicative => Side::Target,
        Slot::Oblique => {
            let Some(preposition) = argument.preposition else {
                return matches!(tree.lemma(argument.head), "there" | "here").then_some(Side::Place);
            };
            let preposition = tree.lemma(preposition);
            match by_row(preposition) {
                Some(role) => side(role),
                None if gazetteers.word_sets.has(FunctionSet::Locative, preposition) => Side::Place,
                None => Side::Target,
            }
        }
    })
}

/// Whether a row of a verb with its object takes up the object, which is neither who acts nor whom it is done to.
fn is_object_of_phrase(tree: &Tree, row: Option<&PredicateRow>, object: usize) -> bool {
    // "took *part*", "takes *office*"
    let bare = || tree.tag(object) == PennTag::NN && tree.children(object).next().is_none();
    row.is_some_and(|row| {
        row.lemma.split_once(' ').is_some_and(|(_, noun)| noun == tree.lemma(object)) && (row.role("object") == Some(Role::Topic) || bare())
    })
}

/// "*the two countries*" stands for both: one participant for each.
pub(super) fn add_country(sides: &mut Sides, side: Side, text: &str, span: Span, country: &str) {
    let participant = Participant { country: Some(country.to_owned()), ..Participant::at(text, span, ParticipantKind::Country) };
    push(if side == Side::Actor { &mut sides.actor } else { &mut sides.target }, participant);
}

/// Whether a noun is a name, or says what kind of place it is: "in *Lyon*", "at the *jail*".
pub(super) fn names_a_place(tree: &Tree, gazetteers: &Gazetteers, noun: usize) -> bool {
    tree.tag(noun).is_proper()
        || tree.tag(noun) == PennTag::RB
        || matches!(gazetteers.noun_classes.kind(tree.lemma(noun)), Some(NounKind::Place | NounKind::Organization))
}
