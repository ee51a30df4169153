//! Clauses from a dependency tree: a predicate with what governs it, its arguments, and where it stands.
//!
//! Verbs that only say how something is done ("agreed to accept", "aims to deport", "began sending") are taken together
//! with their complement as one predicate: a chain, outermost first. The last word of the chain carries the meaning.

use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::MarkKind;
use crate::gazetteer::predicates::{Control, Frame, Part, PredicateRow};
use crate::syntax::{PennTag, Relation, Sentence as Tree};

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

/// Whether the tag is a verb's.
pub(crate) fn is_verb(tag: PennTag) -> bool {
    matches!(tag, PennTag::VB | PennTag::VBD | PennTag::VBG | PennTag::VBN | PennTag::VBP | PennTag::VBZ)
}

/// Whether the tag is a noun's.
pub(crate) fn is_noun(tag: PennTag) -> bool {
    matches!(tag, PennTag::NN | PennTag::NNS | PennTag::NNP | PennTag::NNPS)
}

fn is_relative_word(tree: &Tree, token: usize) -> bool {
    matches!(tree.tag(token), PennTag::WDT | PennTag::WP | PennTag::WPS) || (tree.lemma(token) == "that" && tree.tag(token) == PennTag::IN)
}

/// The first preposition of a noun phrase.
pub(crate) fn preposition(tree: &Tree, noun: usize) -> Option<usize> {
    tree.children(noun).find(|&child| tree.relation(child) == Relation::Case && tree.tag(child) != PennTag::POS)
}

/// Whether a word introduces the infinitive at `verb`.
pub(crate) fn has_to(tree: &Tree, verb: usize) -> bool {
    tree.children(verb).any(|child| {
        child < verb && tree.relation(child) == Relation::Mark && (tree.tag(child) == PennTag::TO || tree.lemma(child) == "to")
    })
}

/// Whether a token has a child of one of the subject relations.
fn has_subject(tree: &Tree, token: usize) -> bool {
    tree.children(token).any(|child| tree.relation(child).is_subject())
}

fn has_copula(tree: &Tree, token: usize) -> bool {
    tree.child_with(token, Relation::Cop).is_some()
}

/// Whether a verb stands in the passive, or is a past participle that modifies a noun.
pub(crate) fn is_passive(tree: &Tree, verb: usize) -> bool {
    if tree.children(verb).any(|child| matches!(tree.relation(child), Relation::AuxPass | Relation::NsubjPass | Relation::CsubjPass)) {
        return true;
    }
    // "were shot and killed": the second of two passives shares the auxiliary.
    if matches!(tree.tag(verb), PennTag::VBN | PennTag::VBD | PennTag::JJ)
        && tree.relation(verb) == Relation::Conj
        && !tree.children(verb).any(|child| matches!(tree.relation(child), Relation::Obj | Relation::Nsubj | Relation::Aux | Relation::Cop))
        && tree.head(verb).is_some_and(|head| tree.child_with(head, Relation::AuxPass).is_some())
    {
        return true;
    }
    tree.tag(verb) == PennTag::VBN
        && !tree.children(verb).any(|child| matches!(tree.relation(child), Relation::Aux | Relation::Nsubj | Relation::Cop))
}

