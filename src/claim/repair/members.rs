//! Members of a coordination that were hung on another word than the one that they go on from.

use super::Edit;
use crate::claim::clause::{is_noun, is_verb, preposition};
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// "killed her *and three other people*", "led to the exit of Lind *and two aides*": a noun behind "and" goes on from the noun before it,
/// not from the verb.
pub(super) fn nouns_hung_on_the_verb(edit: &mut Edit<'_>) {
    for noun in 3..edit.tree.len() {
        if let Some(first) = member_before(edit.tree, noun) {
            edit.hang(noun, first, Relation::Conj);
        }
    }
}

/// "two sailors, *Ana Torres and Otto Lind*, left": a name behind "and" goes on from the name before it, not from the plural that both
/// stand beside.
pub(super) fn names_hung_on_their_plural(edit: &mut Edit<'_>) {
    for name in 4..edit.tree.len() {
        let tree = &*edit.tree;
        let plural = tree.head(name).filter(|&plural| {
            plural < name && tree.relation(name) == Relation::Conj && tree.tag(name).is_proper() && tree.tag(plural) == PennTag::NNS
        });
        let Some(plural) = plural else { continue };
        let and = tree.subtree_range(name).start;
        let first = tree
            .children(plural)
            .find(|&child| tree.relation(child) == Relation::Appos && tree.tag(child).is_proper() && tree.subtree_range(child).end == and);
        if let Some(first) = first.filter(|_| tree.tag(and) == PennTag::CC) {
            edit.hang(name, first, Relation::Conj);
        }
    }
}

/// "the deaths of Ana Torres, 49, *and her daughter*": a noun behind "and" is no apposition; it goes on from the person whose age it
/// stands behind, or else from the noun that it was hung on.
pub(super) fn members_taken_for_appositions(edit: &mut Edit<'_>) {
    for noun in 3..edit.tree.len() {
        let tree = &*edit.tree;
        let head = tree.head(noun).filter(|&head| head < noun && tree.relation(noun) == Relation::Appos && is_noun(tree.tag(noun)));
        let Some(head) = head else { continue };
        let joined = tree.child_with(noun, Relation::Cc).filter(|&and| and < noun && matches!(tree.lemma(and), "and" | "or"));
        let Some(and) = joined else { continue };
        let last = (head..and).rev().find(|&token| !tree.tag(token).is_punctuation());
        let aged = last.filter(|&last| tree.tag(last) == PennTag::CD).and_then(|last| tree.head(last));
        let aged = aged.filter(|&person| person > head && tree.is_ancestor(head, person));
        // "two men, *Ana Torres and Otto Lind*": one more of those who are named.
        let named = || tree.children(head).find(|&child| child < noun && tree.relation(child) == Relation::Appos);
        let first = aged.or_else(named).unwrap_or(head);
        edit.hang(noun, first, Relation::Conj);
    }
}

/// The noun that ends right before the "and" of a noun that was coordinated with a verb.
fn member_before(tree: &Tree, noun: usize) -> Option<usize> {
    if tree.relation(noun) != Relation::Conj || !is_noun(tree.tag(noun)) {
        return None;
    }
    let verb = tree.head(noun).filter(|&verb| verb < noun && is_verb(tree.tag(verb)))?;
    let phrase = |child: usize| {
        !matches!(
            tree.relation(child),
            Relation::Cop | Relation::Case | Relation::Mark | Relation::Obj | Relation::Obl | Relation::Aux | Relation::AuxPass
        ) && !tree.relation(child).is_subject()
    };
    let start = tree.subtree_range(noun).start;
    if tree.tag(start) != PennTag::CC || !matches!(tree.lemma(start), "and" | "or") || !tree.children(noun).all(phrase) {
        return None;
    }
    // "shot *four* and two others *died*"
    let next = tree.subtree_range(noun).end;
    if next < tree.len() && tree.tag(next).is_finite_or_modal() {
        return None;
    }
    let argument = tree.children(verb).find(|&child| {
        child > verb
            && matches!(tree.relation(child), Relation::Obj | Relation::Obl | Relation::OblAgent)
            && tree.subtree_range(child).end == start
    })?;
    // "the exit *of Lind* and two aides": the last phrase, without clauses.
    let mut first = argument;
    while let Some(inner) =
        tree.children(first).find(|&child| tree.relation(child) == Relation::Nmod && tree.subtree_range(child).end == start)
    {
        if preposition(tree, inner).is_none_or(|case| tree.lemma(case) != "of") && first == argument {
            break;
        }
        first = inner;
    }
    let named = is_noun(tree.tag(first)) || matches!(tree.tag(first), PennTag::PRP | PennTag::CD);
    (named && !is_date(tree, first) && !is_date(tree, noun)).then_some(first)
}

