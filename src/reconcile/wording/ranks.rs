//! `wording/rank`: two statements in the same words give one thing two places in a row.

use super::alignment::{agreeing, days_differ, is_one_event};
use super::alike::alike;
use super::reading::{Kind, Reading};
use crate::claim::model::Modality;
use crate::gazetteer::lexical_relations::WordingCue;

/// So many words agree beside the rank.
const FEWEST_WORDS: usize = 3;

/// The ranks in which two statements differ: "Roth was the *first* woman to cross the lake", "… the *second* woman …".
pub(super) fn two_ranks(a: &Reading<'_>, b: &Reading<'_>) -> Option<(usize, usize)> {
    let (x, y) = (rank(a)?, rank(b)?);
    let rest = |reading: &Reading<'_>, rank: usize| -> Vec<usize> {
        (0..reading.len()).filter(|&token| token != rank && reading.tells(token)).collect()
    };
    let (rest_a, rest_b) = (rest(a, x), rest(b, y));
    let agree = agreeing(a, &rest_a, b, &rest_b);
    let of_same = matches!((a.tree.head(x), b.tree.head(y)), (Some(x), Some(y)) if alike(&a.words[x], &b.words[y]) > 0);
    let of_named =
        [(a, &rest_a), (b, &rest_b)].iter().all(|(reading, rest)| rest.iter().any(|&token| reading.words[token].kind == Kind::Name));
    (a.tree.lemma(x) != b.tree.lemma(y)
        && of_same
        && of_named
        && agree >= FEWEST_WORDS
        && agree == rest_a.len()
        && agree == rest_b.len()
        && !days_differ(a, b)
        && is_one_event(a, &rest_a, b, &rest_b))
    .then_some((x, y))
}

/// The one ordinal of a statement that says it as a fact.
fn rank(reading: &Reading<'_>) -> Option<usize> {
    let mut ranks = (0..reading.len()).filter(|&token| reading.is_cue(token, WordingCue::Ordinal));
    let rank = ranks.next()?;
    let standing = reading.standing(rank);
    (ranks.next().is_none() && !standing.negated && !standing.open && standing.modality == Modality::Asserted).then_some(rank)
}
