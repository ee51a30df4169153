//! Currencies.

use super::Sources;
use super::automaton::Names;
use super::table::TableKind;

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[];

/// Currencies.
#[derive(Debug, Default)]
pub struct Currencies {}

impl Currencies {
    pub(crate) fn load(_sources: &mut Sources<'_>) -> Self {
        Self::default()
    }

    pub(crate) fn names(&self, _names: &mut Names) {}
}
