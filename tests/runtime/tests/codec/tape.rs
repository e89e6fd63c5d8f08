//! The tape that values are read from, beside `serde_json::Value`, by which it is judged.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::{Value, json};
use tintype_runtime_tests::models::{ClerkErrors, SignInToken};
use tintype_runtime_tests::runtime::{Decode, Object, Tape, from_slice};
use tintype_runtime_tests::through::{Through, on_tape};
use tintype_runtime_tests::unions::{Drawn, Loose, Parcel, Word};

/// Any JSON, with members of few names so that they meet.
fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-zé\"\\\\\n\u{1}]{0,4}".prop_map(Value::from),
        "red|pending|circle|square".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        let name = prop_oneof![
            "kind|side|radius|hole|name|drawn|weight|object|id|errors",
            ".*"
        ];
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            btree_map(name, inner, 0..6).prop_map(|map| json!(map)),
        ]
    })
}

/// Members of a text whose names may be there twice.
fn doubled() -> impl Strategy<Value = Vec<(String, i64)>> {
    vec(("[a-c]{0,2}", any::<i64>()), 0..300)
}

proptest! {
    #[test]
    fn any_json_is_read_as_serde_json_reads_it(value in json_value()) {
        let text = value.to_string();
        let judged: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(from_slice::<Value>(text.as_bytes()).unwrap(), judged.clone());
        // Whitespace and escapes are another text of the same value.
        let pretty = serde_json::to_string_pretty(&value).unwrap().replace('k', "\\u006b");
        prop_assert_eq!(from_slice::<Value>(pretty.as_bytes()).unwrap(), judged.clone());
        let tape = Tape::of(&judged).unwrap();
        prop_assert_eq!(Value::decode(tape.root()).unwrap(), judged.clone());
        prop_assert_eq!(serde_json::to_value(tape.root()).unwrap(), judged);
    }

    #[test]
    fn types_of_the_standard_library_are_read_as_serde_reads_them(value in json_value()) {
        type Lists = Vec<Option<Vec<String>>>;
        type Maps = std::collections::BTreeMap<String, (bool, Option<String>)>;
        let text = value.to_string();
        agrees::<bool>(&text)?;
        agrees::<String>(&text)?;
        agrees::<Lists>(&text)?;
        agrees::<Maps>(&text)?;
        for member in value.as_object().into_iter().flat_map(|members| members.values()) {
            agrees::<Lists>(&member.to_string())?;
        }
    }

    #[test]
    fn of_members_of_one_name_the_last_one_stands(members in doubled()) {
        let text: Vec<String> = members.iter().map(|(name, value)| format!("{name:?}:{value}")).collect();
        let text = format!("{{{}}}", text.join(","));
        let judged: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(from_slice::<Value>(text.as_bytes()).unwrap(), judged.clone());
        let tape = Tape::parse(text.as_bytes()).unwrap();
        let mut object = Object::of(tape.root()).unwrap();
        for name in ["ab", "", "c", "gone", "ab"] {
            object.optional::<i64>(name).unwrap();
        }
        let rest = object.rest::<i64>().unwrap();
        let taken = |name: &str| ["ab", "", "c"].contains(&name);
        let judged = judged.as_object().unwrap().iter();
        // Sorted, as what is kept is: whether a `Value` keeps the order of the text is up to other packages of the build.
        let left: std::collections::BTreeMap<_, _> = judged.filter(|(name, _)| !taken(name)).map(|(name, value)| (name.clone(), value.as_i64().unwrap())).collect();
        prop_assert_eq!(rest, left);
    }

    #[test]
    fn a_text_that_breaks_off_is_an_error_and_no_more(value in json_value(), cut: usize) {
        let text = value.to_string();
        let part = &text.as_bytes()[..cut % text.len()];
        let judged = serde_json::from_slice::<Value>(part).map_err(|error| error.to_string());
        let read = from_slice::<Value>(part);
        prop_assert_eq!(read.is_ok(), judged.is_ok());
        if let (Err(error), Err(judged)) = (read, judged) {
            prop_assert!(part.is_empty() || error.to_string().contains(&judged), "{error} {judged}");
        }
    }

    #[test]
    fn any_bytes_are_an_error_where_serde_json_says_so(bytes in vec(any::<u8>(), 0..40)) {
        let judged = serde_json::from_slice::<Value>(&bytes).ok();
        prop_assert_eq!(from_slice::<Value>(&bytes).ok(), judged);
    }

    #[test]
    fn models_and_unions_read_any_json_or_say_why_not(value in json_value()) {
        let text = value.to_string();
        prop_assert!(comes_back::<Loose>(&text));
        prop_assert!(comes_back::<Word>(&text));
        prop_assert!(comes_back::<Drawn>(&text));
        prop_assert!(comes_back::<Parcel>(&text));
        for error in [from_slice::<SignInToken>(text.as_bytes()).err(), from_slice::<ClerkErrors>(text.as_bytes()).err()].into_iter().flatten() {
            prop_assert!(value.pointer(&error.pointer()).is_some() || error.found() == "a missing field", "{error}");
        }
    }
}

/// Whether a type reads a text as `serde` does, which takes no null for an empty list.
fn agrees<T: Decode + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(
    text: &str,
) -> Result<(), TestCaseError> {
    if !text.contains("null") {
        prop_assert_eq!(
            from_slice::<T>(text.as_bytes()).ok(),
            serde_json::from_str::<T>(text).ok()
        );
    }
    Ok(())
}

/// Whether a union reads a text, and what it writes is read as what writes the same.
fn comes_back<T: Through>(text: &str) -> bool {
    let json = |json| T::of_json(json).unwrap().to_json();
    let written = json(serde_json::from_str(text).unwrap());
    json(written.clone()) == written
}

#[test]
fn values_that_lie_too_deep_are_an_error() {
    for depth in [127, 128, 129, 100_000] {
        let text = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let judged = serde_json::from_str::<Value>(&text).map_err(|error| error.to_string());
        let read = from_slice::<Value>(text.as_bytes()).map_err(|error| error.to_string());
        assert_eq!(read.is_ok(), judged.is_ok(), "{depth}");
        let text = r#"{"a":"#.repeat(depth);
        assert!(from_slice::<Value>(text.as_bytes()).is_err());
    }
    // Other formats have no limit of their own.
    let mut deep = Value::Null;
    for _ in 0..129 {
        deep = json!([deep]);
    }
    assert!(Tape::of(&deep).is_err());
}

#[test]
fn fields_are_found_in_any_order_and_only_once() {
    let names = ["a", "b", "c", "d", "e"];
    for first in names {
        for second in names {
            let json = json!({ "e": 4, "b": 1, "a": 0, "x": 9, "d": 3, "c": 2 });
            on_tape(&json, |json| {
                let mut object = Object::of(json).unwrap();
                assert!(object.optional::<i64>(first).unwrap().is_some());
                assert_eq!(
                    object.optional::<i64>(second).unwrap().is_some(),
                    first != second
                );
                let rest = object.rest::<i64>().unwrap();
                assert!(!rest.contains_key(first) && !rest.contains_key(second));
                assert_eq!(rest.len(), 6 - if first == second { 1 } else { 2 });
            })
            .unwrap();
        }
    }
}

#[test]
fn a_document_after_another_has_nothing_of_it() {
    for text in [r#"{"a":[1,2,3],"b":"x"}"#, "[]", r#""\u0041""#, "7"] {
        let judged: Value = serde_json::from_str(text).unwrap();
        assert_eq!(from_slice::<Value>(text.as_bytes()).unwrap(), judged);
    }
}
