//! The tagger in use.

use std::borrow::Cow;

use super::features::{Reader, TagChoice, Vocabulary, WordRows};
use super::kernel::{self, BestTwo, Kernel};
use super::lemma::Lemmas;
use super::model::{Kind, ModelError, Sections, checksum};
use super::network::{Encoder, Linear, SIGNED_ZERO, Scratch};
use super::part_of_speech::PennTag;
use super::sentence::Token;

/// Vocabulary, lemmas and the network that chooses a tag for each word.
pub(crate) struct Tagger {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) lemmas: Lemmas,
    encoder: Encoder,
    output: Linear,
    /// Checksum of the vocabulary, which the parser was trained with.
    pub(crate) fingerprint: u64,
}

/// Memory that is used again for every sentence.
#[derive(Default)]
pub(crate) struct TaggerScratch {
    reader: Reader,
    /// The embedding rows of the words; the parser reads them too.
    pub(crate) rows: Vec<WordRows>,
    /// The tags of the words; the parser reads them too.
    pub(crate) choices: Vec<TagChoice>,
    x: Vec<i16>,
    scores: Vec<f32>,
    best: Vec<BestTwo>,
    scratch: Scratch,
}

impl Tagger {
    pub(crate) fn read(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let mut sections = Sections::open(bytes, Kind::Tagger)?;
        let sizes = sections.numbers()?;
        let &[width, rows, tags] = sizes.as_slice() else { return Err(sections.damaged()) };
        if tags as usize != PennTag::ALL.len() {
            return Err(sections.damaged());
        }
        let slots = sections.bytes()?;
        let fingerprint = checksum(&slots);
        let vocabulary = Vocabulary::new(slots).ok_or_else(|| sections.damaged())?;
        let lemmas = Lemmas::read(&mut sections)?;
        let encoder = Encoder::read(&mut sections, width as usize, rows as usize)?;
        let output = Linear::read(&mut sections, width as usize, PennTag::ALL.len(), SIGNED_ZERO)?;
        Ok(Self { vocabulary, lemmas, encoder, output, fingerprint })
    }

    /// The tags of a sentence's tokens, into a vector that is emptied first.
    pub(crate) fn tag(&self, kernel: Kernel, text: &str, tokens: &[Token], memory: &mut TaggerScratch, tags: &mut Vec<PennTag>) {
        memory.reader.read(&self.vocabulary, text, tokens, &mut memory.rows);
        let TaggerScratch { rows, choices, x, scores, best, scratch, .. } = memory;
        self.encoder.run(kernel, tokens.len(), rows.as_flattened(), x, scratch);
        self.output.scores(kernel, x, scratch, scores);
        best.resize(tokens.len(), BestTwo::default());
        kernel::best_two(kernel, scores, self.output.outputs(), PennTag::ALL.len(), best);
        choices.clear();
        choices.extend(best.iter().map(TagChoice::among));
        tags.clear();
        tags.extend(choices.iter().map(|choice| choice.tag));
    }
}
