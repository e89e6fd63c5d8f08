//! Structs that are JSON objects.

use super::decode_error::DecodeError;
use super::json::Json;
use super::json_writer::JsonWriter;
use super::object::Object;
use super::object_writer::ObjectWriter;

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
pub fn read_record<T: Record>(json: Json<'_>) -> Result<T, DecodeError> {
    let mut object = Object::of(json)?;
    let record = T::read(&mut object)?;
    object.finish();
    Ok(record)
}

/// Writes a record as an object; a request leaves out what only the server sends.
pub fn write_record<T: Record>(record: &T, json: &mut JsonWriter) {
    let mut object = json.object();
    object.leave_out(T::READ_ONLY);
    record.write(&mut object);
    object.finish();
}

/// Makes a [`Record`] readable and writable as JSON, for this crate and for `serde`.
#[allow(unused_macros, reason = "an API may have no models")]
macro_rules! record {
    ($name:ident) => {
        impl runtime::Decode for $name {
            fn decode(
                json: runtime::Json<'_>,
            ) -> ::core::result::Result<Self, runtime::DecodeError> {
                runtime::read_record(json)
            }
        }

        impl runtime::Encode for $name {
            fn encode(&self, json: &mut runtime::JsonWriter) {
                runtime::write_record(self, json);
            }
        }

        runtime::serde_shims!($name);
    };
}

#[allow(unused_imports, reason = "an API may have no models")]
pub(crate) use record;
