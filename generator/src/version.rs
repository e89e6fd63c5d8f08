//! A version of a document that a user names: a file, the folder of a generated crate, or either in a Git revision.

use std::io;
use std::path::{Path, PathBuf};

use crate::diag::codes;
use crate::failure::Failure;
use crate::hash::{hash, unix};
use crate::kept::Kept;
use crate::output::lock::{self, Lock};
use crate::paths;
use crate::run::{self, Placed, Request};
use crate::source::files::{Disk, Files, Memory};
use crate::source::git::Revision;

/// What stands in front of a revision and a path.
const GIT: &str = "git:";

/// A version of a document.
#[derive(Debug)]
pub struct Version {
    revision: Option<Revision>,
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
                revision: None,
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
            revision: Some(revision),
            path: path.into(),
        })
    }

    fn files(&self) -> &dyn Files {
        match &self.revision {
            Some(revision) => revision,
            None => &Disk,
        }
    }

    fn lock_file(&self) -> PathBuf {
        self.path.join(lock::NAME)
    }

    /// Whether it is the folder of a generated crate.
    pub fn is_crate(&self) -> bool {
        self.files().read(&self.lock_file()).is_ok()
    }

    /// Whether it is in a revision that there is, and that has neither a crate nor a document there.
    pub fn is_absent(&self) -> bool {
        let there = |revision: &Revision| revision.is_there();
        self.revision.as_ref().is_some_and(there)
            && !self.is_crate()
            && self.files().read(&self.path).is_err()
    }

    /// Reads and plans it, with this configuration file, or the options that the crate was generated with. A document gets these
    /// overlays beside those of the configuration; a crate stands for what it was generated from.
    ///
    /// # Errors
    ///
    /// Every diagnostic of the document, or why a folder does not lead to one.
    pub fn run(&self, config: Option<&Path>, overlays: &[PathBuf]) -> Result<Placed, Failure> {
        let at = self.lock_file();
        let Ok(text) = self.files().read(&at) else {
            let request = Request {
                config: config.map(Path::to_path_buf),
                spec: Some(self.path.clone()),
                overlays: overlays.to_vec(),
                ..Request::default()
            };
            return run::placed(self.files(), &request);
        };
        let lock = Lock::parse(&String::from_utf8_lossy(&text))
            .map_err(|unread| Failure::from_diagnostics(vec![unread.problem(&at)]))?;
        self.locked(&lock, config)
    }

    /// The document that a generated crate stands for.
    fn locked(&self, lock: &Lock, config: Option<&Path>) -> Result<Placed, Failure> {
        let fail = |found| Err(Failure::from_diagnostics(vec![found]));
        let at = self.path.join(paths::KEPT);
        let Some(known) = lock.files.get(paths::KEPT) else {
            let found = codes::CRATE_WITHOUT_DOCUMENT.plain();
            return fail(found.arg("path", self.path.display()));
        };
        let text = self.files().read(&at).unwrap_or_default();
        let kept =
            (hash(&text) == *known).then(|| Kept::parse(&String::from_utf8_lossy(&unix(&text))));
        let Some(kept) = kept.flatten() else {
            let found = codes::KEPT_DOCUMENT_EDITED
                .plain()
                .arg("path", at.display());
            return fail(found.arg("folder", self.path.display()));
        };
        // Reports name the document where it lies; it is not read there.
        let document = lock.document.as_ref();
        let folder = document.and_then(|way| kept.folder_of(&paths::plain(&self.path.join(way))));
        let (kept, options, spec) = kept.files(&folder.unwrap_or(at));
        let Some(config) = config else {
            return run::placed(&kept, &Request::of_config(options));
        };
        let files = Beside {
            kept,
            others: self.files(),
        };
        let request = Request {
            root: options.parent().map(Path::to_path_buf),
            spec: Some(spec),
            ..Request::of_config(config.to_path_buf())
        };
        run::placed(&files, &request)
    }
}

/// What a crate keeps, and beside it the configuration that a user names, with its overlays.
#[derive(Debug)]
struct Beside<'f> {
    kept: Memory,
    others: &'f dyn Files,
}

impl Files for Beside<'_> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.kept.read(path).or_else(|_| self.others.read(path))
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        self.kept.real(path)
    }
}
