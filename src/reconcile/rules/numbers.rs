//! Rules for two numbers of one slot.

use rust_decimal::Decimal;

use super::{Pair, Relation, Verdict};
use crate::claim::model::Modality;
use crate::gazetteer::slots::{ScopeWord, Stage};
use crate::reconcile::evidence::Scope;
use crate::reconcile::model::{ConflictCode, Severity};
use crate::reconcile::quantity::{self, Agreement};
use crate::reconcile::slot::{Dimension, Head, Key, Number, Overlap, Side, Slot, heads_apart};
use crate::tag::quantity::Bound;

/// What does not run by the hour has changed when it differs after this many days.
const DAYS_TO_CHANGE: i32 = 3;
/// How many people were taken or freed on one day is known this many days later.
const DAYS_TO_COUNT: i32 = 2;
/// Counts this many times apart are counts of different things.
const OTHER_ORDER: i64 = 8;
/// Two accounts whose words are this much alike, in hundredths, tell of one thing.
const LIKE_WORDS: u32 = 40;
/// Sums share their currency and their verb, so it takes more of words where no group says that the story is one.
const LIKE_SUMS: u32 = 50;
/// The least figure that two accounts of one story hardly share by chance.
const TELLING_FIGURE: u32 = 20;

/// `count/same-figure`: two claims of one story that give one telling figure of one unit say the same, whatever their verbs.
///
/// Matches "402 contacts are under observation" and "Contacts listed: 402". Refuses small figures ("nineteen were treated",
/// "nineteen came home"), other units, and claims whose actors or targets differ.
pub(super) fn same_figure(pair: &Pair<'_>) -> Option<Verdict> {
    let (a, b) = (pair.a.number.as_ref()?, pair.b.number.as_ref()?);
    let telling = a.value? >= Decimal::from(TELLING_FIGURE) && a.value == b.value && one_unit(pair, a, b) && a.bound != Bound::Vague;
    let apart = pair.actor == Overlap::Apart || pair.target == Overlap::Apart || super::times_differ(pair);
    // "Among them are 40 miners who were put in quarantine", "40 miners were quarantined".
    let of_one_kind = a.dimension == b.dimension && matches!(a.dimension, Dimension::People(Some(_)) | Dimension::Things(_));
    let (scope_a, scope_b) = (pair.a.scope.without(ScopeWord::Part), pair.b.scope.without(ScopeWord::Part));
    let of_one_scope = are_of_one_scope(pair) || (of_one_kind && scope_a == scope_b);
    let together = pair.around.same_story && telling && !apart && pair.a.polarity == pair.b.polarity && of_one_scope;
    let measured = matches!(a.dimension, Dimension::Percent | Dimension::Bare | Dimension::Measure(_));
    (together && !(measured && pair.around.likeness < 20)).then_some(Verdict::new(Relation::Agree, "count/same-figure"))
}

/// Whether two equal figures count one kind: by one noun, both countries and governments, both people; or one leaves the noun out
/// and names whom the other names: "Costa Rica got 200 migrants", "Costa Rica took in 200".
fn one_unit(pair: &Pair<'_>, a: &Number, b: &Number) -> bool {
    if a.unit == b.unit || one_currency(pair) {
        return true;
    }
    match (a.dimension, b.dimension) {
        (Dimension::Countries, Dimension::Countries) => true,
        (Dimension::People(a), Dimension::People(b)) => a == b || a.is_none() || b.is_none(),
        (Dimension::Bare, Dimension::People(_) | Dimension::Things(_)) | (Dimension::People(_) | Dimension::Things(_), Dimension::Bare) => {
            pair.shared_sides() > 0
        }
        _ => false,
    }
}

/// Whether two amounts are of one currency although they were read as two: "pesos" in both, in one story, with no country said.
pub(super) fn one_currency(pair: &Pair<'_>) -> bool {
    let noun = |slot: &Slot| slot.number.as_ref().and_then(|number| number.currency_noun);
    pair.around.same_story && noun(pair.a).is_some() && noun(pair.a) == noun(pair.b)
}

