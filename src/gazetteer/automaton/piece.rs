//! Pieces of a text: runs of letters, runs of digits, single other characters; the steps of the automaton.

use crate::article::letters_of_eight;

/// What a piece is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Letter,
    Digit,
    Other,
}

impl Class {
    pub(super) fn of(character: char) -> Self {
        if character.is_alphabetic() {
            Self::Letter
        } else if character.is_numeric() {
            Self::Digit
        } else {
            Self::Other
        }
    }
}

/// The class of each byte that is a character by itself.
const CLASS_OF_ASCII: [Option<Class>; 256] = {
    let mut classes = [None; 256];
    let mut byte = 0;
    while byte < 0x80 {
        let character = byte as u8;
        classes[byte] = Some(if character.is_ascii_alphabetic() {
            Class::Letter
        } else if character.is_ascii_digit() {
            Class::Digit
        } else {
            Class::Other
        });
        byte += 1;
    }
    classes
};

pub(super) fn mix(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(5) ^ word).wrapping_mul(SPREAD)
}

/// A run of letters, a run of digits, or one other character.
pub(super) struct Piece {
    pub(super) end: usize,
    pub(super) class: Class,
    /// A hash of its bytes, ASCII letters in lower case.
    pub(super) hash: u64,
}

/// The bit in which small letters differ from capitals, for eight letters.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// An odd number without pattern, which spreads what it is multiplied with.
pub(super) const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Piece {
    /// The piece that begins at `start`, which lies before the end of the text and between characters.
    #[inline]
    pub(super) fn at(text: &str, start: usize) -> Self {
        // Most words are short: read at once, where the text goes on for so long.
        if let Some(eight) = text.as_bytes()[start..].first_chunk() {
            let eight = u64::from_le_bytes(*eight);
            let length = letters_of_eight(eight);
            // A letter beyond ASCII may follow.
            if (1..8).contains(&length) && eight >> (8 * length) & 0x80 == 0 {
                let word = (eight | SMALL) & (u64::MAX >> (u64::BITS as usize - 8 * length));
                return Self { end: start + length, class: Class::Letter, hash: mix(Class::Letter as u64, word) ^ length as u64 };
            }
        }
        Self::at_any(text, start)
    }

    /// As [`at`](Self::at), for every piece.
    #[inline(never)]
    fn at_any(text: &str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let class = CLASS_OF_ASCII[usize::from(bytes[start])];
        let Some(class) = class else { return Self::beyond_ascii(text, start) };
        let mut hash = class as u64;
        let mut end = start;
        if class == Class::Letter {
            while let Some(eight) = bytes[end..].first_chunk() {
                let eight = u64::from_le_bytes(*eight);
                // The last of a word's letters are taken one by one, also where they are eight.
                if letters_of_eight(eight) < 8 || !bytes.get(end + 8).is_some_and(u8::is_ascii_alphabetic) {
                    break;
                }
                hash = mix(hash, eight | SMALL);
                end += 8;
            }
        }
        // Setting the bit leaves digits as they are and makes letters small; other characters are taken as they are.
        let mut word = u64::from(bytes[end]);
        end += 1;
        if class != Class::Other {
            word |= 0x20;
            while let Some(&byte) = bytes.get(end) {
                let following = CLASS_OF_ASCII[usize::from(byte)];
                if following != Some(class) {
                    if following.is_none() {
                        return Self::beyond_ascii(text, start);
                    }
                    break;
                }
                if (end - start).is_multiple_of(8) {
                    hash = mix(hash, word);
                    word = 0;
                }
                word |= u64::from(byte | 0x20) << (8 * ((end - start) % 8));
                end += 1;
            }
        }
        Self { end, class, hash: mix(hash, word) ^ (end - start) as u64 }
    }

    /// As [`at`](Self::at), for a run with letters or other characters that are not ASCII.
    #[cold]
    fn beyond_ascii(text: &str, start: usize) -> Self {
        let mut characters = text[start..].chars();
        let class = characters.next().map_or(Class::Other, Class::of);
        let rest = characters.as_str();
        let end = match class {
            Class::Other => text.len() - rest.len(),
            _ => rest.find(|character| Class::of(character) != class).map_or(text.len(), |length| text.len() - rest.len() + length),
        };
        let fold = |byte: u8| if class != Class::Other && byte.is_ascii() { byte | 0x20 } else { byte };
        let mut hash = class as u64;
        for chunk in text.as_bytes()[start..end].chunks(8) {
            hash = mix(hash, chunk.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(fold(byte))));
        }
        Self { end, class, hash: hash ^ (end - start) as u64 }
    }

    /// The key of the step by this piece out of `state`.
    #[inline]
    pub(super) fn key_from(&self, state: u32) -> u64 {
        let key = (self.hash ^ u64::from(state) << 32).wrapping_mul(SPREAD);
        (key ^ key >> 29).wrapping_mul(SPREAD)
    }
}