fn is_date(tree: &Tree, noun: usize) -> bool {
    tree.tag(noun) == PennTag::NNP && tree.lemma(noun).ends_with("day") || matches!(tree.lemma(noun), "time" | "day")
}

/// "was standing there when two men came *and started* shooting": a past behind the clause of another past goes on from that one, not
/// from the participle before.
pub(super) fn pasts_hung_on_the_progressive(edit: &mut Edit<'_>) {
    for verb in 4..edit.tree.len() {
        let tree = &*edit.tree;
        let loose = tree.relation(verb) == Relation::Conj
            && tree.tag(verb) == PennTag::VBD
            && !tree.children(verb).any(|child| tree.relation(child).is_subject());
        let Some(main) = tree.head(verb).filter(|&main| loose && main < verb && !tree.tag(main).is_finite()) else { continue };
        let start = tree.subtree_range(verb).start;
        let clause = tree.children(main).find(|&child| {
            main < child
                && tree.relation(child) == Relation::Advcl
                && tree.tag(child) == PennTag::VBD
                && tree.subtree_range(child).end == start
                && tree.children(child).any(|below| tree.relation(below).is_subject())
        });
        if let Some(clause) = clause.filter(|_| tree.tag(start) == PennTag::CC) {
            edit.hang(verb, clause, Relation::Conj);
        }
    }
}

/// "suffered a wound and *his sister suffered* a cut": a noun behind "and" right before a finite verb with an object and no subject is
/// the subject of that.
pub(super) fn subjects_taken_for_members(edit: &mut Edit<'_>) {
    for verb in 4..edit.tree.len() {
        let Some((noun, first)) = subject_in_list(edit.tree, verb) else { continue };
        let inside = edit.tree.is_ancestor(noun, verb);
        if inside {
            edit.hang(verb, first, Relation::Conj);
        }
        // "said he opposes it and *the Senate approved* it": goes on from what was said, as the tree has it.
        let tree = &*edit.tree;
        let above = tree.head(verb).filter(|&head| tree.relation(verb) == Relation::Conj && is_verb(tree.tag(head)));
        let further = above.filter(|&head| head != first && tree.tag(head).is_finite() && !tree.tag(first).is_finite());
        edit.hang(noun, verb, Relation::Nsubj);
        edit.hang(verb, further.unwrap_or(first), Relation::Conj);
    }
}

/// "Ana Torres died at once, and *Otto Lind, 20, died* later": a noun that goes on from a verb is the subject of the next verb, where
/// that stands right behind it and has none.
pub(super) fn subjects_hung_on_the_verb_before(edit: &mut Edit<'_>) {
    for noun in 3..edit.tree.len() {
        let tree = &*edit.tree;
        let first = tree
            .head(noun)
            .filter(|&first| first < noun && tree.relation(noun) == Relation::Conj && is_noun(tree.tag(noun)) && is_verb(tree.tag(first)));
        let Some(first) = first else { continue };
        let range = tree.subtree_range(noun);
        let next = (range.end..tree.len()).find(|&token| !tree.tag(token).is_punctuation() && !tree.tag(token).is_adverb());
        let led = |child: usize| tree.relation(child).is_subject() || matches!(tree.relation(child), Relation::Mark | Relation::Cc);
        let verb = next.filter(|&verb| {
            tree.tag(verb) == PennTag::VBD
                && tree.relation(verb) == Relation::Conj
                && tree.head(verb) == Some(first)
                && !tree.children(verb).any(led)
        });
        let and = tree.child_with(noun, Relation::Cc).filter(|&and| and < noun);
        let (Some(verb), Some(and)) = (verb, and) else { continue };
        edit.hang(noun, verb, Relation::Nsubj);
        edit.hang(and, verb, Relation::Cc);
    }
}

