//! Claims: from mentions and clauses to structured records.
//!
//! Trees are made only for sentences that hold a mention. From a tree come [clauses](clause), from a clause its
//! [participants](participant), how it is [put](modality), and whose words it is ([`attribution`]); [`assemble`] makes claims of
//! these. Offices are claims of their own ([`construction::office`]), and so are nouns that name what happens ([`construction::nominal`]).

mod amount;
mod assemble;
mod attribution;
mod broken;
pub(crate) mod clause;
mod confidence;
mod construction;
mod deed;
mod draft;
mod evidence;
mod identity;
pub(crate) mod modality;
pub mod model;
mod opinion;
mod participant;
mod passing;
mod quantity;
mod referred;
pub(crate) mod repair;
mod scene;
mod sense;
mod sentence_rules;
mod statement;
mod told;
mod told_amount;
pub mod trace;
mod when;

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use self::attribution::Scope;
use self::draft::Draft;
use self::model::{Claim, Predicate};
use self::participant::nested;
use self::participant::post::Holders;
use self::participant::reference::Discourse;
use self::participant::town::Towns;
use self::scene::Scene;
use self::sentence_rules::SentenceRules;
use self::trace::{Notes, Trace};
use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::ReferenceKind;
use crate::gazetteer::word_sets::LexicalSet;
use crate::segment::Document;
use crate::syntax::TaggedSentences;
use crate::tag::mention::{Mention, MentionKind};

/// The claims of an article, in the order of the text.
///
/// `mentions` are those of [`crate::tag::tag`], sorted by their start.
pub fn extract(document: &Document<'_>, mentions: &[Mention], gazetteers: &Gazetteers) -> Vec<Claim> {
    extract_from(document, mentions, &TaggedSentences::new(document.sentences.len()), gazetteers)
}

/// As [`extract`], going on from the sentences that [`crate::tag::tag_and_keep`] tagged, which are not tagged again.
pub fn extract_from(document: &Document<'_>, mentions: &[Mention], tagged: &TaggedSentences, gazetteers: &Gazetteers) -> Vec<Claim> {
    run(document, mentions, tagged, gazetteers, &mut Notes::default())
}

/// The claims of an article, then what every sentence states, whatever it names: one more claim a sentence, of the scope
/// [`ClaimScope::Statement`](model::ClaimScope::Statement).
pub fn extract_all_from(document: &Document<'_>, mentions: &[Mention], tagged: &TaggedSentences, gazetteers: &Gazetteers) -> Vec<Claim> {
    let scene = Scene::new(document, mentions, tagged, gazetteers);
    let mut claims = claims_of(&scene, &mut Notes::default());
    claims.extend(statement::statements(&scene));
    claims
}

/// As [`extract`], with the rules that made each claim in it, and what was dropped and why.
pub fn extract_traced(document: &Document<'_>, mentions: &[Mention], gazetteers: &Gazetteers) -> (Vec<Claim>, Trace) {
    let mut notes = Notes { on: true, trace: Trace::default() };
    let claims = run(document, mentions, &TaggedSentences::new(document.sentences.len()), gazetteers, &mut notes);
    (claims, notes.trace)
}

fn run(document: &Document<'_>, mentions: &[Mention], tagged: &TaggedSentences, gazetteers: &Gazetteers, notes: &mut Notes) -> Vec<Claim> {
    let scene = Scene::new(document, mentions, tagged, gazetteers);
    claims_of(&scene, notes)
}

