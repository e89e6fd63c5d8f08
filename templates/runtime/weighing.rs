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

use super::json::Json;

/// What reading the values of a tape goes by.
#[derive(Debug, Default)]
pub(super) struct Weighing {
    mode: Cell<Mode>,
    fit: Cell<Fit>,
    tags: RefCell<Vec<WrittenTag>>,
    // Only with unions.
    choices: RefCell<HashMap<Place, Choice>>,
}

/// What a value is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Mode {
    /// As it is.
    #[default]
    Plain,
    /// As the candidate of a union that was chosen: to the letter.
    Strict,
    /// For how well it fits.
    Weighed,
}

/// How much of a value a type keeps.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Fit {
    /// How many values are given back when it is written again.
    kept: usize,
    /// How many of them are spelled as they came: `3` is no `3.0`.
    same: usize,
    /// How many values no type knows.
    unknown: usize,
    /// How many values are inside of those, or are kept although the type does not name them.
    unnamed: usize,
}

impl Fit {
    // Only with unions.
    /// That of a value which is kept without being known.
    pub(super) fn unknown(size: usize) -> Self {
        Self {
            kept: size,
            same: size,
            unknown: 1,
            unnamed: size.saturating_sub(1),
        }
    }

    // Only with unions.
    /// How good it is: the type that names most of the value; of equals the one that gives back more, then the one that knows
    /// more of its enum values, then the one that keeps the spelling.
    pub(super) fn rank(self) -> impl Ord {
        let named = self.kept.saturating_sub(self.unnamed);
        (named, self.kept, Reverse(self.unknown), self.same)
    }

    // Only with unions.
    /// Whether all of a value of this size is given back and known.
    pub(super) fn is_whole(self, size: usize) -> bool {
        self.unknown == 0 && self.kept == size
    }

    fn and(self, other: Self) -> Self {
        Self {
            kept: self.kept + other.kept,
            same: self.same + other.same,
            unknown: self.unknown + other.unknown,
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
    union: TypeId,
    at: usize,
    tags: usize,
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

    fn within<T>(&self, mode: Mode, read: impl FnOnce() -> T) -> T {
        let before = self.mode.replace(mode);
        let read = read();
        self.mode.set(before);
        read
    }
}

impl Json<'_> {
    /// Whether it counts what is there and how it is spelled.
    pub(super) fn is_strict(self) -> bool {
        self.tape.weighing.mode.get() != Mode::Plain
    }

    /// Whether only the fit counts, and what is read is thrown away.
    pub(super) fn is_weighed(self) -> bool {
        self.tape.weighing.mode.get() == Mode::Weighed
    }

    /// Reads the candidate that was chosen.
    pub(super) fn strictly<T>(self, read: impl FnOnce() -> T) -> T {
        self.tape.weighing.within(Mode::Strict, read)
    }

    // Only with unions.
    /// Reads a candidate for how well it fits.
    pub(super) fn weigh<T, E>(
        self,
        tag: Option<WrittenTag>,
        read: impl FnOnce() -> Result<T, E>,
    ) -> Result<Fit, E> {
        let weighing = &self.tape.weighing;
        let before = weighing.fit.take();
        weighing.tags.borrow_mut().extend(tag);
        let read = weighing.within(Mode::Weighed, read);
        if tag.is_some() {
            weighing.tags.borrow_mut().pop();
        }
        let fit = weighing.fit.replace(before);
        read.map(|_| fit)
    }

    // Only with unions.
    /// A union at this place.
    pub(super) fn place_of<U: 'static>(self) -> Place {
        let tags = self.tape.weighing.tags.borrow();
        let here = tags.iter().filter(|tag| tag.object == self.at);
        let tags = here.fold(0, |tags: usize, tag| {
            (tags.wrapping_mul(31)).wrapping_add(
                tag.at * 4 + usize::from(tag.is_held) * 2 + usize::from(tag.is_first) + 1,
            )
        });
        Place {
            union: TypeId::of::<U>(),
            at: self.at,
            tags,
        }
    }

    /// Counts what a union inside keeps.
    pub(super) fn fits(self, fit: Fit) {
        let weighing = &self.tape.weighing;
        weighing.fit.set(weighing.fit.get().and(fit));
    }

    /// Counts the value, without those inside, as kept.
    pub(super) fn keep(self) {
        self.keep_as(true);
    }

    /// Counts the value as kept, perhaps in another spelling.
    pub(super) fn keep_as(self, is_same: bool) {
        if self.is_weighed() {
            self.fits(Fit {
                kept: 1,
                same: usize::from(is_same),
                ..Fit::default()
            });
        }
    }

    /// Counts the value and all those inside as kept.
    pub(super) fn keep_all(self) {
        if self.is_weighed() {
            let size = self.size();
            self.fits(Fit {
                kept: size,
                same: size,
                ..Fit::default()
            });
            self.settle(|_| true);
        }
    }

    // Only with string enums or integer enums.
    /// Notes that the value, which is kept, is none that its enum knows.
    pub(super) fn is_unknown(self) {
        if self.is_weighed() {
            self.fits(Fit {
                unknown: 1,
                ..Fit::default()
            });
        }
    }

    /// Notes that the value is kept although the type does not name it.
    pub(super) fn is_unnamed(self) {
        if self.is_weighed() {
            self.fits(Fit {
                unnamed: self.size(),
                ..Fit::default()
            });
        }
    }

    /// Counts the object as kept, and the tags that unions around it write into it in place of those that it read.
    pub(super) fn keep_object(self, was_read: impl Fn(usize) -> bool) {
        if self.is_weighed() {
            self.keep();
            self.settle(was_read);
        }
    }

    fn settle(self, was_read: impl Fn(usize) -> bool) {
        let tags = self.tape.weighing.tags.borrow();
        let here = || tags.iter().filter(|tag| tag.object == self.at);
        let mut fit = self.tape.weighing.fit.get();
        for (nth, tag) in here().enumerate() {
            let same = || here().filter(|other| other.at == tag.at);
            if here().skip(nth + 1).any(|inner| inner.at == tag.at) {
                continue;
            }
            // The innermost union writes first.
            match (was_read(tag.at), same().all(|tag| tag.is_held)) {
                (false, true) if tag.is_first => {
                    (fit.kept, fit.same) = (fit.kept + 1, fit.same + 1);
                }
                (true, false) => {
                    fit.kept = fit.kept.saturating_sub(1);
                    fit.same = fit.same.saturating_sub(1);
                }
                _ => {}
            }
        }
        self.tape.weighing.fit.set(fit);
    }

    /// A text as a value keeps it.
    pub(super) fn owned(self, text: &str) -> String {
        if self.is_weighed() {
            String::new()
        } else {
            text.to_owned()
        }
    }
}
