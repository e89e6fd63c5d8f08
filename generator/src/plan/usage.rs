//! Which types callers send: all that request bodies and parameters reach.

use std::collections::BTreeSet;

use crate::ir::{Additional, Api, Body, Shape, Type, TypeId};

/// The types that a request can hold.
pub(super) fn requested(api: &Api) -> BTreeSet<TypeId> {
    let mut open = Vec::new();
    for operation in &api.operations {
        let contents = operation.body.iter().flat_map(Body::contents);
        contents.for_each(|content| named(&content.ty, &mut open));
        operation
            .params
            .iter()
            .for_each(|param| named(&param.ty, &mut open));
    }
    let mut reached = BTreeSet::new();
    while let Some(id) = open.pop() {
        if reached.insert(id) {
            parts(&api.get(id).shape, &mut open);
        }
    }
    reached
}

fn parts(shape: &Shape, open: &mut Vec<TypeId>) {
    match shape {
        Shape::Struct(object) => {
            object
                .fields
                .iter()
                .for_each(|field| named(&field.ty, open));
            if let Additional::Kept(value) = &object.additional {
                named(value, open);
            }
        }
        Shape::Union(union) => union
            .variants
            .iter()
            .for_each(|variant| named(&variant.ty, open)),
        Shape::Alias(ty) => named(ty, open),
        Shape::Enum(_) => {}
    }
}

fn named(ty: &Type, open: &mut Vec<TypeId>) {
    if let Type::Named(id) = ty {
        open.push(*id);
    }
    ty.parts().iter().for_each(|part| named(part, open));
}
