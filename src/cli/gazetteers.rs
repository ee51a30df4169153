//! `crossclaim gazetteers`: the tables validated, or looked up.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use crossclaim::gazetteer::Gazetteers;
use crossclaim::gazetteer::table::Table;

use super::{Outcome, output};

/// The arguments of `gazetteers`.
#[derive(Debug, Args)]
pub(crate) struct GazetteersCommand {
    #[command(subcommand)]
    command: TableCommand,
}

#[derive(Debug, Subcommand)]
enum TableCommand {
    /// Validate every row of the built-in tables, and of your own.
    Check {
        /// A folder with tables of your own (.tsv).
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
    /// Print the rows that hold a word, or with no word the tables there are.
    Show {
        /// What to look for, whole cell values only, in any case.
        word: Option<String>,
    },
}

impl GazetteersCommand {
    pub(crate) fn run(&self) -> anyhow::Result<Outcome> {
        let mut output = output::open(None)?;
        match &self.command {
            TableCommand::Check { folder } => {
                let checked = match folder {
                    Some(folder) => Gazetteers::with_folder(folder).map(|_| ()),
                    None => Gazetteers::check_embedded(),
                };
                if let Err(error) = checked {
                    output::error(&error.to_string());
                    return Ok(Outcome::Failed);
                }
                writeln!(output, "{} tables, every row is right", Gazetteers::kinds().len())?;
            }
            TableCommand::Show { word: None } => {
                for kind in Gazetteers::kinds() {
                    writeln!(output, "{}\t{}", kind.file(), kind.columns.join(", "))?;
                }
            }
            TableCommand::Show { word: Some(word) } => {
                let sought = word.to_lowercase();
                for kind in Gazetteers::kinds() {
                    let file = kind.file();
                    for row in Table::read(kind, &file, kind.embedded, &mut Vec::new()).rows {
                        let holds = |cell: &&str| cell.split('|').any(|value| value.trim().to_lowercase() == sought);
                        if row.cells.iter().any(holds) {
                            let cells: Vec<String> = kind
                                .columns
                                .iter()
                                .zip(&row.cells)
                                .filter(|(_, cell)| !cell.is_empty())
                                .map(|(column, cell)| format!("{column}={cell}"))
                                .collect();
                            writeln!(output, "{}:{}: {}", row.file, row.line, cells.join("  "))?;
                        }
                    }
                }
            }
        }
        output.flush()?;
        Ok(Outcome::Clean)
    }
}
