//! The parser in use.

use std::borrow::Cow;

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
        let ParserScratch { seen, x, projected, hidden, scores, scratch, state } = memory;
        seen.clear();
        seen.extend(rows.iter().zip(tags).flat_map(|(rows, &tag)| rows.iter().copied().chain(tag.rows(self.tag_rows))));
        let x = self.encoder.run(kernel, tags.len(), 0..tags.len(), seen, x, scratch);
        let projected = self.slots.round_into(kernel, x, scratch, projected);
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
