//! A text on its way through the reader: where it is, and what a line says there.

use std::borrow::Cow;

use super::{Unsure, quoted, scalars};

/// A text, and how far it is read. Behind each node that is the beginning of a line.
#[derive(Debug)]
pub(super) struct Lines<'t> {
    pub(super) text: &'t str,
    /// How much of it is read.
    pub(super) at: usize,
    /// Where the line begins that was last asked for.
    pub(super) line: usize,
}

impl<'t> Lines<'t> {
    /// At the beginning of a text.
    pub(super) const fn of(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            line: 0,
        }
    }

    /// What is left.
    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// What is left of the line.
    pub(super) fn rest_of_line(&self) -> &'t str {
        let rest = self.rest();
        rest.split_once('\n').map_or(rest, |(line, _)| line)
    }

    /// Goes to the next line.
    pub(super) fn skip_line(&mut self) {
        let line = self.rest_of_line().len() + 1;
        self.at = self.text.len().min(self.at + line);
    }

    /// Goes on behind spaces.
    pub(super) fn skip_spaces(&mut self) {
        self.at += spaces(self.rest());
    }

    /// The end of a line that has nothing more to say.
    pub(super) fn end_line(&mut self) -> Result<(), Unsure> {
        let is_over = self.rest_of_line().bytes().all(|byte| byte == b' ');
        self.skip_line();
        is_over.then_some(()).ok_or(Unsure)
    }

    /// Goes to the next line that says something: the column where it does.
    pub(super) fn settle(&mut self) -> Option<usize> {
        loop {
            let rest = self.rest();
            let column = spaces(rest);
            match rest.as_bytes().get(column)? {
                b'\n' => self.at += column + 1,
                b'#' => self.skip_line(),
                _ => {
                    self.line = self.at;
                    return Some(column);
                }
            }
        }
    }

    /// Whether an item of a list begins here.
    pub(super) fn is_item(&self) -> bool {
        let rest = self.rest_of_line();
        rest == "-" || rest.starts_with("- ")
    }

    /// The key that stands here, and its colon; `None` where there is none.
    pub(super) fn key(&mut self) -> Result<Option<Cow<'t, str>>, Unsure> {
        let line = self.rest_of_line();
        let start = self.at;
        let key = if line.starts_with(['\'', '"']) {
            let text = quoted::quoted(self)?;
            let is_key = self.rest().starts_with(':') && self.at - start < line.len();
            is_key.then_some(text)
        } else {
            let end = scalars::colon(line);
            let end = end.filter(|_| scalars::begins_plain(line));
            self.at += end.unwrap_or(0);
            let key = end.and_then(|end| line.get(..end));
            key.map(|key| Cow::Borrowed(key.trim_end_matches(' ')))
        };
        if key.is_none() {
            self.at = start;
            return Ok(None);
        }
        // The reader has a limit for keys.
        let is_short = self.at - start < 1000;
        let is_apart = !line
            .get(..self.at - start)
            .is_some_and(|key| key.contains(REMARK));
        self.at += 1;
        let is_over = matches!(self.rest().as_bytes().first(), None | Some(b' ' | b'\n'));
        let is_certain = is_short && is_apart && is_over;
        is_certain.then_some(key).ok_or(Unsure)
    }
}

/// How many spaces a text begins with.
pub(super) fn spaces(text: &str) -> usize {
    text.bytes().take_while(|byte| *byte == b' ').count()
}

/// What begins a remark within a line.
pub(super) const REMARK: &str = " #";

/// Whether the letters of a text are those that all readers agree on, and it is one document.
pub(super) fn is_usual(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut rows = bytes.chunks(ROW).enumerate();
    rows.all(|(row, letters)| {
        let is_odd = |byte: &&u8| **byte < b' ' && **byte != b'\n' || **byte == 0x7f;
        let mut places = (row * ROW..).take(letters.len());
        let is_usual = |at: usize| !bytes.get(at..).is_some_and(begins_otherwise);
        letters.iter().filter(is_odd).count() == 0 && (letters.is_ascii() || places.all(is_usual))
    }) && MARKS
        .iter()
        .all(|mark| !text.starts_with(mark) && !text.contains(&format!("\n{mark}")))
}

/// What begins or ends a document.
const MARKS: [&str; 2] = ["---", "..."];

/// As many letters as are looked at together, which costs next to nothing where all of them are ASCII.
const ROW: usize = 64;

/// Whether the first letter ends lines, or is none of YAML: of U+0080 to U+009F, U+2028, U+2029, U+FEFF, U+FFFE or U+FFFF.
const fn begins_otherwise(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xc2, 0x80..=0x9f, ..]
            | [0xe2, 0x80, 0xa8..=0xa9, ..]
            | [0xef, 0xbb, 0xbf, ..]
            | [0xef, 0xbf, 0xbe..=0xbf, ..]
    )
}
