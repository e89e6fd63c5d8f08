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

use std::collections::BTreeSet;
use std::path::Path;

use disk::read;
use drift::{Change, Drift};
pub use folder::Folder;
use lock::Lock;
pub use one::{compare_one, write_one, write_sealed};
use work::Work;

use crate::changelog::{self, State, Update};
use crate::diag::{Diagnostic, codes};
use crate::draft::Output;
use crate::failure::Failure;
use crate::hash::unix;
use crate::{paths, surface};

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
    /// Makes the folder hold the output; `force` replaces files that were edited or that Tintype did not write.
    ///
    /// # Errors
    ///
    /// Every file that must not be replaced or removed, or what the system refused.
    pub fn write(&self, output: &Output, force: bool) -> Result<Written, Failure> {
        let dir = &self.dir;
        let mut problems = Vec::new();
        let lock = known::read(dir, force, &mut problems);
        check_paths(output, &lock, &mut problems);
        let mut work = Work::default();
        if problems.is_empty() {
            work = Work::of(dir, output, &lock, force, &mut problems);
        }
        if !problems.is_empty() {
            return Err(Failure::from_diagnostics(problems));
        }
        let written = work.carry_out(dir);
        written.map_err(|problem| Failure::from_diagnostics(vec![problem]))
    }

    /// The changelog of the folder with what the output changes for callers; `None` where there is nothing to say, or
    /// nothing was there before.
    ///
    /// # Errors
    ///
    /// When a file of the folder cannot be read.
    pub fn changelog(&self, output: &Output) -> Result<Option<Update>, Failure> {
        let bytes = |path: &str| {
            read(&self.dir, path).map_err(|found| Failure::from_diagnostics(vec![found]))
        };
        let text = |bytes: Vec<u8>| String::from_utf8(unix(&bytes).into_owned()).ok();
        let (surface, manifest) = (bytes(surface::PATH)?, bytes(MANIFEST)?);
        let (Some(surface), Some(manifest)) = (surface.and_then(text), manifest.and_then(text))
        else {
            return Ok(None);
        };
        let log = match bytes(changelog::PATH)?.map(text) {
            // What is no text is not ours to replace.
            Some(None) => return Ok(None),
            log => log.flatten(),
        };
        let new = |path: &str| output.files.get(path).map_or("", String::as_str);
        let old = State {
            surface: &surface,
            version: version(&manifest),
        };
        let new = State {
            surface: new(surface::PATH),
            version: version(new(MANIFEST)),
        };
        Ok(changelog::update(log.as_deref(), old, new))
    }
}

const MANIFEST: &str = "Cargo.toml";

/// The version of a manifest as it is generated: the first line of this key is that of the package.
fn version(manifest: &str) -> &str {
    let mut lines = manifest.lines();
    let value = lines.find_map(|line| line.strip_prefix("version = \""));
    value
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or_default()
}

/// How the folder differs from the output, the lock file included.
pub fn compare(dir: &Path, output: &Output) -> Result<Drift, Failure> {
    let mut problems = Vec::new();
    let lock = known::read(dir, true, &mut problems);
    check_paths(output, &Lock::default(), &mut problems);
    let mut wanted = output.files.clone();
    wanted.insert(lock::NAME.to_owned(), Lock::of(output, dir).text());
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
                drift
                    .changes
                    .extend(Change::between(path, old.as_deref(), new));
            }
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        Ok(drift)
    } else {
        Err(Failure::from_diagnostics(problems))
    }
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
