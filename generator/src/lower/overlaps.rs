//! Candidates of an `anyOf` that one value may satisfy at once: each keeps what it does not name, since another one may.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::ir::{Additional, Api, Field, Medium, Shape, Struct, Type, TypeId, Union};
use crate::source::Tree;

/// Lets such structs keep all fields.
pub(super) fn keep(api: &mut Api, tree: &Tree) {
    let mut found = BTreeSet::new();
    for def in &api.types {
        let Shape::Union(union) = &def.shape else {
            continue;
        };
        for objects in possible(candidates(union, api), api) {
            for (index, (one, a)) in objects.iter().enumerate() {
                // Another one that overlaps is enough.
                if found.contains(one) {
                    continue;
                }
                let mut others = objects
                    .iter()
                    .enumerate()
                    .filter(|(other, _)| *other != index);
                let overlap = others.find(|(_, (_, b))| {
                    names_more(a, b) && names_more(b, a) && !are_apart(a, b, api)
                });
                found.extend(
                    overlap
                        .map(|(_, (other, _))| [*one, *other])
                        .into_iter()
                        .flatten(),
                );
            }
        }
    }
    for id in found {
        let def = &mut api.types[id.0];
        // A value with other fields is no value of one that forbids them.
        let forbids = tree
            .get(&def.at)
            .and_then(|at| at.get("additionalProperties"));
        if let Shape::Struct(object) = &mut def.shape
            && object.additional == Additional::Ignored
            && forbids != Some(&Value::Bool(false))
        {
            object.additional = Additional::Kept(Type::Any);
        }
    }
}

/// The candidates that are structs, where nothing but the values tells them apart and several may fit.
fn candidates<'a>(union: &'a Union, api: &'a Api) -> Vec<(TypeId, &'a Struct)> {
    let variants = union.variants.iter().filter(|variant| {
        let list = variant.at.parent().and_then(|at| at.last());
        union.tag.is_none() && list.as_deref() == Some("anyOf")
    });
    let objects = variants.filter_map(|variant| object(&variant.ty, api));
    objects
        .filter(|(_, object)| object.medium == Medium::Json)
        .collect()
}

/// A candidate.
type Candidate<'a> = (TypeId, &'a Struct);

/// The candidates that may overlap: where all have a field with texts that they list, those that share one.
fn possible<'a>(objects: Vec<Candidate<'a>>, api: &'a Api) -> Vec<Vec<Candidate<'a>>> {
    let listed = |object: &'a Struct, wire: &str| {
        let field = object.fields.iter().find(|field| field.wire == wire)?;
        values(&field.ty, api)
    };
    let fields = objects.first().map_or(&[][..], |(_, first)| &first.fields);
    let mut wires = fields.iter().map(|field| field.wire.as_str());
    let Some(wire) = wires.find(|wire| objects.iter().all(|(_, one)| listed(one, wire).is_some()))
    else {
        return vec![objects];
    };
    let mut by_value: BTreeMap<&str, Vec<Candidate<'a>>> = BTreeMap::new();
    for (id, object) in objects {
        for value in listed(object, wire).into_iter().flatten() {
            by_value.entry(value).or_default().push((id, object));
        }
    }
    by_value.into_values().collect()
}

fn object<'a>(ty: &'a Type, api: &'a Api) -> Option<(TypeId, &'a Struct)> {
    let (id, def) = api.definition(ty)?;
    match &def.shape {
        Shape::Struct(object) => Some((id, object)),
        _ => None,
    }
}

/// Whether a struct has a field that the other one has not.
fn names_more(object: &Struct, than: &Struct) -> bool {
    let fields = object.fields.iter();
    fields
        .map(|field| &field.wire)
        .any(|wire| than.fields.iter().all(|other| other.wire != *wire))
}

/// Whether a field that both have is never the same in both.
fn are_apart(a: &Struct, b: &Struct, api: &Api) -> bool {
    a.fields.iter().any(|field| {
        let mut others = b.fields.iter();
        let other = others.find(|other| other.wire == field.wire);
        other.is_some_and(|other| differ(field, other, api))
    })
}

fn differ(a: &Field, b: &Field, api: &Api) -> bool {
    if let (Some(a), Some(b)) = (a.constant, b.constant) {
        return a != b;
    }
    match (values(&a.ty, api), values(&b.ty, api)) {
        (Some(a), Some(b)) => a.iter().all(|value| !b.contains(value)),
        (None, None) => kind(&a.ty).zip(kind(&b.ty)).is_some_and(|(a, b)| a != b),
        _ => false,
    }
}

/// The texts that a type lists.
fn values<'a>(ty: &'a Type, api: &'a Api) -> Option<Vec<&'a str>> {
    let (_, def) = api.definition(ty)?;
    match &def.shape {
        Shape::Enum(list) => Some(list.values.iter().map(|one| one.wire.as_str()).collect()),
        _ => None,
    }
}

/// What kind of JSON a type without a definition is.
fn kind(ty: &Type) -> Option<&'static str> {
    match ty {
        Type::Bool => Some("boolean"),
        Type::Integer(_) | Type::Number(_) => Some("number"),
        Type::Text(_) => Some("string"),
        Type::Array(_) | Type::Tuple(_) => Some("array"),
        Type::Map(_) => Some("object"),
        Type::Any | Type::Nullable(_) | Type::Named(_) | Type::File | Type::Chosen(_) => None,
    }
}
