//! The two traits through which every value is read from JSON and written to it.

use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserializer, Serialize as _, Serializer};

use super::{decode_error::DecodeError, json::Json, json_writer::JsonWriter, tape::Tape};

/// A value that can be read from JSON: a model, or what models are made of.
pub trait Decode: Sized {
    /// Reads the value.
    ///
    /// # Errors
    /// A [`DecodeError`] that says where the JSON differs from what the type expects.
    #[doc(hidden)]
    fn decode(json: Json<'_>) -> Result<Self, DecodeError>;

    /// Reads a value that must be there: null is empty, if the value can be that and is never null.
    ///
    /// # Errors
    /// A [`DecodeError`] when the value does not fit.
    #[doc(hidden)]
    #[inline]
    fn filled(json: Json<'_>) -> Result<Self, DecodeError> {
        Self::decode(json)
    }

    /// What null is in a field that may be left out: as good as left out, unless the type holds null itself.
    #[doc(hidden)]
    fn null() -> Option<Self> {
        None
    }

    /// The value that has nothing in it. A list or a map that is required is it where the server sends null or no field, as
    /// servers written in Go do.
    #[doc(hidden)]
    fn empty() -> Option<Self> {
        None
    }
}

/// A value that can be written as JSON: a model, or what models are made of.
pub trait Encode {
    /// Writes the value.
    #[doc(hidden)]
    fn encode(&self, json: &mut JsonWriter);

    /// What `Debug` shows in place of a secret value.
    ///
    /// A type that says whether there is a value, such as `Option`, shows that much.
    #[doc(hidden)]
    fn redacted(&self) -> &'static str {
        "[redacted]"
    }
}

/// Reads a value, as a function that a table can hold.
///
/// # Errors
/// A [`DecodeError`] when the value does not fit.
pub fn read<T: Decode>(json: Json<'_>) -> Result<T, DecodeError> {
    T::decode(json)
}

/// Reads a list or a map that must be there: null is one that has nothing in it.
///
/// # Errors
/// A [`DecodeError`] when the value does not fit.
pub(super) fn null_is_empty<T: Decode + Default>(json: Json<'_>) -> Result<T, DecodeError> {
    if json.is_null() { Ok(T::default()) } else { T::decode(json) }
}

/// Reads a value from the text of a JSON document.
///
/// # Errors
/// A [`DecodeError`] when the text is not JSON, or not the JSON that the type expects.
pub fn from_slice<T: Decode>(text: &[u8]) -> Result<T, DecodeError> {
    let tape = parse(text)?;
    T::filled(tape.root())
}

/// Takes in the text of a JSON document.
///
/// # Errors
/// A [`DecodeError`] when the text is not JSON.
pub(super) fn parse(text: &[u8]) -> Result<Tape<'_>, DecodeError> {
    if text.is_empty() {
        return Err(DecodeError::no_body());
    }
    Tape::parse(text).map_err(|error| DecodeError::syntax(&error))
}

/// Writes a value through `serde`, whatever the format is.
///
/// # Errors
/// The error of the serializer, or that of a value which is too deep to be read again.
pub fn serialize<T: Encode, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let text = JsonWriter::write(value, false);
    let tape = Tape::parse(&text).map_err(S::Error::custom)?;
    tape.root().serialize(serializer)
}

/// Reads a value through `serde`, from any format that describes itself.
///
/// # Errors
/// The error of the deserializer, or a [`DecodeError`] made into one.
pub fn deserialize<'de, T: Decode, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let tape = Tape::of(deserializer)?;
    T::decode(tape.root()).map_err(D::Error::custom)
}

/// Implements the traits of `serde` for a type that is [`Decode`] and [`Encode`].
///
/// They are for the user. The crate itself never goes through them, so they cost little to compile.
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
