//! The schemas on their way to types: what is read, what is made of it, and which schemas are being lowered now.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::docs;
use super::document::{Document, View};
use super::examples;
use super::excluded::Excluded;
use super::measure::Measure;
use super::reports::Reports;
use super::spots::Spot;
use crate::ir::{Docs, Owner, Part, Shape, Type, TypeDef, TypeId};
use crate::pointer::Pointer;

/// What those have who lower schemas, since any schema may hold any other one.
#[derive(Debug)]
pub(super) struct Lowering<'c, 'd> {
    pub(super) doc: Document<'d>,
    pub(super) types: Types,
    pub(super) reports: Reports<'c, 'd>,
    /// References that are being followed to an inline place, so that a cycle ends.
    pub(super) following: Vec<String>,
    /// How many inline types are being made, one inside the other.
    pub(super) making: usize,
    /// How many members candidates have from beside their unions.
    pub(super) beside: Measure,
    /// Members that schemas which hold together declare and exclude.
    pub(super) excluded: Excluded<'d>,
    /// The places of schemas that were replaced.
    pub(super) found: BTreeSet<String>,
    /// The types that are being made of several schemas, by the places of these.
    pub(super) joining: Vec<(Vec<Pointer>, TypeId)>,
    /// Examples that several bodies show.
    pub(super) examples: examples::Shared,
}

/// The types with a definition, as far as they are made.
#[derive(Debug, Default)]
pub(super) struct Types {
    pub(super) all: Vec<TypeDef>,
    /// Those of inline schemas, by place.
    pub(super) inline: IndexMap<Pointer, TypeId>,
    /// Those of components that were lowered, or are being.
    pub(super) begun: BTreeSet<TypeId>,
    /// The places of those that are made of several schemas.
    pub(super) joined: BTreeSet<Pointer>,
    /// The types that inline schemas are parts of together with others, by the places of these schemas.
    pub(super) taken_in: BTreeMap<Pointer, TypeId>,
}

impl Types {
    pub(super) fn get(&self, id: TypeId) -> &TypeDef {
        &self.all[id.0]
    }

    pub(super) fn get_mut(&mut self, id: TypeId) -> &mut TypeDef {
        &mut self.all[id.0]
    }

    /// Makes room for the definition of what stands inline at a spot, unless there is one.
    pub(super) fn reserve_inline(&mut self, spot: &Spot, docs: Docs) -> TypeId {
        if let Some(&known) = self.inline.get(&spot.at) {
            return known;
        }
        let id = self.reserve(spot.at.clone(), spot.owner(), docs);
        self.inline.insert(spot.at.clone(), id);
        id
    }

    /// Makes room for a definition whose shape is not known yet.
    pub(super) fn reserve(&mut self, at: Pointer, owner: Owner, docs: Docs) -> TypeId {
        let id = TypeId(self.all.len());
        self.all.push(TypeDef {
            at,
            owner,
            docs,
            nullable: false,
            shape: Shape::Alias(Type::Any),
            declared: true,
        });
        id
    }

    /// What is said of a value, without what definitions say themselves: its own, and those of what it holds.
    pub(super) fn beside_definitions(&self, mut docs: Docs, at: &Pointer) -> Docs {
        let is_own = self.inline.contains_key(at);
        docs.held
            .retain(|(part, _)| !is_own && !self.is_defined(*part, at));
        docs
    }

    /// Gives a definition its shape, and leaves to those of what it holds what they say themselves.
    pub(super) fn define(&mut self, id: TypeId, shape: Shape) {
        let def = self.get_mut(id);
        def.shape = shape;
        let (mut held, at) = (std::mem::take(&mut def.docs.held), def.at.clone());
        held.retain(|(part, _)| !self.is_defined(*part, &at));
        self.get_mut(id).docs.held = held;
    }

    fn is_defined(&self, part: Part, at: &Pointer) -> bool {
        self.inline.contains_key(&docs::place(part, at))
    }
}

impl<'c, 'd> Lowering<'c, 'd> {
    /// Nothing is lowered yet.
    pub(super) fn new(doc: Document<'d>, reports: Reports<'c, 'd>) -> Self {
        Self {
            doc,
            types: Types::default(),
            reports,
            following: Vec::new(),
            making: 0,
            beside: Measure::default(),
            excluded: Excluded::default(),
            found: BTreeSet::new(),
            joining: Vec::new(),
            examples: examples::Shared::default(),
        }
    }

    /// The type that the configuration chose for the schema at a place.
    pub(super) fn chosen(&mut self, at: &Pointer) -> Option<Type> {
        let chosen = self.doc.chosen(at)?;
        self.found.insert(self.doc.tree.written(at).to_string());
        Some(chosen)
    }

    /// The document as it is looked at now.
    pub(super) fn view(&self) -> View<'_, 'd> {
        View::new(self.doc, &self.following)
    }
}
