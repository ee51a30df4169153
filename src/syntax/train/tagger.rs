//! Training of the tagger: an encoder and a soft choice among the Penn tags over it.

use super::encoder::Shape;
use super::matrix::{BLOCK, Strides, multiply_add};
use super::quantize::Sign;
use super::{Cache, Encoder, Example, Lexicon, Parameter, Random, VARIANTS, mean_share, pick_variant, quantize, rate, softmax};
use crate::syntax::features::{ROWS, TagChoice};
use crate::syntax::kernel::{self, BestTwo, Kernel};
use crate::syntax::model::{Kind, Writer};
use crate::syntax::part_of_speech::PennTag;

const TAGS: usize = PennTag::ALL.len();
/// The tags, filled up to whole blocks.
const OUTPUTS: usize = TAGS.next_multiple_of(BLOCK);

/// What can be set.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    /// Parts the training text is cut into for tags of its own.
    pub(super) folds: usize,
    pub(super) shape: Shape,
    pub(super) epochs: usize,
    /// Rounds of the taggers that only tag the parser's training text.
    pub(super) fold_epochs: usize,
    pub(super) batch: usize,
    pub(super) rate: f32,
    /// Share of sentences trained in another case.
    pub(super) other_case: f32,
    pub(super) seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        let shape = Shape { width: 64, distances: &[1, 1], input_dropout: 0.2, layer_dropout: 0.1 };
        Self { shape, folds: 4, epochs: 8, fold_epochs: 3, batch: 16, rate: 0.003, other_case: 0.1, seed: 1 }
    }
}

pub(super) struct Tagger {
    pub(super) encoder: Encoder,
    pub(super) output: Parameter,
    pub(super) bias: Parameter,
}

impl Tagger {
    fn scores(&self, encoded: &[f32], scores: &mut Vec<f32>) {
        let width = self.encoder.shape.width;
        let count = encoded.len() / width;
        scores.clear();
        for _ in 0..count {
            scores.extend_from_slice(&self.bias.value);
        }
        multiply_add(scores, encoded, Strides { rows: width, columns: 1 }, &self.output.value, (count, width, OUTPUTS));
    }

    /// The best tags for words given by their rows.
    pub(super) fn predict(&self, rows: &[u32]) -> Vec<TagChoice> {
        let mut cache = Cache::default();
        self.encoder.forward(rows, ROWS, None, &mut cache);
        let mut scores = Vec::new();
        self.scores(&cache.out, &mut scores);
        let mut best = vec![BestTwo::default(); scores.len() / OUTPUTS];
        kernel::best_two(Kernel::best(), &mut scores, OUTPUTS, TAGS, &mut best);
        best.iter().map(TagChoice::among).collect()
    }

    /// The choices for a sentence in every case.
    pub(super) fn predict_all(&self, example: &Example) -> [Vec<TagChoice>; VARIANTS] {
        std::array::from_fn(|variant| self.predict(&example.rows[variant]))
    }

    /// Writes the model, with the vocabulary and the lemmas.
    pub(super) fn write(&self, lexicon: &Lexicon, sample: &[Example], lemmas: impl FnOnce(&mut Writer)) -> Vec<u8> {
        let mut writer = Writer::default();
        let Shape { width, distances, .. } = self.encoder.shape;
        writer.numbers([width as u32, lexicon.rows() as u32, TAGS as u32]);
        writer.bytes(lexicon.vocabulary.bytes().to_vec());
        lemmas(&mut writer);
        let (mut ranges, mut cache) = (Vec::new(), Cache::default());
        for example in sample {
            self.encoder.forward(&example.rows[0], ROWS, None, &mut cache);
            self.encoder.note_ranges(&cache, &mut ranges);
        }
        let unit = quantize::encoder(&self.encoder, &ranges, &mut writer);
        quantize::linear(&self.output, Some(&self.bias.value), TAGS, (&ranges[distances.len()], Sign::Signed), (unit, 1.0), &mut writer);
        writer.finish(Kind::Tagger)
    }

    fn parameters(&mut self) -> impl Iterator<Item = &mut Parameter> {
        self.encoder.parameters().chain([&mut self.output, &mut self.bias])
    }
}

