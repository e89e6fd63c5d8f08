//! `tintype generate`: writes the crate, or the single file.

use super::input::{Input, Target};
use super::terminal::Progress;
use super::{End, Problem};
use crate::failure::Failure;
use crate::output;
use crate::run::Run;

/// The arguments of `generate`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    target: Target,
    /// Replace files that were edited or that Tintype did not write
    #[arg(long)]
    force: bool,
}

/// Writes what is asked for.
pub(super) fn run(args: &Args) -> Result<End, Problem> {
    let progress = args.input.progress();
    let run = args.input.run(args.target.output.as_deref(), &progress)?;
    progress.say("Generating");
    if args.target.single_file {
        one_file(args, &run, &progress)?;
    } else {
        folder(args, &run, &progress)?;
    }
    Ok(End::Done)
}

fn folder(args: &Args, run: &Run, progress: &Progress) -> Result<(), Failure> {
    let dir = run.output_dir()?;
    let written = output::write(dir, &run.crate_files(), args.force)?;
    progress.say(&format!(
        "{}: {} files written, {} removed, {} unchanged",
        dir.display(),
        written.changed.len(),
        written.removed.len(),
        written.unchanged
    ));
    Ok(())
}

fn one_file(args: &Args, run: &Run, progress: &Progress) -> Result<(), Failure> {
    let path = run.output_dir()?;
    let is_changed = output::write_sealed(path, &args.target.text(run), args.force)?;
    progress.say(&format!(
        "{}: {}",
        path.display(),
        if is_changed { "written" } else { "unchanged" }
    ));
    Ok(())
}
