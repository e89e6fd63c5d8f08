//! Two versions of a document that stand in one folder.

use std::fs;
use std::path::{Path, PathBuf};

use tintype::Failure;
use tintype::diff::{self, Report};
use tintype::run::{self, Placed, Request};
use tintype::source::files::Disk;

/// Two versions of a document, both planned.
#[derive(Debug)]
pub struct Pair {
    /// The name of the folder.
    pub name: String,
    /// `old.yaml`.
    pub old: Placed,
    /// `new.yaml`.
    pub new: Placed,
}

impl Pair {
    /// Reads and plans both.
    ///
    /// # Errors
    ///
    /// One of them is wrong or cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        Ok(Self {
            name: name.into_owned(),
            old: planned(folder, "old")?,
            new: planned(folder, "new")?,
        })
    }

    /// The folders of all pairs below a folder, sorted; none where it is not there.
    pub fn folders(root: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(root).into_iter().flatten().flatten();
        let mut folders: Vec<_> = entries.map(|entry| entry.path()).collect();
        folders.sort();
        folders
    }

    /// The name as that of a module.
    pub fn module(&self) -> String {
        self.name.replace('-', "_")
    }

    /// What Tintype says of the step from old to new.
    pub fn there(&self) -> Report {
        diff::compare(self.old.side(), self.new.side())
    }

    /// What Tintype says of the step from new to old.
    pub fn back(&self) -> Report {
        diff::compare(self.new.side(), self.old.side())
    }
}

fn planned(folder: &Path, name: &str) -> Result<Placed, Failure> {
    let config = folder.join(name).with_extension("toml");
    let request = Request {
        spec: Some(folder.join(name).with_extension("yaml")),
        config: config.is_file().then_some(config),
        ..Request::default()
    };
    run::placed(&Disk, &request)
}
