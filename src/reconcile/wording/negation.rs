//! `wording/negated`: one statement says, in much the same words, that what the other says is not so.

use super::alike::{CLASS, DERIVED, alike, covers};
use super::matter::{Matter, core, is_identity, matters};
use super::phrase::{is_called, is_in_core};
use super::places::Places;
use super::reading::{Kind, Reading};
use super::sequence;
use super::subject::{loosely_in, subject_in};
use crate::claim::clause::{ClauseKind, preposition};
use crate::claim::model::Modality;
use crate::gazetteer::lexical_relations::WordingCue;
use crate::syntax::{PennTag, Relation};

/// What is denied stands in the other statement to this part, in hundredths.
const COVERED: u32 = 80;

/// A negation stands no more than so many tokens before the word that it denies.
const NEGATED_BEFORE: usize = 3;

/// A clause that one statement denies and the other affirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Denied {
    /// The word that carries what is denied.
    pub(super) negated: usize,
    /// The word that says it is so.
    pub(super) affirmed: usize,
    /// What part of the denied words the other statement has.
    pub(super) covered: u32,
    /// Of whom the one denies it and the other says it.
    pub(super) subjects: Option<(usize, usize)>,
}

/// What `negated` denies and `affirmed` affirms; `short` where both stand in articles of a few sentences.
pub(super) fn denied(negated: &Reading<'_>, affirmed: &Reading<'_>, short: bool) -> Option<Denied> {
    let pairs_lists = |reading: &Reading<'_>| (0..reading.len()).any(|token| reading.is_cue(token, WordingCue::Pairing));
    if deny_the_same(negated, affirmed) || pairs_lists(negated) || pairs_lists(affirmed) {
        return None;
    }
    let of_clauses = (0..negated.clauses.clauses.len()).filter_map(|clause| of_clause(negated, clause, affirmed, short));
    of_clauses.max_by_key(|denied| denied.covered).or_else(|| sequence::denied(negated, affirmed))
}

/// "No reports of injuries" in both: what the one denies the other denies too, whatever else it says.
fn deny_the_same(n: &Reading<'_>, a: &Reading<'_>) -> bool {
    let denied = |reading: &Reading<'_>| -> Vec<usize> {
        (0..reading.len())
            .filter(|&token| {
                reading
                    .tree
                    .children(token)
                    .any(|child| reading.tree.relation(child) == Relation::Det && reading.is_cue(child, WordingCue::NoneOf))
            })
            .collect()
    };
    let there = denied(a);
    !there.is_empty() && denied(n).iter().any(|&x| there.iter().any(|&y| alike(&n.words[x], &a.words[y]) > 0))
}

fn of_clause(n: &Reading<'_>, index: usize, a: &Reading<'_>, short: bool) -> Option<Denied> {
    let clause = &n.clauses.clauses[index];
    let mut standing = n.standings[index];
    if short && is_denied_by_speaker(n, index) {
        (standing.negated, standing.open) = (true, false);
    }
    // "the bills that she did not sign" are some of the bills; "Peru, which did not sign" is all of it.
    let told = match clause.kind {
        ClauseKind::Condition | ClauseKind::Infinitive | ClauseKind::Purpose => false,
        ClauseKind::Relative | ClauseKind::Participle => clause.antecedent.is_some_and(|noun| n.words[noun].kind == Kind::Name),
        _ => true,
    };
    if !standing.negated
        || standing.open
        || !told
        || !(matches!(standing.modality, Modality::Asserted | Modality::Planned) || (short && is_unable(n, index)))
    {
        return None;
    }
    if let Some(denied) = nationality(n, index, a).or_else(|| place_of_name(n, index, a)).filter(|_| short) {
        return Some(denied);
    }
    matters(n, index)
        .into_iter()
        .filter_map(|matter| {
            let core = core(n, index, matter);
            let candidates = (0..a.len()).filter(|&token| covers(&n.words[matter.head], &a.words[token]) >= CLASS);
            candidates.filter_map(|token| fit(n, index, matter, &core, a, token, short)).max_by_key(|denied| denied.covered)
        })
        .max_by_key(|denied| denied.covered)
}

