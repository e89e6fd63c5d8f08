//! What the emitted code says about an API and its operations: constant data.

use super::method::Method;

/// The constant data of an operation.
#[derive(Debug, Clone, Copy)]
pub struct OperationInfo {
    /// The `operationId`.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path template, such as `/users/{user_id}`.
    pub path: &'static str,
    /// The value of the `Accept` header; none is sent when it is empty.
    pub accept: &'static str,
    /// The alternatives, each a list of schemes that are needed together, where they are others than those of the document. No
    /// alternative means no credential.
    pub security: Option<&'static [&'static [&'static str]]>,
    // Only with servers of operations.
    /// Servers that replace those of the API.
    pub servers: &'static [Server],
    /// The header of the document by which the server knows a call that it was sent before.
    pub idempotency_key: Option<&'static str>,
    /// Whether any UUID can be such a key.
    pub makes_key: bool,
    /// Whether a redirect is an answer, and is not followed.
    pub gives_redirects: bool,
    /// Whether 304 is an answer.
    pub gives_not_modified: bool,
    /// Where an answer is a stream: the media types of answers that are none.
    pub streams: Option<&'static [&'static str]>,
    // Only with streams.
    /// The data with which a stream ends, where the document says it.
    pub ends: Option<&'static str>,
    /// The member of the body that says whether the answer is a stream.
    pub flag: Option<(&'static str, bool)>,
}

impl OperationInfo {
    /// An operation about which nothing particular is said.
    pub const DEFAULT: Self = Self {
        id: "",
        method: Method::GET,
        path: "/",
        accept: "application/json",
        security: None,
        // Only with servers of operations.
        servers: &[],
        idempotency_key: None,
        makes_key: true,
        gives_redirects: false,
        gives_not_modified: false,
        streams: None,
        // Only with streams.
        ends: None,
        flag: None,
    };
}

/// The constant data of an API.
#[derive(Debug)]
pub struct ApiInfo {
    /// The name of the crate, for `User-Agent`.
    pub package: &'static str,
    /// The version of the crate, for `User-Agent`.
    pub version: &'static str,
    /// The version of the API's document, for `User-Agent`.
    pub api_version: &'static str,
    /// The servers of the document; the first one is the default.
    pub servers: &'static [Server],
    /// The variables that only servers of operations have.
    pub further_variables: &'static [&'static str],
    /// The alternatives of schemes that operations need which say nothing of their own, by name; empty for none.
    pub security: &'static [&'static [&'static str]],
    /// The security schemes of the document.
    pub schemes: &'static [Scheme],
}

/// A server of the document.
#[derive(Debug)]
pub struct Server {
    /// The URL, with variables such as `{region}`.
    pub url: &'static str,
    /// The variables of the URL.
    pub variables: &'static [ServerVariable],
}

/// A variable in the URL of a server.
#[derive(Debug)]
pub struct ServerVariable {
    /// The name, without braces.
    pub name: &'static str,
    /// The value if none is given.
    pub default: &'static str,
    /// The values that are allowed; empty if any is.
    pub allowed: &'static [&'static str],
}

// Only with server variables.
impl ServerVariable {
    /// Whether it can have this value.
    pub(super) fn allows(&self, value: &str) -> bool {
        self.allowed.is_empty() || self.allowed.contains(&value)
    }
}

// Only with server variables.
impl Server {
    /// Whether its URL has a variable of this name.
    pub(super) fn has_variable(&self, name: &str) -> bool {
        self.url.contains(&format!("{{{name}}}"))
    }
}

/// A security scheme of the document.
#[derive(Debug)]
pub struct Scheme {
    /// The name, by which operations refer to it.
    pub name: &'static str,
    /// Where its credential goes.
    pub kind: SchemeKind,
}

/// Where the credential of a scheme goes.
#[derive(Debug, Clone, Copy)]
pub enum SchemeKind {
    /// `Authorization: Bearer …`; `OAuth` 2 and `OpenID` Connect use it as well.
    Bearer,
    /// `Authorization: Basic …`
    Basic,
    /// The header of this name.
    Header(&'static str),
    /// The query parameter of this name.
    Query(&'static str),
    // Only with cookies.
    /// The cookie of this name.
    Cookie(&'static str),
}
