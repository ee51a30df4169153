//! `wording/negated`: one statement says, in much the same words, that what the other says is not so.

use super::alike::{CLASS, alike};
use super::reading::{Kind, Reading};
use crate::claim::clause::{ClauseKind, Slot, preposition};
use crate::claim::model::Modality;
use crate::syntax::{PennTag, Relation};

/// What is denied stands in the other statement to this part, in hundredths.
const COVERED: u32 = 80;
/// A word of what is denied is found within this many steps of the word that it hangs on.
const NEAR: usize = 1;

/// A clause that one statement denies and the other affirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Denied {
    /// The word that carries what is denied.
    pub(super) negated: usize,
    /// The word that says it is so.
    pub(super) affirmed: usize,
    /// What part of the denied words the other statement has.
    pub(super) covered: u32,
}

/// What `negated` denies and `affirmed` affirms.
pub(super) fn denied(negated: &Reading, affirmed: &Reading) -> Option<Denied> {
    (0..negated.clauses.clauses.len()).filter_map(|clause| of_clause(negated, clause, affirmed)).max_by_key(|denied| denied.covered)
}

fn of_clause(n: &Reading, index: usize, a: &Reading) -> Option<Denied> {
    let clause = &n.clauses.clauses[index];
    let standing = n.standings[index];
    let told = !matches!(clause.kind, ClauseKind::Condition | ClauseKind::Infinitive | ClauseKind::Purpose);
    if !standing.negated || standing.open || !told || !matches!(standing.modality, Modality::Asserted | Modality::Planned) {
        return None;
    }
    matters(n, index)
        .into_iter()
        .filter_map(|matter| {
            let core = core(n, index, matter);
            let candidates = (0..a.len()).filter(|&token| alike(&n.words[matter.head], &a.words[token]) >= CLASS);
            candidates.filter_map(|token| fit(n, index, matter, &core, a, token)).max_by_key(|denied| denied.covered)
        })
        .max_by_key(|denied| denied.covered)
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
}

/// Verbs that only say that what their subject names is so.
const HAPPEN: [&str; 12] =
    ["arise", "attempt", "be", "conduct", "exist", "happen", "hold", "make", "occur", "record", "report", "stage"];

/// Verbs that say where their subject is.
const STAND: [&str; 5] = ["base", "headquarter", "lie", "locate", "situate"];

/// What a clause can be about: "no strike was *attempted*" is about the strike, "the town is not located in Spain" about the
/// town, and about its location.
fn matters(n: &Reading, index: usize) -> Vec<Matter> {
    let clause = &n.clauses.clauses[index];
    let head = clause.noun.unwrap_or(clause.head());
    let subject = clause.subject().map(|subject| subject.head).filter(|&subject| subject != head);
    let lemma = n.tree.lemma(head);
    let object = clause.arguments.iter().find(|argument| argument.slot == Slot::Object && !argument.shared).map(|argument| argument.head);
    let takes_place = object.is_some_and(|object| n.tree.lemma(object) == "place") && clause.chain.iter().any(|&word| n.tree.lemma(word) == "take")
        || lemma == "place" && clause.chain.iter().any(|&word| n.tree.lemma(word) == "take");
    let happens = HAPPEN.binary_search(&lemma).is_ok() && (clause.passive || matches!(lemma, "be" | "exist" | "happen" | "occur" | "arise"));
    if let Some(subject) = subject.filter(|_| takes_place || (happens && n.tree.tag(head) != PennTag::NN)) {
        return vec![Matter { head: subject, subject: None, light: true }];
    }
    if matches!(lemma, "have" | "take" | "make" | "give" | "get" | "be" | "do")
        && let Some(object) = object
    {
        return vec![Matter { head: object, subject, light: true }];
    }
    let mut matters = Vec::new();
    if n.tells(head) {
        matters.push(Matter { head, subject, light: false });
    }
    if STAND.binary_search(&lemma).is_ok()
        && let Some(subject) = subject
    {
        matters.push(Matter { head: subject, subject: None, light: true });
    }
    matters
}