/// "The crane *cannot* lift the boat": what is not possible is not so; what may not be can be.
fn is_unable(n: &Reading<'_>, index: usize) -> bool {
    let head = n.clauses.clauses[index].head();
    let able = |token: usize| n.is_cue(token, WordingCue::Ability);
    n.tree.children(head).any(|child| n.tree.relation(child) == Relation::Aux && able(child))
}

/// "The firm denied *that it had sold the mill*", "dismissed reports *that the dam leaks*": what somebody says is not so.
fn is_denied_by_speaker(n: &Reading<'_>, index: usize) -> bool {
    let clause = &n.clauses.clauses[index];
    let Some(governor) = n.tree.head(clause.top()).filter(|_| clause.kind == ClauseKind::Complement) else { return false };
    let rumour = n.is_cue(governor, WordingCue::Rumour) && n.tree.relation(governor) == Relation::Obj;
    let Some(verb) = (if rumour { n.tree.head(governor) } else { Some(governor) }) else { return false };
    let put = n.standing(verb);
    n.is_cue(verb, WordingCue::Denial) && !put.negated && !put.open && put.modality == Modality::Asserted
}

/// "*Lind* denied that *he* had sold it": whom a pronoun in the subject takes up, where a clause above names somebody.
fn taken_up(n: &Reading<'_>, index: usize, subject: usize) -> usize {
    let personal = |token: usize| {
        n.is_cue(token, WordingCue::OfPerson) || n.is_cue(token, WordingCue::OfThing) || n.is_cue(token, WordingCue::OfSeveral)
    };
    if n.tells(subject) || !personal(subject) {
        return subject;
    }
    let above = std::iter::successors(n.clauses.clauses[index].parent, |&at| n.clauses.clauses[at].parent.filter(|&up| up != at));
    above
        .take(n.clauses.clauses.len())
        .find_map(|at| n.clauses.clauses[at].subject())
        .map(|found| found.head)
        .filter(|&head| n.tells(head))
        .unwrap_or(subject)
}

/// "He is not a *Danish citizen*", "does not *come from Denmark*": the other calls him a Danish something.
fn nationality(n: &Reading<'_>, index: usize, a: &Reading<'_>) -> Option<Denied> {
    let clause = &n.clauses.clauses[index];
    let (head, subject) = (clause.head(), clause.subject()?.head);
    let from = || clause.arguments.iter().find(|argument| argument.preposition.is_some_and(|case| n.tree.lemma(case) == "from"));
    let country = if n.is_cue(head, WordingCue::National) {
        n.tree.children(head).find_map(|child| n.words[child].country)
    } else if n.is_cue(head, WordingCue::Origin) {
        from().and_then(|argument| n.words[argument.head].country.or_else(|| country_of_name(n, argument.head)))
    } else {
        None
    }?;
    let named = |name: usize| a.words[name].kind == Kind::Name && alike(&n.words[subject], &a.words[name]) > 0;
    (0..a.len()).find_map(|token| {
        let of_country = a.words[token].country == Some(country) && matches!(a.tree.relation(token), Relation::Amod | Relation::Compound);
        let noun = a.tree.head(token).filter(|_| of_country)?;
        let name = (0..a.len()).find(|&name| named(name) && (name == noun || is_called(a, name, noun) || is_in_core(a, name, noun)))?;
        Some(Denied { negated: head, affirmed: token, covered: 100, subjects: Some((subject, name)) })
    })
}

