//! Interviews printed as questions and answers: the answers are the words of whoever the title says was interviewed.

use std::ops::Range;

use super::Scope;
use super::speaker::Speaker;
use crate::article::Span;
use crate::claim::model::SpeakerKind;
use crate::claim::scene::Scene;
use crate::gazetteer::word_sets::LexicalSet;
use crate::segment::Paragraph;
use crate::tag::mention::MentionKind;

/// The rule that gives the answers of an interview to whoever was asked.
pub(in crate::claim) const RULE: &str = "interview";

/// How many questions make an interview.
const QUESTIONS: usize = 3;

/// How long a paragraph may be that ends with a question mark and only asks.
const LONGEST_QUESTION: usize = 400;

/// "The Beacon interviews Ana Torres, mayor of Porto": the paragraphs between questions are what Torres answered.
pub(in crate::claim) fn answers(scene: &Scene<'_>, wanted: &[bool], scopes: &mut Vec<Scope>) {
    let Some(title) = scene.document.paragraphs.first() else { return };
    if !title.span.of(scene.text).to_ascii_lowercase().contains("interview") {
        return;
    }
    let asks = |paragraph: &Paragraph| {
        paragraph.span.len() <= LONGEST_QUESTION && paragraph.span.of(scene.text).trim_end_matches(['"', '”', ')']).ends_with('?')
    };
    let paragraphs = &scene.document.paragraphs;
    let Some(first) =
        paragraphs.iter().position(asks).filter(|_| paragraphs.iter().filter(|paragraph| asks(paragraph)).count() >= QUESTIONS)
    else {
        return;
    };
    let Some((speaker, verb)) = asked(scene, title).or_else(|| introduced(scene, &paragraphs[..first])) else { return };
    let content: Vec<Span> = paragraphs[first..]
        .iter()
        .filter(|paragraph| !asks(paragraph) && wanted.get(paragraph.sentences.clone()).is_some_and(|wanted| wanted.contains(&true)))
        .map(|paragraph| paragraph.span)
        .collect();
    super::push(scene, title.sentences.start, content, title.span, verb, speaker, RULE, scopes);
}

/// Whoever the title names behind "interview", "interviews" or "interview with"; and that word.
fn asked(scene: &Scene<'_>, title: &Paragraph) -> Option<(Speaker, Span)> {
    let words = title.span.of(scene.text);
    let at = words.to_ascii_lowercase().find("interview")?;
    let length = words[at..].find(|c: char| !c.is_alphabetic()).unwrap_or(words.len() - at);
    named_behind(scene, title.sentences.clone(), Span::new(title.span.start + at, title.span.start + at + length))
}

/// "The Beacon *spoke with Ana Torres*, mayor of Porto.": what stands before the first question says who was asked.
fn introduced(scene: &Scene<'_>, before: &[Paragraph]) -> Option<(Speaker, Span)> {
    before.iter().find_map(|paragraph| {
        let words = paragraph.span.of(scene.text);
        let mut cues = scene.gazetteers.word_sets.words(LexicalSet::Interviewing);
        let (at, length) = cues.find_map(|cue| Some((words.find(cue)?, cue.len())))?;
        named_behind(scene, paragraph.sentences.clone(), Span::new(paragraph.span.start + at, paragraph.span.start + at + length))
    })
}

/// The first person named behind a word.
fn named_behind(scene: &Scene<'_>, sentences: Range<usize>, word: Span) -> Option<(Speaker, Span)> {
    let (mention, official) = sentences.flat_map(|sentence| scene.mentions_in(sentence)).find_map(|mention| match &mention.kind {
        MentionKind::Official(official) if official.name.start >= word.end => Some((mention, official)),
        _ => None,
    })?;
    let speaker = Speaker {
        text: official.full_name.clone(),
        span: official.name,
        kind: SpeakerKind::Official,
        name: scene.is_public_figure(&official.full_name).then(|| official.full_name.clone()),
        country: scene.country_of(mention, official),
        thing: false,
    };
    Some((speaker, word))
}