/// The row of the table of predicates for a word of the tree, with its particle, preposition or object where a row has them.
///
/// "reach out to nine countries" has the row of "reach out"; "hold talks" that of "hold talk".
pub(crate) fn row_of<'g>(tree: &Tree, gazetteers: &'g Gazetteers, token: usize) -> Option<&'g PredicateRow> {
    let lemma = tree.lemma(token);
    let tag = tree.tag(token);
    let predicates = &gazetteers.predicates;
    // "seek to" takes an infinitive, "lead to" a noun; a particle hangs on the verb itself: "rule out", not "rule 21 out of 29".
    let beside = |row: &PredicateRow, word: &str| {
        tree.children(token).any(|child| {
            let relation = tree.relation(child);
            match word {
                "to" if row.control == Control::Subject => relation == Relation::Xcomp && has_to(tree, child),
                "out" | "up" | "down" | "off" | "away" | "back" => {
                    tree.lemma(child) == word && matches!(relation, Relation::CompoundPrt | Relation::Advmod)
                }
                "that" => relation == Relation::Ccomp,
                _ => {
                    let near = !relation.is_subject() && relation != Relation::Conj && tree.lemma(child) == word;
                    near || (matches!(relation.universal(), Relation::Obl | Relation::Advcl | Relation::Nmod | Relation::Xcomp)
                        && tree.children(child).any(|below| tree.relation(below) == Relation::Case && tree.lemma(below) == word))
                }
            }
        })
    };
    let find = |part| {
        let row = predicates.phrase(part, lemma, beside).or_else(|| predicates.get(part, lemma));
        // A lemma that was guessed with an "e" too many: "solicite".
        row.or_else(|| predicates.get(part, lemma.strip_suffix('e')?))
    };
    if is_verb(tag) {
        // A participle after "be" may be an adjective of the table: "is set to", "were injured".
        let word_is_adjective = tag == PennTag::VBN && tree.child_with(token, Relation::Cop).is_some();
        return if word_is_adjective { find(Part::Adjective).or_else(|| find(Part::Verb)) } else { find(Part::Verb) };
    }
    if is_noun(tag) {
        return find(Part::Noun);
    }
    match tag {
        PennTag::JJ | PennTag::JJR | PennTag::JJS => {
            find(Part::Adjective).or_else(|| predicates.get(Part::Verb, lemma.strip_suffix("ed")?))
        }
        PennTag::IN | PennTag::RB | PennTag::RP => None,
        _ => find(Part::Adjective),
    }
}

impl Clauses {
    /// The clauses of a tree.
    pub(crate) fn of(tree: &Tree, _text: &str, gazetteers: &Gazetteers) -> Self {
        let count = tree.len();
        let mut clauses = Self { clauses: Vec::new(), owner: vec![usize::MAX; count] };
        let mut starts: Vec<usize> = (0..count).filter(|&token| begins_clause(tree, token)).collect();
        if starts.is_empty() {
            starts.extend(tree.root());
        }
        let mut clause_of_start = vec![usize::MAX; count];
        for &start in &starts {
            if clause_of_start[start] != usize::MAX {
                continue;
            }
            let chain = Chain::follow(tree, gazetteers, start);
            let index = clauses.clauses.len();
            for &word in &chain.words {
                clause_of_start[word] = index;
            }
            let noun_clause = chain.through.iter().copied();
            for word in noun_clause {
                if clause_of_start[word] == usize::MAX && begins_clause(tree, word) {
                    clause_of_start[word] = index;
                }
            }
            clauses.clauses.push(Clause {
                kind: kind_of(tree, gazetteers, start),
                passive: is_passive(tree, chain.words[chain.words.len() - 1]),
                chain: chain.words,
                noun: chain.noun,
                parent: None,
                antecedent: None,
                arguments: Vec::new(),
                absorbed: Vec::new(),
                absorbed_by: None,
            });
        }
        clauses.find_owners(tree, &clause_of_start);
        clauses.find_parents(tree);
        clauses.find_arguments(tree, gazetteers);
        clauses.absorb(tree, gazetteers);
        clauses
    }

    fn find_owners(&mut self, tree: &Tree, clause_of_start: &[usize]) {
        for token in 0..tree.len() {
            let mut at = token;
            self.owner[token] = loop {
                if clause_of_start[at] != usize::MAX {
                    break clause_of_start[at];
                }
                match tree.head(at) {
                    Some(head) => at = head,
                    None => break 0,
                }
            };
        }
    }

    fn find_parents(&mut self, tree: &Tree) {
        for index in 0..self.clauses.len() {
            let top = self.clauses[index].top();
            let Some(head) = tree.head(top) else { continue };
            if self.owner[head] != index {
                self.clauses[index].parent = Some(self.owner[head]);
            }
            if matches!(tree.relation(top), Relation::Acl | Relation::AclRelcl) {
                self.clauses[index].antecedent = Some(head);
            }
        }
    }

    fn find_arguments(&mut self, tree: &Tree, gazetteers: &Gazetteers) {
        // Parents come before their dependents in the walk, so that a shared subject is there when it is asked for.
        let mut order: Vec<usize> = (0..self.clauses.len()).collect();
        order.sort_by_key(|&index| self.depth(index));
        for index in order {
            let arguments = self.arguments_of(tree, gazetteers, index);
            self.clauses[index].arguments = arguments;
        }
    }

    fn depth(&self, mut index: usize) -> usize {
        let mut depth = 0;
        while let Some(parent) = self.clauses[index].parent {
            depth += 1;
            index = parent;
            if depth > self.clauses.len() {
                break;
            }
        }
        depth
    }

