//! Types of one value.

use serde_json::{Value, json};
use tintype_runtime_tests::models::{SignInToken, SignInTokenObject};
use tintype_runtime_tests::runtime::{Decode, Encode};

use crate::error;

#[test]
fn the_value_is_written_for_the_caller() {
    assert_eq!(
        SignInToken::new("sit_1", "pending", 1).encode()["object"],
        "sign_in_token"
    );
}

#[test]
fn the_value_is_read() {
    let constant = SignInTokenObject::decode(json!("sign_in_token"));
    assert_eq!(constant, Ok(SignInTokenObject::SignInToken));
}

#[test]
fn another_value_is_an_error_that_shows_both() {
    let error = error::<SignInTokenObject>(json!("session"));
    assert_eq!(
        error.to_string(),
        r#"expected "sign_in_token", found the string "session""#
    );
}

#[test]
fn a_value_of_another_type_is_an_error() {
    assert_eq!(error::<SignInTokenObject>(Value::Null).found(), "null");
}

#[test]
fn the_text_is_shown_with_the_width_that_is_asked_for() {
    assert_eq!(
        format!("{:>15}", SignInTokenObject::default()),
        "  sign_in_token"
    );
}
