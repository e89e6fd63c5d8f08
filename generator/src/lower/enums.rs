//! Enums of texts, and of whole numbers that have names. Values of other kinds stay plain scalars.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Number, Value};

use super::texts;
use super::{keywords::Keywords, scalars};
use crate::extensions::{ENUM_DESCRIPTIONS, ENUM_NAMES};
use crate::ir::{Bound, Constant, Enum, EnumKind, EnumValue, Limit, Shape};

/// Where documents put the names of values, in the order of the values.
const NAMES: &[&str] = &[
    ENUM_NAMES.key(),
    "x-enum-varnames",
    "x-enumNames",
    "x-speakeasy-enums",
];

/// Where documents put what they say about values: in their order, or by value.
const DESCRIPTIONS: &[&str] = &[
    ENUM_DESCRIPTIONS.key(),
    "x-enum-descriptions",
    "x-enumDescriptions",
    "x-speakeasy-enum-descriptions",
];

/// What extensions say about the values of an enum.
struct Remarks<'d> {
    keywords: &'d Keywords<'d>,
    /// An object with a `name` and a `description` for each value: those of Azure in a list, those of Fern by value.
    entries: BTreeMap<String, &'d Value>,
}

impl<'d> Remarks<'d> {
    fn of(keywords: &'d Keywords<'d>) -> Self {
        let extensions = &keywords.data.extensions;
        let listed = extensions
            .get("x-ms-enum")
            .and_then(|one| one["values"].as_array());
        let listed = listed.into_iter().flatten();
        let listed = listed.filter_map(|entry| Some((text(entry.get("value")?)?, entry)));
        let mapped = extensions.get("x-fern-enum").and_then(Value::as_object);
        let mapped = mapped.into_iter().flatten();
        let mapped = mapped.map(|(wire, entry)| (wire.clone(), entry));
        Self {
            keywords,
            entries: listed.chain(mapped).collect(),
        }
    }

    /// The name of a number. A text says what it is.
    fn name(&self, index: usize, wire: &str) -> Option<String> {
        self.said(NAMES, "name", index, wire)
    }

    fn description(&self, index: usize, wire: &str) -> Option<String> {
        let said = self.said(DESCRIPTIONS, "description", index, wire);
        texts::said(said.as_deref())
    }

    /// By its place in a list, by the value in a map, or as a member of the entry of the value.
    fn said(&self, keys: &[&str], member: &str, index: usize, wire: &str) -> Option<String> {
        let extensions = &self.keywords.data.extensions;
        let by_key = keys.iter().filter_map(|key| match extensions.get(*key)? {
            Value::Array(list) if list.len() == self.keywords.values.len() => list[index].as_str(),
            Value::Object(map) => map.get(wire)?.as_str(),
            _ => None,
        });
        let entry = self.entries.get(wire);
        let of_entry = entry.and_then(|entry| entry.get(member)?.as_str());
        let mut found = by_key.chain(of_entry);
        let text = found.find(|text| !text.trim().is_empty())?;
        Some(text.to_owned())
    }
}

/// The values of an enum, each once.
pub(super) fn enumeration(keywords: &Keywords<'_>) -> Shape {
    let kind = if is_text(keywords) {
        EnumKind::Text
    } else {
        EnumKind::Integer
    };
    let remarks = Remarks::of(keywords);
    let mut values: Vec<EnumValue> = Vec::new();
    let mut seen = BTreeSet::new();
    for (index, value) in keywords.values.iter().enumerate() {
        let Some(wire) = text(value) else { continue };
        if !seen.insert(wire.clone()) {
            continue;
        }
        let name = (kind == EnumKind::Integer).then(|| remarks.name(index, &wire));
        values.push(EnumValue {
            name: name.flatten(),
            description: remarks.description(index, &wire),
            wire,
        });
    }
    Shape::Enum(Enum {
        kind,
        is_open: false,
        values,
    })
}

/// Whether the values have a type of their own.
pub(super) fn is_defined(keywords: &Keywords<'_>) -> bool {
    let has_value = keywords.values.iter().any(|value| !value.is_null());
    let is_text_type = matches!(keywords.ty, None | Some("string"));
    has_value && (is_text_type && is_text(keywords) || is_named_integer(keywords))
}

/// Whether every value is a string, or a scalar that `type: string` makes one.
fn is_text(keywords: &Keywords<'_>) -> bool {
    let says_text = keywords.ty == Some("string");
    keywords.values.iter().all(|value| match value {
        Value::String(_) | Value::Null => true,
        Value::Bool(_) | Value::Number(_) => says_text,
        Value::Array(_) | Value::Object(_) => false,
    })
}

/// Whether the values are whole numbers and the document names each: `1` alone makes no good variant.
fn is_named_integer(keywords: &Keywords<'_>) -> bool {
    let remarks = Remarks::of(keywords);
    let mut values = keywords.values.iter().enumerate();
    matches!(keywords.ty, None | Some("integer" | "number"))
        && values.all(|(index, value)| {
            value.is_null() || value.is_i64() && remarks.name(index, &value.to_string()).is_some()
        })
}

/// The only value that a schema allows, where it is no text.
pub(super) fn constant(keywords: &Keywords<'_>) -> Option<Constant> {
    let mut values = keywords.values.iter().filter(|value| !value.is_null());
    let (only, None) = (values.next()?, values.next()) else {
        return None;
    };
    match (keywords.ty, only) {
        (None | Some("boolean"), Value::Bool(only)) => Some(Constant::Bool(*only)),
        (None | Some("integer" | "number"), Value::Number(only)) => {
            whole(only).map(Constant::Integer)
        }
        _ => None,
    }
}

/// A number without a fraction; the typed model holds those of `type: number` as floats.
fn whole(number: &Number) -> Option<i64> {
    number
        .as_i64()
        .or_else(|| number.as_f64()?.to_string().parse().ok())
}

/// The values of an enum that has no type of its own: `one of 1, 2, 3`.
pub(super) fn listed(keywords: &Keywords<'_>) -> Option<Limit> {
    let values: Vec<&Value> = keywords.values.iter().filter(|v| !v.is_null()).collect();
    if is_defined(keywords) || values.is_empty() {
        return None;
    }
    let word = |value: &&Value| match value {
        Value::Number(number) => whole(number).map_or(value.to_string(), |n| n.to_string()),
        _ => value.to_string(),
    };
    Some(Limit::own(Bound::OneOf(values.iter().map(word).collect())))
}

/// The type that the values have, for a schema that does not say it.
pub(super) fn kind(values: &[Value]) -> Option<&'static str> {
    let mut listed = values.iter().filter(|value| !value.is_null()).peekable();
    let is_text = listed.peek().is_some() && listed.all(Value::is_string);
    is_text
        .then_some("string")
        .or_else(|| scalars::listed(values))
}

/// YAML reads `1` and `true` as what they are, also where the author meant texts.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
