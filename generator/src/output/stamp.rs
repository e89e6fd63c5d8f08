//! What a file of a build script was made from, kept beside it: if nothing of that changed, the file need not be made again.
//!
//! The inputs are kept whole, since comparing bytes is quick also in a build script, which is not optimised.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::write_one;

/// The first line of a stamp; the bytes of the inputs follow it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    /// The version of Tintype and all that the user asked for.
    asked: String,
    /// The files that were read, and how long each is.
    inputs: Vec<(PathBuf, usize)>,
    /// How long the generated file is.
    length: u64,
    /// The listing of warnings and notes.
    remarks: String,
}

/// What is known of a file that was made before and would be the same now.
#[derive(Debug)]
pub struct Unchanged {
    /// The files that it was made from.
    pub inputs: Vec<PathBuf>,
    /// The listing of warnings and notes.
    pub remarks: String,
}

/// Whether the file was made from what the inputs still say, by somebody who asked for the same.
pub fn unchanged(file: &Path, asked: &str) -> Option<Unchanged> {
    let stamp = fs::read(path(file)).ok()?;
    let end = stamp.iter().position(|byte| *byte == b'\n')?;
    let (head, mut rest) = (stamp.get(..end)?, stamp.get(end + 1..)?);
    let head: Head = serde_json::from_slice(head).ok()?;
    let is_there = fs::metadata(file).is_ok_and(|file| file.len() == head.length);
    if head.asked != asked || !is_there {
        return None;
    }
    for (input, length) in &head.inputs {
        let (known, others) = rest.split_at_checked(*length)?;
        if fs::read(input).ok()? != known {
            return None;
        }
        rest = others;
    }
    Some(Unchanged {
        inputs: head.inputs.into_iter().map(|(path, _)| path).collect(),
        remarks: head.remarks,
    })
}

/// Notes what the text of a file was made from. Without a note it is made again, so one that cannot be written is none.
pub fn note(
    file: &Path,
    text: &str,
    asked: &str,
    inputs: &BTreeMap<PathBuf, Vec<u8>>,
    remarks: &str,
) {
    let head = Head {
        asked: asked.to_owned(),
        inputs: inputs
            .iter()
            .map(|(path, bytes)| (path.clone(), bytes.len()))
            .collect(),
        length: text.len() as u64,
        remarks: remarks.to_owned(),
    };
    let Ok(mut stamp) = serde_json::to_string(&head) else {
        return;
    };
    stamp.push('\n');
    for bytes in inputs.values() {
        let Ok(text) = str::from_utf8(bytes) else {
            return;
        };
        stamp.push_str(text);
    }
    let _ = write_one(&path(file), &stamp);
}

fn path(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!("{name}.tintype-made-from"))
}
