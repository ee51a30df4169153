//! The `crossclaim` command line.

fn main() {}
