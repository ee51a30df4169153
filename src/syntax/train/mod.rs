//! Makes the models from treebanks: the same data gives the same bytes.

mod encoder;
mod lemma;
mod matrix;
mod parser;
mod quantize;
mod random;
mod tagger;

use rustc_hash::FxHashMap;

use super::conllu::TreebankSentence;
use super::features::{FIRST_LEARNED, Kind, ROWS, Reader, UNKNOWN, Vocabulary};
use super::part_of_speech::PennTag;
use super::relation::Relation;
use encoder::{Cache, Encoder};
use matrix::Parameter;
use random::Random;

/// How often a word, and an end of a word, must be seen to be learned.
const LEAST_WORD: u32 = 2;
const LEAST_AFFIX: u32 = 5;

/// How the case of a sentence is changed in training, so that headlines and capitals are read too.
const VARIANTS: usize = 4;

/// A sentence made ready for training.
struct Example {
    /// The embedding rows of the words, as written and in three other cases.
    rows: [Vec<u32>; VARIANTS],
    tags: Vec<PennTag>,
    heads: Vec<u32>,
    relations: Vec<Relation>,
}

/// The words worth learning, and how often the word of each row was seen.
struct Lexicon {
    vocabulary: Vocabulary,
    /// By row; 0 for rows that are no word.
    counts: Vec<u32>,
}

impl Lexicon {
    fn build(sentences: &[TreebankSentence]) -> Self {
        let mut reader = Reader::default();
        let mut seen: FxHashMap<u64, (u32, u32, bool)> = FxHashMap::default();
        for (number, TreebankSentence { text, sentence, .. }) in sentences.iter().enumerate() {
            for token in &sentence.tokens {
                reader.keys(token.span.of(text), |_, kind, key| {
                    let entry = seen.entry(key).or_insert((0, number as u32, kind == Kind::Word));
                    entry.0 += 1;
                });
            }
        }
        let mut kept: Vec<(u64, u32)> = seen
            .into_iter()
            .filter(|(_, (count, _, word))| *count >= if *word { LEAST_WORD } else { LEAST_AFFIX })
            .map(|(key, (count, _, word))| (key, if word { count } else { 0 }))
            .collect();
        kept.sort_unstable();
        let keys: Vec<u64> = kept.iter().map(|(key, _)| *key).collect();
        let counts = std::iter::repeat_n(0, FIRST_LEARNED as usize).chain(kept.iter().map(|(_, count)| *count)).collect();
        Self { vocabulary: Vocabulary::build(&keys), counts }
    }

    fn rows(&self) -> usize {
        self.counts.len()
    }

    /// Replaces a word by the unknown one, the rarer the oftener, so that the unknown one is learned.
    fn drop_words(&self, rows: &mut [u32], random: &mut Random) {
        for row in rows.iter_mut().step_by(ROWS) {
            let count = self.counts[*row as usize];
            if count > 0 && random.unit() < 0.25 / (0.25 + count as f32) + 0.01 {
                *row = UNKNOWN;
            }
        }
    }
}

/// The sentence as written, in capitals, as a headline, in small letters; offsets stay.
fn in_other_cases(treebank: &TreebankSentence) -> [String; VARIANTS] {
    let TreebankSentence { text, sentence, .. } = treebank;
    let mut headline = text.clone().into_bytes();
    for (token, tag) in sentence.tokens.iter().zip(&sentence.tags) {
        let small = matches!(tag, PennTag::DT | PennTag::IN | PennTag::CC | PennTag::TO | PennTag::POS) && token.span.len() < 5;
        let inside =
            token.span.start > 0 && matches!(headline[token.span.start - 1], b'\'' | b'.') || text[token.span.start..].starts_with("n't");
        if !small && !inside {
            headline[token.span.start].make_ascii_uppercase();
        }
    }
    let headline = String::from_utf8(headline).unwrap_or_else(|_| text.clone());
    [text.clone(), text.to_ascii_uppercase(), headline, text.to_ascii_lowercase()]
}

