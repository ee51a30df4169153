//! Behaviour through the public interface and the command line, one module a topic.

mod claim;
mod command_line;
mod country;
mod date;
mod invariants;
mod layering;
mod official;
mod quantity;
mod read;
mod reconcile;
mod score;
mod segment;
mod streaming;
mod syntax;
