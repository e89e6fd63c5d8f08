//! Lists within `style: deepObject`, about which OpenAPI says nothing: what is chosen is said once.

use std::collections::BTreeSet;

use super::reports::Reports;
use crate::diag::codes;
use crate::ir::{Api, Body, Encoding, Shape, Style, Type, TypeId, WholeQuery};
use crate::pointer::Pointer;

/// Says how such lists are sent, at the first of them.
pub(super) fn tell(api: &Api, reports: &mut Reports<'_, '_>) {
    let mut places: Vec<Pointer> = Vec::new();
    for operation in &api.operations {
        let params = operation.params.iter();
        let params = params.filter(|param| match &param.whole_query {
            Some(WholeQuery::Form(encodings)) => sends_list(&param.ty, encodings, api),
            Some(WholeQuery::Json) => false,
            None => param.style == Style::DeepObject && has_list(&param.ty, api),
        });
        let bodies = operation.body.iter().flat_map(Body::contents);
        let bodies = bodies.filter(|content| sends_list(&content.ty, &content.encodings, api));
        let found = params
            .map(|param| &param.at)
            .chain(bodies.map(|content| &content.at));
        for at in found {
            if !places.contains(at) {
                places.push(at.clone());
            }
        }
    }
    let Some(first) = places.first() else {
        return;
    };
    let place = match places.len() {
        1 => "here".to_owned(),
        2 => "here and at one other place".to_owned(),
        many => format!("here and at {} other places", many - 1),
    };
    reports.report(codes::LIST_IN_DEEP_OBJECT, first, |found| {
        found.arg("place", place)
    });
}

/// Whether some field of a form is a deep object with a list in it.
fn sends_list(ty: &Type, encodings: &[Encoding], api: &Api) -> bool {
    let Type::Named(id) = api.resolved_value(ty) else {
        return false;
    };
    let Shape::Struct(object) = &api.get(*id).shape else {
        return false;
    };
    let deep = encodings.iter().filter(|encoding| {
        encoding
            .style
            .is_some_and(|(style, _)| style == Style::DeepObject)
    });
    let mut fields = deep.filter_map(|encoding| {
        let mut fields = object.fields.iter();
        fields.find(|field| field.wire == encoding.wire)
    });
    fields.any(|field| has_list(&field.ty, api))
}

fn has_list(ty: &Type, api: &Api) -> bool {
    let (mut open, mut seen): (Vec<&Type>, BTreeSet<TypeId>) = (vec![ty], BTreeSet::new());
    while let Some(ty) = open.pop() {
        match ty {
            Type::Array(_) | Type::Tuple(_) => return true,
            Type::Named(id) if seen.insert(*id) => open.extend(api.get(*id).shape.types()),
            _ => open.extend(ty.parts()),
        }
    }
    false
}
