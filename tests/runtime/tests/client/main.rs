//! The client part of the runtime, through a client as the emitter writes it.

#![cfg(all(
    feature = "https",
    feature = "blocking",
    feature = "mock",
    feature = "tracing"
))]
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod answers;
mod blocking;
mod bodies;
mod call_credentials;
mod callers;
mod compression;
mod credentials;
mod deviations;
mod downloads;
mod errors;
mod forms;
mod frameworks;
mod hooks;
mod keys;
mod methods;
mod multipart;
mod oauth;
mod odd_answers;
mod proxies;
mod read_only;
mod redaction;
mod redirects;
mod requests;
mod retries;
mod runtimes;
mod scripts;
mod server;
mod settings;
mod tls;
mod transports;
mod waits;
mod wire;

use tintype_runtime_tests::clerk::{ANSWERS, Clerk};
use tintype_runtime_tests::runtime::MockTransport;

/// A secret that may be seen nowhere but on the wire.
const SECRET: &str = "sk_live_0123456789";

/// A body that is a sign-in token.
const TOKEN: &str =
    r#"{"object":"sign_in_token","id":"sit_1","status":"pending","user_id":null,"created_at":1}"#;

/// A body that is the error model of the API.
const ERRORS: &str = r#"{"errors":[{"code":"resource_not_found","message":"No such user"}],"clerk_trace_id":"trace_7"}"#;

/// A client on a mock that answers with the examples of the document.
fn mocked() -> (Clerk, MockTransport) {
    let mock = MockTransport::new(ANSWERS);
    let clerk = Clerk::builder(SECRET)
        .transport(mock.clone())
        .build()
        .unwrap();
    (clerk, mock)
}
