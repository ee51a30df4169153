//! Casualties by their words: "two dead and six injured", "3 killed", "left four people wounded".
//!
//! Numbers of dead and injured stand in headlines and clipped phrases that trees get wrong, yet their order is fixed: the
//! number with its people, then at most auxiliaries and adverbs, then the word that says what became of them.

use rust_decimal::Decimal;

use super::clause::is_verb;
use super::scene::Scene;
use crate::article::Span;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::Part;
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{CountMention, Mention, MentionKind};
use crate::tag::quantity::Bound;

/// A number of people that were killed or injured.
#[derive(Debug)]
pub(crate) struct Casualty<'a> {
    /// The number nearest to the word.
    pub(crate) mention: &'a Mention,
    /// The total where more people stand before it: "one man and two women".
    pub(crate) total: Option<Decimal>,
    /// From the first of the people to the word, or the other way round.
    pub(crate) span: Span,
    /// The words of the people.
    pub(crate) people: Span,
    /// The word that says what became of them.
    pub(crate) word: usize,
    /// `kill` or `injure`.
    pub(crate) class: &'static str,
}

/// The casualties of a sentence.
pub(crate) fn casualties<'a>(scene: &Scene<'a>, sentence: usize, tree: &Tree) -> Vec<Casualty<'a>> {
    let mentions = scene.mentions_in(sentence);
    let mut found = Vec::new();
    for mention in mentions {
        let Some(count) = people(scene, mention) else { continue };
        let tokens = tree.tokens_in(mention.span);
        let hit = before(scene, tree, tokens.start).or_else(|| after(scene, tree, tokens.end));
        let Some((word, class)) = hit else { continue };
        let (total, people) = with_those_before(scene, sentence, tree, mention, count);
        let span = people.join(tree.token_span(word));
        found.push(Casualty { mention, total, span, people, word, class });
    }
    // "one man and two women dead": the first number is part of the second's total.
    let totals: Vec<Span> = found.iter().filter(|casualty| casualty.total.is_some()).map(|casualty| casualty.people).collect();
    found.retain(|casualty| casualty.total.is_some() || !totals.iter().any(|people| people.contains(casualty.mention.span)));
    found
}

/// A number of people, or a bare number.
fn people<'m>(scene: &Scene<'_>, mention: &'m Mention) -> Option<&'m CountMention> {
    let MentionKind::Count(count) = &mention.kind else { return None };
    let people = count.unit.as_deref().is_none_or(|unit| scene.gazetteers.noun_classes.kind(unit) == Some(NounKind::Person));
    people.then_some(count)
}

