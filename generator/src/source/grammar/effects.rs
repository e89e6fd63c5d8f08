//! What becomes of a keyword, for each row of the grammar; and of one object, which keywords nothing reads though they say something.

use serde_json::{Map, Value, json};

use crate::diag::{Code, Diagnostic, codes};

/// What becomes of a keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It changes what is generated, or how it is read.
    Used,
    /// It is for people, or for other tools: it changes no type, request, reading or comparison.
    Annotation,
    /// It is used where it can be, and reported with this code where it cannot.
    Partly(&'static Code),
    /// It is reported with this code, wherever it says something.
    Reported(&'static Code),
}

impl Effect {
    /// The code that it may be reported with.
    pub fn code(self) -> Option<&'static Code> {
        match self {
            Self::Used | Self::Annotation => None,
            Self::Partly(code) | Self::Reported(code) => Some(code),
        }
    }
}

/// Keywords that mean nothing without each other: one report for all, at the first that is there.
const TOGETHER: &[&[&str]] = &[
    &["contains", "minContains", "maxContains"],
    &["if", "then", "else"],
    &["contentSchema", "contentEncoding", "contentMediaType"],
];

/// Keywords of a schema that say nothing about which values it has.
const REMARKS: &[&str] = &[
    "$comment",
    "default",
    "deprecated",
    "description",
    "example",
    "examples",
    "externalDocs",
    "nullable",
    "readOnly",
    "title",
    "writeOnly",
];

/// Whether a keyword of a schema says nothing about which values it has.
pub fn is_remark(key: &str) -> bool {
    key.starts_with("x-") || REMARKS.contains(&key)
}

/// Whether every value satisfies a schema.
fn is_anything(schema: &Value) -> bool {
    match schema {
        Value::Bool(says) => *says,
        Value::Object(map) => map.keys().all(|key| is_remark(key)),
        _ => false,
    }
}

/// The keywords that hold together with this one, itself among them, the one that is reported first.
pub fn together(key: &str) -> Vec<&str> {
    let family = TOGETHER.iter().find(|family| family.contains(&key));
    family.map_or_else(|| vec![key], |family| family.to_vec())
}

/// A keyword that nothing reads, and those beside it that mean nothing without it.
#[derive(Debug, PartialEq, Eq)]
pub struct Unread {
    /// The keyword.
    pub key: &'static str,
    /// The others.
    pub with: Vec<&'static str>,
}

impl Unread {
    /// What tells of it, without a place.
    pub fn diagnostic(&self) -> Diagnostic {
        let keys: Vec<_> = [self.key]
            .iter()
            .chain(&self.with)
            .map(|key| format!("`{key}`"))
            .collect();
        let words = match keys.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
            _ => keys.concat(),
        };
        // What stands under them may be members of the object all the same.
        let words = match self.key {
            "if" => format!("the condition of {words}"),
            "dependentSchemas" => format!("the conditions of {words}"),
            _ => words,
        };
        codes::UNREAD_KEYWORD.plain().arg("keys", words).on_key()
    }
}

