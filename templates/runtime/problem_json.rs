//! The code and the message of an error in JSON, whatever framework wrote it.

use serde_json::{Map, Value};

/// Names of members are compared as letters and digits alone, in lower case: `error_code` is `ErrorCode`.
const CODES: &[&str] = &[
    "code",
    "errorcode",
    "type",
    "name",
    "reason",
    "error",
    "status",
    "exception",
];
const MESSAGES: &[&str] = &[
    "message",
    "longmessage",
    "detail",
    "details",
    "errordescription",
    "description",
    "errormessage",
    "errormessages",
    "msg",
    "errormsg",
    "errmsg",
    "title",
    "reason",
    "faultstring",
    "error",
    "errors",
    "err",
    "nonfielderrors",
];
/// Where an error is within another object, or the parts of one are.
pub(super) const INNER: &[&str] = &[
    "errors",
    "error",
    "detail",
    "details",
    "data",
    "fault",
    "exception",
    "response",
    "fields",
    "invalidparams",
];
const PLACES: &[&str] = &[
    "loc",
    "field",
    "param",
    "path",
    "pointer",
    "property",
    "source",
    "parameter",
];
/// What says of a part what is wrong with it, in the absence of words.
const ISSUES: &[&str] = &["issue", "code", "type"];
/// How many parts of an error are named.
const PARTS: usize = 3;

/// The code and the message of an error.
pub(super) type Said = (Option<String>, Option<String>);

/// Reads a value that is an error, or has one inside.
pub(super) fn read(value: &Value, depth: usize) -> Said {
    match value {
        Value::Object(fields) => of_object(fields, depth),
        Value::Array(list) => match list.first() {
            Some(Value::Object(first)) if list.len() == 1 || place(first).is_none() => {
                let (code, message) = of_object(first, depth);
                let place = place(first);
                (code, message.map(|message| placed(place, message)))
            }
            _ => (None, parts(value)),
        },
        Value::String(text) if !text.trim().is_empty() => (None, Some(text.clone())),
        _ => (None, None),
    }
}

fn of_object(fields: &Map<String, Value>, depth: usize) -> Said {
    let message = first(fields, MESSAGES, words);
    let code = first(fields, CODES, code)
        .or_else(|| fields.get("__type").and_then(label))
        .filter(|code| message.as_ref() != Some(code));
    let inner = INNER.iter().filter_map(|name| member(fields, name));
    let inner = inner.filter(|value| value.is_object() || value.is_array());
    let Some(message) = message else {
        let mut inner = inner
            .take_while(|_| depth < PARTS)
            .map(|value| read(value, depth + 1));
        let found = inner.find(|(code, message)| code.is_some() || message.is_some());
        let (within, message) = found.unwrap_or_default();
        let message =
            message.or_else(|| by_field(fields).filter(|_| code.is_none() && within.is_none()));
        return (within.or(code), message);
    };
    let parts = inner
        .filter_map(parts)
        .find(|parts| !message.contains(parts.as_str()));
    let message = match parts {
        Some(parts) => format!("{message} ({parts})"),
        None => message,
    };
    (code, Some(message))
}

/// The first member of some names that says something.
pub(super) fn first(
    fields: &Map<String, Value>,
    names: &[&str],
    says: fn(&Value) -> Option<String>,
) -> Option<String> {
    names.iter().find_map(|name| says(member(fields, name)?))
}

/// A member, whatever the case of its name and the signs in it.
pub(super) fn member<'f>(fields: &'f Map<String, Value>, name: &str) -> Option<&'f Value> {
    let is_same = |known: &str| {
        let letters = known.bytes().filter(u8::is_ascii_alphanumeric);
        letters
            .map(|byte| byte.to_ascii_lowercase())
            .eq(name.bytes())
    };
    fields
        .iter()
        .find(|(known, _)| is_same(known))
        .map(|(_, value)| value)
}

/// A text, or several.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Array(list) => {
            let texts: Option<Vec<&str>> = list.iter().take(PARTS).map(Value::as_str).collect();
            texts
                .filter(|texts| !texts.is_empty())
                .map(|texts| texts.join("; "))
        }
        _ => None,
    }
}

/// A short text or a number, without the namespace in front of it.
pub(super) fn label(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() && text != "about:blank" => {
            Some(text.rsplit('#').next().unwrap_or(text).to_owned())
        }
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A label that says more than that there is an error, or its status once more.
fn code(value: &Value) -> Option<String> {
    let is_status = |label: &str| {
        label
            .parse()
            .is_ok_and(|number| (100..600).contains(&number))
    };
    label(value).filter(|label| !is_status(label) && !matches!(label.as_str(), "error" | "fail"))
}

/// The parts of an error: what is wrong where.
fn parts(value: &Value) -> Option<String> {
    let parts: Vec<String> = match value {
        Value::Array(list) => list.iter().filter_map(part).take(PARTS).collect(),
        Value::Object(fields) => return by_field(fields),
        _ => return None,
    };
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn part(value: &Value) -> Option<String> {
    let Value::Object(fields) = value else {
        return words(value);
    };
    let message = first(fields, MESSAGES, words).or_else(|| first(fields, ISSUES, label))?;
    Some(placed(place(fields), message))
}

/// The object of a framework that lists what is wrong by the names of fields.
fn by_field(fields: &Map<String, Value>) -> Option<String> {
    let part = |(name, value): (&String, &Value)| {
        let list = value.as_array()?;
        let says = words(value).or_else(|| list.iter().find_map(part))?;
        Some(placed(Some(name.clone()), says))
    };
    let parts: Vec<String> = fields.iter().filter_map(part).take(PARTS).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn placed(place: Option<String>, message: String) -> String {
    match place {
        Some(place) => format!("{place}: {message}"),
        None => message,
    }
}

/// Where a part of an error is: the name of a field, or the way to it.
fn place(fields: &Map<String, Value>) -> Option<String> {
    let way = |value: &Value| match value {
        Value::Array(steps) => {
            let steps: Option<Vec<String>> = steps.iter().map(label).collect();
            steps
                .filter(|steps| !steps.is_empty())
                .map(|steps| steps.join("."))
        }
        Value::Object(inner) => first(inner, PLACES, label),
        other => label(other),
    };
    first(fields, PLACES, way)
}
