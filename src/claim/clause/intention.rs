//! Infinitives under a noun that says what somebody means to do: "*Chad's* plan to close the port".

use super::word::{has_subject, has_to, is_noun, preposition, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Control, Role};
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// Whose decision, plan, effort or refusal it is to do what the infinitive at `verb` says: "*his* effort to control it", "the *US*
/// decision to expel them", "attempts by *Chad* to close it". Without an owner the infinitive belongs to the clause around it.
pub(super) fn owner_of_intention(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> Option<usize> {
    let under_noun = tree.relation(verb) == Relation::Acl && has_to(tree, verb) && !has_subject(tree, verb);
    let noun = tree.head(verb).filter(|&noun| under_noun && noun < verb && is_noun(tree.tag(noun)))?;
    let row = row_of(tree, gazetteers, noun).filter(|row| row.control == Control::Subject && row.complement.is_some())?;
    // "Chad's deal *with Mali* to take them in": either may be the one who does it.
    let between_two = |child: usize| preposition(tree, child).is_some_and(|case| row.role(tree.lemma(case)) == Some(Role::Counterpart));
    if tree.children(noun).any(between_two) {
        return None;
    }
    // "*last month's* plan" is nobody's.
    let time = |child: usize| gazetteers.noun_classes.kind(tree.lemma(child)) == Some(NounKind::Time);
    tree.children(noun).find(|&child| match tree.relation(child) {
        Relation::NmodPoss => !time(child),
        // "the *US* decision", not "the *American* presidential campaign".
        Relation::Compound | Relation::Amod if child + 1 == noun => {
            matches!(tree.tag(child), PennTag::NNP | PennTag::NNPS) && !time(child) || is_demonym(gazetteers, tree.lemma(child))
        }
        Relation::Nmod => child < verb && preposition(tree, child).and_then(|case| row.role(tree.lemma(case))) == Some(Role::Actor),
        _ => false,
    })
}

/// "*Chadian*": lemmas are in lower case, countries are not.
fn is_demonym(gazetteers: &Gazetteers, lemma: &str) -> bool {
    let mut name = lemma.to_owned();
    if let Some(initial) = name.get_mut(..1) {
        initial.make_ascii_uppercase();
    }
    gazetteers.countries.by_name(&name).is_some()
}
