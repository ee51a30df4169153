//! Words of dates.

use super::Sources;
use super::automaton::Names;
use super::table::TableKind;

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[];

/// Words of dates.
#[derive(Debug, Default)]
pub struct DateWords {}

impl DateWords {
    pub(crate) fn load(_sources: &mut Sources<'_>) -> Self {
        Self::default()
    }

    pub(crate) fn names(&self, _names: &mut Names) {}
}
