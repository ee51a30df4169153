//! What the networks see of a word: rows of an embedding table for the word itself, its ends, and its looks.

use std::borrow::Cow;
use std::ops::Range;

use crate::article::Span;

use super::kernel::BestTwo;
use super::part_of_speech::PennTag;
use super::recent::{Key, Recent};
use super::sentence::Token;

/// Rows that a word can have: the word, a prefix, three suffixes, its shape, the case of the whole sentence.
pub(crate) const ROWS: usize = 7;

/// No row: the word is too short for that feature, or the feature was too rare to learn.
pub(crate) const NONE: u32 = 0;

/// The row of a word that training never saw, or only once.
pub(crate) const UNKNOWN: u32 = 1;

/// First row of the shapes.
const SHAPES: u32 = 2;
/// Sixteen, each for the first word of a sentence and for the others.
const SHAPE_COUNT: u32 = 32;
/// First row of the four cases of a sentence.
const CASES: u32 = SHAPES + SHAPE_COUNT;
/// First row that the vocabulary gives out.
#[cfg(any(test, feature = "train"))]
pub(crate) const FIRST_LEARNED: u32 = CASES + 4;

/// A second tag counts as possible where its score is no further below the best one's: its probability is a seventh of it or more.
const MARGIN: f32 = 2.0;

/// What the tagger makes of a word: the best tag, and the next where it is nearly as good, so that the parser can know better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TagChoice {
    pub(crate) tag: PennTag,
    second: Option<PennTag>,
}

impl TagChoice {
    /// The choice by the two tags with the best scores.
    pub(crate) fn among(scores: &BestTwo) -> Self {
        let is_near = scores.highest - scores.next < MARGIN;
        let second = if is_near { PennTag::from_index(scores.second) } else { None };
        Self { tag: PennTag::from_index(scores.best).unwrap_or(PennTag::NN), second }
    }

    /// A choice without a second.
    pub(crate) fn certain(tag: PennTag) -> Self {
        Self { tag, second: None }
    }

    /// The embedding rows of the choice, where those of the tags begin at `base`.
    pub(crate) fn rows(self, base: u32) -> [u32; TAG_ROWS] {
        let second = self.second.map_or(NONE, |second| base + (PennTag::ALL.len() + second as usize) as u32);
        [base + self.tag as u32, second]
    }
}

/// Rows that a choice of tags can have.
pub(crate) const TAG_ROWS: usize = 2;

/// Embedding rows that choices of tags need.
#[cfg(any(test, feature = "train"))]
pub(crate) const TAG_TABLE: usize = 2 * PennTag::ALL.len();

/// The rows of one token.
pub(crate) type WordRows = [u32; ROWS];

/// Bytes of a slot of the vocabulary.
const SLOT: usize = 6;

/// The learned words, prefixes and suffixes: an open hash table from a 64-bit key to a row, read in place.
#[derive(Clone)]
pub(crate) struct Vocabulary {
    /// Slots of six bytes: the upper half of the key, then the row; row 0 is an empty slot. A power of two of them.
    slots: Cow<'static, [u8]>,
}

impl Vocabulary {
    /// A table over bytes laid out by [`build`](Self::build); none where their number does not fit.
    pub(crate) fn new(slots: Cow<'static, [u8]>) -> Option<Self> {
        ((slots.len() / SLOT).is_power_of_two() && slots.len().is_multiple_of(SLOT)).then_some(Self { slots })
    }

