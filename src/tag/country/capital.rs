//! Capitals and seats that stand for a government: only where they act, speak or are dealt with.
//!
//! "Washington said", "talks with Tehran", "Beijing's response", "relations between Moscow and Kyiv", "the Kremlin denied".
//! Never a place: "in Washington", "WASHINGTON (AP)", "flights to Moscow", "at the White House".

use super::beside::{self, After, Joint, Word};
use crate::article::Span;
use crate::gazetteer::countries::Countries;
use crate::gazetteer::countries::neighbours::Class;

/// How many auxiliaries and adverbs may stand between a capital and its verb: "has so far also refused".
const LONGEST_AUXILIARY: usize = 4;

/// A capital or seat in its place.
pub(super) struct Capital<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    pub(super) seat: bool,
    pub(super) countries: &'a Countries,
    /// Where a country or another capital stands before and after it, joined by "and".
    pub(super) paired_before: Option<usize>,
    pub(super) paired_after: bool,
}

impl<'a> Capital<'a> {
    /// Whether it stands for the government here.
    pub(super) fn is_government(&self) -> bool {
        let after = beside::after(self.text, self.span.end);
        let before = self.before_article();
        if self.is_another_name(before, &after) {
            return false;
        }
        self.acts(before, &after)
            || self.has_a_stance(&after)
            || self.is_between()
            || self.is_dealt_with(before)
            || self.is_done_to(before, &after)
            || self.takes_sides(before, &after)
            || (self.seat && self.is_spoken_for(before, &after))
    }

    /// The word before it; before a seat's article: "that" of "that the Kremlin".
    fn before_article(&self) -> Option<Word<'a>> {
        let word = beside::before(self.text, self.span.start)?;
        if self.seat && (word.text.eq_ignore_ascii_case("the") || word.text.eq_ignore_ascii_case("a")) && word.joint == Joint::Space {
            return beside::before(self.text, word.span.start);
        }
        Some(word)
    }

    /// "George Washington", "Paris Hilton", "Washington Post", "Moscow, Idaho".
    fn is_another_name(&self, before: Option<Word<'_>>, after: &After<'_>) -> bool {
        let named = before.is_some_and(|word| {
            word.joint == Joint::Space
                && (self.countries.is_first_name(word.text)
                    || self.countries.classes(word.text).has(Class::Person)
                    || self.countries.classes(word.text).has(Class::Before)
                    || word.text.len() == 2 && word.text.ends_with('.'))
        });
        let continued = after.word.is_some_and(|word| word.is_capitalised() && word.joint != Joint::Hyphen && !after.genitive);
        named || (continued && !self.seat)
    }

    /// "a Kremlin spokesman", "the White House chief of staff", "released by the White House". Not "inside a Capitol Hill flat".
    fn is_spoken_for(&self, before: Option<Word<'_>>, after: &After<'_>) -> bool {
        let by = before.is_some_and(|word| word.joint == Joint::Space && word.text == "by");
        let staff = after.word.is_some_and(|word| word.joint == Joint::Space && self.countries.classes(word.bare()).has(Class::Staff));
        let inside = before.is_some_and(|word| word.joint == Joint::Space && self.countries.classes(word.text).has(Class::Inside));
        by || (staff && !inside)
    }

    /// "Washington rejected", "that Moscow has also denied". Not "officials in Washington said", "Paris is a city".
    fn acts(&self, before: Option<Word<'_>>, after: &After<'_>) -> bool {
        if after.genitive {
            return false;
        }
        let begins = before.is_none_or(|word| {
            let classes = self.countries.classes(word.text);
            word.joint == Joint::Comma || classes.has(Class::Joining) || classes.has(Class::Acts)
        });
        let Some(mut verb) = after.word.filter(|word| begins && word.joint == Joint::Space) else { return false };
        let mut auxiliary = false;
        for _ in 0..LONGEST_AUXILIARY {
            let classes = self.countries.classes(verb.bare());
            if classes.has(Class::Acts) || (auxiliary && (classes.has(Class::ActsForm) || classes.has(Class::Object))) {
                return true;
            }
            if !classes.has(Class::ActsAuxiliary) {
                return false;
            }
            auxiliary = true;
            match beside::next(self.text, &verb) {
                Some(next) => verb = next,
                None => return false,
            }
        }
        false
    }

    /// "Beijing's response", "Tehran's disputed nuclear programme". Not "London's theatres".
    fn has_a_stance(&self, after: &After<'_>) -> bool {
        let Some(first) = after.word.filter(|word| after.genitive && word.joint == Joint::Space) else { return false };
        let stance = |word: &Word<'_>| self.countries.classes(word.bare()).has(Class::Stance);
        stance(&first) || beside::next(self.text, &first).is_some_and(|second| stance(&second))
    }

    /// "relations between Moscow and Kyiv", "talks between Pakistan and Kabul". Not "flights between Paris and London".
    fn is_between(&self) -> bool {
        let start = self.paired_before.unwrap_or(self.span.start);
        if self.paired_before.is_none() && !self.paired_after {
            return false;
        }
        let Some(between) = beside::before(self.text, start).filter(|word| word.text == "between") else { return false };
        self.deals(between.span.start)
    }

    /// "talks with Tehran", "sanctions on Moscow", "ties to Beijing". Not "a flight to Moscow".
    fn is_dealt_with(&self, before: Option<Word<'_>>) -> bool {
        let preposition =
            before.filter(|word| word.joint == Joint::Space && self.countries.classes(word.text).has(Class::DealingPreposition));
        preposition.is_some_and(|word| self.deals(word.span.start))
    }

    /// Whether a noun of dealing ends just before `offset`, or one word earlier.
    fn deals(&self, offset: usize) -> bool {
        let Some(noun) = beside::before(self.text, offset).filter(|word| word.joint == Joint::Space) else { return false };
        self.countries.classes(&noun.text.to_ascii_lowercase()).has(Class::Dealing)
    }

    /// "accused Tehran of", "urged Beijing to". Not "told London's Times".
    fn is_done_to(&self, before: Option<Word<'_>>, after: &After<'_>) -> bool {
        !after.genitive
            && after.word.is_none_or(|word| word.joint != Joint::Hyphen)
            && before.is_some_and(|word| word.joint == Joint::Space && self.countries.classes(word.text).has(Class::Object))
    }

    /// "Moscow-backed", "pro-Moscow". Not "Moscow-based".
    fn takes_sides(&self, before: Option<Word<'_>>, after: &After<'_>) -> bool {
        let joined = |word: Option<Word<'_>>, class| {
            word.is_some_and(|word| word.joint == Joint::Hyphen && self.countries.classes(&word.text.to_ascii_lowercase()).has(class))
        };
        joined(after.word, Class::Sided) || joined(before, Class::Side)
    }
}
