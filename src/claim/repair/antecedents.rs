//! Relative clauses that were hung on a noun which their pronoun cannot take up.

use super::Edit;
use crate::claim::clause::{is_noun, is_verb, preposition, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::Frame;
use crate::gazetteer::word_sets::ClassSet;
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind};

/// "Lind, who planned to rob the bank and *who drove* there": the second of two goes with the first.
pub(super) fn second_relatives(edit: &mut Edit<'_>) {
    for verb in 4..edit.tree.len() {
        let tree = &*edit.tree;
        let Some((who, noun)) = who_relative(tree, verb) else { continue };
        if tree.tag(who - 1) != PennTag::CC {
            continue;
        }
        let first = (0..who - 1).rev().find_map(|before| who_relative(tree, before).filter(|&(_, head)| head < before));
        let inside = first.filter(|&(_, head)| head != noun && head < noun);
        if let Some((_, head)) = inside {
            edit.hang(verb, head, Relation::AclRelcl);
        }
    }
}

/// "scandals of the years *that sent three to prison*": what happens is done by no length of time.
pub(super) fn relatives_hung_on_a_time(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 3..edit.tree.len() {
        let tree = &*edit.tree;
        let Some(time) = tree.head(verb).filter(|&noun| tree.relation(verb) == Relation::AclRelcl && noun + 1 < verb) else { continue };
        let upper = tree.head(time).filter(|&upper| {
            matches!(tree.relation(time).universal(), Relation::Nmod | Relation::Obl)
                && is_noun(tree.tag(upper))
                && gazetteers.noun_classes.kind(tree.lemma(upper)) != Some(NounKind::Time)
        });
        let word = tree.children(verb).find(|&child| child == time + 1 && tree.relation(child).is_subject());
        let relates = word.is_some_and(|word| matches!(tree.lemma(word), "that" | "which"));
        let Some(upper) = upper.filter(|_| relates && gazetteers.noun_classes.kind(tree.lemma(time)) == Some(NounKind::Time)) else {
            continue;
        };
        edit.hang(verb, upper, Relation::AclRelcl);
    }
}

/// "Ann Lee of the *Oak Coalition, which* has 40 members": "which" takes up the noun before it, and nobody who is named.
pub(super) fn things_taken_for_persons(edit: &mut Edit<'_>, mentions: &[Mention]) {
    for verb in 3..edit.tree.len() {
        let tree = &*edit.tree;
        let Some(person) = tree.head(verb).filter(|&person| tree.relation(verb) == Relation::AclRelcl && person < verb) else { continue };
        let Some(word) = tree.children(verb).find(|&child| person < child && child < verb && tree.lemma(child) == "which") else {
            continue;
        };
        let place = tree.token_span(person);
        let name = mentions.iter().find_map(|mention| match &mention.kind {
            MentionKind::Official(official) if official.name.contains(place) => Some(official.name),
            _ => None,
        });
        let last = word - 1 - usize::from(tree.tag(word - 1) == PennTag::Comma);
        let part = |at: usize| matches!(tree.relation(at), Relation::Flat | Relation::Compound);
        // "the *Institute* for Rights, which": the whole of its name.
        let body = mentions
            .iter()
            .find(|mention| matches!(mention.kind, MentionKind::Organization(_)) && mention.span.contains(tree.token_span(last)))
            .map(|mention| mention.span);
        let within = |at: usize| body.is_some_and(|body| body.contains(tree.token_span(at)));
        let of_name = |at: usize, head: usize| {
            let of = preposition(tree, at).is_some_and(|case| matches!(tree.lemma(case), "of" | "for"));
            of && tree.tag(at).is_proper() && tree.tag(head).is_proper() && name.is_some_and(|name| tree.token_span(head).start > name.end)
        };
        let up = |at: usize| tree.head(at).filter(|&head| part(at) || within(at) && within(head) || of_name(at, head));
        let noun = std::iter::successors(Some(last), |&at| up(at)).last().unwrap_or(last);
        let apart = name.is_some_and(|name| tree.token_span(noun).start > name.end);
        if apart && noun < word && is_noun(tree.tag(noun)) && !tree.is_ancestor(verb, noun) {
            edit.hang(verb, noun, Relation::AclRelcl);
        }
    }
}

