//! The error type of the library: the diagnostics of a run as text and as data. Made at the ends; no stage returns it.

use std::fmt::{self, Write as _};
use std::path::PathBuf;

use crate::cx::Cx;
use crate::diag::{Counts, Diagnostic, Severity, Sources, printable};

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
        Self {
            findings: Finding::all(cx),
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
    /// Everything that a run reported, sorted by file, line, column and code.
    pub fn all(cx: &Cx) -> Vec<Self> {
        let known = cx.diagnostics().into_iter();
        known.map(|one| Self::new(one, cx.sources())).collect()
    }

    /// Where it is, as `file:line:column`; empty where there is no place.
    fn place(&self) -> String {
        let mut place = self
            .file
            .as_ref()
            .map_or_else(String::new, |file| printable(&file.to_string_lossy()));
        if let (Some(line), Some(column)) = (self.line, self.column) {
            let _ = write!(place, ":{line}:{column}");
        }
        place
    }

    /// All of it on one line: `warning[S012]: file:line:column: what is wrong (what to do)`.
    pub fn line(&self) -> String {
        let (place, help) = (self.place(), &self.help);
        let place = if place.is_empty() {
            place
        } else {
            format!("{place}: ")
        };
        let help = if help.is_empty() {
            String::new()
        } else {
            format!(" ({help})")
        };
        format!("[{}] {place}{}{help}", self.code, self.message)
    }

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
