//! Making a call: the one place where time passes. It drives the state machine of `call` over a transport.

use std::collections::hash_map::RandomState;
use std::future::poll_fn;
use std::hash::BuildHasher;
use std::pin::pin;
use std::task::Poll;
use std::time::{Duration, SystemTime};

use http::StatusCode;
use http::header::LOCATION;
use url::Url;

use super::call::{Action, Call, Event};
use super::client::{Client, Core};
use super::draft::{Draft, Secret};
use super::error::{Error, ErrorKind};
use super::operation::{Method, OperationInfo};
use super::refusal::{Progress, Refusal};
use super::response::{Completed, RawResponse};
use super::retry_after::retry_after;
use super::security;
use super::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};

/// How many redirects in a row are followed.
const MAX_REDIRECTS: u32 = 5;

/// Begins a call. Nothing happens until it is polled; dropping it ends it at any point.
pub(super) fn start(
    client: Client,
    draft: Box<Draft>,
) -> BoxFuture<'static, Result<Completed, Error>> {
    #[cfg(feature = "tracing")]
    let info = draft.info;
    let call = run(client, draft);
    #[cfg(feature = "tracing")]
    let call = super::trace::in_span(call, info);
    Box::pin(call)
}

async fn run(client: Client, draft: Box<Draft>) -> Result<Completed, Error> {
    let operation = draft.info.id;
    let progress = Progress {
        operation,
        attempts: 0,
        elapsed: Duration::ZERO,
        sent: false,
    };
    let refused = |refusal: Refusal| Error::from(refusal).after(progress);
    let core = client.core().map_err(refused)?;
    let start = core.transport.now();
    let elapsed = || core.transport.now().saturating_duration_since(start);
    let limits = core.limits(&draft);
    // A request that cannot be sent needs no credential, so that comes first.
    if let Some(refusal) = &draft.refusal {
        return Err(refused(refusal.clone()));
    }
    let out_of_time = || Error::from(timeout(limits.timeout));
    let secrets = within(limits.timeout, &*core.transport, ask(core, draft.info))
        .await
        .unwrap_or_else(|| Err(out_of_time()))
        .map_err(|error| error.after(progress))?;
    let request = draft.prepare(core, &secrets).map_err(refused)?;

    let mut call = Call::new(limits, &core.budget);
    let mut event = Event::Start;
    let mut last = Err(out_of_time());
    loop {
        match call.next(event, elapsed(), jitter()) {
            Action::Attempt { timeout: limit } => {
                last = within(limit, &*core.transport, attempt(core, request.clone()))
                    .await
                    .unwrap_or_else(|| Err(Error::from(timeout(limit)).sent(true)));
                event = outcome(&last);
            }
            Action::Wait(wait) => {
                #[cfg(feature = "tracing")]
                super::trace::retry(call.attempts(), wait, event);
                core.transport.sleep(wait).await;
                event = Event::Waited;
            }
            Action::Done => break,
        }
    }
    let progress = Progress {
        operation,
        attempts: call.attempts(),
        elapsed: elapsed(),
        sent: call.was_sent(),
    };
    let result = finish(last, progress);
    #[cfg(feature = "tracing")]
    super::trace::finished(&result, progress.attempts);
    result
}

/// Turns the last attempt into the result of the call.
fn finish(last: Result<RawResponse, Error>, progress: Progress) -> Result<Completed, Error> {
    let Progress {
        operation,
        attempts,
        elapsed,
        ..
    } = progress;
    let response = last.map_err(|error| error.after(progress))?;
    if response.status.is_success() {
        return Ok(Completed {
            operation,
            response,
            attempts,
            elapsed,
        });
    }
    let message = if response.status.is_redirection() {
        "the redirect was not followed"
    } else {
        "the body does not say why"
    };
    let wait = retry_after(&response.headers, SystemTime::now());
    let error = Error::from(Refusal::new(ErrorKind::Status, message));
    Err(error
        .with_response(Some(response))
        .with_retry_after(wait)
        .after(progress))
}

/// Gets the credentials that the operation needs.
async fn ask(core: &Core, info: &OperationInfo) -> Result<Vec<Secret>, Error> {
    let mut secrets = Vec::new();
    for (scheme, credential) in security::choose(info, &core.credentials)? {
        let secret = credential.get().await.map_err(|error| {
            let message = format!("there is no credential for {}", scheme.name);
            Error::from(Refusal::new(ErrorKind::Credential, message)).with_source(Some(error))
        })?;
        secrets.push((scheme.kind, Some(secret)));
    }
    Ok(secrets)
}

