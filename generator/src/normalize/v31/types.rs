//! `type`: a list of types, or `null`. One type stays with `nullable`; several become an `anyOf` that shares the other keywords out.

use serde_json::{Map, Value, json};

use super::is_null_type;
use crate::extensions::{PREFIX_ITEMS, REST_ITEMS};
use crate::normalize::edits::Here;

/// Keywords that mean something for one type only; a number's mean the same for an integer.
const OWN: &[(&str, &[&str])] = &[
    (
        "array",
        &[
            "items",
            "maxItems",
            "minItems",
            "uniqueItems",
            PREFIX_ITEMS.key(),
            REST_ITEMS.key(),
        ],
    ),
    (
        "number",
        &[
            "exclusiveMaximum",
            "exclusiveMinimum",
            "maximum",
            "minimum",
            "multipleOf",
        ],
    ),
    (
        "object",
        &[
            "additionalProperties",
            "maxProperties",
            "minProperties",
            "patternProperties",
            "properties",
            "required",
        ],
    ),
    ("string", &["maxLength", "minLength", "pattern"]),
];

/// Formats of numbers; any other is one of a string.
const NUMERIC: &[&str] = &[
    "decimal", "double", "float", "int16", "int32", "int64", "int8", "integer", "number", "uint16",
    "uint32", "uint64", "uint8",
];

/// Keywords that say what the value is better than a list of types does.
const BETTER: &[&str] = &["$ref", "enum"];

/// Keywords of schemas that hold beside a list of types.
const COMPOSED: &[&str] = &["allOf", "anyOf", "oneOf"];

/// Brings the types of a schema to one; says whether there was anything to do.
pub(in crate::normalize) fn run(map: &mut Map<String, Value>, here: &mut Here<'_>) -> bool {
    let listed = match map.get("type") {
        Some(Value::Array(list)) => list.clone(),
        Some(one) if is_null_type(one) => vec![one.clone()],
        _ => return false,
    };
    let is_nullable = listed.iter().any(is_null_type);
    let mut types: Vec<(usize, String)> = Vec::new();
    for (index, word) in listed.iter().enumerate() {
        if is_null_type(word) {
            continue;
        }
        let Some(word) = word.as_str() else {
            return false;
        };
        if !types.iter().any(|(_, known)| known == word) {
            types.push((index, word.to_owned()));
        }
    }
    if types.iter().any(|(_, word)| word == "number") {
        types.retain(|(_, word)| word != "integer");
    }
    if is_nullable {
        map.insert("nullable".to_owned(), Value::Bool(true));
    }
    match types.as_slice() {
        [(_, one)] => {
            map.insert("type".to_owned(), json!(one));
        }
        [] => {
            map.shift_remove("type");
            if is_nullable && !has_any(map, BETTER) && !has_any(map, COMPOSED) {
                map.insert("enum".to_owned(), json!([null]));
            }
        }
        several => {
            map.shift_remove("type");
            let is_any = several.len() == 5 && !OWN.iter().any(|(_, keys)| has_any(map, keys));
            if !is_any && !has_any(map, BETTER) {
                share(several, map, here);
            }
        }
    }
    true
}

/// Whether a schema has keywords that mean something for this type only.
pub(super) fn has_own(word: &str, map: &Map<String, Value>) -> bool {
    let row = OWN.iter().find(|(name, _)| *name == word);
    row.is_some_and(|(_, keys)| has_any(map, keys))
}

fn has_any(map: &Map<String, Value>, keys: &[&str]) -> bool {
    keys.iter().any(|key| map.contains_key(*key))
}

/// Makes an `anyOf` of schemas of one type each, with the keywords of that type. Beside other unions and parts it is a part. Each
/// type has its index in the list that it was written in.
fn share(types: &[(usize, String)], map: &mut Map<String, Value>, here: &mut Here<'_>) {
    let at = here.at();
    let parts = map
        .get("allOf")
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    let part = has_any(map, COMPOSED).then(|| at.child("allOf").index(parts));
    let owner = part.as_ref().unwrap_or(&at).child("anyOf");
    if let Some(part) = &part {
        here.made(part.clone());
    }
    let mut branches = Vec::new();
    for (index, (written, word)) in types.iter().enumerate() {
        let branch_at = owner.index(index);
        for new in [branch_at.clone(), branch_at.child("type")] {
            here.became(at.child("type").index(*written), new);
        }
        let mut branch = Map::new();
        branch.insert("type".to_owned(), json!(word));
        for key in own_keys(word, map) {
            if let Some(value) = map.shift_remove(&key) {
                here.moved(at.child(&key), branch_at.child(&key));
                branch.insert(key, value);
            }
        }
        branches.push(Value::Object(branch));
    }
    if part.is_none() {
        map.insert("anyOf".to_owned(), Value::Array(branches));
        return;
    }
    let all = map.entry("allOf").or_insert_with(|| json!([]));
    if let Some(list) = all.as_array_mut() {
        list.push(json!({ "anyOf": branches }));
    }
}

/// The keywords of the schema that belong to a type.
fn own_keys(word: &str, map: &Map<String, Value>) -> Vec<String> {
    let class = if word == "integer" { "number" } else { word };
    let row = OWN.iter().find(|(name, _)| *name == class);
    let mut keys: Vec<String> = row
        .into_iter()
        .flat_map(|(_, keys)| keys.iter().map(|key| (*key).to_owned()))
        .collect();
    let format = map.get("format").and_then(Value::as_str);
    let is_numeric = format.is_some_and(|format| NUMERIC.contains(&format));
    if is_numeric && class == "number" || !is_numeric && class == "string" {
        keys.push("format".to_owned());
    }
    keys
}
