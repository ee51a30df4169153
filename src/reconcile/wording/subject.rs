//! Where the subject of what one statement denies stands in the other, in the same role.

use super::alike::{alike, covers};
use super::matter::{Matter, is_identity};
use super::phrase::{is_called, is_in_core, undergoer};
use super::reading::{Kind, Reading};
use crate::claim::clause::{Argument, Slot, preposition};
use crate::gazetteer::lexical_relations::WordingCue;
use crate::syntax::{PennTag, Relation};

/// Where the subject of what is denied stands in the other statement, in the same role.
pub(super) fn subject_in(n: &Reading<'_>, index: usize, matter: Matter, subject: usize, a: &Reading<'_>, found: usize) -> Option<usize> {
    let same = |other: &usize| covers(&n.words[subject], &a.words[*other]) > 0 && a.ends_name(*other, n, subject);
    let is_noun = a.tree.tag(found).is_noun();
    // "a musician and *artist*": what is coordinated with the predicate is said of the same subject.
    let mut says = found;
    while let Some(head) =
        a.tree.head(says).filter(|&head| is_noun && (a.tree.relation(says) == Relation::Conj || a.tree.lemma(head) == "one"))
    {
        says = head;
    }
    // "implants have no *advantages*", "implants offer *advantages*"
    let relative = a.tree.child_with(says, Relation::AclRelcl).filter(|_| matter.light && !matter.as_noun && subject != matter.head);
    let of_verb = matter.light && (a.tree.relation(says) == Relation::Obj || relative.is_some());
    let verb = relative.or_else(|| a.tree.head(says).filter(|_| of_verb)).unwrap_or(says);
    // "designed, developed and made by them": what stands behind the last belongs to all.
    let first = a.tree.head(verb).filter(|_| a.tree.relation(verb) == Relation::Conj).unwrap_or(verb);
    let coordinated =
        a.tree.children(first).filter(|&other| a.tree.relation(other) == Relation::Conj).chain([first]).filter(|&other| other != verb);
    let shared = coordinated.flat_map(|other| a.arguments(other)).filter(|argument| argument.slot == Slot::Agent);
    // A finite verb has its own subject, or none that the tree found.
    let own = |argument: &&Argument| !argument.shared || a.tree.relation(verb) != Relation::Xcomp || !is_active(a, verb);
    let arguments: Vec<Argument> = a.arguments(verb).iter().filter(own).chain(shared).copied().collect();
    // "a company *with power*" has power.
    if matter.light
        && !matter.as_noun
        && let Some(owner) = a.tree.head(found).filter(|_| preposition(&a.tree, found).is_some_and(|case| a.tree.lemma(case) == "with"))
    {
        let beside = stands_for(a, owner);
        return (0..a.len()).filter(same).find(|&other| [Some(owner), beside].into_iter().flatten().any(|role| is_in_core(a, other, role)));
    }
    // "the *growth of plants*": the noun of a deed has with "of" what is done.
    if is_noun && !n.tree.tag(matter.head).is_noun() && n.clauses.clauses[index].passive {
        let done_to = a.tree.children(found).filter(|&child| preposition(&a.tree, child).is_some_and(|case| a.tree.lemma(case) == "of"));
        if let Some(other) = done_to.into_iter().find(same) {
            return Some(other);
        }
    }
    let copular = of_verb || a.tree.child_with(says, Relation::Cop).is_some();
    if !is_noun || copular {
        let passive = n.clauses.clauses[index].passive && !of_verb;
        // "The craft launched on Monday": a verb without an object can be a passive whose auxiliary was left out.
        let objectless = !arguments.iter().any(|argument| argument.slot == Slot::Object);
        // "Nobody died", "the storm killed four": of two words of one class, the one without an object is told of the other's.
        let undergoes = !passive
            && !a.words[found].is_phrase
            && undergoer(&n.clauses.clauses[index]).is_none()
            && n.words[matter.head].lemma != a.words[found].lemma
            && n.words[matter.head].class.is_some()
            && n.words[matter.head].class == a.words[found].class;
        let wanted = |slot: Slot| {
            if passive || undergoes {
                matches!(slot, Slot::Object | Slot::PassiveSubject) || (objectless && slot == Slot::Subject)
            } else {
                matches!(slot, Slot::Subject | Slot::Agent)
                    || (slot == Slot::PassiveSubject && (is_active(a, verb) || (matter.given && a.is_cue(verb, WordingCue::Giving))))
            }
        };
        let mut roles: Vec<usize> = arguments.iter().filter(|argument| wanted(argument.slot)).map(|argument| argument.head).collect();
        if roles.is_empty() && !passive && wanted(Slot::Subject) {
            // "*Opening the fair*, Lind praised the town": a participle before a clause has its subject.
            roles.extend(subject_of_participle(a, verb));
        }
        if roles.is_empty() {
            // "*drinking tea* protects": what is done with the tea is said of the tea.
            let deed = a.tree.children(verb).find(|&child| a.tree.relation(child).universal() == Relation::Csubj);
            roles.extend(deed.and_then(|deed| a.tree.child_with(deed, Relation::Obj)));
        }
        if !roles.is_empty() {
            let beside: Vec<usize> = roles.iter().filter_map(|&role| stands_for(a, role)).collect();
            return (0..a.len()).filter(same).find(|&other| {
                roles.iter().chain(&beside).any(|&role| is_in_core(a, other, role) || is_taken_up(n, subject, a, other, role))
            });
        }
        let other_role = arguments.iter().any(|argument| matches!(argument.slot, Slot::Subject | Slot::PassiveSubject));
        let before = || subject_before(a, found).filter(|_| !passive && !is_noun);
        return (0..a.len()).filter(same).find(|&other| !other_role && (a.distance(other, found) <= 1 || before() == Some(other)));
    }
    let nominal = is_identity(n, index, matter);
    // "was never *in Spain*", "a town *in Spain*"; "the president", "the *presidency* of"
    let loose = preposition(&n.tree, matter.head).is_some() && !matter.as_noun || n.words[matter.head].lemma != a.words[found].lemma;
    (0..a.len()).filter(same).find(|&other| {
        let near = a.distance(other, found) <= 1 || is_beside_event(a, found, other);
        if nominal {
            is_called(a, other, says) || is_beside(n, a, other, found) || (loose && a.distance(other, found) <= 1 && !a.is_loose(found))
        } else {
            near
        }
    })
}

