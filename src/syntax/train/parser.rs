//! Training of the parser: an encoder, the projected places of a state, and a soft choice among the moves, along paths the parser itself takes.

use super::encoder::Shape;
use super::matrix::{BLOCK, Strides, multiply_add};
use super::quantize::{Range, Sign};
use super::{Cache, Encoder, Example, Lexicon, Parameter, Random, VARIANTS, mean_share, pick_variant, quantize, rate, softmax};
use crate::syntax::features::{ROWS, TAG_ROWS, TAG_TABLE, TagChoice};
use crate::syntax::model::{Kind, Writer};
use crate::syntax::relation::Relation;
use crate::syntax::transition::{ACTIONS, Action, NOWHERE, SLOTS, SMALL_FEATURES, SMALL_ROWS, State};

const OUTPUTS: usize = ACTIONS.next_multiple_of(BLOCK);
/// Embedding rows a token: those of the word, and its tag.
const PER_TOKEN: usize = ROWS + TAG_ROWS;

/// What a hidden unit of 1 stands for.
const HIDDEN_UNIT: f32 = 1.0 / 512.0;

/// What can be set.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) shape: Shape,
    /// Hidden units between state and moves.
    pub(super) hidden: usize,
    pub(super) hidden_dropout: f32,
    pub(super) epochs: usize,
    pub(super) batch: usize,
    pub(super) rate: f32,
    /// Share of moves that follow the parser, right or wrong, rather than the treebank.
    pub(super) exploration: f32,
    pub(super) other_case: f32,
    pub(super) seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            shape: Shape { width: 128, distances: &[1, 1, 2, 3], input_dropout: 0.12, layer_dropout: 0.08 },
            hidden: 128,
            hidden_dropout: 0.08,
            epochs: 11,
            batch: 16,
            rate: 0.002,
            exploration: 0.8,
            other_case: 0.05,
            seed: 7,
        }
    }
}

pub(super) struct Parser {
    settings: Settings,
    /// First row of the tags in the embedding.
    tag_rows: u32,
    pub(super) encoder: Encoder,
    /// One projection a slot, side by side.
    pub(super) slots: Parameter,
    /// What stands for an empty slot.
    pub(super) empty: Parameter,
    pub(super) small: Parameter,
    pub(super) hidden_bias: Parameter,
    pub(super) output: Parameter,
    pub(super) output_bias: Parameter,
}

/// One sentence on its way forward and back.
#[derive(Default)]
struct Pass {
    cache: Cache,
    projected: Vec<f32>,
    hidden: Vec<f32>,
    hidden_active: Vec<f32>,
    scores: Vec<f32>,
    places: Vec<([u32; SLOTS], [u32; SMALL_FEATURES])>,
    state: State,
}

impl Parser {
    fn new(lexicon: &Lexicon, settings: &Settings, random: &mut Random) -> Self {
        let (width, hidden) = (settings.shape.width, settings.hidden);
        Self {
            tag_rows: lexicon.rows() as u32,
            encoder: Encoder::new(settings.shape, lexicon.rows() + TAG_TABLE, random),
            slots: Parameter::new(width, SLOTS * hidden, (6.0 / (width * SLOTS) as f32).sqrt(), random),
            empty: Parameter::sparse(SLOTS, hidden, 0.1, random),
            small: Parameter::sparse(SMALL_ROWS, hidden, 0.1, random),
            hidden_bias: Parameter::new(1, hidden, 0.0, random),
            output: Parameter::new(hidden, OUTPUTS, (6.0 / (hidden + OUTPUTS) as f32).sqrt(), random),
            output_bias: Parameter::new(1, OUTPUTS, 0.0, random),
            settings: settings.clone(),
        }
    }

    fn parameters(&mut self) -> impl Iterator<Item = &mut Parameter> {
        self.encoder.parameters().chain([
            &mut self.slots,
            &mut self.empty,
            &mut self.small,
            &mut self.hidden_bias,
            &mut self.output,
            &mut self.output_bias,
        ])
    }

    /// The rows of the words with those of their tags.
    fn rows(&self, words: &[u32], tags: &[TagChoice]) -> Vec<u32> {
        words.chunks_exact(ROWS).zip(tags).flat_map(|(word, &tag)| word.iter().copied().chain(tag.rows(self.tag_rows))).collect()
    }

    /// Puts the running means in the place of the values, or back.
    fn swap_means(&mut self) {
        for parameter in self.parameters() {
            std::mem::swap(&mut parameter.value, &mut parameter.mean);
        }
    }

