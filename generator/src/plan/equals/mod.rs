//! Types that are equal are one definition: which inline types repeat another one or a component, and which of them is defined.

mod looks;

use std::collections::BTreeMap;

use super::Plan;
use crate::ir::{Owner, Shape, Type, TypeDef, TypeId};
use crate::threads;

/// The types that are equal to one that is defined elsewhere.
#[derive(Debug, Clone, Default)]
pub(super) struct Equals(BTreeMap<TypeId, TypeId>);

impl Equals {
    /// Finds them. A type is looked at after the inline types that it holds, so that equal parts make equal wholes; what holds itself
    /// through inline types alone is equal to nothing. Two components never are: each is what its name says.
    pub(super) fn of(plan: &Plan) -> Self {
        let types = &plan.api.types;
        let mut first: Vec<Option<TypeId>> = vec![None; types.len()];
        let mut known: BTreeMap<String, Group> = BTreeMap::new();
        for layer in inside_out(types) {
            let looks = threads::each(&layer, |id| looks::of(plan, *id, &first));
            for (id, looks) in layer.iter().zip(&looks) {
                let group = known.entry(looks.clone()).or_default();
                group.add(*id, is_component(&types[id.0]));
            }
            for (id, looks) in layer.iter().zip(&looks) {
                if !is_component(&types[id.0]) {
                    first[id.0] = known.get_mut(looks).and_then(Group::first);
                }
            }
        }
        let mut equals = Self::default();
        for group in known.into_values() {
            let Some(defined) = group.defined(plan) else {
                continue;
            };
            let others = group.inline.into_iter().filter(|id| *id != defined);
            equals.0.extend(others.map(|id| (id, defined)));
        }
        equals
    }

    /// The type whose definition this one has: itself, or one that is equal.
    pub(super) fn definition(&self, id: TypeId) -> TypeId {
        self.0.get(&id).copied().unwrap_or(id)
    }

    /// The types that are defined elsewhere, each with the one that is.
    pub(super) fn all(&self) -> impl Iterator<Item = (TypeId, TypeId)> {
        self.0.iter().map(|(id, defined)| (*id, *defined))
    }

    /// Puts the other name of a type in the place of each that is equal to it; gives the shapes that stood there.
    pub(super) fn put_aside(&self, types: &mut [TypeDef]) -> Vec<(TypeId, Shape)> {
        let name = |(id, defined): (TypeId, TypeId)| {
            let name = Shape::Alias(Type::Named(defined));
            (id, std::mem::replace(&mut types[id.0].shape, name))
        };
        self.all().map(name).collect()
    }
}

/// Types that look alike.
#[derive(Debug, Default)]
struct Group {
    inline: Vec<TypeId>,
    components: Vec<TypeId>,
    /// What stands for the inline ones, decided once, since what holds them is compared by it.
    first: Option<TypeId>,
}

impl Group {
    fn add(&mut self, id: TypeId, is_component: bool) {
        if is_component {
            self.components.push(id);
        } else {
            self.inline.push(id);
        }
    }

    /// What stands for the inline types: the component that they repeat. Of several components nothing says which one that is.
    fn first(&mut self) -> Option<TypeId> {
        self.first = self.first.or(match self.components[..] {
            [only] => Some(only),
            _ => self.inline.first().copied(),
        });
        self.first
    }

    /// What is defined: that component, or of inline types the highest one.
    fn defined(&self, plan: &Plan) -> Option<TypeId> {
        let component = self.first.filter(|id| self.components.contains(id));
        let inline = self.inline.iter();
        component.or_else(|| inline.min_by_key(|id| rank(plan, **id)).copied())
    }
}

fn is_component(def: &TypeDef) -> bool {
    matches!(def.owner, Owner::Component { .. })
}

/// What is defined of inline types: rather what stands in a component than what stands in an operation, then what stands higher, then
/// what has the shorter pointer, then what comes first by it. What is added to a document later is rather longer, and so moves nothing.
fn rank(plan: &Plan, id: TypeId) -> (u8, usize, usize, &str, &str) {
    let mut root = plan.api.get(id);
    while let Owner::Type { id, .. } = root.owner {
        root = plan.api.get(id);
    }
    let rank = match root.owner {
        Owner::Component { .. } | Owner::Type { .. } => 0,
        Owner::Shared { .. } => 1,
        Owner::Operation { .. } => 2,
    };
    let at = &plan.api.get(id).at;
    let (depth, text) = (at.segments().count(), at.as_str());
    (rank, depth, text.len(), text, plan.names.ty(id))
}

/// The types in layers, each in one behind the inline types that it holds; without those that hold themselves, and what holds them.
fn inside_out(types: &[TypeDef]) -> Vec<Vec<TypeId>> {
    let is_inline = |id: &TypeId| types[id.0].declared && !is_component(&types[id.0]);
    let is_looked_at = |id: &TypeId| {
        let def = &types[id.0];
        // The other name of a type is that type already.
        is_inline(id) || def.declared && !matches!(def.shape, Shape::Alias(_))
    };
    let all = (0..types.len()).map(TypeId).filter(is_looked_at);
    let mut open = vec![0; types.len()];
    let mut holders: Vec<Vec<TypeId>> = vec![Vec::new(); types.len()];
    let mut ready = Vec::new();
    for id in all {
        let held = types[id.0].shape.types().into_iter().flat_map(Type::named);
        for part in held.filter(is_inline) {
            open[id.0] += 1;
            holders[part.0].push(id);
        }
        if open[id.0] == 0 {
            ready.push(id);
        }
    }
    let mut layers = Vec::new();
    while !ready.is_empty() {
        let mut next = Vec::new();
        for holder in ready.iter().flat_map(|id| &holders[id.0]) {
            open[holder.0] -= 1;
            if open[holder.0] == 0 {
                next.push(*holder);
            }
        }
        layers.push(std::mem::replace(&mut ready, next));
    }
    layers
}
