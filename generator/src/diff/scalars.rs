//! Which texts and numbers are also values of another type of texts or numbers.

use crate::ir::{Enum, EnumKind, Integer, Number, Text, Type};

/// Whether every value of one scalar is one of the other.
pub(super) fn holds(from: &Type, to: &Type) -> bool {
    match (from, to) {
        (Type::Integer(from), Type::Integer(to)) => {
            let (from, to) = (range(*from), range(*to));
            to.0 <= from.0 && from.1 <= to.1
        }
        (Type::Integer(_), Type::Number(_)) => true,
        (Type::Number(from), Type::Number(to)) => digits(*from) <= digits(*to),
        (Type::Text(from), Type::Text(to)) => from == to || is_any(*to),
        (from, to) => from == to,
    }
}

/// Whether what is written as a text outside of JSON, as in a path, is one that the other type takes.
pub(super) fn is_text(from: &Type, to: &Type) -> bool {
    let is_scalar = matches!(
        from,
        Type::Bool | Type::Integer(_) | Type::Number(_) | Type::Text(_)
    );
    is_scalar && matches!(to, Type::Text(to) if is_any(*to))
}

/// Whether every value of an enum is one of a scalar.
pub(super) fn takes_values(from: &Enum, to: &Type) -> bool {
    match (from.kind, to) {
        (EnumKind::Text, Type::Text(to)) => is_any(*to),
        (EnumKind::Integer, Type::Integer(to)) => {
            let (least, most) = range(*to);
            let mut values = from.values.iter().map(|value| value.wire.parse::<i128>());
            values.all(|value| value.is_ok_and(|value| least <= value && value <= most))
        }
        (EnumKind::Integer, Type::Number(_)) => true,
        _ => false,
    }
}

/// Whether a scalar is what the values of an enum are.
pub(super) fn is_of(from: &Type, to: &Enum) -> bool {
    match to.kind {
        EnumKind::Text => matches!(from, Type::Text(_)),
        EnumKind::Integer => matches!(from, Type::Integer(_)),
    }
}

fn is_any(text: Text) -> bool {
    !text.is_formatted()
}

fn digits(number: Number) -> u8 {
    match number {
        Number::F32 => 0,
        Number::F64 => 1,
        Number::Exact => 2,
    }
}

/// The least value and the greatest one.
fn range(integer: Integer) -> (i128, i128) {
    match integer {
        Integer::I8 => (i8::MIN.into(), i8::MAX.into()),
        Integer::I16 => (i16::MIN.into(), i16::MAX.into()),
        Integer::I32 => (i32::MIN.into(), i32::MAX.into()),
        Integer::I64 => (i64::MIN.into(), i64::MAX.into()),
        Integer::U8 => (0, u8::MAX.into()),
        Integer::U16 => (0, u16::MAX.into()),
        Integer::U32 => (0, u32::MAX.into()),
        Integer::U64 => (0, u64::MAX.into()),
        Integer::I128 => (i128::MIN, i128::MAX),
    }
}
