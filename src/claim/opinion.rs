//! What nobody can check: that something is good, sad or a shame.

use super::clause::{Clause, has_to};
use super::scene::{Scene, is_quantity};
use super::sentence_rules::SentenceRules;
use crate::article::Span;
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind};

impl SentenceRules<'_, '_> {
    /// "The plan *is a disgrace*": a judgement without a number.
    pub(super) fn is_opinion(&self, clause: &Clause, told: &[&Mention]) -> bool {
        !told.iter().any(|mention| is_quantity(mention)) && (self.judges(clause.top()) || self.is_impression(clause))
    }

    /// "The minister *seemed eager to leave*": how somebody looks to the writer; "seems to have left" tells what is believed to be so.
    fn is_impression(&self, clause: &Clause) -> bool {
        let perfect = |word: usize| has_to(self.tree, word) && is_perfect(self.tree, word);
        self.tree.lemma(clause.top()) == "seem" && !clause.chain.iter().any(|&word| perfect(word))
    }

    fn judges(&self, top: usize) -> bool {
        View { scene: self.scene, tree: self.tree, sentence: self.sentence }.judges(top)
    }
}

/// A tree, to ask which of its predicates nobody can check.
#[derive(Clone, Copy)]
struct View<'s, 'a> {
    scene: &'s Scene<'a>,
    tree: &'s Tree,
    sentence: usize,
}

impl View<'_, '_> {
    /// Whether what a word heads is a judgement, a feeling of the speaker, or put to the hearer.
    fn tells_nothing(&self, root: usize) -> bool {
        self.judges(root) || self.feels(root) || self.is_put_to_the_hearer(root) || self.only_points(root)
    }

    /// "*This is what* heroes look like", "*it was a* lot of chaos": what something is that is only pointed at; "it was *no accident*"
    /// can be checked.
    fn only_points(&self, root: usize) -> bool {
        let tree = self.tree;
        let pointed = |child: usize| tree.relation(child).is_subject() && matches!(tree.lemma(child), "it" | "this" | "that");
        let noun = tree.tag(root).is_noun() || matches!(tree.tag(root), PennTag::WP);
        let negated = |child: usize| matches!(tree.lemma(child), "not" | "no" | "never");
        noun && tree.child_with(root, Relation::Cop).is_some() && tree.children(root).any(pointed) && !tree.children(root).any(negated)
    }

    /// "*I hope* they sleep", "*we wish* they had called": what the speaker feels, whatever that is about; "I think *it is sad*".
    fn feels(&self, root: usize) -> bool {
        let tree = self.tree;
        let speaker = |child: usize| tree.relation(child).is_subject() && matches!(tree.lemma(child), "i" | "we");
        let has = |set: LexicalSet| self.scene.gazetteers.word_sets.has(set, tree.lemma(root));
        let thought = || tree.child_with(root, Relation::Ccomp).is_some_and(|thought| self.tells_nothing(thought));
        tree.children(root).any(speaker) && (has(LexicalSet::Feeling) || has(LexicalSet::SaysDirectly) && thought())
    }

    /// "*You never think* it will happen", "*Look* at the drains", "we *should calm* down": what is said of everybody, asked of the
    /// hearer, or right to do.
    fn is_put_to_the_hearer(&self, root: usize) -> bool {
        let tree = self.tree;
        let hearer = |child: usize| tree.relation(child).is_subject() && tree.lemma(child) == "you";
        let subject = || tree.children(root).any(|child| tree.relation(child).is_subject() || tree.relation(child) == Relation::Expl);
        let right = |child: usize| tree.relation(child) == Relation::Aux && matches!(tree.lemma(child), "should" | "ought");
        let first = || tree.subtree_range(root).find(|&token| !tree.tag(token).is_punctuation()) == Some(root);
        let asked = || tree.tag(root) == PennTag::VB && first() && !subject();
        tree.children(root).any(|child| hearer(child) || right(child) && !is_perfect(tree, root)) || asked()
    }

    /// Whether a predicate says no more than how good or bad something is: "is *tragic*", "was *a terrible idea*".
    fn judges(&self, top: usize) -> bool {
        let tree = self.tree;
        let judging = |token: usize| self.scene.gazetteers.word_sets.has(LexicalSet::Judging, tree.lemma(token));
        let modified = || tree.children(top).any(|child| child < top && tree.relation(child) == Relation::Amod && judging(child));
        // "is *the worst of the 40 floods*", "is bad *for Norway*", "is sad *that he died*": more than a judgement.
        let more = || {
            tree.children(top).any(|child| {
                let told = matches!(tree.relation(child), Relation::Csubj | Relation::Ccomp) || has_to(tree, child);
                let beside = tree.relation(child).is_clausal() || matches!(tree.relation(child), Relation::Nmod | Relation::Obl);
                child > top && (told || beside && self.names_something(tree.subtree_span(child)))
            })
        };
        // "is *in good condition*"
        let state = || tree.child_with(top, Relation::Case).is_some();
        tree.child_with(top, Relation::Cop).is_some() && (judging(top) || modified()) && !state() && !more()
    }

    fn names_something(&self, place: Span) -> bool {
        self.scene.mentions_in(self.sentence).iter().any(|mention| place.overlaps(mention.span))
    }
}

/// "“This *is a horrific scene*,” Lind said. “*I hope* they sleep.”": whether words that are said name nothing and hold no more than
/// judgements, feelings and advice, in however many sentences.
pub(super) fn only_judges(scene: &Scene<'_>, words: Span) -> bool {
    let own = |mention: &&Mention| !matches!(mention.kind, MentionKind::Quantifier(_) | MentionKind::Date(_));
    let sentences = scene.sentences_over(words);
    // Asked first: it needs no tree.
    if sentences.clone().flat_map(|sentence| scene.mentions_in(sentence)).filter(own).any(|mention| words.overlaps(mention.span)) {
        return false;
    }
    let mut told = false;
    let all = sentences.into_iter().all(|sentence| {
        let span = scene.document.sentences[sentence].span;
        let tree = &scene.analysis(sentence).tree;
        let tokens = tree.tokens_in(Span::new(words.start.max(span.start), words.end.min(span.end)));
        let opens = |token: usize| !tree.tag(token).is_punctuation() && tree.head(token).is_none_or(|head| !tokens.contains(&head));
        let view = View { scene, tree, sentence };
        tokens.clone().filter(|&token| opens(token)).all(|root| {
            told = true;
            view.tells_nothing(root)
        })
    });
    all && told
}

/// "*have* left".
fn is_perfect(tree: &Tree, verb: usize) -> bool {
    tree.children(verb).any(|child| tree.relation(child) == Relation::Aux && tree.lemma(child) == "have")
}
