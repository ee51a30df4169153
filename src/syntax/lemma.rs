//! Lemmas: the form that a dictionary lists a word under, by learned edits of word endings.

use std::borrow::Cow;

use super::Analyser;
use super::model::{ModelError, Sections};
use super::part_of_speech::PennTag;

/// The lemma of `word` under the tag `tag`, as the treebank has it: in lower case, but names and adjectives made from names keep
/// their capitals ("countries" → "country", "Americans" → "American", "n't" → "not").
pub fn of(word: &str, tag: PennTag) -> Cow<'_, str> {
    of_with(Analyser::embedded(), word, tag)
}

/// The lemma of a form of a verb whose tag nobody has told: its ending tells what form it is.
pub(crate) fn of_verb(word: &str) -> Cow<'_, str> {
    of(
        word,
        match word {
            _ if word.ends_with("ing") => PennTag::VBG,
            _ if word.ends_with('s') => PennTag::VBZ,
            _ => PennTag::VBN,
        },
    )
}

/// [`of`] with the lemmas of another analyser.
pub(crate) fn of_with<'w>(analyser: &Analyser, word: &'w str, tag: PennTag) -> Cow<'w, str> {
    let mut lemma = String::new();
    analyser.lemmas().append(word, tag, &mut lemma);
    if lemma == word { Cow::Borrowed(word) } else { Cow::Owned(lemma) }
}

/// Longest ending that has an edit of its own, in bytes.
pub(crate) const LONGEST_ENDING: usize = 7;

/// Longest word that has an edit of its own, in bytes.
pub(crate) const LONGEST_WORD: usize = 24;

/// How to make the lemma from a word: cut bytes off its end, put others there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Edit<'a> {
    pub(crate) cut: u8,
    pub(crate) append: &'a str,
    /// Whether capitals stay.
    pub(crate) keeps_case: bool,
}

/// The table of edits: an open hash table from tag and ending to an edit, read in place.
pub(crate) struct Lemmas {
    /// Slots of eight bytes: upper half of the key, bytes cut, length of what is appended (the top bit: capitals stay), its place
    /// in `appended`, plus 1; place 0 is an empty slot.
    slots: Cow<'static, [u8]>,
    appended: Cow<'static, [u8]>,
}

/// Whether the lemmas of a tag follow from endings; other tags have only single words with an edit.
pub(crate) const fn inflects(tag: PennTag) -> bool {
    tag.is_plural() || tag.is_verb() || tag.is_adjective() || matches!(tag, PennTag::RBR | PennTag::RBS)
}

/// Whether words with this tag keep their capitals where no edit says otherwise.
pub(crate) const fn keeps_case(tag: PennTag) -> bool {
    tag.is_proper() || matches!(tag, PennTag::ADD | PennTag::FW)
}

/// Whether a word's capital can say what its lemma is: common nouns and adjectives made from names ("American") keep it.
pub(crate) fn is_capitalized(word: &str, tag: PennTag) -> bool {
    (tag.is_common_noun() || tag.is_adjective()) && word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// The key of an ending (or a whole word) of a word with this tag; `ending` is in lower case.
fn key(tag: PennTag, capitalized: bool, whole: bool, ending: &str) -> u64 {
    let seed = tag as u64 * 4 + u64::from(capitalized) * 2 + u64::from(whole) + 64;
    // Mixed before the bytes come in, else another tag with another first letter would make the same key.
    let mut hash = (0xcbf2_9ce4_8422_2325_u64 ^ seed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for byte in ending.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 29;
    hash.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// What an edit is listed under: an ending or a whole word, in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place<'a> {
    pub(crate) capitalized: bool,
    pub(crate) whole: bool,
    pub(crate) tag: PennTag,
    pub(crate) form: &'a str,
}

impl Place<'_> {
    pub(crate) fn key(self) -> u64 {
        key(self.tag, self.capitalized, self.whole, self.form)
    }
}

/// Where the edit of a word in lower case is looked for: under the word, else under its endings, the longest first; for a word with a
/// capital first among its like.
pub(crate) fn places(lower: &str, tag: PennTag, capitalized: bool) -> impl Iterator<Item = Place<'_>> {
    let cases = move || [true, false].into_iter().filter(move |&case| capitalized || !case);
    let words =
        cases().filter(|_| lower.len() <= LONGEST_WORD).map(move |capitalized| Place { capitalized, whole: true, tag, form: lower });
    let longest = if inflects(tag) { LONGEST_ENDING.min(lower.len()) } else { 0 };
    let endings = move || (lower.len() - longest..lower.len()).filter_map(move |start| lower.get(start..));
    words.chain(cases().flat_map(move |capitalized| endings().map(move |form| Place { capitalized, whole: false, tag, form })))
}

impl Lemmas {
    pub(crate) fn read(sections: &mut Sections) -> Result<Self, ModelError> {
        let (slots, appended) = (sections.bytes()?, sections.bytes()?);
        if !(slots.len() / 8).is_power_of_two() || !slots.len().is_multiple_of(8) {
            return Err(sections.damaged());
        }
        Ok(Self { slots, appended })
    }

    fn find(&self, key: u64) -> Option<Edit<'_>> {
        let mask = self.slots.len() / 8 - 1;
        let mut slot = key as usize & mask;
        for _ in 0..=mask {
            let &[a, b, c, d, cut, length, low, high] = self.slots[slot * 8..].first_chunk()?;
            let place = usize::from(u16::from_le_bytes([low, high])).checked_sub(1)?;
            if u32::from_le_bytes([a, b, c, d]) == (key >> 32) as u32 {
                let append = self.appended.get(place..place + usize::from(length & 0x7f))?;
                return Some(Edit { cut, append: std::str::from_utf8(append).ok()?, keeps_case: length & 0x80 != 0 });
            }
            slot = (slot + 1) & mask;
        }
        None
    }

    /// The edit for a word in lower case.
    fn edit(&self, lower: &str, tag: PennTag, capitalized: bool) -> Option<Edit<'_>> {
        places(lower, tag, capitalized).find_map(|place| self.find(place.key()))
    }

    /// Appends the lemma of `word` to `out`.
    pub(crate) fn append(&self, word: &str, tag: PennTag, out: &mut String) {
        let start = out.len();
        if word.is_ascii() {
            out.push_str(word);
            out[start..].make_ascii_lowercase();
        } else {
            out.extend(word.chars().flat_map(char::to_lowercase).map(|character| if character == '’' { '\'' } else { character }));
        }
        let edit = self.edit(&out[start..], tag, is_capitalized(word, tag));
        let keeps_case = edit.as_ref().map_or(keeps_case(tag), |edit| edit.keeps_case);
        if keeps_case && out.len() - start == word.len() {
            out.truncate(start);
            out.push_str(word);
        }
        if let Some(edit) = edit {
            let end = out.len().saturating_sub(usize::from(edit.cut)).max(start);
            if out.is_char_boundary(end) {
                out.truncate(end);
                out.push_str(edit.append);
            }
        }
    }
}
