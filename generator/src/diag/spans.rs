//! Where each node of a text lies: nodes in, line and column of a pointer out. The readers of each format fill it.

use std::collections::BTreeMap;
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

/// The nodes of one text with their spans. There are as many as a document has words, so all of them stand in two pieces of memory.
#[derive(Debug, Clone, Default)]
pub struct Spans {
    nodes: Vec<Node>,
    /// The names of all entries, one behind the other.
    names: String,
    /// Of nodes with many entries, these by name; made when somebody looks for one.
    many: OnceLock<BTreeMap<NodeId, Box<[Id]>>>,
}

/// A node, as others name it.
type Id = u32;

/// No node.
const NONE: Id = Id::MAX;

/// A node, and the entry of another one that it is the value of. A name may occur twice; elements of lists are named by their index.
#[derive(Debug, Clone)]
struct Node {
    span: Small,
    /// Where its key stands.
    key: Small,
    /// Where its name begins and ends in the names.
    name: [u32; 2],
    /// The first and the last of its own entries.
    ends: [Id; 2],
    /// The entry that follows it in the document.
    next: Id,
    /// The node that an alias stands for.
    target: Id,
}

/// A span in half the memory: lines and columns of its start and its end.
#[derive(Debug, Clone, Copy)]
struct Small([u32; 4]);

impl From<Span> for Small {
    fn from(Span { start, end }: Span) -> Self {
        Self([start.line, start.column, end.line, end.column].map(small))
    }
}

impl From<Small> for Span {
    fn from(Small(all): Small) -> Self {
        let [line, column, end_line, end_column] =
            all.map(|number| usize::try_from(number).unwrap_or(usize::MAX));
        Self {
            start: Position { line, column },
            end: Position {
                line: end_line,
                column: end_column,
            },
        }
    }
}

/// A number of lines, letters or nodes: a text that is read is shorter than 4 GiB.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// So many entries are looked through; more are looked up.
const FEW: usize = 32;

/// Aliases and merge keys are followed this often; more is a cycle.
const MAX_JUMPS: usize = 64;

impl Spans {
    /// Adds a node; the first one is the root.
    pub fn node(&mut self, span: Span) -> NodeId {
        self.nodes.push(Node {
            span: span.into(),
            key: span.into(),
            name: [0, 0],
            ends: [NONE, NONE],
            next: NONE,
            target: NONE,
        });
        self.nodes.len() - 1
    }

    /// Adds an entry of a map or list. For lists the key is the index and its span that of the value. A node is the value of one entry.
    pub fn entry(&mut self, owner: NodeId, key: &str, key_span: Span, value: NodeId) {
        let begin = small(self.names.len());
        self.names.push_str(key);
        let Some(entry) = self.nodes.get_mut(value) else {
            return;
        };
        entry.name = [begin, small(self.names.len())];
        entry.key = key_span.into();
        let Some(owner) = self.nodes.get_mut(owner) else {
            return;
        };
        let [first, last] = owner.ends;
        let id = small(value);
        owner.ends = [if first == NONE { id } else { first }, id];
        if let Some(last) = self.nodes.get_mut(last as usize) {
            last.next = id;
        }
        self.many.take();
    }

    /// Says that a node is an alias of another one.
    pub fn alias(&mut self, node: NodeId, target: NodeId) {
        if let Some(node) = self.nodes.get_mut(node) {
            node.target = small(target);
        }
    }

    /// Sets where a node ends, once that is known.
    pub fn close(&mut self, node: NodeId, end: Position) {
        if let Some(Node { span, .. }) = self.nodes.get_mut(node) {
            let start = Span::from(*span).start;
            *span = Span { start, end }.into();
        }
    }

