//! A second tree for a sentence whose first one has no clause at its root, though some word of it can be the verb of one.

use std::ops::ControlFlow;

use crate::claim::clause::{is_noun, is_verb, is_whole};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::predicates::Part;
use crate::syntax::{Analyser, PennTag, Relation, Sentence as Tree, lemma};

/// So many words are tried as the root.
const MOST_TRIED: usize = 4;
/// What is shorter is a heading or a caption more often than a sentence.
const FEWEST_TOKENS: usize = 6;
/// How much may be forced on the parser for a second tree: for a caption without a verb it takes more.
const MOST_FORCED: f32 = 6.0;
/// How much rarer a noun is that was a verb than a participle that was a past tense.
const SLIP: f32 = 1.0;
/// What is forced no more than this needs no other to compare it with.
const ENOUGH: f32 = 0.4;
/// By how much a word has to be forced less than one before it: "*finished* ninth and *won* a cup" goes on from its first verb.
const EARLIER: f32 = 2.2;

/// "*Two men walking on the pier spotted a boat.*": the tree whose root is the verb that the first tree took for a participle, for a
/// noun or for a clause beside the sentence; of several, the one that is forced least.
pub(crate) fn second_tree(tree: &Tree, text: &str, gazetteers: &Gazetteers) -> Option<Tree> {
    let root = tree.root().filter(|&root| ends_as_a_sentence(tree) && lacks_a_clause(tree, root))?;
    let roots = candidates(tree, root, gazetteers);
    if roots.is_empty() {
        return None;
    }
    let mut best: Option<(f32, usize, Tree)> = None;
    Analyser::embedded().parse_rooted(text, tree.span, &roots, MOST_FORCED, |second, forced| {
        // "*five wounded* in Lima": what is done to somebody, behind no more than a number, stays a participle.
        let counted =
            |word: usize| second.children(word).any(|child| second.relation(child).is_subject() && second.tag(child) == PennTag::CD);
        let lacks_its_object = |word: usize| tree.tag(word) == PennTag::VBN && counted(word) && !is_whole(&second, gazetteers, word);
        let Some(word) = second.root().filter(|&word| tells(&second) && !lacks_its_object(word)) else {
            return ControlFlow::Continue(());
        };
        let slip = is_noun(tree.tag(word)) && is_verb(second.tag(word));
        let forced = forced + if slip { SLIP } else { 0.0 };
        let ahead = |least: f32, known: usize| forced + if word > known { EARLIER } else { -EARLIER } < least;
        if best.as_ref().is_none_or(|&(least, known, _)| ahead(least, known)) {
            best = Some((forced, word, second));
        }
        if forced < ENOUGH { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    best.map(|(_, _, second)| second)
}

fn ends_as_a_sentence(tree: &Tree) -> bool {
    let mut last = (0..tree.len()).rev().skip_while(|&token| tree.tag(token) == PennTag::CloseQuote);
    tree.len() >= FEWEST_TOKENS && last.next().is_some_and(|token| tree.tag(token) == PennTag::Period)
}

/// Whether a word is neither a verb nor has a subject or copula.
fn lacks_a_clause(tree: &Tree, word: usize) -> bool {
    !is_verb(tree.tag(word))
        && !tree
            .children(word)
            .any(|child| tree.relation(child).is_subject() || matches!(tree.relation(child), Relation::Cop | Relation::Expl))
}

/// The words that can be the root, each with the tag that it has then: those that keep their tag first.
fn candidates(tree: &Tree, first: usize, gazetteers: &Gazetteers) -> Vec<(usize, PennTag)> {
    let mut found: Vec<(usize, PennTag)> = Vec::new();
    for token in 0..tree.len() {
        if let Some(candidate) = candidate(tree, gazetteers, token)
            && !is_subordinate(tree, candidate.0)
            && !stands_behind_a_label(tree, first, candidate.0)
            && !found.contains(&candidate)
        {
            found.push(candidate);
        }
    }
    // Where the sentence has a verb for certain, no noun is one.
    let certain = found.iter().any(|&(word, tag)| tree.tag(word) == tag);
    found.retain(|&(word, _)| !certain || !is_noun(tree.tag(word)) || word == first || tree.child_with(word, Relation::Cop).is_some());
    found.sort_by_key(|&(word, tag)| tree.tag(word) != tag);
    found.truncate(MOST_TRIED);
    found
}

/// The root that a token speaks for: a finite verb itself, an auxiliary or copula for its head; a participle, a plural, or a noun after
/// a plural as the finite verb that is written like it.
fn candidate(tree: &Tree, gazetteers: &Gazetteers, token: usize) -> Option<(usize, PennTag)> {
    let tag = tree.tag(token);
    let helps = |token: usize| matches!(tree.relation(token), Relation::Aux | Relation::AuxPass | Relation::Cop);
    let verb = |tag| gazetteers.predicates.of_word(Part::Verb, &lemma::of(tree.lemma(token), tag)).is_some();
    match tag {
        _ if tag.is_finite_or_modal() && helps(token) => tree.head(token).map(|head| (head, tree.tag(head))),
        _ if tag.is_finite() => Some((token, tag)),
        PennTag::VBN if tree.lemma(token) != "be" && !tree.children(token).any(helps) => Some((token, PennTag::VBD)),
        PennTag::JJ if token > 0 && tree.lemma(token).ends_with("ed") => Some((token, PennTag::VBD)),
        PennTag::NNS if token > 0 && opens_a_phrase(tree, token + 1) && verb(PennTag::VBZ) => Some((token, PennTag::VBZ)),
        PennTag::NN if token > 0 && follows_a_plural(tree, token) && opens_a_phrase(tree, token + 1) && verb(PennTag::VBP) => {
            Some((token, PennTag::VBP))
        }
        _ => None,
    }
}

/// "UPDATE: *Police say …*", "Perhaps not – *it rained*", "Of 3,000 voters, *78 percent went to the polls*": a clause with its own subject
/// behind a colon, a dash, or what its number is a part of needs no other tree.
fn stands_behind_a_label(tree: &Tree, label: usize, word: usize) -> bool {
    let clause = tree.subtree_range(word);
    let subject = |child: usize| tree.relation(child).is_subject() || tree.relation(child) == Relation::Expl;
    label < clause.start
        && tree.children(word).any(subject)
        && (tree.lemma(0) == "of"
            || (label + 1..=clause.start).any(|token| matches!(tree.tag(token), PennTag::Colon | PennTag::NFP | PennTag::CloseBracket)))
}

/// Whether a mark or a relative word opens the clause of a word.
fn is_subordinate(tree: &Tree, word: usize) -> bool {
    tree.children(word).any(|child| {
        child < word
            && (tree.relation(child) == Relation::Mark
                || matches!(tree.tag(child), PennTag::WDT | PennTag::WP | PennTag::WPS | PennTag::WRB)
                || tree.relation(child).is_subject() && tree.lemma(child) == "that")
    })
}

/// Whether a word can open what a verb has behind it: an object, a place, a clause.
fn opens_a_phrase(tree: &Tree, token: usize) -> bool {
    token < tree.len()
        && (matches!(
            tree.tag(token),
            PennTag::DT
                | PennTag::PRPS
                | PennTag::CD
                | PennTag::Dollar
                | PennTag::IN
                | PennTag::TO
                | PennTag::JJ
                | PennTag::RB
                | PennTag::RP
        ) || tree.tag(token).is_proper())
}

/// Whether a plural stands right before the word, or before a comma in front of it.
fn follows_a_plural(tree: &Tree, token: usize) -> bool {
    let before = if tree.tag(token - 1) == PennTag::Comma { token.checked_sub(2) } else { Some(token - 1) };
    before.is_some_and(|before| {
        matches!(tree.tag(before), PennTag::NNS | PennTag::NNPS) || tree.tag(token - 1) == PennTag::Comma && is_noun(tree.tag(before))
    })
}

/// Whether the tree has a sentence of its own at its root: with a subject before it, and nothing that cuts the two apart.
fn tells(tree: &Tree) -> bool {
    let Some(root) = tree.root().filter(|&root| !is_subordinate(tree, root)) else { return false };
    tree.children(root).any(|child| {
        let place = tree.subtree_range(child);
        // "*two thirds of whose people*", "*in which he*": the subject of a clause about a noun.
        let relates = |token: usize| {
            tree.tag(token) == PennTag::WPS || token <= place.start + 1 && matches!(tree.tag(token), PennTag::WDT | PennTag::WP)
        };
        // "repeated concerns *he has voiced*": a pronoun right behind a noun opens a clause about the noun.
        let about = tree.tag(child) == PennTag::PRP && place.start > 0 && is_noun(tree.tag(place.start - 1));
        child < root
            && tree.relation(child).is_subject()
            && !place.clone().any(relates)
            && tree.child_with(child, Relation::Case).is_none_or(|case| tree.tag(case) == PennTag::POS)
            && !about
            && !(child..root).any(|token| tree.lemma(token) == ";")
    })
}

#[cfg(test)]
mod tests {
    use super::second_tree;
    use crate::article::Span;
    use crate::gazetteer::Gazetteers;
    use crate::syntax::Analyser;

    #[test]
    fn the_root_becomes_a_verb() {
        let table = [
            ("The forecast for greater Lima calls for mostly dry days, with a 30 percent chance of hail.", Some("calls")),
            ("Some 900,000 tourists travelled by train between the two ports in 2016.", Some("travelled")),
            // No sentence at all.
            ("The first bridge of the city of Lisbon.", None),
            ("Two dead, five wounded in Lima.", None),
            ("Of 3,400 registered voters, 78 percent went to the polls.", None),
            ("Farmers who have asked for water to be sent to the valley.", None),
            // A tree that needs no second.
            ("On Friday, three boys playing near the old canal and looking for frogs spotted a boat.", None),
            ("According to the report filed by the union, the owners engaged in fraud.", None),
            ("The mayor of Porto opened the new bridge.", None),
        ];
        for (text, expected) in table {
            let tree = Analyser::embedded().parse(text, Span::new(0, text.len()));
            let second = second_tree(&tree, text, Gazetteers::embedded());
            let root = second.as_ref().and_then(|tree| Some(tree.word(text, tree.root()?)));
            assert_eq!(root, expected, "{text}: {:?}", tree.root().map(|root| tree.word(text, root)));
        }
    }
}
