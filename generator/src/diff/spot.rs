//! An item on one side: its place in the document, the lines there, and its code.

use std::cell::{RefCell, RefMut};
use std::collections::BTreeMap;

use super::Side;
use super::code::Emitted;
pub use super::excerpt::Excerpt;
use super::excerpt::Lines;
use super::item::Item;
use crate::diag::spans::Span;
use crate::diag::{FileId, Focus, Place};
use crate::pointer::Pointer;

/// An item on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The place in the document, as `#/paths/~1users`.
    pub pointer: String,
    /// The file, as its path was given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// The lines of the document.
    pub excerpt: Excerpt,
    /// What callers see of the generated code; empty if it has none of its own.
    pub signature: String,
    /// The generated code with its documentation; empty if it has none of its own.
    pub code: String,
}

/// A line of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The file, as its path was given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// One side with what is shown of it.
pub(super) struct Shown<'a> {
    pub(super) side: Side<'a>,
    pub(super) emitted: Emitted<'a>,
    lines: RefCell<BTreeMap<FileId, Lines<'a>>>,
}

impl<'a> Shown<'a> {
    pub(super) fn new(side: Side<'a>) -> Self {
        Self {
            side,
            emitted: Emitted::new(side.plan),
            lines: RefCell::default(),
        }
    }

    pub(super) fn place(&self, item: Item<'_>) -> Place {
        self.side.tree.place(&item.at())
    }

    pub(super) fn spot(&self, item: Item<'_>) -> Spot {
        Spot {
            signature: self.emitted.signature(item),
            code: self.emitted.text(item),
            ..self.written(&self.place(item))
        }
    }

    /// What stands at a place of the document, without code.
    pub(super) fn written(&self, place: &Place) -> Spot {
        let (key, value) = self.spans(place);
        let Mark { file, line, column } = self.begin(place);
        let name = place.at.last().unwrap_or_default();
        Spot {
            pointer: place.at.to_string(),
            file,
            line,
            column,
            excerpt: self.lines(place.file).excerpt(key, value, &name),
            signature: String::new(),
            code: String::new(),
        }
    }

    /// Where a place begins.
    pub(super) fn begin(&self, place: &Place) -> Mark {
        let (key, value) = self.spans(place);
        let start = key.or(value).map(|span| span.start);
        let (line, column) = start.map_or((1, 1), |start| (start.line, start.column));
        let file = self.side.sources.path(place.file).unwrap_or("".as_ref());
        Mark {
            file: file.to_string_lossy().replace('\\', "/"),
            line,
            column,
        }
    }

    /// The last line of a place.
    pub(super) fn end(&self, place: &Place) -> usize {
        let begin = self.begin(place).line;
        let end = self.spans(place).1.map(|span| span.end);
        end.map_or(begin, |end| {
            self.lines(place.file).last(begin, (end.line, end.column))
        })
    }

    fn spans(&self, place: &Place) -> (Option<Span>, Option<Span>) {
        let sources = self.side.sources;
        (
            sources.span(place, Focus::Key),
            sources.span(place, Focus::Value),
        )
    }

    /// Whether there are the lines of an item of the other side in its place.
    pub(super) fn has(&self, at: Pointer, spot: Option<&Spot>) -> bool {
        let here = || self.written(&self.side.tree.place(&at));
        spot.is_some_and(|spot| here().excerpt.own() == spot.excerpt.own())
    }

    fn lines(&self, file: FileId) -> RefMut<'_, Lines<'a>> {
        RefMut::map(self.lines.borrow_mut(), |known| {
            let text = || self.side.sources.text(file).unwrap_or_default();
            known.entry(file).or_insert_with(|| Lines::of(text()))
        })
    }
}
