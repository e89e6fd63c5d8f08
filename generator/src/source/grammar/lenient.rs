//! Values of a wrong type that real documents are full of: a shape and a value in, what to make of it out. Reports nothing.

use serde_json::{Map, Number, Value};

use super::{Kind, Syntax};

/// What to make of a value of a wrong type.
#[derive(Debug, Clone, PartialEq)]
pub enum Remedy {
    /// It means this value.
    Read(Value),
    /// A schema that says nothing; the value that it is for may be any JSON.
    Free,
    /// A keyword of a schema that says nobody knows what; the schema is read without it.
    Without,
    /// Leave it out; only comments and hints depend on it.
    Omit,
    /// Nobody can tell what was meant.
    Refuse,
}

/// Keys that hold comments, or hints for a validator, beside extensions.
const HINTS: &[&str] = &[
    "allowEmptyValue",
    "bearerFormat",
    "deprecated",
    "description",
    "email",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "pattern",
    "summary",
    "termsOfService",
    "title",
    "uniqueItems",
    "url",
];

/// What to make of a value that does not fit the shape that its key wants.
pub fn remedy(syntax: Syntax, key: &str, value: &Value) -> Remedy {
    if value.is_null() {
        return of_nothing(syntax);
    }
    if is_empty_map(syntax, value) {
        return Remedy::Read(Value::Object(Map::new()));
    }
    match (syntax, value) {
        (Syntax::Text, Value::Number(_) | Value::Bool(_)) => {
            Remedy::Read(Value::String(value.to_string()))
        }
        (Syntax::Flag | Syntax::FlagOr(_), Value::String(word))
            if word == "true" || word == "false" =>
        {
            Remedy::Read(Value::Bool(word == "true"))
        }
        (Syntax::Number | Syntax::Count, Value::String(digits)) => {
            match digits.trim().parse::<Number>() {
                Ok(number) if syntax == Syntax::Number || number.is_u64() => {
                    Remedy::Read(Value::Number(number))
                }
                _ => Remedy::Omit,
            }
        }
        // Each place has a style of its own that holds then.
        (Syntax::Word(_), _) if key == "style" => Remedy::Omit,
        // The spelling of JSON Schema's third draft, beside the property instead of around it.
        (Syntax::Texts, Value::Bool(_)) if key == "required" => Remedy::Omit,
        (Syntax::Text | Syntax::Flag | Syntax::Number | Syntax::Count, _)
            if HINTS.contains(&key) || key.starts_with("x-") =>
        {
            Remedy::Omit
        }
        (Syntax::One(Kind::Schema) | Syntax::FlagOr(Kind::Schema), _) => Remedy::Free,
        (Syntax::Text | Syntax::Texts | Syntax::DataList | Syntax::Named(Kind::Schema), _)
            if matches!(key, "type" | "required" | "enum" | "properties") =>
        {
            Remedy::Without
        }
        (Syntax::Many(Kind::Schema), _) => Remedy::Without,
        (Syntax::One(kind) | Syntax::Many(kind) | Syntax::Named(kind), _)
            if is_documentation(kind) =>
        {
            Remedy::Omit
        }
        _ => Remedy::Refuse,
    }
}

/// The number that a value of an `enum` of numbers is, also where it stands in quotes, as some tools write all values.
pub fn number(value: &Value) -> Option<Number> {
    match value {
        Value::Number(number) => Some(number.clone()),
        Value::String(digits) => digits.parse().ok(),
        _ => None,
    }
}

/// Whether the value is an empty map as PHP writes one, whose lists and maps are of one type. A list of schemas in the place of
/// one is the `items` of JSON Schema's older drafts, and is none.
fn is_empty_map(syntax: Syntax, value: &Value) -> bool {
    let is_map = matches!(
        syntax,
        Syntax::One(_)
            | Syntax::Named(_)
            | Syntax::FlagOr(_)
            | Syntax::TextMap
            | Syntax::TextsMap
            | Syntax::DataMap
    );
    is_map && value.as_array().is_some_and(Vec::is_empty)
}

/// A key with no value, which YAML makes of `key:`.
fn of_nothing(syntax: Syntax) -> Remedy {
    match syntax {
        Syntax::One(
            Kind::Schema
            | Kind::Info
            | Kind::Response
            | Kind::MediaType
            | Kind::PathItem
            | Kind::Encoding,
        ) => Remedy::Read(Value::Object(Map::new())),
        _ => Remedy::Omit,
    }
}

fn is_documentation(kind: Kind) -> bool {
    use Kind::{Contact, Example, ExternalDocs, License, Link, Xml};
    matches!(
        kind,
        Contact | Example | ExternalDocs | License | Link | Xml
    )
}

#[cfg(test)]
mod tests {
    use super::{Remedy, remedy};
    use crate::source::grammar::{Kind, Syntax};
    use serde_json::json;

    #[test]
    fn reads_what_is_plain_and_refuses_what_is_not() {
        assert_eq!(
            remedy(Syntax::Text, "version", &json!(1.0)),
            Remedy::Read(json!("1.0"))
        );
        assert_eq!(
            remedy(Syntax::Count, "minLength", &json!("3")),
            Remedy::Read(json!(3))
        );
        assert_eq!(
            remedy(Syntax::One(Kind::Schema), "a", &json!(null)),
            Remedy::Read(json!({}))
        );
        assert_eq!(remedy(Syntax::Text, "title", &json!([])), Remedy::Omit);
        assert_eq!(remedy(Syntax::Text, "type", &json!([])), Remedy::Without);
        assert_eq!(
            remedy(Syntax::One(Kind::Schema), "title", &json!("x")),
            Remedy::Free
        );
        assert_eq!(
            remedy(Syntax::Named(Kind::Schema), "properties", &json!(["x"])),
            Remedy::Without
        );
        assert_eq!(
            remedy(Syntax::Named(Kind::Schema), "schemas", &json!(["x"])),
            Remedy::Refuse
        );
    }

    #[test]
    fn an_empty_list_is_an_empty_map_where_one_belongs() {
        for syntax in [
            Syntax::One(Kind::Response),
            Syntax::Named(Kind::MediaType),
            Syntax::One(Kind::Schema),
            Syntax::TextMap,
        ] {
            assert_eq!(
                remedy(syntax, "content", &json!([])),
                Remedy::Read(json!({}))
            );
        }
        assert_eq!(
            remedy(Syntax::One(Kind::Response), "204", &json!(["x"])),
            Remedy::Refuse
        );
    }
}
