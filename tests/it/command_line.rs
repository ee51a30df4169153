//! The command line: exit codes, outputs, messages.

use std::fs;

use assert_cmd::Command;
use tempfile::TempDir;

/// Two outlets that report one pledge with different amounts, and a third article that agrees with the first.
const PLEDGE: [(&str, &str); 3] = [
    ("north", "OSLO — Norway pledged $40 million to Ethiopia on Monday. The Ethiopian government welcomed the money."),
    ("south", "OSLO — Norway pledged $90 million to Ethiopia on Monday. Aid groups welcomed the money."),
    ("west", "OSLO — Norway pledged $40 million to Ethiopia, officials in Addis Ababa said on Monday."),
];

fn crossclaim() -> Command {
    Command::cargo_bin("crossclaim").expect("the binary is built")
}

fn pledge() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (source, text) in PLEDGE {
        let front = format!("---\nsource: {source}\npublished: 2025-03-04\n---\n");
        fs::write(folder.path().join(format!("{source}.txt")), front + text).expect("an article is written");
    }
    folder
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

#[test]
fn check_prints_the_conflict_first_and_exits_1() {
    let folder = pledge();
    let output = crossclaim().arg("check").arg(folder.path()).output().expect("it runs");
    let printed = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{printed}{}", text(&output.stderr));
    assert!(printed.starts_with("conflict[amount-conflict]"), "{printed}");
    assert!(printed.contains("$40 million") && printed.contains("$90 million"), "{printed}");
    assert!(printed.contains("south.txt:5:23"), "{printed}");
}

#[test]
fn fail_on_never_exits_0() {
    let folder = pledge();
    crossclaim().args(["check", "--fail-on", "never"]).arg(folder.path()).assert().code(0);
}

