//! Values made up from the schemas of a document, the same in every run. Whether one is valid is not judged here: a schema may
//! say what is not looked at, such as a pattern.

use serde_json::{Map, Value, json};

use crate::document::{Document, child, target};
use crate::examples::Example;
use crate::random::Random;
use crate::schema::View;
use crate::types::Types;

/// Below this, only what must be there is.
const DEEP: usize = 6;
/// A schema that demands itself has no value.
const DEEPEST: usize = 24;

/// So many values of each component schema that has a type of its own.
pub fn all(document: &Document, types: &Types, count: usize) -> Vec<Example> {
    let schemas = document
        .get("/components/schemas")
        .and_then(Value::as_object);
    let mut found = Vec::new();
    for name in schemas.into_iter().flat_map(Map::keys) {
        let schema = child("/components/schemas", name);
        let known = types.at(&schema);
        let mut maker = Maker {
            document,
            random: Random::new(&schema),
        };
        let values = (0..count).map(|index| Example {
            at: format!("{schema} (random value {index})"),
            schema: schema.clone(),
            view: View::Both,
            types: known.clone(),
            value: maker.value(&schema, 0),
        });
        found.extend(values.filter(|example| !example.types.is_empty()));
    }
    found
}

struct Maker<'d> {
    document: &'d Document,
    random: Random,
}

