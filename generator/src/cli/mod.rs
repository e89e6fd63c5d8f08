//! The command line: arguments in, exit code out. Each command is a file; what they do is in the library.
//!
//! Exit codes: 0 done, 1 drift or what `--fail-on` names, 2 a wrong document or a wrong option.

mod bundle;
mod check;
mod diff;
mod examples;
mod explain;
mod generate;
mod init;
mod input;
mod inspect;
mod messages;
mod terminal;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::failure::Failure;
use messages::Format;

/// Generates a Rust SDK crate from an `OpenAPI` document.
#[derive(Debug, Parser)]
#[command(name = "tintype", version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// How diagnostics are written to standard error
    #[arg(long, global = true, value_enum, value_name = "FORMAT", default_value_t = Format::Human)]
    message_format: Format,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the crate; without SPEC, what `tintype.toml` or `spec/tintype.toml` says
    Generate(generate::Args),
    /// Compare the crate with what would be generated; exit code 1 and a unified diff where they differ
    Check(check::Args),
    /// Compare two versions of a document: what changed for the wire and for Rust callers
    Diff(diff::Args),
    /// Show what would be generated, and what could not be modelled
    Inspect(inspect::Args),
    /// Write a document in several files, or one with overlays, as one file
    Bundle(bundle::Args),
    /// Write a configuration for a document, with every option in its place
    Init(init::Args),
    /// Print the long text of a diagnostic, such as `S012`; without a code, list them all
    Explain(explain::Args),
}

/// How a command ended, when it did not fail.
enum End {
    /// All is well.
    Done,
    /// The crate is not what would be generated.
    Drift,
    /// The document changed more than it may.
    Change,
}

/// Runs the command of the process's arguments.
pub fn main() -> ExitCode {
    let Cli {
        command,
        message_format: format,
    } = Cli::parse();
    let result = match command {
        Command::Generate(args) => generate::run(&args, format),
        Command::Check(args) => check::run(&args, format),
        Command::Diff(args) => diff::run(&args),
        Command::Inspect(args) => inspect::run(&args, format),
        Command::Bundle(args) => bundle::run(&args, format),
        Command::Init(args) => init::run(&args),
        Command::Explain(args) => explain::run(&args),
    };
    match result {
        Ok(End::Done) => ExitCode::SUCCESS,
        Ok(End::Drift | End::Change) => ExitCode::from(1),
        Err(problem) => {
            terminal::complain(&match problem {
                Problem::Text(text) => text,
                Problem::Failed(failure) => format.failed(&failure),
            });
            ExitCode::from(2)
        }
    }
}

/// What went wrong.
enum Problem {
    /// In words.
    Text(String),
    /// With diagnostics.
    Failed(Box<Failure>),
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        Self::Failed(Box::new(failure))
    }
}
