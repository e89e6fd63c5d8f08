//! Types: each is one that JSON Schema knows, and the values of an enum are of it. A type that nobody knows says nothing to the reader.

use serde_json::{Map, Value};

use crate::cx::Cx;
use crate::diag::codes;
use crate::source::Tree;
use crate::source::grammar::walk::{Met, Trail, walk};
use crate::source::grammar::{Kind, Shape, nearest};

/// The types, as documents write them.
pub(super) const TYPES: &[&str] = &[
    "array", "boolean", "integer", "null", "number", "object", "string",
];

/// Words of other languages, each with the type that is meant.
const MEANT: &[(&str, &str)] = &[
    ("any", "object"),
    ("bool", "boolean"),
    ("date", "string"),
    ("datetime", "string"),
    ("decimal", "number"),
    ("dict", "object"),
    ("double", "number"),
    ("file", "string"),
    ("float", "number"),
    ("int", "integer"),
    ("int32", "integer"),
    ("int64", "integer"),
    ("list", "array"),
    ("long", "integer"),
    ("map", "object"),
    ("nil", "null"),
    ("str", "string"),
    ("text", "string"),
    ("uuid", "string"),
];

/// Reports every unknown type, and every enum with values that its type does not have.
pub(super) fn check(tree: &Tree, cx: &mut Cx) {
    let root = Shape::One(Kind::Document);
    walk(&tree.root, root, Trail::ROOT, &mut |trail, met| {
        let Met::Object(Kind::Schema, map) = met else {
            return;
        };
        let Some(word) = map.get("type").and_then(Value::as_str) else {
            return;
        };
        if !TYPES.contains(&word) {
            let place = tree.place(&trail.pointer().child("type"));
            let advice = match meant(word) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("write one of {}", TYPES.join(", ")),
            };
            let found = codes::UNKNOWN_TYPE.at(place).arg("word", word);
            cx.report(found.arg("advice", advice));
        } else if let Some(value) = misfit(map, word) {
            let place = tree.place(&trail.pointer().child("enum"));
            let found = codes::ODD_ENUM.at(place).arg("wanted", word);
            cx.report(found.arg("value", value));
        }
    });
}

fn meant(word: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    let known = MEANT.iter().find(|(other, _)| *other == lower);
    let known = known.map(|(_, meant)| *meant);
    known.or_else(|| nearest(&lower, TYPES.iter().copied()))
}

/// The first value of an enum that cannot have the type. Null is one of a nullable schema.
fn misfit<'v>(map: &'v Map<String, Value>, word: &str) -> Option<&'v Value> {
    let values = map.get("enum").and_then(Value::as_array)?;
    let is_whole = |value: &Value| value.as_f64().is_some_and(|number| number.fract() == 0.0);
    values.iter().find(|value| {
        let fits = match word {
            // A number or a truth value among texts is read as its text.
            "string" => !value.is_array() && !value.is_object(),
            "boolean" => value.is_boolean(),
            "number" => value.is_number(),
            "integer" => is_whole(value),
            "array" => value.is_array(),
            "object" => value.is_object(),
            _ => true,
        };
        !fits && !value.is_null()
    })
}