/// `count/one-thing`: two claims of one story that give a number of one thing, whatever their verbs.
///
/// Matches "promised a fund of $750 million" and "put the fund at $500 million"; "there were 14 confirmed cases" and "a laboratory
/// confirmed 21 cases". Refuses: other kinds of one amount ("signing bonus", "Christmas bonus"), counted things without a word
/// of their own unless each is the only one in its article and one claim only presents its number; all that [`differ`] refuses.
pub(super) fn across_classes(pair: &Pair<'_>) -> Option<Verdict> {
    let (a, b) = (pair.a.number.as_ref()?, pair.b.number.as_ref()?);
    let around = pair.around;
    let apart = pair.actor == Overlap::Apart
        || pair.target == Overlap::Apart
        || super::overlap(&pair.a.place, &pair.b.place) == Overlap::Apart
        || super::times_differ(pair);
    let affirmed = pair.a.is_affirmed() && pair.b.is_affirmed();
    let one_unit = a.dimension == b.dimension || one_currency(pair);
    if !around.same_story || around.same_article || apart || !affirmed || !one_unit || !is_one_thing(pair, a, b) || rates_differ(pair) {
        return None;
    }
    let agreement = quantity::compare_intervals((a.strict, a.usual), (b.strict, b.usual));
    if agreement > Agreement::Refine {
        return Some(differ(pair, a, b, agreement));
    }
    let verdict = match (pair.a.stage, pair.b.stage) {
        (Some(stage_a), Some(stage_b)) if stage_a != stage_b => staged(pair, stage_a, stage_b),
        _ if !are_of_one_scope(pair) => return None,
        _ if agreement == Agreement::Agree => Verdict::new(Relation::Agree, "count/one-thing"),
        _ => Verdict::new(Relation::Refine, "count/one-thing"),
    };
    Some(verdict).filter(|verdict| verdict.relation != Relation::Distinct)
}

/// Whether two numbers are of one thing by what stands beside them.
fn is_one_thing(pair: &Pair<'_>, a: &Number, b: &Number) -> bool {
    if let (Some(label_a), Some(label_b)) = (a.label, b.label) {
        return label_a.meets(label_b);
    }
    if pair.same_family() || !matches!(a.dimension, Dimension::Things(_)) || a.unit != b.unit {
        return false;
    }
    let own_word = !a.modifiers.is_empty() && a.modifiers == b.modifiers;
    pair.either(|traits| traits.presents) && (own_word || pair.around.only_ones)
}

/// Two numbers of one slot.
pub(super) fn compare(pair: &Pair<'_>, a: &Number, b: &Number) -> Verdict {
    let agreement = quantity::compare_intervals((a.strict, a.usual), (b.strict, b.usual));
    if rates_differ(pair) {
        return Verdict::distinct(Key::Scope, "scope/rate-against-sum");
    }
    if agreement <= Agreement::Refine { agree(pair, a, b, agreement) } else { differ(pair, a, b, agreement) }
}

/// "25,000 a day" against "25,000": a rate is no sum; but a bonus is for each, whether it is said or not.
fn rates_differ(pair: &Pair<'_>) -> bool {
    let (a, b) = scopes(pair);
    let rates = [ScopeWord::Each, ScopeWord::Daily, ScopeWord::Weekly, ScopeWord::Monthly];
    rates.into_iter().any(|rate| a.has(rate) != b.has(rate))
}

/// The scopes of both, without "each" where both are amounts of one kind, and without "others" where those are hurt beside the
/// dead: "one killed, three others wounded" counts all the wounded.
fn scopes(pair: &Pair<'_>) -> (Scope, Scope) {
    let label = |slot: &Slot| slot.number.as_ref().and_then(|number| number.label);
    let one_kind = label(pair.a).zip(label(pair.b)).is_some_and(|(a, b)| a.meets(b) && a.fixed);
    let beside_dead = pair.a.traits.beside_dead && pair.b.traits.beside_dead;
    let both_others = pair.a.scope.has(ScopeWord::Others) && pair.b.scope.has(ScopeWord::Others);
    let others_are_all = beside_dead && (both_others || pair.around.deaths_told);
    let scope = |slot: &Slot| {
        let scope = if one_kind { slot.scope.without(ScopeWord::Each) } else { slot.scope };
        if others_are_all { scope.without(ScopeWord::Others) } else { scope }
    };
    (scope(pair.a), scope(pair.b))
}

