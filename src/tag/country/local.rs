//! What the words beside a country's name make of it.
//!
//! Each rule is one function with an example; the words stand in `countries_neighbours.tsv`.

use super::beside::{self, After, Joint, Word};
use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::countries::neighbours::{Class, Classes};
use crate::gazetteer::countries::{Countries, CountryName, Form};
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet, WordSets};

/// What the words beside a name make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A country, or whatever else the name can mean.
    Open,
    /// This country, whatever the article is about: in a list of countries.
    Country,
    /// Part of another name, or no name at all.
    Out,
    /// A town's or county's name, so likely everywhere in the article.
    Town,
    /// A state's or province's name.
    State,
    /// A person's name, so likely everywhere in the article.
    Person,
}

/// A country's name in its place.
pub(super) struct Site<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    pub(super) name: &'a CountryName,
    pub(super) countries: &'a Countries,
    pub(super) sets: &'a WordSets,
    /// The sentence it stands in.
    pub(super) sentence: Span,
    pub(super) before: Option<Word<'a>>,
    pub(super) after: After<'a>,
}

impl<'a> Site<'a> {
    pub(super) fn new(text: &'a str, span: Span, sentence: Span, name: &'a CountryName, gazetteers: &'a Gazetteers) -> Self {
        let (countries, sets) = (&gazetteers.countries, &gazetteers.word_sets);
        Self { text, span, name, countries, sets, sentence, before: beside::before(text, span.start), after: beside::after(text, span.end) }
    }

    /// The verdict of the first rule that has one.
    pub(super) fn verdict(&self) -> Verdict {
        if self.is_part_of_an_address() || self.follows_a_joined_part() || self.is_after_a_name_part() || self.is_joined_to_a_name() {
            return Verdict::Out;
        }
        if let Some(verdict) = self.after_of() {
            return verdict;
        }
        if self.name.form == Form::Abbreviation && (self.is_a_sign_or_road() || self.is_the_pronoun_in_capitals()) {
            return Verdict::Out;
        }
        if self.is_a_surname() {
            return Verdict::Person;
        }
        if self.name.form == Form::Demonym && (self.is_a_language() || self.is_a_people_within() || self.owns_as_a_name()) {
            return Verdict::Out;
        }
        self.before_capitals().unwrap_or(Verdict::Open)
    }

    /// Whether the word before is one of place: "in Georgia".
    pub(super) fn is_after_a_locative(&self) -> bool {
        self.before.is_some_and(|word| word.joint == Joint::Space && self.countries.classes(word.text).has(Class::Locative))
    }

    /// Part of an address of the net or a handle: "@USA", "usa.gov", "www.Russia.com".
    fn is_part_of_an_address(&self) -> bool {
        let head = &self.text.as_bytes()[..self.span.start];
        if matches!(head.last(), Some(b'@' | b'_' | b'$')) {
            return true;
        }
        let tail = &self.text.as_bytes()[self.span.end..];
        match tail.first() {
            Some(b'@' | b'_') => true,
            Some(b'.') => tail.get(1).is_some_and(u8::is_ascii_lowercase),
            _ => false,
        }
    }

    /// "Mid-America Council", "Afro-American": the part before the hyphen takes the country out. "pro-Russian" stays.
    fn follows_a_joined_part(&self) -> bool {
        self.before.is_some_and(|word| {
            word.joint == Joint::Hyphen
                && (self.countries.classes(word.text).has(Class::Before)
                    || (self.name.form == Form::Name && self.countries.is_first_name(word.text)))
        })
    }

    /// "Air Canada", "Lake Chad", "Stade de France": the word before takes the country out.
    fn is_after_a_name_part(&self) -> bool {
        self.before.is_some_and(|word| word.joint == Joint::Space && self.countries.classes(word.text).has(Class::Before))
    }

    /// "Jordan-Hare Stadium", "Georgia-Pacific": a name that is a person's too, joined to a capital.
    fn is_joined_to_a_name(&self) -> bool {
        let Some(word) = self.after.word.filter(|word| word.joint == Joint::Hyphen) else { return false };
        self.name.is_first_name() && word.is_capitalised() && self.countries.name_entry(word.text).is_none()
    }

