//! How well a type fits a value: counted while it is read, as the candidates of a union are told from each other by what they
//! keep of it.
//!
//! While a candidate is weighed, what it gives is thrown away, so texts and lists come out empty and only the count is right.
//! Then it is read to the letter: a list that is missing is no empty one.

// Only with unions.
use std::any::TypeId;
use std::cell::{Cell, RefCell};
// Only with unions.
use std::cmp::Reverse;
// Only with unions.
use std::collections::HashMap;

/// What reading the values of a tape goes by.
#[derive(Debug, Default)]
pub(super) struct Weighing {
    pub(super) mode: Cell<Mode>,
    pub(super) fit: Cell<Fit>,
    pub(super) tags: RefCell<Vec<WrittenTag>>,
    // Only with unions.
    choices: RefCell<HashMap<Place, Choice>>,
}

/// What a value is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Mode {
    /// As it is.
    #[default]
    Plain,
    /// As the candidate of a union that was chosen: to the letter.
    #[cfg_attr(
        not(feature = "client"),
        allow(dead_code, reason = "without calls, only unions are read strictly")
    )]
    Strict,
    /// For how well it fits.
    Weighed,
}

/// How much of a value a type keeps.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Fit {
    /// How many values are given back when it is written again.
    pub(super) kept: usize,
    /// How many of them are spelled as they came: `3` is no `3.0`.
    pub(super) same: usize,
    /// How many values no type knows.
    pub(super) unknown: usize,
    /// How many of them are what the document takes all the same.
    pub(super) meant: usize,
    /// How many values are inside of those, or are kept although the type does not name them.
    pub(super) unnamed: usize,
}

impl Fit {
    // Only with unions.
    /// That of a value which is kept without being known.
    pub(super) fn unknown(size: usize) -> Self {
        Self { kept: size, same: size, unknown: 1, meant: 0, unnamed: size.saturating_sub(1) }
    }

    // Only with unions.
    /// How good it is: the type that names most of the value; of equals the one that gives back more, then the one that knows
    /// more of its enum values, then the one that keeps the spelling.
    pub(super) fn rank(self) -> impl Ord {
        let named = self.kept.saturating_sub(self.unnamed);
        (named, self.kept, Reverse(self.unknown), self.same)
    }

    // Only with unions.
    /// Whether all of a value of this size is given back, and known where the document takes no other.
    pub(super) fn is_whole(self, size: usize) -> bool {
        self.unknown == self.meant && self.kept == size
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self {
            kept: self.kept + other.kept,
            same: self.same + other.same,
            unknown: self.unknown + other.unknown,
            meant: self.meant + other.meant,
            unnamed: self.unnamed + other.unnamed,
        }
    }
}

/// The tag that a candidate writes, whatever it holds there.
#[derive(Debug, Clone, Copy)]
pub(super) struct WrittenTag {
    /// The object that has the tag.
    pub(super) object: usize,
    /// Its value.
    pub(super) at: usize,
    /// Whether what came is one of those that the candidate has, so that it stays where the candidate holds it.
    pub(super) is_held: bool,
    /// Whether what came is the first of them, which is written where the candidate holds none.
    pub(super) is_first: bool,
}

// Only with unions.
/// A union at a place of the document, and what those around it write there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Place {
    pub(super) union: TypeId,
    pub(super) at: usize,
    pub(super) tags: usize,
}

// Only with unions.
/// The candidate that is chosen for a value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice {
    /// Its index, or none if the value is of no type that is known.
    pub(super) candidate: Option<usize>,
    pub(super) fit: Fit,
}

impl Weighing {
    // Only with unions.
    /// What was chosen at a place.
    pub(super) fn choice(&self, place: Place) -> Option<Choice> {
        self.choices.borrow().get(&place).copied()
    }

    // Only with unions.
    /// Remembers what was chosen at a place.
    pub(super) fn choose(&self, place: Place, choice: Choice) {
        self.choices.borrow_mut().insert(place, choice);
    }

    // Only with unions.
    pub(super) fn within<T>(&self, mode: Mode, read: impl FnOnce() -> T) -> T {
        let before = self.mode.replace(mode);
        let read = read();
        self.mode.set(before);
        read
    }
}
