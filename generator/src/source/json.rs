//! JSON: text in, values out; and, for diagnostics, where each of them lies. The reader is `serde_json`.

use std::borrow::Cow;

use serde::de::DeserializeSeed;
use serde_json::Value;

use super::Broken;
use super::reading::{MAX_DEPTH, Reading};
use super::values::Node;
use crate::diag::Position;
use crate::diag::lines::Lines;
use crate::diag::spans::{NodeId, Span, Spans};

/// Reads a document.
pub(super) fn read(text: &str, reading: &mut Reading) -> Result<Value, Broken> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = Node::root(reading, None).deserialize(&mut reader);
    read.and_then(|value| reader.end().map(|()| value))
        .map_err(|error| {
            let (line, column) = (error.line().max(1), error.column().max(1));
            let reason = error.to_string();
            let reason = reason
                .split(" at line ")
                .next()
                .unwrap_or_default()
                .to_owned();
            // The reader counts bytes, people count characters.
            let before: usize = text
                .split_inclusive('\n')
                .take(line - 1)
                .map(str::len)
                .sum();
            let mut offset = before + column - 1;
            while !text.is_char_boundary(offset.min(text.len())) {
                offset -= 1;
            }
            let position = Lines::new(text).position(offset);
            Broken {
                reason,
                position: Some(position),
            }
        })
}

/// Finds every node of a JSON text; of a broken one, those before the break.
pub(super) fn locate(text: &str) -> Spans {
    let mut scan = Scan {
        text,
        at: 0,
        known: (0, Position { line: 1, column: 1 }),
        spans: Spans::default(),
    };
    scan.value(0);
    scan.spans
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// The last position asked for. Documents are often one line of megabytes, so columns are counted on from there.
    known: (usize, Position),
    spans: Spans,
}

impl<'t> Scan<'t> {
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    fn here(&mut self) -> Position {
        let (offset, mut position) = self.known;
        for byte in self
            .text
            .as_bytes()
            .get(offset..self.at)
            .unwrap_or_default()
        {
            if *byte == b'\n' {
                position = Position {
                    line: position.line + 1,
                    column: 1,
                };
            } else if byte & 0xC0 != 0x80 {
                // A character begins here: all bytes of one but the first are `10xxxxxx`.
                position.column += 1;
            }
        }
        self.known = (self.at, position);
        position
    }

    fn value(&mut self, depth: usize) -> Option<NodeId> {
        let first = self.peek()?;
        let start = self.at;
        let here = self.here();
        let node = self.spans.node(Span {
            start: here,
            end: here,
        });
        if depth > MAX_DEPTH {
            return None;
        }
        let is_whole = match first {
            b'{' => self.entries(node, b'}', depth),
            b'[' => self.entries(node, b']', depth),
            b'"' => self.quoted().is_some(),
            _ => {
                self.scalar();
                self.at > start
            }
        };
        let end = self.here();
        self.spans.close(node, end);
        is_whole.then_some(node)
    }

    /// The entries of an object or array, its bracket included.
    fn entries(&mut self, owner: NodeId, close: u8, depth: usize) -> bool {
        self.at += 1;
        let mut index = 0_usize;
        loop {
            match self.peek() {
                None => return false,
                Some(b',') => self.at += 1,
                Some(byte) if byte == close => {
                    self.at += 1;
                    return true;
                }
                Some(_) if close == b']' => {
                    let start = self.here();
                    let Some(value) = self.value(depth + 1) else {
                        return false;
                    };
                    let span = Span {
                        start,
                        end: self.here(),
                    };
                    self.spans.entry(owner, &index.to_string(), span, value);
                    index += 1;
                }
                Some(_) => {
                    let start = self.here();
                    let Some(key) = self.name() else {
                        return false;
                    };
                    let span = Span {
                        start,
                        end: self.here(),
                    };
                    if self.peek() != Some(b':') {
                        return false;
                    }
                    self.at += 1;
                    let Some(value) = self.value(depth + 1) else {
                        return false;
                    };
                    self.spans.entry(owner, &key, span, value);
                }
            }
        }
    }

    /// A string with its quotes.
    fn quoted(&mut self) -> Option<&'t str> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        if bytes.get(start) != Some(&b'"') {
            return None;
        }
        let mut end = start + 1;
        while *bytes.get(end)? != b'"' {
            end += if bytes.get(end) == Some(&b'\\') { 2 } else { 1 };
        }
        self.at = end + 1;
        self.text.get(start..=end)
    }

    /// A name, unescaped.
    fn name(&mut self) -> Option<Cow<'t, str>> {
        let quoted = self.quoted()?;
        if quoted.contains('\\') {
            serde_json::from_str(quoted).ok()
        } else {
            quoted.get(1..quoted.len() - 1).map(Cow::Borrowed)
        }
    }

    fn scalar(&mut self) {
        let bytes = self.text.as_bytes();
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || b",]}:".contains(byte);
        while bytes.get(self.at).is_some_and(|byte| !is_end(byte)) {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::locate;
    use crate::diag::Focus;
    use crate::pointer::Pointer;

    #[track_caller]
    fn check(text: &str, at: &str, focus: Focus, expected: (usize, usize)) {
        let at = Pointer::parse(at).unwrap();
        let span = locate(text).find(&at, focus).unwrap();
        assert_eq!((span.start.line, span.start.column), expected);
    }

    const TEXT: &str =
        "{\n  \"a\": {\"b/c\": [1, {\"é\": true}]},\n  \"\\ud83d\\ude00\": null, \"a\": 2\n}";

    #[test]
    fn finds_keys_and_values() {
        check(TEXT, "#/😀", Focus::Key, (3, 3));
        check(TEXT, "#/😀", Focus::Value, (3, 19));
        check(
            "{\"b/c\": [1, {\"é\": true}]}",
            "#/b~1c/1/é",
            Focus::Value,
            (1, 19),
        );
    }

    #[test]
    fn the_last_of_two_keys_counts_but_the_first_can_be_asked_for() {
        check(TEXT, "#/a", Focus::Key, (3, 25));
        check(TEXT, "#/a", Focus::FirstKey, (2, 3));
    }

    #[test]
    fn falls_back_to_what_encloses() {
        check(TEXT, "#/nowhere/at/all", Focus::Value, (1, 1));
        check("{\"x\": [1", "#/x/5", Focus::Value, (1, 1));
    }
}
