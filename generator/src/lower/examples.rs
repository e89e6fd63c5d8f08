//! The examples of parameters and bodies. Those of bodies are no part of the typed document: they are large, and nobody asks for all.

use std::collections::BTreeMap;
use std::ops::ControlFlow::{Break, Continue};
use std::sync::Arc;

use indexmap::IndexMap;
use openapiv3::{Example, ReferenceOr};
use serde_json::Value;

use super::chains;
use super::document::Document;
use crate::pointer::Pointer;

/// The examples that references lead to. Many bodies show the same one.
#[derive(Debug, Default)]
pub(super) struct Shared(BTreeMap<Pointer, Arc<Value>>);

impl Shared {
    /// The first example of a body that stands here in the document.
    pub(super) fn of_content(
        &mut self,
        doc: Document<'_>,
        content: Option<&Value>,
    ) -> Option<Arc<Value>> {
        let one = content?.get("example").filter(|one| !one.is_null());
        if let Some(one) = one {
            return Some(Arc::new(one.clone()));
        }
        let mut many = content?.get("examples")?.as_object()?.values();
        many.find_map(|example| match example.get("$ref") {
            Some(Value::String(reference)) => {
                let (at, value) = referenced(doc, reference)?;
                let shared = self.0.entry(at);
                Some(Arc::clone(
                    shared.or_insert_with(|| Arc::new(value.clone())),
                ))
            }
            _ => Some(Arc::new(value(example)?.clone())),
        })
    }
}

/// The first example of a parameter.
pub(super) fn of_parameter(
    doc: Document<'_>,
    one: Option<&Value>,
    many: &IndexMap<String, ReferenceOr<Example>>,
) -> Option<Value> {
    let named = || {
        many.values().find_map(|example| match example {
            ReferenceOr::Item(example) => example.value.clone(),
            ReferenceOr::Reference { reference } => {
                referenced(doc, reference).map(|(_, value)| value.clone())
            }
        })
    };
    one.cloned().or_else(named)
}

/// The value of an example that a reference leads to, and the place of the example.
fn referenced<'d>(doc: Document<'d>, reference: &str) -> Option<(Pointer, &'d Value)> {
    let found = chains::end(Pointer::parse(reference)?, |at| {
        let example = doc.tree.get(&at);
        match example.and_then(|example| example.get("$ref")) {
            Some(Value::String(next)) => Pointer::parse(next).map_or(Break(None), Continue),
            _ => Break(example.and_then(value).map(|value| (at, value))),
        }
    });
    found?
}

fn value(example: &Value) -> Option<&Value> {
    example.get("value").filter(|value| !value.is_null())
}
