//! Which components allow `null`: asked before any of them is lowered, so that their order decides nothing.

use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{ReferenceOr, Schema};

use super::classes::is_bare;
use super::document::{Document, component_key};
use super::keywords::Keywords;

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
            // The one part that is the value; beside it, others may say that it can be null.
            let (bare, speaking): (Vec<_>, Vec<_>) =
                keywords.all_of.iter().partition(|part| says_nothing(part));
            let alone = Keywords {
                all_of: &[],
                ..keywords.clone()
            };
            let speaking = speaking.into_iter();
            let is_other_name = speaking.len() == 1 && is_bare(&alone);
            bare.into_iter()
                .chain(speaking.filter(|_| is_other_name))
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

fn says_nothing(part: &ReferenceOr<Schema>) -> bool {
    part.as_item()
        .is_some_and(|schema| is_bare(&Keywords::of(schema)))
}
