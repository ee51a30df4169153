//! Tables as files: comment lines, a header line, then a row a fact, its cells separated by tabs.
//!
//! A table's rules are the same for the embedded tables and for a user's own: UTF-8 in normal form C, the columns that the
//! header must name, as many cells in each row, no two rows with one key. What a cell must hold beyond that is checked by
//! the kind of table itself, which reports through [`Row::problem`].

use std::fmt;

use rustc_hash::FxHashMap;
use unicode_normalization::is_nfc;

/// What every table of one kind looks like.
#[derive(Clone, Copy, Debug)]
pub struct TableKind {
    /// The file's name without its ending: `countries` is `gazetteers/countries.tsv`.
    pub name: &'static str,
    /// The columns, as the header line names them.
    pub columns: &'static [&'static str],
    /// The columns that tell rows apart, by index; a user's row with the key of an embedded one takes its place.
    pub key: &'static [usize],
    /// The text of the table that is compiled in.
    pub embedded: &'static str,
}

impl TableKind {
    /// The embedded table's file name, for messages.
    pub fn file(&self) -> String {
        format!("gazetteers/{}.tsv", self.name)
    }
}

/// A table's row that is wrong, or a table that cannot be read: which file, which line, what to mend.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {problem}")]
pub struct TableError {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and how to mend it.
    pub problem: String,
}

/// One row; its cells are slices of the table's text.
#[derive(Clone, Debug)]
pub struct Row<'t> {
    /// The file it stands in.
    pub file: &'t str,
    /// The line it stands on, from 1.
    pub line: usize,
    /// The cells, as many as the kind has columns; an empty cell is an empty string.
    pub cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    /// The cell of column `column`.
    pub fn cell(&self, column: usize) -> &'t str {
        self.cells.get(column).copied().unwrap_or_default()
    }

    /// The values of a cell that holds several, separated by `|`; none for an empty cell.
    pub fn list(&self, column: usize) -> impl Iterator<Item = &'t str> {
        self.cell(column).split('|').map(str::trim).filter(|value| !value.is_empty())
    }

    /// The error that this row is wrong in the way that `problem` says.
    pub fn problem(&self, problem: impl fmt::Display) -> TableError {
        TableError { file: self.file.to_owned(), line: self.line, problem: problem.to_string() }
    }
}

/// The rows of one kind of table: the embedded ones, and a user's laid over them.
#[derive(Clone, Debug)]
pub struct Table<'t> {
    /// What kind it is.
    pub kind: TableKind,
    /// Its rows, in the order of their files.
    pub rows: Vec<Row<'t>>,
}

impl<'t> Table<'t> {
    /// Reads the text of `file` as a table of `kind`; every line that is wrong adds to `problems` and is left out.
    pub fn read(kind: TableKind, file: &'t str, text: &'t str, problems: &mut Vec<TableError>) -> Self {
        let mut table = Self { kind, rows: Vec::new() };
        let mut header_seen = false;
        let mut first_line_of_key: FxHashMap<Vec<&'t str>, usize> = FxHashMap::default();
        for (index, line) in text.lines().enumerate() {
            let line = line.strip_suffix('\r').unwrap_or(line);
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            let row = Row { file, line: index + 1, cells: line.split('\t').collect() };
            if !is_nfc(line) {
                problems.push(row.problem("not in Unicode normal form C; write accented letters as single characters"));
            } else if !header_seen {
                header_seen = true;
                if row.cells != kind.columns {
                    let expected = kind.columns.join(", ");
                    problems.push(row.problem(format_args!("the header must name the columns {expected}, separated by tabs")));
                    return table;
                }
            } else if row.cells.len() != kind.columns.len() {
                problems.push(row.problem(format_args!(
                    "{} cells where the header has {}; separate cells by one tab and leave no column out",
                    row.cells.len(),
                    kind.columns.len()
                )));
            } else if let Some(cell) = row.cells.iter().find(|cell| cell.trim() != **cell) {
                problems.push(row.problem(format_args!("white space around {cell:?}; take it away")));
            } else if let Some(column) = kind.key.iter().copied().find(|&column| row.cell(column).is_empty()) {
                problems.push(row.problem(format_args!("the column {} is empty; it must name the row", kind.columns[column])));
            } else {
                let key: Vec<&str> = kind.key.iter().map(|&column| row.cell(column)).collect();
                if let Some(line) = first_line_of_key.get(&key) {
                    problems.push(row.problem(format_args!("{} stands already on line {line}; keep one of the two", key.join(", "))));
                } else {
                    first_line_of_key.insert(key, row.line);
                    table.rows.push(row);
                }
            }
        }
        if !header_seen {
            let expected = kind.columns.join(", ");
            problems.push(TableError {
                file: file.to_owned(),
                line: 1,
                problem: format!("no header line; begin with the columns {expected}, separated by tabs"),
            });
        }
        table
    }

    /// Lays another table of the kind over this one: rows with a known key replace, others are added.
    pub fn lay_over(&mut self, over: Table<'t>) {
        let key = |row: &Row<'t>| -> Vec<&'t str> { self.kind.key.iter().map(|&column| row.cell(column)).collect() };
        let mut index_of_key: FxHashMap<Vec<&'t str>, usize> = self.rows.iter().enumerate().map(|(index, row)| (key(row), index)).collect();
        let mut rows = std::mem::take(&mut self.rows);
        for row in over.rows {
            if let Some(&index) = index_of_key.get(&key(&row)) {
                rows[index] = row;
            } else {
                index_of_key.insert(key(&row), rows.len());
                rows.push(row);
            }
        }
        self.rows = rows;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: TableKind = TableKind { name: "rivers", columns: &["name", "length"], key: &[0], embedded: "" };

    fn read(text: &'static str) -> (Table<'static>, Vec<String>) {
        let mut problems = Vec::new();
        let table = Table::read(KIND, "rivers.tsv", text, &mut problems);
        (table, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn each_wrong_row_is_named_with_its_line() {
        let (table, problems) = read("# source: none\nname\tlength\nOder\t840\nElbe\nOder\t866\n Ems\t362\n\t12\ne\u{301}bre\t930\n");
        assert_eq!(table.rows.len(), 1);
        assert_eq!(
            problems,
            [
                "rivers.tsv:4: 1 cells where the header has 2; separate cells by one tab and leave no column out",
                "rivers.tsv:5: Oder stands already on line 3; keep one of the two",
                "rivers.tsv:6: white space around \" Ems\"; take it away",
                "rivers.tsv:7: the column name is empty; it must name the row",
                "rivers.tsv:8: not in Unicode normal form C; write accented letters as single characters",
            ]
        );
    }

    #[test]
    fn a_wrong_or_missing_header_is_one_problem() {
        assert_eq!(read("name\tkm\nOder\t840\n").1, ["rivers.tsv:1: the header must name the columns name, length, separated by tabs"]);
        assert_eq!(read("# nothing\n").1, ["rivers.tsv:1: no header line; begin with the columns name, length, separated by tabs"]);
    }

    #[test]
    fn a_users_row_replaces_or_adds() {
        let mut table = read("name\tlength\nOder\t840\nElbe\t1094\n").0;
        table.lay_over(read("name\tlength\nOder\t866\nEms\t362\n").0);
        let rows: Vec<_> = table.rows.iter().map(|row| (row.cell(0), row.cell(1))).collect();
        assert_eq!(rows, [("Oder", "866"), ("Elbe", "1094"), ("Ems", "362")]);
    }
}
