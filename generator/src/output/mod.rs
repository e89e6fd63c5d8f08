//! Writes an output to a folder and compares it with one. Only files that Tintype wrote and nobody edited are touched.
//!
//! Everything is looked at first and every problem named; then all new files are written into a folder of their own
//! (`staging.rs`), and only then moved to their places, the lock file last. A run that was killed at any point is undone or
//! completed by the next one, and of two at once the second waits.

mod disk;
pub mod drift;
mod folder;
mod known;
pub mod lock;
mod one;
mod staging;
pub mod stamp;
mod work;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use disk::read;
use drift::{Change, Drift};
pub use folder::Folder;
use lock::Lock;
pub use one::{compare_one, write_one, write_sealed};
use work::Work;

use crate::diag::{Diagnostic, codes};
use crate::draft::Output;
use crate::failure::Failure;
use crate::hash::{hash, unix};
use crate::paths;
use crate::templates;

/// Which files may be replaced or removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    /// Those that Tintype wrote and nobody edited; any other one is an error.
    Own,
    /// Also those that were edited, or that Tintype did not write.
    Any,
}

/// What [`Folder::write`] did, by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or have another text.
    pub changed: Vec<String>,
    /// Files that are no longer generated.
    pub removed: Vec<String>,
    /// How many files already had their text.
    pub unchanged: usize,
}

impl Folder {
    /// Makes the folder hold the output.
    ///
    /// # Errors
    ///
    /// Every file that must not be replaced or removed, or what the system refused.
    pub fn write(&self, output: &Output) -> Result<Written, Failure> {
        let (dir, overwrite) = (&self.dir, self.overwrite);
        let mut problems = Vec::new();
        let lock = known::read(dir, overwrite, &mut problems);
        let output = &without_theirs(output, dir, &lock);
        check_paths(output, &lock, &mut problems);
        let mut work = Work::default();
        if problems.is_empty() {
            work = Work::of(dir, output, &lock, overwrite, &mut problems);
        }
        if !problems.is_empty() {
            return Err(Failure::from_diagnostics(problems));
        }
        let written = work.carry_out(dir);
        written.map_err(|problem| Failure::from_diagnostics(vec![problem]))
    }

    /// The text of a file that stands there; `None` where there is none, or it is no text.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn text(&self, path: &str) -> Result<Option<String>, Failure> {
        let bytes = read(&self.dir, path);
        let bytes = bytes.map_err(|found| Failure::from_diagnostics(vec![found]))?;
        Ok(bytes.and_then(|bytes| String::from_utf8(unix(&bytes).into_owned()).ok()))
    }

    /// Whether there is something under a name.
    pub fn has(&self, path: &str) -> bool {
        std::fs::symlink_metadata(self.dir.join(path)).is_ok()
    }
}

/// How the folder differs from the output, the lock file included.
pub fn compare(dir: &Path, output: &Output) -> Result<Drift, Failure> {
    let mut problems = Vec::new();
    let lock = known::read(dir, Overwrite::Any, &mut problems);
    let output = &without_theirs(output, dir, &lock);
    check_paths(output, &Lock::default(), &mut problems);
    let mut wanted = output.files.clone();
    let mut expected = Lock::of(output, dir);
    // What the last version was made from follows from nothing but the folder.
    let released = lock.files.get_key_value(paths::RELEASED);
    if let Some((path, known)) = released {
        match read(dir, path) {
            Ok(Some(text)) if hash(&text) == *known => {
                let text = String::from_utf8_lossy(&unix(&text)).into_owned();
                wanted.insert(path.clone(), text);
                expected.files.insert(path.clone(), known.clone());
            }
            Ok(_) => problems.push(
                codes::EDITED_FILE
                    .plain()
                    .arg("path", dir.join(path).display()),
            ),
            Err(problem) => problems.push(problem),
        }
    }
    wanted.insert(lock::NAME.to_owned(), expected.text());
    let stale = lock
        .files
        .keys()
        .filter(|path| paths::fault(path).is_none());
    let all: BTreeSet<&String> = wanted.keys().chain(stale).collect();
    let mut drift = Drift::default();
    for path in all {
        match read(dir, path) {
            Ok(old) => {
                let old = old.map(|bytes| String::from_utf8_lossy(&unix(&bytes)).into_owned());
                let new = wanted.get(path).map(String::as_str);
                let change = Change::between(path, old.as_deref(), new);
                // Its lines are those of the document, which somebody changed.
                let change = if path == paths::KEPT {
                    change.map(Change::only_named)
                } else {
                    change
                };
                drift.changes.extend(change);
            }
            Err(problem) => problems.push(problem),
        }
    }
    drift
        .changes
        .sort_by_key(|change| change.path.starts_with('.'));
    if problems.is_empty() {
        Ok(drift)
    } else {
        Err(Failure::from_diagnostics(problems))
    }
}

/// The output without the texts of licences that the user has in the folder: theirs say whose the code is.
fn without_theirs<'o>(output: &'o Output, dir: &Path, lock: &Lock) -> Cow<'o, Output> {
    let is_theirs = |path: &str| {
        let is_there = fs::symlink_metadata(dir.join(path)).is_ok();
        is_there && output.files.contains_key(path) && !lock.files.contains_key(path)
    };
    let all = templates::LICENCES.iter().map(|(_, path, _)| *path);
    let theirs: Vec<&str> = all.filter(|path| is_theirs(path)).collect();
    let mut output = Cow::Borrowed(output);
    for path in theirs {
        output.to_mut().files.remove(path);
    }
    output
}

fn check_paths(output: &Output, lock: &Lock, problems: &mut Vec<Diagnostic>) {
    let unsafe_path = |path: &str, reason: &str| {
        codes::UNSAFE_PATH
            .plain()
            .arg("path", path)
            .arg("reason", reason)
    };
    let all: BTreeSet<&String> = output.files.keys().chain(lock.files.keys()).collect();
    problems.extend(
        all.into_iter()
            .filter_map(|path| Some(unsafe_path(path, paths::fault(path)?))),
    );
    let clashing = paths::clashes(output.files.keys().map(String::as_str));
    problems.extend(
        clashing
            .into_iter()
            .map(|path| unsafe_path(path, "another file has the same name on some systems")),
    );
}
