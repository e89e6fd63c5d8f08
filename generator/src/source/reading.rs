//! The state of one reading: what was counted, within limits, and what was wrong.

use serde::de;

use crate::pointer::Pointer;

/// Maps and lists may be nested this deep. Below the 128 of the readers, so that ours speaks first.
pub(super) const MAX_DEPTH: usize = 120;
/// A document may have this many nodes, aliases expanded.
pub(super) const MAX_NODES: usize = 4_000_000;
/// What stands in place of references may have this many nodes: each reference to a part that is no component brings all of it again.
pub const MAX_COPIED: usize = 200_000;
/// The texts of a document may have this many bytes together, aliases expanded.
pub(super) const MAX_TEXT: usize = 256 * 1024 * 1024;

/// Something wrong that does not keep us from reading on.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Problem {
    /// What it is.
    pub(super) what: What,
    /// The keys and indices that lead to it, innermost first.
    pub(super) trail: Vec<String>,
}

/// What can be wrong with values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A key occurs twice; with the same value?
    Duplicate {
        /// Nothing is lost then.
        is_same: bool,
    },
    /// A tag such as `!include`.
    Tag,
    /// A merge key whose value is no map and no list of maps.
    Merge,
    /// A key that is a map or a list.
    Key,
    /// Nested too deep; reading stops.
    Depth,
    /// Too many nodes, or too much text; reading stops.
    Nodes,
}

impl Problem {
    /// Where it is.
    pub(super) fn at(&self) -> Pointer {
        self.trail.iter().rev().collect()
    }
}

/// The state of one reading.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// Whether `<<` merges maps.
    pub(super) has_merge_keys: bool,
    /// What was wrong.
    pub(super) problems: Vec<Problem>,
    /// Once reading fails, the way to where it did, innermost first.
    pub(super) trail: Vec<String>,
    nodes: usize,
    text: usize,
}

impl Reading {
    /// Where reading failed.
    pub(super) fn failed_at(&self) -> Pointer {
        self.trail.iter().rev().collect()
    }

    pub(super) fn found(&mut self, what: What, key: Option<String>) {
        let trail = key.into_iter().collect();
        self.problems.push(Problem { what, trail });
    }

    /// Counts a node; the error of the result is only a signal, the problem is recorded.
    pub(super) fn count<E: de::Error>(&mut self, bytes: usize, depth: usize) -> Result<(), E> {
        self.nodes += 1;
        self.text += bytes;
        if depth > MAX_DEPTH {
            self.found(What::Depth, None);
        } else if self.nodes > MAX_NODES || self.text > MAX_TEXT {
            self.found(What::Nodes, None);
        } else {
            return Ok(());
        }
        Err(E::custom("limit"))
    }
}
