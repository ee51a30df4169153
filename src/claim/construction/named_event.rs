//! Event nouns that tell something because they name who takes part, where nothing is counted: "*a meeting between Torres and
//! Lind*", "*his visit to Norway*", "*the departure of Ann Lee*".

use crate::claim::attribution;
use crate::claim::clause::{Slot, has_to, is_noun, preposition};
use crate::claim::construction::nominal::Event;
use crate::claim::model::{Attribution, SpeakerKind};
use crate::claim::participant::side::{Side, Sides};
use crate::claim::scene::{Scene, is_named};
use crate::claim::sentence_rules::SentenceRules;
use crate::gazetteer::predicates::{PredicateRow, Role};
use crate::gazetteer::word_sets::{ClassSet, FunctionSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// Who is on the way stands in the clause around: "met him *on a visit to Norway*".
const JOURNEYS: [&str; 2] = ["travel", "visit"];

/// Whether a noun says what somebody named asks for: "*Norway's request to lower the fee*", "Lind's call *for a ban*".
fn is_request(scene: &Scene<'_>, sentence: usize, noun: usize, row: &PredicateRow) -> bool {
    let tree = &scene.analysis(sentence).tree;
    let asked = |child: usize| {
        child > noun
            && (tree.relation(child) == Relation::Acl && has_to(tree, child)
                || preposition(tree, child).is_some_and(|case| tree.lemma(case) == "for"))
    };
    // "*his* call for a ban on sailors entering Chad": whoever he is, what is asked for names a country.
    let (after, under) = (tree.token_span(noun).end, tree.subtree_span(noun));
    let names_something = || {
        scene
            .mentions_in(sentence)
            .iter()
            .any(|mention| scene.is_trigger(mention) && mention.span.start > after && under.contains(mention.span))
    };
    let owned = |owner: usize| {
        names_a_party(scene, sentence, tree, owner)
            || matches!(tree.lemma(owner), "he" | "she" | "his" | "her") && tree.tag(owner) == PennTag::PRPS && names_something()
    };
    &*row.class == "request" && tree.child_with(noun, Relation::NmodPoss).is_some_and(owned) && tree.children(noun).any(asked)
}

/// Whether an event noun names enough by itself who takes part.
pub(super) fn is_told(scene: &Scene<'_>, sentence: usize, noun: usize, row: &PredicateRow, arguments: &[(usize, Role)]) -> bool {
    if is_request(scene, sentence, noun, row) {
        return true;
    }
    let tree = &scene.analysis(sentence).tree;
    let phrase = |head: usize| tree.relation(head).universal() == Relation::Nmod && preposition(tree, head).is_some();
    let parties = |head: usize| coordinated(tree, head).filter(|&part| names_a_party(scene, sentence, tree, part)).count();
    let named: usize = arguments.iter().filter(|(head, role)| phrase(*head) && *role != Role::Topic).map(|(head, _)| parties(*head)).sum();
    let sets = &scene.gazetteers.word_sets;
    if named == 0 || !sets.has(ClassSet::NamedDeed, &row.class) {
        return false;
    }
    let owned = arguments.iter().any(|(head, _)| {
        let owner = tree.relation(*head) == Relation::NmodPoss;
        owner && (names_a_party(scene, sentence, tree, *head) || tree.tag(*head) == PennTag::PRPS)
    });
    let definite = tree.children(noun).any(|child| tree.relation(child) == Relation::Det && tree.lemma(child) == "the");
    let of_one = definite
        && sets.has(ClassSet::DeedOfOne, &row.class)
        && arguments.iter().any(|(head, _)| preposition(tree, *head).is_some_and(|case| tree.lemma(case) == "of") && parties(*head) > 0);
    let journey = JOURNEYS.contains(&&*row.class)
        && preposition(tree, noun).is_some_and(|case| sets.has(FunctionSet::JourneyPreposition, tree.lemma(case)));
    named >= 2 || owned || of_one || journey
}

/// The parts of a coordination.
fn coordinated(tree: &Tree, head: usize) -> impl Iterator<Item = usize> {
    std::iter::once(head).chain(tree.children(head).filter(|&child| tree.relation(child) == Relation::Conj))
}

/// Whether the token itself is the name of a country or of somebody with an office, not a word beside one.
fn names_a_party(scene: &Scene<'_>, sentence: usize, tree: &Tree, token: usize) -> bool {
    let place = tree.token_span(token);
    let official = || {
        scene
            .official_at(sentence, place)
            .is_some_and(|(_, official)| official.name.overlaps(place) && scene.holds_office(&official.full_name))
    };
    is_noun(tree.tag(token)) && (scene.country_at(sentence, place).is_some_and(|(_, country)| is_named(&country)) || official())
}

impl SentenceRules<'_, '_> {
    /// "*Lind's call* for a ban": what a person asks for is told in the person's words.
    pub(super) fn requester(&self, event: &Event<'_>) -> Option<Attribution> {
        if !is_request(self.scene, self.sentence, event.noun, event.row) {
            return None;
        }
        let owner = self.tree.child_with(event.noun, Relation::NmodPoss)?;
        let scope = attribution::own(self.scene, self.discourse, self.sentence, owner, event.noun)?;
        let person = scope.kind == SpeakerKind::Official;
        person.then(|| attribution::attribution(self.scene, &scope, self.tree.token_span(event.noun), Vec::new()))
    }

    /// Adds whoever makes a journey that is told of in passing: the subject of the clause, the agent of a passive.
    pub(super) fn add_traveller(&self, event: &Event<'_>, sides: &mut Sides) {
        if !JOURNEYS.contains(&&*event.row.class) || !sides.actor.is_empty() {
            return;
        }
        let clause = &self.clauses.clauses[self.clauses.owner[event.noun]];
        let doer = |slot: Slot| clause.arguments.iter().find(|argument| argument.slot == slot).map(|argument| argument.head);
        let Some(traveller) = doer(Slot::Agent).or_else(|| doer(Slot::Subject)) else { return };
        let place = self.tree.token_span(traveller);
        let person = self.scene.official_at(self.sentence, place).is_some()
            || self.tree.tag(traveller) == PennTag::PRP && matches!(self.tree.lemma(traveller), "he" | "she");
        if person {
            self.phrases().add(sides, Side::Actor, traveller);
        }
    }
}
