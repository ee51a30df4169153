//! Mends of verbs that were taken for something else, or that lost their subject.

use super::Edit;
use crate::claim::clause::{is_noun, is_passive, is_verb, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Control, Frame, Part};
use crate::syntax::{PennTag, ROOT, Relation};

/// "the US and the UN *have both criticised*": a form of "have" or "be" with a participle beside it and no "and" is its auxiliary.
pub(super) fn auxiliaries_taken_for_verbs(edit: &mut Edit<'_>) {
    for auxiliary in 0..edit.tree.len() {
        if !is_verb(edit.tree.tag(auxiliary)) || !matches!(edit.tree.lemma(auxiliary), "have" | "be") {
            continue;
        }
        let verb = edit.tree.children(auxiliary).find(|&child| {
            child > auxiliary
                && child <= auxiliary + 3
                && edit.tree.tag(child) == PennTag::VBN
                && matches!(edit.tree.relation(child), Relation::Conj | Relation::Xcomp | Relation::Dep)
                && !edit.tree.children(child).any(|below| edit.tree.relation(below) == Relation::Cc)
        });
        let Some(verb) = verb else { continue };
        let moved: Vec<usize> = edit.tree.children(auxiliary).filter(|&child| child != verb).collect();
        let passive = edit.tree.lemma(auxiliary) == "be";
        edit.swap(auxiliary, verb, if passive { Relation::AuxPass } else { Relation::Aux });
        for child in moved {
            let relation = edit.tree.relation(child);
            edit.hang(child, verb, if passive && relation == Relation::Nsubj { Relation::NsubjPass } else { relation });
        }
    }
}

/// "called *for the mayor to resign*": behind a verb that the table has with "for", whoever is to do something is asked to.
pub(super) fn infinitives_behind_for(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for mark in 1..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.relation(mark) != Relation::Mark || tree.lemma(mark) != "for" {
            continue;
        }
        let Some(infinitive) = tree.head(mark).filter(|&infinitive| infinitive > mark) else { continue };
        let Some(verb) = tree.head(infinitive).filter(|&verb| verb + 1 == mark && is_verb(tree.tag(verb))) else { continue };
        let subject = tree.children(infinitive).find(|&child| tree.relation(child).is_subject() && child > mark);
        let asked = matches!(tree.relation(infinitive), Relation::Advcl | Relation::Ccomp | Relation::Xcomp)
            && gazetteers.predicates.phrase(Part::Verb, tree.lemma(verb), |_, word| word == "for").is_some();
        if let Some(subject) = subject.filter(|_| asked) {
            edit.hang(subject, verb, Relation::Obl);
            edit.hang(mark, subject, Relation::Case);
            edit.hang(infinitive, verb, Relation::Advcl);
        }
    }
}

/// "said Chad should pay *and said* that it can": a past tense goes on from a past tense, not from an infinitive between.
pub(super) fn pasts_hung_on_an_infinitive(edit: &mut Edit<'_>) {
    for verb in 4..edit.tree.len() {
        let tree = &*edit.tree;
        let alone = |child: usize| tree.relation(child).is_subject() || matches!(tree.relation(child), Relation::Aux | Relation::AuxPass);
        // "to travel there and *set* up shop": what is as long as the infinitive may be one.
        let past = tree.tag(verb) == PennTag::VBD && tree.token_span(verb).len() != tree.lemma(verb).len();
        if !past || tree.relation(verb) != Relation::Conj || tree.children(verb).any(alone) {
            continue;
        }
        let Some(main) = tree.head(verb).filter(|&main| main < verb && tree.tag(main) == PennTag::VB) else { continue };
        let past =
            std::iter::successors(tree.head(main), |&at| tree.head(at)).find(|&at| is_verb(tree.tag(at)) && tree.tag(at) != PennTag::VB);
        if let Some(past) = past.filter(|&past| past < main && tree.tag(past) == PennTag::VBD) {
            edit.hang(verb, past, Relation::Conj);
        }
    }
}

