//! What a user does around calls, and around each of their attempts.

use std::borrow::Cow;
use std::time::Duration;

use super::client::Core;
use super::deviation::Deviation;
use super::error::{Error, ErrorKind};
use super::operation::Method;
use super::outgoing::Outgoing;
use super::refusal::{Progress, Refusal};
use super::response::RawResponse;
use super::retry::Attempt;
use super::transport::{BoxError, HttpRequest};
use super::{headers, security};

/// Sees each call and each of its attempts, and may change what is sent.
///
/// Give it to the builder of the client; several are asked in their order. They run between the steps of a call, so they should not
/// wait for anything. An error refuses the request: it is not sent, and the call ends. A call whose token is refused and renewed begins
/// again, with another request, and counts its attempts further.
pub trait Hook: Send + Sync + 'static {
    /// A call begins. What is changed of the request is for all its attempts.
    ///
    /// # Errors
    ///
    /// Whatever is wrong with the request.
    fn before_call(&self, call: &CallContext, request: &mut HttpRequest) -> Result<(), BoxError> {
        let _ = (call, request);
        Ok(())
    }

    /// An attempt begins. What is changed of the request is for this attempt alone.
    ///
    /// # Errors
    ///
    /// Whatever is wrong with the request.
    fn before_attempt(
        &self,
        call: &CallContext,
        request: &mut HttpRequest,
    ) -> Result<(), BoxError> {
        let _ = (call, request);
        Ok(())
    }

    /// An attempt is over.
    fn after_attempt(&self, call: &CallContext, outcome: &Attempt<'_>) {
        let _ = (call, outcome);
    }

    /// A call is over; the outcome is that of its last attempt.
    fn after_call(&self, call: &CallContext, outcome: &Attempt<'_>) {
        let _ = (call, outcome);
    }

    /// The answer of a call, or an item of it, was read and differs from the document.
    ///
    /// It is asked where the client is [`lenient`](super::ClientBuilder::lenient) or tells what is
    /// [`undocumented`](super::ClientBuilder::undocumented).
    fn deviation(&self, call: &CallContext, deviation: &Deviation) {
        let _ = (call, deviation);
    }
}

/// A call, and how far it has come.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct CallContext {
    /// The id of the operation.
    pub operation: &'static str,
    /// The method.
    pub method: Method,
    /// The path template, such as `/users/{user_id}`.
    pub path: &'static str,
    /// How many attempts were begun.
    pub attempts: u32,
    /// The time since the start of the call.
    pub elapsed: Duration,
}

impl CallContext {
    pub(super) fn new(outgoing: &Outgoing, progress: Progress) -> Self {
        Self {
            operation: outgoing.info.id,
            method: outgoing.info.method,
            path: outgoing.info.path,
            attempts: progress.attempts,
            elapsed: progress.elapsed,
        }
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
    changed(core, outgoing, call, |hook, call, request| {
        hook.before_call(call, request)
    })
}

/// The request as the hooks want it for an attempt.
pub(super) fn before_attempt<'o>(
    core: &Core,
    outgoing: &'o Outgoing,
    call: &CallContext,
) -> Result<Cow<'o, Outgoing>, Error> {
    changed(core, outgoing, call, |hook, call, request| {
        hook.before_attempt(call, request)
    })
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
pub(super) fn after_attempt(core: &Core, call: &CallContext, last: &Result<RawResponse, Error>) {
    for hook in &core.settings.hooks {
        hook.after_attempt(call, &Attempt::of(last));
    }
}

/// Tells the hooks how a call ended.
pub(super) fn after_call(core: &Core, call: &CallContext, last: &Result<RawResponse, Error>) {
    for hook in &core.settings.hooks {
        hook.after_call(call, &Attempt::of(last));
    }
}

/// Tells the hooks how an answer differs from the document.
pub(super) fn deviation(core: &Core, call: &CallContext, deviation: &Deviation) {
    for hook in &core.settings.hooks {
        hook.deviation(call, deviation);
    }
}
