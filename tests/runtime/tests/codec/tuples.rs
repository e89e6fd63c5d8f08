//! Arrays of a fixed length.

use serde_json::{Value, json};

use crate::error;
use tintype_runtime_tests::through::Through;

#[test]
fn each_element_has_its_type_and_its_place() {
    let json = json!(["a", 1, null]);
    let read = <(String, i64, Option<bool>)>::of_json(json.clone()).unwrap();
    assert_eq!(read, ("a".to_owned(), 1, None));
    assert_eq!(read.to_json(), json);
}

#[test]
fn an_array_of_another_length_is_an_error() {
    let found = |value: Value| error::<(i64, i64)>(value).to_string();
    assert_eq!(
        found(json!([1])),
        "expected an array of 2, found an array of 1"
    );
    assert_eq!(
        found(json!([1, 2, 3])),
        "expected an array of 2, found an array of 3"
    );
    assert_eq!(found(json!({})), "expected an array of 2, found an object");
}

#[test]
fn an_error_says_which_element() {
    assert_eq!(error::<(i64, i64)>(json!([1, "2"])).pointer(), "/1");
}

#[test]
fn the_longest_tuple_keeps_its_order() {
    type Twelve = (u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8);
    let json = json!([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    assert_eq!(Twelve::of_json(json.clone()).unwrap().to_json(), json);
}
