//! Fields that are optional and nullable.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tintype_runtime_tests::runtime::OptionalNullable;
use tintype_runtime_tests::through::Through;

use crate::read_token;

#[test]
fn a_field_that_is_left_out_is_absent_and_stays_out() {
    let token = read_token(&[]);
    assert_eq!(token.url, OptionalNullable::Absent);
    assert_eq!(token.to_json().get("url"), None);
}

#[test]
fn a_field_that_is_null_stays_null() {
    let token = read_token(&[("url", Value::Null)]);
    assert_eq!(token.url, OptionalNullable::Null);
    assert_eq!(token.to_json().get("url"), Some(&Value::Null));
}

#[test]
fn a_field_with_a_value_keeps_it() {
    let token = read_token(&[("url", json!("https://x"))]);
    assert_eq!(token.url, OptionalNullable::Value("https://x".to_owned()));
    assert_eq!(token.to_json()["url"], "https://x");
}

#[test]
fn none_converts_to_null_and_a_value_to_itself() {
    let convert = |value: Option<i64>| OptionalNullable::<i64>::from(value);
    assert_eq!(convert(None), OptionalNullable::Null);
    assert_eq!(convert(Some(1)), OptionalNullable::Value(1));
    assert_eq!(OptionalNullable::<i64>::from(1), OptionalNullable::Value(1));
}

#[test]
fn a_setter_takes_text_a_string_an_option_and_none() {
    fn set(url: impl Into<OptionalNullable<String>>) -> OptionalNullable<String> {
        url.into()
    }
    assert_eq!(set("a"), set("a".to_owned()));
    assert_eq!(set("a"), set(Some("a".to_owned())));
    assert_eq!(set(None), OptionalNullable::Null);
    assert_eq!(set(OptionalNullable::Absent), OptionalNullable::Absent);
}

#[test]
fn the_default_is_absent() {
    assert!(OptionalNullable::<i64>::default().is_absent());
}

#[test]
fn null_is_not_absent_and_absent_is_not_null() {
    assert!(OptionalNullable::<i64>::Null.is_null());
    assert!(!OptionalNullable::<i64>::Null.is_absent());
    assert!(!OptionalNullable::<i64>::Absent.is_null());
}

#[test]
fn the_value_can_be_borrowed_taken_and_changed() {
    let url = OptionalNullable::Value("a".to_owned());
    assert_eq!(url.value().map(String::as_str), Some("a"));
    assert_eq!(url.as_ref().map(String::len), OptionalNullable::Value(1));
    assert_eq!(url.into_value(), Some("a".to_owned()));
}

#[test]
fn a_change_leaves_absent_and_null_as_they_are() {
    assert!(OptionalNullable::<i64>::Absent.map(|n| n + 1).is_absent());
    assert!(OptionalNullable::<i64>::Null.map(|n| n + 1).is_null());
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Derived {
    #[serde(default, skip_serializing_if = "OptionalNullable::is_absent")]
    nickname: OptionalNullable<String>,
}

#[test]
fn a_derive_of_the_user_tells_the_three_states_apart() {
    for text in ["{}", r#"{"nickname":null}"#, r#"{"nickname":"x"}"#] {
        let derived: Derived = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&derived).unwrap(), text);
    }
}
