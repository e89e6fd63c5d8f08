//! Where documents come from: a path in, bytes out. The only file that reads the disk; nothing here knows what the bytes mean.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::hash::hash;

/// The most bytes a document may have.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// A place that files are read from.
pub trait Files: Debug {
    /// Reads a whole file, or at most one byte more than [`MAX_BYTES`].
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// The path without links, where there are any.
    ///
    /// # Errors
    ///
    /// When there is no such file.
    fn real(&self, path: &Path) -> io::Result<PathBuf>;
}

/// The files of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let file = File::open(path)?;
        // Reading a folder fails by itself on some systems only, and a pipe or a device may never end.
        let metadata = file.metadata()?;
        if !metadata.is_file() {
            return Err(io::Error::other("it is not a regular file"));
        }
        let room =
            usize::try_from(metadata.len()).map_or(MAX_BYTES, |length| length.min(MAX_BYTES));
        let mut bytes = Vec::with_capacity(room + 1);
        file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        path.canonicalize()
    }
}

/// What a document from standard input is called.
pub const STDIN: &str = "<stdin>";

/// The files of the machine, and a document that was read from standard input.
#[derive(Debug, Clone)]
pub struct Given {
    stdin: Vec<u8>,
}

impl Given {
    /// Reads standard input to its end, or one byte more than a document may have.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn read() -> io::Result<Self> {
        let mut stdin = Vec::new();
        let input = io::stdin().lock();
        input.take(MAX_BYTES as u64 + 1).read_to_end(&mut stdin)?;
        Ok(Self { stdin })
    }
}

impl Files for Given {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        if path == Path::new(STDIN) {
            return Ok(self.stdin.clone());
        }
        Disk.read(path)
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        if path == Path::new(STDIN) {
            return Ok(Path::new(".").canonicalize()?.join(STDIN));
        }
        Disk.real(path)
    }
}

/// Files that exist in memory only, for tests and for callers who have the text already.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<PathBuf, Vec<u8>>,
}

impl Memory {
    /// Adds a file.
    #[must_use]
    pub fn with(mut self, path: impl Into<PathBuf>, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), bytes.into());
        self
    }
}

impl Files for Memory {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.files
            .get(path)
            .cloned()
            .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_path_buf())
    }
}

/// Passes reads on and notes what was read: the path, and the hash of the content.
#[derive(Debug)]
pub struct Recorder<'f> {
    files: &'f dyn Files,
    seen: RefCell<BTreeMap<PathBuf, String>>,
}

impl<'f> Recorder<'f> {
    /// Nothing was read yet.
    pub fn of(files: &'f dyn Files) -> Self {
        Self {
            files,
            seen: RefCell::default(),
        }
    }

    /// What was read: paths, and the hash of the content of each.
    pub fn into_read(self) -> BTreeMap<PathBuf, String> {
        self.seen.into_inner()
    }
}

impl Files for Recorder<'_> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let content = self.files.read(path);
        let hash = content
            .as_ref()
            .map(|bytes| hash(bytes))
            .unwrap_or_default();
        self.seen.borrow_mut().insert(path.to_path_buf(), hash);
        content
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        self.files.real(path)
    }
}
