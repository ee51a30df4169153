//! Where a command writes: standard output or a file, messages to standard error, colour only where it is wanted.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use anstream::ColorChoice;
use anyhow::Context;
use clap::ValueEnum;
use crossclaim::report::text::Layout;

/// When to colour.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Sets when to colour for the whole run.
pub(crate) fn set_colour(colour: Colour) {
    match colour {
        Colour::Auto => ColorChoice::Auto,
        Colour::Always => ColorChoice::AlwaysAnsi,
        Colour::Never => ColorChoice::Never,
    }
    .write_global();
}

/// How text for people is laid out on standard output, or in `file`.
pub(crate) fn layout(file: Option<&Path>) -> Layout {
    let choice = anstream::AutoStream::choice(&io::stdout());
    let colour = match choice {
        ColorChoice::Always | ColorChoice::AlwaysAnsi => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => io::stdout().is_terminal(),
    };
    Layout { colour: colour && file.is_none(), ..Layout::default() }
}

/// Opens `file` for writing, or standard output where none is named.
pub(crate) fn open(file: Option<&Path>) -> anyhow::Result<Box<dyn Write>> {
    match file {
        None => Ok(Box::new(BufWriter::new(io::stdout().lock()))),
        Some(path) => {
            let file =
                File::create(path).with_context(|| format!("{}: cannot be written; check the folder and its rights", path.display()))?;
            Ok(Box::new(BufWriter::new(file)))
        }
    }
}

/// One line on standard error, for what is good to know.
pub(crate) fn note(message: &str) {
    anstream::eprintln!("note: {message}");
}

/// One line on standard error, for what failed.
pub(crate) fn error(message: &str) {
    let style = anstyle::AnsiColor::BrightRed.on_default().bold();
    for line in message.lines() {
        anstream::eprintln!("{style}error{style:#}: {line}");
    }
}
