//! A transport that answers from memory, with a clock of its own, for tests of code that uses the client.

use std::collections::VecDeque;
use std::fmt::{self, Debug, Formatter};
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Poll;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use url::Url;

use super::body::Body;
use super::codec::Encode;
use super::headers;
use super::json_writer::JsonWriter;
use super::operation::Method;
use super::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};

/// What the mock answers to an operation, as the examples of the document say.
#[derive(Debug, Clone, Copy)]
pub struct MockAnswer {
    /// The id of the operation.
    pub operation: &'static str,
    /// The status.
    pub status: u16,
    /// The `Content-Type`.
    pub content_type: &'static str,
    /// The body.
    pub body: &'static str,
}

/// Answers from memory; clones share what they were told and what they saw.
///
/// Replies that were pushed come first, in order, then those of the table. Waits take no time: the clock of the mock
/// jumps ahead, and whatever is not ready at once counts as late.
#[derive(Clone)]
pub struct MockTransport {
    answers: &'static [MockAnswer],
    start: Instant,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    replies: VecDeque<MockReply>,
    requests: Vec<MockRequest>,
    /// How many bodies are still read, during which no time passes.
    reading: u32,
    elapsed: Duration,
}

/// A request that came to the mock.
#[derive(Clone)]
#[non_exhaustive]
pub struct MockRequest {
    /// The id of the operation.
    pub operation: &'static str,
    /// The method.
    pub method: Method,
    /// The whole URL.
    pub url: Url,
    /// The headers, credentials included.
    pub headers: HeaderMap,
    /// The whole body; empty if there was none.
    pub body: Bytes,
}

/// Shows neither values of headers, nor the query, nor the body: each may hold a secret.
impl Debug for MockRequest {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("MockRequest")
            .field("operation", &self.operation)
            .field("method", &self.method.as_str())
            .field("path", &self.url.path())
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

/// What the mock does with one request.
#[derive(Debug, Clone)]
pub struct MockReply(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Answer {
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
    },
    Refuse,
    Interrupt,
    Ignore,
}

impl MockReply {
    /// An answer with a status, a `Content-Type` and a body. A status that cannot be becomes 500.
    pub fn new(status: u16, content_type: &str, body: impl Into<Bytes>) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self(Kind::Answer {
            status,
            headers: HeaderMap::new(),
            body: body.into(),
        })
        .header(CONTENT_TYPE.as_str(), content_type)
    }

    /// An answer with a JSON body.
    pub fn json(status: u16, body: impl Into<Bytes>) -> Self {
        Self::new(status, "application/json", body)
    }

    /// An answer with a model as its JSON body.
    pub fn model(status: u16, body: &(impl Encode + ?Sized)) -> Self {
        Self::json(status, JsonWriter::write(body, false))
    }

    /// No connection: the request is not sent.
    pub fn refuse() -> Self {
        Self(Kind::Refuse)
    }

    /// A connection that breaks after the request was sent.
    pub fn interrupt() -> Self {
        Self(Kind::Interrupt)
    }

    /// No answer, until the time of the attempt is up.
    pub fn ignore() -> Self {
        Self(Kind::Ignore)
    }

    /// Adds a header to an answer; one that cannot be is left out.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Kind::Answer { headers, .. } = &mut self.0 {
            let _: Result<(), _> = headers::set(headers, name, value);
        }
        self
    }
}

impl MockTransport {
    /// A mock that answers from a table.
    #[doc(hidden)]
    pub fn new(answers: &'static [MockAnswer]) -> Self {
        Self {
            answers,
            start: Instant::now(),
            state: Arc::default(),
        }
    }

    /// Adds the reply to a request to come.
    pub fn push(&self, reply: MockReply) {
        self.state().replies.push_back(reply);
    }

    /// All requests so far, secrets included.
    pub fn requests(&self) -> Vec<MockRequest> {
        self.state().requests.clone()
    }

    /// How far the clock of the mock has gone.
    pub fn elapsed(&self) -> Duration {
        self.state().elapsed
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn reply(&self, request: MockRequest) -> Option<MockReply> {
        let operation = request.operation;
        let mut state = self.state();
        state.requests.push(request);
        state.replies.pop_front().or_else(|| {
            let answer = self
                .answers
                .iter()
                .find(|answer| answer.operation == operation)?;
            Some(MockReply::new(
                answer.status,
                answer.content_type,
                answer.body,
            ))
        })
    }

    async fn answer(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let operation = request.operation;
        let request = MockRequest {
            operation,
            method: request.method,
            url: request.url,
            headers: request.headers,
            body: self.whole(&request.body).await?,
        };
        match self.reply(request).map(|reply| reply.0) {
            Some(Kind::Answer {
                status,
                headers,
                body,
            }) => Ok(HttpResponse::new(status, headers, body)),
            Some(Kind::Refuse) => Err(TransportError::not_sent("the mock refuses the connection")),
            Some(Kind::Interrupt) => Err(TransportError::interrupted(
                "the mock breaks the connection",
            )),
            Some(Kind::Ignore) => std::future::pending().await,
            None => Err(TransportError::not_sent(format!(
                "the mock has no answer for {operation}"
            ))),
        }
    }

    /// All bytes of a body.
    async fn whole(&self, body: &Body) -> Result<Bytes, TransportError> {
        if let Some(bytes) = body.as_bytes() {
            return Ok(bytes.clone());
        }
        self.state().reading += 1;
        let all = body.collect().await;
        self.state().reading -= 1;
        all
    }
}

impl Debug for MockTransport {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("MockTransport")
            .field("requests", &state.requests)
            .field("elapsed", &state.elapsed)
            .finish_non_exhaustive()
    }
}

impl Transport for MockTransport {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(self.answer(request))
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        let mock = self.clone();
        Box::pin(poll_fn(move |_| {
            let mut state = mock.state();
            if state.reading > 0 {
                // Whoever reads wakes the call.
                return Poll::Pending;
            }
            state.elapsed += time;
            Poll::Ready(())
        }))
    }

    fn now(&self) -> Instant {
        self.start + self.elapsed()
    }
}
