//! Names of people and organizations, in one notation.

use super::symbol::{Symbol, Symbols};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::person_names::NameWord;
use crate::gazetteer::word_sets::FunctionSet;

/// A person or organization, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Name {
    /// The last word of the name.
    pub(crate) last: Symbol,
    /// What two articles hardly share by chance: the last word of a person's name, the whole name of a body ("Bayview Hospital");
    /// none for a body's word alone ("Police").
    pub(crate) telling: Option<Symbol>,
    /// The whole name, without initials in it; the same as `last` for a name of one word.
    pub(crate) full: Symbol,
    /// Its first two words; the whole of a shorter name.
    pub(crate) given: Symbol,
    /// The initials between its first and its last word, where it has any.
    pub(crate) initials: Option<Symbol>,
    /// "jr", "sr", "iii": a father and his son are told in one story.
    pub(crate) generation: Option<Symbol>,
}

impl Name {
    /// Whether the two can name one: the same name, or one is the other's last word. "Owen T. Pike" and "Owen Pike Jr." are "Owen
    /// Pike", but no "Owen Q. Pike" and no "Owen Pike Sr.".
    pub(crate) fn meets(self, other: Self) -> bool {
        let undenied = |own: Option<Symbol>, others: Option<Symbol>| own == others || own.is_none() || others.is_none();
        let whole = self.full == other.full && undenied(self.initials, other.initials) && undenied(self.generation, other.generation);
        self.last == other.last && (whole || self.full == self.last || other.full == other.last)
    }
}

/// A name in one notation: lower case, without accents of Latin letters, without "the", "Jr." and a nickname in quotation marks; the
/// initials of a middle name stand apart: "Robert P. Hale, Jr." is "robert hale", "p".
pub(crate) fn name_of(name: &str, symbols: &mut Symbols, gazetteers: &Gazetteers) -> Name {
    let folded = fold(name);
    let has_generation =
        name.rsplit(' ').next().is_some_and(|last| gazetteers.titles.person_names.word(last) == Some(NameWord::Generation));
    let whole = folded.strip_prefix("the ").unwrap_or(&folded);
    let parts = without_initials(whole, has_generation, gazetteers);
    let whole = parts.as_ref().map_or(whole, |parts| parts.plain.as_str());
    let last = whole.rsplit(' ').next().unwrap_or(whole);
    let given = whole.match_indices(' ').nth(1).map_or(whole, |(second, _)| &whole[..second]);
    let initials = parts.as_ref().map(|parts| parts.initials.as_str()).filter(|initials| !initials.is_empty());
    let generation = parts.as_ref().and_then(|parts| parts.generation.as_deref());
    let of_body = name.rsplit(' ').next().is_some_and(|word| gazetteers.organizations.word(word).is_some());
    let telling = match (of_body, last == whole) {
        (true, true) => None,
        (true, false) => Some(whole),
        (false, _) => Some(last),
    };
    Name {
        last: symbols.of(last),
        telling: telling.map(|telling| symbols.of(telling)),
        full: symbols.of(whole),
        given: symbols.of(given),
        initials: initials.map(|initials| symbols.of(initials)),
        generation: generation.map(|generation| symbols.of(generation)),
    }
}

/// A name without what is not always written of it.
struct Parts {
    plain: String,
    initials: String,
    generation: Option<String>,
}

/// A name of three words or more without what is not always written of it, and the initials that stood in it.
///
/// Refuses names in which a small word stands ("House of J. Smith"): they are no people's.
fn without_initials(name: &str, has_generation: bool, gazetteers: &Gazetteers) -> Option<Parts> {
    let mut words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    if words.len() < 3 || words.iter().any(|word| gazetteers.word_sets.has(FunctionSet::InNoPersonsName, word)) {
        return None;
    }
    let before = words.len();
    let generation = if has_generation { words.pop().map(|word| word.trim_end_matches('.')) } else { None };
    let last = words.pop()?.trim_end_matches(',');
    let mut initials = String::new();
    let is_initial = |word: &str| {
        let letters = word.chars().filter(|character| character.is_alphabetic()).count();
        letters > 0 && (word.len() == 1 || (word.ends_with('.') && word.chars().filter(|character| *character == '.').count() == letters))
    };
    let is_nickname = |word: &str| word.starts_with(['"', '“', '‘', '\'', '(']);
    let mut kept: Vec<&str> = Vec::with_capacity(words.len() + 1);
    for (place, word) in words.iter().enumerate() {
        if place > 0 && is_initial(word) {
            initials.extend(word.chars().filter(|character| character.is_alphabetic()));
        } else if place == 0 || !is_nickname(word) {
            kept.push(word);
        }
    }
    kept.push(last);
    (kept.len() < before && kept.len() > 1).then(|| Parts { plain: kept.join(" "), initials, generation: generation.map(str::to_owned) })
}

/// Lower case, accents taken off: "Núñez" and "Nunez" are one.
pub(crate) fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd().filter(|character| !unicode_normalization::char::is_combining_mark(*character)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_generations_and_nicknames_make_no_other_person() {
        let gazetteers = Gazetteers::embedded();
        let mut symbols = Symbols::default();
        let mut meet = |a: &str, b: &str| name_of(a, &mut symbols, gazetteers).meets(name_of(b, &mut symbols, gazetteers));
        for (a, b) in [
            ("Robert P. Hale, Jr.", "Robert Hale"),
            ("Ana T. Moraru", "Ana Moraru"),
            ("Laura “Lolo” Vance", "Laura Vance"),
            ("Henry P. Stone III", "Henry Stone"),
            ("Inés Núñez", "Ines Nunez"),
            ("Nunez", "Inés Núñez"),
        ] {
            assert!(meet(a, b) && meet(b, a), "{a} / {b}");
        }
        for (a, b) in [
            ("Owen T. Pike", "Owen Q. Pike"),
            ("Max Hale Jr.", "Max Hale, Sr."),
            ("Ana Moraru", "Ion Moraru"),
            ("House of J. Smith", "House of Smith"),
        ] {
            assert!(!meet(a, b) && !meet(b, a), "{a} / {b}");
        }
    }
}
