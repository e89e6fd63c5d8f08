//! The tags that tell the candidates of a union apart.

use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{Discriminator, ReferenceOr, Schema};
use serde_json::Value;

use super::document::Document;
use super::heirs;
use super::keywords::{Boxed, Keywords};
use super::nested::{Inner, Nested};
use super::reports::Reports;
use crate::diag::codes;
use crate::extensions::DEFAULT_MAPPING;
use crate::pointer::{Pointer, component_key};

/// The tags of a union.
pub(super) struct Tags<'d> {
    doc: Document<'d>,
    tag: &'d Discriminator,
    /// Where it stands.
    at: Pointer,
    /// The component that it is.
    component: Option<String>,
    /// The names that the mapping has for what it means.
    names: BTreeMap<String, Vec<&'d str>>,
}

impl<'d> Tags<'d> {
    /// What the discriminator of the union at a place says.
    pub(super) fn of(doc: Document<'d>, tag: &'d Discriminator, at: &Pointer) -> Self {
        let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (name, target) in &tag.mapping {
            names.entry(meant(target)).or_default().push(name);
        }
        Self {
            doc,
            tag,
            at: at.clone(),
            component: component_key(&at.to_string(), "schemas"),
            names,
        }
    }

    /// The same if they tell these candidates apart; entries of the mapping that lead to none of them are reported.
    pub(super) fn told(
        self,
        candidates: &[&'d ReferenceOr<Schema>],
        at: &Pointer,
        reports: &mut Reports<'_, '_>,
    ) -> Option<Self> {
        if !self.is_possible(candidates) {
            return None;
        }
        self.strangers(candidates, at, reports);
        Some(self)
    }

    /// Whether some candidate admits a tag of its own. Names of schemas are tags where nothing is mapped, and then a property
    /// that lists other values allows none of them: such a discriminator would refuse every valid value.
    fn is_possible(&self, candidates: &[&'d ReferenceOr<Schema>]) -> bool {
        let mut candidates = candidates.iter();
        candidates.any(|candidate| !self.select(candidate).is_empty())
    }

    /// The tags that select a candidate: those that the mapping gives it and those of its own candidates; otherwise the only value
    /// that it can have there, or its name.
    pub(super) fn select(&self, candidate: &'d ReferenceOr<Schema>) -> Vec<String> {
        let mut tags = self.mapped(candidate);
        if let Some(union) = self.union(candidate) {
            let nested = self.doc.nested.get_or_init(|| nested(self.doc));
            tags.extend(nested.tags(&union, self.component.as_deref(), &self.at));
        }
        // The parent alone is also for tags that nobody knows, as long as nothing of the value is lost.
        if tags.is_empty() && !heirs::is_itself(candidate) {
            tags.extend(self.unmapped(candidate));
        }
        let mut known = BTreeSet::new();
        tags.retain(|tag| known.insert(tag.clone()));
        tags
    }

    /// What a candidate gives the union for those around it.
    pub(super) fn inner(&self, candidate: &'d ReferenceOr<Schema>) -> Vec<Inner> {
        let mapped = self.mapped(candidate);
        let union = self.union(candidate);
        let unmapped = if mapped.is_empty() && union.is_none() {
            self.unmapped(candidate)
        } else {
            None
        };
        let tags = mapped.into_iter().chain(unmapped).map(Inner::Tag);
        tags.chain(union.map(Inner::Union)).collect()
    }

    /// The tags that the mapping gives a candidate, in its order.
    fn mapped(&self, candidate: &ReferenceOr<Schema>) -> Vec<String> {
        let names = called(candidate).and_then(|called| self.names.get(&called));
        let names = names.into_iter().flatten();
        names.map(|name| (*name).to_owned()).collect()
    }

    /// The component that a candidate is, if it is a union that is told apart by the same member.
    fn union(&self, candidate: &ReferenceOr<Schema>) -> Option<String> {
        let ReferenceOr::Reference { reference } = candidate else {
            return None;
        };
        let name = component_key(reference, "schemas")?;
        let schema = self.doc.schema_named(&name)?;
        let own = schema.schema_data.discriminator.as_ref()?;
        let keywords = Keywords::of(schema);
        let is_union = !keywords.one_of.is_empty() || !keywords.any_of.is_empty();
        (is_union && own.property_name == self.tag.property_name).then_some(name)
    }

    /// The tag of a candidate that the mapping says nothing of.
    fn unmapped(&self, candidate: &'d ReferenceOr<Schema>) -> Option<String> {
        let listed = listed(self.doc, candidate, &self.tag.property_name);
        let is_listed =
            |name: &String| listed.is_empty() || listed.contains(&Value::String(name.clone()));
        // A name that the mapping has leads where it says.
        let is_free = |name: &String| !self.tag.mapping.contains_key(name);
        let name = heirs::component(candidate).filter(|name| is_listed(name) && is_free(name));
        // What a parent lists is for its heirs.
        if heirs::is_itself(candidate) {
            return name;
        }
        name.or_else(|| match &listed[..] {
            [Value::String(only)] => Some(only.clone()),
            [only @ (Value::Number(_) | Value::Bool(_))] => Some(only.to_string()),
            _ => None,
        })
    }

    /// Whether a candidate is for all values whose tag is missing or selects no other one.
    pub(super) fn is_default(&self, candidate: &ReferenceOr<Schema>) -> bool {
        let target = DEFAULT_MAPPING.get(&self.tag.extensions);
        target.is_some_and(|target| called(candidate) == Some(meant(target)))
    }

    /// Reports the entries of a mapping that lead to no candidate. Those that lead nowhere were reported before.
    fn strangers(
        &self,
        candidates: &[&'d ReferenceOr<Schema>],
        at: &Pointer,
        reports: &mut Reports<'_, '_>,
    ) {
        let at = at.child("discriminator");
        let mapping = at.child("mapping");
        let mapped = self.tag.mapping.iter();
        let mut targets: Vec<(Pointer, &str)> = mapped
            .map(|(key, target)| (mapping.child(key), target.as_str()))
            .collect();
        let default = DEFAULT_MAPPING.get(&self.tag.extensions);
        targets.extend(default.map(|target| (at.child(DEFAULT_MAPPING.key()), target)));
        let direct: BTreeSet<String> = candidates.iter().copied().filter_map(called).collect();
        // Those of unions among them are looked for only where some entry leads to no candidate itself.
        targets.retain(|(_, target)| !direct.contains(&meant(target)));
        if targets.is_empty() {
            return;
        }
        let known = reached(self.doc, candidates);
        for (at, target) in targets {
            let schema = self.doc.component_schema(target);
            let is_there = schema.or_else(|| self.doc.schema_named(target)).is_some();
            if is_there && !known.contains(&meant(target)) {
                reports.report(codes::MAPPING_OUTSIDE, &at, |diagnostic| {
                    diagnostic.arg("target", target)
                });
            }
        }
    }
}

/// What an entry of a mapping means: a component by its name or by a pointer, or what stands elsewhere by its pointer.
fn meant(target: &str) -> String {
    component_key(target, "schemas").unwrap_or_else(|| target.to_owned())
}

/// What a mapping calls a candidate, if it can mean it.
fn called(candidate: &ReferenceOr<Schema>) -> Option<String> {
    match candidate {
        ReferenceOr::Reference { reference } => Some(meant(reference)),
        ReferenceOr::Item(_) => heirs::component(candidate),
    }
}

/// What a mapping calls these candidates and those of unions among them.
fn reached<'d>(doc: Document<'d>, candidates: &[&'d ReferenceOr<Schema>]) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open = candidates.to_vec();
    while let Some(candidate) = open.pop() {
        let is_new = called(candidate).is_some_and(|called| reached.insert(called));
        if is_new
            && let ReferenceOr::Reference { reference } = candidate
            && let Some(schema) = doc.component_schema(reference)
        {
            let keywords = Keywords::of(schema);
            open.extend(keywords.one_of.iter().chain(keywords.any_of));
        }
    }
    reached
}

/// The values that a candidate, or a part of it, lists for a member.
fn listed<'d>(doc: Document<'d>, candidate: &'d ReferenceOr<Schema>, member: &str) -> Vec<Value> {
    let schema = match candidate {
        ReferenceOr::Item(_) if heirs::is_itself(candidate) => {
            heirs::component(candidate).and_then(|parent| doc.schema_named(&parent))
        }
        ReferenceOr::Item(schema) => Some(schema),
        ReferenceOr::Reference { reference } => doc.component_schema(reference),
    };
    let Some(schema) = schema else {
        return Vec::new();
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

/// What the components that are unions with tags have for those around them.
fn nested(doc: Document<'_>) -> Nested {
    let components = doc.components().into_iter().flat_map(|all| &all.schemas);
    let unions = components.filter_map(|(name, schema)| {
        let schema = schema.as_item()?;
        let at = ["components", "schemas", name].iter().collect();
        let tags = Tags::of(doc, schema.schema_data.discriminator.as_ref()?, &at);
        let keywords = Keywords::of(schema);
        let candidates = keywords.one_of.iter().chain(keywords.any_of);
        let inner = candidates.flat_map(|candidate| tags.inner(candidate));
        Some((name.clone(), inner.collect()))
    });
    Nested::new(unions.collect())
}
