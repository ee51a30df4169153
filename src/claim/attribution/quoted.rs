//! Quotations and whose they are: by the scopes that the trees give, else by the words right before and after the marks.
//!
//! A quotation that nothing around attributes goes on with the one before it in its paragraph, or with the paragraph before
//! where it is the whole of its own.

use super::speaker::{self, Speaker};
use crate::article::Span;
use crate::claim::attribution::{self, Scope};
use crate::claim::clause::is_verb;
use crate::claim::model::SpeakerKind;
use crate::claim::participant::reference::Discourse;
use crate::claim::scene::Scene;
use crate::gazetteer::cues::AttributingNoun;
use crate::gazetteer::predicates::{Frame, Part};
use crate::segment::Quotation;
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::MentionKind;

/// How many tokens may stand between a mark and the verb that attributes.
const NEAR: usize = 12;

/// Gives every quotation to a speaker, where one can be found.
pub(in crate::claim) fn spread(scene: &Scene<'_>, discourse: &Discourse, wanted: &[bool], scopes: &mut Vec<Scope>) {
    let count = scene.quotations.len();
    // "“They are ‘rattled’ by it,” she said.": what is quoted inside a quotation goes with it.
    let nested: Vec<bool> = (0..count)
        .map(|number| {
            scene.quotations_over(scene.quotations[number].span).any(|other| other.content.contains(scene.quotations[number].span))
        })
        .collect();
    let before_of = |number: usize| (0..number).rev().find(|&before| !nested[before]);
    let mut speaker_of: Vec<Option<usize>> = vec![None; count];
    for (number, quotation) in scene.quotations.iter().enumerate() {
        speaker_of[number] = by_tree(scopes, quotation);
    }
    for (quotation, speaker) in scene.quotations.iter().zip(&mut speaker_of) {
        if speaker.is_none() && is_of_words(scene, quotation) {
            *speaker = beside(scene, discourse, wanted, quotation, scopes);
        }
        if let Some(at) = *speaker {
            add(&mut scopes[at], quotation.content);
        }
    }
    for number in (1..count).filter(|&number| !nested[number]) {
        // "…,” the paper wrote, “given …": broken by the words that attribute.
        if let Some(last) = before_of(number).filter(|_| speaker_of[number].is_none()) {
            let (before, quotation) = (&scene.quotations[last], &scene.quotations[number]);
            let broken = speaker_of[last].filter(|&at| {
                quotation.sentences.start + 1 == before.sentences.end
                    && is_of_words(scene, quotation)
                    && scopes[at].verb.start >= before.span.end
                    && scopes[at].verb.end <= quotation.span.start
            });
            if let Some(at) = broken {
                add(&mut scopes[at], quotation.content);
                speaker_of[number] = Some(at);
            }
        }
    }
    for number in (0..count).filter(|&number| !nested[number]) {
        if speaker_of[number].is_some() {
            continue;
        }
        if !begins_sentence(scene, &scene.quotations[number]) {
            let last = before_of(number).and_then(|before| Some((&scene.quotations[before], speaker_of[before]?)));
            if let Some((at, whole)) = last.and_then(|last| mixed(scene, scopes, &scene.quotations[number], last)) {
                add(&mut scopes[at], whole);
                speaker_of[number] = Some(at);
            }
            continue;
        }
        if let Some(at) = going_on(scene, scopes, &speaker_of, number, before_of(number)) {
            add(&mut scopes[at], scene.quotations[number].content);
            speaker_of[number] = Some(at);
        }
    }
}

/// "“…,” Mr. Solomon said. *He has led ''an ambitious reform''.*": a sentence with quoted words in it that nobody else says, behind one
/// of the paragraph that somebody does, is that somebody's.
fn mixed(scene: &Scene<'_>, scopes: &[Scope], quotation: &Quotation, last: (&Quotation, usize)) -> Option<(usize, Span)> {
    let sentence = quotation.sentences.start;
    let this = scene.document.sentences.get(sentence)?;
    let before = &scene.document.sentences[sentence.checked_sub(1)?];
    let (spoken, at) = last;
    let follows = spoken.sentences.end == sentence && scopes[at].sentence + 1 == sentence && before.paragraph == this.paragraph;
    let own = scopes.iter().any(|scope| scope.sentence == sentence);
    (follows && !own && is_of_words(scene, quotation) && !begins_sentence(scene, quotation)).then_some((at, this.span))
}

