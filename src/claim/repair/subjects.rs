//! Subjects: two that were hung on one verb, of which one is a part of the other, and a participle that was taken for the subject.

use super::{Edit, is_time};
use crate::claim::clause::{is_noun, is_verb, preposition, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::predicates::Frame;
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// "*Provided* that Chad pays, the ships will sail": a participle without anything of its own right before "that" opens the clause.
pub(super) fn marks_taken_for_subjects(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for that in 1..edit.tree.len() {
        let tree = &*edit.tree;
        let word = that - 1;
        if tree.lemma(that) != "that" || tree.relation(that) != Relation::Mark || tree.children(word).len() > 0 {
            continue;
        }
        let Some(clause) = tree.head(that).filter(|&clause| clause > that && tree.relation(clause) == Relation::Advcl) else { continue };
        let beside = tree.head(word) == tree.head(clause) && tree.relation(word) == Relation::Csubj;
        if beside && gazetteers.word_sets.has(LexicalSet::Supposing, tree.lemma(word)) {
            edit.hang(word, clause, Relation::Mark);
        }
    }
}

/// "It was reported *that they left*", "It is clear *that they left*": treebanks call such a clause behind its head a subject; it is what is
/// reported.
pub(super) fn extraposed_subjects(edit: &mut Edit<'_>) {
    for clause in 2..edit.tree.len() {
        let tree = &*edit.tree;
        let Some(head) = tree.head(clause).filter(|&head| head < clause) else { continue };
        let subject = matches!(tree.relation(clause), Relation::Csubj | Relation::CsubjPass);
        let finite = tree.children(clause).any(|child| tree.relation(child) == Relation::Mark && tree.lemma(child) == "that");
        if subject && finite && tree.child_with(head, Relation::Expl).is_some() {
            edit.tree.relations[clause] = Relation::Ccomp;
            edit.changed = true;
        }
    }
}

/// "*Firms now in talks with Chad* include Vale", "*others such as Chad* remain": a phrase right between the subject and its verb, with no
/// comma about it, says which subject, unless it says when. In a statement somebody may say what is said.
pub(super) fn phrases_between_subject_and_verb(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for phrase in 2..edit.tree.len() {
        let Some((subject, case)) = subject_before_phrase(edit.tree, gazetteers, phrase) else { continue };
        let adverbs: Vec<usize> = (edit.tree.subtree_range(subject).end..case).collect();
        edit.hang(phrase, subject, Relation::Nmod);
        edit.hang(case, phrase, Relation::Case);
        for adverb in adverbs {
            edit.hang(adverb, phrase, Relation::Advmod);
        }
    }
}

/// "*The countries in talks with Chad* are Peru and Benin": a subject with a preposition that has a subject itself is that one's phrase.
pub(super) fn subjects_hung_on_their_phrase(edit: &mut Edit<'_>) {
    for phrase in 2..edit.tree.len() {
        let tree = &*edit.tree;
        if !is_subject(tree, phrase) || tree.child_with(phrase, Relation::Cop).is_some() {
            continue;
        }
        let Some(case) = preposition(tree, phrase).filter(|&case| case < phrase) else { continue };
        let subject = tree.children(phrase).find(|&child| is_subject(tree, child) && is_noun(tree.tag(child)) && child < case);
        if let Some(subject) = subject {
            edit.swap(phrase, subject, Relation::Nmod);
        }
    }
}

/// "reopened, *as* nine countries provide aid": a word that can open a clause does so before the subject of a finite verb.
pub(super) fn marks_hung_on_the_subject(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for subject in 1..edit.tree.len() {
        let tree = &*edit.tree;
        if !is_subject(tree, subject) || tree.child_with(subject, Relation::Cop).is_some() {
            continue;
        }
        let Some(verb) = tree.head(subject).filter(|&verb| verb > subject) else { continue };
        let first = tree.subtree_range(subject).start;
        let opens = tree.head(first) == Some(subject)
            && tree.relation(first) == Relation::Case
            && (gazetteers.cues.mark(tree.lemma(first)).is_some() || matches!(tree.lemma(first), "as" | "after" | "before" | "until"));
        if !opens {
            continue;
        }
        let joined = tree.children(verb).any(|child| tree.relation(child) == Relation::Cc && child < verb);
        edit.hang(first, verb, Relation::Mark);
        if edit.tree.relation(verb) == Relation::Conj && !joined {
            edit.tree.relations[verb] = Relation::Advcl;
        }
    }
}

/// The subject that ends right before a phrase, and what opens the phrase.
fn subject_before_phrase(tree: &Tree, gazetteers: &Gazetteers, phrase: usize) -> Option<(usize, usize)> {
    if !matches!(tree.relation(phrase), Relation::Obl | Relation::Nsubj) || !is_noun(tree.tag(phrase)) || is_time(tree, gazetteers, phrase)
    {
        return None;
    }
    let verb = tree.head(phrase).filter(|&verb| verb > phrase)?;
    let spoken =
        |child: usize| matches!(tree.relation(child), Relation::Ccomp | Relation::Parataxis | Relation::Xcomp if is_verb(tree.tag(child)));
    if tree.children(verb).any(spoken) || row_of(tree, gazetteers, verb).is_some_and(|row| row.frame == Frame::Speech) {
        return None;
    }
    let own = tree.subtree_range(phrase);
    let case = |token: usize| {
        (tree.head(token) == Some(phrase) && tree.relation(token) == Relation::Case)
            || (tree.head(token) == Some(verb) && tree.relation(token) == Relation::Mark && tree.lemma(token) == "such")
    };
    let adverb = |token: usize| tree.tag(token) == PennTag::RB;
    // "such as" may hang on the verb.
    let first = (1..phrase)
        .rev()
        .find(|&token| case(token))
        .filter(|&first| (first..own.start).all(|token| token == first || tree.head(token) == Some(first)))?;
    let end = (0..first).rev().find(|&token| !adverb(token))? + 1;
    let subject = tree.children(verb).find(|&child| {
        child < first
            && tree.relation(child).is_subject()
            && matches!(tree.tag(child), PennTag::NN | PennTag::NNS)
            && tree.subtree_range(child).end == end
    })?;
    let auxiliary = |token: usize| {
        tree.head(token) == Some(verb)
            && matches!(tree.relation(token), Relation::Aux | Relation::AuxPass | Relation::Cop | Relation::Advmod)
    };
    ((own.end..verb).all(auxiliary) && own.end > first && (own.end < verb || tree.tag(verb).is_finite())).then_some((subject, first))
}

/// "*Police | Chief Otto Lind* left", "*Three boys | and two girls* were found", "*his cousin, | Otto Lind,* left": of two subjects
/// that touch each other before one verb, one is a part of the other, or not its subject.
pub(super) fn second_subjects(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for second in 1..edit.tree.len() {
        let tree = &*edit.tree;
        if !is_subject(tree, second) {
            continue;
        }
        let Some(verb) = tree.head(second).filter(|&verb| verb > second) else { continue };
        let Some(first) = tree.children(verb).rfind(|&child| child < second && is_subject(tree, child)) else { continue };
        match mend(tree, gazetteers, verb, first, second) {
            Some(Mend::Hang(token, head, relation)) => edit.hang(token, head, relation),
            Some(Mend::List(and)) => list(edit, first, second, and),
            Some(Mend::Follow(last)) => follow(edit, second, last),
            Some(Mend::Precede) => precede(edit, first, second),
            None => {}
        }
    }
}

/// What is to be done about two subjects.
enum Mend {
    /// One of them hangs elsewhere.
    Hang(usize, usize, Relation),
    /// Both are members of a list, with this conjunction before its last.
    List(usize),
    /// The second is the noun of the phrase that the first ends in: "members of a harbour | *choir*".
    Follow(usize),
    /// The first is a modifier of the second: "the bomb | *squad*".
    Precede,
}

fn mend(tree: &Tree, gazetteers: &Gazetteers, verb: usize, first: usize, second: usize) -> Option<Mend> {
    let (one, other) = (tree.subtree_range(first), tree.subtree_range(second));
    let cuts = |token: usize| {
        matches!(tree.tag(token), PennTag::Comma | PennTag::Colon | PennTag::NFP | PennTag::OpenBracket | PennTag::CloseBracket)
    };
    let relates =
        |token: usize| matches!(tree.tag(token), PennTag::WDT | PennTag::WP | PennTag::WPS | PennTag::IN | PennTag::TO | PennTag::EX);
    let joins = |token: usize| cuts(token) || tree.tag(token) == PennTag::CC;
    // `id="7" author="x">`: no words.
    if one.clone().any(|token| tree.tag(token) == PennTag::SYM) {
        return None;
    }
    let last = one.clone().rev().find(|&token| !cuts(token))?;
    let opens = other.clone().find(|&token| !joins(token))?;
    let apart = one.end > other.start || (one.end..other.start).any(|token| !joins(token));
    if apart || [first, second, opens].into_iter().any(relates) {
        return None;
    }
    if let Some(and) = (last + 1..opens).find(|&token| tree.tag(token) == PennTag::CC) {
        let listed = matches!(tree.lemma(and), "and" | "or" | "&") && !holds_a_clause(tree, first);
        return listed.then_some(Mend::List(and));
    }
    if matches!(tree.lemma(second), "both" | "all" | "each") {
        return None;
    }
    let active = is_verb(tree.tag(verb)) && tree.child_with(verb, Relation::AuxPass).is_none();
    // "*Police:* Two men hurt": a single word before a colon may be who says it.
    if last == one.start && (last + 1..opens).any(|token| tree.lemma(token) == ":") {
        return None;
    }
    if (last + 1..opens).any(cuts) {
        // "The offer, *Lind said*, was late": whose words the first begins.
        if active && row_of(tree, gazetteers, verb).is_some_and(|row| row.frame == Frame::Speech) {
            return None;
        }
        let closed = (other.end - 1..=other.end).any(|token| token < verb && cuts(token));
        if closed && !holds_a_clause(tree, first) {
            let name = tree.tag(second).is_proper() && !is_time(tree, gazetteers, first);
            return name.then_some(Mend::Hang(second, first, Relation::Appos));
        }
        // "a man in Dayton, *Ohio* left": where the place is that the first ends in.
        if last != first && tree.tag(last).is_proper() && tree.tag(second).is_proper() && tree.tag(opens).is_proper() {
            return Some(Mend::Hang(second, last, Relation::Appos));
        }
        return Some(Mend::Hang(first, verb, Relation::Dislocated));
    }
    if is_time(tree, gazetteers, second) {
        return Some(Mend::Hang(second, verb, Relation::OblUnmarked));
    }
    if is_time(tree, gazetteers, first) {
        return Some(Mend::Hang(first, verb, Relation::OblUnmarked));
    }
    mend_adjacent(tree, (verb, active), (first, last), (opens, second))
}

/// Two subjects with nothing between them: the first with the word that it ends in, and the second with the one that it opens with.
fn mend_adjacent(
    tree: &Tree,
    (verb, active): (usize, bool),
    (first, last): (usize, usize),
    (opens, second): (usize, usize),
) -> Option<Mend> {
    // "*the boys'* | brother left"
    if tree.tag(last) == PennTag::POS {
        return Some(Mend::Hang(first, second, Relation::NmodPoss));
    }
    // "orders to secure | *the yard* were made": the object of the infinitive that the first ends in.
    if last != first && matches!(tree.tag(last), PennTag::VB | PennTag::VBG) {
        return Some(Mend::Hang(second, last, Relation::Obj));
    }
    // "the reply | *he* gave", "Image 4 of 8 | *A boy* was hurt"
    if matches!(tree.tag(opens), PennTag::DT | PennTag::PRPS | PennTag::PRP) || last != first && tree.tag(last) == PennTag::CD {
        let object = active && tree.child_with(verb, Relation::Obj).is_none() && is_noun(tree.tag(first));
        return Some(Mend::Hang(first, verb, if object { Relation::Obj } else { Relation::Dislocated }));
    }
    if !is_noun(tree.tag(second)) || (opens..second).any(|token| tree.tag(token) == PennTag::Comma) {
        return None;
    }
    if last != first {
        return (is_noun(tree.tag(last)) || matches!(tree.tag(last), PennTag::JJ | PennTag::CD)).then_some(Mend::Follow(last));
    }
    let name = tree.tag(first).is_proper() && tree.tag(second).is_proper() && tree.subtree_range(second).len() == 1;
    Some(if name { Mend::Hang(second, first, Relation::Flat) } else { Mend::Precede })
}

/// "A boy, *a girl* and *two men* were hurt": hangs the last of a list on the first, and those between that begin as the first does.
fn list(edit: &mut Edit<'_>, first: usize, last: usize, and: usize) {
    let tree = &*edit.tree;
    let range = tree.subtree_range(first);
    let comma = |token: usize| tree.tag(token) == PennTag::Comma;
    let begins = |token: usize| matches!(tree.tag(token), PennTag::DT | PennTag::CD);
    let between: Vec<usize> = range
        .clone()
        .filter(|&token| {
            let part = tree.subtree_range(token);
            let apart = comma(part.start) && begins(part.start + 1) || part.start > 0 && comma(part.start - 1) && begins(part.start);
            token > first
                && is_noun(tree.tag(token))
                && matches!(tree.relation(token), Relation::Appos | Relation::Nmod | Relation::NmodUnmarked | Relation::Conj)
                && tree.child_with(token, Relation::Case).is_none()
                && apart
        })
        .collect();
    let closed = and > 0 && comma(and - 1);
    if !closed && begins(range.start) && between.len() > 1 {
        for token in between {
            edit.hang(token, first, Relation::Conj);
        }
    }
    edit.hang(last, first, Relation::Conj);
}

/// Puts a noun into the place of the word before it, which modifies it.
fn follow(edit: &mut Edit<'_>, noun: usize, last: usize) {
    let Some(above) = edit.tree.head(last) else { return };
    let relation = edit.tree.relation(last);
    let before: Vec<usize> = edit.tree.children(last).filter(|&child| child < last).collect();
    let part = part_of(edit.tree, last);
    edit.hang(noun, above, relation);
    edit.hang(last, noun, part);
    edit.move_to(before, noun);
}

/// Makes the first of two subjects a modifier of the second, with what stands before it.
fn precede(edit: &mut Edit<'_>, first: usize, second: usize) {
    let before: Vec<usize> = edit.tree.children(first).filter(|&child| child < first).collect();
    let part = part_of(edit.tree, first);
    edit.hang(first, second, part);
    edit.move_to(before, second);
}

/// As what a word stands before its noun.
fn part_of(tree: &Tree, word: usize) -> Relation {
    match tree.tag(word) {
        PennTag::CD => Relation::Nummod,
        PennTag::JJ => Relation::Amod,
        PennTag::DT => Relation::Det,
        _ => Relation::Compound,
    }
}

fn is_subject(tree: &Tree, token: usize) -> bool {
    matches!(tree.relation(token), Relation::Nsubj | Relation::NsubjPass)
}

/// Whether a finite verb stands in a noun phrase that is not in a relative clause of it.
fn holds_a_clause(tree: &Tree, noun: usize) -> bool {
    tree.subtree_range(noun).any(|token| {
        let clause = tree
            .tag(token)
            .is_finite_or_modal()
            .then(|| std::iter::successors(Some(token), |&at| tree.head(at)).take_while(|&at| at != noun));
        clause.is_some_and(|mut path| !path.any(|at| matches!(tree.relation(at), Relation::AclRelcl | Relation::Ccomp)))
    })
}

/// "Its trade with the bloc *as a whole* grew": no subject, which stands before it.
pub(super) fn wholes_taken_for_subjects(edit: &mut Edit<'_>) {
    for whole in 3..edit.tree.len() {
        let tree = &*edit.tree;
        let fixed = tree.lemma(whole) == "whole" && tree.lemma(whole - 1) == "a" && tree.lemma(whole - 2) == "as";
        let verb = tree.head(whole).filter(|&verb| fixed && tree.relation(whole) == Relation::Nsubj && verb > whole);
        let Some((verb, noun)) = verb.and_then(|verb| Some((verb, tree.head(verb)?))) else { continue };
        if noun < whole && is_noun(tree.tag(noun)) && matches!(tree.relation(verb), Relation::Advcl | Relation::Acl | Relation::AclRelcl) {
            edit.swap(noun, verb, Relation::Nsubj);
            edit.hang(whole, verb, Relation::Obl);
            edit.hang(whole - 2, whole, Relation::Case);
        }
    }
}