fn example(lexicon: &Lexicon, treebank: &TreebankSentence) -> Example {
    let mut reader = Reader::default();
    let mut rows = Vec::new();
    let sentence = &treebank.sentence;
    let variants = in_other_cases(treebank).map(|text| {
        reader.read(&lexicon.vocabulary, &text, &sentence.tokens, &mut rows);
        rows.iter().flatten().copied().collect()
    });
    Example { rows: variants, tags: sentence.tags.clone(), heads: sentence.heads.clone(), relations: sentence.relations.clone() }
}

/// Which case a sentence is trained in this time.
fn pick_variant(random: &mut Random, share: f32) -> usize {
    if random.unit() < share { 1 + [0, 1, 1, 2][random.below(4)] } else { 0 }
}

/// The learning rate: a short rise, then down to nothing.
fn rate(step: usize, steps: usize, peak: f32) -> f32 {
    let warm = (step as f32 + 1.0) / 200.0;
    let left = 1.0 - step as f32 / steps as f32;
    peak * warm.min(1.0) * left
}

/// The share of the newest values in the running mean.
fn mean_share(step: usize) -> f32 {
    1.0 / (1.0 + (step / 2).min(1000) as f32)
}

/// `values` as probabilities, in place.
fn softmax(values: &mut [f32]) {
    let top = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for value in values.iter_mut() {
        *value = (*value - top).exp();
        sum += *value;
    }
    for value in values.iter_mut() {
        *value /= sum;
    }
}

pub use experiment::run;

mod experiment {
    use super::*;
    use std::path::PathBuf;

    /// Temporary entry point.
    pub fn run(files: &[PathBuf], dev: &PathBuf) {
        let mut train = Vec::new();
        for file in files {
            train.extend(crate::syntax::conllu::read_file(file).unwrap());
        }
        let dev = crate::syntax::conllu::read_file(dev).unwrap();
        let lexicon = Lexicon::build(&train);
        eprintln!("rows {}", lexicon.rows());
        let examples: Vec<Example> = train.iter().map(|sentence| example(&lexicon, sentence)).collect();
        let dev: Vec<Example> = dev.iter().map(|sentence| example(&lexicon, sentence)).collect();
        let epochs = |name: &str, default: usize| std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default);
        let refs: Vec<&Example> = examples.iter().collect();
        let start = std::time::Instant::now();
        let mut tagger = tagger::train(&lexicon, &refs, &tagger::Settings { epochs: epochs("TE", 8), ..Default::default() });
        let accuracy = |variant: usize| {
            let (mut right, mut all) = (0, 0);
            for example in &dev {
                for (a, b) in tagger.predict(&example.rows[variant]).iter().zip(&example.tags) {
                    right += usize::from(a == b);
                    all += 1;
                }
            }
            right as f64 / all as f64
        };
        eprintln!(
            "tagger dev {:.4} upper {:.4} title {:.4} lower {:.4} in {:?}",
            accuracy(0),
            accuracy(1),
            accuracy(2),
            accuracy(3),
            start.elapsed()
        );
        if epochs("PE", 6) == 0 {
            return;
        }
        let jack = tagger::jackknife(&lexicon, &examples, &tagger::Settings { epochs: epochs("JE", 4), ..Default::default() }, 4);
        eprintln!("jackknifed {:?}", start.elapsed());
        let dev_tags: Vec<_> = dev.iter().map(|e| std::array::from_fn(|v| tagger.predict(&e.rows[v]))).collect();
        let mut parser = parser::train(
            &lexicon,
            &examples,
            &jack,
            &parser::Settings { epochs: epochs("PE", 6), ..Default::default() },
            Some((&dev, &dev_tags)),
        );
        eprintln!("all {:?}", start.elapsed());
        if let Some(out) = std::env::var_os("OUT") {
            let out = PathBuf::from(out);
            let bytes = tagger.write(&lexicon, |writer| lemma::write(&train, &[], writer));
            std::fs::write(out.join("tagger.model"), bytes).unwrap();
            let bytes = parser.write(crate::syntax::model::checksum(lexicon.vocabulary.bytes()));
            std::fs::write(out.join("parser.model"), bytes).unwrap();
            std::fs::write(out.join("parser.f32"), parser.dump()).unwrap();
            std::fs::write(out.join("tagger.f32"), tagger.dump()).unwrap();
        }
    }
}
