//! Origins: whom a claim comes from. Five outlets that cite one newspaper are one origin.

use rustc_hash::FxHashMap;

use crate::claim::model::{Claim, SpeakerKind};

/// The origin of each claim, by its index: the outlet or document cited for it, else the outlet that its article credits,
/// else the publisher that first printed the same words, else its own publisher.
pub fn origins(claims: &[&Claim]) -> Vec<String> {
    let mut first_printed: FxHashMap<String, &Claim> = FxHashMap::default();
    for claim in claims {
        let Some(words) = long_passage(&claim.text) else { continue };
        first_printed
            .entry(words)
            .and_modify(|first| {
                if (claim.published, &claim.source, &claim.article) < (first.published, &first.source, &first.article) {
                    *first = claim;
                }
            })
            .or_insert(claim);
    }
    claims
        .iter()
        .map(|claim| {
            let first = long_passage(&claim.text).and_then(|words| first_printed.get(&words).copied()).unwrap_or(claim);
            cited(claim).or_else(|| cited(first)).unwrap_or(&first.source).to_owned()
        })
        .collect()
}

/// The outlet that the claim's own attribution names, else the one that its article credits.
fn cited(claim: &Claim) -> Option<&str> {
    let attribution = claim.attribution.as_ref();
    let outlet = attribution.and_then(|attribution| {
        attribution.chain.first().or_else(|| (attribution.kind == SpeakerKind::Outlet).then_some(&attribution.speaker))
    });
    outlet.or_else(|| claim.credits.first()).map(String::as_str)
}

/// The words of a passage long enough that nobody prints them twice by accident, in one notation.
fn long_passage(text: &str) -> Option<String> {
    let words: Vec<String> =
        text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    (words.len() >= 8).then(|| words.join(" "))
}
