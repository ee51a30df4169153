//! What tagger and parser share when they are used: quantised layers and the encoder made of them.

use std::borrow::Cow;

use super::kernel::{self, Kernel};
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

    /// Makes 8-bit numbers of `x`, whose rows are as long as `steps`.
    fn quantize(&self, kernel: Kernel, x: &[i16], bytes: &mut Vec<u8>) {
        bytes.resize(x.len(), 0);
        kernel::quantize(kernel, x, &self.steps, self.zero, bytes);
    }

    fn sums(&self, kernel: Kernel, bytes: &[u8], sums: &mut Vec<i32>) {
        // Every number is written by the product: no need to clear the old ones.
        sums.resize(bytes.len() / self.inputs * self.outputs, 0);
        kernel::product(kernel, bytes, self.inputs, &self.weights, sums);
    }

    /// `W x + b`, rounded into 16 bits.
    pub(crate) fn round_into(&self, kernel: Kernel, x: &[i16], scratch: &mut Scratch, out: &mut Vec<i16>) {
        self.quantize(kernel, x, &mut scratch.bytes);
        self.sums(kernel, &scratch.bytes, &mut scratch.sums);
        out.resize(scratch.sums.len(), 0);
        kernel::round(kernel, &scratch.sums, &self.scale, &self.bias, out);
    }

    /// `W x + b` as scores.
    pub(crate) fn scores(&self, kernel: Kernel, x: &[i16], scratch: &mut Scratch, out: &mut Vec<f32>) {
        self.quantize(kernel, x, &mut scratch.bytes);
        self.sums(kernel, &scratch.bytes, &mut scratch.sums);
        out.resize(scratch.sums.len(), 0.0);
        kernel::scale(kernel, &scratch.sums, &self.scale, &self.bias, out);
    }
}

/// The 8-bit number for 0 where activations have signs.
pub(crate) const SIGNED_ZERO: f32 = 128.0;

/// How much finer an activation is than an embedding's number, in bits.
pub(crate) const EMBEDDING_SHIFT: u32 = 3;

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
    windows: Vec<u8>,
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
            .map(|distance| Ok((distance as usize, Linear::read(sections, 3 * width, width, SIGNED_ZERO)?)))
            .collect::<Result<_, ModelError>>()?;
        Ok(Self { width, embedding, layers })
    }

    /// Empties `x` and makes room for the sums of so many tokens.
    pub(crate) fn start(&self, tokens: usize, x: &mut Vec<i16>) {
        x.clear();
        x.resize(tokens * self.width, 0);
    }

    /// Adds the embedding in row `row` to the vector of token `token`; a row past the end adds nothing.
    #[inline]
    pub(crate) fn add(&self, x: &mut [i16], token: usize, row: u32) {
        let x = &mut x[token * self.width..][..self.width];
        if let Some(row) = self.embedding.get(row as usize * self.width..(row as usize + 1) * self.width) {
            for (x, &value) in x.iter_mut().zip(row) {
                *x += i16::from(value as i8);
            }
        }
    }

    /// Runs the convolutions over the summed embeddings.
    pub(crate) fn run(&self, kernel: Kernel, x: &mut [i16], scratch: &mut Scratch) {
        for x in x.iter_mut() {
            *x <<= EMBEDDING_SHIFT;
        }
        for (distance, layer) in &self.layers {
            layer.quantize(kernel, x, &mut scratch.bytes);
            gather(&scratch.bytes, self.width, *distance, &mut scratch.windows);
            layer.sums(kernel, &scratch.windows, &mut scratch.sums);
            kernel::add_rectified(kernel, &scratch.sums, &layer.scale, &layer.bias, x);
        }
    }
}

/// Each token with the two tokens `distance` from it; zeros outside the sentence.
fn gather(bytes: &[u8], width: usize, distance: usize, windows: &mut Vec<u8>) {
    let count = bytes.len() / width;
    windows.clear();
    windows.reserve(count * 3 * width);
    let outside = |windows: &mut Vec<u8>| windows.resize(windows.len() + width, SIGNED_ZERO as u8);
    for token in 0..count {
        match token.checked_sub(distance) {
            Some(before) => windows.extend_from_slice(&bytes[before * width..][..width]),
            None => outside(windows),
        }
        windows.extend_from_slice(&bytes[token * width..][..width]);
        match bytes.get((token + distance) * width..(token + distance + 1) * width) {
            Some(after) => windows.extend_from_slice(after),
            None => outside(windows),
        }
    }
}
