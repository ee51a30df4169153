//! The tagger in use.

use std::borrow::Cow;

use super::correction;
use super::features::{FormRows, Part, Reader, TagChoice, Vocabulary, WordRows};
use super::kernel::{self, BestTwo, Kernel};
use super::lemma::Lemmas;
use super::model::{Kind, ModelError, Sections, checksum};
use super::network::{Encoder, Linear, SIGNED_ZERO, Scratch, room};
use super::part_of_speech::PennTag;
use super::recent::{Key, Recent};
use super::sentence::Token;
use crate::article::Span;

/// Vocabulary, lemmas and the network that chooses a tag for each word.
pub(crate) struct Tagger {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) lemmas: Lemmas,
    encoder: Encoder,
    output: Linear,
    /// Checksum of the vocabulary, which the parser was trained with.
    pub(crate) fingerprint: u64,
    /// Checksum of the whole model.
    checksum: u64,
}

/// Memory that is used again for every sentence.
#[derive(Default)]
pub(crate) struct TaggerScratch {
    reader: Reader,
    forms: Recent<FormRows>,
    lemmas: Recent<ShortLemma>,
    /// Checksum of the tagger that filled `forms` and `lemmas`.
    filled_by: u64,
    /// The embedding rows of the words; the parser reads them too.
    pub(crate) rows: Vec<WordRows>,
    /// The tags of the words; the parser reads them too.
    pub(crate) choices: Vec<TagChoice>,
    x: Vec<i16>,
    scores: Vec<f32>,
    best: Vec<BestTwo>,
    scratch: Scratch,
}

/// A lemma of a few bytes, without a pointer.
#[derive(Clone, Copy, Default)]
struct ShortLemma {
    bytes: [u8; 15],
    /// Its length, plus 1; 0 where it is too long.
    length: u8,
}

impl ShortLemma {
    fn of(lemma: &str) -> Self {
        let mut short = Self::default();
        if let Some(bytes) = short.bytes.get_mut(..lemma.len()) {
            bytes.copy_from_slice(lemma.as_bytes());
            short.length = lemma.len() as u8 + 1;
        }
        short
    }

    fn as_str(&self) -> Option<&str> {
        let length = usize::from(self.length).checked_sub(1)?;
        std::str::from_utf8(self.bytes.get(..length)?).ok()
    }
}

impl Tagger {
    pub(crate) fn read(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let mut sections = Sections::open(bytes, Kind::Tagger)?;
        let own = sections.checksum();
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
        Ok(Self { vocabulary, lemmas, encoder, output, fingerprint, checksum: own })
    }

    /// The choices for all tokens of a sentence, in `memory` with their rows.
    pub(crate) fn choose(&self, kernel: Kernel, text: &str, tokens: &[Token], memory: &mut TaggerScratch) {
        self.choose_alone(kernel, &Part::whole(text, tokens), kernel::best_two, memory);
        correction::correct(text, tokens, &mut memory.choices);
    }

    /// The same choices for the tokens of `part` alone, where no word of the sentence
    /// [turns on its clause](correction::turns_on_clause).
    ///
    /// What a token is hangs on a few tokens around it, so that the others need not be looked at.
    pub(crate) fn choose_part<'m>(&self, kernel: Kernel, part: &Part<'_>, memory: &'m mut TaggerScratch) -> &'m [TagChoice] {
        let &Part { text, tokens, ref range, .. } = part;
        let start = correction::start_of_reason(text, tokens, range.start);
        // What comes second is for the parser only.
        self.choose_alone(kernel, &part.with_range(start..range.end), kernel::best_one, memory);
        correction::correct_words(text, &tokens[start..range.end], &mut memory.choices, start == 0);
        &memory.choices[range.start - start..]
    }

    /// The choices for the tokens of `part`, before any correction; `pick` finds the best scores.
    fn choose_alone(
        &self,
        kernel: Kernel,
        part: &Part<'_>,
        pick: impl Fn(Kernel, &mut [f32], usize, usize, &mut [BestTwo]),
        memory: &mut TaggerScratch,
    ) {
        let TaggerScratch { reader, forms, rows, choices, x, scores, best, scratch, .. } = memory;
        let (range, reach) = (&part.range, self.encoder.reach());
        let seen = range.start.saturating_sub(reach)..part.tokens.len().min(range.end + reach);
        reader.read(&self.vocabulary, forms, &part.with_range(seen.clone()), rows);
        let inner = range.start - seen.start..range.end - seen.start;
        let x = self.encoder.run(kernel, seen.len(), inner, rows.as_flattened(), x, scratch);
        let scores = self.output.scores(kernel, x, scratch, scores);
        let best = room(best, range.len());
        pick(kernel, scores, self.output.outputs(), PennTag::ALL.len(), best);
        choices.clear();
        choices.extend(best.iter().map(TagChoice::among));
    }

    /// By how much the score of a tag falls short of the best one's, for a token of the sentence that was tagged last.
    pub(crate) fn shortfall(&self, memory: &TaggerScratch, token: usize, tag: PennTag) -> f32 {
        let columns = self.output.outputs();
        let scores = &memory.scores[token * columns..][..PennTag::ALL.len()];
        scores.iter().copied().fold(f32::NEG_INFINITY, f32::max) - scores[tag as usize]
    }

    /// Makes sure that what `memory` knows of words comes from this tagger.
    pub(crate) fn prepare(&self, memory: &mut TaggerScratch) {
        if memory.filled_by != self.checksum {
            memory.forms.clear();
            memory.lemmas.clear();
            memory.filled_by = self.checksum;
        }
    }

    /// Appends the lemma of the word at `span` under the tag `tag`, in lower case.
    pub(crate) fn append_lemma(&self, text: &str, span: Span, tag: PennTag, memory: &mut TaggerScratch, out: &mut String) {
        let work_out = |out: &mut String| {
            let start = out.len();
            self.lemmas.append(span.of(text), tag, out);
            if out[start..].is_ascii() {
                out[start..].make_ascii_lowercase();
            } else {
                let lower = out[start..].to_lowercase();
                out.replace_range(start.., &lower);
            }
        };
        let Some(key) = Key::of(text, span.start, span.end, tag as u8) else { return work_out(out) };
        let mut worked_out = false;
        let known = memory.lemmas.get_or(key, || {
            let start = out.len();
            work_out(out);
            worked_out = true;
            ShortLemma::of(&out[start..])
        });
        if !worked_out {
            match known.as_str() {
                Some(lemma) => out.push_str(lemma),
                None => work_out(out),
            }
        }
    }
}