    /// The stretch of text meant, or that of the nearest enclosing element that exists.
    pub fn find(&self, at: &Pointer, focus: Focus) -> Option<Span> {
        let mut node = 0;
        let mut key_span = None;
        let mut value_span = self.nodes.first()?.span.into();
        for segment in at.segments() {
            let Some(next) = self.lookup(node, &segment, focus, 0) else {
                return Some(key_span.unwrap_or(value_span));
            };
            let found = self.nodes.get(next)?;
            key_span = Some(found.key.into());
            value_span = found.span.into();
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
        });
        found.is_some()
    }

    fn lookup(&self, node: NodeId, key: &str, focus: Focus, jumps: usize) -> Option<NodeId> {
        if jumps > MAX_JUMPS {
            return None;
        }
        let target = self.nodes.get(node)?.target;
        if target != NONE {
            return self.lookup(target as usize, key, focus, jumps + 1);
        }
        let mut same = self.same(node, key);
        let found = match focus {
            Focus::FirstKey => same.next(),
            Focus::Key | Focus::Value => same.last(),
        };
        found.or_else(|| {
            let mut merged = self.same(node, "<<");
            merged.find_map(|id| self.merged(id, key, focus, jumps + 1))
        })
    }

    /// Looks in the map, or the list of maps, that a merge key brings in.
    fn merged(&self, node: NodeId, key: &str, focus: Focus, jumps: usize) -> Option<NodeId> {
        self.lookup(node, key, focus, jumps).or_else(|| {
            let mut parts = self
                .entries(node)
                .filter(|id| self.name(*id).parse::<usize>().is_ok());
            parts.find_map(|id| self.lookup(id, key, focus, jumps + 1))
        })
    }

    fn name(&self, id: NodeId) -> &str {
        let name = self.nodes.get(id).map(|node| node.name);
        let [begin, end] = name.unwrap_or_default();
        let name = self.names.get(begin as usize..end as usize);
        name.unwrap_or_default()
    }

    /// The entries of a node, in the order of the document.
    fn entries(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        let follow = |id: Id| self.nodes.get(id as usize).map(|_| id as usize);
        let first = self.nodes.get(node).and_then(|node| follow(node.ends[0]));
        std::iter::successors(first, move |id| {
            self.nodes.get(*id).and_then(|node| follow(node.next))
        })
    }

    /// The entries of a name.
    fn same<'s>(&'s self, node: NodeId, key: &'s str) -> impl Iterator<Item = NodeId> + 's {
        let sorted = self.many().get(&node);
        let many = sorted.map_or(&[][..], |all| {
            let begin = all.partition_point(|id| self.name(*id as usize) < key);
            let count = all[begin..].partition_point(|id| self.name(*id as usize) == key);
            &all[begin..begin + count]
        });
        let few = sorted.is_none().then(|| self.entries(node));
        let few = few.into_iter().flatten();
        few.filter(move |id| self.name(*id) == key)
            .chain(many.iter().map(|id| *id as usize))
    }

    fn many(&self) -> &BTreeMap<NodeId, Box<[Id]>> {
        self.many.get_or_init(|| {
            let owners = 0..self.nodes.len();
            let owners = owners.filter(|node| self.entries(*node).nth(FEW).is_some());
            owners.map(|node| (node, self.sorted(node))).collect()
        })
    }

    /// The entries of a node by name, those of one name in the order of the document.
    fn sorted(&self, node: NodeId) -> Box<[Id]> {
        let mut all: Vec<Id> = self.entries(node).map(small).collect();
        all.sort_by(|one, other| self.name(*one as usize).cmp(self.name(*other as usize)));
        all.into()
    }
}

#[cfg(test)]
mod tests {
    use super::{FEW, Focus, Position, Span, Spans};
    use crate::pointer::Pointer;

    fn at(line: usize) -> Span {
        let position = Position { line, column: 1 };
        Span {
            start: position,
            end: position,
        }
    }

    #[test]
    fn of_many_entries_the_last_of_a_name_counts_as_it_does_of_few() {
        for count in [FEW / 2, FEW, FEW + 1, FEW * 4] {
            let mut spans = Spans::default();
            let root = spans.node(at(1));
            for index in 0..count {
                let value = spans.node(at(index + 2));
                // Every name is there twice.
                spans.entry(root, &format!("n{}", index / 2), at(index + 2), value);
            }
            for name in 0..count / 2 {
                let place = Pointer::root().child(&format!("n{name}"));
                let line = |focus| spans.find(&place, focus).map(|span| span.start.line);
                assert_eq!(line(Focus::Value), Some(name * 2 + 3), "of {count}");
                assert_eq!(line(Focus::FirstKey), Some(name * 2 + 2), "of {count}");
            }
            let missing = Pointer::root().child("m");
            assert_eq!(spans.find(&missing, Focus::Value), Some(at(1)));
        }
    }
}
