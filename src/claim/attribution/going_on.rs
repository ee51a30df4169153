//! Who goes on speaking: a pronoun or a last name after a full name, and reported speech that runs on without a verb of saying.

use super::speaker::{self, Speaker};
use crate::claim::attribution::Scope;
use crate::claim::clause::{is_noun, is_verb, row_of};
use crate::claim::model::SpeakerKind;
use crate::claim::participant::antecedent;
use crate::claim::participant::reference::Discourse;
use crate::claim::scene::Scene;
use crate::gazetteer::cues::{Attributing, AttributingNoun, MarkKind};
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::person_names::Gender;
use crate::gazetteer::predicates::Frame;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind};

/// "*Manyenyeni* said … *He* added …": a pronoun that speaks is whoever spoke last by name, here or in one of the two sentences
/// before; and a last name alone is the full name that spoke before.
pub(in crate::claim) fn go_on_speaking(scene: &Scene<'_>, discourse: &Discourse, scopes: &mut [Scope]) {
    for at in 0..scopes.len() {
        let source = scopes[at].source.of(scene.text);
        if is_one_person(scene, source) {
            let sentence = scopes[at].sentence;
            let start = scopes[at].source.start;
            let near = |other: &Scope| gap(scene, other.sentence, sentence) <= 2;
            let mut before = scopes[..at].iter().rev().filter(|scope| scope.source.start < start);
            let last = before.find(|scope| !near(scope) || scope.is_named_person(scene));
            let last = last.filter(|last| {
                let named = |between: usize| {
                    let cast = &discourse.cast;
                    scene.mentions_in(between).iter().any(|mention| is_person(mention) && mention.span.end <= start)
                        || cast
                            .named_in(scene.document.sentences[between].span)
                            .any(|(span, _)| span.end <= start && !scene.is_quoted(span))
                };
                near(last) && last.rule != "claim-that" && !(last.sentence + 1..=sentence).any(named)
            });
            // "*A spokesman* said …. *He* added …": of nobody's name, who spoke last as one person.
            let described = || {
                let unnamed = scopes[at].speaker.len() == source.len();
                let mut before = scopes[..at].iter().rev().filter(|scope| scope.source.start < start && !scope.thing);
                before
                    .find(|scope| !near(scope) || !is_one_person(scene, &scope.speaker))
                    .filter(|last| unnamed && near(last) && is_one_described(scene, last, source))
            };
            if let Some(last) = last.or_else(described).cloned() {
                let scope = &mut scopes[at];
                let known = scope.name.take().filter(|name| scope.speaker == last.speaker && scene.is_public_figure(name));
                let speaker = last.speaker.clone();
                (scope.speaker, scope.kind, scope.name, scope.country) = (speaker, last.kind, last.name.or(known), last.country);
            } else {
                take_up(scene, discourse, &mut scopes[at]);
            }
        } else if source.eq_ignore_ascii_case("they") {
            // "*The authors* found …. *They* call for …": several people who spoke last, in this sentence or the two before.
            let (sentence, start) = (scopes[at].sentence, scopes[at].source.start);
            let mut before = scopes[..at].iter().rev().filter(|scope| scope.source.start < start && !scope.thing);
            let last = before.next().filter(|last| sentence - last.sentence <= 2 && names_several(scene, last)).cloned();
            if let Some(last) = last {
                let scope = &mut scopes[at];
                (scope.speaker, scope.kind, scope.country) = (last.speaker, last.kind, last.country);
            } else {
                take_up(scene, discourse, &mut scopes[at]);
            }
        } else if source.eq_ignore_ascii_case("it") {
            // "*The report* warns …. *It* adds …": the document or body that spoke last, in this sentence or the two before.
            let (sentence, start) = (scopes[at].sentence, scopes[at].source.start);
            let mut before = scopes[..at].iter().rev().filter(|scope| scope.source.start < start);
            let last = before.next().filter(|last| sentence - last.sentence <= 2 && is_document_or_body(scene, last)).cloned();
            if let Some(last) = last {
                let scope = &mut scopes[at];
                (scope.speaker, scope.kind, scope.country, scope.thing) = (last.speaker, last.kind, last.country, last.thing);
            } else {
                take_up(scene, discourse, &mut scopes[at]);
            }
        } else if is_the_outlet(scene, source) {
            // "The Harbour Post reported …. *The newspaper* said …": the outlet cited last, by its name alone, which says where news began.
            let start = scopes[at].source.start;
            let cited = scopes[..at].iter().rev().find(|scope| scope.kind == SpeakerKind::Outlet && scope.source.start < start);
            if let Some(cited) = cited.map(|cited| (cited.speaker.clone(), cited.country)) {
                let scope = &mut scopes[at];
                (scope.speaker, scope.country) = cited;
                scope.kind = SpeakerKind::Outlet;
            }
        } else if is_the_body(scene, source) {
            // "Norvik Steel said …. *The company* added …": the body that spoke last by name.
            let (sentence, start) = (scopes[at].sentence, scopes[at].source.start);
            let named = scopes[..at].iter().rev().find(|scope| scope.source.start < start && is_named_body(scene, scope));
            // Where only one body speaks in the article, it is meant however far back.
            let only = |named: &Scope| {
                named.kind == SpeakerKind::Organization
                    && !scopes.iter().any(|other| is_named_body(scene, other) && other.speaker != named.speaker)
            };
            let named = named.filter(|named| sentence - named.sentence <= BODY_REACH || only(named));
            if let Some(named) = named.map(|named| (named.speaker.clone(), named.country)) {
                let scope = &mut scopes[at];
                (scope.speaker, scope.country) = named;
                scope.kind = SpeakerKind::Organization;
            }
        } else if scopes[at].kind == SpeakerKind::Unnamed && !source.contains(' ') && source.starts_with(char::is_uppercase) {
            let full = scopes[..at].iter().find(|scope| {
                let who = &scope.speaker;
                who.len() > source.len() && who.ends_with(source) && who[..who.len() - source.len()].ends_with(' ')
            });
            if let Some(full) = full.filter(|full| full.is_named_person(scene)) {
                let (speaker, kind) = (full.speaker.clone(), full.kind);
                (scopes[at].speaker, scopes[at].kind) = (speaker, kind);
            }
        }
    }
}

