//! What is noticed while a document is read: members and values that its type does not know, and what was left out.
//!
//! Nothing is looked for unless somebody asks, and places are noted rather than names: only who asks pays for pointers.

use std::cell::RefCell;

use super::decode_error::DecodeError;

/// What reading looks out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Lookout {
    /// Whether an optional member that does not fit is left out.
    pub(super) is_lenient: bool,
    /// Whether what the type does not know is noted.
    pub(super) for_unknown: bool,
}

/// How an answer differs from the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DeviationKind {
    /// A member that the document does not name; it is passed over.
    UnknownMember,
    /// A value that is none of those of its enum, or of none of the types of its union; it is kept as it came.
    UnknownValue,
    /// A member that need not be there and does not fit; it is read as if it were not there.
    LeftOut,
}

/// The notes of a document.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) lookout: Lookout,
    pub(super) notes: RefCell<Vec<Note>>,
}

/// Something that was noticed.
#[derive(Debug)]
#[cfg_attr(not(feature = "client"), expect(dead_code, reason = "only calls ask for notes"))]
pub(super) struct Note {
    /// The value.
    pub(super) at: usize,
    pub(super) kind: DeviationKind,
    /// Why, seen from the value.
    pub(super) why: DecodeError,
}
