//! What a request sends of a value: all but the members that are `readOnly`, which only the server sends.
//!
//! A value that was read from an answer has them, and `serde` still writes them: they are left out where a request is made,
//! however deep they stand.

use serde_json::Value;

use super::codec::Encode;
use super::json_writer::JsonWriter;

/// Writes a value as JSON text, for a body.
pub(super) fn json<T: Encode + ?Sized>(value: &T) -> Vec<u8> {
    JsonWriter::write(value, true)
}

// Only with streams.
/// Writes a value as JSON text, for a body, with a member that has one value whatever the caller set.
#[cfg(feature = "client")]
pub(super) fn json_with<T: Encode + ?Sized>(
    value: &T,
    (name, is_on): (&'static str, bool),
) -> Vec<u8> {
    JsonWriter::write_tagged(value, name, is_on.to_string())
}

/// Writes a value as JSON, for what is made of its parts: a parameter or a field of a form.
pub(super) fn value<T: Encode + ?Sized>(value: &T) -> Value {
    let text = json(value);
    // Only what is nested too deeply for any reader is not read: it stays the text that it is.
    let read = serde_json::from_slice(&text);
    read.unwrap_or_else(|_| Value::String(lossless(text)))
}

// Only with JSON parameters.
/// Writes a value as JSON text, for a parameter that holds a JSON document.
#[cfg(feature = "client")]
pub fn json_text<T: Encode + ?Sized>(value: &T) -> String {
    lossless(json(value))
}

/// The texts that a caller hands over, for a parameter that is a list of them.
#[cfg(feature = "client")]
pub fn texts(values: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<String> {
    let values = values.into_iter();
    values.map(|value| value.as_ref().to_owned()).collect()
}

/// JSON text is UTF-8 already.
fn lossless(text: Vec<u8>) -> String {
    String::from_utf8(text)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

// Only with JSON parameters.
/// The same for a header, where all but ASCII is an escape: each reader takes other characters for something else.
#[cfg(feature = "client")]
pub fn ascii_json_text<T: Encode + ?Sized>(value: &T) -> String {
    let mut text = String::new();
    for c in json_text(value).chars() {
        if c.is_ascii() && c != '\u{7f}' {
            text.push(c);
        } else {
            let mut units = [0; 2];
            let escapes = c.encode_utf16(&mut units).iter();
            text.extend(escapes.map(|unit| format!("\\u{unit:04x}")));
        }
    }
    text
}
