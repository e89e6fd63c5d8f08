//! Breaks containment circles: the API in, the fields that need a `Box` out. Lists and maps hold their items elsewhere already.

use std::collections::BTreeSet;

use crate::ir::{Api, Shape, Type, TypeId};

/// The state of a type during the walk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    Done,
}

/// Fields whose type contains the struct that they stand in. Found by a depth-first walk: every circle has an edge back to
/// a type that is still open, so boxing those edges leaves no circle. It begins with the first by pointer, so that the
/// order of components decides nothing.
pub(super) fn boxed(api: &Api) -> BTreeSet<(TypeId, usize)> {
    let mut marks = vec![Mark::New; api.types.len()];
    let mut boxed = BTreeSet::new();
    let mut roots: Vec<usize> = (0..api.types.len()).collect();
    roots.sort_by_key(|&index| api.types[index].at.as_str());
    for index in roots {
        visit(api, TypeId(index), &mut marks, &mut boxed);
    }
    boxed
}

/// An explicit stack: documents nest deeper than the stack of a thread is sure to be.
fn visit(api: &Api, root: TypeId, marks: &mut [Mark], boxed: &mut BTreeSet<(TypeId, usize)>) {
    let mut stack = vec![(root, 0)];
    while let Some((id, part)) = stack.pop() {
        if part == 0 {
            if marks[id.0] != Mark::New {
                continue;
            }
            marks[id.0] = Mark::Open;
        }
        let Some(ty) = part_type(api, id, part) else {
            marks[id.0] = Mark::Done;
            continue;
        };
        stack.push((id, part + 1));
        for inner in held(ty, api) {
            match marks[inner.0] {
                Mark::Open => {
                    boxed.insert((id, part));
                }
                Mark::New => stack.push((inner, 0)),
                Mark::Done => {}
            }
        }
    }
}

fn part_type(api: &Api, id: TypeId, part: usize) -> Option<&Type> {
    match &api.get(id).shape {
        Shape::Struct(object) => object.fields.get(part).map(|field| &field.ty),
        Shape::Union(union) => union.variants.get(part).map(|variant| &variant.ty),
        Shape::Alias(_) | Shape::Enum(_) => None,
    }
}

/// The types that a value of this one holds in place. Another name for a type is that type: it has no field to put a box in.
fn held(ty: &Type, api: &Api) -> Vec<TypeId> {
    let mut held = Vec::new();
    let mut open = vec![ty];
    // Aliases that go in a circle hold nothing new, so each is looked at once.
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