/// Whether two equal numbers are of one scope: a package is one, though only a part of it is told of.
fn are_of_one_scope(pair: &Pair<'_>) -> bool {
    let (a, b) = scopes(pair);
    a.without(ScopeWord::Whole) == b.without(ScopeWord::Whole)
}

/// `count/agree`, `count/refine`: the usual readings meet.
///
/// Refuses: claims that share no participant and no story; what was promised against what was delivered, unless the delivery
/// came later (`development/promise-kept`).
fn agree(pair: &Pair<'_>, a: &Number, b: &Number, agreement: Agreement) -> Verdict {
    let telling = a.value.max(b.value).is_some_and(|value| value >= Decimal::from(TELLING_FIGURE));
    let around = pair.around;
    let shared = pair.shared_sides();
    let loose = |dimension| matches!(dimension, Dimension::Percent | Dimension::Bare | Dimension::Measure(_));
    let measured = loose(a.dimension) || loose(b.dimension);
    let together = if around.same_story {
        let same_unit = pair.a.dimension() == pair.b.dimension() && !matches!(a.dimension, Dimension::Money(_));
        let close = pair.same_class() || telling || around.likeness >= 25 || (shared > 0 && same_unit);
        close
            && (shared > 0 || pair.same_class() || around.likeness >= 40 || telling)
            && !(measured && (shared == 0 || !pair.is_dated()) && around.likeness < 20)
    } else {
        shared == 2 || (shared == 1 && (telling || around.likeness >= 40))
    };
    if !together {
        return Verdict::unrelated();
    }
    if let (Some(stage_a), Some(stage_b)) = (pair.a.stage, pair.b.stage)
        && stage_a != stage_b
    {
        return staged(pair, stage_a, stage_b);
    }
    if let Some(verdict) = super::became_deed(pair) {
        return verdict;
    }
    match agreement {
        Agreement::Agree => Verdict::new(Relation::Agree, "count/agree"),
        _ => Verdict::new(Relation::Refine, "count/refine"),
    }
}

/// The same amount at two stages: a promise that was kept later, else two different things.
fn staged(pair: &Pair<'_>, a: Stage, b: Stage) -> Verdict {
    let kept = match (pair.a.published, pair.b.published) {
        (Some(day_a), Some(day_b)) => day_a != day_b && (a < b) == (day_a < day_b),
        _ => false,
    };
    if kept && a.min(b) == Stage::Promised {
        Verdict::new(Relation::Update, "development/promise-kept")
    } else {
        Verdict::distinct(Key::Stage, "scope/stage")
    }
}

