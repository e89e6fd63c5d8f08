//! Fields that are required, optional, nullable, or not documented.

use serde_json::{Value, json};
use tintype_runtime_tests::models::{ClerkError, SignInToken};
use tintype_runtime_tests::runtime::{Object, from_slice};
use tintype_runtime_tests::through::{Through, on_tape};

use crate::{error, read_token, token_json, token_without};

#[test]
fn a_token_is_read_and_written_as_it_was() {
    let json = token_json(&[
        ("token", json!("t")),
        ("url", Value::Null),
        ("user_id", Value::Null),
    ]);
    assert_eq!(SignInToken::of_json(json.clone()).unwrap().to_json(), json);
}

#[test]
fn an_optional_field_may_be_missing_or_null() {
    assert_eq!(read_token(&[]).token, None);
    assert_eq!(read_token(&[("token", Value::Null)]).token, None);
}

#[test]
fn an_optional_field_without_a_value_is_left_out() {
    assert_eq!(
        read_token(&[("token", Value::Null)]).to_json().get("token"),
        None
    );
}

#[test]
fn null_is_kept_in_an_optional_field_of_any_json() {
    on_tape(&json!({ "any": null }), |json| {
        let mut object = Object::of(json).unwrap();
        assert_eq!(object.optional("any").unwrap(), Some(Value::Null));
        assert_eq!(object.optional::<Value>("any").unwrap(), None);
    })
    .unwrap();
}

#[test]
fn a_required_nullable_field_may_be_null_and_is_written_so() {
    let token = read_token(&[("user_id", Value::Null)]);
    assert_eq!(token.user_id, None);
    assert_eq!(token.to_json().get("user_id"), Some(&Value::Null));
}

#[test]
fn a_required_nullable_field_may_not_be_missing() {
    assert_eq!(
        error::<SignInToken>(token_without("user_id")).pointer(),
        "/user_id"
    );
}

#[test]
fn a_required_field_may_not_be_null() {
    assert_eq!(
        error::<SignInToken>(token_json(&[("id", Value::Null)])).pointer(),
        "/id"
    );
}

#[test]
fn an_unknown_field_is_ignored() {
    assert_eq!(read_token(&[("new", json!(1))]), read_token(&[]));
}

#[test]
fn additional_properties_are_kept_beside_the_named_ones() {
    let json = json!({ "code": "a", "limit": 1, "hint": { "x": [null] } });
    let error = ClerkError::of_json(json.clone()).unwrap();
    assert_eq!(error.code, "a");
    let names: Vec<&String> = error.additional_properties.keys().collect();
    assert_eq!(names, ["hint", "limit"]);
    assert_eq!(error.to_json(), json);
}

#[test]
fn a_named_field_wins_over_an_additional_one() {
    let mut error = ClerkError::default();
    error
        .additional_properties
        .insert("code".to_owned(), json!("other"));
    assert_eq!(error.to_json(), json!({ "code": "" }));
}

#[test]
fn a_map_keeps_its_keys_and_says_which_one_is_wrong() {
    type Map = std::collections::BTreeMap<String, i64>;
    let json = json!({ "a": 1, "b": 2 });
    assert_eq!(Map::of_json(json.clone()).unwrap().to_json(), json);
    assert_eq!(error::<Map>(json!({ "a/b": "x" })).pointer(), "/a~1b");
    assert_eq!(error::<Map>(json!([])).expected(), "an object");
}

#[test]
fn an_array_says_which_element_is_wrong() {
    assert_eq!(
        error::<Vec<bool>>(json!([true, 1])).to_string(),
        "at /1: expected a boolean, found the number 1"
    );
    assert_eq!(error::<Vec<bool>>(json!({})).expected(), "an array");
}

#[test]
fn unit_is_null_and_nothing_else() {
    assert_eq!(<()>::of_json(().to_json()), Ok(()));
    assert_eq!(error::<()>(json!(1)).expected(), "null");
}

#[test]
fn bytes_are_read_and_written() {
    let token = read_token(&[]);
    assert_eq!(
        from_slice::<SignInToken>(&serde_json::to_vec(&token).unwrap()),
        Ok(token)
    );
}
