//! `prefixItems`: becomes a list of anything that keeps the schemas of its places beside it.

use serde_json::{Map, Value, json};

use super::maps::{is_composed, is_conditional};
use super::types;
use crate::extensions::{PREFIX_ITEMS, REST_ITEMS};
use crate::normalize::edits::Here;

/// Takes a tuple apart.
pub(super) fn run(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    // Before 2020-12, the list stood under `items` and the rest under `additionalItems`.
    let (key, rest_key) = match map.get("items") {
        Some(Value::Array(_)) => ("items", "additionalItems"),
        _ => ("prefixItems", "items"),
    };
    if !is_composed(map) && !is_conditional(map) && !map.contains_key(rest_key) {
        // Nobody else says anything about the elements after those that are named.
        if let Some(rest) = map.shift_remove("unevaluatedItems") {
            here.renamed("unevaluatedItems", rest_key);
            map.insert(rest_key.to_owned(), rest);
        }
    } else if map.contains_key(rest_key) {
        map.shift_remove("unevaluatedItems");
    }
    let Some(prefix) = map.shift_remove(key) else {
        return;
    };
    let Some(length) = prefix.as_array().map(Vec::len) else {
        return;
    };
    here.renamed(key, PREFIX_ITEMS.key());
    match map.shift_remove(rest_key) {
        // The second one is how `false` is written out.
        Some(rest) if rest == json!(false) || rest == json!({ "not": {} }) => {
            map.entry("maxItems").or_insert_with(|| json!(length));
        }
        Some(Value::Object(rest)) if !rest.is_empty() => {
            here.renamed(rest_key, REST_ITEMS.key());
            REST_ITEMS.set(map, Value::Object(rest));
        }
        _ => {}
    }
    PREFIX_ITEMS.set(map, prefix);
    map.insert("items".to_owned(), json!({}));
    let at = here.at();
    here.made(at.child("items"));
    // With keywords for objects beside it, a list is not the only kind of value.
    if !map.contains_key("type") && !types::has_own("object", map) {
        map.insert("type".to_owned(), json!("array"));
    }
}
