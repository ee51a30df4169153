//! Casualties by their words: "two dead and six injured", "3 killed", "left four people wounded".
//!
//! Numbers of dead and injured stand in headlines and clipped phrases that trees get wrong, yet their order is fixed: the
//! number with its people, then at most auxiliaries and adverbs, then the word that says what became of them.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::article::Span;
use crate::claim::clause::is_verb;
use crate::claim::scene::Scene;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::Part;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{CountMention, Mention, MentionKind};
use crate::tag::quantity::Bound;

/// A number of people that were killed or injured.
#[derive(Debug)]
pub(crate) struct Casualty<'a> {
    /// The number; none of "another", "a fourth".
    pub(crate) mention: Option<&'a Mention>,
    /// The total where more people stand beside it ("one man and two women"), or one for "another".
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
    let mut found: Vec<Casualty<'a>> = Vec::new();
    for mention in mentions {
        let Some(count) = people(scene, mention) else { continue };
        let near = Group { scene, sentence, tree };
        let group = near.of(mention, count);
        let hit = before(scene, tree, &group.tokens)
            .or_else(|| after(scene, tree, group.tokens.end))
            .or_else(|| heading(scene, tree, group.tokens.start));
        let Some((word, class)) = hit else { continue };
        let group = if group.with_doer && class != "kill" { near.alone(mention) } else { group };
        let span = group.span.join(tree.token_span(word));
        if found.iter().any(|other| other.total.is_some() && other.people == group.span) {
            continue;
        }
        found.push(Casualty { mention: Some(mention), total: group.total, span, people: group.span, word, class });
    }
    // "one man and two women dead": the first number is part of the second's total.
    let totals: Vec<Span> = found.iter().filter(|casualty| casualty.total.is_some()).map(|casualty| casualty.people).collect();
    found.retain(|casualty| casualty.total.is_some() || !totals.iter().any(|people| people.contains(casualty.people)));
    if !found.is_empty() || mentions.iter().any(|mention| people(scene, mention).is_some()) {
        found.extend(one_more(scene, tree));
    }
    found
}

/// "left three dead and *another injured*", "one fatally", "a fourth was wounded": one, where the noun is left out.
fn one_more<'a>(scene: &Scene<'a>, tree: &Tree) -> Vec<Casualty<'a>> {
    let mut found = Vec::new();
    let sets = &scene.gazetteers.word_sets;
    for token in 1..tree.len() {
        let lemma = tree.lemma(token);
        let fatally = lemma == "fatally" && is_fatally(scene, tree, token);
        let patient = matches!(tree.tag(token), PennTag::VBN | PennTag::VBD | PennTag::JJ);
        if !fatally && !patient || tree.child_with(token, Relation::Obj).is_some() && lemma != "die" {
            continue;
        }
        let mut at = token - 1;
        while at > 0 && (matches!(tree.lemma(at), "be" | "have") || (tree.tag(at) == PennTag::RB && tree.lemma(at) != "not")) {
            at -= 1;
        }
        let first = match tree.lemma(at) {
            "one" | "another" => at,
            ordinal if at > 0 && tree.lemma(at - 1) == "a" && sets.has(LexicalSet::FurtherOrdinal, ordinal) => at - 1,
            _ => continue,
        };
        // Looked up last: few words have such people before them.
        let Some(class) = (if fatally { Some("kill") } else { fate(scene, tree, token) }) else { continue };
        let counted = scene.mentions.iter().any(|mention| people(scene, mention).is_some() && mention.span.overlaps(tree.token_span(at)));
        let of_more = first > 0 && sets.has(FunctionSet::OneNotCounted, tree.lemma(first - 1));
        if counted || of_more {
            continue;
        }
        let people = tree.token_span(first).join(tree.token_span(at));
        let span = people.join(tree.token_span(token));
        found.push(Casualty { mention: None, total: Some(Decimal::ONE), span, people, word: token, class });
    }
    found
}