/// "They", "it" as a speaker: the people, the document or the body that are the subject before.
pub(super) fn take_up(scene: &Scene<'_>, discourse: &Discourse, scope: &mut Scope) {
    let source = scope.source.of(scene.text);
    let found = if source.eq_ignore_ascii_case("they") && !scene.is_quoted(scope.source) {
        several_before(scene, discourse, scope)
    } else if source.eq_ignore_ascii_case("it") {
        body_before(scene, discourse, scope)
    } else {
        None
    };
    let found = found.or_else(|| taken_up(scene, discourse, scope));
    if let Some(found) = found {
        (scope.speaker, scope.kind, scope.country) = (found.text, found.kind, found.country);
    }
}

/// "residents", "the families", a body by name: those who may speak as "they".
fn names_people(scene: &Scene<'_>, sentence: usize, noun: usize) -> bool {
    let tree = &scene.analysis(sentence).tree;
    let kind = scene.gazetteers.noun_classes.kind(tree.lemma(noun));
    matches!(kind, Some(NounKind::Person | NounKind::Organization | NounKind::Government))
        || scene.gazetteers.word_sets.has(LexicalSet::PluralBody, tree.lemma(noun))
        || scene.organization_at(sentence, tree.token_span(noun)).is_some()
        || kind.is_none() && scene.gazetteers.word_sets.words(LexicalSet::SpeakerEnding).any(|ending| tree.lemma(noun).ends_with(ending))
}

/// "*A neighbor* was home. *She* said …": the phrase that the pronoun takes up, where it names nobody.
fn taken_up(scene: &Scene<'_>, discourse: &Discourse, scope: &Scope) -> Option<Speaker> {
    if scope.speaker != scope.source.of(scene.text) {
        return None;
    }
    let tree = &scene.analysis(scope.sentence).tree;
    let (sentence, noun) = antecedent::of(scene, &discourse.cast, scope.sentence, tree, tree.token_at(scope.source.start)?)?;
    let speaks = match scope.source.of(scene.text).to_ascii_lowercase().as_str() {
        "they" => names_people(scene, sentence, noun),
        "it" => names_body_or_document(scene, sentence, noun),
        _ => true,
    };
    if !speaks {
        return None;
    }
    speaker::at(scene, discourse, sentence, noun)
}

