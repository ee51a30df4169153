//! Nouns that name what happens, with their arguments: "the removal of 261 members to El Salvador", "the UK's deal with
//! Rwanda".

use crate::article::Span;
use crate::claim::clause::{is_noun, preposition, row_of};
use crate::claim::construction::named_event;
use crate::claim::scene::{Scene, is_quantity};
use crate::gazetteer::predicates::{Frame, PredicateRow, Role};
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind};

/// An event noun worth a claim of its own.
#[derive(Debug)]
pub(crate) struct Event<'g> {
    /// The noun.
    pub(crate) noun: usize,
    /// Its row.
    pub(crate) row: &'g PredicateRow,
    /// Its arguments: the head of each, and what it is to the noun.
    pub(crate) arguments: Vec<(usize, Role)>,
    /// The evidence.
    pub(crate) span: Span,
    /// Whether it is told beside its clause, which tells what it names too: "welcomed *the arrest of Ann Lee*".
    pub(crate) beside: bool,
}

/// The event nouns of a sentence that name two things of interest, or a quantity and one other argument.
pub(crate) fn events<'g>(scene: &Scene<'g>, sentence: usize, taken: &[usize]) -> Vec<Event<'g>> {
    let tree = &scene.analysis(sentence).tree;
    let mut events: Vec<Event<'g>> = Vec::new();
    for noun in 0..tree.len() {
        if !is_noun(tree.tag(noun)) || taken.contains(&noun) {
            continue;
        }
        let Some(row) = row_of(tree, scene.gazetteers, noun).filter(|row| row.frame == Frame::Event) else { continue };
        let place = tree.token_span(noun);
        if scene.official_at(sentence, place).is_some() || scene.organization_at(sentence, place).is_some() {
            continue;
        }
        let arguments = arguments(tree, row, noun);
        let span = span(tree, noun);
        if is_worth_nothing(scene, sentence, row, span) {
            continue;
        }
        let told = is_told(scene, sentence, tree, noun, &arguments, span) || is_asked_for(scene, sentence, tree, noun, &arguments);
        let beside = !told && named_event::is_told(scene, sentence, noun, row, &arguments);
        if (told || beside) && !events.iter().any(|event| event.span.contains(span)) {
            events.push(Event { noun, row, arguments, span, beside });
        }
    }
    events
}

/// "limit *values* for five chemicals": what something costs is told only where there is a sum.
fn is_worth_nothing(scene: &Scene<'_>, sentence: usize, row: &PredicateRow, span: Span) -> bool {
    let sum = |mention: &Mention| matches!(mention.kind, MentionKind::Money(_) | MentionKind::Percent(_)) && span.contains(mention.span);
    &*row.class == "cost" && !scene.mentions_in(sentence).iter().any(sum)
}

fn arguments(tree: &Tree, row: &PredicateRow, noun: usize) -> Vec<(usize, Role)> {
    let mut arguments = Vec::new();
    for child in tree.children(noun) {
        match tree.relation(child) {
            Relation::NmodPoss => arguments.push((child, row.role("by").unwrap_or(Role::Actor))),
            // "US sanctions", "a Russian attack"
            Relation::Amod | Relation::Compound => arguments.push((child, Role::Actor)),
            Relation::Nmod | Relation::Obl => {
                let Some(case) = preposition(tree, child) else { continue };
                if let Some(role) = row.role(tree.lemma(case)) {
                    arguments.push((child, role));
                } else if matches!(tree.lemma(case), "in" | "at" | "near") {
                    arguments.push((child, Role::Place));
                }
            }
            _ => {}
        }
    }
    arguments
}

/// "called for *negotiations with nine nations*": what is asked for or planned is told with one argument.
fn is_asked_for(scene: &Scene<'_>, sentence: usize, tree: &Tree, noun: usize, arguments: &[(usize, Role)]) -> bool {
    let asked = tree.head(noun).is_some_and(|head| {
        matches!(tree.relation(noun), Relation::Obj | Relation::Obl)
            && row_of(tree, scene.gazetteers, head).is_some_and(|row| &*row.class == "request" && row.lemma.contains(' '))
    });
    asked
        && arguments.iter().any(|(head, role)| {
            let under = tree.subtree_span(*head);
            *role != Role::Topic
                && scene.mentions_in(sentence).iter().any(|mention| scene.is_trigger(mention) && under.contains(mention.span))
        })
}

fn is_told(scene: &Scene<'_>, sentence: usize, tree: &Tree, noun: usize, arguments: &[(usize, Role)], span: Span) -> bool {
    let mentions = scene.mentions_in(sentence);
    let named = |head: usize| {
        let under = tree.subtree_span(head);
        mentions.iter().any(|mention| scene.is_trigger(mention) && under.contains(mention.span))
    };
    // "our deals with Albania": whose they are is told by who speaks.
    let own = |head: usize| matches!(tree.lemma(head), "we" | "our");
    let told = arguments.iter().filter(|(head, _)| named(*head) || own(*head)).count();
    let phrases = arguments
        .iter()
        .filter(|(head, role)| *role != Role::Topic && !matches!(tree.relation(*head), Relation::Amod | Relation::Compound))
        .count();
    let counted =
        mentions.iter().any(|mention| is_quantity(mention) && span.contains(mention.span) && !mention.span.contains(tree.token_span(noun)));
    // "the deportation of 70 sailors to Yemen": the place may hang on the people.
    let inside = mentions.iter().filter(|mention| scene.is_trigger(mention) && span.contains(mention.span)).count();
    // "a survey *of 1,709 schoolchildren*": how many it happened to is told by itself.
    let reached = arguments.iter().any(|(head, role)| {
        let place = tree.token_span(*head);
        matches!(role, Role::Target)
            && tree.relation(*head).universal() == Relation::Nmod
            && mentions
                .iter()
                .any(|mention| matches!(&mention.kind, MentionKind::Count(count) if count.unit.is_some()) && mention.span.contains(place))
    });
    reached || phrases >= 1 && (told >= 2 || (told >= 1 && counted && inside >= 2) || (told >= 1 && counted && arguments.len() >= 2))
}

/// "support of 31 percent, *followed by Lind at 17 percent*": what a participle adds behind a comma is no part of what happens.
fn opens_with_a_comma(tree: &Tree, child: usize) -> bool {
    let first = tree.subtree_range(child).start;
    tree.tag(first) == PennTag::Comma || first > 0 && tree.tag(first - 1) == PennTag::Comma
}

/// The noun phrase without relative clauses and what follows a comma.
fn span(tree: &Tree, noun: usize) -> Span {
    let mut span = tree.token_span(noun);
    for child in tree.children(noun) {
        let relation = tree.relation(child);
        let outside = matches!(
            relation,
            Relation::AclRelcl
                | Relation::Punct
                | Relation::Parataxis
                | Relation::Case
                | Relation::Conj
                | Relation::Cc
                | Relation::Appos
                | Relation::Cop
        ) || relation.is_subject()
            || (child > noun && relation.is_clausal() && (relation != Relation::Acl || opens_with_a_comma(tree, child)));
        if !outside {
            span = span.join(tree.subtree_span(child));
        }
    }
    span
}
