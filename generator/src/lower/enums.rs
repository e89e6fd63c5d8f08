//! Enums of strings. Values of other kinds stay plain scalars.

use serde_json::Value;

use super::keywords::Keywords;
use crate::ir::{Enum, EnumValue, Shape};

/// The values of a string enum, each once.
pub(super) fn enumeration(keywords: &Keywords<'_>) -> Shape {
    let mut values: Vec<EnumValue> = Vec::new();
    for wire in keywords.values.iter().filter_map(text) {
        if !values.iter().any(|value| value.wire == wire) {
            values.push(EnumValue {
                wire,
                description: None,
            });
        }
    }
    Shape::Enum(Enum { values })
}

/// Whether every value is a string, or a scalar that `type: string` makes one.
pub(super) fn is_text(keywords: &Keywords<'_>) -> bool {
    let says_text = keywords.ty == Some("string");
    keywords.values.iter().all(|value| match value {
        Value::String(_) | Value::Null => true,
        Value::Bool(_) | Value::Number(_) => says_text,
        Value::Array(_) | Value::Object(_) => false,
    })
}

/// YAML reads `1` and `true` as what they are, also where the author meant texts.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