/// "found that it was gone *and said* that it would be back": a verb of saying goes on from whoever found it, not from "it".
pub(super) fn sayings_hung_on_the_content(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 4..edit.tree.len() {
        let tree = &*edit.tree;
        let alone = |child: usize| tree.relation(child).is_subject() || matches!(tree.relation(child), Relation::Aux | Relation::AuxPass);
        let says = || row_of(tree, gazetteers, verb).is_some_and(|row| row.frame == Frame::Speech);
        if tree.tag(verb) != PennTag::VBD || tree.relation(verb) != Relation::Conj || tree.children(verb).any(alone) || !says() {
            continue;
        }
        let Some(main) = tree.head(verb).filter(|&main| main < verb && tree.relation(main) == Relation::Ccomp) else { continue };
        let it = tree.children(main).any(|child| tree.relation(child).is_subject() && tree.lemma(child) == "it");
        let above = tree.head(main).filter(|&above| it && above < main && tree.tag(above) == PennTag::VBD);
        if let Some(above) = above {
            edit.hang(verb, above, Relation::Conj);
        }
    }
}

/// "A system backed by the Red Cross *was rejected*", "No governments involved *have made* statements": a finite verb without a
/// subject below a nominal, or below a bare participle, is the main verb, and the nominal its subject.
pub(super) fn finite_verbs_below_their_subject(edit: &mut Edit<'_>) {
    let Some(root) = edit.tree.root() else { return };
    let tree = &*edit.tree;
    let bare =
        |token: usize| !tree.children(token).any(|child| matches!(tree.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop));
    let nominal = is_noun(tree.tag(root))
        && !tree.children(root).any(|child| tree.relation(child).is_subject() || tree.relation(child) == Relation::Cop);
    let participle = tree.tag(root) == PennTag::VBN && bare(root);
    if !nominal && !participle {
        return;
    }
    let subject = if nominal {
        Some(root)
    } else {
        tree.children(root).find(|&child| tree.relation(child).universal() == Relation::Nsubj && child < root)
    };
    let Some(subject) = subject else { return };
    let verb = (root + 1..tree.len()).find(|&verb| {
        let finite = tree.children(verb).find(|&child| {
            matches!(tree.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop) && tree.tag(child).is_finite_or_modal()
        });
        let relation = tree.relation(verb);
        finite.is_some()
            && matches!(
                relation,
                Relation::AclRelcl | Relation::Acl | Relation::Advcl | Relation::Parataxis | Relation::Ccomp | Relation::Dep
            )
            && !tree.children(verb).any(|child| {
                child < verb
                    && (tree.relation(child).is_subject()
                        || matches!(tree.relation(child), Relation::Mark | Relation::Expl)
                        || matches!(tree.tag(child), PennTag::WDT | PennTag::WP | PennTag::WRB | PennTag::Comma))
            })
            && finite.is_some_and(|auxiliary| {
                auxiliary > 0 && !matches!(tree.tag(auxiliary - 1), PennTag::WDT | PennTag::WP | PennTag::Comma | PennTag::OpenQuote)
            })
    });
    let Some(verb) = verb else { return };
    let passive = tree.child_with(verb, Relation::AuxPass).is_some();
    let end: Vec<usize> = tree.children(root).filter(|&child| child > verb && tree.relation(child) == Relation::Punct).collect();
    edit.tree.heads[verb] = ROOT;
    edit.tree.relations[verb] = Relation::Root;
    if participle {
        edit.tree.heads[root] = subject as u32;
        edit.tree.relations[root] = Relation::Acl;
    }
    edit.tree.heads[subject] = verb as u32;
    edit.tree.relations[subject] = if passive { Relation::NsubjPass } else { Relation::Nsubj };
    for mark in end {
        edit.tree.heads[mark] = verb as u32;
    }
    edit.changed = true;
    edit.tree.index_children();
}

