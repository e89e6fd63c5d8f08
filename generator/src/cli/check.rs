//! `tintype check`: compares what would be generated with what is there.

use std::path::Path;

use super::input::{Input, Target};
use super::messages::Format as Messages;
use super::terminal;
use super::{End, Problem};
use crate::diag::{codes, printable};
use crate::failure::Failure;
use crate::output;

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    target: Target,
}

/// Prints the difference, if there is one.
pub(super) fn run(args: &Args, format: Messages) -> Result<End, Problem> {
    let progress = args.input.progress(format);
    let run = args
        .input
        .run(args.target.output.as_deref(), &progress, format)?;
    progress.say("Comparing");
    let at = run.output_dir()?;
    if at == Path::new("-") {
        return Err(Failure::from_diagnostics(vec![codes::NO_FOLDER.plain()]).into());
    }
    let drift = if args.target.single_file {
        output::compare_one(at, &args.target.text(&run)?)?
    } else {
        output::compare(at, &run.crate_files())?
    };
    if drift.is_empty() {
        progress.say(&format!("{} is fresh", at.display()));
        return Ok(End::Done);
    }
    // Documentation in the code is text of the document.
    let lines = drift.to_string();
    let lines: Vec<String> = lines.lines().map(printable).collect();
    terminal::print(&(lines.join("\n") + "\n"));
    Ok(End::Drift)
}
