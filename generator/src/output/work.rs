//! What has to be written and removed so that a folder holds an output: looked at first, then done.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::Written;
use super::disk::{io_problem, read, remove, stage, temp_name};
use super::lock::{self, Lock};
use crate::changelog;
use crate::diag::{Diagnostic, codes};
use crate::draft::Output;
use crate::hash::{hash, unix};
use crate::threads;

/// The steps that make a folder hold an output.
#[derive(Default)]
pub(super) struct Work {
    writes: Vec<(String, String)>,
    removals: Vec<String>,
    pub(super) written: Written,
}

impl Work {
    pub(super) fn of(
        dir: &Path,
        output: &Output,
        lock: &Lock,
        force: bool,
        problems: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut work = Self::default();
        let files: Vec<(&String, &String)> = output.files.iter().collect();
        let judged = threads::each(&files, |(path, text)| {
            judge(dir, path, Some(text), lock, force)
        });
        for ((path, text), judged) in files.into_iter().zip(judged) {
            match judged {
                Ok(true) => work.write(path, text),
                Ok(false) => work.written.unchanged += 1,
                Err(problem) => problems.push(problem),
            }
        }
        for path in lock
            .files
            .keys()
            .filter(|path| !output.files.contains_key(*path))
        {
            match judge(dir, path, None, lock, force) {
                Ok(true) => work.removals.push(path.clone()),
                Ok(false) => {}
                Err(problem) => problems.push(problem),
            }
        }
        if let Some(text) = &output.changelog {
            work.write(changelog::PATH, text);
        }
        let text = Lock::of(output, dir).text();
        match read(dir, lock::NAME) {
            Ok(Some(old)) if *unix(&old) == *text.as_bytes() => {}
            // Last, so that it never speaks of files that are not there yet.
            Ok(_) => work.write(lock::NAME, &text),
            Err(problem) => problems.push(problem),
        }
        work
    }

    fn write(&mut self, path: &str, text: &str) {
        self.writes.push((path.to_owned(), text.to_owned()));
    }

    pub(super) fn carry_out(&mut self, dir: &Path) -> Result<(), Diagnostic> {
        let mut made = Vec::new();
        let staged = self.stage_all(dir, &mut made);
        if let Err(problem) = staged {
            // Nothing is in its place yet: leave the folder as it was.
            for path in made.iter().rev() {
                let _ = fs::remove_file(path).or_else(|_| fs::remove_dir(path));
            }
            return Err(problem);
        }
        for path in std::mem::take(&mut self.removals) {
            remove(dir, &path)?;
            self.written.removed.push(path);
        }
        let mut writes = std::mem::take(&mut self.writes);
        // It speaks of the others, so it is the last one.
        let last = writes.pop();
        let moved = threads::each(&writes, |(path, _)| replace(dir, path));
        for (moved, (path, _)) in moved.into_iter().zip(writes) {
            moved?;
            self.written.changed.push(path);
        }
        if let Some((path, _)) = last {
            replace(dir, &path)?;
            self.written.changed.push(path);
        }
        Ok(())
    }

    /// Writes each new text beside its place; `made` names what was made, folders before what lies in them.
    fn stage_all(&self, dir: &Path, made: &mut Vec<PathBuf>) -> Result<(), Diagnostic> {
        let targets = self.writes.iter().map(|(path, _)| dir.join(path));
        let targets: Vec<PathBuf> = targets.collect();
        let folders: BTreeSet<&Path> = targets.iter().filter_map(|path| path.parent()).collect();
        for folder in folders {
            let parents: Vec<&Path> = folder
                .ancestors()
                .take_while(|parent| !parent.exists())
                .collect();
            for parent in parents
                .into_iter()
                .rev()
                .filter(|parent| !parent.as_os_str().is_empty())
            {
                fs::create_dir(parent).map_err(|error| io_problem("create", parent, &error))?;
                made.push(parent.to_path_buf());
            }
        }
        made.extend(targets.iter().map(|target| temp_name(target)));
        let files: Vec<(&PathBuf, &String)> = targets
            .iter()
            .zip(self.writes.iter().map(|(_, text)| text))
            .collect();
        let staged = threads::each(&files, |(target, text)| {
            stage(&temp_name(target), text).map_err(|error| io_problem("write", target, &error))
        });
        staged.into_iter().collect()
    }
}

/// Moves a new text to its place.
fn replace(dir: &Path, path: &str) -> Result<(), Diagnostic> {
    let target = dir.join(path);
    fs::rename(temp_name(&target), &target).map_err(|error| io_problem("replace", &target, &error))
}

/// Whether the file has to be written (or removed, without a new text), or why it must not be.
fn judge(
    dir: &Path,
    path: &str,
    new: Option<&str>,
    lock: &Lock,
    force: bool,
) -> Result<bool, Diagnostic> {
    let Some(old) = read(dir, path)? else {
        return Ok(new.is_some());
    };
    if new.is_some_and(|new| *unix(&old) == *new.as_bytes()) {
        return Ok(false);
    }
    let shown = dir.join(path);
    match lock.files.get(path) {
        _ if force => Ok(true),
        None => Err(codes::FOREIGN_FILE.plain().arg("path", shown.display())),
        Some(noted) if *noted != hash(&old) => {
            Err(codes::EDITED_FILE.plain().arg("path", shown.display()))
        }
        Some(_) => Ok(true),
    }
}
