//! One crate of many generated ones, a module each: compiled together in a fraction of the time.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use tintype::templates;

/// What of `lib.rs` is another line where the runtime is shared.
const RUNTIME: &str = "#[doc(hidden)]
#[allow(
    unused_macros,
    unused_macro_rules,
    reason = \"an API needs few of the tables, and few of their forms\"
)]
pub mod runtime;
";
const SHARED: &str = "use crate::runtime;\n";

/// What only the root of a crate can allow.
const SCRIPTS: &str =
    "#![allow(mixed_script_confusables, reason = \"the document has these names\")]\n";

/// Where the features of a manifest begin.
const FEATURES: &str = "\n[features]";

/// Where those begin that are on by default.
const DEFAULT: &str = "\ndefault = [";

/// The features for resources and models of a crate, which turn on nothing else.
pub fn features(manifest: &str) -> Vec<&str> {
    let lines = manifest.lines();
    lines
        .filter_map(|line| line.strip_suffix(" = []"))
        .collect()
}

/// The files of one crate, by path.
#[derive(Debug, Clone)]
pub struct Merged {
    files: BTreeMap<String, String>,
}

impl Merged {
    /// A crate without a module.
    pub fn new(manifest: String) -> Self {
        let files = [("Cargo.toml", manifest), ("src/lib.rs", SCRIPTS.to_owned())];
        Self {
            files: files.map(|(path, text)| (path.to_owned(), text)).into(),
        }
    }

    /// Adds the code of a crate as a module, with a runtime of its own if it is alone.
    pub fn add(&mut self, module: &str, sources: &BTreeMap<String, String>, is_alone: bool) {
        for (path, text) in sources {
            let Some(path) = path.strip_prefix("src/") else {
                continue;
            };
            let (path, text) = match path {
                "lib.rs" => (format!("{module}/mod.rs"), moved(text, module, is_alone)),
                _ if !path.starts_with("runtime/") => {
                    (format!("{module}/{path}"), moved(text, module, is_alone))
                }
                _ if is_alone => (format!("{module}/{path}"), text.clone()),
                // The shared one can do what any of the crates can.
                _ => continue,
            };
            self.files.insert(format!("src/{path}"), text);
        }
        let manifest = self.files.entry("Cargo.toml".to_owned()).or_default();
        for feature in sources
            .get("Cargo.toml")
            .into_iter()
            .flat_map(|text| features(text))
        {
            let line = format!("\n{feature} = []");
            if !manifest.contains(&line) {
                *manifest = manifest.replacen(FEATURES, &[FEATURES, &line].concat(), 1);
                let on = format!("{DEFAULT}{feature:?}, ");
                *manifest = manifest.replacen(DEFAULT, &on, 1);
            }
        }
        let root = self.files.entry("src/lib.rs".to_owned()).or_default();
        let is_first = !is_alone && !root.contains(RUNTIME);
        if is_first {
            root.push_str(RUNTIME);
        }
        root.push_str("pub mod ");
        root.push_str(module);
        root.push_str(";\n");
        if is_first {
            let whole = templates::RUNTIME.iter();
            let whole =
                whole.map(|(name, text)| (format!("src/runtime/{name}"), (*text).to_owned()));
            self.files.extend(whole);
        }
    }

    /// Writes the crate.
    ///
    /// # Errors
    ///
    /// Those of the disk.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        update(folder, &self.files)
    }
}

/// The code of a crate as that of a module.
fn moved(text: &str, module: &str, is_alone: bool) -> String {
    let text = text
        .replace("#![forbid(unsafe_code)]\n", "")
        .replace(SCRIPTS, "")
        .replace("crate::", &format!("crate::{module}::"));
    if is_alone {
        text
    } else {
        text.replace(RUNTIME, SHARED)
    }
}

/// Makes a folder a package of these files, and of no others in `src`. A file that is right is not touched, so Cargo finds it
/// fresh.
///
/// # Errors
///
/// Those of the disk.
pub fn update(folder: &Path, files: &BTreeMap<String, String>) -> io::Result<()> {
    remove_strays(folder, &folder.join("src"), files)?;
    for (path, text) in files {
        let path = folder.join(path);
        if fs::read_to_string(&path).ok().as_ref() == Some(text) {
            continue;
        }
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, text)?;
    }
    // The same versions as everywhere, so that no network is needed.
    let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).map(drop)
}

fn remove_strays(root: &Path, folder: &Path, files: &BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry?.path();
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy();
        if path.is_dir() {
            remove_strays(root, &path, files)?;
        } else if !files.contains_key(&*name) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}
