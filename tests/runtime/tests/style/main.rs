//! Parameters as text: the table of `style` and `explode` of OpenAPI 3.0, row by row.
#![cfg(feature = "client")]
#![cfg_attr(
    feature = "client",
    expect(clippy::unwrap_used, reason = "a test stops where it fails")
)]

mod form;
mod header_and_cookie;
mod path;
mod query;

use serde_json::json;
use tintype_runtime_tests::runtime::{self, Encode, FormField, Sent};

/// The members of the object of the table in the specification, in its order.
const CHANNELS: [(&str, i64); 3] = [("R", 100), ("G", 200), ("B", 150)];

/// The array of the table in the specification.
fn colors() -> Sent {
    Sent::of(&json!(["blue", "black", "brown"]))
}

/// The object of the table in the specification.
fn channels() -> Sent {
    let members = CHANNELS.map(|(name, value)| (name.to_owned(), Sent::of(&value)));
    Sent::Members(members.into())
}

/// A body as a form.
fn form(body: &impl Encode, fields: &[FormField]) -> String {
    match Sent::of(body) {
        Sent::Members(members) => runtime::form(&members, fields),
        other => format!("{other} has no members"),
    }
}

/// The members of that object as they are written.
fn pairs_in_order(pair: impl Fn(&str, i64) -> String, separator: &str) -> String {
    CHANNELS
        .map(|(name, value)| pair(name, value))
        .join(separator)
}
