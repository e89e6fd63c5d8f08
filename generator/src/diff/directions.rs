//! Who meets a type: a plan in, for each type its direction and the resources that lead to it.

use std::collections::BTreeSet;

use super::Direction;
use crate::ir::{Body, Operation, TypeId};
use crate::plan::{Plan, reached};

/// Who meets each type, by index.
#[derive(Debug)]
pub(super) struct Directions {
    sent: BTreeSet<TypeId>,
    given: BTreeSet<TypeId>,
    resources: Vec<BTreeSet<usize>>,
}

/// Finds out for a plan.
pub(super) fn of(plan: &Plan) -> Directions {
    let (mut sent, mut given) = (Vec::new(), Vec::new());
    let mut resources = vec![BTreeSet::new(); plan.api.types.len()];
    for (group, source) in plan.groups.iter().enumerate() {
        let mut met = Vec::new();
        for operation in source
            .operations
            .iter()
            .map(|&index| &plan.api.operations[index])
        {
            let (request, response) = roots(operation);
            met.extend(request.iter().chain(&response).copied());
            sent.extend(request);
            given.extend(response);
        }
        for id in reached(met, &plan.api) {
            resources[id.0].insert(group);
        }
    }
    Directions {
        sent: reached(sent, &plan.api),
        given: reached(given, &plan.api),
        resources,
    }
}

impl Directions {
    /// In which direction values of the type go; what no operation names may go in both.
    pub(super) fn direction(&self, id: TypeId) -> Direction {
        match (self.sent.contains(&id), self.given.contains(&id)) {
            (true, false) => Direction::Request,
            (false, true) => Direction::Response,
            (true, true) | (false, false) => Direction::Both,
        }
    }

    /// The resources whose operations lead to the type.
    pub(super) fn resources(&self, id: TypeId) -> &BTreeSet<usize> {
        &self.resources[id.0]
    }
}

/// The types that an operation names: in what is sent, and in what is given.
fn roots(operation: &Operation) -> (Vec<TypeId>, Vec<TypeId>) {
    let (mut sent, mut given) = (Vec::new(), Vec::new());
    let params = operation.params.iter().map(|param| &param.ty);
    let bodies = operation.body.iter().flat_map(Body::contents);
    params
        .chain(bodies.map(|content| &content.ty))
        .for_each(|ty| sent.extend(ty.named()));
    let answers = operation.responses.iter();
    answers
        .flat_map(|response| &response.contents)
        .for_each(|content| given.extend(content.ty.named()));
    (sent, given)
}
