//! Which components allow `null`: asked before any of them is lowered, so that their order decides nothing.

use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{ReferenceOr, Schema};

use super::document::Document;
use super::keywords::Keywords;
use super::kinds::is_bare;
use super::lowering::Lowering;
use crate::pointer::component_key;

/// The components that allow `null`: one says so, or a candidate of it, or the schema that it is another name for.
pub(super) fn components(doc: Document<'_>) -> BTreeSet<&str> {
    let schemas = doc.components().into_iter().flat_map(|all| &all.schemas);
    let mut nullable = BTreeSet::new();
    let mut behind: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (name, schema) in schemas {
        let mut others = Vec::new();
        match schema {
            ReferenceOr::Item(schema) if admits_null(Keywords::of(schema), &mut others) => {
                nullable.insert(name.as_str());
            }
            ReferenceOr::Item(_) => {}
            ReferenceOr::Reference { reference } => others.push(reference),
        }
        let keys = others.into_iter();
        for key in keys.filter_map(|reference| component_key(reference, "schemas")) {
            behind.entry(key).or_default().push(name);
        }
    }
    let mut open: Vec<&str> = nullable.iter().copied().collect();
    while let Some(name) = open.pop() {
        for other in behind.remove(name).unwrap_or_default() {
            if nullable.insert(other) {
                open.push(other);
            }
        }
    }
    nullable
}

/// Whether an inline schema allows `null`.
pub(super) fn is_admitted(lowering: &Lowering<'_, '_>, keywords: &Keywords<'_>) -> bool {
    let mut references = Vec::new();
    let keys = |reference: &&str| component_key(reference, "schemas");
    admits_null(keywords.clone(), &mut references)
        || references.iter().filter_map(keys).any(|key| {
            let component = lowering.doc.component(&key);
            component.is_some_and(|id| lowering.types.get(id).nullable)
        })
}

/// Whether a schema allows `null` without what it refers to; the references that it may allow it by are noted.
fn admits_null<'d>(keywords: Keywords<'d>, references: &mut Vec<&'d str>) -> bool {
    let mut open = vec![keywords];
    while let Some(keywords) = open.pop() {
        if keywords.is_nullable() {
            return true;
        }
        let parts: Vec<&'d ReferenceOr<Schema>> = if keywords.all_of.is_empty() {
            let candidates = keywords.one_of.iter().chain(keywords.any_of);
            candidates.filter(|_| keywords.values.is_empty()).collect()
        } else {
            // The one part that says what kind of value it is; beside it, others may say that it can be null.
            let (bare, others): (Vec<_>, Vec<_>) =
                keywords.all_of.iter().partition(|part| says_nothing(part));
            let alone = Keywords {
                all_of: &[],
                ..keywords.clone()
            };
            let speaking = others.into_iter().filter(|part| says_kind(part));
            let speaking: Vec<_> = speaking.collect();
            let is_only = speaking.len() == 1 && is_kindless(&alone);
            bare.into_iter()
                .chain(speaking.into_iter().filter(|_| is_only))
                .collect()
        };
        for part in parts {
            match part {
                ReferenceOr::Item(schema) => open.push(Keywords::of(schema)),
                ReferenceOr::Reference { reference } => references.push(reference),
            }
        }
    }
    false
}

/// Whether a part of an `allOf` may have a say in which kinds of values there are.
fn says_kind(part: &ReferenceOr<Schema>) -> bool {
    part.as_item()
        .is_none_or(|schema| !is_kindless(&Keywords::of(schema)))
}

/// Whether a schema lets values of any kind through, `null` too: keywords of objects and lists say nothing of others.
fn is_kindless(keywords: &Keywords<'_>) -> bool {
    keywords.ty.is_none()
        && keywords.values.is_empty()
        && keywords.all_of.is_empty()
        && keywords.one_of.is_empty()
        && keywords.any_of.is_empty()
        && !keywords.is_never
}

fn says_nothing(part: &ReferenceOr<Schema>) -> bool {
    part.as_item()
        .is_some_and(|schema| is_bare(&Keywords::of(schema)))
}
