//! JSON values of the document as literals of Rust.

use proc_macro2::Literal;
use serde_json::Value;

use crate::ir::Integer;
use crate::plan::Format;

/// A text as an expression.
pub(super) fn text(said: Option<&Value>, format: Option<Format>) -> String {
    let made_up = || format.map_or("text", |format| format.sample).to_owned();
    quoted(&said.map_or_else(made_up, crate::ir::literal))
}

/// A string literal that does not end the code block it stands in.
pub(super) fn quoted(text: &str) -> String {
    Literal::string(text)
        .to_string()
        .replace("```", "\\u{60}\\u{60}\\u{60}")
}

pub(super) fn integer(width: Integer, said: Option<&Value>) -> String {
    let fits = |value: &i128| match width {
        Integer::I8 => i8::try_from(*value).is_ok(),
        Integer::I16 => i16::try_from(*value).is_ok(),
        Integer::I32 => i32::try_from(*value).is_ok(),
        Integer::U8 => u8::try_from(*value).is_ok(),
        Integer::U16 => u16::try_from(*value).is_ok(),
        Integer::U32 => u32::try_from(*value).is_ok(),
        Integer::U64 => u64::try_from(*value).is_ok(),
        Integer::I64 => i64::try_from(*value).is_ok(),
        Integer::I128 => true,
    };
    grouped(said.and_then(whole).filter(fits).unwrap_or(1))
}

/// The whole number that a value is; `1.0` is one.
fn whole(value: &Value) -> Option<i128> {
    let number = value.as_number()?;
    let text = number.to_string();
    text.strip_suffix(".0").unwrap_or(&text).parse().ok()
}

/// With a sign between thousands, as clippy likes it.
fn grouped(value: i128) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) && digits.len() > 4 {
            out.push('_');
        }
        out.push(digit);
    }
    if value < 0 { format!("-{out}") } else { out }
}

pub(super) fn number(said: Option<&Value>) -> String {
    let value = said
        .and_then(Value::as_f64)
        .filter(|value| value.is_finite())
        .unwrap_or(1.5);
    format!("{value:?}")
}

/// A number with all its digits.
pub(super) fn exact(said: Option<&Value>) -> String {
    match said.filter(|said| said.is_number()) {
        Some(Value::Number(number)) if number.is_f64() => {
            format!("serde_json::Number::from_f64({number}).unwrap()")
        }
        Some(Value::Number(number)) => {
            let width = if number.is_u64() { "u64" } else { "i64" };
            format!("serde_json::Number::from({number}_{width})")
        }
        _ => "serde_json::Number::from(1)".to_owned(),
    }
}

pub(super) fn json(said: Option<&Value>) -> String {
    match said {
        Some(value) if value.is_object() || value.is_array() => {
            format!("serde_json::json!({})", literal(value))
        }
        _ => "serde_json::Value::Null".to_owned(),
    }
}

/// JSON as the macro reads it: texts are Rust literals.
fn literal(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => format!(
            "[{}]",
            items.iter().map(literal).collect::<Vec<_>>().join(", ")
        ),
        Value::Object(fields) => {
            let fields: Vec<String> = fields
                .iter()
                .map(|(key, value)| format!("{}: {}", quoted(key), literal(value)))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
        other => other.to_string(),
    }
}
