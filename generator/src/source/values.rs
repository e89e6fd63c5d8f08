//! The one visitor behind the JSON and the YAML reader: events in, plain values out, within limits. Knows no file and no format.

use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_json::{Number, Value};

use super::keys::Key;
use super::maps;
use super::reading::{Reading, What};
use super::texts::Texts;

/// Reads one node.
#[derive(Debug)]
pub(super) struct Node<'r> {
    reading: &'r mut Reading,
    depth: usize,
    /// The scalars at and below this node that mean their texts.
    texts: Option<&'r Texts>,
    /// Whether this is what a merge key adds to the map around it.
    is_merged: bool,
}

impl<'r> Node<'r> {
    /// The root of a document; of `texts` the text is read, whatever it would mean without quotes.
    pub(super) fn root(reading: &'r mut Reading, texts: Option<&'r Texts>) -> Self {
        Self {
            reading,
            depth: 0,
            texts,
            is_merged: false,
        }
    }

    fn text<E: de::Error>(self, text: &str) -> Result<Value, E> {
        self.reading.count(text.len(), self.depth)?;
        Ok(Value::String(text.to_owned()))
    }

    fn number<E: de::Error>(self, number: impl Into<Number>) -> Result<Value, E> {
        self.reading.count(0, self.depth)?;
        Ok(Value::Number(number.into()))
    }

    /// Reads the entries of a map; what stands under merge keys comes apart.
    fn entries<'de, A: MapAccess<'de>>(
        &mut self,
        entries: &mut A,
        read: &mut Vec<(String, Value)>,
        merged: &mut Vec<Value>,
    ) -> Result<(), A::Error> {
        while let Some(key) = entries.next_key_seed(Key {
            reading: &mut *self.reading,
        })? {
            let value = self.child(|| key.clone(), |node| entries.next_value_seed(node))?;
            if self.reading.has_merge_keys && key == "<<" {
                merged.push(value);
            } else {
                read.push((key, value));
            }
        }
        Ok(())
    }

    /// Reads a node under `key` and makes its problems, or its failure, ours.
    fn child<T, E>(
        &mut self,
        key: impl Fn() -> String,
        read: impl FnOnce(Node<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let known = self.reading.problems.len();
        let is_merge = |key: &str| self.is_merged || self.reading.has_merge_keys && key == "<<";
        // Most documents mean what they say, and need no names here.
        let below = self.texts.map(|texts| texts.below(&key(), is_merge));
        let (texts, is_merge) = below.unwrap_or_default();
        let read = read(Node {
            reading: &mut *self.reading,
            depth: self.depth + 1,
            texts,
            is_merged: !self.is_merged && is_merge,
        });
        for problem in self.reading.problems.iter_mut().skip(known) {
            problem.trail.push(key());
        }
        if read.is_err() {
            self.reading.trail.push(key());
        }
        read
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        if self.texts.is_some_and(|texts| texts.is_text) {
            return deserializer.deserialize_str(self);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        self.reading.count(0, self.depth)?;
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        self.number(value)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        self.number(value)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "JSON has no larger integers; the nearest number is the best there is"
    )]
    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "JSON has no larger integers; the nearest number is the best there is"
    )]
    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        match Number::from_f64(value) {
            Some(number) => self.number(number),
            // JSON has no word for them; YAML's own is at least readable.
            None if value.is_nan() => self.text(".nan"),
            None if value > 0.0 => self.text(".inf"),
            None => self.text("-.inf"),
        }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
        // Other ways to write null say nothing.
        if self.texts.is_some_and(|texts| texts.is_text) && ["", "~"].contains(&text) {
            return self.visit_unit();
        }
        self.text(text)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        self.reading.count(0, self.depth)?;
        Ok(Value::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Value, E> {
        self.visit_unit()
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Value, A::Error> {
        self.reading.count(0, self.depth)?;
        let mut values = Vec::new();
        loop {
            let index = values.len();
            let value = self.child(|| index.to_string(), |node| list.next_element_seed(node))?;
            let Some(value) = value else {
                values.shrink_to_fit();
                return Ok(Value::Array(values));
            };
            values.push(value);
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<Value, A::Error> {
        self.is_merged = false;
        self.reading.count(0, self.depth)?;
        let (mut read, mut merged) = (Vec::new(), Vec::new());
        let end = self.entries(&mut entries, &mut read, &mut merged);
        // Of a map that breaks off, too, it is told what was there twice.
        let mut map = maps::of(read, |key, is_same| {
            self.reading
                .found(What::Duplicate { is_same }, Some(key.to_owned()));
        });
        end?;
        for value in merged {
            if !maps::merge(&mut map, value) {
                self.reading.found(What::Merge, Some("<<".to_owned()));
            }
        }
        Ok(Value::Object(map))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Value, A::Error> {
        // Only YAML comes here: a tag of the user's own. Its value is read, so that the rest is checked too.
        self.reading.found(What::Tag, None);
        let (_, value) = tagged.variant::<String>()?;
        let node = Node {
            depth: self.depth + 1,
            reading: &mut *self.reading,
            texts: None,
            is_merged: false,
        };
        value.newtype_variant_seed(node)
    }
}