/// "countries like Mexico, Guatemala *and Panama have formalized* …": the last of the list alone was taken for the subject.
pub(super) fn lists_broken_before_a_verb(edit: &mut Edit<'_>) {
    for last in 0..edit.tree.len() {
        if edit.tree.relation(last) != Relation::Nsubj || !is_noun(edit.tree.tag(last)) {
            continue;
        }
        let Some(verb) = edit.tree.head(last) else { continue };
        let first_of_last = edit.tree.subtree_range(last).start;
        let Some(and) = first_of_last.checked_sub(1).filter(|&and| edit.tree.tag(and) == PennTag::CC && edit.tree.head(and) == Some(verb))
        else {
            continue;
        };
        let before = edit.tree.children(verb).rfind(|&child| child < and && is_noun(edit.tree.tag(child)));
        let Some(list) = before.filter(|&list| {
            matches!(
                edit.tree.relation(list),
                Relation::Advcl | Relation::Dep | Relation::Obl | Relation::Dislocated | Relation::Parataxis | Relation::Nsubj
            )
        }) else {
            continue;
        };
        // The list's own end must touch the conjunction.
        let end = edit.tree.subtree_range(list).end;
        if end + 1 < and {
            continue;
        }
        let mut member = list;
        for token in edit.tree.subtree_range(list).rev() {
            if edit.tree.relation(token) == Relation::Conj {
                member = edit.tree.head(token).unwrap_or(list);
                break;
            }
        }
        edit.hang(last, member, Relation::Conj);
        edit.hang(and, last, Relation::Cc);
        edit.tree.relations[list] = Relation::Nsubj;
        let marks: Vec<usize> = edit.tree.children(list).filter(|&child| edit.tree.relation(child) == Relation::Mark).collect();
        for mark in marks {
            edit.hang(mark, verb, Relation::Mark);
        }
        edit.changed = true;
    }
}

/// "brought *in* a new manager": a particle with which the table has the verb, before somebody whom the verb has for no object, is no
/// preposition.
pub(super) fn particles_taken_for_prepositions(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 0..edit.tree.len().saturating_sub(2) {
        let tree = &*edit.tree;
        let particle = verb + 1;
        if !is_verb(tree.tag(verb)) || tree.relation(particle) != Relation::Case || tree.lemma(particle) != "in" {
            continue;
        }
        let person = tree.head(particle).filter(|&noun| {
            tree.head(noun) == Some(verb)
                && tree.relation(noun) == Relation::Obl
                && gazetteers.noun_classes.kind(tree.lemma(noun)) == Some(NounKind::Person)
        });
        let Some(person) = person.filter(|_| tree.child_with(verb, Relation::Obj).is_none() && !is_passive(tree, verb)) else { continue };
        let row = gazetteers.predicates.phrase(Part::Verb, tree.lemma(verb), |_, word| word == tree.lemma(particle));
        // "resulted *in* 40 dead": what the verb itself takes up with it.
        if row.is_some_and(|row| row.role("object").is_some() && row.control == Control::None) {
            edit.tree.relations[person] = Relation::Obj;
            edit.hang(particle, verb, Relation::CompoundPrt);
        }
    }
}

/// "Firms in talks with Norway *include* Vale": the finite verb after a nominal without a copula is the main verb.
pub(super) fn verbs_after_a_nominal(edit: &mut Edit<'_>) {
    for verb in 0..edit.tree.len() {
        let finite = |token: usize| edit.tree.tag(token).is_finite();
        let auxiliary = |child: usize| {
            matches!(edit.tree.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop)
                && (finite(child) || edit.tree.tag(child) == PennTag::MD)
        };
        let is_finite = finite(verb) || edit.tree.children(verb).any(auxiliary);
        if !is_finite || edit.tree.children(verb).any(|child| edit.tree.relation(child).is_subject()) {
            continue;
        }
        // The nominal may have been hung under the verb with the subject: "*Firms in talks* with Norway include …".
        let below = edit.tree.children(verb).find(|&child| {
            child < verb
                && matches!(edit.tree.relation(child), Relation::Obl | Relation::Advcl)
                && is_noun(edit.tree.tag(child))
                && edit.tree.child_with(child, Relation::Cop).is_none()
                && edit.tree.child_with(child, Relation::Nsubj).is_some_and(|subject| subject < child)
        });
        if let Some(nominal) = below {
            if let Some(subject) = edit.tree.child_with(nominal, Relation::Nsubj) {
                edit.hang(subject, verb, Relation::Nsubj);
                edit.hang(nominal, subject, Relation::Nmod);
            }
            continue;
        }
        if edit.tree.relation(verb) != Relation::Parataxis {
            continue;
        }
        let Some(nominal) = edit.tree.head(verb).filter(|&nominal| nominal < verb && is_noun(edit.tree.tag(nominal))) else { continue };
        let comma = edit.tree.children(verb).any(|child| edit.tree.relation(child) == Relation::Punct && child < verb);
        // "Olaf Brandt, *the spokesperson, said*", "the founder of Norvik, *Ann Lee, met* Torres": an apposition between two commas
        // parts the subject from its verb.
        let apposed = (nominal + 1..verb).any(|at| {
            matches!(edit.tree.relation(at), Relation::Appos | Relation::List | Relation::NmodUnmarked)
                && edit.tree.head(at).is_some_and(|head| head == nominal || head > nominal && head < verb && edit.tree.lemma(verb) != "say")
        });
        // "A survey – of 40 schools – *was made*": so do two dashes.
        let dashes =
            (nominal + 1..verb).filter(|&at| matches!(edit.tree.lemma(at), "-" | "–" | "—") && edit.tree.relation(at) == Relation::Punct);
        let enclosed = dashes.filter(|&at| edit.tree.tag(at) != PennTag::HYPH).count() >= 2;
        if comma && !apposed && !enclosed {
            continue;
        }
        let copula = edit.tree.child_with(nominal, Relation::Cop).is_some();
        let subject = edit.tree.child_with(nominal, Relation::Nsubj);
        if copula {
            continue;
        }
        edit.tree.heads[verb] = edit.tree.heads[nominal];
        edit.tree.relations[verb] = edit.tree.relations[nominal];
        edit.tree.heads[nominal] = ROOT;
        if let Some(subject) = subject {
            edit.tree.heads[subject] = verb as u32;
            edit.tree.heads[nominal] = subject as u32;
            edit.tree.relations[nominal] = Relation::Nmod;
        } else {
            edit.tree.heads[nominal] = verb as u32;
            edit.tree.relations[nominal] = Relation::Nsubj;
        }
        edit.changed = true;
        edit.tree.index_children();
    }
}

