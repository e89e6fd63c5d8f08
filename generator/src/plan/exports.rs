//! What the root of the crate gives of its runtime: always the same, and the types of values that this API has.

use std::collections::BTreeSet;

use super::{Capability, Plan};

/// The error of all calls, which the configuration may give another name.
pub const ERROR: &str = "Error";

/// What callers of operations need.
const CLIENT: &[&str] = &[
    "Body",
    "Credential",
    "Download",
    ERROR,
    "ErrorKind",
    "Redirect",
    "Request",
    "Response",
    "RetryConfig",
];

/// What a transport of one's own is made of, in a module of its own.
pub const TRANSPORT: &[&str] = &[
    "BoxError",
    "BoxFuture",
    "ByteStream",
    "HttpRequest",
    "HttpResponse",
    "Method",
    "Transport",
    "TransportError",
];

/// What clients and calls are made of, for who has to name it, in a module of its own.
pub const CALLS: &[&str] = &[
    "Attempt",
    "Awaiting",
    "CallContext",
    "Classifier",
    "ClientBuilder",
    "Decode",
    "Deviation",
    "DeviationKind",
    "DocumentedError",
    "Encode",
    "Hook",
    "Operation",
    "OrNotModified",
    "Sending",
    "Undocumented",
    "Unfollowed",
];

/// The default transport, which needs a feature of its own.
pub const HTTPS: &[&str] = &["HttpTransport", "HttpTransportBuilder"];

/// What tests of callers need, in a module of its own.
pub const MOCK: &[&str] = &["MockReply", "MockRequest", "MockTransport"];

/// What checks webhooks, in a module of its own where the document has some.
pub const WEBHOOKS: &[&str] = &["Verifier", "WebhookError"];

/// What callers need whose tokens are given out by OAuth 2.
const OAUTH_TOKENS: &[&str] = &["OAuth"];

/// What callers of operations need whose answers are streams.
const STREAMS: &[&str] = &["EventStream", "Reconnect", "ServerSentEvent"];

/// What callers of operations need that answer in pages.
const PAGES: &[&str] = &["Items", "Listed", "Page", "Paged", "Pages"];

impl Plan {
    /// What callers of operations need, sorted.
    pub fn called(&self) -> BTreeSet<&'static str> {
        let oauth_tokens = self.has_oauth_tokens().then_some(OAUTH_TOKENS);
        let streams = self.has_streams().then_some(STREAMS);
        let pages = self.has_pages().then_some(PAGES);
        let further = [oauth_tokens, streams, pages].into_iter().flatten();
        let further = further.flatten();
        let all = CLIENT.iter().chain(further);
        all.copied().collect()
    }

    /// What models are made of, sorted.
    pub fn values(&self) -> BTreeSet<&'static str> {
        let mut names = BTreeSet::from(["DecodeError", "OptionalNullable"]);
        for capability in &self.capabilities {
            names.extend(match capability {
                Capability::ConstBools => &["ConstBool"][..],
                Capability::ConstInts => &["ConstInt"],
                Capability::Files => &["File", "Files", "MultipartForm"],
                Capability::IntegerEnums => &["UnknownInteger"],
                Capability::StringEnums => &["UnknownValue"],
                Capability::Unions => &["UnknownVariant"],
                // What these ask for has no name that callers write.
                Capability::ByteAnswers
                | Capability::ChosenTypes
                | Capability::Constants
                | Capability::Cookies
                | Capability::DeepObjects
                | Capability::EmptyPathParameters
                | Capability::EncodedForms
                | Capability::ExactNumbers
                | Capability::Forms
                | Capability::HeaderParameters
                | Capability::JsonParameters
                | Capability::JsonQueries
                | Capability::LargeIntegers
                | Capability::NamedBodies
                | Capability::OAuthTokens
                | Capability::OperationServers
                | Capability::OtherAnswers
                | Capability::Pages
                | Capability::PathStyles
                | Capability::QueryForms
                | Capability::ResourceFeatures
                | Capability::ServerVariables
                | Capability::Setters
                | Capability::SmallFloats
                | Capability::StatusAnswers
                | Capability::Streams
                | Capability::TextAnswers
                | Capability::Tuples => &[],
            });
        }
        names
    }
}
