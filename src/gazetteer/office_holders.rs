//! Known office-holders with years.

use super::Sources;
use super::automaton::Names;
use super::table::TableKind;

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[];

/// Known office-holders with years.
#[derive(Debug, Default)]
pub struct OfficeHolders {}

impl OfficeHolders {
    pub(crate) fn load(_sources: &mut Sources<'_>) -> Self {
        Self::default()
    }

    pub(crate) fn names(&self, _names: &mut Names) {}
}