/// How many sentences lie from one to a later one, those that are quoted themselves and headings not counted.
fn gap(scene: &Scene<'_>, first: usize, last: usize) -> usize {
    let told = |sentence: &usize| {
        let span = scene.document.sentences[*sentence].span;
        let quoted = scene.quotations_over(span).map(|quotation| quotation.span.shared(span)).sum::<usize>();
        2 * quoted < span.len() && scene.speaks(*sentence)
    };
    (first + 1..last).filter(told).count() + usize::from(first < last)
}

/// Whether the speaker is one person who is described and may be "he" or "she": "an FDA spokesman".
fn is_one_described(scene: &Scene<'_>, scope: &Scope, pronoun: &str) -> bool {
    let tree = &scene.analysis(scope.sentence).tree;
    let names = &scene.gazetteers.titles.person_names;
    let woman = pronoun.to_ascii_lowercase().ends_with('e') && pronoun.len() == 3 || pronoun.eq_ignore_ascii_case("her");
    let wanted = if woman { Gender::Woman } else { Gender::Man };
    let fits = |token: usize| {
        tree.tag(token) == PennTag::NN
            && scene.gazetteers.noun_classes.kind(tree.lemma(token)) == Some(NounKind::Person)
            && !scene.gazetteers.word_sets.has(LexicalSet::PluralBody, tree.lemma(token))
            && names.gender(tree.lemma(token)).is_none_or(|known| known == wanted)
    };
    // The head of the phrase: the last noun before any preposition.
    let tokens = tree.tokens_in(scope.source);
    let ends = tokens.clone().find(|&token| matches!(tree.tag(token), PennTag::IN | PennTag::Comma)).unwrap_or(tokens.end);
    scope.kind == SpeakerKind::Unnamed && ends > tokens.start && fits(ends - 1)
}

/// Whether the speaker is a document or a body, by name or not.
fn is_document_or_body(scene: &Scene<'_>, scope: &Scope) -> bool {
    matches!(scope.kind, SpeakerKind::Document | SpeakerKind::Organization | SpeakerKind::Outlet)
        && !names_several(scene, scope)
        && !scene.gazetteers.word_sets.has(FunctionSet::SpeakingPronoun, &scope.speaker)
}

/// The subject of the sentence before, or one earlier in the sentence, that fits.
fn subject_before(scene: &Scene<'_>, scope: &Scope, fits: impl Fn(&Tree, usize, usize) -> bool) -> Option<(usize, usize)> {
    let tree = &scene.analysis(scope.sentence).tree;
    let here = tree.tokens_in(scope.source).start;
    let own = (0..here).rev().find(|&token| tree.relation(token).is_subject() && is_noun(tree.tag(token)));
    if let Some(own) = own {
        return Some((scope.sentence, own)).filter(|_| fits(tree, scope.sentence, own));
    }
    let before = scope.sentence.checked_sub(1)?;
    let last = &scene.analysis(before).tree;
    let subject = last.root().and_then(|root| last.children(root).find(|&child| last.relation(child).is_subject()))?;
    (is_noun(last.tag(subject)) && !scene.is_quoted(last.token_span(subject)) && fits(last, before, subject)).then_some((before, subject))
}

/// "*Detectives* are at the house. *They* believe …": the people or the police who are the subject before.
fn several_before(scene: &Scene<'_>, discourse: &Discourse, scope: &Scope) -> Option<Speaker> {
    let several = |tree: &Tree, _: usize, noun: usize| {
        let kind = scene.gazetteers.noun_classes.kind(tree.lemma(noun));
        scene.gazetteers.word_sets.has(LexicalSet::PluralBody, tree.lemma(noun))
            || matches!(tree.tag(noun), PennTag::NNS | PennTag::NNPS) && kind == Some(NounKind::Person)
    };
    let (sentence, noun) = subject_before(scene, scope, several)?;
    speaker::at(scene, discourse, sentence, noun)
}

