//! `crossclaim check`: the main job. Articles in, conflicts first, an exit code for CI.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use crossclaim::Pipeline;
use crossclaim::reconcile::model::Severity;
use crossclaim::reconcile::reconcile;
use crossclaim::report::{self, Findings};

use super::baseline::{self, Baseline};
use super::{Inputs, Outcome, Scope, batch, output};

/// The arguments of `check`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  crossclaim check news/
  crossclaim check news/ --format html -o report.html
  crossclaim check news/ --fail-on tension --format sarif -o conflicts.sarif
  crossclaim check drafts/ --write-baseline known.json    # once; then:
  crossclaim check drafts/ --baseline known.json          # new conflicts only")]
pub(crate) struct Check {
    #[command(flatten)]
    inputs: Inputs,

    /// Which claims to compare.
    #[arg(long, value_name = "SCOPE", default_value = "all")]
    scope: Scope,

    /// How to write what was found.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,

    /// From which severity on the exit code is 1.
    #[arg(long, value_name = "SEVERITY", default_value = "conflict")]
    fail_on: FailOn,

    /// Leave out the conflicts of this file: they are known, and neither printed nor counted.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,

    /// Write the conflicts and tensions of this run to this file, as a baseline for later runs; the exit code is 0.
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,

    /// Where to write; standard output where none is named.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// The formats of `check`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people: conflicts with both passages, corroborated facts, a summary.
    Text,
    /// One object: articles, claims, facts, conflicts.
    Json,
    /// One object a line, each with its type.
    Jsonl,
    /// A table of the conflicts, one a row, both sides in it.
    Csv,
    /// One page for a browser: both passages side by side, corroborated facts to unfold.
    Html,
    /// Annotations for GitHub Actions.
    Github,
    /// A SARIF 2.1.0 log.
    Sarif,
}

/// From which severity on a run counts as having found something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// A conflict: not even the widest readings agree.
    Conflict,
    /// A tension, or a conflict.
    Tension,
    /// Nothing is counted.
    Never,
}

impl Check {
    pub(crate) fn run(&self) -> anyhow::Result<Outcome> {
        let pipeline = Pipeline::with_gazetteers(self.inputs.tables()?);
        let baseline = self.baseline.as_deref().map(Baseline::read).transpose()?;
        let mut findings = Findings::default();
        let read = batch::for_each(
            &self.inputs,
            |article| self.scope.extract(pipeline, article),
            |article, claims| {
                findings.articles.push(article);
                findings.claims.extend(claims);
                Ok(())
            },
        )?;
        findings.ledger = reconcile(&findings.claims, pipeline.gazetteers());
        findings.keep_told();
        let mut output = output::open(self.output.as_deref())?;
        if let Some(baseline) = &baseline {
            baseline.leave_out(&mut findings.ledger.conflicts);
        }
        if let Some(file) = &self.write_baseline {
            baseline::write(file, &findings.ledger.conflicts)?;
        }
        match self.format {
            Format::Text => report::text::write(&findings, output::layout(self.output.as_deref()), &mut output)?,
            Format::Json => report::json::write_object(&findings, &mut output)?,
            Format::Jsonl => report::json::write_lines(&findings, &mut output)?,
            Format::Csv => report::csv::write_conflicts(&findings, &mut output)?,
            Format::Html => report::html::write(&findings, &mut output)?,
            Format::Github => report::github::write(&findings, &mut output)?,
            Format::Sarif => report::sarif::write(&findings, &mut output)?,
        }
        output.flush()?;
        Ok(if read == Outcome::Failed {
            Outcome::Failed
        } else if self.write_baseline.is_none() && self.counts(&findings) {
            Outcome::Found
        } else {
            Outcome::Clean
        })
    }

    fn counts(&self, findings: &Findings) -> bool {
        findings.ledger.conflicts.iter().any(|conflict| match self.fail_on {
            FailOn::Conflict => conflict.severity == Severity::Conflict,
            FailOn::Tension => true,
            FailOn::Never => false,
        })
    }
}
