//! Predicates: what a person is or becomes, said by a verb between the name and the office, or before both.
//!
//! Such an office is known of the person from then on; it stands apart from the name, so that the mention is the name alone.

use std::ops::Range;

use super::Found;
use super::title::is_plural;
use super::words::{HitKind, TitleAt, Words};
use crate::gazetteer::titles::TitleUse;
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::PennTag;

/// How many words may stand in a verb group: "has long been".
const LONGEST_VERB: usize = 5;

/// An office after a verb.
///
/// Matches: "Ann Lee is the director of the museum", "Ann Lee was elected mayor", "Ann Lee has served as ambassador", "The board named
/// Ann Lee chief executive", "They elected Ann Lee as its president".
///
/// Refuses: what is not said to be so ("may become mayor", "is not the director", "if Ann Lee is elected mayor"), occupations ("is an
/// economist"), and subjects that are the end of a longer phrase ("The wife of Ann Lee is a judge").
pub(super) fn after_verb<'a>(words: &Words<'a>, index: usize, found: &mut Vec<Found<'a>>) -> bool {
    let at = &words.titles[index];
    // "chief executive" may be tagged as two adjectives.
    let noun = || at.tokens.len() > 1 || words.tag(at.tokens.end - 1).is_noun();
    let office = at.title.kind.is_office() && at.title.usage != TitleUse::Honorific;
    if !office || is_plural(words, at) || !noun() {
        return false;
    }
    let left = words.left_of(at);
    let said = subject(words, left.phrase).map(|name| (name, left.office));
    let Some((name, office)) = said.or_else(|| object(words, at, left.phrase, left.office)) else { return false };
    let office_end = words.end_after(at.tokens.end).max(at.tokens.end);
    // "was named president | Ann Lee's successor", "is mayor | Jon Vik's wife".
    if is_followed_by_name(words, at) {
        return false;
    }
    // "elected her as *its* president".
    let office = if office < at.tokens.start && words.tag(office) == PennTag::PRPS { office + 1 } else { office };
    let find = words.find(at, &name, &(office..office_end), &(left.phrase.min(office)..office_end));
    found.push(Found { apart: true, predicate: true, ..find });
    true
}

/// The name before the verb of being or of coming to office that ends before `phrase`.
fn subject(words: &Words<'_>, phrase: usize) -> Option<Range<usize>> {
    let mut verb = phrase.checked_sub(1)?;
    let through_as = words.is(verb, "as");
    verb = verb.checked_sub(usize::from(through_as))?;
    // "was sworn in as mayor".
    verb = if words.is(verb, "in") { verb.checked_sub(1)? } else { verb };
    if !words.tag(verb).is_verb() {
        return None;
    }
    let lemma = words.syntax.lemma(verb);
    let chosen = words.tag(verb) == PennTag::VBN && words.sets.has(LexicalSet::ComesToOffice, lemma);
    let holds = if through_as { words.sets.has(LexicalSet::HoldsAs, lemma) } else { matches!(lemma, "be" | "become" | "remain") };
    // "Ann Lee is an economist": what she does, no post.
    let one_of_many = words.syntax.lemma(verb) == "be" && (words.is(phrase, "a") || words.is(phrase, "an"));
    if !(chosen || holds) || one_of_many || matches!(words.tag(verb), PennTag::VBG | PennTag::VB) {
        return None;
    }
    let mut first = verb;
    let mut passive = false;
    while first > 0 && verb - first < LONGEST_VERB && is_auxiliary(words, first - 1) {
        first -= 1;
        passive |= words.syntax.lemma(first) == "be";
    }
    if chosen && !passive || words.tag(first) == PennTag::VBN {
        return None;
    }
    let name = words.name_before(first)?;
    let title = name.start.checked_sub(1).and_then(|before| words.title_ending(before));
    let start = title.map_or(name.start, |title| title.tokens.start);
    let opens = start == 0 || words.begins_line(start) || may_stand_before_subject(words, start - 1);
    (opens && is_named(words, &name)).then_some(name)
}

/// The name between a verb that gives an office and the office, with the office's first word: "named | Ann Lee | (as) chief executive".
fn object(words: &Words<'_>, at: &TitleAt<'_>, phrase: usize, office: usize) -> Option<(Range<usize>, usize)> {
    let gives = |name: &Range<usize>| {
        let verb = name.start.checked_sub(1)?;
        let tag = words.tag(verb);
        let chosen = tag.is_verb() && tag != PennTag::VB && words.sets.has(LexicalSet::ComesToOffice, words.syntax.lemma(verb));
        (chosen && is_named(words, name)).then_some(())
    };
    let end = phrase.checked_sub(usize::from(phrase > 0 && words.is(phrase - 1, "as")))?;
    if let Some(name) = words.name_before(end).filter(|name| gives(name).is_some()) {
        return Some((name, office));
    }
    // "named Ann Lee economy minister": the name looks like a part of the office.
    let name = words.name_from(phrase).filter(|name| gives(name).is_some())?;
    (name.end <= at.tokens.start).then(|| (name.clone(), name.end))
}

/// "has", "was", "recently": no modal, no negation.
fn is_auxiliary(words: &Words<'_>, token: usize) -> bool {
    let tag = words.tag(token);
    tag.is_verb() && matches!(words.syntax.lemma(token), "be" | "have")
        || tag == PennTag::RB && !words.is(token, "not") && !words.is(token, "never")
}

/// What may stand before the subject of a clause: a mark, a verb of saying, "that".
fn may_stand_before_subject(words: &Words<'_>, token: usize) -> bool {
    let tag = words.tag(token);
    tag.is_punctuation() || tag.is_finite_verb() || matches!(words.word(token), "that" | "because" | "after" | "when" | "while" | "since")
}

/// A full name with a known first name, or a known office-holder: "Best Buy is the leader" says nothing of a person.
fn is_named(words: &Words<'_>, name: &Range<usize>) -> bool {
    words.is_full_name(name) && (words.names.is_first_name(words.word(name.start)) || words.hit(name.start) == Some(HitKind::OfficeHolder))
}

fn is_followed_by_name(words: &Words<'_>, at: &TitleAt<'_>) -> bool {
    at.tokens.end < words.len() && words.tag(at.tokens.end).is_proper()
}
