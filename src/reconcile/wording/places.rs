//! Where the words of what one statement denies stand in the other.

use super::alike::{alike, covers};
use super::reading::{Kind, Reading};
use crate::claim::clause::{ClauseKind, preposition};
use crate::gazetteer::lexical_relations::WordingCue;
use crate::syntax::{PennTag, Relation};

/// A word of what is denied is found within this many steps of the word that it hangs on.
const NEAR: usize = 1;

/// In articles of a few sentences a word may stand this many steps from the predicate.
const FARTHEST: usize = 3;

/// Where the words of what is denied stand in the other statement, found from the predicate downwards.
pub(super) struct Places<'r> {
    n: &'r Reading<'r>,
    a: &'r Reading<'r>,
    pub(super) of: Vec<Option<usize>>,
    /// The place of the predicate.
    found: usize,
}

impl<'r> Places<'r> {
    pub(super) fn new(n: &'r Reading<'r>, a: &'r Reading<'r>, head: usize, found: usize) -> Self {
        let mut places = Self { n, a, of: vec![None; n.len()], found };
        places.put(head, found);
        places
    }

    pub(super) fn put(&mut self, token: usize, place: usize) {
        self.of[token] = Some(place);
    }

    /// Finds a word beside the place of the word that it hangs on.
    pub(super) fn find(&mut self, token: usize) -> bool {
        if self.of[token].is_some() {
            return true;
        }
        let mut up = token;
        let governor = loop {
            match self.n.tree.head(up) {
                Some(head) => {
                    up = head;
                    if let Some(place) = self.of[head] {
                        break Some(place);
                    }
                    // What it hangs on comes first, where it carries meaning.
                    if self.n.tells(head) && self.find(head) {
                        break self.of[head];
                    }
                }
                None => break None,
            }
        };
        // A predicate above which the word stands: "the *strike* was attempted".
        let governor = governor.or_else(|| self.n.tree.children(token).find_map(|child| self.of[child]));
        let governor = governor.unwrap_or(self.found);
        let word = &self.n.words[token];
        let mut best: Option<(usize, u8, usize)> = None;
        for place in (0..self.a.len()).filter(|place| !self.of.contains(&Some(*place))) {
            let strength = covers(word, &self.a.words[place]);
            if strength == 0 || !self.a.same_bound(place, self.n, token) {
                continue;
            }
            let steps = self.a.distance(place, governor);
            // "the *Deputy* President": what modifies a noun stands right at it.
            let tight = matches!(self.n.tree.relation(token), Relation::Compound | Relation::Amod | Relation::Flat | Relation::NmodDesc);
            let at_it = self.a.tree.head(place) == Some(governor) || self.a.tree.head(governor) == Some(place) || steps == 0;
            if tight && !at_it {
                continue;
            }
            // Parsers hang a phrase with a preposition on any noun before it.
            let near =
                if self.same_link(token, place) && self.a.clauses.owner[place] == self.a.clauses.owner[governor] { NEAR + 1 } else { NEAR };
            if steps <= near && self.links_agree(token, place) && best.is_none_or(|(_, other, far)| (strength, far) > (other, steps)) {
                best = Some((place, strength, steps));
            }
        }
        self.of[token] = best.map(|(place, ..)| place).or_else(|| self.beside_neighbour(token));
        self.of[token].is_some()
    }

