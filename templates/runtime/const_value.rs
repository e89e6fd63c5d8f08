//! Booleans and numbers that have only one value: written for the caller, checked when read.

use std::fmt::{self, Debug, Display, Formatter};

use super::codec::{Decode, Encode, deserialize, serialize};
use super::{decode_error::DecodeError, json::Json, json_writer::JsonWriter};

/// Implements a type without content that stands for its parameter.
macro_rules! const_value {
    ($(#[doc = $doc:literal])+ $name:ident: $value:ident) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub struct $name<const VALUE: $value>;

        impl<const VALUE: $value> $name<VALUE> {
            /// The value as it is in JSON.
            pub const fn value(self) -> $value {
                VALUE
            }
        }

        impl<const VALUE: $value> From<$name<VALUE>> for $value {
            fn from(_: $name<VALUE>) -> Self {
                VALUE
            }
        }

        impl<const VALUE: $value> PartialEq<$value> for $name<VALUE> {
            fn eq(&self, other: &$value) -> bool {
                VALUE == *other
            }
        }

        impl<const VALUE: $value> Debug for $name<VALUE> {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                Debug::fmt(&VALUE, f)
            }
        }

        impl<const VALUE: $value> Display for $name<VALUE> {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                Display::fmt(&VALUE, f)
            }
        }

        impl<const VALUE: $value> Decode for $name<VALUE> {
            fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
                // A number is the same with a fraction of zero, which the reader of the type knows.
                if $value::decode(json).is_ok_and(|read| read == VALUE) {
                    Ok(Self)
                } else {
                    Err(DecodeError::mismatch(VALUE.to_string(), json))
                }
            }
        }

        impl<const VALUE: $value> Encode for $name<VALUE> {
            fn encode(&self, json: &mut JsonWriter) {
                VALUE.encode(json);
            }
        }

        impl<const VALUE: $value> serde::Serialize for $name<VALUE> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize(self, serializer)
            }
        }

        impl<'de, const VALUE: $value> serde::Deserialize<'de> for $name<VALUE> {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize(deserializer)
            }
        }
    };
}

// Only with constant truth values.
const_value! {
    /// A boolean that is always the same.
    ConstBool: bool
}

// Only with constant numbers.
const_value! {
    /// A whole number that is always the same.
    ConstInt: i64
}
