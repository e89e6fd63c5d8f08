//! What rustdoc says of a compiled crate, read from its JSON: the public items as `api-surface.txt` writes them, and what is
//! called and documented nowhere.

mod documented;
mod items;
mod listed;
mod surface;
mod types;

pub use listed::listed;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tintype_compile_tests::target;

/// The format of the JSON that is read here, which changes with the toolchain: the oldest and the newest that are known to have
/// what is asked for in the same places.
const FORMATS: std::ops::RangeInclusive<u64> = 54..=60;

/// What `RUSTDOCFLAGS` has to be. The runtime is hidden, and what is exported of it is not: without the hidden items, JSON has
/// neither.
const FLAGS: &str =
    "-Z unstable-options --document-hidden-items --output-format=json --cap-lints=allow";

/// A crate as rustdoc describes it.
#[derive(Debug)]
pub struct Rustdoc(Value);

impl Rustdoc {
    /// Describes a crate with all its features.
    ///
    /// # Errors
    ///
    /// A text for a person: the crate does not compile, or this toolchain writes a description that is not understood.
    pub fn of(package: &Path, name: &str) -> Result<Self, String> {
        let mut command = Command::new(env!("CARGO"));
        let target = if let Some(rustdoc) = describing(package) {
            command.env("RUSTDOC", rustdoc);
            target()
        } else {
            command.env("RUSTC_BOOTSTRAP", "1");
            package.join("target")
        };
        let output = command
            .args(["doc", "--lib", "--no-deps", "--offline", "--quiet"])
            .args(["--all-features", "--target-dir"])
            .arg(&target)
            .current_dir(package)
            .env("RUSTDOCFLAGS", FLAGS)
            .env("CARGO_INCREMENTAL", "0")
            .output()
            .map_err(|error| error.to_string())?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("rustdoc does not describe the crate: {said}"));
        }
        let path = target.join("doc").join(name).with_extension("json");
        let text = std::fs::read_to_string(&path)
            .map_err(|error| format!("no description at {}: {error}", path.display()))?;
        Self::read(&text)
    }

    /// Reads a description.
    ///
    /// # Errors
    ///
    /// A text for a person: it is none, or in a format that is not known here.
    pub fn read(text: &str) -> Result<Self, String> {
        let found: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let format = found["format_version"].as_u64().unwrap_or_default();
        if FORMATS.contains(&format) {
            Ok(Self(found))
        } else {
            Err(format!(
                "rustdoc writes its JSON in format {format}, and this test reads {FORMATS:?}: look at what changed in \
                 https://docs.rs/rustdoc-types and let FORMATS say so"
            ))
        }
    }
}

/// A rustdoc that describes crates in a form that is not stable, where a script can be one. Only rustdoc may know: build scripts of
/// packages look at the variable too, and all packages would be compiled once more.
#[cfg(unix)]
fn describing(folder: &Path) -> Option<PathBuf> {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join("rustdoc.sh");
    let script = "#!/bin/sh\nRUSTC_BOOTSTRAP=1 exec rustdoc \"$@\"\n";
    std::fs::write(&path, script).ok()?;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).ok()?;
    Some(path)
}

#[cfg(not(unix))]
fn describing(_: &Path) -> Option<PathBuf> {
    None
}
