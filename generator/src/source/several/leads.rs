//! Where a reference leads: to a part of a file by its place or its name there, or by an address of its own.

use super::library::{Library, Node, Target};
use super::{Kind, Pointer, codes};
use crate::cx::Cx;
use crate::diag::{Diagnostic, Place};

/// Longer chains of references are cycles.
const MAX_STEPS: usize = 32;

impl Library<'_> {
    /// Where a reference at a node leads. What is wrong with it is said once, where it stands.
    pub(super) fn find(&mut self, from: &Node, kind: Kind, target: &str, cx: &mut Cx) -> Target {
        if let Some(node) = self.addressed(from, target) {
            return Target::To(node);
        }
        if super::is_remote(target) {
            return Target::Elsewhere;
        }
        let (path, fragment) = super::apart(target);
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
            node => match node
                .as_ref()
                .and_then(|node| self.through(node, MAX_STEPS, cx))
            {
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
    fn through(&mut self, node: &Node, steps: usize, cx: &mut Cx) -> Option<Node> {
        let mut here = Node {
            file: node.file,
            at: Pointer::root(),
        };
        let mut left = steps;
        for key in node.at.segments() {
            loop {
                let next = Node {
                    file: here.file,
                    at: here.at.child(&key),
                };
                if self.get(&next).is_some() {
                    here = next;
                    break;
                }
                left = left.checked_sub(1)?;
                let target = self.get(&here)?.get("$ref")?.as_str()?.to_owned();
                let (path, fragment) = super::apart(&target);
                let file = match path {
                    "" => here.file,
                    path if super::is_remote(path) => return None,
                    path => self.file(&here, path, &target, cx)?,
                };
                let to = self.part(file, fragment)?;
                here = match self.get(&to) {
                    Some(_) => to,
                    None => self.through(&to, left, cx)?,
                };
            }
        }
        Some(here)
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
            && (self.get(&meant).is_some() || self.through(&meant, MAX_STEPS, cx).is_some())
        {
            let found = codes::REFERENCE_OF_DOCUMENT.maybe_at(place);
            cx.report(found.arg("target", target));
            return Target::To(meant);
        }
        cx.report(nowhere(kind, target, place));
        Target::Nowhere
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
