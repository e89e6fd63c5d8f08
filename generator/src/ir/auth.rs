//! Security schemes: how a caller proves who it is.

/// A security scheme of the document.
#[derive(Debug, Clone)]
pub struct Scheme {
    /// The key under `components/securitySchemes`.
    pub wire: String,
    /// What is sent, and where.
    pub kind: SchemeKind,
    /// Markdown.
    pub description: Option<String>,
}

/// What a scheme sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemeKind {
    /// `Authorization: Bearer …`; OAuth 2 and OpenID Connect end here too.
    Bearer,
    /// `Authorization: Basic …`, a user name and a password.
    Basic,
    /// A key in a named place.
    ApiKey {
        /// Where the key goes.
        place: KeyPlace,
        /// The name of the header, query parameter or cookie.
        name: String,
    },
    /// Another scheme of the `Authorization` header; the credential is the whole text after its name.
    Http(String),
    /// Something outside the request, such as a client certificate: nothing is sent.
    Outside,
}

/// Where an API key goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyPlace {
    /// A header.
    Header,
    /// A query parameter.
    Query,
    /// A cookie.
    Cookie,
}
