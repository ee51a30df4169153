//! Words of a tree as clauses ask for them: what they are, and which row of the table of predicates they have.

use std::cell::LazyCell;

use crate::gazetteer::Gazetteers;
use crate::gazetteer::dates::DateSense;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Control, Part, PredicateRow, Role};
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// Whether the tag is a verb's.
pub(crate) fn is_verb(tag: PennTag) -> bool {
    matches!(tag, PennTag::VB | PennTag::VBD | PennTag::VBG | PennTag::VBN | PennTag::VBP | PennTag::VBZ)
}

/// Whether the tag is a noun's.
pub(crate) fn is_noun(tag: PennTag) -> bool {
    matches!(tag, PennTag::NN | PennTag::NNS | PennTag::NNP | PennTag::NNPS)
}

pub(super) fn is_relative_word(tree: &Tree, token: usize) -> bool {
    let that = || match tree.tag(token) {
        PennTag::IN => true,
        // "the feel *that*'s so typical": in a relative clause it is no determiner.
        PennTag::DT => tree.head(token).is_some_and(|verb| tree.relation(verb) == Relation::AclRelcl && token < verb),
        _ => false,
    };
    matches!(tree.tag(token), PennTag::WDT | PennTag::WP | PennTag::WPS) || (tree.lemma(token) == "that" && that())
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
pub(super) fn has_subject(tree: &Tree, token: usize) -> bool {
    tree.children(token).any(|child| tree.relation(child).is_subject())
}

pub(super) fn has_copula(tree: &Tree, token: usize) -> bool {
    tree.child_with(token, Relation::Cop).is_some()
}

/// Whether a verb stands in the passive, or is a past participle that modifies a noun.
pub(crate) fn is_passive(tree: &Tree, verb: usize) -> bool {
    if tree.child_with(verb, Relation::AuxPass).is_some() {
        return true;
    }
    // "The mission has scheduled a meeting": a perfect without "been" is active, whatever its subject was taken for.
    let perfect = tree.children(verb).any(|child| tree.relation(child) == Relation::Aux && tree.lemma(child) == "have");
    if !perfect && tree.children(verb).any(|child| matches!(tree.relation(child), Relation::NsubjPass | Relation::CsubjPass)) {
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
    // "has shot and *wounded* five": the second of two perfects shares the auxiliary, and has an object of its own.
    let shares_perfect = tree.relation(verb) == Relation::Conj
        && (tree.child_with(verb, Relation::Obj).is_some() || shared_object(tree, verb).is_some())
        && tree.head(verb).is_some_and(|head| is_verb(tree.tag(head)) && !is_passive(tree, head));
    // "were *injured*": the tree may take the auxiliary for a copula.
    if tree.tag(verb) == PennTag::VBN && tree.child_with(verb, Relation::Cop).is_some() {
        return true;
    }
    // "has complained and *railed*", "left the house and *emigrated*": beside an active verb with no auxiliary of its own.
    let beside_active = tree.relation(verb) == Relation::Conj
        && tree.head(verb).is_some_and(|head| tree.tag(head).is_finite() && has_subject(tree, head) && !is_passive(tree, head));
    tree.tag(verb) == PennTag::VBN
        && !shares_perfect
        && !beside_active
        && !tree.children(verb).any(|child| matches!(tree.relation(child), Relation::Aux | Relation::Nsubj | Relation::Cop))
}

/// "shot and *wounded* five": the object behind the second of two verbs is that of both, though it hangs on the first.
pub(super) fn shared_object(tree: &Tree, verb: usize) -> Option<usize> {
    let alone = tree.relation(verb) == Relation::Conj
        && is_verb(tree.tag(verb))
        && !tree.children(verb).any(|child| {
            let relation = tree.relation(child);
            relation.is_subject() || matches!(relation, Relation::Obj | Relation::AuxPass | Relation::Xcomp | Relation::Ccomp)
        });
    let first = tree.head(verb).filter(|&first| alone && first < verb && is_verb(tree.tag(first)))?;
    let object = tree.child_with(first, Relation::Obj).filter(|&object| object > verb)?;
    (tree.subtree_range(object).start <= verb + 2).then_some(object)
}

/// "*arrested* and charged two men": the object of the second of two verbs is that of both, where the first takes one.
pub(super) fn object_of_the_next(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> Option<usize> {
    let next = verb + 2;
    let pair = next < tree.len() && tree.tag(verb + 1) == PennTag::CC && is_verb(tree.tag(verb)) && is_verb(tree.tag(next));
    if !pair || tree.head(next) != Some(verb) || !gazetteers.word_sets.has(LexicalSet::TakesAnObject, tree.lemma(verb)) {
        return None;
    }
    tree.child_with(next, Relation::Obj).filter(|&object| object > next && tree.child_with(verb, Relation::Obj).is_none())
}

/// The row of the table of predicates for a word of the tree, with its particle, preposition or object where a row has them.
///
/// "reach out to nine countries" has the row of "reach out"; "hold talks" that of "hold talk".
pub(crate) fn row_of<'g>(tree: &Tree, gazetteers: &'g Gazetteers, token: usize) -> Option<&'g PredicateRow> {
    let lemma = tree.lemma(token);
    let tag = tree.tag(token);
    let predicates = &gazetteers.predicates;
    let lemmas = LazyCell::new(|| lemmas_beside(tree, token));
    // "seek to" takes an infinitive, "lead to" a noun; a particle hangs on the verb itself: "rule out", not "rule 21 out of 29".
    let beside = |row: &PredicateRow, word: &str| {
        // "to" and "that" may be told from the tree without their lemmas.
        if !matches!(word, "to" | "that") && *lemmas & lemma_bit(word) == 0 {
            return false;
        }
        let particle = gazetteers.word_sets.has(FunctionSet::Particle, word);
        tree.children(token).any(|child| {
            let relation = tree.relation(child);
            match word {
                // "have *the right* to stay" is no "have to".
                "to" if row.control == Control::Subject => {
                    let object = |other: usize| tree.relation(other) == Relation::Obj && token < other && other < child;
                    relation == Relation::Xcomp && has_to(tree, child) && !tree.children(token).any(object)
                }
                _ if particle => tree.lemma(child) == word && matches!(relation, Relation::CompoundPrt | Relation::Advmod),
                "that" => relation == Relation::Ccomp,
                _ => {
                    // "refused *to* contribute" is no "contribute to".
                    // "*fatally* shot a guard": an adverb stands on either side of its verb, "was shot, *fatally*" apart.
                    let adverb =
                        || relation == Relation::Advmod && (child.min(token)..child.max(token)).all(|at| tree.tag(at) != PennTag::Comma);
                    let beside = if tree.tag(child) == PennTag::RB { adverb() } else { child > token };
                    let near = beside && !relation.is_subject() && relation != Relation::Conj && tree.lemma(child) == word;
                    // "stood *with* them for peace" is no "stand for".
                    let first = relation != Relation::Obl
                        || !tree.children(token).any(|other| {
                            other > token
                                && other < child
                                && tree.relation(other) == Relation::Obl
                                && tree.child_with(other, Relation::Case).is_some()
                        });
                    // "called *on Thursday*" is no "call on".
                    near || (first
                        && matches!(relation.universal(), Relation::Obl | Relation::Advcl | Relation::Nmod | Relation::Xcomp)
                        && tree.children(child).any(|below| tree.relation(below) == Relation::Case && tree.lemma(below) == word)
                        && !names_a_time(tree, gazetteers, child)
                        // "lowered *by 64*" is no "lowered by the bank".
                        && (row.role(word) != Some(Role::Amount) || gives_a_number(tree, child))
                        && !(is_particle(word) && row.role(word).is_none()))
                        // "the charges were *dropped*", "the ban, *lifted* in May": the object of the row is what it is done to.
                        || (relation == Relation::NsubjPass && tree.lemma(child) == word)
                }
            }
        })
    };
    let moves_its_object = || is_verb(tag) && (is_passive(tree, token) || tree.child_with(token, Relation::Obj).is_some());
    let find = |part| {
        let row = predicates.of_word(part, lemma).and_then(|rows| {
            let plain = rows.single();
            rows.phrase(beside).filter(|row| !(is_for_the_subject_alone(row, plain) && moves_its_object())).or(plain)
        });
        // A lemma that was guessed with an "e" too many: "solicite".
        row.or_else(|| predicates.get(part, lemma.strip_suffix('e')?))
    };
    if is_verb(tag) {
        // A participle after "be" may be an adjective of the table: "is set to", "were injured".
        let word_is_adjective = tag == PennTag::VBN && tree.child_with(token, Relation::Cop).is_some();
        if word_is_adjective {
            return find(Part::Adjective).or_else(|| find(Part::Verb));
        }
        let verb = find(Part::Verb);
        // "was *scheduled to* speak", "is *set to* open": the adjective says how the infinitive is put, where the verb does not.
        let put = |row: &&PredicateRow| row.control == Control::Subject && row.complement.is_some();
        let infinitive = || tree.child_with(token, Relation::Xcomp).is_some_and(|child| has_to(tree, child));
        if tag == PennTag::VBN
            && tree.child_with(token, Relation::AuxPass).is_some()
            && verb.is_none_or(|row| row.complement.is_none())
            && infinitive()
        {
            let participle = || predicates.get(Part::Adjective, &format!("{}ed", lemma.strip_suffix('e').unwrap_or(lemma)));
            return find(Part::Adjective).or_else(participle).filter(put).or(verb);
        }
        return verb;
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

/// The bits of all lemmas that the further words of a row are looked for among: those of the token's children and of their cases.
fn lemmas_beside(tree: &Tree, token: usize) -> u64 {
    let bit = |token: usize| lemma_bit(tree.lemma(token));
    let cases = |child: usize| {
        tree.children(child).filter(|&below| tree.relation(below) == Relation::Case).fold(0, |bits, below| bits | bit(below))
    };
    tree.children(token).fold(0, |bits, child| bits | bit(child) | cases(child))
}

/// One bit of 64 for a lemma: most words that a row needs are told to be absent by it.
fn lemma_bit(lemma: &str) -> u64 {
    let bytes = lemma.as_bytes();
    let ends = bytes.first().zip(bytes.last()).map_or(0, |(&first, &last)| usize::from(first) * 7 + usize::from(last));
    1 << ((ends + bytes.len() * 3) % 64)
}

/// "by *281*", "from *40 boats*".
fn gives_a_number(tree: &Tree, noun: usize) -> bool {
    let number = |token: usize| matches!(tree.tag(token), PennTag::CD | PennTag::Dollar);
    number(noun) || tree.children(noun).any(number)
}

/// "took *in* refugees" is no "take" with a phrase that "in" begins.
fn is_particle(word: &str) -> bool {
    matches!(word, "in" | "on" | "over")
}

/// "on *Thursday*", "for *two weeks*".
fn names_a_time(tree: &Tree, gazetteers: &Gazetteers, noun: usize) -> bool {
    let lemma = tree.lemma(noun);
    let calendar = |sense: DateSense| matches!(sense, DateSense::Weekday(_) | DateSense::Month(_) | DateSense::MonthInDate(_));
    match tree.tag(noun) {
        PennTag::NNP => gazetteers.dates.senses(lemma).any(calendar),
        PennTag::NN | PennTag::NNS => gazetteers.noun_classes.kind(lemma) == Some(NounKind::Time),
        _ => false,
    }
}

/// "flew to Panama" has the subject go there, "flew them to Panama" the object: the row with the preposition is for the first.
fn is_for_the_subject_alone(row: &PredicateRow, plain: Option<&PredicateRow>) -> bool {
    let by_place = row.lemma.split_once(' ').is_some_and(|(_, word)| row.role(word).is_some());
    by_place
        && row.control == Control::None
        && row.role("object").is_none()
        && plain.is_some_and(|plain| plain.role("object").is_some() && plain.class != row.class)
}
