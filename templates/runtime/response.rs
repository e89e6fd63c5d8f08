//! Answers: as they came, and with the value that was read from them.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, TRANSFER_ENCODING};
use http::{HeaderMap, StatusCode};

use super::decode_error::DecodeError;
use super::deviation::Watch;
use super::download::Rest;
use super::error::Error;
use super::outgoing::Outgoing;
use super::{media_type, problem};

/// An answer as it came.
#[derive(Clone)]
pub struct RawResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
    /// What it is an answer to, where more may follow from that.
    pub(super) sent: Option<Arc<Outgoing>>,
    /// The body, where it is taken piece by piece.
    pub(super) rest: Option<Rest>,
    /// Whether it says that the call failed.
    pub(super) is_failure: bool,
    /// Who looks at how it differs from the document.
    pub(super) watch: Option<Arc<Watch>>,
}

impl RawResponse {
    /// The `Content-Type`, or nothing.
    pub fn content_type(&self) -> &str {
        media_type::of(&self.headers)
    }

    /// How a body is encoded that cannot be read as it is.
    pub(super) fn encoding(&self) -> Option<&str> {
        let said = |name, is_known: fn(&str) -> bool| {
            let encoding = self
                .headers
                .get(name)?
                .to_str()
                .unwrap_or("not a text")
                .trim();
            (!is_known(&encoding.to_ascii_lowercase())).then_some(encoding)
        };
        let found = said(CONTENT_ENCODING, |encoding| {
            matches!(encoding, "" | "identity")
        })
        .or_else(|| {
            said(TRANSFER_ENCODING, |encoding| {
                matches!(encoding, "chunked" | "identity")
            })
        });
        found.filter(|_| !self.is_empty())
    }

    /// Whether there is no body, and none to come.
    pub(super) fn is_empty(&self) -> bool {
        self.body.is_empty() && self.rest.is_none()
    }

    // Only with text answers.
    /// A parameter of the `Content-Type`, without quotes.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let parameters = self.content_type().split(';').skip(1);
        let mut pairs = parameters.filter_map(|parameter| parameter.split_once('='));
        let (_, value) = pairs.find(|(known, _)| known.trim().eq_ignore_ascii_case(name))?;
        Some(value.trim().trim_matches('"'))
    }
}

/// Shows neither values of headers nor the body: each may hold a secret.
impl std::fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RawResponse")
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

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
        self.completed.response.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.completed.response.headers
    }

    /// The text of a header, whatever the case of its name; `None` where it is absent or no text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers().get(name)?.to_str().ok()
    }

    /// The body as it came.
    pub fn body(&self) -> &[u8] {
        &self.completed.response.body
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
        problem::request_id(&self.completed.response.headers)
    }
}

/// A call that was answered with success, before its body is read.
#[derive(Debug, Clone)]
pub(super) struct Completed {
    pub(super) operation: &'static str,
    pub(super) response: RawResponse,
    pub(super) attempts: u32,
    pub(super) elapsed: Duration,
}

/// How the body of a successful answer is read.
pub(super) type Read<T> = fn(&RawResponse) -> Result<T, DecodeError>;

impl Completed {
    /// Reads the value.
    pub(super) fn read<T>(self, read: Read<T>) -> Result<Response<T>, Error> {
        match read(&self.response) {
            Ok(value) => Ok(Response {
                value,
                completed: self,
            }),
            Err(error) if error.is_no_body() => Err(Error::no_body(self)),
            Err(error) => Err(Error::decode(self, error)),
        }
    }
}
