//! Operations: methods and parameters that have no Rust form are left out and reported; optional parts are added.

use serde_json::{Map, Value, json};

use super::elsewhere::{Elsewhere, WholeQuery, whole_query};
use crate::diag::codes;
use crate::extensions::WHOLE_QUERY;
use crate::method::{Method, OTHERS};
use crate::normalize::edits::Here;
use crate::pointer::Pointer;
use crate::source::grammar::Kind;
use crate::source::grammar::effects::Unread;

/// Leaves out what 3.0 has no place for.
pub(super) fn run(
    kind: Kind,
    map: &mut Map<String, Value>,
    elsewhere: &Elsewhere,
    here: &mut Here<'_>,
) {
    if kind == Kind::Operation {
        map.entry("responses").or_insert_with(|| json!({}));
    } else {
        methods(map, here);
    }
    received(map, here);
    queries(map, elsewhere, here);
}

/// Of what a webhook says, only what it sends is read.
fn received(map: &Map<String, Value>, here: &mut Here<'_>) {
    if here.at().segments().next().as_deref() != Some("webhooks") {
        return;
    }
    let is_said = |value: &Value| match value {
        Value::Array(parameters) => !parameters.is_empty(),
        Value::Object(responses) => responses.values().any(|one| {
            ["$ref", "content", "headers"]
                .iter()
                .any(|key| one.get(key).is_some())
        }),
        _ => false,
    };
    for key in ["parameters", "responses"] {
        if map.get(key).is_some_and(is_said) {
            here.report(
                key,
                Unread {
                    key,
                    with: Vec::new(),
                }
                .diagnostic(),
            );
        }
    }
}

/// Leaves out operations of methods that have none.
fn methods(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    let Some(Value::Object(others)) = map.get_mut(OTHERS) else {
        return;
    };
    others.retain(|name, _| {
        let found = Method::other(name).err().map(|what| {
            let found = codes::UNSUPPORTED_METHOD.plain().arg("method", name);
            found.arg("what", what).on_key()
        });
        let is_kept = found.is_none();
        if let Some(found) = found {
            here.report_at(here.at().child(OTHERS).child(name), found);
        }
        is_kept
    });
}

/// A form or a JSON document that is the whole query is a parameter of the query that says so.
pub(super) fn parameter(map: &mut Map<String, Value>) {
    if matches!(whole_query(map), Some(WholeQuery::Form | WholeQuery::Json)) {
        map.insert("in".to_owned(), json!("query"));
        WHOLE_QUERY.set(map);
    }
}

/// Leaves out the parameters that are a whole query and neither a form nor JSON.
fn queries(map: &mut Map<String, Value>, elsewhere: &Elsewhere, here: &mut Here<'_>) {
    let Some(Value::Array(list)) = map.get_mut("parameters") else {
        return;
    };
    let left_out = |parameter: &Value| {
        let parameter = parameter.as_object()?;
        let target = parameter.get("$ref").and_then(Value::as_str);
        match whole_query(parameter) {
            Some(WholeQuery::Other(media_type)) => Some(media_type),
            _ => elsewhere.queries.get(target?).cloned(),
        }
    };
    if !list.iter().any(|parameter| left_out(parameter).is_some()) {
        return;
    }
    let at = here.at().child("parameters");
    let mut kept = Vec::new();
    for (index, parameter) in std::mem::take(list).into_iter().enumerate() {
        if let Some(media_type) = left_out(&parameter) {
            let found = codes::QUERY_STRING.plain().arg("media_type", media_type);
            here.report_at(at.index(index), found);
        } else {
            if index != kept.len() {
                here.moved(at.index(index), at.index(kept.len()));
            }
            kept.push(parameter);
        }
    }
    *list = kept;
}

/// Leaves out the shared parameters that are a whole query and neither; each use of one is reported.
pub(super) fn parameters(components: &mut Map<String, Value>, elsewhere: &Elsewhere) {
    if let Some(Value::Object(parameters)) = components.get_mut("parameters")
        && !elsewhere.queries.is_empty()
    {
        parameters.retain(|name, _| {
            let at: Pointer = ["components", "parameters", name].iter().collect();
            !elsewhere.queries.contains_key(&at.to_string())
        });
    }
}
