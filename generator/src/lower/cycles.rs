//! Cycles of types that are nothing but each other: one link of each is taken out. Of other names for a type, since Rust has no
//! such type; of unions, since reading one would never end.

use std::collections::BTreeSet;

use crate::ir::{Api, Shape, Type, TypeId};
use crate::pointer::Pointer;

/// Breaks every cycle; gives the types whose definition was changed. It begins with the first by pointer, so that the order
/// of components decides nothing.
pub(super) fn broken(api: &mut Api) -> Vec<TypeId> {
    let mut broken = Vec::new();
    let mut names = Names::of(api);
    for id in by_pointer(api) {
        if names.has_end(id) {
            continue;
        }
        let Shape::Alias(target) = &api.get(id).shape else {
            continue;
        };
        let without = without(target, id, api);
        if without != *target {
            let left = without.named();
            api.types[id.0].shape = Shape::Alias(without);
            broken.push(id);
            // What led to nothing but this cycle has an end now.
            if left.is_empty() {
                names.end(id);
            } else {
                names = Names::of(api);
            }
        }
    }
    broken
}

/// Which types are other names that lead to names without end: what leads to none is taken away until nothing is left to take,
/// so that chains cost what they are long.
struct Names {
    led_by: Vec<Vec<TypeId>>,
    /// How many names without end each leads to.
    leads_to: Vec<usize>,
}

impl Names {
    fn of(api: &Api) -> Self {
        let mut led_by: Vec<Vec<TypeId>> = vec![Vec::new(); api.types.len()];
        let mut leads_to: Vec<usize> = vec![0; api.types.len()];
        for (index, def) in api.types.iter().enumerate() {
            if let Shape::Alias(target) = &def.shape {
                let names = target.named();
                leads_to[index] = names.len();
                for name in names {
                    led_by[name.0].push(TypeId(index));
                }
            }
        }
        let ends: Vec<TypeId> = (0..leads_to.len())
            .filter(|&id| leads_to[id] == 0)
            .map(TypeId)
            .collect();
        let mut names = Self { led_by, leads_to };
        for id in ends {
            names.end(id);
        }
        names
    }

    fn has_end(&self, id: TypeId) -> bool {
        self.leads_to[id.0] == 0
    }

    /// Takes a name away, and all that lead to nothing else.
    fn end(&mut self, id: TypeId) {
        self.leads_to[id.0] = 0;
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            for name in std::mem::take(&mut self.led_by[id.0]) {
                // One that was taken away before leads to nothing any more.
                if self.leads_to[name.0] > 0 {
                    self.leads_to[name.0] -= 1;
                    if self.leads_to[name.0] == 0 {
                        open.push(name);
                    }
                }
            }
        }
    }
}

/// Takes the candidates out of unions that lead back to them with nothing in between; gives their places. A union that is left
/// without candidates is any JSON. The first union by pointer keeps all that it can.
pub(super) fn unions(api: &mut Api) -> Vec<Pointer> {
    let mut taken = Vec::new();
    let mut done = vec![false; api.types.len()];
    for root in by_pointer(api) {
        let mut open = vec![(root, 0)];
        while let Some((id, next)) = open.pop() {
            let Some(ty) = nth(api, id, next).filter(|_| !done[id.0]) else {
                done[id.0] = true;
                continue;
            };
            open.push((id, next + 1));
            let Some(inner) = in_place(ty).filter(|inner| !done[inner.0]) else {
                continue;
            };
            let Some(begin) = open.iter().position(|(outer, _)| *outer == inner) else {
                open.push((inner, 0));
                continue;
            };
            let mut cycle = open.iter().enumerate().skip(begin).rev();
            let last = cycle.find_map(|(at, (id, next))| match &mut api.types[id.0].shape {
                Shape::Union(union) => {
                    Some((at, *id, union.variants.remove(next - 1).at, next - 1))
                }
                _ => None,
            });
            // A cycle of other names alone is somebody else's.
            if let Some((at, id, place, next)) = last {
                taken.push(place);
                open.truncate(at);
                open.push((id, next));
            }
        }
    }
    for def in &mut api.types {
        if matches!(&def.shape, Shape::Union(union) if union.variants.is_empty()) {
            def.shape = Shape::Alias(Type::Any);
        }
    }
    taken
}

/// The type of a candidate of a union, or the one that another name is for.
pub(super) fn nth(api: &Api, id: TypeId, index: usize) -> Option<&Type> {
    match &api.get(id).shape {
        Shape::Union(union) => union.variants.get(index).map(|variant| &variant.ty),
        Shape::Alias(target) => Some(target).filter(|_| index == 0),
        _ => None,
    }
}

/// The definition that a type is, with nothing in between.
pub(super) fn in_place(ty: &Type) -> Option<TypeId> {
    match ty {
        Type::Named(id) => Some(*id),
        Type::Nullable(inner) => in_place(inner),
        _ => None,
    }
}

/// All types, the first by pointer first.
pub(super) fn by_pointer(api: &Api) -> Vec<TypeId> {
    let mut order: Vec<TypeId> = (0..api.types.len()).map(TypeId).collect();
    order.sort_by(|a, b| api.get(*a).at.as_str().cmp(api.get(*b).at.as_str()));
    order
}

/// The type with any JSON in the place of names that lead to `id` through other names alone.
fn without(ty: &Type, id: TypeId, api: &Api) -> Type {
    let inner = |ty: &Type| Box::new(without(ty, id, api));
    match ty {
        Type::Named(other) if leads_to(*other, id, api) => Type::Any,
        Type::Array(item) => Type::Array(inner(item)),
        Type::Map(value) => Type::Map(inner(value)),
        Type::Nullable(some) => without(some, id, api).or_null(),
        Type::Tuple(parts) => {
            Type::Tuple(parts.iter().map(|part| without(part, id, api)).collect())
        }
        other => other.clone(),
    }
}

fn leads_to(from: TypeId, id: TypeId, api: &Api) -> bool {
    let mut open = vec![from];
    let mut seen = BTreeSet::new();
    while let Some(next) = open.pop() {
        if next == id {
            return true;
        }
        if let Shape::Alias(target) = &api.get(next).shape
            && seen.insert(next)
        {
            open.extend(target.named());
        }
    }
    false
}
