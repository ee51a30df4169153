//! A floor under the quality on the annotated corpus: what once worked stays so.

use assert_cmd::Command;
use crossclaim::article::Article;
use crossclaim::gazetteer::Gazetteers;
use crossclaim::score::{Gold, Scores};
use crossclaim::segment::segment;
use crossclaim::tag::tag;

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
    assert!(figure(&table, "quantity value ", 2) >= 0.90, "recall of quantities fell:\n{table}");
    assert!(figure(&table, "country", 2) >= 0.90, "recall of countries fell:\n{table}");
    assert!(figure(&table, "person ", 2) >= 0.75, "recall of people fell:\n{table}");
    assert!(figure(&table, "agree", 0) >= 30.0, "agreeing pairs fell:\n{table}");
    assert!(figure(&table, "distinct", 0) >= 90.0, "distinct pairs fell:\n{table}");
    assert!(figure(&table, "false alarms", 0) <= 8.0, "false alarms rose:\n{table}");
}

#[test]
fn what_the_gold_names_is_looked_for_inside_its_span() {
    let text = "Mayor Dora Quill of Lusaka said on Monday that Zambia had bought 40 pumps. Nine were broken.";
    let article = Article::new("a", "b", text);
    let rows = [
        r#"{"article":"a","start":0,"end":73,"quote":"Mayor Dora Quill of Lusaka said on Monday that Zambia had bought 40 pumps","predicate":"buy","polarity":"affirmed","modality":"asserted","actor":["ZM"],"target":["KE"],"people":["Dora Quill"],"office":"mayor","quantity":{"value":40,"low":40,"unit":"pump"},"attribution":null}"#,
        r#"{"article":"a","start":75,"end":91,"quote":"Nine were broken","predicate":"break","polarity":"affirmed","modality":"asserted","actor":[],"target":[],"people":["Dora Quill"],"quantity":{"value":9,"low":9,"unit":"pump"},"attribution":null}"#,
    ];
    let mut gold = Gold::default();
    gold.add_claims(&rows.join("\n")).expect("rows");
    let mut scores = Scores::default();
    scores.add_tags(&gold, &article, &tag(&segment(&article, Gazetteers::embedded()), Gazetteers::embedded()));
    let of = |tag: &str| (scores.tags[tag].right, scores.tags[tag].gold);
    assert_eq!(of("quantity value"), (2, 2));
    assert_eq!(of("quantity value and unit"), (1, 1), "the second leaves its noun out");
    assert_eq!(of("country"), (1, 2), "Kenya is named nowhere");
    assert_eq!((of("person"), of("person and office")), ((1, 1), (1, 1)), "the second sentence names nobody");
}
