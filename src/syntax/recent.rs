//! What was worked out for words lately, for the next time they come: most words of a text are among a few thousand.

/// Longest word that is kept, in bytes.
const LONGEST: usize = 16;

/// Places for words; a word takes the place of another with the same hash.
const PLACES: usize = 1 << 13;

/// A short word, with a number that says what was asked of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Key {
    letters: [u64; 2],
    /// The length in the lower half; 0 is no word.
    rest: u16,
}

impl Key {
    /// The key of the word that stands at `start..end` in `text`; none where it is empty or too long.
    #[inline]
    pub(crate) fn of(text: &str, start: usize, end: usize, asked: u8) -> Option<Self> {
        let length = end - start;
        if length == 0 || length > LONGEST {
            return None;
        }
        let following = &text.as_bytes()[start..];
        // Sixteen bytes are read at once where the text is long enough, and those of the next words cut off.
        let letters = match following.first_chunk() {
            Some(bytes) => u128::from_le_bytes(*bytes) & (u128::MAX >> (8 * (LONGEST - length))),
            None => following[..length].iter().rev().fold(0, |letters, &byte| letters << 8 | u128::from(byte)),
        };
        Some(Self { letters: [letters as u64, (letters >> 64) as u64], rest: length as u16 | u16::from(asked) << 8 })
    }

    fn place(self) -> usize {
        const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
        let [low, high] = self.letters;
        let hash = (low ^ u64::from(self.rest) << 48).wrapping_mul(SPREAD) ^ high.wrapping_mul(SPREAD.rotate_left(32));
        (hash ^ hash >> 32).wrapping_mul(SPREAD) as usize >> (usize::BITS - PLACES.ilog2())
    }
}

/// A word with its answer, without a gap between the two.
#[derive(Clone, Copy, Default)]
struct Known<T> {
    letters: [u64; 2],
    rest: u16,
    answer: T,
}

/// The answers for words seen lately.
#[derive(Default)]
pub(crate) struct Recent<T> {
    /// Empty before the first word.
    known: Vec<Known<T>>,
}

impl<T: Copy + Default> Recent<T> {
    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.known.clear();
    }

    /// The answer for the word of `key`, worked out by `answer` where it is not known; the same word must always have the same one.
    #[inline]
    pub(crate) fn get_or(&mut self, key: Key, answer: impl FnOnce() -> T) -> &T {
        if self.known.is_empty() {
            self.known.resize(PLACES, Known::default());
        }
        let known = &mut self.known[key.place()];
        if known.letters != key.letters || known.rest != key.rest {
            *known = Known { letters: key.letters, rest: key.rest, answer: answer() };
        }
        &known.answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_its_own_answer() {
        let text = "a aa aaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaa b";
        let key = |start, end| Key::of(text, start, end, 0);
        assert_eq!((key(0, 0), key(22, 39)), (None, None));
        // Read with the words that follow, and at the end of the text.
        assert_eq!(key(0, 1), key(2, 3));
        assert_eq!(key(0, 1), key(38, 39));
        assert_ne!(key(0, 1), key(2, 4));
        assert_ne!(key(0, 1), Key::of(text, 0, 1, 1));
        let mut recent = Recent::default();
        for _ in 0..2 {
            for (start, end) in [(0, 1), (2, 4), (5, 21), (40, 41)] {
                let key = key(start, end).expect("a short word");
                assert_eq!(*recent.get_or(key, || end - start), end - start);
            }
        }
    }
}
