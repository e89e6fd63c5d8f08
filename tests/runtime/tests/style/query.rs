//! Values of the query.

use proptest::prelude::*;
use serde_json::{Value, json};
use tintype_runtime_tests::runtime::QueryStyle::{DeepObject, Form, PipeDelimited, SpaceDelimited};
use tintype_runtime_tests::runtime::{Encode, FormField, QueryStyle, Sent, style};

use crate::{channels, colors, form, pairs_in_order};

fn query(style: QueryStyle, explode: bool, value: &(impl Encode + ?Sized)) -> String {
    joined(style, explode, false, value)
}

fn reserved(explode: bool, value: &(impl Encode + ?Sized)) -> String {
    joined(Form, explode, true, value)
}

fn joined(
    style: QueryStyle,
    explode: bool,
    allow_reserved: bool,
    value: &(impl Encode + ?Sized),
) -> String {
    let mut pairs = Vec::new();
    let value = Sent::of(value);
    style::query("color", style, explode, allow_reserved, &value, &mut pairs);
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    pairs.join("&")
}

#[test]
fn form_names_the_value() {
    assert_eq!(query(Form, true, &json!("blue")), "color=blue");
    assert_eq!(query(Form, false, &json!(1.5)), "color=1.5");
}

#[test]
fn an_empty_value_is_sent_and_null_is_not() {
    assert_eq!(query(Form, true, &json!("")), "color=");
    assert_eq!(query(Form, true, &Value::Null), "");
}

#[test]
fn form_repeats_the_name_when_an_array_explodes() {
    assert_eq!(
        query(Form, true, &colors()),
        "color=blue&color=black&color=brown"
    );
    assert_eq!(query(Form, false, &colors()), "color=blue,black,brown");
}

#[test]
fn form_names_each_property_when_an_object_explodes() {
    assert_eq!(
        query(Form, true, &channels()),
        pairs_in_order(|name, n| format!("{name}={n}"), "&")
    );
    let joined = pairs_in_order(|name, n| format!("{name},{n}"), ",");
    assert_eq!(query(Form, false, &channels()), format!("color={joined}"));
}

#[test]
fn an_empty_collection_is_not_sent() {
    for value in [json!([]), json!({}), json!([null]), json!({ "a": null })] {
        for style in [Form, SpaceDelimited, PipeDelimited, DeepObject] {
            assert_eq!(query(style, true, &value), "");
            assert_eq!(query(style, false, &value), "");
        }
    }
}

#[test]
fn spaces_and_pipes_delimit_as_escapes() {
    assert_eq!(
        query(SpaceDelimited, false, &colors()),
        "color=blue%20black%20brown"
    );
    assert_eq!(
        query(PipeDelimited, false, &colors()),
        "color=blue%7Cblack%7Cbrown"
    );
    let joined = pairs_in_order(|name, n| format!("{name}%7C{n}"), "%7C");
    assert_eq!(
        query(PipeDelimited, false, &channels()),
        format!("color={joined}")
    );
}

#[test]
fn a_delimited_array_that_explodes_is_as_in_a_form() {
    assert_eq!(
        query(SpaceDelimited, true, &colors()),
        query(Form, true, &colors())
    );
    assert_eq!(
        query(PipeDelimited, true, &colors()),
        query(Form, true, &colors())
    );
}

#[test]
fn deep_object_puts_the_property_in_brackets() {
    let pairs = pairs_in_order(|name, n| format!("color%5B{name}%5D={n}"), "&");
    assert_eq!(query(DeepObject, true, &channels()), pairs);
    assert_eq!(query(DeepObject, false, &channels()), pairs);
}

#[test]
fn deep_object_goes_deeper_and_gives_an_element_its_position() {
    let value = json!({ "a": { "b": ["x", { "c": 1 }], "none": [], "null": null } });
    assert_eq!(
        query(DeepObject, true, &value),
        "color%5Ba%5D%5Bb%5D%5B0%5D=x&color%5Ba%5D%5Bb%5D%5B1%5D%5Bc%5D=1"
    );
}

#[test]
fn a_deep_object_is_the_same_in_a_query_and_in_a_form() {
    let value = json!({ "a": ["x", { "b c": [true] }], "d": { "e": "&" } });
    let field = FormField::new("color").style(DeepObject, true);
    let body = json!({ "color": value });
    assert_eq!(query(DeepObject, true, &value), form(&body, &[field]));
}

