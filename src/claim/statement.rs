//! Statements: one claim for each sentence that states something, whatever it names.
//!
//! A checkable claim names a country, an amount, a count or an official. "The bridge was never finished" names none of them,
//! and yet another article can contradict it. A statement keeps the whole sentence as its evidence, so that reconciliation can
//! lay two of them side by side word for word.

use super::clause::is_verb;
use super::draft::Draft;
use super::identity;
use super::modality;
use super::model::{Claim, ClaimScope, Decimal2, Participant, ParticipantKind, Predicate};
use super::scene::Scene;
use crate::article::Span;
use crate::gazetteer::lexical_relations::WordingCue;
use crate::syntax::PennTag;

/// A statement has at least this many words that carry meaning,
const FEWEST_WORDS: usize = 2;
/// and at most this many tokens: what is longer is a list or a table.
const MOST_TOKENS: usize = 120;
/// An article of no more sentences may be a headline or somebody's words as a whole; of a longer one only what it reports itself,
/// in full sentences, is worth comparing, and a tree.
const SENTENCES_OF_SHORT: usize = 4;
/// How sure a statement is: its words stand there; what they mean is for who compares them.
const CONFIDENCE: Decimal2 = Decimal2(50);

/// What the sentences of an article state.
pub(super) fn statements(scene: &Scene<'_>) -> Vec<Claim> {
    let short = scene.document.sentences.len() <= SENTENCES_OF_SHORT;
    (0..scene.document.sentences.len())
        .filter(|&sentence| scene.speaks(sentence) && !is_question(scene, sentence) && (short || is_report(scene, sentence)))
        .filter_map(|sentence| statement(scene, sentence))
        .collect()
}

fn is_question(scene: &Scene<'_>, sentence: usize) -> bool {
    let text = scene.document.sentences[sentence].span.of(scene.text);
    text.trim_end_matches(['"', '”', '’', '\'', ')', ' ']).ends_with('?')
}

/// "(Published Monday, Oct. 31)", "Image 3 of 8", "'We are going to stop'" are no reports: what begins with a bracket or a quotation
/// mark, has no full stop, or somebody says of himself.
fn is_report(scene: &Scene<'_>, sentence: usize) -> bool {
    let text = scene.document.sentences[sentence].span.of(scene.text);
    let ends = text.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with('.');
    let opens = text.starts_with(|first: char| first.is_alphanumeric() || first == '$' || first == '€' || first == '£');
    let is_speaker = |word: &str| {
        word.len() <= LONGEST_PRONOUN && scene.gazetteers.lexical_relations.is_cue(&word.to_ascii_lowercase(), WordingCue::Speaker)
    };
    // "US" and "Mine" with capitals are names or the like; "I" is not.
    let speaks = || {
        text.split(|letter: char| !letter.is_alphanumeric())
            .any(|word| !(word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())) && is_speaker(word))
    };
    ends && opens && !speaks()
}

/// The longest pronoun of a speaker: "yourselves".
const LONGEST_PRONOUN: usize = 10;

fn statement(scene: &Scene<'_>, sentence: usize) -> Option<Claim> {
    let analysis = scene.analysis(sentence);
    let (tree, clauses) = (&analysis.tree, analysis.clauses(scene.gazetteers));
    let content = (0..tree.len()).filter(|&token| carries_meaning(tree.tag(token))).count();
    if content < FEWEST_WORDS || tree.len() > MOST_TOKENS {
        return None;
    }
    let root = tree.root()?;
    let index = clauses.owner[root];
    let clause = clauses.clauses.get(index)?;
    let put = modality::of_clause(tree, scene.text, scene.gazetteers, clauses, index);
    let head = clause.noun.unwrap_or(clause.head());
    let verb = tree.token_span(clause.top()).join(tree.token_span(head));
    let class =
        super::clause::row_of(tree, scene.gazetteers, head).map_or_else(|| tree.lemma(head).to_owned(), |row| row.class.to_string());
    let (mut actor, mut target) = (Vec::new(), Vec::new());
    for argument in clause.arguments.iter().filter(|argument| argument.head != head) {
        let side = if argument.slot == super::clause::Slot::Subject || argument.slot == super::clause::Slot::Agent {
            &mut actor
        } else {
            &mut target
        };
        side.push(participant(scene, sentence, argument.head));
    }
    let span = scene.document.sentences[sentence].span;
    let predicate =
        Predicate { text: verb.of(scene.text).to_owned(), lemma: tree.lemma(head).to_owned(), class, start: verb.start, end: verb.end };
    let mut claim = Draft::new(scene, sentence, span, predicate, verb).claim;
    claim.polarity = put.polarity();
    claim.modality = put.modality();
    claim.actor = actor;
    claim.target = target;
    claim.confidence = CONFIDENCE;
    claim.scope = ClaimScope::Statement;
    claim.id = identity::of(&claim);
    Some(claim)
}

fn participant(scene: &Scene<'_>, sentence: usize, head: usize) -> Participant {
    let tree = &scene.analysis(sentence).tree;
    let span: Span = tree.subtree_span(head);
    Participant { head: Some(tree.lemma(head).to_owned()), ..Participant::at(scene.text, span, ParticipantKind::default()) }
}

/// Whether a word of this part of speech carries meaning: a noun, verb, adjective or number.
fn carries_meaning(tag: PennTag) -> bool {
    tag.is_noun() || is_verb(tag) || matches!(tag, PennTag::CD | PennTag::JJ | PennTag::JJR | PennTag::JJS)
}
