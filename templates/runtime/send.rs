//! Making a call: the one place where time passes. It drives the state machine of `call` over a transport.

use std::borrow::Cow;
use std::future::Future;
// Only with OAuth tokens.
use std::ops::ControlFlow;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use super::call::{Action, Call, Event};
use super::client::{Client, Core};
use super::collected::collect;
use super::deviation::Watch;
use super::draft::{Draft, Secret};
use super::error::{Error, ErrorKind};
use super::hooks::CallContext;
use super::operation::OperationInfo;
use super::outgoing::Outgoing;
// Only with streams.
use super::outgoing::Streams;
use super::random::jitter;
use super::refusal::{Progress, Refusal};
use super::response::{Completed, RawResponse};
use super::retry::RetryConfig;
use super::retry_after::retry_after;
use super::transport::{BoxFuture, HttpResponse, TransportError};
use super::waiting::{timeout, within, within_rest};
// Only with OAuth tokens.
use super::renewal;
use super::{hooks, redirect, security, traceparent};

/// A call under way: it ends with an answer before its body is read.
type Calling = BoxFuture<'static, Result<Completed, Error>>;

/// A request, and how many attempts of its call the server refused before.
pub(super) type Sent = (Outgoing, u32);

/// Begins a call. Nothing happens until it is polled; dropping it ends it at any point.
pub(super) fn start(client: Client, draft: Box<Draft>) -> Calling {
    let info = draft.info;
    traced(run(client, draft), info)
}

/// Begins a call with a request that follows from an answer.
pub(super) fn again(outgoing: Result<Outgoing, Error>) -> Calling {
    let outgoing = match outgoing {
        Ok(outgoing) => outgoing,
        Err(error) => return Box::pin(std::future::ready(Err(error))),
    };
    let info = outgoing.info;
    let call = async move {
        let client = outgoing.client.clone();
        let core = client.core().map_err(Error::from)?;
        repeat(core, &(outgoing, 0), core.transport.now()).await
    };
    traced(call, info)
}

/// Puts a call into its span.
fn traced(
    call: impl Future<Output = Result<Completed, Error>> + Send + 'static,
    info: &'static OperationInfo,
) -> Calling {
    #[cfg(feature = "tracing")]
    let call = super::trace::in_span(call, info);
    #[cfg(not(feature = "tracing"))]
    let _ = info;
    Box::pin(call)
}

async fn run(client: Client, mut draft: Box<Draft>) -> Result<Completed, Error> {
    let progress = Progress {
        operation: draft.info.id,
        attempts: 0,
        elapsed: Duration::ZERO,
        sent: false,
    };
    let refused = |refusal: Refusal| Error::from(refusal).after(progress);
    let core = client.core().map_err(refused)?;
    let start = core.transport.now();
    // All attempts have the same key.
    draft.make_key(core, start);
    let draft: Arc<Draft> = Arc::from(draft);
    let mut limits = core.limits(&draft);
    // A request that cannot be sent needs no credential, so that comes first.
    if let Some(refusal) = &draft.refusal {
        return Err(refused(refusal.clone()));
    }
    let secrets = within(limits.timeout, &*core.transport, pin!(ask(core, &draft)))
        .await
        .map_err(|error| error.after(progress))?;
    let request = draft.prepare(core, &secrets).map_err(refused)?;
    if !request.body.is_rewindable() {
        limits.retry = limits.retry.max_retries(0);
    }
    let outgoing = Outgoing {
        request,
        streams: draft.streams,
        // Only with pages.
        is_page: draft.is_page,
        gives_redirects: draft.info.gives_redirects,
        info: draft.info,
        client: client.clone(),
        limits,
        // Only with streams.
        draft: matches!(draft.streams, Streams::Unless(_)).then(|| Arc::clone(&draft)),
    };
    let sent = (outgoing, 0);
    // Only with OAuth tokens.
    let sent = match renewal::refused(core, &draft, &secrets, sent, start).await {
        ControlFlow::Continue(sent) => sent,
        ControlFlow::Break(last) => return last,
    };
    repeat(core, &sent, start).await
}

