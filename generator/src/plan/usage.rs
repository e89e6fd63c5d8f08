//! Who meets which types: what callers send, all that request bodies and parameters reach, and what the server gives.

use std::collections::BTreeSet;

use super::Plan;
use crate::ir::{Api, Body, Operation, TypeId};

/// Which way values go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Callers send them.
    Request,
    /// The server answers with them.
    Response,
    /// Both, or nobody says.
    Both,
}

impl Direction {
    /// The word of the reports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
            Self::Both => "both",
        }
    }
}

/// The types that go each way.
#[derive(Debug, Clone)]
pub(super) struct Usage {
    sent: BTreeSet<TypeId>,
    given: BTreeSet<TypeId>,
}

/// Finds out for an API.
pub(super) fn of(api: &Api) -> Usage {
    let (mut sent, mut given) = (Vec::new(), Vec::new());
    for operation in &api.operations {
        let (request, response) = roots(operation);
        sent.extend(request);
        given.extend(response);
    }
    Usage {
        sent: reached(sent, api),
        given: reached(given, api),
    }
}

impl Plan {
    /// Whether a request can hold a type.
    pub fn is_requested(&self, id: TypeId) -> bool {
        self.usage.sent.contains(&id)
    }

    /// Which way values of a type go; what no operation names may go both ways.
    pub fn direction(&self, id: TypeId) -> Direction {
        match (self.is_requested(id), self.usage.given.contains(&id)) {
            (true, false) => Direction::Request,
            (false, true) => Direction::Response,
            (true, true) | (false, false) => Direction::Both,
        }
    }

    /// Whether callers make values of a type: some request holds it, or there is nothing but models. What only the server makes, a
    /// test reads from JSON.
    pub fn is_made(&self, id: TypeId) -> bool {
        self.is_requested(id) || !self.has_operations()
    }
}

/// The types that an operation names: in what is sent, and in what is given.
pub fn roots(operation: &Operation) -> (Vec<TypeId>, Vec<TypeId>) {
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

/// These types and all that values of them can hold.
pub fn reached(mut open: Vec<TypeId>, api: &Api) -> BTreeSet<TypeId> {
    let mut reached = BTreeSet::new();
    while let Some(id) = open.pop() {
        if reached.insert(id) {
            for ty in api.get(id).shape.types() {
                open.extend(ty.named());
            }
        }
    }
    reached
}