/// What a word says became of people: `kill`, `injure`.
fn fate(scene: &Scene<'_>, tree: &Tree, token: usize) -> Option<&'static str> {
    let lemma = tree.lemma(token);
    let predicates = &scene.gazetteers.predicates;
    let verb = is_verb(tree.tag(token)) || lemma.ends_with("ed") || matches!(tree.tag(token), PennTag::NN | PennTag::JJ);
    let row = predicates
        .get(Part::Adjective, lemma)
        .or_else(|| predicates.get(Part::Verb, lemma).filter(|_| verb))
        .or_else(|| predicates.get(Part::Verb, lemma.strip_suffix("ed")?))?;
    match &*row.class {
        "kill" => Some("kill"),
        "injure" => Some("injure"),
        _ => None,
    }
}

/// "two people *were shot and killed*": the fate after the people; who was shot and no more is injured.
fn after(scene: &Scene<'_>, tree: &Tree, start: usize) -> Option<(usize, &'static str)> {
    let mut shot = None;
    for token in start..tree.len().min(start + 8) {
        let lemma = tree.lemma(token);
        // "killed", not "killing", "kill": the people are its patients.
        let patient = matches!(tree.tag(token), PennTag::VBN | PennTag::VBD | PennTag::JJ | PennTag::NN | PennTag::VB);
        if let Some(class) = fate(scene, tree, token).filter(|_| patient) {
            let active = tree.child_with(token, Relation::Obj).is_some() && !tree.lemma(token).eq("die");
            return (!active).then_some((token, class));
        }
        let shoots = (lemma == "shoot" || tree.lemma(token) == "shot") && tree.child_with(token, Relation::Obj).is_none();
        if shoots && shot.is_none() {
            shot = Some(token);
            continue;
        }
        let skipped = matches!(
            lemma,
            "be" | "have"
                | "other"
                | "people"
                | "person"
                | "victim"
                | "and"
                | "more"
                | "leave"
                | "find"
                | "pronounce"
                | "confirm"
                | "also"
                | "get"
        ) || matches!(tree.tag(token), PennTag::RB);
        if !skipped {
            let to_death = lemma == "to" && token + 1 < tree.len() && tree.lemma(token + 1) == "death";
            if to_death {
                return shot.map(|word| (word, "kill"));
            }
            break;
        }
    }
    // Only where somebody says that they were: "four people were shot".
    let word = shot?;
    let passive = (start..word).any(|token| tree.lemma(token) == "be");
    let fatal = (start..word).any(|token| tree.lemma(token) == "fatally");
    passive.then_some((word, if fatal { "kill" } else { "injure" }))
}

/// "*killing* 17", "*wounded* at least five": the fate right before the people.
fn before(scene: &Scene<'_>, tree: &Tree, start: usize) -> Option<(usize, &'static str)> {
    let word = start.checked_sub(1)?;
    if !is_verb(tree.tag(word)) || tree.children(word).any(|child| matches!(tree.relation(child), Relation::AuxPass | Relation::NsubjPass))
    {
        return None;
    }
    let class = fate(scene, tree, word).filter(|_| tree.lemma(word) != "die");
    class.map(|class| (word, class))
}

/// The people before, where they are one coordination: their total, and where they stand.
fn with_those_before(scene: &Scene<'_>, sentence: usize, tree: &Tree, mention: &Mention, count: &CountMention) -> (Option<Decimal>, Span) {
    let mut people_span = mention.span;
    let Some(mut total) = count.quantity.value.filter(|_| count.quantity.bound == Bound::Exact) else { return (None, people_span) };
    let mut parts = 1;
    let mut first = tree.tokens_in(mention.span).start;
    while let Some(comma) = first.checked_sub(1).filter(|&comma| matches!(tree.lemma(comma), "and" | ",")) {
        let before = if comma > 0 && tree.lemma(comma - 1) == "," { comma - 1 } else { comma };
        let Some(last) = before.checked_sub(1) else { break };
        let place = tree.token_span(last);
        let counted = scene
            .mentions_in(sentence)
            .iter()
            .find(|other| other.span.overlaps(place) && people(scene, other).is_some_and(|count| count.unit.is_some()));
        let (value, span) = if let Some(other) = counted {
            let Some(count) = people(scene, other).filter(|count| count.quantity.bound == Bound::Exact) else { break };
            let Some(value) = count.quantity.value else { break };
            (value, other.span)
        } else {
            // "a man", "his wife", "her"
            let person = tree.tag(last) == PennTag::NN && scene.gazetteers.noun_classes.kind(tree.lemma(last)) == Some(NounKind::Person);
            let article = tree.children(last).find(|&child| {
                let owned = tree.relation(child) == Relation::NmodPoss && tree.tag(child) == PennTag::PRPS;
                child < last && (owned || (tree.relation(child) == Relation::Det && matches!(tree.lemma(child), "a" | "an")))
            });
            let pronoun = tree.tag(last) == PennTag::PRP && matches!(tree.lemma(last), "he" | "she" | "him" | "her");
            match article.filter(|_| person) {
                Some(article) => (Decimal::ONE, tree.token_span(article).join(place)),
                None if pronoun => (Decimal::ONE, place),
                None => break,
            }
        };
        total += value;
        parts += 1;
        people_span = people_span.join(span);
        first = tree.tokens_in(span).start;
    }
    (if parts > 1 { Some(total) } else { None }, people_span)
}