/// "Four men were shot, one *fatally*".
fn is_fatally(scene: &Scene<'_>, tree: &Tree, token: usize) -> bool {
    let hits = |token: usize| scene.gazetteers.word_sets.has(LexicalSet::Hits, tree.lemma(token));
    let harms = |token: usize| hits(token) || fate(scene, tree, token) == Some("injure");
    tree.lemma(token) == "fatally" && !(token + 1 < tree.len() && harms(token + 1)) && (0..token).any(harms)
}

/// A number of people, or a bare number.
fn people<'m>(scene: &Scene<'_>, mention: &'m Mention) -> Option<&'m CountMention> {
    let MentionKind::Count(count) = &mention.kind else { return None };
    let people = count.unit.as_deref().is_none_or(|unit| scene.gazetteers.noun_classes.kind(unit) == Some(NounKind::Person));
    // "under 15" is an age.
    let age = count.unit.is_none() && matches!(count.quantity.bound, Bound::LessThan | Bound::MoreThan);
    (people && !age).then_some(count)
}

/// What a word says became of people: `kill`, `injure`.
pub(super) fn fate(scene: &Scene<'_>, tree: &Tree, token: usize) -> Option<&'static str> {
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

/// "two people *were shot and killed*": the fate after the people; who was shot and no more is injured, in an article that
/// tells of no death: "four people were shot, one fatally" leaves three injured.
fn after(scene: &Scene<'_>, tree: &Tree, start: usize) -> Option<(usize, &'static str)> {
    let mut shot = None;
    for token in start..tree.len().min(start + 8) {
        let lemma = tree.lemma(token);
        // "killed", not "killing", "kill": the people are its patients.
        let patient = matches!(tree.tag(token), PennTag::VBN | PennTag::VBD | PennTag::JJ | PennTag::NN | PennTag::VB);
        if is_fatally(scene, tree, token) {
            return Some((token, "kill"));
        }
        if let Some(class) = fate(scene, tree, token).filter(|_| patient) {
            // "were *stabbed and killed*": one event, told by its outcome.
            let outcome = token + 2;
            let hit = scene.gazetteers.word_sets.has(LexicalSet::Hits, lemma) && outcome < tree.len() && tree.lemma(token + 1) == "and";
            if hit && fate(scene, tree, outcome) == Some("kill") && tree.tag(outcome) == PennTag::VBN {
                return Some((outcome, "kill"));
            }
            let active = tree.child_with(token, Relation::Obj).is_some() && !tree.lemma(token).eq("die");
            return (!active).then_some((token, class));
        }
        let shoots = (lemma == "shoot" || tree.lemma(token) == "shot") && tree.child_with(token, Relation::Obj).is_none();
        if shoots && shot.is_none() {
            shot = Some(token);
            continue;
        }
        let skipped = scene.gazetteers.word_sets.has(LexicalSet::BeforeFate, lemma) || matches!(tree.tag(token), PennTag::RB);
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
    let survived = || !scene.gazetteers.word_sets.words(LexicalSet::OfDeath).any(|word| scene.text.contains(word));
    (passive && (fatal || survived())).then_some((word, if fatal { "kill" } else { "injure" }))
}

/// "*killing* 17", "*wounded* at least five", "*fatally shot* his wife and two sons": the fate right before the people.
fn before(scene: &Scene<'_>, tree: &Tree, people: &Range<usize>) -> Option<(usize, &'static str)> {
    let word = people.start.checked_sub(1)?;
    if !is_verb(tree.tag(word)) || tree.children(word).any(|child| matches!(tree.relation(child), Relation::AuxPass | Relation::NsubjPass))
    {
        return None;
    }
    let fatally = word > 0 && tree.lemma(word - 1) == "fatally";
    let to_death = people.end + 1 < tree.len() && tree.lemma(people.end) == "to" && tree.lemma(people.end + 1) == "death";
    if matches!(tree.lemma(word), "shoot" | "stab" | "beat") && (fatally || to_death) {
        return Some((word, "kill"));
    }
    let class = fate(scene, tree, word).filter(|_| tree.lemma(word) != "die");
    class.map(|class| (word, class))
}

/// "People *killed*: 241", "*Injured*: 1,904".
fn heading(scene: &Scene<'_>, tree: &Tree, start: usize) -> Option<(usize, &'static str)> {
    let colon = start.checked_sub(1).filter(|&colon| tree.lemma(colon) == ":")?;
    let word = colon.checked_sub(1)?;
    let class = fate(scene, tree, word).filter(|_| tree.tag(word) != PennTag::NN || tree.lemma(word) == "dead")?;
    (word <= 2).then_some((word, class))
}

/// The people beside a number, where they are one coordination.
struct Group<'s, 'a> {
    scene: &'s Scene<'a>,
    sentence: usize,
    tree: &'s Tree,
}

/// People that stand together.
struct People {
    /// Their words.
    tokens: Range<usize>,
    span: Span,
    /// How many they are, where they are more than the number says.
    total: Option<Decimal>,
    /// Whether whoever did it is one of them: "and himself".
    with_doer: bool,
}

impl Group<'_, '_> {
    fn alone(&self, mention: &Mention) -> People {
        People { tokens: self.tree.tokens_in(mention.span), span: mention.span, total: None, with_doer: false }
    }

    /// The number with those before and after it.
    ///
    /// Matches "one man and two women", "six of his grandchildren, his daughter and himself". Refuses an apposition: "two people, a
    /// man and a woman"; and what begins a clause of its own: "killed two people and a third was hurt".
    fn of(&self, mention: &Mention, count: &CountMention) -> People {
        let tree = self.tree;
        let mut group = self.alone(mention);
        let Some(value) = count.quantity.value.filter(|_| count.quantity.bound == Bound::Exact) else { return group };
        let mut total = value;
        if let Some(owner) = group.tokens.start.checked_sub(1).filter(|&owner| tree.tag(owner) == PennTag::PRPS) {
            group.tokens.start = owner;
        }
        while let Some(comma) = group.tokens.start.checked_sub(1).filter(|&comma| matches!(tree.lemma(comma), "and" | ",")) {
            let last = if comma > 0 && tree.lemma(comma - 1) == "," { comma.checked_sub(2) } else { comma.checked_sub(1) };
            let Some((value, first)) = last.and_then(|last| self.ending_at(last)) else { break };
            // "*of the 40 passengers*, 12 were hurt": the whole, not more people.
            let before = (0..first).rev().find(|&token| tree.tag(token) != PennTag::DT);
            if before.is_some_and(|token| matches!(tree.lemma(token), "of" | "among")) {
                break;
            }
            total += value;
            group.tokens.start = first;
        }
        if let Some((more, end, with_doer)) = self.following(group.tokens.end, count) {
            total += more;
            group.tokens.end = end;
            group.with_doer = with_doer;
        }
        if total > value {
            group.total = Some(total);
            group.span = tree.token_span(group.tokens.start).join(tree.token_span(group.tokens.end - 1));
        }
        group
    }

    /// The people that end at a word: how many, and the first of their words.
    fn ending_at(&self, last: usize) -> Option<(Decimal, usize)> {
        let tree = self.tree;
        let place = tree.token_span(last);
        let counted = self
            .scene
            .mentions_in(self.sentence)
            .iter()
            .find(|other| other.span.overlaps(place) && people(self.scene, other).is_some_and(|count| count.unit.is_some()));
        if let Some(other) = counted {
            let count = people(self.scene, other).filter(|count| count.quantity.bound == Bound::Exact)?;
            return Some((count.quantity.value?, tree.tokens_in(other.span).start));
        }
        if tree.tag(last) == PennTag::PRP && self.scene.gazetteers.word_sets.has(FunctionSet::OnePerson, tree.lemma(last)) {
            return Some((Decimal::ONE, last));
        }
        // "a man", "his wife", "the gunman"
        let person = tree.tag(last) == PennTag::NN && self.scene.gazetteers.noun_classes.kind(tree.lemma(last)) == Some(NounKind::Person);
        let article = tree.children(last).find(|&child| child < last && self.opens_one(child));
        article.filter(|_| person).map(|article| (Decimal::ONE, article))
    }

    fn opens_one(&self, token: usize) -> bool {
        let owned = self.tree.tag(token) == PennTag::PRPS;
        owned || (self.tree.tag(token) == PennTag::DT && self.scene.gazetteers.word_sets.has(FunctionSet::OpensOne, self.tree.lemma(token)))
    }

    /// Those that follow in the same coordination: how many, where they end, and whether the doer is among them.
    fn following(&self, start: usize, count: &CountMention) -> Option<(Decimal, usize, bool)> {
        let tree = self.tree;
        let generic =
            count.unit.as_deref().is_none_or(|unit| matches!(self.scene.gazetteers.noun_classes.class(unit), Some("person" | "victim")));
        let (mut total, mut end, mut with_doer, mut closed) = (Decimal::ZERO, start, false, false);
        while end < tree.len() && !closed {
            let comma = tree.lemma(end) == ",";
            let and = end + usize::from(comma);
            closed = and < tree.len() && tree.lemma(and) == "and";
            if !(comma || closed) || (comma && generic) {
                break;
            }
            let first = and + usize::from(closed);
            let (value, next, doer) = self.starting_at(first)?;
            total += value;
            end = next;
            with_doer |= doer;
        }
        let finite = end < tree.len()
            && matches!(tree.tag(end), PennTag::VBD | PennTag::VBZ | PennTag::VBP | PennTag::MD | PennTag::VBN)
            && start.checked_sub(1).is_some_and(|last| tree.head(last) != tree.head(end.saturating_sub(1)) && !with_doer)
            && self.is_object(start);
        (closed && total > Decimal::ZERO && !finite).then_some((total, end, with_doer))
    }

    /// Whether what ends before a word is the object of a verb before it.
    fn is_object(&self, end: usize) -> bool {
        let tree = self.tree;
        (end.saturating_sub(4)..end).any(|token| tree.relation(token) == Relation::Obj)
    }

    /// The people that start at a word: how many, where they end, whether they are the doer.
    fn starting_at(&self, first: usize) -> Option<(Decimal, usize, bool)> {
        let tree = self.tree;
        if first >= tree.len() {
            return None;
        }
        if matches!(tree.lemma(first), "himself" | "herself") || tree.token_span(first).of(self.scene.text).ends_with("mself") {
            return Some((Decimal::ONE, first + 1, true));
        }
        if tree.lemma(first) == "then" || tree.lemma(first) == "finally" {
            return self.starting_at(first + 1).filter(|(_, _, doer)| *doer);
        }
        let number = first + usize::from(tree.tag(first) == PennTag::PRPS);
        let counted = (number < tree.len())
            .then(|| tree.token_span(number))
            .and_then(|place| self.scene.mentions_in(self.sentence).iter().find(|other| other.span.overlaps(place)));
        if let Some(count) = counted.and_then(|other| people(self.scene, other)).filter(|count| count.quantity.bound == Bound::Exact) {
            let span = counted.map(|other| other.span)?;
            count.unit.as_ref()?;
            return Some((count.quantity.value?, tree.tokens_in(span).end, false));
        }
        if !self.opens_one(first) {
            return None;
        }
        let noun = (first + 1..tree.len().min(first + 4)).find(|&token| tree.tag(token) == PennTag::NN)?;
        let between = (first + 1..noun).all(|token| matches!(tree.tag(token), PennTag::JJ | PennTag::NN | PennTag::NNP | PennTag::CD));
        let person = self.scene.gazetteers.noun_classes.kind(tree.lemma(noun)) == Some(NounKind::Person);
        (between && person).then_some((Decimal::ONE, noun + 1, false))
    }
}
