//! Which types callers send: all that request bodies and parameters reach.

use std::collections::BTreeSet;

use crate::ir::{Api, Body, TypeId};

/// The types that a request can hold.
pub(super) fn requested(api: &Api) -> BTreeSet<TypeId> {
    let mut open = Vec::new();
    for operation in &api.operations {
        let contents = operation.body.iter().flat_map(Body::contents);
        contents.for_each(|content| open.extend(content.ty.named()));
        operation
            .params
            .iter()
            .for_each(|param| open.extend(param.ty.named()));
    }
    reached(open, api)
}

/// These types and all that values of them can hold.
pub fn reached(mut open: Vec<TypeId>, api: &Api) -> BTreeSet<TypeId> {
    let mut reached = BTreeSet::new();
    while let Some(id) = open.pop() {
        if reached.insert(id) {
            for ty in api.get(id).shape.types() {
                open.extend(ty.named());
            }
        }
    }
    reached
}
