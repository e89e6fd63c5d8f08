//! Which file holds which models: a component with the inline types that it owns; each inline type of an operation likewise.

use std::collections::BTreeMap;

use crate::ir::{Api, Owner, TypeId};
use crate::naming::{Name, Names};

/// A file of models.
#[derive(Debug, Clone)]
pub struct File {
    /// The module.
    pub module: Name,
    /// The type that the file is named after, then the types that it owns, in the order of the document.
    pub types: Vec<TypeId>,
}

/// Sorted by module.
pub(super) fn of(api: &Api, names: &Names) -> Vec<File> {
    let mut files: BTreeMap<Name, Vec<TypeId>> = BTreeMap::new();
    for index in 0..api.types.len() {
        let id = TypeId(index);
        files
            .entry(names.module(root(api, id)))
            .or_default()
            .push(id);
    }
    files
        .into_iter()
        .map(|(module, types)| File { module, types })
        .collect()
}

/// The type in whose file a type lives.
fn root(api: &Api, id: TypeId) -> TypeId {
    let mut root = id;
    while let Owner::Type { id, .. } = api.get(root).owner {
        root = id;
    }
    root
}
