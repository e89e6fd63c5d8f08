//! How JSON is read and written.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod absent;
mod bounds;
mod by_serde;
mod constants;
mod decode_errors;
mod empties;
mod formats;
mod integer_enums;
mod numbers;
mod objects;
mod redaction;
mod round_trips;
mod serde_shims;
mod string_enums;
mod tape;
mod tuples;
mod unions;
mod writing;

use serde_json::{Value, json};
use tintype_runtime_tests::models::SignInToken;
use tintype_runtime_tests::runtime::DecodeError;
use tintype_runtime_tests::through::Through;

/// The JSON of a token, with some fields changed; null takes a field out.
fn token_json(changes: &[(&str, Value)]) -> Value {
    let mut token = json!({
        "object": "sign_in_token", "id": "sit_1", "status": "pending", "user_id": "user_1", "created_at": 1,
    });
    for (name, value) in changes {
        token[name] = value.clone();
    }
    token
}

/// The JSON of a token without one field.
fn token_without(name: &str) -> Value {
    let mut token = token_json(&[]);
    token.as_object_mut().unwrap().remove(name);
    token
}

fn read_token(changes: &[(&str, Value)]) -> SignInToken {
    SignInToken::of_json(token_json(changes)).unwrap()
}

/// The error that reading a value as `T` gives.
fn error<T: Through + std::fmt::Debug>(value: Value) -> DecodeError {
    T::of_json(value).unwrap_err()
}
