//! What is known of a document that is made from another one: where each part was written, and what there is to say.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::cx::Cx;
use crate::diag::Diagnostic;
use crate::pointer::Pointer;
use crate::source::Tree;

/// Parts of the new document with those of the old one that they were made from, and diagnostics at parts of the old one.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// In the order of pointers, which has outer parts before what lies in them.
    parts: BTreeMap<Pointer, Pointer>,
    found: Vec<(Diagnostic, Pointer)>,
}

impl Made {
    /// Notes that a part of the new document is one of the old one.
    pub(super) fn is(&mut self, new: Pointer, old: &Pointer) {
        self.parts.insert(new, old.clone());
    }

    /// Reports a part of the old document.
    pub(super) fn report(&mut self, old: Pointer, found: Diagnostic) {
        self.found.push((found, old));
    }

    /// Puts the new document in the place of the old one.
    pub(super) fn put(self, tree: &mut Tree, root: Value, cx: &mut Cx) {
        for (found, at) in self.found {
            cx.report(found.located(tree.place(&at)));
        }
        tree.replace(root, &self.parts);
    }
}
