//! What nobody can check: that something is good, sad or a shame.

use super::clause::{Clause, has_to};
use super::scene::is_quantity;
use super::sentence_rules::SentenceRules;
use crate::article::Span;
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::Relation;
use crate::tag::mention::{Mention, MentionKind};

impl SentenceRules<'_, '_> {
    /// "The plan *is a disgrace*": a judgement without a number.
    pub(super) fn is_opinion(&self, clause: &Clause, told: &[&Mention]) -> bool {
        !told.iter().any(|mention| is_quantity(mention)) && (self.judges(clause.top()) || self.is_impression(clause))
    }

    /// "The minister *seemed eager to leave*": how somebody looks to the writer; "seems to have left" tells what is believed to be so.
    fn is_impression(&self, clause: &Clause) -> bool {
        let perfect = |word: usize| {
            self.tree
                .children(word)
                .any(|child| self.tree.relation(child) == Relation::Aux && self.tree.lemma(child) == "have" && has_to(self.tree, word))
        };
        self.tree.lemma(clause.top()) == "seem" && !clause.chain.iter().any(|&word| perfect(word))
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

    /// "“This *is a horrific scene*,” Lind said": whether words that are said hold a judgement, name nothing and tell nothing else.
    pub(super) fn only_judges(&self, words: Span) -> bool {
        let tree = self.tree;
        let tokens = tree.tokens_in(words);
        let own = |mention: &&Mention| !matches!(mention.kind, MentionKind::Quantifier(_));
        let named = self.scene.mentions_in(self.sentence).iter().filter(own).any(|mention| words.overlaps(mention.span));
        let opens = |token: usize| !tree.tag(token).is_punctuation() && tree.head(token).is_none_or(|head| !tokens.contains(&head));
        let mut roots = tokens.clone().filter(|&token| opens(token)).peekable();
        !named && tree.span.contains(words) && roots.peek().is_some() && roots.all(|root| self.judges(root))
    }
}
