//! The output folder while a run has it: one run at a time, and what a killed one began is completed or undone first.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::disk::io_problem;
use super::{Overwrite, staging};
use crate::diag::Diagnostic;
use crate::failure::Failure;

/// An output folder that no other run can have at the same time.
///
/// Folders that were made for it and are empty in the end go with it.
#[derive(Debug)]
pub struct Folder {
    pub(super) dir: PathBuf,
    pub(super) overwrite: Overwrite,
    made: Vec<PathBuf>,
    /// The lock ends with the handle.
    _held: File,
}

impl Folder {
    /// Waits for other runs on the folder, then completes or undoes what a killed one left.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made, or what was begun cannot be completed without losing an edit.
    pub fn open(dir: &Path, overwrite: Overwrite) -> Result<Self, Failure> {
        let mut made = Vec::new();
        let held = hold(dir, &mut made);
        let folder = held.map(|held| Self {
            dir: dir.to_path_buf(),
            overwrite,
            made,
            _held: held,
        });
        let folder = folder.map_err(|problem| Failure::from_diagnostics(vec![problem]))?;
        staging::recover(dir, overwrite).map_err(Failure::from_diagnostics)?;
        Ok(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        for folder in self.made.iter().rev() {
            // One that holds something stays.
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
    }
}

fn hold(dir: &Path, made: &mut Vec<PathBuf>) -> Result<File, Diagnostic> {
    loop {
        make(dir, made)?;
        let held = handle(dir).and_then(|file| lock(&file).map(|()| file));
        match held {
            // The run before this one may have taken its folder away.
            Ok(held) if is_still(&held, dir) => return Ok(held),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(io_problem("open", dir, &error)),
        }
    }
}

/// Makes the folder and those above it; `made` gets those that were not there.
fn make(dir: &Path, made: &mut Vec<PathBuf>) -> Result<(), Diagnostic> {
    let missing: Vec<&Path> = dir
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        .collect();
    for folder in missing.into_iter().rev() {
        match fs::create_dir(folder) {
            Ok(()) => made.push(folder.to_path_buf()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
            Err(error) => return Err(io_problem("create", folder, &error)),
        }
    }
    Ok(())
}

/// Waits for the lock. Where the file system has none, runs are not kept apart.
fn lock(file: &File) -> io::Result<()> {
    match file.lock() {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(()),
        done => done,
    }
}

#[cfg(unix)]
fn handle(dir: &Path) -> io::Result<File> {
    File::open(named(dir))
}

/// The empty path is the folder that we are in, which has another name for the system.
#[cfg(unix)]
fn named(dir: &Path) -> &Path {
    if dir.as_os_str().is_empty() {
        Path::new(".")
    } else {
        dir
    }
}

#[cfg(unix)]
fn is_still(held: &File, dir: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let (Ok(held), Ok(now)) = (held.metadata(), fs::metadata(named(dir))) else {
        return false;
    };
    (held.dev(), held.ino()) == (now.dev(), now.ino())
}

/// A folder has no handle that can be locked here, so a file of the user's temporary folder stands for it.
#[cfg(not(unix))]
fn handle(dir: &Path) -> io::Result<File> {
    let dir = fs::canonicalize(dir)?;
    let name = crate::hash::hash(dir.to_string_lossy().as_bytes());
    File::create(std::env::temp_dir().join(format!("tintype-{name}.lock")))
}

#[cfg(not(unix))]
fn is_still(_: &File, dir: &Path) -> bool {
    dir.is_dir()
}
