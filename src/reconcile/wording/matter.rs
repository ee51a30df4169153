//! What a clause that denies is about, and the words of what it denies.

use super::reading::Reading;
use crate::claim::clause::{Clause, ClauseKind, Slot};
use crate::gazetteer::lexical_relations::WordingCue;
use crate::syntax::{PennTag, Relation};

/// What a clause is about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Matter {
    /// The word that carries what it says.
    pub(super) head: usize,
    /// Of whom it says so; none where the head is all.
    pub(super) subject: Option<usize>,
    /// The verb says no more than that it is so.
    pub(super) light: bool,
    /// The head is a noun that says what the subject is: "works as a *broker*".
    pub(super) as_noun: bool,
    /// The clause says where the head is.
    pub(super) located: bool,
    /// The clause says that the subject got the head: "was not awarded the *prize*", "did not receive the *prize*".
    pub(super) given: bool,
}

/// What a clause can be about: "no strike was *attempted*" is about the strike, "the town is not located in Spain" about the
/// town, and about its location.
pub(super) fn matters(n: &Reading<'_>, index: usize) -> Vec<Matter> {
    let clause = &n.clauses.clauses[index];
    let head = clause.noun.unwrap_or(clause.head());
    let subject = controlled(n, clause).or_else(|| clause.subject().map(|subject| subject.head)).filter(|&subject| subject != head);
    // "Police did not say whether": that somebody is silent on one thing is not denied by what he says of another.
    if n.is_cue(head, WordingCue::Speech) {
        return Vec::new();
    }
    let object = clause.arguments.iter().find(|argument| argument.slot == Slot::Object && !argument.shared).map(|argument| argument.head);
    let takes_place = takes_place(n, clause, head) || object.is_some_and(|object| takes_place(n, clause, object));
    let happens = n.is_cue(head, WordingCue::Happening) && (clause.passive || n.is_cue(head, WordingCue::Existing));
    if let Some(subject) = subject.filter(|_| takes_place || (happens && n.tree.tag(head) != PennTag::NN)) {
        return vec![Matter { head: subject, subject: None, light: true, as_noun: false, located: false, given: false }];
    }
    let got = || object.map(|head| Matter { head, subject, light: true, as_noun: false, located: false, given: true });
    if n.is_cue(head, WordingCue::Giving) && clause.passive {
        return got().into_iter().collect();
    }
    if n.is_cue(head, WordingCue::Carrier)
        && let Some(object) = object
    {
        return vec![Matter { head: object, subject, light: true, as_noun: false, located: false, given: false }];
    }
    let mut matters = Vec::new();
    if n.is_cue(head, WordingCue::Receiving) && !clause.passive {
        matters.extend(got());
    }
    let works_as = clause.arguments.iter().find(|argument| {
        argument.slot == Slot::Oblique
            && argument.preposition.is_some_and(|case| n.tree.lemma(case) == "as")
            && n.is_cue(head, WordingCue::Function)
    });
    if let Some(office) = works_as {
        matters.push(Matter { head: office.head, subject, light: true, as_noun: true, located: false, given: false });
    }
    if n.tells(head) {
        matters.push(Matter { head, subject, light: false, as_noun: false, located: false, given: false });
    }
    if n.is_cue(head, WordingCue::Location)
        && let Some(subject) = subject
    {
        matters.push(Matter { head: subject, subject: None, light: true, as_noun: false, located: true, given: false });
    }
    matters
}

/// "prevented *the guests* from entering": who does not do what a verb keeps him from.
fn controlled(n: &Reading<'_>, clause: &Clause) -> Option<usize> {
    let top = clause.top();
    let from = n.tree.children(top).any(|child| child < top && n.tree.lemma(child) == "from");
    let verb = n.tree.head(top).filter(|&verb| from && n.words[verb].puts)?;
    n.tree.child_with(verb, Relation::Obj).or_else(|| n.tree.child_with(verb, Relation::NsubjPass))
}

/// "No vote *took place*": whether a noun is the second half of these words.
fn takes_place(n: &Reading<'_>, clause: &Clause, noun: usize) -> bool {
    n.is_cue(noun, WordingCue::Occasion) && clause.chain.iter().any(|&word| n.is_cue(word, WordingCue::TakesPlace))
}

/// The words of what is denied: those of the clause and of what hangs on it, without what stands beside it.
pub(super) fn core(n: &Reading<'_>, index: usize, matter: Matter) -> Vec<usize> {
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
        // "*failed* to repay": how the clause is put says it already.
        if clause.chain.contains(&token) && n.words[token].puts {
            return true;
        }
        let verb = clause.chain.contains(&token) || clause.noun == Some(token);
        matter.light && (verb || n.tree.head(token).is_some_and(|head| clause.chain.contains(&head)) && takes_place(n, clause, token))
    };
    (0..n.len()).filter(|&token| token != matter.head && n.tells(token) && !is_light(token) && !beside(token)).collect()
}

/// Whether a clause says what its subject is: "is a broker", "works as a broker".
pub(super) fn is_identity(n: &Reading<'_>, index: usize, matter: Matter) -> bool {
    n.tree.child_with(n.clauses.clauses[index].head(), Relation::Cop).is_some() || matter.as_noun
}
