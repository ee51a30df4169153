//! `crossclaim extract`: claims, one a line or a row.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::{Args, ValueEnum};
use crossclaim::Pipeline;
use crossclaim::claim::model::Claim;
use crossclaim::report::csv;
use crossclaim::report::json::ArticleRecord;

use super::resume::{Left, Lines};
use super::{Inputs, Outcome, Scope, batch, output};

/// The arguments of `extract`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  crossclaim extract news/ -o claims.jsonl --articles articles.jsonl
  crossclaim extract big.jsonl.zst -o claims.jsonl --resume
  crossclaim extract news/ --format csv -o claims.csv")]
pub(crate) struct Extract {
    #[command(flatten)]
    inputs: Inputs,

    /// Where to write the claims; standard output where none is named.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write the articles' own records (source, url, published, title, and the text of pages) to this file, one a line.
    #[arg(long, value_name = "FILE")]
    articles: Option<PathBuf>,

    /// How to write the claims.
    #[arg(long, value_name = "FORMAT", default_value = "jsonl")]
    format: Format,

    /// Which claims to write.
    #[arg(long, value_name = "SCOPE", default_value = "checkable")]
    scope: Scope,

    /// Go on where an interrupted run with the same inputs left off: whole articles in the files stay, the last one is done
    /// again.
    #[arg(long, requires = "output")]
    resume: bool,
}

/// The formats of `extract`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One object a line: everything that is known of a claim.
    Jsonl,
    /// A table with a header line, a claim a row, several participants in one cell joined by "|".
    Csv,
}

impl Format {
    fn lines(self, claims: &[Claim]) -> anyhow::Result<Vec<u8>> {
        let mut lines = Vec::new();
        match self {
            Self::Jsonl => {
                for claim in claims {
                    serde_json::to_writer(&mut lines, claim)?;
                    lines.push(b'\n');
                }
            }
            Self::Csv => csv::write_claims(claims, &mut lines)?,
        }
        Ok(lines)
    }
}

impl Extract {
    pub(crate) fn run(&self) -> anyhow::Result<Outcome> {
        if self.resume && self.format != Format::Jsonl {
            bail!("--resume: goes on with JSON lines only; extract to .jsonl, or leave --resume out and write the table anew");
        }
        let pipeline = Pipeline::with_gazetteers(self.inputs.tables()?);
        let mut claims = Sink::new(self.output.as_deref(), Lines::Claims, self.resume)?;
        let mut records = self.articles.as_deref().map(|file| Sink::new(Some(file), Lines::Records, self.resume)).transpose()?;
        if self.format == Format::Csv {
            csv::write_claims_header(claims.open()?)?;
        }
        let mut left = claims.left.clone();
        let outcome = batch::for_each_wanted(
            &self.inputs,
            |article| left.as_mut().is_none_or(|left| left.wants(&article.id)),
            |article| self.format.lines(&self.scope.extract(pipeline, article)),
            |article, lines| {
                if let Some(lines) = lines {
                    claims.write(&lines?)?;
                }
                if let Some(records) = &mut records
                    && records.left.as_mut().is_none_or(|left| left.wants(&article.id))
                {
                    let mut line = serde_json::to_vec(&ArticleRecord::new(&article))?;
                    line.push(b'\n');
                    records.write(&line)?;
                }
                Ok(())
            },
        )?;
        claims.left = left;
        claims.finish()?;
        if let Some(records) = records {
            records.finish()?;
        }
        Ok(outcome)
    }
}

/// Where lines go: standard output, a new file, or what an interrupted run left of one.
///
/// Whole lines are written at once, so that an interrupted run leaves no part of one.
struct Sink<'f> {
    file: Option<&'f Path>,
    left: Option<Left>,
    /// Opened before the first line, so that a file whose input turns out to be another stays as it is.
    writer: Option<Box<dyn Write>>,
}

impl<'f> Sink<'f> {
    fn new(file: Option<&'f Path>, lines: Lines, resume: bool) -> anyhow::Result<Self> {
        let left = file.filter(|_| resume).map(|file| Left::in_file(file, lines)).transpose()?;
        let writer = if left.is_none() { Some(output::open(file)?) } else { None };
        Ok(Self { file, left, writer })
    }

    fn open(&mut self) -> anyhow::Result<&mut dyn Write> {
        let writer = match (self.writer.take(), &self.left, self.file) {
            (Some(writer), _, _) => writer,
            (None, Some(left), Some(file)) => left.open(file)?,
            (None, _, file) => output::open(file)?,
        };
        Ok(self.writer.insert(writer))
    }

    fn write(&mut self, lines: &[u8]) -> anyhow::Result<()> {
        Ok(self.open()?.write_all(lines)?)
    }

    fn finish(mut self) -> anyhow::Result<()> {
        if let (Some(left), Some(file)) = (&self.left, self.file) {
            left.check_passed(file)?;
        }
        Ok(self.open()?.flush()?)
    }
}
