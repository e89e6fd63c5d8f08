//! `oneOf` and `anyOf`: the candidates, what they are called, and the tag that tells them apart.

use openapiv3::{Discriminator, ReferenceOr, Schema};
use serde_json::Value;

use super::keywords::Keywords;
use super::tags::constant;
use super::{Holder, Lower, Spot, component_key, heirs};
use crate::extensions::ITSELF;
use crate::ir::{Limit, Shape, Text, Type, TypeId, Union, Variant};

/// What stands beside a union, and where.
pub(super) type Shared<'d> = (Keywords<'d>, Spot);

/// A candidate of a union with its place.
struct Candidate<'d> {
    schema: &'d ReferenceOr<Schema>,
    spot: Spot,
}

impl<'d> Lower<'d> {
    /// A union of the candidates that `source` lists; what `keywords` says beside them belongs to each, and so does what
    /// stands beside the unions around this one.
    pub(super) fn union(
        &mut self,
        id: TypeId,
        keywords: &Keywords<'d>,
        source: &Keywords<'d>,
        spot: &Spot,
        around: &[Shared<'d>],
    ) -> Shape {
        let candidates = candidates(source, spot);
        let own = source.data.discriminator.as_ref();
        let tag = own.or(keywords.data.discriminator.as_ref());
        let schemas: Vec<_> = candidates.iter().map(|one| one.schema).collect();
        let tag = tag.filter(|tag| self.is_possible(tag, schemas.iter().copied()));
        if let Some(tag) = tag {
            self.strangers(tag, &schemas, &spot.at);
        }
        let mut union = Union {
            tag: tag.map(|tag| tag.property_name.clone()),
            ..Union::default()
        };
        let beside = beside(keywords, spot, around);
        // What stands beside the union is what heirs have from it, unless somebody else says `allOf` with it and adds more.
        let is_own = around.is_empty() && self.api.get(id).at == spot.at;
        for candidate in &candidates {
            if is_null(candidate.schema) {
                self.api.types[id.0].nullable = true;
                continue;
            }
            let words = Self::words(candidate.schema, tag);
            let is_heir = is_own && self.is_heir(candidate.schema, &spot.at);
            let (mut example, mut limits) = (None, Vec::new());
            let ty = if beside.is_empty() || is_heir {
                if heirs::is_itself(candidate.schema) {
                    continue;
                }
                let place = candidate.spot.part(candidate.spot.at.clone(), &words);
                let used = self.use_of(candidate.schema, &place);
                self.api.types[id.0].nullable |= used.nullable;
                example = used.docs.example;
                if !matches!(used.ty, Type::Named(_)) {
                    limits = used.docs.limits;
                }
                used.ty
            } else {
                self.with_members(candidate, &beside, &words)
            };
            let tags = tag.map(|tag| self.tags(candidate.schema, tag));
            let variant = Variant {
                at: candidate.spot.at.clone(),
                ty,
                tags: tags.unwrap_or_default(),
                is_default: tag.is_some_and(|tag| Self::is_default(candidate.schema, tag)),
                words,
                example,
                limits,
            };
            add(&mut union, variant);
        }
        match union.variants.len() {
            0 => Shape::Alias(Type::Any),
            1 if union.tag.is_none() => Shape::Alias(union.variants.remove(0).ty),
            _ if union.variants.iter().any(|variant| variant.ty == Type::Any) => {
                Shape::Alias(Type::Any)
            }
            _ => Shape::Union(union),
        }
    }

    /// A candidate with the members that stand beside the union.
    fn with_members(
        &mut self,
        candidate: &Candidate<'d>,
        beside: &[Shared<'d>],
        words: &str,
    ) -> Type {
        let place = candidate.spot.part(candidate.spot.at.clone(), words);
        let docs = beside.last().map(|(shared, _)| super::docs::of(shared));
        let docs = docs.unwrap_or_default();
        let id = self.reserve(place.at.clone(), place.owner(), docs, false);
        let inner = Spot {
            at: place.at,
            owner: Holder::Type(id),
            words: String::new(),
        };
        let union = if heirs::is_itself(candidate.schema) {
            None
        } else {
            self.union_inside(candidate.schema, &inner)
        };
        let shape = match union {
            Some((keywords, source, place, inner)) => {
                let depth = self.following.len();
                if let ReferenceOr::Reference { reference } = candidate.schema {
                    self.following.push(reference.clone());
                }
                let around = [beside, &inner].concat();
                let shape = self.union(id, &keywords, &source, &place, &around);
                self.following.truncate(depth);
                shape
            }
            None => self.merged_with(id, beside, (candidate.schema, &inner)),
        };
        self.api.types[id.0].shape = shape;
        Type::Named(id)
    }

    /// What a candidate is called where its type has no name: its title, its tag, what it demands, or its kind.
    pub(super) fn words(schema: &'d ReferenceOr<Schema>, tag: Option<&Discriminator>) -> String {
        let schema = match schema {
            ReferenceOr::Reference { reference } => {
                return component_key(reference, "schemas").unwrap_or_else(|| "value".to_owned());
            }
            ReferenceOr::Item(schema) => schema,
        };
        if ITSELF.is_set(&schema.schema_data.extensions) {
            return heirs::ITS_WORDS.to_owned();
        }
        let keywords = Keywords::of(schema);
        let title = keywords
            .data
            .title
            .as_deref()
            .filter(|title| !title.trim().is_empty() && title.len() <= 60);
        if let Some(title) = title {
            return title.to_owned();
        }
        if let Some(value) = tag.and_then(|tag| constant(&keywords, &tag.property_name)) {
            return value;
        }
        let mut members = members(&keywords).into_iter();
        if let Some(value) = members.find_map(|name| constant(&keywords, name)) {
            return value;
        }
        match &keywords.values[..] {
            [Value::String(only)] => only.clone(),
            _ => kind(&keywords),
        }
    }
}

/// What belongs to each candidate: what stands beside the unions around this one, and what stands beside this one.
fn beside<'d>(keywords: &Keywords<'d>, spot: &Spot, around: &[Shared<'d>]) -> Vec<Shared<'d>> {
    let shared = Keywords {
        one_of: &[],
        any_of: &[],
        ..keywords.clone()
    };
    let mut beside = around.to_vec();
    if !shared.properties.is_empty() || !shared.all_of.is_empty() {
        beside.push((shared, spot.clone()));
    }
    beside
}

fn candidates<'d>(keywords: &Keywords<'d>, spot: &Spot) -> Vec<Candidate<'d>> {
    let (list, keyword) = if keywords.one_of.is_empty() {
        (keywords.any_of, "anyOf")
    } else {
        (keywords.one_of, "oneOf")
    };
    let list = list.iter().enumerate();
    list.map(|(index, schema)| {
        let at = spot.at.child(keyword).index(index);
        Candidate {
            schema,
            spot: Spot { at, ..spot.clone() },
        }
    })
    .collect()
}

/// Adds a candidate; the same type twice is one candidate with the tags of both. Two formats are the same plain text: no
/// value is refused for its format, so it cannot tell candidates apart. Bytes are never only a text: a form would send no file.
fn add(union: &mut Union, variant: Variant) {
    let plain = variant.ty.without_formats();
    match union
        .variants
        .iter_mut()
        .find(|known| known.ty.without_formats() == plain)
    {
        Some(known) => {
            known.tags.extend(variant.tags);
            known.is_default |= variant.is_default;
            known.example = known.example.take().or(variant.example);
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

/// Whether a candidate is nothing but `null`: an enum of it alone.
fn is_null(schema: &ReferenceOr<Schema>) -> bool {
    match schema {
        ReferenceOr::Item(schema) => {
            let keywords = Keywords::of(schema);
            !keywords.values.is_empty() && keywords.values.iter().all(serde_json::Value::is_null)
        }
        ReferenceOr::Reference { .. } => false,
    }
}

/// The members that a schema and the inline parts of its `allOf` declare.
fn members<'d>(keywords: &Keywords<'d>) -> Vec<&'d str> {
    let mut names: Vec<&str> = keywords.properties.keys().map(String::as_str).collect();
    let parts = keywords.all_of.iter().filter_map(ReferenceOr::as_item);
    names.extend(parts.flat_map(|part| members(&Keywords::of(part))));
    names
}

/// What kind of value a schema without a name is.
fn kind(keywords: &Keywords<'_>) -> String {
    let required: Vec<&str> = keywords
        .required
        .iter()
        .take(2)
        .map(String::as_str)
        .collect();
    match keywords.ty {
        Some("array") => match keywords.items {
            Some(ReferenceOr::Item(item)) => format!("{} list", kind(&Keywords::of(item))),
            Some(ReferenceOr::Reference { reference }) => {
                format!(
                    "{} list",
                    component_key(reference, "schemas").unwrap_or_default()
                )
            }
            None => "list".to_owned(),
        },
        Some("string") if !keywords.values.is_empty() => "choice".to_owned(),
        Some("string") => "text".to_owned(),
        Some("object") | None if !required.is_empty() => format!("with {}", required.join(" and ")),
        Some(other) => other.to_owned(),
        None if !keywords.properties.is_empty() => {
            let names: Vec<&str> = keywords
                .properties
                .keys()
                .take(2)
                .map(String::as_str)
                .collect();
            format!("with {}", names.join(" and "))
        }
        None => "value".to_owned(),
    }
}
