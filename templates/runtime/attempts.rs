//! The attempts of a call: each is sent, followed where it leads, and repeated while that helps.

use std::borrow::Cow;
use std::pin::pin;
use std::time::{Instant, SystemTime};

use super::call::{Action, Call, Event};
use super::error::{Error, broken};
use super::refusal::{ErrorKind, Progress, Refusal};
use super::retry::{Attempt, RetryConfig};
use super::waiting::{timeout, within_rest};
use super::{
    client::Core, collected::collect, hooks, incoming::Incoming, outgoing::Outgoing,
    random::jitter, redirects, response::Completed, retry_after::retry_after, traceparent,
    transport::HttpResponse, watch::Watch,
};

/// A request, and how many attempts of its call the server refused before.
pub(super) type Begun = (Outgoing, u32);

/// Sends a request until there is an answer that is final.
pub(super) async fn repeat(
    core: &Core,
    (outgoing, earlier): &Begun,
    start: Instant,
) -> Result<Completed, Error> {
    let limits = &outgoing.limits;
    let elapsed = || core.transport.now().saturating_duration_since(start);
    let mut call = Call::new(limits, &core.budget);
    let mut event = Event::Start;
    let reached = |call: &Call<'_>| Progress {
        operation: outgoing.info.id,
        attempts: earlier + call.attempts(),
        elapsed: elapsed(),
        sent: *earlier > 0 || call.was_sent(),
    };
    let trace = traceparent::trace(core, start);
    let around = |call: &Call<'_>| hooks::context(outgoing, reached(call));
    let for_call = hooks::before_call(core, outgoing, &around(&call));
    let for_call = for_call.map_err(|error| error.after(reached(&call)))?;
    let mut last = None;
    loop {
        match call.next(event, elapsed(), jitter()) {
            Action::Attempt { timeout: left } => {
                let is_last = left < limits.attempt_timeout;
                let limit = if is_last { limits.timeout } else { left };
                let ended = match hooks::before_attempt(core, &for_call, &around(&call)) {
                    Ok(changed) => {
                        let changed = traceparent::joined(changed, trace, start);
                        let sending = pin!(attempt(core, &changed));
                        #[cfg(feature = "tracing")]
                        let sending =
                            pin!(super::trace::attempt(sending, &changed, reached(&call).attempts));
                        within_rest(left, limit, &*core.transport, sending).await
                    }
                    Err(error) => Err(error),
                };
                hooks::after_attempt(core, &around(&call), &seen(&ended));
                event = outcome(&ended, &limits.retry);
                last = Some(ended);
            }
            Action::Wait(wait) => {
                #[cfg(feature = "tracing")]
                super::trace::retry(reached(&call).attempts, wait, event);
                core.transport.sleep(wait).await;
                event = Event::Waited;
            }
            Action::Done => break,
        }
    }
    let last = last.unwrap_or_else(|| Err(Error::from(timeout(limits.timeout))));
    hooks::after_call(core, &around(&call), &seen(&last));
    let progress = reached(&call);
    let result = finish(last, core, outgoing, progress);
    #[cfg(feature = "tracing")]
    super::trace::finished(
        result.as_ref().map(|completed| completed.incoming.status()),
        progress.attempts,
    );
    result
}

/// Turns the last attempt into the result of the call.
fn finish(
    last: Result<Incoming, Error>,
    core: &Core,
    outgoing: &Outgoing,
    progress: Progress,
) -> Result<Completed, Error> {
    let mut incoming = last.map_err(|error| error.after(progress))?;
    if outgoing.is_answered_by(incoming.raw.status) {
        incoming.watch = Watch::of(core, outgoing, progress);
        return Ok(Completed {
            operation: progress.operation,
            incoming,
            attempts: progress.attempts,
            elapsed: progress.elapsed,
        });
    }
    let refusal = if incoming.raw.status.is_redirection() {
        redirects::refusal(&incoming)
    } else if incoming.raw.is_empty() {
        Refusal::new(ErrorKind::Status, "the answer has no body")
    } else {
        Refusal::new(ErrorKind::Status, "the body does not say why")
    };
    let wait = retry_after(&incoming.raw.headers, SystemTime::now());
    Err(Error::from(refusal)
        .with_response(Some(incoming.raw))
        .with_retry_after(wait)
        .after(progress))
}

/// Sends the request once, follows redirects, and reads the whole answer.
async fn attempt(core: &Core, outgoing: &Outgoing) -> Result<Incoming, Error> {
    let mut outgoing = Cow::Borrowed(outgoing);
    for _ in 0..redirects::MOST {
        let response = exchange(core, &outgoing).await?;
        if !redirects::is_followed(&outgoing, response.status) {
            return collect(response, core, &outgoing).await;
        }
        match redirects::unasked(&outgoing, response.status, &response.headers) {
            Ok(next) => outgoing.to_mut().request = next,
            Err(_) => return collect(response, core, &outgoing).await,
        }
    }
    let response = exchange(core, &outgoing).await?;
    collect(response, core, &outgoing).await
}

async fn exchange(core: &Core, outgoing: &Outgoing) -> Result<HttpResponse, Error> {
    let answer = core.transport.send(outgoing.request.clone()).await;
    answer.map_err(|error| broken(error, false))
}

/// What an attempt means for the rest of the call.
fn outcome(last: &Result<Incoming, Error>, retry: &RetryConfig) -> Event {
    let said = retry.classify(&seen(last));
    match last {
        Ok(incoming) => Event::Answered {
            status: incoming.status(),
            retry_after: retry_after(&incoming.raw.headers, SystemTime::now()),
            again: said,
        },
        Err(error) => {
            Event::Failed { sent: error.was_sent(), again: said.unwrap_or(!error.is_final()) }
        }
    }
}

/// What those see of an attempt who are told of it.
fn seen(last: &Result<Incoming, Error>) -> Attempt<'_> {
    Attempt::of(last.as_ref().map(|incoming| &incoming.raw))
}