/// "gathered at the pier, *where he was shot*", "was taken to a clinic *where he died*": a clause that opens with "where" right behind a
/// noun is that noun's.
pub(super) fn places_told_by_where(edit: &mut Edit<'_>) {
    for mark in 2..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.tag(mark) != PennTag::WRB || tree.lemma(mark) != "where" || tree.relation(mark) != Relation::Advmod {
            continue;
        }
        let clause = tree.head(mark).filter(|&clause| {
            clause > mark && matches!(tree.relation(clause), Relation::Advcl | Relation::Conj | Relation::Parataxis | Relation::Ccomp)
        });
        let set_off = matches!(tree.tag(mark - 1), PennTag::Comma | PennTag::Colon);
        let last = mark - 1 - usize::from(set_off);
        let Some(clause) = clause.filter(|_| tree.tag(last).is_noun()) else { continue };
        // "the corner of Elm and *Oak avenues*": the noun that the name or the list before it belongs to.
        let part = |at: usize| matches!(tree.relation(at), Relation::Flat | Relation::Compound | Relation::NmodDesc);
        let noun = std::iter::successors(Some(last), |&at| tree.head(at).filter(|_| part(at))).last().unwrap_or(last);
        if is_noun(tree.tag(noun)) && noun < mark && !tree.is_ancestor(clause, noun) {
            edit.hang(clause, noun, Relation::AclRelcl);
        }
    }
}

/// "faced the anger of *the clan, who ordered* him out": what a relative pronoun takes up is the noun before it, and no verb.
pub(super) fn relatives_hung_on_a_verb(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 3..edit.tree.len() {
        let tree = &*edit.tree;
        let upper = tree.head(verb).filter(|&upper| tree.relation(verb) == Relation::AclRelcl && upper < verb && is_verb(tree.tag(upper)));
        let Some(upper) = upper else { continue };
        let word = tree.children(verb).find(|&child| {
            child > upper + 1 && child < verb && tree.relation(child).is_subject() && matches!(tree.tag(child), PennTag::WP | PennTag::WDT)
        });
        let Some(word) = word else { continue };
        let last = if tree.tag(word - 1) == PennTag::Comma { word - 2 } else { word - 1 };
        // "left on *Friday* that claimed": no day does anything.
        let time = gazetteers.noun_classes.kind(tree.lemma(last)) == Some(NounKind::Time)
            || gazetteers.dates.senses(tree.lemma(last)).next().is_some();
        if last <= upper || !is_noun(tree.tag(last)) || !tree.subtree_range(upper).contains(&last) {
            continue;
        }
        let noun = if time { object_before_a_time(tree, upper, last) } else { Some(last) };
        let Some(noun) = noun else { continue };
        // "firms and *unions that* gave": the whole list.
        let first = tree.head(noun).filter(|&first| tree.relation(noun) == Relation::Conj && is_noun(tree.tag(first)));
        edit.hang(verb, first.unwrap_or(noun), Relation::AclRelcl);
    }
}

/// "signed *a law* last week that gives": the object of a verb, where no more than a time stands behind it up to `last`.
fn object_before_a_time(tree: &Tree, verb: usize, last: usize) -> Option<usize> {
    let time = tree.children(verb).find(|&child| child > verb && tree.subtree_range(child).contains(&last))?;
    let start = tree.subtree_range(time).start;
    tree.children(verb).find(|&child| tree.relation(child) == Relation::Obj && child > verb && tree.subtree_range(child).end == start)
}

/// "a shooting Wednesday afternoon *that left two dead*", "Otto Lind, *who last week lost*": a relative clause that was hung on a verb
/// or an adverb is about the noun before its pronoun, times apart; what kills or hurts is an event, where one is named.
pub(super) fn relatives_without_a_noun(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 3..edit.tree.len() {
        let tree = &*edit.tree;
        let loose = match tree.relation(verb) {
            Relation::AdvclRelcl | Relation::Advcl | Relation::Conj | Relation::Parataxis => true,
            Relation::Acl => tree.head(verb).is_some_and(|head| !is_noun(tree.tag(head))),
            _ => false,
        };
        let Some(word) = relative_subject(tree, verb).filter(|_| loose) else { continue };
        let Some(noun) = noun_before(tree, gazetteers, word, verb) else { continue };
        // The noun may have been hung on the clause that is about it.
        let below = tree.is_ancestor(verb, noun);
        if below && tree.head(noun) != Some(verb) {
            continue;
        }
        if edit.tree.tag(word) == PennTag::DT {
            edit.tree.tags[word] = PennTag::WDT;
        }
        if edit.tree.tag(noun) == PennTag::VBG {
            edit.tree.tags[noun] = PennTag::NN;
        }
        if below {
            edit.swap(verb, noun, Relation::AclRelcl);
        } else {
            edit.hang(verb, noun, Relation::AclRelcl);
        }
    }
}

