//! Whether a value came back as it went in.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::document::{Document, child, target};
use crate::judge::Judge;
use crate::schema::View;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The same value.
    Equal,
    /// The same, without properties that no schema names: those are ignored by design.
    WithoutUnnamed,
    /// Another value; the text says where.
    Different(String),
}

/// Compares a value with what was written after it was read.
pub fn compare<'d>(
    judge: &mut Judge<'d>,
    document: &'d Document,
    (schema, view): (&str, View),
    before: &Value,
    after: &Value,
) -> Outcome {
    let mut compare = Compare {
        judge,
        document,
        view,
        has_unnamed: false,
    };
    let schemas = BTreeSet::from([schema.to_owned()]);
    match compare.value("", &schemas, before, after) {
        Err(difference) => Outcome::Different(difference),
        Ok(()) if compare.has_unnamed => Outcome::WithoutUnnamed,
        Ok(()) => Outcome::Equal,
    }
}

struct Compare<'c, 'd> {
    judge: &'c mut Judge<'d>,
    document: &'d Document,
    view: View,
    has_unnamed: bool,
}

impl Compare<'_, '_> {
    /// `schemas` are those that the value is under.
    fn value(
        &mut self,
        at: &str,
        schemas: &BTreeSet<String>,
        before: &Value,
        after: &Value,
    ) -> Result<(), String> {
        match (before, after) {
            (Value::Object(before), Value::Object(after)) => {
                let schemas = self.holding(schemas, &Value::Object(before.clone()));
                self.object(at, &schemas, before, after)
            }
            (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
                let whole = Value::Array(before.clone());
                let schemas = self.holding(schemas, &whole);
                for (index, (before, after)) in before.iter().zip(after).enumerate() {
                    let item = self.items(&schemas, index);
                    self.value(&format!("{at}/{index}"), &item, before, after)?;
                }
                Ok(())
            }
            (before, after) if is_same(before, after) => Ok(()),
            (before, after) if is_single(before, after) && self.is_float(schemas, before) => Ok(()),
            (before, after) => Err(became(at, before, after)),
        }
    }

    fn object(
        &mut self,
        at: &str,
        schemas: &BTreeSet<String>,
        before: &Map<String, Value>,
        after: &Map<String, Value>,
    ) -> Result<(), String> {
        for (name, value) in before {
            let place = child(at, name);
            let named = self.property(schemas, name);
            match (after.get(name), named) {
                (Some(written), named) => {
                    self.value(&place, &named.unwrap_or_default(), value, written)?;
                }
                (None, Some(_)) => return Err(format!("{place}: {} is lost", short(value))),
                (None, None) => self.has_unnamed = true,
            }
        }
        match after.keys().find(|name| !before.contains_key(*name)) {
            Some(name) => Err(format!("{}: was not there", child(at, name))),
            None => Ok(()),
        }
    }

    /// The schemas with those that they refer to and are made of, as far as the value is valid under them.
    fn holding(&mut self, schemas: &BTreeSet<String>, value: &Value) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut next: Vec<String> = schemas.iter().cloned().collect();
        while let Some(at) = next.pop() {
            let Some(Value::Object(schema)) = self.document.get(&at) else {
                continue;
            };
            if !found.insert(at.clone()) {
                continue;
            }
            let referenced = schema.get("$ref").and_then(Value::as_str);
            next.extend(referenced.and_then(target));
            for key in ["allOf", "oneOf", "anyOf"] {
                let count = schema
                    .get(key)
                    .and_then(Value::as_array)
                    .map_or(0, Vec::len);
                let parts = (0..count).map(|index| format!("{at}/{key}/{index}"));
                let valid: Vec<String> = parts
                    .filter(|part| {
                        key == "allOf" || self.judge.is_valid(part, self.view, value) == Some(true)
                    })
                    .collect();
                next.extend(valid);
            }
        }
        found
    }

    /// The schemas of a property, or `None` where none of them speaks of it.
    fn property(&self, schemas: &BTreeSet<String>, name: &str) -> Option<BTreeSet<String>> {
        let mut found = BTreeSet::new();
        let mut is_named = false;
        for at in schemas {
            let named = child(&child(at, "properties"), name);
            let rest = child(at, "additionalProperties");
            let tag = child(&child(at, "discriminator"), "propertyName");
            is_named |= self.document.get(&tag).is_some_and(|tag| tag == name);
            if self.document.get(&named).is_some() {
                is_named = true;
                found.insert(named);
            } else if let Some(rest_schema) = self.document.get(&rest) {
                is_named |= rest_schema != &Value::Bool(false);
                found.insert(rest);
            }
        }
        is_named.then_some(found)
    }

    /// Whether the document promises no more than the digits of a 32-bit number.
    fn is_float(&mut self, schemas: &BTreeSet<String>, value: &Value) -> bool {
        let schemas = self.holding(schemas, value);
        let mut formats = schemas
            .iter()
            .filter_map(|at| self.document.get(&child(at, "format")));
        formats.any(|format| format == "float")
    }

    fn items(&self, schemas: &BTreeSet<String>, index: usize) -> BTreeSet<String> {
        let places = schemas.iter().map(|at| self.document.element(at, index));
        places.collect()
    }
}

/// Numbers are the same if they have the same value, however they are written.
fn is_same(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Number(before), Value::Number(after)) => {
            before == after
                || ((before.is_f64() || after.is_f64()) && before.as_f64() == after.as_f64())
        }
        (before, after) => before == after,
    }
}

/// Whether two numbers are the same 32-bit number.
fn is_single(before: &Value, after: &Value) -> bool {
    let single = |value: &Value| {
        value
            .is_number()
            .then(|| value.to_string().parse::<f32>().ok())
    };
    single(before).flatten().is_some() && single(before) == single(after)
}

fn became(at: &str, before: &Value, after: &Value) -> String {
    format!("{at}: {} became {}", short(before), short(after))
}

/// A value in a few words.
pub fn short(value: &Value) -> String {
    const LONGEST: usize = 120;
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
