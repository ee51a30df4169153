//! The arc-hybrid transition system: a stack, the words still to come, and three kinds of moves.
//!
//! *Shift* puts the next word on the stack, *left* hangs the top of the stack under the next word, *right* hangs it under the word below it
//! on the stack (Kuhlmann, Gómez-Rodríguez and Satta 2011). The word that is left alone at the end is the root, so every tree has one.

use std::ops::Range;

use super::features::TagChoice;
use super::part_of_speech::PennTag;
use super::relation::Relation;
use super::sentence::ROOT;

/// No token in this place.
pub(crate) const NOWHERE: u32 = u32::MAX;

/// One move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Shift,
    Left(Relation),
    Right(Relation),
}

/// Moves there are.
pub(crate) const ACTIONS: usize = 1 + 2 * RELATIONS;
const RELATIONS: usize = Relation::ALL.len();

impl Action {
    pub(crate) fn from_index(index: usize) -> Self {
        match index.checked_sub(1) {
            None => Self::Shift,
            Some(index) if index < RELATIONS => Self::Left(Relation::ALL[index]),
            Some(index) => Self::Right(Relation::from_index(index - RELATIONS).unwrap_or(Relation::Dep)),
        }
    }

    #[cfg(any(test, feature = "train"))]
    pub(crate) fn index(self) -> usize {
        match self {
            Self::Shift => 0,
            Self::Left(relation) => 1 + relation as usize,
            Self::Right(relation) => 1 + RELATIONS + relation as usize,
        }
    }
}

/// Which kinds of moves a state allows, as ranges of action numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Allowed {
    pub(crate) shift: bool,
    pub(crate) left: bool,
    pub(crate) right: bool,
}

impl Allowed {
    /// Whether nothing else may be done: no network need be asked.
    pub(crate) fn is_shift_alone(self) -> bool {
        self.shift && !self.left && !self.right
    }

    /// The numbers of the actions, in order; a kind that is not allowed has none.
    pub(crate) fn ranges(self) -> [Range<usize>; 3] {
        let range = |allowed: bool, range: Range<usize>| if allowed { range } else { 0..0 };
        [range(self.shift, 0..1), range(self.left, 1..1 + RELATIONS), range(self.right, 1 + RELATIONS..ACTIONS)]
    }

    /// The best action by `scores`; the lowest number among equals.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn best(self, scores: &[f32]) -> usize {
        let mut best = (f32::NEG_INFINITY, 0);
        for index in self.ranges().into_iter().flatten() {
            if scores[index] > best.0 {
                best = (scores[index], index);
            }
        }
        best.1
    }
}

/// What a token has gathered below it so far.
#[derive(Clone, Copy, Debug)]
struct Dependents {
    leftmost: u32,
    rightmost: u32,
    left_count: u8,
    right_count: u8,
}

const NO_DEPENDENTS: Dependents = Dependents { leftmost: NOWHERE, rightmost: NOWHERE, left_count: 0, right_count: 0 };

/// A half-built tree.
#[derive(Default)]
pub(crate) struct State {
    count: u32,
    stack: Vec<u32>,
    next: u32,
    dependents: Vec<Dependents>,
    pub(crate) heads: Vec<u32>,
    pub(crate) relations: Vec<Relation>,
}

/// Places of a state whose words the parser looks at whole: the top three of the stack, the next two words.
pub(crate) const SLOTS: usize = 5;

/// Rows of the table of small features.
pub(crate) const SMALL_FEATURES: usize = 16;

const LABELS: u32 = RELATIONS as u32 + 1;
const TAGS: u32 = PennTag::ALL.len() as u32 + 1;
const COUNTS: u32 = 4;
const DISTANCES: u32 = 9;
const CHILDREN: usize = 5;
/// Rows of the table that [`State::small_features`] points into.
pub(crate) const SMALL_ROWS: usize = CHILDREN * (LABELS + TAGS) as usize + 4 * COUNTS as usize + 2 * DISTANCES as usize;

impl State {
    /// The state before a sentence of `count` tokens.
    pub(crate) fn reset(&mut self, count: usize) {
        self.count = count as u32;
        self.stack.clear();
        self.next = 0;
        self.dependents.clear();
        self.dependents.resize(count, NO_DEPENDENTS);
        self.heads.clear();
        self.heads.resize(count, ROOT);
        self.relations.clear();
        self.relations.resize(count, Relation::Root);
    }

    /// Whether one word is left, the root.
    pub(crate) fn is_final(&self) -> bool {
        self.next == self.count && self.stack.len() <= 1
    }

    pub(crate) fn allowed(&self) -> Allowed {
        let words_left = self.next < self.count;
        Allowed { shift: words_left, left: words_left && !self.stack.is_empty(), right: self.stack.len() > 1 }
    }

    /// As [`allowed`](Self::allowed), where token `root` is to be left alone at the end: nothing takes it away, and nothing is left
    /// below it that could not be taken away any more.
    pub(crate) fn allowed_below(&self, root: u32) -> Allowed {
        let Allowed { shift, left, right } = self.allowed();
        let kept = self.stack(0) == root;
        let crowded = self.next == root && !self.stack.is_empty();
        Allowed { shift: shift && !crowded, left: left && !kept, right: right && !kept }
    }

