//! The operations of a document and what their references stand for, for the rules beside this file. Reports nothing.

use serde_json::Value;

use crate::method::Method;
use crate::pointer::Pointer;
use crate::source::Tree;

/// Longer chains of references are cycles.
const MAX_STEPS: usize = 64;

/// An operation with the path it belongs to.
pub(super) struct Operation<'t> {
    /// The path, such as `/users/{id}`.
    pub(super) path: &'t str,
    /// Where the operation is.
    pub(super) at: Pointer,
    /// The operation.
    pub(super) value: &'t Value,
    /// Where the path item is.
    pub(super) item_at: Pointer,
    /// The path item.
    pub(super) item: &'t Value,
}

/// Every operation, in the order of the document.
pub(super) fn operations(tree: &Tree) -> Vec<Operation<'_>> {
    let paths = Pointer::root().child("paths");
    let mut all = Vec::new();
    for (path, item) in tree
        .root
        .get("paths")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        // What is a reference still leads nowhere, for which there is a rule of its own.
        if item.get("$ref").is_some_and(Value::is_string) {
            continue;
        }
        let item_at = paths.child(path);
        for (method, value) in Method::of_item(item) {
            all.push(Operation {
                path,
                at: method.at(&item_at),
                value,
                item_at: item_at.clone(),
                item,
            });
        }
    }
    all
}

/// What a node stands for, and where that is; `None` if its reference leads nowhere.
pub(super) fn follow<'t>(
    tree: &'t Tree,
    at: &Pointer,
    value: &'t Value,
) -> Option<(Pointer, &'t Value)> {
    let mut here = (at.clone(), value);
    for _ in 0..MAX_STEPS {
        let Some(Value::String(target)) = here.1.get("$ref") else {
            return Some(here);
        };
        let at = Pointer::parse(target)?;
        let value = tree.get(&at)?;
        here = (at, value);
    }
    None
}
