//! An answer on its way to the caller: as it came, and what its reading goes by.

use std::fmt::{self, Debug, Formatter};
use std::sync::{Arc, Mutex};

use super::{
    body::ByteStream, decode_error::DecodeError, outgoing::Outgoing, raw_response::RawResponse,
    tape::Tape, watch::Watch,
};

/// An answer on its way to the caller.
#[derive(Clone)]
pub struct Incoming {
    pub(super) raw: RawResponse,
    /// What it is an answer to, where more may follow from that.
    pub(super) sent: Option<Arc<Outgoing>>,
    /// The body, where it is taken piece by piece.
    pub(super) rest: Option<Rest>,
    /// Who looks at how it differs from the document.
    pub(super) watch: Option<Arc<Watch>>,
}

/// A body that is taken piece by piece, once.
pub(super) type Rest = Arc<Mutex<Option<Box<dyn ByteStream>>>>;

/// How the body of a successful answer is read.
pub(super) type Read<T> = fn(&Incoming) -> Result<T, DecodeError>;

impl Incoming {
    /// The status.
    pub fn status(&self) -> u16 {
        self.raw.status.as_u16()
    }

    /// A document of the answer, which notes what somebody wants to be told of.
    pub(super) fn look_out<'t>(&self, mut tape: Tape<'t>) -> Tape<'t> {
        if let Some(watch) = &self.watch {
            tape.look_out(watch.lookout());
        }
        tape
    }

    /// Tells whoever looks at it how a document of the answer differs from what is described.
    ///
    /// # Errors
    /// The first difference that is refused.
    pub(super) fn tell(&self, tape: Tape<'_>) -> Result<(), DecodeError> {
        match &self.watch {
            Some(watch) => watch.tell(tape.noticed()),
            None => Ok(()),
        }
    }
}

impl Debug for Incoming {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.raw, f)
    }
}