/// Numbers that do not agree.
///
/// Refuses, each with its key: a part, an addition or a rate against the whole; the tolls of one event against those of several
/// ("three killed and eleven wounded across the city"); asked against promised against delivered;
/// values that one article gives side by side; plans against deeds; claims that too little brings together; percentages and
/// measures whose words are not alike.
fn differ(pair: &Pair<'_>, a: &Number, b: &Number, agreement: Agreement) -> Verdict {
    let around = pair.around;
    let labels = a.label.zip(b.label);
    if labels.is_some_and(|(a, b)| !a.meets(b)) {
        return Verdict::distinct(Key::Unit, "count/other-amount");
    }
    if let (Some(stage_a), Some(stage_b)) = (pair.a.stage, pair.b.stage)
        && stage_a != stage_b
    {
        return Verdict::distinct(Key::Stage, "scope/stage");
    }
    let (scope_a, scope_b) = scopes(pair);
    if scope_a != scope_b || (!scope_a.is_plain() && !is_rate(pair)) {
        return Verdict::distinct(Key::Scope, "scope/part-or-addition");
    }
    if around.side_by_side || around.same_article {
        return Verdict::distinct(Key::SameSource, "slot/one-article-gives-both");
    }
    if a.dimension != b.dimension && (a.dimension == Dimension::Bare || b.dimension == Dimension::Bare) {
        return Verdict::distinct(Key::Unit, "count/unit-left-out");
    }
    let of_people = matches!((a.dimension, b.dimension), (Dimension::People(_), Dimension::People(_)));
    if !pair.is_dated() && around.likeness < LIKE_WORDS {
        return Verdict::distinct(Key::Time, "count/no-day");
    }
    // "17 per cent" and "23 per cent", each one of many shares: of whom, neither says.
    let shares = a.dimension == Dimension::Percent && !around.only_ones && labels.is_none();
    if shares && !named_alike(pair) {
        return Verdict::unrelated();
    }
    if of_people && around.part_of_own {
        return Verdict::distinct(Key::Scope, "count/part-of-own-total");
    }
    if super::one_is_past(pair) {
        return Verdict::distinct(Key::Time, "count/one-is-past");
    }
    let promised = pair.a.stage == Some(Stage::Promised) && pair.b.stage == Some(Stage::Promised);
    // What a plan comes to is told alike before and after: "would create a fund of $750 million", "put the fund at $500 million".
    let of_plan = labels.is_some_and(|(a, b)| a.before.is_some() && a.before == b.before);
    let unsure = pair.a.modality == Modality::Possible || pair.b.modality == Modality::Possible;
    if !of_plan && (unsure || !(pair.same_footing() || promised)) {
        if let Some(verdict) = overtaken(pair, a, b) {
            return verdict;
        }
        return Verdict::distinct(Key::Stage, "scope/plan-against-deed");
    }
    if let Some(verdict) = rounded(a, b)
        .or_else(|| subgroup(pair, a, b))
        .or_else(|| other_order(a, b))
        .or_else(|| narrower(a, b))
        .or_else(|| other_kind(a, b))
        .or_else(|| other_victims(pair, a, b))
    {
        return verdict;
    }
    let firm = labels.is_some_and(|(a, b)| a.before.is_some() && a.before == b.before || around.only_ones);
    // Who is ordered to pay is not who is awarded the sum.
    let turned = matches!(a.dimension, Dimension::Money(_)) && !pair.same_class();
    let heads_differ = !turned && if of_people && pair.either(|traits| traits.running) { causes_differ(pair) } else { pair.heads_differ() };
    if labels.is_none() && pair.same_family() && (heads_differ || part_of_actor(pair)) {
        return Verdict::distinct(Key::Actor, "count/other-thing");
    }
    if around.names_apart && pair.shared_sides() == 0 && !firm && !around.one_thing {
        return Verdict::distinct(Key::Place, super::OTHER_NAMES);
    }
    let anchor = anchor(pair, a, b);
    if a.bound == Bound::Vague && b.bound == Bound::Vague {
        return Verdict::unrelated();
    }
    let code = if matches!(a.dimension, Dimension::Money(_)) { ConflictCode::AmountConflict } else { ConflictCode::CountConflict };
    let developed = developed(pair, a, b, code);
    let update = developed.is_some_and(|verdict| verdict.relation == Relation::Update);
    if anchor == Anchor::None {
        // "61 girls were released", then "that brings to 80 the number of those released".
        let of_whom = pair.same_class() && of_people && (a.unit.is_none() || b.unit.is_none());
        return developed.filter(|_| update && of_whom && around.same_story).unwrap_or(Verdict::unrelated());
    }
    if of_people && around.one_has_died && !update {
        return Verdict::distinct(Key::Unit, "count/one-has-died");
    }
    if of_people && pair.either(|traits| traits.toll) && around.both_tolls_differ && !update {
        return Verdict::distinct(Key::Scope, "count/more-events");
    }
    if let Some(verdict) = developed {
        return verdict;
    }
    // "Several times" is no number that "once" could contradict; and where neither a group nor days say that two articles tell of one
    // event, the same words are not enough: "two were wounded in a shooting", "four men wounded in shooting".
    let definite = a.bound != Bound::Vague && b.bound != Bound::Vague;
    let firm = agreement == Agreement::Conflict && anchor == Anchor::Firm && definite && (pair.is_dated() || pair.shared_sides() > 0);
    let severity = if firm { Severity::Conflict } else { Severity::Tension };
    let rule = match (code, severity) {
        (ConflictCode::AmountConflict, Severity::Conflict) => "amount/disjoint",
        (ConflictCode::AmountConflict, Severity::Tension) => "amount/only-strictly",
        (_, Severity::Conflict) => "count/disjoint",
        (_, Severity::Tension) => "count/only-strictly",
    };
    Verdict::new(Relation::Conflict(code, severity), rule)
}