    fn arguments_of(&self, tree: &Tree, gazetteers: &Gazetteers, index: usize) -> Vec<Argument> {
        let clause = &self.clauses[index];
        let mut arguments = Vec::new();
        if let Some(subject) = self.subject_of(tree, index) {
            arguments.push(subject);
        }
        let words = clause.chain.iter().chain(clause.noun.as_ref());
        for &word in words {
            for child in tree.children(word) {
                let slot = match tree.relation(child) {
                    Relation::Obj => Slot::Object,
                    Relation::Iobj => Slot::IndirectObject,
                    Relation::OblAgent => Slot::Agent,
                    Relation::Obl | Relation::OblUnmarked | Relation::Nmod | Relation::NmodUnmarked => Slot::Oblique,
                    // "sending them there"
                    Relation::Advmod if matches!(tree.lemma(child), "there" | "here") && tree.tag(child) == PennTag::RB => Slot::Oblique,
                    _ => continue,
                };
                if Some(child) == clause.noun {
                    continue;
                }
                let case = preposition(tree, child);
                let by = case.is_some_and(|case| tree.lemma(case) == "by");
                let slot = if by && slot == Slot::Oblique && clause.passive { Slot::Agent } else { slot };
                arguments.push(Argument { head: child, slot, preposition: case, of: word, shared: false });
            }
        }
        let head = clause.head();
        if !is_verb(tree.tag(head)) && has_copula(tree, head) && is_noun(tree.tag(head)) {
            arguments.push(Argument { head, slot: Slot::Predicative, preposition: preposition(tree, head), of: head, shared: false });
        }
        self.add_antecedent(tree, index, &mut arguments);
        let _ = gazetteers;
        arguments
    }

    /// The subject by the tree, or the one that the clause shares with another: of a coordination, an adverbial participle, a
    /// relative clause.
    fn subject_of(&self, tree: &Tree, index: usize) -> Option<Argument> {
        let clause = &self.clauses[index];
        for &word in &clause.chain {
            for child in tree.children(word) {
                let relation = tree.relation(child);
                if !relation.is_subject() || relation.universal() == Relation::Csubj {
                    continue;
                }
                let slot = if clause.passive { Slot::PassiveSubject } else { Slot::Subject };
                if is_relative_word(tree, child) {
                    let head = clause.antecedent.or_else(|| self.relative_antecedent(tree, index))?;
                    return Some(Argument { head, slot, preposition: None, of: word, shared: true });
                }
                return Some(Argument { head: child, slot, preposition: None, of: word, shared: false });
            }
        }
        let top = clause.top();
        let slot = if clause.passive { Slot::PassiveSubject } else { Slot::Subject };
        match clause.kind {
            ClauseKind::Participle => {
                let head = clause.antecedent?;
                Some(Argument { head, slot, preposition: None, of: top, shared: true })
            }
            // "has seen Kosovo agreeing to …", "left two people dead": the object of the one is the subject of the other.
            _ if tree.relation(top) == Relation::Xcomp => {
                let governor = tree.head(top)?;
                match tree.child_with(governor, Relation::Obj) {
                    Some(object) => Some(Argument { head: object, slot, preposition: None, of: top, shared: true }),
                    None => self.clauses[clause.parent?].subject().map(|subject| Argument { slot, of: top, shared: true, ..*subject }),
                }
            }
            ClauseKind::Conjunct | ClauseKind::Adverbial | ClauseKind::Purpose | ClauseKind::Complement => {
                if clause.kind == ClauseKind::Complement && is_verb(tree.tag(top)) && !has_to(tree, top) && tree.tag(top) != PennTag::VBG {
                    return None;
                }
                let parent = clause.parent?;
                let subject = self.clauses[parent].subject()?;
                Some(Argument { slot, of: top, shared: true, ..*subject })
            }
            _ => None,
        }
    }

    fn relative_antecedent(&self, tree: &Tree, index: usize) -> Option<usize> {
        let mut at = self.clauses[index].top();
        while let Some(head) = tree.head(at) {
            if matches!(tree.relation(at), Relation::AclRelcl | Relation::Acl) {
                return Some(head);
            }
            at = head;
        }
        None
    }

