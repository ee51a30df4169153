//! crossclaim reads news articles, extracts the checkable claims in them, and reconciles the claims across sources.
#![warn(missing_docs)]

pub mod article;
pub mod claim;
pub mod gazetteer;
pub mod reconcile;
pub mod report;
pub mod segment;
pub mod syntax;
pub mod tag;
