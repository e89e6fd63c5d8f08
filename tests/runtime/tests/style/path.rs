//! Values of the path.

use proptest::prelude::*;
use serde_json::{Value, json};
use tintype_runtime_tests::runtime::PathStyle::{Label, Matrix, Simple};
use tintype_runtime_tests::runtime::{Encode, ParameterError, PathStyle, Sent, style};

use crate::{channels, colors, pairs_in_order};

fn path(
    style: PathStyle,
    explode: bool,
    value: &(impl Encode + ?Sized),
) -> Result<String, ParameterError> {
    style::path("color", style, explode, &Sent::of(value))
}

fn text(style: PathStyle, explode: bool, value: &(impl Encode + ?Sized)) -> String {
    path(style, explode, value).unwrap()
}

#[test]
fn simple_writes_the_value() {
    assert_eq!(text(Simple, false, &json!("blue")), "blue");
    assert_eq!(text(Simple, false, &json!(5)), "5");
    assert_eq!(text(Simple, true, &json!(true)), "true");
}

#[test]
fn simple_joins_an_array_by_commas() {
    assert_eq!(text(Simple, false, &colors()), "blue,black,brown");
    assert_eq!(text(Simple, true, &colors()), "blue,black,brown");
}

#[test]
fn simple_joins_an_object_by_commas() {
    assert_eq!(
        text(Simple, false, &channels()),
        pairs_in_order(|name, n| format!("{name},{n}"), ",")
    );
    assert_eq!(
        text(Simple, true, &channels()),
        pairs_in_order(|name, n| format!("{name}={n}"), ",")
    );
}

#[test]
fn label_starts_with_a_point() {
    assert_eq!(text(Label, false, &json!("blue")), ".blue");
}

#[test]
fn label_joins_an_array_by_points_when_it_explodes() {
    assert_eq!(text(Label, false, &colors()), ".blue,black,brown");
    assert_eq!(text(Label, true, &colors()), ".blue.black.brown");
}

#[test]
fn label_joins_an_object_by_points_when_it_explodes() {
    let joined = pairs_in_order(|name, n| format!("{name},{n}"), ",");
    assert_eq!(text(Label, false, &channels()), format!(".{joined}"));
    let joined = pairs_in_order(|name, n| format!("{name}={n}"), ".");
    assert_eq!(text(Label, true, &channels()), format!(".{joined}"));
}

#[test]
fn matrix_names_the_parameter() {
    assert_eq!(text(Matrix, false, &json!("blue")), ";color=blue");
    assert_eq!(text(Matrix, false, &json!("")), ";color");
}

#[test]
fn matrix_names_each_element_when_it_explodes() {
    assert_eq!(text(Matrix, false, &colors()), ";color=blue,black,brown");
    assert_eq!(
        text(Matrix, true, &colors()),
        ";color=blue;color=black;color=brown"
    );
}

#[test]
fn matrix_names_each_property_when_it_explodes() {
    let joined = pairs_in_order(|name, n| format!("{name},{n}"), ",");
    assert_eq!(text(Matrix, false, &channels()), format!(";color={joined}"));
    let joined = pairs_in_order(|name, n| format!("{name}={n}"), ";");
    assert_eq!(text(Matrix, true, &channels()), format!(";{joined}"));
}

#[test]
fn a_value_cannot_leave_its_segment() {
    let value = json!("../users/victim/ban?x=#");
    assert_eq!(
        text(Simple, false, &value),
        "..%2Fusers%2Fvictim%2Fban%3Fx%3D%23"
    );
}

#[test]
fn a_delimiter_in_an_element_is_encoded() {
    assert_eq!(text(Simple, false, &json!(["a,b", "c"])), "a%2Cb,c");
    assert_eq!(text(Matrix, true, &json!({ "a=;": "b;" })), ";a%3D%3B=b%3B");
}

#[test]
fn a_value_of_several_bytes_is_encoded_as_utf_8() {
    assert_eq!(text(Simple, false, &json!("ä €")), "%C3%A4%20%E2%82%AC");
}

#[test]
fn an_unreserved_character_stays() {
    assert_eq!(text(Simple, false, &json!("aZ09-._~")), "aZ09-._~");
}

#[test]
fn an_escape_in_the_value_is_not_taken_for_one() {
    assert_eq!(text(Simple, false, &json!("%2e%2E")), "%252e%252E");
}

#[test]
fn nothing_is_refused_with_the_name_of_the_parameter() {
    for value in [json!(""), Value::Null, json!([]), json!({}), json!([null])] {
        let error = path(Simple, false, &value).unwrap_err();
        assert_eq!(error.name(), "color");
        let text = "the parameter `color` is empty, which would make the path another one";
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn a_relative_step_is_refused() {
    for value in [json!("."), json!(".."), json!([".."])] {
        let error = path(Simple, true, &value).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the parameter `color` would be a relative step of the path"
        );
    }
}

#[test]
fn a_label_that_becomes_a_relative_step_is_refused() {
    for value in [json!(""), json!("."), json!(["", ""])] {
        assert!(path(Label, true, &value).is_err(), "{value}");
    }
}

#[test]
fn three_points_are_no_relative_step() {
    assert_eq!(text(Simple, false, &json!("...")), "...");
}

proptest! {
    #[test]
    fn the_text_is_one_segment_that_decodes_to_the_value(value in ".+") {
        prop_assume!(value != "." && value != "..");
        let text = text(Simple, false, &json!(value));
        prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)), "{}", text);
        let decoded = percent_encoding::percent_decode_str(&text).decode_utf8().unwrap();
        prop_assert_eq!(decoded, value);
    }

    #[test]
    fn no_value_of_any_style_is_a_relative_step(
        points in proptest::collection::vec("[.]{0,2}", 0..3),
        style in prop_oneof![Just(Simple), Just(Label), Just(Matrix)],
        explode: bool,
    ) {
        let written = path(style, explode, &json!(points));
        prop_assert!(!written.is_ok_and(|text| matches!(text.as_str(), "" | "." | "..")));
    }
}
