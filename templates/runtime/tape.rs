//! A JSON document as a flat list of its values, in the order of the text: what typed values are read from.
//!
//! One visitor fills it, whatever is read afterwards, so that a type costs the compiler nothing but its own lines. Texts
//! without an escape stay where they are; nothing is copied until a value keeps it.

use std::cell::Cell;

use super::{notes::Notes, weighing::Weighing};

/// How many entries a thread keeps for the next document at most: 3 MiB, enough for an answer of more than a megabyte.
const KEPT: usize = 192 * 1024;

thread_local! {
    /// The entries of the last document. To get fresh memory would take longer than to fill it.
    static SPARE: Cell<Vec<Entry>> = const { Cell::new(Vec::new()) };
}

/// A document that was taken in.
#[derive(Debug)]
pub struct Tape<'t> {
    source: &'t str,
    /// Texts that do not stand in the source as they are.
    pub(super) copied: String,
    entries: Vec<Entry>,
    /// How many nodes are no values: names, and what is replaced.
    pub(super) others: usize,
    pub(super) weighing: Weighing,
    pub(super) notes: Notes,
}

/// What the tape is made of.
#[derive(Debug, Clone, Copy)]
struct Entry {
    kind: Kind,
    /// What the kind says.
    data: u64,
}

/// What a node of the tape is: a value, the name of a member, which stands before its value, or the second node of an array or
/// object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    False,
    True,
    Signed,
    Unsigned,
    Float,
    /// A number that none of these hold: where its digits are among what is copied.
    Digits,
    /// Where a text is in the source.
    Text,
    /// Where a text is among what is copied.
    Copied,
    /// Where the array ends, and how many values it is made of.
    Array,
    /// How many elements the array has.
    Count,
    /// Where the object ends, and how many values it is made of.
    Object,
    /// The marks of the names that the object has.
    Marks,
    /// The name of a member that another of the same name replaces.
    Replaced,
}

/// A value; what is in a text, an array or an object is asked for on its own.
#[derive(Debug, Clone, Copy)]
pub(super) enum Node<'t> {
    Null,
    Bool(bool),
    Signed(i64),
    Unsigned(u64),
    Float(f64),
    Digits(&'t str),
    Text,
    Array,
    Object,
}

impl<'t> Tape<'t> {
    /// For a text, in which texts without an escape stay.
    pub(super) fn for_text(source: &'t str) -> Self {
        let mut tape = Self::empty();
        tape.source = source;
        // About half of what there is in the answers of an API.
        tape.entries.reserve(source.len() / 16);
        tape
    }

    pub(super) fn empty() -> Self {
        Self {
            entries: SPARE.take(),
            source: "",
            copied: String::new(),
            others: 0,
            weighing: Weighing::default(),
            notes: Notes::default(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    #[inline]
    pub(super) fn push(&mut self, kind: Kind, data: u64) {
        self.entries.push(Entry { kind, data });
    }

    pub(super) fn set(&mut self, at: usize, kind: Kind, data: u64) {
        if let Some(entry) = self.entries.get_mut(at) {
            *entry = Entry { kind, data };
        }
    }

    pub(super) fn truncate(&mut self, length: usize) {
        self.entries.truncate(length);
    }

    /// Where a text lies in the source, if it does.
    #[inline]
    pub(super) fn place(&self, text: &str) -> Option<usize> {
        let start = text.as_ptr().addr();
        let start = start.checked_sub(self.source.as_ptr().addr())?;
        (start + text.len() <= self.source.len()).then_some(start)
    }

    /// What stands at a place; nothing is null.
    #[inline]
    fn entry(&self, at: usize) -> Entry {
        self.entries.get(at).copied().unwrap_or(Entry { kind: Kind::Null, data: 0 })
    }

    pub(super) fn data(&self, at: usize) -> u64 {
        self.entry(at).data
    }

    /// The value at a place.
    #[inline]
    pub(super) fn node(&self, at: usize) -> Node<'_> {
        let Entry { kind, data } = self.entry(at);
        match kind {
            Kind::False => Node::Bool(false),
            Kind::True => Node::Bool(true),
            Kind::Signed => Node::Signed(data.cast_signed()),
            Kind::Unsigned => Node::Unsigned(data),
            Kind::Float => Node::Float(f64::from_bits(data)),
            Kind::Digits => Node::Digits(part(&self.copied, data)),
            Kind::Text | Kind::Copied => Node::Text,
            Kind::Array => Node::Array,
            Kind::Object => Node::Object,
            Kind::Null | Kind::Count | Kind::Marks | Kind::Replaced => Node::Null,
        }
    }

    /// The text at a place, if it is one.
    #[inline]
    pub(super) fn text(&self, at: usize) -> Option<&str> {
        let Entry { kind, data } = self.entry(at);
        match kind {
            Kind::Text => Some(part(self.source, data)),
            Kind::Copied => Some(part(&self.copied, data)),
            _ => None,
        }
    }

    /// Whether the name at a place is this one.
    #[inline]
    pub(super) fn is_named(&self, at: usize, name: &str) -> bool {
        let (start, length) = pair(self.data(at));
        if length != name.len() {
            return false;
        }
        let text = match self.entry(at).kind {
            Kind::Text => self.source,
            Kind::Copied => &self.copied,
            _ => return false,
        };
        let text = text.as_bytes().get(start..start + length);
        text == Some(name.as_bytes())
    }

    /// Where the value at a place ends, and how many values it is made of, itself included.
    #[inline]
    pub(super) fn extent(&self, at: usize) -> (usize, usize) {
        let Entry { kind, data } = self.entry(at);
        match kind {
            Kind::Array | Kind::Object => pair(data),
            _ => (at + 1, 1),
        }
    }

    /// Where the value at a place ends.
    pub(super) fn after(&self, at: usize) -> usize {
        self.extent(at).0
    }
}

impl Drop for Tape<'_> {
    fn drop(&mut self) {
        if self.entries.capacity() <= KEPT {
            let mut entries = std::mem::take(&mut self.entries);
            entries.clear();
            // A thread that ends keeps nothing.
            let _: Result<(), _> = SPARE.try_with(|spare| spare.set(entries));
        }
    }
}

/// Two numbers as one.
pub(super) fn paired(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// One number as the two that it is made of.
fn pair(data: u64) -> (usize, usize) {
    let half = |half: u64| usize::try_from(half).unwrap_or(usize::MAX);
    (half(data >> 32), half(data & u64::from(u32::MAX)))
}

/// A part of a text, by its start and its length.
fn part(text: &str, place: u64) -> &str {
    let (start, length) = pair(place);
    text.get(start..start + length).unwrap_or_default()
}