    /// The antecedent as object or place of a relative clause: "a policy which both have criticised", "Libya, where …".
    fn add_antecedent(&self, tree: &Tree, index: usize, arguments: &mut Vec<Argument>) {
        let clause = &self.clauses[index];
        let Some(antecedent) = clause.antecedent else { return };
        if clause.kind != ClauseKind::Relative || arguments.iter().any(|argument| argument.head == antecedent) {
            return;
        }
        let head = clause.head();
        let place = tree.children(head).find(|&child| tree.tag(child) == PennTag::WRB && tree.lemma(child) == "where");
        let (slot, preposition) = match place {
            Some(word) => (Slot::Oblique, Some(word)),
            None => (Slot::Object, None),
        };
        for argument in arguments.iter_mut() {
            if is_relative_word(tree, argument.head) {
                argument.head = antecedent;
                argument.shared = true;
                return;
            }
        }
        if slot == Slot::Oblique || !arguments.iter().any(|argument| argument.slot == Slot::Object) {
            arguments.push(Argument { head: antecedent, slot, preposition, of: head, shared: true });
        }
    }

    /// Purposes, and what somebody is asked to do, count as part of the clause that they depend on.
    fn absorb(&mut self, tree: &Tree, gazetteers: &Gazetteers) {
        for index in 0..self.clauses.len() {
            let Some(parent) = self.clauses[index].parent else { continue };
            let top = self.clauses[index].top();
            let relation = tree.relation(top);
            let controlled = row_of(tree, gazetteers, self.clauses[parent].head()).is_some_and(|row| row.control == Control::Object);
            let bare = !tree.children(top).any(|child| tree.relation(child).is_subject());
            // "before deporting them", "by sending the prisoners": a gerund under a preposition serves its clause.
            let gerund = (relation == Relation::Advcl || (relation == Relation::Acl && under_accusation(tree, gazetteers, top)))
                && tree.tag(top) == PennTag::VBG
                && bare
                && tree.children(top).any(|child| {
                    child < top
                        && matches!(tree.relation(child), Relation::Mark | Relation::Case)
                        && !matches!(tree.lemma(child), "while" | "when" | "after" | "before")
                });
            let asked = gerund
                || (relation == Relation::Xcomp && (controlled || !is_shown(tree, self.clauses[parent].head())))
                || (relation == Relation::Ccomp
                    && row_of(tree, gazetteers, self.clauses[parent].head())
                        .is_some_and(|row| row.control == Control::Object && row.frame != Frame::Speech));
            let inside = matches!(self.clauses[index].kind, ClauseKind::Purpose | ClauseKind::Infinitive) || asked;
            let parent = if gerund && relation == Relation::Acl {
                self.owner[tree.head(top).and_then(|noun| tree.head(noun)).unwrap_or(top)]
            } else {
                parent
            };
            if inside && (bare || asked) && parent != index {
                self.clauses[index].absorbed_by = Some(parent);
                self.clauses[parent].absorbed.push(index);
            }
        }
    }

    /// The evidence of a clause: its words without the clauses around and beside it.
    pub(crate) fn span(&self, tree: &Tree, text: &str, index: usize) -> Span {
        let clause = &self.clauses[index];
        let top = clause.top();
        let mut keep: Vec<usize> = vec![top];
        let mut next = 0;
        while let Some(&at) = keep.get(next) {
            next += 1;
            for child in tree.children(at) {
                if self.is_beside(tree, index, at, child) {
                    continue;
                }
                keep.push(child);
            }
        }
        if let Some(antecedent) = clause.antecedent {
            // The antecedent with what stands before it: "over 100 migrants sent to Panama".
            keep.push(antecedent);
            keep.extend(tree.children(antecedent).filter(|&child| child < antecedent && tree.relation(child) != Relation::Case));
        }
        keep.sort_unstable();
        keep.dedup();
        let mut kept = keep.as_slice();
        while let [first, rest @ ..] = kept
            && !rest.is_empty()
            && is_edge(tree, *first)
        {
            kept = rest;
        }
        while let [rest @ .., last] = kept
            && !rest.is_empty()
            && is_closing(tree, *last)
            && !closes_inside(tree, text, rest[0], *last)
        {
            kept = rest;
        }
        let (first, last) = (kept.first().copied().unwrap_or(top), kept.last().copied().unwrap_or(top));
        tree.token_span(first).join(tree.token_span(last))
    }