fn claims_of(scene: &Scene<'_>, notes: &mut Notes) -> Vec<Claim> {
    let discourse = Discourse::of(scene);
    let wanted = wanted(scene);
    scene.analyse(&wanted);
    let scopes = attribution::scopes(scene, &discourse, &beside_quotations(scene, &wanted), &wanted);
    let near_of = scopes_by_sentence(scene, &scopes);
    let mut drafts = Vec::new();
    for sentence in (0..wanted.len()).filter(|&sentence| wanted[sentence]) {
        let near = near(&scopes, &near_of[sentence]);
        drafts.extend(SentenceRules::new(scene, &discourse, &near, sentence).drafts(notes));
    }
    construction::said::say(scene, &discourse, &scopes, &near_of, &wanted, notes, &mut drafts);
    offices(scene, &discourse, &scopes, &near_of, &mut drafts);
    construction::described::people(scene, &scopes, &near_of, &mut drafts);
    if notes.on {
        notes.trace.trees = scene.trees().map(|(sentence, tree)| (sentence, tree.clone())).collect();
    }
    finish(scene, drafts, notes)
}

/// For every sentence, the scopes that stand in it or hold words of it, in their order: so that no rule walks over those of the
/// whole article.
fn scopes_by_sentence(scene: &Scene<'_>, scopes: &[Scope]) -> Vec<Vec<usize>> {
    let sentences = &scene.document.sentences;
    let mut near = vec![Vec::new(); sentences.len()];
    for (at, scope) in scopes.iter().enumerate() {
        near[scope.sentence].push(at);
        for content in &scope.content {
            let first = sentences.partition_point(|sentence| sentence.span.end <= content.start);
            let held = sentences[first..].iter().take_while(|sentence| sentence.span.start < content.end).count();
            for list in &mut near[first..first + held] {
                if list.last() != Some(&at) {
                    list.push(at);
                }
            }
        }
    }
    near
}

/// The scopes with these numbers, which are in order: most often they stand side by side, and nothing is copied.
fn near<'s>(scopes: &'s [Scope], numbers: &[usize]) -> Cow<'s, [Scope]> {
    match *numbers {
        [] => Cow::Borrowed(&[]),
        [first, .., last] if last - first + 1 != numbers.len() => numbers.iter().map(|&at| scopes[at].clone()).collect(),
        [first, ..] => Cow::Borrowed(&scopes[first..first + numbers.len()]),
    }
}

/// How many sentences after a person or country was named a pronoun may stand for it.
const REACH: usize = 3;
/// No word that stands for something else is longer.
const LONGEST_REFERENCE: usize = 16;

/// The sentences that get a tree: those with a mention of interest, and those that refer to somebody or something named before.
fn wanted(scene: &Scene<'_>) -> Vec<bool> {
    let count = scene.document.sentences.len();
    let mut wanted = vec![false; count];
    let mut last_person: Option<usize> = None;
    for (sentence, wanted) in wanted.iter_mut().enumerate() {
        let mentions = scene.mentions_in(sentence);
        if scene.speaks(sentence) {
            let told = mentions.iter().any(|mention| {
                scene.is_worth_a_tree(mention) || scene.names_public_figure(mention) || is_silent_office(mention, scene.gazetteers)
            });
            *wanted = told
                || refers(scene, sentence, last_person.is_some_and(|last| sentence - last <= REACH), scene.has_officials())
                || says_an_office(scene, sentence);
        }
        if mentions.iter().any(|mention| matches!(mention.kind, MentionKind::Official(_) | MentionKind::Country(_))) {
            last_person = Some(sentence);
        }
    }
    wanted
}

/// "*No governments* have made statements": that none of them did is told.
fn is_silent_office(mention: &Mention, gazetteers: &Gazetteers) -> bool {
    matches!(&mention.kind, MentionKind::Quantifier(count)
        if count.quantity.value.is_some_and(|value| value.is_zero())
            && count.unit.as_deref().is_some_and(|unit| told::is_office_word(unit, gazetteers)))
}

