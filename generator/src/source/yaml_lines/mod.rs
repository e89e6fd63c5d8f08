//! The YAML that documents are mostly written in, a line after the other: the same events as the reader of all YAML gives, in a third
//! of its time, or nothing where a text has anything else in it. Texts of values are in `scalars.rs`.
//!
//! Nothing is decided here about what is right: what is not certain is left to the reader, which begins anew.

mod blocks;
mod lines;
mod quoted;
mod scalars;

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor, value::SeqDeserializer,
};
use serde::forward_to_deserialize_any;
use serde_json::Value;

use super::values::Node;
use lines::Lines;
use scalars::Scalar;

/// Reads a text, if all of it is of this kind.
pub(super) fn read(text: &str, node: Node<'_>) -> Option<Value> {
    let text = text.strip_prefix("---\n").unwrap_or(text);
    if !lines::is_usual(text) {
        return None;
    }
    let mut lines = Lines::of(text);
    if lines.settle() != Some(0) {
        return None;
    }
    let root = Block {
        lines: &mut lines,
        parent: None,
    };
    let value = node.deserialize(root).ok()?;
    lines.settle().is_none().then_some(value)
}

/// What is not certain; what it is does not matter to anybody.
#[derive(Debug)]
struct Unsure;

impl fmt::Display for Unsure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not certain")
    }
}

impl std::error::Error for Unsure {}

impl de::Error for Unsure {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// What stands behind a key or the dash of an item, or at the root.
#[derive(Debug)]
struct Block<'l, 't> {
    lines: &'l mut Lines<'t>,
    /// What it belongs to.
    parent: Option<Parent>,
}

/// A map or list that is open, by the column of its keys or dashes.
#[derive(Debug, Clone, Copy)]
enum Parent {
    Map(usize),
    List(usize),
}

impl Parent {
    const fn column(self) -> usize {
        match self {
            Self::Map(column) | Self::List(column) => column,
        }
    }
}

/// What a node turned out to be.
#[derive(Debug)]
enum Found<'t> {
    Nothing,
    Scalar(Scalar<'t>),
    /// A list in brackets, on one line.
    Row(Vec<Scalar<'t>>),
    EmptyMap,
    Map {
        column: usize,
        first: Cow<'t, str>,
    },
    List {
        column: usize,
        /// Whether its dashes stand right below the key that it belongs to.
        is_flush: bool,
    },
}

impl<'t> Block<'_, 't> {
    fn find(&mut self) -> Result<Found<'t>, Unsure> {
        let Some(parent) = self.parent else {
            return self.block(0);
        };
        self.lines.skip_spaces();
        if !self.lines.rest_of_line().is_empty() {
            return match parent {
                Parent::Map(_) => self.flat(),
                Parent::List(_) => self.block(self.lines.at - self.lines.line),
            };
        }
        let Some(column) = self.lines.settle() else {
            return Ok(Found::Nothing);
        };
        if column > parent.column() {
            self.lines.at += column;
            return self.block(column);
        }
        let below = self.lines.at + column;
        let line = self.lines.at;
        self.lines.at = below;
        let is_flush = matches!(parent, Parent::Map(own) if own == column) && self.lines.is_item();
        if is_flush {
            return Ok(Found::List { column, is_flush });
        }
        self.lines.at = line;
        Ok(Found::Nothing)
    }

    /// A map, a list or anything else at a column.
    fn block(&mut self, column: usize) -> Result<Found<'t>, Unsure> {
        if self.lines.is_item() {
            let is_flush = false;
            return Ok(Found::List { column, is_flush });
        }
        match self.lines.key()? {
            Some(first) => Ok(Found::Map { column, first }),
            None => self.flat(),
        }
    }

    /// What is neither a map nor a list of several lines.
    fn flat(&mut self) -> Result<Found<'t>, Unsure> {
        let column = self.parent.ok_or(Unsure)?.column();
        match self.lines.rest_of_line().trim_end_matches(' ') {
            "{}" => {
                self.lines.skip_line();
                Ok(Found::EmptyMap)
            }
            row if row.starts_with('[') => {
                self.lines.skip_line();
                Ok(Found::Row(scalars::row(row)?))
            }
            _ => Ok(Found::Scalar(scalars::scalar(self.lines, column)?)),
        }
    }
}

impl<'de> Deserializer<'de> for Block<'_, '_> {
    type Error = Unsure;

    fn deserialize_any<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Unsure> {
        match self.find()? {
            Found::Nothing => visitor.visit_unit(),
            Found::Scalar(scalar) => scalar.deserialize_any(visitor),
            Found::Row(row) => visitor.visit_seq(SeqDeserializer::new(row.into_iter())),
            Found::EmptyMap => visitor.visit_map(de::value::MapDeserializer::new(
                std::iter::empty::<(Scalar<'_>, Scalar<'_>)>(),
            )),
            Found::Map { column, first } => visitor.visit_map(Entries {
                lines: self.lines,
                column,
                first: Some(first),
            }),
            Found::List { column, is_flush } => visitor.visit_seq(Items {
                lines: self.lines,
                column,
                is_flush,
                is_first: true,
            }),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Unsure> {
        match self.find()? {
            Found::Nothing => visitor.visit_str(""),
            Found::Scalar(scalar) => scalar.deserialize_str(visitor),
            _ => Err(Unsure),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The entries of a map.
#[derive(Debug)]
struct Entries<'l, 't> {
    lines: &'l mut Lines<'t>,
    column: usize,
    /// The first key, which told that this is a map.
    first: Option<Cow<'t, str>>,
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Unsure;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Unsure> {
        let key = match self.first.take() {
            Some(first) => first,
            None => match self.lines.settle() {
                None => return Ok(None),
                Some(column) if column < self.column => return Ok(None),
                Some(column) if column > self.column => return Err(Unsure),
                Some(column) => {
                    self.lines.at += column;
                    self.lines.key()?.ok_or(Unsure)?
                }
            },
        };
        seed.deserialize(Scalar::plain(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Unsure> {
        seed.deserialize(Block {
            lines: &mut *self.lines,
            parent: Some(Parent::Map(self.column)),
        })
    }
}

/// The items of a list.
#[derive(Debug)]
struct Items<'l, 't> {
    lines: &'l mut Lines<'t>,
    column: usize,
    is_flush: bool,
    is_first: bool,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Unsure;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Unsure> {
        if !std::mem::take(&mut self.is_first) {
            match self.lines.settle() {
                None => return Ok(None),
                Some(column) if column < self.column => return Ok(None),
                Some(column) if column > self.column => return Err(Unsure),
                Some(column) => self.lines.at += column,
            }
            if !self.lines.is_item() {
                self.lines.at = self.lines.line;
                return if self.is_flush { Ok(None) } else { Err(Unsure) };
            }
        }
        self.lines.at += 1;
        let item = Block {
            lines: &mut *self.lines,
            parent: Some(Parent::List(self.column)),
        };
        seed.deserialize(item).map(Some)
    }
}

#[cfg(test)]
mod tests;
