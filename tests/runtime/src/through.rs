//! Values to and from JSON, for tests that have or want a `serde_json::Value`.

use serde_json::Value;

use crate::runtime::{Decode, DecodeError, Encode, Json, Tape, serialize};

/// Takes in some JSON and reads from it.
///
/// # Errors
///
/// The error of taking in the text.
pub fn on_tape<T>(json: &Value, read: impl FnOnce(Json<'_>) -> T) -> Result<T, DecodeError> {
    let text = json.to_string();
    let tape = Tape::parse(text.as_bytes()).map_err(|error| DecodeError::syntax(&error))?;
    Ok(read(tape.root()))
}

/// A value that tests read and write.
pub trait Through: Sized {
    /// Reads it from the text of some JSON.
    ///
    /// # Errors
    ///
    /// The error of reading it.
    fn of_json(json: Value) -> Result<Self, DecodeError>;

    /// What it is written as.
    fn to_json(&self) -> Value;
}

impl<T: Decode + Encode> Through for T {
    fn of_json(json: Value) -> Result<Self, DecodeError> {
        on_tape(&json, Self::decode)?
    }

    fn to_json(&self) -> Value {
        serialize(self, serde_json::value::Serializer).unwrap_or_default()
    }
}
