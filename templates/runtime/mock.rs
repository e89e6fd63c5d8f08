//! A transport that answers from memory, with a clock of its own, for tests of code that uses the client.

use std::collections::{HashMap, VecDeque};
use std::fmt::{self, Debug, Formatter};
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Poll;
use std::time::{Duration, Instant};

use bytes::Bytes;

use super::mock_reply::{self, MockReply};
use super::transport::{HttpRequest, HttpResponse, Transport};
use super::{
    body::Body, boxed::BoxFuture, mock_request::MockRequest, operation::Operation,
    transport_error::TransportError,
};

/// What the mock answers to an operation, as the examples of the document say.
#[derive(Debug, Clone, Copy)]
pub struct MockAnswer {
    /// The id of the operation.
    pub operation: &'static str,
    /// The status.
    pub status: u16,
    /// The `Content-Type`; empty where there is no body.
    pub content_type: &'static str,
    /// The body.
    pub body: &'static str,
}

/// Answers from memory; clones share what they were told and what they saw.
///
/// Replies for one operation come first, in order, then those for any request, then what always answers an operation, and last the
/// examples. Retries and redirects are requests of their own, so a few replies in a row are the script of a call. Waits take no
/// time: the clock of the mock jumps ahead, and whatever is not ready at once counts as late.
#[derive(Clone)]
pub struct MockTransport {
    answers: &'static [MockAnswer],
    start: Instant,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    replies: VecDeque<MockReply>,
    /// Replies by operation, each for one request.
    once: HashMap<&'static str, VecDeque<MockReply>>,
    /// Replies by operation, for all requests.
    always: HashMap<&'static str, MockReply>,
    requests: Vec<MockRequest>,
    /// How many bodies are still read, during which no time passes.
    reading: u32,
    elapsed: Duration,
}

impl MockTransport {
    /// A mock that answers from a table.
    #[doc(hidden)]
    pub fn new(answers: &'static [MockAnswer]) -> Self {
        Self { answers, start: Instant::now(), state: Arc::default() }
    }

    /// Adds the reply to a request to come.
    pub fn push(&self, reply: MockReply) {
        self.state().replies.push_back(reply);
    }

    /// Adds the reply to a request of an operation to come.
    pub fn on<Op: Operation>(&self, reply: MockReply) {
        let mut state = self.state();
        state.once.entry(Op::INFO.id).or_default().push_back(reply);
    }

    /// Sets the reply to all requests of an operation that have none of their own.
    pub fn always<Op: Operation>(&self, reply: MockReply) {
        self.state().always.insert(Op::INFO.id, reply);
    }

    /// The requests of an operation so far, secrets included.
    pub fn requests_of<Op: Operation>(&self) -> Vec<MockRequest> {
        let state = self.state();
        let requests = state.requests.iter();
        let own = requests.filter(|request| request.operation == Op::INFO.id);
        own.cloned().collect()
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

    /// The reply to a request, and the example of its operation.
    fn reply(&self, request: &MockRequest) -> (Option<MockReply>, Option<MockReply>) {
        let operation = request.operation;
        let mut state = self.state();
        state.requests.push(request.clone());
        let own = state.once.get_mut(operation).and_then(VecDeque::pop_front);
        let reply = own
            .or_else(|| state.replies.pop_front())
            .or_else(|| state.always.get(operation).cloned());
        let mut answers = self.answers.iter();
        let example = answers.find(|answer| answer.operation == operation);
        let example =
            example.map(|answer| MockReply::new(answer.status, answer.content_type, answer.body));
        (reply, example)
    }

    async fn answer(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let request = MockRequest {
            operation: request.operation,
            method: request.method,
            url: request.url,
            headers: request.headers,
            body: self.whole(&request.body).await?,
        };
        let (reply, example) = self.reply(&request);
        // No lock is held here: a function may look at the mock.
        let reply =
            reply.map_or_else(|| example.clone(), |reply| reply.made(&request, example.clone()));
        match reply {
            Some(reply) => reply.answer().await,
            None => Err(mock_reply::none()),
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
