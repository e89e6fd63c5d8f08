//! A union of constants: becomes an `enum` that keeps what is said about each value.

use serde_json::{Map, Value, json};

use crate::normalize::edits::Here;

/// The name of each value of an `enum`, in the order of the values; null where there is none.
const NAMES: &str = "x-tintype-enum-names";

/// What is said about each value of an `enum`, in the order of the values; null where there is nothing.
const DESCRIPTIONS: &str = "x-tintype-enum-descriptions";

/// Makes a union of nothing but constants an `enum`.
pub(super) fn run(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    if map.contains_key("enum") || map.contains_key("const") {
        return;
    }
    for key in ["oneOf", "anyOf"] {
        let Some(Value::Array(branches)) = map.get(key) else {
            continue;
        };
        let values: Option<Vec<Value>> = branches.iter().map(constant).collect();
        let Some(values) = values.filter(|values| values.len() > 1) else {
            continue;
        };
        let texts = |key: &str| {
            branches
                .iter()
                .map(|one| text(one, key))
                .collect::<Vec<_>>()
        };
        let said = [
            (NAMES, texts("title")),
            (DESCRIPTIONS, texts("description")),
        ];
        let types: Vec<&Value> = branches.iter().filter_map(|one| one.get("type")).collect();
        let shared = types.first().filter(|first| {
            types.len() == branches.len() && types.iter().all(|other| other == *first)
        });
        let shared = shared.map(|word| Value::clone(word));
        let at = here.at();
        for index in 0..values.len() {
            let value = at.child("enum").index(index);
            here.moved(at.child(key).index(index), value);
        }
        map.shift_remove(key);
        map.insert("enum".to_owned(), json!(values));
        if let Some(word) = shared {
            map.entry("type").or_insert(word);
        }
        for (key, texts) in said {
            if texts.iter().any(|text| !text.is_null()) {
                map.insert(key.to_owned(), json!(texts));
            }
        }
        map.shift_remove("discriminator");
        return;
    }
}

/// The only value of a schema that says no more than that, if it is a plain one.
fn constant(schema: &Value) -> Option<Value> {
    const BESIDE: &[&str] = &["const", "description", "enum", "title", "type"];
    let map = schema.as_object()?;
    if !map.keys().all(|key| BESIDE.contains(&key.as_str())) {
        return None;
    }
    let value = match (map.get("const"), map.get("enum")) {
        (Some(value), None) => value,
        (None, Some(Value::Array(values))) if values.len() == 1 => values.first()?,
        _ => return None,
    };
    let is_plain = value.is_string() || value.is_number() || value.is_boolean();
    is_plain.then(|| value.clone())
}

fn text(schema: &Value, key: &str) -> Value {
    let text = schema.get(key).filter(|text| text.is_string());
    text.cloned().unwrap_or_default()
}
