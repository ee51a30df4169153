//! Training of the lemmas: the commonest edit of each word and of each ending, where it differs from what a shorter ending says.

use std::collections::BTreeMap;

use crate::syntax::conllu::TreebankSentence;
use crate::syntax::lemma::{Edit, LONGEST_ENDING, LONGEST_WORD, inflects, is_capitalized, key};
use crate::syntax::model::Writer;
use crate::syntax::part_of_speech::PennTag;

type Group<'a> = (PennTag, bool, bool, &'a str);
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
fn without_entry(tag: PennTag, word_keeps_case: bool) -> Edit<'static> {
    Edit { cut: 0, append: "", keeps_case: word_keeps_case && (tag.is_proper() || tag == PennTag::ADD || tag == PennTag::FW) }
}

/// Learns from the lemmas of `sentences` and from `irregular` forms (word, tag, lemma), and writes the table.
pub(super) fn write(sentences: &[TreebankSentence], irregular: &[(String, PennTag, String)], writer: &mut Writer) {
    let mut seen: BTreeMap<(PennTag, bool, String), Counts<'_>> = BTreeMap::new();
    let mut note = |word: &str, tag: PennTag, lemma, count: u32| {
        let lower: String =
            word.chars().flat_map(char::to_lowercase).map(|character| if character == '’' { '\'' } else { character }).collect();
        if lower.len() > LONGEST_WORD || tag == PennTag::GW {
            return;
        }
        if let Some(edit) = edit(word, &lower, lemma) {
            *seen.entry((tag, is_capitalized(word), lower)).or_default().entry(edit).or_insert(0) += count;
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
    for (word, tag, lemma) in irregular {
        note(word, *tag, lemma, 1);
    }
    // Endings vote by word types, so that a frequent irregular word does not speak for its like.
    let mut groups: BTreeMap<usize, BTreeMap<Group<'_>, Counts<'_>>> = BTreeMap::new();
    for ((tag, capitalized, lower), counts) in &seen {
        let Some((edit, _)) = commonest(counts) else { continue };
        if inflects(*tag) {
            for length in 1..=LONGEST_ENDING.min(lower.len()) {
                if let Some(ending) = lower.get(lower.len() - length..) {
                    *groups
                        .entry(length)
                        .or_default()
                        .entry((*tag, *capitalized, false, ending))
                        .or_default()
                        .entry(edit.clone())
                        .or_insert(0) += 1;
                }
            }
        }
    }
    let mut chosen: BTreeMap<Group<'_>, Edit<'_>> = BTreeMap::new();
    let fallback = |chosen: &BTreeMap<Group<'_>, Edit<'_>>, tag: PennTag, capitalized: bool, text: &str, below: usize| {
        (1..=below.min(text.len())).rev().filter_map(|length| text.get(text.len() - length..)).find_map(|ending| {
            chosen.get(&(tag, capitalized, false, ending)).map(|edit| (edit.cut, edit.append.to_owned(), edit.keeps_case))
        })
    };
    for (length, groups) in &groups {
        for (&(tag, capitalized, whole, ending), counts) in groups {
            let Some((edit, count)) = commonest(counts) else { continue };
            let total: u32 = counts.values().sum();
            let shorter = fallback(&chosen, tag, capitalized, ending, length - 1);
            let agrees = shorter.map_or_else(
                || *edit == without_entry(tag, capitalized),
                |(cut, append, keeps)| (cut, append.as_str(), keeps) == (edit.cut, edit.append, edit.keeps_case),
            );
            // A single word speaks for its ending only where the ending is short.
            if !agrees && (total >= 2 || *length <= 2) && count * 2 > total {
                chosen.insert((tag, capitalized, whole, ending), edit.clone());
            }
        }
    }
    for ((tag, capitalized, lower), counts) in &seen {
        let Some((edit, _)) = commonest(counts) else { continue };
        let general = if inflects(*tag) { fallback(&chosen, *tag, *capitalized, lower, LONGEST_ENDING) } else { None };
        let agrees = general.map_or_else(
            || *edit == without_entry(*tag, *capitalized),
            |(cut, append, keeps)| (cut, append.as_str(), keeps) == (edit.cut, edit.append, edit.keeps_case),
        );
        if !agrees {
            chosen.insert((*tag, *capitalized, true, lower), edit.clone());
        }
    }
    write_table(&chosen, writer);
}

fn write_table(chosen: &BTreeMap<Group<'_>, Edit<'_>>, writer: &mut Writer) {
    let mut appended = Vec::new();
    let mut places: BTreeMap<&str, u16> = BTreeMap::new();
    let count = (chosen.len() * 3 / 2).next_power_of_two().max(8);
    let mut slots = vec![0; count * 8];
    for (&(tag, capitalized, whole, ending), edit) in chosen {
        let place = *places.entry(edit.append).or_insert_with(|| {
            let place = appended.len() as u16;
            appended.extend_from_slice(edit.append.as_bytes());
            place
        });
        let key = key(tag, capitalized, whole, ending);
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
