//! The crates of many pairs, described for cargo-semver-checks: one Cargo for all that are old, and one for all that are new.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use tintype_compile_tests::update;

use crate::crates::{self, Added};
use crate::pair::Pair;

/// How many pairs are modules of one crate. The tool compares each method that is added to a type of the runtime with each other
/// one, so that it takes much longer for many at once; each crate has a runtime of its own, which takes some time too.
const MODULES: usize = 24;

/// What the tool itself asks of rustdoc.
const FLAGS: &str = "-Z unstable-options --document-private-items --document-hidden-items --output-format=json --cap-lints=allow";

/// A crate of some pairs on both sides, as rustdoc describes it.
#[derive(Debug)]
pub struct Described<'p> {
    /// Its name.
    pub name: String,
    /// The pairs.
    pub pairs: &'p [Pair],
    /// The description of the crate of the old documents.
    pub old: PathBuf,
    /// The description of the crate of the new documents.
    pub new: PathBuf,
}

/// Writes the crates of all pairs below a folder, and has them described.
///
/// # Errors
///
/// A text for a person: the folder cannot be written, or a crate does not compile.
pub fn described<'p>(folder: &Path, pairs: &'p [Pair]) -> Result<Vec<Described<'p>>, String> {
    let sides = ["old", "new"].map(|side| folder.join(side));
    let description =
        |side: &Path, name: &str| side.join("target/doc").join(name).with_extension("json");
    let mut all = Vec::new();
    for (index, pairs) in pairs.chunks(MODULES).enumerate() {
        let name = format!("documents_{index}");
        for (side, merged) in sides.iter().zip(crates::of(&name, pairs, Added::Marked)) {
            merged
                .write(&side.join(&name))
                .map_err(|error| error.to_string())?;
        }
        let [old, new] = [&sides[0], &sides[1]].map(|side| description(side, &name));
        all.push(Described {
            name,
            pairs,
            old,
            new,
        });
    }
    let members: Vec<String> = all.iter().map(|one| format!("{:?}", one.name)).collect();
    for side in &sides {
        describe(side, &members)?;
    }
    Ok(all)
}

fn describe(workspace: &Path, members: &[String]) -> Result<(), String> {
    let root = format!(
        "[workspace]\nmembers = [{}]\nresolver = \"3\"\n",
        members.join(", ")
    );
    let files = BTreeMap::from([("Cargo.toml".to_owned(), root)]);
    update(workspace, &files).map_err(|error| error.to_string())?;
    let output = Command::new(env!("CARGO"))
        .args([
            "doc",
            "--workspace",
            "--lib",
            "--no-deps",
            "--offline",
            "--quiet",
            "--target-dir",
        ])
        .arg(workspace.join("target"))
        .current_dir(workspace)
        // The form of these descriptions is not stable.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTDOCFLAGS", FLAGS)
        .env("RUSTFLAGS", "--cap-lints=allow")
        .output()
        .map_err(|error| error.to_string())?;
    if output.status.success() {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}
