//! `crossclaim reconcile`: claims in, facts and conflicts out.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use crossclaim::claim::model::Claim;
use crossclaim::gazetteer::Gazetteers;
use crossclaim::reconcile::Reconciler;
use crossclaim::report::Findings;
use crossclaim::report::json;

use super::{Outcome, output};

/// The arguments of `reconcile`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  crossclaim reconcile claims.jsonl -o facts.jsonl
  crossclaim extract news/ | crossclaim reconcile -")]
pub(crate) struct Reconcile {
    /// Files of claims as `extract` writes them (.jsonl), or - for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// A folder with tables of your own (.tsv), laid over the built-in ones.
    #[arg(long, value_name = "DIR")]
    gazetteers: Option<PathBuf>,

    /// Where to write the facts and conflicts, one a line; standard output where none is named.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Let a line that cannot be read not change the exit code.
    #[arg(long)]
    keep_going: bool,
}

impl Reconcile {
    pub(crate) fn run(&self) -> anyhow::Result<Outcome> {
        let with_folder = self.gazetteers.as_deref().map(Gazetteers::with_folder).transpose()?;
        let gazetteers = with_folder.as_ref().unwrap_or_else(|| Gazetteers::embedded());
        let mut reconciler = Reconciler::new(gazetteers);
        let mut failed = false;
        for file in &self.files {
            let reader: Box<dyn BufRead> = if file.as_os_str() == "-" {
                Box::new(io::stdin().lock())
            } else {
                let opened = File::open(file).with_context(|| format!("{}: cannot be read; check its name and rights", file.display()))?;
                Box::new(BufReader::new(opened))
            };
            for (index, line) in reader.lines().enumerate() {
                match claim(line) {
                    Ok(Some(claim)) => reconciler.add(&claim),
                    Ok(None) => {}
                    Err(error) => {
                        failed = true;
                        output::error(&format!(
                            "{}:{}: not a claim ({error}); write one claim a line, as `crossclaim extract` does",
                            file.display(),
                            index + 1
                        ));
                    }
                }
            }
        }
        let ledger = reconciler.finish();
        let mut output = output::open(self.output.as_deref())?;
        json::write_lines(&Findings { ledger, ..Findings::default() }, &mut output)?;
        output.flush()?;
        Ok(if failed && !self.keep_going { Outcome::Failed } else { Outcome::Clean })
    }
}

/// The claim on a line; none on an empty line.
fn claim(line: io::Result<String>) -> anyhow::Result<Option<Claim>> {
    let line = line?;
    if line.trim().is_empty() { Ok(None) } else { Ok(Some(serde_json::from_str(&line)?)) }
}
