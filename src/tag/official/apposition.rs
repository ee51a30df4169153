//! Appositions: what a person is, after or before the name, between commas.

use std::ops::Range;

use super::Found;
use super::phrase::Left;
use super::title::{add_further_names, designate_end, is_plural, is_used_as_title};
use super::words::{TitleAt, Words};
use crate::gazetteer::person_names::NameWord;
use crate::gazetteer::titles::TitleUse;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::PennTag;

/// A description after the name.
///
/// Matches: "Omar Diop, a representative for the port", "Ann Lee, 19, a member of the choir", "Jon Vik,
/// wikiHow founder", "Jan Kral, Macron's chief of staff", "Ann Lee (head of the union)", "Ann Lee, MD, a professor", "Ann Lee, now the
/// mayor of Leeds", and a second office after the first: "Ann Lee, head of the union, member of the board,".
///
/// Refuses: a title that its own name follows ("after meeting Lee, President Diaz"), that a verb follows ("to Ann Lee, the
/// president said"), that is not the head of its phrase ("Ann Lee, president candidate"), and names of places and bodies.
///
/// Known misses: relative clauses ("Ann Lee, who leads the union").
pub(super) fn after_name<'a>(words: &Words<'a>, index: usize, found: &mut Vec<Found<'a>>) -> bool {
    let at = &words.titles[index];
    let is_apart = || (0..at.tokens.start).rev().any(|token| words.is_separator(token));
    if at.title.usage == TitleUse::Honorific || !is_apart() || !is_used_as_title(words, at) {
        return false;
    }
    let head_end = designate_end(words, at.tokens.end);
    if !ends_phrase_head(words, head_end) {
        return false;
    }
    let left = words.left_of(at);
    if left.impersonal || words.is_only_kin(at, &left) {
        return false;
    }
    let past = left.phrase.checked_sub(1).filter(|&token| words.sets.has(FunctionSet::BeforePastOffice, words.word(token)));
    let adverb =
        past.or_else(|| left.phrase.checked_sub(1).filter(|&token| words.sets.has(FunctionSet::BeforeApposedOffice, words.word(token))));
    let Some(separator) = adverb.unwrap_or(left.phrase).checked_sub(1).filter(|&token| words.is_separator(token)) else { return false };
    let Some(name_end) = skip_asides(words, separator) else { return false };
    let office_end = words.end_after(head_end).max(head_end);
    let verb_follows = office_end < words.len() && words.tag(office_end).is_finite_verb();
    // "Keep Ann Lee, her team members and their families in mind": several are no description of one.
    let shared = || words.name_before(name_end).is_some_and(|name| name.start > 0 && words.is(name.start - 1, "and"));
    if is_plural(words, at) && (words.word(left.office).ends_with("ing") || !shared()) {
        return false;
    }
    let Some(name) = words.name_before(name_end) else {
        return !verb_follows && add_further_office(words, at, &left, office_end, separator, found);
    };
    if !may_be_described(words, &name) || verb_follows && name.start > 0 && !words.begins_line(name.start) {
        return false;
    }
    let find = words.find(at, &name, &(left.office..office_end), &(left.phrase..office_end));
    found.push(Found { former: find.former || past.is_some(), ..find });
    true
}

/// A second office after one that was found for the name before it: "Ann Lee, head of the union, *member of the board*,".
fn add_further_office<'a>(
    words: &Words<'a>,
    at: &TitleAt<'a>,
    left: &Left,
    office_end: usize,
    separator: usize,
    found: &mut Vec<Found<'a>>,
) -> bool {
    // "Ann Lee, the director, a doctor and a nurse" is a list of people: only what goes on with "of", "for" and the like.
    let goes_on = office_end > at.tokens.end;
    let closed = office_end >= words.len() || words.is_separator(office_end) || matches!(words.word(office_end), ")" | "." | "and");
    if !goes_on || !closed || left.phrase < left.office || separator == 0 {
        return false;
    }
    let before = words.span(separator - 1);
    let first = found
        .iter()
        .rev()
        .find(|find| find.sentence == words.sentence && find.office.end == before.end && find.name.end < find.office.start);
    let Some(name) = first.map(|find| find.name) else { return false };
    let find = words.find(at, &words.syntax.tokens_in(name), &(left.office..office_end), &(left.phrase..office_end));
    found.push(find);
    true
}