/// `development/count-grew`, `development/plan-became-deed`: what was thought or offered is overtaken by what a later article gives.
///
/// Matches "nine are believed to have died" before "eleven have died", and "had offered a bonus of 28 million" before "the contract
/// gives each a bonus of 31 million". Refuses a later count that is lower, and amounts that no common noun names.
fn overtaken(pair: &Pair<'_>, a: &Number, b: &Number) -> Option<Verdict> {
    let (earlier, later) = if pair.a.published? < pair.b.published? { (pair.a, pair.b) } else { (pair.b, pair.a) };
    if earlier.published == later.published || earlier.is_settled() || !later.is_settled() {
        return None;
    }
    let grew = a.usual.order(b.usual) == Some(pair.a.published.cmp(&pair.b.published));
    if earlier.modality == Modality::Possible
        && pair.either(|traits| traits.toll)
        && grew
        && a.dimension == b.dimension
        && pair.same_class()
    {
        return Some(Verdict::new(Relation::Update, "development/count-grew"));
    }
    let offered = a.label.zip(b.label).is_some_and(|(a, b)| a.meets(b) && a.fixed);
    offered.then_some(Verdict::new(Relation::Update, "development/plan-became-deed"))
}

/// `development/count-grew`, `development/changed`, `count/revised-down`: what a later article says of something that goes on.
///
/// Counts of what runs (deaths, arrests, deliveries) differ by a day, others by [`DAYS_TO_CHANGE`]. A later, higher count takes
/// the earlier one's place; a later, lower one is a revision, a tension. A state and a share take each other's place both ways.
/// Refuses: values of one event of one day, a sum agreed between two named sides.
fn developed(pair: &Pair<'_>, a: &Number, b: &Number, code: ConflictCode) -> Option<Verdict> {
    let days = pair.days_apart()?;
    // A ransom is paid once; an offer can be bettered.
    let earlier = if pair.a.published <= pair.b.published { pair.a } else { pair.b };
    let fixed = a.label.or(b.label).is_some_and(|label| label.fixed) && !matches!(earlier.stage, Some(Stage::Asked | Stage::Promised));
    let delivered = pair.a.stage == Some(Stage::Delivered) || pair.b.stage == Some(Stage::Delivered);
    let running = !fixed && (pair.either(|traits| traits.running) || delivered);
    let same_day = matches!((pair.a.period, pair.b.period), (Some(a), Some(b)) if a.is_day() && b.is_day() || a == b);
    // Who was taken on a day is known soon after; the dead and the hurt are counted for long.
    let counted_soon = earlier
        .period
        .zip(earlier.published)
        .is_some_and(|(day, published)| published.since(day.end).is_ok_and(|span| span.get_days() > DAYS_TO_COUNT));
    if same_day && counted_soon && !pair.either(|traits| traits.toll) && pair.either(|traits| traits.running) {
        return None;
    }
    let agreed = code == ConflictCode::AmountConflict && !running && pair.shared_sides() == 2;
    if days == 0 || (days < DAYS_TO_CHANGE && !running) || (same_day && !pair.either(|traits| traits.running)) || agreed || fixed {
        return None;
    }
    let later_is_higher = a.usual.order(b.usual) == Some(pair.a.published.cmp(&pair.b.published));
    if later_is_higher {
        return Some(Verdict::new(Relation::Update, "development/count-grew"));
    }
    if pair.either(|traits| traits.state || traits.measure) || a.dimension == Dimension::Percent {
        return Some(Verdict::new(Relation::Update, "development/changed"));
    }
    // Fewer freed, or arrested, on a later day are mostly others; the dead are counted again.
    if !pair.either(|traits| traits.toll) && pair.either(|traits| traits.running) && pair.around.likeness < LIKE_WORDS {
        return Some(Verdict::distinct(Key::Time, "count/another-day"));
    }
    // "Across the border in Congo there were *two deaths*": less than half of the other toll, and a country that only one of them names.
    let elsewhere = pair.a.place.countries.is_empty() != pair.b.place.countries.is_empty();
    if elsewhere && a.value.zip(b.value).is_some_and(|(a, b)| a.min(b) * Decimal::TWO < a.max(b)) {
        return Some(Verdict::distinct(Key::Place, "count/another-place"));
    }
    // A sum does not shrink to an exact tenth: one of the two articles has a nought too many or too few.
    let slip = a.value.zip(b.value).is_some_and(|(a, b)| is_slip(a.min(b), a.max(b)));
    (!slip).then_some(Verdict::new(Relation::Conflict(code, Severity::Tension), "count/revised-down"))
}

