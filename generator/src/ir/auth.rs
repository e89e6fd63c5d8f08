//! Security: how a caller proves who it is, and what for.

use serde_json::Value;

/// The index of a [`Scheme`] in [`super::Api::schemes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchemeId(pub usize);

/// What is asked of a caller: one of several alternatives; nothing where there are none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Security {
    /// The alternatives, in the order of the document.
    pub alternatives: Vec<Requirement>,
}

/// One alternative: schemes that hold together; none where nothing is needed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Requirement {
    /// The schemes.
    pub schemes: Vec<SchemeId>,
    /// What a token has to be good for, sorted, for each of the schemes.
    pub scopes: Vec<Vec<String>>,
}

/// A security scheme of the document.
#[derive(Debug, Clone)]
pub struct Scheme {
    /// The key under `components/securitySchemes`.
    pub wire: String,
    /// What is sent, and where.
    pub kind: SchemeKind,
    /// How a caller comes by the credential.
    pub issue: Issue,
    /// Markdown.
    pub description: Option<String>,
}

/// How a caller comes by a credential. The crate is handed it, so it is compared and no more.
#[derive(Debug, Clone, PartialEq)]
pub enum Issue {
    /// Nobody says: a password, a key, a certificate, a token of some kind.
    Unsaid,
    /// OAuth 2, with its flows as they are written.
    OAuth2(Value),
    /// OpenID Connect, with the address of its discovery document.
    OpenIdConnect(String),
}

/// What a scheme sends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SchemeKind {
    /// `Authorization: Bearer …`; OAuth 2 and OpenID Connect end here too.
    Bearer,
    /// `Authorization: Basic …`, a user name and a password.
    Basic,
    /// A key in a named place.
    ApiKey {
        /// Where the key goes.
        location: KeyLocation,
        /// The name of the header, query parameter or cookie.
        name: String,
    },
    /// Another scheme of the `Authorization` header; the credential is the whole text after its name.
    Http(String),
    /// Something outside the request, such as a client certificate: nothing is sent.
    Outside,
}

/// Where an API key goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyLocation {
    /// A header.
    Header,
    /// A query parameter.
    Query,
    /// A cookie.
    Cookie,
}
