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
    let Value::Array(prefix) = prefix else {
        return;
    };
    let length = prefix.len();
    if let Some(all) = alike(map, &prefix, rest_key) {
        let (places, items) = (here.at().child(key), here.at().child("items"));
        here.moved(places.index(0), items.clone());
        for place in 1..length {
            here.merged_into(places.index(place), items.clone());
        }
        if map.shift_remove(rest_key).as_ref().is_some_and(is_nothing) {
            map.entry("maxItems").or_insert_with(|| json!(length));
        }
        map.insert("items".to_owned(), all.clone());
        is_list(map);
        return;
    }
    here.renamed(key, PREFIX_ITEMS.key());
    match map.shift_remove(rest_key) {
        // The second one is how `false` is written out.
        Some(rest) if is_nothing(&rest) => {
            map.entry("maxItems").or_insert_with(|| json!(length));
        }
        Some(Value::Object(rest)) if !rest.is_empty() => {
            here.renamed(rest_key, REST_ITEMS.key());
            REST_ITEMS.set(map, Value::Object(rest));
        }
        _ => {}
    }
    PREFIX_ITEMS.set(map, Value::Array(prefix));
    map.insert("items".to_owned(), json!({}));
    let at = here.at();
    here.made(at.child("items"));
    is_list(map);
}

/// Whether no element fits. The second one is how `false` is written out.
fn is_nothing(schema: &Value) -> bool {
    *schema == json!(false) || *schema == json!({ "not": {} })
}

/// The schema of every element, where all have the same one and how many there are is not fixed: such a list is no tuple.
fn alike<'a>(map: &Map<String, Value>, prefix: &'a [Value], rest_key: &str) -> Option<&'a Value> {
    let (first, others) = prefix.split_first()?;
    if others.iter().any(|other| other != first) {
        return None;
    }
    let length = u64::try_from(prefix.len()).ok()?;
    let limit = |key: &str| map.get(key).and_then(Value::as_u64);
    let rest = map.get(rest_key);
    let is_closed =
        rest.is_some_and(is_nothing) || limit("maxItems").is_some_and(|most| most <= length);
    let is_tuple = is_closed && limit("minItems") >= Some(length);
    (!is_tuple && (is_closed || rest == Some(first))).then_some(first)
}

/// With keywords for objects beside it, a list is not the only kind of value.
fn is_list(map: &mut Map<String, Value>) {
    if !map.contains_key("type") && !types::has_own("object", map) {
        map.insert("type".to_owned(), json!("array"));
    }
}
