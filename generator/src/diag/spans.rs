//! Where each node of a text lies: nodes in, line and column of a pointer out. The readers of each format fill it.

use std::sync::OnceLock;

use crate::pointer::Pointer;

/// A line and a column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// A stretch of text; `end` is just behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first character.
    pub start: Position,
    /// Just behind the last character.
    pub end: Position,
}

/// What of an entry is meant: its key, its value, or the key of an earlier entry of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Focus {
    /// The key.
    Key,
    /// The value.
    #[default]
    Value,
    /// The first of several keys of this name.
    FirstKey,
}

/// A node of [`Spans`].
pub type NodeId = usize;

/// The nodes of one text with their spans.
#[derive(Debug, Clone, Default)]
pub struct Spans {
    nodes: Vec<Node>,
}

/// A key, where it stands, and the node of its value.
type Entry = (Box<str>, Span, NodeId);

#[derive(Debug, Clone)]
struct Node {
    span: Span,
    /// Document order; a name may occur twice. Elements of lists are named by their index.
    entries: Vec<Entry>,
    /// Of many entries, their indices by name, made when somebody looks for one.
    named: OnceLock<Box<[usize]>>,
    /// The node that an alias stands for.
    target: Option<NodeId>,
}

/// So many entries are looked through; more are looked up.
const FEW: usize = 32;

impl Node {
    /// The entries of a name.
    fn same<'n>(&'n self, key: &'n str) -> impl Iterator<Item = &'n Entry> {
        let name = |index: &usize| self.entries.get(*index).map_or("", |(name, ..)| name);
        let (few, many) = if self.entries.len() <= FEW {
            (&self.entries[..], &[][..])
        } else {
            let named = self.named.get_or_init(|| {
                let mut order: Vec<usize> = (0..self.entries.len()).collect();
                order.sort_by(|one, other| name(one).cmp(name(other)));
                order.into()
            });
            let begin = named.partition_point(|index| name(index) < key);
            let count = named[begin..].partition_point(|index| name(index) == key);
            (&[][..], &named[begin..begin + count])
        };
        let few = few.iter().filter(move |(name, ..)| **name == *key);
        few.chain(many.iter().filter_map(|index| self.entries.get(*index)))
    }
}

/// Aliases and merge keys are followed this often; more is a cycle.
const MAX_JUMPS: usize = 64;

impl Spans {
    /// Adds a node; the first one is the root.
    pub fn node(&mut self, span: Span) -> NodeId {
        self.nodes.push(Node {
            span,
            entries: Vec::new(),
            named: OnceLock::new(),
            target: None,
        });
        self.nodes.len() - 1
    }

    /// Adds an entry of a map or list. For lists the key is the index and its span that of the value.
    pub fn entry(&mut self, owner: NodeId, key: &str, key_span: Span, value: NodeId) {
        if let Some(node) = self.nodes.get_mut(owner) {
            node.entries.push((key.into(), key_span, value));
            node.named.take();
        }
    }

    /// Says that a node is an alias of another one.
    pub fn alias(&mut self, node: NodeId, target: NodeId) {
        if let Some(node) = self.nodes.get_mut(node) {
            node.target = Some(target);
        }
    }

    /// Sets where a node ends, once that is known.
    pub fn close(&mut self, node: NodeId, end: Position) {
        if let Some(node) = self.nodes.get_mut(node) {
            node.span.end = end;
        }
    }

    /// The stretch of text meant, or that of the nearest enclosing element that exists.
    pub fn find(&self, at: &Pointer, focus: Focus) -> Option<Span> {
        let mut node = 0;
        let mut key_span = None;
        let mut value_span = self.nodes.first()?.span;
        for segment in at.segments() {
            let wanted = self.lookup(node, &segment, focus, 0);
            let Some((key, next)) = wanted else {
                return Some(key_span.unwrap_or(value_span));
            };
            key_span = Some(key);
            value_span = self.nodes.get(next)?.span;
            node = next;
        }
        match focus {
            Focus::Value => Some(value_span),
            Focus::Key | Focus::FirstKey => Some(key_span.unwrap_or(value_span)),
        }
    }

    /// Whether the entry itself is known, not only what encloses it.
    #[cfg(test)]
    pub fn knows(&self, at: &Pointer) -> bool {
        let mut segments = at.segments();
        let found = segments.try_fold(0, |node, segment| {
            self.lookup(node, &segment, Focus::Value, 0)
                .map(|found| found.1)
        });
        found.is_some()
    }

    fn lookup(
        &self,
        node: NodeId,
        key: &str,
        focus: Focus,
        jumps: usize,
    ) -> Option<(Span, NodeId)> {
        if jumps > MAX_JUMPS {
            return None;
        }
        let node = self.nodes.get(node)?;
        if let Some(target) = node.target {
            return self.lookup(target, key, focus, jumps + 1);
        }
        let mut same = node.same(key);
        let found = match focus {
            Focus::FirstKey => same.next(),
            Focus::Key | Focus::Value => same.last(),
        };
        if let Some((_, span, id)) = found {
            return Some((*span, *id));
        }
        for (_, _, id) in node.same("<<") {
            if let Some(found) = self.merged(*id, key, focus, jumps + 1) {
                return Some(found);
            }
        }
        None
    }

    /// Looks in the map, or the list of maps, that a merge key brings in.
    fn merged(
        &self,
        node: NodeId,
        key: &str,
        focus: Focus,
        jumps: usize,
    ) -> Option<(Span, NodeId)> {
        if let Some(found) = self.lookup(node, key, focus, jumps) {
            return Some(found);
        }
        let list = self.nodes.get(node)?;
        let parts = list
            .entries
            .iter()
            .filter(|(name, ..)| name.parse::<usize>().is_ok());
        parts
            .into_iter()
            .find_map(|(_, _, id)| self.lookup(*id, key, focus, jumps + 1))
    }
}

/// Turns byte offsets into positions.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Indexes the lines of a text.
    pub fn new(text: &'t str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1));
        Self {
            text,
            starts: starts.collect(),
        }
    }

    /// The position of a byte; one behind the end counts as the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self
            .starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(0);
        let before = self.text.get(start..offset).unwrap_or("");
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }

    /// The span of a range of bytes.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span {
            start: self.position(range.start),
            end: self.position(range.end),
        }
    }
}
