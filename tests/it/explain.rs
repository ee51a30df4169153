//! `explain` of one claim: the tree it was read from, the tags of its sentence, its rules, and what was refused beside it.

use std::fs;

use assert_cmd::Command;
use tempfile::TempDir;

fn crossclaim() -> Command {
    Command::cargo_bin("crossclaim").expect("the binary is built")
}

/// What `explain` prints of the first claim of an article.
fn explained(text: &str) -> String {
    let folder = TempDir::new().expect("a temporary folder");
    let article = folder.path().join("article.txt");
    fs::write(&article, text).expect("an article is written");
    let claims = crossclaim().arg("extract").arg(&article).output().expect("it runs").stdout;
    let first: serde_json::Value = serde_json::from_slice(claims.split(|&byte| byte == b'\n').next().expect("a claim")).expect("JSON");
    let output = crossclaim().arg("explain").arg(first["id"].as_str().expect("an id")).arg("--in").arg(&article).output().expect("it runs");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("output is UTF-8")
}

/// The words of the tree that was printed, in the order of the text.
fn words_of_the_tree(explained: &str) -> Vec<&str> {
    let lines = explained.lines().skip_while(|line| *line != "tree:").skip(1).take_while(|line| line.starts_with(' '));
    lines.filter_map(|line| line.split_whitespace().next()).collect()
}

#[test]
fn a_claim_shows_its_tree_its_tags_and_its_rules() {
    let explained = explained("On Monday Chile expelled 40 miners.");
    assert_eq!(words_of_the_tree(&explained), ["On", "Monday", "Chile", "expelled", "40", "miners", "."]);
    assert!(explained.contains("\nrules: main-clause\n"), "{explained}");
    assert!(explained.contains("    Chile NNP nsubj\n") && explained.contains("  expelled VBD root\n"), "{explained}");
    assert!(explained.contains(r#""text":"40 miners","value":40"#), "{explained}");
}

#[test]
fn the_tree_is_the_one_that_the_claim_was_read_from() {
    // A dateline is no part of the sentence, and takes no part in its tree.
    let explained = explained("MANILA (Wire) — Chile expelled 40 miners.");
    assert_eq!(words_of_the_tree(&explained).first(), Some(&"Chile"), "{explained}");
}
