//! An item on one side: its place in the document, the lines there, and its code.

use std::cell::{RefCell, RefMut};
use std::collections::BTreeMap;

use super::Side;
use super::code::Emitted;
use super::item::Item;
use crate::diag::{FileId, Focus, Place};

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

/// Lines of a document around an item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The number of the first line.
    pub first: usize,
    /// The lines, without their ends. Of a long one, what lies around the item.
    pub lines: Vec<String>,
    /// The numbers of the first and the last line of the item itself, as far as it is shown.
    pub item: (usize, usize),
}

/// Lines around an item.
const AROUND: usize = 2;
/// Lines of an item.
const MOST: usize = 40;
/// The letters of a line that are shown. A document without line breaks has one line.
const LONGEST: usize = 1_000;
/// Those in front of the item in a longer line.
const BEFORE: usize = 40;

/// One side with what is shown of it.
pub(super) struct Shown<'a> {
    pub(super) side: Side<'a>,
    pub(super) emitted: Emitted<'a>,
    lines: RefCell<BTreeMap<FileId, Vec<Line<'a>>>>,
}

/// A line of a document.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    /// Whether a letter is a byte, so that a place in a long line is found without reading it.
    is_ascii: bool,
}

impl<'a> Shown<'a> {
    pub(super) fn new(side: Side<'a>) -> Self {
        Self {
            side,
            emitted: Emitted::new(side.plan),
            lines: RefCell::default(),
        }
    }

    pub(super) fn place(&self, item: Item) -> Place {
        self.side.tree.place(&item.at(self.side.plan))
    }

    pub(super) fn spot(&self, item: Item) -> Spot {
        Spot {
            signature: self.emitted.signature(item),
            code: self.emitted.text(item),
            ..self.written(&self.place(item))
        }
    }

    /// What stands at a place of the document, without code.
    pub(super) fn written(&self, place: &Place) -> Spot {
        let sources = self.side.sources;
        let (key, value) = (
            sources.span(place, Focus::Key),
            sources.span(place, Focus::Value),
        );
        let start = key.or(value).map(|span| span.start);
        let (line, column) = start.map_or((1, 1), |start| (start.line, start.column));
        let end = value.map_or((line, column), |span| (span.end.line, span.end.column));
        let last = self.last(place.file, line, end);
        let file = sources.path(place.file).unwrap_or("".as_ref());
        Spot {
            pointer: place.at.to_string(),
            file: file.to_string_lossy().replace('\\', "/"),
            line,
            column,
            excerpt: self.excerpt(place.file, (line, column), last),
            signature: String::new(),
            code: String::new(),
        }
    }

    /// The last line of an item. A block ends where the next one begins, so what it shares a line with may not be its own.
    fn last(&self, file: FileId, line: usize, (end, column): (usize, usize)) -> usize {
        let lines = self.lines(file);
        let is_before_all =
            |line: &Line<'_>| line.text.chars().take(column - 1).all(char::is_whitespace);
        let mut last = end;
        if lines.get(end - 1).is_none_or(is_before_all) {
            last -= 1;
            while lines
                .get(last.wrapping_sub(1))
                .is_some_and(|line| line.text.trim().is_empty())
            {
                last -= 1;
            }
        }
        last.max(line)
    }

    fn lines(&self, file: FileId) -> RefMut<'_, Vec<Line<'a>>> {
        RefMut::map(self.lines.borrow_mut(), |known| {
            let text = || self.side.sources.text(file).unwrap_or_default();
            known
                .entry(file)
                .or_insert_with(|| text().lines().map(Line::of).collect())
        })
    }

    fn excerpt(&self, file: FileId, (line, column): (usize, usize), last: usize) -> Excerpt {
        let lines = self.lines(file);
        let last = last.clamp(line, line + MOST - 1);
        let first = line.saturating_sub(AROUND).max(1);
        let shown = (first..).zip(lines.iter().skip(first - 1));
        let shown = shown.take(last + AROUND + 1 - first).map(|(number, text)| {
            let is_own = number == line;
            text.shown(if is_own {
                column.saturating_sub(BEFORE)
            } else {
                0
            })
        });
        Excerpt {
            first,
            lines: shown.collect(),
            item: (line, last),
        }
    }
}

impl<'a> Line<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            text,
            is_ascii: text.is_ascii(),
        }
    }

    /// The letters of a long line from this one on, with an ellipsis for those that are left out.
    fn shown(&self, from: usize) -> String {
        if !self.is_longer_than(LONGEST) {
            return self.text.to_owned();
        }
        let rest = if self.is_ascii {
            self.text.get(from..).unwrap_or_default()
        } else {
            let begin = self.text.char_indices().nth(from);
            begin.map_or("", |(at, _)| &self.text[at..])
        };
        let end = rest.char_indices().nth(LONGEST);
        let before = if from > 0 { "…" } else { "" };
        match end {
            Some((end, _)) => format!("{before}{}…", &rest[..end]),
            None => format!("{before}{rest}"),
        }
    }

    fn is_longer_than(&self, letters: usize) -> bool {
        self.text.chars().nth(letters).is_some()
    }
}
