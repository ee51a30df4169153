//! What tagger and parser share when they are used: quantised layers and the encoder made of them.

use std::borrow::Cow;

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

    /// Makes 8-bit numbers of `x`, whose rows are as long as `steps`, between so many numbers for 0 on each side.
    fn quantize(&self, kernel: Kernel, x: &[i16], margin: usize, bytes: &mut Vec<u8>) {
        bytes.resize(x.len() + 2 * margin, 0);
        let (before, rest) = bytes.split_at_mut(margin);
        let (inside, after) = rest.split_at_mut(x.len());
        before.fill(self.zero as u8);
        kernel::quantize(kernel, x, &self.steps, self.zero, inside);
        after.fill(self.zero as u8);
    }

    fn sums(&self, kernel: Kernel, windows: Windows<'_>, sums: &mut Vec<i32>) {
        // Every number is written by the product: no need to clear the old ones.
        sums.resize(windows.rows() * self.outputs, 0);
        kernel::product(kernel, windows, &self.weights, sums);
    }

    /// The sums for rows of as many numbers as the layer has inputs.
    fn row_sums(&self, kernel: Kernel, x: &[i16], scratch: &mut Scratch) {
        self.quantize(kernel, x, 0, &mut scratch.bytes);
        self.sums(kernel, Windows::single(&scratch.bytes, self.inputs), &mut scratch.sums);
    }

    /// `W x + b`, rounded into 16 bits.
    pub(crate) fn round_into(&self, kernel: Kernel, x: &[i16], scratch: &mut Scratch, out: &mut Vec<i16>) {
        self.row_sums(kernel, x, scratch);
        out.resize(scratch.sums.len(), 0);
        kernel::round(kernel, &scratch.sums, &self.scale, &self.bias, out);
    }

    /// `W x + b` as scores.
    pub(crate) fn scores(&self, kernel: Kernel, x: &[i16], scratch: &mut Scratch, out: &mut Vec<f32>) {
        self.row_sums(kernel, x, scratch);
        out.resize(scratch.sums.len(), 0.0);
        kernel::scale(kernel, &scratch.sums, &self.scale, &self.bias, out);
    }
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

    /// The vectors of tokens, each with the embeddings of equally many rows, after all convolutions; a row past the end adds nothing.
    pub(crate) fn run(&self, kernel: Kernel, tokens: usize, rows: &[u32], x: &mut Vec<i16>, scratch: &mut Scratch) {
        x.resize(tokens * self.width, 0);
        kernel::embed(kernel, &self.embedding, self.width, rows, EMBEDDING_SHIFT, x);
        for (dilation, layer) in &self.layers {
            // Zeros stand for the tokens outside the sentence.
            layer.quantize(kernel, x, dilation * self.width, &mut scratch.bytes);
            let windows = Windows { x: &scratch.bytes, width: self.width, taps: TAPS, dilation: *dilation };
            layer.sums(kernel, windows, &mut scratch.sums);
            kernel::add_rectified(kernel, &scratch.sums, &layer.scale, &layer.bias, x);
        }
    }
}
