//! Where the nodes of a YAML text lie: text in, spans out, for diagnostics only. Values are read in `yaml.rs`.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, Span as Mark};

use crate::diag::Position;
use crate::diag::spans::{NodeId, Span, Spans};

/// Finds every node of a YAML text; of a broken one, those before the break.
pub(super) fn locate(text: &str) -> Spans {
    let mut scan = Scan::default();
    for event in Parser::new_from_str(text) {
        let Ok((event, mark)) = event else { break };
        scan.event(event, mark);
    }
    scan.spans
}

#[derive(Default)]
struct Scan {
    spans: Spans,
    /// The maps and lists that are open.
    open: Vec<Open>,
    anchors: BTreeMap<usize, NodeId>,
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
    fn event(&mut self, event: Event<'_>, mark: Mark) {
        let span = span(mark);
        match event {
            Event::Scalar(text, _, anchor, _) => {
                if self.wants_key() {
                    self.key(text.into_owned(), span);
                } else {
                    self.node(span, anchor);
                }
            }
            Event::Alias(anchor) => {
                if self.wants_key() {
                    self.key(String::new(), span);
                } else {
                    let node = self.node(span, 0);
                    if let Some(target) = self.anchors.get(&anchor) {
                        self.spans.alias(node, *target);
                    }
                }
            }
            Event::SequenceStart(anchor, _) => {
                self.begin(span, anchor, OpenKind::List { length: 0 });
            }
            Event::MappingStart(anchor, _) => self.begin(span, anchor, OpenKind::Map { key: None }),
            Event::SequenceEnd | Event::MappingEnd => {
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

    fn begin(&mut self, span: Span, anchor: usize, kind: OpenKind) {
        if self.wants_key() {
            // A map or list as a key: values refuse it, so the name matters to nobody.
            self.key(String::new(), span);
        }
        let node = self.node(span, anchor);
        self.open.push(Open { node, kind });
    }

    /// Adds a node to whatever is open.
    fn node(&mut self, span: Span, anchor: usize) -> NodeId {
        let node = self.spans.node(span);
        if anchor != 0 {
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

fn span(mark: Mark) -> Span {
    Span {
        start: Position {
            line: mark.start.line(),
            column: mark.start.col() + 1,
        },
        end: Position {
            line: mark.end.line(),
            column: mark.end.col() + 1,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::locate;
    use crate::diag::Focus;
    use crate::source::pointer::Pointer;

    #[track_caller]
    fn check(text: &str, at: &str, focus: Focus, expected: (usize, usize)) {
        let at = Pointer::parse(at).unwrap();
        let span = locate(text).find(&at, focus).unwrap();
        assert_eq!((span.start.line, span.start.column), expected);
    }

    const TEXT: &str = "\
a: &anchor
  b: [1, {é: true}]
c: *anchor
d:
  <<: [*anchor]
  e: |
    text
404: x
a: twice
";

    #[test]
    fn finds_keys_and_values() {
        check(TEXT, "#/c", Focus::Key, (3, 1));
        check(TEXT, "#/d/e", Focus::Key, (6, 3));
        check(TEXT, "#/404", Focus::Value, (8, 6));
        check("é: [1, {é: true}]", "#/é/1/é", Focus::Value, (1, 12));
    }

    #[test]
    fn follows_aliases_and_merge_keys() {
        check(TEXT, "#/c/b/1/é", Focus::Key, (2, 11));
        check(TEXT, "#/d/b", Focus::Key, (2, 3));
    }

    #[test]
    fn the_last_of_two_keys_counts_but_the_first_can_be_asked_for() {
        check(TEXT, "#/a", Focus::Value, (9, 4));
        check(TEXT, "#/a", Focus::FirstKey, (1, 1));
    }

    #[test]
    fn falls_back_to_what_encloses() {
        check(TEXT, "#/d/nowhere", Focus::Value, (4, 1));
        check("a: [1, }", "#/a/1/2", Focus::Value, (1, 1));
    }
}
