//! Participants whose words are a part of another's: "his" of "his comments", "Mexico" of "the president of Mexico".
//!
//! They are kept, since whoever asks for the claims about a country or a person wants them, and marked, since they take part in
//! nothing.

use crate::article::Span;
use crate::claim::model::{Claim, Participant, ParticipantKind};
use crate::claim::participant::edges;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::word_sets::{ClassSet, FunctionSet};

/// Drops owners of whom nothing is known, ends a phrase where it ends and where the next member of its list begins, and marks who is
/// only named inside another participant.
pub(crate) fn settle(claim: &mut Claim, text: &str, gazetteers: &Gazetteers) {
    let unknown_owner = |participant: &Participant| {
        participant.name.is_none()
            && participant.country.is_none()
            && gazetteers.word_sets.has(FunctionSet::Owner, &participant.text.to_ascii_lowercase())
    };
    for side in [&mut claim.actor, &mut claim.target] {
        // "Robert Mallory, *aka Rambo*": another name of somebody who takes part is nobody else.
        side.retain(|participant| !unknown_owner(participant) && !participant.text.starts_with("aka "));
        for participant in side.iter_mut() {
            edges::trim(participant, text);
        }
        name_described(side, gazetteers);
        end_before_members(side);
    }
    drop_predicate(claim);
    part_from_actor(claim, gazetteers);
    let places: Vec<Span> = claim.participants().map(Participant::span).collect();
    let content = claim.content.as_ref().map(|content| Span::new(content.start, content.end));
    // "Two of them, *Lind said*, were guards": who speaks between the words is not named in them.
    let content = content.filter(|content| !content.contains(Span::new(claim.predicate.start, claim.predicate.end)));
    for participant in claim.actor.iter_mut().chain(&mut claim.target) {
        let own = participant.span();
        participant.inside |= places.iter().any(|place| *place != own && place.contains(own));
        // "ordered them to pay *two families*": in what is ordered, not of the ordering.
        participant.inside |= content.is_some_and(|content| content.contains(own));
    }
}

/// "The concerns about *Lind* aren't physical", "*Lind's* tone is a hallmark of the campaign": nobody known takes part, and somebody in
/// office is only named inside; what is said of such a thing is more often an opinion than news. What people do is told
/// ("Commissioners heard *Lind's* report"), as are crimes, charges and sayings.
pub(crate) fn names_somebody_in_passing(claim: &Claim, gazetteers: &Gazetteers) -> bool {
    let class = &*claim.predicate.class;
    let told = claim.quantity.is_some()
        || claim.office.is_some()
        || matches!(class, "kill" | "injure" | "say" | "hold_office")
        || [ClassSet::Violence, ClassSet::Charge, ClassSet::NamesCharges, ClassSet::Crime, ClassSet::DeedOfPerson]
            .iter()
            .any(|&set| gazetteers.word_sets.has(set, class));
    let official = |participant: &Participant| participant.kind == ParticipantKind::Official;
    let known = |participant: &Participant| {
        participant.country.is_some()
            || participant.name.is_some()
            || !matches!(participant.kind, ParticipantKind::Other | ParticipantKind::Group)
    };
    let people = |participant: &Participant| {
        let head = participant.head.as_deref().unwrap_or_default();
        let kind = gazetteers.noun_classes.kind(head);
        !participant.inside
            && (participant.kind == ParticipantKind::Group
                || matches!(kind, Some(NounKind::Person | NounKind::Organization | NounKind::Government)))
    };
    let mut inside = claim.participants().filter(|participant| participant.inside);
    !(told || class != "be" && claim.actor.iter().any(people))
        && claim.participants().any(|participant| participant.inside && official(participant))
        && inside.all(|participant| official(participant) || participant.country.is_none())
        && !claim.participants().chain(&claim.place).any(|participant| !participant.inside && known(participant))
}

/// "were in *attendance*", "are *warning*": what happens takes no part in itself.
fn drop_predicate(claim: &mut Claim) {
    let predicate = Span::new(claim.predicate.start, claim.predicate.end);
    if matches!(&*claim.predicate.class, "be" | "hold_office") {
        return;
    }
    let itself = |participant: &Participant| {
        participant.name.is_none()
            && participant.country.is_none()
            && participant.end == predicate.end
            && predicate.contains(participant.span())
    };
    claim.actor.retain(|participant| !itself(participant));
    claim.target.retain(|participant| !itself(participant));
}

/// "Ann Lee called *her*": somebody else, since it would be "herself"; who, the sentence leaves open.
fn part_from_actor(claim: &mut Claim, gazetteers: &Gazetteers) {
    let Claim { actor, target, predicate, .. } = claim;
    let near = |participant: &Participant| participant.start.checked_sub(predicate.end).is_some_and(|gap| gap <= " at ".len());
    for participant in target.iter_mut().filter(|participant| participant.name.is_some() && near(participant)) {
        let objective = gazetteers.word_sets.has(FunctionSet::ObjectPronoun, &participant.text.to_ascii_lowercase());
        if objective && actor.iter().any(|actor| actor.name == participant.name && !actor.inside) {
            (participant.name, participant.office, participant.country) = (None, None, None);
            participant.kind = ParticipantKind::Other;
        }
    }
}

