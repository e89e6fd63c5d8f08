//! Pieces of HTML as Markdown, written as they come.

use super::marks::{code, emphasis, link};
use super::tags::Tag;

/// What stands between two texts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Line,
    Blank,
}

/// Each level writes its text once more; nobody means more than these.
const DEPTH: usize = 16;

/// Markdown in the making.
#[derive(Debug, Default)]
pub(super) struct Writer<'t> {
    out: String,
    /// What comes before the next text.
    gap: Gap,
    /// The tags that are written at their end: where their text begins, and their attributes.
    open: Vec<(Tag, usize, &'t str)>,
    /// Where the emphasis ends that was written last, behind something that is no letter.
    closed: Option<usize>,
    lists: usize,
    /// Whether the next text is the first of an item.
    is_item: bool,
    /// Whether the outermost list has an item already.
    has_item: bool,
    quotes: usize,
    /// The cells of the row that is open.
    cells: Option<usize>,
    /// Whether the table has a row already.
    has_head: bool,
}

impl<'t> Writer<'t> {
    pub(super) fn text(&mut self, text: &str) {
        if self.is_in(Tag::Code) {
            // What is in it is not read until it ends.
            self.out.push_str(text);
            return;
        }
        let mut rest = text;
        if self.gap > Gap::None || self.out.is_empty() {
            rest = text.trim_start();
            if rest.is_empty() {
                return;
            }
            // An item of the author's own list stays where it is.
            let line = text[..text.len() - rest.len()].rfind('\n');
            if let (Some(line), 0) = (line, self.lists) {
                rest = &text[line + 1..];
            }
        }
        self.begin();
        // A mark that touches these would mean something else, or nothing.
        let is_letter = rest.starts_with(char::is_alphanumeric);
        let is_tick = rest.starts_with('`') && self.out.ends_with('`');
        if is_tick || is_letter && self.closed == Some(self.out.len()) {
            self.out.push(' ');
        }
        if self.cells.is_some() {
            let cell = rest.replace('|', "\\|").replace('\n', " ");
            self.out.push_str(&cell);
        } else if self.quotes > 0 {
            self.out.push_str(&rest.replace('\n', "\n> "));
        } else {
            self.out.push_str(rest);
        }
    }

    pub(super) fn open(&mut self, tag: Tag, attributes: &'t str) {
        if self.is_in(Tag::Code) {
            return;
        }
        match tag {
            Tag::Bold | Tag::Italic | Tag::Link | Tag::Code => self.hold(tag, attributes),
            Tag::Heading => {
                self.leave(Gap::Blank);
                self.hold(tag, attributes);
            }
            Tag::Break if self.gap == Gap::Line => self.leave(Gap::Blank),
            Tag::Break => self.leave(Gap::Line),
            Tag::Paragraph => self.leave(Gap::Blank),
            Tag::List => {
                self.leave(Gap::Blank);
                self.has_item &= self.lists > 0;
                self.lists += 1;
            }
            Tag::Item => {
                self.leave(Gap::Line);
                self.is_item = true;
            }
            Tag::Quote => {
                self.leave(Gap::Blank);
                self.quotes += 1;
            }
            Tag::Table => {
                self.leave(Gap::Blank);
                self.has_head = false;
            }
            Tag::Row => self.end_row(),
            Tag::Cell => self.cell(),
            Tag::Plain => {}
        }
    }

