//! Who takes part: the participants of a clause and their sides, and whom a pronoun or a bare noun stands for.

pub(in crate::claim) mod antecedent;
mod cast;
mod complement;
mod content;
pub(in crate::claim) mod edges;
mod extent;
mod inner;
pub(in crate::claim) mod nested;
mod person;
pub(in crate::claim) mod phrase;
pub(in crate::claim) mod place;
pub(in crate::claim) mod post;
pub(in crate::claim) mod reference;
mod restriction;
pub(in crate::claim) mod setting;
pub(in crate::claim) mod side;
pub(in crate::claim) mod sides;
mod taking_part;
pub(in crate::claim) mod town;
