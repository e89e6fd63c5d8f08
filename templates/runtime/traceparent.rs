//! The header by which servers join the trace of a call.
//!
//! Source: [Trace Context](https://www.w3.org/TR/trace-context/#traceparent-header).

use std::borrow::Cow;
use std::time::Instant;

use http::HeaderValue;

use super::{client::Core, outgoing::Outgoing, random};

/// The name of the header.
pub(super) const TRACEPARENT: &str = "traceparent";

/// The id of a call as a trace, where the client sends one.
pub(super) fn trace(core: &Core, now: Instant) -> Option<u128> {
    core.settings.sends_traceparent.then(|| random::bits(now) | 1)
}

/// The request of an attempt, which is a span of its own. A header that is there stands.
pub(super) fn joined(
    outgoing: Cow<'_, Outgoing>,
    trace: Option<u128>,
    now: Instant,
) -> Cow<'_, Outgoing> {
    let is_set = outgoing.request.headers.contains_key(TRACEPARENT);
    let Some(trace) = trace.filter(|_| !is_set) else {
        return outgoing;
    };
    // Neither id is zero.
    let span = random::half(now) | 1;
    let text = format!("00-{trace:032x}-{span:016x}-01");
    let mut outgoing = outgoing.into_owned();
    if let Ok(value) = HeaderValue::try_from(text) {
        outgoing.request.headers.insert(TRACEPARENT, value);
    }
    Cow::Owned(outgoing)
}
