//! Stable names for claims: the same article gives the same ids on every run and every machine.

use super::model::{Claim, ClaimScope};

/// FNV-1a over 64 bits: fixed for ever, which no hasher of the standard library promises.
struct Fnv(u64);

const PRIME: u64 = 0x0000_0100_0000_01b3;

/// `PRIMES[n]`: what `n` bytes of zero multiply the hash by.
const PRIMES: [u64; 9] = {
    let mut powers = [1_u64; 9];
    let mut power = 1;
    while power < powers.len() {
        powers[power] = powers[power - 1].wrapping_mul(PRIME);
        power += 1;
    }
    powers
};

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Takes in a field; its length keeps "ab"+"c" apart from "a"+"bc".
    fn field(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.byte(byte);
        }
        self.word(bytes.len() as u64);
    }

    fn number(&mut self, number: usize) {
        self.word(number as u64);
        self.word(8);
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(PRIME);
    }

    /// The eight bytes of a word, the lowest first; those above the highest that is not zero, most of them, at once.
    fn word(&mut self, mut word: u64) {
        let mut zeros = PRIMES.len() - 1;
        while word != 0 {
            self.byte(word as u8);
            word >>= 8;
            zeros -= 1;
        }
        self.0 = self.0.wrapping_mul(PRIMES[zeros]);
    }
}

/// The id of a claim: a hash of the article, the place, the class, the participants and the quantity.
pub(crate) fn of(claim: &Claim) -> String {
    let mut hash = Fnv::new();
    hash.field(claim.article.as_bytes());
    hash.number(claim.start);
    hash.number(claim.end);
    hash.field(claim.predicate.class.as_bytes());
    hash.number(claim.predicate.start);
    for (side, participants) in [(0, &claim.actor), (1, &claim.target)] {
        hash.number(side);
        for participant in participants {
            hash.number(participant.start);
            hash.number(participant.end);
            hash.field(participant.country.as_deref().unwrap_or_default().as_bytes());
        }
    }
    if let Some(quantity) = &claim.quantity {
        hash.number(quantity.start);
        hash.number(quantity.end);
    }
    if claim.scope == ClaimScope::Statement {
        hash.field(b"statement");
    }
    format!("{:016x}", hash.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_claimed_makes_the_id() {
        let claim = Claim { article: "a".into(), start: 3, end: 9, ..blank() };
        assert_eq!(of(&claim), of(&claim.clone()));
        assert_ne!(of(&claim), of(&Claim { start: 4, ..claim.clone() }));
        assert_ne!(of(&claim), of(&Claim { article: "b".into(), ..claim.clone() }));
        assert_eq!(of(&claim).len(), 16);
    }

    #[test]
    fn the_hash_is_that_of_all_bytes_one_by_one() {
        for number in [0, 1, 255, 256, 65_536, 3 << 40, u64::MAX] {
            let mut hash = Fnv::new();
            hash.field(b"ab");
            hash.number(number as usize);
            let bytes = b"ab".iter().copied().chain(2_u64.to_le_bytes()).chain(number.to_le_bytes()).chain(8_u64.to_le_bytes());
            let expected = bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
            assert_eq!(hash.0, expected, "{number}");
        }
    }

    fn blank() -> Claim {
        serde_json::from_str(
            r#"{"id":"","article":"","source":"","published":null,"url":null,"sentence":0,"start":0,"end":0,"text":"",
            "predicate":{"text":"","lemma":"","class":"","start":0,"end":0},"polarity":"affirmed","modality":"asserted",
            "actor":[],"target":[],"quantity":null,"time":null,"attribution":null,"confidence":0.5,"repeats":[]}"#,
        )
        .expect("a claim")
    }
}
