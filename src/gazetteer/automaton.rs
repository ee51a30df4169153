//! Every name of every table in one Aho-Corasick automaton: one pass over a text finds them all.
//!
//! Matches are leftmost-longest, on word boundaries, and obey the case rule of the row: "US" is not "us", "Turkey" is not
//! "turkey". A match that fails a rule gives way to the next shorter name that begins at the same place ("New York
//! Timeshare" still holds "New York").

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind};
use rustc_hash::FxHashMap;

use crate::article::Span;

/// How the letters of a match must be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Exactly as in the table: "US", never "us".
    Exact,
    /// As in the table, or in capitals throughout, as headlines are: "Turkey", "TURKEY", never "turkey".
    Name,
    /// In any case: "Million", "million".
    Any,
}

impl Case {
    pub(crate) fn accepts(self, name: &str, found: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Exact => name == found,
            Self::Name => name == found || (name.len() > 2 && !found.bytes().any(|byte| byte.is_ascii_lowercase())),
        }
    }
}

/// What a name can mean: a row of a table, by the table and the row's index in its compiled form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sense {
    /// Which table.
    pub kind: SenseKind,
    /// The row's index in the compiled table.
    pub index: u32,
}

/// The tables whose names the automaton looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SenseKind {
    /// A country's name, abbreviation, demonym, adjective or capital.
    Country,
    /// Words and phrases around country names that take the country out of them, or put it in: "New Mexico", "Bank of America".
    CountryContext,
    /// A currency's sign, code, name or slang.
    Currency,
    /// A unit of measure.
    Unit,
    /// A number word or scale: "two", "million", "dozen".
    Number,
    /// A bound before or after a number: "at least", "or more".
    Bound,
    /// A word of dates: month, weekday, season, "last", "ago".
    Date,
    /// A title or office: "Prime Minister", "Sen.".
    Title,
    /// A known office-holder's name.
    OfficeHolder,
    /// An organization or news outlet.
    Organization,
}

/// A place in the text where a name of some table stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'g> {
    /// Where.
    pub span: Span,
    /// What it can mean, at least one, in the order of [`SenseKind`].
    pub senses: &'g [Sense],
}

impl Hit<'_> {
    /// The index of the row of table `kind` that the name can mean.
    pub fn sense(&self, kind: SenseKind) -> Option<usize> {
        self.senses_of(kind).next()
    }

    /// The indices of all rows of table `kind` that the name can mean.
    pub fn senses_of(&self, kind: SenseKind) -> impl Iterator<Item = usize> {
        self.senses.iter().filter(move |sense| sense.kind == kind).map(|sense| sense.index as usize)
    }
}

/// Collects the names of all tables before the automaton is built.
#[derive(Debug, Default)]
pub struct Names {
    entries: Vec<(String, Case, Sense)>,
}

impl Names {
    /// Adds a name; one with a straight apostrophe is found with a curly one too.
    pub fn add(&mut self, name: &str, case: Case, kind: SenseKind, index: usize) {
        if name.is_empty() {
            return;
        }
        let sense = Sense { kind, index: u32::try_from(index).unwrap_or(u32::MAX) };
        self.entries.push((name.to_owned(), case, sense));
        if name.contains('\'') {
            self.entries.push((name.replace('\'', "’"), case, sense));
        }
    }
}

/// A spelling that the automaton finds (lower case), and which ways of writing it mean what.
#[derive(Debug)]
struct Spelling {
    /// Groups of senses by case rule; the first that accepts the found letters wins, exact ones first.
    forms: Vec<Form>,
}

#[derive(Debug)]
struct Form {
    name: String,
    case: Case,
    senses: Vec<Sense>,
}

/// The compiled names.
#[derive(Debug)]
pub struct Automaton {
    search: AhoCorasick,
    spellings: Vec<Spelling>,
    index_of_spelling: FxHashMap<String, usize>,
}

impl Automaton {
    /// Compiles the names.
    ///
    /// # Errors
    /// Where the names together are too large for the automaton (some hundred million bytes).
    pub fn build(names: Names) -> Result<Self, aho_corasick::BuildError> {
        let mut index_of_spelling: FxHashMap<String, usize> = FxHashMap::default();
        let mut spellings: Vec<Spelling> = Vec::new();
        for (name, case, sense) in names.entries {
            let spelling = name.to_ascii_lowercase();
            let index = *index_of_spelling.entry(spelling).or_insert_with(|| {
                spellings.push(Spelling { forms: Vec::new() });
                spellings.len() - 1
            });
            let forms = &mut spellings[index].forms;
            match forms.iter_mut().find(|form| form.case == case && form.name == name) {
                Some(form) => {
                    if !form.senses.contains(&sense) {
                        form.senses.push(sense);
                    }
                }
                None => forms.push(Form { name, case, senses: vec![sense] }),
            }
        }
        for spelling in &mut spellings {
            merge_forms(&mut spelling.forms);
        }
        let mut ordered: Vec<(&String, usize)> = index_of_spelling.iter().map(|(spelling, &index)| (spelling, index)).collect();
        ordered.sort_by_key(|&(_, index)| index);
        let search = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .ascii_case_insensitive(true)
            .build(ordered.iter().map(|(spelling, _)| spelling.as_bytes()))?;
        Ok(Self { search, spellings, index_of_spelling })
    }

