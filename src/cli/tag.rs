//! `crossclaim tag`: mentions and sentences, one article a line.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use crossclaim::report::mentions::TaggedArticle;
use crossclaim::segment::segment;
use crossclaim::tag::tag;

use super::{Inputs, Outcome, batch, output};

/// The arguments of `tag`.
#[derive(Debug, Args)]
pub(crate) struct Tag {
    #[command(flatten)]
    inputs: Inputs,

    /// Where to write; standard output where none is named.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Tag {
    pub(crate) fn run(&self) -> anyhow::Result<Outcome> {
        let gazetteers = self.inputs.tables()?;
        let mut output = output::open(self.output.as_deref())?;
        let outcome = batch::for_each(
            &self.inputs,
            |article| {
                let document = segment(article, gazetteers);
                let mentions = tag(&document, gazetteers);
                serde_json::to_vec(&TaggedArticle::new(&document, &mentions))
            },
            |_, line| {
                output.write_all(&line?)?;
                Ok(output.write_all(b"\n")?)
            },
        )?;
        output.flush()?;
        Ok(outcome)
    }
}
