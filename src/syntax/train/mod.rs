//! Makes the models from treebanks: the same data gives the same bytes.

mod attribution;
mod encoder;
mod lemma;
mod matrix;
mod parser;
mod quantize;
mod random;
mod tagger;

use rustc_hash::FxHashMap;

use super::conllu::TreebankSentence;
use super::features::{FIRST_LEARNED, Kind, Part, ROWS, Reader, UNKNOWN, Vocabulary};
use super::model::checksum;
use super::part_of_speech::PennTag;
use super::recent::Recent;
use super::relation::Relation;
use encoder::{Cache, Encoder, Shape};
use matrix::Parameter;
use random::Random;

/// How often a word, and an end of a word, must be seen to be learned.
const LEAST_WORD: u32 = 2;
const LEAST_AFFIX: u32 = 5;
/// How many words, and ends of words, are learned at most, the commonest first: they are most of what the models weigh.
const MOST_WORDS: usize = 11_200;
const MOST_AFFIXES: usize = 5_100;

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
        let commonest = |words: bool, least: u32, most: usize| {
            let mut kept: Vec<(u32, u64)> =
                seen.iter().filter(|(_, entry)| entry.2 == words && entry.0 >= least).map(|(&key, entry)| (entry.0, key)).collect();
            kept.sort_unstable_by(|a, b| b.cmp(a));
            kept.truncate(most);
            kept
        };
        let mut kept: Vec<(u64, u32)> = commonest(true, LEAST_WORD, MOST_WORDS).iter().map(|&(count, key)| (key, count)).collect();
        kept.extend(commonest(false, LEAST_AFFIX, MOST_AFFIXES).iter().map(|&(_, key)| (key, 0)));
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
        reader.read(&lexicon.vocabulary, &mut Recent::default(), &Part::whole(&text, &sentence.tokens), &mut rows);
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

/// What training is told.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    tagger: tagger::Settings,
    parser: parser::Settings,
}

impl Settings {
    /// A network so small that a test can train it.
    #[must_use]
    pub fn tiny() -> Self {
        let mut settings = Self::default();
        let shape = Shape { width: 32, distances: &[1], input_dropout: 0.0, layer_dropout: 0.0 };
        settings.tagger = tagger::Settings { shape, epochs: 40, batch: 2, folds: 2, ..settings.tagger };
        settings.parser = parser::Settings { shape, hidden: 32, epochs: 60, batch: 2, ..settings.parser };
        settings
    }
}

/// The two models as files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Models {
    /// Vocabulary, lemmas, tagger.
    pub tagger: Vec<u8>,
    /// The parser for this tagger.
    pub parser: Vec<u8>,
}

/// Sentences over which the ranges of activations are taken.
const SAMPLE: usize = 1000;

/// A sentence of attribution for every fifth statement of the treebank.
#[must_use]
pub fn attributions(treebank: &[TreebankSentence]) -> Vec<TreebankSentence> {
    attribution::attributions(treebank, 5)
}

/// Trains tagger, lemmas and parser on `treebank`, and tagger and parser also on the sentences `parsed`, to which another parser gave
/// tags and trees; with `dev`, accuracies on it are told to `progress` on the way.
pub fn train(
    treebank: &[TreebankSentence],
    parsed: &[TreebankSentence],
    dev: Option<&[TreebankSentence]>,
    settings: &Settings,
    progress: &mut dyn FnMut(String),
) -> Models {
    let mut treebank = treebank.to_vec();
    treebank.extend(attributions(&treebank));
    let by_hand = treebank.len();
    treebank.extend_from_slice(parsed);
    let treebank = &treebank;
    let lexicon = Lexicon::build(treebank);
    let examples: Vec<Example> = treebank.iter().map(|sentence| example(&lexicon, sentence)).collect();
    let every: Vec<&Example> = examples.iter().collect();
    let tagger = tagger::train(&lexicon, &every, &settings.tagger);
    let dev = dev.map(|dev| {
        let dev: Vec<Example> = dev.iter().map(|sentence| example(&lexicon, sentence)).collect();
        let tags: Vec<_> = dev.iter().map(|example| tagger.predict_all(example)).collect();
        progress(format!("tagger: {}", tagger::accuracy(&dev, &tags)));
        (dev, tags)
    });
    let tags = tagger::jackknife(&lexicon, &examples, &settings.tagger);
    progress("tagged the training text by taggers that had not seen it".to_owned());
    let parser = parser::train(&lexicon, &examples, &tags, &settings.parser, &mut |epoch, parser| {
        if let Some((dev, tags)) = &dev {
            progress(format!("parser, round {epoch}: {}", parser.accuracy(dev, tags)));
        }
    });
    write_models(&treebank[..by_hand], &lexicon, &examples, &tagger, &parser)
}

