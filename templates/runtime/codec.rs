//! The two traits through which every value is read from JSON and written to it.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::decode_error::DecodeError;

/// A value that can be read from JSON.
pub trait Decode: Sized {
    /// Reads the value.
    ///
    /// # Errors
    ///
    /// A [`DecodeError`] that says where the JSON differs from what the type expects.
    fn decode(value: Value) -> Result<Self, DecodeError>;

    /// What null is in a field that may be left out: as good as left out, unless the type holds null itself.
    fn null() -> Option<Self> {
        None
    }

    /// The value that has nothing in it. A list or a map that is required is it where the server sends null or no field, as
    /// servers written in Go do.
    fn empty() -> Option<Self> {
        None
    }
}

/// A value that can be written as JSON.
pub trait Encode {
    /// Writes the value.
    fn encode(&self) -> Value;

    /// What `Debug` shows in place of a secret value.
    ///
    /// A type that says whether there is a value, such as `Option`, shows that much.
    fn redacted(&self) -> &'static str {
        "[redacted]"
    }
}

/// Reads a value, as a function that a table can hold.
///
/// # Errors
///
/// A [`DecodeError`] when the value does not fit.
pub fn read<T: Decode>(value: Value) -> Result<T, DecodeError> {
    T::decode(value)
}

/// Reads a value that must be there: null is empty, if the value can be that and is never null.
///
/// # Errors
///
/// A [`DecodeError`] when the value does not fit.
pub(super) fn filled<T: Decode>(value: Value) -> Result<T, DecodeError> {
    let is_null = value.is_null();
    let read = T::decode(value);
    match read {
        Err(error) if is_null => T::empty().ok_or(error),
        read => read,
    }
}

/// Reads a value from the text of a JSON document.
///
/// # Errors
///
/// A [`DecodeError`] when the text is not JSON, or not the JSON that the type expects.
pub fn from_slice<T: Decode>(text: &[u8]) -> Result<T, DecodeError> {
    if text.is_empty() {
        return Err(DecodeError::no_body());
    }
    let value = serde_json::from_slice(text).map_err(|error| DecodeError::syntax(&error))?;
    filled(value)
}

/// Writes a value through `serde`, whatever the format is.
///
/// # Errors
///
/// The error of the serializer.
pub fn serialize<T: Encode, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.encode().serialize(serializer)
}

/// Reads a value through `serde`, from any format that describes itself.
///
/// # Errors
///
/// The error of the deserializer, or a [`DecodeError`] made into one.
pub fn deserialize<'de, T: Decode, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    T::decode(value).map_err(D::Error::custom)
}

/// Implements the traits of `serde` for a type that is [`Decode`] and [`Encode`].
///
/// They are for the user. The crate itself never goes through them, so they cost little to compile.
#[allow(unused_macros, reason = "an API may have no models")]
macro_rules! serde_shims {
    ($name:ident) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                runtime::serialize(self, serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                runtime::deserialize(deserializer)
            }
        }
    };
}

#[allow(unused_imports, reason = "an API may have no models")]
pub(crate) use serde_shims;