/// "The last guards left in May": a past tense without an auxiliary is no passive, nor is a verb with an object, whatever the tree calls
/// its subject.
fn is_active(a: &Reading<'_>, verb: usize) -> bool {
    let finite = a.tree.tag(verb).is_finite();
    (finite || a.tree.child_with(verb, Relation::Obj).is_some()) && a.tree.child_with(verb, Relation::AuxPass).is_none()
}

/// Of whom a participle beside a clause is said.
pub(super) fn subject_of_participle(a: &Reading<'_>, verb: usize) -> Option<usize> {
    let beside =
        a.tree.tag(verb) == PennTag::VBG && a.tree.relation(verb) == Relation::Advcl && a.tree.child_with(verb, Relation::Mark).is_none();
    let main = a.tree.head(verb).filter(|_| beside)?;
    a.tree.children(main).find(|&child| matches!(a.tree.relation(child), Relation::Nsubj | Relation::NsubjPass))
}

/// A property is told of a thing within so many steps.
const NEAR_PROPERTY: usize = 4;
/// and an event of who takes part in it.
const NEAR_EVENT: usize = 2;

/// Where the subject stands by a property or the noun of an event that has no subject of its own: "the *ferries* that use the canal are
/// slow ones, much *slower* than buses", "the *attacks* of last night on two *farms*".
pub(super) fn loosely_in(n: &Reading<'_>, index: usize, matter: Matter, subject: usize, a: &Reading<'_>, found: usize) -> Option<usize> {
    let is_of_none = !a.arguments(found).iter().any(|argument| matches!(argument.slot, Slot::Subject | Slot::PassiveSubject | Slot::Agent));
    // "beside an *old* church": what stands before a noun is said of this one.
    let property = n.words[matter.head].kind == Kind::Adjective
        && matches!(a.words[found].kind, Kind::Adjective | Kind::Verb)
        && a.tree.relation(found) != Relation::Amod;
    let event = n.words[matter.head].kind == Kind::Verb
        && !is_identity(n, index, matter)
        && a.words[found].kind == Kind::Noun
        && a.words[found].class.is_some();
    // "the construction *of the tower*", "his attack": who took part in it is said.
    let passive = n.clauses.clauses[index].passive;
    let taken = || {
        a.tree.children(found).any(|child| match a.tree.relation(child) {
            Relation::NmodPoss | Relation::Amod => a.words[child].country.is_some() || a.tree.relation(child) == Relation::NmodPoss,
            Relation::Nmod | Relation::Obl => {
                preposition(&a.tree, child).is_some_and(|case| a.tree.lemma(case) == if passive { "of" } else { "by" })
            }
            _ => false,
        })
    };
    let within = if property {
        NEAR_PROPERTY
    } else if event && !taken() {
        NEAR_EVENT
    } else {
        return None;
    };
    let same = |other: &usize| covers(&n.words[subject], &a.words[*other]) > 0 && a.ends_name(*other, n, subject);
    let place = (0..a.len()).filter(same).min_by_key(|&other| a.distance(other, found))?;
    (is_of_none && a.distance(place, found) <= within).then_some(place)
}

