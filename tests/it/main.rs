//! Behaviour through the public interface and the command line, one module a topic.
#![allow(clippy::format_push_string, clippy::format_collect, clippy::large_stack_arrays, reason = "plain code reads best in tests")]

mod accounts;
mod attribution;
mod claim;
mod command_line;
mod country;
mod date;
mod disputes;
mod explain;
mod extent;
mod fact_lines;
mod feed;
mod figures;
mod html;
mod invariants;
mod layering;
mod official;
mod participant;
mod place;
mod quantity;
mod read;
mod reconcile;
mod reference;
mod report;
mod score;
mod segment;
mod sense;
mod streaming;
mod syntax;
mod tolls;
mod trees;
mod warc;
mod word_sets;
mod wording;
