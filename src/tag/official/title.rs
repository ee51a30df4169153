//! Titles before the name.

use std::ops::Range;

use super::Found;
use super::words::{HitKind, TitleAt, Words};
use crate::gazetteer::person_names::NameWord;
use crate::gazetteer::titles::{TitleKind, TitleUse};
use crate::gazetteer::word_sets::FunctionSet;
use crate::syntax::PennTag;

/// A title, an occupation or an honorific directly before a name.
///
/// Matches: "US President Barack Obama", "White House press secretary Ann Lee", "Sen. Cole", "brand chief Herbert
/// Diess", "actor and director Ann Lee" (the first office), "Dr Lee", "President-elect Ann Lee".
///
/// Refuses: a name that is no person ("Queen Elizabeth Hospital", "Lake Superior"), a description in small letters before a
/// single unknown word ("driver Uber"), the words of a heading in title case unless the name is known.
///
/// A title in the plural goes with each of the names that follow ("Senators Cole and Diaz").
///
/// Known misses: names in capitals throughout.
pub(super) fn before_name<'a>(words: &Words<'a>, index: usize, found: &mut Vec<Found<'a>>) {
    let at = &words.titles[index];
    let mut head_end = designate_end(words, at.tokens.end);
    let office_end = head_end;
    // "Prime Minister Sir Ann Lee", "spokesman Lt. Col. Ann Lee": two titles of one name, a find each.
    while let Some(next) = words.title_at(head_end).filter(|next| words.is_title_apart(at.tokens.end - 1, next)) {
        head_end = next.tokens.end;
    }
    let Some(name) = words.name_from(head_end) else { return };
    // What needs tags comes last.
    if !is_used_as_title(words, at) || !is_introduced(words, at, &name) {
        return;
    }
    if words.is_only_kin(at, &words.left_of(at)) {
        return;
    }
    let first = find(words, at, office_end, &name);
    found.push(first.clone());
    if is_plural(words, at) {
        add_further_names(words, &first, name.end, found);
    }
}

/// "Senators", "Drs.", "members of congress", "attorneys general": a form of the table in the plural, by its head. "Minister of
/// foreign affairs" is none.
pub(super) fn is_plural(words: &Words<'_>, at: &TitleAt<'_>) -> bool {
    let ends_in_s = |word: &str| word.trim_end_matches('.').ends_with('s');
    let form = || at.tokens.clone().map(|token| words.word(token));
    head(form()).is_some_and(ends_in_s) && !head(at.title.name.split_whitespace()).is_some_and(ends_in_s)
}

/// The word of a title that takes the plural: the last one before its "of", "general" left aside.
fn head<'w>(title: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    title.take_while(|word| *word != "of").filter(|word| !word.eq_ignore_ascii_case("general")).last()
}

/// The names after the first that share a title in the plural.
pub(super) fn add_further_names<'a>(words: &Words<'a>, shared: &Found<'a>, mut end: usize, found: &mut Vec<Found<'a>>) {
    while words.is(end, ",") || words.is(end, "and") || words.is(end, "&") {
        let first = if words.is(end, ",") && words.is(end + 1, "and") { end + 2 } else { end + 1 };
        let Some(name) = words.name_from(first) else { return };
        end = name.end;
        found.push(Found { apart: true, name: words.span_of(&name), ..shared.clone() });
    }
}

/// The find of a title and a name; the office begins with the modifiers of the title.
fn find<'a>(words: &Words<'a>, at: &TitleAt<'a>, office_end: usize, name: &Range<usize>) -> Found<'a> {
    if at.title.usage == TitleUse::Honorific {
        return words.find(at, name, &at.tokens, &at.tokens);
    }
    let left = words.left_of(at);
    words.find(at, name, &(left.office..left.first_conjunct_end.unwrap_or(office_end)), &(left.phrase..office_end))
}