    /// The table in which `keys[i]` has the row `FIRST_LEARNED + i`.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn build(keys: &[u64]) -> Self {
        let count = (keys.len() * 5 / 4).next_power_of_two().max(8);
        let mut slots = vec![0; count * SLOT];
        // Rows have 16 bits: keys beyond them stay unknown.
        for (key, row) in keys.iter().zip(FIRST_LEARNED as u16..=u16::MAX) {
            let mut slot = *key as usize & (count - 1);
            while slots[slot * SLOT + 4..][..2] != [0; 2] {
                slot = (slot + 1) & (count - 1);
            }
            slots[slot * SLOT..][..4].copy_from_slice(&((key >> 32) as u32).to_le_bytes());
            slots[slot * SLOT + 4..][..2].copy_from_slice(&row.to_le_bytes());
        }
        Self { slots: Cow::Owned(slots) }
    }

    /// The bytes of the table, for the model file.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.slots
    }

    /// The row of `key`; [`NONE`] where it was not learned.
    fn find(&self, key: u64) -> u32 {
        let mask = self.slots.len() / SLOT - 1;
        let upper = (key >> 32) as u32;
        let mut slot = key as usize & mask;
        for _ in 0..=mask {
            let Some(&[first, second, third, fourth, low, high]) = self.slots[slot * SLOT..].first_chunk() else { break };
            let row = u32::from(u16::from_le_bytes([low, high]));
            if row == 0 || u32::from_le_bytes([first, second, third, fourth]) == upper {
                return row;
            }
            slot = (slot + 1) & mask;
        }
        NONE
    }
}

/// Which learned feature a key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Prefix,
    Suffix,
}

/// FNV-1a over the bytes, seeded by the kind, with a last mix so that the low bits spread.
fn key(kind: Kind, bytes: &[u8]) -> u64 {
    let mut hash = (0xcbf2_9ce4_8422_2325_u64 ^ (kind as u64 + 1)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for &byte in bytes {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 29;
    hash.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// How the capitals of a sentence are to be read: ordinary text, capitals throughout, or a headline with a capital on most words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum SentenceCase {
    #[default]
    Ordinary,
    Upper,
    Title,
    Lower,
}

impl SentenceCase {
    /// Judged by the words of three letters and more: short function words stay small in a headline.
    pub(crate) fn of(text: &str, tokens: &[Token]) -> Self {
        let (mut words, mut upper, mut title) = (0, 0, 0);
        for token in tokens {
            let word = &text.as_bytes()[token.span.start..token.span.end];
            let long = word.len() > 3;
            // No branches but the seldom one: half of the words are long.
            let is_title = long && word[0].is_ascii_uppercase();
            words += usize::from(long & word[0].is_ascii_alphabetic());
            title += usize::from(is_title);
            if is_title {
                upper += usize::from(!word.iter().any(u8::is_ascii_lowercase));
            }
        }
        match words {
            2.. if upper * 5 >= words * 4 => Self::Upper,
            4.. if title * 5 >= words * 4 => Self::Title,
            2.. if title == 0 && tokens.first().is_some_and(|first| first.span.of(text).starts_with(char::is_lowercase)) => Self::Lower,
            _ => Self::Ordinary,
        }
    }
}

/// Some tokens of a sentence that stand side by side, with what has to be known of the whole.
#[derive(Clone, Debug)]
pub(crate) struct Part<'t> {
    pub(crate) text: &'t str,
    /// All tokens of the sentence.
    pub(crate) tokens: &'t [Token],
    pub(crate) case: SentenceCase,
    /// Those that are meant.
    pub(crate) range: Range<usize>,
}

impl<'t> Part<'t> {
    /// All of a sentence.
    pub(crate) fn whole(text: &'t str, tokens: &'t [Token]) -> Self {
        Self { text, tokens, case: SentenceCase::of(text, tokens), range: 0..tokens.len() }
    }

    /// Other tokens of the same sentence.
    pub(crate) fn with_range(&self, range: Range<usize>) -> Self {
        Self { range, ..*self }
    }
}

/// The rows of a word by itself, wherever it stands: the word, its prefix, its suffixes; and its looks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct FormRows {
    rows: [u16; 5],
    shape: u8,
}

