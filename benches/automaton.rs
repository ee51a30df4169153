//! One pass of the names' automaton alone over a text, as JSON: the limit of every tagger that looks names up in a text.
//!
//! `cargo bench --bench automaton -- FILE`; benches/peers/compare.py runs it. Without a file it takes the project's own articles.

use std::io::Write;
use std::time::{Duration, Instant};

use crossclaim::gazetteer::Gazetteers;
use crossclaim::read::Reader;

/// The fastest of so many passes counts.
const PASSES: usize = 5;

fn main() -> std::io::Result<()> {
    let text = match std::env::args().skip(1).find(|argument| !argument.starts_with('-')) {
        Some(file) => std::fs::read_to_string(file)?,
        None => corpus(),
    };
    let automaton = Gazetteers::embedded().automaton();
    let (mut fastest, mut found) = (Duration::MAX, 0);
    for _ in 0..PASSES {
        let begun = Instant::now();
        found = text.lines().map(|line| automaton.scan(line).len()).sum();
        fastest = fastest.min(begun.elapsed());
    }
    writeln!(std::io::stdout(), r#"{{"bytes": {}, "seconds": {}, "found": {found}}}"#, text.len(), fastest.as_secs_f64())
}

fn corpus() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus").to_owned();
    Reader::new(&[folder]).filter_map(Result::ok).map(|article| article.text + "\n").collect()
}
