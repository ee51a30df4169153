//! Symbols: small numbers for strings that come again and again, so that a million claims fit and compare fast.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

/// A string, by its number in [`Symbols`]. The number depends on what was seen before; only equality means anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Symbol(u32);

/// Values in order, each once, so that two lists of them are compared by looks.
pub(crate) fn sorted<T: Ord>(mut values: Vec<T>) -> Box<[T]> {
    values.sort_unstable();
    values.dedup();
    values.into()
}

/// The strings behind the symbols.
#[derive(Debug, Default)]
pub(crate) struct Symbols {
    numbers: FxHashMap<Box<str>, Symbol>,
    strings: Vec<Box<str>>,
    hashes: Vec<u64>,
}

impl Symbols {
    /// The symbol of a string.
    pub(crate) fn of(&mut self, string: &str) -> Symbol {
        if let Some(symbol) = self.numbers.get(string) {
            return *symbol;
        }
        let symbol = Symbol(self.strings.len() as u32);
        self.strings.push(string.into());
        self.hashes.push(FxBuildHasher.hash_one(string));
        self.numbers.insert(string.into(), symbol);
        symbol
    }

    /// The string of a symbol.
    pub(crate) fn string(&self, symbol: Symbol) -> &str {
        &self.strings[symbol.0 as usize]
    }

    /// A hash of the symbol's string, the same on every run.
    pub(crate) fn hash(&self, symbol: Symbol) -> u64 {
        self.hashes[symbol.0 as usize]
    }
}

/// A hash of a word that is the same on every run: good enough where a rare collision only makes two texts a little more alike.
pub(crate) fn word_hash(word: &str) -> u32 {
    let hash = FxBuildHasher.hash_one(word);
    (hash ^ (hash >> 32)) as u32
}
