//! The texts that were read: paths and texts in, excerpts and positions out. Reads no file itself.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::Place;
use super::spans::{Focus, Position, Span, Spans};

/// One of the files that were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// How the nodes of a text are found; each format brings its own.
pub type Locate = fn(text: &str) -> Spans;

/// Every file that was read, in the order of reading.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

#[derive(Debug)]
struct Source {
    path: PathBuf,
    text: Arc<str>,
    locate: Locate,
    /// Where each line begins, made when one is shown.
    lines: OnceLock<Vec<usize>>,
    /// Made only when something is reported, so that a good document pays nothing.
    spans: OnceLock<Spans>,
}

impl Source {
    fn spans(&self) -> &Spans {
        self.spans.get_or_init(|| (self.locate)(&self.text))
    }
}

impl Sources {
    /// Adds a file under the path that the user gave.
    pub fn add(&mut self, path: &Path, text: Arc<str>, locate: Locate) -> FileId {
        self.files.push(Source {
            path: path.to_path_buf(),
            text,
            locate,
            lines: OnceLock::new(),
            spans: OnceLock::new(),
        });
        FileId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX))
    }

    /// The paths of all files, as they were given.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|file| file.path.as_path())
    }

    /// All files, each with its path as it was given and its text.
    pub fn texts(&self) -> impl Iterator<Item = (FileId, &Path, &Arc<str>)> {
        let files = self.files.iter().zip(0..);
        files.map(|(file, index)| (FileId(index), file.path.as_path(), &file.text))
    }

    /// The path of a file, as it was given.
    pub fn path(&self, file: FileId) -> Option<&Path> {
        self.get(file).map(|file| file.path.as_path())
    }

    /// The text of a file.
    pub fn text(&self, file: FileId) -> Option<&str> {
        self.get(file).map(|file| &*file.text)
    }

    /// A line of a file, from 1, without its end.
    pub fn line(&self, file: FileId, line: usize) -> Option<&str> {
        let file = self.get(file)?;
        let begins = file.lines.get_or_init(|| {
            let ends = file
                .text
                .bytes()
                .enumerate()
                .filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0)
                .chain(ends.map(|(at, _)| at + 1))
                .collect()
        });
        let begin = *begins.get(line.checked_sub(1)?)?;
        file.text.get(begin..)?.lines().next()
    }

    /// Where a place lies in its text, or the nearest enclosing element.
    pub fn span(&self, place: &Place, focus: Focus) -> Option<Span> {
        self.get(place.file)?.spans().find(&place.at, focus)
    }

    /// Finds the nodes of a file now, so that nobody waits for it when something about it is shown.
    pub fn locate(&self, file: FileId) {
        if let Some(file) = self.get(file) {
            file.spans();
        }
    }

    /// The line and column of the value at a place.
    pub fn position(&self, place: &Place) -> Option<Position> {
        self.span(place, Focus::Value).map(|span| span.start)
    }

    fn get(&self, file: FileId) -> Option<&Source> {
        self.files.get(file.0 as usize)
    }
}
