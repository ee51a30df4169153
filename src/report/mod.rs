//! Reports: what was found, for people and for programs. Nothing here reads a file or knows the rules; it sees the models only.

pub mod csv;
pub mod explanation;
pub mod github;
pub mod html;
pub mod json;
pub mod mentions;
mod overview;
mod passage;
mod place;
pub mod sarif;
pub mod text;

use std::collections::{BTreeMap, BTreeSet};

use crate::article::Article;
use crate::claim::model::{Claim, ClaimScope};
use crate::reconcile::model::Ledger;

/// Everything that a run found, as the reports take it.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// The articles, in the order of the input.
    pub articles: Vec<Article>,
    /// Their claims, in the order of the articles and of the text.
    pub claims: Vec<Claim>,
    /// Facts and conflicts.
    pub ledger: Ledger,
}

impl Findings {
    /// Drops the statements that no conflict names: there is one for every sentence.
    pub fn keep_told(&mut self) {
        let told: BTreeSet<&str> = self.ledger.conflicts.iter().flat_map(|conflict| [conflict.a.as_str(), conflict.b.as_str()]).collect();
        self.claims.retain(|claim| claim.scope == ClaimScope::Checkable || told.contains(claim.id.as_str()));
    }

    /// The claims by their ids.
    pub(crate) fn claims_by_id(&self) -> BTreeMap<&str, &Claim> {
        self.claims.iter().map(|claim| (claim.id.as_str(), claim)).collect()
    }

    /// The articles by their ids.
    pub(crate) fn articles_by_id(&self) -> BTreeMap<&str, &Article> {
        self.articles.iter().map(|article| (article.id.as_str(), article)).collect()
    }
}
