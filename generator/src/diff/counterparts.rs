//! Types that stand in the same place of two items: definitions and operations in, pairs of names out.

use std::collections::BTreeSet;

use super::joined::{Joined, Pair};
use crate::ir::{Additional, Content, Operation, Shape, Type, TypeId};

/// Types in the same place, the old one and the new one.
pub(super) type Found = Vec<Pair<TypeId>>;

/// The names that stand in the same place of two uses.
fn of_types(old: &Type, new: &Type, found: &mut Found) {
    match (old, new) {
        (Type::Named(old), Type::Named(new)) => found.push((*old, *new)),
        (Type::Array(old), Type::Array(new)) | (Type::Map(old), Type::Map(new)) => {
            of_types(old, new, found);
        }
        (Type::Tuple(old), Type::Tuple(new)) => {
            for (old, new) in old.iter().zip(new) {
                of_types(old, new, found);
            }
        }
        (Type::Nullable(old), new) => of_types(old, new, found),
        (old, Type::Nullable(new)) => of_types(old, new, found),
        _ => {}
    }
}

/// The names in two definitions.
pub(super) fn shapes(old: &Shape, new: &Shape, found: &mut Found) {
    match (old, new) {
        (Shape::Struct(old), Shape::Struct(new)) => {
            let mut joined = Joined::new(&old.fields, &new.fields);
            joined.by(|field| Some(&field.wire), |field| Some(&field.wire));
            for (old, new) in joined.pairs() {
                of_types(&old.ty, &new.ty, found);
            }
            if let (Additional::Kept(old), Additional::Kept(new)) =
                (&old.additional, &new.additional)
            {
                of_types(old, new, found);
            }
        }
        (Shape::Union(old), Shape::Union(new)) if old.variants.len() == new.variants.len() => {
            for (old, new) in old.variants.iter().zip(&new.variants) {
                of_types(&old.ty, &new.ty, found);
            }
        }
        (Shape::Alias(old), Shape::Alias(new)) => of_types(old, new, found),
        _ => {}
    }
}

/// The names in what two operations send and give.
pub(super) fn calls(old: &Operation, new: &Operation, found: &mut Found) {
    let mut joined = Joined::new(&old.params, &new.params);
    joined.by(
        |param| Some((param.location, &param.wire)),
        |param| Some((param.location, &param.wire)),
    );
    for (old, new) in joined.pairs() {
        of_types(&old.ty, &new.ty, found);
    }
    if let (Some(old), Some(new)) = (&old.body, &new.body) {
        of_types(&old.main.ty, &new.main.ty, found);
        contents(&old.others, &new.others, found);
    }
    for old in &old.responses {
        let mut responses = new.responses.iter();
        if let Some(new) = responses.find(|new| new.status == old.status) {
            contents(&old.contents, &new.contents, found);
        }
    }
}

fn contents(old: &[Content], new: &[Content], found: &mut Found) {
    for old in old {
        let mut contents = new.iter();
        if let Some(new) = contents.find(|new| new.media_type == old.media_type) {
            of_types(&old.ty, &new.ty, found);
        }
    }
}

/// Whether two types in the same place are one with another name, and not one in the place of another.
pub(super) fn likeness(old: &Shape, new: &Shape) -> bool {
    fn is_half<'w>(old: impl Iterator<Item = &'w str>, new: impl Iterator<Item = &'w str>) -> bool {
        let (old, new): (BTreeSet<&str>, BTreeSet<&str>) = (old.collect(), new.collect());
        2 * old.intersection(&new).count() >= old.len().max(new.len())
    }
    match (old, new) {
        (Shape::Struct(old), Shape::Struct(new)) => is_half(
            old.fields.iter().map(|field| field.wire.as_str()),
            new.fields.iter().map(|field| field.wire.as_str()),
        ),
        (Shape::Enum(old), Shape::Enum(new)) => is_half(
            old.values.iter().map(|value| value.wire.as_str()),
            new.values.iter().map(|value| value.wire.as_str()),
        ),
        (Shape::Union(_), Shape::Union(_)) | (Shape::Alias(_), Shape::Alias(_)) => true,
        _ => false,
    }
}
