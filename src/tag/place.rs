//! Towns and regions: whose an article names, where it names no country.

use rustc_hash::FxHashMap;

use super::neighbour;
use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::places::{Place, PlaceKind};
use crate::gazetteer::word_sets::FunctionSet;

/// A town or region where a text names it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    /// Where.
    pub(crate) span: Span,
    /// Its country's ISO code.
    pub(crate) country: &'static str,
    kind: PlaceKind,
    /// Whether it may as well be a person's first name, no preposition before it: "Brittany", not "in Brittany".
    pub(crate) person: bool,
}

impl Named {
    /// Whether it is a state or province of the table, which no town elsewhere shares its name with.
    pub(crate) fn is_region(&self) -> bool {
        self.kind == PlaceKind::Region
    }
}

/// Adds how often `text` names towns and regions of each country.
pub(crate) fn count(text: &str, gazetteers: &Gazetteers, counts: &mut FxHashMap<&'static str, u32>) {
    named(text, gazetteers, |place| *counts.entry(place.country).or_default() += 1);
}

/// Calls `found` for each town and region that `text` names; a name begins with a capital, the longest counts.
///
/// A name that is a country's too is that country's: "Georgia".
pub(crate) fn named(text: &str, gazetteers: &Gazetteers, mut found: impl FnMut(Named)) {
    let place_of = |name: &str| gazetteers.places.get(name).filter(|place| !place.weak);
    let mut taken = 0;
    for (at, _) in text.char_indices().filter(|(_, character)| character.is_uppercase()) {
        if at >= taken
            && !text[..at].ends_with(char::is_alphanumeric)
            && let Some((span, Place { country, kind, .. })) = neighbour::phrase_where(text, at, 3, place_of)
        {
            let name = span.of(text);
            let after_preposition = || {
                let before = neighbour::word_before(text, at).map_or("", |word| word.of(text));
                [FunctionSet::Locative, FunctionSet::Home].iter().any(|&set| gazetteers.word_sets.has(set, before))
            };
            let person = kind != PlaceKind::Region && gazetteers.titles.person_names.is_first_name(name) && !after_preposition();
            if gazetteers.countries.by_name(name).is_none() {
                found(Named { span, country, kind, person });
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
