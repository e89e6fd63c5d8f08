//! Who meets which types: what callers send, all that request bodies and parameters reach, and what the server gives.

use std::collections::BTreeSet;

use super::Plan;
use crate::ir::{Api, Body, Field, Operation, Shape, Type, TypeId};

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
    /// Those whose definition requests hold, under whichever name.
    requested: BTreeSet<TypeId>,
    /// The same without what only fields hold that do not go this way.
    really_sent: BTreeSet<TypeId>,
    really_given: BTreeSet<TypeId>,
}

/// Finds out for an API.
pub(super) fn of(api: &Api) -> Usage {
    let given: Vec<TypeId> = api.operations.iter().flat_map(|one| roots(one).1).collect();
    let written = api.operations.iter().flat_map(|one| roots(one).0);
    let sent = sent(api);
    Usage {
        really_sent: walk(written.collect(), api, |field| !field.read_only),
        really_given: walk(given.clone(), api, |field| !field.write_only),
        requested: sent.clone(),
        sent,
        given: api.reached(given),
    }
}

/// The types that callers send.
fn sent(api: &Api) -> BTreeSet<TypeId> {
    let sent = api.operations.iter().flat_map(|one| roots(one).0);
    api.reached(sent)
}

impl Usage {
    /// Finds what is requested once more, where equal types are names of one.
    pub(super) fn join(&mut self, api: &Api) {
        self.requested = sent(api);
    }

    /// What holds for a definition holds for its other names.
    pub(super) fn equal(&mut self, id: TypeId, defined: TypeId) {
        if self.requested.contains(&defined) {
            self.requested.insert(id);
        }
    }
}

impl Plan {
    /// Whether a request can hold a type, under whichever of its names.
    pub fn is_requested(&self, id: TypeId) -> bool {
        self.usage.requested.contains(&id)
    }

    /// Which way values go where a type stands, whatever is equal to it; what no operation names may go both ways.
    pub(super) fn direction(&self, id: TypeId) -> Direction {
        match (
            self.usage.sent.contains(&id),
            self.usage.given.contains(&id),
        ) {
            (true, false) => Direction::Request,
            (false, true) => Direction::Response,
            (true, true) | (false, false) => Direction::Both,
        }
    }

    /// Which way values of a type go on the wire, where a `readOnly` field is not sent and a `writeOnly` field not given.
    pub(super) fn wire_direction(&self, id: TypeId) -> Direction {
        let usage = &self.usage;
        match (
            usage.really_sent.contains(&id),
            usage.really_given.contains(&id),
        ) {
            (true, false) => Direction::Request,
            (false, true) => Direction::Response,
            (true, true) => Direction::Both,
            (false, false) => self.direction(id),
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

/// These types and all that values of them can hold in the fields that are wanted.
fn walk(mut open: Vec<TypeId>, api: &Api, is_wanted: fn(&Field) -> bool) -> BTreeSet<TypeId> {
    let mut reached = BTreeSet::new();
    while let Some(id) = open.pop() {
        if reached.insert(id) {
            let held = held(&api.get(id).shape, is_wanted);
            open.extend(held.into_iter().flat_map(Type::named));
        }
    }
    reached
}

/// What a shape holds, without the fields that are not wanted.
fn held(shape: &Shape, is_wanted: fn(&Field) -> bool) -> Vec<&Type> {
    let Shape::Struct(object) = shape else {
        return shape.types();
    };
    let fields = object.fields.iter().filter(|field| is_wanted(field));
    let others = shape.types().into_iter().skip(object.fields.len());
    fields.map(|field| &field.ty).chain(others).collect()
}
