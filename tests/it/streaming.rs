//! Long runs: bounded lines, the same output for any number of threads, and going on after an interruption.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use crossclaim::read::{LIMIT, LINE_LIMIT};
use tempfile::TempDir;

/// Articles with several claims, one, and none.
fn articles() -> String {
    let texts = [
        "Rwanda agreed on Monday to accept 250 migrants from Britain. The United States sent $7.5 million to Rwanda.",
        "The garden was quiet and nobody came.",
        "President Joe Biden said on Tuesday that the United States had signed a trade deal with Mexico.",
        "France sanctioned 12 Russian officials on Friday. Germany rejected the proposal.",
        "It rained.",
        "At least 58 people were killed in Turkey on Sunday, officials said.",
    ];
    let line = |(index, text): (usize, &&str)| {
        let record = serde_json::json!({"id": format!("a{index}"), "published": "2025-08-06", "text": text});
        format!("{record}\n")
    };
    texts.iter().cycle().take(14).enumerate().map(line).collect()
}

struct Run {
    folder: TempDir,
    input: PathBuf,
}

impl Run {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let input = folder.path().join("news.jsonl");
        fs::write(&input, articles()).expect("the input");
        Self { folder, input }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn extract(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("crossclaim").expect("the program");
        command.arg("extract").arg(&self.input).args(arguments);
        command
    }

    fn to_files(&self, claims: &Path, records: &Path, arguments: &[&str]) -> Command {
        let mut command = self.extract(arguments);
        command.arg("-o").arg(claims).arg("--articles").arg(records);
        command
    }

    /// Claims and records of a run that nothing interrupted.
    fn whole(&self) -> (Vec<u8>, Vec<u8>) {
        let (claims, records) = (self.file("whole.jsonl"), self.file("whole-articles.jsonl"));
        self.to_files(&claims, &records, &[]).assert().success();
        (fs::read(claims).expect("claims"), fs::read(records).expect("records"))
    }
}

/// Where a run may have been interrupted: nothing written, inside a line, just before and after its line break.
fn cuts(file: &[u8]) -> Vec<usize> {
    let ends: Vec<usize> = file.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at).collect();
    let (first, middle, last) = (ends[0], ends[ends.len() / 2], ends[ends.len() - 1]);
    vec![0, 1, first / 2, first, first + 1, first + 2, middle - 7, middle, middle + 1, last - 1, last, last + 1]
}

#[test]
fn a_resumed_run_gives_what_a_whole_one_does() {
    let run = Run::new();
    let (claims, records) = run.whole();
    let (claims_file, records_file) = (run.file("claims.jsonl"), run.file("articles.jsonl"));
    let record_cuts = cuts(&records);
    for (index, &cut) in cuts(&claims).iter().enumerate() {
        // The two files are written apart: either may be ahead of the other.
        for record_cut in [record_cuts[index], record_cuts[record_cuts.len() - 1 - index]] {
            fs::write(&claims_file, &claims[..cut]).expect("claims");
            fs::write(&records_file, &records[..record_cut]).expect("records");
            run.to_files(&claims_file, &records_file, &["--resume"]).assert().success();
            let same = fs::read(&claims_file).expect("claims") == claims && fs::read(&records_file).expect("records") == records;
            assert!(same, "claims cut at {cut}, records at {record_cut}");
        }
    }
}

#[test]
fn a_run_that_left_no_file_is_begun() {
    let run = Run::new();
    let (claims, _) = run.whole();
    let file = run.file("new.jsonl");
    run.extract(&["--resume", "-o"]).arg(&file).assert().success();
    assert_eq!(fs::read(file).expect("claims"), claims);
}

#[test]
fn resuming_needs_its_own_file() {
    let run = Run::new();
    run.extract(&["--resume"]).assert().code(2);
    let file = run.file("other.jsonl");
    let rows = [
        ("{\"article\":\"elsewhere\"}\n", "its last article, elsewhere, is not in the input"),
        ("no claim\n{\"article\":", "the line at byte 0 is not one that extract wrote"),
    ];
    for (text, message) in rows {
        fs::write(&file, text).expect("a file");
        let output = run.extract(&["--resume", "-o"]).arg(&file).assert().code(2).get_output().stderr.clone();
        assert!(String::from_utf8_lossy(&output).contains(message), "{}", String::from_utf8_lossy(&output));
        assert_eq!(fs::read_to_string(&file).expect("the file"), text, "a file that is refused stays as it is");
    }
}

#[test]
fn the_output_is_the_same_for_any_number_of_threads() {
    let run = Run::new();
    let of = |jobs: &str| run.extract(&["--jobs", jobs]).assert().success().get_output().stdout.clone();
    let one = of("1");
    assert!(!one.is_empty());
    assert_eq!(one, of("2"));
    assert_eq!(one, of("5"));
}

#[test]
fn what_is_above_the_limits_is_refused_and_the_rest_goes_on() {
    let run = Run::new();
    let (claims, _) = run.whole();
    let words = |bytes: usize| "word ".repeat(bytes / 5 + 1);
    let text = |id: &str, bytes: usize| format!("{{\"id\":\"{id}\",\"text\":\"{}\"}}\n", words(bytes));
    // A line may be longer than a text, where its record holds more.
    let page = format!("{{\"id\":\"page\",\"text\":\"It rained.\",\"html\":\"{}\"}}\n", words(LIMIT));
    let (long, longer) = (text("long", LIMIT), text("longer", LINE_LIMIT));
    fs::write(&run.input, [long, articles(), longer, page].concat()).expect("the input");
    let output = run.extract(&[]).assert().code(2).get_output().clone();
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    let lines: Vec<&str> = message.lines().collect();
    assert_eq!(lines.len(), 2, "{message}");
    assert!(lines[0].contains("news.jsonl:1: more than 2 MB in one article; split it"), "{message}");
    assert!(lines[1].contains("news.jsonl:16: more than 32 MB in one line; write one article a line"), "{message}");
    assert_eq!(output.stdout, claims);
}

#[test]
fn a_killed_run_is_resumed() {
    let run = Run::new();
    let many: String = (0..200).map(|telling| articles().replace("\"id\":\"", &format!("\"id\":\"{telling}-"))).collect();
    fs::write(&run.input, many).expect("the input");
    let (claims, records) = run.whole();
    let (claims_file, records_file) = (run.file("claims.jsonl"), run.file("articles.jsonl"));
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_crossclaim"));
    command.arg("extract").arg(&run.input).arg("-o").arg(&claims_file).arg("--articles").arg(&records_file);
    let mut killed = command.spawn().expect("the program runs");
    // As soon as something is written, whichever moment of the run that is.
    while fs::metadata(&claims_file).map_or(0, |file| file.len()) == 0 && killed.try_wait().expect("its state").is_none() {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    killed.kill().expect("it is killed, or done");
    killed.wait().expect("it is gone");
    let left = fs::read(&claims_file).expect("claims");
    // A write that the signal meets may be cut anywhere, in a line too.
    assert!(claims.starts_with(&left));
    run.to_files(&claims_file, &records_file, &["--resume"]).assert().success();
    assert!(fs::read(&claims_file).expect("claims") == claims && fs::read(&records_file).expect("records") == records);
}
