//! From learned numbers to the ones the models hold.

use super::encoder::Encoder;
use super::matrix::Parameter;
use crate::syntax::kernel::{LARGEST_WEIGHT, pack, padded};
use crate::syntax::model::Writer;
use crate::syntax::network::{EMBEDDING_SHIFT, SIGNED_ZERO};

/// Largest activations seen, for each input of a layer: what its 8 bits must hold.
#[derive(Clone, Default)]
pub(super) struct Range(Vec<f32>);

impl Range {
    /// Takes in rows of activations.
    pub(super) fn note(&mut self, width: usize, rows: impl IntoIterator<Item = f32>) {
        self.0.resize(width, 1e-6);
        for (index, value) in rows.into_iter().enumerate() {
            let largest = &mut self.0[index % width];
            *largest = largest.max(value.abs());
        }
    }
}

/// Where the 8-bit numbers of an activation begin and how many there are on one side.
#[derive(Clone, Copy)]
pub(super) enum Sign {
    /// −127 to 127 around [`SIGNED_ZERO`].
    Signed,
    /// 0 to 255.
    Unsigned,
}

/// Writes weights learned as `inputs × columns`, of which the first `outputs` columns count, and their bias. `unit_in` is what an
/// activation of 1 stands for, `unit_out` what a result of 1 stands for.
pub(super) fn linear(
    weights: &Parameter,
    bias: Option<&[f32]>,
    outputs: usize,
    (range, sign): (&Range, Sign),
    (unit_in, unit_out): (f32, f32),
    writer: &mut Writer,
) {
    let inputs = weights.value.len() / weights.columns;
    let (steps, zero) = match sign {
        Sign::Signed => (127.0, SIGNED_ZERO),
        Sign::Unsigned => (255.0, 0.0),
    };
    // What one step of the 8 bits stands for, input by input; the weights take it up.
    let width = range.0.len();
    let step = |input: usize| range.0[input % width] / steps;
    let mut quantized = vec![0_i8; outputs * inputs];
    let mut scales = vec![0.0; padded(outputs)];
    let mut biases = vec![0.0; padded(outputs)];
    for output in 0..outputs {
        let column = |input: usize| weights.value[input * weights.columns + output] * step(input);
        let largest = (0..inputs).map(|input| column(input).abs()).fold(1e-12, f32::max);
        let scale = largest / LARGEST_WEIGHT;
        let mut sum = 0;
        for input in 0..inputs {
            let weight = (column(input) / scale).round() as i8;
            quantized[output * inputs + input] = weight;
            sum += i32::from(weight);
        }
        scales[output] = scale / unit_out;
        biases[output] = bias.map_or(0.0, |bias| bias[output] / unit_out) - zero * sum as f32 * scales[output];
    }
    let multipliers: Vec<f32> = (0..width).map(|input| unit_in / step(input)).collect();
    writer.floats(&multipliers);
    writer.bytes(pack(&quantized, inputs));
    writer.floats(&scales);
    writer.floats(&biases);
}

/// Writes the encoder, whose layers see activations up to `ranges`; what an activation of 1 stands for is given back.
pub(super) fn encoder(encoder: &Encoder, ranges: &[Range], writer: &mut Writer) -> f32 {
    let step = largest(&encoder.embedding.value) / 127.0;
    writer.bytes(encoder.embedding.value.iter().map(|value| (value / step).round() as i8 as u8).collect());
    let unit = step / (1 << EMBEDDING_SHIFT) as f32;
    writer.numbers(encoder.shape.distances.iter().map(|&distance| distance as u32));
    for (layer, range) in encoder.layers.iter().zip(ranges) {
        linear(&layer.weights, Some(&layer.bias.value), encoder.shape.width, (range, Sign::Signed), (unit, unit), writer);
    }
    unit
}

pub(super) fn largest(values: &[f32]) -> f32 {
    values.iter().fold(1e-9, |largest: f32, value| largest.max(value.abs()))
}

/// Writes numbers in 16 bits, 1 standing for `unit`.
pub(super) fn rounded(values: impl Iterator<Item = f32>, unit: f32, writer: &mut Writer) {
    writer.bytes(values.flat_map(|value| ((value / unit).round().clamp(-32767.0, 32767.0) as i16).to_le_bytes()).collect());
}
