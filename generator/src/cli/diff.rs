//! `tintype diff`: what a change of the document means.

use std::path::PathBuf;

use clap::ValueEnum;

use super::terminal;
use super::{End, Problem};
use crate::diff::{self, Report, report};
use crate::failure::Failure;
use crate::output;
use crate::version::Version;

/// The arguments of `diff`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The version before: a document, the folder of a generated crate, or `git:REV:PATH`
    old: String,
    /// The version after, likewise
    new: String,
    /// The configuration file of both [default: the one that a crate was generated with, else none]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// An overlay that changes what is named as a document, read from where that is; may be repeated
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The file that it is written to, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// End with exit code 1 on such changes
    #[arg(long, value_enum)]
    fail_on: Option<FailOn>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For the comment of a pull request, below its size limit
    Markdown,
    /// For programs; stable and documented
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// One page for reviewers, which needs no network
    Html,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FailOn {
    /// Callers break: those built before, or those built again
    Breaking,
    /// Anything changed
    Any,
}

/// Prints or writes the report.
pub(super) fn run(args: &Args) -> Result<End, Problem> {
    let report = compare(args)?;
    let text = match args.format {
        Format::Text => report::text(&report),
        Format::Markdown => report::markdown(&report),
        Format::Json => report::json(&report),
        Format::Github => report::github(&report),
        Format::Html => report::html(&report, &args.old, &args.new),
    };
    match &args.output {
        Some(path) => {
            output::write_one(path, &text)?;
        }
        None => terminal::print(&text),
    }
    Ok(end(&report, args.fail_on))
}

fn compare(args: &Args) -> Result<Report, Problem> {
    let (old, new) = both(Version::parse(&args.old), Version::parse(&args.new))?;
    let read = |version: &Version| version.run(args.config.as_deref(), &args.overlays);
    if new.is_crate() && old.is_absent() {
        return Ok(Report::of_new(read(&new)?.side()));
    }
    let (old, new) = both(read(&old), read(&new))?;
    Ok(diff::compare(old.side(), new.side()))
}

/// What is wrong on either side is told in one run.
fn both<T>(old: Result<T, Failure>, new: Result<T, Failure>) -> Result<(T, T), Problem> {
    match (old, new) {
        (Ok(old), Ok(new)) => Ok((old, new)),
        (Err(old), Err(new)) => Err(Problem::Text(format!("{old}\n{new}"))),
        (Err(failure), Ok(_)) | (Ok(_), Err(failure)) => Err(failure.into()),
    }
}

fn end(report: &Report, fail_on: Option<FailOn>) -> End {
    let is_failure = match fail_on {
        Some(FailOn::Breaking) => report.is_breaking(),
        Some(FailOn::Any) => !report.is_empty(),
        None => false,
    };
    if is_failure { End::Change } else { End::Done }
}
