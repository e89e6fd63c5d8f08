//! Answers that were read: the value, with what came along with it.

use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::incoming::{Incoming, Read};
use super::refusal::{ErrorKind, Progress, Refusal};
use super::{decode_error::DecodeError, error::Error, problem};

/// A successful answer with what came along with it.
#[derive(Debug, Clone)]
pub struct Response<T> {
    value: T,
    completed: Completed,
}

impl<T> Response<T> {
    /// The value, without the rest.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The value.
    pub fn inner(&self) -> &T {
        &self.value
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.completed.incoming.raw.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.completed.incoming.raw.headers
    }

    /// The text of a header, whatever the case of its name; `None` where it is absent or no text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers().get(name)?.to_str().ok()
    }

    /// The body as it came.
    pub fn body(&self) -> &[u8] {
        &self.completed.incoming.raw.body
    }

    /// How many attempts were made; 1 when nothing was repeated.
    pub fn attempts(&self) -> u32 {
        self.completed.attempts
    }

    /// The time from the start of the call to its end, waits included.
    pub fn elapsed(&self) -> Duration {
        self.completed.elapsed
    }

    /// The id under which the server knows the request.
    pub fn request_id(&self) -> Option<&str> {
        problem::request_id(&self.completed.incoming.raw.headers)
    }
}

/// A call that was answered with success, before its body is read.
#[derive(Debug, Clone)]
pub(super) struct Completed {
    pub(super) operation: &'static str,
    pub(super) incoming: Incoming,
    pub(super) attempts: u32,
    pub(super) elapsed: Duration,
}

impl Completed {
    /// Reads the value.
    pub(super) fn read<T>(self, read: Read<T>) -> Result<Response<T>, Error> {
        match read(&self.incoming) {
            Ok(value) => Ok(Response { value, completed: self }),
            Err(error) => Err(self.unreadable(error)),
        }
    }

    /// The error of a success that cannot be read.
    pub(super) fn unreadable(self, error: DecodeError) -> Error {
        let (refusal, source) = if error.is_no_body() {
            let message = "the answer has no body, and the document describes one";
            (Refusal::new(ErrorKind::NoBody, message), None)
        } else {
            let message = "the body is not what the document describes";
            (Refusal::new(ErrorKind::Decode, message), Some(error.into()))
        };
        let progress = Progress {
            operation: self.operation,
            attempts: self.attempts,
            elapsed: self.elapsed,
            sent: true,
        };
        Error::from(refusal)
            .after(progress)
            .with_response(Some(self.incoming.raw))
            .with_source(source)
    }
}
