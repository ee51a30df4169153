//! The command line: what was typed, validated, and the command that it asks for. One file a command.

mod baseline;
mod batch;
mod check;
mod explain;
mod extract;
mod gazetteers;
mod output;
mod reconcile;
mod resume;
mod score;
mod tag;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use crossclaim::gazetteer::Gazetteers;

/// How a command ended; printed errors are among it, not instead of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing to report: exit code 0.
    Clean,
    /// Something at or above `--fail-on` was found: exit code 1.
    Found,
    /// Some input could not be used: exit code 2.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Found => Self::from(1),
            Outcome::Failed => Self::from(2),
        }
    }
}

/// Extracts the checkable claims in news articles and reconciles them across sources.
#[derive(Debug, Parser)]
#[command(
    version,
    about,
    max_term_width = 100,
    after_help = "\
Examples:
  crossclaim check news/                              conflicts first; exit code 1 where there are any
  crossclaim extract news/ -o claims.jsonl            the claims alone
  crossclaim reconcile claims.jsonl -o facts.jsonl    facts and conflicts from them

Exit codes: 0 nothing found, 1 conflicts found, 2 the run or an input failed."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,

    /// When to colour: auto (a terminal, and NO_COLOR is not set), always, never.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: output::Colour,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read articles, extract and reconcile their claims, and print the conflicts first.
    Check(check::Check),
    /// Say how a claim was made, or why two claims agree, conflict, or are about different things.
    Explain(explain::Explain),
    /// Write the claims of articles, one JSON object a line, or a table.
    Extract(extract::Extract),
    /// Reconcile claims that `extract` wrote into facts and conflicts.
    Reconcile(reconcile::Reconcile),
    /// Say how good it is, on annotated articles.
    Score(score::Score),
    /// Write the mentions and sentences of articles, one article a line.
    Tag(tag::Tag),
    /// Validate the tables, your own included, or look something up in them.
    Gazetteers(gazetteers::GazetteersCommand),
}

/// Which claims a command works with.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(crate) enum Scope {
    /// Those that name a country, an amount, a count or an official.
    Checkable,
    /// Those, and what every sentence states, to be compared word for word.
    All,
}

impl Scope {
    fn extract(self, pipeline: crossclaim::Pipeline<'_>, article: &crossclaim::article::Article) -> Vec<crossclaim::claim::model::Claim> {
        match self {
            Self::Checkable => pipeline.extract(article),
            Self::All => pipeline.extract_all(article),
        }
    }
}

/// What every command that reads articles takes.
#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// Files (.txt, .md, .jsonl, .html, .warc, feeds as .xml, .rss or .atom; each also .gz or .zst), folders, or - for standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<String>,

    /// A folder with tables of your own (.tsv), laid over the built-in ones.
    #[arg(long, value_name = "DIR")]
    gazetteers: Option<PathBuf>,

    /// How many threads work; 0 is one for each core. The output is the same for any number.
    #[arg(long, short, value_name = "N", default_value_t = 0)]
    jobs: usize,

    /// Let an input that cannot be read not change the exit code.
    #[arg(long)]
    keep_going: bool,
}

impl Inputs {
    /// The tables to use: the built-in ones, or with the user's laid over them (kept for the whole run).
    fn tables(&self) -> anyhow::Result<&'static Gazetteers> {
        match &self.gazetteers {
            None => Ok(Gazetteers::embedded()),
            Some(folder) => Ok(Box::leak(Box::new(Gazetteers::with_folder(folder)?))),
        }
    }
}

/// Reads the arguments, runs the command, and says how it ended.
pub(crate) fn main() -> ExitCode {
    let arguments = Arguments::parse();
    output::set_colour(arguments.color);
    let result = match arguments.command {
        Command::Check(command) => command.run(),
        Command::Explain(command) => command.run(),
        Command::Extract(command) => command.run(),
        Command::Reconcile(command) => command.run(),
        Command::Score(command) => command.run(),
        Command::Tag(command) => command.run(),
        Command::Gazetteers(command) => command.run(),
    };
    match result {
        Ok(outcome) => outcome.into(),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::error(&format!("{error:#}"));
            Outcome::Failed.into()
        }
    }
}

/// Whoever read our output has gone away: that ends the run, and is no error.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe))
}
