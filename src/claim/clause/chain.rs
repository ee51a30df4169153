//! Predicates of several words: "agreed to accept", "hold talks".

use super::intention::owner_of_intention;
use super::word::{has_subject, has_to, is_noun, is_passive, is_verb, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::Manner;
use crate::gazetteer::predicates::{Control, Frame, Needs, PredicateRow};
use crate::gazetteer::word_sets::{ClassSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// The words of a predicate that belong together, found by following complements.
pub(super) struct Chain {
    pub(super) words: Vec<usize>,
    pub(super) noun: Option<usize>,
    /// Nouns that the chain passes through: "formalized their *willingness* to accept".
    pub(super) through: Vec<usize>,
}

impl Chain {
    pub(super) fn follow(tree: &Tree, gazetteers: &Gazetteers, start: usize) -> Self {
        let mut chain = Self { words: vec![start], noun: None, through: Vec::new() };
        let mut at = start;
        while chain.words.len() < 6 {
            let row = row_of(tree, gazetteers, at);
            if let Some(next) = complement(tree, gazetteers, row, at) {
                chain.words.push(next);
                at = next;
                continue;
            }
            if let Some(next) = done_first(tree, gazetteers, at) {
                chain.words.push(next);
                at = next;
                continue;
            }
            let light =
                row.is_none_or(|row| matches!(row.frame, Frame::Light) || gazetteers.word_sets.has(ClassSet::GoesWithNoun, &row.class));
            let Some(noun) = tree.child_with(at, Relation::Obj).filter(|&noun| is_noun(tree.tag(noun))) else { break };
            let Some(noun_row) = row_of(tree, gazetteers, noun) else { break };
            // "efforts to build", "a policy of turning away"
            let infinitive = tree.children(noun).find(|&child| {
                matches!(tree.relation(child), Relation::Acl | Relation::Nmod)
                    && is_verb(tree.tag(child))
                    && (has_to(tree, child) || tree.children(child).any(|below| below < child && tree.lemma(below) == "of"))
            });
            // Parsers hang the infinitive on the verb as well: it follows the noun, with nothing but when between.
            let infinitive = infinitive.or_else(|| {
                tree.children(at).find(|&child| {
                    matches!(tree.relation(child), Relation::Advcl | Relation::Xcomp)
                        && has_to(tree, child)
                        && follows(tree, at, noun, child)
                })
            });
            match infinitive {
                // "formalized their willingness to accept", "announced plans to build"
                // "praised *Chad's* plan to build": whoever praises it does not build.
                Some(next) if owner_of_intention(tree, gazetteers, next).is_some_and(|owner| tree.tag(owner) != PennTag::PRPS) => break,
                Some(next) if light && (noun_row.control == Control::Subject || row.is_some_and(|row| &*row.class == "receive")) => {
                    chain.words.push(noun);
                    chain.words.push(next);
                    chain.through.push(noun);
                    at = next;
                }
                // "hold talks", "reached an agreement"; "*ended* talks" holds none.
                _ if noun_row.frame == Frame::Event
                    && row.is_some_and(|row| row.complement != Some(Manner::Negated))
                    && row.is_some_and(|row| row.frame == Frame::Light || tells_by_noun(tree, gazetteers, (at, row), (noun, noun_row))) =>
                {
                    chain.noun = Some(noun);
                    break;
                }
                _ => break,
            }
        }
        chain
    }
}

/// "received orders *this week* to leave": whether an infinitive follows a noun, with no more between than a day on the verb.
fn follows(tree: &Tree, verb: usize, noun: usize, infinitive: usize) -> bool {
    let start = tree.subtree_range(infinitive).start;
    let says_when = |token: usize| {
        tree.children(verb).any(|child| {
            matches!(tree.relation(child), Relation::OblUnmarked | Relation::NmodUnmarked) && tree.subtree_range(child).contains(&token)
        })
    };
    (noun + 1..start).all(says_when) && noun < start
}

/// "*saw a drop* in prices", "*drew criticism* from Chad": verbs that leave it to some nouns to say what happens; not "saw the rise
/// *end*".
fn tells_by_noun(tree: &Tree, gazetteers: &Gazetteers, verb: (usize, &PredicateRow), noun: (usize, &PredicateRow)) -> bool {
    let sets = &gazetteers.word_sets;
    let pairs = [(ClassSet::ShowsChange, ClassSet::Change), (ClassSet::DrawsReaction, ClassSet::Reaction)];
    let listed = |(verbs, nouns)| sets.has(nouns, &noun.1.class) && sets.has(verbs, &verb.1.class);
    let ends = |child: usize| {
        matches!(tree.relation(child), Relation::Xcomp | Relation::Ccomp | Relation::Acl)
            && matches!(tree.tag(child), PennTag::VB | PennTag::VBP)
    };
    pairs.into_iter().any(listed) && !tree.children(verb.0).chain(tree.children(noun.0)).any(ends)
}

/// The complement that a word of the chain is taken together with.
fn complement(tree: &Tree, gazetteers: &Gazetteers, row: Option<&PredicateRow>, at: usize) -> Option<usize> {
    let passive = is_verb(tree.tag(at)) && is_passive(tree, at);
    let candidate = tree.children(at).find(|&child| match tree.relation(child) {
        Relation::Xcomp => true,
        // "is willing to accept": parsers hang the infinitive on the adjective in either way.
        // "resolved *to rename* the street": right behind a verb that takes one, an infinitive is its complement.
        Relation::Advcl | Relation::Ccomp => {
            let taken = row.is_some_and(|row| row.control == Control::Subject && row.complement.is_some() && row.frame == Frame::Plain);
            has_to(tree, child)
                && !has_subject(tree, child)
                && (!is_verb(tree.tag(at)) || (taken && (tree.subtree_range(child).start == at + 1 || is_promised(tree, row, at, child))))
        }
        _ => false,
    })?;
    let has_object = tree.child_with(at, Relation::Obj).is_some();
    // "have *two boxes* to take over"
    if tree.lemma(at) == "have" && tree.child_with(at, Relation::Obj).is_some_and(|object| object < candidate) && has_to(tree, candidate) {
        return None;
    }
    // "found Moreno guilty": the row is of both words.
    if row.is_some_and(|row| row.lemma.split_once(' ').is_some_and(|(_, word)| word == tree.lemma(candidate))) {
        return Some(candidate);
    }
    // "finished *adrift*": only something done can be what a verb says was not done.
    if row.is_some_and(|row| row.complement == Some(Manner::Negated)) && !is_verb(tree.tag(candidate)) {
        return None;
    }
    match row {
        Some(row) if row.control == Control::Subject => (row.frame != Frame::Speech || !has_object).then_some(candidate),
        // "had stopped *coming* to work", against "stopped him from coming": who stops is who came. Who does not plan to stop coming
        // does not plan to come: there the stopping is what is told.
        Some(row) if row.control == Control::Object && row.complement == Some(Manner::Negated) => {
            (!has_object && !passive && !has_to(tree, at) && tree.tag(candidate) == PennTag::VBG).then_some(candidate)
        }
        Some(row) if row.control == Control::Object => None,
        Some(row) if row.frame == Frame::Light && is_verb(tree.tag(candidate)) => (!has_object).then_some(candidate),
        Some(row) if row.frame == Frame::Speech && passive => Some(candidate),
        // "remain resistant", "was found dead": the adjective says what holds.
        _ if !is_verb(tree.tag(candidate)) => (!has_object).then_some(candidate),
        // "gathered *to watch* the vote": where somebody goes or stays, and what for.
        Some(row) if is_verb(tree.tag(at)) && has_to(tree, candidate) && gazetteers.word_sets.has(ClassSet::WithPurpose, &row.class) => {
            None
        }
        // "showed up *seeking* help": how, not what. "too proud *to accept*" is what does not come of it.
        _ => (!has_object
            && !passive
            && (tree.relation(candidate) == Relation::Xcomp
                || tree.children(at).any(|child| tree.relation(child) == Relation::Advmod && tree.lemma(child) == "too"))
            && (row.is_some() || tree.tag(candidate) != PennTag::VBG))
            .then_some(candidate),
    }
}

/// "promised on Sunday *to end* the regime": behind a verb that only says how its complement is put, with nothing but adverbs and
/// phrases that say when and where between.
fn is_promised(tree: &Tree, row: Option<&PredicateRow>, at: usize, infinitive: usize) -> bool {
    let object = tree.children(at).any(|child| matches!(tree.relation(child), Relation::Obj | Relation::Iobj | Relation::Ccomp));
    let start = tree.subtree_range(infinitive).start;
    let clear = (at + 1..start).all(|token| !is_verb(tree.tag(token)) && !matches!(tree.tag(token), PennTag::Comma | PennTag::CC));
    row.is_some_and(|row| row.needs == Needs::Complement) && !object && clear && !is_passive(tree, at) && at < start
}

/// "was one of the first towns *to ban* it", "became the only minister *to resign*": what somebody is the first to do is done.
fn done_first(tree: &Tree, gazetteers: &Gazetteers, at: usize) -> Option<usize> {
    let negated = tree.children(at).any(|child| matches!(tree.lemma(child), "not" | "n't" | "never"));
    if negated || !(is_noun(tree.tag(at)) || tree.tag(at) == PennTag::CD) {
        return None;
    }
    let range = tree.subtree_range(at);
    let ranked = range.clone().find(|&token| gazetteers.word_sets.has(LexicalSet::Singling, tree.lemma(token)))?;
    range.skip_while(|&token| token <= ranked).find(|&token| {
        tree.relation(token) == Relation::Acl
            && has_to(tree, token)
            && !has_subject(tree, token)
            && tree.head(token).is_some_and(|head| head == at || tree.is_ancestor(at, head))
    })
}
