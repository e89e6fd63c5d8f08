//! A JSON document as a flat list of its values, in the order of the text: what typed values are read from.
//!
//! One visitor fills it, whatever is read afterwards, so that a type costs the compiler nothing but its own lines. Texts
//! without an escape stay where they are; nothing is copied until a value keeps it.

use serde::Deserializer;

use super::filler;
use super::json::Json;
use super::weighing::Weighing;

/// A document that was taken in.
#[derive(Debug)]
pub struct Tape<'t> {
    pub(super) nodes: Vec<Node<'t>>,
    /// Texts that do not stand in the document as they are.
    pub(super) copied: String,
    /// How many of the nodes are no values: names, and what is replaced.
    pub(super) others: usize,
    pub(super) weighing: Weighing,
}

/// A value, or the name of a member, which stands before its value.
#[derive(Debug, Clone, Copy)]
pub(super) enum Node<'t> {
    Null,
    Bool(bool),
    Signed(i64),
    Unsigned(u64),
    Float(f64),
    /// A number that none of these hold, as its digits.
    Digits(Copied),
    Text(&'t str),
    Copied(Copied),
    Array(Extent),
    Object(Extent, u64),
    /// The name of a member that another of the same name replaces.
    Replaced,
}

/// A part of the copied texts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Copied {
    pub(super) start: u32,
    pub(super) end: u32,
}

/// What belongs to an array or an object.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Extent {
    /// Where the next value is.
    pub(super) end: u32,
    /// How many elements or members there are.
    pub(super) count: u32,
    /// How many values it is made of, itself included.
    pub(super) size: u32,
}

impl<'t> Tape<'t> {
    /// Takes in the text of a document.
    ///
    /// # Errors
    ///
    /// The error of `serde_json` when the text is not JSON, or too deep.
    pub fn parse(text: &'t [u8]) -> Result<Self, serde_json::Error> {
        let mut deserializer = serde_json::Deserializer::from_slice(text);
        // About as many as there are in the answers of an API; the list grows where there are more.
        let mut tape = Self::with_capacity(text.len() / 16);
        filler::fill(&mut tape, &mut deserializer)?;
        deserializer.end()?;
        Ok(tape)
    }

    /// Takes in a value of any format that describes itself.
    ///
    /// # Errors
    ///
    /// The error of the deserializer.
    pub fn of<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        let mut tape = Self::with_capacity(0);
        filler::fill(&mut tape, deserializer)?;
        Ok(tape)
    }

    fn with_capacity(nodes: usize) -> Self {
        Self {
            nodes: Vec::with_capacity(nodes),
            copied: String::new(),
            others: 0,
            weighing: Weighing::default(),
        }
    }

    /// The whole document.
    pub fn root(&self) -> Json<'_> {
        Json::new(self, 0)
    }

    /// What stands at a place; nothing is null.
    pub(super) fn node(&self, at: usize) -> Node<'_> {
        self.nodes.get(at).copied().unwrap_or(Node::Null)
    }

    /// Where the value ends that begins at a place.
    pub(super) fn after(&self, at: usize) -> usize {
        match self.node(at) {
            Node::Array(extent) | Node::Object(extent, _) => index(extent.end),
            _ => at + 1,
        }
    }

    /// The text at a place, if it is one.
    pub(super) fn text(&self, at: usize) -> Option<&str> {
        match self.node(at) {
            Node::Text(text) => Some(text),
            Node::Copied(copied) => Some(self.copied(copied)),
            _ => None,
        }
    }

    pub(super) fn copied(&self, copied: Copied) -> &str {
        let range = index(copied.start)..index(copied.end);
        self.copied.get(range).unwrap_or_default()
    }

    /// How many values the value at a place is made of, itself included.
    pub(super) fn size(&self, at: usize) -> usize {
        match self.node(at) {
            Node::Array(extent) | Node::Object(extent, _) => index(extent.size),
            _ => 1,
        }
    }
}

/// A place as it is kept.
pub(super) fn index(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}