    /// Whether `child` stands beside the clause `index`, not in it: coordinated clauses, asides, clauses of time and contrast.
    fn is_beside(&self, tree: &Tree, index: usize, parent: usize, child: usize) -> bool {
        let relation = tree.relation(child);
        if matches!(relation, Relation::Parataxis | Relation::Discourse | Relation::Vocative) {
            return true;
        }
        let owner = self.owner[child];
        if owner == index || self.owner[parent] != index {
            return false;
        }
        let other = &self.clauses[owner];
        if other.top() != child {
            return false;
        }
        match other.kind {
            ClauseKind::Conjunct | ClauseKind::Aside | ClauseKind::Condition => true,
            ClauseKind::Adverbial => has_subject(tree, child) || preceded_by_comma(tree, child) || child < self.clauses[index].top(),
            ClauseKind::Relative => preceded_by_comma(tree, child),
            ClauseKind::Participle => preceded_by_comma(tree, child) && child > parent && !is_including(tree, child),
            _ => false,
        }
    }
}

/// "accused Russia *of poisoning him*", "barred them *from entering*": the gerund belongs to the verb, wherever it hangs.
fn under_accusation(tree: &Tree, gazetteers: &Gazetteers, gerund: usize) -> bool {
    let preposition = tree.children(gerund).any(|child| child < gerund && matches!(tree.lemma(child), "of" | "from"));
    let verb = tree.head(gerund).filter(|&noun| tree.relation(noun) == Relation::Obj).and_then(|noun| tree.head(noun));
    preposition && verb.is_some_and(|verb| row_of(tree, gazetteers, verb).is_some_and(|row| row.control == Control::Object))
}

fn is_including(tree: &Tree, token: usize) -> bool {
    tree.lemma(token) == "include"
}

/// Whether a verb has its object do or be something: "has *seen Kosovo agreeing*", "*left two dead*".
fn is_shown(tree: &Tree, verb: usize) -> bool {
    tree.child_with(verb, Relation::Obj).is_some()
}

fn preceded_by_comma(tree: &Tree, token: usize) -> bool {
    let first = tree.subtree_range(token).start;
    first > 0 && matches!(tree.tag(first - 1), PennTag::Comma | PennTag::Colon)
        || matches!(tree.tag(first), PennTag::Comma | PennTag::Colon)
}

/// Words that do not belong to the evidence at its beginning: marks, conjunctions, punctuation.
fn is_edge(tree: &Tree, token: usize) -> bool {
    matches!(tree.relation(token), Relation::Cc | Relation::Punct)
        || (tree.relation(token) == Relation::Mark && tree.tag(token) != PennTag::TO)
}

fn is_closing(tree: &Tree, token: usize) -> bool {
    tree.relation(token) == Relation::Punct || tree.relation(token) == Relation::Cc
}

/// Whether the closing mark at `last` belongs to one inside: "“safe third country” pacts" keeps its marks.
fn closes_inside(tree: &Tree, text: &str, first: usize, last: usize) -> bool {
    let opens = match tree.word(text, last) {
        "”" => '“',
        ")" => '(',
        "’" => '‘',
        _ => return false,
    };
    tree.token_span(first).join(tree.token_span(last)).of(text).contains(opens)
}

/// Whether a clause begins at the token.
fn begins_clause(tree: &Tree, token: usize) -> bool {
    let relation = tree.relation(token);
    let tag = tree.tag(token);
    if matches!(relation, Relation::Root) {
        return true;
    }
    if relation.is_clausal() {
        // Appended noun phrases are no clauses: "…, 42, of Ohio".
        return relation != Relation::Parataxis || is_verb(tag) || has_subject(tree, token) || has_copula(tree, token);
    }
    if has_subject(tree, token) || has_copula(tree, token) {
        return true;
    }
    // "were shot and wounded": participles that are tagged as adjectives.
    let participle = tag == PennTag::JJ && tree.lemma(token).ends_with("ed");
    if relation == Relation::Conj && (is_verb(tag) || participle) {
        return tree.head(token).is_some_and(|head| is_verb(tree.tag(head)) || begins_clause(tree, head));
    }
    false
}

