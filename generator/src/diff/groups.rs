//! Resources of two plans: which one an operation stands in, and which one is another under a new name.

use std::collections::{BTreeMap, BTreeSet};

use super::pairs::Pairs;
use crate::plan::Plan;

/// The resources of two plans.
#[derive(Debug)]
pub(super) struct Groups {
    /// The new resource that an old one is under another name.
    renamed: Vec<Option<usize>>,
    old: BTreeMap<usize, usize>,
    new: BTreeMap<usize, usize>,
}

impl Groups {
    pub(super) fn of(old: &Plan, new: &Plan, pairs: &Pairs<'_>) -> Self {
        let partners: BTreeMap<usize, usize> = pairs.operations().into_iter().collect();
        let (before, after) = (methods(old), methods(new));
        let mut held: BTreeMap<BTreeSet<usize>, usize> = BTreeMap::new();
        for (index, group) in new.groups.iter().enumerate() {
            let operations = group.operations.iter().copied().collect();
            held.entry(operations).or_insert(index);
        }
        let renamed = old.groups.iter().enumerate().map(|(index, group)| {
            let operations = group.operations.iter();
            let partners = operations.map(|operation| partners.get(operation).copied());
            let now = *held.get(&partners.collect::<Option<BTreeSet<_>>>()?)?;
            let is_new = !before.contains(&*new.names.group_method(now).to_string())
                && !after.contains(&*old.names.group_method(index).to_string());
            is_new.then_some(now)
        });
        Self {
            renamed: renamed.collect(),
            old: by_operation(old),
            new: by_operation(new),
        }
    }

    /// The resource that holds just what an old one held, under a name that is new.
    pub(super) fn renamed(&self, old: usize) -> Option<usize> {
        self.renamed[old]
    }

    /// The resources that two operations stand in.
    pub(super) fn around(&self, old: usize, new: usize) -> Option<(usize, usize)> {
        Some((*self.old.get(&old)?, *self.new.get(&new)?))
    }
}

fn methods(plan: &Plan) -> BTreeSet<String> {
    let groups = 0..plan.groups.len();
    groups
        .map(|group| plan.names.group_method(group).to_string())
        .collect()
}

fn by_operation(plan: &Plan) -> BTreeMap<usize, usize> {
    let groups = plan.groups.iter().enumerate();
    let operations = groups.flat_map(|(index, group)| {
        let operations = group.operations.iter();
        operations.map(move |operation| (*operation, index))
    });
    operations.collect()
}
