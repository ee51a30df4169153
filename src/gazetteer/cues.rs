//! Cues of polarity and modality.

use super::Sources;
use super::automaton::Names;
use super::table::TableKind;

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[];

/// Cues of polarity and modality.
#[derive(Debug, Default)]
pub struct Cues {}

impl Cues {
    pub(crate) fn load(_sources: &mut Sources<'_>) -> Self {
        Self::default()
    }

    pub(crate) fn names(&self, _names: &mut Names) {}
}