#[test]
fn a_comma_in_a_deep_object_delimits_nothing_and_may_stay() {
    let value = json!({ "a": "x,y" });
    assert_eq!(joined(DeepObject, false, true, &value), "color%5Ba%5D=x,y");
    assert_eq!(joined(DeepObject, true, true, &value), "color%5Ba%5D=x,y");
}

#[test]
fn a_deep_object_that_is_no_object_has_its_name_and_elements_their_positions() {
    assert_eq!(query(DeepObject, false, &json!("blue")), "color=blue");
    assert_eq!(
        query(DeepObject, false, &json!(["a", "b"])),
        "color%5B0%5D=a&color%5B1%5D=b"
    );
}

#[test]
fn a_plus_is_an_escape_and_so_is_a_space() {
    assert_eq!(query(Form, true, &json!("a+b c")), "color=a%2Bb%20c");
}

#[test]
fn a_comma_in_an_element_is_not_taken_for_a_delimiter() {
    assert_eq!(query(Form, false, &json!(["a,b", "c"])), "color=a%2Cb,c");
    assert_eq!(reserved(false, &json!(["a,b", "c"])), "color=a%2Cb,c");
    assert_eq!(reserved(false, &json!("a,b")), "color=a,b");
}

#[test]
fn reserved_characters_stay_when_they_are_allowed() {
    assert_eq!(
        reserved(true, &json!("https://x/?a=b;c:d@e!$'()*,")),
        "color=https://x/?a=b;c:d@e!$'()*,"
    );
}

#[test]
fn what_would_change_the_query_is_an_escape_even_when_reserved_is_allowed() {
    assert_eq!(
        reserved(true, &json!("a&b#c+d[e]% ")),
        "color=a%26b%23c%2Bd%5Be%5D%25%20"
    );
}

#[test]
fn the_name_of_a_property_is_an_escape_even_when_reserved_is_allowed() {
    assert_eq!(reserved(true, &json!({ "a=b": "c/d" })), "a%3Db=c/d");
}

#[test]
fn the_name_of_the_parameter_is_encoded() {
    let mut pairs = Vec::new();
    style::query("filter[a&b]", Form, true, false, &Sent::of(&1), &mut pairs);
    assert_eq!(pairs, [("filter%5Ba%26b%5D".to_owned(), "1".to_owned())]);
}

#[test]
fn a_collection_inside_another_is_json() {
    assert_eq!(query(Form, true, &json!([[1, 2]])), "color=%5B1%2C2%5D");
}

#[test]
fn what_was_added_before_stays() {
    let mut pairs = vec![("a".to_owned(), "1".to_owned())];
    style::query("b", Form, true, false, &Sent::of(&2), &mut pairs);
    assert_eq!(pairs.len(), 2);
}

/// The pairs as a server reads them.
fn parse(query: &str) -> Vec<(String, String)> {
    let decode = |text: &str| {
        let text = text.replace('+', " ");
        percent_encoding::percent_decode_str(&text)
            .decode_utf8_lossy()
            .into_owned()
    };
    let pairs = query
        .split('#')
        .next()
        .into_iter()
        .flat_map(|query| query.split('&'));
    pairs
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (decode(name), decode(value)))
        .collect()
}

proptest! {
    #[test]
    fn a_server_reads_the_value_that_was_sent(value in ".*", allow_reserved: bool) {
        let query = joined(Form, true, allow_reserved, &json!(value));
        prop_assert_eq!(parse(&query), [("color".to_owned(), value)]);
    }

    #[test]
    fn a_server_reads_the_elements_that_were_sent(
        values in proptest::collection::vec(".*", 1..4),
        allow_reserved: bool,
    ) {
        let query = joined(Form, true, allow_reserved, &json!(values));
        let read: Vec<String> = parse(&query).into_iter().map(|(_, value)| value).collect();
        prop_assert_eq!(read, values);
    }

    #[test]
    fn a_joined_list_has_one_delimiter_less_than_elements(
        values in proptest::collection::vec("[a-z,]*", 1..4),
        allow_reserved: bool,
    ) {
        let query = joined(Form, false, allow_reserved, &json!(values));
        prop_assert_eq!(query.matches(',').count(), values.len() - 1);
    }
}
