//! The resources that lead to each type, of a plan.

use std::collections::BTreeSet;

use crate::ir::TypeId;
use crate::plan::{Plan, reached, roots};

/// The resources whose operations lead to each type, by index.
#[derive(Debug)]
pub(super) struct Reach(Vec<BTreeSet<usize>>);

/// Finds out for a plan.
pub(super) fn of(plan: &Plan) -> Reach {
    let mut resources = vec![BTreeSet::new(); plan.api.types.len()];
    for (group, source) in plan.groups.iter().enumerate() {
        let operations = source.operations.iter();
        let operations = operations.map(|&index| &plan.api.operations[index]);
        let met = operations.flat_map(|operation| {
            let (sent, given) = roots(operation);
            sent.into_iter().chain(given)
        });
        for id in reached(met.collect(), &plan.api) {
            resources[id.0].insert(group);
        }
    }
    Reach(resources)
}

impl Reach {
    /// The resources whose operations lead to the type.
    pub(super) fn resources(&self, id: TypeId) -> &BTreeSet<usize> {
        &self.0[id.0]
    }
}
