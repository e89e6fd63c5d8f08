//! Schemas of single values to types: a table of types and formats.

use openapiv3::VariantOrUnknownOrEmpty;
use serde::Serialize;
use serde_json::Value;

use crate::config::{Choice, Types};
use crate::extensions::{EXACT_INTEGER, WIDE_INTEGER};
use crate::ir::{Integer, Number, Text, Type};

/// Widths by `format`; anything else is an `i64`. Sorted.
const INTEGERS: &[(&str, Integer)] = &[
    ("int16", Integer::I16),
    ("int32", Integer::I32),
    ("int64", Integer::I64),
    ("int8", Integer::I8),
    ("uint", Integer::U64),
    ("uint16", Integer::U16),
    ("uint32", Integer::U32),
    ("uint64", Integer::U64),
    ("uint8", Integer::U8),
    (WIDE_INTEGER, Integer::I128),
];

/// Formats of numbers that no type of the standard library holds.
const EXACT: &[&str] = &[
    "big-decimal",
    "big-integer",
    "bigdecimal",
    "bigint",
    "biginteger",
    "decimal",
    "decimal128",
    "int128",
    "uint128",
    EXACT_INTEGER,
];

/// The type of a single value by its `type`, or else by the values that are listed, and its `format`.
pub(super) fn of(ty: Option<&str>, values: &[Value], format: Option<&str>, types: &Types) -> Type {
    match ty.or_else(|| listed(values)) {
        Some("boolean") => Type::Bool,
        Some("integer" | "number") if is_exact(format) => {
            chosen(types.exact_number.as_ref()).unwrap_or(Type::Number(Number::Exact))
        }
        Some("integer") => Type::Integer(integer(format)),
        Some("number") => chosen(types.number.as_ref().filter(|_| format != Some("float")))
            .unwrap_or_else(|| Type::Number(number(format))),
        Some("string") => {
            let (text, choice) = text(format, types);
            chosen(choice).unwrap_or(Type::Text(text))
        }
        _ => Type::Any,
    }
}

/// How many bits a format of numbers has.
pub(super) fn bits(format: &str) -> Option<u32> {
    let row = INTEGERS.iter().find(|(name, _)| *name == format);
    let width = row.map(|(_, width)| match width {
        Integer::I8 | Integer::U8 => 8,
        Integer::I16 | Integer::U16 => 16,
        Integer::I32 | Integer::U32 => 32,
        Integer::I64 | Integer::U64 => 64,
        Integer::I128 => 128,
    });
    width.or_else(|| (format == "float").then_some(32))
}

/// Whether a format of numbers has a type of its own, or is that of every number.
pub(super) fn is_number(format: &str) -> bool {
    bits(format).is_some() || EXACT.contains(&format) || format == "double"
}

/// Whether a format of texts has a type of its own.
pub(super) fn is_typed(format: &str) -> bool {
    text(Some(format), &Types::default()).0 != Text::Plain
}

/// The type that all the values of an `enum` have, for a schema that does not say it.
pub(super) fn listed(values: &[Value]) -> Option<&'static str> {
    let mut values = values.iter().filter(|value| !value.is_null()).peekable();
    values.peek()?;
    let all = |is: fn(&Value) -> bool| values.clone().all(is);
    if all(Value::is_boolean) {
        Some("boolean")
    } else if all(|value| value.is_i64() || value.is_u64()) {
        Some("integer")
    } else if all(Value::is_number) {
        Some("number")
    } else {
        None
    }
}

fn integer(format: Option<&str>) -> Integer {
    let row = INTEGERS.iter().find(|(name, _)| Some(*name) == format);
    row.map_or(Integer::I64, |(_, width)| *width)
}

fn is_exact(format: Option<&str>) -> bool {
    format.is_some_and(|format| EXACT.contains(&format))
}

fn number(format: Option<&str>) -> Number {
    if format == Some("float") {
        Number::F32
    } else {
        Number::F64
    }
}

/// A format has its type unless the configuration wants the text, or another type.
fn text<'t>(format: Option<&str>, types: &'t Types) -> (Text, Option<&'t Choice>) {
    let (text, choice) = match format {
        Some("date-time") => (Text::DateTime, &types.date_time),
        Some("date") => (Text::Date, &types.date),
        Some("time") => (Text::Time, &types.time),
        Some("duration") => (Text::Duration, &types.duration),
        Some("uuid") => (Text::Uuid, &types.uuid),
        Some("byte") => (Text::Byte, &types.byte),
        Some("uri") => (Text::Uri, &types.uri),
        Some("decimal") => (Text::Decimal, &types.decimal),
        Some("binary") => return (Text::Binary, None),
        _ => return (Text::Plain, None),
    };
    match choice {
        Some(Choice::Text) => (Text::Plain, None),
        choice => (text, choice.as_ref()),
    }
}

/// The type that the configuration names, if it does.
fn chosen(choice: Option<&Choice>) -> Option<Type> {
    match choice? {
        Choice::Path(path) => Some(of_path(path)),
        Choice::Text | Choice::Typed => None,
    }
}

/// The type of a path.
pub(super) fn of_path(path: &str) -> Type {
    match path {
        "serde_json::Value" => Type::Any,
        "serde_json::Number" => Type::Number(Number::Exact),
        _ => Type::Chosen(path.to_owned()),
    }
}

/// The name of a format, known to the typed model or not.
pub(super) fn format<T: Serialize>(format: &VariantOrUnknownOrEmpty<T>) -> Option<String> {
    match format {
        VariantOrUnknownOrEmpty::Item(known) => serde_json::to_value(known)
            .ok()
            .and_then(|name| name.as_str().map(str::to_owned)),
        VariantOrUnknownOrEmpty::Unknown(other) => Some(other.clone()),
        VariantOrUnknownOrEmpty::Empty => None,
    }
}
