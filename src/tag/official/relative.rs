//! Relative clauses: what a person is, after the name and "who".

use super::Found;
use super::words::Words;
use crate::gazetteer::titles::TitleUse;
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::PennTag;

/// An office in a clause that "who" begins after the name.
///
/// Matches: "John Reed, who is the agency's director, …", "Ann Lee, who served as ambassador to France, …".
///
/// Refuses: how somebody came to an office ("who became chairman", "who was elected mayor"), which is an event; a title after
/// another verb ("who met the mayor"), a negation ("who is not a lawyer").
///
/// Known misses: clauses that name the deed and no office ("who leads the union"). A past office is kept as said, without
/// "former" ("who was mayor then").
pub(super) fn after_name<'a>(words: &Words<'a>, index: usize, found: &mut Vec<Found<'a>>) -> bool {
    let at = &words.titles[index];
    let in_clause = || (0..at.tokens.start).rev().any(|token| words.is(token, "who"));
    if at.title.usage == TitleUse::Honorific || !in_clause() || !words.tag(at.tokens.end - 1).is_noun() {
        return false;
    }
    let left = words.left_of(at);
    if left.impersonal {
        return false;
    }
    let Some(who) = clause_start(words, left.phrase) else { return false };
    let name_end = if who > 0 && words.is(who - 1, ",") { who - 1 } else { who };
    let Some(name) = words.name_before(name_end).filter(|name| words.is_full_name(name)) else { return false };
    let office_end = words.end_after(at.tokens.end).max(at.tokens.end);
    found.push(words.find(at, &name, &(left.office..office_end), &(left.phrase..office_end)));
    true
}

/// The "who" of the clause whose verb, of being or holding office, ends before `phrase`.
fn clause_start(words: &Words<'_>, phrase: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    let mut verb = phrase.checked_sub(1)?;
    let through_as = words.is(verb, "as");
    if through_as {
        verb = verb.checked_sub(1)?;
    }
    if !words.tag(verb).is_verb() {
        return None;
    }
    let lemma = words.syntax.lemma(verb);
    let holds = if through_as { words.sets.has(LexicalSet::HoldsAs, lemma) } else { matches!(lemma, "be" | "remain") };
    if !holds {
        return None;
    }
    let first = verb.saturating_sub(LONGEST);
    let who = (first..verb).rev().find(|&token| words.is(token, "who"))?;
    let plain = |token: usize| {
        words.tag(token).is_verb() && matches!(words.syntax.lemma(token), "be" | "have")
            || words.tag(token) == PennTag::RB && !words.is(token, "not") && !words.is(token, "never")
    };
    (who + 1..verb).all(plain).then_some(who)
}
