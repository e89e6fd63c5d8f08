//! What an operation comes to: what it gives, which errors are documented.

use std::collections::{BTreeMap, BTreeSet};

use super::Plan;
use crate::ir::{
    Answer, Api, Body, Content, ContentKind, Framing, Header, Operation, OperationId, Requirement,
    SchemeKind, Security, Status, Type, TypeId,
};
use crate::naming::{Names, Repeated};

/// What an operation gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// What a success gives.
    pub success: Outcome,
    /// What it gives to the methods that ask for another form of it, by index.
    pub others: Vec<Outcome>,
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
    /// Items, one after the other: how they stand in the body, and the type of each.
    Stream(Framing, Type),
    /// Where to go instead, and what the body of the redirect holds.
    Redirect(Box<Outcome>),
    /// One of several, by status: the index of the response, and what it holds.
    ByStatus(Vec<(usize, Outcome)>),
}

impl Outcome {
    /// The types that it holds.
    pub fn types(&self) -> Vec<&Type> {
        match self {
            Self::Json(ty) | Self::Stream(_, ty) => vec![ty],
            Self::Empty | Self::Text | Self::Bytes => Vec::new(),
            Self::Redirect(body) => body.types(),
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

    /// The alternatives of schemes that operations need which say nothing of their own, without those that no request carries.
    pub fn security(&self) -> Vec<Vec<&str>> {
        self.alternatives(&self.api.security)
    }

    /// What an operation needs, where that is something else.
    pub(super) fn own_security<'p>(
        &'p self,
        operation: &'p Operation,
    ) -> Option<Vec<Vec<&'p str>>> {
        let own = self.alternatives(&operation.security);
        (own != self.security()).then_some(own)
    }

    fn alternatives<'p>(&'p self, security: &'p Security) -> Vec<Vec<&'p str>> {
        let sent = |all: &'p Requirement| {
            let schemes = all.schemes.iter().map(|&id| self.api.scheme(id));
            let sent = schemes.filter(|scheme| scheme.kind != SchemeKind::Outside);
            sent.map(|scheme| scheme.wire.as_str()).collect()
        };
        security.alternatives.iter().map(sent).collect()
    }

    /// What an operation is known by at run time: its id, unless another one has it too.
    pub(super) fn operation_id(&self, id: OperationId) -> &str {
        &self.ids[id.0]
    }

    pub(super) fn call(&self, id: OperationId) -> &Call {
        &self.calls[id.0]
    }

    /// The media types that a method asks for: those of the successes that it reads and of the documented errors.
    ///
    /// What one success has in a form that is not read is not named for the sake of another answer: the server might take it
    /// as leave to give that form. Nor is JSON beside events for the sake of an error.
    pub(super) fn accepted(&self, id: OperationId, answer: &Answer) -> Vec<&str> {
        let operation = self.api.operation(id);
        let read = operation.read_by(answer);
        let errors = self.call(id).errors.iter();
        let errors = errors.filter_map(|(error, _)| operation.answered(*error).first());
        let unread = unread(operation, answer);
        let is_wanted = |content: &Content, is_success: bool| {
            let is_documented = unread.get(&content.media_type.to_ascii_lowercase());
            is_documented.is_none_or(|is_documented| is_success && !is_documented)
        };
        let named = operation.asked_by(answer).into_iter();
        let named = named.filter(|content| is_wanted(content, true));
        let errors = errors.filter(|content| is_wanted(content, false));
        let mut accepted: Vec<&str> = Vec::new();
        let mut known = BTreeSet::new();
        for content in named.chain(errors) {
            let media_type = match content.kind {
                ContentKind::Json => &content.sent,
                _ => &content.media_type,
            };
            if known.insert(media_type.as_str()) {
                accepted.push(media_type);
            }
        }
        // Texts and bytes can be used under any name, but not where a name asks for something else.
        let is_value = |kind| matches!(kind, ContentKind::Json | ContentKind::Stream(_));
        let is_lax = read.iter().any(|content| !is_value(content.kind))
            && operation.other_answers().is_empty();
        if read.is_empty() {
            accepted = vec!["*/*"];
        } else if is_lax && !accepted.contains(&"*/*") {
            accepted.push("*/*;q=0.1");
        }
        accepted
    }

    /// The headers of an operation's successes, each once, whatever the case of its name.
    pub(super) fn headers(&self, id: OperationId) -> Vec<&Header> {
        let mut known = BTreeSet::new();
        let mut headers: Vec<&Header> = Vec::new();
        let operation = self.api.operation(id);
        for header in operation.succeeding().flat_map(|one| &one.headers) {
            if known.insert(header.wire.to_ascii_lowercase()) {
                headers.push(header);
            }
        }
        headers
    }
}

