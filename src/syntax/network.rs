//! What tagger and parser share when they are used: quantised layers and the encoder made of them.

use std::borrow::Cow;

use super::kernel::{self, Kernel};
use super::model::{ModelError, Sections};

/// A layer of weights: 8-bit, with a scale and a bias for each output.
pub(crate) struct Linear {
    inputs: usize,
    /// Filled up to whole blocks.
    outputs: usize,
    weights: Cow<'static, [u8]>,
    scale: Vec<f32>,
    bias: Vec<f32>,
}

impl Linear {
    pub(crate) fn read(sections: &mut Sections, inputs: usize, outputs: usize) -> Result<Self, ModelError> {
        let weights = sections.bytes()?;
        let (scale, bias) = (sections.floats()?, sections.floats()?);
        let outputs = kernel::padded(outputs);
        let fits = inputs.is_multiple_of(2) && weights.len() == inputs * outputs && scale.len() == outputs && bias.len() == outputs;
        if fits { Ok(Self { inputs, outputs, weights, scale, bias }) } else { Err(sections.damaged()) }
    }

    pub(crate) fn outputs(&self) -> usize {
        self.outputs
    }

    fn sums(&self, kernel: Kernel, x: &[i16], sums: &mut Vec<i32>) {
        let rows = x.len() / self.inputs;
        // Every number is written by the product: no need to clear the old ones.
        sums.resize(rows * self.outputs, 0);
        kernel::product(kernel, x, self.inputs, &self.weights, sums);
    }

    /// Adds `max(0, W x + b)` to `residual`, saturating.
    fn add_rectified(&self, kernel: Kernel, x: &[i16], sums: &mut Vec<i32>, residual: &mut [i16]) {
        self.sums(kernel, x, sums);
        kernel::add_rectified(kernel, sums, &self.scale, &self.bias, residual);
    }

    /// `W x + b`, rounded into 16 bits.
    pub(crate) fn round_into(&self, kernel: Kernel, x: &[i16], sums: &mut Vec<i32>, out: &mut Vec<i16>) {
        self.sums(kernel, x, sums);
        out.resize(sums.len(), 0);
        kernel::round(kernel, sums, &self.scale, &self.bias, out);
    }

    /// `W x + b` as scores.
    pub(crate) fn scores(&self, kernel: Kernel, x: &[i16], sums: &mut Vec<i32>, out: &mut Vec<f32>) {
        self.sums(kernel, x, sums);
        out.resize(sums.len(), 0.0);
        kernel::scale(kernel, sums, &self.scale, &self.bias, out);
    }
}

/// How much finer an activation is than an embedding's number, in bits.
pub(crate) const EMBEDDING_SHIFT: u32 = 3;

/// Words in, vectors out: embeddings summed, then convolutions over three tokens, each added to what it saw.
pub(crate) struct Encoder {
    width: usize,
    embedding: Cow<'static, [u8]>,
    layers: Vec<Linear>,
}

/// Memory that is used again for every sentence.
#[derive(Default)]
pub(crate) struct Scratch {
    pub(crate) sums: Vec<i32>,
    windows: Vec<i16>,
}

impl Encoder {
    pub(crate) fn read(sections: &mut Sections, width: usize, layers: usize, rows: usize) -> Result<Self, ModelError> {
        let embedding = sections.bytes()?;
        if width == 0 || embedding.len() != width * rows {
            return Err(sections.damaged());
        }
        let layers = (0..layers).map(|_| Linear::read(sections, 3 * width, width)).collect::<Result<_, _>>()?;
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
        for layer in &self.layers {
            gather(x, self.width, &mut scratch.windows);
            layer.add_rectified(kernel, &scratch.windows, &mut scratch.sums, x);
        }
    }
}

/// Each token with its two neighbours; zeros outside the sentence.
fn gather(x: &[i16], width: usize, windows: &mut Vec<i16>) {
    let count = x.len() / width;
    windows.clear();
    windows.reserve(count * 3 * width);
    for token in 0..count {
        let start = token.saturating_sub(1) * width;
        let end = (token + 2).min(count) * width;
        if token == 0 {
            windows.resize(windows.len() + width, 0);
        }
        windows.extend_from_slice(&x[start..end]);
        if token + 1 == count {
            windows.resize(windows.len() + width, 0);
        }
    }
}
