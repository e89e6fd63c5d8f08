//! A part of a plan that a change is about: where it was written, and what people call it.

use crate::ir::{Operation, ParamLocation, Shape, TypeId};
use crate::plan::Plan;
use crate::pointer::Pointer;

/// A part of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// The API as a whole.
    Api,
    /// The package.
    Package,
    /// How a client is made.
    Client,
    /// What operations that say nothing of their own ask for.
    Security,
    /// The type of the client.
    ClientName,
    /// The one model of all documented errors.
    ErrorModel,
    /// A resource.
    Group(usize),
    /// A security scheme.
    Scheme(usize),
    /// A format of texts.
    Format(usize),
    /// A type.
    Type(TypeId),
    /// A field of a struct.
    Field(TypeId, usize),
    /// The fields of a struct that the document does not name.
    Rest(TypeId),
    /// The constructor of a struct.
    New(TypeId),
    /// A value of an enum, or a candidate of a union.
    Variant(TypeId, usize),
    /// What a candidate of a union is made from.
    From(TypeId, usize),
    /// An operation.
    Operation(usize),
    /// A parameter of an operation.
    Param(usize, usize),
    /// What an operation sends.
    Body(usize),
    /// Another form of what an operation sends, with a method of its own.
    Form(usize, usize),
    /// What an operation gives.
    Success(usize),
    /// Another form of what an operation gives, with a method of its own.
    Answer(usize, usize),
    /// What an operation gives with one status.
    SuccessStatus(usize, usize),
    /// A documented error of an operation.
    ErrorStatus(usize, usize),
    /// An answer of an operation, whatever it holds.
    Response(usize, usize),
}

impl Item {
    /// Where it was written, in the tree of the plan.
    pub(super) fn at(self, plan: &Plan) -> Pointer {
        let api = &plan.api;
        match self {
            Self::Api | Self::Package | Self::ClientName | Self::Format(_) => {
                Pointer::root().child("info")
            }
            Self::Client | Self::Security => Pointer::root().child("security"),
            Self::ErrorModel => plan
                .error_model
                .map_or_else(Pointer::root, |id| api.get(id).at.clone()),
            Self::Group(group) => {
                let group = &plan.groups[group];
                let first = group.operations.first();
                let first = first.map(|&index| api.operations[index].at.clone());
                let tag = group
                    .tag
                    .map(|tag| Pointer::root().child("tags").index(tag.0));
                tag.or(first).unwrap_or_else(Pointer::root)
            }
            Self::Scheme(scheme) => {
                let schemes = Pointer::root().child("components").child("securitySchemes");
                schemes.child(&api.schemes[scheme].wire)
            }
            Self::Type(id) | Self::New(id) => api.get(id).at.clone(),
            Self::Rest(id) => api.get(id).at.child("additionalProperties"),
            Self::Field(id, index) => match &api.get(id).shape {
                Shape::Struct(object) => object.fields[index].at.clone(),
                _ => api.get(id).at.clone(),
            },
            Self::Variant(id, index) | Self::From(id, index) => match &api.get(id).shape {
                Shape::Enum(_) => api.get(id).at.child("enum").index(index),
                Shape::Union(union) => union.variants[index].at.clone(),
                _ => api.get(id).at.clone(),
            },
            Self::Operation(index) => api.operations[index].at.clone(),
            Self::Param(index, param) => api.operations[index].params[param].at.clone(),
            Self::Body(index) => body(&api.operations[index]),
            Self::Form(index, other) => match &api.operations[index].body {
                Some(body) => body.others[other].at.clone(),
                None => api.operations[index].at.clone(),
            },
            Self::Success(index) => {
                let operation = &api.operations[index];
                let success = operation.successes().first().copied();
                success.map_or_else(
                    || operation.at.child("responses"),
                    |response| operation.responses[response].at.clone(),
                )
            }
            Self::Answer(index, other) => {
                let operation = &api.operations[index];
                let (response, content) = operation.other_answers()[other].origin;
                operation.answered(response)[content].at.clone()
            }
            Self::SuccessStatus(index, response)
            | Self::ErrorStatus(index, response)
            | Self::Response(index, response) => {
                api.operations[index].responses[response].at.clone()
            }
        }
    }

