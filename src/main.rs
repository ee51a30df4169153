//! The `crossclaim` command line: arguments in, a command run, its result as an exit code.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
