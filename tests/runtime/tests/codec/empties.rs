//! Lists and maps that a server sends as null, or not at all, where they have to be.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tintype_runtime_tests::models::ClerkErrors;
use tintype_runtime_tests::runtime::{DecodeError, Object, from_slice};
use tintype_runtime_tests::through::{Through, on_tape};
use tintype_runtime_tests::unions::Listed;

use crate::error;

type Lists = BTreeMap<String, Vec<i64>>;

fn object<T>(json: Value, read: impl FnOnce(&mut Object) -> T) -> T {
    on_tape(&json, |json| read(&mut Object::of(json).unwrap())).unwrap()
}

/// What is wrong with an object of which a field does not fit.
fn error_of(json: Value, is_wrong: impl FnOnce(&mut Object) -> bool) -> DecodeError {
    let error = on_tape(&json, |json| {
        let mut object = Object::of(json).unwrap();
        assert!(is_wrong(&mut object));
        object.failed()
    });
    error.unwrap()
}

#[test]
fn a_required_list_or_map_that_is_null_or_missing_is_empty() {
    object(json!({ "list": null, "map": null }), |read| {
        assert_eq!(read.required::<Vec<i64>>("list").unwrap(), [0_i64; 0]);
        assert_eq!(read.required::<Lists>("map").unwrap(), Lists::new());
    });
    object(json!({}), |none| {
        assert_eq!(none.required::<Vec<i64>>("list").unwrap(), [0_i64; 0]);
        assert_eq!(none.required::<Box<Lists>>("map").unwrap(), Box::default());
    });
}

#[test]
fn so_is_one_within_another_and_the_whole_document() {
    let read: Vec<Vec<i64>> = from_slice(b"[null, [1]]").unwrap();
    assert_eq!(read, [vec![], vec![1]]);
    assert_eq!(read.to_json(), json!([[], [1]]));
    let read: Lists = from_slice(br#"{"a": null}"#).unwrap();
    assert_eq!(read, Lists::from([("a".to_owned(), Vec::new())]));
    assert_eq!(from_slice::<Vec<i64>>(b"null").unwrap(), [0_i64; 0]);
}

#[test]
fn where_null_is_allowed_it_stays_null() {
    object(json!({ "list": null }), |read| {
        assert_eq!(read.required::<Option<Vec<i64>>>("list").unwrap(), None);
        assert_eq!(read.required::<Option<Vec<i64>>>("gone").unwrap(), None);
    });
    assert_eq!(from_slice::<Option<Vec<i64>>>(b"null").unwrap(), None);
    assert_eq!(
        object(json!({ "any": null }), |read| read.required::<Value>("any")).unwrap(),
        Value::Null
    );
}

#[test]
fn a_model_says_so_too_and_writes_the_empty_list() {
    let errors = ClerkErrors::of_json(json!({ "errors": null })).unwrap();
    assert!(errors.errors.is_empty());
    assert_eq!(errors.to_json()["errors"], json!([]));
}

#[test]
fn what_is_no_list_and_no_map_has_to_be_there() {
    for json in [json!({ "id": null }), json!({})] {
        let error = error_of(json, |read| read.required::<String>("id").is_none());
        assert_eq!(error.pointer(), "/id");
    }
    assert_eq!(error::<String>(Value::Null).pointer(), "");
}

#[test]
fn a_candidate_of_a_union_is_told_by_the_list_that_it_has() {
    let read = Listed::of_json(json!({ "odd": 1 })).unwrap();
    let Listed::Unknown(unknown) = &read else {
        panic!("{read:?}");
    };
    assert_eq!(unknown.json(), &json!({ "odd": 1 }));
    let read = Listed::of_json(json!({ "errors": null })).unwrap();
    assert!(matches!(read, Listed::Errors(_)), "{read:?}");
}
