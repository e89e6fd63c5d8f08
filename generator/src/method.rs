//! HTTP methods, as OpenAPI lists them for a path.

use std::fmt;

use serde_json::Value;

use crate::pointer::Pointer;

/// The key of a path item for operations of methods that have no key of their own.
pub const OTHERS: &str = "additionalOperations";

/// The method of an operation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
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
    /// Any other one, as it is sent; nothing is known about it.
    Other(Box<str>),
}

impl Method {
    /// Those that have a key of their own, in the order of the specification.
    pub const KNOWN: [Self; 9] = [
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

    /// The method with a name that has no key of its own.
    ///
    /// # Errors
    ///
    /// Says what the name is instead: no token of HTTP, a method with a key, or one that asks for nothing.
    pub fn other(name: &str) -> Result<Self, &'static str> {
        let is_of_token =
            |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if name.is_empty() || !name.bytes().all(is_of_token) {
            Err("no name of a method")
        } else if Self::KNOWN.iter().any(|known| known.name() == name) {
            Err("a method that has a key of its own")
        } else if name == "CONNECT" {
            Err("a method that opens a tunnel")
        } else {
            Ok(Self::Other(name.into()))
        }
    }

    /// The method that a key of a path item stands for; none for any other key.
    pub fn of_key(key: &str) -> Option<Self> {
        let mut known = Self::KNOWN.into_iter();
        known.find(|method| method.key() == Some(key))
    }

    /// The method of the operation that a way inside a path item leads to, and what is left of the way.
    pub fn of_way<'s, 'k>(way: &'s [&'k str]) -> Option<(Self, &'s [&'k str])> {
        match way {
            [OTHERS, name, rest @ ..] => Some((Self::other(name).ok()?, rest)),
            [key, rest @ ..] => Some((Self::of_key(key)?, rest)),
            [] => None,
        }
    }

    /// The operations of a path item: those of the known methods in their order, then the others in that of the document.
    pub fn of_item(item: &Value) -> impl Iterator<Item = (Self, &Value)> {
        let known = Self::KNOWN.into_iter();
        let known = known.filter_map(|method| Some((item.get(method.key()?)?, method)));
        let entries = item.get(OTHERS).and_then(Value::as_object);
        let others = entries
            .into_iter()
            .flatten()
            .filter_map(|(name, operation)| {
                let method = Self::other(name).ok()?;
                Some((operation, method))
            });
        known
            .chain(others)
            .map(|(operation, method)| (method, operation))
    }

    /// Where a path item has the operation of this method.
    pub fn at(&self, item: &Pointer) -> Pointer {
        match self.key() {
            Some(key) => item.child(key),
            None => item.child(OTHERS).child(self.name()),
        }
    }

    /// Whether nothing on the server is meant to change, so that a redirect is followed.
    pub const fn only_reads(&self) -> bool {
        matches!(self, Self::Get | Self::Head | Self::Query)
    }

    /// Whether repeating it does no harm, as far as anybody knows.
    pub const fn is_idempotent(&self) -> bool {
        !matches!(self, Self::Post | Self::Patch | Self::Other(_))
    }

    /// The key in a path item: `get`; none for a method that stands among the others.
    pub const fn key(&self) -> Option<&'static str> {
        Some(match self {
            Self::Get => "get",
            Self::Put => "put",
            Self::Post => "post",
            Self::Delete => "delete",
            Self::Options => "options",
            Self::Head => "head",
            Self::Patch => "patch",
            Self::Trace => "trace",
            Self::Query => "query",
            Self::Other(_) => return None,
        })
    }

    /// The name in a request: `GET`.
    pub fn name(&self) -> &str {
        match self {
            Self::Other(name) => name,
            known => known.constant().unwrap_or_default(),
        }
    }

    /// The constant of the runtime that stands for it: `GET`; none for a method that only its name tells from others.
    pub const fn constant(&self) -> Option<&'static str> {
        Some(match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Query => "QUERY",
            Self::Other(_) => return None,
        })
    }

    /// The name as a word of other names: `get`.
    pub fn word(&self) -> String {
        self.name().to_ascii_lowercase()
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::{Method, OTHERS};

    #[test]
    fn names_of_others_are_tokens_that_mean_nothing_yet() {
        for (name, is_other) in [
            ("COPY", true),
            ("M-SEARCH", true),
            ("x!", true),
            ("get", true),
            ("", false),
            ("A B", false),
            ("A/B", false),
            ("É", false),
            ("GET", false),
            ("QUERY", false),
            ("CONNECT", false),
        ] {
            let method = Method::other(name).ok();
            assert_eq!(method.is_some(), is_other, "{name}");
            let read = Method::of_way(&[OTHERS, name]).map(|(method, _)| method);
            assert_eq!(read, method);
        }
    }
}
