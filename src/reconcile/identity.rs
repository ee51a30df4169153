//! Identities: short hashes that are the same on every run and every machine.

/// A 64-bit FNV-1a hash of a kind and its parts, as sixteen hexadecimal digits.
///
/// FNV-1a by Fowler, Noll and Vo, in the public domain: small, and the same everywhere.
pub(crate) fn of(kind: &str, parts: &[String]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut mix = |bytes: &[u8]| {
        for &byte in bytes {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        hash = (hash ^ 0xff).wrapping_mul(0x0100_0000_01b3);
    };
    mix(kind.as_bytes());
    for part in parts {
        mix(part.as_bytes());
    }
    format!("{hash:016x}")
}
