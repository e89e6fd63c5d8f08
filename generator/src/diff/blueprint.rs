//! All that a plan hands out, finished once, so that what is compared is pointed at and not looked up.

use std::collections::BTreeMap;

use crate::ir::{OperationId, TypeId};
use crate::plan::{Credential, Model, Operation, Plan, Resource};

/// A plan, finished.
#[derive(Debug)]
pub(super) struct Blueprint<'p> {
    pub(super) plan: &'p Plan,
    /// The definitions that the crate has.
    models: BTreeMap<TypeId, Model<'p>>,
    /// In the order of the document.
    pub(super) operations: Vec<Operation<'p>>,
    /// In the order of the document.
    pub(super) resources: Vec<Resource<'p>>,
    /// What each scheme takes, in the order of the document.
    pub(super) credentials: Vec<Credential<'p>>,
}

impl<'p> Blueprint<'p> {
    /// Finishes a plan.
    pub(super) fn of(plan: &'p Plan) -> Self {
        let declared = plan.api.declared();
        Self {
            plan,
            models: declared.map(|(id, _)| (id, plan.model(id))).collect(),
            operations: plan.operations().collect(),
            resources: plan.resources().collect(),
            credentials: plan.schemes().collect(),
        }
    }

    /// The one model of all documented errors.
    pub(super) fn error_model(&self) -> Option<&Model<'p>> {
        self.plan
            .error_model()
            .and_then(|found| self.model(found.id))
    }

    /// The models, in the order of the document.
    pub(super) fn models(&self) -> impl Iterator<Item = &Model<'p>> {
        self.models.values()
    }

    /// An operation.
    pub(super) fn operation(&self, id: OperationId) -> Option<&Operation<'p>> {
        self.operations.get(id.0)
    }

    /// The model of a definition, if the crate has it.
    pub(super) fn model(&self, id: TypeId) -> Option<&Model<'p>> {
        self.models.get(&id)
    }
}
