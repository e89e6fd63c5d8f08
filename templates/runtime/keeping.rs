//! How a value that is read counts for the fit of its type: kept, unknown, or unnamed.

// Only with unions.
use std::any::TypeId;

use super::json::Json;
#[cfg(feature = "client")]
use super::tape::Tape;
use super::weighing::{Fit, Mode};
// Only with unions.
use super::weighing::{Place, WrittenTag};

#[cfg(feature = "client")]
impl Tape<'_> {
    /// Reads its values to the letter, so that a list which is missing is no empty one.
    pub(super) fn read_strictly(&self) {
        self.weighing.mode.set(Mode::Strict);
    }
}

impl Json<'_> {
    /// Whether it counts what is there and how it is spelled.
    #[inline]
    pub(super) fn is_strict(self) -> bool {
        self.tape.weighing.mode.get() != Mode::Plain
    }

    /// Whether only the fit counts, and what is read is thrown away.
    #[inline]
    pub(super) fn is_weighed(self) -> bool {
        self.tape.weighing.mode.get() == Mode::Weighed
    }

    // Only with unions.
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
    pub(super) fn place_of(self, union: TypeId) -> Place {
        let tags = self.tape.weighing.tags.borrow();
        let here = tags.iter().filter(|tag| tag.object == self.at);
        let tags = here.fold(0, |tags: usize, tag| {
            (tags.wrapping_mul(31)).wrapping_add(
                tag.at * 4 + usize::from(tag.is_held) * 2 + usize::from(tag.is_first) + 1,
            )
        });
        Place { union, at: self.at, tags }
    }

    /// Counts what a union inside keeps.
    pub(super) fn fits(self, fit: Fit) {
        let weighing = &self.tape.weighing;
        weighing.fit.set(weighing.fit.get().and(fit));
    }

    /// Counts the value, without those inside, as kept.
    #[inline]
    pub(super) fn keep(self) {
        self.keep_as(true);
    }

    /// Counts the value as kept, perhaps in another spelling.
    #[inline]
    pub(super) fn keep_as(self, is_same: bool) {
        if self.is_weighed() {
            self.fits(Fit { kept: 1, same: usize::from(is_same), ..Fit::default() });
        }
    }

    /// Counts the value and all those inside as kept.
    pub(super) fn keep_all(self) {
        if self.is_weighed() {
            let size = self.size();
            self.fits(Fit { kept: size, same: size, ..Fit::default() });
            self.settle(|_| true);
        }
    }

    // Only with string enums or integer enums.
    /// Notes that the value, which is kept, is none that its enum knows; `is_meant` where the document takes it all the same.
    pub(super) fn is_unknown(self, is_meant: bool) {
        if self.is_weighed() {
            self.fits(Fit { unknown: 1, meant: usize::from(is_meant), ..Fit::default() });
        }
    }

    /// Notes that the value is kept although the type does not name it.
    pub(super) fn is_unnamed(self) {
        if self.is_weighed() {
            self.fits(Fit { unnamed: self.size(), ..Fit::default() });
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
    #[inline]
    pub(super) fn owned(self, text: &str) -> String {
        if self.is_weighed() { String::new() } else { text.to_owned() }
    }
}
