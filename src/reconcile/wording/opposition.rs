//! `wording/opposed`: two statements whose words line up but for one, of which the other has the opposite.

use super::alignment::{agreeing, days_differ, is_one_event};
use super::alike::alike;
use super::phrase::{doer, meets, undergoer};
use super::reading::{Kind, Reading};
use crate::claim::clause::{Clause, ClauseKind};
use crate::claim::model::Modality;
use crate::gazetteer::Gazetteers;
use crate::syntax::Relation;

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

/// The opposites that two statements say of one thing by the predicates of clauses, whatever else the longer one tells.
///
/// "because the dose *amplifies* the effects of the drug", "The dose *reduces* the effects of the drug". Refuses where the one says both of
/// the same.
pub(super) fn opposed_in_clauses(a: &Reading<'_>, b: &Reading<'_>, gazetteers: &Gazetteers) -> Option<Opposed> {
    if days_differ(a, b) {
        return None;
    }
    let relations = &gazetteers.lexical_relations;
    let told =
        |reading: &Reading<'_>| -> Vec<usize> { (0..reading.clauses.clauses.len()).filter(|&index| is_told(reading, index)).collect() };
    let told_b = told(b);
    told(a).into_iter().find_map(|x| {
        let at_a = a.clauses.clauses[x].head();
        told_b.iter().copied().find_map(|y| {
            let at_b = b.clauses.clauses[y].head();
            // "out of jail" and "free" are no opposites: a noun has nouns for opposites.
            let of_one_kind = (a.words[at_a].kind == Kind::Noun) == (b.words[at_b].kind == Kind::Noun);
            let opposed = of_one_kind && relations.are_opposed(a.tree.lemma(at_a), b.tree.lemma(at_b));
            let shorter_first = a.len() <= b.len();
            let covered = if shorter_first { is_covered(a, x, b, y) } else { is_covered(b, y, a, x) };
            (opposed && covered && sides_agree(a, x, b, y) && !says_both(a, x, b, at_b) && !says_both(b, y, a, at_a))
                .then_some(Opposed { a: at_a, b: at_b })
        })
    })
}

fn is_told(reading: &Reading<'_>, index: usize) -> bool {
    let standing = reading.standings[index];
    let kind = reading.clauses.clauses[index].kind;
    !is_denied(reading, reading.clauses.clauses[index].head())
        && !standing.open
        && standing.modality == Modality::Asserted
        && !matches!(kind, ClauseKind::Condition | ClauseKind::Infinitive | ClauseKind::Purpose | ClauseKind::Fragment)
}

/// Whether two clauses tell of the same on each side that both name.
fn sides_agree(a: &Reading<'_>, x: usize, b: &Reading<'_>, y: usize) -> bool {
    let (one, other) = (&a.clauses.clauses[x], &b.clauses.clauses[y]);
    let agree = |side: fn(&Clause) -> Option<usize>| match (side(one), side(other)) {
        (Some(x), Some(y)) => Some(meets(a, x, b, y) || meets_among(a, x, b, y)),
        (None, None) => None,
        _ => Some(false),
    };
    let (doers, undergoers) = (agree(doer), agree(undergoer));
    doers != Some(false) && undergoers != Some(false) && (doers == Some(true) || undergoers == Some(true))
}

/// "actions and *side effects*": one of several that stand on a side.
fn meets_among(a: &Reading<'_>, x: usize, b: &Reading<'_>, y: usize) -> bool {
    let among = |one: &Reading<'_>, head: usize, other: &Reading<'_>, there: usize| {
        one.tree.children(head).any(|child| one.tree.relation(child) == Relation::Conj && meets(one, child, other, there))
    };
    among(a, x, b, y) || among(b, y, a, x)
}

/// Whether what the clause of the shorter statement says beside its predicate stands in that of the longer one.
fn is_covered(shorter: &Reading<'_>, x: usize, longer: &Reading<'_>, y: usize) -> bool {
    let top = longer.clauses.clauses[y].top();
    let mut there = longer.tree.descendants(top);
    there.extend(longer.clauses.clauses[y].arguments.iter().flat_map(|argument| longer.tree.descendants(argument.head)));
    let head = shorter.clauses.clauses[x].head();
    let words: Vec<usize> = (0..shorter.len()).filter(|&token| token != head && shorter.tells(token)).collect();
    let known = |token: usize| there.iter().any(|&other| alike(&shorter.words[token], &longer.words[other]) > 0);
    let agree = words.iter().filter(|&&token| known(token)).count();
    agree >= FEWEST_WORDS
        && 100 * agree >= SHORTER_AGREES * words.len()
        && words.iter().all(|&token| !matches!(shorter.words[token].kind, Kind::Name | Kind::Number) || known(token))
}

/// Whether a statement says elsewhere of the same subject what the other says: two times or two respects.
fn says_both(one: &Reading<'_>, index: usize, other: &Reading<'_>, word: usize) -> bool {
    let subject = one.clauses.clauses[index].subject().map(|subject| subject.head);
    one.clauses.clauses.iter().enumerate().any(|(number, clause)| {
        number != index
            && alike(&one.words[clause.head()], &other.words[word]) > 0
            && clause.subject().is_none_or(|found| subject.is_none_or(|subject| meets(one, subject, one, found.head)))
    })
}

/// Whether something denies a word; that "reject" itself denies is not counted.
fn is_denied(reading: &Reading<'_>, token: usize) -> bool {
    let clause = &reading.clauses.clauses[reading.clauses.owner[token]];
    reading.standing(token).negated != (reading.words[token].denies && clause.head() == token)
}

/// Whether a word stands in the main clause as a fact: the predicate, its particle or what is said by it.
fn says_it(reading: &Reading<'_>, token: usize) -> bool {
    let standing = reading.standing(token);
    let main = reading.tree.root().is_some_and(|root| reading.clauses.owner[root] == reading.clauses.owner[token]);
    // "imports" and "exports" name two things; "rose" and "fell" say two things of one.
    let tells = matches!(reading.words[token].kind, Kind::Verb | Kind::Adjective | Kind::Adverb) && !reading.is_heading();
    main && tells && !is_denied(reading, token) && !standing.open && standing.modality == Modality::Asserted
}
