//! Mends of noun phrases.

use super::{Edit, is_time};
use crate::claim::clause::{has_to, is_noun, is_passive, is_verb, preposition, row_of};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Control, Frame, Part, Role};
use crate::gazetteer::word_sets::{ClassSet, FunctionSet};
use crate::syntax::{PennTag, Relation};

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

/// "received an urgent *directive*": a word that can be a noun, with an article of its own and nothing behind it that it could
/// stand before, is one.
pub(super) fn nouns_taken_for_adjectives(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for word in 1..edit.tree.len() {
        let tree = &*edit.tree;
        let heads = matches!(tree.relation(word), Relation::Obj | Relation::Obl | Relation::Nmod | Relation::Nsubj | Relation::NsubjPass);
        if tree.tag(word) == PennTag::JJ
            && heads
            && tree.child_with(word, Relation::Det).is_some_and(|article| article < word)
            && gazetteers.predicates.get(Part::Noun, tree.lemma(word)).is_some()
        {
            edit.tree.tags[word] = PennTag::NN;
            edit.changed = true;
        }
    }
}

/// "left Peru *with 12 dead*": words with a preposition are no complement of the verb.
pub(super) fn phrases_taken_for_complements(edit: &mut Edit<'_>) {
    for word in 2..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.relation(word) != Relation::Xcomp || tree.tag(word) != PennTag::JJ {
            continue;
        }
        let first = tree.subtree_range(word).start;
        let opens = |token: usize| tree.relation(token) == Relation::Case && tree.lemma(token) == "with";
        let number = word - 1;
        if first < word && opens(first) {
            edit.tree.relations[word] = Relation::Obl;
            edit.changed = true;
        } else if first == word && tree.tag(number) == PennTag::CD && opens(tree.subtree_range(number).start) {
            edit.hang(word, number, Relation::Acl);
        }
    }
}

/// "between Ana Torres *and Otto Lind*": a name behind "and" is no part of the one before it.
pub(super) fn names_joined_by_and(edit: &mut Edit<'_>) {
    for name in 2..edit.tree.len() {
        let tree = &*edit.tree;
        let Some(first) = tree.head(name).filter(|&first| first < name && tree.relation(name) == Relation::Flat) else { continue };
        let own = tree.subtree_range(name);
        let conjunction = (first + 1..name).find(|&token| tree.relation(token) == Relation::Cc && token >= own.start);
        if let Some(conjunction) = conjunction {
            edit.hang(name, first, Relation::Conj);
            edit.hang(conjunction, name, Relation::Cc);
        }
    }
}

/// "Torres and Otto *Lind*": what stands right behind a member of a list that is a name is its last part.
pub(super) fn last_names_taken_for_members(edit: &mut Edit<'_>) {
    for last in 2..edit.tree.len() {
        let tree = &*edit.tree;
        let first = last - 1;
        let is_member = |token: usize| tree.relation(token) == Relation::Conj && tree.tag(token).is_proper();
        let both = is_member(last) && is_member(first) && tree.head(first) == tree.head(last);
        if both && tree.children(last).all(|child| child > last) {
            edit.hang(last, first, Relation::Flat);
        }
    }
}

/// "written by Ann Lee *of the City Council*": what "of" begins right behind whoever does it is theirs.
pub(super) fn phrases_of_the_agent(edit: &mut Edit<'_>) {
    for phrase in 3..edit.tree.len() {
        let tree = &*edit.tree;
        if !matches!(tree.relation(phrase), Relation::OblAgent | Relation::Obl) || !is_noun(tree.tag(phrase)) {
            continue;
        }
        let first = tree.subtree_range(phrase).start;
        let of = preposition(tree, phrase).is_some_and(|case| case == first && tree.lemma(case) == "of");
        let Some(verb) = tree.head(phrase).filter(|_| of) else { continue };
        let agent = tree.children(verb).find(|&agent| {
            tree.relation(agent) == Relation::OblAgent
                && agent < first
                && is_noun(tree.tag(agent))
                && tree.subtree_range(agent).end == first
        });
        if let Some(agent) = agent {
            edit.hang(phrase, agent, Relation::Nmod);
        }
    }
}

