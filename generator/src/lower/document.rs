//! What is read: the document, and the document as a schema sees it that is being lowered. Nobody who has only these changes
//! anything.

use std::cell::OnceCell;

use indexmap::IndexMap;
use openapiv3::{Components, OpenAPI, Schema};
use serde_json::Value;

use super::beyond::Wanted;
use super::called::Called;
use super::compared::Compared;
use super::heirs::{Candidates, Heirs};
use super::nested::Nested;
use super::scalars;
use super::sources::Source;
use super::spots::{Holder, Site, Spot};
use super::target::Target;
use super::tuples::Tuples;
use crate::config;
use crate::ir::{Type, TypeId, is_respelled};
use crate::model::Operations;
use crate::pointer::{Pointer, component_key};
use crate::source::Tree;

/// The document that is lowered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Document<'d> {
    /// As types.
    pub(super) typed: &'d OpenAPI,
    /// As it is written, in the shape of 3.0.
    pub(super) tree: &'d Tree,
    /// The operations, which the types have no room for, by path.
    pub(super) later: &'d Operations,
    /// The tuples, which the types have no room for.
    pub(super) tuples: &'d Tuples,
    /// The candidates of components that are unions.
    pub(super) candidates: &'d Candidates,
    /// How much of it was compared.
    pub(super) compared: &'d Compared,
    /// Who says `allOf` with whom, once somebody asks.
    pub(super) heirs: &'d OnceCell<Heirs>,
    /// The tags of components that are unions, once they are asked for.
    pub(super) nested: &'d OnceCell<Nested>,
    /// What the candidates of unions are called that references lead into.
    pub(super) called: &'d Called,
    /// Which formats have types of their own.
    pub(super) formats: &'d config::Types,
    /// The types that schemas are replaced by, by pointer.
    pub(super) replaced: &'d IndexMap<String, String>,
    /// What is asked for beyond what it says.
    pub(super) wanted: &'d Wanted,
}

impl<'d> Document<'d> {
    /// The components, if there are any.
    pub(super) fn components(self) -> Option<&'d Components> {
        self.typed.components.as_ref()
    }

    /// The type that the configuration chose for the schema at a place.
    pub(super) fn chosen(self, at: &Pointer) -> Option<Type> {
        if self.replaced.is_empty() {
            return None;
        }
        self.replaced
            .get(&self.tree.written(at).to_string())
            .map(|path| scalars::of_path(path))
    }

    /// The type of a component schema. These are the first types, in the order of the document.
    pub(super) fn component(self, key: &str) -> Option<TypeId> {
        self.components()?.schemas.get_index_of(key).map(TypeId)
    }

    /// The component that this one is under another spelling, or itself. A chain of those ends with the first.
    pub(super) fn meant(self, id: TypeId) -> TypeId {
        let meant = || {
            let Target::Reference(reference) = self.component_source(id)?.target else {
                return None;
            };
            let key = component_key(reference, "schemas")?;
            let (own, _) = self.components()?.schemas.get_index(id.0)?;
            self.component(&key).filter(|_| is_respelled(own, &key))
        };
        meant().unwrap_or(id)
    }

    /// The schema of a component, if the type is one of a component.
    pub(super) fn component_source(self, id: TypeId) -> Option<Source<'d>> {
        let (key, schema) = self.components()?.schemas.get_index(id.0)?;
        let spot = Spot {
            at: ["components", "schemas", key].iter().collect(),
            owner: Holder::Type(id),
            words: String::new(),
        };
        Some(Source::of(schema, Site::from(&spot)))
    }

    /// Which one of the keys of the schema at a place this is; behind all of them where the text does not have it.
    pub(super) fn step(self, at: &Pointer, key: &str) -> usize {
        let schema = self.tree.get(at).and_then(Value::as_object);
        let found = schema.and_then(|schema| schema.keys().position(|one| one == key));
        found.unwrap_or(usize::MAX)
    }

    /// The component schema that a reference leads to.
    pub(super) fn component_schema(self, reference: &str) -> Option<&'d Schema> {
        self.schema_named(&component_key(reference, "schemas")?)
    }

    /// The component schema with a name.
    pub(super) fn schema_named(self, name: &str) -> Option<&'d Schema> {
        self.components()?.schemas.get(name)?.as_item()
    }
}

/// The document as it is looked at from a schema that is being lowered.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'v, 'd> {
    pub(super) doc: Document<'d>,
    /// The references that led to the schema.
    pub(super) following: &'v [String],
    /// The schema whose kind is being found out.
    judged: Option<&'v Pointer>,
}

impl<'v, 'd> View<'v, 'd> {
    /// What is seen at the end of these references.
    pub(super) fn new(doc: Document<'d>, following: &'v [String]) -> Self {
        Self {
            doc,
            following,
            judged: None,
        }
    }

    /// The same for finding out the kind of the schema at a place.
    pub(super) fn judging(self, at: &'v Pointer) -> Self {
        Self {
            judged: Some(at),
            ..self
        }
    }

    /// The schemas on the way.
    pub(super) fn way(self) -> Vec<Pointer> {
        let following = self.following.iter();
        let following = following.filter_map(|reference| Pointer::parse(reference));
        following.chain(self.judged.cloned()).collect()
    }
}
