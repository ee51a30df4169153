//! Rules for offices: one person in two, two people in one.

use super::{Pair, Relation, Verdict};
use crate::reconcile::model::{ConflictCode, Severity};
use crate::reconcile::name::Name;
use crate::reconcile::slot::{Key, Overlap, Post, Slot};

/// Offices change hands: two holders reported further apart than this are successors.
const DAYS_IN_OFFICE: i32 = 60;

/// `office/same`, `office/fuller`, `office/two-holders`, `office/two-offices`.
///
/// Two people in one office that one person holds in a country at a time are a conflict; so is one person in two such
/// offices. Refuses: "former" and "acting" (they refine), offices of unknown country, offices that many hold, titles of which
/// the one says more than the other, articles more than two months apart, articles without a day and a group, two who are known to have held
/// the office at some time.
pub(super) fn compare(pair: &Pair<'_>) -> Verdict {
    let (Some(a), Some(b)) = (&pair.a.post, &pair.b.post) else { return Verdict::unrelated() };
    let (people_a, people_b) = (people(pair.a), people(pair.b));
    if people_a.is_empty() || people_b.is_empty() {
        return Verdict::unrelated();
    }
    let person = people_a.iter().any(|name| people_b.iter().any(|other| same_person(*name, *other)));
    if person { one_person(pair, a, b) } else { two_people(pair, a, b) }
}

fn people(slot: &Slot) -> Vec<Name> {
    slot.actor.names.iter().chain(&slot.target.names).copied().collect()
}

/// One name, one the other's last word, or both longer than their first two words, which they share: "José Manuel Díaz" and "José
/// Manuel Díaz de la Vega".
fn same_person(a: Name, b: Name) -> bool {
    let longer = a.given == b.given && a.given != a.full && b.given != b.full;
    longer || a.meets(b)
}

fn one_person(pair: &Pair<'_>, a: &Post, b: &Post) -> Verdict {
    let countries = crate::reconcile::slot::overlap(&countries_only(pair.a), &countries_only(pair.b));
    if countries == Overlap::Apart && a.country_said == b.country_said {
        return Verdict::distinct(Key::Actor, "slot/keys");
    }
    if a.words == b.words && a.former == b.former {
        return Verdict::new(Relation::Agree, "office/same");
    }
    let both_current = !a.former && !b.former && !a.acting && !b.acting;
    let near = pair.days_apart().is_none_or(|days| days <= DAYS_IN_OFFICE);
    let one_word = a.words.iter().any(|word| b.words.binary_search(word).is_ok());
    if let (Some(office_a), Some(office_b)) = (a.unique, b.unique)
        && office_a != office_b
        && both_current
        && near
        && one_word
        && countries == Overlap::Same
        && pair.around.same_story
        && !pair.around.same_article
    {
        return Verdict::new(Relation::Conflict(ConflictCode::OfficeConflict, Severity::Tension), "office/two-offices");
    }
    Verdict::new(Relation::Refine, "office/fuller")
}

fn two_people(pair: &Pair<'_>, a: &Post, b: &Post) -> Verdict {
    let countries = match crate::reconcile::slot::overlap(&countries_only(pair.a), &countries_only(pair.b)) {
        // A country that only the article tells is a guess.
        Overlap::Apart if a.country_said != b.country_said => Overlap::Unknown,
        countries => countries,
    };
    // Two who are known to have held it held it one after the other.
    let one_office = a.unique.is_some() && a.unique == b.unique && !(a.known && b.known);
    let current = !a.former && !b.former && !a.acting && !b.acting;
    // Articles without a day are of one time only where they are given as one story.
    let near = pair.days_apart().map_or(pair.a.group.is_some(), |days| days <= DAYS_IN_OFFICE);
    if one_office && current && near && countries == Overlap::Same && pair.around.same_story && !pair.around.same_article {
        return Verdict::new(Relation::Conflict(ConflictCode::OfficeConflict, Severity::Conflict), "office/two-holders");
    }
    // "Energy Minister Ana Grosu" in a story that knows one energy minister's country only.
    let undenied = countries == Overlap::Unknown && pair.around.one_office && a.domestic && b.domestic;
    if one_office && current && near && undenied && pair.around.same_story && !pair.around.same_article {
        return Verdict::new(Relation::Conflict(ConflictCode::OfficeConflict, Severity::Tension), "office/two-holders");
    }
    Verdict::distinct(Key::Actor, "slot/keys")
}

/// The country of an office: of either side of the claim.
fn countries_only(slot: &Slot) -> crate::reconcile::slot::Side {
    let mut countries: Vec<_> = slot.actor.countries.iter().chain(&slot.target.countries).copied().collect();
    countries.sort_unstable();
    countries.dedup();
    crate::reconcile::slot::Side { countries: countries.into(), ..Default::default() }
}
