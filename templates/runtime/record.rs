//! Structs that are JSON objects.

use serde_json::Value;

use super::decode_error::DecodeError;
use super::object::{Object, ObjectWriter};
use super::sent;

/// A struct that is a JSON object, one line a field.
pub trait Record: Sized {
    /// The members that only the server sends (`readOnly`).
    const READ_ONLY: &'static [&'static str] = &[];

    /// Takes the fields out of an object.
    ///
    /// # Errors
    ///
    /// A [`DecodeError`] when a field is missing or does not fit.
    fn read(object: &mut Object) -> Result<Self, DecodeError>;

    /// Writes the fields.
    fn write(&self, object: &mut ObjectWriter);
}

/// Reads a record from a value that must be an object.
///
/// # Errors
///
/// A [`DecodeError`] when the value is no object, or a field does not fit.
pub fn read_record<T: Record>(value: Value) -> Result<T, DecodeError> {
    match value {
        Value::Object(fields) => T::read(&mut Object::new(fields)),
        other => Err(DecodeError::mismatch("an object", &other)),
    }
}

/// Writes a record as an object; a request leaves out what only the server sends.
pub fn write_record<T: Record>(record: &T) -> Value {
    let mut object = ObjectWriter::default();
    record.write(&mut object);
    if sent::is_sending() {
        object.remove(T::READ_ONLY);
    }
    object.finish()
}

/// Makes a [`Record`] readable and writable as JSON, for this crate and for `serde`.
#[allow(unused_macros, reason = "an API may have no models")]
macro_rules! record {
    ($name:ident) => {
        impl runtime::Decode for $name {
            fn decode(
                value: ::serde_json::Value,
            ) -> ::core::result::Result<Self, runtime::DecodeError> {
                runtime::read_record(value)
            }
        }

        impl runtime::Encode for $name {
            fn encode(&self) -> ::serde_json::Value {
                runtime::write_record(self)
            }
        }

        runtime::serde_shims!($name);
    };
}

#[allow(unused_imports, reason = "an API may have no models")]
pub(crate) use record;
