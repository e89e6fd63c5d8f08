//! New files on their way to their places: all are written below one folder inside the output folder, then moved.
//!
//! The last thing that is written there is the lock file of the new state. Until it is there, nothing has moved, and what a
//! killed run left is thrown away; from then on it says what was meant, and the next run goes on where the last one ended.
//! `CHANGELOG.md` belongs to the user and has no hash in a lock file, so it moves first: as long as it waits, nothing has
//! moved either.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{io_problem, read, remove};
use super::lock::{self, Lock};
use super::{Overwrite, known};
use crate::diag::{Diagnostic, codes};
use crate::hash::hash;
use crate::paths;
use crate::threads;

/// Says that the folder is ours: one without it is left alone.
const MARK: &str = "made-by-tintype";
/// The files, at the paths that they are going to have.
const FILES: &str = "files";
/// The lock file of the new state, once all files are written.
const LOCK: &str = "lock";

/// A folder of files that are all written and not yet in their places.
#[derive(Debug)]
pub(super) struct Staging {
    at: PathBuf,
    dir: PathBuf,
}

impl Staging {
    /// Writes the files and the lock file of the new state; a failure leaves nothing.
    pub(super) fn fill(
        dir: &Path,
        files: &BTreeMap<&str, &str>,
        lock: &str,
    ) -> Result<Self, Diagnostic> {
        let staging = Self {
            at: dir.join(paths::STAGING),
            dir: dir.to_path_buf(),
        };
        let filled = staging.write(files, lock);
        if filled.is_err() {
            let _ = staging.discard();
        }
        filled.map(|()| staging)
    }

    fn write(&self, files: &BTreeMap<&str, &str>, lock: &str) -> Result<(), Diagnostic> {
        let root = self.at.join(FILES);
        create_dir(&self.at)?;
        write_new(&self.at.join(MARK), "")?;
        create_dir(&root)?;
        // The system makes the files of one folder one after the other, those of several at once.
        let folders = threads::each(&by_folder(files), |(folder, files)| {
            write_folder(&root.join(folder), files)
        });
        folders.into_iter().collect::<Result<(), _>>()?;
        let (part, whole) = (self.at.join("part"), self.at.join(LOCK));
        write_new(&part, lock)?;
        rename(&part, &whole)
    }

    /// Moves everything to its place, takes away what goes, and the folder itself.
    pub(super) fn settle(&self, removals: &[String]) -> Result<(), Diagnostic> {
        let root = self.at.join(FILES);
        if root.join(paths::CHANGELOG).exists() {
            rename(
                &root.join(paths::CHANGELOG),
                &self.dir.join(paths::CHANGELOG),
            )?;
        }
        for path in removals {
            remove(&self.dir, path)?;
        }
        move_all(&root, &self.dir)?;
        rename(&self.at.join(LOCK), &self.dir.join(lock::NAME))?;
        self.discard()
    }

    fn discard(&self) -> Result<(), Diagnostic> {
        match fs::remove_dir_all(&self.at) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(io_problem("remove", &self.at, &error))
            }
            _ => Ok(()),
        }
    }
}

/// Completes what a killed run began, or undoes it where nothing had moved; edits that were made since are lost only where any file may be replaced.
pub(super) fn recover(dir: &Path, overwrite: Overwrite) -> Result<(), Vec<Diagnostic>> {
    let staging = Staging {
        at: dir.join(paths::STAGING),
        dir: dir.to_path_buf(),
    };
    let one = |problem| vec![problem];
    if !is_ours(&staging.at).map_err(one)? {
        return Ok(());
    }
    let waiting = staging.at.join(FILES).join(paths::CHANGELOG).exists();
    let meant = read(&staging.at, LOCK).map_err(one)?;
    let Some(meant) = meant.filter(|_| !waiting) else {
        return staging.discard().map_err(one);
    };
    let mut problems = Vec::new();
    let old = known::read(dir, overwrite, &mut problems);
    let new = known::parsed(&meant, &staging.at.join(LOCK), overwrite, &mut problems);
    if problems.is_empty() {
        let removals = staging.checked(&old, &new, overwrite).map_err(one)?;
        staging.settle(&removals).map_err(one)?;
        return Ok(());
    }
    Err(problems)
}

