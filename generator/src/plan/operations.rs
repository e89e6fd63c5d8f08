//! What an operation comes to: what it gives, which errors are documented.

use std::collections::BTreeSet;

use crate::ir::{ContentKind, Operation, Response, Status, Type, TypeId};

/// What an operation gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// What a success gives.
    pub success: Outcome,
    /// Documented errors: the index of the response, and what it holds.
    pub errors: Vec<(usize, Outcome)>,
}

/// What an answer holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// No body.
    Empty,
    /// A JSON value.
    Json(Type),
    /// A text.
    Text,
    /// Bytes.
    Bytes,
    /// One of several, by status: the index of the response, and what it holds.
    ByStatus(Vec<(usize, Outcome)>),
}

impl Outcome {
    /// The types that it holds.
    pub fn types(&self) -> Vec<&Type> {
        match self {
            Self::Json(ty) => vec![ty],
            Self::Empty | Self::Text | Self::Bytes => Vec::new(),
            Self::ByStatus(all) => all.iter().flat_map(|(_, one)| one.types()).collect(),
        }
    }
}

/// Decides for one operation.
pub(super) fn call(operation: &Operation) -> Call {
    let success = success(operation);
    let errors = operation.responses.iter().enumerate();
    let errors = errors
        .filter(|(_, response)| is_error(response, success.is_none()))
        .map(|(index, response)| (index, outcome(operation, response)))
        .filter(|(_, outcome)| matches!(outcome, Outcome::Json(_)))
        .collect();
    Call {
        success: success.unwrap_or_else(|| fallback(operation)),
        errors,
    }
}

/// What the successes hold: one thing, or one of several by status.
fn success(operation: &Operation) -> Option<Outcome> {
    let responses = operation.responses.iter().enumerate();
    let mut all: Vec<(usize, Outcome)> = responses
        .filter(|(_, response)| response.status.is_success())
        .map(|(index, response)| (index, outcome(operation, response)))
        .collect();
    let is_same = all.windows(2).all(|pair| pair[0].1 == pair[1].1);
    match all.len() {
        0 => None,
        _ if is_same => Some(all.remove(0).1),
        _ => Some(Outcome::ByStatus(all)),
    }
}

/// What `default` holds, where nothing else is a success.
fn fallback(operation: &Operation) -> Outcome {
    let mut responses = operation.responses.iter();
    let default = responses.find(|response| response.status == Status::Default);
    default.map_or(Outcome::Empty, |response| outcome(operation, response))
}

/// A `default` answer is an error, unless nothing else is a success.
fn is_error(response: &Response, default_is_success: bool) -> bool {
    match response.status {
        Status::Code(code) => code >= 400,
        Status::Range(first) => first >= 4,
        Status::Default => !default_is_success,
    }
}

/// What an answer holds. Some never have a body, whatever the document says.
///
/// Source: [RFC 9110, section 6.4.1](https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1).
fn outcome(operation: &Operation, response: &Response) -> Outcome {
    let is_bodiless =
        operation.method == "HEAD" || matches!(response.status, Status::Code(204 | 205 | 304));
    let content = response.contents.first().filter(|_| !is_bodiless);
    let Some(content) = content else {
        return Outcome::Empty;
    };
    match content.kind {
        ContentKind::Json => Outcome::Json(content.ty.clone()),
        ContentKind::Text => Outcome::Text,
        ContentKind::Form | ContentKind::Multipart | ContentKind::Bytes => Outcome::Bytes,
    }
}

/// The one type that all documented errors have.
pub(super) fn error_model(calls: &[Call]) -> Option<TypeId> {
    let all = calls.iter().flat_map(|call| &call.errors);
    let models: BTreeSet<Option<TypeId>> = all
        .map(|(_, outcome)| match outcome {
            Outcome::Json(Type::Named(id)) => Some(*id),
            _ => None,
        })
        .collect();
    match models.into_iter().collect::<Vec<_>>()[..] {
        [only] => only,
        _ => None,
    }
}
