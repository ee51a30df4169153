//! Nouns that the tagger takes for verbs, and verbs that it takes for nouns, after a name that opens its clause.
//!
//! After a country's name a word in -s is either ("Ghana plans to accept", "Ghana plans drew fire"); the words near it say
//! too little, the rest of the clause decides: it has a finite verb of its own, or it needs this one.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::features::TagChoice;
use super::part_of_speech::PennTag;
use super::sentence::Token;
use crate::article::Span;

/// The words that are decided here, with what they can be.
const TABLE: &str = include_str!("correction.tsv");

/// What a word in -s can be after a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Forms {
    /// A verb that takes "to": "plans to accept".
    intends: bool,
    /// The head of a compound: "China exports".
    heads: bool,
    /// A verb that takes an object: "orders evacuations".
    acts: bool,
    /// Never a plural: "agrees"; every other word in -ees is one: "deportees", "refugees", "trainees".
    verb: bool,
}

impl Forms {
    /// Reads a cell of the table; none where it holds a word that means nothing here.
    fn read(cell: &str) -> Option<Self> {
        let mut forms = Self::default();
        for form in cell.split('|') {
            match form {
                "intends" => forms.intends = true,
                "heads" => forms.heads = true,
                "acts" => forms.acts = true,
                "verb" => forms.verb = true,
                _ => return None,
            }
        }
        Some(forms)
    }
}

/// The rows of [`TABLE`]: after the comments and the header, a word and its forms.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| line.split_once('\t'))
}

static WORDS: LazyLock<FxHashMap<&'static str, Forms>> =
    LazyLock::new(|| rows().filter_map(|(word, cell)| Some((word, Forms::read(cell)?))).collect());

/// The fewest bytes that a word of the table has that [`forms`] knows.
const SHORTEST: usize = 4;
/// The most.
const LONGEST: usize = 9;

fn forms(word: &str) -> Option<Forms> {
    WORDS.get(word).copied().filter(|forms| !forms.verb)
}

fn is_verb_in_ees(word: &str) -> bool {
    WORDS.get(word).is_some_and(|forms| forms.verb)
}

/// Whether a word that was taken for a verb is the plural of people: "an attempt to transport *deportees*".
fn is_plural_in_ees(word: &str, tag: PennTag) -> bool {
    matches!(tag, PennTag::VBZ | PennTag::VBP | PennTag::VB) && word.ends_with("ees") && !is_verb_in_ees(word)
}

/// "The *WHO* said": a relative word in capitals among small letters is a name.
fn is_initialism(text: &str, place: Span) -> bool {
    let word = place.of(text);
    let small = |word: Option<&str>| word.is_some_and(|word| word.contains(char::is_lowercase));
    word.len() > 1
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && (small(text[place.end..].split_whitespace().next()) || small(text[..place.start].split_whitespace().next_back()))
}

/// Whether a mark is a hyphen with letters on both sides.
fn is_inside_a_word(text: &str, mark: Span) -> bool {
    let letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    mark.of(text) == "-" && letter(text[..mark.start].chars().next_back()) && letter(text[mark.end..].chars().next())
}

/// Determiners after which no plain verb stands.
const DETERMINERS: [&str; 2] = ["that", "this"];

/// "*That deal* collapsed": a plain verb never stands right after "this" or "that" as a determiner, a noun does.
fn correct_after_determiner(text: &str, tokens: &[Token], choices: &mut [TagChoice], index: usize) {
    let determiner =
        choices[index - 1].tag == PennTag::DT && DETERMINERS.iter().any(|word| tokens[index - 1].span.of(text).eq_ignore_ascii_case(word));
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
    correct_words(text, tokens, choices, true);
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
    first
}

/// The corrections that the words beside a word decide. The first word of a sentence is never corrected; the first of other tokens
/// must not stand after a determiner.
pub(crate) fn correct_words(text: &str, tokens: &[Token], choices: &mut [TagChoice], begins_sentence: bool) {
    for (token, choice) in tokens.iter().zip(choices.iter_mut()) {
        // "Ana Torres*-*Lind left": a hyphen between letters joins words, and is no dash.
        if matches!(choice.tag, PennTag::Comma | PennTag::Colon) && is_inside_a_word(text, token.span) {
            *choice = TagChoice::certain(PennTag::HYPH);
        }
        if choice.tag == PennTag::WP && is_initialism(text, token.span) {
            *choice = TagChoice::certain(PennTag::NNP);
        }
    }
    for index in usize::from(begins_sentence)..choices.len() {
        if is_plural_in_ees(tokens[index].span.of(text), choices[index].tag) {
            choices[index] = TagChoice::certain(PennTag::NNS);
        }
        if index > 0 {
            correct_after_determiner(text, tokens, choices, index);
        }
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
            let plans = || forms.intends && is_infinitive(choices, index + 1) && has_certain_verb(text, tokens, choices, index + 3);
            if forms.heads && is_past_verb(choices, index + 1) || plans() {
                choices[index] = TagChoice::certain(PennTag::NNS);
            }
        } else if forms.intends && is_infinitive(choices, index + 1) {
            if !has_own_verb(text, tokens, choices, index + 3) {
                choices[index] = TagChoice::certain(PennTag::VBZ);
                correct_participles(text, tokens, choices, index + 3);
            }
        } else if forms.acts && begins_object(choices, index + 1) && !choices.iter().any(|choice| choice.tag.is_finite_or_modal()) {
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
        if tag.is_finite_or_modal() && !is_participle(text, tokens, choices, index) {
            return true;
        }
    }
    false
}

/// "*drew*" of "US plans to send migrants to Libya drew criticism": whether a finite verb that no participle is written like follows in the
/// clause, with no "that" before it.
fn has_certain_verb(text: &str, tokens: &[Token], choices: &[TagChoice], from: usize) -> bool {
    let word = |index: usize| tokens[index].span.of(text);
    let end = (from..choices.len()).find(|&index| choices[index].tag.is_finite_or_modal()).unwrap_or(choices.len());
    end < choices.len()
        && matches!(choices[end].tag, PennTag::VBD | PennTag::MD)
        && !word(end).ends_with("ed")
        && (from..end).all(|index| word(index) != "that")
        && has_own_verb(text, tokens, choices, from)
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
    fn the_table_is_sorted_and_every_cell_is_read() {
        let rows: Vec<_> = super::rows().collect();
        assert!(rows.is_sorted_by_key(|&(word, _)| word));
        assert!(rows.iter().all(|(_, cell)| super::Forms::read(cell).is_some()));
        assert_eq!(super::WORDS.len(), rows.len());
        let decided = rows.iter().filter(|(word, _)| super::forms(word).is_some());
        let fits = |word: &str| (super::SHORTEST..=super::LONGEST).contains(&word.len()) && word.ends_with('s');
        assert!(decided.into_iter().all(|(word, _)| fits(word)));
    }

    #[test]
    fn words_in_ees_words_after_that_and_initialisms_are_nouns() {
        let rows: [(&str, &str, PennTag); 8] = [
            ("The WHO said it was late.", "WHO", PennTag::NNP),
            ("They were helped by the WHO.", "WHO", PennTag::NNP),
            ("WHO SHOT THE GUARD?", "WHO", PennTag::WP),
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
