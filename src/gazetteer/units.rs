//! Units of measure.
//!
//! Measures are found from their numbers outward, so the automaton is spared these names.

use rustc_hash::FxHashMap;

use super::Sources;
use super::edges::Edges;
use super::table::TableKind;

const UNITS: TableKind = TableKind {
    name: "units",
    columns: &["unit", "dimension", "symbols", "names"],
    key: &[0],
    embedded: include_str!("../../gazetteers/units.tsv"),
};

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[UNITS];

/// A unit of measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its canonical name: "kilometre".
    pub name: String,
    /// What it measures: "length".
    pub dimension: String,
}

/// Units of measure.
#[derive(Debug, Default)]
pub struct Units {
    rows: Vec<Unit>,
    symbols: FxHashMap<String, usize>,
    names: FxHashMap<String, usize>,
    longest_symbol: usize,
    symbol_edges: Edges,
    name_edges: Edges,
}

impl Units {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let mut loaded = Self::default();
        for row in sources.table(UNITS).rows {
            if row.cell(1).is_empty() {
                sources.problems.push(row.problem("no dimension; say what it measures: length, mass, duration …"));
                continue;
            }
            let index = loaded.rows.len();
            loaded.rows.push(Unit { name: row.cell(0).to_owned(), dimension: row.cell(1).to_owned() });
            for symbol in row.list(2) {
                loaded.longest_symbol = loaded.longest_symbol.max(symbol.len());
                loaded.symbols.entry(symbol.to_owned()).or_insert(index);
            }
            for name in row.list(3) {
                let name = name.to_lowercase();
                loaded.names.entry(name).or_insert(index);
            }
        }
        loaded.symbol_edges = Edges::of(loaded.symbols.keys().map(String::as_str));
        loaded.name_edges = Edges::of(loaded.names.keys().map(String::as_str));
        loaded
    }

    /// The unit of an index.
    pub fn unit(&self, index: usize) -> &Unit {
        &self.rows[index]
    }

    /// The unit of a symbol exactly as written.
    pub fn symbol(&self, symbol: &str) -> Option<usize> {
        self.symbols.get(symbol).copied()
    }

    /// The unit of a name in lower case.
    pub fn name(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied()
    }

    /// How the symbols begin.
    pub(crate) fn symbol_edges(&self) -> &Edges {
        &self.symbol_edges
    }

    /// How the names begin.
    pub(crate) fn name_edges(&self) -> &Edges {
        &self.name_edges
    }

    /// The length of the longest symbol in bytes.
    pub fn longest_symbol(&self) -> usize {
        self.longest_symbol
    }
}
