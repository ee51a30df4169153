//! The rule for what one says is so and another says is not.

use super::{Pair, Relation, Verdict, union};
use crate::claim::model::Modality;
use crate::gazetteer::slots::Stage;
use crate::reconcile::model::{ConflictCode, Severity};
use crate::reconcile::quantity::{self, Agreement};
use crate::reconcile::slot::{Dimension, Key, Overlap, Side, Slot, heads_apart, overlap};
use crate::reconcile::symbol::Symbol;

/// A decision reported this many days later was taken anew.
const DAYS_TO_DECIDE: i32 = 3;
/// In articles that neither a group nor their days bring together, this much of the words, in hundredths, must be alike.
const LIKE_WORDS: u32 = 60;
/// Two refusals of one actor whose words are this much alike, in hundredths, are one.
const LIKE_REFUSALS: u32 = 50;
/// A denial of what happened is set against reports of it within this many days.
const DAYS_OF_DENIAL: i32 = 14;

/// `stance/polarity`, `stance/opposed`: one says that it is so, the other that it is not: "Kenya signed the pact", "Kenya
/// rejected the pact".
///
/// Refuses: plans and requests against refusals; actors that are not the same; targets of different kinds; a refusal given up
/// in a later article (`development/decided-anew`); numbers that differ besides.
pub(super) fn compare(pair: &Pair<'_>, opposed: bool) -> Verdict {
    let (a, b) = (pair.a, pair.b);
    let planned = a.modality == Modality::Planned && b.modality == Modality::Planned && pair.same_lemma() && pair.around.likeness >= 60;
    if !(a.is_settled() && b.is_settled() || planned) {
        return Verdict::distinct(Key::Stage, "stance/plan-against-refusal");
    }
    if let (Some(number_a), Some(number_b)) = (&a.number, &b.number)
        && quantity::compare_intervals((number_a.strict, number_a.usual), (number_b.strict, number_b.usual)) >= Agreement::Tension
        && !is_none(a)
        && !is_none(b)
    {
        return Verdict::distinct(Key::Unit, "stance/other-number");
    }
    // "Parliament approved it" and "nine members voted against it" are of one vote, and both so.
    let negated = if a.is_affirmed() { b } else { a };
    let equal = matches!((&a.number, &b.number), (Some(a), Some(b)) if a.value == b.value);
    let some_of_them = matches!(negated.dimension(), Some(Dimension::People(_))) && !equal && !is_none(negated);
    if (a.number.is_some() && b.number.is_some() && a.scope != b.scope && !equal) || some_of_them {
        return Verdict::distinct(Key::Scope, "stance/part-of-the-actors");
    }
    if super::one_is_past(pair) {
        return Verdict::distinct(Key::Time, "stance/one-is-past");
    }
    if changed_roles(pair) {
        return Verdict::distinct(Key::Actor, "stance/other-role");
    }
    if let Some(verdict) = given_up(pair) {
        return verdict;
    }
    if !same_matter(pair, opposed) || (!pair.is_dated() && pair.around.likeness < LIKE_WORDS) {
        return Verdict::unrelated();
    }
    if pair.around.same_article || pair.around.side_by_side {
        return Verdict::distinct(Key::SameSource, "slot/one-article-gives-both");
    }
    let decision = pair.either(|traits| traits.decision);
    if let Some(days) = pair.days_apart() {
        if decision && days >= DAYS_TO_DECIDE {
            return Verdict::new(Relation::Update, "development/decided-anew");
        }
        if days > DAYS_OF_DENIAL {
            return Verdict::distinct(Key::Time, "stance/long-after");
        }
    }
    let rule = if opposed { "stance/opposed" } else { "stance/polarity" };
    Verdict::new(Relation::Conflict(ConflictCode::StanceConflict, Severity::Conflict), rule)
}

