//! Requests that the mock was sent.

use std::fmt::{self, Debug, Formatter};

use bytes::Bytes;
use http::HeaderMap;
use serde_json::Value;
use url::Url;

use super::method::Method;

/// A request that came to the mock.
#[derive(Clone)]
#[non_exhaustive]
pub struct MockRequest {
    /// The id of the operation.
    pub operation: &'static str,
    /// The method.
    pub method: Method,
    /// The whole URL.
    pub url: Url,
    /// The headers, credentials included.
    pub headers: HeaderMap,
    /// The whole body; empty if there was none.
    pub body: Bytes,
}

impl MockRequest {
    /// The text of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The first value of a name in the query, decoded.
    pub fn query(&self, name: &str) -> Option<String> {
        let mut pairs = self.url.query_pairs();
        let (_, value) = pairs.find(|(known, _)| known == name)?;
        Some(value.into_owned())
    }

    /// The body as JSON; `None` where it is none.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

/// Shows neither values of headers, nor the query, nor the body: each may hold a secret.
impl Debug for MockRequest {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("MockRequest")
            .field("operation", &self.operation)
            .field("method", &self.method.as_str())
            .field("path", &self.url.path())
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}
