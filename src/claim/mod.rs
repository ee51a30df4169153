//! Claims: from mentions and clauses to structured records.

pub mod model;
