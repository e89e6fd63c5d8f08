//! HTTP methods, as OpenAPI lists them for a path.

use std::fmt;

use serde_json::Value;

use crate::extensions::QUERY;

/// The method of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// `GET`
    Get,
    /// `PUT`
    Put,
    /// `POST`
    Post,
    /// `DELETE`
    Delete,
    /// `OPTIONS`
    Options,
    /// `HEAD`
    Head,
    /// `PATCH`
    Patch,
    /// `TRACE`
    Trace,
    /// `QUERY`
    Query,
}

impl Method {
    /// All of them, in the order of the specification.
    pub const ALL: [Self; 9] = [
        Self::Get,
        Self::Put,
        Self::Post,
        Self::Delete,
        Self::Options,
        Self::Head,
        Self::Patch,
        Self::Trace,
        Self::Query,
    ];

    /// The method that a key of a path item stands for; none for any other key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.key() == key)
    }

    /// The operations of a path item, in this order.
    pub fn of_item(item: &Value) -> impl Iterator<Item = (Self, &Value)> {
        let methods = Self::ALL.into_iter();
        methods.filter_map(|method| Some((method, item.get(method.key())?)))
    }

    /// Whether nothing on the server is meant to change, so that a redirect is followed.
    pub const fn only_reads(self) -> bool {
        matches!(self, Self::Get | Self::Head | Self::Query)
    }

    /// The key in a path item that is in the shape of OpenAPI 3.0: `get`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Put => "put",
            Self::Post => "post",
            Self::Delete => "delete",
            Self::Options => "options",
            Self::Head => "head",
            Self::Patch => "patch",
            Self::Trace => "trace",
            Self::Query => QUERY.key(),
        }
    }

    /// The name in a request: `GET`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Query => "QUERY",
        }
    }

    /// The name as a word of other names: `get`.
    pub fn word(self) -> String {
        self.name().to_ascii_lowercase()
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