/// "held anyone who harms a guest *responsible*": what somebody is held to be belongs to the verb, however long the object is.
pub(super) fn complements_of_hold(edit: &mut Edit<'_>) {
    for word in 2..edit.tree.len() {
        let tree = &*edit.tree;
        if !matches!(tree.lemma(word), "accountable" | "responsible" | "liable") || tree.relation(word) == Relation::Root {
            continue;
        }
        // "held those *responsible for it* in jail": with an object behind it, the adjective is a noun's.
        let last = word + 1 == tree.len() || !is_noun(tree.tag(word + 1));
        let hold = std::iter::successors(tree.head(word), |&at| tree.head(at)).find(|&at| at < word && tree.lemma(at) == "hold");
        let hold = hold
            .filter(|&hold| last && is_verb(tree.tag(hold)) && tree.child_with(hold, Relation::Obj).is_some_and(|object| object < word));
        if let Some(hold) = hold.filter(|&hold| {
            tree.child_with(word, Relation::Cop).is_none()
                && !tree.children(word).any(|child| child < word && tree.relation(child).is_subject())
                && tree.head(word) != Some(hold)
        }) {
            edit.hang(word, hold, Relation::Xcomp);
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

/// "denounced attempts by Peru *to close the port*": an infinitive right behind a noun of plans with whose they are is what is planned.
pub(super) fn infinitives_of_plans(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for infinitive in 1..edit.tree.len() {
        let tree = &*edit.tree;
        if !matches!(tree.relation(infinitive), Relation::Advcl | Relation::Xcomp) || !has_to(tree, infinitive) {
            continue;
        }
        let Some(verb) = tree.head(infinitive).filter(|&verb| verb < infinitive) else { continue };
        let first = tree.subtree_range(infinitive).start;
        let plan = tree.children(verb).find(|&noun| is_noun(tree.tag(noun)) && noun < first && tree.subtree_range(noun).end == first);
        let planned = plan.filter(|&noun| {
            row_of(tree, gazetteers, noun).filter(|row| row.control == Control::Subject && row.complement.is_some()).is_some_and(|row| {
                let owner = |child: usize| {
                    preposition(tree, child).is_some_and(|case| case > noun && row.role(tree.lemma(case)) == Some(Role::Actor))
                };
                tree.children(noun).any(owner)
            })
        });
        if let Some(noun) = planned {
            edit.hang(infinitive, noun, Relation::Acl);
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

/// "came under attack in recent days *from Lind*": nobody is part of the time that they are named behind.
pub(super) fn names_hung_on_a_time(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for name in 3..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.relation(name) != Relation::Nmod || !tree.tag(name).is_proper() || is_time(tree, gazetteers, name) {
            continue;
        }
        let by = preposition(tree, name).is_some_and(|case| matches!(tree.lemma(case), "from" | "by" | "with" | "against"));
        let time = tree.head(name).filter(|&time| by && time < name && is_time(tree, gazetteers, time));
        let Some(time) = time.filter(|&time| preposition(tree, time).is_some()) else { continue };
        let Some(above) = tree.head(time).filter(|&above| above < time) else { continue };
        let relation = if is_noun(tree.tag(above)) { Relation::Nmod } else { Relation::Obl };
        edit.hang(name, above, relation);
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

/// "a ban *on sailors entering* Chad", not "an attack on sailors killing two": what people do stands right behind them.
pub(super) fn participles_of_the_nearer_person(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for participle in 3..edit.tree.len() {
        let tree = &*edit.tree;
        if tree.tag(participle) != PennTag::VBG || tree.relation(participle) != Relation::Acl {
            continue;
        }
        let first = tree.subtree_range(participle).start;
        let near = first.saturating_sub(1);
        if tree.tag(first) == PennTag::Comma {
            continue;
        }
        let person =
            |noun: usize| tree.tag(noun) == PennTag::NNPS || gazetteers.noun_classes.kind(tree.lemma(noun)) == Some(NounKind::Person);
        let Some(far) = tree.head(participle).filter(|&far| far < near && is_noun(tree.tag(far)) && !person(far)) else { continue };
        let plural = matches!(tree.tag(near), PennTag::NNS | PennTag::NNPS) && person(near);
        let of_noun = tree.relation(near) == Relation::Nmod && tree.head(near) == Some(far);
        let harms = row_of(tree, gazetteers, participle).is_some_and(|row| gazetteers.word_sets.has(ClassSet::Harmful, &row.class));
        if plural && of_noun && !harms {
            edit.hang(participle, near, Relation::Acl);
        }
    }
}

/// "resulted in the death of a woman, *with six others sustaining wounds*": what befell others meanwhile is a clause of its
/// own beside the verb.
pub(super) fn clauses_behind_with(edit: &mut Edit<'_>) {
    for noun in 4..edit.tree.len() {
        let tree = &*edit.tree;
        let hung = matches!(tree.relation(noun), Relation::Nmod | Relation::Obl)
            && preposition(tree, noun).is_some_and(|case| tree.lemma(case) == "with");
        let first = tree.subtree_range(noun).start;
        let parted = || tree.tag(first) == PennTag::Comma;
        let told = || {
            tree.children(noun)
                .find(|&child| tree.relation(child) == Relation::Acl && matches!(tree.tag(child), PennTag::VBG | PennTag::VBN))
        };
        let Some(participle) = told().filter(|&participle| participle > noun && hung && parted()) else { continue };
        let verb = std::iter::successors(tree.head(noun), |&at| tree.head(at)).find(|&at| is_verb(tree.tag(at)));
        if let (Some(verb), Some(case)) = (verb.filter(|&verb| verb < noun), preposition(tree, noun)) {
            let subject = if tree.tag(participle) == PennTag::VBN { Relation::NsubjPass } else { Relation::Nsubj };
            edit.hang(participle, verb, Relation::Advcl);
            edit.hang(noun, participle, subject);
            edit.hang(case, participle, Relation::Mark);
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
