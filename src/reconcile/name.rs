//! Names of people and organizations, in one notation.

use super::symbol::{Symbol, Symbols};

/// A person or organization, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Name {
    /// The last word of the name.
    pub(crate) last: Symbol,
    /// The whole name, without initials in it; the same as `last` for a name of one word.
    pub(crate) full: Symbol,
    /// Its first two words; the whole of a shorter name.
    pub(crate) given: Symbol,
    /// The initials between its first and its last word, where it has any.
    pub(crate) initials: Option<Symbol>,
}

impl Name {
    /// Whether the two can name one: the same name, or one is the other's last word. "John T. Adams" is "John Adams", but no "John Q. Adams".
    pub(crate) fn meets(self, other: Self) -> bool {
        let whole = self.full == other.full && (self.initials == other.initials || self.initials.is_none() || other.initials.is_none());
        self.last == other.last && (whole || self.full == self.last || other.full == other.last)
    }
}

/// A name in one notation: lower case, without accents of Latin letters, without "the", "Jr." and a nickname in quotation marks; the
/// initials of a middle name stand apart: "Robert P. Young, Jr." is "robert young", "p".
pub(crate) fn name_of(name: &str, symbols: &mut Symbols) -> Name {
    let folded = fold(name);
    let whole = folded.strip_prefix("the ").unwrap_or(&folded);
    let (plain, initials) = without_initials(whole).map_or((None, None), |(plain, initials)| (Some(plain), initials));
    let whole = plain.as_deref().unwrap_or(whole);
    let last = whole.rsplit(' ').next().unwrap_or(whole);
    let given = whole.match_indices(' ').nth(1).map_or(whole, |(second, _)| &whole[..second]);
    let initials = initials.filter(|initials| !initials.is_empty()).map(|initials| symbols.of(&initials));
    Name { last: symbols.of(last), full: symbols.of(whole), given: symbols.of(given), initials }
}

/// What stands after a name and tells a son from his father, sorted.
const GENERATIONS: [&str; 7] = ["ii", "iii", "iv", "jr", "jr.", "sr", "sr."];

/// A name of three words or more without what is not always written of it, and the initials that stood in it.
///
/// Refuses names in which a small word stands ("House of J. Smith"): they are no people's.
fn without_initials(name: &str) -> Option<(String, Option<String>)> {
    let mut words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    if words.len() < 3 || words.iter().any(|word| matches!(*word, "of" | "for" | "and" | "the" | "in" | "on")) {
        return None;
    }
    let before = words.len();
    if words.last().is_some_and(|word| GENERATIONS.binary_search(word).is_ok()) {
        words.pop();
    }
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
    (kept.len() < before && kept.len() > 1).then(|| (kept.join(" "), Some(initials)))
}

/// Lower case, accents taken off: "Zúñiga" and "Zuniga" are one.
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
        let mut symbols = Symbols::default();
        let mut meet = |a: &str, b: &str| name_of(a, &mut symbols).meets(name_of(b, &mut symbols));
        for (a, b) in [
            ("Robert P. Hale, Jr.", "Robert Hale"),
            ("Ana T. Moraru", "Ana Moraru"),
            ("Laura “Lolo” Vance", "Laura Vance"),
            ("Henry P. Stone III", "Henry Stone"),
            ("José Zúñiga", "Jose Zuniga"),
            ("Zuniga", "José Zúñiga"),
        ] {
            assert!(meet(a, b) && meet(b, a), "{a} / {b}");
        }
        for (a, b) in [("John T. Adams", "John Q. Adams"), ("Ana Moraru", "Ion Moraru"), ("House of J. Smith", "House of Smith")] {
            assert!(!meet(a, b) && !meet(b, a), "{a} / {b}");
        }
    }

    #[test]
    fn the_word_lists_are_sorted() {
        assert!(GENERATIONS.is_sorted());
    }
}
