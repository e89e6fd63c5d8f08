//! A single file instead of a folder: the file of a build script, and the sealed one of `--single-file`.

use std::fs;
use std::io;
use std::path::Path;

use super::disk::io_problem;
use super::drift::{Change, Drift};
use super::{Overwrite, lock};
use crate::diag::codes;
use crate::failure::Failure;

/// Writes one file if its text is another; says whether it was. For `OUT_DIR`, where Cargo owns the folder.
pub fn write_one(path: &Path, text: &str) -> Result<bool, Failure> {
    let failed = |problem| Failure::from_diagnostics(vec![problem]);
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(false);
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|error| failed(io_problem("create", parent, &error)))?;
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // In the same folder, so that the move is one step.
    let temp = path.with_file_name(format!(".{name}.tintype-new"));
    stage(&temp, text)
        .and_then(|()| fs::rename(&temp, path))
        .map_err(|error| {
            let _ = fs::remove_file(&temp);
            failed(io_problem("write", path, &error))
        })?;
    Ok(true)
}

/// Writes a sealed single file, which may replace what is there if that is such a file and nobody edited it, or any file.
pub fn write_sealed(path: &Path, text: &str, overwrite: Overwrite) -> Result<bool, Failure> {
    match read_one(path)? {
        Some(old) if overwrite == Overwrite::Own && old != text && !lock::is_sealed(&old) => {
            let problem = codes::EDITED_FILE.plain().arg("path", path.display());
            Err(Failure::from_diagnostics(vec![problem]))
        }
        _ => write_one(path, text),
    }
}

/// How a single file differs from the text.
pub fn compare_one(path: &Path, text: &str) -> Result<Drift, Failure> {
    let old = read_one(path)?.map(|old| old.replace("\r\n", "\n"));
    let change = Change::between(&path.to_string_lossy(), old.as_deref(), Some(text));
    Ok(Drift {
        changes: change.into_iter().collect(),
    })
}

fn read_one(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::from_diagnostics(vec![io_problem(
            "read", path, &error,
        )])),
    }
}

/// Writes a new file; what a broken run left under the name goes first, so no link is followed.
fn stage(temp: &Path, text: &str) -> io::Result<()> {
    let _ = fs::remove_file(temp);
    fs::File::create_new(temp).and_then(|mut file| io::Write::write_all(&mut file, text.as_bytes()))
}
