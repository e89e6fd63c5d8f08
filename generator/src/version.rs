//! A version of a document that a user names: a file, the folder of a generated crate, or either in a Git revision.

use std::path::{Path, PathBuf};

use crate::diag::codes;
use crate::failure::Failure;
use crate::output::lock::{self, Lock};
use crate::paths;
use crate::run::{self, Placed, Request};
use crate::source::files::{Disk, Files};
use crate::source::git::Revision;

/// What stands in front of a revision and a path.
const GIT: &str = "git:";

/// A version of a document.
#[derive(Debug)]
pub struct Version {
    files: Box<dyn Files>,
    path: PathBuf,
}

impl Version {
    /// What `FILE`, `DIR` or `git:REV:PATH` names.
    ///
    /// # Errors
    ///
    /// When it begins with `git:` and does not go on with a revision and a path.
    pub fn parse(text: &str) -> Result<Self, Failure> {
        let Some(rest) = text.strip_prefix(GIT) else {
            return Ok(Self {
                files: Box::new(Disk),
                path: text.into(),
            });
        };
        let refuse = |reason: &str| {
            let found = codes::BAD_VERSION.plain().arg("version", text);
            Failure::from_diagnostics(vec![found.arg("reason", reason)])
        };
        let (name, path) = rest
            .split_once(':')
            .filter(|(_, path)| !path.is_empty())
            .ok_or_else(|| refuse("there is no path behind the revision"))?;
        let revision =
            Revision::new(name).ok_or_else(|| refuse("no revision can have this name"))?;
        Ok(Self {
            files: Box::new(revision),
            path: path.into(),
        })
    }

    /// Reads and plans it, with this configuration file, or the one that the crate was generated with.
    ///
    /// # Errors
    ///
    /// Every diagnostic of the document, or why a folder does not lead to one.
    pub fn run(&self, config: Option<&Path>) -> Result<Placed, Failure> {
        let at = self.path.join(lock::NAME);
        let Ok(text) = self.files.read(&at) else {
            let request = Request {
                config: config.map(Path::to_path_buf),
                spec: Some(self.path.clone()),
                ..Request::default()
            };
            return run::placed(&*self.files, &request);
        };
        let lock = Lock::parse(&String::from_utf8_lossy(&text))
            .map_err(|unread| Failure::from_diagnostics(vec![unread.problem(&at)]))?;
        self.locked(&at, &lock, config)
    }

    /// The document that a generated crate stands for.
    fn locked(&self, at: &Path, lock: &Lock, config: Option<&Path>) -> Result<Placed, Failure> {
        let Some(document) = &lock.document else {
            let found = codes::LOCK_WITHOUT_DOCUMENT.plain();
            let found = found.arg("path", at.display());
            return Err(Failure::from_diagnostics(vec![found]));
        };
        let from_here = |path: &String| paths::plain(&self.path.join(path));
        let document = from_here(document);
        let request = Request {
            config: config
                .map(Path::to_path_buf)
                .or(lock.config.as_ref().map(from_here)),
            spec: Some(document.clone()),
            ..Request::default()
        };
        let placed = run::placed(&*self.files, &request)?;
        if lock.spec.as_deref() != Some(placed.run.spec_hash()) {
            let found = codes::LOCK_OF_OTHER_DOCUMENT.plain();
            let found = found.arg("path", self.path.display());
            let found = found.arg("document", document.display());
            return Err(Failure::from_diagnostics(vec![found]));
        }
        Ok(placed)
    }
}