/// "*WHO* also began a campaign. *It* says …": the body or document that is the subject before.
fn body_before(scene: &Scene<'_>, discourse: &Discourse, scope: &Scope) -> Option<Speaker> {
    let (sentence, noun) = subject_before(scene, scope, |_, sentence, noun| names_body_or_document(scene, sentence, noun))?;
    speaker::at(scene, discourse, sentence, noun)
}

fn names_body_or_document(scene: &Scene<'_>, sentence: usize, noun: usize) -> bool {
    let tree = &scene.analysis(sentence).tree;
    let kind = scene.gazetteers.noun_classes.kind(tree.lemma(noun));
    !matches!(tree.tag(noun), PennTag::NNS | PennTag::NNPS)
        && !scene.gazetteers.word_sets.has(LexicalSet::PluralBody, tree.lemma(noun))
        && (scene.organization_at(sentence, tree.token_span(noun)).is_some()
            || matches!(kind, Some(NounKind::Document | NounKind::Organization | NounKind::Government)))
}

/// "*She* added", "according to *him*": the words for one person alone.
fn is_one_person(scene: &Scene<'_>, words: &str) -> bool {
    words.len() <= 3 && scene.gazetteers.word_sets.has(LexicalSet::OnePerson, &words.to_ascii_lowercase())
}

/// Whether the speaker is given by a plural noun: "the authors".
fn names_several(scene: &Scene<'_>, scope: &Scope) -> bool {
    let tree = &scene.analysis(scope.sentence).tree;
    let plural = |token: usize| tree.tag(token) == PennTag::NNS && scope.speaker.ends_with(tree.word(scene.text, token));
    // "Police say …. *They* say …. They say …"
    let body = || {
        scope.speaker.rsplit(' ').next().is_some_and(|last| scene.gazetteers.word_sets.has(LexicalSet::PluralBody, &last.to_lowercase()))
    };
    let taken_up = || scope.source.of(scene.text).eq_ignore_ascii_case("they") && scope.speaker.len() > scope.source.len();
    tree.tokens_in(scope.source).any(plural) || body() || taken_up()
}

/// How many sentences back a body is still meant by what kind of body it is.
const BODY_REACH: usize = 6;

/// Whether the words stand for a body named before: "the company", "the steel maker".
fn is_the_body(scene: &Scene<'_>, words: &str) -> bool {
    let noun = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "));
    // "the sheriff's office" says itself whose it is.
    let last = noun.filter(|noun| !noun.contains(['\'', '’'])).and_then(|noun| noun.rsplit(' ').next());
    last.is_some_and(|noun| scene.gazetteers.noun_classes.kind(noun) == Some(NounKind::Organization))
}

/// Whether the speaker is a body by name.
fn is_named_body(scene: &Scene<'_>, scope: &Scope) -> bool {
    let (source, name) = (scope.source.of(scene.text), scope.speaker.as_str());
    // "according to *Norvik Research*": a name that no table knows, of no person whose first name one does.
    let body = scope.kind == SpeakerKind::Organization || scope.kind == SpeakerKind::Unnamed && name.contains(' ');
    // "the steel maker *Norvik*": the name behind what kind of body it is.
    let ends =
        source.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with(' ') && is_a_kind_of_body(scene, before));
    // "Peru", "Peruvians": a country is no company.
    let country = scene.country_at(scope.sentence, scope.source).is_some() && scene.organization_at(scope.sentence, scope.source).is_none();
    body && !country && !scope.thing && ends && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
}

/// Whether the last of the words says what kind of body a name behind them is of: "the steel *maker*".
fn is_a_kind_of_body(scene: &Scene<'_>, words: &str) -> bool {
    let noun = words.trim_end().rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
    scene.gazetteers.noun_classes.kind(&noun) == Some(NounKind::Organization)
}

/// Whether the words stand for an outlet named before.
fn is_the_outlet(scene: &Scene<'_>, words: &str) -> bool {
    let name = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "));
    name.is_some_and(|name| scene.gazetteers.cues.attributing_noun(name) == Some(AttributingNoun::Outlet))
}

