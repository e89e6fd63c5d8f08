//! A branch of a union that is only null: becomes `nullable` beside the others. A branch that is left alone is no union any more.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::is_null_type;
use crate::normalize::edits::Here;
use crate::normalize::single;
use crate::source::Tree;
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

/// References to the components that are null and nothing else.
pub(in crate::normalize) fn components(tree: &Tree) -> BTreeSet<String> {
    let none = BTreeSet::new();
    let components = tree.root.get("components");
    let schemas = components.and_then(|map| map.get("schemas")?.as_object());
    let nulls = schemas.into_iter().flatten();
    let nulls = nulls.filter(|(_, schema)| is_null(schema, &none));
    nulls
        .map(|(name, _)| format!("#/components/schemas/{name}"))
        .collect()
}

/// Takes the branches of null out of the unions of a schema; says whether there were any.
pub(in crate::normalize) fn run(
    map: &mut Map<String, Value>,
    nulls: &BTreeSet<String>,
    here: &mut Here<'_>,
) -> bool {
    let mut is_changed = false;
    // A branch that was left alone may bring a union of its own.
    loop {
        single::nested(map, here);
        let took = single::UNIONS.iter().any(|key| take(map, key, nulls, here));
        if !took {
            return is_changed;
        }
        is_changed = true;
    }
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
            Some((index, branch)) => single::alone(map, (key, place), index, branch, here),
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
