//! Answers as they came.

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, TRANSFER_ENCODING};
use http::{HeaderMap, StatusCode};

use super::media_type;

/// An answer as it came.
#[derive(Clone)]
pub struct RawResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
    /// Whether the body is taken piece by piece, and is not here.
    pub(super) streams: bool,
}

impl RawResponse {
    /// The `Content-Type`, or nothing.
    pub fn content_type(&self) -> &str {
        media_type::of(&self.headers)
    }

    /// How a body is encoded that cannot be read as it is.
    pub(super) fn encoding(&self) -> Option<&str> {
        let said = |name, is_known: fn(&str) -> bool| {
            let encoding = self.headers.get(name)?.to_str().unwrap_or("not a text").trim();
            (!is_known(&encoding.to_ascii_lowercase())).then_some(encoding)
        };
        let found =
            said(CONTENT_ENCODING, |encoding| matches!(encoding, "" | "identity")).or_else(|| {
                said(TRANSFER_ENCODING, |encoding| matches!(encoding, "chunked" | "identity"))
            });
        found.filter(|_| !self.is_empty())
    }

    /// Whether there is no body, and none to come.
    pub(super) fn is_empty(&self) -> bool {
        self.body.is_empty() && !self.streams
    }

    /// The body without a byte order mark, which some servers set before it.
    pub(super) fn unmarked(&self) -> &[u8] {
        self.body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.body)
    }

    // Only with text answers.
    /// A parameter of the `Content-Type`, without quotes.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let parameters = self.content_type().split(';').skip(1);
        let mut pairs = parameters.filter_map(|parameter| parameter.split_once('='));
        let (_, value) = pairs.find(|(known, _)| known.trim().eq_ignore_ascii_case(name))?;
        Some(value.trim().trim_matches('"'))
    }
}

/// Shows neither values of headers nor the body: each may hold a secret.
impl std::fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RawResponse")
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}