    /// Writes the model, for the tagger with the fingerprint `tagger`.
    pub(super) fn write(&self, tagger: u64, sample: &[Example], tags: &[[Vec<TagChoice>; VARIANTS]]) -> Vec<u8> {
        let mut writer = Writer::default();
        let Shape { width, distances, .. } = self.settings.shape;
        let hidden = self.settings.hidden;
        let rows = self.encoder.embedding.value.len() / width;
        writer.numbers([width as u32, rows as u32, hidden as u32, self.tag_rows, ACTIONS as u32, tagger as u32, (tagger >> 32) as u32]);
        let (mut ranges, mut hidden_range, mut pass) = (Vec::new(), Range::default(), Pass::default());
        for (example, tags) in sample.iter().zip(tags) {
            self.encode(&self.rows(&example.rows[0], &tags[0]), None, &mut pass);
            self.encoder.note_ranges(&pass.cache, &mut ranges);
            while !pass.state.is_final() {
                self.score(&tags[0], None, &mut pass);
                let best = pass.state.allowed().best(&pass.scores[pass.scores.len() - OUTPUTS..]);
                pass.state.apply(Action::from_index(best));
            }
            hidden_range.note(hidden, pass.hidden.iter().copied());
        }
        let unit = quantize::encoder(&self.encoder, &ranges, &mut writer);
        // The bias of the hidden units stands in the first slot, which is always filled, if only by what stands for nothing.
        let mut slot_bias = self.hidden_bias.value.clone();
        slot_bias.resize(SLOTS * hidden, 0.0);
        quantize::linear(
            &self.slots,
            Some(&slot_bias),
            SLOTS * hidden,
            (&ranges[distances.len()], Sign::Signed),
            (unit, HIDDEN_UNIT),
            &mut writer,
        );
        quantize::rounded(self.empty.value.iter().zip(&slot_bias).map(|(value, bias)| value + bias), HIDDEN_UNIT, &mut writer);
        quantize::rounded(self.small.value.iter().copied(), HIDDEN_UNIT, &mut writer);
        quantize::linear(
            &self.output,
            Some(&self.output_bias.value),
            ACTIONS,
            (&hidden_range, Sign::Unsigned),
            (HIDDEN_UNIT, 1.0),
            &mut writer,
        );
        writer.finish(Kind::Parser)
    }

    fn encode(&self, rows: &[u32], random: Option<&mut Random>, pass: &mut Pass) {
        self.encoder.forward(rows, PER_TOKEN, random, &mut pass.cache);
        let (width, columns) = (self.settings.shape.width, SLOTS * self.settings.hidden);
        let count = rows.len() / PER_TOKEN;
        pass.projected.clear();
        pass.projected.resize(count * columns, 0.0);
        multiply_add(&mut pass.projected, &pass.cache.out, Strides { rows: width, columns: 1 }, &self.slots.value, (count, width, columns));
        pass.state.reset(count);
        pass.hidden.clear();
        pass.hidden_active.clear();
        pass.scores.clear();
        pass.places.clear();
    }

    /// Scores the moves of the present state; they stand at the end of `pass.scores`.
    fn score(&self, tags: &[TagChoice], mut random: Option<&mut Random>, pass: &mut Pass) {
        let hidden = self.settings.hidden;
        let (slots, small) = (pass.state.slots(), pass.state.small_features(tags));
        let from = pass.hidden.len();
        pass.hidden.extend_from_slice(&self.hidden_bias.value);
        let sums = &mut pass.hidden[from..];
        let mut add = |values: &[f32]| {
            for (sum, value) in sums.iter_mut().zip(values) {
                *sum += value;
            }
        };
        for (slot, &token) in slots.iter().enumerate() {
            if token == NOWHERE {
                add(self.empty.row(slot));
            } else {
                add(&pass.projected[(token as usize * SLOTS + slot) * hidden..][..hidden]);
            }
        }
        for &row in &small {
            add(self.small.row(row as usize));
        }
        let drop = self.settings.hidden_dropout;
        for sum in sums.iter_mut() {
            let mut active = if *sum > 0.0 { 1.0 } else { 0.0 };
            if let Some(random) = &mut random {
                active *= if random.unit() < drop { 0.0 } else { 1.0 / (1.0 - drop) };
            }
            *sum *= active;
            pass.hidden_active.push(active);
        }
        let at = pass.scores.len();
        pass.scores.extend_from_slice(&self.output_bias.value);
        multiply_add(
            &mut pass.scores[at..],
            &pass.hidden[from..],
            Strides { rows: hidden, columns: 1 },
            &self.output.value,
            (1, hidden, OUTPUTS),
        );
        pass.places.push((slots, small));
    }

