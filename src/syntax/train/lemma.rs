//! Training of the lemmas: the commonest edit of each word and of each ending, where it differs from what a shorter ending says.

use std::collections::BTreeMap;

use crate::syntax::conllu::TreebankSentence;
use crate::syntax::lemma::{Edit, LONGEST_WORD, Place, is_capitalized, keeps_case, places};
use crate::syntax::model::Writer;
use crate::syntax::part_of_speech::PennTag;

type Counts<'a> = BTreeMap<Edit<'a>, u32>;

/// The edit that makes `lemma` from `word`, of which `lower` is the lower-case form.
fn edit<'a>(word: &str, lower: &str, lemma: &'a str) -> Option<Edit<'a>> {
    let common = |from: &str| {
        from.char_indices().zip(lemma.char_indices()).find(|((_, a), (_, b))| a != b).map_or(from.len().min(lemma.len()), |((at, _), _)| at)
    };
    let (small, large) = (common(lower), if lower.len() == word.len() { common(word) } else { 0 });
    let keeps_case = large > small;
    let shared = small.max(large);
    Some(Edit { cut: u8::try_from(lower.len() - shared).ok()?, append: &lemma[shared..], keeps_case })
}

/// The commonest; the first in order among equals.
fn commonest<'c, 'a>(counts: &'c Counts<'a>) -> Option<(&'c Edit<'a>, u32)> {
    counts.iter().map(|(edit, count)| (edit, *count)).reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// What stands without any entry: the word itself, names with their capitals.
fn without_entry(tag: PennTag) -> Edit<'static> {
    Edit { cut: 0, append: "", keeps_case: keeps_case(tag) }
}

/// Forms that are known beside those of the treebanks.
fn known_forms() -> Vec<(&'static str, PennTag, &'static str)> {
    include_str!("lemma_forms.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split('\t');
            Some((cells.next()?, PennTag::parse(cells.next()?)?, cells.next()?))
        })
        .collect()
}

/// Learns from the lemmas of `sentences` and from known forms, and writes the table.
pub(super) fn write(sentences: &[TreebankSentence], writer: &mut Writer) {
    let mut seen: BTreeMap<(PennTag, bool, String), Counts<'_>> = BTreeMap::new();
    let mut note = |word: &str, tag: PennTag, lemma, count: u32| {
        let lower: String =
            word.chars().flat_map(char::to_lowercase).map(|character| if character == '’' { '\'' } else { character }).collect();
        if lower.len() > LONGEST_WORD || tag == PennTag::GW {
            return;
        }
        let edit = if tag == PennTag::PRP {
            // "I" is a word of its own, not the capital of "i".
            u8::try_from(lower.len()).ok().map(|cut| Edit { cut, append: lemma, keeps_case: false })
        } else {
            edit(word, &lower, lemma)
        };
        if let Some(edit) = edit {
            *seen.entry((tag, is_capitalized(word, tag), lower)).or_default().entry(edit).or_insert(0) += count;
        }
    };
    for TreebankSentence { text, sentence, lemmas, .. } in sentences {
        for (token, lemma) in sentence.tokens.iter().zip(lemmas) {
            note(
                token.span.of(text),
                sentence.tags[sentence.tokens.partition_point(|other| other.span.start < token.span.start)],
                lemma,
                4,
            );
        }
    }
    for (word, tag, lemma) in known_forms() {
        note(word, tag, lemma, 1);
    }
    let mut chosen: BTreeMap<Place<'_>, Edit<'_>> = BTreeMap::new();
    for capitalized in [false, true] {
        // Endings vote by word types, so that a frequent irregular word does not speak for its like.
        let mut groups: BTreeMap<(usize, Place<'_>), Counts<'_>> = BTreeMap::new();
        for ((tag, _, lower), counts) in seen.iter().filter(|((_, case, _), _)| *case == capitalized) {
            let Some((edit, _)) = commonest(counts) else { continue };
            for place in places(lower, *tag, capitalized).filter(|place| place.capitalized == capitalized && !place.whole) {
                *groups.entry((place.form.len(), place)).or_default().entry(edit.clone()).or_insert(0) += 1;
            }
        }
        for ((_, place), counts) in &groups {
            let Some((edit, count)) = commonest(counts) else { continue };
            let total: u32 = counts.values().sum();
            // A single word speaks for its ending only where the ending is short.
            if (total >= 2 || place.form.len() <= 2) && count * 2 > total && !is_known(&chosen, place.form, *place, edit) {
                chosen.insert(*place, edit.clone());
            }
        }
        for ((tag, _, lower), counts) in seen.iter().filter(|((_, case, _), _)| *case == capitalized) {
            let Some((edit, _)) = commonest(counts) else { continue };
            let place = Place { capitalized, whole: true, tag: *tag, form: lower };
            if !is_known(&chosen, lower, place, edit) {
                chosen.insert(place, edit.clone());
            }
        }
    }
    write_table(&chosen, writer);
}

/// Whether the entries chosen so far already give `edit` at `place` of a word that ends with `form`.
fn is_known<'a>(chosen: &BTreeMap<Place<'a>, Edit<'a>>, form: &'a str, place: Place<'a>, edit: &Edit<'a>) -> bool {
    let found = places(form, place.tag, place.capitalized)
        .filter(|place_before| place.whole || !place_before.whole)
        .find_map(|place| chosen.get(&place));
    found.map_or_else(|| *edit == without_entry(place.tag), |found| found == edit)
}

fn write_table(chosen: &BTreeMap<Place<'_>, Edit<'_>>, writer: &mut Writer) {
    let mut appended = Vec::new();
    let mut places: BTreeMap<&str, u16> = BTreeMap::new();
    let count = (chosen.len() * 3 / 2).next_power_of_two().max(8);
    let mut slots = vec![0; count * 8];
    for (place_of_edit, edit) in chosen {
        let place = *places.entry(edit.append).or_insert_with(|| {
            let place = appended.len() as u16;
            appended.extend_from_slice(edit.append.as_bytes());
            place
        });
        let key = place_of_edit.key();
        let mut slot = key as usize & (count - 1);
        while slots[slot * 8 + 6..slot * 8 + 8] != [0; 2] {
            slot = (slot + 1) & (count - 1);
        }
        let upper = ((key >> 32) as u32).to_le_bytes();
        let [low, high] = (place + 1).to_le_bytes();
        let length = edit.append.len() as u8 & 0x7f | u8::from(edit.keeps_case) << 7;
        slots[slot * 8..slot * 8 + 8].copy_from_slice(&[upper[0], upper[1], upper[2], upper[3], edit.cut, length, low, high]);
    }
    writer.bytes(slots);
    writer.bytes(appended);
}
