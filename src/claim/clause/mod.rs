//! Clauses from a dependency tree: a predicate with what governs it, its arguments, and where it stands.
//!
//! Verbs that only say how something is done ("agreed to accept", "aims to deport", "began sending") are taken together
//! with their complement as one predicate: a chain, outermost first. The last word of the chain carries the meaning.

mod arguments;
mod build;
mod chain;
mod evidence;
mod intention;
mod word;

pub(in crate::claim) use self::build::is_whole;
pub(crate) use self::word::{has_to, is_noun, is_passive, is_verb, preposition, row_of};

use crate::syntax::{Relation, Sentence as Tree};

/// How a clause stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClauseKind {
    /// The sentence's own clause.
    Main,
    /// A further clause of a coordination.
    Conjunct,
    /// The content of saying, thinking, asking: "said *they agreed*".
    Complement,
    /// "the court *that ruled*".
    Relative,
    /// "migrants *sent to Guatemala*", "laws *banning* …".
    Participle,
    /// "the plan *to deport them*".
    Infinitive,
    /// "… *after the army came*".
    Adverbial,
    /// "… *to reach a verdict*".
    Purpose,
    /// A clause set beside another: "…, *he said*".
    Aside,
    /// A condition: "*if* …"; nothing in it is asserted.
    Condition,
    /// No verb at all: a headline or a caption.
    Fragment,
}

/// Where an argument stands to its predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// The subject of an active clause.
    Subject,
    /// The subject of a passive clause.
    PassiveSubject,
    /// The direct object.
    Object,
    /// "paid *Rwanda* a sum".
    IndirectObject,
    /// "by *Miller*".
    Agent,
    /// A phrase with a preposition, or none.
    Oblique,
    /// The noun after a form of "be".
    Predicative,
}

/// An argument of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Argument {
    /// The head of the noun phrase.
    pub(crate) head: usize,
    /// Where it stands.
    pub(crate) slot: Slot,
    /// Its preposition, as a token.
    pub(crate) preposition: Option<usize>,
    /// The word of the chain that it depends on.
    pub(crate) of: usize,
    /// Whether it belongs to another clause in the text and is shared by this one.
    pub(crate) shared: bool,
}

/// A clause.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    /// How it stands in the sentence.
    pub(crate) kind: ClauseKind,
    /// Its words of predicate, outermost first: "agreed", "accept"; never empty.
    pub(crate) chain: Vec<usize>,
    /// The noun that says what happens where the verb is light: "talks" of "hold talks".
    pub(crate) noun: Option<usize>,
    /// The clause that it depends on.
    pub(crate) parent: Option<usize>,
    /// The noun that a relative clause or participle modifies.
    pub(crate) antecedent: Option<usize>,
    /// Whether the last verb of the chain is passive.
    pub(crate) passive: bool,
    /// Its arguments, the subject first.
    pub(crate) arguments: Vec<Argument>,
    /// Clauses whose words count as this one's own: purposes, and what somebody is asked to do.
    pub(crate) absorbed: Vec<usize>,
    /// The clause that took this one in, if one did.
    pub(crate) absorbed_by: Option<usize>,
}

impl Clause {
    /// The outermost word of the predicate.
    pub(crate) fn top(&self) -> usize {
        self.chain[0]
    }

    /// The verb, noun or adjective that carries the meaning.
    pub(crate) fn head(&self) -> usize {
        self.chain[self.chain.len() - 1]
    }

    /// "They expect *the minister* to resign", "want *Mexico* to pay": the object of the outer verb, who does what the inner one says.
    pub(crate) fn wanted(&self, tree: &Tree) -> Option<usize> {
        let mut pairs = self.chain.windows(2).map(|pair| (pair[0], pair[1]));
        let (outer, inner) = pairs.find(|&(outer, inner)| {
            is_verb(tree.tag(outer)) && !is_passive(tree, outer) && has_to(tree, inner) && tree.head(inner) == Some(outer)
        })?;
        tree.child_with(outer, Relation::Obj).filter(|&object| object < inner)
    }

    /// Its subject.
    pub(crate) fn subject(&self) -> Option<&Argument> {
        self.arguments.iter().find(|argument| matches!(argument.slot, Slot::Subject | Slot::PassiveSubject))
    }
}

/// All clauses of a sentence, in the order of their outermost words.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    pub(crate) clauses: Vec<Clause>,
    /// The clause that each token belongs to.
    pub(crate) owner: Vec<usize>,
}