/// `count/other-order`: one is many times the other: one deportee, 130 deportees. They are counts of different things.
fn other_order(a: &Number, b: &Number) -> Option<Verdict> {
    let (a, b) = (a.value.or(a.strict.low)?, b.value.or(b.strict.low)?);
    let (less, more) = (a.min(b), a.max(b));
    let far = less.is_zero() || more >= less.checked_mul(Decimal::from(OTHER_ORDER))?;
    let slip = is_slip(less, more);
    (far && !slip).then_some(Verdict::distinct(Key::Unit, "count/other-order"))
}

/// Whether the greater of two numbers of some size is ten, a hundred or a thousand times the smaller: a slip of the pen, or a
/// conflict, but neither development nor two things.
fn is_slip(less: Decimal, more: Decimal) -> bool {
    less >= Decimal::ONE_THOUSAND && [10, 100, 1000].into_iter().any(|times| less.checked_mul(Decimal::from(times)) == Some(more))
}

/// `count/rounded`: a round number stands for one near it: 40 for 43, 500 for 486. Half the last digit that is not zero, and at
/// most 8 %, is rounding; 10 and 12 are two numbers.
fn rounded(a: &Number, b: &Number) -> Option<Verdict> {
    let stands_for = |round: Decimal, exact: Decimal| {
        let mut unit = Decimal::ONE;
        while let Some(next) = unit.checked_mul(Decimal::TEN).filter(|next| (round % *next).is_zero() && *next <= round) {
            unit = next;
        }
        let tolerance = (unit / Decimal::TWO).min(round * Decimal::new(8, 2));
        unit > Decimal::ONE && (round - exact).abs() <= tolerance
    };
    let (value_a, value_b) = (a.value?, b.value?);
    let exact = a.bound == Bound::Exact && b.bound == Bound::Exact;
    (exact && (stands_for(value_a, value_b) || stands_for(value_b, value_a))).then_some(Verdict::new(Relation::Refine, "count/rounded"))
}

/// `count/narrower`: the lesser number counts a narrower kind: "seven swing states", "41 states".
fn narrower(a: &Number, b: &Number) -> Option<Verdict> {
    let (less, more) = if a.usual.order(b.usual) == Some(std::cmp::Ordering::Less) { (a, b) } else { (b, a) };
    let own = less.modifiers.iter().any(|modifier| more.modifiers.binary_search(modifier).is_err());
    let wider = more.complement.is_none() && more.modifiers.iter().all(|modifier| less.modifiers.binary_search(modifier).is_ok());
    (own && wider).then_some(Verdict::distinct(Key::Unit, "count/narrower"))
}