    /// Parses words given by their rows: heads and relations.
    fn predict(&self, words: &[u32], tags: &[TagChoice], pass: &mut Pass) {
        let rows = self.rows(words, tags);
        self.encode(&rows, None, pass);
        while !pass.state.is_final() {
            pass.scores.clear();
            pass.hidden.clear();
            self.score(tags, None, pass);
            let best = pass.state.allowed().best(&pass.scores);
            pass.state.apply(Action::from_index(best));
        }
    }

    /// One sentence: adds its gradients.
    fn learn(&mut self, example: &Example, words: &[u32], tags: &[TagChoice], turned: &Turned, random: &mut Random, pass: &mut Pass) {
        let rows = self.rows(words, tags);
        self.encode(&rows, Some(random), pass);
        while !pass.state.is_final() {
            self.score(tags, Some(random), pass);
            let at = pass.scores.len() - OUTPUTS;
            let scores = &mut pass.scores[at..];
            let allowed = pass.state.allowed();
            let oracle = pass.state.oracle(&example.heads);
            let right = targets(&pass.state, oracle, &example.relations);
            let chosen = if random.unit() < turned.explore {
                Action::from_index(allowed.best(scores))
            } else {
                let best = right.iter().flatten().max_by(|a, b| scores[a.index()].total_cmp(&scores[b.index()]));
                *best.expect("some move is always right")
            };
            // Moves that the state does not allow take no part.
            for (index, score) in scores.iter_mut().enumerate() {
                let open = index < ACTIONS
                    && match Action::from_index(index) {
                        Action::Shift => allowed.shift,
                        Action::Left(_) => allowed.left,
                        Action::Right(_) => allowed.right,
                    };
                if !open {
                    *score = f32::NEG_INFINITY;
                }
            }
            softmax(scores);
            let mass: f32 = right.iter().flatten().map(|action| scores[action.index()]).sum();
            for action in right.iter().flatten() {
                let share = if mass > 1e-12 { scores[action.index()] / mass } else { 1.0 };
                scores[action.index()] -= share;
            }
            pass.state.apply(chosen);
        }
        if !pass.places.is_empty() {
            self.backward(&rows, turned, pass);
        }
    }

    /// Adds the gradients of a sentence whose moves have been scored; the scores are the gradients of the scores by now.
    fn backward(&mut self, rows: &[u32], turned: &Turned, pass: &mut Pass) {
        let hidden = self.settings.hidden;
        let steps = pass.places.len();
        for score in &mut pass.scores {
            *score *= turned.scale;
        }
        for scores in pass.scores.chunks_exact(OUTPUTS) {
            self.output_bias.add_gradient(0, scores);
        }
        multiply_add(&mut self.output.gradient, &pass.hidden, Strides { rows: 1, columns: hidden }, &pass.scores, (hidden, steps, OUTPUTS));
        let mut inner = vec![0.0; steps * hidden];
        multiply_add(&mut inner, &pass.scores, Strides { rows: OUTPUTS, columns: 1 }, &turned.output, (steps, OUTPUTS, hidden));
        for (inner, active) in inner.iter_mut().zip(&pass.hidden_active) {
            *inner *= active;
        }
        let count = rows.len() / PER_TOKEN;
        let (width, columns) = (self.settings.shape.width, SLOTS * hidden);
        let projected = &mut pass.projected;
        projected.fill(0.0);
        for ((slots, small), inner) in pass.places.iter().zip(inner.chunks_exact(hidden)) {
            self.hidden_bias.add_gradient(0, inner);
            for (slot, &token) in slots.iter().enumerate() {
                if token == NOWHERE {
                    self.empty.add_gradient(slot, inner);
                } else {
                    for (sum, add) in projected[(token as usize * SLOTS + slot) * hidden..][..hidden].iter_mut().zip(inner) {
                        *sum += add;
                    }
                }
            }
            for &row in small {
                self.small.add_gradient(row as usize, inner);
            }
        }
        multiply_add(&mut self.slots.gradient, &pass.cache.out, Strides { rows: 1, columns: width }, projected, (width, count, columns));
        let mut gradient = vec![0.0; count * width];
        multiply_add(&mut gradient, projected, Strides { rows: columns, columns: 1 }, &turned.slots, (count, columns, width));
        self.encoder.backward(rows, PER_TOKEN, &mut pass.cache, &mut gradient);
    }