/// Sends a request until there is an answer that is final.
pub(super) async fn repeat(
    core: &Core,
    (outgoing, earlier): &Sent,
    start: Instant,
) -> Result<Completed, Error> {
    let limits = outgoing.limits;
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
    let around = |call: &Call<'_>| CallContext::new(outgoing, reached(call));
    let for_call = hooks::before_call(core, outgoing, &around(&call));
    let for_call = for_call.map_err(|error| error.after(reached(&call)))?;
    let mut last = Err(Error::from(timeout(limits.timeout)));
    loop {
        match call.next(event, elapsed(), jitter()) {
            Action::Attempt { timeout: left } => {
                let is_last = left < limits.attempt_timeout;
                let limit = if is_last { limits.timeout } else { left };
                last = match hooks::before_attempt(core, &for_call, &around(&call)) {
                    Ok(changed) => {
                        let changed = traceparent::joined(changed, trace, start);
                        let sending = pin!(attempt(core, &changed));
                        #[cfg(feature = "tracing")]
                        let sending = pin!(super::trace::attempt(
                            sending,
                            &changed,
                            reached(&call).attempts
                        ));
                        within_rest(left, limit, &*core.transport, sending).await
                    }
                    Err(error) => Err(error),
                };
                hooks::after_attempt(core, &around(&call), &last);
                event = outcome(&last, &limits.retry);
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
    hooks::after_call(core, &around(&call), &last);
    let progress = reached(&call);
    let result = finish(last, core, outgoing, progress);
    #[cfg(feature = "tracing")]
    super::trace::finished(&result, progress.attempts);
    result
}

/// Turns the last attempt into the result of the call.
fn finish(
    last: Result<RawResponse, Error>,
    core: &Core,
    outgoing: &Outgoing,
    progress: Progress,
) -> Result<Completed, Error> {
    let mut response = last.map_err(|error| error.after(progress))?;
    if outgoing.is_answered_by(response.status) {
        response.watch = Watch::of(core, outgoing, progress);
        return Ok(Completed {
            operation: progress.operation,
            response,
            attempts: progress.attempts,
            elapsed: progress.elapsed,
        });
    }
    let refusal = if response.status.is_redirection() {
        redirect::refusal(&response)
    } else if response.is_empty() {
        Refusal::new(ErrorKind::Status, "the answer has no body")
    } else {
        Refusal::new(ErrorKind::Status, "the body does not say why")
    };
    let wait = retry_after(&response.headers, SystemTime::now());
    Err(Error::from(refusal)
        .with_response(Some(response))
        .with_retry_after(wait)
        .after(progress))
}

/// Gets the credentials that the operation needs.
pub(super) async fn ask(core: &Core, draft: &Draft) -> Result<Vec<Secret>, Error> {
    let mut secrets = Vec::new();
    for (scheme, credential) in security::choose(core, draft)? {
        let secret = credential.get(core).await.map_err(|error| {
            let message = format!("there is no credential for {}", scheme.name);
            Error::from(Refusal::new(ErrorKind::Credential, message)).with_source(Some(error))
        })?;
        secrets.push((scheme.kind, Some(secret)));
    }
    Ok(secrets)
}

/// Sends the request once, follows redirects, and reads the whole answer.
async fn attempt(core: &Core, outgoing: &Outgoing) -> Result<RawResponse, Error> {
    let mut outgoing = Cow::Borrowed(outgoing);
    for _ in 0..redirect::MOST {
        let response = exchange(core, &outgoing).await?;
        if !redirect::is_followed(&outgoing, response.status) {
            return collect(response, core, &outgoing).await;
        }
        match redirect::unasked(&outgoing, response.status, &response.headers) {
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
fn outcome(last: &Result<RawResponse, Error>, retry: &RetryConfig) -> Event {
    let said = retry.classify(last);
    match last {
        Ok(response) => Event::Answered {
            status: response.status.as_u16(),
            retry_after: retry_after(&response.headers, SystemTime::now()),
            again: said,
        },
        Err(error) => Event::Failed {
            sent: error.was_sent(),
            again: said.unwrap_or(!error.is_final()),
        },
    }
}

/// Makes an error of a transport one of this crate, of an answer that had begun or had not.
pub(super) fn broken(mut error: TransportError, begun: bool) -> Error {
    if let Some(refusal) = error.refusal.take() {
        return refusal.into();
    }
    let (timeout, sent) = (error.is_timeout(), error.was_sent() || begun);
    let is_final = error.is_final();
    let kind = if timeout {
        ErrorKind::Timeout
    } else {
        ErrorKind::Connection
    };
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