#[test]
fn a_missing_input_exits_2_and_says_so() {
    let output = crossclaim().args(["check", "no-such-folder"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("no-such-folder"), "{}", text(&output.stderr));
}

#[test]
fn keep_going_leaves_the_exit_code_to_the_findings() {
    let folder = pledge();
    crossclaim().args(["check", "--keep-going", "no-such-folder"]).arg(folder.path()).assert().code(1);
}

#[test]
fn no_colour_reaches_a_pipe() {
    let folder = pledge();
    let output = crossclaim().arg("check").arg(folder.path()).output().expect("it runs");
    assert!(!output.stdout.contains(&0x1b));
    let output = crossclaim().args(["check", "--color", "always"]).arg(folder.path()).output().expect("it runs");
    assert!(output.stdout.contains(&0x1b));
}

#[test]
fn extract_then_reconcile_is_check() {
    let folder = pledge();
    let claims = folder.path().join("claims.out");
    crossclaim().args(["extract", "--scope", "all"]).arg(folder.path()).arg("-o").arg(&claims).assert().success();
    let facts = crossclaim().arg("reconcile").arg(&claims).output().expect("it runs");
    let check = crossclaim().args(["check", "--format", "jsonl"]).arg(folder.path()).output().expect("it runs");
    let of_facts = |printed: &str| -> Vec<String> {
        printed
            .lines()
            .filter(|line| line.starts_with(r#"{"type":"fact""#) || line.starts_with(r#"{"type":"conflict""#))
            .map(str::to_owned)
            .collect()
    };
    let (reconciled, checked) = (of_facts(&text(&facts.stdout)), of_facts(&text(&check.stdout)));
    assert!(!reconciled.is_empty());
    assert_eq!(reconciled, checked);
}

#[test]
fn reconcile_names_the_line_that_is_no_claim() {
    let folder = TempDir::new().expect("a temporary folder");
    let file = folder.path().join("claims.jsonl");
    fs::write(&file, "\n{\"id\": 3}\n").expect("a file is written");
    let output = crossclaim().arg("reconcile").arg(&file).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    let message = text(&output.stderr);
    assert!(message.contains("claims.jsonl:2: not a claim"), "{message}");
    assert!(message.contains("crossclaim extract"), "{message}");
}

#[test]
fn files_that_are_passed_over_in_a_folder_are_counted() {
    let folder = TempDir::new().expect("a temporary folder");
    for name in ["a.txt", "b.pdf", "c.pdf", "notes", ".hidden.pdf", "README.md"] {
        fs::write(folder.path().join(name), "Kenya paid Uganda $5 million.").expect("a file is written");
    }
    let output = crossclaim().arg("extract").arg(folder.path()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let message = text(&output.stderr);
    assert!(
        message.contains("3 files of other kinds (1 without an ending, 2 .pdf) are passed over; articles are files that end in .txt"),
        "{message}"
    );
}

#[test]
fn every_row_of_the_tables_is_right() {
    let output = crossclaim().args(["gazetteers", "check"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

#[test]
fn a_wrong_row_of_your_own_is_refused_with_file_and_line() {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("nonsense.tsv"), "a\tb\n").expect("a file is written");
    let output = crossclaim().args(["gazetteers", "check"]).arg(folder.path()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("no table has this name"), "{}", text(&output.stderr));
}

#[test]
fn a_baseline_holds_what_is_known_and_lets_new_conflicts_fail() {
    let folder = pledge();
    let file = folder.path().join("known.baseline");
    let check = |option: &str| {
        let output = crossclaim().arg("check").arg(folder.path()).arg(option).arg(&file).output().expect("it runs");
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let (code, _, message) = check("--baseline");
    assert!(code == Some(2) && message.contains("known.baseline: the baseline cannot be read"), "{message}");

    assert_eq!(check("--write-baseline").0, Some(0));
    let known = fs::read_to_string(&file).expect("the baseline");
    assert!(known.lines().count() > 0 && known.contains("amount-conflict"), "{known}");
    let (code, printed, message) = check("--baseline");
    assert_eq!(code, Some(0), "{printed}");
    assert!(!printed.contains("conflict["), "{printed}");
    assert!(message.contains("known from the baseline left out, 0 of the baseline not found any more"), "{message}");

    let east =
        "---\nsource: east\npublished: 2025-03-04\n---\nOSLO — Norway pledged $70 million to Ethiopia on Monday. Farmers welcomed it.";
    fs::write(folder.path().join("east.txt"), east).expect("an article is written");
    let (code, printed, _) = check("--baseline");
    assert_eq!(code, Some(1), "{printed}");
    assert!(printed.contains("$70 million"), "{printed}");

    fs::write(&file, format!("{known}no conflict\n")).expect("the baseline");
    let (code, _, message) = check("--baseline");
    let line = format!("known.baseline:{}: not a known conflict", known.lines().count() + 1);
    assert!(code == Some(2) && message.contains(&line), "{message}");
}

/// The rows of a table, each by the names of its columns.
fn rows(bytes: &[u8]) -> Vec<std::collections::BTreeMap<String, String>> {
    csv::Reader::from_reader(bytes).deserialize().map(|row| row.expect("a row with every column")).collect()
}

#[test]
fn claims_and_conflicts_are_written_as_tables() {
    let folder = pledge();
    let claims = rows(&crossclaim().args(["extract", "--format", "csv"]).arg(folder.path()).output().expect("it runs").stdout);
    let pledges: Vec<_> = claims.iter().filter(|row| row["lemma"] == "pledge").collect();
    assert_eq!(pledges.len(), 3, "{claims:?}");
    assert!(pledges.iter().all(|row| row["unit"] == "USD" && row["published"] == "2025-03-04" && row["actor_country"] == "NO"));
    assert_eq!(pledges.iter().map(|row| &*row["value"]).collect::<Vec<_>>(), ["40000000", "90000000", "40000000"]);

    let output = crossclaim().args(["check", "--format", "csv"]).arg(folder.path()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let conflicts = rows(&output.stdout);
    assert!(!conflicts.is_empty() && conflicts.iter().all(|row| row["code"] == "amount-conflict"), "{conflicts:?}");
    assert!(conflicts.iter().any(|row| row["a_value"] != row["b_value"] && row["a_line"] == "5"), "{conflicts:?}");
}

#[test]
fn a_table_cannot_be_resumed() {
    let folder = pledge();
    let table = folder.path().join("claims.csv");
    let command = ["extract", "--format", "csv", "--resume", "--output"];
    let output = crossclaim().args(command).arg(&table).arg(folder.path()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("--resume") && !table.exists(), "{}", text(&output.stderr));
}
