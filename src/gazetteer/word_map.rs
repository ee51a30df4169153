//! A table looked up by single words, as nearly every rule does for nearly every word of a text: short words are two numbers, which are
//! hashed and compared where they stand, without a pointer.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHashMap;

/// A word of at most 16 bytes: with its length, the first and the last of its bytes tell it from every other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ShortWord {
    first: u64,
    last: u64,
    length: u8,
}

impl ShortWord {
    #[inline]
    fn of(word: &str) -> Option<Self> {
        let bytes = word.as_bytes();
        let length = bytes.len();
        let (first, last) = if length > 16 {
            return None;
        } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
        } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            (u64::from(u32::from_le_bytes(*first)), u64::from(u32::from_le_bytes(*last)))
        } else if let (Some(first), Some(last)) = (bytes.first(), bytes.last()) {
            (u64::from(*first) | u64::from(bytes[length / 2]) << 8, u64::from(*last))
        } else {
            (0, 0)
        };
        Some(Self { first, last, length: length as u8 })
    }
}

impl Hash for ShortWord {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        /// An odd number without pattern.
        const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
        state.write_u64(self.first ^ (self.last ^ u64::from(self.length) << 56).wrapping_mul(SPREAD).rotate_left(29));
    }
}

/// A map from words.
#[derive(Clone, Debug)]
pub(crate) struct WordMap<T> {
    short: FxHashMap<ShortWord, T>,
    long: FxHashMap<Box<str>, T>,
}

impl<T> Default for WordMap<T> {
    fn default() -> Self {
        Self { short: FxHashMap::default(), long: FxHashMap::default() }
    }
}

impl<T> WordMap<T> {
    /// What the word has.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        match ShortWord::of(word) {
            Some(short) => self.short.get(&short),
            None => self.long.get(word),
        }
    }

    /// Whether the word has anything.
    #[inline]
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Gives the word `value`, whatever it had.
    pub(crate) fn insert(&mut self, word: &str, value: T) {
        match ShortWord::of(word) {
            Some(short) => _ = self.short.insert(short, value),
            None => _ = self.long.insert(word.into(), value),
        }
    }
}

impl<T: Default> WordMap<T> {
    /// What the word has, which is made where it has nothing.
    pub(crate) fn entry(&mut self, word: &str) -> &mut T {
        match ShortWord::of(word) {
            Some(short) => self.short.entry(short).or_default(),
            None => self.long.entry(word.into()).or_default(),
        }
    }
}

impl<'w, T> FromIterator<(&'w str, T)> for WordMap<T> {
    fn from_iter<I: IntoIterator<Item = (&'w str, T)>>(words: I) -> Self {
        let mut map = Self::default();
        for (word, value) in words {
            map.insert(word, value);
        }
        map
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_every_length_are_told_apart() {
        let all = "abcdefghijklmnopqrstuvwxyz";
        let mut words: Vec<String> = (0..20).map(|length| all[..length].to_owned()).collect();
        // One letter is another, at each place.
        for length in 1..20 {
            for place in 0..length {
                let mut word = all[..length].to_owned();
                word.replace_range(place..=place, "\0");
                words.push(word);
            }
        }
        let map: WordMap<usize> = words.iter().enumerate().map(|(index, word)| (word.as_str(), index)).collect();
        for (index, word) in words.iter().enumerate() {
            assert_eq!(map.get(word), Some(&index), "{word:?}");
        }
        for other in ["A", "abd", "abcdefgi", "bcdefgh", "abcdefghijklmnopr", "é", "abc\0\0"] {
            assert!(!map.contains(other), "{other:?}");
        }
    }

    #[test]
    fn values_are_replaced_or_added_to() {
        let mut map = WordMap::default();
        for word in ["of", "the International Court"] {
            map.insert(word, vec![1]);
            map.insert(word, vec![2]);
            map.entry(word).push(3);
            assert_eq!(map.get(word), Some(&vec![2, 3]));
        }
    }
}
