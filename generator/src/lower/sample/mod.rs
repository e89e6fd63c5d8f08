//! A value within the limits of a schema, for examples where the document has none. What needs no care has no sample.

mod pattern;

use openapiv3::{
    ArrayType, IntegerType, NumberType, ReferenceOr, Schema, SchemaKind, StringType, Type,
};
use serde_json::Value;

use super::scalars::format;

/// The text of an example where nothing speaks against it.
const TEXT: &str = "text";

/// The number of an example where nothing speaks against it: the whole one, then the other.
const NUMBERS: (i64, f64) = (1, 1.5);

/// Formats without a Rust type of their own, each with a value.
const FORMATS: &[(&str, &str)] = &[
    ("email", "user@example.com"),
    ("hostname", "example.com"),
    ("idn-email", "user@example.com"),
    ("idn-hostname", "example.com"),
    ("ipv4", "192.0.2.1"),
    ("ipv6", "2001:db8::1"),
    ("iri", "https://example.com"),
    ("json-pointer", "/text"),
    ("uri-template", "/text"),
];

/// Where a sample is given up, in characters: nobody reads a longer one, and a document can ask for one of any length.
const LONGEST: usize = 2_000;

/// The sample of a schema; `None` where any value of its type does.
pub(super) fn of(schema: &Schema) -> Option<Value> {
    match &schema.schema_kind {
        SchemaKind::Type(Type::String(source)) => text(source),
        SchemaKind::Type(Type::Integer(source)) => integer(source),
        SchemaKind::Type(Type::Number(source)) => number(source),
        SchemaKind::Type(Type::Array(source)) => list(source),
        _ => None,
    }
}

fn text(source: &StringType) -> Option<Value> {
    let least = source.min_length.unwrap_or(0);
    let most = source.max_length.unwrap_or(usize::MAX);
    if let Some(pattern) = &source.pattern {
        return pattern::text(pattern, least, most).map(Value::from);
    }
    let name = format(&source.format);
    let known = FORMATS
        .iter()
        .find(|(format, _)| Some(*format) == name.as_deref());
    if let Some((_, value)) = known {
        return Some(Value::from(*value));
    }
    let fits = (least..=most).contains(&TEXT.len());
    let length = if least > TEXT.len() { least } else { most };
    (!fits && name.is_none() && length <= LONGEST)
        .then(|| TEXT.chars().cycle().take(length).collect::<String>().into())
}

fn integer(source: &IntegerType) -> Option<Value> {
    if let Some(first) = source.enumeration.iter().flatten().next() {
        return Some(Value::from(*first));
    }
    let least = source
        .minimum
        .map(|limit| limit.saturating_add(source.exclusive_minimum.into()));
    let most = source
        .maximum
        .map(|limit| limit.saturating_sub(source.exclusive_maximum.into()));
    let wanted = NUMBERS.0.max(least.unwrap_or(i64::MIN));
    let wanted = wanted.min(most.unwrap_or(i64::MAX));
    let step = source.multiple_of.filter(|step| *step > 0).unwrap_or(1);
    let value = match wanted.checked_rem_euclid(step)? {
        0 => wanted,
        rest => wanted.checked_add(step - rest)?,
    };
    (value != NUMBERS.0).then(|| Value::from(value))
}

fn number(source: &NumberType) -> Option<Value> {
    if let Some(first) = source.enumeration.iter().flatten().next() {
        return Some(Value::from(*first));
    }
    let is_low = |value: f64| match source.minimum {
        Some(limit) if source.exclusive_minimum => value <= limit,
        Some(limit) => value < limit,
        None => false,
    };
    let is_high = |value: f64| match source.maximum {
        Some(limit) if source.exclusive_maximum => value >= limit,
        Some(limit) => value > limit,
        None => false,
    };
    if !is_low(NUMBERS.1) && !is_high(NUMBERS.1) {
        return None;
    }
    Some(Value::from(match (source.minimum, source.maximum) {
        (Some(least), Some(most)) => f64::midpoint(least, most),
        (Some(least), None) => least + NUMBERS.1,
        (None, most) => most? - NUMBERS.1,
    }))
}

/// As many items as there must be. One of a type with a definition is null: its own sample says more.
fn list(source: &ArrayType) -> Option<Value> {
    let item = match &source.items {
        Some(ReferenceOr::Item(schema)) => {
            of(schema).or_else(|| schema.schema_data.example.clone())
        }
        _ => None,
    };
    let count = source.min_items.unwrap_or(0).max(1);
    let is_wanted = count > 1 || item.is_some();
    let item = item.unwrap_or_default();
    let is_short = count <= LONGEST / item.to_string().len();
    (is_wanted && is_short).then(|| vec![item; count].into())
}