    /// "The Guild of Keepers of the Lights": a word that stands in both statements right beside the same word, whatever the trees
    /// make of it.
    fn beside_neighbour(&self, token: usize) -> Option<usize> {
        let next = |reading: &Reading<'_>, at: usize| (at + 1..reading.len()).find(|&other| reading.tells(other));
        let last = |reading: &Reading<'_>, at: usize| (0..at).rev().find(|&other| reading.tells(other));
        let same_gap = |of_n: std::ops::Range<usize>, of_a: std::ops::Range<usize>| {
            let lemmas = |reading: &'r Reading<'r>, range: std::ops::Range<usize>| -> Vec<&'r str> {
                range.filter(|&at| reading.tree.tag(at) != PennTag::DT).map(|at| reading.tree.lemma(at)).collect()
            };
            lemmas(self.n, of_n) == lemmas(self.a, of_a)
        };
        let before = last(self.n, token).and_then(|known| {
            let place = self.of[known]?;
            let found = next(self.a, place)?;
            same_gap(known + 1..token, place + 1..found).then_some(found)
        });
        let after = || {
            next(self.n, token).and_then(|known| {
                let place = self.of[known]?;
                let found = last(self.a, place)?;
                same_gap(token + 1..known, found + 1..place).then_some(found)
            })
        };
        let fits = |&found: &usize| {
            alike(&self.n.words[token], &self.a.words[found]) > 0
                && !self.of.contains(&Some(found))
                && self.a.same_bound(found, self.n, token)
                && self.a.ends_name(found, self.n, token)
        };
        before.filter(fits).or_else(|| after().filter(fits))
    }

    /// Whether a word stands farther off in the other statement, in the same clause or one that hangs on it.
    pub(super) fn is_farther_off(&self, token: usize) -> bool {
        let tight = matches!(self.n.tree.relation(token), Relation::Compound | Relation::Amod | Relation::NmodDesc)
            && self.n.tree.head(token).is_some_and(|head| self.of[head].is_some());
        // "the 18th century" is nowhere without "century".
        let lost = self.n.tree.relation(token) == Relation::Amod
            && self
                .n
                .tree
                .head(token)
                .is_some_and(|head| self.n.words[head].kind == Kind::Noun && self.of[head].is_none() && !self.is_farther_off(head));
        !tight
            && !lost
            && !self.is_filled(token)
            && (0..self.a.len()).any(|place| {
                !self.of.contains(&Some(place))
                    && covers(&self.n.words[token], &self.a.words[place]) > 0
                    && self.a.same_bound(place, self.n, token)
                    && self.links_agree(token, place)
                    && (!self.is_of(place) || self.is_link(token, "of"))
                    && !is_elsewhere(self.a, self.found, place)
                    && (self.a.distance(place, self.found) <= FARTHEST || self.a.tree.is_ancestor(self.found, place))
            })
    }

    /// "discovered *this kind of radiation*", "the mayor *of Ystad*": whether another thing stands where the word stood, as the object
    /// of the verb or with "of" at a noun of which there is one.
    fn is_filled(&self, token: usize) -> bool {
        let relation = self.n.tree.relation(token);
        let Some(place) = self.n.tree.head(token).and_then(|head| self.of[head]) else { return false };
        self.a.tree.children(place).any(|child| {
            self.a.tree.relation(child) == relation
                && self.a.tells(child)
                && !self.of.contains(&Some(child))
                && match relation {
                    Relation::Obj => true,
                    Relation::Nmod => self.is_of(child) && link(self.n, token).is_some_and(|case| self.n.tree.lemma(case) == "of"),
                    _ => false,
                }
        })
    }

    /// Whether a phrase hangs by "of" on what is above it: "the crafts *of the century*" are not "in the century".
    fn is_of(&self, place: usize) -> bool {
        link(self.a, place).is_some_and(|case| self.a.tree.lemma(case) == "of")
    }

    fn is_link(&self, token: usize, preposition: &str) -> bool {
        link(self.n, token).is_none_or(|case| self.n.tree.lemma(case) == preposition)
    }

    /// "The longest bridge *in Norway*": what is singled out there is so among others than here.
    pub(super) fn is_ranked_among_others(&self, found: usize) -> bool {
        self.a.tree.children(found).any(|child| {
            let restricts =
                matches!(self.a.tree.relation(child).universal(), Relation::Nmod | Relation::Amod | Relation::Compound | Relation::Obl);
            restricts && self.a.tells(child) && !self.of.contains(&Some(child))
        })
    }

    /// Whether both phrases begin with one preposition.
    fn same_link(&self, token: usize, place: usize) -> bool {
        let links = (preposition(&self.n.tree, token), preposition(&self.a.tree, place));
        matches!(links, (Some(one), Some(other)) if self.n.tree.lemma(one) == self.a.tree.lemma(other))
    }

    /// Whether a phrase hangs on what is above it in the same way: "in Crotone" is not "from Crotone".
    fn links_agree(&self, token: usize, place: usize) -> bool {
        // "married to him", "the wife of him": a noun takes other prepositions than its verb.
        let made_noun = |head: Option<usize>| {
            head.is_some_and(|head| self.of[head].is_some_and(|of| self.n.tree.tag(head).is_noun() != self.a.tree.tag(of).is_noun()))
        };
        if made_noun(self.n.tree.head(token)) {
            return true;
        }
        // "36 km south of the city" is not in it.
        let case = preposition(&self.a.tree, place).filter(|&case| case > 0);
        if case.is_some_and(|case| self.a.is_cue(case - 1, WordingCue::Distance)) {
            return false;
        }
        match (link(self.n, token), link(self.a, place)) {
            (Some(one), Some(other)) => {
                self.n.tree.lemma(one) == self.a.tree.lemma(other)
                    || (self.n.is_cue(one, WordingCue::Inside) && self.a.is_cue(other, WordingCue::Inside))
            }
            _ => true,
        }
    }
}

/// The preposition of the phrase that a word stands in: "by" of "Lind", of "by Roth and Lind".
pub(super) fn link(reading: &Reading<'_>, token: usize) -> Option<usize> {
    let mut at = token;
    loop {
        if let Some(case) = preposition(&reading.tree, at) {
            return Some(case);
        }
        let loose = matches!(reading.tree.relation(at), Relation::Conj | Relation::Flat | Relation::Appos | Relation::NmodDesc);
        let in_name = |head: usize| {
            reading.tree.relation(at) == Relation::Compound
                && reading.words[at].kind == Kind::Name
                && reading.words[head].kind == Kind::Name
        };
        at = reading.tree.head(at).filter(|&head| loose || in_name(head))?;
    }
}

/// "was born in Ionia and *settled in Crotone*": whether a place is in another clause, which stands beside that of the predicate.
pub(super) fn is_elsewhere(reading: &Reading<'_>, predicate: usize, place: usize) -> bool {
    let clauses = &reading.clauses;
    let mut at = clauses.owner[place];
    for _ in 0..clauses.clauses.len() {
        if at == clauses.owner[predicate] {
            return false;
        }
        let clause = &clauses.clauses[at];
        if matches!(clause.kind, ClauseKind::Conjunct | ClauseKind::Relative | ClauseKind::Aside | ClauseKind::Condition) {
            return true;
        }
        match clause.parent {
            Some(parent) => at = parent,
            None => return false,
        }
    }
    false
}
