//! A floor under the quality on the annotated corpus: what once worked stays so.

use assert_cmd::Command;

/// The figure in a column of a row of the table that `score` prints.
fn figure(table: &str, row: &str, column: usize) -> f64 {
    let line = table.lines().find(|line| line.starts_with(row)).unwrap_or_else(|| panic!("no row {row} in\n{table}"));
    let cell = line[row.len()..].split_whitespace().nth(column).unwrap_or_else(|| panic!("no column {column} in {line}"));
    cell.parse().expect("a number")
}

#[test]
fn the_corpus_is_read_as_well_as_before() {
    let output =
        Command::cargo_bin("crossclaim").expect("the binary is built").args(["score", "--gold", "corpus"]).output().expect("it runs");
    let table = String::from_utf8(output.stdout).expect("text");
    assert!(figure(&table, "claim ", 2) >= 0.60, "F1 of claims fell:\n{table}");
    assert!(figure(&table, "quantity", 2) >= 0.80, "F1 of quantities fell:\n{table}");
    assert!(figure(&table, "agree", 0) >= 30.0, "agreeing pairs fell:\n{table}");
    assert!(figure(&table, "distinct", 0) >= 90.0, "distinct pairs fell:\n{table}");
    assert!(figure(&table, "false alarms", 0) <= 8.0, "false alarms rose:\n{table}");
}
