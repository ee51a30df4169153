//! Nouns that the tagger takes for verbs, and verbs that it takes for nouns, after a name that opens its clause.
//!
//! After a country's name a word in -s is either ("Ghana plans to accept", "Ghana plans drew fire"); the words near it say
//! too little, the rest of the clause decides: it has a finite verb of its own, or it needs this one.

use super::features::TagChoice;
use super::part_of_speech::PennTag;
use super::sentence::Token;

/// What a word in -s can be after a name.
#[derive(Clone, Copy)]
struct Forms {
    /// A verb that takes "to": "plans to accept".
    intends: bool,
    /// The head of a compound: "China exports".
    heads: bool,
    /// A verb that takes an object: "orders evacuations".
    acts: bool,
}

/// Plural nouns that are verbs too, sorted.
const BOTH: &[(&str, Forms)] = &[
    ("aims", Forms { intends: true, heads: true, acts: false }),
    ("attacks", Forms { intends: false, heads: true, acts: true }),
    ("attempts", Forms { intends: true, heads: false, acts: false }),
    ("bans", Forms { intends: false, heads: true, acts: true }),
    ("bids", Forms { intends: true, heads: false, acts: false }),
    ("bonds", Forms { intends: false, heads: true, acts: false }),
    ("claims", Forms { intends: true, heads: true, acts: true }),
    ("deals", Forms { intends: false, heads: true, acts: false }),
    ("demands", Forms { intends: true, heads: true, acts: true }),
    ("desires", Forms { intends: true, heads: false, acts: false }),
    ("exports", Forms { intends: false, heads: true, acts: false }),
    ("fears", Forms { intends: false, heads: true, acts: true }),
    ("fights", Forms { intends: true, heads: false, acts: false }),
    ("forces", Forms { intends: false, heads: true, acts: false }),
    ("gains", Forms { intends: false, heads: true, acts: false }),
    ("hopes", Forms { intends: true, heads: true, acts: false }),
    ("imports", Forms { intends: false, heads: true, acts: false }),
    ("moves", Forms { intends: true, heads: true, acts: false }),
    ("needs", Forms { intends: true, heads: true, acts: true }),
    ("offers", Forms { intends: true, heads: false, acts: true }),
    ("officials", Forms { intends: false, heads: true, acts: false }),
    ("orders", Forms { intends: false, heads: true, acts: true }),
    ("plans", Forms { intends: true, heads: true, acts: true }),
    ("plants", Forms { intends: false, heads: true, acts: false }),
    ("pledges", Forms { intends: true, heads: false, acts: true }),
    ("plots", Forms { intends: true, heads: false, acts: false }),
    ("polls", Forms { intends: false, heads: true, acts: false }),
    ("prices", Forms { intends: false, heads: true, acts: false }),
    ("promises", Forms { intends: true, heads: false, acts: true }),
    ("protests", Forms { intends: false, heads: true, acts: false }),
    ("raids", Forms { intends: false, heads: true, acts: true }),
    ("rates", Forms { intends: false, heads: true, acts: false }),
    ("reports", Forms { intends: false, heads: true, acts: true }),
    ("requests", Forms { intends: true, heads: false, acts: true }),
    ("sales", Forms { intends: false, heads: true, acts: false }),
    ("schemes", Forms { intends: true, heads: false, acts: false }),
    ("shares", Forms { intends: false, heads: true, acts: false }),
    ("ships", Forms { intends: false, heads: true, acts: false }),
    ("stocks", Forms { intends: false, heads: true, acts: false }),
    ("strikes", Forms { intends: false, heads: true, acts: true }),
    ("struggles", Forms { intends: true, heads: false, acts: false }),
    ("talks", Forms { intends: false, heads: true, acts: false }),
    ("tests", Forms { intends: false, heads: true, acts: true }),
    ("trades", Forms { intends: false, heads: true, acts: false }),
    ("troops", Forms { intends: false, heads: true, acts: false }),
    ("votes", Forms { intends: false, heads: true, acts: false }),
    ("vows", Forms { intends: true, heads: false, acts: false }),
    ("yields", Forms { intends: false, heads: true, acts: false }),
];

/// The fewest bytes that a word of [`BOTH`] has.
const SHORTEST: usize = 4;
/// The most.
const LONGEST: usize = 9;

fn forms(word: &str) -> Option<Forms> {
    BOTH.binary_search_by_key(&word, |&(known, _)| known).ok().map(|index| BOTH[index].1)
}

/// Verbs in -ees, sorted; every other word in -ees is a plural: "deportees", "refugees", "trainees".
const VERBS_IN_EES: &[&str] =
    &["agrees", "decrees", "disagrees", "flees", "foresees", "frees", "guarantees", "oversees", "referees", "sees"];

