//! What an API says went wrong: its code, its message and its request id, in the shapes that error bodies have.

use http::HeaderMap;
use serde_json::Value;

use super::problem_parts::{INNER, first, label, member};
use super::tame::{SHOWN, tame};
use super::{problem_json::read, raw_response::RawResponse};

const ID_HEADERS: &[&str] = &[
    "x-request-id",
    "request-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "x-github-request-id",
    "x-ms-request-id",
    "x-correlation-id",
    "clerk-trace-id",
    "cf-ray",
];
const IDS: &[&str] =
    &["requestid", "clerktraceid", "traceid", "correlationid", "debugid", "fbtraceid"];

/// How long a plain text is that is taken for a message.
const SHORT: usize = 500;

/// What an error body says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) request_id: Option<String>,
}

impl Problem {
    /// Reads the body of an answer; one that is neither JSON nor a short text says nothing.
    pub(super) fn of(response: &RawResponse) -> Self {
        let body = response.unmarked();
        match serde_json::from_slice::<Value>(body) {
            Ok(value) => {
                let reason = response.status.canonical_reason().unwrap_or_default();
                let (code, message) = read(&value, reason, 0);
                let code = code.or_else(|| in_header(&response.headers));
                Self {
                    code: code.map(|code| tame(&code, SHOWN)),
                    message: message.map(|message| tame(&message, SHOWN)),
                    request_id: id(&value).map(|id| tame(&id, SHOWN)),
                }
            }
            Err(_) => Self { message: plain(response, body), ..Self::default() },
        }
    }
}

/// A short body of plain text.
fn plain(response: &RawResponse, body: &[u8]) -> Option<String> {
    let kind = response.content_type();
    let text = std::str::from_utf8(body).ok()?.trim();
    let is_plain = kind.starts_with("text/plain") || kind.is_empty();
    let is_markup = text.starts_with(['<', '{', '[']);
    let says_more = Some(text) != response.status.canonical_reason() && !text.is_empty();
    (is_plain && !is_markup && says_more && text.len() <= SHORT).then(|| tame(text, SHOWN))
}

/// The code that AWS puts beside a body which has none.
fn in_header(headers: &HeaderMap) -> Option<String> {
    let code = headers.get("x-amzn-errortype")?.to_str().ok()?;
    let code = code.split(':').next().filter(|code| !code.is_empty());
    code.map(str::to_owned)
}

/// The id of the request, in the body or in the error within it.
fn id(value: &Value) -> Option<String> {
    let inner = match value {
        Value::Object(fields) => {
            if let Some(id) = first(fields, IDS, label) {
                return Some(id);
            }
            INNER.iter().find_map(|name| member(fields, name))?
        }
        Value::Array(list) => list.first()?,
        _ => return None,
    };
    match inner {
        Value::Object(fields) => first(fields, IDS, label),
        Value::Array(list) => first(list.first()?.as_object()?, IDS, label),
        _ => None,
    }
}

/// The id under which the server knows the request, from the headers of its answer.
pub(super) fn request_id(headers: &HeaderMap) -> Option<&str> {
    ID_HEADERS.iter().find_map(|name| headers.get(*name)?.to_str().ok())
}
