//! What a decode error says.

use proptest::prelude::*;
use serde_json::{Value, json};
use tintype_runtime_tests::models::{ClerkErrors, SignInToken};
use tintype_runtime_tests::runtime::{DecodeError, from_slice};
use tintype_runtime_tests::through::on_tape;

use crate::{error, token_json, token_without};

#[test]
fn it_names_the_place_what_was_expected_and_what_was_found() {
    let error = error::<SignInToken>(token_json(&[("status", json!(3))]));
    assert_eq!(
        error.to_string(),
        "at /status: expected a string, found the number 3"
    );
}

#[test]
fn a_missing_field_is_named() {
    let error = error::<SignInToken>(token_without("id"));
    assert_eq!(
        error.to_string(),
        "at /id: expected a required value, found a missing field"
    );
}

#[test]
fn the_pointer_leads_through_arrays_maps_and_boxes() {
    let deep = json!({ "errors": [
        { "code": "a" },
        { "code": "b", "cause": { "code": "c", "cause": { "code": true } } },
    ] });
    assert_eq!(
        error::<ClerkErrors>(deep).pointer(),
        "/errors/1/cause/cause/code"
    );
    let meta = json!({ "errors": [], "meta": { "x": { "code": 1 } } });
    assert_eq!(error::<ClerkErrors>(meta).pointer(), "/meta/x/code");
}

#[test]
fn the_pointer_of_the_whole_document_is_empty_and_not_shown() {
    let error = error::<SignInToken>(json!([]));
    assert_eq!(error.pointer(), "");
    assert_eq!(error.to_string(), "expected an object, found an array");
}

#[test]
fn a_slash_and_a_tilde_are_escaped_in_the_pointer() {
    let error = DecodeError::new("a", "b").at("~/");
    assert_eq!(error.pointer(), "/~0~1");
}

fn mismatch(expected: &'static str, found: &Value) -> DecodeError {
    on_tape(found, |found| DecodeError::mismatch(expected, found)).unwrap()
}

#[test]
fn every_kind_of_value_is_described() {
    let found = |value: Value| mismatch("x", &value).found().to_owned();
    assert_eq!(found(Value::Null), "null");
    assert_eq!(found(json!(true)), "true");
    assert_eq!(found(json!(1.5)), "the number 1.5");
    assert_eq!(found(json!("a\n")), r#"the string "a\n""#);
    assert_eq!(found(json!([1, 2])), "an array");
    assert_eq!(found(json!({ "secret": 1 })), "an object");
}

#[test]
fn a_long_string_is_cut() {
    let error = error::<i64>(json!("ä".repeat(33)));
    assert_eq!(error.found(), format!("the string \"{}\"…", "ä".repeat(32)));
}

#[test]
fn a_union_says_why_each_candidate_does_not_fit() {
    let user = DecodeError::missing("email");
    let team = mismatch("a string", &json!(1)).at("name");
    let error = DecodeError::candidates(vec![("User", user), ("Team", team)]).at("owner");
    assert_eq!(
        error.to_string(),
        "at /owner: expected one of User, Team, found a value that fits none of them \
         (User: at /email: expected a required value, found a missing field; \
         Team: at /name: expected a string, found the number 1)",
    );
    assert_eq!(error.reasons()[1].0, "Team");
}

#[test]
fn text_that_is_not_json_is_an_error_with_line_and_column() {
    let error = from_slice::<Value>(b"<html>").unwrap_err();
    let text =
        "expected a JSON document, found text that is not JSON: expected value at line 1 column 1";
    assert_eq!(error.to_string(), text);
}

#[test]
fn an_empty_body_is_called_so() {
    assert_eq!(
        from_slice::<Value>(b"").unwrap_err().found(),
        "an empty body"
    );
}

#[test]
fn it_is_as_small_as_a_pointer() {
    assert_eq!(size_of::<DecodeError>(), size_of::<usize>());
}

#[test]
fn it_can_be_sent_between_threads() {
    fn check<T: std::error::Error + Send + Sync + 'static>() {}
    check::<DecodeError>();
}

proptest! {
    #[test]
    fn the_pointer_finds_the_value(first in ".*", second in ".*") {
        let document = json!({ &first: { &second: "here" } });
        let error = DecodeError::new("a", "b").at(&second).at(&first);
        prop_assert_eq!(document.pointer(&error.pointer()), Some(&json!("here")));
    }
}
