//! The parser in use.

use std::borrow::Cow;
use std::ops::Range;

use super::features::{TagChoice, WordRows};
use super::kernel::{self, Kernel};
use super::model::{Kind, ModelError, Sections};
use super::network::{Encoder, Linear, SIGNED_ZERO, Scratch};
use super::transition::{ACTIONS, Action, NOWHERE, SLOTS, SMALL_FEATURES, SMALL_ROWS, State};

/// The network that chooses the next move of the transition system.
pub(crate) struct Parser {
    hidden: usize,
    /// First embedding row of the tags.
    tag_rows: u32,
    encoder: Encoder,
    /// One projection a slot, side by side.
    slots: Linear,
    /// What stands for empty slots, `SLOTS × hidden`.
    empty: Vec<i16>,
    /// The small features, `SMALL_ROWS × hidden`.
    small: Vec<i16>,
    output: Linear,
}

/// Memory that is used again for every sentence.
#[derive(Default)]
pub(crate) struct ParserScratch {
    /// The embedding rows of each token, those of its tags among them.
    seen: Vec<u32>,
    x: Vec<i16>,
    projected: Vec<i16>,
    hidden: Vec<i16>,
    scores: Vec<f32>,
    scratch: Scratch,
    /// The tree, after [`Parser::parse`].
    pub(crate) state: State,
}

fn signed(bytes: &[u8]) -> Vec<i16> {
    bytes.chunks_exact(2).map(|bytes| i16::from_le_bytes([bytes[0], bytes[1]])).collect()
}

impl Parser {
    /// Reads a model that was trained with the tagger of the fingerprint `tagger`.
    pub(crate) fn read(bytes: Cow<'static, [u8]>, tagger: u64) -> Result<Self, ModelError> {
        let mut sections = Sections::open(bytes, Kind::Parser)?;
        let sizes = sections.numbers()?;
        let &[width, rows, hidden, tag_rows, actions, low, high] = sizes.as_slice() else { return Err(sections.damaged()) };
        if u64::from(low) | u64::from(high) << 32 != tagger {
            return Err(ModelError::OtherTagger);
        }
        let (width, hidden) = (width as usize, hidden as usize);
        let encoder = Encoder::read(&mut sections, width, rows as usize)?;
        let slots = Linear::read(&mut sections, width, SLOTS * hidden, SIGNED_ZERO)?;
        let empty = signed(&sections.bytes()?);
        let small = signed(&sections.bytes()?);
        let output = Linear::read(&mut sections, hidden, ACTIONS, 0.0)?;
        let fits = slots.outputs() == SLOTS * hidden && empty.len() == SLOTS * hidden && small.len() == SMALL_ROWS * hidden;
        if !fits || actions as usize != ACTIONS {
            return Err(sections.damaged());
        }
        Ok(Self { hidden, tag_rows, encoder, slots, empty, small, output })
    }

    /// Finds the tree of a sentence from its words' rows and its tags; it is left in `memory.state`.
    pub(crate) fn parse(&self, kernel: Kernel, rows: &[WordRows], tags: &[TagChoice], memory: &mut ParserScratch) {
        self.look(kernel, rows, tags, memory);
        let ParserScratch { projected, hidden, scores, scratch, state, .. } = memory;
        state.reset(tags.len());
        hidden.resize(self.hidden, 0);
        while !state.is_final() {
            let allowed = state.allowed();
            if allowed.is_shift_alone() {
                state.apply(Action::Shift);
                continue;
            }
            self.hidden_units(kernel, state, tags, projected, hidden);
            let scores = self.output.scores(kernel, hidden, scratch, scores);
            let best = kernel::best(kernel, scores, &allowed.ranges());
            state.apply(Action::from_index(best));
        }
    }

    /// As [`parse`](Self::parse) of the sentence that was [looked at](Self::look) last, where token `root` has to be the root; by how
    /// much the moves that were made for its sake fall short of the ones that the network would have made, in all; no tree where that is
    /// more than `most`.
    pub(crate) fn parse_rooted(&self, kernel: Kernel, tags: &[TagChoice], root: u32, most: f32, memory: &mut ParserScratch) -> Option<f32> {
        let ParserScratch { projected, hidden, scores, scratch, state, .. } = memory;
        state.reset(tags.len());
        hidden.resize(self.hidden, 0);
        let mut forced = 0.0;
        while !state.is_final() {
            let (free, allowed) = (state.allowed(), state.allowed_below(root));
            if free.is_shift_alone() {
                state.apply(Action::Shift);
                continue;
            }
            self.hidden_units(kernel, state, tags, projected, hidden);
            let scores = self.output.scores(kernel, hidden, scratch, scores);
            let highest =
                |ranges: [Range<usize>; 3]| ranges.into_iter().flatten().map(|action| scores[action]).fold(f32::NEG_INFINITY, f32::max);
            if free != allowed {
                forced += highest(free.ranges()) - highest(allowed.ranges());
                if forced > most {
                    return None;
                }
            }
            let best = kernel::best(kernel, scores, &allowed.ranges());
            state.apply(Action::from_index(best));
        }
        Some(forced)
    }

    /// What the network sees of each token, before any move, into `memory`.
    pub(crate) fn look(&self, kernel: Kernel, rows: &[WordRows], tags: &[TagChoice], memory: &mut ParserScratch) {
        let ParserScratch { seen, x, projected, scratch, .. } = memory;
        seen.clear();
        seen.extend(rows.iter().zip(tags).flat_map(|(rows, &tag)| rows.iter().copied().chain(tag.rows(self.tag_rows))));
        let x = self.encoder.run(kernel, tags.len(), 0..tags.len(), seen, x, scratch);
        self.slots.round_into(kernel, x, scratch, projected);
    }

    /// The hidden units of a state: what its places and its small features add up to; negative sums are cut when they are made 8-bit numbers.
    fn hidden_units(&self, kernel: Kernel, state: &State, tags: &[TagChoice], projected: &[i16], hidden: &mut [i16]) {
        let width = self.hidden;
        let mut rows: [&[i16]; SLOTS + SMALL_FEATURES] = [&[]; SLOTS + SMALL_FEATURES];
        for (slot, token) in state.slots().into_iter().enumerate() {
            rows[slot] = if token == NOWHERE {
                &self.empty[slot * width..][..width]
            } else {
                &projected[(token as usize * SLOTS + slot) * width..][..width]
            };
        }
        for (place, row) in rows[SLOTS..].iter_mut().zip(state.small_features(tags)) {
            *place = &self.small[row as usize * width..][..width];
        }
        kernel::add_all(kernel, &rows, hidden);
    }
}
