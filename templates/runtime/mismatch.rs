//! What was found where something else was expected, in a few words.

use std::borrow::Cow;

use super::{decode_error::DecodeError, json::Json, tame::tame, tape::Node};

/// How many characters of a string are shown.
const SHOWN: usize = 32;

impl DecodeError {
    /// A value of the wrong kind.
    #[doc(hidden)]
    pub fn mismatch(expected: impl Into<Cow<'static, str>>, found: Json<'_>) -> Self {
        Self::new(expected, describe(found))
    }
}

/// Says what a value is, in a few words.
fn describe(json: Json<'_>) -> String {
    match json.node() {
        Node::Array => "an array".to_owned(),
        Node::Object => "an object".to_owned(),
        Node::Bool(value) => value.to_string(),
        _ => match (json.text(), json.number()) {
            (Some(text), _) => format!("the string {}", shorten(text)),
            (None, Some(number)) => format!("the number {}", tame(&number.to_string(), SHOWN)),
            (None, None) => "null".to_owned(),
        },
    }
}

/// The start of a text, quoted, with an ellipsis where it goes on.
pub(super) fn shorten(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{:?}…", &text[..end]),
        None => format!("{text:?}"),
    }
}
