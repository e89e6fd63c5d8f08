//! `tintype generate`: writes the crate, or the single file.

use super::input::{Input, Target};
use std::mem;
use std::path::Path;

use super::messages::Format as Messages;
use super::terminal::{self, Progress};
use super::{End, Problem};
use crate::changelog::{self, After, Before, Bump, Update};
use crate::diag::codes;
use crate::failure::Failure;
use crate::kept::Kept;
use crate::output::{self, Folder, Overwrite, Written};
use crate::paths;
use crate::run::Run;
use crate::surface;

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

impl Args {
    const fn overwrite(&self) -> Overwrite {
        if self.force {
            Overwrite::Any
        } else {
            Overwrite::Own
        }
    }
}

/// Writes what is asked for.
pub(super) fn run(args: &Args, format: Messages) -> Result<End, Problem> {
    let progress = args.input.progress(format);
    let run = args
        .input
        .run(args.target.output.as_deref(), &progress, format)?;
    progress.say("Generating");
    if args.target.single_file {
        one_file(args, &run, &progress)?;
    } else {
        folder(args, &run, &progress)?;
    }
    // The process ends here, and its memory with it, at once instead of a value at a time.
    mem::forget(run);
    Ok(End::Done)
}

fn folder(args: &Args, run: &Run, progress: &Progress) -> Result<(), Failure> {
    let dir = run.output_dir()?;
    if dir == Path::new("-") {
        return Err(Failure::from_diagnostics(vec![codes::NO_FOLDER.plain()]));
    }
    let mut files = run.crate_files();
    let held = Folder::open(dir, args.overwrite())?;
    let after = told(&held, run, progress)?;
    if let Some(released) = &after.released {
        let path = paths::RELEASED.to_owned();
        files.files.insert(path, released.text());
    }
    files.changelog = after.update.as_ref().map(|update| update.text.clone());
    let written = held.write(&files)?;
    for name in &run.plan.package.modules {
        let files = [format!("src/{name}.rs"), format!("src/{name}/mod.rs")];
        if !files.iter().any(|file| held.has(file)) {
            let [file, _] = &files;
            let at = dir.join(file);
            progress.advise(&format!(
                "{}: not there yet, and `[crate] modules` names it",
                at.display()
            ));
        }
    }
    if let Some(update) = &after.update {
        progress.advise(&advice(update));
    }
    progress.advise(&summary(dir, &written, run));
    mem::forget(files);
    Ok(())
}

/// What was done, and where to look next.
fn summary(dir: &Path, written: &Written, run: &Run) -> String {
    let dir = dir.display();
    let (changed, removed) = (written.changed.len(), written.removed.len());
    let next = if changed + removed == 0 {
        "nothing to do".to_owned()
    } else if written.unchanged == 0 {
        format!("begin with {dir}/README.md")
    } else if written.changed.iter().any(|path| path == surface::PATH) {
        format!(
            "`git diff {dir}/{}` shows what callers see of it",
            surface::PATH
        )
    } else {
        format!("`git diff {dir}` shows it; the names and types that callers see are the same")
    };
    let files = |count: usize| {
        if count == 1 {
            "1 file".to_owned()
        } else {
            format!("{count} files")
        }
    };
    format!(
        "{dir}: {} written, {removed} removed, {} unchanged; {}; {next}",
        files(changed),
        written.unchanged,
        run.counts
    )
}

/// What the run changes for callers, as far as the folder says what it was made from.
fn told(held: &Folder, run: &Run, progress: &Progress) -> Result<After, Failure> {
    let kept = |path| Ok(held.text(path)?.and_then(|text| Kept::parse(&text)));
    let silent = |released| After {
        released,
        update: None,
    };
    let (was, released) = (kept(paths::KEPT)?, kept(paths::RELEASED)?);
    let (Some(was), Some(new)) = (was, run.kept()) else {
        return Ok(silent(None));
    };
    let log = held.text(paths::CHANGELOG)?;
    // What is no text is not ours to replace.
    let is_foreign = log.is_none() && held.has(paths::CHANGELOG);
    let before = Before {
        log,
        released: released.clone(),
        was: was.clone(),
    };
    match changelog::after(before, new) {
        Ok(after) if is_foreign => Ok(silent(after.released)),
        Ok(after) => Ok(after),
        Err(failure) => {
            progress.advise(&format!(
                "{}: nothing is added, since what the crate was made from cannot be read any more\n{failure}",
                changelog::PATH
            ));
            Ok(silent(released.or(Some(was))))
        }
    }
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
    let text = args.target.text(run)?;
    if path == Path::new("-") {
        terminal::print(&text);
        return Ok(());
    }
    let is_changed = output::write_sealed(path, &text, args.overwrite())?;
    progress.advise(&format!(
        "{}: {}; {}",
        path.display(),
        if is_changed { "written" } else { "unchanged" },
        run.counts
    ));
    Ok(())
}
