//! A schema of OpenAPI as one of JSON Schema 2020-12: what 3.0 says in its own way, in the words of the standard.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::document::{Document, child, target};

/// Who sends a value: nobody demands of a caller what only the server sends, nor the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// As the schema says.
    Both,
    /// A caller: properties that are `readOnly` are not required.
    Request,
    /// The server: properties that are `writeOnly` are not required.
    Response,
}

impl View {
    /// Marks a property that this sender need not send.
    fn keyword(self) -> Option<&'static str> {
        match self {
            Self::Both => None,
            Self::Request => Some("readOnly"),
            Self::Response => Some("writeOnly"),
        }
    }
}

/// Keywords of one schema.
const ONE: &[&str] = &[
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
];
/// Keywords of a list of schemas.
const LISTS: &[&str] = &["allOf", "anyOf", "oneOf", "prefixItems"];
/// Keywords of a map of schemas.
const MAPS: &[&str] = &["properties", "patternProperties", "dependentSchemas"];
/// Keywords of a count.
const COUNTS: &[&str] = &[
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "minContains",
    "maxContains",
];
/// Keywords of a number.
const NUMBERS: &[&str] = &[
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
];
const TYPES: &[&str] = &[
    "array", "boolean", "integer", "null", "number", "object", "string",
];

/// The definitions of a schema and all that it refers to, by the pointer in the document.
pub fn definitions(document: &Document, at: &str, view: View) -> Map<String, Value> {
    let mut translated = Map::new();
    let mut wanted = vec![at.to_owned()];
    while let Some(at) = wanted.pop() {
        if translated.contains_key(&at) {
            continue;
        }
        let mut translate = Translate {
            document,
            view,
            wanted: Vec::new(),
        };
        let schema = match document.get(&at) {
            Some(schema) => translate.schema(schema, &BTreeSet::new()),
            // A reference that leads nowhere says nothing.
            None => Value::Bool(true),
        };
        wanted.append(&mut translate.wanted);
        translated.insert(at, schema);
    }
    translated
}

struct Translate<'d> {
    document: &'d Document,
    view: View,
    /// What references lead to.
    wanted: Vec<String>,
}

impl Translate<'_> {
    /// `free` are properties that need not be sent, by what stands around this part of an `allOf`.
    fn schema(&mut self, schema: &Value, free: &BTreeSet<String>) -> Value {
        let Value::Object(schema) = schema else {
            return Value::Bool(schema.as_bool().unwrap_or(true));
        };
        let mut free = free.clone();
        self.unsent(schema, &mut free, 0);
        let mut out = Map::new();
        for (key, value) in schema {
            if let Some(value) = self.keyword(key, value, schema, &free) {
                out.insert(key.clone(), value);
            }
        }
        for (bound, exclusive) in [
            ("minimum", "exclusiveMinimum"),
            ("maximum", "exclusiveMaximum"),
        ] {
            if schema.get(exclusive) == Some(&Value::Bool(true))
                && let Some(limit) = out.remove(bound)
            {
                out.insert(exclusive.to_owned(), limit);
            }
        }
        if schema.get("nullable") == Some(&Value::Bool(true)) {
            return json!({ "anyOf": [{ "type": "null" }, out] });
        }
        Value::Object(out)
    }

    /// A keyword that says what is valid, and says it in a form that means something.
    fn keyword(
        &mut self,
        key: &str,
        value: &Value,
        schema: &Map<String, Value>,
        free: &BTreeSet<String>,
    ) -> Option<Value> {
        let none = BTreeSet::new();
        let is_map = value.is_object();
        match key {
            "$ref" => self.reference(value),
            "type" => types(value),
            "enum" => value.is_array().then(|| value.clone()),
            "const" => Some(value.clone()),
            "required" => {
                let names = value
                    .as_array()?
                    .iter()
                    .filter(|name| name.as_str().is_some_and(|name| !free.contains(name)));
                let names: BTreeSet<&str> = names.filter_map(Value::as_str).collect();
                Some(json!(names))
            }
            "pattern" => {
                let is_sound = jsonschema::validator_for(&json!({ "pattern": value })).is_ok();
                (value.is_string() && is_sound).then(|| value.clone())
            }
            "uniqueItems" => value.is_boolean().then(|| value.clone()),
            _ if COUNTS.contains(&key) => value.as_u64().map(Value::from),
            _ if NUMBERS.contains(&key) => value.is_number().then(|| value.clone()),
            // A schema under 3.0 may stand beside one of 3.1 that knows tuples.
            _ if ONE.contains(&key) && (is_map || value.is_boolean()) => {
                Some(self.schema(value, &none))
            }
            _ if LISTS.contains(&key) => {
                let around = if key == "prefixItems" { &none } else { free };
                let parts = value.as_array()?.iter();
                let parts: Vec<Value> = parts.map(|part| self.schema(part, around)).collect();
                (!parts.is_empty()).then(|| Value::from(parts))
            }
            _ if MAPS.contains(&key) => {
                let parts = value.as_object()?.iter();
                let parts = parts.map(|(name, part)| (name.clone(), self.schema(part, &none)));
                Some(Value::Object(parts.collect()))
            }
            _ => {
                // Definitions are reached by reference; the rest are annotations.
                debug_assert!(schema.contains_key(key));
                None
            }
        }
    }

    fn reference(&mut self, value: &Value) -> Option<Value> {
        let at = target(value.as_str()?)?;
        let reference = child("#/$defs", &at);
        self.wanted.push(at);
        // The pointer is a fragment of a URI here.
        Some(Value::from(
            reference.replace('%', "%25").replace(' ', "%20"),
        ))
    }

    /// Collects the properties that this sender need not send, also those of the parts of an `allOf`.
    fn unsent(&self, schema: &Map<String, Value>, found: &mut BTreeSet<String>, depth: usize) {
        const DEEPEST: usize = 16;
        let Some(keyword) = self.view.keyword().filter(|_| depth < DEEPEST) else {
            return;
        };
        let properties = schema.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            if property.get(keyword) == Some(&Value::Bool(true)) {
                found.insert(name.clone());
            }
        }
        let parts = schema.get("allOf").and_then(Value::as_array);
        for part in parts.into_iter().flatten() {
            let referenced = part.get("$ref").and_then(Value::as_str).and_then(target);
            let part = match referenced {
                Some(at) => self.document.get(&at),
                None => Some(part),
            };
            if let Some(Value::Object(part)) = part {
                self.unsent(part, found, depth + 1);
            }
        }
    }
}

/// The names of types that exist; `nullable` is added around.
fn types(value: &Value) -> Option<Value> {
    let is_type = |name: &Value| name.as_str().is_some_and(|name| TYPES.contains(&name));
    match value {
        Value::Array(names) => {
            let names: BTreeSet<&str> = names
                .iter()
                .filter(|name| is_type(name))
                .filter_map(Value::as_str)
                .collect();
            (!names.is_empty()).then(|| json!(names))
        }
        name => is_type(name).then(|| name.clone()),
    }
}
