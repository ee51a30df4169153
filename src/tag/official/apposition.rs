//! Appositions: what a person is, after or before the name, between commas.

use std::ops::Range;

use super::Found;
use super::phrase::{TitleAt, Words};
use super::title::{designate_end, is_used_as_title};
use crate::gazetteer::titles::TitleUse;
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::PennTag;

/// A description after the name.
///
/// Matches: "Omar Diop, a representative for the port", "Ann Lee, 19, a member of the choir", "Jon Vik,
/// wikiHow founder", "Jan Kral, Macron's chief of staff", "Ann Lee (head of the union)".
///
/// Refuses: a title that its own name follows ("after meeting Lee, President Diaz"), that a verb follows ("to Ann Lee, the
/// president said"), that is not the head of its phrase ("Ann Lee, president candidate"), and names of places and bodies.
///
/// Known misses: relative clauses ("Ann Lee, who leads the union").
pub(super) fn after_name<'a>(words: &Words<'a>, index: usize, found: &mut Vec<Found<'a>>) -> bool {
    let at = &words.titles[index];
    if at.title.usage == TitleUse::Honorific || !is_used_as_title(words, at) {
        return false;
    }
    let head_end = designate_end(words, at.tokens.end);
    if !ends_phrase_head(words, head_end) {
        return false;
    }
    let left = words.left_of(at);
    if left.impersonal {
        return false;
    }
    let Some(separator) = left.phrase.checked_sub(1).filter(|&token| words.is_separator(token)) else { return false };
    let Some(name_end) = skip_asides(words, separator) else { return false };
    let Some(name) = words.name_before(name_end) else { return false };
    if !may_be_described(words, &name) {
        return false;
    }
    let office_end = words.end_after(head_end).max(head_end);
    let verb_follows = office_end < words.len() && words.tag(office_end).is_finite_verb();
    if verb_follows && name.start > 0 && !words.begins_line(name.start) {
        return false;
    }
    found.push(words.find(at, &name, &(left.office..office_end), &(left.phrase..office_end)));
    true
}

/// A description before the name, with a comma between.
///
/// Matches: "Norway's Prime Minister, Ann Lee", "Co-founder of Tessera, Lena Voss", "the site's founder, Jon Vik".
///
/// Refuses: a phrase that "as" or a form of "be" goes before ("when he was mayor, Ann Lee …"), single words that no one
/// introduced ("the director, London").
pub(super) fn before_name<'a>(words: &Words<'a>, index: usize, found: &mut Vec<Found<'a>>) {
    let at = &words.titles[index];
    if at.title.usage == TitleUse::Honorific || !is_used_as_title(words, at) {
        return;
    }
    let head_end = designate_end(words, at.tokens.end);
    let office_end = words.end_after(head_end).max(head_end);
    // "replaced a veteran with the head of the office, Ann Lee": the second title is the person's.
    let exchanged = (head_end..office_end)
        .any(|token| words.is(token, "with") && words.titles.iter().any(|other| (token..office_end).contains(&other.tokens.start)));
    if !words.is(office_end, ",") || exchanged {
        return;
    }
    let mut name_start = office_end + 1;
    // "president of the senate, Chief Bola Ade": a capital makes a title of a description.
    let stands_before_name = |title: &&TitleAt<'_>| title.title.usage != TitleUse::Noun || words.is_capital(title.tokens.start);
    while let Some(title) = words.title_at(name_start).filter(stands_before_name) {
        // "the commissioner, Dr, Ann Lee".
        let honorific = title.title.usage == TitleUse::Honorific;
        name_start = title.tokens.end;
        name_start += usize::from(honorific && words.is(name_start, ","));
    }
    let Some(name) = words.name_from(name_start) else { return };
    let vouched = words.is_full_name(&name) || name_start > office_end + 1 || words.is_known_surname(name.start);
    if !ends_phrase_head(words, head_end)
        || !ends_apposed_name(words, name.end)
        || words.tag(at.tokens.end.min(words.len() - 1)) == PennTag::POS
    {
        return;
    }
    let left = words.left_of(at);
    let possessive = left.phrase < at.tokens.start && words.tag(left.phrase) == PennTag::PRPS;
    if !(vouched || possessive) || left.impersonal {
        return;
    }
    if left.phrase > 0 && leads_away(words, left.phrase - 1) {
        return;
    }
    // "passage denied by a monk, Theodorus left": inside an opening phrase the comma ends the phrase, not the description.
    let verb_follows = name.end < words.len() && (words.tag(name.end).is_finite_verb() || words.tag(name.end) == PennTag::VBN);
    let begins_clause = left.phrase == 0 || words.tag(left.phrase - 1).is_punctuation() || words.begins_line(left.phrase);
    let bare_after_preposition = left.phrase > 0
        && words.tag(left.phrase - 1) == PennTag::IN
        && left.phrase == left.office
        && !possessive
        && !words.is_capital(left.office);
    if verb_follows && !begins_clause || bare_after_preposition {
        return;
    }
    found.push(words.find(at, &name, &(left.office..office_end), &(left.phrase..office_end)));
}

/// Whether the title is the head of its phrase: no noun goes on after it, no name, and no verb that it would be the subject of.
fn ends_phrase_head(words: &Words<'_>, end: usize) -> bool {
    if end >= words.len() {
        return true;
    }
    if words.is_hyphen(end) && words.is_glued(end) {
        return false;
    }
    let tag = words.tag(end);
    !(tag.is_noun() || tag.is_adjective() || tag.is_finite_verb() || tag == PennTag::VB || tag == PennTag::POS || tag == PennTag::CD)
}

/// Where the name ends that a separator follows, with an age or a bracket between skipped: "Ann Lee, 19, a…", "Ann Lee (1704 – 1787), a…".
fn skip_asides(words: &Words<'_>, separator: usize) -> Option<usize> {
    let before = separator.checked_sub(1)?;
    if words.tag(before) == PennTag::CD && before > 0 && words.is(before - 1, ",") && words.word(before).len() <= 3 {
        return Some(before - 1);
    }
    if words.is(before, ")") {
        let open = (before.saturating_sub(12)..before).rev().find(|&token| words.is(token, "("))?;
        return Some(open);
    }
    Some(separator)
}

/// Whether a name can take a description: a full name that no article goes before.
fn may_be_described(words: &Words<'_>, name: &Range<usize>) -> bool {
    let article = name.start > 0 && words.tag(name.start - 1) == PennTag::DT;
    let introduced = name.start > 0 && words.title_ending(name.start - 1).is_some();
    let surname = name.len() == 1 && words.is_known_surname(name.start);
    introduced || !article && (surname || words.is_full_name(name))
}

/// Whether what follows a name lets it be the second half of an apposition.
fn ends_apposed_name(words: &Words<'_>, end: usize) -> bool {
    if end >= words.len() {
        return true;
    }
    let tag = words.tag(end);
    !(tag.is_common_noun() || tag.is_proper() || tag == PennTag::POS || tag == PennTag::CD)
}

/// Whether the word before a phrase takes the apposition away: "as mayor, …", "when he was mayor, …", "without a mayor, …".
fn leads_away(words: &Words<'_>, before: usize) -> bool {
    let is_be = words.tag(before).is_verb() && words.sets.has(LexicalSet::BeforeOffice, words.syntax.lemma(before));
    is_be || words.word(before).eq_ignore_ascii_case("as") || matches!(words.word(before), "like" | "without")
}
