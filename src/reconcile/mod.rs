//! Reconciliation: what the claims of all articles come to.

pub mod model;
