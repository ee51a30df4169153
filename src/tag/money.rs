//! To be written.

use super::context::Context;
use super::mention::Mention;

pub(crate) fn tag(_context: &Context<'_>, _mentions: &mut Vec<Mention>) {}
