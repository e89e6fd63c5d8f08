//! A workspace of generated crates, checked together, with the versions of the packages that this repository uses.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use crate::generated::generated;
use crate::merged::{Merged, update};

/// Crates that must compile without a warning.
#[derive(Debug)]
pub struct Workspace {
    folder: PathBuf,
    members: Vec<String>,
}

impl Workspace {
    /// A workspace without a crate, in this folder.
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            members: Vec::new(),
        }
    }

    /// Adds a crate as it was generated.
    ///
    /// # Errors
    ///
    /// Those of the disk.
    pub fn add(&mut self, name: &str, files: &BTreeMap<String, String>) -> io::Result<()> {
        let mut files = files.clone();
        if let Some(manifest) = files.get_mut("Cargo.toml") {
            *manifest = strict(name, manifest);
        }
        self.members.push(name.to_owned());
        update(&self.folder.join(name), &files)
    }

    /// Adds a crate of many modules. The manifest is that of a generated crate.
    ///
    /// # Errors
    ///
    /// Those of the disk.
    pub fn add_merged(&mut self, name: &str, merged: &Merged) -> io::Result<()> {
        self.members.push(name.to_owned());
        merged.write(&self.folder.join(name))
    }

    /// Compiles all crates with these features.
    ///
    /// # Errors
    ///
    /// What the compiler says, and errors of the disk.
    pub fn check(&self, target: &Path, features: &str) -> Result<(), String> {
        let members: Vec<String> = self
            .members
            .iter()
            .map(|name| format!("{name:?}"))
            .collect();
        let root = format!(
            "[workspace]\nmembers = [{}]\nresolver = \"3\"\n\n[workspace.lints.rust]\nwarnings = \"deny\"\nunused = {{ level = \"deny\", priority = -1 }}\n",
            members.join(", ")
        );
        let files = BTreeMap::from([("Cargo.toml".to_owned(), root)]);
        update(&self.folder, &files).map_err(|error| error.to_string())?;
        let output = Command::new(env!("CARGO"))
            .args([
                "check",
                "--workspace",
                "--keep-going",
                "--offline",
                "--quiet",
                features,
            ])
            .arg("--target-dir")
            .arg(target)
            .current_dir(&self.folder)
            .env("CARGO_INCREMENTAL", "0")
            .output()
            .map_err(|error| error.to_string())?;
        if output.status.success() {
            Ok(())
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned())
        }
    }
}

/// Where crates are compiled: beside everything else, so that packages are compiled once.
pub fn target() -> PathBuf {
    let temporary = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target");
    std::env::var_os("CARGO_TARGET_DIR").map_or(temporary, PathBuf::from)
}

/// A document with formats of texts, webhooks and a stream, which bring packages with them.
const FORMATS: &str = r#"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"get": {"responses": {
    "200": {"description": "", "content": {"text/event-stream": {"schema": {"type": "string"}}}}
}}}}, "components": {"schemas": {
    "A": {"type": "string", "format": "date-time"}, "B": {"type": "string", "format": "uuid"},
    "C": {"type": "string", "format": "uri"}, "D": {"type": "string", "format": "byte"}
}}, "x-webhooks": {"a": {"post": {}}}}"#;

/// A manifest that fits every document.
pub static MANIFEST: LazyLock<String> = LazyLock::new(|| {
    let found = generated(FORMATS, "").map(|mut found| found.files.remove("Cargo.toml"));
    found.ok().flatten().unwrap_or_default()
});

/// The manifest of a generated crate under another name, in a workspace whose lints deny warnings, and without what only the
/// examples of its documentation need.
pub fn strict(name: &str, manifest: &str) -> String {
    let manifest = manifest
        .split("\n[dev-dependencies]")
        .next()
        .unwrap_or_default();
    let lines = manifest.lines().map(|line| {
        if line.starts_with("name = ") {
            format!("name = {name:?}")
        } else {
            line.to_owned()
        }
    });
    lines.collect::<Vec<_>>().join("\n") + "\n\n[lints]\nworkspace = true\n"
}