/// "The *Arle Tower* is not in *Riga*", "on top of the Arle Tower, in Riga": the other says right behind a name where it is.
fn place_of_name(n: &Reading<'_>, index: usize, a: &Reading<'_>) -> Option<Denied> {
    let clause = &n.clauses.clauses[index];
    let (head, subject) = (clause.head(), clause.subject()?.head);
    let inside = |reading: &Reading<'_>, case: usize| reading.is_cue(case, WordingCue::Inside) && reading.tree.lemma(case) != "of";
    let located = || clause.arguments.iter().find(|argument| argument.preposition.is_some_and(|case| inside(n, case)));
    let place = if n.is_cue(head, WordingCue::Location) {
        located()?.head
    } else {
        preposition(&n.tree, head).filter(|&case| inside(n, case) && n.tree.child_with(head, Relation::Cop).is_some()).map(|_| head)?
    };
    let written = n.tree.word(&n.text, place);
    if !written.starts_with(char::is_uppercase) || n.words[subject].kind != Kind::Name {
        return None;
    }
    // The words of a name up to its last one.
    let name = |head: usize| -> Vec<usize> {
        let mut words: Vec<usize> =
            n.tree.descendants(head).into_iter().filter(|&token| n.words[token].kind == Kind::Name && is_in_core(n, token, head)).collect();
        words.extend((!words.contains(&head)).then_some(head));
        words.sort_unstable();
        words
    };
    let stands = |name: &[usize], from: usize| {
        from + name.len() <= a.len() && name.iter().enumerate().all(|(step, &token)| alike(&n.words[token], &a.words[from + step]) > 0)
    };
    let (whole, place_words) = (name(subject), name(place));
    let found = (0..a.len()).filter(|&from| stands(&whole, from)).find_map(|from| {
        let mut at = from + whole.len();
        at += usize::from(at < a.len() && a.tree.tag(at) == PennTag::Comma);
        if at < a.len() && inside(a, at) && stands(&place_words, at + 1) {
            return Some(at + 1);
        }
        // "the *Riga* Arle Tower", "*Riga's* Arle Tower"
        let before = from.checked_sub(1)?;
        let owned = a.tree.tag(before) == PennTag::POS;
        let last = if owned { before.checked_sub(1)? } else { before };
        let first = (last + 1).checked_sub(place_words.len())?;
        ((owned || whole.len() > 1) && stands(&place_words, first)).then_some(first)
    })?;
    let last = found + place_words.len() - 1;
    let standing = a.standing(last);
    let in_front = last + 1 < a.len() && alike(&n.words[*whole.first()?], &a.words[last + 1]) > 0;
    ((in_front || a.ends_name(last, n, *place_words.last()?)) && !standing.negated && !standing.open).then_some(Denied {
        negated: head,
        affirmed: found,
        covered: 100,
        subjects: Some((subject, found)),
    })
}