/// `stance/office-denied`, `stance/words-denied`: what a claim of one class says, one of another denies.
///
/// Matches "Carol Diaz is not the mayor" against "mayor Carol Diaz", where the denied words stand in the title; and "no ship
/// was attacked in the strait" against "they looked into the attack on a ship in the strait", where four fifths of the denied
/// words, the verb among them, stand in what is affirmed. Refuses plans, roles that change places, other names.
pub(super) fn across_classes(pair: &Pair<'_>) -> Option<Verdict> {
    let (negated, affirmed) = if pair.a.is_affirmed() { (pair.b, pair.a) } else { (pair.a, pair.b) };
    let around = pair.around;
    if !negated.is_settled() || !affirmed.is_settled() || !around.same_story || around.same_article {
        return None;
    }
    if pair.days_apart().is_some_and(|days| days > DAYS_OF_DENIAL) || super::times_differ(pair) || super::one_is_past(pair) {
        return None;
    }
    let conflict = |rule| Some(Verdict::new(Relation::Conflict(ConflictCode::StanceConflict, Severity::Conflict), rule));
    if let Some(post) = &affirmed.post {
        let person = overlap(&names_of(&negated.actor), &names_of(&affirmed.actor)) >= Overlap::Within;
        let heads: Vec<Symbol> = negated.target.heads.iter().map(|head| head.class).collect();
        let title_denied = !heads.is_empty() && heads.iter().any(|head| post.heads.contains(head));
        let bare = negated.traits.state || negated.post.is_some();
        if person && title_denied && bare && !post.former && pair.coverage_of(negated) >= 75 {
            return conflict("stance/office-denied");
        }
        return None;
    }
    if exists(pair, negated, affirmed) {
        let days = affirmed.published.zip(negated.published).and_then(|(later, denied)| later.since(denied).ok());
        if days.is_some_and(|days| days.get_days() >= DAYS_TO_DECIDE) && affirmed.traits.decision {
            return Some(Verdict::new(Relation::Update, "development/decided-anew"));
        }
        return conflict("stance/existence-denied");
    }
    let (verb_a, verb_b) = around.verb_said;
    let verb = if std::ptr::eq(negated, pair.a) { verb_a } else { verb_b };
    let apart = pair.actor == Overlap::Apart || pair.target == Overlap::Apart || around.names_apart || changed_roles(pair);
    let words = pair.coverage_of(negated) >= 80 && around.likeness >= 60;
    if verb && words && !apart && !negated.traits.state && !negated.traits.speech && negated.number.is_none() {
        return conflict("stance/words-denied");
    }
    None
}

/// `development/decided-anew`: one who refused does it later: "Hungary refused to contribute", then "Hungary agreed to contribute €20m";
/// "Colombia refused", then "Colombia signed".
///
/// Matches a refusal that leaves out what is refused, or names somebody whom the later deed names too, told by the same verb or an
/// opposed one. Refuses words ("declined to comment"), plans, days that are near, and actors that are not the same.
pub(super) fn given_up(pair: &Pair<'_>) -> Option<Verdict> {
    let (negated, affirmed) = if pair.a.is_affirmed() { (pair.b, pair.a) } else { (pair.a, pair.b) };
    let days = affirmed.published?.since(negated.published?).ok()?.get_days();
    let speaks = pair.either(|traits| traits.speech || traits.state);
    let refuser = !negated.actor.is_empty() && pair.actor >= Overlap::Within && refuser_is_named(pair) && !pair.actor_heads_differ();
    let object_left_out = negated.target.is_empty() && negated.target.heads.is_empty() && negated.number.is_none();
    let object = object_left_out || pair.target >= Overlap::Within;
    let deed = affirmed.is_affirmed() && affirmed.is_settled() && (pair.same_lemma() || affirmed.traits.decision);
    let later = days >= DAYS_TO_DECIDE && !super::one_is_past(pair) && pair.around.same_story;
    (negated.refusal && refuser && object && deed && later && !speaks).then_some(Verdict::new(Relation::Update, "development/decided-anew"))
}

