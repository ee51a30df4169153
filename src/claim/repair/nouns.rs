//! Mends of noun phrases.

use super::Edit;
use crate::claim::clause::{is_noun, is_passive, is_verb, preposition, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Frame, Part};
use crate::gazetteer::word_sets::FunctionSet;
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::{Mention, MentionKind};

/// "in the view *of Minister Ana Torres*": the preposition or the "and" before a title and a name is the name's, which heads them.
pub(super) fn prepositions_hung_on_a_title(edit: &mut Edit<'_>) {
    for word in 0..edit.tree.len() {
        let tree = &*edit.tree;
        if !matches!(tree.relation(word), Relation::Case | Relation::Cc) || tree.tag(word) == PennTag::POS {
            continue;
        }
        let title = tree.head(word).filter(|&title| title > word && tree.relation(title) == Relation::NmodDesc);
        let first = |title: usize| tree.children(title).all(|child| child >= word);
        if let Some(name) = title.filter(|&title| first(title)).and_then(|title| tree.head(title).filter(|&name| name > title)) {
            let relation = tree.relation(word);
            edit.hang(word, name, relation);
        }
    }
}

/// "a meeting between Torres and *President Otto Lind*": a part of a name with an "and" of its own is another one, and what goes on
/// from it right behind is its last part.
pub(super) fn members_taken_for_part_of_a_name(edit: &mut Edit<'_>) {
    for member in 2..edit.tree.len() {
        let tree = &*edit.tree;
        let Some(head) = tree.head(member).filter(|&head| head < member && tree.tag(member).is_proper()) else { continue };
        let coordinated = tree.child_with(member, Relation::Cc).is_some_and(|and| and < member);
        if tree.relation(member) == Relation::Flat && coordinated && tree.child_with(member, Relation::NmodDesc).is_some() {
            edit.tree.relations[member] = Relation::Conj;
            edit.changed = true;
            continue;
        }
        // "Torres and Otto *Lind*"
        let first = member - 1;
        let both = tree.relation(member) == Relation::Conj && tree.relation(first) == Relation::Conj && tree.head(first) == Some(head);
        if both && tree.tag(first).is_proper() && !coordinated && tree.children(member).all(|child| child > member) {
            edit.hang(member, first, Relation::Flat);
        }
    }
}

/// "called for *negotiations with nine nations*", "denounced *the removal of 70 sailors to Yemen*": a phrase right after a noun that
/// names what happens is the noun's, where the table gives the noun a place for its preposition and the verb has none.
pub(super) fn arguments_of_event_nouns(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for phrase in 1..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.relation(phrase) != Relation::Obl || !is_noun(tree.tag(phrase)) {
            continue;
        }
        let Some(verb) = tree.head(phrase).filter(|&verb| verb < phrase && is_verb(tree.tag(verb))) else { continue };
        let Some(case) = preposition(tree, phrase).filter(|&case| case < phrase) else { continue };
        let first = tree.subtree_range(phrase).start;
        let event = tree.children(verb).find(|&noun| {
            matches!(tree.relation(noun), Relation::Obj | Relation::Obl)
                && is_noun(tree.tag(noun))
                && noun < first
                && tree.subtree_range(noun).end == first
        });
        let Some(event) = event else { continue };
        let Some(row) = row_of(tree, gazetteers, event).filter(|row| row.frame == Frame::Event) else { continue };
        let word = tree.lemma(case);
        let of_verb = row_of(tree, gazetteers, verb);
        let free = tree.relation(event) == Relation::Obl || of_verb.is_none_or(|row| row.role(word).is_none());
        let light = of_verb.is_some_and(|row| row.frame == Frame::Light);
        if row.role(word).is_some() && free && !light {
            edit.hang(phrase, event, Relation::Nmod);
        }
    }
}

