//! What is valid: asks the `jsonschema` crate, and nobody else.

use std::collections::BTreeMap;

use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

use crate::document::{Document, definition};
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

    /// Whether a value is valid under the schema at a pointer; `None` if the schema cannot be read.
    pub fn is_valid(&mut self, at: &str, view: View, value: &Value) -> Option<bool> {
        let document = self.document;
        let entry = self.validators.entry((at.to_owned(), view));
        let validator = entry.or_insert_with(|| validator(document, at, view));
        Some(validator.as_ref()?.is_valid(value))
    }
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
