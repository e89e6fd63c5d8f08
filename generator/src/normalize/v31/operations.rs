//! Operations: methods and parameters that 3.0 does not have are left out and reported; optional parts are added.

use serde_json::{Map, Value, json};

use super::elsewhere::{Elsewhere, is_query};
use crate::diag::codes;
use crate::extensions::QUERY;
use crate::method::Method;
use crate::normalize::edits::Here;
use crate::source::grammar::Kind;
use crate::source::grammar::effects::Unread;

/// The key for operations of other methods.
const OTHERS: &str = "additionalOperations";

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

/// Keeps the operations of methods that 3.0 has not, under keys of our own.
fn methods(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    if let Some(operation) = map.shift_remove("query") {
        here.renamed("query", QUERY.key());
        QUERY.set(map, operation);
    }
    let Some(others) = map.shift_remove(OTHERS) else {
        return;
    };
    let Value::Object(others) = others else {
        here.report(OTHERS, codes::WRONG_TYPE.plain().arg("key", OTHERS));
        return;
    };
    for (name, operation) in others {
        let at = here.at().child(OTHERS).child(&name);
        match Method::other(&name) {
            Ok(method) => {
                here.moved(at, here.at().child(&method.key()));
                map.insert(method.key().into_owned(), operation);
            }
            Err(what) => {
                let found = codes::UNSUPPORTED_METHOD.plain().arg("method", &name);
                here.report_at(at, found.arg("what", what).on_key());
            }
        }
    }
}

/// Leaves out the parameters that are a whole query.
fn queries(map: &mut Map<String, Value>, elsewhere: &Elsewhere, here: &mut Here<'_>) {
    let Some(Value::Array(list)) = map.get_mut("parameters") else {
        return;
    };
    let is_left_out = |parameter: &Value| {
        let target = parameter.get("$ref").and_then(Value::as_str);
        is_query(parameter) || target.is_some_and(|target| elsewhere.queries.contains(target))
    };
    if !list.iter().any(is_left_out) {
        return;
    }
    let at = here.at().child("parameters");
    let mut kept = Vec::new();
    for (index, parameter) in std::mem::take(list).into_iter().enumerate() {
        if is_left_out(&parameter) {
            here.report_at(at.index(index), codes::QUERY_STRING.plain());
        } else {
            if index != kept.len() {
                here.moved(at.index(index), at.index(kept.len()));
            }
            kept.push(parameter);
        }
    }
    *list = kept;
}

/// Leaves out the shared parameters that are a whole query; each use of one is reported.
pub(super) fn parameters(components: &mut Map<String, Value>, elsewhere: &Elsewhere) {
    if let Some(Value::Object(parameters)) = components.get_mut("parameters")
        && !elsewhere.queries.is_empty()
    {
        parameters.retain(|_, parameter| !is_query(parameter));
    }
}
