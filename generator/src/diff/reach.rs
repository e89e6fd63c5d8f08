//! The operations and the resources that lead to each type, of a plan; found out for those that somebody asks about.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::ir::{Type, TypeId};
use crate::plan::{Plan, roots};

/// The operations that lead to types.
#[derive(Debug)]
pub(super) struct Reach {
    /// Each operation, as people call it.
    routes: Vec<Arc<str>>,
    /// The resource of each operation.
    groups: BTreeMap<usize, usize>,
    /// The operations that name each type.
    named: Vec<Vec<usize>>,
    /// The types that hold each type.
    holders: Vec<Vec<TypeId>>,
    known: RefCell<BTreeMap<TypeId, Arc<[usize]>>>,
}

/// Finds out for a plan.
pub(super) fn of(plan: &Plan) -> Reach {
    let count = plan.api.types.len();
    let (mut named, mut holders) = (vec![Vec::new(); count], vec![Vec::new(); count]);
    for (index, operation) in plan.api.operations.iter().enumerate() {
        let (sent, given) = roots(operation);
        for id in sent.into_iter().chain(given) {
            named[id.0].push(index);
        }
    }
    for (index, def) in plan.api.types.iter().enumerate() {
        for id in def.shape.types().into_iter().flat_map(Type::named) {
            holders[id.0].push(TypeId(index));
        }
    }
    let groups = plan.groups.iter().enumerate();
    let groups = groups.flat_map(|(group, source)| {
        let operations = source.operations.iter();
        operations.map(move |operation| (*operation, group))
    });
    let operations = plan.api.operations.iter();
    Reach {
        routes: operations
            .map(|operation| format!("{} {}", operation.method, operation.path).into())
            .collect(),
        groups: groups.collect(),
        named,
        holders,
        known: RefCell::default(),
    }
}

impl Reach {
    /// The operations that lead to a type, sorted.
    pub(super) fn operations(&self, id: TypeId) -> Arc<[usize]> {
        if let Some(known) = self.known.borrow().get(&id) {
            return Arc::clone(known);
        }
        let (mut open, mut met) = (vec![id], BTreeSet::new());
        let mut found: BTreeSet<usize> = BTreeSet::new();
        while let Some(id) = open.pop() {
            if met.insert(id) {
                found.extend(&self.named[id.0]);
                open.extend(&self.holders[id.0]);
            }
        }
        let found: Arc<[usize]> = found.into_iter().collect();
        self.known.borrow_mut().insert(id, Arc::clone(&found));
        found
    }

    /// What people call an operation.
    pub(super) fn route(&self, operation: usize) -> Arc<str> {
        Arc::clone(&self.routes[operation])
    }

    /// The resource of an operation.
    pub(super) fn group(&self, operation: usize) -> Option<usize> {
        self.groups.get(&operation).copied()
    }
}
