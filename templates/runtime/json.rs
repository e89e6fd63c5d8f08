//! One value of a document, and what it may be.

use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};
use serde_json::{Map, Number, Value};

use super::tape::{Node, Tape};

/// A value of a document that was taken in. Copying it copies no part of the document.
#[derive(Debug, Clone, Copy)]
pub struct Json<'t> {
    pub(super) tape: &'t Tape<'t>,
    pub(super) at: usize,
}

impl Tape<'_> {
    /// The whole document.
    pub fn root(&self) -> Json<'_> {
        Json::new(self, 0)
    }
}

impl<'t> Json<'t> {
    pub(super) fn new(tape: &'t Tape<'t>, at: usize) -> Self {
        Self { tape, at }
    }

    #[inline]
    pub(super) fn node(self) -> Node<'t> {
        self.tape.node(self.at)
    }

    #[inline]
    pub(super) fn is_null(self) -> bool {
        matches!(self.node(), Node::Null)
    }

    /// The text, if it is one.
    #[inline]
    pub(super) fn text(self) -> Option<&'t str> {
        self.tape.text(self.at)
    }

    /// The number, if it is one, with as many digits as `serde_json` keeps.
    pub(super) fn number(self) -> Option<Number> {
        match self.node() {
            Node::Signed(number) => Some(number.into()),
            Node::Unsigned(number) => Some(number.into()),
            Node::Float(number) => Number::from_f64(number),
            Node::Digits(digits) => digits.parse().ok(),
            _ => None,
        }
    }

    /// The elements, if it is an array.
    pub(super) fn elements(self) -> Option<Elements<'t>> {
        let Node::Array = self.node() else {
            return None;
        };
        Some(Elements {
            tape: self.tape,
            next: self.at + 2,
            end: self.tape.after(self.at),
            length: usize::try_from(self.tape.data(self.at + 1)).unwrap_or(usize::MAX),
            given: 0,
        })
    }

    /// The members in the order of the text, if it is an object.
    pub(super) fn members(self) -> Option<impl Iterator<Item = (&'t str, Json<'t>)>> {
        let Node::Object = self.node() else {
            return None;
        };
        let (tape, end) = (self.tape, self.tape.after(self.at));
        let first = Some(self.at + 2).filter(|first| *first < end);
        let names = std::iter::successors(first, move |at| {
            Some(tape.after(*at + 1)).filter(|next| *next < end)
        });
        // What is replaced has no name.
        Some(names.filter_map(move |at| Some((tape.text(at)?, Json::new(tape, at + 1)))))
    }

    // Only with unions.
    /// The member of a name, if it is an object that has it.
    pub(super) fn get(self, name: &str) -> Option<Json<'t>> {
        let mut members = self.members()?;
        members.find_map(|(known, value)| (known == name).then_some(value))
    }

    /// How many values it is made of, itself included.
    pub(super) fn size(self) -> usize {
        self.tape.extent(self.at).1
    }

    /// The value on its own.
    pub(super) fn to_value(self) -> Value {
        if let Some(elements) = self.elements() {
            return elements.map(Self::to_value).collect();
        }
        if let Some(members) = self.members() {
            let members = members.map(|(name, value)| (name.to_owned(), value.to_value()));
            return Value::Object(members.collect::<Map<_, _>>());
        }
        match self.node() {
            Node::Bool(value) => Value::Bool(value),
            _ => match (self.text(), self.number()) {
                (Some(text), _) => Value::String(text.to_owned()),
                (None, Some(number)) => Value::Number(number),
                (None, None) => Value::Null,
            },
        }
    }
}

/// The elements of an array, one after the other. It is a type with a name so that each list is read by the same code.
#[derive(Debug)]
pub(super) struct Elements<'t> {
    tape: &'t Tape<'t>,
    next: usize,
    end: usize,
    length: usize,
    given: usize,
}

impl Elements<'_> {
    /// How many there are in all.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// The index of the last one that was given.
    pub(super) fn index(&self) -> usize {
        self.given.saturating_sub(1)
    }
}

impl<'t> Iterator for Elements<'t> {
    type Item = Json<'t>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.end {
            return None;
        }
        let element = Json::new(self.tape, self.next);
        self.next = self.tape.after(self.next);
        self.given += 1;
        Some(element)
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(elements) = self.elements() {
            let mut list = serializer.serialize_seq(Some(elements.length()))?;
            for element in elements {
                list.serialize_element(&element)?;
            }
            return list.end();
        }
        if let Some(members) = self.members() {
            let members: Vec<_> = members.collect();
            let mut map = serializer.serialize_map(Some(members.len()))?;
            for (name, value) in members {
                map.serialize_entry(name, &value)?;
            }
            return map.end();
        }
        match self.node() {
            Node::Bool(value) => serializer.serialize_bool(value),
            _ => match (self.text(), self.number()) {
                (Some(text), _) => serializer.serialize_str(text),
                (None, Some(number)) => number.serialize(serializer),
                (None, None) => serializer.serialize_unit(),
            },
        }
    }
}
