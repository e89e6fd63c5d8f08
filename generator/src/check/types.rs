//! Types: each is one that JSON Schema knows, and the values of an enum are of it. A type that nobody knows says nothing to the reader.

use serde_json::{Map, Number, Value};

use crate::cx::Cx;
use crate::diag::codes;
use crate::source::Tree;
use crate::source::grammar::lenient::number;
use crate::source::grammar::walk::{Met, Trail};
use crate::source::grammar::{Kind, nearest};

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
pub(super) fn look(tree: &Tree, trail: Trail<'_>, met: Met<'_>, cx: &mut Cx) {
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
        return;
    }
    let found = misfit(map, word).map(|value| (codes::ODD_ENUM, value));
    let found = found.or_else(|| Some((codes::QUOTED_NUMBERS, quoted(map, word)?)));
    if let Some((code, value)) = found {
        let place = tree.place(&trail.pointer().child("enum"));
        cx.report(code.at(place).arg("wanted", word).arg("value", value));
    }
}

fn meant(word: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    let known = MEANT.iter().find(|(other, _)| *other == lower);
    let known = known.map(|(_, meant)| *meant);
    known.or_else(|| nearest(&lower, TYPES.iter().copied()))
}

/// The first value of an enum of numbers that stands in quotes.
fn quoted<'v>(map: &'v Map<String, Value>, word: &str) -> Option<&'v Value> {
    let values = map.get("enum").and_then(Value::as_array)?;
    let mut values = values
        .iter()
        .filter(|_| word == "number" || word == "integer");
    values.find(|value| value.is_string())
}

/// The first value of an enum that cannot have the type. Null is one of a nullable schema.
fn misfit<'v>(map: &'v Map<String, Value>, word: &str) -> Option<&'v Value> {
    let values = map.get("enum").and_then(Value::as_array)?;
    let is_whole = |number: Number| number.as_f64().is_some_and(|float| float.fract() == 0.0);
    values.iter().find(|value| {
        let fits = match word {
            // A number or a truth value among texts is read as its text.
            "string" => !value.is_array() && !value.is_object(),
            "boolean" => value.is_boolean(),
            "number" => number(value).is_some(),
            "integer" => number(value).is_some_and(is_whole),
            "array" => value.is_array(),
            "object" => value.is_object(),
            _ => true,
        };
        !fits && !value.is_null()
    })
}
