//! The one error of all calls.

use std::borrow::Cow;
use std::fmt::{self, Debug, Display, Formatter};
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::problem::{self, Problem};
use super::refusal::{ErrorKind, Progress, Refusal};
use super::{
    boxed::BoxError, decode_error::DecodeError, raw_response::RawResponse,
    transport_error::TransportError,
};

/// A call that failed, or a client that could not be built.
///
/// It always knows the operation, how many attempts there were, and whether the server may have seen the request. If
/// there was an answer, it keeps all of it.
pub struct Error(Box<Inner>);

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

/// Why a request, or what has begun to come of its answer, got no further.
pub(super) fn broken(mut error: TransportError, begun: bool) -> Error {
    if let Some(refusal) = error.refusal.take() {
        return refusal.into();
    }
    let (timeout, sent) = (error.is_timeout(), error.was_sent() || begun);
    let is_final = error.is_final();
    let kind = if timeout { ErrorKind::Timeout } else { ErrorKind::Connection };
    let message = match (begun, sent) {
        (true, _) => "the connection failed before the end of the answer",
        (false, true) => "the connection failed, perhaps after the request was received",
        (false, false) => "there is no connection to the server",
    };
    Error::from(Refusal::new(kind, message))
        .sent(sent)
        .for_good(is_final)
        .with_source(Some(error.into_source()))
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
