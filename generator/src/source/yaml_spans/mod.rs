//! Where the nodes of a YAML text lie: text in, spans out, for diagnostics only. Values are read in `yaml.rs`.
//!
//! The parser is a port of the one behind the reader of values, so that both agree on what a text is: a stricter one finds no place in
//! texts that are read all the same, such as a closing brace that stands further left than its block.

use std::collections::BTreeMap;

use libyaml_safer::{Event, EventData, Mark, Parser};

use super::reading::MAX_DEPTH;
use super::yaml_breaks::Breaks;
use crate::diag::Position;
use crate::diag::spans::{NodeId, Span, Spans};

/// Finds every node of a YAML text; of a broken one, those before the break.
pub(super) fn locate(text: &str) -> Spans {
    scanned(text).0.spans
}

/// The place where lists and maps are nested twice as deep as any value that is read. The reader of values, which tells of less, takes a
/// text apart as a whole first, in a time that grows with the square of the depth.
pub(super) fn too_deep(text: &str) -> Option<Position> {
    let opened = text.bytes().filter(|byte| matches!(byte, b'[' | b'{'));
    if opened.take(DEEPEST + 1).count() <= DEEPEST || most_open(text) <= DEEPEST {
        return None;
    }
    scanned(text).1
}

/// No fewer lists and maps in brackets than are open at once, without taking the text apart. A bracket closes one of its own line, and
/// only where nothing on the line can hide brackets: they may stand in a text, a remark or a tag, and texts may run over lines.
fn most_open(text: &str) -> usize {
    let (mut open, mut most) = (0, 0);
    let has_brackets = |line: &&str| line.bytes().any(|byte| b"[]{}".contains(&byte));
    for line in text.lines().filter(has_brackets) {
        let before = open;
        let may_hide = line.contains(['"', '\'', '#', '!']);
        for byte in line.bytes() {
            match byte {
                b'[' | b'{' => open += 1,
                b']' | b'}' if !may_hide && open > before => open -= 1,
                _ => {}
            }
            most = most.max(open);
        }
    }
    most
}

/// No value is read below half of this.
const DEEPEST: usize = 2 * MAX_DEPTH;

/// What is found in a text up to its end, to where it is broken, or to the place that is too deep: the parser looks at every open bracket
/// for each token.
fn scanned(text: &str) -> (Scan, Option<Position>) {
    let mut scan = Scan {
        breaks: Breaks::of(text),
        ..Scan::default()
    };
    let text = readable(text);
    let mut bytes = text.as_bytes();
    let mut parser = Parser::new();
    parser.set_input_string(&mut bytes);
    for event in parser {
        let Ok(event) = event else { break };
        let start = scan.position(event.start_mark);
        scan.event(event);
        if scan.open.len() > DEEPEST {
            return (scan, Some(start));
        }
    }
    (scan, None)
}

/// The same text, letter for letter, without what this version of the parser panics on: a tag right before a comma, and an escape or a
/// line end that is cut off by the end of the text. Tags of one's own are refused by the reader of values.
///
/// Another letter in the place of `!` does no harm where it is a part of a text: `'` is a letter of tags, and ends texts.
fn readable(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('!') {
        out.push_str(before);
        if !begins_a_node(&out) {
            out.push('!');
            rest = from;
            continue;
        }
        let end = from.find(|letter: char| letter.is_whitespace() || ",[]{}\"".contains(letter));
        let (tag, after) = from.split_at(end.unwrap_or(from.len()));
        if after.starts_with(',') {
            out.push('~');
            out.push_str(&tag.replace('!', "~"));
        } else {
            out.push('!');
            out.push_str(tag);
        }
        rest = after;
    }
    out.push_str(rest);
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

/// Whether a node may begin behind this text.
fn begins_a_node(before: &str) -> bool {
    let word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    if before.trim_end_matches(word).ends_with(['*', '&']) {
        return true;
    }
    let mut letters = before.chars().rev();
    let is_apart = |letter: char| letter.is_whitespace() || ",[]{}\"'".contains(letter);
    match letters.next() {
        Some(':') => letters.next().is_none_or(is_apart),
        last => last.is_none_or(is_apart),
    }
}

#[derive(Default)]
struct Scan {
    breaks: Breaks,
    spans: Spans,
    /// The maps and lists that are open.
    open: Vec<Open>,
    anchors: BTreeMap<String, NodeId>,
}

struct Open {
    node: NodeId,
    kind: OpenKind,
}

enum OpenKind {
    List {
        length: usize,
    },
    /// A map; its next key once that was read.
    Map {
        key: Option<(String, Span)>,
    },
}

impl Scan {
    fn position(&self, mark: Mark) -> Position {
        let number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        self.breaks.position(number(mark.line), number(mark.column))
    }

    fn event(&mut self, event: Event) {
        let span = Span {
            start: self.position(event.start_mark),
            end: self.position(event.end_mark),
        };
        match event.data {
            EventData::Scalar { value, anchor, .. } => {
                if self.wants_key() {
                    self.key(value, span);
                } else {
                    self.node(span, anchor);
                }
            }
            EventData::Alias { anchor } => {
                if self.wants_key() {
                    self.key(String::new(), span);
                } else {
                    let node = self.node(span, None);
                    if let Some(target) = self.anchors.get(&anchor) {
                        self.spans.alias(node, *target);
                    }
                }
            }
            EventData::SequenceStart { anchor, .. } => {
                self.begin(span, anchor, OpenKind::List { length: 0 });
            }
            EventData::MappingStart { anchor, .. } => {
                self.begin(span, anchor, OpenKind::Map { key: None });
            }
            EventData::SequenceEnd | EventData::MappingEnd => {
                if let Some(open) = self.open.pop() {
                    self.spans.close(open.node, span.end);
                }
            }
            _ => {}
        }
    }

    fn wants_key(&self) -> bool {
        matches!(
            self.open.last(),
            Some(Open {
                kind: OpenKind::Map { key: None },
                ..
            })
        )
    }

    fn key(&mut self, text: String, span: Span) {
        if let Some(Open {
            kind: OpenKind::Map { key },
            ..
        }) = self.open.last_mut()
        {
            *key = Some((text, span));
        }
    }

    fn begin(&mut self, span: Span, anchor: Option<String>, kind: OpenKind) {
        if self.wants_key() {
            // A map or list as a key: values refuse it, so the name matters to nobody.
            self.key(String::new(), span);
        }
        let node = self.node(span, anchor);
        self.open.push(Open { node, kind });
    }

    /// Adds a node to whatever is open.
    fn node(&mut self, span: Span, anchor: Option<String>) -> NodeId {
        let node = self.spans.node(span);
        if let Some(anchor) = anchor {
            self.anchors.insert(anchor, node);
        }
        if let Some(Open { node: owner, kind }) = self.open.last_mut() {
            match kind {
                OpenKind::List { length } => {
                    self.spans.entry(*owner, &length.to_string(), span, node);
                    *length += 1;
                }
                OpenKind::Map { key } => {
                    if let Some((name, key_span)) = key.take() {
                        self.spans.entry(*owner, &name, key_span, node);
                    }
                }
            }
        }
        node
    }
}

#[cfg(test)]
mod tests;
