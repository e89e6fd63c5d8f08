//! What a request sends of a value: all but the members that are `readOnly`, which only the server sends.
//!
//! A value that was read from an answer has them, and `serde` still writes them: they are left out where a request is made,
//! however deep they stand.

use std::fmt::{self, Display, Formatter};

use serde_json::Number;

use super::tape::{Node, Tape};
use super::{codec::Encode, json::Json, json_writer::JsonWriter};

/// A value as a request sends it, for what is made of its parts: a parameter or a form. Members keep their order.
#[derive(Debug, Clone, PartialEq)]
pub enum Sent {
    /// Null.
    Null,
    /// A boolean.
    Boolean(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Self>),
    /// An object.
    Members(Vec<(String, Self)>),
}

impl Sent {
    /// What a request sends of a value.
    pub fn of(value: &(impl Encode + ?Sized)) -> Self {
        Self::read(json(&value))
    }

    /// The value of a JSON text. Only what is nested too deeply for any reader is not read: it stays the text that it is.
    pub(super) fn read(json: Vec<u8>) -> Self {
        let read = Tape::parse(&json).map(|tape| Self::part(tape.root()));
        read.unwrap_or_else(|_| Self::Text(lossless(json)))
    }

    fn part(json: Json<'_>) -> Self {
        if let Some(elements) = json.elements() {
            return Self::List(elements.map(Self::part).collect());
        }
        if let Some(members) = json.members() {
            let members = members.map(|(name, value)| (name.to_owned(), Self::part(value)));
            return Self::Members(members.collect());
        }
        match (json.node(), json.text(), json.number()) {
            (Node::Bool(value), ..) => Self::Boolean(value),
            (_, Some(text), _) => Self::Text(text.to_owned()),
            (_, None, Some(number)) => Self::Number(number),
            (_, None, None) => Self::Null,
        }
    }
}

impl Encode for Sent {
    fn encode(&self, json: &mut JsonWriter) {
        match self {
            Self::Null => json.null(),
            Self::Boolean(value) => json.boolean(*value),
            Self::Number(number) => json.plain(number),
            Self::Text(text) => json.text(text),
            Self::List(elements) => json.array(elements),
            Self::Members(members) => {
                let mut object = json.object();
                for (name, value) in members {
                    object.entry(name, value);
                }
                object.finish();
            }
        }
    }
}

/// Shows the value as JSON text.
impl Display for Sent {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&lossless(JsonWriter::write(self, false)))
    }
}

/// Writes a value as JSON text, for a body.
pub(super) fn json(value: &dyn Encode) -> Vec<u8> {
    JsonWriter::write(value, true)
}

// Only with streams.
/// Writes a value as JSON text, for a body, with a member that has one value whatever the caller set.
#[cfg(feature = "client")]
pub(super) fn json_with(value: &dyn Encode, (name, is_on): (&'static str, bool)) -> Vec<u8> {
    JsonWriter::write_tagged(value, name, is_on.to_string())
}

// Only with JSON parameters.
/// Writes a value as JSON text, for a parameter that holds a JSON document.
#[cfg(feature = "client")]
pub fn json_text(value: &(impl Encode + ?Sized)) -> String {
    lossless(json(&value))
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
pub fn ascii_json_text(value: &(impl Encode + ?Sized)) -> String {
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
