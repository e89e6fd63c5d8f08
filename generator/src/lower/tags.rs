//! The tags that tell the candidates of a union apart.

use openapiv3::{Discriminator, ReferenceOr, Schema};
use serde_json::Value;

use super::keywords::{Boxed, Keywords};
use super::{Lower, component_key};

impl<'d> Lower<'d> {
    /// Whether some candidate admits a tag of its own. Names of schemas are tags where nothing is mapped, and then a property
    /// that lists other values allows none of them: such a discriminator would refuse every valid value.
    pub(super) fn is_possible(
        &self,
        tag: &Discriminator,
        mut candidates: impl Iterator<Item = &'d ReferenceOr<Schema>>,
    ) -> bool {
        candidates.any(|candidate| {
            let listed = self.listed(candidate, &tag.property_name);
            let mut tags = tags(candidate, tag).into_iter().map(Value::String);
            listed.is_empty() || tags.any(|tag| listed.contains(&tag))
        })
    }

    /// The values that a candidate, or an inline part of it, lists for a member.
    fn listed(&self, candidate: &'d ReferenceOr<Schema>, member: &str) -> Vec<Value> {
        let schema = match candidate {
            ReferenceOr::Item(schema) => schema,
            ReferenceOr::Reference { reference } => match self.component_schema(reference) {
                Some(schema) => schema,
                None => return Vec::new(),
            },
        };
        match property(&Keywords::of(schema), member) {
            Some(ReferenceOr::Item(schema)) => Keywords::of(schema).values,
            Some(ReferenceOr::Reference { reference }) => self
                .component_schema(reference)
                .map(|schema| Keywords::of(schema).values)
                .unwrap_or_default(),
            None => Vec::new(),
        }
    }

    fn component_schema(&self, reference: &str) -> Option<&'d Schema> {
        let key = component_key(reference, "schemas")?;
        self.doc.components.as_ref()?.schemas.get(&key)?.as_item()
    }
}

/// The tags that select a candidate: those that the mapping gives it, otherwise its name or its constant.
pub(super) fn tags(schema: &ReferenceOr<Schema>, tag: &Discriminator) -> Vec<String> {
    let reference = match schema {
        ReferenceOr::Reference { reference } => reference,
        ReferenceOr::Item(schema) => {
            return constant(&Keywords::of(schema), &tag.property_name)
                .into_iter()
                .collect();
        }
    };
    let name = component_key(reference, "schemas");
    let leads_here = |target: &String| {
        target == reference
            || Some(target) == name.as_ref()
            || component_key(target, "schemas").is_some()
                && component_key(target, "schemas") == name
    };
    let mapped: Vec<String> = tag
        .mapping
        .iter()
        .filter(|(_, target)| leads_here(target))
        .map(|(key, _)| key.clone())
        .collect();
    if mapped.is_empty() {
        name.into_iter().collect()
    } else {
        mapped
    }
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