/// The last member of a list of two right before a finite verb, and the verb that the list belongs to.
fn subject_in_list(tree: &Tree, verb: usize) -> Option<(usize, usize)> {
    let loose = matches!(
        tree.relation(verb),
        Relation::Conj | Relation::Advcl | Relation::Parataxis | Relation::Dep | Relation::Acl | Relation::Ccomp
    );
    // "two fell and nine others *remain* ill"
    let takes = |child: usize| {
        child > verb
            && (matches!(tree.relation(child), Relation::Obj | Relation::Ccomp | Relation::Xcomp)
                || child == verb + 1 && tree.relation(child) == Relation::Advmod && tree.tag(child) == PennTag::JJ)
    };
    let led = |child: usize| tree.relation(child).is_subject() || matches!(tree.relation(child), Relation::Mark | Relation::Expl);
    if !loose || !tree.tag(verb).is_finite() || !tree.children(verb).any(takes) || tree.children(verb).any(led) {
        return None;
    }
    // "and the Senate *last month* approved it"
    let when = |token: usize| tree.relation(token) == Relation::OblUnmarked && tree.head(token) == Some(verb);
    let between = |token: usize| when(token) || tree.head(token).is_some_and(|head| head > token && when(head));
    let last = (0..verb).rev().find(|&token| tree.tag(token) != PennTag::RB && !between(token))?;
    let noun = std::iter::successors(Some(last), |&at| tree.head(at).filter(|&head| head < verb))
        .take_while(|&at| !is_verb(tree.tag(at)))
        .find(|&at| tree.relation(at) == Relation::Conj)?;
    let range = tree.subtree_range(noun);
    let other = tree.head(noun).filter(|&other| other < noun && !is_verb(tree.tag(other)))?;
    let opens = tree.tag(range.start) == PennTag::CC && tree.lemma(range.start) == "and";
    let alone = tree.children(other).filter(|&child| tree.relation(child) == Relation::Conj).count() == 1;
    let plural = matches!(tree.tag(noun), PennTag::NNS | PennTag::NNPS);
    let agrees = match tree.tag(verb) {
        PennTag::VBZ => !plural,
        PennTag::VBP => plural,
        _ => true,
    };
    let ends = range.end == verb || tree.is_ancestor(noun, verb) || last + 1 == range.end;
    // The verb that has the list for its object, not for its subject.
    let argument = std::iter::successors(Some(other), |&at| tree.head(at)).take_while(|&at| !is_verb(tree.tag(at))).last()?;
    let first = tree.head(argument).filter(|&first| is_verb(tree.tag(first)) && first < other && first != verb)?;
    let kept = matches!(tree.relation(argument), Relation::Obj | Relation::Obl | Relation::OblAgent);
    // "saw *exports of goods and services* rise": what is seen is the whole.
    let bare = tree.tag(verb) == PennTag::VBP;
    if bare && tree.head(verb) == Some(first) && matches!(tree.relation(verb), Relation::Ccomp | Relation::Xcomp) {
        return None;
    }
    (is_noun(tree.tag(noun)) && opens && alone && agrees && ends && kept).then_some((noun, first))
}

/// "found a gun *along with 12 knives*", "Lind, *together with Berg*, sold it": one list with the noun right before it.
pub(super) fn companions_taken_for_phrases(edit: &mut Edit<'_>) {
    for word in 1..edit.tree.len().saturating_sub(2) {
        let (tree, with) = (&*edit.tree, word + 1);
        if !matches!(tree.lemma(word), "along" | "together") || tree.lemma(with) != "with" {
            continue;
        }
        let noun = tree.head(with).filter(|&noun| {
            noun > with
                && is_noun(tree.tag(noun))
                && tree.relation(with) == Relation::Case
                && matches!(tree.relation(noun), Relation::Obl | Relation::Nmod)
                && tree.subtree_range(noun).start >= word
        });
        let Some((noun, head)) = noun.and_then(|noun| Some((noun, tree.head(noun)?))) else { continue };
        let end = if tree.tag(word - 1) == PennTag::Comma { word - 1 } else { word };
        let ends_here = |first: &usize| {
            matches!(tree.relation(*first), Relation::Obj | Relation::Nsubj | Relation::NsubjPass)
                && is_noun(tree.tag(*first))
                && *first < word
                && matches!(tree.subtree_range(*first).end, last if last == end || last == word)
        };
        let first = if is_noun(tree.tag(head)) { Some(head) } else { tree.children(head).find(ends_here) };
        if let Some(first) = first {
            edit.hang(noun, first, Relation::Conj);
            edit.hang(word, noun, Relation::Cc);
            edit.hang(with, word, Relation::Fixed);
        }
    }
}
