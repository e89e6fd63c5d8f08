//! Breaks containment cycles: the API in, the fields that need a `Box` out. Lists and maps hold their items elsewhere already.

use std::collections::BTreeSet;

use crate::ir::holding::{Part, strongly_connected, walk};
use crate::ir::{Api, Shape, Type, TypeId};

/// What is left of containment once no cycle is.
pub(super) struct Containment {
    /// The fields that need a `Box`, since their type contains the struct that they stand in.
    pub(super) boxed: BTreeSet<(TypeId, usize)>,
    /// Every type, each after those that it still holds in place.
    pub(super) order: Vec<TypeId>,
}

/// Breaks every cycle. They are found by a depth-first walk: each has an edge back to a type that is still open, so boxing
/// those edges leaves no cycle. The walk begins with the first by pointer and stays among types that hold each other, so
/// that neither the order of components nor what leads to a cycle decides anything.
pub(super) fn broken(api: &Api) -> Containment {
    let mut parts: Vec<Vec<Part>> = (0..api.types.len())
        .map(|index| parts(api, index))
        .collect();
    let strongly_connected = strongly_connected(&parts);
    let mut tied = parts.clone();
    for (index, parts) in tied.iter_mut().enumerate() {
        parts.retain(|part| strongly_connected[part.ty] == strongly_connected[index]);
    }
    let mut roots: Vec<usize> = (0..api.types.len()).collect();
    roots.sort_by_key(|&index| api.types[index].at.as_str());
    let back: BTreeSet<(usize, usize)> = walk(&tied, &roots).back.into_iter().collect();
    for (index, parts) in parts.iter_mut().enumerate() {
        parts.retain(|part| !back.contains(&(index, part.index)));
    }
    let order = walk(&parts, &roots).done;
    let boxed = back.into_iter();
    Containment {
        boxed: boxed.map(|(ty, part)| (TypeId(ty), part)).collect(),
        order: order.into_iter().map(TypeId).collect(),
    }
}

fn parts(api: &Api, ty: usize) -> Vec<Part> {
    let types: Vec<&Type> = match &api.types[ty].shape {
        Shape::Struct(object) => object.fields.iter().map(|field| &field.ty).collect(),
        Shape::Union(union) => union.variants.iter().map(|variant| &variant.ty).collect(),
        Shape::Alias(_) | Shape::Enum(_) => Vec::new(),
    };
    let types = types.into_iter().enumerate();
    let held = |(index, ty)| {
        held(ty, api)
            .into_iter()
            .map(move |ty| Part { index, ty: ty.0 })
    };
    types.flat_map(held).collect()
}

/// The types that a value of this one holds in place. Another name for a type is that type: it has no field to put a box in.
fn held(ty: &Type, api: &Api) -> Vec<TypeId> {
    let mut held = Vec::new();
    let mut open = vec![ty];
    // Aliases that go in a cycle hold nothing new, so each is looked at once.
    let mut seen = BTreeSet::new();
    while let Some(ty) = open.pop() {
        match ty {
            Type::Nullable(inner) => open.push(inner),
            Type::Tuple(parts) => open.extend(parts),
            Type::Named(id) => match &api.get(*id).shape {
                Shape::Alias(target) if seen.insert(*id) => open.push(target),
                Shape::Alias(_) => {}
                _ => held.push(*id),
            },
            _ => {}
        }
    }
    held
}
