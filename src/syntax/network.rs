//! What tagger and parser share when they are used: quantised layers and the encoder made of them.

use std::borrow::Cow;
use std::ops::Range;

use super::kernel::{self, Kernel, Windows};
use super::model::{ModelError, Sections};

/// A layer of weights: 7-bit, with a scale and a bias for each output.
pub(crate) struct Linear {
    inputs: usize,
    /// Filled up to whole blocks.
    outputs: usize,
    /// The 8-bit number that stands for an activation of 0.
    zero: f32,
    /// What the activations are multiplied by to make 8-bit numbers of them.
    steps: Vec<f32>,
    weights: Cow<'static, [u8]>,
    scale: Vec<f32>,
    bias: Vec<f32>,
}

impl Linear {
    pub(crate) fn read(sections: &mut Sections, inputs: usize, outputs: usize, zero: f32) -> Result<Self, ModelError> {
        let steps = sections.floats()?;
        let weights = sections.bytes()?;
        let (scale, bias) = (sections.floats()?, sections.floats()?);
        let outputs = kernel::padded(outputs);
        let fits = inputs.is_multiple_of(4)
            && !steps.is_empty()
            && inputs.is_multiple_of(steps.len())
            && weights.len() == inputs * outputs
            && scale.len() == outputs
            && bias.len() == outputs;
        if fits { Ok(Self { inputs, outputs, zero, steps, weights, scale, bias }) } else { Err(sections.damaged()) }
    }

    pub(crate) fn outputs(&self) -> usize {
        self.outputs
    }

    /// Makes 8-bit numbers of `x`, whose rows are as long as `steps`, with so many numbers for 0 before and after them.
    fn quantize<'b>(&self, kernel: Kernel, x: &[i16], margins: (usize, usize), bytes: &'b mut Vec<u8>) -> &'b [u8] {
        let bytes = room(bytes, margins.0 + x.len() + margins.1);
        let (before, rest) = bytes.split_at_mut(margins.0);
        let (inside, after) = rest.split_at_mut(x.len());
        before.fill(self.zero as u8);
        kernel::quantize(kernel, x, &self.steps, self.zero, inside);
        after.fill(self.zero as u8);
        bytes
    }

    fn sums<'s>(&self, kernel: Kernel, windows: Windows<'_>, sums: &'s mut Vec<i32>) -> &'s [i32] {
        let sums = room(sums, windows.rows() * self.outputs);
        kernel::product(kernel, windows, &self.weights, sums);
        sums
    }

    /// The sums for rows of as many numbers as the layer has inputs.
    fn row_sums<'s>(&self, kernel: Kernel, x: &[i16], scratch: &'s mut Scratch) -> &'s [i32] {
        let bytes = self.quantize(kernel, x, (0, 0), &mut scratch.bytes);
        self.sums(kernel, Windows::single(bytes, self.inputs), &mut scratch.sums)
    }

    /// `W x + b`, rounded into 16 bits.
    pub(crate) fn round_into<'o>(&self, kernel: Kernel, x: &[i16], scratch: &mut Scratch, out: &'o mut Vec<i16>) -> &'o mut [i16] {
        let sums = self.row_sums(kernel, x, scratch);
        let out = room(out, sums.len());
        kernel::round(kernel, sums, &self.scale, &self.bias, out);
        out
    }

    /// `W x + b` as scores.
    pub(crate) fn scores<'o>(&self, kernel: Kernel, x: &[i16], scratch: &mut Scratch, out: &'o mut Vec<f32>) -> &'o mut [f32] {
        let sums = self.row_sums(kernel, x, scratch);
        let out = room(out, sums.len());
        kernel::scale(kernel, sums, &self.scale, &self.bias, out);
        out
    }
}

/// So many places of a buffer that only ever grows, with whatever stands in them: all of them will be written.
pub(crate) fn room<T: Copy + Default>(buffer: &mut Vec<T>, count: usize) -> &mut [T] {
    if buffer.len() < count {
        buffer.resize(count, T::default());
    }
    &mut buffer[..count]
}

/// The 8-bit number for 0 where activations have signs.
pub(crate) const SIGNED_ZERO: f32 = 128.0;

/// How much finer an activation is than an embedding's number, in bits.
pub(crate) const EMBEDDING_SHIFT: u32 = 3;

/// Tokens that a convolution sees: the token and one on each side.
const TAPS: usize = 3;

/// Words in, vectors out: embeddings summed, then convolutions over three tokens, each added to what it saw.
pub(crate) struct Encoder {
    width: usize,
    embedding: Cow<'static, [u8]>,
    /// Each convolution with the distance of the neighbours it sees.
    layers: Vec<(usize, Linear)>,
}

/// Memory that is used again for every sentence.
#[derive(Default)]
pub(crate) struct Scratch {
    bytes: Vec<u8>,
    sums: Vec<i32>,
}

impl Encoder {
    pub(crate) fn read(sections: &mut Sections, width: usize, rows: usize) -> Result<Self, ModelError> {
        let embedding = sections.bytes()?;
        if width == 0 || embedding.len() != width * rows {
            return Err(sections.damaged());
        }
        let distances = sections.numbers()?;
        let layers = distances
            .into_iter()
            .map(|distance| Ok((distance as usize, Linear::read(sections, TAPS * width, width, SIGNED_ZERO)?)))
            .collect::<Result<_, ModelError>>()?;
        Ok(Self { width, embedding, layers })
    }

    /// How many tokens on each side of a token have a part in its vector.
    pub(crate) fn reach(&self) -> usize {
        self.layers.iter().map(|(distance, _)| distance * (TAPS / 2)).sum()
    }

    /// The vectors of the tokens of `part`, after all convolutions, where `tokens` tokens have the embeddings of equally many rows each;
    /// a row past the end adds nothing. All tokens of the sentence that are within [reach](Self::reach) of `part` must be among them.
    pub(crate) fn run<'x>(
        &self,
        kernel: Kernel,
        tokens: usize,
        part: Range<usize>,
        rows: &[u32],
        x: &'x mut Vec<i16>,
        scratch: &mut Scratch,
    ) -> &'x mut [i16] {
        let width = self.width;
        let x = room(x, tokens * width);
        kernel::embed(kernel, &self.embedding, width, rows, EMBEDDING_SHIFT, x);
        let around = |part: &Range<usize>, reach: usize| part.start.saturating_sub(reach)..tokens.min(part.end + reach);
        let mut reach = self.reach();
        for &(dilation, ref layer) in &self.layers {
            reach -= dilation;
            let made = around(&part, reach);
            let seen = around(&made, dilation);
            // Zeros stand for the tokens outside the sentence.
            let margins = (dilation + seen.start - made.start, dilation + made.end - seen.end);
            let inside = &x[seen.start * width..seen.end * width];
            let bytes = layer.quantize(kernel, inside, (margins.0 * width, margins.1 * width), &mut scratch.bytes);
            let sums = layer.sums(kernel, Windows { x: bytes, width, taps: TAPS, dilation }, &mut scratch.sums);
            kernel::add_rectified(kernel, sums, &layer.scale, &layer.bias, &mut x[made.start * width..made.end * width]);
        }
        &mut x[part.start * width..part.end * width]
    }
}
