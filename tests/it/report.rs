//! What people read, as snapshots: the whole text of a run over one story of the corpus.

use assert_cmd::Command;

#[test]
fn a_story_is_reported_with_its_conflict_first() {
    let mut command = Command::cargo_bin("crossclaim").expect("the binary is built");
    let output = command.args(["check", "corpus/earthquake"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stdout));
}
