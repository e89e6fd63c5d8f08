//! Parents and heirs: who says `allOf` with a union of which it is a candidate, found for all components.

use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{OpenAPI, ReferenceOr, Schema};

use super::keywords::Keywords;
use crate::extensions::ITSELF;
use crate::pointer::{Pointer, component_key};

/// What the parent alone is called as a candidate.
pub(super) const ITS_WORDS: &str = "base";

/// The components that say `allOf` with what stands at each place, found once for all parents.
#[derive(Debug, Default)]
pub(super) struct Heirs(BTreeMap<Pointer, Vec<Pointer>>);

impl Heirs {
    /// Those of a document.
    pub(super) fn of(typed: &OpenAPI) -> Self {
        let mut heirs = Self::default();
        let components = typed.components.iter().flat_map(|all| &all.schemas);
        for (name, schema) in components {
            let Some(schema) = schema.as_item() else {
                continue;
            };
            let at: Pointer = ["components", "schemas", name].iter().collect();
            for parent in taken_in(schema) {
                heirs.0.entry(parent).or_default().push(at.clone());
            }
        }
        heirs
    }

    /// The heirs of a parent, and theirs.
    pub(super) fn below<'h>(&'h self, parent: &'h Pointer) -> BTreeSet<&'h Pointer> {
        let mut found = BTreeSet::from([parent]);
        let mut open = vec![parent];
        while let Some(next) = open.pop() {
            let heirs = self.0.get(next).into_iter().flatten();
            open.extend(heirs.filter(|heir| found.insert(heir)));
        }
        found.remove(parent);
        found
    }
}

/// The places that a schema says `allOf` with.
fn taken_in(schema: &Schema) -> Vec<Pointer> {
    let mut found = Vec::new();
    let mut open = vec![schema];
    while let Some(schema) = open.pop() {
        for part in Keywords::of(schema).all_of {
            match part {
                ReferenceOr::Item(schema) => open.push(schema),
                ReferenceOr::Reference { reference } => found.extend(Pointer::parse(reference)),
            }
        }
    }
    found
}

/// Whether a candidate is one of these heirs, or says `allOf` with one.
pub(super) fn is_heir(candidate: &ReferenceOr<Schema>, heirs: &BTreeSet<&Pointer>) -> bool {
    match candidate {
        ReferenceOr::Item(schema) => taken_in(schema).iter().any(|part| heirs.contains(part)),
        ReferenceOr::Reference { .. } => {
            referred(candidate).is_some_and(|heir| heirs.contains(&heir))
        }
    }
}

/// The references among the candidates of each component that is a union, by pointer: looked up for each of its heirs.
#[derive(Debug, Default)]
pub(super) struct Candidates(BTreeMap<Pointer, BTreeSet<Pointer>>);

impl Candidates {
    /// Those of a document.
    pub(super) fn of(typed: &OpenAPI) -> Self {
        let components = typed.components.iter().flat_map(|all| &all.schemas);
        let unions = components.filter_map(|(name, schema)| {
            let keywords = Keywords::of(schema.as_item()?);
            let all = keywords.one_of.iter().chain(keywords.any_of);
            let references: BTreeSet<Pointer> = all.filter_map(referred).collect();
            let at: Pointer = ["components", "schemas", name].iter().collect();
            (!references.is_empty()).then_some((at, references))
        });
        Self(unions.collect())
    }

    /// The references of the component at a place, if it is a union that has some.
    pub(super) fn of_union(&self, at: &Pointer) -> Option<&BTreeSet<Pointer>> {
        self.0.get(at)
    }
}

/// Where a reference leads.
pub(super) fn referred(candidate: &ReferenceOr<Schema>) -> Option<Pointer> {
    match candidate {
        ReferenceOr::Reference { reference } => Pointer::parse(reference),
        ReferenceOr::Item(_) => None,
    }
}

/// Whether a candidate is the parent alone.
pub(super) fn is_itself(candidate: &ReferenceOr<Schema>) -> bool {
    candidate
        .as_item()
        .is_some_and(|schema| ITSELF.is_set(&schema.schema_data.extensions))
}

/// The component that a candidate stands for: the one that it refers to, or the parent that it is.
pub(super) fn component(candidate: &ReferenceOr<Schema>) -> Option<String> {
    let reference = match candidate {
        ReferenceOr::Reference { reference } => reference,
        ReferenceOr::Item(schema) if is_itself(candidate) => {
            match Keywords::of(schema).all_of.first()? {
                ReferenceOr::Reference { reference } => reference,
                ReferenceOr::Item(_) => return None,
            }
        }
        ReferenceOr::Item(_) => return None,
    };
    component_key(reference, "schemas")
}
