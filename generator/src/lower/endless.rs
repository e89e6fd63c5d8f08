//! Values that never end: a member that needs another value of its own type inside it. Nobody could build one.

use super::cycles::by_pointer;
use crate::ir::{Api, Field, Shape, Type, TypeId};
use crate::pointer::Pointer;

/// Makes members any JSON that nobody could fill in, since a value of each needs another one of its own type inside it, without
/// end; gives their places.
pub(super) fn broken(api: &mut Api) -> Vec<Pointer> {
    let mut taken = Vec::new();
    loop {
        let ends = ending(api);
        let found = by_pointer(api).into_iter().find_map(|id| {
            let fields = fields(api, id);
            let index = fields.iter().position(|field| {
                is_needed(field) && !is_value(&field.ty, api, &ends) && needs(&field.ty, id, api)
            });
            Some((id, index?))
        });
        let Some((id, index)) = found else {
            return taken;
        };
        if let Shape::Struct(object) = &mut api.types[id.0].shape {
            let field = &mut object.fields[index];
            field.ty = Type::Any;
            taken.push(field.at.clone());
        }
    }
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

/// Which types have a value that ends.
fn ending(api: &Api) -> Vec<bool> {
    let mut ends = vec![false; api.types.len()];
    let mut is_changed = true;
    while is_changed {
        is_changed = false;
        for (index, def) in api.types.iter().enumerate() {
            let is_ending = || match &def.shape {
                Shape::Struct(object) => {
                    let mut needed = object.fields.iter().filter(|field| is_needed(field));
                    needed.all(|field| is_value(&field.ty, api, &ends))
                }
                Shape::Union(union) => {
                    let mut variants = union.variants.iter();
                    variants.any(|variant| is_value(&variant.ty, api, &ends))
                }
                Shape::Alias(target) => is_value(target, api, &ends),
                Shape::Enum(_) => true,
            };
            if !ends[index] && is_ending() {
                ends[index] = true;
                is_changed = true;
            }
        }
    }
    ends
}

/// Whether a type has a value that ends, as far as it is known of the types that it names.
fn is_value(ty: &Type, api: &Api, ends: &[bool]) -> bool {
    match ty {
        Type::Named(id) => ends[id.0] || api.get(*id).nullable,
        Type::Tuple(parts) => parts.iter().all(|part| is_value(part, api, ends)),
        _ => true,
    }
}

/// Whether a value of a type holds one of a definition.
fn needs(ty: &Type, id: TypeId, api: &Api) -> bool {
    let mut open = vec![ty];
    let mut seen = Vec::new();
    while let Some(next) = open.pop() {
        match next {
            Type::Named(inner) if *inner == id => return true,
            Type::Named(inner) if !seen.contains(inner) => {
                seen.push(*inner);
                match &api.get(*inner).shape {
                    Shape::Struct(object) => {
                        let needed = object.fields.iter().filter(|field| is_needed(field));
                        open.extend(needed.map(|field| &field.ty));
                    }
                    shape => open.extend(shape.types()),
                }
            }
            Type::Tuple(parts) => open.extend(parts),
            _ => {}
        }
    }
    false
}
