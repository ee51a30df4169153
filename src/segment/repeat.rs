//! Sentences that an article holds twice, word for word.

use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};

use std::hash::{Hash, Hasher};

use super::Sentence;

/// Shorter sentences come twice by accident: "He declined to comment."
const WORDS: usize = 6;
const BYTES: usize = 30;

/// Sets [`Sentence::repeat_of`] to the first sentence with the same words, whatever white space stands between them.
pub(super) fn mark(text: &str, sentences: &mut [Sentence]) {
    let mut first_with: FxHashMap<u64, usize> = FxHashMap::with_capacity_and_hasher(sentences.len(), FxBuildHasher);
    for index in 0..sentences.len() {
        let sentence = sentences[index].span.of(text);
        if sentence.len() < BYTES {
            continue;
        }
        // Few sentences share both ends; those that do and differ are told apart by all their words.
        for key in [ends, whole] {
            let first = *first_with.entry(key(sentence)).or_insert(index);
            if first == index {
                break;
            }
            if words(sentences[first].span.of(text)).eq(words(sentence)) {
                if words(sentence).count() >= WORDS {
                    sentences[index].repeat_of = Some(first);
                }
                break;
            }
        }
    }
}

fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split_ascii_whitespace()
}

/// A hash of the letters at both ends.
fn ends(sentence: &str) -> u64 {
    let mut hasher = FxHasher::default();
    let letters = || sentence.bytes().filter(|byte| !byte.is_ascii_whitespace());
    hasher.write(&gathered(letters()));
    hasher.write(&gathered(letters().rev()));
    hasher.finish()
}

fn gathered(letters: impl Iterator<Item = u8>) -> [u8; 16] {
    let mut first = [0; 16];
    for (slot, letter) in first.iter_mut().zip(letters) {
        *slot = letter;
    }
    first
}

fn whole(sentence: &str) -> u64 {
    let mut hasher = FxHasher::default();
    words(sentence).for_each(|word| word.hash(&mut hasher));
    hasher.finish()
}
