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

/// Makes a struct readable and writable as JSON, for this crate and for `serde`: a line for each field with when it is there, and its
/// name in JSON where that differs. Without lines, of a type that is a [`Record`] by itself.
///
/// What callers make is `made`, and its lines say how (see `making.rs`).
#[allow(unused_macros, reason = "an API may have no models")]
macro_rules! record {
    (
        $name:ident $(, rest $rest:ident)? $(, read_only $($read_only:literal)+)?;
        $($field:ident: $presence:ident $(= $wire:literal)?;)*
    ) => {
        impl runtime::Record for $name {
            $(const READ_ONLY: &'static [&'static str] = &[$($read_only),+];)?

            fn read(
                object: &mut runtime::Object,
            ) -> ::core::result::Result<Self, runtime::DecodeError> {
                let _ = &object;
                ::core::result::Result::Ok(Self {
                    $($field: object.$presence(runtime::wire!($field $($wire)?))?,)*
                    $($rest: object.rest()?,)?
                })
            }

            fn write(&self, object: &mut runtime::ObjectWriter) {
                let _ = &object;
                $(object.$presence(runtime::wire!($field $($wire)?), &self.$field);)*
                $(object.rest(&self.$rest);)?
            }
        }

        runtime::record!($name);
    };
    (
        $name:ident: $($how:ident)+ $(, rest $rest:ident $(set $values:ty)?)? $(, read_only $($read_only:literal)+)?;
        $(
            $field:ident: $presence:ident $(($($kind:ident)+))? $(= $wire:literal)?
                $(, new $(as $new_as:ident)? $new:ty)?
                $(, $(#[$attribute:meta])* set $(as $set_as:ident)? $set:ty)?
                $(, is $is:expr)?;
        )*
    ) => {
        runtime::record! {
            $name $(, rest $rest)? $(, read_only $($read_only)+)?;
            $($field: $presence $(= $wire)?;)*
        }

        runtime::making! {
            $name: $($how)+ $(, $rest $(set $values)?)?;
            $(
                $field: $presence $(($($kind)+))?
                    $(, new $(as $new_as)? $new)?
                    $(, $(#[$attribute])* set $(as $set_as)? $set)?
                    $(, is $is)?;
            )*
        }
    };
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

/// The name of a field in JSON: its own, where no other is given.
#[allow(unused_macros, reason = "an API may have no models")]
macro_rules! wire {
    ($field:ident) => {
        ::core::stringify!($field)
    };
    ($field:ident $wire:literal) => {
        $wire
    };
}

#[allow(unused_imports, reason = "an API may have no models")]
pub(crate) use {record, wire};