/// `stance/both-deny`: two refusals of one actor, or two denials that there was a thing, told by different verbs.
///
/// Matches "the speaker rejected a request for a second vote" and "the speaker refused to hold a second vote"; "Colombia refused" and
/// "Colombia declined to sign" of the same days; "no ransom was paid" and "there had been no ransom". Refuses words ("declined to
/// comment") and actors that are not the same.
pub(super) fn both_deny(pair: &Pair<'_>) -> Option<Verdict> {
    let (a, b) = (pair.a, pair.b);
    if a.is_affirmed() || b.is_affirmed() || !pair.around.same_story || super::times_differ(pair) {
        return None;
    }
    let agree = Some(Verdict::new(Relation::Agree, "stance/both-deny"));
    if denies_thing_of(a, b) || denies_thing_of(b, a) {
        let apart = pair.actor == Overlap::Apart || pair.target == Overlap::Apart;
        return agree.filter(|_| !apart && a.is_settled() && b.is_settled());
    }
    let refuser = !a.actor.is_empty() && pair.actor >= Overlap::Within && !pair.actor_heads_differ();
    if !(a.refusal && b.refusal && refuser) || pair.target == Overlap::Apart || pair.either(|traits| traits.speech) {
        return None;
    }
    let bare = |slot: &Slot| slot.target.is_empty() && slot.target.heads.is_empty() && slot.number.is_none();
    let of_one_time = pair.days_apart().is_some_and(|days| days < DAYS_TO_DECIDE);
    let one_matter = pair.around.likeness >= LIKE_REFUSALS || (of_one_time && bare(a) && bare(b));
    agree.filter(|_| one_matter)
}

/// Whether one says that there was none of a thing, and the other denies something of that thing.
fn denies_thing_of(none: &Slot, other: &Slot) -> bool {
    let Some(Dimension::Things(thing)) = none.dimension().filter(|_| is_zero(none) && none.traits.state) else { return false };
    other.target.heads.iter().chain(&other.actor.heads).any(|head| head.class == thing)
}

fn is_zero(slot: &Slot) -> bool {
    slot.number.as_ref().and_then(|number| number.value).is_some_and(|value| value.is_zero())
}

/// Whether a slot says that there was none: "no ransom", "not one naira".
fn is_none(slot: &Slot) -> bool {
    is_zero(slot)
        || (!slot.is_affirmed()
            && slot.number.as_ref().and_then(|number| number.value).is_some_and(|value| value == rust_decimal::Decimal::ONE))
}

/// `stance/existence-denied`: one says that there was none of it, the other that it was paid, or confirmed.
///
/// Matches "there had been no ransom" against "a ransom of 120 million naira was paid"; "there is no Marburg in Uganda" against
/// "the WHO confirmed an outbreak of Marburg virus in western Uganda". Refuses sums that were only asked for or promised, and
/// what is confirmed of another country.
fn exists(pair: &Pair<'_>, negated: &Slot, affirmed: &Slot) -> bool {
    let denied = negated.traits.state && negated.traits.presents && is_zero(negated);
    let Some(unit) = negated.number.as_ref().and_then(|number| number.unit).filter(|_| denied) else { return false };
    let amount = affirmed.number.as_ref().and_then(|number| number.label).is_some_and(|label| label.fixed && label.class == unit);
    if amount {
        return affirmed.stage == Some(Stage::Delivered);
    }
    let (of_a, of_b) = pair.around.verb_said;
    let said = if std::ptr::eq(negated, pair.a) { of_a } else { of_b };
    let countries = |slot: &Slot| {
        union(
            &Side { countries: slot.actor.countries.clone(), ..Side::default() },
            &Side { countries: slot.target.countries.clone(), ..Side::default() },
        )
    };
    let confirmed = affirmed.traits.presents && affirmed.traits.decision;
    said && confirmed && affirmed.number.is_none() && overlap(&countries(negated), &countries(affirmed)) >= Overlap::Within
}

