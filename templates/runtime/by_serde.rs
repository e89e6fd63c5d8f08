//! Types of the user's and of other crates, which `serde` reads and writes, as parts of models.

use serde::{Serialize, de::DeserializeOwned};

use super::{decode_error::DecodeError, json::Json, json_writer::JsonWriter};

/// Reads a value through `serde`.
///
/// # Errors
/// A [`DecodeError`] when its type does not take it. What the type says about it may hold parts of the value and is left out.
pub fn read_by_serde<T: DeserializeOwned>(json: Json<'_>) -> Result<T, DecodeError> {
    let value = serde_json::from_value(json.to_value()).map_err(|_| {
        let expected = format!("what `{}` reads", std::any::type_name::<T>());
        DecodeError::mismatch(expected, json)
    })?;
    json.keep_all();
    Ok(value)
}

/// Writes a value through `serde`. One that its type cannot write is null.
pub fn write_by_serde<T: Serialize>(value: &T, json: &mut JsonWriter) {
    json.value(&serde_json::to_value(value).unwrap_or_default());
}

/// Lets models hold a type that `serde` reads and writes.
macro_rules! by_serde {
    ($of_serde:ty $(;)?) => {
        impl runtime::Decode for $of_serde {
            fn decode(
                json: runtime::Json<'_>,
            ) -> ::core::result::Result<Self, runtime::DecodeError> {
                runtime::read_by_serde(json)
            }
        }

        impl runtime::Encode for $of_serde {
            fn encode(&self, json: &mut runtime::JsonWriter) {
                runtime::write_by_serde(self, json);
            }
        }
    };
}

#[allow(unused_imports, reason = "an API may have no such type")]
pub(crate) use by_serde;
