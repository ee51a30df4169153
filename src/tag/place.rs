//! Cities and regions: whose an article names, where it names no country.

use rustc_hash::FxHashMap;

use super::neighbour;
use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::word_sets::FunctionSet;

/// A city or region where a text names it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'a> {
    /// Where.
    pub(crate) span: Span,
    /// Its country's ISO code.
    pub(crate) country: &'a str,
    /// Whether it is a state or province of the table, which no town elsewhere shares its name with.
    pub(crate) region: bool,
    /// Whether it may as well be a person's first name, no preposition before it: "Brittany", not "in Brittany".
    pub(crate) person: bool,
}

/// Adds how often `text` names cities and regions of each country.
pub(crate) fn count<'a>(text: &str, gazetteers: &'a Gazetteers, counts: &mut FxHashMap<&'a str, u32>) {
    named(text, gazetteers, |place| *counts.entry(place.country).or_default() += 1);
}

/// Calls `found` for each city and region that `text` names; a name begins with a capital, the longest counts.
///
/// A name that is a country's too is that country's: "Georgia".
pub(crate) fn named<'a>(text: &str, gazetteers: &'a Gazetteers, mut found: impl FnMut(Named<'a>)) {
    let country_of = |name: &str| {
        let city = || gazetteers.currencies.country_of_place(name).map(|country| (country, false));
        gazetteers.countries.country_of_region(name).map(|country| (country, true)).or_else(city)
    };
    let mut taken = 0;
    for (at, _) in text.char_indices().filter(|(_, character)| character.is_uppercase()) {
        if at >= taken
            && !text[..at].ends_with(char::is_alphanumeric)
            && let Some((span, (country, region))) = neighbour::phrase_where(text, at, 3, country_of)
        {
            let name = span.of(text);
            let after_preposition = || {
                let before = neighbour::word_before(text, at).map_or("", |word| word.of(text));
                [FunctionSet::Locative, FunctionSet::Home].iter().any(|&set| gazetteers.word_sets.has(set, before))
            };
            let person = !region && gazetteers.titles.person_names.is_first_name(name) && !after_preposition();
            if gazetteers.countries.by_name(name).is_none() {
                found(Named { span, country, region, person });
            }
            taken = span.end;
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

    #[test]
    fn a_first_name_is_a_place_after_a_preposition() {
        for (text, expected) in [("Brittany left in June.", vec![true]), ("They live in Brittany.", vec![false]), ("No town.", vec![])] {
            let mut persons = Vec::new();
            named(text, Gazetteers::embedded(), |place| persons.push(place.person));
            assert_eq!(persons, expected, "{text}");
        }
    }
}