    pub(super) fn close(&mut self, tag: Tag) {
        if tag != Tag::Code && self.is_in(Tag::Code) {
            return;
        }
        match tag {
            Tag::Bold | Tag::Italic | Tag::Link | Tag::Code => self.mark(tag),
            Tag::Heading => {
                self.mark(tag);
                self.leave(Gap::Blank);
            }
            Tag::Paragraph => self.leave(Gap::Blank),
            Tag::List => {
                self.lists = self.lists.saturating_sub(1);
                self.leave(if self.lists == 0 {
                    Gap::Blank
                } else {
                    Gap::Line
                });
            }
            Tag::Item => self.leave(Gap::Line),
            Tag::Quote => {
                self.leave(Gap::Blank);
                self.quotes = self.quotes.saturating_sub(1);
            }
            Tag::Table => {
                self.end_row();
                self.leave(Gap::Blank);
            }
            Tag::Row => self.end_row(),
            Tag::Break | Tag::Cell | Tag::Plain => {}
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.end_row();
        self.out
    }

    fn is_in(&self, tag: Tag) -> bool {
        self.open.last().is_some_and(|(open, ..)| *open == tag)
    }

    /// Begins what is written when its tag ends.
    fn hold(&mut self, tag: Tag, attributes: &'t str) {
        self.begin();
        if self.open.len() < DEPTH {
            self.open.push((tag, self.out.len(), attributes));
        }
    }

    /// Leaves at least this much before the next text.
    fn leave(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// Writes what comes before a text that begins now.
    fn begin(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        let is_item = std::mem::take(&mut self.is_item);
        if gap == Gap::None {
            return;
        }
        if !self.out.is_empty() {
            // What has begun stays in front of the text that it holds.
            let from = self.open.last().map_or(0, |(_, from, _)| *from);
            self.out.truncate(self.out.trim_end().len().max(from));
            let is_blank = gap == Gap::Blank && (self.lists == 0 || is_item && !self.has_item);
            self.out.push_str(match self.cells {
                Some(_) => " ",
                None if is_blank => "\n\n",
                None => "\n",
            });
        }
        if self.cells.is_none() {
            self.out.push_str(&"> ".repeat(self.quotes));
            let depth = self.lists.saturating_sub(usize::from(is_item));
            self.out.push_str(&"  ".repeat(depth));
        }
        if is_item {
            self.has_item = true;
            self.out.push_str("- ");
        }
    }

    /// Writes the text of a tag that ends, and what makes it one. Of tags that cross each other the outer one counts.
    fn mark(&mut self, tag: Tag) {
        let Some(at) = self.open.iter().rposition(|(open, ..)| *open == tag) else {
            return;
        };
        let (_, from, attributes) = self.open[at];
        self.open.truncate(at);
        let text = self.out.split_off(from);
        let inner = text.trim();
        let marked = match tag {
            Tag::Code => self.code(inner),
            Tag::Link => link(inner, attributes),
            Tag::Italic => emphasis(inner, "*"),
            _ => emphasis(inner, "**"),
        };
        if inner.is_empty() {
            self.out.push_str(&text);
            return;
        }
        if !self.out.ends_with(char::is_whitespace) {
            let space = &text[..text.len() - text.trim_start().len()];
            self.out.push_str(space);
        }
        let is_marked = marked.starts_with('*') && !inner.starts_with('*');
        if is_marked
            && !inner.starts_with(char::is_alphanumeric)
            && self.out.ends_with(char::is_alphanumeric)
        {
            self.out.push(' ');
        }
        self.out.push_str(&marked);
        let space = &text[text.trim_end().len()..];
        self.out.push_str(space);
        if is_marked && !inner.ends_with(char::is_alphanumeric) {
            self.closed = Some(self.out.len());
        }
    }

    fn code(&mut self, inner: &str) -> String {
        if self.out.ends_with('`') {
            self.out.push(' ');
        }
        let span = code(inner);
        match self.cells {
            Some(_) => span.replace('|', "\\|"),
            None => span,
        }
    }

    /// Begins a cell, and a row where none is open.
    fn cell(&mut self) {
        self.open.clear();
        if let Some(cells) = &mut self.cells {
            *cells += 1;
            self.out.truncate(self.out.trim_end().len());
            self.out.push_str(" |");
        } else {
            self.leave(if self.has_head { Gap::Line } else { Gap::Blank });
            self.begin();
            self.out.push('|');
            self.cells = Some(1);
        }
        self.leave(Gap::Line);
    }

    fn end_row(&mut self) {
        let Some(cells) = self.cells.take() else {
            return;
        };
        self.open.clear();
        self.out.truncate(self.out.trim_end().len());
        self.out.push_str(" |");
        if !self.has_head {
            self.has_head = true;
            self.out.push('\n');
            self.out.push_str(&"| --- ".repeat(cells));
            self.out.push('|');
        }
        self.gap = Gap::Line;
    }
}
