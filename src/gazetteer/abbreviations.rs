//! Abbreviations that end in a point without ending a sentence.

use super::Sources;
use super::automaton::Names;
use super::table::TableKind;

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[];

/// Abbreviations that end in a point without ending a sentence.
#[derive(Debug, Default)]
pub struct Abbreviations {}

impl Abbreviations {
    pub(crate) fn load(_sources: &mut Sources<'_>) -> Self {
        Self::default()
    }

    pub(crate) fn names(&self, _names: &mut Names) {}
}
