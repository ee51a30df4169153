//! Claims: from mentions and clauses to structured records.

pub mod model;

use self::model::Claim;
use crate::gazetteer::Gazetteers;
use crate::segment::Document;
use crate::tag::mention::Mention;

/// Stub until the claim branch lands.
pub fn extract(_document: &Document<'_>, _mentions: &[Mention], _gazetteers: &Gazetteers) -> Vec<Claim> {
    Vec::new()
}
