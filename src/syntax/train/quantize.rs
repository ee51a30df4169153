//! From learned numbers to the ones the models hold.

use super::encoder::Encoder;
use super::matrix::Parameter;
use crate::syntax::kernel::{pack, padded};
use crate::syntax::model::Writer;
use crate::syntax::network::EMBEDDING_SHIFT;

/// Writes weights learned as `inputs × columns`, of which the first `outputs` columns count, and their bias. `unit_in` is what an
/// activation of 1 stands for, `unit_out` what a result of 1 stands for.
pub(super) fn linear(weights: &Parameter, bias: Option<&[f32]>, outputs: usize, (unit_in, unit_out): (f32, f32), writer: &mut Writer) {
    let inputs = weights.value.len() / weights.columns;
    let mut quantized = vec![0_i8; outputs * inputs];
    let mut scales = vec![0.0; padded(outputs)];
    let mut biases = vec![0.0; padded(outputs)];
    for output in 0..outputs {
        let column = |input: usize| weights.value[input * weights.columns + output];
        let largest = (0..inputs).map(|input| column(input).abs()).fold(1e-9, f32::max);
        let scale = largest / 127.0;
        for input in 0..inputs {
            quantized[output * inputs + input] = (column(input) / scale).round() as i8;
        }
        scales[output] = scale * unit_in / unit_out;
        biases[output] = bias.map_or(0.0, |bias| bias[output] / unit_out);
    }
    writer.bytes(pack(&quantized, inputs));
    writer.floats(&scales);
    writer.floats(&biases);
}

/// Writes the encoder; what an activation of 1 stands for is given back.
pub(super) fn encoder(encoder: &Encoder, writer: &mut Writer) -> f32 {
    let step = largest(&encoder.embedding.value) / 127.0;
    writer.bytes(encoder.embedding.value.iter().map(|value| (value / step).round() as i8 as u8).collect());
    let unit = step / (1 << EMBEDDING_SHIFT) as f32;
    for layer in &encoder.layers {
        linear(&layer.weights, Some(&layer.bias.value), encoder.shape.width, (unit, unit), writer);
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