/// The scope of the quotation's own sentences that shares more than half of its words.
fn by_tree(scopes: &[Scope], quotation: &Quotation) -> Option<usize> {
    let first = scopes.partition_point(|scope| scope.sentence < quotation.sentences.start);
    let shares = |scope: &Scope| {
        !quotation.content.contains(scope.verb)
            && scope.content.iter().any(|span| span.shared(quotation.content) * 2 > span.len().min(quotation.content.len()))
    };
    let near = scopes[first..].iter().take_while(|scope| scope.sentence < quotation.sentences.end);
    near.enumerate().find(|(_, scope)| shares(scope)).map(|(at, _)| first + at)
}

fn add(scope: &mut Scope, content: Span) {
    if !scope.content.iter().any(|span| span.contains(content)) {
        scope.content.push(content);
    }
}

/// A quotation of three words or more says something; of one or two, it only names.
fn is_of_words(scene: &Scene<'_>, quotation: &Quotation) -> bool {
    quotation.content.of(scene.text).split_whitespace().nth(2).is_some()
}

fn begins_sentence(scene: &Scene<'_>, quotation: &Quotation) -> bool {
    scene.document.sentences.get(quotation.sentences.start).is_some_and(|first| quotation.span.start <= first.span.start + 1)
}

/// The words right behind the quotation ("…,” she said", "…,” said Clyburn"), else those right before it ("Clyburn told the
/// House: “…”", "The company issued a statement. “…").
fn beside(scene: &Scene<'_>, discourse: &Discourse, wanted: &[bool], quotation: &Quotation, scopes: &mut Vec<Scope>) -> Option<usize> {
    let last = quotation.sentences.end.checked_sub(1)?;
    let first = quotation.sentences.start;
    let is_wanted = |sentence: usize| wanted.get(sentence).copied().unwrap_or(false);
    let behind = is_wanted(last).then(|| cue_behind(scene, last, quotation)).flatten().map(|cue| (last, cue));
    // "… are missing.” *Trump said.*": a sentence of its own that says only who spoke.
    let behind = behind.or_else(|| {
        let next = scene.document.sentences.get(last + 1).filter(|next| next.paragraph == scene.document.sentences[last].paragraph)?;
        let ends = scene.document.sentences[last].span.end <= quotation.span.end + 1;
        let short = next.span.len() <= 60 && next.span.of(scene.text).split_whitespace().count() <= 8;
        (ends && short && is_wanted(last)).then(|| cue_behind(scene, last + 1, quotation)).flatten().map(|cue| (last + 1, cue))
    });
    let found = behind.or_else(|| {
        let inside = is_wanted(first).then(|| cue_before(scene, first, quotation)).flatten().map(|cue| (first, cue));
        inside.or_else(|| {
            let before = first.checked_sub(1).filter(|&before| is_wanted(before) && begins_sentence(scene, quotation))?;
            let introduces = scene.document.sentences[before].span.of(scene.text).ends_with([':', ',']);
            introduces.then(|| cue_before(scene, before, quotation)).flatten().map(|cue| (before, cue))
        })
    });
    // "*Torres was blunt.* “…”": nothing attributes, but the sentence before is about who speaks.
    let found = found.or_else(|| {
        let before = first.checked_sub(1).filter(|&before| is_wanted(before) && begins_sentence(scene, quotation))?;
        let same = scene.document.sentences[before].paragraph == scene.document.sentences[first].paragraph;
        let quiet = scene.quotations_over(scene.document.sentences[before].span).next().is_none();
        (same && quiet).then(|| person_told(scene, before)).flatten().map(|cue| (before, cue))
    });
    let (sentence, (verb, subject)) = found?;
    let rule =
        if sentence + 1 == first && !is_speech(scene, &scene.analysis(sentence).tree, verb) { "speaks-next" } else { "beside-quotation" };
    let tree = &scene.analysis(sentence).tree;
    let place = tree.token_span(verb);
    if let Some(known) = scopes.iter().position(|scope| scope.verb == place) {
        return Some(known);
    }
    let speaker = speaker::at(scene, discourse, sentence, subject)?;
    let cue = place.join(speaker.span);
    let cue = if cue.overlaps(quotation.content) { place } else { cue };
    let known = scopes.len();
    attribution::push(scene, sentence, vec![quotation.content], cue, place, speaker, rule, scopes);
    (scopes.len() > known).then_some(known)
}

/// The main verb of a sentence and its subject, where that is a person by name.
fn person_told(scene: &Scene<'_>, sentence: usize) -> Option<(usize, usize)> {
    let tree = &scene.analysis(sentence).tree;
    let root = tree.root()?;
    let subject = tree.children(root).find(|&child| tree.relation(child) == Relation::Nsubj)?;
    let person = scene.official_at(sentence, tree.token_span(subject)).is_some() || matches!(tree.lemma(subject), "he" | "she");
    person.then_some((root, subject))
}

