//! The encoder in floating point, with its way back: embeddings summed, then convolutions of width three with residuals.

use super::matrix::{Parameter, Strides, multiply_add};
use super::quantize::Range;
use super::random::Random;

/// Sizes and rates of an encoder.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// Numbers a token.
    pub(super) width: usize,
    /// For each convolution, how far the two neighbours it sees stand from a token.
    pub(super) distances: &'static [usize],
    /// Share of the embedding's numbers left out in training.
    pub(super) input_dropout: f32,
    /// Share of a layer's numbers left out in training.
    pub(super) layer_dropout: f32,
}

pub(super) struct Layer {
    pub(super) weights: Parameter,
    pub(super) bias: Parameter,
}

pub(super) struct Encoder {
    pub(super) shape: Shape,
    pub(super) embedding: Parameter,
    pub(super) layers: Vec<Layer>,
    transposed: Vec<Vec<f32>>,
}

/// What one sentence left behind on the way forward.
#[derive(Default)]
pub(super) struct Cache {
    /// The encoded tokens, `tokens × width`.
    pub(super) out: Vec<f32>,
    windows: Vec<Vec<f32>>,
    active: Vec<Vec<f32>>,
    input_mask: Vec<f32>,
    scratch: Vec<f32>,
}

impl Encoder {
    pub(super) fn new(shape: Shape, rows: usize, random: &mut Random) -> Self {
        let width = shape.width;
        let range = (6.0 / (4 * width) as f32).sqrt();
        let mut embedding = Parameter::sparse(rows, width, 0.1, random);
        embedding.value[..width].fill(0.0);
        embedding.mean[..width].fill(0.0);
        let layers = shape
            .distances
            .iter()
            .map(|_| Layer { weights: Parameter::new(3 * width, width, range, random), bias: Parameter::new(1, width, 0.0, random) })
            .collect();
        Self { shape, embedding, layers, transposed: vec![Vec::new(); shape.distances.len()] }
    }

    /// Encodes a sentence: `rows` holds `per_token` embedding rows a token, 0 for none. Drops out where `random` is given.
    pub(super) fn forward(&self, rows: &[u32], per_token: usize, mut random: Option<&mut Random>, cache: &mut Cache) {
        let width = self.shape.width;
        let count = rows.len() / per_token;
        let mut mask = |share: f32, out: &mut Vec<f32>| {
            out.clear();
            match &mut random {
                Some(random) if share > 0.0 => {
                    out.extend((0..count * width).map(|_| if random.unit() < share { 0.0 } else { 1.0 / (1.0 - share) }));
                }
                _ => out.resize(count * width, 1.0),
            }
        };
        cache.windows.resize_with(self.layers.len(), Vec::new);
        cache.active.resize_with(self.layers.len(), Vec::new);
        mask(self.shape.input_dropout, &mut cache.input_mask);
        let x = &mut cache.out;
        x.clear();
        x.resize(count * width, 0.0);
        for (token, rows) in rows.chunks_exact(per_token).enumerate() {
            let x = &mut x[token * width..][..width];
            for &row in rows.iter().filter(|&&row| row != 0) {
                for (x, value) in x.iter_mut().zip(self.embedding.row(row as usize)) {
                    *x += value;
                }
            }
        }
        for (x, mask) in x.iter_mut().zip(&cache.input_mask) {
            *x *= mask;
        }
        for (index, layer) in self.layers.iter().enumerate() {
            let window = &mut cache.windows[index];
            gather(x, width, self.shape.distances[index], window);
            let out = &mut cache.scratch;
            out.clear();
            for _ in 0..count {
                out.extend_from_slice(&layer.bias.value);
            }
            multiply_add(out, window, Strides { rows: 3 * width, columns: 1 }, &layer.weights.value, (count, 3 * width, width));
            let active = &mut cache.active[index];
            mask(self.shape.layer_dropout, active);
            for ((x, out), active) in x.iter_mut().zip(out.iter()).zip(active.iter_mut()) {
                if *out <= 0.0 {
                    *active = 0.0;
                }
                *x += out * *active;
            }
        }
    }

