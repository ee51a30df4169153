//! Stable names for claims: the same article gives the same ids on every run and every machine.

use super::model::{Claim, ClaimScope};

/// FNV-1a over 64 bits: fixed for ever, which no hasher of the standard library promises.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Takes in a field; its length keeps "ab"+"c" apart from "a"+"bc".
    fn field(&mut self, bytes: &[u8]) {
        for &byte in bytes.iter().chain(&(bytes.len() as u64).to_le_bytes()) {
            self.0 ^= u64::from(byte);
            self.0 = self.0.wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn number(&mut self, number: usize) {
        self.field(&(number as u64).to_le_bytes());
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

    fn blank() -> Claim {
        serde_json::from_str(
            r#"{"id":"","article":"","source":"","published":null,"url":null,"sentence":0,"start":0,"end":0,"text":"",
            "predicate":{"text":"","lemma":"","class":"","start":0,"end":0},"polarity":"affirmed","modality":"asserted",
            "actor":[],"target":[],"quantity":null,"time":null,"attribution":null,"confidence":0.5,"repeats":[]}"#,
        )
        .expect("a claim")
    }
}
