//! Parameters: what is sent outside of the body, and how it is written.

use super::{Constant, Docs, Encoding, Type};
use crate::pointer::Pointer;

/// A parameter outside the body.
#[derive(Debug, Clone)]
pub struct Param {
    /// The parameter object.
    pub at: Pointer,
    /// The name on the wire.
    pub wire: String,
    /// Where it goes.
    pub location: ParamLocation,
    /// Whether a call without it is wrong.
    pub required: bool,
    /// Its type.
    pub ty: Type,
    /// The only value that it can have, where that is no text; a single text is an enum of its own.
    pub constant: Option<Constant>,
    /// How lists and objects are written.
    pub style: Style,
    /// Whether each item stands alone.
    pub explode: bool,
    /// Whether reserved characters stay as they are.
    pub allow_reserved: bool,
    /// Whether its value is JSON text, by its `content`.
    pub json: bool,
    /// What the whole query is, where its value is that.
    pub whole_query: Option<WholeQuery>,
    /// Whether it may be empty in the path, because the configuration says so.
    pub may_be_empty: bool,
    /// Whether the server knows a call by it that it was sent before.
    pub idempotency_key: Option<IdempotencyKey>,
    /// What a person reads.
    pub docs: Docs,
}

/// A query that is one value.
#[derive(Debug, Clone, PartialEq)]
pub enum WholeQuery {
    /// The fields of a form, and how they are written where the document says so.
    Form(Vec<Encoding>),
    /// The text of a JSON document.
    Json,
}

/// A key by which a server knows a call that it was sent before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdempotencyKey {
    /// Any UUID will do.
    Made,
    /// Only the caller knows what will.
    Given,
}

/// Where a parameter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParamLocation {
    /// Into the path template.
    Path,
    /// Behind the `?`.
    Query,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
}

/// How lists and objects are written in a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `a,b`
    Simple,
    /// `.a.b`
    Label,
    /// `;name=a`
    Matrix,
    /// `name=a&name=b`
    Form,
    /// `name=a%20b`
    SpaceDelimited,
    /// `name=a|b`
    PipeDelimited,
    /// `name[key]=value`
    DeepObject,
}

impl Param {
    /// Whether it stands in the path in another way than the usual one: simple, and as one value.
    pub fn has_path_style(&self) -> bool {
        let is_usual = self.style == Style::Simple && (self.may_be_empty || !self.explode);
        self.location == ParamLocation::Path && !is_usual
    }
}
