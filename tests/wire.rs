//! The generated SDK over a real socket: what it sends, byte for byte, and what it makes of every answer and failure.
//!
//! No test depends on the time or on another test. Where a server never answers, a short timeout of the call ends it;
//! everywhere else a call waits as long as it takes.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

mod loopback;

#[path = "wire/answers.rs"]
mod answers;
#[path = "wire/connections.rs"]
mod connections;
#[path = "wire/errors.rs"]
mod errors;
#[path = "wire/requests.rs"]
mod requests;
#[path = "wire/retries.rs"]
mod retries;
#[path = "wire/secrets.rs"]
mod secrets;

use std::time::Duration;

use clerk_backend_api::models::{CreateSignInTokenRequestBody, SignInToken};
use clerk_backend_api::{Clerk, ClerkBuilder, RetryConfig, SdkError as Error};
use loopback::{Received, Reply, Server};

const SECRET: &str = "sk_test_wire";

/// A token as the API gives it.
const TOKEN: &str = r#"{"object":"sign_in_token","id":"token_12345","status":"pending","user_id":"user_12345","created_at":1609459200,"updated_at":1612137600,"token":"secret_token","url":"https://example.com/signin/token"}"#;

/// An error as the API gives it.
const ERRORS: &str = r#"{"errors":[{"message":"not found","long_message":"There is no user with the ID user_12345.","code":"resource_not_found","meta":{"param_name":"user_id","limits":[1,2.5]}}],"meta":{"region":"eu"},"clerk_trace_id":"trace_1"}"#;

/// Retries without waiting.
const PROMPT: RetryConfig = RetryConfig::DEFAULT.initial_backoff(Duration::ZERO);

/// Would wait for years, so a call is repeated in time only if it obeys the server.
const PATIENT: RetryConfig = RetryConfig::DEFAULT
    .initial_backoff(Duration::from_secs(1_000_000_000))
    .max_backoff(Duration::from_secs(1_000_000_000));

fn builder(server: &Server) -> ClerkBuilder {
    Clerk::builder(SECRET)
        .server_url(server.url())
        .retries(PROMPT)
}

fn clerk(server: &Server) -> Clerk {
    builder(server).build().unwrap()
}

fn body() -> CreateSignInTokenRequestBody {
    CreateSignInTokenRequestBody::new()
        .user_id("user_12345")
        .expires_in_seconds(2_592_000)
}

/// Creates a token; the server gives one reply.
async fn create(reply: Reply) -> Result<SignInToken, Error> {
    let server = Server::with([reply]);
    let result = clerk(&server)
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .await;
    server.request();
    result
}

/// Creates a token; the server gives several replies.
async fn create_with(
    replies: impl IntoIterator<Item = Reply>,
) -> (Result<SignInToken, Error>, Vec<Received>) {
    let server = Server::with(replies);
    let result = clerk(&server)
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .await;
    (result, server.requests())
}

/// Revokes a token; the server gives one reply.
async fn revoke(reply: Reply) -> Result<SignInToken, Error> {
    let server = Server::with([reply]);
    let result = clerk(&server)
        .sign_in_tokens()
        .revoke_sign_in_token("tok_test_1234567890")
        .await;
    server.request();
    result
}

/// All that a log can hold of an error: `Debug`, `Display`, and the same of each cause.
fn shown(error: &Error) -> String {
    let mut text = vec![format!("{error:?} {error:#?} {error}")];
    let mut cause = std::error::Error::source(error);
    while let Some(source) = cause {
        text.push(format!("{source:?} {source}"));
        cause = source.source();
    }
    text.join("\n")
}