/// "*16,000 dogs, 400 horses, 2,000 birds* and some fish passed": two subjects before one verb are the halves of one list.
pub(super) fn lists_broken_into_subjects(edit: &mut Edit<'_>) {
    for verb in 0..edit.tree.len() {
        let tree = &*edit.tree;
        if !is_verb(tree.tag(verb)) {
            continue;
        }
        let is_subject = |&child: &usize| child < verb && tree.relation(child).universal() == Relation::Nsubj && is_noun(tree.tag(child));
        let subjects: Vec<usize> = tree.children(verb).filter(is_subject).collect();
        let &[first, second] = subjects.as_slice() else { continue };
        let start = tree.subtree_range(second).start;
        let comma = |token: usize| tree.tag(token) == PennTag::Comma;
        let joined = start > 0 && (comma(start) || comma(start - 1)) && tree.child_with(second, Relation::Conj).is_some();
        if joined && tree.subtree_range(first).end + 1 >= start {
            edit.hang(second, first, Relation::Conj);
        }
    }
}

/// "saw *Norway agreeing* to pay", "saw *exports rise*": who is seen does what the participle or the bare verb right after says.
pub(super) fn what_is_seen(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for participle in 0..edit.tree.len() {
        let tree = &*edit.tree;
        let bare = matches!(tree.tag(participle), PennTag::VB | PennTag::VBP)
            && matches!(tree.relation(participle), Relation::Ccomp | Relation::Advcl)
            && !tree.children(participle).any(|child| {
                let relation = tree.relation(child);
                relation.is_subject() || matches!(relation, Relation::Aux | Relation::AuxPass | Relation::Mark | Relation::Cop)
            });
        if !bare && (tree.tag(participle) != PennTag::VBG || tree.relation(participle) != Relation::Advcl) {
            continue;
        }
        let Some(verb) = tree.head(participle).filter(|&verb| verb < participle) else { continue };
        let sees = gazetteers.predicates.get(Part::Verb, tree.lemma(verb)).is_some_and(|row| &*row.class == "see");
        let seen = tree.child_with(verb, Relation::Obj).filter(|_| sees);
        if seen.is_some_and(|seen| tree.subtree_range(seen).end == tree.subtree_range(participle).start) {
            edit.tree.relations[participle] = Relation::Xcomp;
            if bare {
                edit.tree.tags[participle] = PennTag::VB;
            }
            edit.changed = true;
        }
    }
}

