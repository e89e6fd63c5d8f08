//! What is known of a document that is made from another one: where each part was written, and what there is to say.

use serde_json::Value;

use crate::cx::Cx;
use crate::diag::{Diagnostic, Reported, codes};
use crate::pointer::Pointer;
use crate::source::{Origins, Tree};

/// Parts of the new document with those of the old one that they were made from, and diagnostics at parts of the old one.
#[derive(Debug, Default)]
pub(super) struct Made {
    parts: Origins,
    found: Vec<(Diagnostic, Pointer)>,
    contents: usize,
    /// The schema that would stand once too often.
    too_many: Option<Pointer>,
}

/// A schema stands once for each media type of its body or answer; this often in a document.
const MAX_CONTENTS: usize = 100_000;

impl Made {
    /// Notes that a part of the new document is one of the old one.
    pub(super) fn is(&mut self, new: Pointer, old: &Pointer) {
        self.parts.is(new, old.clone());
    }

    /// Notes that a part of the new document was made of one of the old one.
    pub(super) fn of(&mut self, new: Pointer, old: &Pointer) {
        self.parts.made(new, old.clone());
    }

    /// Notes that a form of a body or an answer was made of what stands there: the first is what people call by that.
    pub(super) fn form(&mut self, is_first: bool, new: Pointer, old: &Pointer) {
        if is_first {
            self.is(new, old);
        } else {
            self.of(new, old);
        }
    }

    /// Whether one more media type may have its schema, which stands here in the old document.
    pub(super) fn may_have(&mut self, schema: &Pointer) -> bool {
        self.contents += 1;
        if self.contents == MAX_CONTENTS {
            self.too_many = Some(schema.clone());
        }
        self.contents < MAX_CONTENTS
    }

    /// Reports a part of the old document.
    pub(super) fn report(&mut self, old: Pointer, found: Diagnostic) {
        self.found.push((found, old));
    }

    /// Puts the new document in the place of the old one.
    ///
    /// # Errors
    ///
    /// When the document repeats its media types without measure.
    pub(super) fn put(self, tree: &mut Tree, root: Value, cx: &mut Cx) -> Result<(), Reported> {
        if let Some(schema) = &self.too_many {
            return Err(cx.error(codes::TOO_MANY_NODES.at(tree.place(schema))));
        }
        for (found, at) in self.found {
            cx.report(found.located(tree.place(&at)));
        }
        tree.root = root;
        tree.origins = tree.origins.of_another(&self.parts);
        Ok(())
    }
}