/// "the council removed *Otto Lind* from his post": a name right behind an active verb that takes an object is that, no complement.
pub(super) fn names_taken_for_complements(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for name in 1..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.relation(name) != Relation::Xcomp || !tree.tag(name).is_proper() {
            continue;
        }
        let Some(verb) = tree.head(name).filter(|&verb| verb < name && is_verb(tree.tag(verb)) && !is_passive(tree, verb)) else {
            continue;
        };
        let takes_object = row_of(tree, gazetteers, verb)
            .is_some_and(|row| row.frame == Frame::Plain && &*row.class != "be" && row.role("object").is_some());
        let own = |child: usize| matches!(tree.relation(child), Relation::Cop | Relation::Mark | Relation::Case | Relation::Nsubj);
        let near = tree.subtree_range(name).start == verb + 1;
        if takes_object && near && tree.child_with(verb, Relation::Obj).is_none() && !tree.children(name).any(own) {
            edit.hang(name, verb, Relation::Obj);
        }
    }
}

/// "met by *Ambassador Extraordinary* Ann Lee": a word of a title that the tree took for a verb's complement belongs to the title.
pub(super) fn titles_cut_by_a_verb(edit: &mut Edit<'_>, mentions: &[Mention]) {
    for mention in mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Official(_))) {
        let tokens = edit.tree.tokens_in(mention.span);
        let outside: Vec<usize> =
            tokens.clone().filter(|&token| edit.tree.head(token).is_some_and(|head| !tokens.contains(&head))).collect();
        let Some(&first) = outside.iter().find(|&&token| is_noun(edit.tree.tag(token)) && !edit.tree.relation(token).is_clausal()) else {
            continue;
        };
        for &token in outside.iter().filter(|&&token| token > first) {
            if edit.tree.relation(token) == Relation::Xcomp
                && is_noun(edit.tree.tag(token))
                && edit.tree.head(token) == edit.tree.head(first)
            {
                edit.hang(token, first, Relation::Flat);
            }
        }
    }
}

/// "found *Maria Lopez with wounds*": no part of a compound has a preposition between itself and its head; the name heads the phrase.
pub(super) fn compounds_across_a_preposition(edit: &mut Edit<'_>) {
    for part in 0..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.relation(part) != Relation::Compound || !is_noun(tree.tag(part)) {
            continue;
        }
        let Some(noun) = tree.head(part).filter(|&noun| noun > part && is_noun(tree.tag(noun))) else { continue };
        // The preposition was hung on the name or on one of its words.
        let case = (part + 1..noun).find(|&token| {
            tree.relation(token) == Relation::Case
                && tree.tag(token) == PennTag::IN
                && tree.head(token).is_some_and(|head| (part..token).contains(&head))
        });
        let Some(case) = case else { continue };
        let before: Vec<usize> = tree.children(noun).filter(|&child| child < part).collect();
        edit.swap(noun, part, Relation::Nmod);
        edit.hang(case, noun, Relation::Case);
        edit.move_to(before, part);
        let inside: Vec<usize> =
            (case + 1..noun).filter(|&token| edit.tree.head(token).is_some_and(|head| (part..case).contains(&head))).collect();
        for token in inside {
            let relation = edit.tree.relation(token);
            edit.hang(token, noun, relation);
        }
    }
}

/// "found *17-year-old Ann Lee* hurt": the name heads its age, which the tree took for the head.
pub(super) fn ages_taken_for_heads(edit: &mut Edit<'_>) {
    for old in 2..edit.tree.len() {
        let tree = &*edit.tree;
        let age = tree.lemma(old) == "old" && matches!(tree.lemma(old - 1), "-" | "year" | "month");
        if !age {
            continue;
        }
        let name = tree.children(old).find(|&child| {
            child == old + 1
                && is_noun(tree.tag(child))
                && matches!(tree.relation(child), Relation::Compound | Relation::Flat | Relation::Appos | Relation::Obj)
        });
        let Some(name) = name else { continue };
        let verb = tree.head(old).filter(|&verb| is_verb(tree.tag(verb)));
        edit.swap(old, name, Relation::Amod);
        if edit.tree.relation(name) == Relation::Amod && verb.is_some_and(|verb| verb < old) {
            edit.tree.relations[name] = Relation::Obj;
        }
        let moved: Vec<usize> = edit
            .tree
            .children(old)
            .filter(|&child| {
                let relation = edit.tree.relation(child);
                child > old || relation.is_subject() || matches!(relation, Relation::Cop | Relation::Case | Relation::Mark | Relation::Cc)
            })
            .collect();
        edit.move_to(moved, name);
    }
}

