//! Values that never end: a member that needs another value of its own type inside it. Nobody could build one.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::cycles::by_pointer;
use crate::ir::holding::{Part, strongly_connected};
use crate::ir::{Api, Field, Shape, Type, TypeId};
use crate::pointer::Pointer;

/// Makes members any JSON that nobody could fill in, since a value of each needs another one of its own type inside it, without
/// end; gives their places. It begins with the first type by pointer; those before it have nothing more to give.
pub(super) fn broken(api: &mut Api) -> Vec<Pointer> {
    let mut taken = Vec::new();
    let mut ending = Ending::of(api);
    if ending.ends.iter().all(|ends| *ends) {
        return taken;
    }
    // What holds itself at once has no end whatever else there is, and ways through it need not be gone.
    for id in by_pointer(api) {
        for index in own(id, api, &ending) {
            taken.push(taken_out(id, index, api, &mut ending));
        }
        ending.settle(vec![id.0], api);
    }
    let mut cycles = Cycles::of(api);
    for id in by_pointer(api) {
        // What leads to a type does not change with its own members.
        let leading = OnceCell::new();
        while let Some(index) = endless(id, api, &ending, |held| {
            let leading = leading.get_or_init(|| cycles.leading(id));
            leading.contains(held)
        }) {
            cycles.forget(id, &fields(api, id)[index].ty);
            taken.push(taken_out(id, index, api, &mut ending));
            ending.settle(vec![id.0], api);
        }
    }
    taken
}

/// Makes a member any JSON.
fn taken_out(id: TypeId, index: usize, api: &mut Api, ending: &mut Ending) -> Pointer {
    ending.forget(id, index, api);
    let mut at = Pointer::root();
    if let Shape::Struct(object) = &mut api.types[id.0].shape {
        let field = &mut object.fields[index];
        field.ty = Type::Any;
        at = field.at.clone();
    }
    at
}

/// The fields of which each value has one of the whole type in place.
fn own(id: TypeId, api: &Api, ending: &Ending) -> Vec<usize> {
    if ending.ends[id.0] {
        return Vec::new();
    }
    let is_own = |field: &Field| {
        is_needed(field)
            && !is_value(&field.ty, api, &ending.ends)
            && named(&field.ty).contains(&id)
    };
    let fields = fields(api, id).iter().enumerate();
    fields
        .filter(|(_, field)| is_own(field))
        .map(|(index, _)| index)
        .collect()
}

/// A field whose value would need one of the whole type, to which some others lead.
fn endless(
    id: TypeId,
    api: &Api,
    ending: &Ending,
    leads: impl Fn(&TypeId) -> bool,
) -> Option<usize> {
    if ending.ends[id.0] {
        return None;
    }
    let fields = fields(api, id);
    fields.iter().position(|field| {
        is_needed(field)
            && !is_value(&field.ty, api, &ending.ends)
            && named(&field.ty).iter().any(&leads)
    })
}

fn fields(api: &Api, id: TypeId) -> &[Field] {
    match &api.get(id).shape {
        Shape::Struct(object) => &object.fields,
        _ => &[],
    }
}

/// Whether every value of the struct has one of the field.
fn is_needed(field: &Field) -> bool {
    field.required && !field.nullable
}

/// Which types have a value that ends. Each is looked at again only when one that it waits for is known to, so that chains cost
/// what they are long.
struct Ending {
    ends: Vec<bool>,
    /// How often each struct names a type in the fields that it needs of which that is not known yet.
    waiting: Vec<usize>,
    /// The types that name each, as often as they do.
    named_by: Vec<Vec<usize>>,
}

impl Ending {
    fn of(api: &Api) -> Self {
        let count = api.types.len();
        let mut ending = Self {
            ends: vec![false; count],
            waiting: vec![0; count],
            named_by: vec![Vec::new(); count],
        };
        for (index, def) in api.types.iter().enumerate() {
            let named = needed(&def.shape).into_iter();
            for name in named.flat_map(|ty| awaited(ty, api)) {
                ending.waiting[index] += 1;
                ending.named_by[name.0].push(index);
            }
        }
        ending.settle((0..count).collect(), api);
        ending
    }

