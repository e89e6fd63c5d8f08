//! HTTP methods, and what is known of them.

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Method(&'static str);

impl Method {
    /// `GET`
    pub const GET: Self = Self("GET");
    /// `HEAD`
    pub const HEAD: Self = Self("HEAD");
    /// `PUT`
    pub const PUT: Self = Self("PUT");
    /// `POST`
    pub const POST: Self = Self("POST");
    /// `PATCH`
    pub const PATCH: Self = Self("PATCH");
    /// `DELETE`
    pub const DELETE: Self = Self("DELETE");
    /// `OPTIONS`
    pub const OPTIONS: Self = Self("OPTIONS");
    /// `TRACE`
    pub const TRACE: Self = Self("TRACE");
    /// `QUERY`
    pub const QUERY: Self = Self("QUERY");

    /// Any other method, whose name is sent exactly as it is given.
    pub const fn other(name: &'static str) -> Self {
        Self(name)
    }

    /// The name, as it is sent.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// What telemetry calls the method, and its own name where that is one that nobody knows.
    ///
    /// Source: [HTTP spans](https://opentelemetry.io/docs/specs/semconv/http/http-spans/).
    #[cfg(feature = "tracing")]
    pub(super) fn told(self) -> (&'static str, Option<&'static str>) {
        if self.is_idempotent() || matches!(self, Self::POST | Self::PATCH) {
            (self.0, None)
        } else {
            ("_OTHER", Some(self.0))
        }
    }

    /// Whether the method only reads.
    ///
    /// Source: [RFC 9110, section 9.2.1](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1), and
    /// [The HTTP QUERY Method](https://datatracker.ietf.org/doc/draft-ietf-httpbis-safe-method-w-body/).
    pub fn is_safe(self) -> bool {
        matches!(self, Self::GET | Self::HEAD | Self::OPTIONS | Self::TRACE | Self::QUERY)
    }

    /// Whether repeating the method does no harm, as far as is known.
    ///
    /// Source: [RFC 9110, section 9.2.2](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2).
    pub fn is_idempotent(self) -> bool {
        self.is_safe() || matches!(self, Self::PUT | Self::DELETE)
    }
}
