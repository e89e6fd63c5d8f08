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

use serde_json::{Value, json};

/// The array of the table in the specification.
fn colors() -> Value {
    json!(["blue", "black", "brown"])
}

/// The object of the table in the specification.
fn channels() -> Value {
    json!({ "R": 100, "G": 200, "B": 150 })
}

/// An object keeps its order or is sorted, as `serde_json` was built; the tests hold for both.
fn pairs_in_order(pair: impl Fn(&str, i64) -> String, separator: &str) -> String {
    let channels = channels();
    let fields = channels.as_object().into_iter().flatten();
    let texts: Vec<String> = fields
        .map(|(name, value)| pair(name, value.as_i64().unwrap_or_default()))
        .collect();
    texts.join(separator)
}