    /// Finds out which of these types end now, and which others then do.
    fn settle(&mut self, mut open: Vec<usize>, api: &Api) {
        while let Some(index) = open.pop() {
            if self.ends[index] || !self.is_ending(index, api) {
                continue;
            }
            self.ends[index] = true;
            for other in std::mem::take(&mut self.named_by[index]) {
                self.waiting[other] -= 1;
                open.push(other);
            }
        }
    }

    fn is_ending(&self, index: usize, api: &Api) -> bool {
        match &api.types[index].shape {
            Shape::Struct(_) => self.waiting[index] == 0,
            Shape::Union(union) => {
                let mut variants = union.variants.iter();
                variants.any(|variant| is_value(&variant.ty, api, &self.ends))
            }
            Shape::Alias(target) => is_value(target, api, &self.ends),
            Shape::Enum(_) => true,
        }
    }

    /// Waits no longer for what a field names.
    fn forget(&mut self, id: TypeId, index: usize, api: &Api) {
        for name in awaited(&fields(api, id)[index].ty, api) {
            let named_by = &mut self.named_by[name.0];
            if let Some(place) = named_by.iter().position(|one| *one == id.0) {
                named_by.swap_remove(place);
                self.waiting[id.0] -= 1;
            }
        }
    }
}

/// The types of which a definition needs a value, or one of them.
fn needed(shape: &Shape) -> Vec<&Type> {
    match shape {
        Shape::Struct(object) => {
            let needed = object.fields.iter().filter(|field| is_needed(field));
            needed.map(|field| &field.ty).collect()
        }
        shape => shape.types(),
    }
}

/// The definitions of which a value of a type has one in place, unless it is null.
fn awaited(ty: &Type, api: &Api) -> Vec<TypeId> {
    match ty {
        Type::Named(id) if !api.get(*id).nullable => vec![*id],
        Type::Tuple(parts) => parts.iter().flat_map(|part| awaited(part, api)).collect(),
        _ => Vec::new(),
    }
}

/// Whether a type has a value that ends, as far as it is known of the types that it names.
fn is_value(ty: &Type, api: &Api, ends: &[bool]) -> bool {
    match ty {
        Type::Named(id) => ends[id.0] || api.get(*id).nullable,
        Type::Tuple(parts) => parts.iter().all(|part| is_value(part, api, ends)),
        _ => true,
    }
}

/// The types that need each other, which what leads to them and what they lead to does not.
struct Cycles {
    /// By type, those of its cycle of which a value has one of it in place, as often as they do.
    held_by: Vec<Vec<TypeId>>,
}

impl Cycles {
    fn of(api: &Api) -> Self {
        let held: Vec<Vec<TypeId>> = (0..api.types.len())
            .map(|index| held(&api.types[index].shape))
            .collect();
        let parts = held.iter().map(|held| {
            let held = held.iter().enumerate();
            held.map(|(index, id)| Part { index, ty: id.0 }).collect()
        });
        let number = strongly_connected(&parts.collect::<Vec<Vec<Part>>>());
        let mut held_by = vec![Vec::new(); api.types.len()];
        for (holder, held) in held.iter().enumerate() {
            for id in held.iter().filter(|id| number[id.0] == number[holder]) {
                held_by[id.0].push(TypeId(holder));
            }
        }
        Self { held_by }
    }

    /// No longer holds what a field of a type names.
    fn forget(&mut self, holder: TypeId, ty: &Type) {
        for held in named(ty) {
            let held_by = &mut self.held_by[held.0];
            if let Some(place) = held_by.iter().position(|one| *one == holder) {
                held_by.swap_remove(place);
            }
        }
    }

    /// The types of which a value holds one of a definition, itself among them.
    fn leading(&self, id: TypeId) -> BTreeSet<TypeId> {
        let mut leading = BTreeSet::from([id]);
        let mut open = vec![id];
        while let Some(next) = open.pop() {
            let holders = self.held_by[next.0].iter();
            open.extend(holders.filter(|holder| leading.insert(**holder)));
        }
        leading
    }
}

/// The definitions of which a value of a definition has one in place, or may have.
fn held(shape: &Shape) -> Vec<TypeId> {
    needed(shape).into_iter().flat_map(named).collect()
}

/// The definitions that a type is or has in its places.
fn named(ty: &Type) -> Vec<TypeId> {
    match ty {
        Type::Named(id) => vec![*id],
        Type::Tuple(parts) => parts.iter().flat_map(named).collect(),
        _ => Vec::new(),
    }
}
