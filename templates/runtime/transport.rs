//! How a request gets to the server: the trait behind which the HTTP client sits.

use std::fmt::{self, Debug, Formatter};
use std::panic::resume_unwind;
use std::time::{Duration, Instant};

use http::{HeaderMap, StatusCode};
use tokio::runtime::Handle;
use url::Url;

use super::body::{Body, ByteStream};
use super::{boxed::BoxFuture, method::Method, transport_error::TransportError};

/// Sends one request and gives its answer.
///
/// It neither retries nor follows redirects, and needs no timeouts: the client does all that. Dropping a future that it
/// gave must end the request.
pub trait Transport: Send + Sync + 'static {
    /// Sends a request.
    ///
    /// # Errors
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
        Self { operation, method, url, headers: HeaderMap::new(), body: Body::default() }
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
        Self { status, headers, body: Box::new(body) }
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
