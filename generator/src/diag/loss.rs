//! Losses: what a document says and nothing generated depends on. Diagnostics in, one entry for each place and reason out.

use std::collections::BTreeSet;

use super::{Diagnostic, Place, render};

/// A part of the document that changes no type, no request, no reading and no comparison, though it could.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Loss {
    /// Where it was written.
    pub place: Place,
    /// The id of the diagnostic that told of it.
    pub code: &'static str,
    /// Why, on one line.
    pub reason: String,
}

/// The losses of one run. A listing may be cut; this is not, since `inspect` and `diff` have to know all of them.
#[derive(Debug, Default)]
pub(super) struct Losses(BTreeSet<Loss>);

impl Losses {
    /// Notes a diagnostic, if it is about a loss and says where.
    pub(super) fn note(&mut self, new: &Diagnostic) {
        if let Some(place) = new.place.as_ref().filter(|_| new.code.is_loss) {
            self.0.insert(Loss {
                place: place.clone(),
                code: new.code.id,
                reason: render::reason(new),
            });
        }
    }

    /// Takes back those at places that this names.
    pub(super) fn forget(&mut self, is_gone: impl Fn(&Place) -> bool) {
        self.0.retain(|loss| !is_gone(&loss.place));
    }

    /// All of them, by place.
    pub(super) fn all(&self) -> Vec<Loss> {
        self.0.iter().cloned().collect()
    }
}