fn is_person(mention: &Mention) -> bool {
    matches!(mention.kind, MentionKind::Official(_))
}

/// "He said the line had cost $4 million. *Peru would pay half of it.*": a sentence that goes on in the tense of reported speech,
/// and names nobody who speaks, is still whoever spoke in the sentence before.
pub(in crate::claim) fn run_on(scene: &Scene<'_>, wanted: &[bool], scopes: &mut [Scope]) {
    // The scope that reported speech goes on from, and the sentence it has come to.
    let mut spoken: Vec<Option<usize>> = vec![None; wanted.len()];
    for (at, scope) in scopes.iter().enumerate() {
        spoken[scope.sentence] = Some(if spoken[scope.sentence].is_some() { usize::MAX } else { at });
    }
    for sentence in 1..wanted.len() {
        let before = &scene.document.sentences[sentence - 1];
        let this = &scene.document.sentences[sentence];
        let goes_on = wanted[sentence] && spoken[sentence].is_none() && before.paragraph == this.paragraph;
        let Some(at) = spoken[sentence - 1].filter(|&at| goes_on && at != usize::MAX) else { continue };
        let first = scopes[at].sentence + 1 == sentence;
        if first && (!reports(scene, &scopes[at]) || tells_in_that_tense(scene, &scopes[at], &spoken))
            || scene.quotations_over(this.span).next().is_some()
        {
            continue;
        }
        if is_shifted_back(scene, &scene.analysis(sentence).tree) {
            scopes[at].content.push(this.span);
            spoken[sentence] = Some(at);
        }
    }
}

/// "*Lind had long been out.* Critics said he was a spoiler. His funds had dwindled.": whether the sentence before the speech, which is
/// nobody's words, has the tense of reports: the article tells in it.
fn tells_in_that_tense(scene: &Scene<'_>, scope: &Scope, spoken: &[Option<usize>]) -> bool {
    let sentences = &scene.document.sentences;
    scope.sentence.checked_sub(1).is_some_and(|before| {
        spoken[before].is_none()
            && sentences[before].paragraph == sentences[scope.sentence].paragraph
            && scene.quotations_over(sentences[before].span).next().is_none()
            && is_shifted_back(scene, &scene.analysis(before).tree)
    })
}

/// Whether a scope is indirect speech of somebody in the past, to the end of its sentence, in the tense that reports take.
fn reports(scene: &Scene<'_>, scope: &Scope) -> bool {
    let sentence = scene.document.sentences[scope.sentence].span;
    let tree = &scene.analysis(scope.sentence).tree;
    let Some(verb) = tree.token_at(scope.verb.start) else { return false };
    let said = matches!(scope.rule, "said-that" | "said-behind") && matches!(tree.tag(verb), PennTag::VBD | PennTag::VBN);
    let Some(content) = scope.content.last().filter(|content| said && content.end + 2 >= sentence.end) else { return false };
    !scope.thing && scene.quotations_over(*content).next().is_none()
}

/// Whether the main verb of a sentence has "would" without a condition, or "had" and a participle.
fn is_shifted_back(scene: &Scene<'_>, tree: &Tree) -> bool {
    let Some(root) = tree.root() else { return false };
    // "Prosecutors had asked for 30 years": words of others.
    let speech = row_of(tree, scene.gazetteers, root).is_some_and(|row| row.frame == Frame::Speech);
    if speech || scene.gazetteers.cues.attributing(tree.lemma(root)).is_some_and(Attributing::gives_words) {
        return false;
    }
    let verbal = is_verb(tree.tag(root)) || tree.child_with(root, Relation::Cop).is_some();
    let aux = |lemma: &str, tag: PennTag| {
        tree.children(root).any(|child| tree.relation(child) == Relation::Aux && tree.lemma(child) == lemma && tree.tag(child) == tag)
    };
    let conditional = tree.children(root).any(|child| {
        tree.relation(child) == Relation::Advcl
            && tree.children(child).any(|mark| scene.gazetteers.cues.mark(tree.lemma(mark)) == Some(MarkKind::Condition))
    });
    verbal && !conditional && (aux("would", PennTag::MD) || aux("have", PennTag::VBD))
}