/// Sends the request once, follows redirects within the same server, and reads the whole answer.
async fn attempt(core: &Core, mut request: HttpRequest) -> Result<RawResponse, Error> {
    let mut redirects = 0;
    loop {
        let response = core
            .transport
            .send(request.clone())
            .await
            .map_err(|error| broken(error, None))?;
        match redirect(&request, &response) {
            Some(url) if redirects < MAX_REDIRECTS => request.url = url,
            _ => return collect(response, core.max_response_bytes).await,
        }
        redirects += 1;
    }
}

/// Where a redirect leads, if it may be followed.
///
/// Only safe methods, and only to the same origin: another one must see neither credentials nor anything else.
fn redirect(request: &HttpRequest, response: &HttpResponse) -> Option<Url> {
    let moved = matches!(response.status.as_u16(), 301 | 302 | 303 | 307 | 308);
    let safe = matches!(request.method, Method::GET | Method::HEAD);
    let location = response.headers.get(LOCATION).filter(|_| moved && safe)?;
    let url = request.url.join(location.to_str().ok()?).ok()?;
    (url.origin() == request.url.origin()).then_some(url)
}

/// Reads a body up to a limit.
async fn collect(mut response: HttpResponse, limit: usize) -> Result<RawResponse, Error> {
    let mut body = Vec::new();
    let end = loop {
        match response.body.chunk().await {
            Ok(None) => break Ok(()),
            Ok(Some(chunk)) if chunk.len() > limit - body.len() => {
                let message = format!("the body is larger than {limit} bytes");
                break Err(Error::from(Refusal::new(ErrorKind::TooLarge, message)).sent(true));
            }
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Err(error) => break Err(broken(error, Some(response.status))),
        }
    };
    let response = RawResponse {
        status: response.status,
        headers: response.headers,
        body: body.into(),
    };
    match end {
        Ok(()) => Ok(response),
        Err(error) => Err(error.with_response(Some(response))),
    }
}

/// What an attempt means for the rest of the call.
fn outcome(last: &Result<RawResponse, Error>) -> Event {
    match last {
        Ok(response) => Event::Answered {
            status: response.status.as_u16(),
            retry_after: retry_after(&response.headers, SystemTime::now()),
        },
        // The server has done its work; asking again would give the same body.
        Err(error) if error.kind() == ErrorKind::TooLarge => Event::Answered {
            status: error.status().map_or(200, |status| status.as_u16()),
            retry_after: None,
        },
        Err(error) => Event::Failed {
            sent: error.was_sent(),
        },
    }
}

/// Makes an error of a transport one of this crate. A status means that the answer had begun.
fn broken(error: TransportError, status: Option<StatusCode>) -> Error {
    let (timeout, sent) = (error.is_timeout(), error.was_sent() || status.is_some());
    let kind = if timeout {
        ErrorKind::Timeout
    } else {
        ErrorKind::Connection
    };
    let message = match (status, sent) {
        (Some(_), _) => "the connection failed before the end of the answer",
        (None, true) => "the connection failed, perhaps after the request was received",
        (None, false) => "there is no connection to the server",
    };
    Error::from(Refusal::new(kind, message))
        .sent(sent)
        .with_source(Some(error.into_source()))
}

fn timeout(limit: Duration) -> Refusal {
    Refusal::new(
        ErrorKind::Timeout,
        format!("there was no answer within {limit:?}"),
    )
}

/// Waits for some work, or gives `None` when the time is up.
async fn within<T>(
    limit: Duration,
    transport: &dyn Transport,
    work: impl Future<Output = T>,
) -> Option<T> {
    let mut work = pin!(work);
    let mut timer = transport.sleep(limit);
    poll_fn(|cx| match work.as_mut().poll(cx) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => timer.as_mut().poll(cx).map(|()| None),
    })
    .await
}

/// A number from 0 to 1. The keys of the standard library's hashes are random enough to spread retries.
fn jitter() -> f64 {
    let random = u32::try_from(RandomState::new().hash_one(()) >> 32).unwrap_or_default();
    f64::from(random) / f64::from(u32::MAX)
}