/// "… when hooded *thieves* robbed the mill": the noun right before a finite verb that has no subject in the tree.
fn subject_before(a: &Reading<'_>, verb: usize) -> Option<usize> {
    let finite = a.tree.tag(verb).is_finite();
    let before = (0..verb).rev().find(|&token| {
        !matches!(a.tree.tag(token), PennTag::RB | PennTag::MD) && !matches!(a.tree.relation(token), Relation::Aux | Relation::AuxPass)
    })?;
    (finite && a.tree.tag(before).is_noun()).then_some(before)
}

/// "an ethnic group of people *who live there*": of whom it is said, where a role is part of what the sentence says that somebody is.
fn stands_for(a: &Reading<'_>, role: usize) -> Option<usize> {
    let mut at = role;
    for _ in 0..a.len() {
        if a.tree.child_with(at, Relation::Cop).is_some() {
            let clause = &a.clauses.clauses[a.clauses.owner[at]];
            return clause.subject().map(|subject| subject.head).filter(|&subject| clause.head() == at && subject != role);
        }
        let of = preposition(&a.tree, at).is_some_and(|case| a.tree.lemma(case) == "of");
        at = a.tree.head(at).filter(|_| of && a.tree.relation(at) == Relation::Nmod)?;
    }
    None
}

/// "*Lind* said that *he* had left", "replace *transistors*, as *they* replaced valves": a pronoun in the role takes up what was named
/// before it.
fn is_taken_up(n: &Reading<'_>, subject: usize, a: &Reading<'_>, other: usize, role: usize) -> bool {
    if a.tree.tag(role) != PennTag::PRP || other > role {
        return false;
    }
    let is_name = n.words[subject].kind == Kind::Name;
    let plural = matches!(a.tree.tag(other), PennTag::NNS | PennTag::NNPS);
    (a.is_cue(role, WordingCue::OfPerson) && is_name)
        || (a.is_cue(role, WordingCue::OfSeveral) && plural)
        || (a.is_cue(role, WordingCue::OfThing) && !plural && !n.words[subject].is_person)
}

/// "A crack was found *in the dam*": the noun of an event and what its verb is said of, where the verb only says
/// that the event was there.
fn is_beside_event(a: &Reading<'_>, event: usize, other: usize) -> bool {
    a.tree.head(event).is_some_and(|verb| {
        a.tree.relation(event).is_subject() && a.tree.head(other) == Some(verb) && a.is_cue(verb, WordingCue::Happening)
    })
}

/// How many tokens stand between a name and the noun beside it at most.
const BESIDE: usize = 6;

/// Whether a name and a noun stand beside each other as in "Doctors Abroad, the aid organization" or "the rebel group FARC",
/// whatever the tree makes of it: between them only what belongs to the noun, or what the other statement says of it too.
fn is_beside(n: &Reading<'_>, a: &Reading<'_>, name: usize, noun: usize) -> bool {
    if a.words[name].kind != Kind::Name {
        return false;
    }
    let (first, last) = (name.min(noun), name.max(noun));
    let next_is = |token: usize, wanted: &dyn Fn(usize) -> bool| token + 1 < a.len() && wanted(token + 1);
    // "the minister Peres" is Peres, "the lawyer of Peres" and "Peres's lawyer" are not.
    let other_name = next_is(noun, &|next| next != name && a.words[next].kind == Kind::Name && name < noun);
    let owner = next_is(name, &|next| a.tree.tag(next) == PennTag::POS);
    if last - first > BESIDE || other_name || owner {
        return false;
    }
    let known = |token: usize| n.words.iter().any(|word| alike(word, &a.words[token]) > 0);
    let mut commas = 0;
    ((first + 1)..last).all(|token| {
        commas += usize::from(a.tree.tag(token) == PennTag::Comma);
        let small = matches!(
            a.tree.tag(token),
            PennTag::DT | PennTag::PRPS | PennTag::Comma | PennTag::OpenQuote | PennTag::CloseQuote | PennTag::POS
        );
        let of_noun = name < noun && matches!(a.words[token].kind, Kind::Adjective | Kind::Noun | Kind::Number) && commas > 0;
        let of_name = name > noun && a.words[token].kind == Kind::Name && a.tree.tag(token).is_proper();
        commas <= 1 && (small || of_noun || of_name || known(token))
    })
}
