//! Towns and regions: whose an article names, where it names no country.

use rustc_hash::FxHashMap;

use super::neighbour;
use crate::gazetteer::Gazetteers;

/// Adds how often `text` names towns and regions of each country; a name begins with a capital, the longest counts.
///
/// A name that is a country's too is that country's: "Georgia".
pub(crate) fn count(text: &str, gazetteers: &Gazetteers, counts: &mut FxHashMap<&'static str, u32>) {
    let country_of = |name: &str| gazetteers.places.get(name).filter(|place| !place.weak).map(|place| place.country);
    let mut taken = 0;
    for (at, _) in text.char_indices().filter(|(_, character)| character.is_uppercase()) {
        if at >= taken
            && !text[..at].ends_with(char::is_alphanumeric)
            && let Some((found, country)) = neighbour::phrase_where(text, at, 3, country_of)
        {
            if gazetteers.countries.by_name(found.of(text)).is_none() {
                *counts.entry(country).or_default() += 1;
            }
            taken = found.end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_and_regions_speak_for_their_country() {
        let mut counts = FxHashMap::default();
        count("From Ohio to West Virginia, and from Pune to Georgia.", Gazetteers::embedded(), &mut counts);
        assert_eq!((counts.get("US"), counts.get("IN"), counts.len()), (Some(&2), Some(&1), 2));
    }
}
