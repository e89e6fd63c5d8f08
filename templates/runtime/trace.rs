//! Spans and events of calls, for `tracing`, with OpenTelemetry's names of HTTP clients. They never hold a body, of headers and of the
//! query only what the client says by name, and of the URL else the server and the template of the path.
//!
//! Source: [HTTP spans](https://opentelemetry.io/docs/specs/semconv/http/http-spans/).

use std::future::Future;
use std::time::Duration;

use tracing::field::Empty;
use tracing::instrument::{Instrument, Instrumented};

use super::{
    call::Event, error::Error, incoming::Incoming, info::OperationInfo, outgoing::Outgoing,
    refusal::ErrorKind, traceparent::TRACEPARENT,
};

/// Puts a call in a span.
pub(super) fn in_span<F: Future>(call: F, info: &OperationInfo) -> Instrumented<F> {
    let (method, original) = info.method.told();
    call.instrument(tracing::info_span!(
        "call",
        otel.name = info.id,
        http.request.method = method,
        http.request.method_original = original,
        url.template = info.path,
        http.response.status_code = Empty,
        error.r#type = Empty,
        attempts = Empty,
    ))
}

/// Puts an attempt in a span, within that of its call.
pub(super) fn attempt(
    sending: impl Future<Output = Result<Incoming, Error>>,
    outgoing: &Outgoing,
    attempts: u32,
) -> impl Future<Output = Result<Incoming, Error>> {
    let request = &outgoing.request;
    let core = outgoing.client.core().ok();
    let sent = core.and_then(|core| core.settings.traced.headers(&request.headers));
    let query =
        core.and_then(|core| core.settings.traced.query(core.settings.api.schemes, request));
    let parent = request.headers.get(TRACEPARENT);
    let (method, original) = request.method.told();
    let span = tracing::info_span!(
        "attempt",
        otel.kind = "client",
        http.request.method = method,
        http.request.method_original = original,
        url.template = outgoing.info.path,
        server.address = request.url.host_str(),
        server.port = request.url.port_or_known_default(),
        url.query = query,
        traceparent = parent.and_then(|parent| parent.to_str().ok()),
        http.request.headers = sent,
        http.response.headers = Empty,
        http.request.resend_count = (attempts > 1).then(|| attempts - 1),
        http.response.status_code = Empty,
        error.r#type = Empty,
    );
    let sending = async move {
        let last = sending.await;
        let status = last.as_ref().ok().map(Incoming::status);
        let span = tracing::Span::current();
        let headers = match &last {
            Ok(incoming) => Some(&incoming.raw.headers),
            Err(error) => error.headers(),
        };
        let shown = core.zip(headers);
        if let Some(shown) = shown.and_then(|(core, headers)| core.settings.traced.headers(headers))
        {
            span.record("http.response.headers", shown);
        }
        match (&last, status) {
            (Err(error), _) => {
                record(&span, error.status().map(|status| status.as_u16()), Some(kind(error)));
            }
            (Ok(_), Some(failed @ 400..)) => record(&span, status, Some(&failed.to_string())),
            (Ok(_), _) => record(&span, status, None),
        }
        last
    };
    sending.instrument(span)
}

/// Tells of a retry.
pub(super) fn retry(attempts: u32, wait: Duration, event: Event) {
    tracing::debug!(attempts, ?wait, ?event, "the call is tried again");
}

/// Completes the span of a call.
pub(super) fn finished(outcome: Result<u16, &Error>, attempts: u32) {
    let span = tracing::Span::current();
    span.record("attempts", attempts);
    match outcome {
        Ok(status) => record(&span, Some(status), None),
        Err(error) => {
            let status = error.status().map(|status| status.as_u16());
            let code = status.filter(|_| error.kind() == ErrorKind::Status);
            let code = code.map(|code| code.to_string());
            record(&span, status, Some(code.as_deref().unwrap_or(kind(error))));
        }
    }
}

fn record(span: &tracing::Span, status: Option<u16>, error: Option<&str>) {
    if let Some(status) = status {
        span.record("http.response.status_code", status);
    }
    if let Some(error) = error {
        span.record("error.type", error);
    }
}

/// A word for a failure without a status.
fn kind(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::Configuration => "configuration",
        ErrorKind::InvalidRequest => "invalid_request",
        ErrorKind::Credential => "credential",
        ErrorKind::Connection => "connection",
        ErrorKind::Timeout => "timeout",
        ErrorKind::Status => "status",
        ErrorKind::NotModified => "not_modified",
        ErrorKind::Decode => "decode",
        ErrorKind::NoBody => "no_body",
        ErrorKind::TooLarge => "too_large",
        ErrorKind::Pagination => "pagination",
        ErrorKind::File => "file",
    }
}
