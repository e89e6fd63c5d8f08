//! The crates of all pairs of documents, as one old crate and one new one.

use std::io;
use std::path::Path;

use tintype_compile_tests::{Merged, extends_runtime};

use crate::pair::Pair;

/// The name of both crates: only versions of one package can be compared.
pub(crate) const PACKAGE: &str = "documents";

/// What the code of models and calls needs, as the manifest of a generated crate has it. Nobody makes a call here.
const MANIFEST: &str = r#"
edition = "2024"
publish = false

[features]
default = ["client"]
client = []
# Known, and never on.
blocking = []
https = []
mock = []
tracing = []

[dependencies]
base64 = "0.23"
bytes = "1.10"
http = "1.3"
httpdate = "1.0"
percent-encoding = "2.3"
serde = "1.0"
serde_json = "1.0"
tokio = { version = "1.45", features = ["time"] }
url = "2.5"

[workspace]
"#;

/// Writes two crates below a folder, `old` and `new`, with a module for each pair.
///
/// # Errors
///
/// The folder cannot be written.
pub fn write(folder: &Path, pairs: &[Pair]) -> io::Result<()> {
    let sources: Vec<_> = pairs
        .iter()
        .map(|pair| {
            (
                pair,
                [&pair.old, &pair.new].map(|run| run.crate_files().files),
            )
        })
        .collect();
    for (side, (name, version)) in [("old", "1.0.0"), ("new", "1.0.1")].into_iter().enumerate() {
        let manifest = format!("[package]\nname = {PACKAGE:?}\nversion = {version:?}{MANIFEST}");
        let mut merged = Merged::new(manifest);
        for (pair, both) in &sources {
            merged.add(
                &pair.module(),
                &both[side],
                both.iter().any(extends_runtime),
            );
        }
        merged.write(&folder.join(name))?;
    }
    Ok(())
}
