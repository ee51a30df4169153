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

/// A hash of the words at both ends.
fn ends(sentence: &str) -> u64 {
    let bytes = sentence.as_bytes();
    let mut hasher = FxHasher::default();
    match (bytes.first_chunk::<END>(), bytes.last_chunk::<END>()) {
        (Some(first), Some(last)) if is_plain(first) && is_plain(last) => {
            hasher.write(first);
            hasher.write(last);
        }
        _ => {
            hasher.write(&gathered(spaced_once(bytes.iter())));
            let mut last = gathered(spaced_once(bytes.iter().rev()));
            last.reverse();
            hasher.write(&last);
        }
    }
    hasher.finish()
}

/// How many bytes of each end are looked at.
const END: usize = 16;

/// Whether single spaces are the only white space.
fn is_plain(bytes: &[u8; END]) -> bool {
    bytes.iter().all(|&byte| byte >= b' ') && bytes.windows(2).all(|pair| pair != b"  ")
}

/// The bytes with one space for each stretch of white space.
fn spaced_once<'a>(bytes: impl Iterator<Item = &'a u8>) -> impl Iterator<Item = u8> {
    let mut after_space = false;
    bytes.filter_map(move |&byte| {
        let space = byte.is_ascii_whitespace();
        let kept = !(space && after_space);
        after_space = space;
        kept.then_some(if space { b' ' } else { byte })
    })
}

fn gathered(bytes: impl Iterator<Item = u8>) -> [u8; END] {
    let mut first = [0; END];
    for (slot, byte) in first.iter_mut().zip(bytes) {
        *slot = byte;
    }
    first
}

fn whole(sentence: &str) -> u64 {
    let mut hasher = FxHasher::default();
    words(sentence).for_each(|word| word.hash(&mut hasher));
    hasher.finish()
}
