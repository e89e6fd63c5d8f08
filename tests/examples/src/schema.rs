//! A schema of OpenAPI as one of JSON Schema 2020-12: what 3.0 says in its own way, in the words of the standard.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::document::{Document, child, definition, target};

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
const LISTS: &[&str] = &["anyOf", "oneOf", "prefixItems"];
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
/// Keywords that say what a value is; a property without one of them is only described.
const KINDS: &[&str] = &[
    "$ref",
    "allOf",
    "anyOf",
    "const",
    "enum",
    "items",
    "oneOf",
    "properties",
    "type",
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
            merging: Vec::new(),
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
    /// The parts of an `allOf` that are being followed, so that a circle ends.
    merging: Vec<String>,
}

impl Translate<'_> {
    /// `free` are properties that need not be sent, by what stands around this candidate.
    fn schema(&mut self, schema: &Value, free: &BTreeSet<String>) -> Value {
        let mut declared = BTreeMap::new();
        if let Value::Object(schema) = schema {
            self.declared(schema, &mut declared, 0);
        }
        let unsent = declared.into_iter().filter(|(_, is_unsent)| *is_unsent);
        let free: BTreeSet<String> = unsent.map(|(name, _)| name).chain(free.clone()).collect();
        self.translated(schema, &free)
    }

    /// A part of an `allOf`. A reference is followed here, as what another part says of a property holds in it too.
    fn part(&mut self, part: &Value, free: &BTreeSet<String>) -> Value {
        let only = part.as_object().filter(|part| part.len() == 1);
        let reference = only.and_then(|part| part.get("$ref")?.as_str());
        let followed = reference
            .and_then(target)
            .filter(|at| !self.merging.contains(at));
        let document = self.document;
        let Some((at, schema)) = followed.and_then(|at| Some((at.clone(), document.get(&at)?)))
        else {
            return self.translated(part, free);
        };
        self.merging.push(at);
        let translated = self.part(schema, free);
        self.merging.pop();
        translated
    }

    fn translated(&mut self, schema: &Value, free: &BTreeSet<String>) -> Value {
        let Value::Object(schema) = schema else {
            return Value::Bool(schema.as_bool().unwrap_or(true));
        };
        let mut out = Map::new();
        for (key, value) in schema {
            let key = named(schema, key);
            if let Some(value) = self.keyword(key, value, schema, free) {
                out.insert(key.to_owned(), value);
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
            "$dynamicRef" => self.dynamic_reference(value),
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
            "allOf" => {
                let parts = value.as_array()?.iter();
                let parts: Vec<Value> = parts.map(|part| self.part(part, free)).collect();
                (!parts.is_empty()).then(|| Value::from(parts))
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

    /// Where nobody binds the anchor, it is that of the schema itself.
    fn dynamic_reference(&mut self, value: &Value) -> Option<Value> {
        let schemas = self.document.get("/components/schemas")?.as_object()?;
        let anchor = value.as_str()?.strip_prefix('#')?;
        let mut named = schemas.iter();
        let is_anchor = |schema: &Value| {
            schema
                .get("$dynamicAnchor")
                .is_some_and(|one| one == anchor)
        };
        let (name, _) = named.find(|(_, schema)| is_anchor(schema))?;
        let at = child("#/components/schemas", name);
        self.reference(&Value::from(at))
    }

    fn reference(&mut self, value: &Value) -> Option<Value> {
        let at = target(value.as_str()?)?;
        let reference = definition(&at);
        self.wanted.push(at);
        Some(Value::from(reference))
    }

    /// Collects the properties, also those of the parts of an `allOf`, and whether this sender need not send them: every
    /// declaration that says what the property is has to say so.
    fn declared(
        &self,
        schema: &Map<String, Value>,
        found: &mut BTreeMap<String, bool>,
        depth: usize,
    ) {
        const DEEPEST: usize = 16;
        let Some(keyword) = self.view.keyword().filter(|_| depth < DEEPEST) else {
            return;
        };
        let properties = schema.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            let is_unsent = property.get(keyword) == Some(&Value::Bool(true));
            if is_unsent || KINDS.iter().any(|key| property.get(*key).is_some()) {
                *found.entry(name.clone()).or_insert(true) &= is_unsent;
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
                self.declared(part, found, depth + 1);
            }
        }
    }
}

/// What a keyword is called today: before 2020-12 the places of a tuple stood under `items`.
fn named<'k>(schema: &Map<String, Value>, key: &'k str) -> &'k str {
    match key {
        _ if !schema.get("items").is_some_and(Value::is_array) => key,
        "items" => "prefixItems",
        "additionalItems" => "items",
        _ => key,
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