    /// "University of Jordan", "Peanut Corporation of America"; "the city of Lebanon". Not "the president of Jordan".
    fn after_of(&self) -> Option<Verdict> {
        let mut of = self.before.filter(|word| word.joint == Joint::Space)?;
        if of.text.eq_ignore_ascii_case("the") {
            of = beside::before(self.text, of.span.start).filter(|word| word.joint == Joint::Space)?;
        } else if self.name.form == Form::Demonym {
            return None;
        }
        if !matches!(of.text, "of" | "Of" | "OF") {
            return None;
        }
        let head = beside::before(self.text, of.span.start).filter(|word| word.joint == Joint::Space)?;
        let classes = self.countries.classes(head.text);
        if classes.has(Class::TownOf) && self.name.form == Form::Name {
            return Some(Verdict::Town);
        }
        if classes.has(Class::Of) && head.is_capitalised() && self.name.form != Form::Demonym {
            return Some(Verdict::Out);
        }
        None
    }

    /// "US$5", "$US 5" (money), "US-24", "U.S. 41", "U.S. 17-92" (roads).
    fn is_a_sign_or_road(&self) -> bool {
        let tail = self.text[self.span.end..].trim_start_matches(' ');
        if tail.starts_with(['$', '€', '£', '¢']) {
            return true;
        }
        let Some(word) = self.after.word.filter(|word| word.joint != Joint::Comma && !self.after.genitive) else { return false };
        let digits = word.bare();
        let rest = &self.text[word.span.end..];
        // "U.S. 17-92" is two roads in one, "a US 10-year bond" and "beat the US 5-0" are none.
        let tied =
            rest.strip_prefix('-').is_some_and(|rest| digits.len() < 2 || !rest.starts_with(|character: char| character.is_ascii_digit()));
        !digits.is_empty()
            && digits.len() <= 3
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && !tied
            && !rest.starts_with('%')
            && !rest.starts_with(" percent")
    }

    /// "CONTACT US", "GIVE US PEACE": a word in capitals among others that is no country. "US PRESIDENT", "THE US" stay.
    fn is_the_pronoun_in_capitals(&self) -> bool {
        let is_us = self.span.of(self.text) == "US";
        is_us
            && self
                .before
                .is_some_and(|word| word.joint == Joint::Space && word.is_in_capitals() && !self.sets.has(FunctionSet::BesideUs, word.text))
            && self.after.word.is_none_or(|word| !word.is_capitalised() || word.is_in_capitals())
    }

    /// "Tom Holland", "Michael J. Jordan", "Sgt. Jordan", "Dawn French".
    fn is_a_surname(&self) -> bool {
        let Some(word) = self.before.filter(|word| word.joint == Joint::Space) else { return false };
        if self.name.form == Form::Abbreviation || self.is_in_capitals_alone(&word) {
            return false;
        }
        let compound = self.text[..word.span.start].ends_with('-');
        if self.countries.is_first_name(word.text) && !compound {
            return !self.countries.classes(word.text).has(Class::Word);
        }
        let initial = word.text.len() == 2 && word.text.ends_with('.') && word.is_capitalised();
        if initial {
            return beside::before(self.text, word.span.start)
                .is_some_and(|first| first.joint == Joint::Space && self.countries.is_first_name(first.text));
        }
        self.name.is_first_name() && word.is_capitalised() && self.countries.classes(word.text).has(Class::Person)
    }

    fn is_in_capitals_alone(&self, word: &Word<'_>) -> bool {
        word.is_in_capitals() != (self.span.len() > 2 && !self.span.of(self.text).chars().any(char::is_lowercase))
    }

    /// "Otto Ortega, *German's* brother": somebody of that name; "*a German's* car" is a citizen's.
    fn owns_as_a_name(&self) -> bool {
        let one = self.name.classes.has(Class::Language) && self.after.genitive && !self.span.of(self.text).ends_with('s');
        one && self.before.is_none_or(|word| word.joint != Joint::Space)
    }

    /// "spoke French", "in Spanish.", "French students", "Italian bakery", "a Spanish-language paper": words, lessons and food, no country.
    fn is_a_language(&self) -> bool {
        if !self.name.classes.has(Class::Language) || self.after.genitive {
            return false;
        }
        if self.after.mark == Some('-') {
            return self.text[self.span.end..].starts_with("-language");
        }
        let next = self.after.word.filter(|word| word.joint == Joint::Space);
        let followed_by_noun = next.is_some_and(|word| {
            word.text.chars().next().is_some_and(char::is_alphanumeric) && !self.sets.has(FunctionSet::AfterLanguage, word.bare())
        });
        if next.is_some_and(|word| self.countries.classes(word.bare()).has(Class::Subject)) {
            return true;
        }
        if followed_by_noun {
            return false;
        }
        self.before.is_some_and(|word| {
            let mut word = word;
            if self.sets.has(LexicalSet::LanguageModifier, word.text) {
                match beside::before(self.text, word.span.start) {
                    Some(earlier) => word = earlier,
                    None => return false,
                }
            }
            word.joint == Joint::Space && (matches!(word.text, "in" | "into") || self.countries.classes(word.text).has(Class::Speak))
        })
    }

