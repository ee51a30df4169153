//! Every name of every table in one automaton: one pass over a text finds them all.
//!
//! Matches are leftmost-longest, on word boundaries, and obey the case rule of the row: "US" is not "us", "Turkey" is not
//! "turkey". A match that fails a rule gives way to the next shorter name that begins at the same place ("New York
//! Timeshare" still holds "New York").
//!
//! The automaton steps from piece to piece, not from byte to byte: a piece is a run of letters, a run of digits, or one other
//! character. Names begin and end with whole pieces, so that most words of a text cost one hash and one look at a small set of
//! bits. Its states are a tree of pieces without failure links, since no name goes on from the middle of another. The space between
//! two words of a name is no step of its own: a state knows whether names go on behind one.

mod piece;

use rustc_hash::FxHashMap;

use self::piece::{Class, Piece};
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

/// A way of writing a name, and what it means then.
#[derive(Debug)]
struct Form {
    name: String,
    case: Case,
    senses: Vec<Sense>,
}

/// The state before the first piece of a name.
const ROOT: u32 = 0;

/// The state behind a space after another state is that state with this bit; a step to a state from which names go on so has the bit too.
const SPACED: u32 = 1 << 31;

/// What stands for no spelling at a state.
const NONE: u32 = u32::MAX;

/// How many bits of a step's key say which of [`Bits`] it sets.
const KEY_BITS: u32 = 17;
/// The same for words in small letters, which fewer names begin with: the set stays in the nearest cache.
const SMALL_KEY_BITS: u32 = 15;

/// A step of the automaton: with what key it is taken, and what is reached.
#[derive(Clone, Copy, Debug)]
struct Step {
    /// Of the state it leaves and the piece.
    key: u64,
    /// With [`SPACED`] where names go on behind a space.
    state: u32,
    /// The spelling that ends here, as the index of its first form, or [`NONE`].
    spelling: u32,
}

/// The compiled names.
#[derive(Debug)]
pub struct Automaton {
    /// The forms of all spellings, those of one spelling side by side: the first that accepts the found letters wins, exact ones first.
    forms: Vec<Form>,
    /// Where the forms of the spelling end that begins at each form.
    ends: Vec<u32>,
    /// The steps by their keys: an open table of a power of two of places, so that a step costs one look.
    steps: Vec<Step>,
    /// A bit for each key of a piece that begins a name: the cheap look that most words of a text do not pass.
    openings: Bits,
    /// The same for the names that may be written with a small letter first, as most words of a text are.
    small_openings: Bits,
    /// A bit for each other step's key: most names that begin do not go on.
    further: Bits,
}

/// A set of keys that may hold more than were put in.
#[derive(Debug)]
struct Bits {
    words: Vec<u64>,
    /// Bits of a key that say nothing.
    shift: u32,
}

impl Bits {
    fn new(key_bits: u32) -> Self {
        Self { words: vec![0; 1 << (key_bits - u64::BITS.ilog2())], shift: u64::BITS - key_bits }
    }

    /// The word of the bits, and the bit in it, that a key sets.
    #[inline]
    fn place(&self, key: u64) -> (usize, u64) {
        let bit = key >> self.shift;
        ((bit / u64::from(u64::BITS)) as usize, 1 << (bit % u64::from(u64::BITS)))
    }

    fn insert(&mut self, key: u64) {
        let (word, bit) = self.place(key);
        self.words[word] |= bit;
    }

    #[inline]
    fn may_contain(&self, key: u64) -> bool {
        let (word, bit) = self.place(key);
        self.words[word] & bit != 0
    }
}

impl Automaton {
    /// Compiles the names.
    pub fn build(names: Names) -> Self {
        let mut tree = Tree::default();
        tree.steps.reserve(names.entries.len() * 3);
        for (name, case, sense) in names.entries {
            if case == Case::Any || name.starts_with(|first: char| first.is_ascii_lowercase()) {
                tree.small_openings.push(Piece::at(&name, 0).key_from(ROOT));
            }
            let forms = tree.forms_of(&name);
            match forms.iter_mut().find(|form| form.case == case && form.name == name) {
                Some(form) => {
                    if !form.senses.contains(&sense) {
                        form.senses.push(sense);
                    }
                }
                None => forms.push(Form { name, case, senses: vec![sense] }),
            }
        }
        tree.compile()
    }

