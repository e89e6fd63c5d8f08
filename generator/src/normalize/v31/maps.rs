//! `patternProperties` and `unevaluatedProperties`: become `additionalProperties` as far as that can say the same.

use serde_json::{Map, Value, json};

use super::types;
use crate::diag::codes;
use crate::extensions::{CLOSED, KEY_NAMES, KEY_PATTERNS};
use crate::normalize::edits::Here;
use crate::pointer::Pointer;

/// Says with `additionalProperties` what is said in other ways.
pub(super) fn run(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    if let Some(names) = map.get("propertyNames").filter(|names| !is_any_text(names)) {
        let names = names.clone();
        KEY_NAMES.set(map, names);
    }
    if let Some(Value::Object(patterns)) = map.shift_remove("patternProperties") {
        let rest = map.shift_remove("unevaluatedProperties");
        keyed(map, patterns, rest, here);
    } else if map.contains_key("additionalProperties") {
        // Every member is evaluated then.
        map.shift_remove("unevaluatedProperties");
    } else if is_conditional(map) {
        // Which members are evaluated depends on the value, so this stays to be reported.
    } else if !is_composed(map)
        && let Some(rest) = map.shift_remove("unevaluatedProperties")
    {
        here.renamed("unevaluatedProperties", "additionalProperties");
        map.insert("additionalProperties".to_owned(), rest);
    } else if map.get("unevaluatedProperties").is_some_and(is_never) {
        map.shift_remove("unevaluatedProperties");
        CLOSED.set(map);
    }
}

/// Whether a schema of names admits every text.
fn is_any_text(names: &Value) -> bool {
    [json!(true), json!({}), json!({ "type": "string" })].contains(names)
}

/// Whether a schema admits nothing; the second one is how `false` is written out.
pub(super) fn is_never(schema: &Value) -> bool {
    *schema == json!(false) || *schema == json!({ "not": {} })
}

/// Whether other schemas may declare parts of the value too, which are evaluated then.
pub(super) fn is_composed(map: &Map<String, Value>) -> bool {
    let parts = ["$ref", "allOf", "anyOf", "oneOf"];
    parts.iter().any(|key| map.contains_key(*key))
}

/// Whether other schemas may do so for some values only.
pub(super) fn is_conditional(map: &Map<String, Value>) -> bool {
    let parts = ["$dynamicRef", "contains", "dependentSchemas", "if"];
    parts.iter().any(|key| map.contains_key(*key))
}

/// Gives every key that is not declared the schemas of the patterns, and that of the keys that match none.
fn keyed(
    map: &mut Map<String, Value>,
    patterns: Map<String, Value>,
    rest: Option<Value>,
    here: &mut Here<'_>,
) {
    if patterns.is_empty() {
        return;
    }
    let at = here.at();
    let mut schemas: Vec<(Pointer, Value)> = Vec::new();
    let mut keys: Vec<String> = patterns.keys().cloned().collect();
    keys.sort_unstable();
    let patterns = patterns.into_iter();
    let patterns =
        patterns.map(|(key, schema)| (at.child("patternProperties").child(&key), schema));
    let (key, others) = match map.shift_remove("additionalProperties") {
        Some(others) => ("additionalProperties", others),
        None => ("unevaluatedProperties", rest.unwrap_or(json!(true))),
    };
    if is_never(&others) {
        KEY_PATTERNS.set(map, keys);
    }
    for (from, schema) in patterns.chain([(at.child(key), others)]) {
        let is_known = schemas.iter().any(|(_, known)| *known == schema);
        if !is_known && !is_never(&schema) {
            schemas.push((from, schema));
        }
    }
    let is_free = |(_, schema): &(_, Value)| *schema == json!(true) || *schema == json!({});
    let to = at.child("additionalProperties");
    let values = match schemas.as_slice() {
        [] => json!(false),
        all if all.iter().any(is_free) => json!(true),
        [(from, only)] => {
            here.moved(from.clone(), to);
            only.clone()
        }
        several => {
            here.made_of(to.clone(), at.child("patternProperties"));
            for (index, (from, _)) in several.iter().enumerate() {
                here.moved(from.clone(), to.child("anyOf").index(index));
            }
            let schemas: Vec<&Value> = several.iter().map(|(_, schema)| schema).collect();
            json!({ "anyOf": schemas })
        }
    };
    let outcome = match &values {
        Value::Bool(false) => "ignored",
        Value::Bool(true) => "free-form JSON",
        Value::Object(union) if schemas.len() > 1 && union.contains_key("anyOf") => {
            "of any of its schemas"
        }
        _ => "of its schema",
    };
    let found = codes::KEY_PATTERNS.plain().arg("outcome", outcome).on_key();
    here.report("patternProperties", found);
    map.insert("additionalProperties".to_owned(), values);
    if !map.contains_key("type") && !map.contains_key("$ref") && !types::has_own("array", map) {
        map.insert("type".to_owned(), json!("object"));
    }
}
