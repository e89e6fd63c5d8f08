//! The tags of unions: which members hold one, what its value is, and who writes it.

use std::collections::{BTreeMap, BTreeSet};

use super::Plan;
use crate::ir::{Api, Body, EnumKind, Field, Shape, Struct, Type, TypeId, Union, Variant};

/// What unions decide about the structs that they are made of.
#[derive(Debug, Clone, Default)]
pub(super) struct Decided {
    /// By struct, the member that holds the tag and its value.
    tags: BTreeMap<TypeId, Vec<(String, String)>>,
    /// The structs that are candidates of some union.
    candidates: BTreeSet<TypeId>,
}

/// How the tag of a variant is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TagKind {
    /// The type writes it: it has only one value there, or is a union that is told apart by it.
    Own,
    /// As a text.
    Text,
    /// As a whole number.
    Integer,
    /// As a truth value.
    Bool,
}

/// A tag that a union gives to a member of a struct.
struct Claim<'a> {
    union: &'a str,
    member: &'a str,
    tag: &'a str,
}

/// What all unions of the API decide. A member whose value several unions see differently is open where the struct also stands
/// alone: nobody but the caller knows it there. Otherwise it holds the tag of the first union by pointer, and the others write
/// theirs in its place.
pub(super) fn decided(api: &Api) -> Decided {
    let mut claims: BTreeMap<TypeId, Vec<Claim<'_>>> = BTreeMap::new();
    let mut decided = Decided::default();
    for (_, def) in api.declared() {
        let Shape::Union(union) = &def.shape else {
            continue;
        };
        for variant in &union.variants {
            let Some((id, _)) = object(api, &variant.ty) else {
                continue;
            };
            decided.candidates.insert(id);
            if let (Some(member), [tag, ..]) = (&union.tag, &variant.tags[..]) {
                claims.entry(id).or_default().push(Claim {
                    union: def.at.as_str(),
                    member,
                    tag,
                });
            }
        }
    }
    let alone = alone(api);
    for (id, mut claims) in claims {
        claims.sort_by_key(|claim| claim.union);
        let Shape::Struct(struct_) = &api.get(id).shape else {
            continue;
        };
        for field in &struct_.fields {
            let mut own = claims.iter().filter(|claim| claim.member == field.wire);
            let Some(first) = own.next() else { continue };
            let is_open = own.any(|other| other.tag != first.tag) && alone.contains(&id);
            if !is_open && value(api, &field.ty, first.tag).is_some() {
                let tags = decided.tags.entry(id).or_default();
                tags.push((field.wire.clone(), first.tag.to_owned()));
            }
        }
    }
    decided
}

impl Decided {
    /// What is decided about a definition holds for its other names.
    pub(super) fn equal(&mut self, id: TypeId, defined: TypeId) {
        if let Some(tags) = self.tags.get(&defined).cloned() {
            self.tags.insert(id, tags);
        }
        if self.candidates.contains(&defined) {
            self.candidates.insert(id);
        }
    }

    /// Whether a struct is a candidate of some union.
    pub(super) fn is_candidate(&self, id: TypeId) -> bool {
        self.candidates.contains(&id)
    }

    /// The value of a field that holds the tag of a union.
    pub(super) fn tag(&self, id: TypeId, field: &Field) -> Option<&str> {
        let mut tags = self.tags.get(&id)?.iter();
        let (_, tag) = tags.find(|(wire, _)| *wire == field.wire)?;
        Some(tag)
    }
}

impl Plan {
    /// How a variant of a union writes the tag that selects it; none where there is no such tag, or any will do.
    pub(super) fn tag_kind(&self, union: &Union, variant: &Variant) -> Option<TagKind> {
        let (Some(tag), [first, ..]) = (&union.tag, &variant.tags[..]) else {
            return None;
        };
        // A type for other tags too holds the one that it was read with.
        if variant.is_default {
            return None;
        }
        Some(kind(self, &variant.ty, tag, first))
    }

