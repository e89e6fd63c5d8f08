//! Operations: what is called, with what, and what comes back.

use std::sync::Arc;

use serde_json::Value;

use super::{Docs, IdempotencyKey, Limit, Paging, Param, Security, Server, Style, Tagged, Type};
use crate::method::Method;
use crate::pointer::Pointer;

/// The key of an [`Operation`] of an API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperationId(pub usize);

/// An operation: a method of a path.
#[derive(Debug, Clone)]
pub struct Operation {
    /// The operation object.
    pub at: Pointer,
    /// The `operationId`.
    pub id: Option<String>,
    /// The HTTP method.
    pub method: Method,
    /// The path template.
    pub path: String,
    /// The tags, in order.
    pub tags: Vec<Tagged>,
    /// The group that the document chose instead of the tag (`x-speakeasy-group`).
    pub group: Option<String>,
    /// The method name that the document chose (`x-speakeasy-name-override`).
    pub name: Option<String>,
    /// What a person reads.
    pub docs: Docs,
    /// Path, query, header and cookie parameters, in order.
    pub params: Vec<Param>,
    /// What is sent.
    pub body: Option<Body>,
    /// What comes back, by status, in order.
    pub responses: Vec<Response>,
    /// What it asks of the caller.
    pub security: Security,
    /// Servers of its own; empty for those of the API.
    pub servers: Vec<Server>,
    /// How its pages follow one another, if it answers in pages.
    pub paging: Option<Paging>,
}

impl Operation {
    /// The header by which the server knows a call that it was sent before, where a call is not safe to repeat without one.
    pub fn idempotency_key(&self) -> Option<(&Param, IdempotencyKey)> {
        let mut params = self.params.iter().filter(|_| !self.method.is_idempotent());
        params.find_map(|param| Some((param, param.idempotency_key?)))
    }
}

/// What is sent.
#[derive(Debug, Clone)]
pub struct Body {
    /// Whether a call without it is wrong.
    pub required: bool,
    /// What a person reads.
    pub description: Option<String>,
    /// The form that the plain method sends.
    pub main: Content,
    /// Other forms, each sent by a method of its own.
    pub others: Vec<Content>,
}

impl Body {
    /// Every form that it can take, the one of the plain method first.
    pub fn contents(&self) -> impl Iterator<Item = &Content> {
        std::iter::once(&self.main).chain(&self.others)
    }
}

/// A body in one media type.
#[derive(Debug, Clone)]
pub struct Content {
    /// The media type object.
    pub at: Pointer,
    /// The media type as the document writes it.
    pub media_type: String,
    /// The media type of a request: one that is no range, unless callers have to name one ([`Content::is_named_by_callers`]).
    pub sent: String,
    /// Words that tell it from the other forms of the body: `form`, `csv`.
    pub words: String,
    /// How it is read and written.
    pub kind: ContentKind,
    /// The type of its value.
    pub ty: Type,
    /// What a value has to be beside its type, where no type with a definition says it.
    pub limits: Vec<Limit>,
    /// The first example.
    pub example: Option<Arc<Value>>,
    /// A made-up value within the limits, where not every value is.
    pub sample: Option<Value>,
    /// How fields of a form are written, where the document says so.
    pub encodings: Vec<Encoding>,
    /// The data with which a row of items ends, where the document says it.
    pub ends: Option<String>,
    /// Media types of the same answer that are read in another way, so that what has one of them is not this form.
    pub read_otherwise: Vec<String>,
}

impl Content {
    /// Whether nobody but the caller knows as what it is sent: the document has a range, such as `image/*`.
    pub fn is_named_by_callers(&self) -> bool {
        self.sent.contains('*')
    }
}

/// How one field of a form is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Encoding {
    /// The field.
    pub wire: String,
    /// How lists and objects are written, and whether each item stands alone.
    pub style: Option<(Style, bool)>,
    /// The media type of its value.
    pub content_type: Option<String>,
}

/// How a body is read and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContentKind {
    /// JSON, by its media type.
    Json,
    /// Text.
    Text,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`.
    Multipart,
    /// Anything else.
    Bytes,
    /// A row of items, in an answer.
    Stream(Framing),
}

/// How an item stands in a row of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framing {
    /// A server-sent event that is given as it comes.
    Event,
    /// The data of a server-sent event, which is JSON.
    Data,
    /// A server-sent event with its name, around its data, which is JSON.
    Message,
    /// The same, whose data is a text.
    TextMessage,
    /// JSON on a line.
    Line,
    /// JSON behind a record separator.
    Record,
}

/// An answer by status.
#[derive(Debug, Clone)]
pub struct Response {
    /// The response object.
    pub at: Pointer,
    /// Which status.
    pub status: Status,
    /// What it means.
    pub description: String,
    /// The forms that its body can take, the best one first; empty for none.
    pub contents: Vec<Content>,
    /// Its headers.
    pub headers: Vec<Header>,
}

/// The status of a documented answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// `404`
    Code(u16),
    /// `4XX`, as its first digit.
    Range(u8),
    /// `default`
    Default,
}

impl Status {
    /// What it is called beside others: `404`, or `any other status`.
    pub fn beside_others(self) -> String {
        match self {
            Self::Default => "any other status".to_owned(),
            status => status.to_string(),
        }
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Range(first) => write!(f, "{first}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

impl Status {
    /// Whether an answer with this status is a success.
    pub fn is_success(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Range(2))
    }
}

/// A header of an answer.
#[derive(Debug, Clone)]
pub struct Header {
    /// Its name.
    pub wire: String,
    /// What it says.
    pub description: Option<String>,
    /// Whether each such answer has it.
    pub required: bool,
    /// What its text stands for, in words; nothing where it is just a text.
    pub form: Vec<String>,
    /// The type of its value; `None` where that is no single value.
    pub ty: Option<Type>,
    /// What its value has to be beside the type.
    pub limits: Vec<Limit>,
}

impl Header {
    /// What is known about its value beside the description, on one line.
    pub fn facts(&self) -> Option<String> {
        let always = self.required.then(|| "always there".to_owned());
        let facts: Vec<String> = always
            .into_iter()
            .chain(self.form.iter().cloned())
            .collect();
        (!facts.is_empty()).then(|| facts.join("; "))
    }
}
