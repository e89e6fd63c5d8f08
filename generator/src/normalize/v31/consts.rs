//! `const`: becomes an `enum` of one value.

use serde_json::{Map, Value, json};

use crate::normalize::edits::Here;

/// Makes a constant an `enum`; says whether there was one.
pub(in crate::normalize) fn run(map: &mut Map<String, Value>, here: &mut Here<'_>) -> bool {
    let Some(value) = map.shift_remove("const") else {
        return false;
    };
    let is_free = ["$ref", "allOf", "anyOf", "oneOf", "type"]
        .iter()
        .all(|key| !map.contains_key(*key));
    if let Some(word) = type_of(&value).filter(|_| is_free) {
        map.insert("type".to_owned(), json!(word));
    }
    if value.is_null() {
        map.insert("nullable".to_owned(), Value::Bool(true));
    }
    let at = here.at();
    here.renamed("const", "enum");
    here.became(at.child("enum"), at.child("enum").index(0));
    map.insert("enum".to_owned(), json!([value]));
    true
}

/// The type of a value, where it is a plain one.
fn type_of(value: &Value) -> Option<&'static str> {
    match value {
        Value::String(_) => Some("string"),
        Value::Bool(_) => Some("boolean"),
        Value::Number(number) if number.is_f64() => Some("number"),
        Value::Number(_) => Some("integer"),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