    /// "Quiche Indians", "a Mohawk Indian": a people's name before it, inside a sentence.
    fn is_a_people_within(&self) -> bool {
        self.name.classes.has(Class::Peoples)
            && self.before.is_some_and(|word| {
                word.joint == Joint::Space
                    && word.is_capitalised()
                    && !word.is_in_capitals()
                    && !self.countries.classes(word.text).has(Class::Plain)
                    && self.countries.name_entry(word.text).is_none()
                    && beside::before(self.text, word.span.start).is_some()
            })
    }

    /// The name before words in capitals: "American Airlines", "Holland Tunnel", "Lebanon County", "Jordan Spieth". Not
    /// "Russian Foreign Ministry", "Jordan King Abdullah", "in Georgia Tuesday".
    fn before_capitals(&self) -> Option<Verdict> {
        let first = self.after.word.filter(|word| word.joint == Joint::Space && !self.after.genitive)?;
        if !first.is_capitalised() {
            let classes = self.countries.classes(first.bare());
            let town = self.name.form == Form::Name && self.name.group.is_some() && classes.has(Class::Town);
            return town.then_some(Verdict::Town);
        }
        let classes = self.classes_of(&first);
        if classes.has(Class::Plain) {
            return None;
        }
        if self.is_in_a_headline() {
            return None;
        }
        // "Priorities USA Action": nobody writes so of the country.
        let name_before = |word: Word<'_>| {
            word.joint == Joint::Space
                && word.is_capitalised()
                && !word.is_in_capitals()
                && beside::before(self.text, word.span.start).is_some()
        };
        if self.span.of(self.text) == "USA" && self.before.is_some_and(name_before) {
            return Some(Verdict::Out);
        }
        let run = self.run_from(first);
        if classes.has(Class::Government) {
            let court = classes.has(Class::Town) && run.last.has(Class::Town) && self.name.form == Form::Name;
            return court.then_some(Verdict::Town);
        }
        if classes.has(Class::Organization) {
            return Some(Verdict::Out);
        }
        if run.government {
            return None;
        }
        if classes.has(Class::Town) && self.name.form == Form::Name {
            return Some(Verdict::Town);
        }
        if classes.has(Class::Matter) || classes.has(Class::Place) || classes.has(Class::Town) {
            return Some(Verdict::Out);
        }
        if run.length > 1 && run.last.has(Class::Organization) && self.name.form != Form::Abbreviation {
            return Some(Verdict::Out);
        }
        let person = self.name.is_first_name()
            && self.name.form == Form::Name
            && !classes.has(Class::Title)
            && !first.is_in_capitals()
            && self.countries.name_entry(first.bare()).is_none();
        person.then_some(Verdict::Person)
    }

    /// "Israel Hits Gaza", "Russia Gas Deal Signed": where every long word has a capital, a capital tells nothing.
    fn is_in_a_headline(&self) -> bool {
        let long = |word: &&str| word.chars().filter(|character| character.is_alphabetic()).count() > 4;
        let words = self.sentence.of(self.text).split_whitespace().filter(long);
        words.filter(|word| word.chars().next().is_some_and(char::is_lowercase)).count() == 0
            && self.sentence.of(self.text).split_whitespace().count() > 3
    }

    fn classes_of(&self, word: &Word<'_>) -> Classes {
        let classes = self.countries.classes(word.text);
        if classes == Classes::default() { self.countries.classes(word.bare()) } else { classes }
    }

    /// What the run of capitalised words from `first` on holds; "of", "and", "for" inside it are passed over.
    fn run_from(&self, first: Word<'a>) -> Run {
        let mut run = Run { length: 1, last: self.classes_of(&first), government: false };
        run.government = run.last.has(Class::Government);
        let mut word = first;
        for _ in 0..8 {
            let Some(next) = beside::next(self.text, &word) else { break };
            word = next;
            if word.is_capitalised() {
                run.length += 1;
                run.last = self.classes_of(&word);
                run.government |= run.last.has(Class::Government);
            } else if !self.sets.has(FunctionSet::InsideBodyName, word.text) {
                break;
            }
        }
        run
    }
}

/// A run of capitalised words.
struct Run {
    length: usize,
    last: Classes,
    government: bool,
}
