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
    let told = matches!(clause.kind, ClauseKind::Main | ClauseKind::Conjunct | ClauseKind::Complement | ClauseKind::Fragment);
    if !standing.negated || standing.open || !told || !matches!(standing.modality, Modality::Asserted | Modality::Planned) {
        return None;
    }
    let (head, subject) = matter(n, index)?;
    let core = core(n, index, head);
    let candidates = (0..a.len()).filter(|&token| alike(&n.words[head], &a.words[token]) >= CLASS);
    candidates.filter_map(|token| fit(n, index, head, subject, &core, a, token)).max_by_key(|denied| denied.covered)
}

/// Verbs that only say that what their subject names is so.
const HAPPEN: [&str; 12] =
    ["arise", "attempt", "be", "conduct", "exist", "happen", "hold", "make", "occur", "record", "report", "stage"];

/// The word that carries what a clause says, and its subject: "no strike was *attempted*" is about the strike.
fn matter(n: &Reading, index: usize) -> Option<(usize, Option<usize>)> {
    let clause = &n.clauses.clauses[index];
    let head = clause.noun.unwrap_or(clause.head());
    let subject = clause.subject().map(|subject| subject.head);
    let lemma = n.tree.lemma(head);
    let happens = HAPPEN.binary_search(&lemma).is_ok() && (clause.passive || matches!(lemma, "be" | "exist" | "happen" | "occur" | "arise"));
    if let Some(subject) = subject.filter(|_| happens && n.tree.tag(head) != PennTag::NN) {
        return Some((subject, None));
    }
    let object = clause.arguments.iter().find(|argument| argument.slot == Slot::Object && !argument.shared).map(|object| object.head);
    if matches!(lemma, "have" | "take" | "make" | "give" | "get" | "be" | "do")
        && let Some(object) = object
    {
        return Some((object, subject));
    }
    n.tells(head).then_some((head, subject))
}

/// The words of what is denied: those of the clause and of what hangs on it, without what stands beside it.
fn core(n: &Reading, index: usize, head: usize) -> Vec<usize> {
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
    (0..n.len()).filter(|&token| token != head && n.tells(token) && !beside(token)).collect()
}

/// How well what is denied fits the word `found` of the other statement.
fn fit(n: &Reading, index: usize, head: usize, subject: Option<usize>, core: &[usize], a: &Reading, found: usize) -> Option<Denied> {
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
        let place = subject_in(n, index, subject, a, found)?;
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
fn subject_in(n: &Reading, index: usize, subject: usize, a: &Reading, found: usize) -> Option<usize> {
    let same = |other: &usize| alike(&n.words[subject], &a.words[*other]) > 0 && a.ends_name(*other, n, subject);
    let arguments = a.arguments(found);
    let copular = a.tree.child_with(found, Relation::Cop).is_some();
    let is_noun = a.tree.tag(found).is_noun();
    if !is_noun || copular {
        let passive = n.clauses.clauses[index].passive;
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
