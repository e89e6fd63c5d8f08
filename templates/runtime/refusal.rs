//! The parts of an error: what sort of failure it is, why a call failed in words, and how far it came.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use super::style::ParameterError;

/// What sort of failure an [`Error`](super::Error) is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client cannot be built from its settings, or what it was given cannot make the call.
    Configuration,
    /// The request cannot be sent as it is: a parameter or a header has no valid form.
    InvalidRequest,
    /// There is no credential, it could not be had, or it may not be sent to this server.
    Credential,
    /// The connection failed, before or after the request was sent.
    Connection,
    /// The time for the attempt or for the whole call ran out.
    Timeout,
    /// The server answered with a status that is not a success.
    Status,
    /// The server answered with 304: what the caller has is still right.
    NotModified,
    /// The server answered with success, but the body is not what the document describes.
    Decode,
    /// The server answered with success, but without the body that the document describes.
    NoBody,
    /// The body of the answer is larger than the client accepts.
    TooLarge,
    /// The pages of an answer lead nowhere: back to one that was given before, to another server, or to empty ones without end.
    Pagination,
    /// The file that an answer is saved to cannot be written.
    File,
}

/// A kind of failure and its words; all that is known of one that happens before anything is sent.
#[derive(Debug, Clone)]
pub(super) struct Refusal {
    pub(super) kind: ErrorKind,
    pub(super) message: Cow<'static, str>,
}
impl Refusal {
    pub(super) fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, message: message.into() }
    }
}

impl From<ParameterError> for Refusal {
    fn from(error: ParameterError) -> Self {
        Self::new(ErrorKind::InvalidRequest, error.to_string())
    }
}

/// How far a call came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Progress {
    pub(super) operation: &'static str,
    pub(super) attempts: u32,
    pub(super) elapsed: Duration,
    pub(super) sent: bool,
}

impl Progress {
    /// What an error in a body says: it is of the one attempt that was answered, since the body began.
    pub(super) fn of_body(operation: &'static str, begun: Instant) -> Self {
        Self { operation, attempts: 1, elapsed: begun.elapsed(), sent: true }
    }
}
