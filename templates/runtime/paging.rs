//! How the pages of an operation follow one another: what the document says about it, and the traits of the operations that have pages.

use std::hash::{BuildHasher, RandomState};

use bytes::Bytes;

use super::operation::Operation;

/// An operation that answers in pages.
pub trait Paged: Operation {
    /// How one page leads to the next.
    #[doc(hidden)]
    const PAGING: &'static Paging;

    /// How many items a page has, where the document says where they are.
    #[doc(hidden)]
    fn length(_: &Self::Output) -> Option<usize> {
        None
    }
}

/// An operation that answers in pages of items.
pub trait Listed: Paged {
    /// An item.
    type Item;

    /// The items of a page.
    #[doc(hidden)]
    fn items(page: Self::Output) -> Vec<Self::Item>;
}

/// How one page leads to the next. Places in an answer are JSON pointers, in which `-1` is the last element of a list.
#[derive(Debug, Clone, Copy)]
pub struct Paging {
    pub(super) by: By,
    /// What the position of a page is written into.
    pub(super) input: Input,
    /// The number of the first page.
    pub(super) first: u64,
    /// Where the answer says what the next page is asked for with.
    pub(super) next: &'static str,
    /// Where it says whether there are more.
    pub(super) more: Option<&'static str>,
    /// Where it says how many pages there are.
    pub(super) last: Option<&'static str>,
}

/// What tells the next page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The number of items before it.
    Offset,
    /// Its number.
    Number,
    /// A text of the last answer, which is sent back.
    Cursor,
    /// A URL in the body of the last answer.
    Url,
    /// A URL in the header `Link` of the last answer.
    Link,
}

/// What the position of a page is written into.
#[derive(Debug, Clone, Copy)]
pub(super) struct Input {
    pub(super) name: &'static str,
    pub(super) location: Location,
    /// Whether it is a number in the body.
    pub(super) is_number: bool,
}

/// Where that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Location {
    Query,
    Path,
    Body,
}

impl Paging {
    const fn of(by: By, name: &'static str) -> Self {
        Self {
            by,
            input: Input { name, location: Location::Query, is_number: false },
            first: 1,
            next: "",
            more: None,
            last: None,
        }
    }

    /// By the number of items before the page.
    pub const fn offset(name: &'static str) -> Self {
        Self::of(By::Offset, name)
    }

    /// By the number of the page.
    pub const fn page(name: &'static str) -> Self {
        Self::of(By::Number, name)
    }

    /// By a text that is sent back.
    pub const fn cursor(name: &'static str) -> Self {
        Self::of(By::Cursor, name)
    }

    /// By a URL in the body.
    pub const fn url(next: &'static str) -> Self {
        Self::of(By::Url, "").next(next)
    }

    /// By a URL in the header `Link`.
    pub const fn link() -> Self {
        Self::of(By::Link, "")
    }

    /// In the query.
    #[must_use]
    pub const fn query(mut self) -> Self {
        self.input.location = Location::Query;
        self
    }

    /// In the path.
    #[must_use]
    pub const fn path(mut self) -> Self {
        self.input.location = Location::Path;
        self
    }

    /// In the body.
    #[must_use]
    pub const fn body(mut self) -> Self {
        self.input.location = Location::Body;
        self
    }

    /// As a number.
    #[must_use]
    pub const fn number(mut self) -> Self {
        self.input.is_number = true;
        self
    }

    /// The number of the first page.
    #[must_use]
    pub const fn first(mut self, first: u64) -> Self {
        self.first = first;
        self
    }

    /// Where the answer says what the next page is asked for with.
    #[must_use]
    pub const fn next(mut self, pointer: &'static str) -> Self {
        self.next = pointer;
        self
    }

    /// Where the answer says whether there are more pages.
    #[must_use]
    pub const fn more(mut self, pointer: &'static str) -> Self {
        self.more = Some(pointer);
        self
    }

    /// Where the answer says how many pages there are.
    #[must_use]
    pub const fn last(mut self, pointer: &'static str) -> Self {
        self.last = Some(pointer);
        self
    }

    /// Whether the server tells where the next page is, so that it can lead in a circle.
    pub(super) fn is_told(&self) -> bool {
        matches!(self.by, By::Cursor | By::Url | By::Link)
    }
}

/// A list that may be missing, for whoever takes it out or looks at it.
pub trait Maybe {
    /// What it is.
    type Value;

    /// The value, if there is one.
    fn maybe(self) -> Option<Self::Value>;
}

impl<T> Maybe for Option<T> {
    type Value = T;

    fn maybe(self) -> Self {
        self
    }
}

impl<'a, T> Maybe for &'a Option<T> {
    type Value = &'a T;

    fn maybe(self) -> Option<&'a T> {
        self.as_ref()
    }
}

impl<T> Maybe for super::OptionalNullable<T> {
    type Value = T;

    fn maybe(self) -> Option<T> {
        self.into_value()
    }
}

impl<'a, T> Maybe for &'a super::OptionalNullable<T> {
    type Value = &'a T;

    fn maybe(self) -> Option<&'a T> {
        self.value()
    }
}

/// What was seen, as far as it has to be recognized.
#[derive(Debug, Default)]
pub(super) struct Seen {
    keys: (RandomState, RandomState),
    positions: std::collections::HashSet<(u64, u64)>,
    body: Option<(u64, u64)>,
}

impl Seen {
    /// Notes a position; false if it was noted before.
    pub(super) fn note(&mut self, position: &str) -> bool {
        let key = self.key(position.as_bytes());
        self.positions.insert(key)
    }

    /// Notes a body; false if it is that of the page before.
    pub(super) fn note_body(&mut self, body: &Bytes) -> bool {
        let key = Some(self.key(body));
        std::mem::replace(&mut self.body, key) != key
    }

    /// Texts of one key are one text: two hashes of 64 bits with keys of their own.
    fn key(&self, text: &[u8]) -> (u64, u64) {
        (self.keys.0.hash_one(text), self.keys.1.hash_one(text))
    }
}
