//! Diagnostics: what is wrong, where, and how it is shown. Codes and places in, listings out; decides nothing about documents.

pub mod codes;
mod counts;
pub mod lines;
mod loss;
mod render;
mod sink;
pub mod sources;
pub mod spans;

use std::collections::BTreeMap;
use std::fmt::Display;

pub use codes::Code;
pub use counts::Counts;
pub use loss::Loss;
pub use render::{command_data, command_property, json_line, json_text, printable};
pub use sink::{Reported, Sink};
pub use sources::{FileId, Sources};
pub use spans::{Focus, Position};

use crate::pointer::Pointer;

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
    /// What it is where warnings are errors.
    #[must_use]
    pub const fn strict(self) -> Self {
        match self {
            Self::Error | Self::Warning => Self::Error,
            Self::Note => Self::Note,
        }
    }

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
