//! An answer on its way to the caller: as it came, and what its reading goes by.

use std::fmt::{self, Debug, Formatter};
use std::sync::{Arc, Mutex};

use super::body::ByteStream;
use super::codec::{Decode, from_slice};
use super::decode_error::DecodeError;
use super::outgoing::Outgoing;
use super::raw_response::RawResponse;
use super::watch::Watch;

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

    /// Reads a value from JSON of the body, and tells whoever looks at how it differs from the document.
    pub(super) fn read<T: Decode>(&self, text: &[u8]) -> Result<T, DecodeError> {
        match &self.watch {
            Some(watch) => watch.read(text),
            None => from_slice(text),
        }
    }
}

impl Debug for Incoming {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.raw, f)
    }
}
