//! A JSON object while it is read or written, one call a field.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::absent::OptionalNullable;
use super::codec::{Decode, Encode, filled};
use super::decode_error::DecodeError;
use super::strict;
use super::unknown;

/// A JSON object being read: each field is taken out by its name.
#[derive(Debug)]
pub struct Object(Map<String, Value>);

impl Object {
    /// Starts to read an object.
    pub fn new(fields: Map<String, Value>) -> Self {
        Self(fields)
    }

    /// Looks at a field and leaves it in place.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// Takes a field that must be there. A list or a map is empty where it is null or missing; a candidate of a union has to
    /// have it, since it is told from others by what is there.
    ///
    /// # Errors
    ///
    /// A [`DecodeError`] when the field is missing or its value does not fit.
    pub fn required<T: Decode>(&mut self, name: &str) -> Result<T, DecodeError> {
        match self.0.remove(name) {
            Some(value) => decode_at(name, value),
            None if strict::is_on() => Err(DecodeError::missing(name)),
            None => T::empty().ok_or_else(|| DecodeError::missing(name)),
        }
    }

    /// Takes a field that may be left out; null counts as left out, unless any JSON may stand there.
    ///
    /// # Errors
    ///
    /// A [`DecodeError`] when the value does not fit.
    pub fn optional<T: Decode>(&mut self, name: &str) -> Result<Option<T>, DecodeError> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(Value::Null) => Ok(T::null()),
            Some(value) => decode_at(name, value).map(Some),
        }
    }

    /// Takes a field that may be left out or null, and tells the two apart.
    ///
    /// # Errors
    ///
    /// A [`DecodeError`] when the value does not fit.
    pub fn nullable<T: Decode>(&mut self, name: &str) -> Result<OptionalNullable<T>, DecodeError> {
        match self.0.remove(name) {
            None => Ok(OptionalNullable::Absent),
            Some(Value::Null) => Ok(OptionalNullable::Null),
            Some(value) => decode_at(name, value).map(OptionalNullable::Value),
        }
    }

    /// Takes all that is left: the additional properties.
    ///
    /// # Errors
    ///
    /// A [`DecodeError`] when a value does not fit.
    pub fn rest<T: Decode>(&mut self) -> Result<BTreeMap<String, T>, DecodeError> {
        self.0.values().for_each(unknown::unnamed);
        self.entries()
    }

    /// Takes all that is left as the entries of a map, which has no names for them.
    pub(super) fn entries<T: Decode>(&mut self) -> Result<BTreeMap<String, T>, DecodeError> {
        std::mem::take(&mut self.0)
            .into_iter()
            .map(|(name, value)| {
                let value = decode_at(&name, value)?;
                Ok((name, value))
            })
            .collect()
    }
}

/// A JSON object being written.
#[derive(Debug, Default)]
pub struct ObjectWriter(Map<String, Value>);

impl ObjectWriter {
    /// Writes a field that is always there.
    pub fn required<T: Encode + ?Sized>(&mut self, name: &str, value: &T) {
        self.0.insert(name.to_owned(), value.encode());
    }

    /// Writes a field unless it is `None`.
    pub fn optional<T: Encode>(&mut self, name: &str, value: &Option<T>) {
        if let Some(value) = value {
            self.required(name, value);
        }
    }

    /// Writes a field unless it is absent; null is written.
    pub fn nullable<T: Encode>(&mut self, name: &str, value: &OptionalNullable<T>) {
        if !value.is_absent() {
            self.required(name, value);
        }
    }

    /// Writes the additional properties; a field written before wins over one of the same name.
    pub fn rest<T: Encode>(&mut self, rest: &BTreeMap<String, T>) {
        for (name, value) in rest {
            self.0
                .entry(name.as_str())
                .or_insert_with(|| value.encode());
        }
    }

    /// Takes fields out again; the others stay in their order.
    pub(super) fn remove(&mut self, names: &[&str]) {
        self.0.retain(|name, _| !names.contains(&name.as_str()));
    }

    /// Ends the object.
    pub fn finish(self) -> Value {
        Value::Object(self.0)
    }
}

/// Reads the value of a field; an error says which one.
fn decode_at<T: Decode>(name: &str, value: Value) -> Result<T, DecodeError> {
    filled(value).map_err(|error| error.at(name))
}