/// "El *Salvador*": the country that the words of a name make together.
fn country_of_name(reading: &Reading<'_>, head: usize) -> Option<&'static str> {
    reading.tree.children(head).find_map(|child| reading.words[child].country)
}

/// How well what is denied fits the word `found` of the other statement.
fn fit(n: &Reading<'_>, index: usize, matter: Matter, core: &[usize], a: &Reading<'_>, found: usize, short: bool) -> Option<Denied> {
    let Matter { head, subject, .. } = matter;
    let pronoun = subject.filter(|&subject| !n.tells(subject));
    let subject = subject.map(|subject| taken_up(n, index, subject));
    let standing = a.standing(found);
    let modality = n.standings[index].modality;
    // "Rove, his chief strategist, was not charged": what a noun set beside a name says is so, whatever the clause denies.
    let set_beside = a.tree.tag(found).is_noun() && is_identity(n, index, matter) && a.arguments(found).is_empty();
    // "the *Riga-based* bank": what stands before a noun is so too.
    let before_noun = a.tree.relation(found) == Relation::Amod && a.tree.head(found).is_some_and(|head| head > found);
    if set_beside || before_noun {
    } else if standing.negated
        || standing.open
        || !((short && standing.modality != Modality::Possible) || standing.modality == Modality::Asserted || standing.modality == modality)
    {
        return None;
    }
    // "The tower was not built then", "is the tallest building": what somebody made is no making.
    let is_thing = n.clauses.clauses[index].passive
        && a.tree.child_with(found, Relation::Cop).is_some()
        && alike(&n.words[head], &a.words[found]) == DERIVED
        && a.words[found].kind == Kind::Noun;
    if is_thing || is_unreal(a, found) || (n.is_ranked(head) && !a.is_ranked(found)) {
        return None;
    }
    if matter.given && !is_got(a, found) {
        return None;
    }
    let mut places = Places::new(n, a, head, found);
    let mut subjects = None;
    if let Some(subject) = subject.filter(|&subject| n.tells(subject)) {
        let place = subject_in(n, index, matter, subject, a, found)
            .or_else(|| loosely_in(n, index, matter, subject, a, found).filter(|_| short))?;
        places.put(subject, place);
        subjects = Some((subject, place));
    } else if let Some(subject) = subject {
        subjects = Some((subject, found));
    }
    if is_denied_too(a, found) {
        return None;
    }
    // Whom a pronoun takes up was found.
    let taken = if pronoun.is_some() && pronoun != subject { 2 } else { 0 };
    let (mut known, mut all) = (taken, taken);
    let details = subjects.filter(|_| short).map_or_else(Vec::new, |(subject, place)| details_left_out(n, subject, a, place));
    for &token in core {
        let weight = match n.words[token].kind {
            Kind::Name | Kind::Number => 3,
            Kind::Adverb => 1,
            _ => 2,
        };
        all += weight;
        if places.find(token) || (short && !matter.located && (places.is_farther_off(token) || is_country_of_both(n, token, a))) {
            known += weight;
        } else if details.contains(&token) {
            all -= weight;
        } else if names_other_kind(n, index, matter, token, a, &places)
            || (matches!(n.words[token].kind, Kind::Name | Kind::Number) && !is_part_of_known_name(n, token, a))
        {
            return None;
        }
    }
    if all == 0
        || (n.is_ranked(head) && places.is_ranked_among_others(found))
        || (subject.is_none() && (is_defined(a, found) || a.is_heading()))
    {
        return None;
    }
    let covered = 100 * known / all;
    (covered >= COVERED).then_some(Denied { negated: head, affirmed: found, covered, subjects })
}

/// "The members *of the Trade Committee* have no mandate", "The members had a mandate": what the one says of whom it denies it, where the
/// other names him by the same noun alone.
fn details_left_out(n: &Reading<'_>, subject: usize, a: &Reading<'_>, place: usize) -> Vec<usize> {
    let restricts = |reading: &Reading<'_>, child: usize| {
        matches!(reading.tree.relation(child), Relation::Nmod | Relation::NmodPoss | Relation::Acl | Relation::AclRelcl)
    };
    if n.words[subject].kind != Kind::Noun || a.tree.children(place).any(|child| restricts(a, child)) {
        return Vec::new();
    }
    let phrases = n.tree.children(subject).filter(|&child| child > subject && restricts(n, child));
    phrases.flat_map(|phrase| n.tree.descendants(phrase).into_iter().chain([phrase])).collect()
}

/// "She received the *prize*", "was awarded the *prize*": whether a clause says that its subject got a thing.
fn is_got(a: &Reading<'_>, thing: usize) -> bool {
    let Some(verb) = a.tree.head(thing).filter(|_| a.tree.relation(thing) == Relation::Obj) else { return false };
    let passive = a.clauses.clauses[a.clauses.owner[verb]].passive;
    if passive { a.is_cue(verb, WordingCue::Giving) } else { a.is_cue(verb, WordingCue::Receiving) }
}

