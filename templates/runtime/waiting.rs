//! Waiting for some work, but not longer than a limit.

use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use super::refusal::{ErrorKind, Refusal};
use super::{boxed::BoxFuture, error::Error, transport::Transport};

/// The error of what took too long.
pub(super) fn timeout(limit: Duration) -> Refusal {
    Refusal::new(ErrorKind::Timeout, format!("there was no answer within {limit:?}"))
}

/// Waits for some work, until the time is up. The work stays where it is: a future that is handed on takes its place anew.
pub(super) async fn within<T>(
    limit: Duration,
    transport: &dyn Transport,
    work: Pin<&mut impl Future<Output = Result<T, Error>>>,
) -> Result<T, Error> {
    within_rest(limit, limit, transport, work).await
}

/// The same for what is left of a limit. The error tells the limit: nobody set what was left of it.
pub(super) async fn within_rest<T>(
    left: Duration,
    limit: Duration,
    transport: &dyn Transport,
    mut work: Pin<&mut impl Future<Output = Result<T, Error>>>,
) -> Result<T, Error> {
    let mut timer = timer(left, transport)?;
    poll_fn(|cx| match work.as_mut().poll(cx) {
        Poll::Ready(result) => Poll::Ready(result),
        Poll::Pending => {
            timer.as_mut().poll(cx).map(|()| Err(Error::from(timeout(limit)).sent(true)))
        }
    })
    .await
}

// Only with streams.
/// Waits this long.
pub(super) async fn sleep(time: Duration, transport: &dyn Transport) -> Result<(), Error> {
    timer(time, transport)?.await;
    Ok(())
}

fn timer(time: Duration, transport: &dyn Transport) -> Result<BoxFuture<'static, ()>, Refusal> {
    // Tokio panics where it has no timer.
    let timer = catch_unwind(AssertUnwindSafe(|| transport.sleep(time)));
    timer.map_err(|_| Refusal::new(ErrorKind::Configuration, NO_TIMER))
}

const NO_TIMER: &str = "there is no timer: a call needs a runtime of Tokio with `enable_all`, or a transport whose `sleep` needs none";
