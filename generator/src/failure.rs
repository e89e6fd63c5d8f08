//! The error type of the library: the diagnostics of a run as text and as data. Made at the ends; no stage returns it.

use std::fmt;
use std::path::PathBuf;

use crate::cx::Cx;
use crate::diag::{Counts, Diagnostic, Severity, Sources};

/// A run that failed. `Display` is the listing for people.
#[derive(Debug, Clone)]
pub struct Failure {
    findings: Vec<Finding>,
    listing: String,
    counts: Counts,
}

/// One diagnostic as plain data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The stable id, such as `S012`.
    pub code: &'static str,
    /// The stable name, such as `unknown-keyword`.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The file, as its path was given.
    pub file: Option<PathBuf>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column, from 1, in characters.
    pub column: Option<usize>,
    /// The JSON pointer, as `#/paths/~1users`.
    pub pointer: Option<String>,
    /// What is wrong, on one line.
    pub message: String,
    /// What to do about it; may be empty.
    pub help: String,
}

impl Failure {
    /// Everything that a run reported.
    pub fn from_cx(cx: &Cx) -> Self {
        let known = cx.diagnostics();
        Self {
            findings: known
                .into_iter()
                .map(|one| Finding::new(one, cx.sources()))
                .collect(),
            listing: cx.rendered(),
            counts: cx.counts(),
        }
    }

    /// A failure without a document, such as a folder that cannot be written.
    pub fn from_diagnostics(all: Vec<Diagnostic>) -> Self {
        let mut cx = Cx::default();
        for one in all {
            cx.report(one);
        }
        Self::from_cx(&cx)
    }

    /// How many diagnostics there are.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// The diagnostics, sorted by file, line, column and code.
    pub fn diagnostics(&self) -> &[Finding] {
        &self.findings
    }
}

impl Finding {
    fn new(one: &Diagnostic, sources: &Sources) -> Self {
        let location = one.location(sources);
        let file = location
            .map(|(file, _)| file)
            .or(one.place().map(|place| place.file));
        Self {
            code: one.code().id,
            name: one.code().name,
            severity: one.severity(),
            file: file.and_then(|file| sources.path(file)).map(PathBuf::from),
            line: location.map(|(_, position)| position.line),
            column: location.map(|(_, position)| position.column),
            pointer: one.place().map(|place| place.at.to_string()),
            message: one.message(),
            help: one.help(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.listing)
    }
}

impl std::error::Error for Failure {}
