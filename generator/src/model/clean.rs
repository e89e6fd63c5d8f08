//! Makes values that the typed reader takes: a value and its shape in, the same without what was reported and with what may be left out.

use serde_json::{Map, Value, json};

use super::integers;
use crate::source::grammar::lenient::{Remedy, number, remedy};
use crate::source::grammar::styles::styles;
use crate::source::grammar::walk::fits;
use crate::source::grammar::{Kind, Syntax};

/// A copy that follows the grammar; `None` if the value means nothing.
pub(super) fn cleaned(value: &Value, syntax: Syntax, key: &str) -> Option<Value> {
    if !fits(syntax, value) {
        // A schema that is true or false is no schema of 3.0, but clear enough.
        if matches!(
            (syntax, value),
            (Syntax::One(Kind::Schema), Value::Bool(true))
        ) {
            return Some(json!({}));
        }
        return match remedy(syntax, key, value) {
            Remedy::Read(read) if read.is_object() => cleaned(&read, syntax, key),
            Remedy::Read(read) => Some(read),
            Remedy::Free => Some(json!({})),
            Remedy::Without | Remedy::Omit | Remedy::Refuse => None,
        };
    }
    match (syntax, value) {
        (Syntax::One(kind) | Syntax::FlagOr(kind), Value::Object(map)) => {
            Some(Value::Object(object(kind, map)))
        }
        (Syntax::Data | Syntax::DataList | Syntax::DataMap, value) => Some(value.clone()),
        (Syntax::Count, value) => Some(json!(whole(value)?)),
        (_, Value::Object(map)) => {
            let parts = map.iter().filter_map(|(key, value)| {
                Some((key.clone(), cleaned(value, syntax.inside(key)?, key)?))
            });
            Some(Value::Object(parts.collect()))
        }
        (_, Value::Array(list)) => {
            let parts = list
                .iter()
                .filter_map(|value| cleaned(value, syntax.inside("")?, key));
            Some(Value::Array(parts.collect()))
        }
        (_, value) => Some(value.clone()),
    }
}

/// A number without a fraction, as text of JSON writes it.
fn whole(value: &Value) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
    let of_float =
        |float: f64| (float.fract() == 0.0 && float.abs() < 9e15).then_some(float as i64);
    value.as_i64().or_else(|| value.as_f64().and_then(of_float))
}

fn object(kind: Kind, map: &Map<String, Value>) -> Map<String, Value> {
    let object = kind.object();
    let target = map
        .get("$ref")
        .filter(|target| object.is_referable && target.is_string());
    if let Some(target) = target {
        return [("$ref".to_owned(), target.clone())].into_iter().collect();
    }
    let parts = map.iter().filter_map(|(key, value)| {
        let syntax = object.syntax(key).filter(|_| !is_left_out(kind, key))?;
        Some((key.clone(), cleaned(value, syntax, key)?))
    });
    let mut clean = parts.collect();
    complete(kind, &mut clean);
    clean
}

/// Parts that the typed reader is strict about and nobody asks it for.
fn is_left_out(kind: Kind, key: &str) -> bool {
    matches!(
        (kind, key),
        (Kind::Operation, "callbacks")
            | (Kind::Response, "links")
            | (Kind::MediaType, "example" | "examples")
    )
}

/// Adds what the typed reader insists on and nothing depends on; takes away what makes it see something else.
fn complete(kind: Kind, map: &mut Map<String, Value>) {
    let mut needs = |keys: &[&str], value: Value| {
        for key in keys {
            map.entry(*key).or_insert_with(|| value.clone());
        }
    };
    match kind {
        Kind::Info => needs(&["title", "version"], json!("")),
        Kind::Response => needs(&["description"], json!("")),
        Kind::Operation => needs(&["responses"], json!({})),
        Kind::RequestBody => needs(&["content"], json!({})),
        Kind::License | Kind::Tag => needs(&["name"], json!("")),
        Kind::Server | Kind::ExternalDocs => needs(&["url"], json!("")),
        Kind::ServerVariable => needs(&["default"], json!("")),
        Kind::Flow => {
            needs(&["authorizationUrl", "tokenUrl"], json!(""));
            needs(&["scopes"], json!({}));
        }
        Kind::Parameter | Kind::Header => parameter(map),
        Kind::Responses => ranges(map),
        Kind::Schema => schema(map),
        _ => {}
    }
}

fn parameter(map: &mut Map<String, Value>) {
    let is_empty = |content: &Value| content.as_object().is_some_and(Map::is_empty);
    if map.get("content").is_some_and(is_empty) {
        map.shift_remove("content");
    }
    if map.contains_key("schema") {
        map.shift_remove("content");
    } else if !map.contains_key("content") {
        map.insert("schema".to_owned(), json!({ "type": "string" }));
    }
    let styles = styles(map.get("in").and_then(Value::as_str));
    if !map
        .get("style")
        .and_then(Value::as_str)
        .is_some_and(|style| styles.contains(&style))
    {
        map.shift_remove("style");
    }
}

/// `2xx` is written `2XX`.
fn ranges(map: &mut Map<String, Value>) {
    let is_range = |key: &String| key.ends_with("xx");
    if map.keys().any(is_range) {
        let upper = |(key, value): (String, Value)| {
            if is_range(&key) {
                (key.to_uppercase(), value)
            } else {
                (key, value)
            }
        };
        *map = std::mem::take(map).into_iter().map(upper).collect();
    }
}

/// Hints for validators, and the types they are for. Beside another type they mean nothing, yet hide the type from the reader.
const HINTS: &[(&str, &[&str])] = &[
    ("exclusiveMaximum", &["integer", "number"]),
    ("exclusiveMinimum", &["integer", "number"]),
    ("format", &["integer", "number", "string"]),
    ("maxItems", &["array"]),
    ("maxLength", &["string"]),
    ("maxProperties", &["object"]),
    ("maximum", &["integer", "number"]),
    ("minItems", &["array"]),
    ("minLength", &["string"]),
    ("minProperties", &["object"]),
    ("minimum", &["integer", "number"]),
    ("multipleOf", &["integer", "number"]),
    ("pattern", &["string"]),
    ("uniqueItems", &["array"]),
];

/// Takes the quotes off the numbers that an `enum` lists.
fn listed_numbers(map: &mut Map<String, Value>) {
    let values = map.get_mut("enum").and_then(Value::as_array_mut);
    for value in values.into_iter().flatten() {
        if let Some(number) = number(value) {
            *value = Value::Number(number);
        }
    }
}

fn schema(map: &mut Map<String, Value>) {
    let Some(own) = map.get("type").and_then(Value::as_str).map(str::to_owned) else {
        return;
    };
    for (hint, types) in HINTS {
        if !types.contains(&own.as_str()) {
            map.shift_remove(*hint);
        }
    }
    if ["integer", "number"].contains(&own.as_str()) {
        listed_numbers(map);
    }
    if integers::is_integer(map) {
        map.insert("type".to_owned(), json!("integer"));
        integers::widen(map);
        for bound in ["maximum", "minimum", "multipleOf"] {
            let read = map.get(bound).map(whole);
            match read {
                Some(Some(number)) => {
                    map.insert(bound.to_owned(), json!(number));
                }
                // Beyond what the reader can hold, so it bounds nothing that we can hold.
                Some(None) => {
                    map.shift_remove(bound);
                }
                None => {}
            }
        }
    }
}
