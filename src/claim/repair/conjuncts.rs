//! Second verbs of a coordination that were hung on another word than the first.

use super::Edit;
use crate::claim::clause::{is_noun, is_verb, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::predicates::Frame;
use crate::gazetteer::word_sets::ClassSet;
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// "killed five people and *infected 17 others*", "accused of killing a guard and *burning a mill*": a verb with an object of its own
/// goes on from the verb before, not from that verb's object.
pub(super) fn verbs_taken_for_conjuncts_of_an_object(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 2..edit.tree.len() {
        let Some(first) = verb_of_first_object(edit.tree, verb).filter(|&first| !says(edit.tree, gazetteers, first)) else { continue };
        let tag = match (edit.tree.tag(first), edit.tree.tag(verb)) {
            (PennTag::VBD, PennTag::VBN | PennTag::VBD) => PennTag::VBD,
            (one, other) if one == other => one,
            _ => continue,
        };
        edit.tree.tags[verb] = tag;
        edit.hang(verb, first, Relation::Conj);
    }
}

/// The verb whose object the verb `verb`, which has an object of its own, was coordinated with.
fn verb_of_first_object(tree: &Tree, verb: usize) -> Option<usize> {
    let own = |child: usize| child > verb && tree.relation(child) == Relation::Obj;
    let stands = is_verb(tree.tag(verb))
        && tree.relation(verb) == Relation::Conj
        && tree.children(verb).any(own)
        && !tree.children(verb).any(|child| tree.relation(child).is_subject() || tree.relation(child) == Relation::Aux);
    let object = tree.head(verb).filter(|&object| stands && object < verb && is_noun(tree.tag(object)))?;
    // "the attacks, which killed five *and infected* 17": from the verb of the relative clause, not from the noun that it is about.
    let relative = tree
        .children(object)
        .find(|&child| tree.relation(child) == Relation::AclRelcl && child < verb && tree.subtree_range(child).end + 1 == verb);
    let governor = || tree.head(object).filter(|_| tree.relation(object) == Relation::Obj).filter(|&first| first < object);
    let first = relative.or_else(governor)?;
    (is_verb(tree.tag(first)) && tree.tag(verb - 1) == PennTag::CC).then_some(first)
}

/// "condemned the attack, which killed five and *injured* 17": what else became of people is told with what killed or hurt the first
/// of them, not with a verb before that does nobody harm.
pub(super) fn casualties_hung_on_the_main_verb(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 2..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.relation(verb) != Relation::Conj || tree.tag(verb) != PennTag::VBD || !is_harm(tree, gazetteers, verb) {
            continue;
        }
        let Some(main) = tree.head(verb).filter(|&main| main < verb && !is_harm(tree, gazetteers, main)) else { continue };
        let joined = verb >= 2 && tree.tag(verb - 1) == PennTag::CC && tree.tag(verb - 2) != PennTag::Comma;
        let own_subject = tree.children(verb).any(|child| tree.relation(child).is_subject());
        let relative = (main + 1..verb)
            .rev()
            .find(|&at| tree.relation(at) == Relation::AclRelcl && tree.tag(at) == PennTag::VBD && tree.subtree_range(at).end + 1 == verb);
        if let Some(relative) = relative.filter(|&at| joined && !own_subject && is_harm(tree, gazetteers, at)) {
            edit.hang(verb, relative, Relation::Conj);
        }
    }
}

/// "said *Lind shot and killed* four": what was taken for the object of a verb of saying is its content.
fn says(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    row_of(tree, gazetteers, verb).is_some_and(|row| row.frame == Frame::Speech)
}

fn is_harm(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    is_verb(tree.tag(verb)) && row_of(tree, gazetteers, verb).is_some_and(|row| gazetteers.word_sets.has(ClassSet::Harmful, &row.class))
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claim::extract;
    use crate::gazetteer::Gazetteers;
    use crate::segment::segment;
    use crate::tag::tag;

    /// The class, the first actor and the quantity of the claims of a text.
    fn claims(text: &str) -> Vec<(String, Option<String>, Option<String>)> {
        let article = Article::new("a", "test", text);
        let gazetteers = Gazetteers::embedded();
        let document = segment(&article, gazetteers);
        let mentions = tag(&document, gazetteers);
        let told = extract(&document, &mentions, gazetteers).into_iter().map(|claim| {
            let actor = claim.actor.first().map(|actor| actor.text.clone());
            (claim.predicate.class, actor, claim.quantity.map(|quantity| quantity.text))
        });
        told.collect()
    }

    #[test]
    fn second_verbs_go_on_from_the_first() {
        let table = [
            ("He was charged in the attacks, which killed five people and infected 17 others.", "infect", "the attacks", "17 others"),
            ("The minister condemned the attacks, which killed five people and injured 17 others.", "injure", "the attacks", "17 others"),
            ("Chad accused the rebels of killing 40 people and burning down 12 villages.", "destroy", "the rebels", "12 villages"),
        ];
        for (text, class, actor, quantity) in table {
            let found = claims(text);
            let expected = (class.to_owned(), Some(actor.to_owned()), Some(quantity.to_owned()));
            assert!(found.contains(&expected), "{text}: {found:?}");
        }
    }

    #[test]
    fn what_was_taken_for_a_participle_is_done() {
        let table = [
            ("Some 1,400 nurses travelled by rail between the two towns in 2012.", "travel", "Some 1,400 nurses", "Some 1,400 nurses"),
            (
                "Another 40 farms sustained more than 30% damage, and the number is expected to rise.",
                "suffer",
                "Another 40 farms",
                "more than 30%",
            ),
        ];
        for (text, class, actor, quantity) in table {
            let found = claims(text);
            let expected = (class.to_owned(), Some(actor.to_owned()), Some(quantity.to_owned()));
            assert!(found.contains(&expected), "{text}: {found:?}");
        }
    }

    #[test]
    fn beside_what_is_told_nothing_of_anybody() {
        for text in ["It is open to anyone paying $20 a month.", "The seal was found in a pond located in Norway, and no one was hurt."] {
            let found = claims(text);
            assert!(!found.iter().any(|(class, _, _)| class == "pay" || class == "locate"), "{text}: {found:?}");
        }
    }
}
