//! What the candidates of a union come to, one after the other.

use std::collections::BTreeMap;

use crate::ir::{Limit, Shape, Text, Type, Union, Variant};

/// What a union of nothing but these candidates comes to.
pub(super) fn of(candidates: Vec<Variant>) -> Shape {
    let (mut union, mut known) = (Union::default(), BTreeMap::new());
    for candidate in candidates {
        add(&mut union, &mut known, candidate);
    }
    told(union)
}

/// What a union of these candidates comes to.
pub(super) fn told(mut union: Union) -> Shape {
    match union.variants.len() {
        0 => Shape::Alias(Type::Any),
        1 if union.tag.is_none() => Shape::Alias(union.variants.remove(0).ty),
        _ if union.variants.iter().any(|variant| variant.ty == Type::Any) => {
            Shape::Alias(Type::Any)
        }
        _ => Shape::Union(union),
    }
}

/// Adds a description of one thing to another one.
fn describe(known: &mut Option<String>, other: Option<String>) {
    match (known, other) {
        (Some(known), Some(other)) if *known != other => {
            known.push_str("\n\n");
            known.push_str(&other);
        }
        (known @ None, other) => *known = other,
        _ => {}
    }
}

/// Adds a candidate; the same type twice is one candidate with the tags of both. Two formats are the same plain text: no
/// value is refused for its format, so it cannot tell candidates apart. Bytes are never only a text: a form would send no file.
/// `known` has the index of each type without its format.
pub(super) fn add(union: &mut Union, known: &mut BTreeMap<Type, usize>, variant: Variant) {
    let plain = variant.ty.without_formats();
    let index = *known.entry(plain.clone()).or_insert(union.variants.len());
    match union.variants.get_mut(index) {
        Some(known) => {
            known.tags.extend(variant.tags);
            known.is_default |= variant.is_default;
            known.example = known.example.take().or(variant.example);
            describe(&mut known.description, variant.description);
            // What one of them lets through is let through.
            let others = variant.limits;
            let is_common = |limit: &Limit| others.iter().any(|other| other.implies(limit));
            known.limits.retain(is_common);
            if known.ty != variant.ty {
                let bytes = Type::Text(Text::Binary);
                let is_either = known.ty == bytes || variant.ty == bytes;
                known.ty = if is_either { bytes } else { plain };
            }
        }
        None => union.variants.push(variant),
    }
}