/// `count/other-kind`: "four counts of robbery", "one count of murder".
fn other_kind(a: &Number, b: &Number) -> Option<Verdict> {
    let things = matches!((a.dimension, b.dimension), (Dimension::Things(_), Dimension::Things(_)));
    let differ = matches!((a.complement, b.complement), (Some(a), Some(b)) if a != b);
    (things && differ).then_some(Verdict::distinct(Key::Unit, "count/other-kind"))
}

/// `count/doers-or-victims`: two men opened fire, and nine were shot; `count/hit-or-hurt`: those who were shot are the dead and
/// the injured together; `count/in-hospital`: of two who were hurt one is still in hospital; `count/with-perpetrator`: somebody
/// killed three, and four died, himself among them.
fn other_victims(pair: &Pair<'_>, a: &Number, b: &Number) -> Option<Verdict> {
    if !pair.either(|traits| traits.running) {
        return None;
    }
    if a.of_doers != b.of_doers {
        return Some(Verdict::distinct(Key::Unit, "count/doers-or-victims"));
    }
    if pair.a.hit != pair.b.hit {
        return Some(Verdict::distinct(Key::Unit, "count/hit-or-hurt"));
    }
    if pair.a.in_hospital != pair.b.in_hospital {
        return Some(Verdict::distinct(Key::Unit, "count/in-hospital"));
    }
    let by_person = |slot: &Slot| !slot.actor.names.is_empty() || slot.actor.heads.iter().any(|head| head.people);
    let one_more = (a.value? - b.value?).abs() == Decimal::ONE;
    let dead = pair.a.traits.dead && pair.b.traits.dead;
    (dead && one_more && by_person(pair.a) != by_person(pair.b)).then_some(Verdict::distinct(Key::Unit, "count/with-perpetrator"))
}

/// Whether a side of both names one person or organization.
fn named_alike(pair: &Pair<'_>) -> bool {
    let alike = |a: &Side, b: &Side| a.names.iter().any(|name| b.names.iter().any(|other| other.last == name.last));
    alike(&pair.a.actor, &pair.b.actor) || alike(&pair.a.target, &pair.b.target)
}

/// Whether one speaks of a country and the other of a part of it: "Peru adds jobs", "the ports of Peru add jobs". What killed is
/// no part of a country: "the flood in Nepal killed 31".
fn part_of_actor(pair: &Pair<'_>) -> bool {
    !pair.either(|traits| traits.toll)
        && !pair.a.actor.countries.is_empty()
        && !pair.b.actor.countries.is_empty()
        && pair.a.actor.heads.is_empty() != pair.b.actor.heads.is_empty()
}

/// Whether two things that are no people did it: a flood and a bomb. Whose number it is, and who tells it, is no cause.
fn causes_differ(pair: &Pair<'_>) -> bool {
    let causes = |slot: &Slot| -> Vec<Head> { slot.actor.heads.iter().copied().filter(|head| !head.people && !head.government).collect() };
    heads_apart(&causes(pair.a), &causes(pair.b))
}

fn is_rate(pair: &Pair<'_>) -> bool {
    let (scope, _) = scopes(pair);
    ![ScopeWord::Part, ScopeWord::More, ScopeWord::Others, ScopeWord::Contrary].into_iter().any(|word| scope.has(word))
}

