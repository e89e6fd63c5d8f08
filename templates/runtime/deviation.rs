//! What an answer has that the document does not say.

use std::fmt::{self, Display, Formatter};

use super::{decode_error::DecodeError, notes::DeviationKind, noting::Noticed};

/// What becomes of members and values of answers that the document does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Undocumented {
    /// Members are passed over, values are kept, and nobody is told.
    #[default]
    Ignored,
    /// The same, and hooks and `tracing` are told.
    Told,
    /// They are an error of the call, once hooks and `tracing` were told; for tests.
    Refused,
}

/// A place where an answer differs from the document.
///
/// It holds no more of the answer than an error does: names of members, and the start of a value that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    kind: DeviationKind,
    pointer: String,
    why: DecodeError,
}

impl Deviation {
    pub(super) fn of(noticed: Noticed) -> Self {
        let place = DecodeError::new("", "");
        let up = |error: DecodeError| noticed.steps.iter().rev().fold(error, DecodeError::at);
        Self { kind: noticed.kind, pointer: up(place).pointer(), why: up(noticed.why) }
    }

    /// How it differs.
    pub fn kind(&self) -> DeviationKind {
        self.kind
    }

    /// The place, as a JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)): that of the member which is not known or was
    /// left out, or of the value.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// What the document says and what came, with the place where they differ: in what was left out, that may be further inside.
    pub fn why(&self) -> &DecodeError {
        &self.why
    }
}

impl Display for Deviation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            DeviationKind::UnknownMember => "an unknown member: ",
            DeviationKind::UnknownValue => "an unknown value: ",
            DeviationKind::LeftOut => "left out: ",
        })?;
        self.why.fmt(f)
    }
}
