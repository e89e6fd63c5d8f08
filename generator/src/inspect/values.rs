//! Values without a type name of their own: properties, candidates of unions, parameters and bodies, each with its Rust type.

use std::collections::BTreeSet;

use super::rust_type;
use crate::ir::{Additional, Body, Content, ContentKind, Operation, Shape, TypeDef};
use crate::plan::Plan;
use crate::pointer::Pointer;

/// Pointer and type of each, in the order of the document; what several operations share is there once.
pub(super) fn all(plan: &Plan) -> Vec<(String, String)> {
    let mut found: Vec<(Pointer, String)> = Vec::new();
    for (_, def) in plan.api.declared() {
        found.extend(of_type(def, plan));
    }
    for operation in &plan.api.operations {
        found.extend(of_operation(operation, plan));
    }
    let mut seen = BTreeSet::new();
    let named = found.into_iter();
    let named = named.map(|(at, ty)| (plan.api.written(&at).to_string(), ty));
    named.filter(|value| seen.insert(value.clone())).collect()
}

fn of_type(def: &TypeDef, plan: &Plan) -> Vec<(Pointer, String)> {
    match &def.shape {
        // A form has no JSON.
        shape if shape.is_form() => Vec::new(),
        Shape::Struct(object) => {
            let fields = object.fields.iter().map(|field| {
                let ty = field.value();
                (field.at.clone(), rust_type(&ty, plan))
            });
            let rest = match &object.additional {
                Additional::Kept(ty) => {
                    Some((def.at.child("additionalProperties"), rust_type(ty, plan)))
                }
                Additional::Ignored => None,
            };
            fields.chain(rest).collect()
        }
        Shape::Union(union) => {
            let variants = union.variants.iter();
            variants
                .map(|variant| (variant.at.clone(), rust_type(&variant.ty, plan)))
                .collect()
        }
        Shape::Enum(_) | Shape::Alias(_) => Vec::new(),
    }
}

fn of_operation(operation: &Operation, plan: &Plan) -> Vec<(Pointer, String)> {
    let params = operation.params.iter();
    let params = params.map(|param| (param.at.clone(), rust_type(&param.ty, plan)));
    let sent = operation.body.iter().flat_map(Body::contents);
    let answered = operation
        .responses
        .iter()
        .flat_map(|response| &response.contents);
    let contents = sent
        .chain(answered)
        .filter(|content| has_json(content))
        .map(|content| (content.at.clone(), rust_type(&content.ty, plan)));
    params.chain(contents).collect()
}

/// The parts of a multipart body are no JSON, nor are bytes.
fn has_json(content: &Content) -> bool {
    match content.kind {
        ContentKind::Json | ContentKind::Text | ContentKind::Form => true,
        ContentKind::Multipart | ContentKind::Bytes | ContentKind::Stream(_) => false,
    }
}