    /// All names in `text`, in order, none overlapping another.
    pub fn scan(&self, text: &str) -> Vec<Hit<'_>> {
        let mut hits = Vec::new();
        let mut from = 0;
        while let Some(found) = self.search.find(Input::new(text).range(from..)) {
            let span = Span::new(found.start(), found.end());
            if let Some(hit) = self.accept(text, span, found.pattern().as_usize()) {
                from = hit.span.end;
                hits.push(hit);
            } else if let Some(hit) = self.shorter(text, span) {
                from = hit.span.end;
                hits.push(hit);
            } else {
                from = end_of_first_word(text, span);
            }
        }
        hits
    }

    /// The senses of `name`, whatever its case; for look-ups outside a text.
    pub fn look_up(&self, name: &str) -> Vec<Sense> {
        let Some(&index) = self.index_of_spelling.get(&name.to_ascii_lowercase()) else { return Vec::new() };
        let mut senses: Vec<Sense> = self.spellings[index].forms.iter().flat_map(|form| form.senses.iter().copied()).collect();
        senses.sort_unstable();
        senses.dedup();
        senses
    }

    fn accept(&self, text: &str, span: Span, spelling: usize) -> Option<Hit<'_>> {
        if !on_word_boundaries(text, span) {
            return None;
        }
        let found = span.of(text);
        let form = self.spellings[spelling].forms.iter().find(|form| form.case.accepts(&form.name, found))?;
        Some(Hit { span, senses: &form.senses })
    }

    /// The longest name that begins where `span` does, is shorter, and obeys its rules.
    fn shorter(&self, text: &str, span: Span) -> Option<Hit<'_>> {
        let words = span.of(text);
        let ends: Vec<usize> = words.char_indices().filter(|(_, character)| !character.is_alphanumeric()).map(|(end, _)| end).collect();
        ends.into_iter().rev().filter(|&end| end > 0).find_map(|end| {
            let &spelling = self.index_of_spelling.get(&words[..end].to_ascii_lowercase())?;
            self.accept(text, Span::new(span.start, span.start + end), spelling)
        })
    }
}

/// Makes each form hold the senses of every looser form that also accepts its letters, exact forms first.
fn merge_forms(forms: &mut [Form]) {
    forms.sort_by_key(|form| match form.case {
        Case::Exact => 0,
        Case::Name => 1,
        Case::Any => 2,
    });
    for tight in 0..forms.len() {
        for loose in tight + 1..forms.len() {
            if forms[loose].case.accepts(&forms[loose].name, &forms[tight].name) {
                let senses = forms[loose].senses.clone();
                let form = &mut forms[tight];
                form.senses.extend(senses);
            }
        }
        forms[tight].senses.sort_unstable();
        forms[tight].senses.dedup();
    }
}

/// Whether no letter or digit continues the match on either side ("$" and other signs need no boundary).
fn on_word_boundaries(text: &str, span: Span) -> bool {
    let inside = span.of(text);
    let before = text[..span.start].chars().next_back();
    let after = text[span.end..].chars().next();
    let joined = |outer: Option<char>, inner: Option<char>| match (outer, inner) {
        (Some(outer), Some(inner)) if inner.is_alphabetic() => outer.is_alphanumeric(),
        // "G7" is no part of "G70", nor "9/11" of "19/110".
        (Some(outer), Some(inner)) => inner.is_numeric() && outer.is_numeric(),
        _ => false,
    };
    !joined(before, inside.chars().next()) && !joined(after, inside.chars().next_back())
}

fn end_of_first_word(text: &str, span: Span) -> usize {
    let mut characters = text[span.start..].char_indices();
    let first = characters.next().map_or(1, |(_, character)| character.len_utf8());
    let length = characters.find(|(_, character)| !character.is_alphanumeric()).map_or(text.len() - span.start, |(end, _)| end);
    span.start + length.max(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn automaton() -> Automaton {
        let mut names = Names::default();
        names.add("US", Case::Exact, SenseKind::Country, 0);
        names.add("Turkey", Case::Name, SenseKind::Country, 1);
        names.add("New York", Case::Name, SenseKind::CountryContext, 0);
        names.add("New York Times", Case::Name, SenseKind::Organization, 0);
        names.add("million", Case::Any, SenseKind::Number, 0);
        names.add("$", Case::Any, SenseKind::Currency, 0);
        names.add("Cote d'Ivoire", Case::Name, SenseKind::Country, 2);
        names.add("chad", Case::Any, SenseKind::Unit, 0);
        names.add("Chad", Case::Name, SenseKind::Country, 3);
        Automaton::build(names).expect("a small automaton builds")
    }

    fn found(text: &str) -> Vec<&str> {
        automaton().scan(text).into_iter().map(|hit| hit.span.of(text)).collect()
    }

    #[test]
    fn matches_obey_case_boundaries_and_length() {
        let rows: [(&str, &[&str]); 8] = [
            ("the US and us", &["US"]),
            ("Turkey, TURKEY and a turkey", &["Turkey", "TURKEY"]),
            ("a New York Timeshare", &["New York"]),
            ("the New York Times", &["New York Times"]),
            ("$5 Million", &["$", "Million"]),
            ("Cote d’Ivoire", &["Cote d’Ivoire"]),
            ("BUSY, USA, US-led, US's", &["US", "US"]),
            ("Élan New Yorker Turkey", &["Turkey"]),
        ];
        for (text, expected) in rows {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_tight_form_keeps_the_senses_of_looser_ones() {
        let automaton = automaton();
        let hits = automaton.scan("Chad chad");
        assert_eq!(hits[0].senses.len(), 2);
        assert_eq!(hits[1].sense(SenseKind::Country), None);
        assert_eq!(automaton.look_up("CHAD").len(), 2);
    }
}