/// Trains a tagger on `examples`.
pub(super) fn train(lexicon: &Lexicon, examples: &[&Example], settings: &Settings) -> Tagger {
    let mut random = Random::new(settings.seed);
    let width = settings.shape.width;
    let mut tagger = Tagger {
        encoder: Encoder::new(settings.shape, lexicon.rows(), &mut random),
        output: Parameter::new(width, OUTPUTS, (6.0 / (width + TAGS) as f32).sqrt(), &mut random),
        bias: Parameter::new(1, OUTPUTS, 0.0, &mut random),
    };
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let (mut cache, mut scores, mut turned, mut rows) = (Cache::default(), Vec::new(), Vec::new(), Vec::new());
    let steps = settings.epochs * examples.len().div_ceil(settings.batch);
    let mut step = 0;
    for _ in 0..settings.epochs {
        random.shuffle(&mut order);
        for batch in order.chunks(settings.batch) {
            tagger.encoder.prepare();
            tagger.output.transpose_into(&mut turned);
            let words: usize = batch.iter().map(|&index| examples[index].tags.len()).sum();
            for &index in batch {
                let example = examples[index];
                rows.clear();
                rows.extend_from_slice(&example.rows[pick_variant(&mut random, settings.other_case)]);
                lexicon.drop_words(&mut rows, &mut random);
                tagger.encoder.forward(&rows, ROWS, Some(&mut random), &mut cache);
                tagger.scores(&cache.out, &mut scores);
                for (scores, &tag) in scores.chunks_exact_mut(OUTPUTS).zip(&example.tags) {
                    softmax(scores);
                    scores[tag as usize] -= 1.0;
                    for score in scores.iter_mut() {
                        *score /= words as f32;
                    }
                    tagger.bias.add_gradient(0, scores);
                }
                let count = example.tags.len();
                multiply_add(
                    &mut tagger.output.gradient,
                    &cache.out,
                    Strides { rows: 1, columns: width },
                    &scores,
                    (width, count, OUTPUTS),
                );
                let mut gradient = vec![0.0; count * width];
                multiply_add(&mut gradient, &scores, Strides { rows: OUTPUTS, columns: 1 }, &turned, (count, OUTPUTS, width));
                tagger.encoder.backward(&rows, ROWS, &mut cache, &mut gradient);
            }
            let rate = rate(step, steps, settings.rate);
            let share = mean_share(step);
            for parameter in tagger.parameters() {
                parameter.step(rate, 0.0);
                if step % 10 == 0 {
                    parameter.average((share * 10.0).min(1.0));
                }
            }
            step += 1;
        }
    }
    for parameter in tagger.parameters() {
        parameter.value.copy_from_slice(&parameter.mean);
    }
    tagger
}

/// Tags for each sentence from a tagger that was not trained on it: what the parser will meet in use.
pub(super) fn jackknife(lexicon: &Lexicon, examples: &[Example], settings: &Settings) -> Vec<[Vec<TagChoice>; VARIANTS]> {
    let mut tags: Vec<[Vec<TagChoice>; VARIANTS]> = vec![Default::default(); examples.len()];
    let folds = settings.folds;
    for fold in 0..folds {
        let others: Vec<&Example> =
            examples.iter().enumerate().filter(|(index, _)| index % folds != fold).map(|(_, example)| example).collect();
        let tagger =
            train(lexicon, &others, &Settings { seed: settings.seed + 1 + fold as u64, epochs: settings.fold_epochs, ..settings.clone() });
        for (index, example) in examples.iter().enumerate().filter(|(index, _)| index % folds == fold) {
            tags[index] = tagger.predict_all(example);
        }
    }
    tags
}

/// Accuracy as written, in capitals, as a headline, in small letters.
pub(super) fn accuracy(examples: &[Example], tags: &[[Vec<TagChoice>; VARIANTS]]) -> String {
    let share = |variant: usize| {
        let pairs = examples.iter().zip(tags).flat_map(|(example, tags)| example.tags.iter().zip(&tags[variant]));
        let all = pairs.clone().count().max(1);
        pairs.filter(|(gold, found)| found.tag == **gold).count() as f64 / all as f64
    };
    format!("as written {:.4}, capitals {:.4}, headline {:.4}, small letters {:.4}", share(0), share(1), share(2), share(3))
}
