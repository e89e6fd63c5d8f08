//! The code and the message of an error in JSON, whatever framework wrote it.

use serde_json::{Map, Value};

use super::problem_parts::{
    MESSAGES, PARTS, Text, by_field, first, inner, label, member, parts, place, placed, words,
};

const CODES: &[&str] = &[
    "code",
    "errorcode",
    "errortype",
    "type",
    "name",
    "reason",
    "error",
    "status",
    "category",
    "exception",
];
/// Where types of problems are that say no more than a status.
const STATUSES: &[&str] = &["ietf.org/", "rfc-editor.org/", "httpstatuses."];

/// The code and the message of an error.
pub(super) type Said = (Option<String>, Option<String>);

/// Reads a value that is an error, or has one inside. The reason of the status, said once more, says nothing.
pub(super) fn read(value: &Value, reason: &str, depth: usize) -> Said {
    match value {
        Value::Object(fields) => of_object(fields, reason, depth),
        Value::Array(list) => match list.first() {
            Some(Value::Object(first)) if list.len() == 1 || place(first).is_none() => {
                let (code, message) = of_object(first, reason, depth);
                match message {
                    Some(message) => (code, Some(placed(place(first), message))),
                    None => (code, parts("", value)),
                }
            }
            _ => (None, parts("", value)),
        },
        value => (None, words(value).filter(|text| text != reason)),
    }
}

fn of_object(fields: &Map<String, Value>, reason: &str, depth: usize) -> Said {
    if lists_fields(fields) {
        return (None, by_field(fields, Text::IsOther));
    }
    let says_more = |text: &String| text != reason;
    let message = first(fields, MESSAGES, |value| words(value).filter(says_more));
    let extensions = || member(fields, "extensions")?.as_object();
    let code = first(fields, CODES, code)
        .or_else(|| fields.get("__type").and_then(label))
        .or_else(|| first(extensions()?, CODES, code))
        .filter(|code| message.as_ref() != Some(code) && says_more(code));
    let Some(message) = message else {
        let mut within =
            inner(fields).take_while(|_| depth < PARTS).map(|(name, value)| {
                match read(value, reason, depth + 1) {
                    (None, None) => (None, parts(name, value)),
                    said => said,
                }
            });
        let found = within.find(|(code, message)| code.is_some() || message.is_some());
        let (within, message) = found.unwrap_or_default();
        let is_empty = code.is_none() && within.is_none();
        let message = message.or_else(|| by_field(fields, Text::IsOther).filter(|_| is_empty));
        return (within.or(code), message);
    };
    let mut parts = inner(fields).filter_map(|(name, value)| parts(name, value));
    let parts = parts.find(|parts| !message.contains(parts.as_str()));
    let message = match parts {
        Some(parts) => format!("{message} ({parts})"),
        None => message,
    };
    (code, Some(message))
}

/// Whether an object has nothing but lists of texts, by the names of what they are about.
fn lists_fields(fields: &Map<String, Value>) -> bool {
    const WHOLE: &[&str] = &["message", "errors", "errormessages", "nonfielderrors", "detail"];
    let mut values = fields.values();
    let is_list = |value: &Value| value.is_array() && words(value).is_some();
    !fields.is_empty()
        && values.all(is_list)
        && WHOLE.iter().all(|name| member(fields, name).is_none())
}

/// A label that says more than that there is an error, or its status once more.
fn code(value: &Value) -> Option<String> {
    let text = value.as_str().unwrap_or_default();
    let is_link = text.starts_with("http") && STATUSES.iter().any(|site| text.contains(site));
    let is_status = |label: &str| label.parse().is_ok_and(|number| (100..600).contains(&number));
    let says_more =
        |label: &String| !is_status(label) && !matches!(label.as_str(), "error" | "fail" | "field");
    label(value).filter(|label| !is_link && says_more(label))
}
