//! `crossclaim extract`: claims, one a line.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use crossclaim::Pipeline;
use crossclaim::report::json::ArticleRecord;

use super::{Inputs, Outcome, batch, output};

/// The arguments of `extract`.
#[derive(Debug, Args)]
pub(crate) struct Extract {
    #[command(flatten)]
    inputs: Inputs,

    /// Where to write the claims; standard output where none is named.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write the articles' own records (source, url, published, title) to this file, one a line.
    #[arg(long, value_name = "FILE")]
    articles: Option<PathBuf>,
}

impl Extract {
    pub(crate) fn run(&self) -> anyhow::Result<Outcome> {
        let pipeline = Pipeline::with_gazetteers(self.inputs.tables()?);
        let mut output = output::open(self.output.as_deref())?;
        let mut records = self.articles.as_deref().map(|file| output::open(Some(file))).transpose()?;
        let outcome = batch::for_each(
            &self.inputs,
            |article| {
                let mut lines = Vec::new();
                for claim in pipeline.extract(article) {
                    serde_json::to_writer(&mut lines, &claim)?;
                    lines.push(b'\n');
                }
                anyhow::Ok(lines)
            },
            |article, lines| {
                output.write_all(&lines?)?;
                if let Some(records) = &mut records {
                    serde_json::to_writer(&mut *records, &ArticleRecord::new(&article))?;
                    records.write_all(b"\n")?;
                }
                Ok(())
            },
        )?;
        output.flush()?;
        if let Some(mut records) = records {
            records.flush()?;
        }
        Ok(outcome)
    }
}
