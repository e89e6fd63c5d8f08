//! JSON of numbers: those of the standard library, and `Number`, which has as many digits as `serde_json` was told to keep.

use std::str::FromStr;

use serde_json::{Number, Value};

use super::codec::{Decode, Encode};
use super::decode_error::DecodeError;
use super::strict;

/// Implements both traits for integers; one outside the range of its type is an error, never a wrap.
macro_rules! integers {
    ($($integer:ty: $name:literal,)+) => {$(
        impl Decode for $integer {
            fn decode(value: Value) -> Result<Self, DecodeError> {
                integer(&value).ok_or_else(|| DecodeError::mismatch($name, &value))
            }
        }

        impl Encode for $integer {
            fn encode(&self) -> Value {
                (*self).into()
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
    fn decode(value: Value) -> Result<Self, DecodeError> {
        value
            .as_f64()
            .ok_or_else(|| DecodeError::mismatch("a number", &value))
    }
}

/// A whole number is written as one: many servers take no `1.0` for it. JSON has no infinity and no NaN: they are null.
impl Encode for f64 {
    fn encode(&self) -> Value {
        // A whole number that came as one fits an integer better, so that a union has to see the difference.
        if self.fract() != 0.0 || strict::is_on() {
            return (*self).into();
        }
        let whole = self.to_string().parse::<i64>();
        whole.map_or_else(|_| (*self).into(), Value::from)
    }
}

impl Decode for f32 {
    fn decode(value: Value) -> Result<Self, DecodeError> {
        let number = match &value {
            Value::Number(number) => number
                .to_string()
                .parse()
                .ok()
                .filter(|n: &f32| n.is_finite()),
            _ => None,
        };
        number.ok_or_else(|| DecodeError::mismatch("a 32-bit number", &value))
    }
}

/// Written with its own digits: `0.1_f32` is `0.1`, not the `0.10000000149011612` that it is as an `f64`.
impl Encode for f32 {
    fn encode(&self) -> Value {
        let digits = self.to_string().parse::<f64>();
        digits.map_or(Value::Null, |digits| digits.encode())
    }
}

impl Decode for i128 {
    fn decode(value: Value) -> Result<Self, DecodeError> {
        integer(&value).ok_or_else(|| DecodeError::mismatch("an integer", &value))
    }
}

impl Encode for i128 {
    fn encode(&self) -> Value {
        if let Ok(integer) = i64::try_from(*self) {
            return integer.into();
        }
        // What no 64 bits hold keeps as many digits as `serde_json` keeps of any number.
        self.to_string().parse().map_or(Value::Null, Value::Number)
    }
}

impl Decode for Number {
    fn decode(value: Value) -> Result<Self, DecodeError> {
        match value {
            Value::Number(number) => Ok(number),
            other => Err(DecodeError::mismatch("a number", &other)),
        }
    }
}

impl Encode for Number {
    fn encode(&self) -> Value {
        Value::Number(self.clone())
    }
}

/// The integer that a JSON value is, if the type can hold it.
///
/// JSON Schema counts `3.0` as an integer, so a float without a fraction is one. Its text is read, as that is exact:
/// Rust writes a float in full, without an exponent. Adding zero turns `-0` into `0`, which an unsigned type can hold.
fn integer<T: TryFrom<i64> + TryFrom<u64> + FromStr>(value: &Value) -> Option<T> {
    if let Some(integer) = value.as_i64() {
        T::try_from(integer).ok()
    } else if let Some(integer) = value.as_u64() {
        T::try_from(integer).ok()
    } else {
        let text = value.as_number()?.to_string();
        // More digits than 64 bits hold, where `serde_json` keeps them.
        text.parse().ok().or_else(|| {
            let float = value.as_f64()? + 0.0;
            float.to_string().parse().ok()
        })
    }
}
