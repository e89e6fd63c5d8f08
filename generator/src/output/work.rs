//! What has to be written and removed so that a folder holds an output: looked at first, then done.

use std::collections::BTreeMap;
use std::path::Path;

use super::disk::read;
use super::lock::{self, Lock};
use super::staging::Staging;
use super::{Overwrite, Written};
use crate::diag::{Diagnostic, codes};
use crate::draft::Output;
use crate::hash::{hash, unix};
use crate::paths;
use crate::threads;

/// The steps that make a folder hold an output.
#[derive(Default)]
pub(super) struct Work<'o> {
    writes: BTreeMap<&'o str, &'o str>,
    removals: Vec<String>,
    /// How many files already have their text.
    unchanged: usize,
    /// The text of the lock file.
    lock: String,
    is_locked: bool,
}

impl<'o> Work<'o> {
    pub(super) fn of(
        dir: &Path,
        output: &'o Output,
        lock: &Lock,
        overwrite: Overwrite,
        problems: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut work = Self::default();
        let files: Vec<(&String, &String)> = output.files.iter().collect();
        let judged = threads::each(&files, |(path, text)| {
            judge(dir, path, Some(text), lock, overwrite)
        });
        for ((path, text), judged) in files.into_iter().zip(judged) {
            match judged {
                Ok(true) => {
                    work.writes.insert(path, text);
                }
                Ok(false) => work.unchanged += 1,
                Err(problem) => problems.push(problem),
            }
        }
        for path in lock
            .files
            .keys()
            .filter(|path| !output.files.contains_key(*path))
        {
            match judge(dir, path, None, lock, overwrite) {
                Ok(true) => work.removals.push(path.clone()),
                Ok(false) => {}
                Err(problem) => problems.push(problem),
            }
        }
        if let Some(text) = &output.changelog {
            work.writes.insert(paths::CHANGELOG, text);
        }
        work.lock = Lock::of(output, dir).text();
        match read(dir, lock::NAME) {
            Ok(old) => {
                work.is_locked = old.is_some_and(|old| *unix(&old) == *work.lock.as_bytes());
            }
            Err(problem) => problems.push(problem),
        }
        work
    }

    pub(super) fn carry_out(self, dir: &Path) -> Result<Written, Diagnostic> {
        let is_done = self.is_locked && self.writes.is_empty() && self.removals.is_empty();
        if !is_done {
            Staging::fill(dir, &self.writes, &self.lock)?.settle(&self.removals)?;
        }
        let changed = self.writes.into_keys().map(str::to_owned);
        Ok(Written {
            changed: changed.collect(),
            removed: self.removals,
            unchanged: self.unchanged,
        })
    }
}

/// Whether the file has to be written (or removed, without a new text), or why it must not be.
fn judge(
    dir: &Path,
    path: &str,
    new: Option<&str>,
    lock: &Lock,
    overwrite: Overwrite,
) -> Result<bool, Diagnostic> {
    let Some(old) = read(dir, path)? else {
        return Ok(new.is_some());
    };
    if new.is_some_and(|new| *unix(&old) == *new.as_bytes()) {
        return Ok(false);
    }
    let shown = dir.join(path);
    match lock.files.get(path) {
        _ if overwrite == Overwrite::Any => Ok(true),
        None => Err(codes::FOREIGN_FILE.plain().arg("path", shown.display())),
        Some(noted) if *noted != hash(&old) => {
            Err(codes::EDITED_FILE.plain().arg("path", shown.display()))
        }
        Some(_) => Ok(true),
    }
}
