//! Making a call: what has to be there before its first attempt, and what it is sent with.

use std::future::Future;
// Only with OAuth tokens.
use std::ops::ControlFlow;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use super::client::{Client, Core};
use super::refusal::{Progress, Refusal};
use super::security::{ask, choose, held};
use super::{
    attempts::repeat, boxed::BoxFuture, call::Limits, draft::Draft, error::Error,
    info::OperationInfo, outgoing::Outgoing, response::Completed, waiting::within,
};
// Only with OAuth tokens.
use super::renewal;
// Only with streams.
use super::streams::Streams;

/// A call under way: it ends with an answer before its body is read.
type Calling = BoxFuture<'static, Result<Completed, Error>>;

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
    let progress =
        Progress { operation: draft.info.id, attempts: 0, elapsed: Duration::ZERO, sent: false };
    let refused = |refusal: Refusal| Error::from(refusal).after(progress);
    let core = client.core().map_err(refused)?;
    let start = core.transport.now();
    // All attempts have the same key.
    draft.make_key(core, start);
    let draft: Arc<Draft> = Arc::from(draft);
    let mut limits = limits(core, &draft);
    // A request that cannot be sent needs no credential, so that comes first.
    if let Some(refusal) = &draft.refusal {
        return Err(refused(refusal.clone()));
    }
    let chosen = choose(core, &draft).map_err(refused)?;
    // What is held needs no time, and most of a small call's own is that of timers.
    let secrets = match held(&chosen) {
        Some(secrets) => secrets,
        None => within(limits.timeout, &*core.transport, pin!(ask(core, chosen)))
            .await
            .map_err(|error| error.after(progress))?,
    };
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
        draft: matches!(draft.streams, Streams::Unless { .. }).then(|| Arc::clone(&draft)),
    };
    let sent = (outgoing, 0);
    // Only with OAuth tokens.
    let sent = match renewal::refused(core, &draft, &secrets, sent, start).await {
        ControlFlow::Continue(sent) => sent,
        ControlFlow::Break(last) => return last,
    };
    repeat(core, &sent, start).await
}

/// The limits of a call: its own, then those of the client, and the defaults.
fn limits(core: &Core, draft: &Draft) -> Limits {
    let settings = &core.settings;
    let retry = draft.retry.or(settings.retry);
    Limits {
        timeout: draft.timeout.unwrap_or(settings.timeout),
        attempt_timeout: draft.attempt_timeout.unwrap_or(settings.attempt_timeout),
        read_timeout: draft.read_timeout.unwrap_or(settings.read_timeout),
        retry: retry.unwrap_or_default(),
        idempotent: draft.is_idempotent(),
    }
}
