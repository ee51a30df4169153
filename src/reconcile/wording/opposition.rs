//! `wording/opposed`: two statements whose words line up but for one, of which the other has the opposite.

use std::borrow::Cow;

use super::alignment::{agreeing, days_differ, is_one_event};
use super::alike::alike;
use super::phrase::{doer, meets, undergoer};
use super::reading::{Kind, Reading};
use super::subject::subject_of_participle;
use crate::claim::clause::ClauseKind;
use crate::claim::model::Modality;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::lexical_relations::WordingCue;
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
    let opposed = |x: usize, y: usize| relations.are_opposed(&said(a, x), &said(b, y));
    let mut found = pairs.filter(|&(x, y)| opposed(x, y) && says_it(a, x) && says_it(b, y));
    let (x, y) = found.next()?;
    if found.next().is_some() || days_differ(a, b) || are_parts(a, a.clauses.owner[x], b, b.clauses.owner[y]) {
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
            let opposed = of_one_kind && relations.are_opposed(&said(a, at_a), &said(b, at_b)) && !are_parts(a, x, b, y);
            let shorter_first = a.len() <= b.len();
            let covered = if shorter_first { is_covered(a, x, b, y) } else { is_covered(b, y, a, x) };
            (opposed && covered && sides_agree(a, x, b, y) && !says_both(a, x, b, at_b) && !says_both(b, y, a, at_a))
                .then_some(Opposed { a: at_a, b: at_b })
        })
    })
}

/// What a word says: a verb with its particle where both together have an opposite, "called *off*".
fn said<'r>(reading: &'r Reading<'_>, token: usize) -> Cow<'r, str> {
    let lemma = reading.tree.lemma(token);
    let particle = reading.tree.child_with(token, Relation::CompoundPrt).or_else(|| {
        let next = token + 1;
        (next < reading.len() && reading.words[token].kind == Kind::Verb && reading.tree.head(next) == Some(token)).then_some(next)
    });
    let phrase = particle.map(|particle| format!("{lemma} {}", reading.tree.lemma(particle)));
    match phrase.filter(|phrase| reading.relations.has_opposite(phrase)) {
        Some(phrase) => Cow::Owned(phrase),
        None => Cow::Borrowed(lemma),
    }
}

/// "Two guests left", "Five guests stayed": whether the clauses tell of parts of a whole, of which both can be so.
fn are_parts(a: &Reading<'_>, x: usize, b: &Reading<'_>, y: usize) -> bool {
    let subject = |reading: &Reading<'_>, clause: usize| reading.clauses.clauses[clause].subject().map(|subject| subject.head);
    let (Some(x), Some(y)) = (subject(a, x), subject(b, y)) else { return false };
    let child = |reading: &Reading<'_>, noun: usize, cue: WordingCue| {
        reading.is_cue(noun, cue) || reading.tree.children(noun).any(|child| child < noun && reading.is_cue(child, cue))
    };
    let whole = |reading: &Reading<'_>, noun: usize| child(reading, noun, WordingCue::Whole);
    let part = |reading: &Reading<'_>, noun: usize| {
        child(reading, noun, WordingCue::Part)
            || reading.words[noun].value.is_some()
            || reading.tree.child_with(noun, Relation::Nummod).is_some()
            || reading.tree.children(noun).any(|child| reading.tree.relation(child) == Relation::Det && reading.tree.lemma(child) == "a")
    };
    match (part(a, x), part(b, y)) {
        (true, true) => true,
        (true, false) => !whole(b, y) && a.tree.child_with(x, Relation::Nummod).is_some(),
        (false, true) => !whole(a, x) && b.tree.child_with(y, Relation::Nummod).is_some(),
        (false, false) => false,
    }
}

/// "met *before* the vote", "met *after* the vote": two clauses that tell the same with opposite prepositions before one noun.
pub(super) fn opposed_links(a: &Reading<'_>, b: &Reading<'_>, gazetteers: &Gazetteers) -> Option<Opposed> {
    let relations = &gazetteers.lexical_relations;
    let told =
        |reading: &Reading<'_>| -> Vec<usize> { (0..reading.clauses.clauses.len()).filter(|&index| is_told(reading, index)).collect() };
    let told_b = told(b);
    told(a).into_iter().find_map(|x| {
        told_b.iter().copied().find_map(|y| {
            let (one, other) = (&a.clauses.clauses[x], &b.clauses.clauses[y]);
            if alike(&a.words[one.head()], &b.words[other.head()]) == 0 || days_differ(a, b) || !sides_agree(a, x, b, y) {
                return None;
            }
            let covered = if a.len() <= b.len() { is_covered(a, x, b, y) } else { is_covered(b, y, a, x) };
            let links = one.arguments.iter().flat_map(|one| other.arguments.iter().map(move |other| (one, other)));
            links.into_iter().find_map(|(one, other)| {
                let (x, y) = (one.preposition?, other.preposition?);
                let opposed = relations.are_opposed(a.tree.lemma(x), b.tree.lemma(y)) && meets(a, one.head, b, other.head);
                (covered && opposed).then_some(Opposed { a: x, b: y })
            })
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

/// Who does what a clause tells and to whom, by its head alone: what a state is said of stands on the second side.
fn sides(reading: &Reading<'_>, index: usize) -> (Option<usize>, Option<usize>) {
    let clause = &reading.clauses.clauses[index];
    let is_state = reading.tree.child_with(clause.head(), Relation::Cop).is_some() || reading.words[clause.head()].kind == Kind::Adjective;
    if is_state && !clause.passive {
        return (None, clause.subject().map(|subject| subject.head));
    }
    (doer(clause).or_else(|| subject_of_participle(reading, clause.head())), undergoer(clause))
}

/// Whether two clauses tell of the same on each side that both name.
fn sides_agree(a: &Reading<'_>, x: usize, b: &Reading<'_>, y: usize) -> bool {
    let ((doer_a, done_a), (doer_b, done_b)) = (sides(a, x), sides(b, y));
    let same = |x: usize, y: usize| meets(a, x, b, y) || meets_among(a, x, b, y);
    let told_of = |doer: Option<usize>, done: Option<usize>| done.xor(doer);
    // "The guests stayed", "the guests were sent away", "the guests are gone": of clauses that tell of one alone it does not matter what
    // it does there.
    if (doer_a.is_some(), done_a.is_some()) != (doer_b.is_some(), done_b.is_some())
        && let (Some(x), Some(y)) = (told_of(doer_a, done_a), told_of(doer_b, done_b))
    {
        return same(x, y);
    }
    let doers = match (doer_a, doer_b) {
        (Some(x), Some(y)) => Some(same(x, y)),
        (None, None) => None,
        // "was defeated" does not say by whom.
        (Some(_), None) | (None, Some(_)) if done_a.is_some() && done_b.is_some() => None,
        _ => Some(false),
    };
    let undergoers = match (done_a, done_b) {
        (Some(x), Some(y)) => Some(same(x, y)),
        (None, None) => None,
        _ => Some(false),
    };
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
    // "Lind is married", "Lind is single"
    let of_name = || agree == words.len() && words.iter().any(|&token| shorter.words[token].kind == Kind::Name);
    (agree >= FEWEST_WORDS || of_name())
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
