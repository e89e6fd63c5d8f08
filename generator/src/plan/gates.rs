//! With which features of the crate its resources and models are there, where each resource is a feature.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Plan, roots};
use crate::ir::{Type, TypeId};

/// The feature with which calls are there, and what all of them share.
const CLIENT: &str = "client";

/// What leads to each file of models, by index.
#[derive(Debug, Clone)]
pub(super) struct Gates {
    files: Vec<Leading>,
    /// The file of each type.
    file_of: Vec<usize>,
}

/// What leads to a file of models.
#[derive(Debug, Clone, Default)]
struct Leading {
    /// Groups of operations, by index.
    groups: Vec<usize>,
    /// Whether the errors of all calls do.
    errors: bool,
}

impl Gates {
    /// Finds out for a plan in which equal types are one. What holds for a type holds for its file: it is compiled as a whole.
    pub(super) fn of(plan: &Plan) -> Self {
        let ways = Ways::of(plan);
        let mut files = vec![Leading::default(); plan.files.len()];
        for (index, group) in plan.groups.iter().enumerate() {
            let operations = group.operations.iter();
            let named = operations.flat_map(|&operation| {
                let (sent, given) = roots(plan.api.operation(operation));
                sent.into_iter().chain(given)
            });
            for file in ways.reached(named) {
                files[file].groups.push(index);
            }
        }
        for file in ways.reached(plan.error_model) {
            files[file].errors = true;
        }
        Self {
            files,
            file_of: ways.file_of,
        }
    }
}

/// Which files of models lead to which.
struct Ways {
    /// The file of each type.
    file_of: Vec<usize>,
    /// The files that each file names.
    named: Vec<BTreeSet<usize>>,
}

impl Ways {
    fn of(plan: &Plan) -> Self {
        let mut file_of = vec![0; plan.api.types.len()];
        for (index, file) in plan.files.iter().enumerate() {
            for id in file.types() {
                file_of[id.0] = index;
            }
        }
        let named = plan.files.iter().map(|file| {
            let types = file.types().iter().flat_map(|id| held(plan, *id));
            types.map(|id| file_of[id.0]).collect()
        });
        Self {
            named: named.collect(),
            file_of,
        }
    }

    /// The files of these types, and all that they lead to.
    fn reached(&self, types: impl IntoIterator<Item = TypeId>) -> BTreeSet<usize> {
        let mut open: Vec<usize> = types.into_iter().map(|id| self.file_of[id.0]).collect();
        let mut reached = BTreeSet::new();
        while let Some(file) = open.pop() {
            if reached.insert(file) {
                open.extend(&self.named[file]);
            }
        }
        reached
    }
}

/// The types that the definition of a type names; of one that is defined elsewhere, that definition.
fn held(plan: &Plan, id: TypeId) -> Vec<TypeId> {
    let definition = plan.definition(id);
    if definition != id {
        return vec![definition];
    }
    let types = plan.api.get(id).shape.types().into_iter();
    types.flat_map(Type::named).collect()
}

impl Plan {
    /// Whether each resource is a feature of the crate.
    pub fn has_resource_features(&self) -> bool {
        self.gates.is_some()
    }

    /// The feature of each resource, sorted; none where resources are no features.
    pub fn resource_features(&self) -> BTreeSet<&str> {
        let resources = self.resources();
        resources.filter_map(super::Resource::feature).collect()
    }

    /// The features with which a file of models is there, beside the one that has all models; `None` where it always is.
    pub(super) fn gate(&self, file: usize) -> Option<BTreeSet<&str>> {
        let leading = &self.gates.as_ref()?.files[file];
        let groups = leading.groups.iter();
        let features = groups.map(|&group| self.names.group_feature(group));
        Some(features.chain(leading.errors.then_some(CLIENT)).collect())
    }

    /// The same for the file of a type; none where it always is there.
    pub fn features_of(&self, id: TypeId) -> BTreeSet<&str> {
        let file = self.gates.as_ref().map(|gates| gates.file_of[id.0]);
        file.and_then(|file| self.gate(file)).unwrap_or_default()
    }

    /// The same plan where no crate of its own has the code: whoever includes it has other features.
    pub fn without_resource_features(&self) -> Cow<'_, Self> {
        if self.gates.is_none() {
            return Cow::Borrowed(self);
        }
        let mut plan = Self {
            gates: None,
            ..self.clone()
        };
        plan.capabilities = plan.find_capabilities();
        Cow::Owned(plan)
    }
}
