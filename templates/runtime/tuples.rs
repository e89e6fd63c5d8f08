//! JSON of tuples: arrays of a fixed length, each element of a type of its own.

use super::codec::{Decode, Encode};
use super::json::{Elements, Json};
use super::{decode_error::DecodeError, json_writer::JsonWriter};

/// Implements both traits for the tuples of up to twelve elements, as far as the standard library goes.
macro_rules! tuples {
    ($($length:literal: $($name:ident $index:tt)+;)+) => {$(
        impl<$($name: Decode),+> Decode for ($($name,)+) {
            fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
                let mut elements = elements::<$length>(json)?;
                json.keep();
                Ok(($({
                    // There are as many as were asked for.
                    let element = elements.next().unwrap_or(json);
                    $name::filled(element).map_err(|error| error.at($index))?
                },)+))
            }
        }

        impl<$($name: Encode),+> Encode for ($($name,)+) {
            fn encode(&self, json: &mut JsonWriter) {
                let mut array = json.elements();
                $(array.element(&self.$index);)+
                array.finish();
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
fn elements<const LENGTH: usize>(json: Json<'_>) -> Result<Elements<'_>, DecodeError> {
    let expected = || format!("an array of {LENGTH}");
    match json.elements() {
        Some(elements) if elements.length() == LENGTH => Ok(elements),
        Some(other) => {
            let found = format!("an array of {}", other.length());
            Err(DecodeError::new(expected(), found))
        }
        None => Err(DecodeError::mismatch(expected(), json)),
    }
}
