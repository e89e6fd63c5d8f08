//! The files of the crate of a document.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use tintype::config::Config;
use tintype::cx::Cx;
use tintype::source::files::Memory;
use tintype::{pipeline, source};

/// What became of a document.
#[derive(Debug, Clone)]
pub struct Generated {
    /// The files of the crate, by path.
    pub files: BTreeMap<String, String>,
    /// What was reported.
    pub listing: String,
}

/// Generates the crate of a document, with these lines of `tintype.toml`.
///
/// # Errors
///
/// What is wrong with the document, as users read it.
pub fn generated(document: &str, settings: &str) -> Result<Generated, String> {
    let name = if document.starts_with('{') {
        "spec.json"
    } else {
        "spec.yaml"
    };
    let files = Memory::default()
        .with(name, document)
        .with("tintype.toml", format!("spec = '{name}'\n{settings}\n"));
    let mut cx = Cx::new(Config::default());
    let plan = source::settings::load(&files, Path::new("tintype.toml"), &mut cx)
        .and_then(|()| pipeline::plan(&files, Path::new(name), &mut cx));
    match plan {
        Ok(plan) => Ok(Generated {
            files: pipeline::output(&plan).files.into_iter().collect(),
            listing: cx.rendered(),
        }),
        Err(_) => Err(cx.rendered()),
    }
}

impl Generated {
    /// The crate of a document whose first lines may be `# config: ` with a line of `tintype.toml` each.
    ///
    /// # Errors
    ///
    /// What is wrong with the document, as users read it, or that it cannot be read.
    pub fn of(path: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
        let head = text.lines().take_while(|line| line.starts_with('#'));
        let settings: Vec<&str> = head
            .filter_map(|line| line.strip_prefix("# config: "))
            .collect();
        generated(&text, &settings.join("\n"))
    }
}

/// Every document below a folder, by the name of a module.
///
/// # Errors
///
/// Those of the disk.
pub fn documents(folder: &Path) -> io::Result<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at)? {
            let path = entry?.path();
            let is_document = path
                .extension()
                .is_some_and(|end| end == "yaml" || end == "json");
            if path.is_dir() {
                folders.push(path);
            } else if is_document {
                let name = path
                    .strip_prefix(folder)
                    .unwrap_or(&path)
                    .with_extension("");
                let name = name.to_string_lossy().to_lowercase();
                let name = name.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
                found.insert(format!("d_{name}"), path);
            }
        }
    }
    Ok(found)
}
