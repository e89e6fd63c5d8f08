//! The command line: arguments in, exit code out. Each command is a file; what they do is in the library.
//!
//! Exit codes: 0 done, 1 drift or what `--fail-on` names, 2 a wrong document or a wrong option.

mod bundle;
mod check;
mod diff;
mod explain;
mod generate;
mod init;
mod input;
mod inspect;
mod terminal;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::diag::Severity;
use crate::failure::Failure;

/// Generates a Rust SDK crate from an `OpenAPI` document.
#[derive(Debug, Parser)]
#[command(name = "tintype", version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the crate; without SPEC, what `spec/tintype.toml` says
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
    let result = match Cli::parse().command {
        Command::Generate(args) => generate::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Inspect(args) => inspect::run(&args),
        Command::Bundle(args) => bundle::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Explain(args) => explain::run(&args),
    };
    match result {
        Ok(End::Done) => ExitCode::SUCCESS,
        Ok(End::Drift | End::Change) => ExitCode::from(1),
        Err(problem) => {
            terminal::complain(&problem.0);
            ExitCode::from(2)
        }
    }
}

/// The text of what went wrong.
struct Problem(String);

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        let listing = failure.to_string();
        let errors = failure.diagnostics().iter();
        let mut errors = errors.filter(|one| one.severity == Severity::Error);
        let Some(first) = errors.next() else {
            return Self(listing);
        };
        Self(format!(
            "{}\n\n{}; nothing was written; `tintype explain {}` says more\n",
            listing.trim_end(),
            failure.counts(),
            first.code
        ))
    }
}