impl Maker<'_> {
    /// A value for the schema at a place.
    fn value(&mut self, at: &str, depth: usize) -> Value {
        let Some(Value::Object(schema)) = self.document.get(at) else {
            return self.any();
        };
        if depth > DEEPEST {
            return Value::Null;
        }
        if let Some(next) = schema.get("$ref").and_then(Value::as_str).and_then(target) {
            return self.value(&next, depth + 1);
        }
        let types = types(schema);
        let is_nullable = schema.get("nullable") == Some(&Value::Bool(true));
        if (is_nullable || types.contains(&"null")) && self.random.below(4) == 0 {
            return Value::Null;
        }
        if let Some(only) = schema.get("const") {
            return only.clone();
        }
        if let Some(values) = schema.get("enum").and_then(Value::as_array) {
            return self.random.pick(values).cloned().unwrap_or_default();
        }
        let types: Vec<&str> = types.into_iter().filter(|ty| *ty != "null").collect();
        match self.random.pick(&types).copied() {
            Some("array") => self.list(at, schema, depth),
            Some("boolean") => Value::from(self.random.below(2) == 0),
            Some("integer") => Value::from(self.integer(schema)),
            // `type: number` with the format of an integer means one.
            Some("number") if is_integer(schema) => Value::from(self.integer(schema)),
            Some("number") => json!(self.number(schema)),
            Some("string") => Value::from(self.text(schema)),
            // As `properties` mean an object; whoever writes `items` means a list.
            None if schema.contains_key("items") => self.list(at, schema, depth),
            _ => self.composed(at, schema, depth),
        }
    }

    /// What the schema says itself, with what its parts and one of its candidates say.
    fn composed(&mut self, at: &str, schema: &Map<String, Value>, depth: usize) -> Value {
        let mut whole = self.object(at, schema, depth);
        for key in ["allOf", "oneOf", "anyOf"] {
            let at = child(at, key);
            let count = self.document.get(&at).and_then(Value::as_array);
            let count = count.map_or(0, Vec::len);
            let chosen = self.random.below(count);
            for index in (0..count).filter(|index| key == "allOf" || *index == chosen) {
                let part = format!("{at}/{index}");
                let mut value = self.value(&part, depth + 1);
                self.tag(schema, &part, &mut value);
                match (&mut whole, value) {
                    (Some(Value::Object(whole)), Value::Object(part)) => whole.extend(part),
                    (whole, value) => *whole = Some(value),
                }
            }
        }
        whole.unwrap_or_else(|| self.any())
    }

    /// Writes the tag by which a discriminator tells this candidate.
    fn tag(&self, schema: &Map<String, Value>, part: &str, value: &mut Value) {
        let tag = schema.get("discriminator");
        let name = tag.and_then(|tag| tag.get("propertyName")?.as_str());
        let reference = self.document.get(&child(part, "$ref"));
        let (Some(tag), Some(name), Value::Object(value), Some(reference)) =
            (tag, name, value, reference.and_then(Value::as_str))
        else {
            return;
        };
        let last = reference.rsplit('/').next();
        let mapping = tag.get("mapping").and_then(Value::as_object);
        let mut mapping = mapping.into_iter().flatten();
        let mapped = mapping.find(|(_, to)| to.as_str() == Some(reference) || to.as_str() == last);
        let key = mapped.map(|(key, _)| key.as_str()).or(last);
        value.insert(name.to_owned(), json!(key));
    }

    /// The properties, or `None` if the schema speaks of none.
    fn object(&mut self, at: &str, schema: &Map<String, Value>, depth: usize) -> Option<Value> {
        let properties = schema.get("properties").and_then(Value::as_object);
        let additional = schema.get("additionalProperties");
        let is_object = types(schema).contains(&"object");
        if properties.is_none() && additional.is_none() && !is_object {
            return None;
        }
        let mut found = Map::new();
        let required = schema.get("required").and_then(Value::as_array);
        for name in properties.into_iter().flat_map(Map::keys) {
            let is_required =
                required.is_some_and(|names| names.iter().any(|known| known == name.as_str()));
            if is_required || depth < DEEP && self.random.below(2) == 0 {
                let at = child(&child(at, "properties"), name);
                found.insert(name.clone(), self.value(&at, depth + 1));
            }
        }
        if additional.is_some_and(|schema| schema != &Value::Bool(false)) && depth < DEEP {
            for index in 0..self.random.below(3) {
                let at = child(at, "additionalProperties");
                found.insert(format!("more {index}"), self.value(&at, depth + 1));
            }
        }
        Some(Value::Object(found))
    }

    fn list(&mut self, at: &str, schema: &Map<String, Value>, depth: usize) -> Value {
        let bound = |key: &str| {
            let bound = schema.get(key).and_then(Value::as_u64);
            bound.and_then(|bound| usize::try_from(bound).ok())
        };
        let least = bound("minItems").unwrap_or(0);
        let most = bound("maxItems").unwrap_or(least + 2);
        let more = if depth < DEEP {
            most - most.min(least)
        } else {
            0
        };
        let length = least + self.random.below(more.min(2) + 1);
        let places: Vec<String> = (0..length)
            .map(|index| self.document.element(at, index))
            .collect();
        let items = places.iter().map(|at| self.value(at, depth + 1));
        Value::Array(items.collect())
    }

    /// Of the formats that a type of its own may read.
    fn text(&mut self, schema: &Map<String, Value>) -> String {
        const WORDS: &[&str] = &["", "a", "two words", "naïve ☃", "\"quoted\"\n", "null", "0"];
        let day = 1 + self.random.below(28);
        match schema.get("format").and_then(Value::as_str) {
            Some("date-time") => return format!("2024-02-{day:02}T03:04:05Z"),
            Some("date") => return format!("2024-02-{day:02}"),
            Some("time") => return format!("03:04:{day:02}Z"),
            Some("duration") => return format!("P{day}D"),
            Some("uuid") => return format!("5389a034-eb5c-47b5-8a9e-f79c99ef{day:04}"),
            Some("uri" | "url") => return format!("https://example.com/{day}"),
            Some("email") => return format!("user{day}@example.com"),
            Some("byte") => return "aGVsbG8=".to_owned(),
            Some("decimal") => return format!("{day}.25"),
            Some("ipv4") => return format!("192.0.2.{day}"),
            Some("ipv6") => return format!("2001:db8::{day}"),
            _ => {}
        }
        let bound = |key: &str| schema.get(key).and_then(Value::as_u64);
        let mut text = (*self.random.pick(WORDS).unwrap_or(&"")).to_owned();
        while (text.chars().count() as u64) < bound("minLength").unwrap_or(0).min(1000) {
            text.push('x');
        }
        let most = bound("maxLength").and_then(|most| usize::try_from(most).ok());
        text.chars().take(most.unwrap_or(usize::MAX)).collect()
    }

    fn integer(&mut self, schema: &Map<String, Value>) -> i64 {
        let format = schema.get("format").and_then(Value::as_str);
        let (low, high) = match format {
            Some("int8") => (i64::from(i8::MIN), i64::from(i8::MAX)),
            Some("uint8") => (0, i64::from(u8::MAX)),
            Some("int16") => (i64::from(i16::MIN), i64::from(i16::MAX)),
            Some("uint16") => (0, i64::from(u16::MAX)),
            Some("int32") => (i64::from(i32::MIN), i64::from(i32::MAX)),
            Some("uint32") => (0, i64::from(u32::MAX)),
            Some(format) if format.starts_with("uint") => (0, i64::MAX),
            _ => (i64::MIN, i64::MAX),
        };
        let bound = |key: &str| schema.get(key).and_then(Value::as_i64);
        let low = bound("minimum").map_or(low, |least| least.max(low));
        let high = bound("maximum").map_or(high, |most| most.min(high));
        let near = [low, high, 0, 1, -1, 7, 1000].map(|number| number.clamp(low, high.max(low)));
        *self.random.pick(&near).unwrap_or(&low)
    }

    /// Numbers that 32 bits hold exactly.
    fn number(&mut self, schema: &Map<String, Value>) -> f64 {
        let bound = |key: &str| schema.get(key).and_then(Value::as_f64);
        let low = bound("minimum").unwrap_or(f64::MIN);
        let high = bound("maximum").unwrap_or(f64::MAX);
        let near =
            [0.0, 0.5, -1.25, 3.0, 1024.5].map(|number: f64| number.clamp(low, high.max(low)));
        *self.random.pick(&near).unwrap_or(&low)
    }

    /// Any JSON.
    fn any(&mut self) -> Value {
        let values = [
            Value::Null,
            json!(true),
            json!(7),
            json!("text"),
            json!([1, null]),
            json!({ "a": { "b": [] } }),
        ];
        self.random.pick(&values).cloned().unwrap_or_default()
    }
}

fn is_integer(schema: &Map<String, Value>) -> bool {
    let format = schema.get("format").and_then(Value::as_str);
    format.is_some_and(|format| format.starts_with("int") || format.starts_with("uint"))
}

fn types(schema: &Map<String, Value>) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