fn is_speech(scene: &Scene<'_>, tree: &Tree, token: usize) -> bool {
    scene.gazetteers.predicates.get(Part::Verb, tree.lemma(token)).is_some_and(|row| row.frame == Frame::Speech)
}

/// Whether a token is a verb by its tag, or a verb of saying by its lemma whatever its tag.
fn is_cue_verb(scene: &Scene<'_>, tree: &Tree, token: usize) -> bool {
    let speech = is_speech(scene, tree, token);
    let finite = tree.tag(token).is_finite();
    // "…,” *the two write*.": a verb of saying at the end that was taken for a noun.
    let last = tree.tag(token) == PennTag::NN && (token + 1..tree.len()).all(|at| tree.relation(at) == Relation::Punct);
    speech && (is_verb(tree.tag(token)) || last) || finite && tree.relation(token) != Relation::Aux && tree.relation(token) != Relation::Cop
}

/// "…,” *Clyburn*, a Democrat, *said*", "…,” *said* the *minister*": verb and speaker behind the closing mark.
fn cue_behind(scene: &Scene<'_>, sentence: usize, quotation: &Quotation) -> Option<(usize, usize)> {
    let tree = &scene.analysis(sentence).tree;
    let mut first = (0..tree.len()).find(|&token| tree.token_span(token).start >= quotation.span.end)?;
    if tree.tag(first) == PennTag::Comma {
        first += 1;
    }
    let end = tree.len().min(first + NEAR * 2);
    if first >= end {
        return None;
    }
    if is_cue_verb(scene, tree, first) {
        let subject = nominal_behind(scene, sentence, tree, first)?;
        return Some((first, subject));
    }
    if !speaker::is_nominal(tree, first) && !speaker::is_noun_word(tree, first) {
        return None;
    }
    let mut clear = true;
    let verb = (first + 1..end).find(|&token| {
        clear &= !matches!(tree.tag(token), PennTag::Period | PennTag::Colon) && tree.lemma(token) != "that";
        clear && is_cue_verb(scene, tree, token)
    })?;
    // "At a fair called “Boats for Ghana,” *Mensah opened* a dock": what has an object tells that.
    if !is_speech(scene, tree, verb) && tree.children(verb).any(|child| child > verb && tree.relation(child) == Relation::Obj) {
        return None;
    }
    let own = speaker::subject(scene, sentence, verb).filter(|&own| own >= first && own < verb);
    let subject = own.or_else(|| speaker::head_of_run(scene, sentence, tree, first, verb))?;
    Some((verb, subject))
}

/// The head of the noun phrase that follows a verb: the name of an official, else the last noun before a comma or a preposition.
fn nominal_behind(scene: &Scene<'_>, sentence: usize, tree: &Tree, verb: usize) -> Option<usize> {
    let own = tree.children(verb).find(|&child| child > verb && tree.relation(child).is_subject());
    if let Some(own) = own.filter(|&own| speaker::can_speak(scene, sentence, tree, own)) {
        return Some(own);
    }
    speaker::head_of_run(scene, sentence, tree, verb + 1, tree.len().min(verb + NEAR))
}

/// "*Clyburn told* the House: “…", "*He added*, “…": verb and speaker before the opening mark.
fn cue_before(scene: &Scene<'_>, sentence: usize, quotation: &Quotation) -> Option<(usize, usize)> {
    let tree = &scene.analysis(sentence).tree;
    let behind = (0..tree.len()).rev().find(|&token| tree.token_span(token).end <= quotation.span.start)?;
    let mark = matches!(tree.tag(behind), PennTag::Comma | PennTag::Colon);
    let near = |reach: usize| (behind.saturating_sub(if mark { reach } else { 0 })..=behind).rev();
    // "said he hoped that she *wins*: “…”": a verb of saying goes before a nearer one of another kind.
    let nearest = near(NEAR * 2)
        .find(|&token| is_speech(scene, tree, token) && is_verb(tree.tag(token)))
        .or_else(|| near(NEAR).find(|&token| is_cue_verb(scene, tree, token)))?;
    let whole = tree.word(scene.text, behind).ends_with(':') || begins_upper(quotation.content.of(scene.text));
    if !whole {
        return None;
    }
    let subject = speaker::subject(scene, sentence, nearest)
        .filter(|&own| !quotation.span.contains(tree.token_span(own)))
        .or_else(|| speaker::before_verb(tree, scene.text, nearest).filter(|&near| speaker::can_speak(scene, sentence, tree, near)))?;
    Some((nearest, subject))
}

fn begins_upper(words: &str) -> bool {
    words.trim_start().starts_with(char::is_uppercase)
}