/// Whether the one's actor is the other's target, and the other has an actor of its own.
fn changed_roles(pair: &Pair<'_>) -> bool {
    let crossed = |a: &Slot, b: &Slot| {
        !a.actor.names.is_empty()
            && overlap(&names_of(&a.actor), &names_of(&b.target)) >= Overlap::Partial
            && overlap(&names_of(&a.actor), &names_of(&b.actor)) < Overlap::Partial
            && !(b.actor.is_empty() && b.actor.heads.is_empty())
    };
    !pair.either(|traits| traits.symmetric) && (crossed(pair.a, pair.b) || crossed(pair.b, pair.a))
}

fn names_of(side: &Side) -> Side {
    Side { names: side.names.clone(), ..Side::default() }
}

/// Whether both speak of one actor and one matter: what is denied stands, word for word, mostly in what is affirmed.
fn same_matter(pair: &Pair<'_>, opposed: bool) -> bool {
    let negated = if pair.a.is_affirmed() { pair.b } else { pair.a };
    let covered = if opposed { pair.around.likeness } else { pair.coverage_of(negated) };
    // "No humans died" and "50 animals died" differ in one word, and in all.
    let people = |side: &Side| side.heads.iter().any(|head| head.people);
    let kinds = heads_apart(&pair.a.target.heads, &pair.b.target.heads) && people(&pair.a.target) != people(&pair.b.target);
    let actor = pair.actor >= Overlap::Within && refuser_is_named(pair);
    let decided = actor && !negated.actor.is_empty() && pair.around.same_story && pair.either(|traits| traits.decision);
    // One who decides one thing on one day decides one thing, whatever it is called.
    let one_day = decided && matches!((pair.a.period, pair.b.period), (Some(a), Some(b)) if a == b && a.is_day());
    // "An offer to send rescuers" and "the rescuers that were offered" are one, word for word.
    let heads_needed = if decided { 60 } else { 75 };
    if (pair.heads_differ() && !one_day && (covered < heads_needed || kinds)) || pair.around.names_apart {
        return false;
    }
    // "Colombia declined to sign": what, the story says.
    let object_left_out = negated.target.is_empty() && negated.target.heads.is_empty() && negated.number.is_none();
    if decided && ((object_left_out && pair.same_class() && !opposed) || (one_day && covered >= 25)) {
        return true;
    }
    // One party that both name is one side of talks.
    let parties = pair.a.traits.symmetric && pair.b.traits.symmetric;
    let target = pair.target >= Overlap::Within && (!parties || pair.joined_on_both_sides());
    let verb = pair.same_lemma() || pair.same_class() || opposed;
    if !pair.around.same_story {
        return actor && target && verb && covered >= 40;
    }
    if pair.either(|traits| traits.state || traits.speech) {
        return covered >= 75 && pair.actor != Overlap::Apart;
    }
    let one_number = matches!((&pair.a.number, &pair.b.number), (Some(a), Some(b)) if a.value == b.value && a.value.is_some_and(|value| value >= rust_decimal::Decimal::TEN));
    // "No ransom was paid, not one naira" denies every sum.
    let sums = [pair.a, pair.b].iter().all(|slot| matches!(slot.dimension(), Some(Dimension::Money(_))));
    let no_sum = sums && is_none(negated) && (pair.a.stage == Some(Stage::Delivered) && pair.b.stage == Some(Stage::Delivered));
    let needed = match (actor, target) {
        (true, true) => 25,
        (true, false) | (false, true) => 50,
        (false, false) if one_number || no_sum => 40,
        (false, false) => 70,
    };
    covered >= needed
}

/// Whether those who refuse are among those who are said to have done it: Korea's signing says nothing of Colombia's refusal.
fn refuser_is_named(pair: &Pair<'_>) -> bool {
    let (negated, affirmed) = if pair.a.is_affirmed() { (pair.b, pair.a) } else { (pair.a, pair.b) };
    if negated.actor.is_empty() {
        return true;
    }
    let doers = if affirmed.traits.symmetric { union(&affirmed.actor, &affirmed.target) } else { affirmed.actor.clone() };
    overlap(&negated.actor, &doers) >= Overlap::Within
        && negated.actor.countries.iter().all(|country| doers.countries.is_empty() || doers.countries.binary_search(country).is_ok())
}
