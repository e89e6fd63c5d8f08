//! The operations and the resources that lead to each type, of a plan; found out for those that somebody asks about.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::blueprint::Blueprint;
use super::item::Item;
use crate::ir::{OperationId, Type, TypeId};
use crate::naming::Name;
use crate::plan::{Operation, roots};

/// An operation that leads to a type.
#[derive(Debug, Clone)]
pub(super) struct Leading<'a> {
    /// What people call it.
    pub(super) route: Arc<str>,
    /// The method of the client that gives its resource.
    pub(super) resource: &'a Name,
}

/// The operations that lead to types.
#[derive(Debug)]
pub(super) struct Reach<'a> {
    operations: BTreeMap<OperationId, Leading<'a>>,
    /// The operations that name each type.
    named: BTreeMap<TypeId, Vec<OperationId>>,
    /// The types that hold each type.
    holders: BTreeMap<TypeId, Vec<TypeId>>,
    known: RefCell<BTreeMap<TypeId, Arc<[OperationId]>>>,
}

/// Finds out for a plan.
pub(super) fn of<'a>(of: &'a Blueprint<'a>) -> Reach<'a> {
    let mut named: BTreeMap<TypeId, Vec<OperationId>> = BTreeMap::new();
    for operation in &of.operations {
        let (sent, given) = roots(operation.source);
        for id in sent.into_iter().chain(given) {
            named.entry(id).or_default().push(operation.key);
        }
    }
    let mut holders: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    for (holder, def) in of.plan.api.defined() {
        for id in def.shape.types().into_iter().flat_map(Type::named) {
            holders.entry(id).or_default().push(holder);
        }
    }
    let leading = |operation: &'a Operation<'a>| Leading {
        route: operation.route().into(),
        resource: operation.resource.method,
    };
    let operations = of.operations.iter();
    Reach {
        operations: operations.map(|one| (one.key, leading(one))).collect(),
        named,
        holders,
        known: RefCell::default(),
    }
}

impl<'a> Reach<'a> {
    /// The operations that meet an item.
    pub(super) fn met(&self, item: Item<'_>) -> Vec<&Leading<'a>> {
        let met: Arc<[OperationId]> = match (item.operation(), item.model()) {
            (Some(operation), _) => [operation.key].into(),
            (None, Some(model)) => self.leading(model.id),
            (None, None) => [].into(),
        };
        let met = met.iter().filter_map(|id| self.operations.get(id));
        met.collect()
    }

    /// The operations that lead to a type, in the order of the document.
    fn leading(&self, id: TypeId) -> Arc<[OperationId]> {
        if let Some(known) = self.known.borrow().get(&id) {
            return Arc::clone(known);
        }
        let (mut open, mut met) = (vec![id], BTreeSet::new());
        let mut found: BTreeSet<OperationId> = BTreeSet::new();
        while let Some(id) = open.pop() {
            if met.insert(id) {
                found.extend(self.named.get(&id).into_iter().flatten());
                open.extend(self.holders.get(&id).into_iter().flatten());
            }
        }
        let found: Arc<[OperationId]> = found.into_iter().collect();
        self.known.borrow_mut().insert(id, Arc::clone(&found));
        found
    }
}
