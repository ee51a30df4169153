//! Gold annotations: the rows of `gold/claims.jsonl` and `gold/relations.jsonl`.

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::article::Span;
use crate::claim::model::{Claim, ClaimQuantity, Modality, Polarity};
use crate::tag::quantity::read_number;

/// Why annotations cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: not an annotation ({error}); see corpus/README.md for the fields")]
pub struct GoldError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub error: serde_json::Error,
}

/// The annotations of some articles.
#[derive(Clone, Debug, Default)]
pub struct Gold {
    /// The claims in them.
    pub claims: Vec<GoldClaim>,
    /// How claims of two articles stand to each other.
    pub relations: Vec<GoldRelation>,
}

impl Gold {
    /// Adds the rows of a `claims.jsonl`.
    ///
    /// # Errors
    /// Where a line is no annotation.
    pub fn add_claims(&mut self, text: &str) -> Result<(), GoldError> {
        self.claims.extend(rows(text)?);
        Ok(())
    }

    /// Adds the rows of a `relations.jsonl`.
    ///
    /// # Errors
    /// Where a line is no annotation.
    pub fn add_relations(&mut self, text: &str) -> Result<(), GoldError> {
        self.relations.extend(rows(text)?);
        Ok(())
    }
}

fn rows<T: for<'de> Deserialize<'de>>(text: &str) -> Result<Vec<T>, GoldError> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(index, line)| serde_json::from_str(line).map_err(|error| GoldError { line: index + 1, error })).collect()
}

/// An annotated claim.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct GoldClaim {
    /// The article.
    pub article: String,
    /// Byte offsets of the evidence in the file.
    pub start: usize,
    /// Byte offset just past it.
    pub end: usize,
    /// The evidence's words.
    #[serde(default)]
    pub quote: String,
    /// The class of what happens.
    pub predicate: String,
    /// The lemma of the word that says so.
    #[serde(default)]
    pub lemma: Option<String>,
    /// Whether it is said to be so.
    pub polarity: Polarity,
    /// How it is put.
    pub modality: Modality,
    /// Countries on the actor's side.
    pub actor: Vec<String>,
    /// Countries on the target's side.
    pub target: Vec<String>,
    /// Full names of the people in it.
    #[serde(default)]
    pub people: Vec<String>,
    /// The office that it is about.
    #[serde(default)]
    pub office: Option<String>,
    /// How much or how many.
    pub quantity: Option<GoldQuantity>,
    /// Who says it.
    pub attribution: Option<String>,
}

/// An annotated quantity.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct GoldQuantity {
    /// The number as said.
    #[serde(default, deserialize_with = "read_number")]
    pub value: Option<Decimal>,
    /// The least that the words allow.
    #[serde(default, deserialize_with = "read_number")]
    pub low: Option<Decimal>,
    /// A counted noun's lemma, an ISO 4217 code, "percent", or a measure.
    #[serde(default)]
    pub unit: Option<String>,
}

impl GoldQuantity {
    /// Whether a claim's quantity is this one.
    pub(crate) fn agrees_with(&self, found: &ClaimQuantity) -> bool {
        self.has_bounds(found.value, found.low)
    }

    /// Whether it is said to be this much: by its value, or where it has none by the least that the words allow.
    pub(super) fn has_bounds(&self, value: Option<Decimal>, low: Option<Decimal>) -> bool {
        match self.value {
            Some(gold) => value == Some(gold),
            None => self.low.is_none() || self.low == low,
        }
    }
}

impl GoldClaim {
    /// The evidence's span.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    /// In how many slots a claim agrees with this one.
    pub(crate) fn agreement(&self, claim: &Claim) -> usize {
        let quantity = match (&self.quantity, &claim.quantity) {
            (None, None) => true,
            (Some(gold), Some(found)) => gold.agrees_with(found),
            _ => false,
        };
        let country = |code: &String| claim.participants().any(|participant| participant.country.as_ref() == Some(code));
        usize::from(self.predicate == claim.predicate.class)
            + usize::from(self.polarity == claim.polarity)
            + 2 * usize::from(quantity)
            + self.actor.iter().chain(&self.target).filter(|code| country(code)).count()
    }
}

/// How claims of two articles stand to each other.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct GoldRelation {
    /// agree, refine, repeat, update, conflict, tension or distinct.
    pub relation: String,
    /// One claim.
    pub a: GoldEnd,
    /// The other.
    pub b: GoldEnd,
}

/// One end of a relation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct GoldEnd {
    /// The article.
    pub article: String,
    /// Byte offsets of the evidence in the file.
    pub start: usize,
    /// Byte offset just past it.
    pub end: usize,
}

impl GoldEnd {
    /// The evidence's span.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}
