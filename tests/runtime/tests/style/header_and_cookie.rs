//! Values of headers and cookies.

use serde_json::{Value, json};
use tintype_runtime_tests::runtime::{Encode, Sent, style};

use crate::{channels, colors, pairs_in_order};

fn header(explode: bool, value: &(impl Encode + ?Sized)) -> Option<String> {
    style::header("x-color", explode, &Sent::of(value)).unwrap()
}

fn cookie(explode: bool, value: &(impl Encode + ?Sized)) -> String {
    let mut pairs = Vec::new();
    style::cookie("color", explode, &Sent::of(value), &mut pairs);
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    pairs.join("; ")
}

#[test]
fn a_header_is_written_as_it_is() {
    assert_eq!(header(false, &json!("a/b ä%")), Some("a/b ä%".to_owned()));
    assert_eq!(header(false, &json!("")), Some(String::new()));
}

#[test]
fn a_header_joins_an_array_by_commas() {
    assert_eq!(
        header(false, &colors()),
        Some("blue,black,brown".to_owned())
    );
    assert_eq!(header(true, &colors()), header(false, &colors()));
}

#[test]
fn a_header_joins_an_object_by_commas() {
    assert_eq!(
        header(false, &channels()),
        Some(pairs_in_order(|name, n| format!("{name},{n}"), ","))
    );
    assert_eq!(
        header(true, &channels()),
        Some(pairs_in_order(|name, n| format!("{name}={n}"), ","))
    );
}

#[test]
fn a_header_without_a_value_is_not_sent() {
    assert_eq!(header(false, &Value::Null), None);
    assert_eq!(header(false, &json!([])), None);
}

#[test]
fn the_end_of_a_line_in_a_header_is_refused() {
    let value = Sent::of("a\r\nx-admin: 1");
    let error = style::header("x-color", false, &value).unwrap_err();
    let text = "the parameter `x-color` has a control character, which a header cannot hold";
    assert_eq!(error.to_string(), text);
}

#[test]
fn a_tab_in_a_header_is_kept() {
    assert_eq!(header(false, &json!("a\tb")), Some("a\tb".to_owned()));
}

#[test]
fn a_cookie_is_encoded() {
    assert_eq!(cookie(true, &json!("a; b=c")), "color=a%3B%20b%3Dc");
}

#[test]
fn a_cookie_repeats_the_name_when_an_array_explodes() {
    assert_eq!(cookie(true, &json!([1, 2])), "color=1; color=2");
    assert_eq!(cookie(false, &json!([1, 2])), "color=1,2");
}

#[test]
fn a_cookie_without_a_value_is_not_sent() {
    assert_eq!(cookie(true, &Value::Null), "");
}
