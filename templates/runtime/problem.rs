//! What an API says went wrong: its code, its message and its request id, in the usual shapes of error bodies.

use http::HeaderMap;
use serde_json::{Map, Value};

use super::response::without_mark;
use super::tame::{SHOWN, tame};

const CODES: &[&str] = &["code", "error_code", "errorCode", "type", "error"];
const MESSAGES: &[&str] = &[
    "message",
    "long_message",
    "detail",
    "error_description",
    "error_message",
    "title",
    "error",
];
const ID_HEADERS: &[&str] = &[
    "x-request-id",
    "request-id",
    "x-amzn-requestid",
    "clerk-trace-id",
    "cf-ray",
];
const ID_FIELDS: &[&str] = &[
    "request_id",
    "requestId",
    "clerk_trace_id",
    "trace_id",
    "traceId",
];

/// What an error body says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) request_id: Option<String>,
}

impl Problem {
    /// Reads a body; one that is not JSON says nothing.
    pub(super) fn of(body: &[u8]) -> Self {
        match serde_json::from_slice(without_mark(body)) {
            Ok(Value::Object(fields)) => Self::of_fields(&fields),
            _ => Self::default(),
        }
    }

    fn of_fields(fields: &Map<String, Value>) -> Self {
        let inner = inner(fields);
        let code = first(inner, CODES);
        let message = first(inner, MESSAGES).filter(|message| code.as_ref() != Some(message));
        let request_id = first(fields, ID_FIELDS).or_else(|| first(inner, ID_FIELDS));
        Self {
            code,
            message,
            request_id,
        }
    }
}

/// The object that describes the error: the first of `errors`, `error`, or the body itself.
fn inner(fields: &Map<String, Value>) -> &Map<String, Value> {
    let listed = fields.get("errors").and_then(|errors| errors.get(0));
    [listed, fields.get("error")]
        .into_iter()
        .flatten()
        .find_map(Value::as_object)
        .unwrap_or(fields)
}

/// The first of some fields that holds a text or a number.
fn first(fields: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match fields.get(*name)? {
        Value::String(text) if !text.is_empty() => Some(tame(text, SHOWN)),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

/// The id under which the server knows the request, from the headers of its answer.
pub(super) fn request_id(headers: &HeaderMap) -> Option<&str> {
    ID_HEADERS
        .iter()
        .find_map(|name| headers.get(*name)?.to_str().ok())
}
