//! `wording/negated`: one statement says, in much the same words, that what the other says is not so.

use super::alike::{CLASS, DERIVED, alike, covers};
use super::phrase::{is_called, is_in_core, undergoer};
use super::reading::{Kind, Reading};
use super::sequence;
use crate::claim::clause::{Argument, ClauseKind, Slot, preposition};
use crate::claim::model::Modality;
use crate::gazetteer::lexical_relations::WordingCue;
use crate::syntax::{PennTag, Relation};

/// What is denied stands in the other statement to this part, in hundredths.
const COVERED: u32 = 80;
/// A word of what is denied is found within this many steps of the word that it hangs on.
const NEAR: usize = 1;
/// In articles of a few sentences a word may stand this many steps from the predicate.
const FARTHEST: usize = 3;
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
                reading.tree.children(token).any(|child| reading.tree.relation(child) == Relation::Det && reading.tree.lemma(child) == "no")
            })
            .collect()
    };
    let there = denied(a);
    !there.is_empty() && denied(n).iter().any(|&x| there.iter().any(|&y| alike(&n.words[x], &a.words[y]) > 0))
}

fn of_clause(n: &Reading<'_>, index: usize, a: &Reading<'_>, short: bool) -> Option<Denied> {
    let clause = &n.clauses.clauses[index];
    let standing = n.standings[index];
    // "the bills that she did not sign" are some of the bills; "Peru, which did not sign" is all of it.
    let told = match clause.kind {
        ClauseKind::Condition | ClauseKind::Infinitive | ClauseKind::Purpose => false,
        ClauseKind::Relative | ClauseKind::Participle => clause.antecedent.is_some_and(|noun| n.words[noun].kind == Kind::Name),
        _ => true,
    };
    if !standing.negated || standing.open || !told || !matches!(standing.modality, Modality::Asserted | Modality::Planned) {
        return None;
    }
    if let Some(denied) = nationality(n, index, a).filter(|_| short) {
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

/// "El *Salvador*": the country that the words of a name make together.
fn country_of_name(reading: &Reading<'_>, head: usize) -> Option<&'static str> {
    reading.tree.children(head).find_map(|child| reading.words[child].country)
}

/// What a clause is about.
#[derive(Clone, Copy, Debug)]
struct Matter {
    /// The word that carries what it says.
    head: usize,
    /// Of whom it says so; none where the head is all.
    subject: Option<usize>,
    /// The verb says no more than that it is so.
    light: bool,
    /// The head is a noun that says what the subject is: "works as a *broker*".
    as_noun: bool,
    /// The clause says where the head is.
    located: bool,
}

/// What a clause can be about: "no strike was *attempted*" is about the strike, "the town is not located in Spain" about the
/// town, and about its location.
fn matters(n: &Reading<'_>, index: usize) -> Vec<Matter> {
    let clause = &n.clauses.clauses[index];
    let head = clause.noun.unwrap_or(clause.head());
    let subject = clause.subject().map(|subject| subject.head).filter(|&subject| subject != head);
    let lemma = n.tree.lemma(head);
    // "Police did not say whether": that somebody is silent on one thing is not denied by what he says of another.
    if n.is_cue(head, WordingCue::Speech) {
        return Vec::new();
    }
    let object = clause.arguments.iter().find(|argument| argument.slot == Slot::Object && !argument.shared).map(|argument| argument.head);
    let takes_place = object.is_some_and(|object| n.tree.lemma(object) == "place")
        && clause.chain.iter().any(|&word| n.tree.lemma(word) == "take")
        || lemma == "place" && clause.chain.iter().any(|&word| n.tree.lemma(word) == "take");
    let happens =
        n.is_cue(head, WordingCue::Happening) && (clause.passive || matches!(lemma, "be" | "exist" | "happen" | "occur" | "arise"));
    if let Some(subject) = subject.filter(|_| takes_place || (happens && n.tree.tag(head) != PennTag::NN)) {
        return vec![Matter { head: subject, subject: None, light: true, as_noun: false, located: false }];
    }
    if n.is_cue(head, WordingCue::Carrier)
        && let Some(object) = object
    {
        return vec![Matter { head: object, subject, light: true, as_noun: false, located: false }];
    }
    let mut matters = Vec::new();
    let works_as = clause.arguments.iter().find(|argument| {
        argument.slot == Slot::Oblique
            && argument.preposition.is_some_and(|case| n.tree.lemma(case) == "as")
            && n.is_cue(head, WordingCue::Function)
    });
    if let Some(office) = works_as {
        matters.push(Matter { head: office.head, subject, light: true, as_noun: true, located: false });
    }
    if n.tells(head) {
        matters.push(Matter { head, subject, light: false, as_noun: false, located: false });
    }
    if n.is_cue(head, WordingCue::Location)
        && let Some(subject) = subject
    {
        matters.push(Matter { head: subject, subject: None, light: true, as_noun: false, located: true });
    }
    matters
}

/// The words of what is denied: those of the clause and of what hangs on it, without what stands beside it.
fn core(n: &Reading<'_>, index: usize, matter: Matter) -> Vec<usize> {
    let clause = &n.clauses.clauses[index];
    let top = n.clauses.clauses[index].top();
    // "was not tried *for burning the mill*": the denial may be of this alone.
    let says_why = |clause: usize| {
        let top = n.clauses.clauses[clause].top();
        n.tree.children(top).any(|child| child < top && n.is_cue(child, WordingCue::Ground))
    };
    let beside = |token: usize| {
        let mut at = token;
        while at != top {
            let Some(up) = n.tree.head(at) else { return true };
            let own = n.clauses.owner[at];
            let starts = n.clauses.clauses[own].top() == at && own != index;
            let apart = starts
                && matches!(
                    n.clauses.clauses[own].kind,
                    ClauseKind::Conjunct | ClauseKind::Aside | ClauseKind::Condition | ClauseKind::Adverbial | ClauseKind::Relative
                )
                && !says_why(own);
            if apart || matches!(n.tree.relation(at), Relation::Parataxis | Relation::Discourse | Relation::Vocative) {
                return true;
            }
            at = up;
        }
        false
    };
    let is_light = |token: usize| {
        let verb = clause.chain.contains(&token) || clause.noun == Some(token);
        matter.light && (verb || n.tree.lemma(token) == "place" && n.tree.head(token).is_some_and(|head| clause.chain.contains(&head)))
    };
    (0..n.len()).filter(|&token| token != matter.head && n.tells(token) && !is_light(token) && !beside(token)).collect()
}

/// How well what is denied fits the word `found` of the other statement.
fn fit(n: &Reading<'_>, index: usize, matter: Matter, core: &[usize], a: &Reading<'_>, found: usize, short: bool) -> Option<Denied> {
    let Matter { head, subject, .. } = matter;
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
    let mut places = Places::new(n, a, head, found);
    let mut subjects = None;
    if let Some(subject) = subject.filter(|&subject| n.tells(subject)) {
        let place = subject_in(n, index, matter, subject, a, found)?;
        places.put(subject, place);
        subjects = Some((subject, place));
    } else if let Some(subject) = subject {
        subjects = Some((subject, found));
    }
    if is_denied_too(a, found) {
        return None;
    }
    let (mut known, mut all) = (0, 0);
    for &token in core {
        let weight = match n.words[token].kind {
            Kind::Name | Kind::Number => 3,
            Kind::Adverb => 1,
            _ => 2,
        };
        all += weight;
        if places.find(token) || (short && !matter.located && places.is_farther_off(token)) {
            known += weight;
        } else if names_other_kind(n, index, matter, token, a, &places) {
            return None;
        } else if matches!(n.words[token].kind, Kind::Name | Kind::Number) && !is_part_of_known_name(n, token, a) {
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

/// Where the words of what is denied stand in the other statement, found from the predicate downwards.
struct Places<'r> {
    n: &'r Reading<'r>,
    a: &'r Reading<'r>,
    of: Vec<Option<usize>>,
    /// The place of the predicate.
    found: usize,
}

impl<'r> Places<'r> {
    fn new(n: &'r Reading<'r>, a: &'r Reading<'r>, head: usize, found: usize) -> Self {
        let mut places = Self { n, a, of: vec![None; n.len()], found };
        places.put(head, found);
        places
    }

    fn put(&mut self, token: usize, place: usize) {
        self.of[token] = Some(place);
    }

    /// Finds a word beside the place of the word that it hangs on.
    fn find(&mut self, token: usize) -> bool {
        if self.of[token].is_some() {
            return true;
        }
        let mut up = token;
        let governor = loop {
            match self.n.tree.head(up) {
                Some(head) => {
                    up = head;
                    if let Some(place) = self.of[head] {
                        break Some(place);
                    }
                    // What it hangs on comes first, where it carries meaning.
                    if self.n.tells(head) && self.find(head) {
                        break self.of[head];
                    }
                }
                None => break None,
            }
        };
        // A predicate above which the word stands: "the *strike* was attempted".
        let governor = governor.or_else(|| self.n.tree.children(token).find_map(|child| self.of[child]));
        let governor = governor.unwrap_or(self.found);
        let word = &self.n.words[token];
        let mut best: Option<(usize, u8, usize)> = None;
        for place in (0..self.a.len()).filter(|place| !self.of.contains(&Some(*place))) {
            let strength = covers(word, &self.a.words[place]);
            if strength == 0 || !self.a.same_bound(place, self.n, token) {
                continue;
            }
            let steps = self.a.distance(place, governor);
            // "the *Deputy* President": what modifies a noun stands right at it.
            let tight = matches!(self.n.tree.relation(token), Relation::Compound | Relation::Amod | Relation::Flat | Relation::NmodDesc);
            let at_it = self.a.tree.head(place) == Some(governor) || self.a.tree.head(governor) == Some(place) || steps == 0;
            if tight && !at_it {
                continue;
            }
            // Parsers hang a phrase with a preposition on any noun before it.
            let near =
                if self.same_link(token, place) && self.a.clauses.owner[place] == self.a.clauses.owner[governor] { NEAR + 1 } else { NEAR };
            if steps <= near && self.links_agree(token, place) && best.is_none_or(|(_, other, far)| (strength, far) > (other, steps)) {
                best = Some((place, strength, steps));
            }
        }
        self.of[token] = best.map(|(place, ..)| place);
        best.is_some()
    }

    /// Whether a word stands farther off in the other statement, in the same clause or one that hangs on it.
    fn is_farther_off(&self, token: usize) -> bool {
        let tight = matches!(self.n.tree.relation(token), Relation::Compound | Relation::Amod | Relation::NmodDesc)
            && self.n.tree.head(token).is_some_and(|head| self.of[head].is_some());
        !tight
            && (0..self.a.len()).any(|place| {
                !self.of.contains(&Some(place))
                    && covers(&self.n.words[token], &self.a.words[place]) > 0
                    && self.a.same_bound(place, self.n, token)
                    && self.links_agree(token, place)
                    && !(self.is_of(place) && !self.is_link(token, "of"))
                    && !self.is_elsewhere(place)
                    && (self.a.distance(place, self.found) <= FARTHEST || self.a.tree.is_ancestor(self.found, place))
            })
    }

    /// Whether a phrase hangs by "of" on what is above it: "the crafts *of the century*" are not "in the century".
    fn is_of(&self, place: usize) -> bool {
        link(self.a, place).is_some_and(|case| self.a.tree.lemma(case) == "of")
    }

    fn is_link(&self, token: usize, preposition: &str) -> bool {
        link(self.n, token).is_none_or(|case| self.n.tree.lemma(case) == preposition)
    }

    /// "was born in Ionia and *settled in Crotone*": whether a place is in another clause, which stands beside that of the predicate.
    fn is_elsewhere(&self, place: usize) -> bool {
        let (own, of_found) = (self.a.clauses.owner[place], self.a.clauses.owner[self.found]);
        let mut at = own;
        let mut steps = 0;
        while at != of_found && steps < self.a.clauses.clauses.len() {
            let clause = &self.a.clauses.clauses[at];
            if matches!(clause.kind, ClauseKind::Conjunct | ClauseKind::Relative | ClauseKind::Aside | ClauseKind::Condition) {
                return true;
            }
            match clause.parent {
                Some(parent) => at = parent,
                None => break,
            }
            steps += 1;
        }
        false
    }

    /// "The longest bridge *in Norway*": what is singled out there is so among others than here.
    fn is_ranked_among_others(&self, found: usize) -> bool {
        self.a.tree.children(found).any(|child| {
            let restricts =
                matches!(self.a.tree.relation(child).universal(), Relation::Nmod | Relation::Amod | Relation::Compound | Relation::Obl);
            restricts && self.a.tells(child) && !self.of.contains(&Some(child))
        })
    }

    /// Whether both phrases begin with one preposition.
    fn same_link(&self, token: usize, place: usize) -> bool {
        let links = (preposition(&self.n.tree, token), preposition(&self.a.tree, place));
        matches!(links, (Some(one), Some(other)) if self.n.tree.lemma(one) == self.a.tree.lemma(other))
    }

    /// Whether a phrase hangs on what is above it in the same way: "in Crotone" is not "from Crotone".
    fn links_agree(&self, token: usize, place: usize) -> bool {
        // "married to him", "the wife of him": a noun takes other prepositions than its verb.
        let made_noun = |head: Option<usize>| {
            head.is_some_and(|head| self.of[head].is_some_and(|of| self.n.tree.tag(head).is_noun() != self.a.tree.tag(of).is_noun()))
        };
        if made_noun(self.n.tree.head(token)) {
            return true;
        }
        // "36 km south of the city" is not in it.
        let case = preposition(&self.a.tree, place).filter(|&case| case > 0);
        if case.is_some_and(|case| self.a.is_cue(case - 1, WordingCue::Distance)) {
            return false;
        }
        match (link(self.n, token), link(self.a, place)) {
            (Some(one), Some(other)) => {
                self.n.tree.lemma(one) == self.a.tree.lemma(other)
                    || (self.n.is_cue(one, WordingCue::Inside) && self.a.is_cue(other, WordingCue::Inside))
            }
            _ => true,
        }
    }
}

/// "x-rays" are not "gamma rays", and the president is not the deputy president: a word before a noun that makes it another.
fn names_other_kind(n: &Reading<'_>, index: usize, matter: Matter, token: usize, a: &Reading<'_>, places: &Places<'_>) -> bool {
    if n.tree.relation(token) != Relation::Compound || n.words[token].kind == Kind::Name {
        return false;
    }
    let Some(noun) = n.tree.head(token) else { return false };
    let Some(place) = places.of[noun] else { return false };
    let other = a.tree.children(place).any(|child| {
        a.tree.relation(child) == Relation::Compound && a.words[child].kind != Kind::Name && !places.of.contains(&Some(child))
    });
    other || (noun == matter.head && is_identity(n, index, matter))
}

/// The preposition of the phrase that a word stands in: "by" of "Lind", of "by Roth and Lind".
pub(super) fn link(reading: &Reading<'_>, token: usize) -> Option<usize> {
    let mut at = token;
    loop {
        if let Some(case) = preposition(&reading.tree, at) {
            return Some(case);
        }
        let loose = matches!(
            reading.tree.relation(at),
            Relation::Conj | Relation::Flat | Relation::Appos | Relation::NmodDesc
        );
        let in_name = |head: usize| {
            reading.tree.relation(at) == Relation::Compound && reading.words[at].kind == Kind::Name && reading.words[head].kind == Kind::Name
        };
        at = reading.tree.head(at).filter(|&head| loose || in_name(head))?;
    }
}

/// "A strike is a method of protest": what a thing is says nothing of whether one took place.
fn is_defined(a: &Reading<'_>, found: usize) -> bool {
    a.tree.relation(found).is_subject()
        && a.tree.head(found).is_some_and(|head| a.tree.tag(head).is_noun() && a.tree.child_with(head, Relation::Cop).is_some())
}

/// "Non life-threatening", "the harbour is *not* closed": a negation right at the words, which the tree does not tie to them.
pub(super) fn is_denied_too(a: &Reading<'_>, found: usize) -> bool {
    (found.saturating_sub(NEGATED_BEFORE)..found).any(|token| {
        a.clauses.owner[token] == a.clauses.owner[found] && (a.tree.lemma(token) == "not" || a.is_cue(token, WordingCue::Prefix))
    })
}

/// "No strike", "the former minister", "the planned strike": what is not, not any more, or not yet.
pub(super) fn is_unreal(a: &Reading<'_>, token: usize) -> bool {
    a.tree.children(token).any(|child| {
        (a.tree.relation(child) == Relation::Det && matches!(a.tree.lemma(child), "no" | "neither")) || a.is_cue(child, WordingCue::Unreal)
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

/// Where the subject of what is denied stands in the other statement, in the same role.
fn subject_in(n: &Reading<'_>, index: usize, matter: Matter, subject: usize, a: &Reading<'_>, found: usize) -> Option<usize> {
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
    let arguments: Vec<Argument> = a.arguments(verb).iter().chain(shared).copied().collect();
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
            && undergoer(&n.clauses.clauses[index]).is_none()
            && n.words[matter.head].lemma != a.words[found].lemma
            && n.words[matter.head].class.is_some()
            && n.words[matter.head].class == a.words[found].class;
        let wanted = |slot: Slot| {
            if passive || undergoes {
                matches!(slot, Slot::Object | Slot::PassiveSubject) || (objectless && slot == Slot::Subject)
            } else {
                matches!(slot, Slot::Subject | Slot::Agent)
            }
        };
        let mut roles: Vec<usize> = arguments.iter().filter(|argument| wanted(argument.slot)).map(|argument| argument.head).collect();
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
        return (0..a.len()).filter(same).find(|&other| !other_role && a.distance(other, found) <= 1);
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
    match a.tree.lemma(role) {
        "he" | "she" => is_name,
        "they" => matches!(a.tree.tag(other), PennTag::NNS | PennTag::NNPS),
        "it" => !n.words[subject].is_person && matches!(a.tree.tag(other), PennTag::NN | PennTag::NNP),
        _ => false,
    }
}

/// "A crack was found *in the dam*": the noun of an event and what its verb is said of, where the verb only says
/// that the event was there.
fn is_beside_event(a: &Reading<'_>, event: usize, other: usize) -> bool {
    a.tree.head(event).is_some_and(|verb| {
        a.tree.relation(event).is_subject() && a.tree.head(other) == Some(verb) && a.is_cue(verb, WordingCue::Happening)
    })
}

/// Whether a clause says what its subject is: "is a broker", "works as a broker".
fn is_identity(n: &Reading<'_>, index: usize, matter: Matter) -> bool {
    n.tree.child_with(n.clauses.clauses[index].head(), Relation::Cop).is_some() || matter.as_noun
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