    /// UAS and LAS without punctuation, as written, and LAS in other cases.
    pub(super) fn accuracy(&self, examples: &[Example], tags: &[[Vec<TagChoice>; VARIANTS]]) -> String {
        let [(uas, las), (_, upper), (_, title)] = [0, 1, 2].map(|variant| self.attachment(examples, tags, variant));
        format!("UAS {uas:.4}, LAS {las:.4}; LAS in capitals {upper:.4}, as headlines {title:.4}")
    }

    fn attachment(&self, examples: &[Example], tags: &[[Vec<TagChoice>; VARIANTS]], variant: usize) -> (f64, f64) {
        let mut pass = Pass::default();
        let (mut all, mut heads, mut both) = (0_usize, 0_usize, 0_usize);
        for (example, tags) in examples.iter().zip(tags) {
            self.predict(&example.rows[variant], &tags[variant], &mut pass);
            for token in (0..example.tags.len()).filter(|&token| example.relations[token] != Relation::Punct) {
                let head = pass.state.heads[token] == example.heads[token];
                all += 1;
                heads += usize::from(head);
                both += usize::from(head && pass.state.relations[token].universal() == example.relations[token].universal());
            }
        }
        let share = |part: usize| part as f64 / all.max(1) as f64;
        (share(heads), share(both))
    }
}

/// What a batch has in common: the weights turned around for the way back, and how it is gone through.
#[derive(Default)]
struct Turned {
    output: Vec<f32>,
    slots: Vec<f32>,
    /// What every gradient is multiplied by.
    scale: f32,
    /// Share of moves that follow the parser.
    explore: f32,
}

/// The moves that are right here, with the relation of the treebank.
fn targets(state: &State, oracle: crate::syntax::transition::Allowed, relations: &[Relation]) -> [Option<Action>; 3] {
    let top = state.stack(0);
    let relation = || match relations[top as usize] {
        Relation::Root => Relation::Parataxis,
        other => other,
    };
    [oracle.shift.then_some(Action::Shift), oracle.left.then(|| Action::Left(relation())), oracle.right.then(|| Action::Right(relation()))]
}

/// Trains a parser on `examples` with the tags `tags`, which a tagger gave that had not seen them.
pub(super) fn train(
    lexicon: &Lexicon,
    examples: &[Example],
    tags: &[[Vec<TagChoice>; VARIANTS]],
    settings: &Settings,
    watch: &mut dyn FnMut(usize, &Parser),
) -> Parser {
    let mut random = Random::new(settings.seed);
    let mut parser = Parser::new(lexicon, settings, &mut random);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let (mut pass, mut turned, mut words) = (Pass::default(), Turned::default(), Vec::new());
    let steps = settings.epochs * examples.len().div_ceil(settings.batch);
    let mut step = 0;
    for epoch in 0..settings.epochs {
        random.shuffle(&mut order);
        turned.explore = if epoch == 0 { 0.0 } else { settings.exploration };
        for batch in order.chunks(settings.batch) {
            parser.encoder.prepare();
            parser.output.transpose_into(&mut turned.output);
            parser.slots.transpose_into(&mut turned.slots);
            let tokens: usize = batch.iter().map(|&index| examples[index].tags.len()).sum();
            turned.scale = 0.5 / tokens as f32;
            for &index in batch {
                let example = &examples[index];
                let variant = pick_variant(&mut random, settings.other_case);
                words.clear();
                words.extend_from_slice(&example.rows[variant]);
                lexicon.drop_words(&mut words, &mut random);
                parser.learn(example, &words, &tags[index][variant], &turned, &mut random, &mut pass);
            }
            let rate = rate(step, steps, settings.rate);
            let share = mean_share(step);
            for parameter in parser.parameters() {
                parameter.step(rate, 0.0);
                if step % 10 == 0 {
                    parameter.average((share * 10.0).min(1.0));
                }
            }
            step += 1;
        }
        parser.swap_means();
        watch(epoch + 1, &parser);
        parser.swap_means();
    }
    for parameter in parser.parameters() {
        parameter.value.copy_from_slice(&parameter.mean);
    }
    parser
}
