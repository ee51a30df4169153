//! How good the analyser is against a treebank: tokens, tags, lemmas and trees.

use std::collections::BTreeMap;
use std::fmt;

use super::conllu::TreebankSentence;
use super::lemma;
use super::relation::Relation;
use super::{Analyser, tokenize};
use crate::article::Span;

/// Right ones among given and found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Found and right.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// In the treebank.
    pub gold: usize,
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl Tally {
    /// Right among found.
    pub fn precision(&self) -> f64 {
        share(self.right, self.found)
    }

    /// Right among those of the treebank.
    pub fn recall(&self) -> f64 {
        share(self.right, self.gold)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        share(2 * self.right, self.found + self.gold)
    }

    fn add(&mut self, found: bool, gold: bool, right: bool) {
        self.found += usize::from(found);
        self.gold += usize::from(gold);
        self.right += usize::from(right);
    }
}

/// Accuracies over a treebank. Everything but `tokens` is measured on the treebank's own tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evaluation {
    /// Sentences measured.
    pub sentences: usize,
    /// Tokens of raw text against those of the treebank.
    pub tokens: Tally,
    /// Penn tags.
    pub penn_tags: Tally,
    /// Universal tags, derived from Penn tag, lemma and tree.
    pub universal_tags: Tally,
    /// Lemmas, capitals and all.
    pub lemmas: Tally,
    /// Lemmas in lower case, as look-ups use them.
    pub lower_case_lemmas: Tally,
    /// Heads of words that are not punctuation (UAS).
    pub heads: Tally,
    /// Heads and universal relations of words that are not punctuation (LAS).
    pub labelled: Tally,
    /// The same for single relations, by name; `negation` is the `advmod` of a negation.
    pub relations: BTreeMap<&'static str, Tally>,
}

/// The relations that are counted one by one.
const COUNTED: [Relation; 12] = [
    Relation::Nsubj,
    Relation::NsubjPass,
    Relation::Obj,
    Relation::Obl,
    Relation::Ccomp,
    Relation::Xcomp,
    Relation::Conj,
    Relation::Appos,
    Relation::Nmod,
    Relation::Parataxis,
    Relation::AclRelcl,
    Relation::Advcl,
];

/// The name under which a relation is counted: its own where its subtype is asked for, else the universal one.
fn counted(relation: Relation) -> Option<&'static str> {
    let exact = COUNTED.contains(&relation).then_some(relation);
    let broader =
        (!matches!(relation, Relation::NsubjPass | Relation::AclRelcl)).then(|| relation.universal()).filter(|base| COUNTED.contains(base));
    exact.or(broader).map(Relation::as_str)
}

/// Measures `analyser` on `treebank`.
pub fn evaluate(analyser: &Analyser, treebank: &[TreebankSentence]) -> Evaluation {
    let mut evaluation = Evaluation::default();
    for gold in treebank {
        evaluation.add(analyser, gold);
    }
    evaluation
}

impl Evaluation {
    fn add(&mut self, analyser: &Analyser, gold: &TreebankSentence) {
        let TreebankSentence { text, sentence, lemmas, universal_tags } = gold;
        self.sentences += 1;
        let raw = tokenize(text, Span::new(0, text.len()));
        self.tokens.found += raw.len();
        self.tokens.gold += sentence.len();
        self.tokens.right +=
            raw.iter().filter(|token| sentence.tokens.binary_search_by_key(&token.span, |token| token.span).is_ok()).count();

        let found = analyser.parse_tokens(text, sentence.span, sentence.tokens.clone());
        for token in 0..sentence.len() {
            let (tag, gold_tag) = (found.tag(token), sentence.tag(token));
            self.penn_tags.add(true, true, tag == gold_tag);
            self.universal_tags.add(true, true, found.universal_tag(token).as_str() == universal_tags[token]);
            let lemma = lemma::of_with(analyser, sentence.word(text, token), tag);
            self.lemmas.add(true, true, lemma == lemmas[token]);
            self.lower_case_lemmas.add(true, true, found.lemma(token) == sentence.lemma(token));
            let (relation, gold_relation) = (found.relation(token), sentence.relation(token));
            let head = found.head(token) == sentence.head(token);
            if gold_relation != Relation::Punct {
                self.heads.add(true, true, head);
                self.labelled.add(true, true, head && relation.universal() == gold_relation.universal());
            }
            let (name, gold_name) = (counted(relation), counted(gold_relation));
            if let Some(name) = name {
                self.relations.entry(name).or_default().add(true, false, head && gold_name == Some(name));
            }
            if let Some(name) = gold_name {
                self.relations.entry(name).or_default().add(false, true, false);
            }
            if matches!(lemmas[token].as_str(), "not" | "never" | "no") {
                let (is, should) = (relation == Relation::Advmod, gold_relation == Relation::Advmod);
                self.relations.entry("negation").or_default().add(is, should, is && should && head);
            }
        }
    }
}

impl fmt::Display for Evaluation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "sentences        {:>7}", self.sentences)?;
        writeln!(
            f,
            "tokens           {:>7}  precision {:.4}  recall {:.4}  F1 {:.4}",
            self.tokens.gold,
            self.tokens.precision(),
            self.tokens.recall(),
            self.tokens.f1()
        )?;
        for (name, tally) in [
            ("Penn tags", &self.penn_tags),
            ("universal tags", &self.universal_tags),
            ("lemmas", &self.lemmas),
            ("in lower case", &self.lower_case_lemmas),
            ("heads (UAS)", &self.heads),
            ("labelled (LAS)", &self.labelled),
        ] {
            writeln!(f, "{name:<16} {:>7}  accuracy {:.4}", tally.gold, tally.recall())?;
        }
        for (name, tally) in &self.relations {
            writeln!(
                f,
                "  {name:<14} {:>7}  precision {:.3}  recall {:.3}  F1 {:.3}",
                tally.gold,
                tally.precision(),
                tally.recall(),
                tally.f1()
            )?;
        }
        Ok(())
    }
}
