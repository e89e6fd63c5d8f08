//! Schemas of single values to types: a table of types and formats.

use super::keywords::Keywords;
use crate::ir::{Integer, Number, Text, Type};

/// Widths by `format`; anything else is an `i64`. Sorted.
const INTEGERS: &[(&str, Integer)] = &[
    ("int16", Integer::I32),
    ("int32", Integer::I32),
    ("int64", Integer::I64),
    ("int8", Integer::I32),
    ("uint16", Integer::U32),
    ("uint32", Integer::U32),
    ("uint64", Integer::U64),
    ("uint8", Integer::U32),
];

/// The type of a schema that is neither a list nor an object.
pub(super) fn scalar(keywords: &Keywords<'_>) -> Type {
    let format = keywords.format.as_deref();
    match keywords.ty {
        Some("boolean") => Type::Bool,
        Some("integer") => Type::Integer(integer(format)),
        Some("number") => Type::Number(number(format)),
        Some("string") => Type::Text(Text::Plain),
        _ => Type::Any,
    }
}

fn integer(format: Option<&str>) -> Integer {
    let row = INTEGERS.iter().find(|(name, _)| Some(*name) == format);
    row.map_or(Integer::I64, |(_, width)| *width)
}

fn number(format: Option<&str>) -> Number {
    if format == Some("float") {
        Number::F32
    } else {
        Number::F64
    }
}
