//! Diagnostics: what is wrong, where, and how it is shown. Codes and places in, listings out; decides nothing about documents.

pub mod codes;
mod loss;
mod render;
pub mod sources;
pub mod spans;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write as _};

pub use codes::Code;
pub use loss::Loss;
use loss::Losses;
pub use render::{is_hidden, json_text, printable};
pub use sources::{FileId, Sources};
pub use spans::{Focus, Position};

use crate::source::pointer::Pointer;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// The output is narrower than the document, or the document contradicts itself.
    Warning,
    /// A choice was made that the user may want to know.
    Note,
}

impl Severity {
    /// The word of the listing.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A place in one of the files that were read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The place in it.
    pub at: Pointer,
}

/// One thing to tell the user.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    code: &'static Code,
    severity: Severity,
    place: Option<Place>,
    position: Option<(FileId, Position)>,
    focus: Focus,
    args: BTreeMap<&'static str, String>,
    labels: Vec<Label>,
}

#[derive(Debug, Clone)]
struct Label {
    place: Place,
    focus: Focus,
    text: String,
}

impl Diagnostic {
    pub(crate) fn new(code: &'static Code, place: Option<Place>) -> Self {
        Self {
            code,
            severity: code.severity,
            place,
            position: None,
            focus: Focus::Value,
            args: BTreeMap::new(),
            labels: Vec::new(),
        }
    }

    /// Gives the diagnostic its place, where that was not known when it was made.
    #[must_use]
    pub fn located(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Fills a slot of the message or the help. `found` and `expected` get a line of their own.
    #[must_use]
    pub fn arg(mut self, slot: &'static str, value: impl Display) -> Self {
        self.args.insert(slot, value.to_string());
        self
    }

    /// Shows a second place with a remark.
    #[must_use]
    pub fn label(mut self, place: Place, text: impl Into<String>) -> Self {
        self.labels.push(Label {
            place,
            focus: Focus::Key,
            text: text.into(),
        });
        self
    }

    /// Shows the first of several keys of the same name, which share one place.
    #[must_use]
    pub fn first_key(mut self, text: impl Into<String>) -> Self {
        if let Some(place) = self.place.clone() {
            self.labels.push(Label {
                place,
                focus: Focus::FirstKey,
                text: text.into(),
            });
        }
        self
    }

    /// Points at the key of the place, not at its value.
    #[must_use]
    pub fn on_key(mut self) -> Self {
        self.focus = Focus::Key;
        self
    }

    /// Points at a line and column, where there is no node yet that a pointer could name.
    #[must_use]
    pub fn at_position(mut self, file: FileId, position: Position) -> Self {
        self.position = Some((file, position));
        self
    }

    /// The code.
    pub fn code(&self) -> &'static Code {
        self.code
    }

    /// How bad it is, `--strict` considered.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The place, where there is one.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// The file, line and column, where there is a place.
    pub fn location(&self, sources: &Sources) -> Option<(FileId, Position)> {
        if self.position.is_some() {
            return self.position;
        }
        let place = self.place.as_ref()?;
        let span = sources.span(place, self.focus)?;
        Some((place.file, span.start))
    }

    /// The message with its slots filled, on one line.
    pub fn message(&self) -> String {
        render::filled(self.code.message, &self.args)
    }

    /// The advice with its slots filled; empty where there is none.
    pub fn help(&self) -> String {
        render::filled(self.code.help, &self.args)
    }
}

/// Proof that an error was recorded, so that a failed stage cannot be silent.
#[derive(Debug)]
pub struct Reported(());

/// More diagnostics than this of one code are only counted: a document can hold a million mistakes.
const MAX_SAME: usize = 2000;

/// Warnings and notes of one code that are listed in full; each other one has a line.
const MAX_FULL: usize = 10;

/// The diagnostics of one run.
#[derive(Debug, Default)]
pub struct Sink {
    is_strict: bool,
    all: Vec<Diagnostic>,
    known: BTreeSet<Key>,
    /// How often each code was reported.
    counts: BTreeMap<&'static str, usize>,
    losses: Losses,
}

/// What makes two diagnostics the same.
type Key = (
    &'static str,
    Option<Place>,
    Option<(FileId, Position)>,
    BTreeMap<&'static str, String>,
);

impl Sink {
    /// Makes warnings errors, those from before included.
    pub fn set_strict(&mut self, strict: bool) {
        self.is_strict = strict;
        for known in &mut self.all {
            known.severity = severity(known.code, strict);
        }
    }

    /// Records a diagnostic; says the same thing about the same place once only.
    pub fn push(&mut self, mut new: Diagnostic) {
        new.severity = severity(new.code, self.is_strict);
        self.losses.note(&new);
        let count = self.counts.entry(new.code.id).or_default();
        if *count >= MAX_SAME {
            *count += 1;
            return;
        }
        let key = (
            new.code.id,
            new.place.clone(),
            new.position,
            new.args.clone(),
        );
        if self.known.insert(key) {
            *count += 1;
            self.all.push(new);
        }
    }

    /// Records an error.
    pub fn error(&mut self, new: Diagnostic) -> Reported {
        debug_assert_eq!(new.code.severity, Severity::Error, "{}", new.code.id);
        self.push(new);
        Reported(())
    }

    /// Whether any error was recorded.
    pub fn stop_on_errors(&self) -> Result<(), Reported> {
        if self
            .all
            .iter()
            .any(|known| known.severity == Severity::Error)
        {
            return Err(Reported(()));
        }
        Ok(())
    }

    /// Whether an error was recorded at this place or inside it.
    pub fn has_error_within(&self, place: &Place) -> bool {
        self.all.iter().any(|known| {
            known.code.severity == Severity::Error
                && known
                    .place
                    .as_ref()
                    .is_some_and(|at| at.file == place.file && at.at.is_within(&place.at))
        })
    }

    /// What was reported as lost, however often, by place.
    pub fn losses(&self) -> Vec<Loss> {
        self.losses.all()
    }

    /// Everything, by file, line, column and code.
    pub fn sorted(&self, sources: &Sources) -> Vec<&Diagnostic> {
        let mut sorted: Vec<_> = self.all.iter().collect();
        sorted
            .sort_by_cached_key(|known| (known.location(sources), known.code.id, known.message()));
        sorted
    }

    /// The listing of everything: what stops the run in full, of the same warning and note a few in full and a line for each other one.
    pub fn rendered(&self, sources: &Sources) -> String {
        let mut shown: BTreeMap<&'static str, usize> = BTreeMap::new();
        let mut listing = Vec::new();
        let mut more: BTreeMap<&'static str, Vec<&Diagnostic>> = BTreeMap::new();
        for known in self.sorted(sources) {
            let count = shown.entry(known.code.id).or_default();
            *count += 1;
            if known.severity == Severity::Error || *count <= MAX_FULL {
                listing.push(known.rendered(sources));
            } else {
                more.entry(known.code.id).or_default().push(known);
            }
        }
        for (id, all) in more {
            let mut block = format!("{}[{id}]: {} more\n", all[0].severity.word(), all.len());
            for known in all {
                block.push_str(&known.line(sources));
            }
            listing.push(block);
        }
        let mut listing = listing.join("\n");
        for (id, count) in self.counts.iter().filter(|(_, count)| **count > MAX_SAME) {
            let _ = write!(listing, "\n{} more of {id}\n", count - MAX_SAME);
        }
        listing
    }
}

fn severity(code: &Code, strict: bool) -> Severity {
    match code.severity {
        Severity::Warning if strict => Severity::Error,
        other => other,
    }
}
