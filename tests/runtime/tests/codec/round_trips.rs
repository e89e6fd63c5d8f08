//! What is written is read back as it was.

use std::fmt::Debug;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::{Value, json};
use tintype_runtime_tests::models::{ClerkError, SignInToken, SignInTokenStatus};
use tintype_runtime_tests::runtime::{Decode, Encode, OptionalNullable, from_slice};
use tintype_runtime_tests::through::Through;

fn comes_back<T: Decode + Encode + Clone + PartialEq + Debug>(
    value: &T,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(T::of_json(value.to_json()), Ok(value.clone()));
    let text = value.to_json().to_string();
    prop_assert_eq!(from_slice(text.as_bytes()), Ok(value.clone()));
    Ok(())
}

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(".*", inner, 0..4).prop_map(|map| json!(map)),
        ]
    })
}

fn status() -> impl Strategy<Value = SignInTokenStatus> {
    prop_oneof!["pending|accepted|revoked", ".*"].prop_map(SignInTokenStatus::from)
}

fn url() -> impl Strategy<Value = OptionalNullable<String>> {
    prop_oneof![
        Just(OptionalNullable::Absent),
        Just(OptionalNullable::Null),
        ".*".prop_map(OptionalNullable::Value),
    ]
}

proptest! {
    #[test]
    fn a_token_comes_back(
        id in ".*",
        status in status(),
        token in option::of(".*"),
        url in url(),
        user_id in option::of(".*"),
        created_at: i64,
    ) {
        let mut value = SignInToken::new(id, status.as_str(), created_at);
        value.token = token;
        value.url = url;
        value.user_id = user_id;
        comes_back(&value)?;
    }

    #[test]
    fn an_error_with_additional_properties_comes_back(
        code in ".*",
        inner in ".*",
        mut rest in btree_map(".*", json_value(), 0..4),
    ) {
        rest.retain(|name, _| name != "code" && name != "cause");
        let mut error = ClerkError::default();
        error.code = code;
        error.additional_properties = rest;
        let mut cause = ClerkError::default();
        cause.code = inner;
        error.cause = Some(Box::new(cause));
        comes_back(&error)?;
    }

    #[test]
    fn any_json_comes_back(value in json_value()) {
        comes_back(&value)?;
    }

    #[test]
    fn numbers_come_back(double in proptest::num::f64::NORMAL, single in proptest::num::f32::NORMAL, big: u64) {
        prop_assert_eq!(f64::of_json(double.to_json()), Ok(double));
        prop_assert_eq!(f32::of_json(single.to_json()), Ok(single));
        comes_back(&big)?;
    }

    #[test]
    fn nested_collections_come_back(value in btree_map(".*", vec(option::of(vec(".*", 0..3)), 0..3), 0..3)) {
        comes_back(&value)?;
    }
}