/// The looks of a word in one number below 16.
fn shape(word: &str) -> u8 {
    let (mut upper, mut lower, mut digit, mut other) = (0_u32, 0_u32, 0_u32, 0_u32);
    for character in word.chars() {
        if character.is_ascii_digit() {
            digit += 1;
        } else if character.is_uppercase() {
            upper += 1;
        } else if character.is_alphabetic() {
            lower += 1;
        } else {
            other += 1;
        }
    }
    let starts_upper = word.starts_with(char::is_uppercase);
    match (upper, lower, digit, other) {
        (0, 0, 0, _) => 0,
        (0, _, 0, 0) => 1,
        (0, _, 0, _) => 2,
        (1, 0, 0, 0) => 3,
        (1, 0, 0, _) => 4,
        (_, 0, 0, 0) => 5,
        (_, 0, 0, _) => 6,
        (1, _, 0, 0) if starts_upper => 7,
        (_, _, 0, 0) if starts_upper => 8,
        (_, _, 0, _) if starts_upper => 9,
        (_, _, 0, _) => 10,
        (0, 0, 4, 0) => 11,
        (0, 0, 1 | 2, 0) => 12,
        (0, 0, _, 0) => 13,
        (0, 0, _, _) => 14,
        _ => 15,
    }
}

/// Finds the rows of the words of one sentence after the other; keeps its buffer.
#[derive(Default)]
pub(crate) struct Reader {
    form: Vec<u8>,
}

impl Reader {
    /// The form under which words are learned: lower case, every figure a 0.
    fn normalize(&mut self, word: &str) {
        self.form.clear();
        if word.is_ascii() {
            self.form.extend(word.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() }));
        } else {
            let mut buffer = [0; 4];
            for character in word.chars().flat_map(char::to_lowercase) {
                let character = match character {
                    '’' | '‘' => '\'',
                    '“' | '”' => '"',
                    '–' => '-',
                    other if other.is_numeric() => '0',
                    other => other,
                };
                self.form.extend_from_slice(character.encode_utf8(&mut buffer).as_bytes());
            }
        }
    }

    /// The keys of the learned features of `word`, with their place among the rows.
    pub(crate) fn keys(&mut self, word: &str, mut found: impl FnMut(usize, Kind, u64)) {
        self.normalize(word);
        let form = self.form.as_slice();
        found(0, Kind::Word, key(Kind::Word, form));
        if form.first().is_some_and(|first| !first.is_ascii_alphanumeric() && first.is_ascii()) {
            return;
        }
        if form.len() > 3 {
            found(1, Kind::Prefix, key(Kind::Prefix, &form[..3]));
        }
        for (place, length) in [(2, 2), (3, 3), (4, 4)] {
            if form.len() > length {
                found(place, Kind::Suffix, key(Kind::Suffix, &form[form.len() - length..]));
            }
        }
    }

    /// The rows of the word at `span` that hang on nothing but the word.
    fn word_rows(&mut self, vocabulary: &Vocabulary, text: &str, span: Span) -> FormRows {
        let mut form = FormRows::default();
        let word = span.of(text);
        // Rows have 16 bits in the vocabulary too.
        self.keys(word, |place, _, key| form.rows[place] = vocabulary.find(key) as u16);
        if form.rows[0] == NONE as u16 {
            form.rows[0] = UNKNOWN as u16;
        }
        form.shape = shape(word);
        form
    }

    /// The rows of the tokens of `part`, into a vector that is emptied first.
    pub(crate) fn read(&mut self, vocabulary: &Vocabulary, recent: &mut Recent<FormRows>, part: &Part<'_>, rows: &mut Vec<WordRows>) {
        let &Part { text, tokens, case, ref range } = part;
        let begins_word = |token: &Token| token.span.of(text).starts_with(char::is_alphanumeric);
        let (before, rest) = tokens.split_at(range.start);
        let mut first = !before.iter().any(begins_word);
        rows.clear();
        rows.reserve(range.len());
        for token in &rest[..range.len()] {
            let span = token.span;
            let form = match Key::of(text, span.start, span.end, 0) {
                Some(key) => *recent.get_or(key, || self.word_rows(vocabulary, text, span)),
                None => self.word_rows(vocabulary, text, span),
            };
            let [word, prefix, two, three, four] = form.rows.map(u32::from);
            let shape = SHAPES + u32::from(form.shape) * 2 + u32::from(first);
            rows.push([word, prefix, two, three, four, shape, CASES + case as u32]);
            // An opening quotation mark or bracket leaves the next word the first.
            first = first && !begins_word(token);
        }
    }
}
