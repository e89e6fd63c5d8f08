//! `patternProperties` and `unevaluatedProperties`: become `additionalProperties` as far as that can say the same.

use serde_json::{Map, Value, json};

use crate::diag::codes;
use crate::normalize::edits::Here;
use crate::source::pointer::Pointer;

/// Says with `additionalProperties` what is said in other ways.
pub(super) fn run(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    let rest = map.shift_remove("unevaluatedProperties");
    if let Some(Value::Object(patterns)) = map.shift_remove("patternProperties") {
        keyed(map, patterns, rest, here);
    } else if let Some(rest) = rest
        && !is_composed(map)
        && !map.contains_key("additionalProperties")
    {
        here.renamed("unevaluatedProperties", "additionalProperties");
        map.insert("additionalProperties".to_owned(), rest);
    }
}

/// Whether other schemas may declare members too, which are evaluated then.
fn is_composed(map: &Map<String, Value>) -> bool {
    let parts = ["$ref", "allOf", "anyOf", "oneOf"];
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
    let patterns = patterns.into_iter();
    let patterns =
        patterns.map(|(key, schema)| (at.child("patternProperties").child(&key), schema));
    let (key, others) = match map.shift_remove("additionalProperties") {
        Some(others) => ("additionalProperties", others),
        None => ("unevaluatedProperties", rest.unwrap_or(json!(true))),
    };
    for (from, schema) in patterns.chain([(at.child(key), others)]) {
        let is_known = schemas.iter().any(|(_, known)| *known == schema);
        if !is_known && schema != json!(false) && schema != json!({ "not": {} }) {
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
    if !map.contains_key("type") && !map.contains_key("$ref") {
        map.insert("type".to_owned(), json!("object"));
    }
}
