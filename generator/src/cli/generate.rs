//! `tintype generate`: writes the crate, or the single file.

use super::input::{Input, Target};
use super::terminal::Progress;
use super::{End, Problem};
use crate::changelog::{self, Bump, Update};
use crate::failure::Failure;
use crate::output::{self, Folder};
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
    let mut files = run.crate_files();
    let held = Folder::open(dir, args.force)?;
    let update = held.changelog(&files)?;
    files.changelog = update.as_ref().map(|update| update.text.clone());
    let written = held.write(&files, args.force)?;
    progress.say(&format!(
        "{}: {} files written, {} removed, {} unchanged",
        dir.display(),
        written.changed.len(),
        written.removed.len(),
        written.unchanged
    ));
    if let Some(update) = update {
        progress.advise(&advice(&update));
    }
    Ok(())
}

/// What the changes since the last version mean for the next one.
fn advice(update: &Update) -> String {
    let due = update.due.as_deref().unwrap_or("a new version");
    let change = match update.level {
        Bump::None => return format!("{}: no change for callers", changelog::PATH),
        level => format!("a {} change for callers", level.word()),
    };
    if update.is_short {
        format!(
            "{}: {change}; the version has to be {due} or later",
            changelog::PATH
        )
    } else {
        format!("{}: {change}; {due} is due", changelog::PATH)
    }
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
