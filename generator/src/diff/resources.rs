//! Resources of two plans: which one is another under a new name.

use std::collections::{BTreeMap, BTreeSet};

use super::blueprint::Blueprint;
use super::pairs::Pairs;
use crate::ir::OperationId;
use crate::naming::Name;
use crate::plan::Resource;

/// The resources of two plans.
#[derive(Debug)]
pub(super) struct Resources<'a> {
    /// The new resource that an old one is under another name.
    renamed: BTreeMap<&'a Name, Resource<'a>>,
}

impl<'a> Resources<'a> {
    pub(super) fn of(old: &'a Blueprint<'a>, new: &'a Blueprint<'a>, pairs: &Pairs<'a>) -> Self {
        let partners = pairs.operations.pairs();
        let partners: BTreeMap<OperationId, OperationId> =
            partners.map(|(old, new)| (old.key, new.key)).collect();
        let (before, after) = (held(old), held(new));
        let mut holders: BTreeMap<BTreeSet<OperationId>, Resource<'a>> = BTreeMap::new();
        for resource in &new.resources {
            if let Some(operations) = after.get(resource.method) {
                holders.entry(operations.clone()).or_insert(*resource);
            }
        }
        let renamed = old.resources.iter().filter_map(|was| {
            let operations = before.get(was.method)?.iter();
            let partners = operations.map(|operation| partners.get(operation).copied());
            let is = *holders.get(&partners.collect::<Option<BTreeSet<_>>>()?)?;
            let is_new = !before.contains_key(is.method) && !after.contains_key(was.method);
            is_new.then_some((was.method, is))
        });
        Self {
            renamed: renamed.collect(),
        }
    }

    /// The resource that holds just what an old one held, under a name that is new.
    pub(super) fn renamed(&self, old: Resource<'_>) -> Option<Resource<'a>> {
        self.renamed.get(old.method).copied()
    }
}

/// The operations of each resource.
fn held<'a>(of: &'a Blueprint<'a>) -> BTreeMap<&'a Name, BTreeSet<OperationId>> {
    let mut held: BTreeMap<&Name, BTreeSet<OperationId>> = BTreeMap::new();
    for operation in &of.operations {
        let operations = held.entry(operation.resource.method).or_default();
        operations.insert(operation.key);
    }
    held
}
