//! JSON of the types of the standard library, numbers apart, and of any JSON.

use std::collections::BTreeMap;

use serde_json::Value;

use super::codec::{Decode, Encode, null_is_empty};
use super::{
    absent::OptionalNullable, decode_error::DecodeError, json::Json, json_writer::JsonWriter,
    object::Object, tape::Node,
};

/// How much memory a list takes before its first element was read: the text that it comes from may be much smaller.
const AT_ONCE: usize = 1024 * 1024;

impl Decode for Value {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        json.keep_all();
        Ok(if json.is_weighed() { Self::Null } else { json.to_value() })
    }

    fn null() -> Option<Self> {
        Some(Self::Null)
    }
}

impl Encode for Value {
    fn encode(&self, json: &mut JsonWriter) {
        json.value(self);
    }
}

impl Decode for () {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        if json.is_null() {
            json.keep();
            Ok(())
        } else {
            Err(DecodeError::mismatch("null", json))
        }
    }
}

impl Encode for () {
    fn encode(&self, json: &mut JsonWriter) {
        json.null();
    }
}

impl Decode for bool {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let Node::Bool(value) = json.node() else {
            return Err(DecodeError::mismatch("a boolean", json));
        };
        json.keep();
        Ok(value)
    }
}

impl Encode for bool {
    fn encode(&self, json: &mut JsonWriter) {
        json.boolean(*self);
    }
}

impl Decode for String {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let Some(text) = json.text() else {
            return Err(DecodeError::mismatch("a string", json));
        };
        json.keep();
        Ok(json.owned(text))
    }
}

impl Encode for String {
    fn encode(&self, json: &mut JsonWriter) {
        json.text(self);
    }
}

impl Encode for str {
    fn encode(&self, json: &mut JsonWriter) {
        json.text(self);
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let Some(mut elements) = json.elements() else {
            return Err(DecodeError::mismatch("an array", json));
        };
        json.keep();
        let is_weighed = json.is_weighed();
        let mut list = Self::new();
        if !is_weighed {
            list.reserve(elements.length().min(AT_ONCE / size_of::<T>().max(1)));
        }
        while let Some(element) = elements.next() {
            match T::filled(element) {
                Ok(_) if is_weighed => {}
                Ok(element) => list.push(element),
                Err(error) => return Err(error.at(elements.index())),
            }
        }
        Ok(list)
    }

    fn filled(json: Json<'_>) -> Result<Self, DecodeError> {
        null_is_empty(json)
    }

    fn empty() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, json: &mut JsonWriter) {
        json.array(self);
    }
}

impl<T: Encode> Encode for [T] {
    fn encode(&self, json: &mut JsonWriter) {
        json.array(self);
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let mut object = Object::of(json)?;
        let Some(entries) = object.entries() else {
            return Err(object.failed());
        };
        object.finish();
        Ok(entries)
    }

    fn filled(json: Json<'_>) -> Result<Self, DecodeError> {
        null_is_empty(json)
    }

    fn empty() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: Encode> Encode for BTreeMap<String, T> {
    fn encode(&self, json: &mut JsonWriter) {
        let mut object = json.object();
        for (name, value) in self {
            object.entry(name, value);
        }
        object.finish();
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        T::decode(json).map(Box::new)
    }

    fn filled(json: Json<'_>) -> Result<Self, DecodeError> {
        T::filled(json).map(Box::new)
    }

    fn null() -> Option<Self> {
        T::null().map(Box::new)
    }

    fn empty() -> Option<Self> {
        T::empty().map(Box::new)
    }
}

impl<T: Encode + ?Sized> Encode for Box<T> {
    fn encode(&self, json: &mut JsonWriter) {
        (**self).encode(json);
    }

    fn redacted(&self) -> &'static str {
        (**self).redacted()
    }
}

impl<T: Encode + ?Sized> Encode for &T {
    fn encode(&self, json: &mut JsonWriter) {
        (**self).encode(json);
    }

    fn redacted(&self) -> &'static str {
        (**self).redacted()
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        if json.is_null() {
            json.keep();
            Ok(None)
        } else {
            T::decode(json).map(Some)
        }
    }

    /// Null says as much.
    fn empty() -> Option<Self> {
        T::empty().map(|_| None)
    }
}

impl<T: Encode> Encode for Option<T> {
    fn encode(&self, json: &mut JsonWriter) {
        match self {
            Some(value) => value.encode(json),
            None => json.null(),
        }
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
    fn encode(&self, json: &mut JsonWriter) {
        self.value().encode(json);
    }

    fn redacted(&self) -> &'static str {
        match self {
            Self::Absent => "Absent",
            Self::Null => "Null",
            Self::Value(_) => "Value([redacted])",
        }
    }
}
