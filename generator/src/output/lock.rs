//! The lock file `.tintype.lock`: which files Tintype wrote, each with the hash of its text. No disk here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::draft::Output;
use crate::hash::hash;
use crate::paths;
use crate::threads;

/// The name of the lock file in an output directory.
pub const NAME: &str = paths::LOCK;

const HEAD: &str = "# The files that Tintype wrote here, with the SHA-256 of each. Do not edit: `tintype generate` keeps it.\n";

/// The content of a lock file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// The version of Tintype that wrote the files.
    pub tintype: String,
    /// SHA-256 of the document they were made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spec: Option<String>,
    /// Where that document lies, from the folder of the lock file; absent unless the configuration file says where both lie. It is told to
    /// people and never read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// SHA-256 of each file.
    #[serde(default)]
    pub files: BTreeMap<String, String>,
}

/// Why a text is not taken as a lock file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It is none, for this reason in one line.
    Unclear(String),
    /// This later version of Tintype wrote it.
    Newer(String),
}

/// Whether a version, as Cargo writes them, is later than that of this program.
fn is_newer(version: &str) -> bool {
    let parts = |version: &str| -> Option<Vec<u64>> {
        let core = version.split(['-', '+']).next()?;
        let parts: Option<Vec<u64>> = core.split('.').map(|part| part.parse().ok()).collect();
        parts.filter(|parts| parts.len() == 3)
    };
    // What is no version was not written by any.
    parts(version).is_some_and(|found| Some(found) > parts(env!("CARGO_PKG_VERSION")))
}

impl Lock {
    /// The lock of an output that goes to this folder.
    pub fn of(output: &Output, dir: &Path) -> Self {
        let from_dir = |path: &Option<PathBuf>| paths::between(dir, path.as_deref()?);
        let files: Vec<(&String, &String)> = output.files.iter().collect();
        let files = threads::each(&files, |(path, text)| {
            ((*path).clone(), hash(text.as_bytes()))
        });
        Self {
            tintype: env!("CARGO_PKG_VERSION").to_owned(),
            spec: output.spec.clone(),
            document: from_dir(&output.document),
            files: files.into_iter().collect(),
        }
    }

    /// Reads the text of a lock file.
    ///
    /// # Errors
    ///
    /// When it is none, or that of a version of Tintype which may say more than this one understands.
    pub fn parse(text: &str) -> Result<Self, Unread> {
        let unclear = |error: toml::de::Error| Unread::Unclear(error.message().to_owned());
        let table: toml::Table = toml::from_str(text).map_err(unclear)?;
        let version = table.get("tintype").and_then(toml::Value::as_str);
        if let Some(version) = version.filter(|version| is_newer(version)) {
            return Err(Unread::Newer(version.to_owned()));
        }
        table.try_into().map_err(unclear)
    }

    /// The text of the lock file, the same for the same files.
    pub fn text(&self) -> String {
        // A struct of strings has no value that TOML cannot say, so the empty text is never seen.
        HEAD.to_owned() + &toml::to_string(self).unwrap_or_default()
    }
}

const SEAL: &str = "// SHA-256 of all lines above, so that an edit is noticed: ";

/// Ends a single file with the hash of its text, which is what the lock file is for a folder.
pub fn seal(text: &str) -> String {
    format!("{text}\n{SEAL}{}\n", hash(text.as_bytes()))
}

/// Whether a text was sealed and is as it was then.
pub fn is_sealed(text: &str) -> bool {
    let text = text.replace("\r\n", "\n");
    text.rsplit_once(SEAL).is_some_and(|(body, _)| {
        body.strip_suffix('\n')
            .is_some_and(|body| seal(body) == text)
    })
}
