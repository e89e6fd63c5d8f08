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
    let schemas: BTreeMap<&str, _> = schemas.map(|(name, one)| (name.as_str(), one)).collect();
    let mut nullable: BTreeSet<&str> = BTreeSet::new();
    // Those that allow it if another one does.
    let mut waiting: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut open: Vec<&str> = schemas.keys().rev().copied().collect();
    while let Some(name) = open.pop() {
        if nullable.contains(name) {
            continue;
        }
        let mut allows = |reference: &str| {
            let Some(key) = component_key(reference, "schemas") else {
                return false;
            };
            let is_known = nullable.contains(key.as_str());
            if !is_known {
                waiting.entry(key).or_default().push(name);
            }
            is_known
        };
        let is_nullable = match schemas[name] {
            ReferenceOr::Item(schema) => admits(doc, &Keywords::of(schema), &mut allows),
            ReferenceOr::Reference { reference } => allows(reference),
        };
        if is_nullable {
            nullable.insert(name);
            open.extend(waiting.remove(name).unwrap_or_default());
        }
    }
    nullable
}

/// Whether an inline schema allows `null`.
pub(super) fn is_admitted(lowering: &Lowering<'_, '_>, keywords: &Keywords<'_>) -> bool {
    let (doc, types) = (lowering.doc, &lowering.types);
    admits(doc, keywords, &mut |reference| {
        let component = component_key(reference, "schemas").and_then(|key| doc.component(&key));
        component.is_some_and(|id| types.get(id).nullable)
    })
}

/// Whether a schema allows `null`, where it is known of references.
fn admits(
    doc: Document<'_>,
    keywords: &Keywords<'_>,
    allows: &mut dyn FnMut(&str) -> bool,
) -> bool {
    if keywords.is_nullable() {
        return true;
    }
    let mut part_admits = |part: &ReferenceOr<Schema>| match part {
        ReferenceOr::Item(schema) => admits(doc, &Keywords::of(schema), allows),
        ReferenceOr::Reference { reference } => allows(reference),
    };
    if keywords.all_of.is_empty() {
        let mut candidates = keywords.one_of.iter().chain(keywords.any_of);
        return keywords.values.is_empty() && candidates.any(part_admits);
    }
    // Parts that say no more than a kind may say that there is null too; those that say more all have to let it through.
    let (bare, others): (Vec<_>, Vec<_>) =
        keywords.all_of.iter().partition(|part| says_nothing(part));
    let alone = Keywords {
        all_of: &[],
        ..keywords.clone()
    };
    if bare.into_iter().any(&mut part_admits) {
        return true;
    }
    let mut speaking: Vec<_> = others.into_iter().filter(|part| says_kind(part)).collect();
    // A component that says no kind lets it through; alone, it is what the whole is.
    if speaking
        .iter()
        .any(|part| !is_kindless_component(doc, part))
    {
        speaking.retain(|part| !is_kindless_component(doc, part));
    }
    !speaking.is_empty() && is_kindless(&alone) && speaking.into_iter().all(part_admits)
}

/// Whether a reference leads to a component that lets values of any kind through.
fn is_kindless_component(doc: Document<'_>, part: &ReferenceOr<Schema>) -> bool {
    let ReferenceOr::Reference { reference } = part else {
        return false;
    };
    let key = component_key(reference, "schemas");
    let schema = key.and_then(|key| doc.components()?.schemas.get(&key)?.as_item());
    schema.is_some_and(|schema| is_kindless(&Keywords::of(schema)))
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