    /// The step with the key `key`.
    #[inline]
    fn step(&self, key: u64) -> Option<Step> {
        let mask = self.steps.len() - 1;
        let mut place = key as usize & mask;
        loop {
            let step = self.steps[place];
            if step.key == key && step.state != ROOT {
                return Some(step);
            }
            if step.state == ROOT {
                return None;
            }
            place = (place + 1) & mask;
        }
    }

    /// All names in `text`, in order, none overlapping another.
    pub fn scan(&self, text: &str) -> Vec<Hit<'_>> {
        let mut hits = Vec::with_capacity(text.len() / 40);
        let mut at = 0;
        let mut before = Class::Other;
        while at < text.len() {
            if text.as_bytes()[at] == b' ' {
                (at, before) = (at + 1, Class::Other);
                continue;
            }
            let piece = Piece::at(text, at);
            // "5km": no name in letters begins right after a digit.
            let hit = if piece.class == Class::Letter && before == Class::Digit { None } else { self.longest(text, at, &piece) };
            (at, before) = match hit {
                Some((hit, last)) => {
                    hits.push(hit);
                    (hit.span.end, last)
                }
                None => (piece.end, piece.class),
            };
        }
        hits
    }

    /// The longest name that begins with the piece `first` at `start` and obeys its rules, with the class of its last piece.
    #[inline]
    fn longest(&self, text: &str, start: usize, first: &Piece) -> Option<(Hit<'_>, Class)> {
        let key = first.key_from(ROOT);
        let openings = if text.as_bytes()[start].is_ascii_lowercase() { &self.small_openings } else { &self.openings };
        if openings.may_contain(key) { self.follow(text, start, first, key) } else { None }
    }

    fn follow(&self, text: &str, start: usize, first: &Piece, key: u64) -> Option<(Hit<'_>, Class)> {
        let mut longest = None;
        let mut step = self.step(key)?;
        let (mut end, mut class) = (first.end, first.class);
        loop {
            let spaced = text.as_bytes().get(end) == Some(&b' ');
            let (next, state) = if spaced {
                if let Some(hit) = self.accept(text, Span::new(start, end), step.spelling) {
                    longest = Some((hit, class));
                }
                if step.state & SPACED == 0 || end + 1 == text.len() {
                    return longest;
                }
                (Piece::at(text, end + 1), step.state)
            } else {
                let next = (end < text.len()).then(|| Piece::at(text, end));
                // "G7" may stand before a letter ("G7s"), "G" not before a digit.
                let whole = class != Class::Letter || next.as_ref().is_none_or(|next| next.class != Class::Digit);
                if whole && let Some(hit) = self.accept(text, Span::new(start, end), step.spelling) {
                    longest = Some((hit, class));
                }
                let Some(next) = next else { return longest };
                (next, step.state & !SPACED)
            };
            let key = next.key_from(state);
            if !self.further.may_contain(key) {
                return longest;
            }
            let Some(following) = self.step(key) else { return longest };
            (step, end, class) = (following, next.end, next.class);
        }
    }

    /// The senses of `name`, whatever its case; for look-ups outside a text.
    pub fn look_up(&self, name: &str) -> Vec<Sense> {
        let (mut state, mut spelling) = (ROOT, NONE);
        let mut at = 0;
        while at < name.len() {
            (state, at) = past_space(name, state, at);
            let piece = Piece::at(name, at);
            let Some(step) = self.step(piece.key_from(state)) else { return Vec::new() };
            (state, spelling, at) = (step.state & !SPACED, step.spelling, piece.end);
        }
        let mut senses: Vec<Sense> = self.forms_of(spelling).iter().flat_map(|form| form.senses.iter().copied()).collect();
        senses.sort_unstable();
        senses.dedup();
        senses
    }

    /// The forms of a spelling; none for [`NONE`].
    fn forms_of(&self, spelling: u32) -> &[Form] {
        let end = self.ends.get(spelling as usize).copied();
        end.and_then(|end| self.forms.get(spelling as usize..end as usize)).unwrap_or_default()
    }

    fn accept(&self, text: &str, span: Span, spelling: u32) -> Option<Hit<'_>> {
        if spelling == NONE {
            return None;
        }
        let forms = self.forms_of(spelling);
        let found = span.of(text);
        // States are told apart by hashes only; the letters have the last word.
        if !forms.first()?.name.eq_ignore_ascii_case(found) {
            return None;
        }
        let form = forms.iter().find(|form| form.case.accepts(&form.name, found))?;
        Some(Hit { span, senses: &form.senses })
    }
}

