//! A part of the documents that is not modelled, so nobody can say what a change of it means.

use super::spot::{Mark, Spot};

/// A part that is not modelled, on one side or on both.
#[derive(Debug, Clone)]
pub struct NotCompared {
    /// The id of the diagnostic that tells of it, or `annotation`: no diagnostic does, since nothing is lost.
    pub code: &'static str,
    /// Why it is not modelled.
    pub reason: String,
    /// Whether the two documents say something else there. If not, nothing is left to compare.
    pub is_changed: bool,
    /// The part before.
    pub old: Option<Spot>,
    /// The part after.
    pub new: Option<Spot>,
    /// The line of the new document on which it shows.
    pub mark: Mark,
}

impl NotCompared {
    /// Where it is after the change, or was.
    pub fn spot(&self) -> Option<&Spot> {
        self.new.as_ref().or(self.old.as_ref())
    }
}
