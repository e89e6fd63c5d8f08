//! Single steps on the disk below an output folder. They follow no symbolic link and decide nothing.

use std::fs;
use std::io;
use std::path::Path;

use crate::diag::{Diagnostic, codes};

/// The bytes of a file below the folder, `None` where there is none; goes through no link and reads no folder.
pub(super) fn read(dir: &Path, path: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
    let mut at = dir.to_path_buf();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        at.push(part);
        let kind = match fs::symlink_metadata(&at) {
            Ok(found) => found.file_type(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(io_problem("read", &at, &error)),
        };
        let is_last = parts.peek().is_none();
        if kind.is_symlink() {
            let reason = "it is a symbolic link";
            return Err(codes::UNSAFE_PATH
                .plain()
                .arg("path", at.display())
                .arg("reason", reason));
        }
        if (is_last && !kind.is_file()) || (!is_last && !kind.is_dir()) {
            return Err(codes::FOREIGN_FILE.plain().arg("path", at.display()));
        }
    }
    fs::read(&at)
        .map(Some)
        .map_err(|error| io_problem("read", &at, &error))
}

pub(super) fn remove(dir: &Path, path: &str) -> Result<(), Diagnostic> {
    let target = dir.join(path);
    fs::remove_file(&target).map_err(|error| io_problem("remove", &target, &error))?;
    // Folders that it leaves empty go with it; the first one that is not empty ends this.
    let folders = Path::new(path)
        .ancestors()
        .skip(1)
        .filter(|folder| !folder.as_os_str().is_empty());
    for folder in folders {
        if fs::remove_dir(dir.join(folder)).is_err() {
            break;
        }
    }
    Ok(())
}

pub(super) fn io_problem(action: &str, path: &Path, error: &io::Error) -> Diagnostic {
    codes::NOT_WRITTEN
        .plain()
        .arg("action", action)
        .arg("path", path.display())
        .arg("reason", error)
}
