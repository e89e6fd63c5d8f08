//! Answers that are streams: the parsers, and streams over a real socket.

#![cfg(all(
    feature = "https",
    feature = "mock",
    feature = "blocking",
    feature = "futures"
))]
#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

mod events;
mod flags;
mod lines;
mod pages;
mod reconnecting;
#[allow(dead_code, reason = "other tests need more of it")]
#[path = "../client/server.rs"]
mod server;
mod wire;

const SECRET: &str = "sk_test_streams";