    /// What a field of this type holds for a tag.
    pub fn tag_value(&self, ty: &Type, tag: &str) -> TagValue {
        value(&self.api, ty, tag).unwrap_or(TagValue::Text)
    }
}

/// What a field holds for a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TagValue {
    /// A value of an enum.
    Variant(TypeId, usize),
    /// A whole number.
    Integer(i64),
    /// A truth value.
    Bool(bool),
    /// The text, or what it converts to.
    Text,
}

fn kind(plan: &Plan, ty: &Type, tag: &str, first: &str) -> TagKind {
    let api = &plan.api;
    if let Some(Shape::Union(inner)) = shape(api, ty) {
        // What it keeps without knowing it has a tag that it does not know.
        return if inner.tag.as_deref() == Some(tag) {
            TagKind::Own
        } else {
            TagKind::Text
        };
    }
    let Some((_, object)) = object(api, ty) else {
        return TagKind::Text;
    };
    let Some(field) = object.fields.iter().find(|field| field.wire == tag) else {
        return TagKind::Text;
    };
    let is_constant = field.constant.is_some() || plan.constant(&field.ty).is_some();
    match shape(api, &field.ty) {
        _ if is_constant && field.required && !field.nullable => TagKind::Own,
        Some(Shape::Enum(list)) if list.kind == EnumKind::Text => TagKind::Text,
        _ => match (api.resolved(&field.ty), first.parse::<i64>()) {
            (Type::Integer(_) | Type::Number(_) | Type::Named(_), Ok(_)) => TagKind::Integer,
            (Type::Bool, _) if first.parse::<bool>().is_ok() => TagKind::Bool,
            _ => TagKind::Text,
        },
    }
}

/// What a field of this type holds for a tag; none where it cannot hold one.
fn value(api: &Api, ty: &Type, tag: &str) -> Option<TagValue> {
    match api.resolved(ty) {
        Type::Text(_) | Type::Any => Some(TagValue::Text),
        Type::Integer(_) => tag.parse().ok().map(TagValue::Integer),
        Type::Bool => tag.parse().ok().map(TagValue::Bool),
        Type::Named(id) => match &api.get(*id).shape {
            Shape::Enum(list) if list.is_constant() => None,
            Shape::Enum(list) => {
                let known = list.values.iter().position(|value| value.wire == tag);
                let known = known.map(|index| TagValue::Variant(*id, index));
                known.or_else(|| (list.kind == EnumKind::Text).then_some(TagValue::Text))
            }
            _ => None,
        },
        _ => None,
    }
}

fn shape<'a>(api: &'a Api, ty: &'a Type) -> Option<&'a Shape> {
    api.definition(ty).map(|(_, def)| &def.shape)
}

fn object<'a>(api: &'a Api, ty: &'a Type) -> Option<(TypeId, &'a Struct)> {
    let Type::Named(id) = api.resolved(ty) else {
        return None;
    };
    match &api.get(*id).shape {
        Shape::Struct(object) => Some((*id, object)),
        _ => None,
    }
}

/// The types that are used anywhere but as a variant that a tag selects.
fn alone(api: &Api) -> BTreeSet<TypeId> {
    let mut open = Vec::new();
    for (_, def) in api.declared() {
        match &def.shape {
            Shape::Union(union) => {
                let variants = union.variants.iter();
                let untagged = variants.filter(|one| union.tag.is_none() || one.tags.is_empty());
                untagged.for_each(|one| open.extend(one.ty.named()));
            }
            shape => shape.types().iter().for_each(|ty| open.extend(ty.named())),
        }
    }
    for operation in &api.operations {
        let params = operation.params.iter().map(|param| &param.ty);
        let bodies = operation.body.iter().flat_map(Body::contents);
        let answers = operation.responses.iter().flat_map(|one| &one.contents);
        let bodies = bodies.chain(answers).map(|content| &content.ty);
        params.chain(bodies).for_each(|ty| open.extend(ty.named()));
    }
    open.into_iter().collect()
}