/// "the daughter of the old mayor, *Ann Lee*": a person is named behind who is only described before.
fn name_described(side: &mut Vec<Participant>, gazetteers: &Gazetteers) {
    let person = |participant: &Participant| {
        let head = participant.head.as_deref().unwrap_or_default();
        participant.name.is_none() && participant.country.is_none() && gazetteers.noun_classes.kind(head) == Some(NounKind::Person)
    };
    let mut at = 0;
    while at < side.len() {
        let whole = &side[at];
        let is_it = |named: &&Participant| {
            let before = named.start.checked_sub(whole.start).and_then(|length| whole.text.get(..length)).unwrap_or_default();
            // "his brother *Otto Lind*" too; not "a spokesman for *Otto Lind*".
            let beside = || whole.head.as_deref().is_some_and(|head| before.strip_suffix(' ').is_some_and(|before| before.ends_with(head)));
            named.name.is_some()
                && named.end == whole.end
                && (before.strip_suffix(", ").is_some_and(|before| !before.contains(',')) || beside())
        };
        let one = whole.text.starts_with(|c: char| c.is_alphabetic()) && !whole.text.contains(" and ");
        let named = side.iter().position(|named| one && person(whole) && is_it(&named));
        if let Some(named) = named {
            let Participant { name, office, country, kind, .. } = side[named].clone();
            let whole = &mut side[at];
            (whole.name, whole.office, whole.country, whole.kind) = (name, office, country, kind);
            side.remove(named);
        } else {
            at += 1;
        }
    }
}

/// "*Director Ann Lee* and Governor Otto Lind", "*the candidates* -- Ann Lee, Otto Lind": a member of a list that stands for itself
/// stands in no other's words.
fn end_before_members(side: &mut [Participant]) {
    for at in 0..side.len() {
        let whole = &side[at];
        let person = |participant: &Participant| participant.name.is_some() && participant.kind != ParticipantKind::Country;
        let member = |other: &&Participant| {
            person(other) && other.start > whole.start && whole.span().contains(other.span()) && other.name != whole.name
        };
        let first = side.iter().filter(member).min_by_key(|other| other.start);
        let Some(before) = first.and_then(|first| whole.text.get(..first.start - whole.start)) else { continue };
        let end = if person(whole) {
            // "reality *star and candidate Ann Lee*" is one person.
            let last = whole.name.as_deref().and_then(|name| name.rsplit(' ').next()).unwrap_or_default();
            before.trim_end().strip_suffix(" and").map(|words| words.trim_end_matches(',')).filter(|words| words.contains(last))
        } else {
            ["--", "—", ":"].iter().find_map(|mark| before.trim_end().strip_suffix(mark)).map(str::trim_end)
        };
        if let Some(length) = end.map(str::len).filter(|&length| length > 0) {
            let whole = &mut side[at];
            whole.end = whole.start + length;
            whole.text.truncate(length);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn participants(text: &str, named: &[(&str, Option<&str>)]) -> Vec<Participant> {
        let at = |&(words, name): &(&str, Option<&str>)| {
            let start = text.find(words).expect("words of the text");
            let name = name.map(str::to_owned);
            Participant { name, ..Participant::at(text, Span::new(start, start + words.len()), ParticipantKind::Other) }
        };
        named.iter().map(at).collect()
    }

    fn settled(text: &str, actor: &[(&str, Option<&str>)], target: &[(&str, Option<&str>)]) -> Vec<(String, bool)> {
        let mut claim = Claim { actor: participants(text, actor), target: participants(text, target), ..Claim::default() };
        settle(&mut claim, text, Gazetteers::embedded());
        claim.participants().map(|participant| (participant.text.clone(), participant.inside)).collect()
    }

    #[test]
    fn who_is_named_inside_another_is_marked() {
        let text = "Anger at Otto Lind hurt his campaign for Ann Lee";
        let found = settled(text, &[("Anger at Otto Lind", None)], &[("Otto Lind", Some("Otto Lind")), ("his campaign", None)]);
        let expected = [("Anger at Otto Lind", false), ("Otto Lind", true), ("his campaign", false)];
        assert_eq!(found, expected.map(|(words, inside)| (words.to_owned(), inside)));
    }

    #[test]
    fn who_is_described_and_then_named_is_one() {
        let text = "the daughter of the old mayor, Ann Lee";
        let daughter = Participant { head: Some("daughter".to_owned()), ..Participant::at(text, Span::new(0, 38), ParticipantKind::Group) };
        let mut claim = Claim { actor: participants(text, &[("Ann Lee", Some("Ann Lee"))]), ..Claim::default() };
        claim.actor.insert(0, daughter);
        settle(&mut claim, text, Gazetteers::embedded());
        assert_eq!(claim.actor.iter().map(|actor| (&*actor.text, actor.name.as_deref())).collect::<Vec<_>>(), [(text, Some("Ann Lee"))]);
    }

    #[test]
    fn an_owner_of_whom_nothing_is_known_is_nobody() {
        assert_eq!(settled("their trip to Peru", &[("their", None)], &[("Peru", None)]), [("Peru".to_owned(), false)]);
        assert_eq!(settled("his trip", &[("his", Some("Otto Lind"))], &[]), [("his".to_owned(), false)]);
    }

    #[test]
    fn a_phrase_ends_before_the_next_member_of_its_list() {
        let lee = ("Director Ann Lee and Governor Otto Lind", Some("Ann Lee"));
        let lind = ("Governor Otto Lind", Some("Otto Lind"));
        let expected = [("Director Ann Lee".to_owned(), false), ("Governor Otto Lind".to_owned(), false)];
        assert_eq!(settled(lee.0, &[lee, lind], &[]), expected);
        let list = ("the candidates -- Ann Lee and Otto Lind", None);
        let members = [list, ("Ann Lee", Some("Ann Lee")), ("Otto Lind", Some("Otto Lind"))];
        assert_eq!(settled(list.0, &members, &[])[0], ("the candidates".to_owned(), false));
        // "by A and B" is no list of those who take part.
        let fight = [("the fight between Ann Lee and Otto Lind", None), ("Otto Lind", Some("Otto Lind"))];
        assert_eq!(settled(fight[0].0, &fight, &[])[0], (fight[0].0.to_owned(), false));
    }
}
