//! Spans and events of calls, for `tracing`. They hold no values of the request or the answer.

use std::future::Future;
use std::time::Duration;

use tracing::field::Empty;
use tracing::instrument::{Instrument, Instrumented};

use super::call::Event;
use super::error::Error;
use super::operation::OperationInfo;
use super::response::Completed;

/// Puts a call in a span.
pub(super) fn in_span<F: Future>(call: F, info: &OperationInfo) -> Instrumented<F> {
    call.instrument(tracing::info_span!(
        "call",
        operation = info.id,
        method = info.method.as_str(),
        path = info.path,
        status = Empty,
        attempts = Empty,
    ))
}

/// Tells of a retry.
pub(super) fn retry(attempts: u32, wait: Duration, event: Event) {
    tracing::debug!(attempts, ?wait, ?event, "the call is tried again");
}

/// Completes the span of a call.
pub(super) fn finished(result: &Result<Completed, Error>, attempts: u32) {
    let status = match result {
        Ok(completed) => Some(completed.response.status),
        Err(error) => error.status(),
    };
    let span = tracing::Span::current();
    span.record("attempts", attempts);
    if let Some(status) = status {
        span.record("status", status.as_u16());
    }
}
