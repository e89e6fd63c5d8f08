//! Where a reference leads: to a part of a file by its place or its name there, or by an address of its own.

use super::library::{Library, Node, Target};
use super::{Kind, Pointer, codes};
use crate::cx::Cx;
use crate::diag::{Diagnostic, Place};
use crate::source::{through, uri};

impl Library<'_> {
    /// Where a reference at a node leads. What is wrong with it is said once, where it stands.
    pub(super) fn find(&mut self, from: &Node, kind: Kind, target: &str, cx: &mut Cx) -> Target {
        if let Some(node) = self.addressed(from, target) {
            return Target::To(node);
        }
        if super::is_remote(target) {
            return Target::Elsewhere;
        }
        let (path, fragment) = uri::split_fragment(target);
        let file = if path.is_empty() {
            Some(from.file)
        } else {
            self.file(from, path, target, cx)
        };
        let Some(file) = file else {
            return Target::Nowhere;
        };
        let node = self.part(file, fragment);
        match node {
            Some(node) if self.get(&node).is_some() => Target::To(node),
            // Anchors and what is broken within the document are looked at later.
            _ if file == 0 && from.file == 0 && path.is_empty() => Target::Elsewhere,
            node => match node.as_ref().and_then(|node| self.through(node, cx)) {
                // It will be there, as soon as its owner is.
                Some(_) if file == 0 => node.map_or(Target::Nowhere, Target::To),
                Some(found) => Target::To(found),
                None => self.missing(from, kind, target, node, cx),
            },
        }
    }

    /// The part of a file that a fragment names.
    fn part(&self, file: usize, fragment: &str) -> Option<Node> {
        let root = Pointer::root();
        let node = |at| Node { file, at };
        match Pointer::parse(fragment).map(node) {
            // Strictly this is a member without a name; many mean the whole file.
            Some(node) if fragment == "#/" && self.get(&node).is_none() => {
                Some(Node { at: root, ..node })
            }
            Some(node) => Some(node),
            None => self.named(file, fragment).map(node),
        }
    }

    /// A node whose way there leads through references.
    fn through(&mut self, node: &Node, cx: &mut Cx) -> Option<Node> {
        let file = Node {
            file: node.file,
            at: Pointer::root(),
        };
        through::follow(&mut Shelves { library: self, cx }, file, &node.at)
    }

    /// A part that is missing in its file may be one of the document: people split documents and leave references as they were.
    fn missing(
        &mut self,
        from: &Node,
        kind: Kind,
        target: &str,
        node: Option<Node>,
        cx: &mut Cx,
    ) -> Target {
        let place = self.place(&from.reference());
        if let Some(Node { at, .. }) = node
            && target.starts_with('#')
            && let meant = (Node { file: 0, at })
            && (self.get(&meant).is_some() || self.through(&meant, cx).is_some())
        {
            let found = codes::REFERENCE_OF_DOCUMENT.maybe_at(place);
            cx.report(found.arg("target", target));
            return Target::To(meant);
        }
        cx.report(nowhere(kind, target, place));
        Target::Nowhere
    }
}

/// The nodes of all files, which are read as they are needed.
struct Shelves<'w, 'l> {
    library: &'w mut Library<'l>,
    cx: &'w mut Cx,
}

impl through::Nodes for Shelves<'_, '_> {
    type Node = Node;

    fn child(&self, node: &Node, key: &str) -> Option<Node> {
        let next = Node {
            file: node.file,
            at: node.at.child(key),
        };
        self.library.get(&next).map(|_| next)
    }

    fn reference(&mut self, node: &Node) -> Option<(Node, Pointer)> {
        let target = self.library.get(node)?.get("$ref")?.as_str()?.to_owned();
        let (path, fragment) = uri::split_fragment(&target);
        let file = match path {
            "" => node.file,
            path if super::is_remote(path) => return None,
            path => self.library.file(node, path, &target, self.cx)?,
        };
        let Node { at, .. } = self.library.part(file, fragment)?;
        let root = Node {
            file,
            at: Pointer::root(),
        };
        Some((root, at))
    }
}

fn nowhere(kind: Kind, target: &str, place: Option<Place>) -> Diagnostic {
    let is_unread = matches!(kind, Kind::Example | Kind::Link | Kind::Callback);
    let code = if is_unread {
        codes::UNREAD_REF
    } else {
        codes::MISSING_PART
    };
    let found = code.maybe_at(place).arg("target", target).arg("advice", "");
    found.arg("reason", "there is no such part")
}