/// "a late-night *stabbing that hurt three*": a gerund behind a determiner that names an event and has no object is the noun.
pub(super) fn events_taken_for_participles(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for event in 2..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.tag(event) != PennTag::VBG || tree.relation(event) != Relation::Acl {
            continue;
        }
        let Some(before) = tree.head(event).filter(|&before| before + 1 == event) else { continue };
        let word = tree.lemma(event).to_owned() + "ing";
        let names_event = gazetteers.predicates.get(Part::Noun, &word).is_some_and(|row| row.frame == Frame::Event);
        // "a deadly nightclub *shooting that* killed one": only a noun has a relative clause with "that".
        let relative = || event + 1 < tree.len() && tree.tag(event + 1) == PennTag::WDT;
        let determined = tree.tag(before - 1) == PennTag::DT || tree.tag(before) == PennTag::DT || relative();
        let verbal = tree.children(event).any(|child| matches!(tree.relation(child), Relation::Obj | Relation::Aux | Relation::Xcomp));
        if !names_event || !determined || verbal {
            continue;
        }
        edit.swap(before, event, Relation::Compound);
        edit.tree.tags[event] = PennTag::NN;
        let moved: Vec<usize> = edit.tree.children(before).filter(|&child| child != event).collect();
        edit.move_to(moved, event);
    }
}

/// "a trader *from Damascus who survived*": "who" takes up the person, not the place that the person is from.
pub(super) fn persons_taken_for_their_place(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 0..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.relation(verb) != Relation::AclRelcl {
            continue;
        }
        let who = tree.children(verb).any(|child| tree.relation(child).is_subject() && tree.lemma(child) == "who");
        let Some(place) = tree.head(verb).filter(|&place| who && tree.tag(place) == PennTag::NNP) else { continue };
        let from = preposition(tree, place).is_some_and(|case| gazetteers.word_sets.has(FunctionSet::Home, tree.lemma(case)));
        let Some(person) = tree.head(place).filter(|&person| from && tree.relation(place) == Relation::Nmod && is_noun(tree.tag(person)))
        else {
            continue;
        };
        let somebody = gazetteers.noun_classes.kind(tree.lemma(person)) == Some(NounKind::Person)
            || matches!(tree.tag(person), PennTag::NNP)
            || tree.lemma(person).ends_with("-old");
        if somebody {
            edit.hang(verb, person, Relation::AclRelcl);
        }
    }
}

/// "sent *the matter to Ambassador Lee*": a name under "to" is the receiver, where the table gives the verb one and the noun none.
pub(super) fn receivers_hung_on_the_object(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for receiver in 2..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.relation(receiver) != Relation::Nmod || !matches!(tree.tag(receiver), PennTag::NNP | PennTag::PRP) {
            continue;
        }
        let to = preposition(tree, receiver).is_some_and(|case| tree.lemma(case) == "to");
        let Some(object) = tree.head(receiver).filter(|&object| to && object < receiver && tree.relation(object) == Relation::Obj) else {
            continue;
        };
        let Some(verb) = tree.head(object).filter(|&verb| is_verb(tree.tag(verb)) && verb < object) else { continue };
        let takes = row_of(tree, gazetteers, verb).is_some_and(|row| row.role("to").is_some());
        if takes && row_of(tree, gazetteers, object).is_none_or(|row| row.role("to").is_none()) {
            edit.hang(receiver, verb, Relation::Obl);
        }
    }
}