/// Of the rows of an object, the keywords that nothing reads and that say something there.
pub fn unread(
    rows: impl Iterator<Item = (&'static str, Effect)>,
    map: &Map<String, Value>,
) -> Vec<Unread> {
    let keys = rows.filter(|(_, effect)| effect.code() == Some(codes::UNREAD_KEYWORD));
    let keys: Vec<_> = keys
        .map(|(key, _)| key)
        .filter(|key| says_something(key, map))
        .collect();
    let mut found: Vec<Unread> = Vec::new();
    for key in &keys {
        let mut family = together(key).into_iter().filter(|one| keys.contains(one));
        if let Some(first) = family.next()
            && !found.iter().any(|one| one.key == first)
        {
            found.push(Unread {
                key: first,
                with: family.collect(),
            });
        }
    }
    found
}

/// Whether a keyword says something in this object, and not only what holds without it.
fn says_something(key: &str, map: &Map<String, Value>) -> bool {
    let Some(value) = map.get(key) else {
        return false;
    };
    let has = |other: &str| map.contains_key(other);
    let says = |other: &str| map.get(other).is_some_and(|schema| !is_anything(schema));
    let entries = || value.as_object().into_iter().flatten();
    match key {
        // Alone it is how a schema says that no value satisfies it, which is read.
        "not" => says("not") || map.keys().any(|other| other != "not" && !is_remark(other)),
        "contains" | "minContains" | "maxContains" => {
            let is_free = map.get("minContains") == Some(&json!(0)) && !has("maxContains");
            has("contains") && !is_free
        }
        "if" => says("then") || says("else"),
        "then" | "else" => has("if") && says(key),
        "dependentSchemas" => entries().any(|(_, schema)| !is_anything(schema)),
        "dependentRequired" => entries().any(|(_, keys)| *keys != json!([])),
        // Where a union is told apart, or the heirs of a parent.
        "discriminator" => !["allOf", "anyOf", "oneOf"].iter().any(|key| has(key)),
        "$schema" | "jsonSchemaDialect" => !value.as_str().is_some_and(is_known_dialect),
        // Every key is a text.
        "propertyNames" => says(key) && *value != json!({ "type": "string" }),
        "contentEncoding" => *value != "7bit" && *value != "8bit",
        "contentMediaType" => *value != "text/plain" && *value != "application/octet-stream",
        // The request and the part write this one themselves.
        "headers" => entries().any(|(name, _)| !name.eq_ignore_ascii_case("content-type")),
        // A text may be empty anyway.
        "allowEmptyValue" => *value == true && !is_text(map),
        "allowReserved" => *value == true,
        "callbacks" | "encoding" | "itemEncoding" => entries().next().is_some(),
        "prefixEncoding" => value.as_array().is_some_and(|list| !list.is_empty()),
        _ => says(key),
    }
}

/// Whether the keywords of a dialect of JSON Schema mean what they do in OpenAPI.
fn is_known_dialect(url: &str) -> bool {
    const KNOWN: &[&str] = &[
        "spec.openapis.org/oas/3",
        "json-schema.org/draft/20",
        "json-schema.org/draft-07",
        "json-schema.org/draft-06",
        "json-schema.org/schema",
    ];
    let name = url.split_once("://").map_or(url, |(_, name)| name);
    KNOWN.iter().any(|known| name.starts_with(known))
}

/// Whether the value of a parameter is a text, as far as its own schema says.
fn is_text(parameter: &Map<String, Value>) -> bool {
    let ty = parameter
        .get("schema")
        .and_then(|schema| schema.get("type"));
    ty.is_some_and(|ty| ty == "string")
}

#[cfg(test)]
mod tests {
    use super::unread;
    use crate::source::grammar::{Kind, newer};
    use serde_json::json;

    fn told(schema: &serde_json::Value) -> Vec<String> {
        let rows = newer::rows(Kind::Schema);
        let found = unread(rows, schema.as_object().unwrap());
        let words = found
            .iter()
            .map(|one| [&[one.key], one.with.as_slice()].concat().join(" "));
        words.collect()
    }

    #[test]
    fn what_belongs_together_is_told_once() {
        let schema = json!({"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {}, "minContains": 2, "contains": {}});
        assert_eq!(told(&schema), ["contains minContains", "if then"]);
    }

    #[test]
    fn what_says_nothing_is_not_told() {
        for silent in [
            json!({"not": {}}),
            json!({"not": {"description": "d"}, "title": "t"}),
            json!({"if": {"required": ["a"]}}),
            json!({"then": {"required": ["a"]}}),
            json!({"if": {}, "then": true, "else": {"title": "t"}}),
            json!({"contains": {"type": "string"}, "minContains": 0}),
            json!({"maxContains": 2}),
            json!({"dependentSchemas": {"a": {}}, "dependentRequired": {"a": []}}),
            json!({"propertyNames": {"type": "string"}}),
            json!({"unevaluatedProperties": true, "unevaluatedItems": {}}),
            json!({"contentEncoding": "8bit", "contentMediaType": "text/plain"}),
        ] {
            assert_eq!(told(&silent), [""; 0], "{silent}");
        }
    }
}