/// Whether the sentence speaks of somebody or something by a word that stands for what was named before: "He …", "the mayor said",
/// "… stripped *her* of …"; `near` says whether a person or country was named in it or in the two sentences before.
fn refers(scene: &Scene<'_>, sentence: usize, near: bool, officials: bool) -> bool {
    let text = scene.document.sentences[sentence].span.of(scene.text);
    let mut since_article = usize::MAX;
    let mut lower = [0; LONGEST_REFERENCE];
    text.as_bytes().split(|byte| !byte.is_ascii_alphabetic()).filter(|word| !word.is_empty()).any(|word| {
        since_article = if word.eq_ignore_ascii_case(b"the") { 0 } else { since_article.saturating_add(1) };
        let Some(lower) = lower.get_mut(..word.len()) else { return false };
        lower.copy_from_slice(word);
        lower.make_ascii_lowercase();
        let word = str::from_utf8(lower).unwrap_or_default();
        let described =
            officials && since_article > 0 && since_article <= 3 && scene.gazetteers.noun_classes.class(word) == Some("official");
        described
            || match scene.gazetteers.cues.reference(word) {
                Some(ReferenceKind::Government | ReferenceKind::Office) => true,
                Some(ReferenceKind::Man | ReferenceKind::Woman | ReferenceKind::Countries | ReferenceKind::Country) => near,
                Some(ReferenceKind::Own) => officials && scene.is_quoted(scene.document.sentences[sentence].span),
                _ => false,
            }
    })
}

/// "served *as chairman*", "was *named a judge*": the sentence may say what office somebody holds.
fn says_an_office(scene: &Scene<'_>, sentence: usize) -> bool {
    let text = scene.document.sentences[sentence].span.of(scene.text);
    let mut since = usize::MAX;
    text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()).any(|word| {
        let leads = scene.gazetteers.word_sets.has(LexicalSet::LeadsToOffice, word);
        since = if leads { 0 } else { since.saturating_add(1) };
        since > 0 && since <= WORDS_TO_OFFICE && word.len() > 2 && scene::is_office(word, scene.gazetteers)
    })
}

/// How many words an office stands behind the verb: "was named a deputy finance minister".
const WORDS_TO_OFFICE: usize = 4;

/// The wanted sentences, and those that say whose a quotation is that runs through a wanted one.
fn beside_quotations(scene: &Scene<'_>, wanted: &[bool]) -> Vec<bool> {
    let mut beside = wanted.to_vec();
    for quotation in scene.quotations {
        let range = quotation.sentences.clone();
        if !range.clone().any(|sentence| wanted.get(sentence).copied().unwrap_or(false)) {
            continue;
        }
        let paragraph = scene.document.sentences.get(range.start).map(|sentence| sentence.paragraph);
        let from = range.start.saturating_sub(2);
        for (sentence, flag) in beside.iter_mut().enumerate().take(range.end + 1).skip(from) {
            let near = scene.document.sentences[sentence].paragraph;
            let introduces = sentence + 1 == range.start && scene.document.sentences[sentence].span.of(scene.text).ends_with(':');
            if range.contains(&sentence) || Some(near) == paragraph || introduces {
                *flag = true;
            }
        }
        // A paragraph that is nothing but a quotation goes on with the words of whoever spoke in the one before.
        let alone = paragraph
            .map(|paragraph| &scene.document.paragraphs[paragraph])
            .filter(|paragraph| quotation.span.start <= paragraph.span.start + 1 && quotation.span.end + 1 >= paragraph.span.end);
        if alone.is_some()
            && let Some(before) = paragraph.and_then(|paragraph| scene.document.paragraphs.get(paragraph.checked_sub(1)?))
        {
            let first = before.sentences.end.saturating_sub(3).max(before.sentences.start);
            beside[first..before.sentences.end].fill(true);
        }
    }
    beside
}

fn offices(scene: &Scene<'_>, discourse: &Discourse, scopes: &[Scope], near_of: &[Vec<usize>], drafts: &mut Vec<Draft>) {
    for (sentence, held) in construction::office::held(scene, discourse) {
        let near = near(scopes, &near_of[sentence]);
        let place = held.office_span;
        let predicate = Predicate::at(scene.text, place, "be".to_owned(), "hold_office");
        let mut draft = Draft::new(scene, sentence, held.span, predicate, place);
        draft.claim.actor = vec![construction::office::participant(scene, &held)];
        draft.claim.target = construction::office::other_countries(scene, sentence, &held);
        draft.claim.office = Some(held.office);
        // A title in somebody's very words is theirs; in reported speech it is the writer's.
        draft.claim.attribution = attribution::of_claim(scene, &near, place).filter(|said| said.quoted);
        draft.rules = vec!["title"];
        drafts.push(draft);
    }
}

