//! A part of a plan that a change is about: where it was written, and what people call it.

use crate::ir::{Operation as Source, ParamLocation, Response};
use crate::plan::{
    Answer, Credential, Documented, Format, Kind, Member, Model, Operation, Package, Parameter,
    Resource, Rest, Sent, Value, Variant,
};
use crate::pointer::Pointer;

/// A part of a plan.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item<'a> {
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
    ErrorModel(&'a Model<'a>),
    /// A resource.
    Resource(Resource<'a>),
    /// A security scheme.
    Scheme(&'a Credential<'a>),
    /// A format of texts.
    Format(&'a Format),
    /// A type.
    Type(&'a Model<'a>),
    /// A field of a struct.
    Field(&'a Model<'a>, &'a Member<'a>),
    /// The fields of a struct that the document does not name.
    Rest(&'a Model<'a>, &'a Rest<'a>),
    /// The constructor of a struct.
    New(&'a Model<'a>),
    /// A value of an enum.
    Value(&'a Model<'a>, &'a Value<'a>),
    /// A candidate of a union.
    Variant(&'a Model<'a>, &'a Variant<'a>),
    /// What a candidate of a union is made from.
    From(&'a Model<'a>, &'a Variant<'a>),
    /// An operation.
    Operation(&'a Operation<'a>),
    /// A parameter of an operation.
    Param(&'a Operation<'a>, &'a Parameter<'a>),
    /// What an operation sends.
    Body(&'a Operation<'a>),
    /// Another form of what an operation sends, with a method of its own.
    Form(&'a Operation<'a>, &'a Sent<'a>),
    /// What an operation gives.
    Success(&'a Operation<'a>),
    /// Another form of what an operation gives, with a method of its own.
    Answer(&'a Operation<'a>, &'a Answer<'a>),
    /// What an operation gives with one status.
    SuccessStatus(&'a Operation<'a>, &'a Documented<'a>),
    /// A documented error of an operation.
    ErrorStatus(&'a Operation<'a>, &'a Documented<'a>),
    /// An answer of an operation, whatever it holds.
    Response(&'a Operation<'a>, &'a Response),
}

impl<'a> Item<'a> {
    /// Where it was written, in the tree of the plan.
    pub(super) fn at(self) -> Pointer {
        match self {
            Self::Api | Self::Package | Self::ClientName | Self::Format(_) => {
                Pointer::root().child("info")
            }
            Self::Client | Self::Security => Pointer::root().child("security"),
            Self::Resource(resource) => resource.at(),
            Self::Scheme(credential) => {
                let schemes = Pointer::root().child("components").child("securitySchemes");
                schemes.child(&credential.scheme.wire)
            }
            Self::ErrorModel(model) | Self::Type(model) | Self::New(model) => {
                model.source.at.clone()
            }
            Self::Rest(model, _) => model.source.at.child("additionalProperties"),
            Self::Field(_, member) => member.source.at.clone(),
            Self::Value(model, value) => model.at(value),
            Self::Variant(_, variant) | Self::From(_, variant) => variant.source.at.clone(),
            Self::Operation(operation) => operation.source.at.clone(),
            Self::Param(_, param) => param.source.at.clone(),
            Self::Body(operation) => body(operation.source),
            Self::Form(_, sent) => sent.content.at.clone(),
            Self::Success(operation) => success(operation.source),
            Self::Answer(operation, answer) => answer
                .origin
                .map_or(&operation.source.at, |(_, content)| &content.at)
                .clone(),
            Self::SuccessStatus(_, documented) | Self::ErrorStatus(_, documented) => {
                documented.response.at.clone()
            }
            Self::Response(_, response) => response.at.clone(),
        }
    }

    /// What people call it: `User.name`, `GET /users ?limit`.
    pub(super) fn subject(self, package: &Package) -> String {
        match self {
            Self::Api | Self::Security => "API".to_owned(),
            Self::Package => package.name.clone(),
            Self::Client => format!("{}::new", package.client),
            Self::ClientName => package.client.to_string(),
            Self::ErrorModel(_) => package.error.to_string(),
            Self::Resource(resource) => resource.name.to_string(),
            Self::Scheme(credential) => credential.scheme.wire.clone(),
            Self::Format(format) => format.name.to_owned(),
            Self::Type(model) => model.name.to_string(),
            Self::New(model) => format!("{}::new", model.name),
            Self::Rest(model, _) => format!("{}.*", model.name),
            Self::Field(model, member) => format!("{}.{}", model.name, member.source.wire),
            Self::Value(model, value) => format!("{}::{}", model.name, value.name),
            Self::Variant(model, variant) | Self::From(model, variant) => {
                format!("{}::{}", model.name, variant.name)
            }
            Self::Operation(operation) | Self::Success(operation) => operation.route(),
            Self::Param(operation, param) => {
                let sign = match param.source.location {
                    ParamLocation::Path => "/",
                    ParamLocation::Query => "?",
                    ParamLocation::Header => "header ",
                    ParamLocation::Cookie => "cookie ",
                };
                format!("{} {sign}{}", operation.route(), param.source.wire)
            }
            Self::Body(operation) => format!("{} body", operation.route()),
            Self::Form(operation, sent) => {
                format!("{} body {}", operation.route(), sent.content.media_type)
            }
            Self::Answer(operation, answer) => {
                let form = answer.origin.map(|(response, content)| {
                    format!(" {} {}", response.status, content.media_type)
                });
                operation.route() + &form.unwrap_or_default()
            }
            Self::SuccessStatus(operation, documented)
            | Self::ErrorStatus(operation, documented) => {
                format!("{} {}", operation.route(), documented.status())
            }
            Self::Response(operation, response) => {
                format!("{} {}", operation.route(), response.status)
            }
        }
    }

    /// Whether its signature is all that callers see of it: of another name for a type, but of no definition.
    pub(super) fn is_member(self) -> bool {
        let is_alias =
            matches!(self, Self::Type(model) if matches!(model.kind, Kind::Alias { .. }));
        is_alias
            || matches!(
                self,
                Self::Scheme(_)
                    | Self::Format(_)
                    | Self::Field(..)
                    | Self::Rest(..)
                    | Self::Value(..)
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

    /// The model that it belongs to.
    pub(super) fn model(self) -> Option<&'a Model<'a>> {
        match self {
            Self::Type(model)
            | Self::New(model)
            | Self::Rest(model, _)
            | Self::Field(model, _)
            | Self::Value(model, _)
            | Self::Variant(model, _)
            | Self::From(model, _) => Some(model),
            _ => None,
        }
    }

    /// The operation that it belongs to.
    pub(super) fn operation(self) -> Option<&'a Operation<'a>> {
        match self {
            Self::Operation(operation)
            | Self::Param(operation, _)
            | Self::Body(operation)
            | Self::Form(operation, _)
            | Self::Success(operation)
            | Self::Answer(operation, _)
            | Self::SuccessStatus(operation, _)
            | Self::ErrorStatus(operation, _)
            | Self::Response(operation, _) => Some(operation),
            _ => None,
        }
    }
}

/// The request body that its forms stand in.
fn body(operation: &Source) -> Pointer {
    let form = operation.body.as_ref().map(|body| &body.main);
    let place = form.and_then(|form| form.at.parent()?.parent());
    place.unwrap_or_else(|| operation.at.child("requestBody"))
}

/// The first answer that is a success, or where it would stand.
fn success(operation: &Source) -> Pointer {
    let responses = || operation.at.child("responses");
    let first = operation.succeeding().next();
    first.map_or_else(responses, |response| response.at.clone())
}
