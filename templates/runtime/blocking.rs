//! Calls without `async`: one background thread makes them, and the caller waits.

use std::future::Future;
// Only with streams or pages.
use std::future::poll_fn;
use std::pin::pin;
use std::sync::OnceLock;
use std::sync::mpsc::sync_channel;
// Only with streams or pages.
use std::task::Poll;
use std::task::{Context, Waker};
use std::thread;

use bytes::Bytes;
use tokio::runtime::{Builder, Handle};
use tokio::task::coop::consume_budget;

use super::refusal::{ErrorKind, Refusal};
use super::{
    boxed::BoxFuture, error::Error, operation::Operation, redirect::Redirect, request::Request,
    response::Response, sending::Sending,
};

impl<Op, Answer: Operation> Request<'_, Op, Answer> {
    /// Sends the request and waits for the value.
    ///
    /// # Errors
    /// Any [`Error`]; also in a task of a Tokio runtime, which must not wait: await the request there, or call this within
    /// `spawn_blocking` or `block_in_place`.
    pub fn call(self) -> Result<Answer::Output, Error> {
        self.send_blocking().map(Response::into_inner)
    }

    /// Sends the request and waits for the value with status and headers.
    ///
    /// # Errors
    /// As [`call`](Self::call).
    pub fn send_blocking(self) -> Result<Response<Answer::Output>, Error> {
        self.send().wait()
    }

    /// Sends the request and waits for the body as it comes, as [`send_raw`](Self::send_raw) does.
    ///
    /// # Errors
    /// As [`call`](Self::call).
    pub fn send_raw_blocking(self) -> Result<Response<Bytes>, Error> {
        self.send_raw().wait()
    }
}

impl<T> Redirect<T> {
    /// Waits for what the answer leads to, as [`follow`](Self::follow) gives it.
    ///
    /// # Errors
    /// As [`follow`](Self::follow); also in a task of a Tokio runtime, which must not wait.
    pub fn follow_blocking(&self) -> Result<Response<Bytes>, Error> {
        self.follow().wait()
    }
}

impl<T> Sending<T> {
    /// Waits for the end of the call.
    fn wait(self) -> Result<Response<T>, Error> {
        let (call, read) = self.into_parts();
        wait(call)?.read(read)
    }
}

// Only with streams or pages.
/// Looks for the next item.
type Next<S, T> = fn(&mut S, &mut Context<'_>) -> Poll<Option<Result<T, Error>>>;

// Only with streams or pages.
/// Items that come one after the other, each of which is waited for.
#[derive(Debug)]
pub(super) struct Waiting<S>(Option<S>);

// Only with streams or pages.
impl<S: Send + 'static> Waiting<S> {
    pub(super) fn new(items: S) -> Self {
        Self(Some(items))
    }

    /// Waits for the next item. After an error of the wait itself there is none.
    pub(super) fn step<T: Send + 'static>(&mut self, poll: Next<S, T>) -> Option<Result<T, Error>> {
        let mut items = self.0.take()?;
        let step = async move {
            let item = poll_fn(|cx| poll(&mut items, cx)).await;
            Ok((items, item))
        };
        match wait(Box::pin(step)) {
            Ok((items, item)) => {
                self.0 = item.is_some().then_some(items);
                item
            }
            Err(error) => Some(Err(error)),
        }
    }
}

/// Waits for a call that runs on the background thread.
fn wait<T: Send + 'static>(call: BoxFuture<'static, Result<T, Error>>) -> Result<T, Error> {
    if is_polled() {
        return Err(
            refusal("the tasks of a Tokio runtime on this thread would stall: await the request instead, or call it in `spawn_blocking`")
                .into(),
        );
    }
    let (sender, receiver) = sync_channel(1);
    runtime()?.spawn(async move { sender.send(call.await) });
    receiver.recv().unwrap_or_else(|_| Err(refusal("the background thread is gone").into()))
}

/// Whether a task of Tokio waits for this thread to go on.
///
/// Tokio has no question for it. But whatever a runtime polls has a budget, so that it lets others go on after some steps, and
/// what may block (`spawn_blocking`, `block_in_place`, a thread that only entered a runtime) has none.
fn is_polled() -> bool {
    let mut context = Context::from_waker(Waker::noop());
    // A budget is counted in a byte.
    Handle::try_current().is_ok()
        && (0..=u8::MAX).any(|_| pin!(consume_budget()).poll(&mut context).is_pending())
}

/// The runtime of the background thread, begun by the first call.
///
/// A thread of its own keeps idle connections alive, and lets them be closed, between the calls.
fn runtime() -> Result<&'static Handle, Refusal> {
    static RUNTIME: OnceLock<Result<Handle, Refusal>> = OnceLock::new();
    let begin = || {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let handle = runtime.handle().clone();
        thread::Builder::new()
            .name("sdk-calls".to_owned())
            .spawn(move || runtime.block_on(std::future::pending::<()>()))?;
        Ok(handle)
    };
    RUNTIME
        .get_or_init(|| {
            begin()
                .map_err(|error: std::io::Error| refusal(&format!("no background thread: {error}")))
        })
        .as_ref()
        .map_err(Clone::clone)
}

fn refusal(message: &str) -> Refusal {
    Refusal::new(ErrorKind::Configuration, message.to_owned())
}