/// "the shooting in *Lima that killed* two", "in the wake of *a fire that killed* two": what kills or hurts is an event.
pub(super) fn harms_hung_on_no_event(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 3..edit.tree.len() {
        let tree = &*edit.tree;
        let Some(noun) =
            tree.head(verb).filter(|&noun| tree.relation(verb) == Relation::AclRelcl && noun < verb && is_noun(tree.tag(noun)))
        else {
            continue;
        };
        let that = tree.children(verb).any(|child| child < verb && tree.relation(child).is_subject() && tree.lemma(child) != "who");
        if !that || !is_harmful(tree, gazetteers, verb) || may_do_harm(tree, gazetteers, noun) {
            continue;
        }
        let above = std::iter::successors(tree.head(noun), |&at| tree.head(at))
            .take_while(|&at| !tree.tag(at).is_finite_or_modal())
            .find(|&at| at < noun && is_harmful_event(tree, gazetteers, at));
        let below = || (noun + 1..verb).rev().find(|&at| tree.is_ancestor(noun, at) && is_harmful_event(tree, gazetteers, at));
        if let Some(event) = above.or_else(below).filter(|&event| !tree.is_ancestor(verb, event)) {
            if tree.tag(event) == PennTag::VBG {
                edit.tree.tags[event] = PennTag::NN;
            }
            edit.hang(verb, event, Relation::AclRelcl);
        }
    }
}

fn is_harmful(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    row_of(tree, gazetteers, verb).is_some_and(|row| gazetteers.word_sets.has(ClassSet::Harmful, &row.class)) || tree.lemma(verb) == "leave"
}

/// A noun for an event that hurts: "shooting", "fire"; also one that is tagged as a gerund.
pub(crate) fn is_harmful_event(tree: &Tree, gazetteers: &Gazetteers, noun: usize) -> bool {
    let row = || row_of(tree, gazetteers, noun).filter(|row| row.frame == Frame::Event || tree.tag(noun) == PennTag::VBG);
    let harms = || row().is_some_and(|row| gazetteers.word_sets.has(ClassSet::Harmful, &row.class) || &*row.class == "shoot");
    is_noun(tree.tag(noun)) && gazetteers.noun_classes.kind(tree.lemma(noun)) == Some(NounKind::Event)
        || (is_noun(tree.tag(noun)) || tree.tag(noun) == PennTag::VBG) && harms()
}

/// A noun for somebody, a thing or an event, all of which may kill or hurt; no place, time or name of one, no "wake", no charge.
pub(crate) fn may_do_harm(tree: &Tree, gazetteers: &Gazetteers, noun: usize) -> bool {
    if tree.lemma(noun) == "wake" {
        return false;
    }
    if is_harmful_event(tree, gazetteers, noun) {
        return true;
    }
    match gazetteers.noun_classes.kind(tree.lemma(noun)) {
        Some(kind) => !matches!(kind, NounKind::Place | NounKind::Time | NounKind::Document),
        None => !tree.tag(noun).is_proper() && row_of(tree, gazetteers, noun).is_none(),
    }
}

/// The relative pronoun that is the subject of a verb, where it stands behind a noun, a comma or an adverb.
fn relative_subject(tree: &Tree, verb: usize) -> Option<usize> {
    let word = tree.children(verb).find(|&child| child > 1 && child < verb && tree.relation(child).is_subject())?;
    let relates = match tree.lemma(word) {
        "who" => tree.tag(word) == PennTag::WP,
        // "…, *which* means": it takes up a clause.
        "which" => tree.lemma(verb) != "mean",
        // "…, *that* is enough": it points back.
        "that" => is_verb(tree.tag(verb)) && !matches!(tree.lemma(verb), "mean" | "be"),
        _ => false,
    };
    let before = tree.tag(word - 1);
    (relates && (is_noun(before) || matches!(before, PennTag::Comma | PennTag::RB | PennTag::CloseBracket))).then_some(word)
}

