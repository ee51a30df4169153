//! One claim explained: its sentence as a tree, the tags in it, the rules that made the claim, and what was refused beside it.

use std::io::{self, Write};

use super::mentions::MentionRecord;
use crate::claim::model::Claim;
use crate::claim::trace::Trace;
use crate::segment::Document;
use crate::tag::mention::Mention;

/// What an article's extraction left to explain a claim with.
#[derive(Clone, Copy, Debug)]
pub struct Extraction<'a> {
    /// The article's parts.
    pub document: &'a Document<'a>,
    /// Its mentions.
    pub mentions: &'a [Mention],
    /// What the claims were read from, and what was dropped and why.
    pub trace: &'a Trace,
}

/// Writes the explanation of `claim`, which must be one of the extraction's.
///
/// # Errors
/// Where `output` cannot be written.
pub fn write(claim: &Claim, extraction: Extraction<'_>, output: &mut impl Write) -> io::Result<()> {
    let Extraction { document, mentions, trace } = extraction;
    let predicate = &claim.predicate;
    writeln!(output, "{} {} {}..{}", claim.id, claim.article, claim.start, claim.end)?;
    writeln!(output, "  {}", claim.text)?;
    writeln!(output, "rules: {}", claim.rules.join(", "))?;
    writeln!(output, "predicate: {:?}, lemma {}, class {}", predicate.text, predicate.lemma, predicate.class)?;
    if let Some(tree) = trace.trees.get(&claim.sentence) {
        writeln!(output, "tree:")?;
        write_tree(document.text(), tree, output)?;
    }
    writeln!(output, "tags:")?;
    for mention in mentions.iter().filter(|mention| mention.sentence == claim.sentence) {
        writeln!(output, "  {}", serde_json::to_string(&MentionRecord::new(document.text(), mention))?)?;
    }
    let refused: Vec<_> = trace.dropped.iter().filter(|dropped| dropped.sentence == claim.sentence).collect();
    if !refused.is_empty() {
        writeln!(output, "refused in this sentence:")?;
    }
    for dropped in refused {
        writeln!(output, "  {} ({}): {}", dropped.rule, dropped.class, dropped.span.of(document.text()))?;
    }
    Ok(())
}

/// A word a line, indented by its depth, with its relation to the word above it.
fn write_tree(text: &str, tree: &crate::syntax::Sentence, output: &mut impl Write) -> io::Result<()> {
    for index in 0..tree.len() {
        let depth = std::iter::successors(tree.head(index), |&head| tree.head(head)).take(tree.len()).count();
        writeln!(
            output,
            "  {:indent$}{} {} {}",
            "",
            tree.word(text, index),
            tree.tag(index).as_str(),
            tree.relation(index).as_str(),
            indent = 2 * depth
        )?;
    }
    Ok(())
}
