//! What an answer has that the document does not say, and who is told of it.

use std::fmt::{self, Display, Formatter};
use std::sync::Arc;

use super::client::{Client, Core};
use super::codec::{Decode, from_slice_noticing};
use super::decode_error::DecodeError;
use super::hooks::{self, CallContext};
use super::notes::{DeviationKind, Lookout, Noticed};
use super::outgoing::Outgoing;
use super::refusal::Progress;

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
    fn of(noticed: Noticed) -> Self {
        let place = DecodeError::new("", "");
        let up = |error: DecodeError| noticed.steps.iter().rev().fold(error, DecodeError::at);
        Self {
            kind: noticed.kind,
            pointer: up(place).pointer(),
            why: up(noticed.why),
        }
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

/// Who looks at how an answer differs from the document.
pub(super) struct Watch {
    lookout: Lookout,
    refuses: bool,
    client: Client,
    call: CallContext,
}

impl Watch {
    /// For an answer of a client that looks.
    pub(super) fn of(core: &Core, outgoing: &Outgoing, progress: Progress) -> Option<Arc<Self>> {
        let lookout = Lookout {
            is_lenient: core.settings.is_lenient,
            for_unknown: core.settings.undocumented != Undocumented::Ignored,
        };
        (lookout != Lookout::default()).then(|| {
            Arc::new(Self {
                lookout,
                refuses: core.settings.undocumented == Undocumented::Refused,
                client: outgoing.client.clone(),
                call: CallContext::new(outgoing, progress),
            })
        })
    }

    /// Reads a value, and tells how it differs.
    pub(super) fn read<T: Decode>(&self, text: &[u8]) -> Result<T, DecodeError> {
        let (value, noticed) = from_slice_noticing(text, self.lookout)?;
        let mut refused = None;
        for deviation in noticed.into_iter().map(Deviation::of) {
            self.tell(&deviation);
            if self.refuses && deviation.kind != DeviationKind::LeftOut {
                refused.get_or_insert(deviation.why);
            }
        }
        refused.map_or(Ok(value), Err)
    }

    fn tell(&self, deviation: &Deviation) {
        #[cfg(feature = "tracing")]
        super::trace::deviation(self.call.operation, deviation);
        if let Ok(core) = self.client.core() {
            hooks::deviation(core, &self.call, deviation);
        }
    }
}
