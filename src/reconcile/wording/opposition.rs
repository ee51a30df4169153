//! `wording/opposed`: two statements whose words line up but for one, of which the other has the opposite.

use super::alignment::{agreeing, days_differ, is_one_event};
use super::alike::alike;
use super::reading::{Kind, Reading};
use crate::claim::model::Modality;
use crate::gazetteer::Gazetteers;

/// This part of the words of the shorter statement agrees, in hundredths, without the opposites,
const SHORTER_AGREES: usize = 75;
/// and this part of those of the longer.
const LONGER_AGREES: usize = 40;
/// So many words must agree.
const FEWEST_WORDS: usize = 2;

/// Two opposite words in one place, as tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opposed {
    pub(super) a: usize,
    pub(super) b: usize,
}

/// The opposites that two statements say of one thing.
pub(super) fn opposed(a: &Reading<'_>, b: &Reading<'_>, gazetteers: &Gazetteers) -> Option<Opposed> {
    let relations = &gazetteers.lexical_relations;
    let words = |reading: &Reading<'_>| -> Vec<usize> { (0..reading.len()).filter(|&token| reading.tells(token)).collect() };
    let (words_a, words_b) = (words(a), words(b));
    let pairs = words_a.iter().flat_map(|&x| words_b.iter().map(move |&y| (x, y)));
    let mut found = pairs.filter(|&(x, y)| relations.are_opposed(a.tree.lemma(x), b.tree.lemma(y)) && says_it(a, x) && says_it(b, y));
    let (x, y) = found.next()?;
    if found.next().is_some() || days_differ(a, b) {
        return None;
    }
    // An article that has both words means two things by them.
    if words_a.iter().any(|&other| alike(&a.words[other], &b.words[y]) > 0)
        || words_b.iter().any(|&other| alike(&b.words[other], &a.words[x]) > 0)
    {
        return None;
    }
    let rest = |reading: &Reading<'_>, words: &[usize], without: usize| -> Vec<usize> {
        words.iter().copied().filter(|&token| token != without && reading.words[token].kind != Kind::Number).collect()
    };
    let (rest_a, rest_b) = (rest(a, &words_a, x), rest(b, &words_b, y));
    let agree = agreeing(a, &rest_a, b, &rest_b);
    let enough = agree >= FEWEST_WORDS
        && 100 * agree >= SHORTER_AGREES * rest_a.len().min(rest_b.len())
        && 100 * agree >= LONGER_AGREES * rest_a.len().max(rest_b.len());
    (enough && is_one_event(a, &rest_a, b, &rest_b)).then_some(Opposed { a: x, b: y })
}

/// Whether a word stands in the main clause as a fact: the predicate, its particle or what is said by it.
fn says_it(reading: &Reading<'_>, token: usize) -> bool {
    let standing = reading.standing(token);
    let main = reading.tree.root().is_some_and(|root| reading.clauses.owner[root] == reading.clauses.owner[token]);
    // "imports" and "exports" name two things; "rose" and "fell" say two things of one.
    let tells = matches!(reading.words[token].kind, Kind::Verb | Kind::Adjective | Kind::Adverb) && !reading.is_heading();
    main && tells && !standing.negated && !standing.open && standing.modality == Modality::Asserted
}
