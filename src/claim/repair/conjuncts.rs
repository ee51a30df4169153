//! Second verbs of a coordination that were hung on another word than the first.

use super::Edit;
use crate::claim::clause::{is_noun, is_verb};
use crate::syntax::{PennTag, Relation};

/// "identified them as *Ana Torres* and | *Otto Lind*": a conjunct hung on its conjunction goes with the nearest word of its kind before.
pub(super) fn conjuncts_hung_on_the_conjunction(edit: &mut Edit<'_>) {
    for conjunct in 2..edit.tree.len() {
        let tree = &*edit.tree;
        let conjunction = tree.head(conjunct).filter(|&head| head > 0 && head < conjunct && tree.tag(head) == PennTag::CC);
        let Some(conjunction) = conjunction.filter(|_| tree.relation(conjunct) == Relation::Conj) else { continue };
        let kind = |token: usize| (is_noun(tree.tag(token)), is_verb(tree.tag(token)));
        let above = std::iter::successors(Some(conjunction - 1), |&at| tree.head(at).filter(|&head| head < conjunction));
        // Of a name the whole: "Ana *Torres*".
        let part = |at: usize| matches!(tree.relation(at), Relation::Flat | Relation::Compound | Relation::NmodDesc);
        let first = above.into_iter().find(|&at| kind(at) == kind(conjunct) && !part(at));
        if let Some(first) = first {
            edit.hang(conjunct, first, Relation::Conj);
            edit.hang(conjunction, conjunct, Relation::Cc);
        }
    }
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
