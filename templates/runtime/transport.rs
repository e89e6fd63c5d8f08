//! How a request gets to the server: the trait behind which the HTTP client sits.

use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};
use std::pin::Pin;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use url::Url;

use super::operation::Method;

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
        Box::pin(tokio::time::sleep(time))
    }

    /// The time; the monotonic clock of the system unless it is replaced.
    fn now(&self) -> Instant {
        Instant::now()
    }
}

/// A request, ready to be sent.
#[derive(Clone)]
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
    pub body: Bytes,
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
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

/// An answer, whose body may still be on its way.
pub struct HttpResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Box<dyn ResponseBody>,
}

impl Debug for HttpResponse {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpResponse")
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

/// The body of an answer, read piece by piece.
pub trait ResponseBody: Send {
    /// The next piece, or `None` at the end.
    ///
    /// # Errors
    ///
    /// A [`TransportError`] when the body breaks off.
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>>;
}

/// A body that is there already.
impl ResponseBody for Bytes {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        let all = std::mem::take(self);
        Box::pin(std::future::ready(Ok((!all.is_empty()).then_some(all))))
    }
}

/// Why there is no answer, or only a part of one.
#[derive(Debug)]
pub struct TransportError {
    sent: bool,
    timeout: bool,
    source: BoxError,
}

impl TransportError {
    /// The server provably never saw the request: no connection, no name, no TLS session.
    pub fn not_sent(source: impl Into<BoxError>) -> Self {
        Self {
            sent: false,
            timeout: false,
            source: source.into(),
        }
    }

    /// The connection failed when the server may have seen the request.
    pub fn interrupted(source: impl Into<BoxError>) -> Self {
        Self {
            sent: true,
            timeout: false,
            source: source.into(),
        }
    }

    /// Marks it as the end of the transport's own patience.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        self.timeout = true;
        self
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
