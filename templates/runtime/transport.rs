//! How a request gets to the server: the trait behind which the HTTP client sits.

use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};
use std::future::Future;
use std::panic::resume_unwind;
use std::pin::Pin;
use std::time::{Duration, Instant};

use http::{HeaderMap, StatusCode};
use tokio::runtime::Handle;
use url::Url;

use super::body::{Body, ByteStream};
use super::operation::Method;
use super::refusal::Refusal;

/// A future behind a pointer.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// An error of any type.
pub type BoxError = Box<dyn Error + Send + Sync>;

/// Sends one request and gives its answer.
///
/// It neither retries nor follows redirects, and needs no timeouts: the client does all that. Dropping a future that it
/// gave must end the request.
pub trait Transport: Send + Sync + 'static {
    /// Sends a request.
    ///
    /// # Errors
    ///
    /// A [`TransportError`] when there is no answer. An answer of any status is not an error.
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>>;

    /// Waits; on the timer of Tokio unless it is replaced.
    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        if Handle::try_current().is_err() {
            // Tokio would panic, with a word on the terminal. Whoever asks catches this, and makes an error of it.
            resume_unwind(Box::new("there is no runtime of Tokio"));
        }
        Box::pin(tokio::time::sleep(time))
    }

    /// The time; the monotonic clock of the system unless it is replaced.
    fn now(&self) -> Instant {
        Instant::now()
    }
}

/// A request, ready to be sent.
#[derive(Clone)]
#[non_exhaustive]
pub struct HttpRequest {
    /// The id of the operation, for logs and mocks; not part of what is sent.
    pub operation: &'static str,
    /// The method.
    pub method: Method,
    /// The whole URL.
    pub url: Url,
    /// The headers, credentials included.
    pub headers: HeaderMap,
    /// The body; empty if there is none.
    pub body: Body,
}

impl HttpRequest {
    /// A request without headers and without a body.
    pub fn new(operation: &'static str, method: Method, url: Url) -> Self {
        Self {
            operation,
            method,
            url,
            headers: HeaderMap::new(),
            body: Body::default(),
        }
    }
}

/// Shows neither values of headers, nor the query, nor the body: each may hold a secret.
impl Debug for HttpRequest {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpRequest")
            .field("operation", &self.operation)
            .field("method", &self.method.as_str())
            .field("host", &self.url.host_str())
            .field("path", &self.url.path())
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &self.body)
            .finish()
    }
}

/// An answer, whose body may still be on its way.
#[non_exhaustive]
pub struct HttpResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Box<dyn ByteStream>,
}

impl HttpResponse {
    /// An answer; a body that is there already is [`Bytes`](bytes::Bytes).
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl ByteStream + 'static) -> Self {
        Self {
            status,
            headers,
            body: Box::new(body),
        }
    }
}

impl Debug for HttpResponse {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpResponse")
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

/// Why there is no answer, or only a part of one.
#[derive(Debug)]
pub struct TransportError {
    sent: bool,
    timeout: bool,
    is_final: bool,
    /// Why the call fails, where no connection has a part in it.
    pub(super) refusal: Option<Refusal>,
    source: BoxError,
}

impl TransportError {
    /// The server provably never saw the request: no connection, no name, no TLS session.
    pub fn not_sent(source: impl Into<BoxError>) -> Self {
        Self {
            sent: false,
            timeout: false,
            is_final: false,
            refusal: None,
            source: source.into(),
        }
    }

    /// The connection failed when the server may have seen the request.
    pub fn interrupted(source: impl Into<BoxError>) -> Self {
        Self {
            sent: true,
            timeout: false,
            is_final: false,
            refusal: None,
            source: source.into(),
        }
    }

    /// A failure for good, in words of its own.
    #[cfg(feature = "mock")]
    pub(super) fn refused(refusal: Refusal) -> Self {
        let mut error = Self::not_sent(&*refusal.message).for_good();
        error.refusal = Some(refusal);
        error
    }

    /// Marks it as the end of the transport's own patience.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        self.timeout = true;
        self
    }

    /// Marks it as one that trying again does not change, such as a certificate that is not trusted.
    #[must_use]
    pub fn for_good(mut self) -> Self {
        self.is_final = true;
        self
    }

    /// Whether trying again gives the same.
    pub fn is_final(&self) -> bool {
        self.is_final
    }

    /// Whether the server may have seen the request.
    pub fn was_sent(&self) -> bool {
        self.sent
    }

    /// Whether the time ran out.
    pub fn is_timeout(&self) -> bool {
        self.timeout
    }

    /// What the HTTP client said.
    pub fn into_source(self) -> BoxError {
        self.source
    }
}

impl Display for TransportError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(if self.sent {
            "the connection failed"
        } else {
            "no connection"
        })
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
