//! The lock file of a folder, and what is wrong with one.

use std::path::Path;

use super::lock::{self, Lock, Unread};
use super::{Overwrite, disk};
use crate::diag::{Diagnostic, codes};

/// The lock of the folder; an empty one where there is none, or none that can be read where any file may be replaced.
pub(super) fn read(dir: &Path, overwrite: Overwrite, problems: &mut Vec<Diagnostic>) -> Lock {
    match disk::read(dir, lock::NAME) {
        Ok(Some(text)) => parsed(&text, &dir.join(lock::NAME), overwrite, problems),
        Ok(None) => Lock::default(),
        Err(problem) => {
            problems.push(problem);
            Lock::default()
        }
    }
}

/// The lock that a file holds.
pub(super) fn parsed(
    text: &[u8],
    at: &Path,
    overwrite: Overwrite,
    problems: &mut Vec<Diagnostic>,
) -> Lock {
    let parsed = str::from_utf8(text)
        .map_err(|error| Unread::Unclear(error.to_string()))
        .and_then(Lock::parse);
    parsed.unwrap_or_else(|unread| {
        if overwrite == Overwrite::Own {
            problems.push(unread.problem(at));
        }
        Lock::default()
    })
}

impl Unread {
    /// The diagnostic that says so.
    pub(crate) fn problem(self, at: &Path) -> Diagnostic {
        let at = at.display();
        match self {
            Self::Unclear(reason) => codes::BAD_LOCK
                .plain()
                .arg("path", at)
                .arg("reason", reason),
            Self::Newer(version) => codes::NEWER_LOCK
                .plain()
                .arg("path", at)
                .arg("version", version)
                .arg("own", env!("CARGO_PKG_VERSION")),
        }
    }
}
