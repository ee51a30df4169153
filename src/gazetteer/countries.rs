//! Countries and their names.

use super::Sources;
use super::automaton::Names;
use super::table::TableKind;

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[];

/// Countries and their names.
#[derive(Debug, Default)]
pub struct Countries {}

impl Countries {
    pub(crate) fn load(_sources: &mut Sources<'_>) -> Self {
        Self::default()
    }

    pub(crate) fn names(&self, _names: &mut Names) {}

    /// stub
    pub fn name(&self, _iso2: &str) -> Option<&str> {
        None
    }
}