/// "identified the driver *as Otto* Lind": a noun that hangs on its preposition, which hangs on something behind; the preposition is the
/// noun's, the noun goes with what stands before them.
pub(super) fn nouns_hung_on_their_preposition(edit: &mut Edit<'_>) {
    for noun in 2..edit.tree.len() {
        let tree = &*edit.tree;
        let relation = tree.relation(noun);
        let Some(case) = tree.head(noun).filter(|&case| case < noun && tree.relation(case) == Relation::Case) else { continue };
        if !matches!(relation, Relation::Obl | Relation::Nmod) || !is_noun(tree.tag(noun)) || tree.subtree_range(noun).start != case + 1 {
            continue;
        }
        let own = tree.head(case).filter(|&head| head < case && (is_verb(tree.tag(head)) || is_noun(tree.tag(head))));
        let noun_before = case.checked_sub(1).filter(|&before| relation == Relation::Nmod && is_noun(tree.tag(before)));
        let verb_before = || {
            (0..case).rev().find(|&token| is_verb(tree.tag(token)) && !matches!(tree.relation(token), Relation::Aux | Relation::AuxPass))
        };
        let Some(head) = own.or(noun_before).or_else(verb_before) else { continue };
        edit.hang(noun, head, relation);
        edit.hang(case, noun, Relation::Case);
    }
}

/// "identified the driver *as Otto Lind*": what somebody is taken for goes with the verb that takes them for it.
pub(super) fn roles_hung_on_the_object(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for taken in 3..edit.tree.len() {
        let tree = &*edit.tree;
        if !matches!(tree.relation(taken), Relation::Nmod | Relation::Obl)
            || !preposition(tree, taken).is_some_and(|case| tree.lemma(case) == "as" && case < taken)
        {
            continue;
        }
        // "identified the man *killed as* Otto Lind": no killing as anybody.
        let above = tree.head(taken).map(|head| match tree.relation(head) {
            Relation::Acl
                if tree.tag(head) == PennTag::VBN && row_of(tree, gazetteers, head).is_none_or(|row| row.role("as").is_none()) =>
            {
                tree.head(head).unwrap_or(head)
            }
            _ => head,
        });
        let Some(object) = above.filter(|&object| tree.relation(object) == Relation::Obj) else { continue };
        let Some(verb) = tree.head(object).filter(|&verb| is_verb(tree.tag(verb)) && verb < object) else { continue };
        let takes = row_of(tree, gazetteers, verb).is_some_and(|row| row.role("as").is_some());
        if takes && row_of(tree, gazetteers, object).is_none_or(|row| row.role("as").is_none()) {
            edit.hang(taken, verb, Relation::Obl);
        }
    }
}

/// "she and *her allies*": a possessive pronoun before a noun is the noun's, whatever it was hung on.
pub(super) fn possessives_taken_for_members(edit: &mut Edit<'_>) {
    for pronoun in 0..edit.tree.len().saturating_sub(1) {
        let tree = &*edit.tree;
        if tree.tag(pronoun) != PennTag::PRPS || tree.relation(pronoun) == Relation::NmodPoss {
            continue;
        }
        let inside = |token: usize| {
            matches!(tree.tag(token), PennTag::JJ | PennTag::JJR | PennTag::JJS | PennTag::CD | PennTag::VBN | PennTag::VBG)
                || tree.relation(token) == Relation::Compound
        };
        let Some(noun) = (pronoun + 1..tree.len()).find(|&token| !inside(token)) else { continue };
        let links: Vec<usize> = tree.children(pronoun).collect();
        if is_noun(tree.tag(noun))
            && tree.head(noun) != Some(pronoun)
            && links.iter().all(|&link| matches!(tree.relation(link), Relation::Cc | Relation::Case | Relation::Punct))
        {
            edit.move_to(links, noun);
            edit.hang(pronoun, noun, Relation::NmodPoss);
        }
    }
}

