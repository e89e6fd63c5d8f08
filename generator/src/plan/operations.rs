//! What an operation comes to: what it gives, which errors are documented.

use std::collections::BTreeSet;

use super::Plan;
use crate::ir::{
    Body, Content, ContentKind, Header, Operation, Response, SchemeKind, Status, Type, TypeId,
};

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

impl Plan {
    /// Whether any operation sends a form of parts, which may hold files.
    pub fn sends_files(&self) -> bool {
        let bodies = self.api.operations.iter().flat_map(|one| &one.body);
        let mut contents = bodies.flat_map(Body::contents);
        contents.any(|content| content.kind == ContentKind::Multipart)
    }

    /// The alternatives of schemes that an operation needs, without those that no request carries.
    pub fn security(&self, operation: &Operation) -> Vec<Vec<String>> {
        let is_sent = |wire: &&String| {
            let schemes = self.api.schemes.iter();
            schemes
                .filter(|scheme| scheme.kind != SchemeKind::Outside)
                .any(|scheme| scheme.wire == **wire)
        };
        let sent = |all: &Vec<String>| all.iter().filter(is_sent).cloned().collect();
        operation.security.iter().map(sent).collect()
    }

    /// What an operation is known by at run time: its id, unless another one has it too.
    pub fn operation_id(&self, index: usize) -> &str {
        let operations = &self.api.operations;
        let id = operations[index].id.as_deref();
        let is_own = |id: &&str| {
            let ids = operations.iter().filter_map(|one| one.id.as_deref());
            ids.filter(|other| other == id).count() == 1
        };
        id.filter(is_own)
            .unwrap_or_else(|| self.names.marker(index))
    }

    /// The bodies of an operation's successes that are read, each status once.
    pub fn read(&self, index: usize) -> Vec<&Content> {
        let responses = &self.api.operations[index].responses;
        let has_success = responses.iter().any(|one| one.status.is_success());
        let read = responses.iter().filter(|response| {
            response.status.is_success() || !has_success && response.status == Status::Default
        });
        read.filter_map(|response| response.contents.first())
            .collect()
    }

    /// The headers of an operation's successes, each once, whatever the case of its name.
    pub fn headers(&self, index: usize) -> Vec<&Header> {
        let mut headers: Vec<&Header> = Vec::new();
        let responses = self.api.operations[index].responses.iter();
        let successes = responses.filter(|response| response.status.is_success());
        for header in successes.flat_map(|response| &response.headers) {
            let is_known = |known: &&Header| known.wire.eq_ignore_ascii_case(&header.wire);
            if !headers.iter().any(is_known) {
                headers.push(header);
            }
        }
        headers
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
