//! The default transport: `reqwest`. No other file mentions it but the builder.

use std::time::Duration;

use bytes::Bytes;
use http::HeaderValue;
use http::header::CONTENT_LENGTH;

use super::operation::Method;
use super::transport::{
    BoxFuture, HttpRequest, HttpResponse, ResponseBody, Transport, TransportError,
};

/// Sends requests with a `reqwest` client.
#[derive(Debug, Clone)]
pub struct ReqwestTransport(reqwest::Client);

impl ReqwestTransport {
    /// A client that leaves redirects, retries and all timeouts but that of connecting to this crate.
    ///
    /// # Errors
    ///
    /// The error of `reqwest` when TLS cannot be set up.
    pub fn new(connect_timeout: Duration) -> Result<Self, reqwest::Error> {
        reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .connect_timeout(connect_timeout)
            .build()
            .map(Self)
    }

    /// A client of the caller's, with its settings. One that follows redirects itself decides what it sends along.
    pub fn with_client(client: reqwest::Client) -> Self {
        Self(client)
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async move {
            let method = request
                .method
                .as_str()
                .parse()
                .map_err(TransportError::not_sent)?;
            let mut outgoing = reqwest::Request::new(method, request.url);
            *outgoing.headers_mut() = request.headers;
            if !request.body.is_empty() {
                *outgoing.body_mut() = Some(request.body.into());
            } else if matches!(request.method, Method::POST | Method::PUT | Method::PATCH) {
                // A method that expects a body says that there is none (RFC 9110, section 8.6); many servers refuse the
                // request otherwise.
                outgoing
                    .headers_mut()
                    .insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
            }
            let mut response = self.0.execute(outgoing).await.map_err(failure)?;
            Ok(HttpResponse {
                status: response.status(),
                headers: std::mem::take(response.headers_mut()),
                body: Box::new(Incoming(response)),
            })
        })
    }
}

struct Incoming(reqwest::Response);

impl ResponseBody for Incoming {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async { self.0.chunk().await.map_err(failure) })
    }
}

/// Sorts an error of `reqwest`, and takes the URL out of it, which may hold a secret.
fn failure(error: reqwest::Error) -> TransportError {
    let timeout = error.is_timeout();
    let never_sent = error.is_connect() || error.is_builder();
    let source = error.without_url();
    let failure = if never_sent {
        TransportError::not_sent(source)
    } else {
        TransportError::interrupted(source)
    };
    if timeout {
        failure.timed_out()
    } else {
        failure
    }
}
