//! What a rewriting of schemas wants to tell: moves and losses in, places and diagnostics out once the tree can be touched again.

use std::collections::BTreeMap;

use crate::cx::Cx;
use crate::diag::Diagnostic;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::walk::Trail;

/// The edits of one rewriting, in their order.
#[derive(Debug, Default)]
pub(super) struct Edits {
    log: Vec<Edit>,
}

#[derive(Debug)]
enum Edit {
    /// A node went elsewhere.
    Move(Pointer, Pointer),
    /// A node was made of another one.
    Make(Pointer, Pointer),
    /// A node says what the other one said.
    Become(Pointer, Pointer),
    /// A node went into another one, which stands for it from now on.
    Merge(Pointer, Pointer),
    /// Something to say about a node.
    Report(Diagnostic, Pointer),
}

impl Edits {
    /// The edits of the object at the end of a trail.
    pub(super) fn at<'h>(&'h mut self, trail: Trail<'h>) -> Here<'h> {
        Here { trail, edits: self }
    }

    /// Tells the tree and the user. Gives the nodes that went into others, both where they were written.
    pub(super) fn tell(self, tree: &mut Tree, cx: &mut Cx) -> Merged {
        let mut merged = Merged::new();
        for edit in self.log {
            match edit {
                Edit::Move(from, to) => tree.moved(&from, &to),
                Edit::Make(new, like) => {
                    let was = tree.was(&like);
                    tree.origins.made(new, was);
                }
                Edit::Become(new, old) => {
                    let was = tree.was(&old);
                    tree.origins.is(new, was);
                }
                Edit::Merge(gone, into) => {
                    merged.insert(tree.was(&gone), tree.was(&into));
                }
                Edit::Report(found, at) => cx.report(found.located(tree.place(&at))),
            }
        }
        merged
    }
}

/// Nodes that went into others, by where they were written.
pub(super) type Merged = BTreeMap<Pointer, Pointer>;

/// An object that is being rewritten, and the edits to add to.
#[derive(Debug)]
pub(super) struct Here<'h> {
    trail: Trail<'h>,
    edits: &'h mut Edits,
}

impl Here<'_> {
    /// Where the object is.
    pub(super) fn at(&self) -> Pointer {
        self.trail.pointer()
    }

    /// Notes that a part went elsewhere.
    pub(super) fn moved(&mut self, from: Pointer, to: Pointer) {
        self.edits.log.push(Edit::Move(from, to));
    }

    /// Notes that a part got another key.
    pub(super) fn renamed(&mut self, from: &str, to: &str) {
        let at = self.at();
        self.moved(at.child(from), at.child(to));
    }

    /// Notes that a part was made for this object.
    pub(super) fn made(&mut self, new: Pointer) {
        let at = self.at();
        self.edits.log.push(Edit::Make(new, at));
    }

    /// Notes that a node was made of another one, or is a copy of it.
    pub(super) fn made_of(&mut self, new: Pointer, like: Pointer) {
        self.edits.log.push(Edit::Make(new, like));
    }

    /// Notes that a node says what another one said, which is not there any more.
    pub(super) fn became(&mut self, old: Pointer, new: Pointer) {
        self.edits.log.push(Edit::Become(new, old));
    }

    /// Notes that a part went into this object.
    pub(super) fn merged(&mut self, gone: Pointer) {
        let at = self.at();
        self.merged_into(gone, at);
    }

    /// Notes that a part went into another one.
    pub(super) fn merged_into(&mut self, gone: Pointer, into: Pointer) {
        self.edits.log.push(Edit::Merge(gone, into));
    }

    /// Reports a part of this object. The place is filled in later, when all moves before this are known.
    pub(super) fn report(&mut self, key: &str, found: Diagnostic) {
        self.report_at(self.at().child(key), found);
    }

    /// Reports a node inside this object.
    pub(super) fn report_at(&mut self, at: Pointer, found: Diagnostic) {
        self.edits.log.push(Edit::Report(found, at));
    }
}
