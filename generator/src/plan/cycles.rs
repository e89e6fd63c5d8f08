//! Breaks containment cycles: the API in, the fields that need a `Box` out. Lists and maps hold their items elsewhere already.

use std::collections::BTreeSet;

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

/// A field or a variant, and the type that it holds in place.
#[derive(Debug, Clone, Copy)]
struct Part {
    index: usize,
    ty: usize,
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

/// Which types hold each other, by any number of steps: each has the number of one of them. Two walks find them, the second
/// against the direction and from the last type that the first one was done with (Kosaraju's algorithm).
fn strongly_connected(parts: &[Vec<Part>]) -> Vec<usize> {
    let all: Vec<usize> = (0..parts.len()).collect();
    let mut roots = walk(parts, &all).done;
    roots.reverse();
    let mut holders = vec![Vec::new(); parts.len()];
    for (ty, parts) in parts.iter().enumerate() {
        for part in parts {
            holders[part.ty].push(Part { ty, ..*part });
        }
    }
    walk(&holders, &roots).roots
}

/// What a depth-first walk finds.
struct Walk {
    /// The parts that lead back to a type which is still open.
    back: Vec<(usize, usize)>,
    /// The types in the order in which all below them was seen.
    done: Vec<usize>,
    /// By type, the root from which it was found.
    roots: Vec<usize>,
}

/// The state of a type during the walk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    Done,
}

/// An explicit stack: documents nest deeper than the stack of a thread is sure to be.
fn walk(parts: &[Vec<Part>], roots: &[usize]) -> Walk {
    let mut marks = vec![Mark::New; parts.len()];
    let mut found = Walk {
        back: Vec::new(),
        done: Vec::new(),
        roots: vec![0; parts.len()],
    };
    for &root in roots {
        let mut stack = vec![(root, 0)];
        while let Some((ty, next)) = stack.pop() {
            if next == 0 {
                if marks[ty] != Mark::New {
                    continue;
                }
                marks[ty] = Mark::Open;
                found.roots[ty] = root;
            }
            let Some(part) = parts[ty].get(next) else {
                marks[ty] = Mark::Done;
                found.done.push(ty);
                continue;
            };
            stack.push((ty, next + 1));
            match marks[part.ty] {
                Mark::Open => found.back.push((ty, part.index)),
                Mark::New => stack.push((part.ty, 0)),
                Mark::Done => {}
            }
        }
    }
    found
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