/// The words of what is denied: those of the clause and of what hangs on it, without what stands beside it.
fn core(n: &Reading, index: usize, matter: Matter) -> Vec<usize> {
    let clause = &n.clauses.clauses[index];
    let top = n.clauses.clauses[index].top();
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
                );
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
fn fit(n: &Reading, index: usize, matter: Matter, core: &[usize], a: &Reading, found: usize) -> Option<Denied> {
    let Matter { head, subject, .. } = matter;
    let standing = a.standing(found);
    let modality = n.standings[index].modality;
    if standing.negated || standing.open || !(standing.modality == Modality::Asserted || standing.modality == modality) {
        return None;
    }
    if is_unreal(a, found) || n.is_ranked(head) != a.is_ranked(found) {
        return None;
    }
    let mut places = Places::new(n, a, head, found);
    if let Some(subject) = subject.filter(|&subject| n.tells(subject)) {
        let place = subject_in(n, index, matter, subject, a, found)?;
        places.put(subject, place);
    }
    let (mut known, mut all) = (0, 0);
    for &token in core {
        let weight = match n.words[token].kind {
            Kind::Name | Kind::Number => 3,
            Kind::Adverb => 1,
            _ => 2,
        };
        all += weight;
        if places.find(token) {
            known += weight;
        } else if matches!(n.words[token].kind, Kind::Name | Kind::Number) && !is_part_of_known_name(n, token, a) {
            return None;
        }
    }
    if all == 0 {
        return None;
    }
    let covered = 100 * known / all;
    (covered >= COVERED).then_some(Denied { negated: head, affirmed: found, covered })
}

/// Where the words of what is denied stand in the other statement, found from the predicate downwards.
struct Places<'r> {
    n: &'r Reading,
    a: &'r Reading,
    of: Vec<Option<usize>>,
}

impl<'r> Places<'r> {
    fn new(n: &'r Reading, a: &'r Reading, head: usize, found: usize) -> Self {
        let mut places = Self { n, a, of: vec![None; n.len()] };
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
        let Some(governor) = governor else { return false };
        let word = &self.n.words[token];
        let mut best: Option<(usize, u8, usize)> = None;
        for place in (0..self.a.len()).filter(|place| !self.of.contains(&Some(*place))) {
            let strength = alike(word, &self.a.words[place]);
            if strength == 0 || !self.a.same_bound(place, self.n, token) {
                continue;
            }
            let steps = self.a.distance(place, governor);
            // Parsers hang a phrase with a preposition on any noun before it.
            let near = if self.same_link(token, place) && self.a.clauses.owner[place] == self.a.clauses.owner[governor] { NEAR + 1 } else { NEAR };
            if steps <= near && self.links_agree(token, place) && best.is_none_or(|(_, other, far)| (strength, far) > (other, steps)) {
                best = Some((place, strength, steps));
            }
        }
        self.of[token] = best.map(|(place, ..)| place);
        best.is_some()
    }

    /// Whether both phrases begin with one preposition.
    fn same_link(&self, token: usize, place: usize) -> bool {
        let link = |reading: &Reading, token: usize| preposition(&reading.tree, token).map(|case| reading.tree.lemma(case).to_owned());
        matches!((link(self.n, token), link(self.a, place)), (Some(a), Some(b)) if a == b)
    }

    /// Whether a phrase hangs on what is above it in the same way: "in Crotone" is not "from Crotone".
    fn links_agree(&self, token: usize, place: usize) -> bool {
        // "married to him", "the wife of him": a noun takes other prepositions than its verb.
        let made_noun = |head: Option<usize>| head.is_some_and(|head| self.of[head].is_some_and(|of| self.n.tree.tag(head).is_noun() != self.a.tree.tag(of).is_noun()));
        if made_noun(self.n.tree.head(token)) {
            return true;
        }
        // "36 km south of the city" is not in it.
        let case = preposition(&self.a.tree, place).filter(|&case| case > 0);
        if case.is_some_and(|case| matches!(self.a.tree.lemma(case - 1), "south" | "north" | "east" | "west" | "outside" | "km" | "mile" | "kilometer" | "kilometre" | "edge")) {
            return false;
        }
        let link = |reading: &Reading, token: usize| preposition(&reading.tree, token).map(|case| reading.tree.lemma(case).to_owned());
        match (link(self.n, token), link(self.a, place)) {
            (Some(a), Some(b)) => a == b || (PLACES.contains(&a.as_str()) && PLACES.contains(&b.as_str())),
            _ => true,
        }
    }
}

/// Prepositions that come to the same for a place, a time or a whole.
const PLACES: [&str; 8] = ["at", "during", "in", "inside", "into", "of", "on", "within"];

/// "No strike", "the former minister", "the planned strike": what is not, not any more, or not yet.
fn is_unreal(a: &Reading, token: usize) -> bool {
    a.tree.children(token).any(|child| {
        (a.tree.relation(child) == Relation::Det && matches!(a.tree.lemma(child), "no" | "neither"))
            || matches!(a.tree.lemma(child), "former" | "ex" | "alleged" | "possible" | "potential" | "planned" | "proposed" | "would-be")
    }) || a.clauses.clauses[a.clauses.owner[token]].chain.iter().any(|&word| {
        word != token && matches!(a.tree.lemma(word), "try" | "attempt" | "seek" | "fail" | "threaten" | "want" | "hope" | "need" | "offer")
    })
}