    /// The token `depth` below the top of the stack.
    pub(crate) fn stack(&self, depth: usize) -> u32 {
        self.stack.len().checked_sub(depth + 1).map_or(NOWHERE, |index| self.stack[index])
    }

    /// The token `ahead` after the next one.
    fn buffer(&self, ahead: u32) -> u32 {
        if self.next + ahead < self.count { self.next + ahead } else { NOWHERE }
    }

    /// The tokens in the places the parser looks at.
    pub(crate) fn slots(&self) -> [u32; SLOTS] {
        [self.stack(0), self.stack(1), self.stack(2), self.buffer(0), self.buffer(1)]
    }

    fn dependents(&self, token: u32) -> Dependents {
        self.dependents.get(token as usize).copied().unwrap_or(NO_DEPENDENTS)
    }

    /// Rows of the table of small features: relations, tags and numbers of dependents, and distances.
    pub(crate) fn small_features(&self, tags: &[TagChoice]) -> [u32; SMALL_FEATURES] {
        let [top, second, _, next, _] = self.slots();
        let (top_has, second_has, next_has) = (self.dependents(top), self.dependents(second), self.dependents(next));
        let children = [top_has.leftmost, top_has.rightmost, second_has.rightmost, second_has.leftmost, next_has.leftmost];
        let mut rows = [0; SMALL_FEATURES];
        let mut base = 0;
        for (index, &child) in children.iter().enumerate() {
            let (label, tag) = match self.relations.get(child as usize) {
                Some(&relation) => (relation as u32, tags[child as usize].tag as u32),
                None => (LABELS - 1, TAGS - 1),
            };
            rows[2 * index] = base + label;
            rows[2 * index + 1] = base + LABELS + tag;
            base += LABELS + TAGS;
        }
        let counts = [top_has.left_count, top_has.right_count, second_has.right_count, next_has.left_count];
        for (index, &count) in counts.iter().enumerate() {
            rows[10 + index] = base + u32::from(count).min(COUNTS - 1);
            base += COUNTS;
        }
        rows[14] = base + distance(top, next);
        rows[15] = base + DISTANCES + distance(second, top);
        rows
    }

    /// Makes the move; it must be allowed.
    pub(crate) fn apply(&mut self, action: Action) {
        match action {
            Action::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Action::Left(relation) => {
                if let Some(token) = self.stack.pop() {
                    self.attach(token, self.next, relation);
                    let has = &mut self.dependents[self.next as usize];
                    has.leftmost = token;
                    has.left_count = has.left_count.saturating_add(1);
                    if has.rightmost == NOWHERE {
                        has.rightmost = token;
                    }
                }
            }
            Action::Right(relation) => {
                if let Some(token) = self.stack.pop() {
                    let head = self.stack(0);
                    self.attach(token, head, relation);
                    let has = &mut self.dependents[head as usize];
                    has.rightmost = token;
                    has.right_count = has.right_count.saturating_add(1);
                    if has.leftmost == NOWHERE {
                        has.leftmost = token;
                    }
                }
            }
        }
    }

    fn attach(&mut self, token: u32, head: u32, relation: Relation) {
        self.heads[token as usize] = head;
        self.relations[token as usize] = relation;
    }
}

/// The distance between two tokens in nine steps; the last where one is missing.
fn distance(left: u32, right: u32) -> u32 {
    if left == NOWHERE || right == NOWHERE {
        return DISTANCES - 1;
    }
    match right - left {
        0..=4 => right - left - 1,
        5..=6 => 4,
        7..=10 => 5,
        11..=17 => 6,
        _ => 7,
    }
}

#[cfg(any(test, feature = "train"))]
impl State {
    /// Which moves lose no arc of the gold tree that can still be made (the dynamic oracle of Goldberg and Nivre 2013).
    pub(crate) fn oracle(&self, gold_heads: &[u32]) -> Allowed {
        let Allowed { shift, left, right } = self.allowed();
        let cost = |needed: bool, cost: u32| if needed { cost } else { u32::MAX };
        let top = self.stack(0);
        let gold = |token: u32| gold_heads[token as usize];
        let in_buffer = |token: u32| token != ROOT && token >= self.next;
        let mut shift_cost = u32::MAX;
        if shift {
            let next = self.next;
            let head = gold(next);
            // The root counts as standing below the whole stack.
            let lost_head = if head == ROOT { !self.stack.is_empty() } else { head != top && self.stack.contains(&head) };
            shift_cost = u32::from(lost_head) + self.stack.iter().filter(|&&token| gold(token) == next).count() as u32;
        }
        let (mut left_cost, mut right_cost) = (u32::MAX, u32::MAX);
        if left || right {
            let head = gold(top);
            let lost = (self.next..self.count).filter(|&token| gold(token) == top).count() as u32;
            let second = self.stack(1);
            let under_second = if second == NOWHERE { head == ROOT } else { head == second };
            let later = in_buffer(head) && head != self.next;
            left_cost = cost(left, lost + u32::from(under_second || later));
            right_cost = cost(right, lost + u32::from(in_buffer(head)));
        }
        let least = shift_cost.min(left_cost).min(right_cost);
        Allowed { shift: shift_cost == least, left: left_cost == least, right: right_cost == least }
    }
}