/// "the prime minister *of Latvia*", "*Latvian* politics": a country that a noun is of, which is the only one that the other names.
fn is_country_of_both(n: &Reading<'_>, token: usize, a: &Reading<'_>) -> bool {
    let of_noun = matches!(n.tree.relation(token), Relation::Nmod | Relation::NmodPoss | Relation::Amod | Relation::Compound);
    let Some(country) = n.words[token].country.filter(|_| of_noun) else { return false };
    let mut named = a.words.iter().filter_map(|word| word.country).peekable();
    named.peek().is_some() && named.all(|other| other == country)
}

/// "x-rays" are not "gamma rays", the president is not the deputy president, nor is the mayor of Lund the mayor of Ystad: a word at a
/// noun that makes it another.
fn names_other_kind(n: &Reading<'_>, index: usize, matter: Matter, token: usize, a: &Reading<'_>, places: &Places<'_>) -> bool {
    let Some(noun) = n.tree.head(token) else { return false };
    let Some(place) = places.of[noun] else { return false };
    if is_of(n, token) && is_identity(n, index, matter) {
        return a.tree.children(place).any(|child| is_of(a, child) && !places.of.contains(&Some(child)));
    }
    let makes_another = match n.tree.relation(token) {
        Relation::Compound => n.words[token].kind != Kind::Name,
        // "the *Deputy* President"
        Relation::Amod => noun == token + 1 && n.words[noun].kind == Kind::Name && n.words[token].country.is_none(),
        _ => false,
    };
    if !makes_another {
        return false;
    }
    let other = a.tree.children(place).any(|child| {
        let before = a.tree.relation(child) == Relation::Compound || (a.tree.relation(child) == Relation::Amod && child + 1 == place);
        before && a.words[child].kind != Kind::Name && !places.of.contains(&Some(child))
    });
    other || (noun == matter.head && is_identity(n, index, matter))
}

/// Whether a word hangs on its noun by "of".
fn is_of(reading: &Reading<'_>, token: usize) -> bool {
    reading.tree.relation(token) == Relation::Nmod && preposition(&reading.tree, token).is_some_and(|case| reading.tree.lemma(case) == "of")
}

/// "A strike is a method of protest": what a thing is says nothing of whether one took place.
fn is_defined(a: &Reading<'_>, found: usize) -> bool {
    a.tree.relation(found).is_subject()
        && a.tree.head(found).is_some_and(|head| a.tree.tag(head).is_noun() && a.tree.child_with(head, Relation::Cop).is_some())
}

/// "Non life-threatening", "the harbour is *not* closed": a negation right at the words, which the tree does not tie to them.
pub(super) fn is_denied_too(a: &Reading<'_>, found: usize) -> bool {
    (found.saturating_sub(NEGATED_BEFORE)..found)
        .any(|token| a.clauses.owner[token] == a.clauses.owner[found] && a.is_cue(token, WordingCue::Prefix))
}

/// "No strike", "the former minister", "the planned strike": what is not, not any more, or not yet.
pub(super) fn is_unreal(a: &Reading<'_>, token: usize) -> bool {
    a.tree.children(token).any(|child| {
        (a.tree.relation(child) == Relation::Det && a.is_cue(child, WordingCue::NoneOf)) || a.is_cue(child, WordingCue::Unreal)
    }) || {
        let chain = &a.clauses.clauses[a.clauses.owner[token]].chain;
        let place = chain.iter().position(|&word| word == token).unwrap_or_default();
        chain[..place].iter().any(|&word| a.is_cue(word, WordingCue::Unfulfilled))
    }
}

/// Whether a name is told in the other statement by another part: "Mr. Fitzgerald", "Patrick Fitzgerald".
fn is_part_of_known_name(n: &Reading<'_>, token: usize, a: &Reading<'_>) -> bool {
    let known = |token: usize| (0..a.len()).any(|other| alike(&n.words[token], &a.words[other]) > 0);
    let head = n.tree.head(token).filter(|_| matches!(n.tree.relation(token), Relation::Flat | Relation::Compound | Relation::NmodDesc));
    head.is_some_and(known) || n.tree.children(token).any(|child| n.tree.relation(child) == Relation::Flat && known(child))
}
