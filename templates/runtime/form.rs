//! Bodies of the type `application/x-www-form-urlencoded`.

use serde_json::Value;

use super::codec::Encode;
use super::style::{self, QueryStyle};

/// How one field of a form is written, where the document says so.
#[derive(Debug, Clone, Copy)]
pub struct FormField {
    /// The name of the field.
    pub name: &'static str,
    /// How lists and objects are written.
    pub style: QueryStyle,
    /// Whether each element stands alone.
    pub explode: bool,
}

/// Writes the fields of a body as a form.
///
/// A field about which nothing is said is written as a query parameter would be: an element of a list each time anew. An
/// object is written as JSON, as OpenAPI has it (3.0.4, encoding object, `contentType`).
pub fn form<T: Encode + ?Sized>(body: &T, fields: &[FormField]) -> String {
    let Value::Object(values) = body.encode() else {
        return String::new();
    };
    let mut pairs = Vec::new();
    for (name, value) in &values {
        let said = fields.iter().find(|field| field.name == name);
        match (said, value) {
            (Some(field), _) if field.style == QueryStyle::DeepObject => {
                deep(name, value, &mut pairs);
            }
            (Some(field), _) => {
                style::query(name, field.style, field.explode, false, value, &mut pairs);
            }
            (None, Value::Object(_)) => text(name, value.to_string(), &mut pairs),
            (None, Value::Array(elements)) => {
                for element in elements {
                    match element {
                        Value::Object(_) | Value::Array(_) => {
                            text(name, element.to_string(), &mut pairs);
                        }
                        plain => {
                            style::query(name, QueryStyle::Form, true, false, plain, &mut pairs);
                        }
                    }
                }
            }
            (None, plain) => style::query(name, QueryStyle::Form, true, false, plain, &mut pairs),
        }
    }
    let pairs: Vec<String> = pairs
        .into_iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    pairs.join("&")
}

/// `name[key]` and `name[0]`, however deep: what servers that ask for this style read.
fn deep(name: &str, value: &Value, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                deep(&format!("{name}[{field}]"), value, pairs);
            }
        }
        Value::Array(elements) => {
            for (index, value) in elements.iter().enumerate() {
                deep(&format!("{name}[{index}]"), value, pairs);
            }
        }
        plain => style::query(name, QueryStyle::Form, true, false, plain, pairs),
    }
}

fn text(name: &str, text: String, pairs: &mut Vec<(String, String)>) {
    style::query(
        name,
        QueryStyle::Form,
        true,
        false,
        &Value::String(text),
        pairs,
    );
}
