//! Which file holds which models: a component with the inline types that it owns; each inline type of an operation likewise.

use std::collections::{BTreeMap, BTreeSet};

use super::{Model, Plan};
use crate::ir::{Api, TypeId};
use crate::naming::{Name, Names};

/// A file of models.
#[derive(Debug, Clone, Copy)]
pub struct File<'p> {
    plan: &'p Plan,
    index: usize,
    decided: &'p Decided,
}

/// What is decided about a file of models.
#[derive(Debug, Clone)]
pub(super) struct Decided {
    module: Name,
    types: Vec<TypeId>,
}

impl Decided {
    /// The models.
    pub(super) fn types(&self) -> &[TypeId] {
        &self.types
    }
}

impl<'p> File<'p> {
    /// The module.
    pub fn module(self) -> &'p Name {
        &self.decided.module
    }

    /// The features with which it is there, sorted, beside the one that has all models; `None` where it always is.
    pub fn features(self) -> Option<BTreeSet<&'p str>> {
        self.plan.gate(self.index)
    }

    /// The names of its models: the one that the file is named after, then those that it owns.
    pub fn names(self) -> impl Iterator<Item = &'p Name> {
        let types = self.decided.types.iter();
        types.map(move |id| self.plan.names.ty(*id))
    }

    /// Its models, the one that the file is named after first, then those that it owns in the order of the document.
    pub fn models(self) -> impl Iterator<Item = Model<'p>> {
        let types = self.decided.types.iter();
        types.map(move |id| self.plan.model(*id))
    }
}

impl Plan {
    /// The files of models, sorted by module.
    pub fn files(&self) -> impl Iterator<Item = File<'_>> {
        let files = self.files.iter().enumerate();
        files.map(|(index, decided)| File {
            plan: self,
            index,
            decided,
        })
    }

    /// Every model, in the order of the document.
    pub fn models(&self) -> impl Iterator<Item = Model<'_>> {
        self.api.declared().map(|(id, _)| self.model(id))
    }
}

/// Sorted by module.
pub(super) fn of(api: &Api, names: &Names) -> Vec<Decided> {
    // A type lives in the file of the one that it is named after.
    let mut files: BTreeMap<Name, Vec<TypeId>> = BTreeMap::new();
    for (id, _) in api.declared() {
        files
            .entry(names.module(api.root(id)))
            .or_default()
            .push(id);
    }
    files
        .into_iter()
        .map(|(module, types)| Decided { module, types })
        .collect()
}
