//! Pointers whose way leads through a reference: where they lead in the end. In one file and across files it is the same walk.

use serde_json::Value;

use crate::pointer::Pointer;

/// More references on one way are a cycle.
const MAX_STEPS: usize = 100;

/// What a way leads through: the nodes of one file, or of several.
pub(super) trait Nodes {
    type Node: Clone;

    /// The node under a key of another one, if it is there.
    fn child(&self, node: &Self::Node, key: &str) -> Option<Self::Node>;

    /// The file that the reference in the place of a node leads into, and the pointer there.
    fn reference(&mut self, node: &Self::Node) -> Option<(Self::Node, Pointer)>;
}

/// The node that a pointer from a file leads to.
pub(super) fn follow<N: Nodes>(nodes: &mut N, file: N::Node, at: &Pointer) -> Option<N::Node> {
    let mut left = MAX_STEPS;
    way(nodes, file, at, &mut left)
}

/// The place that a pointer from the root of one file leads to.
pub fn within(root: &Value, at: &Pointer) -> Option<Pointer> {
    follow(&mut Within(root), Pointer::root(), at)
}

fn way<N: Nodes>(nodes: &mut N, file: N::Node, at: &Pointer, left: &mut usize) -> Option<N::Node> {
    let mut here = file;
    for key in at.segments() {
        here = loop {
            if let Some(next) = nodes.child(&here, &key) {
                break next;
            }
            *left = left.checked_sub(1)?;
            let (file, to) = nodes.reference(&here)?;
            here = way(nodes, file, &to, left)?;
        };
    }
    Some(here)
}

struct Within<'r>(&'r Value);

impl Nodes for Within<'_> {
    type Node = Pointer;

    fn child(&self, node: &Pointer, key: &str) -> Option<Pointer> {
        let next = node.child(key);
        next.find(self.0).map(|_| next)
    }

    fn reference(&mut self, node: &Pointer) -> Option<(Pointer, Pointer)> {
        let target = node.find(self.0)?.get("$ref")?.as_str()?;
        let target = target.starts_with('#').then(|| Pointer::parse(target))?;
        Some((Pointer::root(), target?))
    }
}