impl Staging {
    /// The files that go, if nothing that was edited since is lost by going on.
    fn checked(
        &self,
        old: &Lock,
        new: &Lock,
        overwrite: Overwrite,
    ) -> Result<Vec<String>, Diagnostic> {
        let mut staged = Vec::new();
        list(&self.at.join(FILES), "", &mut staged)?;
        for path in &staged {
            let text = read(&self.at.join(FILES), path)?.unwrap_or_default();
            let Some(wanted) = new.files.get(path).filter(|known| **known == hash(&text)) else {
                let at = self.at.join(FILES).join(path);
                return Err(codes::FOREIGN_FILE.plain().arg("path", at.display()));
            };
            let there = read(&self.dir, path)?.map(|bytes| hash(&bytes));
            let is_ours = |there: &String| {
                there == wanted || old.files.get(path).is_some_and(|known| known == there)
            };
            if let Some(false) = there.as_ref().map(is_ours)
                && overwrite == Overwrite::Own
            {
                return Err(self.edited(path));
            }
        }
        let gone = old
            .files
            .iter()
            .filter(|(path, _)| !new.files.contains_key(*path) && paths::fault(path).is_none());
        let mut removals = Vec::new();
        for (path, known) in gone {
            match read(&self.dir, path)?.map(|bytes| hash(&bytes)) {
                None => {}
                Some(there) if there == *known || overwrite == Overwrite::Any => {
                    removals.push(path.clone());
                }
                Some(_) => return Err(self.edited(path)),
            }
        }
        Ok(removals)
    }

    fn edited(&self, path: &str) -> Diagnostic {
        let at = self.dir.join(path);
        codes::EDITED_FILE.plain().arg("path", at.display())
    }
}

/// Whether a run left its folder here; what only has its name is an error.
fn is_ours(at: &Path) -> Result<bool, Diagnostic> {
    let found = match fs::symlink_metadata(at) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(io_problem("read", at, &error)),
    };
    let is_empty = || fs::read_dir(at).is_ok_and(|mut entries| entries.next().is_none());
    if found.is_dir() && (at.join(MARK).is_file() || is_empty()) {
        return Ok(true);
    }
    Err(codes::FOREIGN_FILE.plain().arg("path", at.display()))
}

/// The paths of all files below a folder, which is at `way` itself.
fn list(at: &Path, way: &str, found: &mut Vec<String>) -> Result<(), Diagnostic> {
    for entry in entries(at)? {
        let path = format!("{way}{}", entry.file_name().to_string_lossy());
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            list(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

fn entries(at: &Path) -> Result<Vec<fs::DirEntry>, Diagnostic> {
    let entries = fs::read_dir(at).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = entries.map_err(|error| io_problem("read", at, &error))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    Ok(entries)
}

/// Moves what lies in one folder into another, a whole folder at once where there is none of its name.
fn move_all(from: &Path, to: &Path) -> Result<(), Diagnostic> {
    for entry in entries(from)? {
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        let is_there = fs::symlink_metadata(&target).is_ok();
        if is_there && source.is_dir() {
            move_all(&source, &target)?;
        } else {
            rename(&source, &target)?;
        }
    }
    Ok(())
}

/// The names and the texts of files, by folder.
fn by_folder<'f>(files: &BTreeMap<&'f str, &'f str>) -> Vec<(&'f str, Vec<(&'f str, &'f str)>)> {
    let mut folders: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (path, text) in files {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        folders.entry(folder).or_default().push((name, text));
    }
    folders.into_iter().collect()
}

fn write_folder(at: &Path, files: &[(&str, &str)]) -> Result<(), Diagnostic> {
    fs::create_dir_all(at).map_err(|error| io_problem("create", at, &error))?;
    let mut files = files.iter();
    files.try_for_each(|(name, text)| write_new(&at.join(name), text))
}

fn create_dir(at: &Path) -> Result<(), Diagnostic> {
    fs::create_dir(at).map_err(|error| io_problem("create", at, &error))
}

/// Writes a file that is not there yet, so no link is followed.
fn write_new(at: &Path, text: &str) -> Result<(), Diagnostic> {
    let written = fs::File::create_new(at)
        .and_then(|mut file| io::Write::write_all(&mut file, text.as_bytes()));
    written.map_err(|error| io_problem("write", at, &error))
}

fn rename(from: &Path, to: &Path) -> Result<(), Diagnostic> {
    fs::rename(from, to).map_err(|error| io_problem("replace", to, &error))
}
