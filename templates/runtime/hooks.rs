//! When hooks are called, and what of a request they may have changed.

use std::borrow::Cow;

use super::hook::{CallContext, Hook};
use super::refusal::{ErrorKind, Progress, Refusal};
use super::{
    boxed::BoxError, client::Core, deviation::Deviation, error::Error, headers, outgoing::Outgoing,
    retry::Attempt, security, transport::HttpRequest,
};

/// What a hook is told of a call that came so far.
pub(super) fn context(outgoing: &Outgoing, progress: Progress) -> CallContext {
    CallContext {
        operation: outgoing.info.id,
        method: outgoing.info.method,
        path: outgoing.info.path,
        attempts: progress.attempts,
        elapsed: progress.elapsed,
    }
}

/// What a hook does with a request.
type Change = fn(&dyn Hook, &CallContext, &mut HttpRequest) -> Result<(), BoxError>;

/// The request as the hooks want it for a call.
pub(super) fn before_call<'o>(
    core: &Core,
    outgoing: &'o Outgoing,
    call: &CallContext,
) -> Result<Cow<'o, Outgoing>, Error> {
    changed(core, outgoing, call, Hook::before_call)
}

/// The request as the hooks want it for an attempt.
pub(super) fn before_attempt<'o>(
    core: &Core,
    outgoing: &'o Outgoing,
    call: &CallContext,
) -> Result<Cow<'o, Outgoing>, Error> {
    changed(core, outgoing, call, Hook::before_attempt)
}

fn changed<'o>(
    core: &Core,
    outgoing: &'o Outgoing,
    call: &CallContext,
    change: Change,
) -> Result<Cow<'o, Outgoing>, Error> {
    if core.settings.hooks.is_empty() {
        return Ok(Cow::Borrowed(outgoing));
    }
    let mut outgoing = outgoing.clone();
    for hook in &core.settings.hooks {
        change(&**hook, call, &mut outgoing.request).map_err(|error| {
            let message = "a hook refused the request";
            Error::from(Refusal::new(ErrorKind::InvalidRequest, message)).with_source(Some(error))
        })?;
    }
    let request = &outgoing.request;
    headers::are_given(&request.headers)?;
    security::may_go(core, request)?;
    Ok(Cow::Owned(outgoing))
}

/// Tells the hooks how an attempt ended.
pub(super) fn after_attempt(core: &Core, call: &CallContext, last: &Attempt<'_>) {
    for hook in &core.settings.hooks {
        hook.after_attempt(call, last);
    }
}

/// Tells the hooks how a call ended.
pub(super) fn after_call(core: &Core, call: &CallContext, last: &Attempt<'_>) {
    for hook in &core.settings.hooks {
        hook.after_call(call, last);
    }
}

/// Tells the hooks how an answer differs from the document.
pub(super) fn deviation(core: &Core, call: &CallContext, deviation: &Deviation) {
    for hook in &core.settings.hooks {
        hook.deviation(call, deviation);
    }
}
