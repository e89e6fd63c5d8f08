//! JSON of tuples: arrays of a fixed length, each element of a type of its own.

use serde_json::Value;

use super::codec::{Decode, Encode, filled};
use super::decode_error::DecodeError;

/// Implements both traits for the tuples of up to twelve elements, as far as the standard library goes.
macro_rules! tuples {
    ($($length:literal: $($name:ident $index:tt)+;)+) => {$(
        impl<$($name: Decode),+> Decode for ($($name,)+) {
            fn decode(value: Value) -> Result<Self, DecodeError> {
                let mut elements = elements::<$length>(value)?.into_iter();
                let mut next = || elements.next().unwrap_or_default();
                Ok(($(filled::<$name>(next()).map_err(|error| error.at($index))?,)+))
            }
        }

        impl<$($name: Encode),+> Encode for ($($name,)+) {
            fn encode(&self) -> Value {
                Value::Array(vec![$(self.$index.encode()),+])
            }
        }
    )+};
}

tuples! {
    1: A 0;
    2: A 0 B 1;
    3: A 0 B 1 C 2;
    4: A 0 B 1 C 2 D 3;
    5: A 0 B 1 C 2 D 3 E 4;
    6: A 0 B 1 C 2 D 3 E 4 F 5;
    7: A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    8: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
    9: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8;
    10: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9;
    11: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10;
    12: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11;
}

/// The elements of an array of just this length.
fn elements<const LENGTH: usize>(value: Value) -> Result<Vec<Value>, DecodeError> {
    match value {
        Value::Array(elements) if elements.len() == LENGTH => Ok(elements),
        Value::Array(elements) => Err(DecodeError::new(
            format!("an array of {LENGTH}"),
            format!("an array of {}", elements.len()),
        )),
        other => Err(DecodeError::mismatch(
            format!("an array of {LENGTH}"),
            &other,
        )),
    }
}
