//! Circles of types that are nothing but other names for each other: Rust has no such type, so one link of each becomes any JSON.

use crate::ir::{Api, Shape, Type, TypeId};

/// Breaks every circle; gives the types whose definition was changed. It begins with the first by pointer, so that the order
/// of components decides nothing.
pub(super) fn broken(api: &mut Api) -> Vec<TypeId> {
    let mut order: Vec<TypeId> = (0..api.types.len()).map(TypeId).collect();
    order.sort_by(|a, b| api.get(*a).at.as_str().cmp(api.get(*b).at.as_str()));
    let mut broken = Vec::new();
    for id in order {
        let Shape::Alias(target) = &api.get(id).shape else {
            continue;
        };
        let without = without(target, id, api);
        if without != *target {
            api.types[id.0].shape = Shape::Alias(without);
            broken.push(id);
        }
    }
    broken
}

/// The type with any JSON in the place of names that lead to `id` through other names alone.
fn without(ty: &Type, id: TypeId, api: &Api) -> Type {
    let inner = |ty: &Type| Box::new(without(ty, id, api));
    match ty {
        Type::Named(other) if leads_to(*other, id, api) => Type::Any,
        Type::Array(item) => Type::Array(inner(item)),
        Type::Map(value) => Type::Map(inner(value)),
        Type::Nullable(some) => without(some, id, api).nullable(true),
        Type::Tuple(parts) => {
            Type::Tuple(parts.iter().map(|part| without(part, id, api)).collect())
        }
        other => other.clone(),
    }
}

fn leads_to(from: TypeId, id: TypeId, api: &Api) -> bool {
    let mut open = vec![from];
    let mut seen = Vec::new();
    while let Some(next) = open.pop() {
        if next == id {
            return true;
        }
        if let Shape::Alias(target) = &api.get(next).shape
            && !seen.contains(&next)
        {
            seen.push(next);
            named(target, &mut open);
        }
    }
    false
}

fn named(ty: &Type, into: &mut Vec<TypeId>) {
    if let Type::Named(id) = ty {
        into.push(*id);
    }
    ty.parts().iter().for_each(|part| named(part, into));
}
