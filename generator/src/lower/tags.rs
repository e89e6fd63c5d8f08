//! The tags that tell the candidates of a union apart.

use openapiv3::{Discriminator, ReferenceOr, Schema};
use serde_json::Value;

use super::document::{Document, component_key};
use super::heirs;
use super::keywords::{Boxed, Keywords};
use super::reports::Reports;
use crate::diag::codes;
use crate::extensions::DEFAULT_MAPPING;
use crate::pointer::Pointer;

/// More unions within each other have no tags that anybody wrote.
const DEEPEST: usize = 16;

/// Whether some candidate admits a tag of its own. Names of schemas are tags where nothing is mapped, and then a property
/// that lists other values allows none of them: such a discriminator would refuse every valid value.
pub(super) fn is_possible<'d>(
    doc: Document<'d>,
    tag: &Discriminator,
    mut candidates: impl Iterator<Item = &'d ReferenceOr<Schema>>,
) -> bool {
    candidates.any(|candidate| !of(doc, candidate, tag).is_empty())
}

/// The tags that select a candidate: those that the mapping gives it and those of its own candidates; otherwise the only value
/// that it can have there, or its name.
pub(super) fn of<'d>(
    doc: Document<'d>,
    candidate: &'d ReferenceOr<Schema>,
    tag: &Discriminator,
) -> Vec<String> {
    within(doc, candidate, tag, DEEPEST)
}

fn within<'d>(
    doc: Document<'d>,
    candidate: &'d ReferenceOr<Schema>,
    tag: &Discriminator,
    depth: usize,
) -> Vec<String> {
    let mapped = tag.mapping.iter();
    let mut tags: Vec<String> = mapped
        .filter(|(_, target)| stands_for(candidate, target))
        .map(|(key, _)| key.clone())
        .collect();
    for (inner, its_tag) in inner(doc, candidate, tag) {
        if depth > 0 {
            tags.extend(within(doc, inner, its_tag, depth - 1));
        }
    }
    if tags.is_empty() && !heirs::is_itself(candidate) {
        let listed = listed(doc, candidate, &tag.property_name);
        let name = heirs::component(candidate)
            .filter(|name| listed.is_empty() || listed.contains(&Value::String(name.clone())));
        tags.extend(name.or_else(|| match &listed[..] {
            [Value::String(only)] => Some(only.clone()),
            [only @ (Value::Number(_) | Value::Bool(_))] => Some(only.to_string()),
            _ => None,
        }));
    }
    let mut known = Vec::new();
    tags.retain(|tag| {
        !known.contains(tag) && {
            known.push(tag.clone());
            true
        }
    });
    tags
}

/// The candidates of a candidate that is told apart by the same member, with what tells them apart.
fn inner<'d>(
    doc: Document<'d>,
    candidate: &'d ReferenceOr<Schema>,
    tag: &Discriminator,
) -> Vec<(&'d ReferenceOr<Schema>, &'d Discriminator)> {
    let ReferenceOr::Reference { reference } = candidate else {
        return Vec::new();
    };
    let Some(schema) = doc.component_schema(reference) else {
        return Vec::new();
    };
    let keywords = Keywords::of(schema);
    match &schema.schema_data.discriminator {
        Some(own) if own.property_name == tag.property_name => {
            let candidates = keywords.one_of.iter().chain(keywords.any_of);
            candidates.map(|inner| (inner, own)).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a candidate is for all values whose tag is missing or selects no other one.
pub(super) fn is_default(candidate: &ReferenceOr<Schema>, tag: &Discriminator) -> bool {
    let target = DEFAULT_MAPPING.get(&tag.extensions);
    target.is_some_and(|target| stands_for(candidate, target))
}

/// Reports the entries of a mapping that lead to no candidate. Those that lead nowhere were reported before.
pub(super) fn strangers<'d>(
    doc: Document<'d>,
    tag: &Discriminator,
    candidates: &[&'d ReferenceOr<Schema>],
    at: &Pointer,
    reports: &mut Reports<'_, '_>,
) {
    let mapping = at.child("discriminator").child("mapping");
    let mapped = tag.mapping.iter();
    let mut targets: Vec<(Pointer, &str)> = mapped
        .map(|(key, target)| (mapping.child(key), target.as_str()))
        .collect();
    let default = DEFAULT_MAPPING.get(&tag.extensions);
    targets.extend(default.map(|target| {
        (
            at.child("discriminator").child(DEFAULT_MAPPING.key()),
            target,
        )
    }));
    for (at, target) in targets {
        let is_there = doc.component_schema(target).is_some() || doc.schema_named(target).is_some();
        let is_candidate = candidates
            .iter()
            .any(|candidate| leads_to(doc, candidate, target, DEEPEST));
        if is_there && !is_candidate {
            reports.report(codes::MAPPING_OUTSIDE, &at, |diagnostic| {
                diagnostic.arg("target", target)
            });
        }
    }
}

/// Whether a candidate, or one of its own, is what a mapping names.
fn leads_to<'d>(
    doc: Document<'d>,
    candidate: &'d ReferenceOr<Schema>,
    target: &str,
    depth: usize,
) -> bool {
    if stands_for(candidate, target) {
        return true;
    }
    let ReferenceOr::Reference { reference } = candidate else {
        return false;
    };
    let Some(schema) = doc.component_schema(reference).filter(|_| depth > 0) else {
        return false;
    };
    let keywords = Keywords::of(schema);
    let mut inner = keywords.one_of.iter().chain(keywords.any_of);
    inner.any(|inner| leads_to(doc, inner, target, depth - 1))
}

/// The values that a candidate, or a part of it, lists for a member.
fn listed<'d>(doc: Document<'d>, candidate: &'d ReferenceOr<Schema>, member: &str) -> Vec<Value> {
    let schema = match candidate {
        ReferenceOr::Item(schema) => schema,
        ReferenceOr::Reference { reference } => match doc.component_schema(reference) {
            Some(schema) => schema,
            None => return Vec::new(),
        },
    };
    match property(&Keywords::of(schema), member) {
        Some(ReferenceOr::Item(schema)) => Keywords::of(schema).values,
        Some(ReferenceOr::Reference { reference }) => doc
            .component_schema(reference)
            .map(|schema| Keywords::of(schema).values)
            .unwrap_or_default(),
        None => Vec::new(),
    }
}

/// Whether a mapping names a candidate, by a pointer or by its name.
fn stands_for(candidate: &ReferenceOr<Schema>, target: &str) -> bool {
    if let ReferenceOr::Reference { reference } = candidate
        && target == reference
    {
        return true;
    }
    heirs::component(candidate).is_some_and(|name| {
        target == name || component_key(target, "schemas").is_some_and(|key| key == name)
    })
}

/// The only value of a member that has just one.
pub(super) fn constant(keywords: &Keywords<'_>, member: &str) -> Option<String> {
    let schema = property(keywords, member)?.as_item()?;
    match &Keywords::of(schema).values[..] {
        [Value::String(only)] => Some(only.clone()),
        _ => None,
    }
}

/// A member that a schema or an inline part of its `allOf` declares.
fn property<'d>(keywords: &Keywords<'d>, member: &str) -> Option<&'d Boxed> {
    let mut parts = keywords.all_of.iter().filter_map(ReferenceOr::as_item);
    keywords
        .properties
        .get(member)
        .or_else(|| parts.find_map(|part| property(&Keywords::of(part), member)))
}
