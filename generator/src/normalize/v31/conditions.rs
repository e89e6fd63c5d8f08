//! Members that an object has under a condition (`then`, `else`, `dependentSchemas`): become optional ones of the object. The conditions
//! stay to be reported.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::maps::is_never;
use crate::normalize::edits::Here;
use crate::pointer::Pointer;

/// Keywords by which other schemas say what the object is, so that what they declare is not known here.
const ELSEWHERE: &[&str] = &["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf"];

/// Declares the members that stand under conditions only. None that is excluded by what the object says of others, none that another
/// schema of the object declares, which holds without the condition too, and none that has two different schemas.
pub(super) fn run(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    let Some(parts) = parts(map, &here.at()) else {
        return;
    };
    let is_declared = |name: &String| {
        let mut all = parts.iter().filter_map(|(_, part)| properties(part));
        all.any(|members| members.contains_key(name))
    };
    let mut found: BTreeMap<&String, (Pointer, &Value)> = BTreeMap::new();
    let mut order = Vec::new();
    let mut differing = BTreeSet::new();
    for (at, schema) in parts.iter().flat_map(|(at, part)| conditional(part, at)) {
        for (name, member) in properties(schema).into_iter().flatten() {
            if is_declared(name) || is_never(member) {
                continue;
            }
            match found.get(name) {
                Some((_, known)) if *known != member => {
                    differing.insert(name);
                }
                Some(_) => {}
                None => {
                    order.push(name);
                    found.insert(name, (at.child("properties").child(name), member));
                }
            }
        }
    }
    order.retain(|name| !differing.contains(name));
    let to = here.at().child("properties");
    let members: Vec<(String, Value)> = order
        .into_iter()
        .map(|name| {
            let (from, member) = &found[name];
            here.moved(from.clone(), to.child(name));
            (name.clone(), (*member).clone())
        })
        .collect();
    if let Some(Value::Object(own)) = map.get_mut("properties") {
        own.extend(members);
    }
}

/// The object and the parts of its `allOf`, each with its place, if it has members of its own and these are all that is said of it.
fn parts<'m>(
    map: &'m Map<String, Value>,
    at: &Pointer,
) -> Option<Vec<(Pointer, &'m Map<String, Value>)>> {
    let others = ELSEWHERE.iter().filter(|key| **key != "allOf");
    let has_members = properties(map).is_some_and(|members| !members.is_empty());
    if !has_members || others.into_iter().any(|key| map.contains_key(*key)) {
        return None;
    }
    let mut parts = vec![(at.clone(), map)];
    let list = map.get("allOf").and_then(Value::as_array);
    for (index, part) in list.into_iter().flatten().enumerate() {
        let part = part.as_object()?;
        if ELSEWHERE.iter().any(|key| part.contains_key(*key)) {
            return None;
        }
        parts.push((at.child("allOf").index(index), part));
    }
    let is_open = |(_, part): &(Pointer, &Map<String, Value>)| {
        let others = part.get("additionalProperties");
        others.is_none_or(|others| *others == true || *others == Value::Object(Map::new()))
    };
    parts.iter().all(is_open).then_some(parts)
}

/// The schemas that hold for a value under a condition, each with its place.
fn conditional<'m>(
    part: &'m Map<String, Value>,
    at: &Pointer,
) -> Vec<(Pointer, &'m Map<String, Value>)> {
    let branches = ["then", "else"]
        .into_iter()
        .filter(|_| part.contains_key("if"));
    let branches = branches.filter_map(|key| Some((at.child(key), part.get(key)?)));
    let dependent = part.get("dependentSchemas").and_then(Value::as_object);
    let key = at.child("dependentSchemas");
    let dependent = dependent.into_iter().flatten();
    let dependent = dependent.map(|(name, schema)| (key.child(name), schema));
    let all = branches.chain(dependent);
    all.filter_map(|(at, schema)| Some((at, schema.as_object()?)))
        .collect()
}

fn properties(schema: &Map<String, Value>) -> Option<&Map<String, Value>> {
    schema.get("properties").and_then(Value::as_object)
}