/// "repaints *that bridge*": behind a verb that has its subject, a noun with "that" and no verb of its own is the object.
pub(super) fn objects_taken_for_subjects(edit: &mut Edit<'_>) {
    for noun in 2..edit.tree.len() {
        let tree = &*edit.tree;
        if !tree.relation(noun).is_subject() || !matches!(tree.tag(noun), PennTag::NN | PennTag::NNP) || tree.lemma(noun - 1) != "that" {
            continue;
        }
        let Some(verb) = tree.head(noun).filter(|&verb| verb + 2 == noun && is_verb(tree.tag(verb))) else { continue };
        let has_subject = tree.children(verb).any(|child| child < verb && tree.relation(child).is_subject());
        let has_object = tree.child_with(verb, Relation::Obj).is_some();
        if has_subject && !has_object {
            edit.hang(noun, verb, Relation::Obj);
            edit.hang(noun - 1, noun, Relation::Det);
        }
    }
}

/// "an analysis *of funds that have* grown": the verb agrees with the nearer noun of the two, and does not with the farther.
pub(super) fn relatives_that_agree_with_the_nearer_noun(edit: &mut Edit<'_>) {
    for verb in 3..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.relation(verb) != Relation::AclRelcl {
            continue;
        }
        let Some(far) = tree.head(verb).filter(|&far| far < verb && is_noun(tree.tag(far))) else { continue };
        let Some(word) = tree.children(verb).find(|&child| child < verb && tree.relation(child).is_subject()) else { continue };
        if !matches!(tree.tag(word), PennTag::WDT | PennTag::WP) {
            continue;
        }
        let finite = tree.children(verb).find(|&child| {
            matches!(tree.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop) && tree.tag(child).is_finite()
        });
        let plural_verb = match tree.tag(finite.unwrap_or(verb)) {
            PennTag::VBP => true,
            PennTag::VBZ => false,
            _ => continue,
        };
        let plural = |noun: usize| matches!(tree.tag(noun), PennTag::NNS | PennTag::NNPS);
        let listed = |noun: usize| tree.children(noun).any(|child| tree.relation(child) == Relation::Conj);
        let near = tree.children(far).rfind(|&near| {
            near > far
                && near < verb
                && tree.relation(near) == Relation::Nmod
                && is_noun(tree.tag(near))
                && tree.subtree_range(near).end == tree.subtree_range(verb).start
        });
        let Some(near) = near else { continue };
        if plural(near) == plural_verb && plural(far) != plural_verb && !listed(far) && !listed(near) {
            edit.hang(verb, near, Relation::AclRelcl);
        }
    }
}

/// "*Peru* won't take any": a name right before a finite verb without a subject, and no comma between, is called by nobody; it acts.
pub(super) fn subjects_taken_for_calls(edit: &mut Edit<'_>) {
    for name in 0..edit.tree.len().saturating_sub(1) {
        let tree = &*edit.tree;
        if !matches!(tree.relation(name), Relation::Discourse | Relation::Vocative) || !is_noun(tree.tag(name)) {
            continue;
        }
        let next = tree.subtree_range(name).end;
        if next >= tree.len() || !tree.tag(next).is_finite_or_modal() {
            continue;
        }
        let helps = matches!(tree.relation(next), Relation::Aux | Relation::AuxPass | Relation::Cop);
        let Some(verb) = (if helps { tree.head(next) } else { Some(next) }) else { continue };
        let free = !tree.children(verb).any(|child| tree.relation(child).is_subject());
        if tree.head(name) == Some(verb) && free {
            let passive = tree.child_with(verb, Relation::AuxPass).is_some();
            edit.hang(name, verb, if passive { Relation::NsubjPass } else { Relation::Nsubj });
        }
    }
}
