//! `wording/number`: two statements whose words line up in all but one number.

use rust_decimal::Decimal;

use super::alignment::{agreeing, days_differ, is_one_event};
use super::alike::alike;
use super::phrase::meets;
use super::reading::{Kind, Reading};
use crate::claim::clause::Slot;
use crate::claim::model::Modality;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::numbers::{Bound, NumberClass, NumberCue};
use crate::syntax::{PennTag, Relation};

/// Two statements say the same but for the number where this part of their words agrees, in hundredths.
const AGREEING: usize = 57;
/// So many words must agree.
const FEWEST_WORDS: usize = 2;
/// The words that bound a number stand within so many tokens before it.
const BOUND_TOKENS: usize = 4;

/// Two numbers in one place, as tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Differing {
    pub(super) a: usize,
    pub(super) b: usize,
    /// The first tokens of the words that bound them.
    pub(super) from: [usize; 2],
    /// Whether they are amounts of money.
    pub(super) money: bool,
}

/// A number with what bounds it.
#[derive(Clone, Debug)]
struct Bounded {
    token: usize,
    value: Decimal,
    bound: Bound,
    /// The first token of the words that bound it.
    from: usize,
}

/// The one number in which two statements differ, where the two cannot both be so.
pub(super) fn differing(a: &Reading<'_>, b: &Reading<'_>, gazetteers: &Gazetteers) -> Option<Differing> {
    let (numbers_a, numbers_b) = (numbers(a, gazetteers), numbers(b, gazetteers));
    if numbers_a.is_empty() || numbers_a.len() != numbers_b.len() {
        return None;
    }
    let mut differing = numbers_a.iter().zip(&numbers_b).filter(|(a, b)| a.value != b.value || a.bound != b.bound);
    let (one, other) = differing.next()?;
    if differing.next().is_some() {
        return None;
    }
    let (words_a, words_b) = (words(a, &numbers_a, gazetteers), words(b, &numbers_b, gazetteers));
    let same = words_a.len() == words_b.len() && words_a.iter().zip(&words_b).all(|(x, y)| a.tree.lemma(*x) == b.tree.lemma(*y));
    let agreeing = agreeing(a, &words_a, b, &words_b);
    let alike_enough = agreeing >= FEWEST_WORDS && 100 * agreeing >= AGREEING * words_a.len().max(words_b.len());
    if !(same && agreeing >= 1 || alike_enough) || !is_of_same_thing(a, one.token, b, other.token, gazetteers) {
        return None;
    }
    let one_thing = || is_one_event(a, &words_a, b, &words_b) && modifiers(a, one.token) == modifiers(b, other.token);
    if !(same || one_thing()) {
        return None;
    }
    disjoint(one, other, same).then_some(Differing {
        a: one.token,
        b: other.token,
        from: [one.from, other.from],
        money: is_money(a, one.token, gazetteers) && is_money(b, other.token, gazetteers),
    })
}

/// The number in which two clauses differ that tell the same of the same subject, whatever else the longer statement tells.
///
/// "exports rose 12.8% last year, while imports rose 10.5%", "Exports rose 10.5%". Refuses numbers of subjects, which count other parts of
/// one whole, and a statement with words that the other does not have.
pub(super) fn differing_in_clauses(a: &Reading<'_>, b: &Reading<'_>, gazetteers: &Gazetteers) -> Option<Differing> {
    if days_differ(a, b) {
        return None;
    }
    let (numbers_a, numbers_b) = (numbers(a, gazetteers), numbers(b, gazetteers));
    let pairs = numbers_a.iter().flat_map(|one| numbers_b.iter().map(move |other| (one, other)));
    let found = pairs.into_iter().find(|(one, other)| {
        let (Some(x), Some(y)) = (measured(a, one.token), measured(b, other.token)) else { return false };
        let short_first = a.len() <= b.len();
        let of_clause = |reading: &Reading<'_>, numbers: &[Bounded], clause: usize| {
            numbers.iter().filter(|number| measured(reading, number.token).is_some_and(|found| found.0 == clause)).count()
        };
        // "$60 a pair and $50 a dozen": two things of one statement each have their own number.
        let stands = |numbers: &[Bounded], wanted: &Bounded| numbers.iter().any(|number| number.value == wanted.value);
        let apart = |one: &Reading<'_>, numbers: &[Bounded], index: usize, wanted: &Bounded| {
            numbers.iter().filter(|number| number.value == wanted.value).all(|number| {
                let subject = |clause: usize| one.clauses.clauses[clause].subject().map(|subject| subject.head);
                match (measured(one, number.token).and_then(|found| subject(found.0)), subject(index)) {
                    (Some(its), Some(own)) => one.tells(its) && !meets(one, its, one, own),
                    _ => false,
                }
            })
        };
        if (stands(&numbers_b, one) && !apart(b, &numbers_b, y.0, one)) || (stands(&numbers_a, other) && !apart(a, &numbers_a, x.0, other))
        {
            return false;
        }
        alike(&a.words[a.clauses.clauses[x.0].head()], &b.words[b.clauses.clauses[y.0].head()]) > 0
            && x.1 == y.1
            && is_told(a, x.0)
            && is_told(b, y.0)
            && is_of_same_thing(a, one.token, b, other.token, gazetteers)
            && modifiers(a, one.token) == modifiers(b, other.token)
            && subjects_meet(a, x.0, b, y.0)
            && disjoint(one, other, false)
            && if short_first {
                of_clause(a, &numbers_a, x.0) == 1 && is_covered(a, &numbers_a, b, gazetteers)
            } else {
                of_clause(b, &numbers_b, y.0) == 1 && is_covered(b, &numbers_b, a, gazetteers)
            }
    });
    found.map(|(one, other)| Differing {
        a: one.token,
        b: other.token,
        from: [one.from, other.from],
        money: is_money(a, one.token, gazetteers) && is_money(b, other.token, gazetteers),
    })
}