/// Whether a name is told in the other statement by another part: "Mr. Fitzgerald", "Patrick Fitzgerald".
fn is_part_of_known_name(n: &Reading, token: usize, a: &Reading) -> bool {
    let known = |token: usize| (0..a.len()).any(|other| alike(&n.words[token], &a.words[other]) > 0);
    let head = n.tree.head(token).filter(|_| matches!(n.tree.relation(token), Relation::Flat | Relation::Compound | Relation::NmodDesc));
    head.is_some_and(known) || n.tree.children(token).any(|child| n.tree.relation(child) == Relation::Flat && known(child))
}

/// Where the subject of what is denied stands in the other statement, in the same role.
fn subject_in(n: &Reading, index: usize, matter: Matter, subject: usize, a: &Reading, found: usize) -> Option<usize> {
    let same = |other: &usize| alike(&n.words[subject], &a.words[*other]) > 0 && a.ends_name(*other, n, subject);
    let is_noun = a.tree.tag(found).is_noun();
    // "a musician and *artist*": what is coordinated with the predicate is said of the same subject.
    let mut says = found;
    while is_noun && a.tree.relation(says) == Relation::Conj {
        match a.tree.head(says) {
            Some(head) => says = head,
            None => break,
        }
    }
    // "implants have no *advantages*", "implants offer *advantages*"
    let of_verb = matter.light && a.tree.relation(says) == Relation::Obj;
    let verb = if of_verb { a.tree.head(says).unwrap_or(says) } else { says };
    let arguments = a.arguments(verb);
    let copular = of_verb || a.tree.child_with(says, Relation::Cop).is_some();
    if !is_noun || copular {
        let passive = n.clauses.clauses[index].passive && !of_verb;
        // "The craft launched on Monday": a verb without an object can be a passive whose auxiliary was left out.
        let objectless = !arguments.iter().any(|argument| argument.slot == Slot::Object);
        let wanted = |slot: Slot| if passive { matches!(slot, Slot::Object | Slot::PassiveSubject) || (objectless && slot == Slot::Subject) } else { matches!(slot, Slot::Subject | Slot::Agent) };
        let roles: Vec<usize> = arguments.iter().filter(|argument| wanted(argument.slot)).map(|argument| argument.head).collect();
        if !roles.is_empty() {
            return (0..a.len()).filter(same).find(|&other| roles.iter().any(|&role| is_in_core(a, other, role)));
        }
        let other_role = arguments.iter().any(|argument| matches!(argument.slot, Slot::Subject | Slot::PassiveSubject));
        return (0..a.len()).filter(same).find(|&other| !other_role && a.distance(other, found) <= 1);
    }
    let nominal = n.tree.child_with(n.clauses.clauses[index].head(), Relation::Cop).is_some();
    (0..a.len()).filter(same).find(|&other| if nominal { is_called(a, other, found) } else { a.distance(other, found) <= 1 })
}

/// Whether the one noun says what the other names: "Zapata, the rebel leader", "President Bush", "he works as a broker".
fn is_called(a: &Reading, name: usize, noun: usize) -> bool {
    let named = |relation: Relation| matches!(relation, Relation::Appos | Relation::NmodDesc | Relation::Flat);
    let title = |head: usize, below: usize| {
        a.tree.head(below) == Some(head)
            && (named(a.tree.relation(below)) || (a.tree.relation(below) == Relation::Compound && a.words[head].kind == Kind::Name && below < head))
    };
    // Of "the minister Shimon Peres" the minister is Peres, whoever else stands beside him.
    let taken = a.tree.children(noun).any(|child| child != name && named(a.tree.relation(child)) && a.words[child].kind == Kind::Name);
    (title(name, noun) && a.words[noun].kind != Kind::Name) || title(noun, name) || (!taken && a.tree.head(name).is_some_and(|head| title(head, noun) && a.is_loose(name)))
}

/// Whether a word names what the phrase at `role` names: its head, a part of its name, what is set beside it.
fn is_in_core(a: &Reading, token: usize, role: usize) -> bool {
    let mut at = token;
    while at != role {
        if !a.is_loose(at) {
            return false;
        }
        match a.tree.head(at) {
            Some(head) => at = head,
            None => return false,
        }
    }
    true
}