/// Whether a word that was taken for a verb is the plural of people: "an attempt to transport *deportees*".
fn is_plural_in_ees(word: &str, tag: PennTag) -> bool {
    matches!(tag, PennTag::VBZ | PennTag::VBP | PennTag::VB) && word.ends_with("ees") && VERBS_IN_EES.binary_search(&word).is_err()
}

/// Determiners after which no plain verb stands.
const DETERMINERS: [&str; 2] = ["that", "this"];

/// "*That deal* collapsed": a plain verb never stands right after "this" or "that" as a determiner, a noun does.
fn correct_after_determiner(text: &str, tokens: &[Token], choices: &mut [TagChoice], index: usize) {
    let determiner = choices[index - 1].tag == PennTag::DT
        && DETERMINERS.iter().any(|word| tokens[index - 1].span.of(text).eq_ignore_ascii_case(word));
    if !determiner || choices[index].tag != PennTag::VBP || tokens[index].span.of(text).len() < 3 {
        return;
    }
    choices[index] = TagChoice::certain(PennTag::NN);
    if let Some(next) = choices.get_mut(index + 1).filter(|next| next.tag == PennTag::VBN) {
        *next = TagChoice::certain(PennTag::VBD);
    }
}

/// Corrects the choices of a sentence's words.
pub(crate) fn correct(text: &str, tokens: &[Token], choices: &mut [TagChoice]) {
    correct_words(text, tokens, choices);
    correct_clauses(text, tokens, choices);
}

/// Whether the tag of a word, or of a word after it, may be decided by the rest of its clause.
pub(crate) fn turns_on_clause(word: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&word.len()) && word.ends_with('s') && forms(word).is_some()
}

/// Where [`correct_words`] has to begin so that the words from `start` on come out as in the whole sentence.
pub(crate) fn start_of_reason(text: &str, tokens: &[Token], start: usize) -> usize {
    let is_determiner = |token: usize| DETERMINERS.iter().any(|word| tokens[token].span.of(text).eq_ignore_ascii_case(word));
    let mut first = start;
    while let Some(near) = (first.saturating_sub(2)..first).find(|&token| is_determiner(token)) {
        first = near;
    }
    // The first word of a sentence is never corrected, so that the first one looked at must be another.
    first.saturating_sub(1)
}

/// The corrections that the words beside a word decide.
pub(crate) fn correct_words(text: &str, tokens: &[Token], choices: &mut [TagChoice]) {
    for index in 1..choices.len() {
        if is_plural_in_ees(tokens[index].span.of(text), choices[index].tag) {
            choices[index] = TagChoice::certain(PennTag::NNS);
        }
        correct_after_determiner(text, tokens, choices, index);
    }
}

/// The corrections that a whole clause decides.
fn correct_clauses(text: &str, tokens: &[Token], choices: &mut [TagChoice]) {
    for index in 1..choices.len() {
        if !matches!(choices[index].tag, PennTag::NNS | PennTag::VBZ) || !opens_clause(text, tokens, choices, index) {
            continue;
        }
        let Some(forms) = forms(tokens[index].span.of(text)) else { continue };
        if choices[index].tag == PennTag::VBZ {
            if forms.heads && is_past_verb(choices, index + 1) {
                choices[index] = TagChoice::certain(PennTag::NNS);
            }
        } else if forms.intends && is_infinitive(choices, index + 1) {
            if !has_own_verb(text, tokens, choices, index + 3) {
                choices[index] = TagChoice::certain(PennTag::VBZ);
                correct_participles(text, tokens, choices, index + 3);
            }
        } else if forms.acts && begins_object(choices, index + 1) && !choices.iter().any(|choice| is_finite(choice.tag)) {
            choices[index] = TagChoice::certain(PennTag::VBZ);
        }
    }
}

/// Whether only a name, with an article before it, stands between the word and the beginning of its sentence or a mark.
fn opens_clause(text: &str, tokens: &[Token], choices: &[TagChoice], index: usize) -> bool {
    let mut start = index;
    while start > 0 && matches!(choices[start - 1].tag, PennTag::NNP | PennTag::NNPS) {
        start -= 1;
    }
    if start == index {
        return false;
    }
    let article = start > 0 && choices[start - 1].tag == PennTag::DT;
    let start = if article { start - 1 } else { start };
    start == 0 || choices[start - 1].tag.is_punctuation() || tokens[start - 1].span.of(text) == "that"
}

fn is_finite(tag: PennTag) -> bool {
    matches!(tag, PennTag::VBD | PennTag::VBZ | PennTag::VBP | PennTag::MD)
}

/// "evacuations" of "Israel orders evacuations", where the sentence has no other verb.
fn begins_object(choices: &[TagChoice], index: usize) -> bool {
    choices.get(index).is_some_and(|choice| matches!(choice.tag, PennTag::DT | PennTag::PRPS | PennTag::CD | PennTag::NNS | PennTag::NNP))
}

