//! How the words of two statements line up.

use super::alike::alike;
use super::phrase::meets;
use super::reading::{Kind, Reading};
use crate::claim::clause::{Slot, preposition};
use crate::gazetteer::lexical_relations::WordingCue;

/// How many words agree, in order: the longest common subsequence.
pub(super) fn agreeing(a: &Reading<'_>, words_a: &[usize], b: &Reading<'_>, words_b: &[usize]) -> usize {
    let mut row = vec![0; words_b.len() + 1];
    for &x in words_a {
        let mut diagonal = 0;
        for (column, &y) in words_b.iter().enumerate() {
            let above = row[column + 1];
            row[column + 1] = if alike(&a.words[x], &b.words[y]) > 0 { diagonal + 1 } else { above.max(row[column]) };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// Whether the two tell of one event: their main words and subjects agree, and no name stands on either side alone.
pub(super) fn is_one_event(a: &Reading<'_>, words_a: &[usize], b: &Reading<'_>, words_b: &[usize]) -> bool {
    let agree = |x: usize, y: usize| alike(&a.words[x], &b.words[y]) > 0 || (!a.tells(x) && !b.tells(y));
    let subject = |reading: &Reading<'_>, root: usize| {
        reading
            .arguments(root)
            .iter()
            .find(|argument| argument.slot == Slot::Subject || argument.slot == Slot::PassiveSubject)
            .map(|argument| of_quantifier(reading, argument.head))
    };
    let (Some(root_a), Some(root_b)) = (a.tree.root(), b.tree.root()) else { return false };
    let subjects = match (subject(a, root_a), subject(b, root_b)) {
        (Some(x), Some(y)) => {
            agree(x, y) || words_a.iter().any(|&x| a.is_loose(x) && agree(x, y)) || words_b.iter().any(|&y| b.is_loose(y) && agree(x, y))
        }
        _ => true,
    };
    let alone = |one: &Reading<'_>, words: &[usize], other: &Reading<'_>, others: &[usize]| {
        words.iter().any(|&x| is_named(one, x) && !others.iter().any(|&y| alike(&one.words[x], &other.words[y]) > 0))
    };
    (agree(root_a, root_b) || meets(a, root_a, b, root_b) || !words_a.contains(&root_a) || !words_b.contains(&root_b))
        && subjects
        && !(alone(a, words_a, b, words_b) && alone(b, words_b, a, words_a))
}

/// "all *of the passengers*": the noun of which a quantifier without one is.
pub(super) fn of_quantifier(reading: &Reading<'_>, head: usize) -> usize {
    let of = |child: &usize| preposition(&reading.tree, *child).is_some_and(|case| reading.tree.lemma(case) == "of");
    if reading.tells(head) && !reading.is_cue(head, WordingCue::Whole) {
        return head;
    }
    reading.tree.children(head).find(of).unwrap_or(head)
}

/// Whether each names somebody or something that the other does not: two events.
pub(super) fn names_differ(a: &Reading<'_>, b: &Reading<'_>) -> bool {
    let alone = |one: &Reading<'_>, other: &Reading<'_>| {
        (0..one.len()).any(|x| is_named(one, x) && !(0..other.len()).any(|y| alike(&one.words[x], &other.words[y]) > 0))
    };
    alone(a, b) && alone(b, a)
}

/// A country, or a name in a sentence that is no headline: headlines begin every word with a capital.
fn is_named(reading: &Reading<'_>, token: usize) -> bool {
    reading.words[token].country.is_some() || (reading.words[token].kind == Kind::Name && !reading.in_capitals)
}

/// Words of the calendar in one that the other has not, and the other way round: two days.
pub(super) fn days_differ(a: &Reading<'_>, b: &Reading<'_>) -> bool {
    let days = |reading: &Reading<'_>| -> Vec<String> {
        let named = |token: usize| reading.is_cue(token, WordingCue::Calendar);
        (0..reading.len())
            .filter(|&token| {
                named(token)
                    || (token > 0 && reading.words[token].value.is_some() && named(token - 1))
                    || (token + 1 < reading.len() && reading.words[token].value.is_some() && named(token + 1))
            })
            .map(|token| reading.tree.lemma(token).to_owned())
            .collect()
    };
    let (a, b) = (days(a), days(b));
    a.iter().any(|day| !b.contains(day)) && b.iter().any(|day| !a.contains(day))
}
