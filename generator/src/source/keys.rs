//! Keys of maps: an event in, text out. Values are in `values.rs`.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, Visitor};

use super::reading::{Reading, What};

/// Reads the key of an entry as the text that it is written as: `200`, `1.50` and `null` are names like any other.
pub(super) struct Key<'r> {
    /// Whatever is counted and found.
    pub(super) reading: &'r mut Reading,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        let read = deserializer.deserialize_str(Text);
        match &read {
            Ok(key) => self.reading.count(key.len(), 0)?,
            // A map or a list, which has no text; everything else that can go wrong is no matter of types.
            Err(error) if error.to_string().contains("invalid type") => {
                self.reading.found(What::Key, None);
            }
            Err(_) => {}
        }
        read
    }
}

struct Text;

impl Visitor<'_> for Text {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key that is text")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<String, E> {
        Ok(key.to_owned())
    }

    fn visit_string<E: de::Error>(self, key: String) -> Result<String, E> {
        Ok(key)
    }
}
