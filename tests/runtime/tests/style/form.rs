//! Bodies of forms.

use serde_json::{Value, json};
use tintype_runtime_tests::runtime::{FormField, QueryStyle, Sent};

use crate::form;

fn deep_object(name: &'static str) -> FormField {
    FormField::new(name).style(QueryStyle::DeepObject, true)
}

/// The pairs, sorted: the order of the keys of a `Value` depends on a feature of `serde_json`.
fn written(body: &Value, fields: &[FormField]) -> Vec<String> {
    let written = form(body, fields);
    let mut pairs: Vec<String> = written.split('&').map(str::to_owned).collect();
    pairs.sort();
    pairs
}

#[test]
fn fields_go_out_in_their_order_and_so_do_the_members_of_an_object_in_one() {
    let of = |members: [(&str, Sent); 2]| {
        Sent::Members(members.map(|(name, value)| (name.to_owned(), value)).into())
    };
    let card = of([("number", Sent::of("4")), ("cvc", Sent::of("1"))]);
    let body = of([("source", card), ("amount", Sent::of(&2))]);
    let json = "source=%7B%22number%22%3A%224%22%2C%22cvc%22%3A%221%22%7D&amount=2";
    assert_eq!(form(&body, &[]), json);
    let deep = "source%5Bnumber%5D=4&source%5Bcvc%5D=1&amount=2";
    assert_eq!(form(&body, &[deep_object("source")]), deep);
}

#[test]
fn fields_are_pairs_and_an_element_of_a_list_is_a_pair_each() {
    let body = json!({ "name": "a b&c", "age": 3, "tags": ["x", "y"], "none": null });
    assert_eq!(
        written(&body, &[]),
        ["age=3", "name=a%20b%26c", "tags=x", "tags=y"]
    );
}

#[test]
fn an_object_is_json_where_nothing_is_said() {
    let body = json!({ "card": { "n": 1 }, "items": [{ "n": 2 }] });
    assert_eq!(
        written(&body, &[]),
        ["card=%7B%22n%22%3A1%7D", "items=%7B%22n%22%3A2%7D"]
    );
}

#[test]
fn a_deep_object_names_keys_and_positions_in_brackets() {
    let body = json!({ "items": [{ "price": "p", "meta": { "k": "v" } }], "expand": ["a", "b"] });
    let expected = [
        "expand%5B0%5D=a",
        "expand%5B1%5D=b",
        "items%5B0%5D%5Bmeta%5D%5Bk%5D=v",
        "items%5B0%5D%5Bprice%5D=p",
    ];
    assert_eq!(
        written(&body, &[deep_object("items"), deep_object("expand")]),
        expected
    );
}

#[test]
fn a_list_with_commas_is_one_pair() {
    let field = FormField::new("tags").style(QueryStyle::Form, false);
    assert_eq!(
        written(&json!({ "tags": ["x", "y"] }), &[field]),
        ["tags=x,y"]
    );
}

#[test]
fn a_field_whose_media_type_is_json_is_a_json_document() {
    let field = FormField::new("note").content_type("application/json");
    let body = json!({ "note": "a" });
    assert_eq!(written(&body, &[field]), ["note=%22a%22"]);
    let none = json!({ "note": null });
    assert_eq!(written(&none, &[field]), [""]);
}