/// A description before the name, with a comma between.
///
/// Matches: "Norway's Prime Minister, Ann Lee", "Co-founder of Tessera, Lena Voss", "the site's founder, Jon Vik", "the mayor of Leeds
/// (Ann Lee)", "two members of the board, Ann Lee and Jon Vik".
///
/// Refuses: a phrase that "as" or a form of "be" goes before ("when he was mayor, Ann Lee …"), single words that no one
/// introduced ("the director, London").
pub(super) fn before_name<'a>(words: &Words<'a>, index: usize, found: &mut Vec<Found<'a>>) {
    let at = &words.titles[index];
    let goes_on_apart = || (at.tokens.end..words.len()).any(|token| words.is_separator(token));
    if at.title.usage == TitleUse::Honorific || !goes_on_apart() || !is_used_as_title(words, at) {
        return;
    }
    let head_end = designate_end(words, at.tokens.end);
    let office_end = words.end_after(head_end).max(head_end);
    // "replaced a veteran with the head of the office, Ann Lee": the second title is the person's.
    let exchanged = (head_end..office_end)
        .any(|token| words.is(token, "with") && words.titles.iter().any(|other| (token..office_end).contains(&other.tokens.start)));
    let left = words.left_of(at);
    let Some(closing) = closing_mark(words, at, &left, office_end).filter(|_| !exchanged) else { return };
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
    if !closing(words, &name) {
        return;
    }
    let vouched = words.is_full_name(&name) || name_start > office_end + 1 || words.is_known_surname(name.start);
    if !ends_phrase_head(words, head_end)
        || !ends_apposed_name(words, name.end)
        || words.tag(at.tokens.end.min(words.len() - 1)) == PennTag::POS
    {
        return;
    }
    let possessive = left.phrase < at.tokens.start && words.tag(left.phrase) == PennTag::PRPS;
    if !(vouched || possessive) || left.impersonal || words.is_only_kin(at, &left) {
        return;
    }
    if left.phrase > 0 && leads_away(words, left.phrase - 1) {
        return;
    }
    // "passage denied by a monk, Theodorus left": inside an opening phrase the comma ends the phrase, not the description.
    let verb_follows = name.end < words.len() && (words.tag(name.end).is_finite_verb() || words.tag(name.end) == PennTag::VBN);
    let begins_clause = left.phrase == 0 || words.tag(left.phrase - 1).is_punctuation() || words.begins_line(left.phrase);
    // "met with line minister, Ann Lee, on", but "according to troopers, Ann Lee, 23, fell".
    let according = left.phrase > 1 && words.word(left.phrase - 2).eq_ignore_ascii_case("according");
    let closed = name.len() > 1 && words.is(name.end, ",") && !according && !is_plural(words, at);
    let bare_after_preposition = !closed
        && left.phrase > 0
        && words.tag(left.phrase - 1) == PennTag::IN
        && left.phrase == left.office
        && !possessive
        && !words.is_capital(left.office);
    if verb_follows && !begins_clause || bare_after_preposition {
        return;
    }
    let first = words.find(at, &name, &(left.office..office_end), &(left.phrase..office_end));
    found.push(first.clone());
    if is_plural(words, at) {
        add_further_names(words, &first, name.end, found);
    }
}

/// Whether what stands at a token closes the name between two dashes or brackets.
type Closes = fn(&Words<'_>, &Range<usize>) -> bool;

/// Whether a mark after an office can be one that a name follows, and what then has to close the name: nothing after a comma, the
/// other bracket ("the mayor of Leeds (Ann Lee)"), a dash or a comma after a dash ("the new head — Ann Lee — said").
fn closing_mark(words: &Words<'_>, at: &TitleAt<'_>, left: &Left, mark: usize) -> Option<Closes> {
    if words.is(mark, ",") {
        return Some(|_, _| true);
    }
    // Not "Dean (Ann Lee)", a part and who plays it.
    let described = mark - left.phrase > at.tokens.len();
    let office = at.title.kind.is_office() && described && !words.title_case;
    if !office || !words.is_separator(mark) {
        return None;
    }
    if words.is(mark, "(") {
        return Some(|words, name| name.len() > 1 && words.is(name.end, ")"));
    }
    Some(|words, name| name.len() > 1 && name.end < words.len() && words.is_separator(name.end) && !words.is(name.end, "("))
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

/// Where the name ends that a separator follows, with an age, a bracket or a degree between skipped: "Ann Lee, 19, a…", "Ann Lee
/// (1704 – 1787), a…", "Ann Lee, MD, a…".
fn skip_asides(words: &Words<'_>, mut separator: usize) -> Option<usize> {
    while separator > 1 && words.name_word(separator - 1) == Some(NameWord::Suffix) && words.is(separator - 2, ",") {
        separator -= 2;
    }
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
