//! Enums that stay open.

use proptest::prelude::*;
use serde_json::json;
use tintype_runtime_tests::models::SignInTokenStatus;
use tintype_runtime_tests::runtime::StringEnum;
use tintype_runtime_tests::through::Through;

use crate::{error, read_token};

#[test]
fn a_known_value_is_its_variant() {
    assert_eq!(
        read_token(&[("status", json!("accepted"))]).status,
        SignInTokenStatus::Accepted
    );
}

#[test]
fn an_unknown_value_is_kept_and_written_as_it_was() {
    let token = read_token(&[("status", json!("expired"))]);
    assert!(matches!(token.status, SignInTokenStatus::Unknown(_)));
    assert!(!token.status.is_known());
    assert_eq!(token.to_json()["status"], "expired");
}

#[test]
fn unknown_values_are_equal_when_their_texts_are() {
    assert_eq!(SignInTokenStatus::from("a"), SignInTokenStatus::from("a"));
    assert_ne!(SignInTokenStatus::from("a"), SignInTokenStatus::from("b"));
}

#[test]
fn case_makes_a_value_another_one() {
    assert!(!SignInTokenStatus::from("Pending").is_known());
}

#[test]
fn a_value_that_is_no_string_is_an_error() {
    assert_eq!(
        error::<SignInTokenStatus>(json!(["pending"])).to_string(),
        "expected a string, found an array"
    );
}

#[test]
fn every_known_value_is_found_by_its_text() {
    for status in SignInTokenStatus::KNOWN {
        assert!(status.is_known());
        assert_eq!(SignInTokenStatus::from(status.as_str()), *status);
    }
}

#[test]
fn debug_shows_an_unknown_value() {
    assert_eq!(
        format!("{:?}", SignInTokenStatus::from("new")),
        r#"Unknown("new")"#
    );
}

proptest! {
    #[test]
    fn every_way_from_and_to_text_agrees(text in "pending|revoked|.*") {
        let status: SignInTokenStatus = text.parse().unwrap();
        prop_assert_eq!(&SignInTokenStatus::from(text.clone()), &status);
        prop_assert_eq!(&SignInTokenStatus::from(text.as_str()), &status);
        prop_assert_eq!(status.as_str(), &text);
        prop_assert_eq!(status.as_ref(), &text);
        prop_assert_eq!(status.to_string(), text);
    }
}