/// The noun that a relative pronoun takes up.
fn noun_before(tree: &Tree, gazetteers: &Gazetteers, word: usize, verb: usize) -> Option<usize> {
    let kind = |noun: usize| gazetteers.noun_classes.kind(tree.lemma(noun));
    let time = |noun: usize| kind(noun) == Some(NounKind::Time) || gazetteers.dates.senses(tree.lemma(noun)).next().is_some();
    let harmful = is_harmful(tree, gazetteers, verb);
    let mut nearest = None;
    for token in (0..word).rev().take(REACH) {
        if tree.tag(token).is_finite_or_modal() && nearest.is_some() {
            break;
        }
        let event = || is_harmful_event(tree, gazetteers, token);
        if !(is_noun(tree.tag(token)) || tree.tag(token) == PennTag::VBG && harmful && event()) || time(token) {
            continue;
        }
        if harmful && tree.lemma(word) != "who" {
            nearest = nearest.or(Some(token));
            if event() {
                nearest = Some(token);
                break;
            }
        } else {
            nearest = Some(token);
            break;
        }
    }
    // The last word of a name stands for its first, the first of a compound for its last.
    let whole = |noun: usize| {
        tree.head(noun)
            .filter(|&head| head < word && matches!(tree.relation(noun), Relation::Flat | Relation::Compound) && is_noun(tree.tag(head)))
    };
    nearest.map(|noun| whole(noun).unwrap_or(noun))
}

/// So many words before a relative pronoun the noun that it takes up stands at most.
const REACH: usize = 24;

/// The "who" that is the subject of a relative clause, and the noun that the clause hangs on.
fn who_relative(tree: &Tree, verb: usize) -> Option<(usize, usize)> {
    let noun = tree.head(verb).filter(|&noun| tree.relation(verb) == Relation::AclRelcl && noun + 1 < verb && is_noun(tree.tag(noun)))?;
    let who = tree.children(verb).find(|&child| child > noun && child < verb && tree.relation(child).is_subject())?;
    (tree.lemma(who) == "who").then_some((who, noun))
}

/// "hundreds of *meetings Lind had*": the clause is about as many as the number says.
pub(super) fn relatives_hung_on_what_is_counted(edit: &mut Edit<'_>, mentions: &[Mention]) {
    for verb in 3..edit.tree.len() {
        let tree = &*edit.tree;
        let Some(noun) = tree.head(verb).filter(|&noun| tree.relation(verb) == Relation::AclRelcl && noun < verb) else { continue };
        let number = tree.head(noun).filter(|&number| tree.relation(noun) == Relation::Nmod && tree.tag(number) == PennTag::NNS);
        let Some(number) = number else { continue };
        let whole = tree.token_span(number).join(tree.token_span(noun));
        if mentions.iter().any(|mention| matches!(mention.kind, MentionKind::Count(_)) && mention.span.contains(whole)) {
            edit.hang(verb, number, Relation::AclRelcl);
        }
    }
}

/// "spent the $12 million *he raised*", "the $12 million *that Lind raised*": a clause without a mark and without an object, right behind
/// the object of the verb that it was hung on, is about that.
pub(super) fn relatives_without_a_word(edit: &mut Edit<'_>) {
    for verb in 3..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.relation(verb) != Relation::Advcl || !matches!(tree.tag(verb), PennTag::VBD | PennTag::VBZ | PennTag::VBP | PennTag::VBN) {
            continue;
        }
        let first = tree.subtree_range(verb).start;
        let that = tree.lemma(first) == "that" && tree.relation(first) == Relation::Obj && tree.head(first) == Some(verb);
        let complete = tree.children(verb).any(|child| match tree.relation(child) {
            Relation::Obj => !(that && child == first),
            Relation::Mark | Relation::Ccomp | Relation::Xcomp | Relation::AuxPass | Relation::Cop | Relation::NsubjPass => true,
            _ => false,
        });
        let opens = |subject: usize| that || subject == first && tree.tag(subject) == PennTag::PRP;
        let own = tree.child_with(verb, Relation::Nsubj).is_some_and(opens);
        let object = tree
            .head(verb)
            .filter(|_| own && !complete)
            .and_then(|head| tree.child_with(head, Relation::Obj))
            .filter(|&object| object < first && tree.subtree_range(object).end == first && tree.tag(object) != PennTag::PRP);
        if let Some(object) = object {
            edit.hang(verb, object, Relation::AclRelcl);
        }
    }
}
