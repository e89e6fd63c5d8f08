//! The examples of parameters and bodies.

use indexmap::IndexMap;
use openapiv3::{Example, ReferenceOr};
use serde_json::Value;

use super::document::Document;
use super::references::follow;
use crate::pointer::Pointer;

/// The first example of a parameter or a body.
pub(super) fn first(
    doc: Document<'_>,
    one: Option<&Value>,
    many: &IndexMap<String, ReferenceOr<Example>>,
) -> Option<Value> {
    let components = doc.components();
    let named = many.values().find_map(|example| {
        let find = |key: &str| components?.examples.get(key);
        let (example, _) = follow(example, Pointer::root(), "examples", find)?;
        example.value.clone()
    });
    one.cloned().or(named)
}
