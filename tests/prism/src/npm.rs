//! Packages from npm, installed from a lock file where they are missing.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// Installs the packages of a folder's lock file, once, and says where one of their files is.
///
/// # Errors
///
/// A text for a person: Node.js is missing, or the packages cannot be installed.
pub fn install(folder: &Path, file: &str) -> Result<PathBuf, String> {
    // Tests start at the same time; the first one installs.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let program = folder.join("node_modules").join(file);
    if is_current(folder) && program.is_file() {
        return Ok(program);
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let status = Command::new(npm)
        .arg("ci")
        .current_dir(folder)
        .stdin(Stdio::null())
        .status()
        .map_err(|error| missing(npm, &error))?;
    if status.success() && program.is_file() {
        Ok(program)
    } else {
        Err(format!("`npm ci` in {} failed: {status}", folder.display()))
    }
}

/// Whether what is installed is not older than the lock file.
fn is_current(folder: &Path) -> bool {
    let written = |path: &str| {
        folder
            .join(path)
            .metadata()
            .and_then(|found| found.modified())
    };
    match (
        written("package-lock.json"),
        written("node_modules/.package-lock.json"),
    ) {
        (Ok(wanted), Ok(installed)) => installed >= wanted,
        _ => false,
    }
}

/// Why a program does not start.
pub fn missing(program: &str, error: &io::Error) -> String {
    format!(
        "cannot run `{program}`: {error}.\nThese tests need Node.js 18 or later, with npm: see https://nodejs.org. \
         All other tests run without it: cargo test --workspace"
    )
}
