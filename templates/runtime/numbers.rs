//! JSON of numbers: those of the standard library, and `Number`, which has as many digits as `serde_json` was told to keep.

use std::str::FromStr;

// Only with exact numbers or large integers.
use serde_json::Number;

use super::codec::{Decode, Encode};
use super::{decode_error::DecodeError, json::Json, json_writer::JsonWriter, tape::Node};

/// Implements both traits for integers; one outside the range of its type is an error, never a wrap.
macro_rules! integers {
    ($($integer:ty: $name:literal,)+) => {$(
        impl Decode for $integer {
            fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
                integer(json).ok_or_else(|| DecodeError::mismatch($name, json))
            }
        }

        impl Encode for $integer {
            fn encode(&self, json: &mut JsonWriter) {
                json.plain(self);
            }
        }
    )+};
}

integers! {
    i64: "a 64-bit integer",
    i32: "a 32-bit integer",
    i16: "a 16-bit integer",
    i8: "an 8-bit integer",
    u64: "an unsigned 64-bit integer",
    u32: "an unsigned 32-bit integer",
    u16: "an unsigned 16-bit integer",
    u8: "an unsigned 8-bit integer",
}

impl Decode for f64 {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let float = match json.node() {
            Node::Float(float) => Some(float),
            _ => json.number().and_then(|number| number.as_f64()),
        };
        let float = float.ok_or_else(|| DecodeError::mismatch("a number", json))?;
        keep_float(json, float);
        Ok(float)
    }
}

/// A whole number is written as one: many servers take no `1.0` for it. JSON has no infinity and no NaN: they are null.
impl Encode for f64 {
    fn encode(&self, json: &mut JsonWriter) {
        if self.fract() == 0.0 {
            // Adding zero turns `-0` into `0`.
            let whole = (self + 0.0).to_string().parse::<i64>();
            if let Ok(whole) = whole {
                return json.plain(&whole);
            }
        }
        json.plain(self);
    }
}

// Only with 32-bit numbers.
impl Decode for f32 {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let digits = json.number().map(|number| number.to_string());
        let float = digits.and_then(|digits| digits.parse().ok());
        let float = float.filter(|float: &Self| float.is_finite());
        let float = float.ok_or_else(|| DecodeError::mismatch("a 32-bit number", json))?;
        if json.is_weighed() {
            keep_float(json, digits_of(float));
        }
        Ok(float)
    }
}

// Only with 32-bit numbers.
/// Written with its own digits: `0.1_f32` is `0.1`, not the `0.10000000149011612` that it is as an `f64`.
impl Encode for f32 {
    fn encode(&self, json: &mut JsonWriter) {
        digits_of(*self).encode(json);
    }
}

// Only with 32-bit numbers.
/// The number that has the digits of this one.
fn digits_of(float: f32) -> f64 {
    float.to_string().parse().unwrap_or(f64::NAN)
}

// Only with large integers.
impl Decode for i128 {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        integer(json).ok_or_else(|| DecodeError::mismatch("an integer", json))
    }
}

// Only with large integers.
impl Encode for i128 {
    fn encode(&self, json: &mut JsonWriter) {
        if let Ok(integer) = i64::try_from(*self) {
            return json.plain(&integer);
        }
        // What no 64 bits hold keeps as many digits as `serde_json` keeps of any number.
        json.plain(&self.to_string().parse::<Number>().ok());
    }
}

// Only with exact numbers.
impl Decode for Number {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let number = json.number();
        let number = number.ok_or_else(|| DecodeError::mismatch("a number", json))?;
        json.keep();
        Ok(number)
    }
}

// Only with exact numbers.
impl Encode for Number {
    fn encode(&self, json: &mut JsonWriter) {
        json.plain(self);
    }
}

/// The integer that a JSON value is, if the type can hold it.
///
/// JSON Schema counts `3.0` as an integer, so a float without a fraction is one. Its text is read, as that is exact:
/// Rust writes a float in full, without an exponent. Adding zero turns `-0` into `0`, which an unsigned type can hold.
fn integer<T: TryFrom<i64> + TryFrom<u64> + FromStr>(json: Json<'_>) -> Option<T> {
    let whole = |float: f64| (float + 0.0).to_string().parse().ok();
    let (integer, is_same) = match json.node() {
        Node::Signed(number) => (T::try_from(number).ok()?, true),
        Node::Unsigned(number) => (T::try_from(number).ok()?, true),
        Node::Float(float) => (whole(float)?, false),
        // More digits than 64 bits hold, where `serde_json` keeps them.
        Node::Digits(_) => {
            let number = json.number()?;
            match number.to_string().parse() {
                Ok(integer) => (integer, true),
                Err(_) => (whole(number.as_f64()?)?, false),
            }
        }
        _ => return None,
    };
    json.keep_as(is_same);
    Some(integer)
}

/// Counts a number as kept if it has the digits of a float: a fraction of zero makes no other number, only another spelling.
fn keep_float(json: Json<'_>, float: f64) {
    if !json.is_weighed() {
        return;
    }
    let Some(number) = json.number() else {
        return;
    };
    let came = match number.as_f64() {
        Some(float) if number.is_f64() => float.to_string(),
        _ => number.to_string(),
    };
    if came == float.to_string() {
        json.keep_as(number.is_f64());
    }
}
