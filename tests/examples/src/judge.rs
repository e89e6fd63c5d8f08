//! What is valid: asks the `jsonschema` crate, and nobody else.

use std::collections::BTreeMap;

use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

use crate::document::{Document, definition, target};
use crate::schema::{View, definitions};

/// The validators of a document, each made when it is first asked for.
#[derive(Debug)]
pub struct Judge<'d> {
    document: &'d Document,
    validators: BTreeMap<(String, View), Option<Validator>>,
}

impl<'d> Judge<'d> {
    /// Of the schemas of a document.
    pub fn new(document: &'d Document) -> Self {
        Self {
            document,
            validators: BTreeMap::new(),
        }
    }

    /// Whether a value is valid under the schema at a pointer, and under the heir of it that its tag names; `None` if a schema
    /// cannot be read.
    pub fn is_valid(&mut self, at: &str, view: View, value: &Value) -> Option<bool> {
        let is_heir = |heir: &String| heir != at;
        let heir = heir(self.document, at, value).filter(is_heir);
        let is_valid = self.is_valid_alone(at, view, value)?;
        match heir {
            Some(heir) if is_valid => self.is_valid_alone(&heir, view, value),
            _ => Some(is_valid),
        }
    }

    fn is_valid_alone(&mut self, at: &str, view: View, value: &Value) -> Option<bool> {
        let document = self.document;
        let entry = self.validators.entry((at.to_owned(), view));
        let validator = entry.or_insert_with(|| validator(document, at, view));
        Some(validator.as_ref()?.is_valid(value))
    }
}

/// The schema that a parent without candidates means by the tag of a value: JSON Schema knows no discriminators.
fn heir(document: &Document, at: &str, value: &Value) -> Option<String> {
    let schema = document.get(at)?;
    let discriminator = schema.get("discriminator")?;
    if schema.get("oneOf").or(schema.get("anyOf")).is_some() {
        return None;
    }
    let tag = value.get(discriminator.get("propertyName")?.as_str()?)?;
    target(discriminator.get("mapping")?.get(tag.as_str()?)?.as_str()?)
}

fn validator(document: &Document, at: &str, view: View) -> Option<Validator> {
    let schema = json!({
        "$ref": definition(at),
        "$defs": definitions(document, at, view),
    });
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(false)
        .offline()
        .build(&schema)
        .ok()
}
