//! JSON text while it is written.

use serde::Serialize;
use serde_json::Value;

use super::{codec::Encode, escapes, object_writer::ObjectWriter};

/// JSON text being written: each value is written at its end.
#[derive(Debug, Default)]
pub struct JsonWriter {
    pub(super) text: Vec<u8>,
    /// Whether it goes into a request, which leaves out what only the server sends.
    pub(super) is_sent: bool,
    /// The names of the members so far, of all objects that have no end yet.
    pub(super) names: Vec<&'static str>,
    /// The tags that the next object has to have, the outermost first.
    tags: Vec<Tag>,
}

/// A member that selects a candidate of a union.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: &'static str,
    /// What it may be, as JSON text.
    pub(super) values: Vec<String>,
}

impl JsonWriter {
    /// Writes a value as a request sends it, or in full.
    pub(super) fn write(value: &dyn Encode, is_sent: bool) -> Vec<u8> {
        let mut json = Self { text: Vec::with_capacity(128), is_sent, ..Self::default() };
        value.encode(&mut json);
        json.text
    }

    // Only with streams.
    /// Writes a value as a request sends it; if it is an object, with a member of this JSON text.
    #[cfg(feature = "client")]
    pub(super) fn write_tagged(value: &dyn Encode, name: &'static str, text: String) -> Vec<u8> {
        let mut json = Self { is_sent: true, ..Self::default() };
        let values = vec![text];
        json.tagged(value, Tag { name, values });
        json.text
    }

    /// Writes null.
    #[inline]
    pub fn null(&mut self) {
        self.text.extend_from_slice(b"null");
    }

    /// Writes a boolean.
    #[inline]
    pub fn boolean(&mut self, value: bool) {
        let text: &[u8] = if value { b"true" } else { b"false" };
        self.text.extend_from_slice(text);
    }

    /// Writes a text.
    #[inline]
    pub fn text(&mut self, text: &str) {
        if escapes::are_none_in(text) {
            self.text.reserve(text.len() + 2);
            self.text.push(b'"');
            self.text.extend_from_slice(text.as_bytes());
            self.text.push(b'"');
        } else {
            self.escaped(text);
        }
    }

    #[cold]
    fn escaped(&mut self, text: &str) {
        self.plain(text);
    }

    /// Writes a number, or what else `serde_json` knows how to write.
    pub(super) fn plain(&mut self, value: &(impl Serialize + ?Sized)) {
        let before = self.text.len();
        if serde_json::to_writer(&mut self.text, value).is_err() {
            // Nothing that comes here can fail.
            self.text.truncate(before);
            self.null();
        }
    }

    /// Writes any JSON.
    pub fn value(&mut self, value: &Value) {
        match value {
            Value::Object(members) if !self.tags.is_empty() => {
                let mut object = self.object();
                for (name, value) in members {
                    object.entry(name, value);
                }
                object.finish();
            }
            other => self.plain(other),
        }
    }

    /// Writes an array.
    pub fn array<T: Encode>(&mut self, elements: &[T]) {
        let mut array = self.elements();
        for element in elements {
            array.element(element);
        }
        array.finish();
    }

    /// Begins an array.
    pub(super) fn elements(&mut self) -> ArrayWriter<'_> {
        // An array has no tag.
        self.tags.clear();
        self.text.push(b'[');
        ArrayWriter { json: self, is_empty: true }
    }

    /// Begins an object.
    #[inline]
    pub fn object(&mut self) -> ObjectWriter<'_> {
        let tags = std::mem::take(&mut self.tags);
        ObjectWriter::new(self, tags)
    }

    /// Writes a value that has a tag if it is an object.
    #[allow(dead_code, reason = "only unions and the bodies of calls have one")]
    pub(super) fn tagged<T: Encode + ?Sized>(&mut self, value: &T, tag: Tag) {
        self.tags.push(tag);
        value.encode(self);
        self.tags.clear();
    }
}

/// An array being written.
#[derive(Debug)]
pub(super) struct ArrayWriter<'w> {
    json: &'w mut JsonWriter,
    is_empty: bool,
}

impl ArrayWriter<'_> {
    pub(super) fn element<T: Encode>(&mut self, element: &T) {
        if !self.is_empty {
            self.json.text.push(b',');
        }
        self.is_empty = false;
        element.encode(self.json);
    }

    pub(super) fn finish(self) {
        self.json.text.push(b']');
    }
}