/// The clause that a number stands in, and where in it: the slot of the phrase and its preposition; none in a subject.
fn measured<'r>(reading: &'r Reading<'_>, number: usize) -> Option<(usize, (Slot, Option<&'r str>))> {
    let index = reading.clauses.owner[number];
    let clause = &reading.clauses.clauses[index];
    let argument = clause.arguments.iter().find(|argument| {
        !argument.shared && (argument.head == number || reading.tree.is_ancestor(argument.head, number)) && argument.head != clause.head()
    })?;
    let slot = if argument.slot == Slot::Object || argument.preposition.is_none() { Slot::Object } else { argument.slot };
    let preposition = argument.preposition.map(|case| reading.tree.lemma(case));
    (!matches!(slot, Slot::Subject | Slot::PassiveSubject | Slot::Agent)).then_some((index, (slot, preposition)))
}

fn is_told(reading: &Reading<'_>, index: usize) -> bool {
    let standing = reading.standings[index];
    !standing.negated && !standing.open && standing.modality == Modality::Asserted
}

fn subjects_meet(a: &Reading<'_>, x: usize, b: &Reading<'_>, y: usize) -> bool {
    let (one, other) = (&a.clauses.clauses[x], &b.clauses.clauses[y]);
    match (one.subject(), other.subject()) {
        (Some(x), Some(y)) => one.passive == other.passive && meets(a, x.head, b, y.head),
        _ => false,
    }
}

/// Whether what the shorter statement says beside its numbers stands in the longer one.
fn is_covered(shorter: &Reading<'_>, numbers: &[Bounded], longer: &Reading<'_>, gazetteers: &Gazetteers) -> bool {
    let words = words(shorter, numbers, gazetteers);
    let known = |token: usize| (0..longer.len()).any(|other| alike(&shorter.words[token], &longer.words[other]) > 0);
    words.len() >= FEWEST_WORDS && words.iter().all(|&token| known(token))
}

/// The numbers of a statement, in order, each with what bounds it; not those of ranks, names and times of day.
fn numbers(reading: &Reading<'_>, gazetteers: &Gazetteers) -> Vec<Bounded> {
    (0..reading.len())
        .filter_map(|token| {
            let value = reading.words[token].value.filter(|_| !is_label(reading, token, gazetteers))?;
            let scale = (token + 1 < reading.len()).then(|| scale(reading, token + 1, gazetteers)).flatten().unwrap_or(Decimal::ONE);
            let (bound, from) = bound(reading, token, gazetteers);
            Some(Bounded { token, value: value.checked_mul(scale)?, bound, from })
        })
        .collect()
}

/// "Image 3 of 8", "Highway 12": the number names a thing.
fn is_label(reading: &Reading<'_>, token: usize, gazetteers: &Gazetteers) -> bool {
    token > 0 && reading.tree.tag(token - 1).is_noun() && gazetteers.numbers.has_cue(reading.tree.lemma(token - 1), NumberCue::Label)
}

/// What a word multiplies the number before it by: "million", "bn".
fn scale(reading: &Reading<'_>, token: usize, gazetteers: &Gazetteers) -> Option<Decimal> {
    let written = reading.tree.word(&reading.text, token);
    match gazetteers.numbers.named(reading.tree.lemma(token)) {
        Some(word) => matches!(word.class, NumberClass::Scale | NumberClass::Hundred).then_some(word.value),
        None => gazetteers.numbers.abbreviation(written),
    }
}