/// Whoever goes on speaking in a quotation that nothing attributes: of the quotation before or behind it in the paragraph, or of
/// the paragraph before where this one is nothing but the quotation.
fn going_on(scene: &Scene<'_>, scopes: &[Scope], speaker_of: &[Option<usize>], number: usize, before: Option<usize>) -> Option<usize> {
    let document = scene.document;
    let quotation = &scene.quotations[number];
    let first = document.sentences.get(quotation.sentences.start)?;
    let paragraph_of = |other: usize| {
        let start = scene.quotations[other].sentences.start;
        document.sentences.get(start).map(|sentence| sentence.paragraph)
    };
    if let Some(before) = quotation.sentences.start.checked_sub(1) {
        let introduces = document.sentences[before].span.of(scene.text).ends_with([':', ',']);
        let introducing = introduces.then(|| scopes.iter().position(|scope| scope.sentence == before)).flatten();
        if introducing.is_some() {
            return introducing;
        }
    }
    let same = before.filter(|&before| paragraph_of(before) == Some(first.paragraph));
    if let Some(at) = same.and_then(|before| speaker_of[before]) {
        return Some(at);
    }
    let opens = quotation.span.start <= document.paragraphs[first.paragraph].span.start + 1;
    let next = (number + 1 < speaker_of.len() && paragraph_of(number + 1) == Some(first.paragraph)).then_some(number + 1);
    if let Some(at) = next.and_then(|next| speaker_of[next]).filter(|_| opens) {
        return Some(at);
    }
    let paragraph = &document.paragraphs[first.paragraph];
    let alone = opens && quotation.span.end + 1 >= paragraph.span.end;
    // "Carter said that it would not happen. / *“That is because ….”*": behind the reported words of somebody.
    let reported = quotation
        .sentences
        .start
        .checked_sub(1)
        .filter(|_| alone && before.is_none_or(|before| paragraph_of(before).is_none_or(|of| of + 1 < first.paragraph)));
    if let Some(sentence) = reported {
        let near = document.sentences[sentence].paragraph + 1 == first.paragraph;
        let mut said = (0..scopes.len()).filter(|&at| near && scopes[at].sentence == sentence && !scopes[at].thing);
        return said.next().filter(|&at| said.next().is_none() && matches!(scopes[at].kind, SpeakerKind::Official | SpeakerKind::Unnamed));
    }
    let last = before.filter(|&before| alone && paragraph_of(before).is_some_and(|of| of + 1 == first.paragraph))?;
    speaker_of[last]
}

/// "CLINTON: …", "Report: …": a label before a colon at the head of a paragraph says whose words the rest of it is.
pub(in crate::claim) fn labels(scene: &Scene<'_>, wanted: &[bool], scopes: &mut Vec<Scope>) {
    for paragraph in &scene.document.paragraphs {
        if !wanted.get(paragraph.sentences.clone()).is_some_and(|wanted| wanted.contains(&true)) {
            continue;
        }
        let words = paragraph.span.of(scene.text);
        let Some(colon) = words.as_bytes().iter().take(40).position(|&byte| byte == b':') else { continue };
        let label = Span::new(paragraph.span.start, paragraph.span.start + colon);
        let content = Span::new(label.end + 1, paragraph.span.end);
        let Some(speaker) = labelled(scene, label) else { continue };
        attribution::push(scene, paragraph.sentences.start, vec![content], label, label, speaker, "label", scopes);
    }
}

/// The speaker that a label names: a person of the article by last name in capitals, or a kind of document.
fn labelled(scene: &Scene<'_>, label: Span) -> Option<Speaker> {
    let words = label.of(scene.text);
    let last = words.rsplit(' ').next().filter(|last| last.len() > 2)?;
    let speaker = |text: &str, kind| Speaker { text: text.to_owned(), span: label, kind, name: None, country: None, thing: false };
    let capitals = !words.chars().any(char::is_lowercase);
    if capitals {
        return scene.mentions.iter().find_map(|mention| match &mention.kind {
            MentionKind::Official(official) => {
                let surname = official.full_name.rsplit(' ').next().unwrap_or_default();
                let named = surname.to_uppercase() == last.to_uppercase();
                named.then(|| Speaker {
                    name: scene.is_public_figure(&official.full_name).then(|| official.full_name.clone()),
                    country: scene.country_of(mention, official),
                    ..speaker(&official.full_name, SpeakerKind::Official)
                })
            }
            _ => None,
        });
    }
    // "*Analysis:* …" names the kind of article, no source.
    let survey = !words.eq_ignore_ascii_case("analysis")
        && matches!(scene.gazetteers.cues.attributing_noun(&last.to_lowercase()), Some(AttributingNoun::Poll | AttributingNoun::Study));
    survey.then(|| speaker(words, SpeakerKind::Document))
}