/// The state and the place behind a space between two words of a name; the same ones where there is none.
fn past_space(name: &str, state: u32, at: usize) -> (u32, usize) {
    let between_words = name.as_bytes()[at] == b' ' && at + 1 < name.len() && state != ROOT;
    if between_words { (state | SPACED, at + 1) } else { (state, at) }
}

/// The names while they are collected: a tree of pieces.
#[derive(Default)]
struct Tree {
    /// The state that a piece leads to, by the key of the state it leaves and the piece.
    steps: FxHashMap<u64, u32>,
    /// The forms of the spelling that ends at each state but the root.
    forms: Vec<Vec<Form>>,
    /// Whether names go on behind a space at each state but the root.
    goes_on_spaced: Vec<bool>,
    openings: Vec<u64>,
    small_openings: Vec<u64>,
    further: Vec<u64>,
}

impl Tree {
    /// The forms of the spelling of `name`, of which there are none where no name was spelled so.
    fn forms_of(&mut self, name: &str) -> &mut Vec<Form> {
        let mut state = ROOT;
        let mut at = 0;
        while at < name.len() {
            (state, at) = past_space(name, state, at);
            if state & SPACED != 0 {
                self.goes_on_spaced[(state & !SPACED) as usize - 1] = true;
            }
            let piece = Piece::at(name, at);
            let key = piece.key_from(state);
            let is_opening = state == ROOT;
            state = *self.steps.entry(key).or_insert_with(|| {
                if is_opening { &mut self.openings } else { &mut self.further }.push(key);
                self.forms.push(Vec::new());
                self.goes_on_spaced.push(false);
                self.forms.len() as u32
            });
            at = piece.end;
        }
        &mut self.forms[state as usize - 1]
    }

    fn compile(self) -> Automaton {
        let mut spellings = vec![NONE; self.forms.len()];
        let (mut forms, mut ends) = (Vec::new(), Vec::new());
        for (spelling, mut found) in spellings.iter_mut().zip(self.forms) {
            if !found.is_empty() {
                merge_forms(&mut found);
                *spelling = forms.len() as u32;
                forms.extend(found);
                ends.resize(forms.len(), forms.len() as u32);
            }
        }
        let empty = Step { key: 0, state: ROOT, spelling: NONE };
        let mut steps = vec![empty; (self.steps.len() * 3 / 2).next_power_of_two().max(2)];
        let mask = steps.len() - 1;
        let (mut openings, mut further) = (Bits::new(KEY_BITS), Bits::new(KEY_BITS));
        let mut small_openings = Bits::new(SMALL_KEY_BITS);
        for &key in &self.small_openings {
            small_openings.insert(key);
        }
        for (keys, bits) in [(&self.openings, &mut openings), (&self.further, &mut further)] {
            for &key in keys {
                bits.insert(key);
                let mut place = key as usize & mask;
                while steps[place].state != ROOT {
                    place = (place + 1) & mask;
                }
                let state = self.steps[&key];
                let index = state as usize - 1;
                let spaced = if self.goes_on_spaced[index] { SPACED } else { 0 };
                steps[place] = Step { key, state: state | spaced, spelling: spellings[index] };
            }
        }
        Automaton { forms, ends, steps, openings, small_openings, further }
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
        names.add("oPort", Case::Exact, SenseKind::Organization, 1);
        Automaton::build(names)
    }

    fn found(text: &str) -> Vec<&str> {
        automaton().scan(text).into_iter().map(|hit| hit.span.of(text)).collect()
    }

    #[test]
    fn matches_obey_case_boundaries_and_length() {
        let rows: [(&str, &[&str]); 9] = [
            ("the US and us", &["US"]),
            ("Turkey, TURKEY and a turkey", &["Turkey", "TURKEY"]),
            ("a New York Timeshare", &["New York"]),
            ("the New York Times", &["New York Times"]),
            ("$5 Million", &["$", "Million"]),
            ("Cote d’Ivoire", &["Cote d’Ivoire"]),
            ("BUSY, USA, US-led, US's", &["US", "US"]),
            ("Élan New Yorker Turkey", &["Turkey"]),
            ("million oport, Oport and oPort", &["million", "oPort"]),
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