/// `count/subgroup`: fewer people of one kind against more people as such are a part of them: "12 children", "50 people".
///
/// Matches no pair where the kind outnumbers the whole: nobody reads "nearly 500 gangsters" as a part of 261 people.
fn subgroup(pair: &Pair<'_>, a: &Number, b: &Number) -> Option<Verdict> {
    let (Dimension::People(kind_a), Dimension::People(kind_b)) = (a.dimension, b.dimension) else { return None };
    let (part, whole) = match (kind_a, kind_b) {
        (Some(_), None) => (a, b),
        (None, Some(_)) => (b, a),
        _ => return None,
    };
    // "61 girls were freed"; "that brings to 80 the number of those freed": of whom, the story says.
    let (of_part, of_whole) = if std::ptr::eq(part, a) { (pair.a, pair.b) } else { (pair.b, pair.a) };
    if whole.unit.is_none() && of_whole.scope == of_part.scope && of_part.published < of_whole.published && of_part.published.is_some() {
        return None;
    }
    let fewer = part.usual.order(whole.usual) == Some(std::cmp::Ordering::Less);
    let weak = pair.shared_sides() == 0;
    (fewer || weak).then_some(Verdict::distinct(Key::Unit, "count/subgroup"))
}

/// How firmly two differing numbers are brought together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Anchor {
    /// Not at all.
    None,
    /// By what nothing denies: each is the only sum of its currency in its article, or both are amounts of one kind.
    Loose,
    /// By what both name.
    Firm,
}

fn anchor(pair: &Pair<'_>, a: &Number, b: &Number) -> Anchor {
    let around = pair.around;
    if around.one_thing
        || (pair.same_family() && anchored(pair, a))
        || (around.same_story && a.label.is_some() && is_one_thing(pair, a, b) && around.only_ones)
    {
        return Anchor::Firm;
    }
    if !around.same_story {
        return Anchor::None;
    }
    let only_sum = matches!(a.dimension, Dimension::Money(_)) && pair.same_family() && !around.part_of_own;
    let speaks = pair.either(|traits| traits.state || traits.speech);
    if is_one_thing(pair, a, b) || (only_sum && !speaks) { Anchor::Loose } else { Anchor::None }
}

/// Whether enough brings two differing numbers together to be numbers of one thing.
///
/// In one story it takes the class, and one of: a side in common, the verb and the unit in common, like words. Outside it
/// takes both sides and the verb. Percentages, measures and bare numbers also take like words.
fn anchored(pair: &Pair<'_>, a: &Number) -> bool {
    let around = pair.around;
    let shared = pair.shared_sides();
    let same_unit = pair.a.number.as_ref().map(|number| number.unit) == pair.b.number.as_ref().map(|number| number.unit);
    let needed = |dimension: Option<Dimension>| match dimension {
        Some(Dimension::Percent | Dimension::Bare) => 40,
        Some(Dimension::Measure(_) | Dimension::Things(_)) => 20,
        _ => 0,
    };
    let likeness_needed = needed(pair.a.dimension()).max(needed(pair.b.dimension()));
    if around.likeness < likeness_needed || !around.same_story {
        return false;
    }
    let money = matches!(a.dimension, Dimension::Money(_));
    let near = pair.same_class() && (pair.same_lemma() || shared > 0 || pair.either(|traits| traits.running) || around.likeness >= 40);
    let event = near || (pair.same_lemma() && !pair.either(|traits| traits.speech)) || (shared == 2 && money) || around.likeness >= 40;
    if pair.either(|traits| traits.state || traits.speech) {
        return event && around.likeness >= 40;
    }
    if !event {
        return false;
    }
    if pair.either(|traits| traits.running) {
        let toll = pair.either(|traits| traits.toll) && pair.a.dimension() == pair.b.dimension();
        return shared > 0 || same_unit || toll || around.likeness >= 25;
    }
    // Who pays, or to whom, is named by one of them only: it may be another transfer.
    let open = (pair.actor == Overlap::Unknown && pair.a.actor.is_empty() != pair.b.actor.is_empty())
        || (pair.target == Overlap::Unknown && pair.a.target.is_empty() != pair.b.target.is_empty());
    if open && around.likeness < 30 {
        return false;
    }
    let like_sums = if pair.a.group.is_some() { 30 } else { LIKE_SUMS };
    if money {
        shared == 2 || (shared == 1 && around.likeness >= 15) || around.likeness >= like_sums
    } else {
        shared > 0 || around.likeness >= 25
    }
}
