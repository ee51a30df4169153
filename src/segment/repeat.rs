//! Sentences that an article holds twice, word for word.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::Sentence;

/// Shorter sentences come twice by accident: "He declined to comment."
const WORDS: usize = 6;
const BYTES: usize = 30;

/// Sets [`Sentence::repeat_of`] to the first sentence with the same words, whatever white space stands between them.
pub(super) fn mark(text: &str, sentences: &mut [Sentence]) {
    let mut first_with: FxHashMap<u64, usize> = FxHashMap::with_capacity_and_hasher(sentences.len(), rustc_hash::FxBuildHasher);
    for index in 0..sentences.len() {
        let words = sentences[index].span.of(text);
        if words.len() < BYTES {
            continue;
        }
        let Some(hash) = hash(words) else { continue };
        let first = *first_with.entry(hash).or_insert(index);
        if first != index && sentences[first].span.of(text).split_ascii_whitespace().eq(words.split_ascii_whitespace()) {
            sentences[index].repeat_of = Some(first);
        }
    }
}

fn hash(words: &str) -> Option<u64> {
    let mut hasher = FxHasher::default();
    let mut count = 0;
    for word in words.split_ascii_whitespace() {
        word.hash(&mut hasher);
        count += 1;
    }
    (count >= WORDS).then(|| hasher.finish())
}