    /// What people call it: `User.name`, `GET /users ?limit`.
    pub(super) fn subject(self, plan: &Plan) -> String {
        let api = &plan.api;
        match self {
            Self::Api | Self::Security => "API".to_owned(),
            Self::Package => plan.package.name.clone(),
            Self::Client => format!("{}::new", plan.package.client),
            Self::ClientName => plan.package.client.to_string(),
            Self::ErrorModel => plan.package.error.to_string(),
            Self::Group(group) => plan.names.group(group).to_string(),
            Self::Scheme(scheme) => api.schemes[scheme].wire.clone(),
            Self::Format(format) => plan.formats[format].name.to_owned(),
            Self::Type(id) => plan.names.ty(id).to_string(),
            Self::New(id) => format!("{}::new", plan.names.ty(id)),
            Self::Rest(id) => format!("{}.*", plan.names.ty(id)),
            Self::Field(id, index) => {
                let wire = match &api.get(id).shape {
                    Shape::Struct(object) => object.fields[index].wire.as_str(),
                    _ => "",
                };
                format!("{}.{wire}", plan.names.ty(id))
            }
            Self::Variant(id, index) | Self::From(id, index) => {
                format!("{}::{}", plan.names.ty(id), plan.names.variant(id, index))
            }
            Self::Operation(index) | Self::Success(index) => route(&api.operations[index]),
            Self::Param(index, param) => {
                let param = &api.operations[index].params[param];
                let sign = match param.location {
                    ParamLocation::Path => "/",
                    ParamLocation::Query => "?",
                    ParamLocation::Header => "header ",
                    ParamLocation::Cookie => "cookie ",
                };
                format!("{} {sign}{}", route(&api.operations[index]), param.wire)
            }
            Self::Body(index) => format!("{} body", route(&api.operations[index])),
            Self::Form(index, other) => {
                let operation = &api.operations[index];
                let form = operation.body.as_ref().map(|body| &body.others[other]);
                let media_type = form.map_or("", |form| &form.media_type);
                format!("{} body {media_type}", route(operation))
            }
            Self::Answer(index, other) => {
                let operation = &api.operations[index];
                let (response, content) = operation.other_answers()[other].origin;
                let status = operation.responses[response].status;
                let media_type = &operation.answered(response)[content].media_type;
                format!("{} {status} {media_type}", route(operation))
            }
            Self::SuccessStatus(index, response)
            | Self::ErrorStatus(index, response)
            | Self::Response(index, response) => {
                let operation = &api.operations[index];
                let status = operation.responses[response].status;
                format!("{} {status}", route(operation))
            }
        }
    }

    /// Whether its signature is all that callers see of it.
    pub(super) fn is_member(self) -> bool {
        matches!(
            self,
            Self::Scheme(_)
                | Self::Format(_)
                | Self::Field(..)
                | Self::Rest(_)
                | Self::Variant(..)
                | Self::Param(..)
                | Self::Body(_)
                | Self::Form(..)
                | Self::Success(_)
                | Self::Answer(..)
                | Self::SuccessStatus(..)
                | Self::ErrorStatus(..)
        )
    }

    /// The type that it belongs to.
    pub(super) fn ty(self) -> Option<TypeId> {
        match self {
            Self::Type(id)
            | Self::New(id)
            | Self::Rest(id)
            | Self::Field(id, _)
            | Self::Variant(id, _)
            | Self::From(id, _) => Some(id),
            _ => None,
        }
    }

    /// The operation that it belongs to.
    pub(super) fn operation(self) -> Option<usize> {
        match self {
            Self::Operation(index)
            | Self::Param(index, _)
            | Self::Body(index)
            | Self::Form(index, _)
            | Self::Success(index)
            | Self::Answer(index, _)
            | Self::SuccessStatus(index, _)
            | Self::ErrorStatus(index, _)
            | Self::Response(index, _) => Some(index),
            _ => None,
        }
    }
}

fn route(operation: &Operation) -> String {
    format!("{} {}", operation.method, operation.path)
}

/// The request body that its forms stand in.
fn body(operation: &Operation) -> Pointer {
    let form = operation.body.as_ref().map(|body| &body.main);
    let place = form.and_then(|form| form.at.parent()?.parent());
    place.unwrap_or_else(|| operation.at.child("requestBody"))
}
