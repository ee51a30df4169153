//! `wording/negated` where trees fail: every word of what is denied stands in the other statement, in the same order and close together.

use super::alike::covers;
use super::negation::{Denied, is_denied_too, is_unreal};
use super::places::{is_elsewhere, link};
use super::reading::{Kind, Reading};
use crate::claim::clause::is_verb;
use crate::claim::model::Modality;
use crate::gazetteer::lexical_relations::WordingCue;

/// What is denied has at least so many words,
const FEWEST_WORDS: usize = 3;
/// and no more than so many others stand among them in the other statement.
const BETWEEN: usize = 3;

/// What `n` denies and `a` says in the same words and order: "The ferry did not reach the harbour before noon."
pub(super) fn denied(n: &Reading<'_>, a: &Reading<'_>) -> Option<Denied> {
    let root = n.tree.root()?;
    let index = n.clauses.owner[root];
    let clause = &n.clauses.clauses[index];
    let standing = n.standings[index];
    let negated = n.standings.iter().filter(|standing| standing.negated).count();
    if negated != 1 || !standing.negated || standing.open || !matches!(standing.modality, Modality::Asserted | Modality::Planned) {
        return None;
    }
    let words: Vec<usize> = (0..n.len()).filter(|&token| n.tells(token)).collect();
    let head = clause.noun.unwrap_or(clause.head());
    // What somebody is or is not needs a tree.
    if words.len() < FEWEST_WORDS
        || !words.contains(&head)
        || !is_verb(n.tree.tag(head))
        || !n.words.iter().any(|word| word.kind == Kind::Name)
    {
        return None;
    }
    let first = *words.first()?;
    let starts = (0..a.len()).filter(|&token| covers(&n.words[first], &a.words[token]) > 0);
    starts.filter_map(|start| in_order(n, &words, a, start)).find_map(|places| {
        let found = words.iter().zip(&places).find(|(word, _)| **word == head).map(|(_, place)| *place)?;
        let says = a.standing(found);
        let holds = !says.negated && !says.open && says.modality != Modality::Possible;
        let no_denial = !is_unreal(a, found) && !is_denied_too(a, found);
        // "Lind was not given the prize", "Lind gave the prize to Berg"
        let same_voice = clause.passive == a.clauses.clauses[a.clauses.owner[found]].passive;
        let same_rank = !n.is_ranked(head) || a.is_ranked(found);
        let of_same = is_said_of_these(a, found, &places)
            && words.iter().zip(&places).all(|(&word, &place)| same_link(n, word, a, place) && !is_elsewhere(a, found, place));
        (holds && no_denial && same_rank && same_voice && of_same).then_some(Denied {
            negated: head,
            affirmed: found,
            covered: 100,
            subjects: None,
        })
    })
}

/// Whether the subject of the predicate, where the tree has one, is among the words: not "*tombs* in the valley are found".
fn is_said_of_these(a: &Reading<'_>, found: usize, places: &[usize]) -> bool {
    let clause = &a.clauses.clauses[a.clauses.owner[found]];
    clause.subject().is_none_or(|subject| places.contains(&subject.head))
}

/// Whether no preposition puts a word elsewhere: "by Lind" is not "on behalf of Lind".
fn same_link(n: &Reading<'_>, word: usize, a: &Reading<'_>, place: usize) -> bool {
    match (link(n, word), link(a, place)) {
        (Some(one), Some(other)) => {
            let (one, other) = (n.tree.lemma(one), a.tree.lemma(other));
            let inside = |lemma: &str| n.relations.is_cue(lemma, WordingCue::Inside) && lemma != "of";
            one == other || (inside(one) && inside(other))
        }
        _ => true,
    }
}

/// Where the words stand from `start` on, where all do.
fn in_order(n: &Reading<'_>, words: &[usize], a: &Reading<'_>, start: usize) -> Option<Vec<usize>> {
    let mut places = Vec::with_capacity(words.len());
    let mut at = start;
    let mut between = 0;
    for &word in words {
        let place = (at..a.len()).find(|&token| covers(&n.words[word], &a.words[token]) > 0)?;
        between += (at..place).filter(|&token| a.tells(token)).count();
        if between > BETWEEN {
            return None;
        }
        places.push(place);
        at = place + 1;
    }
    Some(places)
}
