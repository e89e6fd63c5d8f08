//! The text that values are written as.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::json;
use tintype_runtime_tests::models::{ClerkError, SignInToken};
use tintype_runtime_tests::runtime::json_text;
use tintype_runtime_tests::unions::{Circle, Drawn, Shape, Tagged};

proptest! {
    #[test]
    fn texts_and_numbers_are_written_as_serde_json_writes_them(
        text in prop_oneof![".*", "[ -~\u{0}-\u{1f}\u{80}-\u{ff}]{0,40}", "[a-z]{0,40}[\"\\\\\n\u{7f}]?[a-zé]{0,9}"],
        whole: i64,
        large: u64,
        float in proptest::num::f64::NORMAL,
    ) {
        prop_assert_eq!(json_text(&text), serde_json::to_string(&text).unwrap());
        prop_assert_eq!(json_text(&whole), whole.to_string());
        prop_assert_eq!(json_text(&large), large.to_string());
        if float.fract() != 0.0 {
            prop_assert_eq!(json_text(&float), serde_json::to_string(&float).unwrap());
        }
        let map = BTreeMap::from([(text, vec![whole])]);
        prop_assert_eq!(json_text(&map), serde_json::to_string(&map).unwrap());
    }
}

#[test]
fn members_are_in_the_order_of_the_type_and_the_unnamed_after_them() {
    let mut token = SignInToken::new("sit_1", "pending", 1);
    token.user_id = Some("user_1".to_owned());
    assert_eq!(
        json_text(&token),
        r#"{"object":"sign_in_token","id":"sit_1","status":"pending","user_id":"user_1","created_at":1}"#
    );
    let mut error = ClerkError::default();
    error.code = "a".to_owned();
    let rest = [("z", json!([])), ("code", json!(1)), ("b", json!({}))];
    error.additional_properties = rest.map(|(name, value)| (name.to_owned(), value)).into();
    assert_eq!(json_text(&error), r#"{"code":"a","b":{},"z":[]}"#);
    assert_eq!(
        json_text(&vec![error; 2]),
        r#"[{"code":"a","b":{},"z":[]},{"code":"a","b":{},"z":[]}]"#
    );
}

#[test]
fn a_tag_stands_where_the_type_has_it_or_at_the_end() {
    assert_eq!(
        json_text(&Shape::Circle(Circle(1.5))),
        r#"{"radius":1.5,"kind":"circle"}"#
    );
    let tagged = |kind: &str| {
        Drawn::Circle(Tagged {
            kind: kind.to_owned(),
            side: Some(1.0),
        })
    };
    assert_eq!(json_text(&tagged("disc")), r#"{"kind":"disc","side":1}"#);
    assert_eq!(json_text(&tagged("else")), r#"{"kind":"circle","side":1}"#);
}
