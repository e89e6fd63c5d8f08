//! The one error of all calls.

use std::borrow::Cow;
use std::fmt::{self, Debug, Display, Formatter};
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::codec::Decode;
use super::decode_error::DecodeError;
use super::operation::{DocumentedError, Operation};
use super::problem::{self, Problem};
use super::reading::json;
use super::refusal::{Progress, Refusal};
use super::response::{Completed, RawResponse};
use super::transport::BoxError;

/// A call that failed, or a client that could not be built.
///
/// It always knows the operation, how many attempts there were, and whether the server may have seen the request. If
/// there was an answer, it keeps all of it.
pub struct Error(Box<Inner>);

/// What sort of failure an [`Error`] is.
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

struct Inner {
    refusal: Refusal,
    operation: Option<&'static str>,
    attempts: u32,
    elapsed: Duration,
    sent: bool,
    /// Whether trying again cannot help.
    is_final: bool,
    response: Option<RawResponse>,
    retry_after: Option<Duration>,
    source: Option<BoxError>,
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self(Box::new(Inner {
            refusal,
            operation: None,
            attempts: 0,
            elapsed: Duration::ZERO,
            sent: false,
            is_final: false,
            response: None,
            retry_after: None,
            source: None,
        }))
    }
}

impl Error {
    pub(super) fn decode(completed: Completed, error: DecodeError) -> Self {
        let message = "the body is not what the document describes";
        Self::unreadable(completed, ErrorKind::Decode, message).with_source(Some(error.into()))
    }

    pub(super) fn no_body(completed: Completed) -> Self {
        let message = "the answer has no body, and the document describes one";
        Self::unreadable(completed, ErrorKind::NoBody, message)
    }

    /// A success that cannot be read.
    fn unreadable(completed: Completed, kind: ErrorKind, message: &'static str) -> Self {
        let progress = Progress {
            operation: completed.operation,
            attempts: completed.attempts,
            elapsed: completed.elapsed,
            sent: true,
        };
        Self::from(Refusal::new(kind, message))
            .after(progress)
            .with_response(Some(completed.response))
    }

    pub(super) fn after(mut self, progress: Progress) -> Self {
        self.0.operation = Some(progress.operation);
        self.0.attempts = progress.attempts;
        self.0.elapsed = progress.elapsed;
        self.0.sent = progress.sent;
        self
    }

    pub(super) fn sent(mut self, sent: bool) -> Self {
        self.0.sent = sent;
        self
    }

    pub(super) fn for_good(mut self, is_final: bool) -> Self {
        self.0.is_final = is_final;
        self
    }

    /// Whether trying again gives the same.
    pub(super) fn is_final(&self) -> bool {
        let is_passing = matches!(self.kind(), ErrorKind::Connection | ErrorKind::Timeout);
        self.0.is_final || !is_passing
    }

    pub(super) fn with_response(mut self, response: Option<RawResponse>) -> Self {
        self.0.response = response;
        self
    }

    pub(super) fn with_retry_after(mut self, wait: Option<Duration>) -> Self {
        self.0.retry_after = wait;
        self
    }

    pub(super) fn with_source(mut self, source: Option<BoxError>) -> Self {
        self.0.source = source;
        self
    }

    /// What sort of failure it is.
    pub fn kind(&self) -> ErrorKind {
        self.0.refusal.kind
    }

    /// The id of the operation; `None` if the client could not be built.
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation
    }

    /// How many attempts were made; 0 if the request was refused before.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The time from the start of the call to its end, waits included.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed
    }

    /// Whether the server may have seen the request; if not, sending it again is safe.
    pub fn was_sent(&self) -> bool {
        self.0.sent
    }

    /// Whether the time ran out.
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// Whether the server answered with 429.
    pub fn is_rate_limited(&self) -> bool {
        self.status() == Some(StatusCode::TOO_MANY_REQUESTS)
    }

    /// How long the server asks to wait.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// The status of the answer.
    pub fn status(&self) -> Option<StatusCode> {
        self.raw().map(|response| response.status)
    }

    /// The headers of the answer.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.raw().map(|response| &response.headers)
    }

    /// The body of the answer, or as much of it as came.
    pub fn body(&self) -> Option<&[u8]> {
        self.raw().map(|response| &*response.body)
    }

    /// The id under which the server knows the request, from the headers or the body.
    pub fn request_id(&self) -> Option<Cow<'_, str>> {
        let response = self.raw()?;
        problem::request_id(&response.headers)
            .map(Cow::Borrowed)
            .or_else(|| Problem::of(response).request_id.map(Cow::Owned))
    }

    /// The documented error of an operation, chosen by the status of the answer.
    ///
    /// `None` if the error is of another operation, the status is not documented, or the body does not fit: a list that has to
    /// be there is not taken for an empty one.
    pub fn documented<E: DocumentedError>(&self) -> Option<E> {
        let response = self
            .failed()
            .filter(|_| self.0.operation == Some(E::Operation::INFO.id))?;
        E::read(response.status.as_u16(), response)
    }

    /// The body of a failure as a model, whatever the status is; `None` if it does not fit.
    pub fn model<T: Decode>(&self) -> Option<T> {
        let response = self.failed()?;
        json(response).ok()
    }

    /// Why the body of a successful answer could not be read.
    pub fn decode_error(&self) -> Option<&DecodeError> {
        self.0.source.as_deref()?.downcast_ref()
    }

    /// Why the call failed, before anything is said about an answer.
    pub(super) fn why(&self) -> &str {
        &self.0.refusal.message
    }

    fn raw(&self) -> Option<&RawResponse> {
        self.0.response.as_ref()
    }

    /// The answer, if it says that the call failed.
    pub(super) fn failed(&self) -> Option<&RawResponse> {
        self.raw().filter(|_| self.kind() == ErrorKind::Status)
    }
}

/// A sentence, as a `main` that gives an error prints it; `{:#?}` shows the parts. Of the answer it shows no more than its status: the
/// rest may hold a secret.
impl Debug for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return Display::fmt(self, f);
        }
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("message", &format_args!("{self}"))
            .field("attempts", &self.0.attempts)
            .field("elapsed", &self.0.elapsed)
            .field("was_sent", &self.0.sent)
            .field("response", &self.0.response)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
