//! Verbs in the past that were taken for participles behind their own subject.

use super::Edit;
use crate::claim::clause::{is_noun, is_verb, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::word_sets::{ClassSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// "*Sixty villages sustained heavy damage*, and the toll may rise", "*exports increased by 72%*": a participle with an object of its own, or
/// by how much for whom it was done by, is a verb in the past whose subject does it.
pub(super) fn pasts_taken_for_participles(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 1..edit.tree.len() {
        if !may_be_past(edit.tree, gazetteers, verb) {
            continue;
        }
        let by_amount = edit.tree.child_with(verb, Relation::OblAgent).filter(|&agent| is_no_agent(edit.tree, gazetteers, agent));
        if by_amount.is_none() && !has_own_object(edit.tree, gazetteers, verb) {
            continue;
        }
        if let Some(amount) = by_amount {
            edit.tree.relations[amount] = Relation::Obl;
        }
        edit.tree.tags[verb] = PennTag::VBD;
        edit.changed = true;
    }
}

/// "Chad, Peru and *flood-hit* Norland": a participle tied to a noun by a hyphen belongs to the noun right behind it, and is no member of
/// the list.
pub(super) fn participles_behind_a_hyphen(edit: &mut Edit<'_>) {
    for participle in 2..edit.tree.len().saturating_sub(1) {
        let tree = &*edit.tree;
        let noun = participle + 1;
        let tied = tree.tag(participle) == PennTag::VBN && tree.tag(participle - 1) == PennTag::HYPH;
        let below = tree.head(noun) == Some(participle)
            && matches!(tree.relation(noun), Relation::Obj | Relation::Flat | Relation::Appos | Relation::Dep);
        if !tied || !below || !tree.tag(noun).is_noun() {
            continue;
        }
        let own = |child: usize| {
            child + 2 == participle
                && matches!(tree.relation(child), Relation::Compound | Relation::Obl | Relation::Advmod | Relation::Amod)
                || child + 1 == participle
        };
        let others: Vec<usize> = tree.children(participle).filter(|&child| child != noun && !own(child)).collect();
        edit.swap(participle, noun, Relation::Amod);
        edit.move_to(others, noun);
    }
}

/// "Also *killed was* Otto Lind", "*dead at the scene were* three sailors": a participle at the beginning, or a word that the table has for
/// what became of somebody, is the predicate; who stands behind the form of "be" is its subject.
pub(super) fn predicates_before_their_subject(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    let Some(root) = edit.tree.root() else { return };
    // The predicate may be the root, with the subject hung on the form of "be".
    let adverbs = |tree: &Tree, to: usize| (0..to).all(|token| matches!(tree.tag(token), PennTag::RB | PennTag::Comma | PennTag::CC));
    let participle = edit.tree.tag(root) == PennTag::VBN && adverbs(edit.tree, root);
    if let Some(copula) = edit.tree.child_with(root, Relation::Cop).filter(|&copula| copula > root && participle) {
        let subject = edit.tree.children(copula).find(|&child| edit.tree.relation(child).is_subject());
        if let Some(subject) = subject {
            edit.hang(subject, root, Relation::NsubjPass);
            edit.hang(copula, root, Relation::AuxPass);
        }
        return;
    }
    let Some(subject) = Some(root).filter(|&root| edit.tree.tag(root).is_noun()) else { return };
    let tree = &*edit.tree;
    let Some(copula) = tree.child_with(subject, Relation::Cop).filter(|&copula| copula < subject && tree.tag(copula).is_finite()) else {
        return;
    };
    let fate = |token: usize| {
        let deed = row_of(tree, gazetteers, token).is_some_and(|row| gazetteers.word_sets.has(ClassSet::DeedOfPerson, &row.class));
        deed && matches!(tree.tag(token), PennTag::VBN | PennTag::VBD | PennTag::JJ)
    };
    let Some(predicate) = tree.children(subject).find(|&child| child < copula && fate(child)) else { return };
    // Nothing but the predicate's own words and adverbs stands before.
    let own = tree.subtree_range(predicate);
    let alone = (0..copula).all(|token| own.contains(&token) || matches!(tree.tag(token), PennTag::RB | PennTag::Comma | PennTag::CC));
    let other = tree.children(subject).any(|child| child != predicate && tree.relation(child).is_subject());
    if !alone || other {
        return;
    }
    let verb = is_verb(tree.tag(predicate));
    let before: Vec<usize> = tree.children(subject).filter(|&child| child < copula && child != predicate).collect();
    let ending: Vec<usize> = tree.children(subject).filter(|&child| child > subject && tree.tag(child) == PennTag::Period).collect();
    edit.swap(subject, predicate, if verb { Relation::NsubjPass } else { Relation::Nsubj });
    edit.hang(copula, predicate, if verb { Relation::AuxPass } else { Relation::Cop });
    edit.move_to(before, predicate);
    edit.move_to(ending, predicate);
}

/// "renew *the expiring* Port Act": behind an article and before a noun without one, a participle describes the noun.
pub(super) fn participles_behind_an_article(edit: &mut Edit<'_>) {
    for participle in 1..edit.tree.len() {
        let tree = &*edit.tree;
        let nominal =
            matches!(tree.relation(participle), Relation::Obj | Relation::Obl | Relation::Nmod | Relation::Nsubj | Relation::NsubjPass);
        if tree.tag(participle) != PennTag::VBG
            || !nominal
            || tree.tag(participle - 1) != PennTag::DT
            || tree.head(participle - 1) != Some(participle)
        {
            continue;
        }
        let Some(noun) = tree.child_with(participle, Relation::Obj).filter(|&noun| noun > participle && is_noun(tree.tag(noun))) else {
            continue;
        };
        if tree.subtree_range(noun).start != participle + 1 || matches!(tree.tag(participle + 1), PennTag::DT | PennTag::PRPS) {
            continue;
        }
        let others: Vec<usize> = tree.children(participle).filter(|&child| child != noun).collect();
        edit.swap(participle, noun, Relation::Amod);
        edit.move_to(others, noun);
    }
}

/// "Otto Lind *(left)* was shot": alone between brackets, a word that says where somebody stands in a picture is no participle.
pub(super) fn sides_of_a_picture(edit: &mut Edit<'_>) {
    for word in 1..edit.tree.len().saturating_sub(1) {
        let tree = &*edit.tree;
        let alone = tree.tag(word - 1) == PennTag::OpenBracket && tree.tag(word + 1) == PennTag::CloseBracket;
        if alone && tree.lemma(word) == "leave" {
            edit.tree.tags[word] = PennTag::JJ;
            edit.tree.relations[word] = Relation::Amod;
            edit.changed = true;
        }
    }
}

/// "wounded in *a drive-by shooting*", "a *break-in* at the bar": a particle tied to a word by a hyphen is neither a preposition nor a
/// mark, and what stands right behind heads the phrase where it is a noun.
pub(super) fn particles_behind_a_hyphen(edit: &mut Edit<'_>) {
    for particle in 2..edit.tree.len().saturating_sub(1) {
        let tree = &*edit.tree;
        let (hyphen, first, noun) = (particle - 1, particle - 2, particle + 1);
        let glued =
            tree.token_span(first).end == tree.token_span(hyphen).start && tree.token_span(hyphen).end == tree.token_span(particle).start;
        let word = is_noun(tree.tag(first)) || matches!(tree.tag(first), PennTag::VB | PennTag::JJ);
        let taken = matches!(tree.relation(particle), Relation::Case | Relation::Mark);
        if tree.tag(hyphen) != PennTag::HYPH || !glued || !word || !taken || !matches!(tree.tag(particle), PennTag::IN | PennTag::RP) {
            continue;
        }
        let heads = is_noun(tree.tag(noun)) || tree.tag(noun) == PennTag::VBG && tree.head(particle) == Some(noun);
        if !heads {
            edit.hang(particle, first, Relation::Compound);
            continue;
        }
        if tree.head(first) != Some(noun) {
            let Some(above) = tree.head(first).filter(|&above| above != noun && !tree.subtree_range(noun).contains(&above)) else {
                continue;
            };
            let relation = tree.relation(first);
            let own: Vec<usize> = tree.children(first).filter(|&child| child != hyphen && child != noun).collect();
            edit.hang(noun, above, relation);
            edit.move_to(own, noun);
        }
        edit.hang(first, noun, Relation::Compound);
        edit.hang(hyphen, first, Relation::Punct);
        edit.hang(particle, first, Relation::Compound);
        if edit.tree.tag(noun) == PennTag::VBG {
            edit.tree.tags[noun] = PennTag::NN;
            let phrases: Vec<usize> = edit.tree.children(noun).filter(|&child| edit.tree.relation(child) == Relation::Obl).collect();
            for phrase in phrases {
                edit.tree.relations[phrase] = Relation::Nmod;
            }
        }
    }
}

/// A participle hung on the noun before it that looks like its verb's past, without a word of the passive.
fn may_be_past(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    tree.tag(verb) == PennTag::VBN
        && tree.relation(verb) == Relation::Acl
        && tree.head(verb).is_some_and(|noun| noun < verb)
        && !gazetteers.word_sets.has(LexicalSet::OwnParticiple, tree.lemma(verb))
        && !gazetteers.word_sets.has(LexicalSet::TakesTwoObjects, tree.lemma(verb))
        && !tree.children(verb).any(|child| {
            let relation = tree.relation(child);
            relation.is_subject() || matches!(relation, Relation::Aux | Relation::AuxPass | Relation::Mark | Relation::Case)
        })
}

fn has_own_object(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    let time = |noun: usize| gazetteers.noun_classes.kind(tree.lemma(noun)) == Some(NounKind::Time);
    let agent = tree.children(verb).any(|child| tree.relation(child) == Relation::OblAgent && !is_no_agent(tree, gazetteers, child));
    !agent
        && tree
            .child_with(verb, Relation::Obj)
            .is_some_and(|object| object > verb && tree.subtree_range(object).start == verb + 1 && !time(object) && is_plain(tree, object))
}

/// A noun or pronoun: no adjective that the tree took for an object.
fn is_plain(tree: &Tree, object: usize) -> bool {
    tree.tag(object).is_noun() || matches!(tree.tag(object), PennTag::PRP | PennTag::CD | PennTag::Dollar)
}

/// "by *281*", "by *72%*", "by *air*": how much, and how; what somebody pays for is paid "by $3 million".
pub(super) fn is_no_agent(tree: &Tree, gazetteers: &Gazetteers, noun: usize) -> bool {
    let number = |token: usize| tree.tag(token) == PennTag::CD;
    let bare = tree.children(noun).all(|child| tree.relation(child) == Relation::Case || child > noun);
    number(noun)
        || (tree.lemma(noun) == "%" || gazetteers.word_sets.has(LexicalSet::PercentWord, tree.lemma(noun)))
            && tree.children(noun).any(number)
        || bare && gazetteers.word_sets.has(LexicalSet::Means, tree.lemma(noun))
}
