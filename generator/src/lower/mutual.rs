//! Unions that hold each other with nothing in between: they have the same values, those of all their other candidates.

use std::collections::{BTreeMap, BTreeSet};

use super::cycles::{by_pointer, in_place, nth};
use super::variants;
use crate::ir::holding::{Part, strongly_connected};
use crate::ir::{Api, Shape, Type, TypeId, Variant};

/// Gives all candidates to the first of such unions by pointer, and makes the others names of it. Not where a tag selects one of
/// them, which would be lost.
pub(super) fn join(api: &mut Api) {
    let parts: Vec<Vec<Part>> = api.types.iter().map(|def| links(&def.shape)).collect();
    if parts.iter().all(Vec::is_empty) {
        return;
    }
    let numbers = strongly_connected(&parts);
    let mut all: BTreeMap<usize, Vec<TypeId>> = BTreeMap::new();
    for id in by_pointer(api) {
        if let Shape::Union(_) = &api.get(id).shape {
            all.entry(numbers[id.0]).or_default().push(id);
        }
    }
    for (number, members) in all {
        let is_inside = |part: &Part| numbers[part.ty] == number;
        let is_cycle = members.iter().any(|id| parts[id.0].iter().any(is_inside));
        let is_told =
            |id: &TypeId| matches!(&api.get(*id).shape, Shape::Union(union) if union.tag.is_some());
        if is_cycle && !members.iter().any(is_told) {
            join_one(api, &members, |id| numbers[id.0] == number);
        }
    }
}

fn join_one(api: &mut Api, members: &[TypeId], is_inside: impl Fn(TypeId) -> bool) {
    let [first, others @ ..] = members else {
        return;
    };
    let found = candidates(api, *first, is_inside);
    if found.is_empty() {
        // No value is one of them, which is told where cycles are broken.
        return;
    }
    let nullable = members.iter().any(|id| api.get(*id).nullable);
    for id in others {
        api.types[id.0].shape = Shape::Alias(Type::Named(*first));
        api.types[id.0].nullable = nullable;
    }
    api.types[first.0].shape = variants::of(found);
    api.types[first.0].nullable = nullable;
}

/// The candidates of a union that are none of these unions, with those of the others where they stand.
fn candidates(api: &Api, first: TypeId, is_inside: impl Fn(TypeId) -> bool) -> Vec<Variant> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::from([first]);
    let mut open = vec![(first, 0)];
    while let Some((id, next)) = open.pop() {
        let Some(ty) = nth(api, id, next) else {
            continue;
        };
        open.push((id, next + 1));
        match in_place(ty).filter(|inner| is_inside(*inner)) {
            Some(inner) if seen.insert(inner) => open.push((inner, 0)),
            Some(_) => {}
            None => found.extend(variant(api, id, next).cloned()),
        }
    }
    found
}

fn variant(api: &Api, id: TypeId, index: usize) -> Option<&Variant> {
    match &api.get(id).shape {
        Shape::Union(union) => union.variants.get(index),
        _ => None,
    }
}

/// The definitions that a union or another name leads to with nothing in between.
fn links(shape: &Shape) -> Vec<Part> {
    let types = match shape {
        Shape::Union(_) | Shape::Alias(_) => shape.types(),
        _ => Vec::new(),
    };
    let ids = types.into_iter().enumerate();
    ids.filter_map(|(index, ty)| in_place(ty).map(|id| Part { index, ty: id.0 }))
        .collect()
}