fn write_models(
    treebank: &[TreebankSentence],
    lexicon: &Lexicon,
    examples: &[Example],
    tagger: &tagger::Tagger,
    parser: &parser::Parser,
) -> Models {
    let sample = &examples[..examples.len().min(SAMPLE)];
    let tags: Vec<_> = sample.iter().map(|example| tagger.predict_all(example)).collect();
    Models {
        tagger: tagger.write(lexicon, sample, |writer| lemma::write(treebank, writer)),
        parser: parser.write(checksum(lexicon.vocabulary.bytes()), sample, &tags),
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::article::Span;
    use crate::syntax::{Analyser, ModelError, conllu};

    /// Word, lemma, Penn tag, head, relation.
    type Row = (&'static str, &'static str, &'static str, u32, &'static str);

    /// Written for this test.
    const SENTENCES: [&[Row]; 6] = [
        &[("Ministers", "minister", "NNS", 2, "nsubj"), ("agreed", "agree", "VBD", 0, "root"), (".", ".", ".", 2, "punct")],
        &[
            ("Peru", "Peru", "NNP", 3, "nsubj"),
            ("has", "have", "VBZ", 3, "aux"),
            ("signed", "sign", "VBN", 0, "root"),
            ("a", "a", "DT", 5, "det"),
            ("deal", "deal", "NN", 3, "obj"),
            (".", ".", ".", 3, "punct"),
        ],
        &[
            ("The", "the", "DT", 2, "det"),
            ("courts", "court", "NNS", 4, "nsubj"),
            ("never", "never", "RB", 4, "advmod"),
            ("ruled", "rule", "VBD", 0, "root"),
            (".", ".", ".", 4, "punct"),
        ],
        &[
            ("Officials", "official", "NNS", 2, "nsubj"),
            ("said", "say", "VBD", 0, "root"),
            ("Peru", "Peru", "NNP", 4, "nsubj"),
            ("refused", "refuse", "VBD", 2, "ccomp"),
            (".", ".", ".", 2, "punct"),
        ],
        &[
            ("A", "a", "DT", 2, "det"),
            ("court", "court", "NN", 3, "nsubj"),
            ("blocked", "block", "VBD", 0, "root"),
            ("the", "the", "DT", 5, "det"),
            ("deals", "deal", "NNS", 3, "obj"),
            (".", ".", ".", 3, "punct"),
        ],
        &[
            ("Ministers", "minister", "NNS", 2, "nsubj"),
            ("said", "say", "VBD", 0, "root"),
            ("courts", "court", "NNS", 4, "nsubj"),
            ("ruled", "rule", "VBD", 2, "ccomp"),
            (".", ".", ".", 2, "punct"),
        ],
    ];

    /// Each sentence several times, so that its words are frequent enough to be learned.
    fn treebank() -> Vec<TreebankSentence> {
        let mut file = String::new();
        for sentence in SENTENCES.iter().cycle().take(5 * SENTENCES.len()) {
            for (index, (word, lemma, tag, head, relation)) in sentence.iter().enumerate() {
                writeln!(file, "{}\t{word}\t{lemma}\t_\t{tag}\t_\t{head}\t{relation}\t_\t_", index + 1).expect("a string takes everything");
            }
            file.push('\n');
        }
        conllu::read("test", file.as_bytes()).expect("the sentences are CoNLL-U")
    }

    #[test]
    fn a_tiny_model_is_learned_the_same_twice_and_checked() {
        let treebank = treebank();
        let models = train(&treebank, &[], None, &Settings::tiny(), &mut |_| ());
        assert!(models == train(&treebank, &[], None, &Settings::tiny(), &mut |_| ()), "the same data gives the same bytes");

        let analyser = Analyser::from_models(models.tagger.clone().into(), models.parser.clone().into()).expect("whole models");
        for TreebankSentence { text, sentence, .. } in &treebank[..SENTENCES.len()] {
            let found = analyser.parse_tokens(text, sentence.span, sentence.tokens.clone());
            assert_eq!(found, *sentence, "{text}");
        }
        // The same endings and neighbours, words never seen.
        let text = "Officials said Chad walked .";
        let found = analyser.parse(text, Span::new(0, text.len()));
        assert_eq!(found.lemma(0), "official");

        let mut damaged = models.parser.clone();
        let middle = damaged.len() / 2;
        damaged[middle] ^= 1;
        let refused = Analyser::from_models(models.tagger.clone().into(), damaged.into()).err();
        assert_eq!(refused, Some(ModelError::Damaged { kind: "parser" }));
        let swapped = Analyser::from_models(models.parser.clone().into(), models.tagger.into()).err();
        assert!(matches!(swapped, Some(ModelError::Version { kind: "tagger", found: 0, .. })));

        let fewer = train(&treebank[..2], &[], None, &Settings::tiny(), &mut |_| ());
        assert_eq!(Analyser::from_models(fewer.tagger.into(), models.parser.into()).err(), Some(ModelError::OtherTagger));
    }
}
