//! A branch of a union that is only null: becomes `nullable` beside the others. A branch that is left alone is no union any more.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::is_null_type;
use crate::normalize::edits::Here;
use crate::normalize::siblings;
use crate::source::grammar::effects::is_remark;

/// Whether a schema allows null and nothing else.
pub(super) fn is_null(schema: &Value, nulls: &BTreeSet<String>) -> bool {
    let Some(map) = schema.as_object() else {
        return false;
    };
    let mut parts = map
        .iter()
        .filter(|(key, _)| !is_remark(key))
        .map(|(key, value)| match key.as_str() {
            "type" => is_null_type(value) || *value == json!(["null"]),
            "const" => value.is_null(),
            "enum" => *value == json!([null]),
            "$ref" => value.as_str().is_some_and(|target| nulls.contains(target)),
            _ => false,
        })
        .peekable();
    parts.peek().is_some() && parts.all(|is_null| is_null)
}

/// Takes the branches of null out of the unions of a schema; says whether there were any.
pub(in crate::normalize) fn run(
    map: &mut Map<String, Value>,
    nulls: &BTreeSet<String>,
    here: &mut Here<'_>,
) -> bool {
    let mut is_changed = false;
    // A branch that was left alone may bring a union of its own.
    while ["anyOf", "oneOf"]
        .iter()
        .any(|key| take(map, key, nulls, here))
    {
        is_changed = true;
    }
    is_changed
}

fn take(
    map: &mut Map<String, Value>,
    key: &str,
    nulls: &BTreeSet<String>,
    here: &mut Here<'_>,
) -> bool {
    let Some(Value::Array(list)) = map.get_mut(key) else {
        return false;
    };
    if !list.iter().any(|branch| is_null(branch, nulls)) {
        return false;
    }
    let others: Vec<(usize, Value)> = std::mem::take(list)
        .into_iter()
        .enumerate()
        .filter(|(_, branch)| !is_null(branch, nulls))
        .collect();
    map.insert("nullable".to_owned(), Value::Bool(true));
    if others.len() < 2 {
        let before = map.keys().take_while(|one| *one != key);
        let place = before.filter(|one| *one != "discriminator").count();
        map.shift_remove(key);
        map.shift_remove("discriminator");
        match others.into_iter().next() {
            Some((index, branch)) => alone(map, (key, place), index, branch, here),
            None if map.keys().all(|key| is_remark(key)) => {
                map.insert("enum".to_owned(), json!([null]));
            }
            None => {}
        }
        return true;
    }
    let at = here.at().child(key);
    let mut kept = Vec::new();
    for (index, branch) in others {
        if index != kept.len() {
            here.moved(at.index(index), at.index(kept.len()));
        }
        kept.push(branch);
    }
    map.insert(key.to_owned(), Value::Array(kept));
    true
}

/// Puts the only branch in the place of the union.
fn alone(
    map: &mut Map<String, Value>,
    (key, place): (&str, usize),
    index: usize,
    branch: Value,
    here: &mut Here<'_>,
) {
    let at = here.at();
    let from = at.child(key).index(index);
    match branch {
        Value::Object(branch) if is_apart(map, &branch) => {
            here.merged(from.clone());
            let mut place = place;
            for (key, value) in branch {
                // What stands beside the union is nearer to the use.
                if !map.contains_key(&key) {
                    here.moved(from.child(&key), at.child(&key));
                    map.shift_insert(place.min(map.len()), key, value);
                    place += 1;
                }
            }
        }
        branch => {
            if let Some(list) = siblings::all_of(map, place) {
                here.moved(from, at.child("allOf").index(list.len()));
                list.push(branch);
            }
        }
    }
}

/// Whether a branch can be written into its owner without a change of meaning.
fn is_apart(map: &Map<String, Value>, branch: &Map<String, Value>) -> bool {
    !branch.contains_key("$ref")
        && map
            .keys()
            .all(|key| is_remark(key) || !branch.contains_key(key))
}