/// A title with a phrase of its own, then the name without a comma between.
///
/// Matches: "the mayor of London Sadiq Khan", "CEO of the Harbour Board Jan Kral": the place or body ends in a known name
/// or in a word that such names end with, or the person's first name is known.
///
/// Refuses: "the University of Texas Arlington" and other runs of capitals that nothing divides.
pub(super) fn with_phrase_before_name<'a>(words: &Words<'a>, index: usize, found: &mut Vec<Found<'a>>) {
    let at = &words.titles[index];
    let preposition = at.tokens.end;
    if at.title.usage == TitleUse::Honorific || words.title_case || preposition >= words.len() {
        return;
    }
    let leads_on = |word: &str| words.sets.has(FunctionSet::TitlePhrase, word) || word == "to" && at.title.kind == TitleKind::Diplomat;
    if !leads_on(words.word(preposition)) || !is_used_as_title(words, at) {
        return;
    }
    let phrase_end = words.end_after(at.tokens.end);
    // "envoy of President of Ukraine Ann Lee": the name is the second title's.
    let second = words.titles.iter().find(|other| other.tokens.start > preposition).map_or(phrase_end, |other| other.tokens.end);
    for boundary in preposition + 2..phrase_end.min(second) {
        let divided = match words.hit(boundary - 1) {
            Some(HitKind::Country | HitKind::Organization) => {
                words.hit(boundary).is_none() || words.hit(boundary) == Some(HitKind::OfficeHolder)
            }
            _ => {
                matches!(words.name_word(boundary - 1), Some(NameWord::Organization | NameWord::Place))
                    || words.is_capital(boundary - 1) && words.names.is_first_name(words.word(boundary))
                    || ends_duties(words, at, boundary)
            }
        };
        let noun = words.tag(boundary - 1).is_noun() || words.hit(boundary - 1).is_some();
        if !(divided && noun) {
            continue;
        }
        let Some(name) = words.name_from(boundary).filter(|name| (2..=4).contains(&words.words_in(name))) else { continue };
        let known = words.names.is_first_name(words.word(boundary)) || words.hit(boundary) == Some(HitKind::OfficeHolder);
        let verb_follows = name.end < words.len() && words.tag(name.end).is_finite_verb();
        // "opened by Ambassador of Kenya to Peru Mikael Onyango."
        let office = at.title.usage == TitleUse::Title && words.is_capital(at.tokens.start);
        let closed = || name.end >= words.len() || matches!(words.word(name.end), "." | "," | ";" | ")");
        if !(known || verb_follows || office && closed() || ends_duties(words, at, boundary)) {
            continue;
        }
        let left = words.left_of(at);
        found.push(words.find(at, &name, &(left.office..boundary), &(left.phrase..boundary)));
        return;
    }
}

/// Whether a minister's duties end before `boundary`: "Minister for Foreign Trade and Development | Kaisa Lind".
fn ends_duties(words: &Words<'_>, at: &TitleAt<'_>, boundary: usize) -> bool {
    let capital = words.is_capital(boundary - 1) && words.is_capital(boundary);
    let duty = |token: usize| words.official_titles.is_duty(words.word(token));
    at.title.kind == TitleKind::Minister && capital && duty(boundary - 1) && !duty(boundary)
}

/// Whether the word is the noun here, not the verb ("judge", "host", "head") or the adjective ("chief").
pub(super) fn is_used_as_title(words: &Words<'_>, at: &TitleAt<'_>) -> bool {
    let last = at.tokens.end - 1;
    match words.tag(last) {
        // "according to curator Ann Lee".
        PennTag::VB if last > 1 && words.is(last - 1, "to") && words.word(last - 2).eq_ignore_ascii_case("according") => true,
        PennTag::VB | PennTag::VBP | PennTag::VBZ | PennTag::VBD | PennTag::VBG => words.is_capital(last) && last > 0,
        PennTag::JJ | PennTag::RB => {
            at.title.usage != TitleUse::Noun || words.is_capital(last) || at.title.kind != TitleKind::Official || names_follow(words, at)
        }
        _ => true,
    }
}

/// Whether a known name follows a title: "rights chief | Volker", "party official | Ann Lee", not "the chief Paris correspondent".
fn names_follow(words: &Words<'_>, at: &TitleAt<'_>) -> bool {
    let (start, end) = (at.tokens.start, at.tokens.end);
    let known = end < words.len() && (words.names.is_first_name(words.word(end)) || words.hit(end) == Some(HitKind::OfficeHolder));
    let full = || words.name_from(end).is_some_and(|name| words.words_in(&name) >= 2);
    known && (start > 0 && words.tag(start - 1).is_noun() || full())
}

/// Where the title ends with a word that says it is not yet held: "President-elect", "minister-designate", "ambassador designate".
pub(super) fn designate_end(words: &Words<'_>, end: usize) -> usize {
    let word = if words.is_hyphen(end) && words.is_glued(end) && words.is_glued(end + 1) { end + 1 } else { end };
    let is_designate = word < words.len()
        && words.modifiers.iter().any(|&(span, kind)| kind == TitleKind::Designate && span == words.span(word))
        && (word > end || words.word(word) == "designate" || words.word(word) == "elect");
    if is_designate { word + 1 } else { end }
}

/// Whether the title vouches for the name.
fn is_introduced(words: &Words<'_>, at: &TitleAt<'_>, name: &Range<usize>) -> bool {
    let first = words.word(name.start);
    let known = words.names.is_first_name(first) || words.hit(name.start) == Some(HitKind::OfficeHolder);
    if words.title_case && !known {
        return false;
    }
    let several = words.words_in(name) >= 2;
    let known = known || !several && words.is_known_surname(name.start);
    // "the lawyers Apple sent", "told reporters Ann Lee was safe": several people described, not "Senators Cole and Diaz".
    if is_plural(words, at) && !words.is_capital(at.tokens.start) {
        let told = || at.tokens.start > 0 && words.tag(at.tokens.start - 1).is_verb() && !words.is(name.end, "and");
        return (several || known) && !told();
    }
    match at.title.usage {
        TitleUse::Capital if at.title.kind == TitleKind::Native => several || known,
        TitleUse::Honorific | TitleUse::Capital | TitleUse::Title => true,
        TitleUse::Noun | TitleUse::Small => several || known,
        TitleUse::Modifier => false,
    }
}