/// "*has yet to unpack* the boxes": the infinitive, which was taken for a phrase, is what has not been done.
pub(super) fn infinitives_taken_for_phrases(edit: &mut Edit<'_>) {
    for to in 2..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.lemma(to) != "to" || tree.lemma(to - 1) != "yet" || tree.lemma(to - 2) != "have" || to + 1 >= tree.len() {
            continue;
        }
        let (have, verb) = (to - 2, to + 1);
        let Some(top) =
            std::iter::successors(Some(verb), |&at| tree.head(at)).take_while(|&at| at != have).find(|&at| tree.head(at) == Some(have))
        else {
            continue;
        };
        if top == verb && tree.relation(verb) == Relation::Xcomp {
            continue;
        }
        // "to *unpack boxes*" was one noun phrase, or "unpack" a noun by itself.
        if top != verb && tree.head(verb) == Some(top) {
            edit.swap(top, verb, Relation::Obj);
        }
        edit.hang(verb, have, Relation::Xcomp);
        edit.hang(to, verb, Relation::Mark);
        edit.hang(to - 1, have, Relation::Advmod);
        edit.tree.tags[verb] = PennTag::VB;
        edit.tree.tags[to] = PennTag::TO;
        edit.changed = true;
    }
}

/// "According to Cano, *the delegations discussed* the plan", "This year, *the governments are to agree*": a noun that was taken for a
/// part of the phrase in front is the subject of the finite verb right behind it, which has none.
pub(super) fn subjects_taken_for_appositions(edit: &mut Edit<'_>) {
    for noun in 1..edit.tree.len() {
        let tree = &*edit.tree;
        let loose = tree.relation(noun) == Relation::Appos
            || (matches!(tree.relation(noun), Relation::Nmod | Relation::NmodUnmarked) && tree.child_with(noun, Relation::Case).is_none());
        if !loose || !is_noun(tree.tag(noun)) {
            continue;
        }
        let range = tree.subtree_range(noun);
        let next = range.end;
        if next >= tree.len() || !tree.tag(next).is_finite_or_modal() {
            continue;
        }
        let helps = matches!(tree.relation(next), Relation::Aux | Relation::AuxPass | Relation::Cop);
        let Some(verb) = (if helps { tree.head(next) } else { Some(next) }) else { continue };
        let parted = tree.tag(range.start) == PennTag::Comma || (range.start > 0 && tree.tag(range.start - 1) == PennTag::Comma);
        if !parted || tree.children(verb).any(|child| tree.relation(child).is_subject()) {
            continue;
        }
        let phrase = std::iter::successors(tree.head(noun), |&at| tree.head(at)).find(|&at| tree.head(at) == Some(verb));
        let Some(phrase) = phrase.filter(|&phrase| tree.relation(phrase).universal() == Relation::Obl) else { continue };
        // The noun closes the phrase, and the phrase stands right before the verb.
        let dated = matches!(tree.relation(phrase), Relation::OblUnmarked);
        if tree.subtree_range(phrase).end == next && (dated || tree.child_with(phrase, Relation::Case).is_some()) {
            let passive = tree.child_with(verb, Relation::AuxPass).is_some();
            edit.hang(noun, verb, if passive { Relation::NsubjPass } else { Relation::Nsubj });
        }
    }
}

/// "shot at the people involved in the fight, *killing two*": behind a comma, what somebody does who is not named goes with whoever
/// the verb is told of, not with a person who is only described by a participle in between.
pub(super) fn deeds_hung_on_a_description(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for deed in 3..edit.tree.len() {
        let tree = &*edit.tree;
        let comma = tree.subtree_range(deed).start.checked_sub(1).is_some_and(|before| tree.tag(before) == PennTag::Comma)
            || tree.tag(tree.subtree_range(deed).start) == PennTag::Comma;
        if tree.tag(deed) != PennTag::VBG || !matches!(tree.relation(deed), Relation::Advcl | Relation::Acl) || !comma {
            continue;
        }
        let Some(description) = tree.head(deed).filter(|&head| tree.tag(head) == PennTag::VBN && tree.relation(head) == Relation::Acl)
        else {
            continue;
        };
        let person = |noun: usize| gazetteers.noun_classes.kind(tree.lemma(noun)) == Some(NounKind::Person);
        let Some(described) = tree.head(description).filter(|&noun| noun < description && person(noun)) else { continue };
        let verb = std::iter::successors(tree.head(described), |&at| tree.head(at)).find(|&at| is_verb(tree.tag(at)));
        if let Some(verb) = verb.filter(|&verb| verb < described && tree.tag(verb) != PennTag::VBN) {
            edit.hang(deed, verb, Relation::Advcl);
        }
    }
}
