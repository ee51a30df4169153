//! Facts and conflicts: what the claims of all articles come to.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::tag::quantity;

/// Everything that reconciling a set of claims finds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// The facts, best supported first.
    pub facts: Vec<Fact>,
    /// The conflicts, worst first.
    pub conflicts: Vec<Conflict>,
}

/// A slot with its claims: one thing that is claimed, by whom, how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Stable: a hash of the slot.
    pub id: String,
    /// One readable line made from the slot: "United States paid Rwanda 100,000 USD".
    pub statement: String,
    /// How well it stands.
    pub status: FactStatus,
    /// The best-supported, latest number, where the slot has one.
    #[serde(serialize_with = "quantity::number", deserialize_with = "quantity::read_number", default)]
    pub value: Option<Decimal>,
    /// The unit of the value.
    #[serde(default)]
    pub unit: Option<String>,
    /// Who it comes from: independent origins, sorted.
    pub origins: Vec<String>,
    /// The ids of its claims.
    pub claims: Vec<String>,
    /// The group of its articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// How well a fact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactStatus {
    /// Some of its claims conflict or are in tension.
    Disputed,
    /// Two origins or more agree.
    Corroborated,
    /// A later value took the place of an earlier one.
    Updated,
    /// Several articles, one origin.
    Repeated,
    /// One article.
    Single,
}

/// Two claims of one slot that cannot both be right, or hardly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Stable: a hash of the two claims and the code.
    pub id: String,
    /// What kind it is.
    pub code: ConflictCode,
    /// Whether not even the strict readings agree.
    pub severity: Severity,
    /// The id of one claim.
    pub a: String,
    /// The id of the other.
    pub b: String,
    /// One sentence that says why.
    pub why: String,
    /// The rule that decided.
    pub rule: String,
    /// The fact it belongs to.
    #[serde(default)]
    pub fact: Option<String>,
    /// Where the disputed words of `a` and `b` stand in their articles, in bytes; none where they are the claim's own quantity or
    /// predicate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<[[usize; 2]; 2]>,
}

/// The kinds of conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConflictCode {
    /// Numbers of one thing that differ.
    CountConflict,
    /// Amounts of money that differ.
    AmountConflict,
    /// One says it is so, another that it is not.
    StanceConflict,
    /// One event on different days.
    DateConflict,
    /// One person in two offices, or two in one.
    OfficeConflict,
    /// Two complete lists that differ.
    ListConflict,
}

/// How bad a conflict is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Only the widest readings of the words agree.
    Tension,
    /// Not even those do.
    Conflict,
}

impl ConflictCode {
    /// The code in the interface: "count-conflict".
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CountConflict => "count-conflict",
            Self::AmountConflict => "amount-conflict",
            Self::StanceConflict => "stance-conflict",
            Self::DateConflict => "date-conflict",
            Self::OfficeConflict => "office-conflict",
            Self::ListConflict => "list-conflict",
        }
    }
}