fn kind_of(tree: &Tree, gazetteers: &Gazetteers, start: usize) -> ClauseKind {
    let condition = tree.children(start).any(|child| {
        child < start
            && matches!(tree.relation(child), Relation::Mark | Relation::Advmod)
            && gazetteers.cues.mark(tree.lemma(child)) == Some(MarkKind::Condition)
    });
    let tag = tree.tag(start);
    if condition {
        return ClauseKind::Condition;
    }
    match tree.relation(start) {
        Relation::Root if is_verb(tag) || has_subject(tree, start) || has_copula(tree, start) => ClauseKind::Main,
        Relation::Root => ClauseKind::Fragment,
        Relation::Conj => ClauseKind::Conjunct,
        Relation::Parataxis => ClauseKind::Aside,
        Relation::AclRelcl => ClauseKind::Relative,
        Relation::Acl if has_subject(tree, start) => ClauseKind::Complement,
        Relation::Acl if has_to(tree, start) => ClauseKind::Infinitive,
        Relation::Acl => ClauseKind::Participle,
        Relation::Advcl | Relation::AdvclRelcl if !has_subject(tree, start) && has_to(tree, start) => ClauseKind::Purpose,
        Relation::Advcl | Relation::AdvclRelcl => ClauseKind::Adverbial,
        Relation::Xcomp if has_to(tree, start) => ClauseKind::Purpose,
        _ => ClauseKind::Complement,
    }
}

/// The words of a predicate that belong together, found by following complements.
struct Chain {
    words: Vec<usize>,
    noun: Option<usize>,
    /// Nouns that the chain passes through: "formalized their *willingness* to accept".
    through: Vec<usize>,
}

impl Chain {
    fn follow(tree: &Tree, gazetteers: &Gazetteers, start: usize) -> Self {
        let mut chain = Self { words: vec![start], noun: None, through: Vec::new() };
        let mut at = start;
        while chain.words.len() < 6 {
            let row = row_of(tree, gazetteers, at);
            if let Some(next) = complement(tree, row, at) {
                chain.words.push(next);
                at = next;
                continue;
            }
            let light = row.is_none_or(|row| {
                matches!(row.frame, Frame::Light) || matches!(&*row.class, "sign" | "agree" | "say" | "build" | "increase" | "receive")
            });
            let Some(noun) = tree.child_with(at, Relation::Obj).filter(|&noun| is_noun(tree.tag(noun))) else { break };
            let Some(noun_row) = row_of(tree, gazetteers, noun) else { break };
            // "efforts to build", "a policy of turning away"
            let infinitive = tree.children(noun).find(|&child| {
                matches!(tree.relation(child), Relation::Acl | Relation::Nmod)
                    && is_verb(tree.tag(child))
                    && (has_to(tree, child) || tree.children(child).any(|below| below < child && tree.lemma(below) == "of"))
            });
            // Parsers hang the infinitive on the verb as well: it follows the noun without a break.
            let infinitive = infinitive.or_else(|| {
                tree.children(at).find(|&child| {
                    matches!(tree.relation(child), Relation::Advcl | Relation::Xcomp)
                        && has_to(tree, child)
                        && tree.subtree_range(child).start == noun + 1
                })
            });
            match infinitive {
                // "formalized their willingness to accept", "announced plans to build"
                Some(next) if light && (noun_row.control == Control::Subject || row.is_some_and(|row| &*row.class == "receive")) => {
                    chain.words.push(noun);
                    chain.words.push(next);
                    chain.through.push(noun);
                    at = next;
                }
                // "hold talks", "reached an agreement"
                _ if row.is_some_and(|row| row.frame == Frame::Light) && noun_row.frame == Frame::Event => {
                    chain.noun = Some(noun);
                    break;
                }
                _ => break,
            }
        }
        chain
    }
}

/// The complement that a word of the chain is taken together with.
fn complement(tree: &Tree, row: Option<&PredicateRow>, at: usize) -> Option<usize> {
    let passive = is_verb(tree.tag(at)) && is_passive(tree, at);
    let candidate = tree.children(at).find(|&child| match tree.relation(child) {
        Relation::Xcomp => true,
        // "is willing to accept": parsers hang the infinitive on the adjective in either way.
        Relation::Advcl | Relation::Ccomp => has_to(tree, child) && !has_subject(tree, child) && !is_verb(tree.tag(at)),
        _ => false,
    })?;
    let has_object = tree.child_with(at, Relation::Obj).is_some();
    match row {
        Some(row) if row.control == Control::Subject => (row.frame != Frame::Speech || !has_object).then_some(candidate),
        Some(row) if row.control == Control::Object => None,
        Some(row) if row.frame == Frame::Light && is_verb(tree.tag(candidate)) => (!has_object).then_some(candidate),
        Some(row) if row.frame == Frame::Speech && passive => Some(candidate),
        // "remain resistant", "was found dead": the adjective says what holds.
        _ if !is_verb(tree.tag(candidate)) => (!has_object).then_some(candidate),
        _ => (!has_object && !passive && tree.relation(candidate) == Relation::Xcomp).then_some(candidate),
    }
}
