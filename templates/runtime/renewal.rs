//! A call whose token the server refuses: it begins again with another one.

use std::ops::ControlFlow;
use std::pin::pin;
use std::time::Instant;

use http::StatusCode;

use super::attempts::{Begun, repeat};
use super::security::{self, ask, choose};
use super::{
    client::Core, draft::Draft, error::Error, refusal::Progress, response::Completed,
    secrets::Secret, waiting::within_rest,
};

/// Sends a request. Where the server refuses its token, what comes back is the one with which the call begins again, in what is left of
/// its time: the server did nothing.
pub(super) async fn refused(
    core: &Core,
    draft: &Draft,
    secrets: &[Secret],
    mut sent: Begun,
    start: Instant,
) -> ControlFlow<Result<Completed, Error>, Begun> {
    let last = repeat(core, &sent, start).await;
    let is_refused = |error: &&Error| error.status() == Some(StatusCode::UNAUTHORIZED);
    let refusal = last.as_ref().err().filter(is_refused);
    let Some(attempts) = refusal.map(Error::attempts) else {
        return ControlFlow::Break(last);
    };
    let (outgoing, earlier) = &mut sent;
    if !outgoing.request.body.is_rewindable() || !security::forget(core, draft, secrets).await {
        return ControlFlow::Break(last);
    }
    let progress = Progress {
        operation: draft.info.id,
        attempts,
        elapsed: core.transport.now().saturating_duration_since(start),
        sent: true,
    };
    let whole = outgoing.limits.timeout;
    let left = whole.saturating_sub(progress.elapsed);
    let asked = pin!(async { ask(core, choose(core, draft)?).await });
    let request = within_rest(left, whole, &*core.transport, asked)
        .await
        .and_then(|secrets| draft.prepare(core, &secrets).map_err(Error::from));
    match request {
        Ok(request) => {
            (outgoing.request, *earlier) = (request, attempts);
            ControlFlow::Continue(sent)
        }
        Err(error) => ControlFlow::Break(Err(error.after(progress))),
    }
}