/// Ids, confidence, credits, repeats; the same claim twice is one.
fn finish(scene: &Scene<'_>, drafts: Vec<Draft>, notes: &mut Notes) -> Vec<Claim> {
    let credits = credits(scene);
    let holders = Holders::of(scene);
    let towns = Towns::of(scene);
    let mut claims: Vec<Claim> = Vec::with_capacity(drafts.len());
    let mut known = FxHashSet::default();
    let mut again: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (at, sentence) in scene.document.sentences.iter().enumerate() {
        if let Some(first) = sentence.repeat_of {
            again.entry(first).or_default().push(at);
        }
    }
    for draft in drafts {
        let confidence = if draft.claim.confidence.0 == 0 { confidence::of(&draft) } else { draft.claim.confidence };
        let mut claim = draft.claim;
        claim.confidence = confidence;
        claim.credits.clone_from(&credits);
        holders.mark(&mut claim);
        nested::settle(&mut claim, scene.text, scene.gazetteers);
        if nested::names_somebody_in_passing(&claim, scene.gazetteers) {
            notes.refuse(claim.sentence, Span::new(claim.start, claim.end), &claim.predicate.class, "only-named-inside");
            continue;
        }
        towns.mark(&mut claim);
        claim.id = identity::of(&claim);
        claim.repeats = repeats(scene, &claim, again.get(&claim.sentence).map_or(&[], Vec::as_slice));
        if notes.on {
            claim.rules = draft.rules.iter().map(|&rule| rule.to_owned()).collect();
        }
        if known.insert(claim.id.clone()) {
            claims.push(claim);
        }
    }
    claims.sort_by(|one, other| {
        (one.start, one.end, &one.predicate.start, &one.id).cmp(&(other.start, other.end, &other.predicate.start, &other.id))
    });
    claims
}

/// Where the sentence of a claim stands again, word for word.
fn repeats(scene: &Scene<'_>, claim: &Claim, again: &[usize]) -> Vec<Span> {
    let base = scene.document.sentences[claim.sentence].span.start;
    again
        .iter()
        .map(|&at| {
            let sentence = &scene.document.sentences[at];
            Span::new(sentence.span.start + (claim.start - base.min(claim.start)), sentence.span.start + (claim.end - base.min(claim.end)))
        })
        .filter(|span| scene.text.get(span.start..span.end) == Some(&claim.text))
        .collect()
}

/// The outlets that the article credits: those that it says reported something.
fn credits(scene: &Scene<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut outlets = scene.mentions.iter().filter_map(|mention| match &mention.kind {
        MentionKind::Organization(organization) if organization.outlet => Some((mention, organization)),
        _ => None,
    });
    let own = &scene.document.article.source;
    for (mention, organization) in outlets.by_ref() {
        let rest = scene.text[mention.span.end..].trim_start_matches([' ', ')', ',', '.']);
        let before = scene.text[..mention.span.start].trim_end();
        let cited = scene.gazetteers.word_sets.words(LexicalSet::CitesOutlet).any(|verb| rest.starts_with(verb))
            || before.ends_with("according to")
            || before.ends_with("According to")
            || before.ends_with("reported by the")
            || before.ends_with("according to the")
            || before.ends_with("reported by")
            || (before.ends_with('(') && scene.text[mention.span.end..].starts_with(')'))
            || before.ends_with("told the");
        if cited && !names.contains(&organization.name) && organization.name != *own {
            names.push(organization.name.clone());
        }
    }
    names.sort_unstable();
    names
}
