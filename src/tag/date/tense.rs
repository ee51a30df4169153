//! Which way the verbs around a date point, by part-of-speech tags.
//!
//! "on Friday" after "said" is the last Friday, after "will meet" the next one. The verb group nearest before the date
//! decides; where none stands before it in the sentence, the first one after it does.

use super::expression::Tense;
use crate::article::Span;
use crate::gazetteer::dates::{DateSense, DateWords};
use crate::syntax::{PennTag, Words};

/// How many words before a date its verb is looked for.
const BEFORE: usize = 25;
/// How many words after it.
const AFTER: usize = 15;
/// How many words a verb group spans: "will not have been finally decided".
const GROUP: usize = 6;

/// The tense around the date at `span` of the sentence.
pub(super) fn around(text: &str, sentence: &Words<'_>, span: Span, dates: &DateWords) -> Tense {
    let verbs = Verbs { text, sentence, dates };
    let at = sentence.tokens.partition_point(|token| token.span.start < span.start);
    let end = sentence.tokens.partition_point(|token| token.span.start < span.end);
    match at.checked_sub(1).map(|before| verbs.word(before)) {
        Some(word) if word.eq_ignore_ascii_case("until") => return Tense::Future,
        Some(word) if word.eq_ignore_ascii_case("since") => return Tense::Past,
        _ => {}
    }
    // "The deadline is Friday", "is on Friday"
    if (at.saturating_sub(2)..at).any(|index| verbs.is_present(index) && verbs.is_be(index)) {
        return Tense::Future;
    }
    let before = (at.saturating_sub(BEFORE)..at).rev().find_map(|index| verbs.group_ending(index).map(|tense| (index, tense)));
    match before {
        // "said the vote on Friday will decide": the date belongs to what is said.
        Some((index, Tense::Past)) if at - index > 1 && verbs.is_speech(index) => verbs.modal_after(end).unwrap_or(Tense::Past),
        Some((_, tense)) => tense,
        None => (end..sentence.len().min(end + AFTER)).find_map(|index| verbs.group_beginning(index)).unwrap_or(Tense::Unknown),
    }
}

struct Verbs<'s> {
    text: &'s str,
    sentence: &'s Words<'s>,
    dates: &'s DateWords,
}

impl Verbs<'_> {
    fn word(&self, index: usize) -> &str {
        self.sentence.word(self.text, index)
    }

    fn is_cue(&self, index: usize) -> bool {
        self.dates.senses(self.word(index)).any(|sense| sense == DateSense::Ahead)
    }

    fn is_speech(&self, index: usize) -> bool {
        self.dates.senses(self.word(index)).any(|sense| sense == DateSense::Speech)
    }

    fn is_be(&self, index: usize) -> bool {
        self.sentence.lemma(index) == "be"
    }

    fn is_present(&self, index: usize) -> bool {
        matches!(self.sentence.tag(index), PennTag::VBZ | PennTag::VBP)
    }

    /// The tense of the verb group whose last word is `index`; none where that word decides nothing.
    fn group_ending(&self, index: usize) -> Option<Tense> {
        let tag = self.sentence.tag(index);
        match tag {
            PennTag::VBD => Some(Tense::Past),
            // "a would-be robber"
            PennTag::MD if self.sentence.get_tag(index + 1) == Some(PennTag::HYPH) => None,
            PennTag::MD => Some(self.modal(index)),
            PennTag::VBN | PennTag::VBG | PennTag::VB => {
                if self.is_cue(index) && tag != PennTag::VB {
                    return Some(Tense::Future);
                }
                match self.auxiliary(index) {
                    Some(tense) => Some(tense),
                    // "a law passed in March"; "beginning Friday" says nothing.
                    None if tag == PennTag::VBN => Some(Tense::Past),
                    None => None,
                }
            }
            PennTag::VBZ | PennTag::VBP if self.is_cue(index) => Some(Tense::Future),
            PennTag::VBZ | PennTag::VBP if self.is_speech(index) => Some(Tense::Past),
            PennTag::VBZ | PennTag::VBP => Some(Tense::Present),
            _ if self.is_cue(index) => Some(Tense::Future),
            _ => None,
        }
    }

    /// What the auxiliaries before a participle or an infinitive say.
    fn auxiliary(&self, verb: usize) -> Option<Tense> {
        let first = verb.saturating_sub(GROUP);
        let mut perfect = false;
        for index in (first..verb).rev() {
            match self.sentence.tag(index) {
                PennTag::RB | PennTag::RBR | PennTag::RP | PennTag::JJ => {}
                PennTag::MD if perfect => return Some(Tense::Past),
                PennTag::MD => return Some(self.modal(index)),
                PennTag::TO => {
                    let head = index.checked_sub(1);
                    // "is to be held"
                    let ahead = head.is_some_and(|head| self.is_cue(head) || self.is_present(head) && self.is_be(head));
                    return Some(if ahead { Tense::Future } else { Tense::Leaning });
                }
                // "has agreed" is past; "is closed", "are searching" are of these days.
                PennTag::VBZ | PennTag::VBP if self.is_be(index) => return Some(Tense::Present),
                PennTag::VBD | PennTag::VBZ | PennTag::VBP => return Some(Tense::Past),
                // "be", "been", "being": the auxiliary before it decides; "would have been" is past.
                PennTag::VB | PennTag::VBN | PennTag::VBG => perfect |= self.sentence.lemma(index) == "have",
                _ => return None,
            }
        }
        None
    }

    fn modal(&self, index: usize) -> Tense {
        if self.is_cue(index) {
            Tense::Future
        } else if self.sentence.lemma(index) == "can" {
            Tense::Present
        } else {
            Tense::Modal
        }
    }

    fn modal_after(&self, index: usize) -> Option<Tense> {
        self.sentence.get_tag(index).filter(|&tag| tag == PennTag::MD).map(|_| Tense::Future)
    }

    /// The tense of the verb group whose first word is `index`.
    fn group_beginning(&self, index: usize) -> Option<Tense> {
        match self.sentence.tag(index) {
            PennTag::MD if index + 1 < self.sentence.len() && self.sentence.lemma(index + 1) == "have" => Some(Tense::Past),
            PennTag::MD => Some(self.modal(index)),
            PennTag::VBD => Some(Tense::Past),
            PennTag::VBZ | PennTag::VBP if self.sentence.lemma(index) == "have" => Some(Tense::Past),
            PennTag::VBZ | PennTag::VBP if self.is_be(index) => {
                let ahead =
                    (index + 1..self.sentence.len().min(index + 4)).any(|next| self.sentence.tag(next) == PennTag::TO || self.is_cue(next));
                Some(if ahead { Tense::Future } else { Tense::Present })
            }
            PennTag::VBZ | PennTag::VBP => Some(Tense::Unknown),
            _ => None,
        }
    }
}