/// The words before a number that bound it, a currency's sign between them stepped over.
fn bound(reading: &Reading<'_>, token: usize, gazetteers: &Gazetteers) -> (Bound, usize) {
    let mut end = token;
    if end > 0 && matches!(reading.tree.tag(end - 1), PennTag::Dollar) {
        end -= 1;
    }
    for from in end.saturating_sub(BOUND_TOKENS)..end {
        let phrase = reading.text[reading.tree.token_span(from).start..reading.tree.token_span(end - 1).end].to_ascii_lowercase();
        if let Some(bound) = gazetteers.numbers.before(&phrase) {
            return (bound, from);
        }
    }
    // "$ less than 80"
    if end < token {
        return (Bound::Exact, token);
    }
    (Bound::Exact, token)
}

/// The words that carry meaning, without numbers and what bounds them.
fn words(reading: &Reading<'_>, numbers: &[Bounded], gazetteers: &Gazetteers) -> Vec<usize> {
    let bounds = |token: usize| numbers.iter().any(|number| number.from <= token && token <= number.token);
    (0..reading.len())
        .filter(|&token| {
            reading.tells(token)
                && reading.words[token].kind != Kind::Number
                && !bounds(token)
                && scale(reading, token, gazetteers).is_none()
        })
        .collect()
}

/// The words that say which of the things are counted: "the *other* four", "seven *swing* states".
fn modifiers<'r>(reading: &'r Reading<'_>, number: usize) -> Vec<&'r str> {
    let Some(noun) = reading.tree.head(number).filter(|_| reading.tree.relation(number) == Relation::Nummod) else { return Vec::new() };
    reading
        .tree
        .children(noun)
        .filter(|&child| child != number && child < noun && matches!(reading.tree.relation(child), Relation::Amod | Relation::Compound))
        .map(|child| reading.tree.lemma(child))
        .collect()
}

/// Whether two numbers count or measure the same: what they hang on, or what follows them, agrees.
fn is_of_same_thing(a: &Reading<'_>, x: usize, b: &Reading<'_>, y: usize, gazetteers: &Gazetteers) -> bool {
    let unit = |reading: &Reading<'_>, token: usize| {
        let counted = reading.tree.head(token).filter(|_| reading.tree.relation(token) == Relation::Nummod);
        counted.or((token + 1 < reading.len()).then_some(token + 1))
    };
    let (of_a, of_b) = (x, y);
    match (unit(a, x), unit(b, y)) {
        (Some(x), Some(y)) => {
            a.tree.lemma(x) == b.tree.lemma(y)
                || alike(&a.words[x], &b.words[y]) > 0
                || (is_money(a, of_a, gazetteers) && is_money(b, of_b, gazetteers))
                || scale(a, x, gazetteers).is_some() && scale(b, y, gazetteers).is_some()
        }
        (None, None) => true,
        _ => false,
    }
}

/// Whether a currency stands at a number: "$400 billion", "5 billion euros".
fn is_money(reading: &Reading<'_>, token: usize, gazetteers: &Gazetteers) -> bool {
    let named = |at: usize| gazetteers.currencies.word(reading.tree.lemma(at)).is_some();
    let sign =
        |at: usize| reading.tree.tag(at) == PennTag::Dollar || gazetteers.currencies.sign(reading.tree.word(&reading.text, at)).is_some();
    (token > 0 && sign(token - 1)) || (token + 1..reading.len().min(token + 3)).any(named)
}

/// Whether two bounded numbers have no value in common; "15" and "more than 15" have none, which only counts where every other
/// word is the same.
fn disjoint(a: &Bounded, b: &Bounded, same_words: bool) -> bool {
    let (low_a, high_a) = interval(a);
    let (low_b, high_b) = interval(b);
    let below = |high: Option<(Decimal, bool)>, low: Option<(Decimal, bool)>| match (high, low) {
        (Some((high, high_open)), Some((low, low_open))) => high < low || (same_words && high == low && (high_open || low_open)),
        _ => false,
    };
    below(high_a, low_b) || below(high_b, low_a)
}

/// The least and the greatest value, each with whether it is itself left out.
type Ends = (Option<(Decimal, bool)>, Option<(Decimal, bool)>);

fn interval(number: &Bounded) -> Ends {
    let value = number.value;
    let part = |tenths: i64| value * Decimal::new(tenths, 1);
    match number.bound {
        Bound::Exact | Bound::Range | Bound::Vague => (Some((value, false)), Some((value, false))),
        Bound::AtLeast => (Some((value, false)), None),
        Bound::MoreThan => (Some((value, true)), None),
        Bound::AtMost | Bound::UpTo => (None, Some((value, false))),
        Bound::LessThan => (None, Some((value, true))),
        Bound::Nearly => (Some((part(8), false)), Some((value, true))),
        Bound::About => (Some((part(8), false)), Some((part(12), false))),
    }
}
