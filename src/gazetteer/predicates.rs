//! Predicates: lemma to class, polarity and roles.

use super::Sources;
use super::automaton::Names;
use super::table::TableKind;

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[];

/// Predicates: lemma to class, polarity and roles.
#[derive(Debug, Default)]
pub struct Predicates {}

impl Predicates {
    pub(crate) fn load(_sources: &mut Sources<'_>) -> Self {
        Self::default()
    }

    pub(crate) fn names(&self, _names: &mut Names) {}

    /// stub
    pub fn family<'w>(&self, class: &'w str) -> &'w str {
        class
    }
}