/// The media types of successes that are read in another way than an answer is, and whether the document has them there: events are
/// never JSON, where it is not documented either.
fn unread(operation: &Operation, answer: &Answer) -> BTreeMap<String, bool> {
    let mut unread = BTreeMap::new();
    for (response, content) in &answer.reads {
        let forms = operation.answered(*response);
        let read = content.and_then(|content| forms.get(content));
        for other in read.into_iter().flat_map(|read| &read.read_otherwise) {
            let is_documented = forms.iter().any(|form| form.media_type == *other);
            *unread.entry(other.to_ascii_lowercase()).or_default() |= is_documented;
        }
    }
    unread
}

/// What each operation is known by at run time.
pub(super) fn ids(api: &Api, names: &Names) -> Vec<String> {
    let repeated = Repeated::of(api);
    let known_by = |(id, operation): (OperationId, &Operation)| {
        let own = operation.id.as_deref();
        let own = own.filter(|_| repeated.more(id).is_none());
        own.map_or_else(|| names.marker(id).to_string(), str::to_owned)
    };
    api.keyed().map(known_by).collect()
}

/// Decides for one operation.
pub(super) fn call(operation: &Operation) -> Call {
    let successes = operation.successes();
    let errors = operation.responses.iter().enumerate();
    let errors = errors
        .filter(|(index, response)| is_error(response.status) && !successes.contains(index))
        .map(|(index, _)| (index, outcome(operation.answered(index).first())))
        .filter(|(_, outcome)| matches!(outcome, Outcome::Json(_)))
        .collect();
    let others = operation.other_answers();
    Call {
        success: success(operation, &operation.plain_answer()),
        others: others
            .iter()
            .map(|answer| success(operation, answer))
            .collect(),
        errors,
    }
}

/// What the successes hold: one thing, or one of several by status.
fn success(operation: &Operation, answer: &Answer) -> Outcome {
    let reads = answer.reads.iter();
    let mut all: Vec<(usize, Outcome)> = reads
        .map(|(response, content)| {
            let content = content.and_then(|content| operation.answered(*response).get(content));
            let held = outcome(content);
            let is_redirect = operation.responses[*response].status.is_redirect();
            let held = if is_redirect {
                Outcome::Redirect(Box::new(held))
            } else {
                held
            };
            (*response, held)
        })
        .collect();
    let is_same = all.windows(2).all(|pair| pair[0].1 == pair[1].1);
    match all.len() {
        0 => Outcome::Empty,
        _ if is_same => all.remove(0).1,
        _ => Outcome::ByStatus(all),
    }
}

/// What is no success is an error, but for what is on the way to an answer and what says that there is none to give.
pub(super) fn is_error(status: Status) -> bool {
    match status {
        Status::Code(code) => code >= 300 && code != 304,
        Status::Range(first) => first >= 3,
        Status::Default => true,
    }
}

/// What a body holds.
fn outcome(content: Option<&Content>) -> Outcome {
    let Some(content) = content else {
        return Outcome::Empty;
    };
    match content.kind {
        ContentKind::Json => Outcome::Json(content.ty.clone()),
        ContentKind::Text => Outcome::Text,
        ContentKind::Form | ContentKind::Multipart | ContentKind::Bytes => Outcome::Bytes,
        ContentKind::Stream(framing) => Outcome::Stream(framing, content.ty.clone()),
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
