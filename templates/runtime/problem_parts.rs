//! What the parts of an error say: what is wrong where.

use serde_json::{Map, Value};

/// Names of members are compared as letters and digits alone, in lower case: `error_code` is `ErrorCode`.
pub(super) const MESSAGES: &[&str] = &[
    "message",
    "longmessage",
    "defaultmessage",
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
    "odataerror",
    "detail",
    "details",
    "data",
    "fault",
    "exception",
    "response",
    "message",
    "fields",
    "fieldviolations",
    "invalidparams",
    "issues",
    "rootcause",
    "violations",
];
/// Those of them in which a text is what is wrong with the field of its name.
const BY_FIELD: &[&str] = &["errors", "error", "message", "fields"];
const PLACES: &[&str] = &[
    "loc",
    "field",
    "param",
    "path",
    "propertypath",
    "pointer",
    "property",
    "source",
    "parameter",
    "target",
];
/// What says of a part what is wrong with it, in the absence of words.
const ISSUES: &[&str] = &["issue", "code", "type"];
/// Names that stand for the object that they are in.
const ITSELF: &[&str] = &["errors", "nonfielderrors"];
/// What a text has beside it that is an object.
const LANGUAGE: &str = "lang";
/// How many parts of an error are named.
pub(super) const PARTS: usize = 3;

/// The parts that stand under a name.
pub(super) fn parts(name: &str, value: &Value) -> Option<String> {
    match value {
        Value::Array(list) => joined(list.iter().filter_map(|one| part(name, one))),
        Value::Object(fields) if BY_FIELD.contains(&name) => by_field(fields, Text::IsMessage),
        Value::Object(fields) => by_field(fields, Text::IsOther),
        _ => None,
    }
}

fn part(list: &str, value: &Value) -> Option<String> {
    let Value::Object(fields) = value else {
        return words(value);
    };
    let constraints = || member(fields, "constraints")?.as_object();
    let message = first(fields, MESSAGES, words)
        .or_else(|| constraints()?.values().find_map(words))
        .or_else(|| inner(fields).find_map(|(name, value)| parts(name, value)))
        .or_else(|| first(fields, ISSUES, label))?;
    // As RFC 7807 has it.
    let named = || member(fields, "name").filter(|_| list == "invalidparams");
    let place = place(fields).or_else(|| named().and_then(label));
    Some(placed(place, message))
}

/// The objects and lists in which the parts of an error are.
pub(super) fn inner(
    fields: &Map<String, Value>,
) -> impl Iterator<Item = (&'static str, &Value)> + Clone {
    let named = |name: &&'static str| Some((*name, member(fields, name)?));
    let inner = INNER.iter().filter_map(named);
    let is_text = |fields: &Map<String, Value>| fields.contains_key(LANGUAGE);
    inner.filter(move |(_, value)| {
        value.is_array() || value.as_object().is_some_and(|inner| !is_text(inner))
    })
}

/// What a text alone is, as the value of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Text {
    /// What is wrong with the field.
    IsMessage,
    /// Anything else.
    IsOther,
}

/// The object of a framework that lists what is wrong by the names of fields.
pub(super) fn by_field(fields: &Map<String, Value>, text: Text) -> Option<String> {
    let wrong = fields.iter().filter_map(|(name, value)| {
        let (place, message) = wrong(value, text)?;
        Some(placed(Some(below(name, &place)), message))
    });
    joined(wrong)
}

/// The first thing that is wrong with the value of a field, and where in it.
fn wrong(value: &Value, text: Text) -> Option<(String, String)> {
    match value {
        Value::String(_) if text == Text::IsOther => None,
        Value::String(_) => Some((String::new(), words(value)?)),
        Value::Array(list) => {
            let said = words(value).or_else(|| list.iter().find_map(said));
            let element = |(index, element): (usize, &Value)| {
                let (place, message) = wrong(element, Text::IsOther)?;
                Some((below(&index.to_string(), &place), message))
            };
            let said = said.map(|message| (String::new(), message));
            said.or_else(|| list.iter().enumerate().find_map(element))
        }
        Value::Object(fields) => {
            let within = |(name, value): (&String, &Value)| {
                let (place, message) = wrong(value, text)?;
                Some((below(name, &place), message))
            };
            let said = said(value).map(|message| (String::new(), message));
            said.or_else(|| fields.iter().find_map(within))
        }
        _ => None,
    }
}

/// What an object says about itself.
fn said(value: &Value) -> Option<String> {
    first(value.as_object()?, MESSAGES, words)
}

fn below(name: &str, place: &str) -> String {
    match place {
        "" => name.to_owned(),
        _ if ITSELF.iter().any(|known| is_same(place, known)) => name.to_owned(),
        _ => format!("{name}.{place}"),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> Option<String> {
    let parts: Vec<String> = parts.take(PARTS).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

pub(super) fn placed(place: Option<String>, message: String) -> String {
    match place {
        Some(place) => format!("{place}: {message}"),
        None => message,
    }
}

/// Where a part of an error is: the name of a field, or the way to it.
pub(super) fn place(fields: &Map<String, Value>) -> Option<String> {
    let way = |value: &Value| match value {
        Value::Array(steps) => {
            let steps: Option<Vec<String>> = steps.iter().map(label).collect();
            steps.filter(|steps| !steps.is_empty()).map(|steps| steps.join("."))
        }
        Value::Object(inner) => first(inner, PLACES, label),
        other => label(other),
    };
    first(fields, PLACES, way)
}

/// The first member of some names that says something.
pub(super) fn first(
    fields: &Map<String, Value>,
    names: &[&str],
    says: impl Fn(&Value) -> Option<String>,
) -> Option<String> {
    names.iter().find_map(|name| says(member(fields, name)?))
}

/// A member, whatever the case of its name and the signs in it.
pub(super) fn member<'f>(fields: &'f Map<String, Value>, name: &str) -> Option<&'f Value> {
    let mut fields = fields.iter();
    let found = fields.find(|(known, _)| is_same(known, name));
    found.map(|(_, value)| value)
}

/// Whether a member has this name; one that begins with `@` says what the object is, and is none of it.
fn is_same(known: &str, name: &str) -> bool {
    let letters = known.bytes().filter(u8::is_ascii_alphanumeric);
    !known.starts_with('@') && letters.map(|byte| byte.to_ascii_lowercase()).eq(name.bytes())
}

/// A text, several, or one with its language.
pub(super) fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Array(list) => {
            let texts: Option<Vec<&str>> = list.iter().take(PARTS).map(Value::as_str).collect();
            texts.filter(|texts| !texts.is_empty()).map(|texts| texts.join("; "))
        }
        Value::Object(fields) if fields.contains_key(LANGUAGE) => words(fields.get("value")?),
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