    /// Turns the weights around; needed once after each step, before [`backward`](Self::backward).
    pub(super) fn prepare(&mut self) {
        for (layer, transposed) in self.layers.iter().zip(&mut self.transposed) {
            layer.weights.transpose_into(transposed);
        }
    }

    /// Adds the gradients, given those of the encoded tokens, which are used up.
    pub(super) fn backward(&mut self, rows: &[u32], per_token: usize, cache: &mut Cache, gradient: &mut [f32]) {
        let width = self.shape.width;
        let count = rows.len() / per_token;
        let mut inner = vec![0.0; count * width];
        let mut window = vec![0.0; count * 3 * width];
        for index in (0..self.layers.len()).rev() {
            let layer = &mut self.layers[index];
            for ((inner, gradient), active) in inner.iter_mut().zip(gradient.iter()).zip(&cache.active[index]) {
                *inner = gradient * active;
            }
            for row in inner.chunks_exact(width) {
                layer.bias.add_gradient(0, row);
            }
            let turned = Strides { rows: 1, columns: 3 * width };
            multiply_add(&mut layer.weights.gradient, &cache.windows[index], turned, &inner, (3 * width, count, width));
            window.fill(0.0);
            multiply_add(&mut window, &inner, Strides { rows: width, columns: 1 }, &self.transposed[index], (count, width, 3 * width));
            for token in 0..count {
                for (part, offset) in [
                    (0, token.checked_sub(self.shape.distances[index])),
                    (1, Some(token)),
                    (2, (token + self.shape.distances[index] < count).then_some(token + self.shape.distances[index])),
                ] {
                    let Some(at) = offset else { continue };
                    let from = &window[token * 3 * width + part * width..][..width];
                    for (sum, add) in gradient[at * width..][..width].iter_mut().zip(from) {
                        *sum += add;
                    }
                }
            }
        }
        for (gradient, mask) in gradient.iter_mut().zip(&cache.input_mask) {
            *gradient *= mask;
        }
        for (token, rows) in rows.chunks_exact(per_token).enumerate() {
            for &row in rows.iter().filter(|&&row| row != 0) {
                self.embedding.add_gradient(row as usize, &gradient[token * width..][..width]);
            }
        }
    }

    /// Takes the activations of a sentence into the ranges of the layers and, last, of what is encoded.
    pub(super) fn note_ranges(&self, cache: &Cache, ranges: &mut Vec<Range>) {
        let width = self.shape.width;
        ranges.resize_with(self.layers.len() + 1, Range::default);
        for (range, windows) in ranges.iter_mut().zip(&cache.windows) {
            range.note(width, windows.chunks_exact(3 * width).flat_map(|window| window[width..2 * width].iter().copied()));
        }
        ranges[self.layers.len()].note(width, cache.out.iter().copied());
    }

    pub(super) fn parameters(&mut self) -> impl Iterator<Item = &mut Parameter> {
        std::iter::once(&mut self.embedding).chain(self.layers.iter_mut().flat_map(|layer| [&mut layer.weights, &mut layer.bias]))
    }
}

/// Each token with the two tokens `distance` from it; nothing outside the sentence.
fn gather(x: &[f32], width: usize, distance: usize, window: &mut Vec<f32>) {
    let count = x.len() / width;
    window.clear();
    window.resize(count * 3 * width, 0.0);
    for token in 0..count {
        for (part, from) in [token.checked_sub(distance), Some(token), Some(token + distance)].into_iter().enumerate() {
            if let Some(from) = from.filter(|&from| from < count) {
                window[(token * 3 + part) * width..][..width].copy_from_slice(&x[from * width..][..width]);
            }
        }
    }
}