fn is_infinitive(choices: &[TagChoice], index: usize) -> bool {
    choices.get(index).is_some_and(|choice| choice.tag == PennTag::TO)
        && choices.get(index + 1).is_some_and(|choice| choice.tag == PennTag::VB)
}

/// Whether a past verb follows that nothing after it makes a participle before a noun: "talks resumed in", not "orders wounded troops".
fn is_past_verb(choices: &[TagChoice], index: usize) -> bool {
    let next = choices.get(index + 1).map(|choice| choice.tag);
    choices.get(index).is_some_and(|choice| choice.tag == PennTag::VBD)
        && !next.is_some_and(|tag| tag.is_common_noun() || tag.is_adjective())
}

/// Whether a finite verb follows in the clause that has no subject of its own there.
fn has_own_verb(text: &str, tokens: &[Token], choices: &[TagChoice], from: usize) -> bool {
    for index in from..choices.len() {
        let tag = choices[index].tag;
        if tag.is_punctuation() || matches!(tag, PennTag::WDT | PennTag::WP | PennTag::PRP | PennTag::CC | PennTag::WRB) {
            return false;
        }
        if is_finite(tag) && !is_participle(text, tokens, choices, index) {
            return true;
        }
    }
    false
}

/// "deported" of "Africans deported from the US": a form in -ed after a noun, with a preposition after it.
fn is_participle(text: &str, tokens: &[Token], choices: &[TagChoice], index: usize) -> bool {
    choices[index].tag == PennTag::VBD
        && choices[index - 1].tag.is_noun()
        && tokens[index].span.of(text).ends_with("ed")
        && choices.get(index + 1).is_some_and(|choice| matches!(choice.tag, PennTag::IN | PennTag::TO))
}

fn correct_participles(text: &str, tokens: &[Token], choices: &mut [TagChoice], from: usize) {
    for index in from..choices.len() {
        if choices[index].tag.is_punctuation() {
            return;
        }
        if is_participle(text, tokens, choices, index) {
            choices[index] = TagChoice::certain(PennTag::VBN);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Span;
    use crate::syntax::Analyser;
    use crate::syntax::part_of_speech::PennTag::{self, NNS, VBZ};

    #[test]
    fn the_table_is_sorted() {
        assert!(super::BOTH.is_sorted_by_key(|&(word, _)| word));
        let fits = |word: &str| (super::SHORTEST..=super::LONGEST).contains(&word.len()) && word.ends_with('s');
        assert!(super::BOTH.iter().all(|&(word, _)| fits(word)));
    }

    #[test]
    fn words_in_ees_and_words_after_that_are_nouns() {
        assert!(super::VERBS_IN_EES.is_sorted());
        let rows: [(&str, &str, PennTag); 5] = [
            ("The guards moved detainees from Malta to Libya by night.", "detainees", NNS),
            ("The refugees left the camp in Chad.", "refugees", NNS),
            ("Ghana agrees to accept them.", "agrees", VBZ),
            ("That deal collapsed after the vote.", "deal", PennTag::NN),
            ("That deal collapsed after the vote.", "collapsed", PennTag::VBD),
        ];
        for (text, word, expected) in rows {
            let analysed = Analyser::embedded().tag(text, Span::new(0, text.len()));
            let token = (0..analysed.len()).find(|&token| analysed.word(text, token) == word).expect("the word is a token");
            assert_eq!(analysed.tag(token), expected, "{text}");
        }
    }

    #[test]
    fn nouns_and_verbs_in_s_after_a_name_are_told_apart() {
        let rows: [(&str, &str, PennTag); 11] = [
            ("Ghana plans to accept West Africans deported from the US, its minister said.", "plans", VBZ),
            ("The US plans to send more migrants to Libya.", "plans", VBZ),
            ("Kenya hopes to host the talks in May.", "hopes", VBZ),
            ("Norway pledges to cut emissions.", "pledges", VBZ),
            ("US plans to deport migrants to Libya drew criticism.", "plans", NNS),
            ("Ghana plans were leaked on Monday.", "plans", NNS),
            ("China exports fell 3 percent in May.", "exports", NNS),
            ("Iran talks resumed in Oman.", "talks", NNS),
            ("Israel orders evacuations in Gaza.", "orders", VBZ),
            ("US strikes in Yemen killed nine.", "strikes", NNS),
            ("Japan imports oil from Oman.", "imports", VBZ),
        ];
        for (text, word, expected) in rows {
            let analysed = Analyser::embedded().tag(text, Span::new(0, text.len()));
            let token = (0..analysed.len()).find(|&token| analysed.word(text, token) == word).expect("the word is a token");
            assert_eq!(analysed.tag(token), expected, "{text}");
        }
    }
}
