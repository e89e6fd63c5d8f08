//! JSON of the types of the standard library, numbers apart.

use std::collections::BTreeMap;

use serde_json::Value;

use super::absent::OptionalNullable;
use super::codec::{Decode, Encode, filled};
use super::decode_error::DecodeError;
use super::object::Object;

impl Decode for Value {
    fn decode(value: Value) -> Result<Self, DecodeError> {
        Ok(value)
    }

    fn null() -> Option<Self> {
        Some(Self::Null)
    }
}

impl Encode for Value {
    fn encode(&self) -> Value {
        self.clone()
    }
}

impl Decode for () {
    fn decode(value: Value) -> Result<Self, DecodeError> {
        match value {
            Value::Null => Ok(()),
            other => Err(DecodeError::mismatch("null", &other)),
        }
    }
}

impl Encode for () {
    fn encode(&self) -> Value {
        Value::Null
    }
}

impl Decode for bool {
    fn decode(value: Value) -> Result<Self, DecodeError> {
        match value {
            Value::Bool(value) => Ok(value),
            other => Err(DecodeError::mismatch("a boolean", &other)),
        }
    }
}

impl Encode for bool {
    fn encode(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Decode for String {
    fn decode(value: Value) -> Result<Self, DecodeError> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(DecodeError::mismatch("a string", &other)),
        }
    }
}

impl Encode for String {
    fn encode(&self) -> Value {
        self.as_str().encode()
    }
}

impl Encode for str {
    fn encode(&self) -> Value {
        Value::String(self.to_owned())
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(value: Value) -> Result<Self, DecodeError> {
        let Value::Array(elements) = value else {
            return Err(DecodeError::mismatch("an array", &value));
        };
        let decode = |(index, element)| filled(element).map_err(|error| error.at(index));
        elements.into_iter().enumerate().map(decode).collect()
    }

    fn empty() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self) -> Value {
        self.as_slice().encode()
    }
}

impl<T: Encode> Encode for [T] {
    fn encode(&self) -> Value {
        self.iter().map(Encode::encode).collect()
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    fn decode(value: Value) -> Result<Self, DecodeError> {
        match value {
            Value::Object(fields) => Object::new(fields).entries(),
            other => Err(DecodeError::mismatch("an object", &other)),
        }
    }

    fn empty() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: Encode> Encode for BTreeMap<String, T> {
    fn encode(&self) -> Value {
        self.iter()
            .map(|(name, value)| (name.clone(), value.encode()))
            .collect()
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(value: Value) -> Result<Self, DecodeError> {
        T::decode(value).map(Box::new)
    }

    fn null() -> Option<Self> {
        T::null().map(Box::new)
    }

    fn empty() -> Option<Self> {
        T::empty().map(Box::new)
    }
}

impl<T: Encode + ?Sized> Encode for Box<T> {
    fn encode(&self) -> Value {
        (**self).encode()
    }

    fn redacted(&self) -> &'static str {
        (**self).redacted()
    }
}

impl<T: Encode + ?Sized> Encode for &T {
    fn encode(&self) -> Value {
        (**self).encode()
    }

    fn redacted(&self) -> &'static str {
        (**self).redacted()
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(value: Value) -> Result<Self, DecodeError> {
        match value {
            Value::Null => Ok(None),
            value => T::decode(value).map(Some),
        }
    }

    /// Null says as much.
    fn empty() -> Option<Self> {
        T::empty().map(|_| None)
    }
}

impl<T: Encode> Encode for Option<T> {
    fn encode(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::encode)
    }

    fn redacted(&self) -> &'static str {
        match self {
            None => "None",
            Some(_) => "Some([redacted])",
        }
    }
}

/// Absent is written as null: only [`ObjectWriter::nullable`](super::ObjectWriter::nullable) can leave a field out.
impl<T: Encode> Encode for OptionalNullable<T> {
    fn encode(&self) -> Value {
        self.value().map_or(Value::Null, T::encode)
    }

    fn redacted(&self) -> &'static str {
        match self {
            Self::Absent => "Absent",
            Self::Null => "Null",
            Self::Value(_) => "Value([redacted])",
        }
    }
}
