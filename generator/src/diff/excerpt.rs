//! What of a document is shown with an item: the lines around it, or the item itself, printed, where the document has no lines.

use serde_json::Value;

use crate::diag::spans::Span;

/// Lines of a document around an item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The number of the first line.
    pub first: usize,
    /// The lines, without their ends. Of a long one, what lies around the item.
    pub lines: Vec<String>,
    /// The numbers of the first and the last line of the item itself, as far as it is shown.
    pub item: (usize, usize),
    /// Whether the lines are the item alone, printed, since those of the document are too long.
    pub is_printed: bool,
    /// Whether the item goes on where the lines end.
    pub is_cut: bool,
}

impl Excerpt {
    /// The lines of the item.
    pub(super) fn own(&self) -> &[String] {
        let place = |line: usize| line.saturating_sub(self.first).min(self.lines.len());
        &self.lines[place(self.item.0)..place(self.item.1 + 1)]
    }
}

/// Lines around an item.
const AROUND: usize = 2;
/// Lines of an item.
const MOST: usize = 40;
/// The letters of a line that are shown.
const LONGEST: usize = 400;
/// Those in front of the item in a longer line.
const BEFORE: usize = 40;
/// The bytes of all lines; what comes after them is left out.
const BYTES: usize = 6 * 1024;
/// A line with more bytes than this is no line of a text that people read.
const NO_LINE: usize = 1_000;
/// A larger item is not printed as a whole to show the beginning of it.
const LARGE: usize = 256 * 1024;

/// The lines of a document.
#[derive(Debug)]
pub(super) struct Lines<'a>(Vec<Line<'a>>);

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self(text.lines().map(Line::of).collect())
    }

    /// What is shown of an item that begins at the key and has this value.
    pub(super) fn excerpt(&self, key: Option<Span>, value: Option<Span>, name: &str) -> Excerpt {
        let start = key.or(value).map(|span| span.start);
        let (line, column) = start.map_or((1, 1), |start| (start.line, start.column));
        let printed = value.and_then(|value| self.printed(value, key.map(|_| name)));
        if let Some(lines) = printed {
            return lines.excerpt(line);
        }
        let end = value.map_or((line, column), |span| (span.end.line, span.end.column));
        let last = self.last(line, end);
        self.around((line, column), last)
    }

    /// The item without the document, where it stands in a line that is none.
    fn printed(&self, value: Span, name: Option<&str>) -> Option<Printed> {
        let line = self.0.get(value.start.line - 1)?;
        if value.start.line != value.end.line || line.text.len() <= NO_LINE {
            return None;
        }
        let (start, end) = (line.at(value.start.column), line.at(value.end.column));
        let text = line.text.get(start..end)?;
        if text.len() > LARGE {
            return None;
        }
        let value: Value = serde_json::from_str(text).ok()?;
        let text = serde_json::to_string_pretty(&value).ok()?;
        let name = name.map_or_else(String::new, |name| format!("{}: ", Value::from(name)));
        Some(Printed(name + &text))
    }

    /// The last line of an item. A block ends where the next one begins, so what it shares a line with may not be its own.
    pub(super) fn last(&self, line: usize, (end, column): (usize, usize)) -> usize {
        let lines = &self.0;
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

    fn around(&self, (line, column): (usize, usize), end: usize) -> Excerpt {
        let last = end.clamp(line, line + MOST - 1);
        let first = line.saturating_sub(AROUND).max(1);
        let is_whole = last == end;
        let below = if is_whole { AROUND } else { 0 };
        let mut lines: Vec<String> = Vec::new();
        let mut bytes = 0;
        for (number, text) in (first..=last + below).zip(self.0.iter().skip(first - 1)) {
            let from = if number == line {
                column.saturating_sub(BEFORE)
            } else {
                0
            };
            let shown = text.shown(from);
            bytes += shown.len();
            if bytes > BYTES && number > line {
                break;
            }
            lines.push(shown);
        }
        let shown = first + lines.len().saturating_sub(1);
        Excerpt {
            is_cut: !is_whole || shown < last,
            item: (line, last.min(shown).max(line)),
            first,
            lines,
            is_printed: false,
        }
    }
}

/// The text of an item, printed.
struct Printed(String);

impl Printed {
    fn excerpt(&self, line: usize) -> Excerpt {
        let mut lines: Vec<String> = Vec::new();
        let mut bytes = 0;
        let all = self.0.lines();
        for text in all.take(MOST) {
            let shown = Line::of(text).shown(0);
            bytes += shown.len();
            if bytes > BYTES && !lines.is_empty() {
                break;
            }
            lines.push(shown);
        }
        Excerpt {
            is_cut: lines.len() < self.0.lines().count(),
            first: line,
            item: (line, line + lines.len().saturating_sub(1)),
            lines,
            is_printed: true,
        }
    }
}

/// A line of a document.
#[derive(Debug)]
struct Line<'a> {
    text: &'a str,
    /// Where each so many-th letter begins, so that a place in a long line is found without reading it; empty where a letter is a byte.
    marks: Vec<usize>,
}

/// Letters between two marks.
const STEP: usize = 1_024;

impl<'a> Line<'a> {
    fn of(text: &'a str) -> Self {
        let marks = if text.len() <= STEP || text.is_ascii() {
            Vec::new()
        } else {
            let letters = text.char_indices().step_by(STEP);
            letters.map(|(at, _)| at).collect()
        };
        Self { text, marks }
    }

    /// Where the letter of this column begins, from 1.
    fn at(&self, column: usize) -> usize {
        let letter = column.saturating_sub(1);
        if self.marks.is_empty() && self.text.len() > STEP {
            return letter.min(self.text.len());
        }
        let mark = self.marks.get(letter / STEP).copied();
        let (start, rest) = match mark {
            Some(mark) => (mark, letter % STEP),
            None if self.marks.is_empty() => (0, letter),
            None => return self.text.len(),
        };
        let mut letters = self.text[start..].char_indices();
        letters
            .nth(rest)
            .map_or(self.text.len(), |(at, _)| start + at)
    }

    /// The letters of a long line from this one on, with an ellipsis for those that are left out.
    fn shown(&self, from: usize) -> String {
        if self.text.len() <= LONGEST {
            return self.text.to_owned();
        }
        let is_longer = self.text.chars().nth(LONGEST).is_some();
        if !is_longer {
            return self.text.to_owned();
        }
        let rest = &self.text[self.at(from + 1)..];
        let end = rest.char_indices().nth(LONGEST);
        let before = if from > 0 { "…" } else { "" };
        match end {
            Some((end, _)) => format!("{before}{}…", &rest[..end]),
            None => format!("{before}{rest}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn a_place_in_a_long_line_is_found_by_its_letter() {
        let text = "é".repeat(5_000) + "end";
        let line = Line::of(&text);
        assert_eq!(&text[line.at(5_001)..], "end");
        assert_eq!(line.at(1), 0);
        assert_eq!(line.at(9_999), text.len());
        let ascii = "a".repeat(5_000);
        assert_eq!(Line::of(&ascii).at(3_001), 3_000);
    }
}
